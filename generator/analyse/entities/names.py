"""Where names stand: spaCy's entities with their edges put right, and capitalised words that it left out.

The usual faults of the edges: a possessive at the end, an article or a title in front, two companies joined by "and", a
dateline, a particle that cuts a surname in two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.entities.words import POSSESSIVES, Words, known_places
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
NOT_NAMES = frozenset(load("organisations")["calendar"])


APART = frozenset({",", "at", "and", "@", "/", "|", "of", "in", "for", "on", "to"})
"""What never stands inside a person's name."""


UNNAMED = ""
"""The label of a name that the model left out."""
RANKS = frozenset({"general", "major", "premier", "prince", "king", "queen", "justice", "officer"})
"""Titles that also begin the names of companies."""
PARTNERS = frozenset({"co", "co.", "company", "sons", "partners", "associates", "brothers", "daughters"})
"""What stands behind "and" in the name of a firm."""


@dataclass(frozen=True)
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
    for entity in doc.ents:
        if entity.label_ not in LABELS:
            continue
        for start, stop in _parts(words, entity.start, entity.end, entity.label_, brands):
            first, last = _extended(words, *_trimmed(words, start, stop, entity.label_, brands), taken, brands)
            if first < last and not any(taken[first:last]) and not _is_portfolio(words, first, last):
                taken[first:last] = [True] * (last - first)
                found.append((first, last, entity.label_))
    found += [(first, last, "") for first, last in _left_out(words, taken, brands)]
    found += [(i, i + 1, "") for i in _again(words, taken, found)]
    found.sort()
    names = (Name(first, last, label, spelled(words, first, last)) for first, last, label in found)
    return [name for name in names if name.key and name.key != ("the",) and not _is_office(name)]


def _is_office(name: Name) -> bool:
    """True of "Chief Financial" and "Board": words of titles and bodies that name nobody by themselves."""
    return len(name.key) > 1 and _office_words().issuperset(name.key)


@cache
def _office_words() -> frozenset[str]:
    lists = load("people")
    return frozenset((*lists["modifiers"], *lists["business"], *lists["heads"]))


def spelled(words: Words, first: int, last: int) -> tuple[str, ...]:
    """What equal names share: the words in small letters, without a legal form at the end and dots in abbreviations."""
    core = [word for word in words.lowers[first:last] if word[0].isalnum() or word == "&" or word in POSSESSIVES]
    while len(core) > 1 and core[-1] in words.SUFFIXES:
        core.pop()
    if len(core) > 1 and core[-1] in ("&", "and"):
        core.pop()
    return tuple("'s" if word in POSSESSIVES else word.rstrip(".").removesuffix(".com") for word in core)


def _brands(words: Words) -> frozenset[str]:
    """Words that carry a possessive as part of the name: "Dillard's said", "Dillard's Inc."."""
    found, plain = set(), set()
    size = len(words.texts)
    for i in range(1, size):
        if words.texts[i] in POSSESSIVES and len(words.texts[i]) == 2:
            if _is_branded(words, i + 1):
                found.add(words.lowers[i - 1])
        elif words.pos[i - 1] == "PROPN":
            plain.add(words.lowers[i - 1])
    return frozenset(found - plain - known_places().keys())


def _is_branded(words: Words, i: int) -> bool:
    """True where what follows a possessive is nothing that could be owned: a legal form, a verb, the end of a clause."""
    if i >= len(words.texts):
        return True
    named = words.capital(i) and words.lowers[i] in words.COMPANY
    return named or words.lowers[i] in words.SUFFIXES or words.pos[i] in ("VERB", "AUX") or words.texts[i] in (".", ",")


def _parts(words: Words, first: int, last: int, label: str, brands: frozenset[str]) -> Iterator[tuple[int, int]]:
    """An entity cut where two names were taken for one: at a possessive, a number, a line end, a comma or "and"."""
    whole = " ".join(spelled(words, first, last)).removeprefix("the ").replace(" 's", "'s")
    if whole in known_places():
        yield first, last
        return
    start = first
    for i in range(first, last):
        word = words.lowers[i]
        owned = words.texts[i] in POSSESSIVES and i > first and words.lowers[i - 1] not in brands
        if label == "PERSON" and i - start > 1 and _is_dateline(words, i, start):
            yield start, i
            start = i
        cut = owned or word.isspace() or (label == "PERSON" and (word[0].isdigit() or word in APART))
        if cut or (label == "ORG" and (_joins_two(words, start, i, last) or _belongs(words, start, i, last))):
            yield start, i
            start = i + 1
    yield start, last


def _is_dateline(words: Words, i: int, start: int) -> bool:
    """True of a word in capitals behind a name that is not: "Ann Orrin TOKYO"."""
    return words.texts[i].isupper() and len(words.texts[i]) > 3 and not words.texts[start].isupper()


def _belongs(words: Words, start: int, i: int, last: int) -> bool:
    """True of "of" between a person's two names and a firm: "Imke Orrin of Quillon Research"."""
    if words.lowers[i] != "of" or i - start != 2:
        return False
    if words.lowers[last - 1] not in words.FIRM:
        return False
    return all(word not in words.ORGANISATION and word not in words.dictionary for word in words.lowers[start:i]) and all(
        words.capital(j) for j in range(start, i))


def _joins_two(words: Words, start: int, i: int, last: int) -> bool:
    """True of "and" between two short names, neither of which holds a word that only a longer name has."""
    two = words.lowers[i] == "and" and i - start == 1 and last - i <= 3
    return two and words.texts[start].isalpha() and words.ORGANISATION.isdisjoint(words.lowers[i + 1:last])


