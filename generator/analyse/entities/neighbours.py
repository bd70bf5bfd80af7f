"""What the company that a name keeps says of it: a relative, a first name beside it, a legal form behind a comma, a known maker."""

from generator.analyse.entities.names import Name
from generator.analyse.entities.words import Words
from generator.analysis import EntityKind
from generator.lexicon import entries

Clues = list[tuple[EntityKind, float]]
CREDITED = frozenset({"reporting", "editing", "writing", "assistance", "photography", "photographs", "photos", "research", "graphics"})
"""What people do for an article, in front of "by" or "from"."""
LONGEST_CREDIT = 20
"""Tokens from there to the last of several names."""
LEGAL_FORMS = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "llp", "plc", "plc.", "corp", "corp.", "gmbh", "s.a.", "n.v.", "ag"})
"""Legal forms that stand behind a comma too: "Oskarby Steel, Inc."."""


def beside(words: Words, name: Name) -> Clues:
    """The clues of a name's neighbours, each with its weight."""
    first, last, single = name.first, name.last, name.last - name.first == 1
    before, found = words.before(first), list[tuple[EntityKind, float]]()
    if words.after(last) == "," and words.after(last, 1) in LEGAL_FORMS:
        found.append(("company", 8.0))
    if (before in entries("people", "kin") and words.pos[first - 1] == "NOUN") or (single and _is_of_pair(words, first)):
        found.append(("person", 3.5))
    if _is_firm_of(words, first, last):
        found += [("company", 3.0), ("person", -3.0)]
    if _names_place(words, first):
        found.append(("place", 4.0))
    if _has_byline(words, first) or _is_credited(words, first):
        found.append(("person", 3.0))
    return found


def _is_credited(words: Words, first: int) -> bool:
    """True of a full name in the list behind "reporting by" and "with assistance from"."""
    i, stop = first - 1, max(first - LONGEST_CREDIT, 0)
    if words.before(first) not in ("by", "from", "and", ",") or words.lowers[first] not in words.GIVEN:
        return False
    while i > stop and (words.capital(i) or words.lowers[i] in ("and", ",", "in", "&")):
        i -= 1
    return words.lowers[i] in ("by", "from") and words.before(i) in CREDITED


def _is_of_pair(words: Words, i: int) -> bool:
    """True of "Adam" in "Adam and Lucy Orvane": a first name that shares the surname of the next."""
    if words.lowers[i] not in words.GIVEN or words.after(i + 1) not in ("and", "&"):
        return False
    return words.after(i + 2) in words.GIVEN and i + 3 < len(words.texts) and words.capital(i + 2) and words.capital(i + 3)


def _is_firm_of(words: Words, first: int, last: int) -> bool:
    """True of "auditors Grant Quillon": who follow one profession in the plural under one name, are a firm."""
    return words.before(first) in entries("organisations", "practices") and words.after(last) not in ("and", ",", "&") and last - first < 4


def _names_place(words: Words, first: int) -> bool:
    """True behind "the village, " and "the party town": the name of a settlement."""
    i = first - 1 - (words.before(first) == ",")
    return i > 0 and words.lowers[i] in entries("organisations", "settlements") and words.pos[i] == "NOUN"


def _has_byline(words: Words, first: int) -> bool:
    """True behind a "By" with which a line or a sentence begins, and a given name."""
    return first > 0 and words.texts[first - 1] in ("By", "BY") and words.opening[first - 1] and words.lowers[first] in words.GIVEN
