"""The spans of content: behind a cue, in front of it, and on both sides of a parenthesis."""

from typing import TYPE_CHECKING

from generator.clauses import FINITE
from generator.columns import SUBJECTS
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.passages import token_from
from generator.extract.quotes.reading import Reading, cut, trim_end, unquoted, without_connectives
from generator.extract.quotes.words import INVERTED, OBJECT
from generator.models import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

STOPS = (".", "!", "?")
OPENERS = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
"""How a clause goes on behind a "that" which is no part of it."""
REASONS = frozenset({"because", "as"})
"""Words with which a statement goes on behind its cue; "as" only in front of a quotation, since it often tells what else happened."""
STATEMENT_WORDS = 6
"""Words that make a quotation behind a few loose words a statement of its own."""


def behind(reading: Reading, cue: Cue, begin: int) -> tuple[Span, ...]:
    """The content that begins at token ``begin``: a quotation, or the words up to the end of the sentence or the next cue."""
    doc, analysis = reading.doc, reading.analysis
    while begin < reading.passage.last and (doc[begin].text in (",", ":", "-", "–", "—") or doc[begin].is_space):
        begin += 1
    if begin + 1 < reading.passage.last and doc[begin].lower_ == "that" and doc[begin + 1].pos_ in OPENERS:
        begin += 1
    if begin >= reading.passage.last or doc[begin].idx >= reading.ceiling:
        return ()
    start = doc[begin].idx
    region = reading.marks.at(start)
    sentence = analysis.sentence_at(start)
    end = min(sentence.end if sentence else reading.passage.end, reading.ceiling)
    if region and region.start == start:
        behind = analysis.text[region.end:end]
        if region.end >= end or not any(letter.isalnum() for letter in behind) or _is_over(reading, cue, region):
            return (region.inner,)
    end = _before_quotation(reading, start, _before_consequence(reading, cue, start, end))
    last = reading.marks.at(end - 1)
    if last and last.end > end and last.start >= start:
        end = min(last.end, reading.ceiling)
    return cut(reading, start, end)


def _is_over(reading: Reading, cue: Cue, region: Quoted) -> bool:
    """True of a quotation that ends with a comma, where what follows only tells more: "said, “We will see,” when asked"."""
    i = token_from(reading.analysis, region.end)
    if reading.analysis.text[region.inner.end - 1] != "," or i >= reading.passage.last:
        return False
    token = reading.doc[i]
    return "named" in OBJECT.get(cue.lemma(reading.doc), []) or token.pos_ == "SCONJ" or token.tag_ in ("WRB", "VBG")


def _before_quotation(reading: Reading, start: int, end: int) -> int:
    """``end`` moved in front of a quotation that begins a sentence of its own, which the model often takes for the same sentence."""
    text = reading.analysis.text
    for region in reading.marks.within(start + 1, end):
        if text[start:region.start].rstrip()[-1:] in STOPS and region.wordy:
            return region.start
    return end


def _before_consequence(reading: Reading, cue: Cue, start: int, end: int) -> int:
    """``end`` moved in front of a participle that tells what the saying did, not what was said (", making it ...")."""
    for child in reading.doc[cue.verb].children:
        comma = child.left_edge.i - 1
        if child.dep_ == "advcl" and child.tag_ == "VBG" and start < child.idx < end and comma > 0 and reading.doc[comma].text == ",":
            return reading.doc[comma].idx
    return end


def inverted(reading: Reading, cue: Cue, rest: int | None) -> tuple[Span, ...]:
    """The content in front of a cue, and, where a comma behind the cue leads it on, the rest of it."""
    front = _backward(reading, cue.first)
    if not front and rest is not None and _leads_on(reading, rest):
        front = whole_in_front(reading, cue.first - 1)
        if not front and _is_opening(reading, cue) and cue.lemma(reading.doc) in INVERTED:
            return behind(reading, cue, rest)
    quoted = bool(front) and reading.marks.at(front[-1].end - 1) is not None
    if not front or not (quoted or cue.lemma(reading.doc) in INVERTED):
        return ()
    if rest is None or not _leads_on(reading, rest):
        return front
    region = reading.marks.at(front[-1].start)
    if region and reading.analysis.text[front[-1].end - 1] in ".!?":
        return front
    return (*front, *behind(reading, cue, rest))


