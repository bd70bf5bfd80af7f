"""The edges of names: where one that the model gives is cut, and what is taken off its ends; `growing` is about what it grows over.

The usual faults: a possessive at the end, an article or a title in front, two companies joined by "and", a dateline, a
bracket.
"""

from collections.abc import Iterator

from generator.analyse.entities.words import POSSESSIVES, Words, known_places, nationalities, spelled
from generator.lexicon import entries, load

NOT_NAMES = frozenset(load("organisations")["calendar"])
APART = frozenset({",", "at", "and", "@", "/", "|", "of", "in", "for", "on", "to"})
"""What never stands inside a person's name."""
UNNAMED = ""
"""The label of a name that the model left out."""
DATED = frozenset({"(", ",", "-", "–", "—"})
"""What stands behind the place of a dateline."""
POSTNOMINAL = frozenset(load("people")["postnominal"])
"""Adjectives behind a title: "Director General Roe"."""
RANKS = frozenset({"general", "major", "premier", "prince", "king", "queen", "justice", "officer"})
"""Titles that also begin the names of companies."""
TITLES_OF_TWO = frozenset(tuple(title.split()) for title in load("people")["titles_of_two"])
"""Honorifics of two words."""
PICTURED = frozenset({"photo", "video", "image", "pool", "file", "graphic"})
"""What stands between an agency and the slash in front of a photographer's name."""
OFFICERS = frozenset({"minister", "secretary", "commissioner"})
"""Who has a portfolio."""


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
        if cut or _parts_two(words, i, last) or (label == "ORG" and _joins_two(words, start, i, last)):
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


def _parts_two(words: Words, i: int, last: int) -> bool:
    """True of a bracket ("Norrland Bank (NB)"), and of the dash behind a dateline ("OSLO - Norrland Bank")."""
    mark = words.texts[i]
    if mark in (":", "<", ">") or (mark == "/" and words.before(i) in PICTURED):
        return True
    if mark in ("(", ")", "["):
        return not is_bracketed(words, i if mark != ")" else i - 2, last)
    if mark not in ("-", "–", "—") or i + 1 >= last or words.starts[i] == words.ends[i - 1] or words.starts[i + 1] == words.ends[i]:
        return False
    left, right = words.texts[i - 1], words.texts[i + 1]
    return right[0].isdigit() or right.isupper() or (left.isupper() and len(left) > 2)


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
    return (word == "and" and _are_two(words, start, i, last)) or (word == "of" and _belongs(words, start, i, last))


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


def trimmed(words: Words, first: int, last: int, label: str, brands: frozenset[str]) -> tuple[int, int]:
    """A name without what stands at its ends and is not its own: articles, titles, possessives, days of the week."""
    while first < last and not (words.texts[first][0].isalnum() and not words.texts[first].islower()):
        first += 1
    while first < last and (words.lowers[first] in ("the", "a", "an", "this") or _is_ex(words, first, last)
                            or _is_calendar(words, first, last)):
        first += 1
    first = _behind_titles(words, first, last, label)
    while first < last and (not _may_end(words, last - 1, brands) or _is_calendar(words, last - 1, first + 1)):
        last -= 1
    if last - first == 3 and words.before(first) == "the" and words.lowers[first] == "board" and words.lowers[first + 1] in words.GIVEN:
        first += 1
    if last - first > 3 and words.lowers[last - 3:last] == ["board", "of", "directors"]:
        last -= 3
        last -= words.texts[last - 1] in POSSESSIVES and words.lowers[last - 2] not in brands
    while first < last - 1 and _is_ministrys(words, first, last):
        last -= 1
    if label == "PERSON" and last - first > 2 and words.pos[last - 1] == "VERB":
        last -= 1
    first = _known_firm(words, first, last) if label in ("PERSON", UNNAMED) else first
    while _is_overlong(words, first, last, label):
        last -= 1
    named = last - first == 2 and words.lowers[first] in words.GIVEN
    while label in ("PERSON", UNNAMED) and last - first > 1 and words.lowers[last - 1] in words.HEADS and not named:
        last -= 1
    return first, last


def _is_ex(words: Words, first: int, last: int) -> bool:
    """True of the "Ex" and the hyphen of "Ex-Acme"."""
    ex = words.lowers[first] == "ex" and last - first > 2 and words.texts[first + 1] == "-"
    return ex or (words.texts[first] == "-" and words.before(first) == "ex")


def _known_firm(words: Words, first: int, last: int) -> int:
    """The first token of the known firm with a person's name that a longer name ends in: a headline ran into it."""
    return next((i for i in range(first, last - 1) if " ".join(words.lowers[i:last]) in entries("organisations", "eponyms")), first)


def _is_overlong(words: Words, first: int, last: int, label: str) -> bool:
    """True of "Ada Quill Comments" (a button), "Norrland Bank Names" (a headline), "Fed Chair" before a name, "Quill Co. Billionaire"."""
    if last - first < 2:
        return False
    word = words.lowers[last - 1]
    if word in words.HEADS and words.lowers[last - 2] in words.SUFFIXES and last - first > 2:
        return True
    if words.titled[first] and word in entries("names", "headline_verbs"):
        return True
    if label == "ORG" and word in words.HEADS and words.after(last) in words.GIVEN and words.capital(last):
        return True
    return last - first > 2 and words.lowers[first] in words.GIVEN and word in entries("names", "furniture")


