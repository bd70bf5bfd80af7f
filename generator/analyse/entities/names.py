"""Where names stand: spaCy's entities with their edges put right, and capitalised words that it left out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.entities.cutting import parts
from generator.analyse.entities.edges import NOT_NAMES, RANKS, TITLES_OF_TWO, UNNAMED, opens, trimmed
from generator.analyse.entities.growing import extended
from generator.analyse.entities.words import POSSESSIVES, Words, named_places, spelled
from generator.lexicon import entries, load
from generator.lexicon.patterns import PARTY_AND_STATE
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
CODE = re.compile(r"[A-Z0-9]{2,6}[.=][A-Z]{1,3}")
"""A code of a share or a rate, as news agencies write it."""
_PARTY = re.compile(PARTY_AND_STATE)
SPOKEN = frozenset({"our", "your"})
"""What pages say to their readers ("Click Here For Our Prices"), and no name holds."""
AMOUNT = re.compile(r"[^\W\d_]{0,3}[$€£¥₹]?\d+(?:[.,]\d+)+(?:bn|mn|tn|m|k)?|[A-Z]{1,3}[$€£¥₹]?\d+(?:bn|mn|tn|m|k)", re.IGNORECASE)
"""An amount of money that is written like a name: R7.5bn, RM900,000."""
MARKS = frozenset({'"', "“", "”", "``", "''"})
LONGEST_WORD = 60
"""Characters of a word of a name."""


@record
class Name:
    """A name at the tokens ``first`` .. ``last`` - 1; ``label`` is spaCy's, or empty; ``key`` is what equal names share."""

    first: int
    last: int
    label: str
    key: tuple[str, ...]


def find_names(doc: "Doc", words: Words) -> list[Name]:
    """The names of a document in its order; no two overlap."""
    taken = [False] * len(words.texts)
    found = []
    for entity in doc.ents:
        before = words.before(entity.start)
        if entity.label_ in NUMBERS and before not in words.GIVEN and before not in words.HONORIFICS:
            taken[entity.start:entity.end] = [True] * (entity.end - entity.start)
    brands = _brands(words)
    for label, whole in (("ORG", _partnerships(words)), ("PERSON", _nicknamed(words))):
        for first, last in whole:
            taken[first:last] = [True] * (last - first)
            found.append((first, last, label))
    for entity in doc.ents:
        if entity.label_ not in LABELS:
            continue
        for start, stop in parts(words, entity.start, entity.end, entity.label_, brands):
            first, last = extended(words, *trimmed(words, start, stop, entity.label_, brands), entity.label_, taken, brands)
            if first < last and not any(taken[first:last]) and not _is_portfolio(words, first, last):
                taken[first:last] = [True] * (last - first)
                found.append((first, last, entity.label_))
    found += [(first, last, "") for first, last in _left_out(words, taken, brands)]
    found += [(i, i + 1, "") for i in _again(words, taken, found)]
    found = _shorn(words, sorted(found))
    names = (Name(first, last, label, spelled(words, first, last)) for first, last, label in found)
    return [name for name in names if name.key and name.key != ("the",) and SPOKEN.isdisjoint(name.key)
            and not _is_office(words, name) and not _is_listing(words, name) and max(map(len, name.key)) <= LONGEST_WORD]