def is_adverbial(reading: Reading, front: Span) -> bool:
    """True of "While sales fall" and "In a letter": words in front of a cue that only say when, where or although what."""
    first = reading.doc[token_from(reading.analysis, front.start)]
    opens = reading.marks.at(front.start) is None and (first.pos_ in ("SCONJ", "ADP") or first.tag_ == "WRB")
    return opens and not _leads_to_clause(reading, first.i, front.end)


def _leads_to_clause(reading: Reading, first: int, end: int) -> bool:
    """True of "While sales fell, profit rose": behind the comma, a clause of its own that the opening words only belong to."""
    tokens = [token for token in reading.doc[first:reading.passage.last] if token.idx < end]
    comma = next((token.i for token in tokens if token.text == ","), end)
    return any(child.i > comma for token in tokens if token.tag_ in FINITE and token.i > comma and token.dep_ not in ("conj", "relcl")
               for verb in (token, token.head) for child in verb.children if child.dep_ in SUBJECTS and child.i < token.i)


def _leads_on(reading: Reading, i: int) -> bool:
    """True where what follows a comma goes on with the content: no participle, relative clause, apposition or adverbial."""
    doc = reading.doc
    if i >= reading.passage.last or doc[i].idx >= reading.ceiling:
        return False
    token = doc[i]
    region = reading.marks.at(token.idx)
    if region and region.start == token.idx:
        return True
    marked = i + 1 < reading.passage.last and reading.marks.at(doc[i + 1].idx) is not None
    if token.lower_ in REASONS and (token.lower_ != "as" or marked):
        return True
    if token.tag_ == "WDT" and token.lower_ == "which" and reading.doc[i - 2].pos_ in ("VERB", "PROPN"):
        return True
    if token.tag_ in ("VBG", "WDT", "WP", "WRB", "WP$") or token.pos_ == "SCONJ" or token.dep_ in ("mark", "prep"):
        return False
    sentence = reading.analysis.sentence_at(token.idx)
    last = sentence.last if sentence else reading.passage.last
    return any(doc[j].tag_ in FINITE for j in range(i, last))


def _backward(reading: Reading, end: int) -> tuple[Span, ...]:
    """The content that ends in front of token ``end``: a quotation, or the sentence so far."""
    doc, analysis, passage = reading.doc, reading.analysis, reading.passage
    last = end - 1
    region = reading.marks.at(doc[last].idx)
    if region is not None:
        if region.inner.start < reading.floor:
            return ()
        lead = _lead_in(reading, region)
        if lead is None:
            return (region.inner,)
        return (Span(start=lead, end=trim_end(analysis.text, lead, region.end)),)
    sentence = analysis.sentence_at(doc[last].idx)
    first = max(passage.first, sentence.first if sentence else passage.first)
    opened = reading.marks.at(doc[first].idx)
    if opened and opened.start < doc[first].idx:
        first = max(passage.first, token_from(analysis, opened.start))
    start = max(without_connectives(reading, first, last), reading.floor)
    stop = trim_end(analysis.text, start, doc[last].idx + (len(doc[last]) if doc[last].text in "?!" else 0))
    if stop <= start or not _is_clause(doc, first, last):
        return ()
    return unquoted(reading, start, stop)


def _lead_in(reading: Reading, region: Quoted) -> int | None:
    """Where the content starts that a quotation ends: None for the quotation itself, else the start of its sentence."""
    analysis, text = reading.analysis, reading.analysis.text
    sentence = analysis.sentence_at(region.start)
    if sentence is None or sentence.start >= region.start:
        return None
    start = max(sentence.start, reading.floor)
    lead = text[start:region.start].strip()
    if not any(letter.isalpha() for letter in lead):
        return None
    capital = region.inner.of(text)[:1].isupper()
    if capital and (lead[-1] in ".!?:" or (len(region.inner.of(text).split()) >= STATEMENT_WORDS and len(lead.split()) < 4)):
        return None
    first = token_from(analysis, start)
    return without_connectives(reading, first, sentence.last)


