"""The edges of names: what is taken off their ends; `cutting` parts two names, `growing` is about what a name grows over.

The usual faults: a possessive at the end, an article or a title in front, a title behind.
"""

from generator.analyse.entities.words import POSSESSIVES, Words, known_places, nationalities
from generator.lexicon import entries, load

NOT_NAMES = frozenset(load("organisations")["calendar"])
UNNAMED = ""
"""The label of a name that the model left out."""
POSTNOMINAL = frozenset(load("people")["postnominal"])
"""Adjectives behind a title: "Director General Roe"."""
RANKS = frozenset({"general", "major", "premier", "prince", "king", "queen", "justice", "officer"})
"""Titles that also begin the names of companies."""
TITLES_OF_TWO = frozenset(tuple(title.split()) for title in load("people")["titles_of_two"])
"""Honorifics of two words."""
PICTURED = frozenset({"photo", "video", "image", "pool", "file", "graphic"})
"""What stands between an agency and the slash in front of a photographer's name."""
DASHES = frozenset({"-", "–", "—"})
OFFICERS = frozenset({"minister", "secretary", "commissioner"})
"""Who has a portfolio."""


def trimmed(words: Words, first: int, last: int, label: str, brands: frozenset[str]) -> tuple[int, int]:
    """A name without what stands at its ends and is not its own: articles, titles, possessives, days of the week."""
    while first < last and not (words.texts[first][0].isalnum() and not words.texts[first].islower()):
        first += 1
    while first < last and (words.lowers[first] in ("the", "a", "an", "this") or words.texts[first] in DASHES or _is_ex(words, first, last)
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
    return first, _without_title(words, first, last)


def _without_title(words: Words, first: int, last: int) -> int:
    """The end of a name without a dash and without the beginning of the title that stands behind it."""
    while first < last and (words.texts[last - 1] in DASHES or (first < last - 1 and _begins_title(words, last - 1))):
        last -= 1
    return last


def _begins_title(words: Words, i: int) -> bool:
    """True of the "Vice" of "ECB Vice President" and of "Chief" and "Financial" in front of "Officer": a title behind a firm's name."""
    chief = words.before(i) == "chief" and words.lowers[i] in load("people")["business"]
    word = "chief" if chief else words.lowers[i]
    follows = i + 1 < len(words.texts) and words.capital(i + 1)
    if not follows or word not in load("people")["openings"]:
        return False
    return words.after(i + 1) in words.HEADS or words.after(i + 2) in words.HEADS


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
    first += last - first == 2 and words.lowers[first].removesuffix("s") in load("people")["kin"] and words.lowers[first + 1] in words.GIVEN
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
    if last - first < 3 or words.lowers[first] in words.GIVEN | words.SURNAME_FIRST or words.lowers[first + 1] not in words.GIVEN:
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
