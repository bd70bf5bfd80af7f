"""Names grown over what belongs to them: a surname behind a particle, a given name in front, a legal form, a brand's possessive."""

from generator.analyse.entities.cutting import is_bracketed
from generator.analyse.entities.edges import NOT_NAMES, TITLES_OF_TWO, UNNAMED, hyphened
from generator.analyse.entities.words import POSSESSIVES, Words, known_places, named_places, nationalities

SEATED = frozenset({"bank", "university", "institute", "ministry", "department", "academy", "museum", "bureau", "school", "college"})
"""Bodies whose names go on with "of"."""
PARTNERS = frozenset({"co", "co.", "company", "sons", "partners", "associates", "brothers", "daughters"})
"""What stands behind "and" in the name of a firm."""


def extended(words: Words, first: int, last: int, label: str, taken: list[bool], brands: frozenset[str]) -> tuple[int, int]:
    """A name grown over what belongs to it: a surname behind a particle, a given name in front, a legal form, a brand's possessive."""
    if first >= last:
        return first, last
    size, last = len(words.texts), _with_particle(words, first, last)
    first -= 2 if label in ("PERSON", UNNAMED) and _has_first_half(words, first, label) and not taken[first - 2] else 0
    if _has_front(words, first, last, label) and not taken[first - 1]:
        first -= 3 if _is_joined(words, first - 2) and not taken[first - 3] else 1
    if first and f"{words.texts[first - 1]} {words.texts[first]}" in nationalities() and not taken[first - 1]:
        first -= 1
    if words.lowers[first:last] == ["central", "bank"] and words.pos[first - 1:first] == ["PROPN"] and words.capital(first - 1):
        first -= 1
    single = last - first == 1 and words.lowers[first] in words.GIVEN
    while single and last < min(size, first + 3) and _is_surname(words, last) and not taken[last]:
        last += 1
    while last < size and not taken[last] and " ".join(words.lowers[first:last + 1]) in known_places():
        last += 1
    last += last < size and words.texts[last] in POSSESSIVES and words.lowers[last - 1] in brands
    if last + 1 < size and words.lowers[last] in ("and", "&") and words.lowers[last + 1] in PARTNERS and words.capital(last + 1):
        last += 2
    if is_bracketed(words, last, size + 1) and not any(taken[last:last + 4]):
        last += 4
    return first, _with_line_and_form(words, first, _with_seat(words, first, last, taken), label, taken)


def _with_seat(words: Words, first: int, last: int, taken: list[bool]) -> int:
    """The end of "Royal Bank of Norrland" and "University of Leeds" where the model gives the name without its "of" and what follows."""
    if last + 1 >= len(words.texts) or words.lowers[last] != "of" or words.lowers[last - 1] not in SEATED or words.titled[first]:
        return last
    end = last + 1
    while end < min(last + 4, len(words.texts)) and words.capital(end) and words.pos[end] == "PROPN" and not taken[end]:
        end += 1
    return end if end > last + 1 else last


def _with_line_and_form(words: Words, first: int, last: int, label: str, taken: list[bool]) -> int:
    """The end of a company's name with the line of business and the legal form behind it."""
    size = len(words.texts)
    last += last < size and not taken[last] and _goes_on(words, first, last, label)
    return last + (last < size and words.lowers[last] in words.SUFFIXES and words.capital(last) and not taken[last])


def _goes_on(words: Words, first: int, i: int, label: str) -> bool:
    """True of the "Payments" of "Quillon Payments" where the model gives "Quillon" alone as a company or a place."""
    surname = label == "PERSON" and i - first == 1 and words.lowers[first] not in words.GIVEN
    if not (label in ("ORG", "GPE") or surname) or not words.capital(i) or words.pos[i] != "PROPN" or words.texts[i].isupper():
        return False
    return words.lowers[i] in words.COMPANY and words.deps[i - 1] == "compound" and " ".join(words.lowers[first:i]) not in named_places()


def _with_particle(words: Words, first: int, last: int) -> int:
    """The end of a name that a particle or a hyphen cuts in two: "Ursula van der Hoeven", "Moon Jae-ho"."""
    size = len(words.texts)
    last += 2 if last + 1 < size and hyphened(words, last + 1) else 0
    end = last
    while end < size and (words.lowers[end - 1] in words.PARTICLES or words.texts[end] in words.PARTICLES) and end - last < 4:
        end += 1
        if end < size and words.capital(end) and words.lowers[end - 1] in words.PARTICLES and words.lowers[first] in words.GIVEN:
            return end + 1
    return last


def _has_front(words: Words, first: int, last: int, label: str) -> bool:
    """True where the given name stands in front of a short name that the model gives without it."""
    middle = last - first == 2 and words.lowers[first] in words.GIVEN and words.before(first) not in words.dictionary
    middle = middle or (last - first == 3 and _is_joined(words, first + 1) and words.before(first) in words.GIVEN)
    if first == 0 or not (last - first == 1 or middle) or not words.capital(first - 1) or words.pos[first - 1] != "PROPN":
        return False
    front, opening = words.lowers[first - 1], words.opening[first - 1]
    unheard = label == "PERSON" and front not in words.dictionary and words.texts[first - 1].isalpha()
    compound = words.deps[first - 1] == "compound" and first <= words.heads[first - 1] < last and (not opening or unheard)
    named = front in words.GIVEN and (compound or not opening or len(words.texts[first]) > 2)
    barred = any(word in words.HEADS or word in words.HONORIFICS or word in NOT_NAMES for word in (front, words.lowers[first]))
    barred = barred or (words.before(first, 2), front) in TITLES_OF_TWO
    return (compound or named) and not barred


def _has_first_half(words: Words, first: int, label: str) -> bool:
    """True where "Jan" and a hyphen stand in front of "Willem van der Steen", or "Khalid" and a particle in front of "Faisal"."""
    if label == "PERSON" and first > 1 and words.before(first) in words.PARTICLES and words.texts[first - 1].islower():
        front = words.lowers[first - 2]
        return words.capital(first - 2) and words.pos[first - 2] == "PROPN" and front not in words.HONORIFICS | words.dictionary
    return first > 1 and _is_joined(words, first - 1) and words.lowers[first - 2] in words.GIVEN


def _is_joined(words: Words, i: int) -> bool:
    """True of the hyphen at token ``i`` in "Jan-Petter" and "Lund-Olsen": without blanks, between two capitals."""
    if i < 1 or i + 1 >= len(words.texts) or words.texts[i] != "-" or not (words.capital(i - 1) and words.capital(i + 1)):
        return False
    return words.ends[i - 1] == words.starts[i] and words.ends[i] == words.starts[i + 1]


def _is_surname(words: Words, i: int) -> bool:
    """True of a proper noun that can go on a name behind a given name."""
    word = words.lowers[i]
    barred = word in words.HEADS or word in words.ORGANISATION or word in NOT_NAMES
    proper = words.pos[i] == "PROPN" or words.texts[i][1:2] in ("’", "'")
    return proper and words.capital(i) and not words.opening[i] and not barred