def _is_clause(doc: "Doc", first: int, last: int) -> bool:
    return any(doc[j].tag_ in FINITE or (doc[j].pos_ == "VERB" and last - first > 5) for j in range(first, last))


def around(reading: Reading, cue: Cue) -> tuple[Span, ...]:
    """The content of "according to X" and "as X put it": what follows, what precedes, or both where the phrase cuts a sentence."""
    doc, passage = reading.doc, reading.passage
    end = cue.last
    comma = end < passage.last and doc[end].text == ","
    complement = next((child for child in doc[cue.verb].children if child.dep_ == "ccomp" and child.i > cue.verb), None)
    if cue.parenthetical and complement is not None and not comma:
        last = doc[complement.right_edge.i]
        start = max(complement.left_edge.i, end)
        start += doc[start].lower_ == "that"
        return unquoted(reading, doc[start].idx, trim_end(reading.analysis.text, doc[start].idx, last.idx + len(last)))
    if not comma and cue.parenthetical and doc[cue.verb].dep_ == "advcl" and doc[cue.verb].head.i > end:
        return _before_comma(reading, end)
    if not comma and cue.parenthetical and end < passage.last and doc[end].text not in (".", ";") and not doc[end].is_quote:
        end = next((j for j in range(end, min(end + 4, passage.last)) if doc[j].text in (",", ".")), -1)
        if end < 0:
            return ()
        comma = doc[end].text == ","
    if _is_opening(reading, cue):
        return behind(reading, cue, end + comma)
    before = cue.first - 1 if doc[cue.first - 1].text == "," else cue.first
    front = whole_in_front(reading, before)
    if comma and front and (_needs_rest(reading, cue, end + 1)):
        return (*front, *behind(reading, cue, end + 1))
    return front


def _before_comma(reading: Reading, first: int) -> tuple[Span, ...]:
    """The clause from ``first`` to the next comma: what X warns in "As X warns sales could fall, the bank ..."."""
    doc = reading.doc
    end = next((j for j in range(first, reading.passage.last) if doc[j].text == ","), first)
    return cut(reading, doc[first].idx, doc[end].idx) if _is_clause(doc, first, end) else ()


def _is_opening(reading: Reading, cue: Cue) -> bool:
    """True where nothing but connectives stands in front of a cue in its sentence: "At the same time, X said, ..."."""
    sentence = reading.analysis.sentence_at(reading.doc[cue.first].idx)
    first = max(sentence.first, reading.passage.first) if sentence else cue.first
    begin = token_from(reading.analysis, without_connectives(reading, first, cue.first)) if first < cue.first else first
    return not any(reading.doc[j].is_alpha for j in range(begin, cue.first))


def _needs_rest(reading: Reading, cue: Cue, i: int) -> bool:
    """True where the words in front of a parenthesis are no sentence without those behind it."""
    doc = reading.doc
    sentence = reading.analysis.sentence_at(doc[cue.first].idx)
    first, last = (sentence.first, sentence.last) if sentence else (reading.passage.first, reading.passage.last)
    finite = [j for j in range(first, last) if doc[j].tag_ in FINITE and not cue.first <= j < cue.last]
    return bool(finite) and finite[0] >= i


def whole_in_front(reading: Reading, end: int) -> tuple[Span, ...]:
    """As `_backward`, for content that need not be a clause."""
    doc, analysis = reading.doc, reading.analysis
    if end <= reading.passage.first:
        return ()
    if reading.marks.at(doc[end - 1].idx):
        return _backward(reading, end)
    sentence = analysis.sentence_at(doc[end - 1].idx)
    first = max(reading.passage.first, sentence.first if sentence else reading.passage.first)
    first = next((j + 1 for j in range(end - 2, first, -1) if doc[j].text == ";"), first)
    if doc[first].idx < reading.floor:
        first = token_from(analysis, reading.floor)
        if not _is_clause(doc, first, end - 1):
            return ()
    start = max(without_connectives(reading, first, end), reading.floor)
    stop = trim_end(analysis.text, start, doc[end - 1].idx + len(doc[end - 1]))
    return unquoted(reading, start, stop) if stop > start else ()
