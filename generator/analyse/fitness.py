"""Can the document be read at all? Its language, and whether it is made of sentences.

A model of English finds names and figures in anything. What it finds in German, in a table or in a program is not to be
presented as fact, so such a document gets a reason instead of items.

Figures are not judged: an article with pages of data behind it is read for its prose, so lines that are mostly numbers are left out
before anything is counted.

The language is told by its function words (about a third of any prose) and, outside the Latin alphabet, by its letters.
That takes no model and no randomness, and is sure from some twenty words on; telling near relatives apart is not needed.
A text of few words, of a language that is not listed, or of no language at all is told by how few of its words are English.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from generator import lexicon
from generator.analyse.language import dictionary
from generator.analysis import Analysis, Sentence
from generator.boilerplate import is_boilerplate
from generator.clauses import FINITE
from generator.listed import is_listing

LATIN_WORD = re.compile(r"\b[^\W\d_]+\b")
NUMBER = re.compile(r"(?<!\S)[^\s\d]*+\d\S*")
FILLER = 0.12
"""Share of a text's words from which on one word is a unit or a name that fills a list: no word of a language is as frequent."""
SAMPLE = 20_000
"""Characters that tell the language: the head of a document is enough."""
FEW_WORDS = 20
"""Below that many words, function words tell nothing."""
SHARE = 0.12
"""Of the words, how many must be function words of a language; prose has two to four times that."""
ENOUGH_PROSE, PROSE_SHARE = 150, 0.3
"""A document is read where it has that many words in sentences, or where they are that share of it."""
PLENTY = 400
"""Words in sentences after which no more are looked at."""
LONG_BLOCK = 18
"""Words of a line that is more than a verse, a cell or a list item."""
FEW_LINES = 6
KNOWN_SHARE = 0.5
"""Of the words that are no names, how many must be English ones: of English prose nine in ten are, of other languages one in four."""
TELLING = 3
"""Letters from which on a word tells its language, and words from which on those without a capital tell it alone."""
CODE_SHARE = 0.06
CODE = frozenset("{}[]=;<>_")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it cannot be told.

    >>> language_of("Der Umsatz stieg, und das Unternehmen ist mit dem Ergebnis zufrieden, auch wenn die Kosten "
    ...             "nach der Übernahme nicht so schnell sinken, wie es sich der Vorstand wünscht.")
    'de'
    """
    words = _without_fillers(word.casefold() for word in LATIN_WORD.findall("\n".join(_worded(text))[:SAMPLE]))
    if not words:
        return None
    script = _script("".join(words))
    if script is not None:
        return script
    if len(words) < FEW_WORDS:
        return None
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in known) / len(words) for code, known in lexicon.load("languages")["words"].items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= SHARE else None


def _script(letters: str) -> str | None:
    """The language that most letters' writing tells; None for the Latin alphabet."""
    scripts = lexicon.load("languages")["scripts"]
    sample = letters[:2000]
    if sample.isascii():
        return None
    seen = Counter(unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in sample)
    known = Counter({name: count for name, count in seen.items() if name in scripts})
    if known.total() < len(sample) / 3:
        return None
    if known["HIRAGANA"] + known["KATAKANA"]:
        return "ja"
    return str(scripts[max(known, key=lambda name: known[name])])


def unfit(analysis: Analysis, language: str | None) -> str | None:
    """Why no items are taken from a document, as a sentence for its reader; None where it can be read."""
    if language in (None, "en") and (analysis.stated or is_listing(analysis.text, analysis.listed)):
        return None
    return _foreign(analysis, language) or _not_prose(analysis, language)


