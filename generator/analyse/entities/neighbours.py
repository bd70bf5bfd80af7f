"""What the company that a name keeps says of it: a relative, a first name beside it, a legal form behind a comma, a known maker.

A full name that begins like a person's is a firm's, a place's or a work's where it stands as no person's can (`_as_no_person`):
"shares of Hanna Marsk", "analysts at Hanna Marsk", "the retail chain Hanna Marsk", "Hanna Marsk airport", "the film Hanna Marsk".
"""

from functools import cache

from generator.analyse.entities.names import Name
from generator.analyse.entities.words import POSSESSIVES, Words
from generator.analysis import EntityKind
from generator.lexicon import entries

Clues = list[tuple[EntityKind, float]]
CREDITED = frozenset({"reporting", "editing", "writing", "assistance", "photography", "photographs", "photos", "research", "graphics"})
"""What people do for an article, in front of "by" or "from"."""
LONGEST_PHRASE = 9
"""Tokens from a comma to the noun of an apposition."""
LONGEST_CREDIT = 20
"""Tokens from there to the last of several names."""
NO_PERSON = 4.0
"""What a name's place says against a person: as much as a given name says for one."""
SAYS = frozenset({"said", "says", "told", "believes", "thinks", "expects", "called", "praised", "joined", "left", "criticised"})
"""Verbs whose "its" is often somebody else's."""
LEGAL_FORMS = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "llp", "plc", "plc.", "corp", "corp.", "gmbh", "s.a.", "n.v.", "ag"})
"""Legal forms that stand behind a comma too: "Oskarby Steel, Inc."."""


def beside(words: Words, name: Name) -> Clues:
    """The clues of a name's neighbours, each with its weight."""
    first, last, single = name.first, name.last, name.last - name.first == 1
    found = list[tuple[EntityKind, float]]()
    if words.after(last) == "," and words.after(last, 1) in LEGAL_FORMS:
        found.append(("company", 8.0))
    if _is_relative(words, first) or (single and (_is_of_pair(words, first) or _is_one_of_several(words, first))):
        found.append(("person", 3.5))
    if _is_firm_of(words, first, last):
        found += [("company", 3.0), ("person", -3.0)]
    if _names_place(words, first):
        found.append(("place", 4.0))
    if _has_byline(words, first) or _is_credited(words, first):
        found.append(("person", 3.0))
    if not single and words.lowers[first] in words.GIVEN:
        kind = _as_no_person(words, name)
        found += [(kind, NO_PERSON), ("person", -NO_PERSON)] if kind else []
        found += [("other", 1.5), ("person", -NO_PERSON)] if not kind and words.before(first) == "the" else []
        found += [("company", 2.0), ("person", -2.0)] if not kind and _has_its_own(words, last) else []
    elif not single and (_is_served(words, first) or _has_its_own(words, last)):
        found += [("company", 1.0), ("person", -2.5)]
    return found


def _is_served(words: Words, first: int) -> bool:
    """True behind "a spokesman for", "chairman of", "the law firm of" and "at", of a name that begins like no person's."""
    link, noun = words.before(first), words.before(first, 2)
    return link == "at" or (link in ("of", "for", "with") and (noun in entries("people", "corporate") or noun in _firms()))


def _has_its_own(words: Words, last: int) -> bool:
    """True of "NAME raised its dividend" and "NAME has cut its price": a person would have raised his or hers."""
    verb = last + (last < len(words.pos) and words.pos[last] == "AUX")
    return words.after(verb, 1) == "its" and words.pos[verb] == "VERB" and words.lowers[verb] not in SAYS


def _is_relative(words: Words, first: int) -> bool:
    """True behind "his wife" and "her brother,", and of each of two behind "his sons"."""
    i = first - 1 - (words.before(first) == ",")
    if i > 2 and words.lowers[i] == "and" and words.capital(i - 1):
        i -= 2 + (words.texts[i - 2] == ",")
        return words.lowers[i] in _relatives() and words.capital(first)
    plural = i >= 0 and words.lowers[i] in _relatives() and words.after(first + 1) == "and"
    return i >= 0 and (plural or words.lowers[i] in entries("people", "kin")) and words.pos[i] == "NOUN" and words.capital(first)


@cache
def _relatives() -> frozenset[str]:
    """Relatives in the plural: "her sons, Erik and Tomas,"."""
    return frozenset(word + "s" for word in entries("people", "kin"))


def _as_no_person(words: Words, name: Name) -> EntityKind | None:
    """The kind of a name that stands where a person's cannot, or None."""
    first, last = name.first, name.last
    if words.after(last) in POSSESSIVES:
        return None
    if words.after(last) in entries("gazetteer", "place_words") and words.pos[last] == "NOUN":
        return "place"
    if words.before(first) in entries("organisations", "works") and words.pos[first - 1] == "NOUN" and not _opens_clause(words, last):
        return "product"
    called = _is_called_firm(words, first, last) or _is_said_to_be_firm(words, last)
    called = called or (words.after(last) not in SAYS and _is_among_firms(words, first))
    return "company" if called or _has_firms_thing(words, first, last) or _has_officer(words, last) else None