def _shorn(words: Words, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names without a sentence's first word, where the rest is a name elsewhere: "Hosting Quill", "Besides Quill"."""
    heard = {words.lowers[last - 1] for first, last, label in found if label == "PERSON" and not opens(words, first)}
    shorn = []
    for first, last, label in found:
        personal = label in ("PERSON", UNNAMED) and last - first == 2 and words.lowers[last - 1] in heard
        shorn.append((first + (personal and opens(words, first)), last, label))
    return shorn


def _partnerships(words: Words) -> Iterator[tuple[int, int]]:
    """The names of several people behind "firm": "the law firm Orrin, Quill and Vass"."""
    for i in range(len(words.texts) - 3):
        if words.lowers[i] != "firm" or not words.capital(i + 1) or words.texts[i + 2] not in (",", "&", "and"):
            continue
        last = i + 1
        while last < len(words.texts) and (words.capital(last) or words.texts[last] == ","):
            last += 1
        if last + 1 < len(words.texts) and words.texts[last] in ("&", "and") and words.capital(last + 1):
            yield i + 1, last + 2


def _nicknamed(words: Words) -> Iterator[tuple[int, int]]:
    """The names of people whose nickname stands in marks: 'J.C. "Buck" Quill'."""
    for i in range(len(words.texts) - 4):
        if words.texts[i + 1] not in MARKS or words.texts[i + 3] not in MARKS or not all(map(words.capital, (i, i + 2, i + 4))):
            continue
        if (words.lowers[i] in words.GIVEN or words.texts[i][1:2] == ".") and words.pos[i + 4] == "PROPN":
            yield i, i + 5


def _is_listing(words: Words, name: Name) -> bool:
    """True of where a share is listed and of its code there: "(NYSE: QLN)", "<QLN.L>", "QLN.L"; of an amount, a letter, a number alone."""
    first, last = name.first, name.last
    text = words.texts[first]
    if last - first == 1 and (CODE.fullmatch(text) or AMOUNT.fullmatch(text) or text.rstrip(".").isdigit() or len(text.rstrip(".")) < 2):
        return True
    if _PARTY.fullmatch("".join(words.texts[first:last])):
        return True
    before, after = words.before(first), words.after(last)
    if before in ("(", "<") and after == ":":
        return last + 1 < len(words.texts) and not words.texts[last + 1].islower()
    listed = before == ":" and (text.isupper() or text[0].isdigit()) and "(" in words.texts[max(first - 4, 0):first]
    return listed or (before == "<" and after == ">" and last - first == 1 and text.isupper())


def _is_office(words: Words, name: Name) -> bool:
    """True of "Chief Financial", "Director General" and "Portfolio Manager": words of titles that name nobody by themselves."""
    before, after = words.before(name.first), words.after(name.last)
    if len(name.key) > 1 and all(word in _office_words() or word.removesuffix("s") in _office_words() for word in name.key):
        return True
    if len(name.key) == 1 and _is_part(name.key[0], after):
        return True
    if name.last - name.first == 1 and before == "," and words.lowers[name.first] in words.AFTER_NAME:
        return True
    if len(name.key) == 1 and name.key[0] in words.HEADS and (before == after == "," or after == "of"):
        return True
    if len(name.key) > 1 and name.key[-1] in ("relations", "communications", "affairs") and _functions().issuperset(name.key):
        return True
    titled = after in words.HEADS and not name.label
    titled = titled or before in words.HEADS or (before in ("of", ",") and words.before(name.first, 2) in load("people")["functionaries"])
    return (titled and _functions().issuperset(name.key)) or _is_address(words, name)


def _is_address(words: Words, name: Name) -> bool:
    """True of "Ing" in "Dr. Ing.": a title behind a title."""
    plain, before = name.key[0], words.before(name.first)
    return len(name.key) == 1 and before in words.HONORIFICS and not {plain, plain + "."}.isdisjoint(words.HONORIFICS)


def _is_part(word: str, after: str) -> bool:
    """True of "Co" in front of a hyphen, of the "Hedge" of "Hedge fund", and of what is left of a title or an address."""
    return (after == "-" and word in _office_words()) or f"{word} {after}" in load("organisations")["nouns"] or word in _no_names()


@cache
def _no_names() -> frozenset[str]:
    """What is left of a name that was only an address, or the first word of a title."""
    return frozenset(("mr", "mrs", "ms", *load("people")["openings"]))


@cache
def _office_words() -> frozenset[str]:
    lists = load("people")
    return frozenset((*lists["modifiers"], *lists["business"], *lists["heads"], *lists["ranks"]))


@cache
def _functions() -> frozenset[str]:
    lists = load("people")
    return frozenset((*lists["functions"], *lists["business"], *lists["postnominal"]))


def _brands(words: Words) -> frozenset[str]:
    """Words that carry a possessive as part of the name: "Quillby's said", "Quillby's Inc."."""
    found, plain = set(), set()
    size = len(words.texts)
    for i in range(1, size):
        if words.texts[i] in POSSESSIVES and len(words.texts[i]) == 2:
            if _is_branded(words, i + 1):
                found.add(words.lowers[i - 1])
        elif words.pos[i - 1] == "PROPN":
            plain.add(words.lowers[i - 1])
    return frozenset(found - plain - named_places() - entries("organisations", "institutions"))


def _is_branded(words: Words, i: int) -> bool:
    """True where what follows a possessive is nothing that could be owned: a legal form, a verb, the end of a clause."""
    if i >= len(words.texts):
        return True
    named = words.capital(i) and words.lowers[i] in words.COMPANY
    if words.before(i, 3) in words.GIVEN and words.texts[i] in (".", ","):
        return False
    form = words.lowers[i] in words.SUFFIXES and (words.capital(i) or words.lowers[i] not in words.dictionary)
    return named or form or words.pos[i] in ("VERB", "AUX") or words.texts[i] in (".", ",")


def _left_out(words: Words, taken: list[bool], brands: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns that spaCy did not name."""
    i, size = 0, len(words.texts)
    while i < size:
        if taken[i] or not _proper(words, i):
            i += 1
            continue
        first = i
        while i < size and not taken[i] and (_proper(words, i) or (words.texts[i] in POSSESSIVES and words.before(i) in brands)
                                             or (words.texts[i] in ("&", "-") and i + 1 < size and _proper(words, i + 1))):
            i += 1
        for begin, end in parts(words, first, i, UNNAMED, brands):
            start, stop = extended(words, *trimmed(words, begin, end, UNNAMED, brands), UNNAMED, taken, brands)
            alone = stop - start == 1 and words.lowers[start] in words.HEADS
            if start < stop and not alone and not _is_portfolio(words, start, stop):
                yield start, stop


def _again(words: Words, taken: list[bool], found: list[tuple[int, int, str]]) -> Iterator[int]:
    """Words that are names elsewhere in the document, alone or with a legal form, and that the model took for something else here."""
    covered = {i for first, last, _ in found for i in range(first, last)}
    single = {words.texts[first] for first, last, _ in found
              if words.capital(first) and all(words.lowers[i] in words.SUFFIXES for i in range(first + 1, last))}
    known = {text for text in single if len(text) > 2 and text.lower() not in words.common and text.lower() not in words.HEADS}
    for i, text in enumerate(words.texts):
        if text in known and not taken[i] and i not in covered and (words.before(i), words.lowers[i]) not in TITLES_OF_TWO:
            yield i


def _is_portfolio(words: Words, first: int, last: int) -> bool:
    """True of "Finance" in "Finance Minister"."""
    portfolios = load("organisations")["portfolios"]
    officer = words.after(last) in ("minister", "secretary", "governor", "judge", "attorney")
    return officer and all(word in portfolios or word in entries("people", "offices") for word in words.lowers[first:last])


def _proper(words: Words, i: int) -> bool:
    if words.pos[i] != "PROPN" or words.barred[i] or not words.capital(i):
        return False
    calendar = words.lowers[i] in NOT_NAMES and words.before(i) not in words.GIVEN and words.before(i) not in words.HONORIFICS
    titled = words.lowers[i] in words.HONORIFICS and words.lowers[i] not in RANKS
    return not calendar and not titled