def _not_prose(analysis: Analysis, language: str | None) -> str | None:
    """Why a text is not made of sentences that say something."""
    lines = _worded(analysis.text)
    if _is_code("\n".join(lines)):
        return "No items: this looks like program code, not like prose."
    sentences = _opening_sentences(analysis)
    prose = sum(len(sentence.split()) for sentence in sentences)
    if not sentences or _is_made_of_lines(lines, prose):
        return "No items: this is a list, a table or verse, with hardly a sentence in it."
    page = sum(len(sentence.split()) for sentence in sentences if is_boilerplate(sentence))
    if page >= 0.6 * prose:
        return "No items: nothing but notices and boilerplate."
    if language is None and prose >= 2 * FEW_WORDS:
        return "No items: the language of the text cannot be told."
    return None


def _foreign(analysis: Analysis, language: str | None) -> str | None:
    """Why the words of a document cannot be read."""
    if language not in (None, "en"):
        name = lexicon.load("languages")["names"].get(language, language)
        return f"No items: the text is in {name}, and only English is read."
    return None if _is_english(analysis) else "No items: hardly a word of the text is English."


def _is_english(analysis: Analysis) -> bool:
    """True where most words are in the model's list of English ones; of any text where the model has none."""
    known = dictionary(analysis.doc.vocab)
    common = lexicon.load("languages")["words"]["en"]
    columns = analysis.columns
    words = [(text, lower in known or lemma in known or lower in common)
             for text, lower, lemma in zip(columns.texts[:PLENTY], columns.lowers, columns.lemmas, strict=False)
             if len(text) >= TELLING and text.isalpha()]
    plain = [english for text, english in words if not text.istitle()]
    judged = plain if len(plain) >= TELLING else [english for _, english in words]
    return not known or sum(judged) > KNOWN_SHARE * len(judged)


def _opening_sentences(analysis: Analysis) -> list[str]:
    """The sentences with a verb, up to as many as tell that the document is prose."""
    sentences, words = [], 0
    for sentence in analysis.sentences:
        text = analysis.text[sentence.start:sentence.end]
        if _is_sentence(analysis, sentence):
            sentences.append(text)
            words += len(text.split())
        if words >= PLENTY and not is_boilerplate(text):
            break
    return sentences


def _is_sentence(analysis: Analysis, sentence: Sentence) -> bool:
    """True of four words and more with a finite verb and an end."""
    return (sentence.last - sentence.first >= 4 and analysis.text[sentence.end - 1] in ".!?…\"”’'):"
            and any(token.tag_ in FINITE for token in analysis.tokens(sentence)))


def _is_made_of_lines(lines: list[str], prose: int) -> bool:
    """True of lines of words that are verses, cells or items of a list, and not paragraphs; ``prose`` words stand in sentences."""
    if len(lines) >= FEW_LINES and max(len(line.split()) for line in lines) < LONG_BLOCK:
        ended = sum(line.endswith((".", "!", "?", "”", '"')) for line in lines)
        return ended < 0.6 * len(lines)
    words = _without_fillers(word for line in lines for word in line.split() if not NUMBER.match(word))
    return prose < ENOUGH_PROSE and prose < PROSE_SHARE * len(words)


def _without_fillers(words: Iterable[str]) -> list[str]:
    """The words of a text, those left out that say nothing of what it is; all of them of a short one."""
    found = list(words)
    counts = Counter(found)
    return [word for word in found if counts[word] <= max(FEW_WORDS, FILLER * len(found))]


def _worded(text: str) -> list[str]:
    """The lines of a text that hold words, those that are data left out; all of them where nothing would be left."""
    lines = [line for line in text.split("\n") if line.strip()]
    return [line for line in lines if not _is_data(line)] or lines


def _is_data(line: str) -> bool:
    """True of a line in which numbers are at least as many as words, and that no sentence of a usual length stands in."""
    numbers = len(NUMBER.findall(line))
    words = sum(any(map(str.isalnum, word)) for word in line.split()) - numbers if numbers else 1
    return words <= numbers and words < LONG_BLOCK


def _is_code(text: str) -> bool:
    solid = [character for character in text[:SAMPLE] if not character.isspace()]
    return len(solid) >= 40 and sum(character in CODE for character in solid) > CODE_SHARE * len(solid)