def opens(words: Words, i: int) -> bool:
    """True of a gerund, a preposition and their like at the head of a sentence, a bracket or a quotation."""
    word = words.lowers[i]
    if word in words.GIVEN or not (words.opening[i] or words.before(i) in ("(", "“", '"')):
        return False
    gerund = word.endswith("ing") and not {word[:-3], word[:-3] + "e", word[:-4]}.isdisjoint(words.dictionary)
    return gerund or word in load("names")["opening"]


def _behind_titles(words: Words, first: int, last: int, label: str) -> int:
    """The token behind the titles that a name begins with: "Dr", "Datuk Seri", "Co-Founder", "General Counsel"."""
    first += first < last and (label == "PERSON" or words.titled[first]) and _opens_with_noun(words, first, last)
    if last - first > 2 and words.lowers[last - 2] in words.GIVEN and words.lowers[last - 3] in words.HEADS:
        titles = words.lowers[first:last - 2]
        first = last - 2 if all(word in words.HEADS or word in load("people")["modifiers"] for word in titles) else first
    while first < last:
        step = 2 if tuple(words.lowers[first:first + 2]) in TITLES_OF_TWO else 0
        step = step or int((words.before(first), words.lowers[first]) in TITLES_OF_TWO)
        if step == 0 and first < last - 2 and words.before(first) in ("for", "of") and words.before(first, 2) in words.HEADS:
            step = int(words.lowers[first] in load("organisations")["portfolios"] and words.lowers[first + 1] in words.GIVEN)
        if step == 0 and first < last - 1:
            step = 3 if _is_hyphened(words, first, last) else int(_is_title(words, first, label))
        if step == 0:
            break
        first += step
    return min(first, last)


def _opens_with_noun(words: Words, first: int, last: int) -> bool:
    """True of "Customer Ada Quill" at the head of a sentence and "Names Ada Quill" in a headline: a plain word in front of a given name."""
    if last - first < 3 or words.lowers[first] in words.GIVEN or words.lowers[first + 1] not in words.GIVEN:
        return False
    acts = words.titled[first] and words.lowers[first] in entries("names", "headline_verbs")
    plain = words.lowers[first] in words.dictionary or words.lowers[first].removesuffix("s") in words.dictionary
    return acts or (words.opening[first] and plain)


def _is_hyphened(words: Words, i: int, last: int) -> bool:
    """True of "Co-Founder" in front of a given name."""
    return i + 3 < last and words.texts[i + 1] == "-" and words.lowers[i + 2] in words.HEADS and words.lowers[i + 3] in words.GIVEN


def _is_ministrys(words: Words, first: int, last: int) -> bool:
    """True of a name that ends in what a minister is minister of: "UK Finance" in "UK Finance Minister"."""
    place = " ".join(words.lowers[first:last - 1]).rstrip(".")
    nation = place in known_places() or place in entries("organisations", "institutions") or place.title() in nationalities()
    nation = nation or place.title() in entries("gazetteer", "groups")
    return nation and words.lowers[last - 1] in load("organisations")["portfolios"] and words.after(last) in OFFICERS


def _is_title(words: Words, i: int, label: str) -> bool:
    """True of a title in front of a name; "General" is none in "General Motors"."""
    if words.after(i, 1) in words.COMPANY or words.after(i, 1) in words.INSTITUTION or words.after(i, 1) == "of":
        return False
    word = words.lowers[i]
    if word in POSTNOMINAL and words.before(i) in words.HEADS:
        return True
    if word in ("acting", "former", "interim"):
        return True
    if label not in ("PERSON", UNNAMED):
        return word in words.ADDRESSES or (word in words.HONORIFICS and word not in RANKS and words.after(i, 1) in words.GIVEN)
    return (word in words.HONORIFICS or word in words.HEADS) and not (label == UNNAMED and word in RANKS)


def _is_calendar(words: Words, i: int, alone: int) -> bool:
    """True of a month, a weekday and their like, except as a given name in front or as a surname behind a given name."""
    named = (words.lowers[i] in words.GIVEN and i < alone - 1) or (i >= alone and words.before(i) in words.GIVEN)
    return words.lowers[i] in NOT_NAMES and not named


def hyphened(words: Words, i: int) -> bool:
    """True of the "ho" of "Moon Jae-ho": the second half of an East Asian given name, behind a surname."""
    if i < 3 or words.texts[i - 1] != "-" or not words.texts[i].islower() or words.before(i, 3) not in words.SURNAME_FIRST:
        return False
    tight = words.starts[i] == words.ends[i - 1] == words.starts[i - 1] + 1 == words.ends[i - 2] + 1
    return tight and words.capital(i - 2) and words.capital(i - 3)


def _may_end(words: Words, i: int, brands: frozenset[str]) -> bool:
    if words.texts[i] in POSSESSIVES:
        return words.before(i) in brands
    if words.lowers[i] in ("the", "a", "an"):
        return False
    if hyphened(words, i):
        return True
    if not words.texts[i].islower() and words.texts[i][0].isalnum():
        return True
    return words.lowers[i] in words.SUFFIXES or words.lowers[i] in words.COMPANY or words.lowers[i] in words.INSTITUTION