def _trimmed(words: Words, first: int, last: int, label: str, brands: frozenset[str]) -> tuple[int, int]:
    while first < last and not (words.texts[first][0].isalnum() and not words.texts[first].islower()):
        first += 1
    while first < last and (words.lowers[first] in ("the", "a", "an", "this") or _is_calendar(words, first, last)):
        first += 1
    while first < last - 1 and _is_title(words, first, label):
        first += 1
    while first < last and (not _may_end(words, last - 1, brands) or _is_calendar(words, last - 1, first + 1)):
        last -= 1
    named = last - first == 2 and words.lowers[first] in words.GIVEN
    while label in ("PERSON", UNNAMED) and last - first > 1 and words.lowers[last - 1] in words.HEADS and not named:
        last -= 1
    return first, last


def _is_title(words: Words, i: int, label: str) -> bool:
    """True of a title in front of a name; "General" is none in "General Motors"."""
    if words.after(i, 1) in words.COMPANY or words.after(i, 1) in words.INSTITUTION:
        return False
    word = words.lowers[i]
    if label not in ("PERSON", UNNAMED):
        return word in words.ADDRESSES or word in ("acting", "former", "interim")
    return (word in words.HONORIFICS or word in words.HEADS) and not (label == UNNAMED and word in RANKS)


def _is_calendar(words: Words, i: int, alone: int) -> bool:
    """True of a month, a weekday and their like, except as a given name in front or as a surname behind a given name."""
    named = (words.lowers[i] in words.GIVEN and i < alone - 1) or (i >= alone and words.before(i) in words.GIVEN)
    return words.lowers[i] in NOT_NAMES and not named


def _may_end(words: Words, i: int, brands: frozenset[str]) -> bool:
    if words.texts[i] in POSSESSIVES:
        return words.before(i) in brands
    if words.lowers[i] in ("the", "a", "an"):
        return False
    if not words.texts[i].islower() and words.texts[i][0].isalnum():
        return True
    return words.lowers[i] in words.SUFFIXES or words.lowers[i] in words.COMPANY or words.lowers[i] in words.INSTITUTION


def _extended(words: Words, first: int, last: int, taken: list[bool], brands: frozenset[str]) -> tuple[int, int]:
    """A name grown over what belongs to it: a surname behind a particle, a given name in front, a brand's possessive."""
    size = len(words.texts)
    if first >= last:
        return first, last
    end = last
    while end < size and (words.lowers[end - 1] in words.PARTICLES or words.texts[end] in words.PARTICLES) and end - last < 4:
        end += 1
        if end < size and words.capital(end) and words.lowers[end - 1] in words.PARTICLES and words.lowers[first] in words.GIVEN:
            last = end + 1
            break
    middle = last - first == 2 and words.lowers[first] in words.GIVEN and words.before(first) not in words.dictionary
    short = last - first == 1 or middle
    if short and first > 0 and not taken[first - 1] and words.capital(first - 1) and words.pos[first - 1] == "PROPN":
        front = words.lowers[first - 1]
        compound = words.deps[first - 1] == "compound" and first <= words.heads[first - 1] < last and not words.opening[first - 1]
        named = front in words.GIVEN and (compound or not words.opening[first - 1] or len(words.texts[first]) > 2)
        barred = words.HEADS | words.HONORIFICS | NOT_NAMES
        if (compound or named) and front not in barred and words.lowers[first] not in barred:
            first -= 1
    single = last - first == 1 and words.lowers[first] in words.GIVEN
    while single and last < min(size, first + 3) and _is_surname(words, last) and not taken[last]:
        last += 1
    if last < size and words.texts[last] in POSSESSIVES and words.lowers[last - 1] in brands:
        last += 1
    if last + 1 < size and words.lowers[last] in ("and", "&") and words.lowers[last + 1] in PARTNERS and words.capital(last + 1):
        last += 2
    if last < size and words.lowers[last] in words.SUFFIXES and words.capital(last) and not taken[last]:
        last += 1
    return first, last


def _is_surname(words: Words, i: int) -> bool:
    """True of a proper noun that can go on a name behind a given name."""
    barred = words.HEADS | words.ORGANISATION | NOT_NAMES
    proper = words.pos[i] == "PROPN" or words.texts[i][1:2] in ("’", "'")
    return proper and words.capital(i) and not words.opening[i] and words.lowers[i] not in barred


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
        start, stop = _trimmed(words, first, i, UNNAMED, brands)
        if start < stop and (stop - start > 1 or words.lowers[start] not in words.HEADS) and not _is_portfolio(words, start, stop):
            yield start, stop


def _again(words: Words, taken: list[bool], found: list[tuple[int, int, str]]) -> Iterator[int]:
    """Words that are names elsewhere in the document, and that the model took for something else here."""
    covered = {i for first, last, _ in found for i in range(first, last)}
    single = {words.texts[first] for first, last, _ in found if last - first == 1 and words.capital(first)}
    known = {text for text in single if len(text) > 2 and text.lower() not in words.common and text.lower() not in words.HEADS}
    for i, text in enumerate(words.texts):
        if text in known and not taken[i] and i not in covered:
            yield i


def _is_portfolio(words: Words, first: int, last: int) -> bool:
    """True of "Finance" in "Finance Minister"."""
    portfolios = load("organisations")["portfolios"]
    return words.after(last) in ("minister", "secretary", "governor") and all(word in portfolios for word in words.lowers[first:last])


def _proper(words: Words, i: int) -> bool:
    if words.pos[i] != "PROPN" or not words.capital(i):
        return False
    calendar = words.lowers[i] in NOT_NAMES and words.before(i) not in words.GIVEN and words.before(i) not in words.HONORIFICS
    titled = words.lowers[i] in words.HONORIFICS and words.lowers[i] not in RANKS
    return not calendar and not titled