def _has_firms_thing(words: Words, first: int, last: int) -> bool:
    """True of "NAME shares", "shares of NAME", "a stake in NAME", "sales at NAME", "analysts at NAME" and "NAME, which"."""
    things, before, noun = entries("organisations", "of_firms"), words.before(first), words.before(first, 2)
    if last < len(words.pos) and words.lowers[last] in things and words.pos[last] == "NOUN":
        return True
    if before == "by" and noun == "led" and words.before(first, 3) in ("syndicate", "syndicates", "underwriters"):
        return True
    if before in ("of", "in") and noun in entries("organisations", "parts_of_firms"):
        return True
    if before == "at" and words.pos[first - 2] == "NOUN":
        return noun in entries("organisations", "belongings") or noun in words.HEADS or noun.removesuffix("s") in words.HEADS
    return words.after(last) == "," and words.after(last, 1) == "which"


def _is_called_firm(words: Words, first: int, last: int) -> bool:
    """True behind "the lender", "fashion chain" and "Retailer": nouns that are for no person, or seldom."""
    noun = words.before(first) in _firms() or words.before(first) in entries("organisations", "trades_of_firms")
    return noun and (words.pos[first - 1] == "NOUN" or words.opening[first - 1]) and not _opens_clause(words, last)


def _is_said_to_be_firm(words: Words, last: int) -> bool:
    """True of "NAME, the outdoor clothing chain," and "NAME, a bank in Oslo", and not in front of "a bank clerk" and "the bank said"."""
    if words.after(last) != "," or words.after(last, 1) not in ("a", "an", "the"):
        return False
    for i in range(last + 2, min(last + LONGEST_PHRASE, len(words.texts) - 1)):
        if words.pos[i] not in ("NOUN", "ADJ", "PROPN", "PUNCT", "VERB", "ADV") or words.texts[i] == ",":
            return False
        if words.lowers[i] in _brands() and words.pos[i] == "NOUN" and words.pos[i + 1] not in ("NOUN", "ADJ", "PART", "VERB"):
            return True
    return False


def _opens_clause(words: Words, last: int) -> bool:
    """True of a name that is the subject of a clause about the noun in front of it: "the firm NAME founded, ..."."""
    if last + 1 >= len(words.pos) or not (words.pos[last] == "VERB" or words.lowers[last] in ("has", "had")):
        return False
    return words.pos[last + 1] in ("VERB", "AUX", "PUNCT", "ADP", "ADV")


def _has_officer(words: Words, last: int) -> bool:
    """True in front of a company's officer or analyst and a person's name: "NAME chief executive Ada Roe"."""
    i = last
    while i < min(last + 4, len(words.texts) - 1) and words.texts[i].islower() and words.lowers[i] in _officers():
        i += 1
    return i > last and words.lowers[i - 1] in words.HEADS and words.lowers[i] in words.GIVEN and words.capital(i)


def _is_among_firms(words: Words, first: int) -> bool:
    """True in the list behind "retailers such as", "banks including" and "lenders like"."""
    i, stop = first - 1, max(first - LONGEST_CREDIT, 0)
    if words.before(first) not in ("as", "including", "like", "and", ","):
        return False
    while i > stop and (words.capital(i) or words.lowers[i] in (",", "and")):
        i -= 1
    if words.lowers[i] not in ("as", "including", "like") or (words.lowers[i] == "as" and words.lowers[i - 1] != "such"):
        return False
    i -= 1 + (words.lowers[i] == "as")
    noun = words.lowers[i - (words.lowers[i] == ",")]
    return noun.endswith("s") and noun.removesuffix("s") in _firms()


@cache
def _firms() -> frozenset[str]:
    """Nouns for a firm that are none for a person, nor for somebody's rival."""
    return entries("organisations", "nouns") - Words.HEADS - entries("organisations", "relations")


@cache
def _brands() -> frozenset[str]:
    """Nouns for a firm and for what it sells under its name."""
    return _firms() | {"brand", "label"}


@cache
def _officers() -> frozenset[str]:
    """Titles that stand behind the name of their firm, and what narrows them."""
    return entries("people", "corporate") | entries("people", "modifiers") | {"analyst", "economist", "strategist", "finance", "financial"}


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


def _is_one_of_several(words: Words, first: int) -> bool:
    """True of "Quill" and "Orrin" in "Messrs. Quill and Orrin"."""
    i, stop = first - 1, max(first - 6, -1)
    while i > stop and (words.capital(i) or words.lowers[i] in ("and", ",")) and words.lowers[i].rstrip(".") != "messrs":
        i -= 1
    return i > stop and words.lowers[i].rstrip(".") == "messrs"


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
