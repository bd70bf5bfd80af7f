"""Where a name that the model gives is cut: two names joined by "and", a dateline, a bracket, a dash, a possessive."""

from collections.abc import Iterator

from generator.analyse.entities.edges import DASHES, PICTURED, UNNAMED, hyphened
from generator.analyse.entities.words import POSSESSIVES, Words, known_places, spelled
from generator.lexicon import entries, load

APART = frozenset({",", "at", "and", "@", "/", "|", "of", "in", "for", "on", "to"})
"""What never stands inside a person's name."""
DATED = frozenset({"(", ",", "-", "–", "—"})
"""What stands behind the place of a dateline."""
SHORT = 3
"""Letters of a small word inside of a name: "Pont - de - Loire"."""


def parts(words: Words, first: int, last: int, label: str, brands: frozenset[str]) -> Iterator[tuple[int, int]]:
    """An entity cut where two names were taken for one: at a possessive, a number, a line end, a comma or "and"."""
    whole = " ".join(spelled(words, first, last)).removeprefix("the ").replace(" 's", "'s")
    if whole in known_places():
        yield first, last
        return
    for start, end in _cuts(words, first, last, label, brands):
        agency = label == "PERSON" and end - start > 1 and words.lowers[start] in entries("subject", "publishers")
        cut = start + (agency and words.capital(start + 1))
        if cut > start:
            yield start, cut
        yield cut, end


def _cuts(words: Words, first: int, last: int, label: str, brands: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = first
    for i in range(first, last):
        word = words.lowers[i]
        owned = words.texts[i] in POSSESSIVES and i > first and words.lowers[i - 1] not in brands and not _is_members(words, i, last)
        if word in ("and", "&") and i > start and i + 1 < last and words.lowers[i + 1] in words.ADDRESSES:
            yield start, i
            start = i + 1
        if label == "ORG" and i > start and last - i == 2 and _is_officer(words, i):
            yield start, i
            start = i
        personal = label == "PERSON" or words.lowers[start] in words.GIVEN or (label == UNNAMED and words.after(i + 1) in DATED)
        if i - start > 1 and personal and _is_dateline(words, i, start):
            yield start, i
            start = i
        apart = word[0].isdigit() or (word in APART and not hyphened(words, i))
        cut = owned or word.isspace() or words.barred[i] or (label == "PERSON" and apart)
        if cut or _parts_two(words, start, i, last, label == "PERSON") or (label == "ORG" and _joins_two(words, start, i, last)):
            yield start, i
            start = i + 1
    yield start, last


def _is_officer(words: Words, i: int) -> bool:
    """True of a full name behind a company's, as in "chief executive of Oskarby Steel Ada Quill"."""
    named = words.lowers[i] in words.GIVEN and words.lowers[i + 1] not in words.ORGANISATION and words.capital(i + 1)
    return named and words.lowers[i - 1] in words.FIRM


def _is_dateline(words: Words, i: int, start: int) -> bool:
    """True of a word in capitals behind a name that is not: "Ann Orrin TOKYO"."""
    return words.texts[i].isupper() and len(words.texts[i]) > 3 and not words.texts[start].isupper()


def _is_members(words: Words, i: int, last: int) -> bool:
    """True of the possessive in "Shopkeepers' Alliance": the body belongs to those who are its members."""
    members = words.lowers[i - 1].removesuffix("s") in words.dictionary and words.capital(i - 1)
    return members and i + 1 < last and words.lowers[last - 1] in words.INSTITUTION and all(words.capital(j) for j in range(i + 1, last))


def _parts_two(words: Words, start: int, i: int, last: int, personal: bool) -> bool:
    """True of a bracket ("Norrland Bank (NB)"), and of the dash behind a dateline ("OSLO - Norrland Bank") or a person."""
    mark = words.texts[i]
    if mark in (":", "<", ">") or (mark == "/" and words.before(i) in PICTURED):
        return True
    if mark in ("(", ")", "["):
        return not is_bracketed(words, i if mark != ")" else i - 2, last)
    if mark not in DASHES or i + 1 >= last or words.starts[i] == words.ends[i - 1] or words.starts[i + 1] == words.ends[i]:
        return False
    left, right = words.texts[i - 1], words.texts[i + 1]
    if right.islower():
        return len(right) > SHORT
    return right[0].isdigit() or right.isupper() or (left.isupper() and len(left) > 2) or (personal and _is_full(words, start, i))


def _is_full(words: Words, start: int, i: int) -> bool:
    """True of the full name in front of the dash of "Ada Quill - Norrland Capital"; "Kim Min - Jae" goes on behind it."""
    return i - start > 1 and words.lowers[start] in words.GIVEN - words.SURNAME_FIRST


def is_bracketed(words: Words, i: int, last: int) -> bool:
    """True of "(Holdings) Ltd" at token ``i``: a bracket that is part of a company's name."""
    if i < 0 or i + 3 >= min(last, len(words.texts)) or words.texts[i] != "(" or words.texts[i + 2] != ")":
        return False
    return words.capital(i + 1) and words.lowers[i + 3] in words.SUFFIXES


def _joins_two(words: Words, start: int, i: int, last: int) -> bool:
    """True of "and" between two names, "of" and "at" between somebody or a function and a firm, a comma behind a title."""
    word = words.lowers[i]
    if word == ",":
        return (i - start == 1 and words.lowers[start] in words.HEADS) or _lists_two(words, start, i, last)
    if word == "at":
        return words.INSTITUTION.isdisjoint(words.lowers[start:i])
    if word in ("to", "from") and words.texts[i].islower():
        return True
    if word == "of" and i - start == 1 and words.lowers[start] in words.HEADS:
        return words.INSTITUTION.isdisjoint(words.lowers[i:last])
    if word == "and":
        return _are_two(words, start, i, last) or (i - start == 2 == last - i - 1 and _is_of_several(words, start))
    chairs = words.before(i) == "board" and words.before(i, 3) == "of" and words.before(i, 4) in words.HEADS
    return word == "of" and (chairs or _belongs(words, start, i, last))


def _is_of_several(words: Words, start: int) -> bool:
    """True behind "tycoons" and "directors": of the two names that follow each is somebody's."""
    word = words.before(start)
    return word.endswith("s") and word.removesuffix("s") in words.HEADS and word not in load("organisations")["practices"]


def _lists_two(words: Words, start: int, i: int, last: int) -> bool:
    """True of a comma that no "and" follows, with a name behind it: "Norrland Glass, Quillon"; a legal form and a place are none."""
    rest = words.lowers[i + 1:last]
    if not rest or rest[0] in words.SUFFIXES or " ".join(rest).rstrip(".") in known_places() or not words.capital(i + 1):
        return False
    return not {"and", "&", "of"} & {*rest, *words.lowers[start:i]} and words.INSTITUTION.isdisjoint(words.lowers[start:last])


def _belongs(words: Words, start: int, i: int, last: int) -> bool:
    """True of "of" between a person's two names and a firm: "Imke Orrin of Quillon Research"."""
    if i - start != 2 or words.lowers[last - 1] not in words.FIRM:
        return False
    known = any(word in words.ORGANISATION or word in words.dictionary for word in words.lowers[start:i])
    return not known and all(words.capital(j) for j in range(start, i))


def _are_two(words: Words, start: int, i: int, last: int) -> bool:
    """True where "and" stands between two short names, neither of which holds a word that only a longer name has."""
    return i - start == 1 and last - i <= 3 and words.texts[start].isalpha() and words.ORGANISATION.isdisjoint(words.lowers[i + 1:last])
