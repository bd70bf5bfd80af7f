"""What kind a name is of: the clues in it and around it, each with a weight, added up over all mentions.

The clues around it are those of `context`.
"""

import re
from collections import defaultdict
from functools import cache

from generator.analyse.entities.context import around
from generator.analyse.entities.edges import hyphened
from generator.analyse.entities.names import Name
from generator.analyse.entities.words import Words, known_places, named_places, unaccented
from generator.analysis import EntityKind
from generator.lexicon import entries, load

Votes = dict[EntityKind, float]
KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "company", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group", "LANGUAGE": "group",
    "PRODUCT": "product", "EVENT": "other", "WORK_OF_ART": "product", "LAW": "other",
}
MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,4}[a-zA-Z]{0,3}")
"""How models, substances and amounts in a currency are written: A380, PCSK9, US40."""
COUNTRIES = frozenset({"u.s", "us", "uk", "u.k", "eu"})
CERTAIN = 3.0
"""What the surroundings must say for a single word to be a person: the model takes many a brand for one."""
DOUBT = 3.5
"""What is taken off a person whom nothing but a given name tells, or only a headline names."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""The model's labels for places."""
LABEL_LIMIT = 2.0
"""All labels of one kind together weigh no more: the model repeats its mistakes."""
LEGAL = 12.0
"""What a legal form behind a name says: more than the lexicon, where a company is named after a place."""
CONTEXT_MENTIONS = 200
"""Mentions that are looked at; a name repeated more often tells nothing new."""
ORDER: tuple[EntityKind, ...] = ("company", "person", "institution", "country", "place", "group", "product", "other")
"""Which kind wins a tie."""


def decide(votes: Votes) -> EntityKind:
    """The kind with most weight, or ``other`` where nothing tells."""
    best = max(ORDER, key=lambda kind: votes.get(kind, 0.0))
    return best if votes.get(best, 0.0) > 0 else "other"


def weigh(words: Words, names: list[Name]) -> Votes:
    """The votes of equal names: what the words themselves say, and what stands around their mentions."""
    votes = _labels(names[:CONTEXT_MENTIONS])
    seen: Votes = defaultdict(float)
    for name in names[:CONTEXT_MENTIONS]:
        for kind, weight in around(words, name):
            seen[kind] = min(seen[kind] + weight, 6.0)
    known = len(names[0].key) == 1 and names[0].key[0] in entries("names", "public_figures")
    if known and any(_acts(words, name) for name in names[:CONTEXT_MENTIONS]):
        seen["person"] = min(max(seen["person"], 0.0) + CERTAIN, 6.0)
        votes["person"] += CERTAIN
    if len(names[0].key) == 1 and seen["person"] < CERTAIN and seen["person"] <= seen["company"]:
        votes["other"] += votes.pop("person", 0.0)
    if len(names[0].key) == 1 and not seen and names[0].key[0] in words.common and not words.texts[names[0].first].isupper():
        votes["company"] -= LABEL_LIMIT
    _from_form(words, names[0], votes, personal=seen["person"] >= CERTAIN)
    if seen["person"] <= 0 and votes["person"] > 0 and _is_unlikely(names):
        votes["person"] -= DOUBT
    votes["person"] -= max(_headlined(words, names), _attributive(words, names)) if seen["person"] <= 0 else 0
    for kind, weight in seen.items():
        votes[kind] += weight
    if _is_generic(words, names[0]):
        return {"other": 1.0}
    if any(words.lowers[name.last - 1] in words.SUFFIXES and name.last - name.first > 1 for name in names):
        votes["company"] += LEGAL
    return votes


def _headlined(words: Words, names: list[Name]) -> float:
    """What a person loses who stands in headlines only, where every word has a capital: most where the surname is an English word."""
    if not all(words.titled[name.first] for name in names):
        return 0.0
    return DOUBT if words.dictionary.isdisjoint(names[0].key[-1:]) else 2 * DOUBT


def _attributive(words: Words, names: list[Name]) -> float:
    """What a person loses whose name only stands in front of things in the plural ("Carla Quist shoes"): it is rather a brand."""
    ends = [name.last for name in names]
    things = (words.texts[end] if end < len(words.pos) and words.pos[end] == "NOUN" else "" for end in ends)
    plural = all(thing.endswith("s") and thing.islower() and words.HEADS.isdisjoint((thing, thing.removesuffix("s"))) for thing in things)
    return 1.5 * DOUBT if plural else 0.0


def _acts(words: Words, name: Name) -> bool:
    """False of "the Reagan administration" and "Trump tariffs": what only has somebody's name."""
    i = name.last
    return i >= len(words.texts) or (words.pos[i] not in ("NOUN", "PROPN") and words.texts[i] not in ("-", "–", "/"))


def _is_unlikely(names: list[Name]) -> bool:
    """True of "Olive Grove" and "Otto Street": what only a given name makes a person, while the model takes it for a place."""
    labels = {name.label for name in names}
    return "PERSON" not in labels and not labels.isdisjoint(PLACES) and len(names[0].key) > 1


def _is_generic(words: Words, name: Name) -> bool:
    """True of a word alone that any company or body may have in its name ("Board", "Group"), and of a currency with a number."""
    word = name.key[0]
    if len(name.key) > 1:
        return word in load("organisations")["codes"] and not name.key[1].isalpha()
    generic = word in words.INSTITUTION or word in words.COMPANY or word in words.SUFFIXES
    return word in load("organisations")["codes"] or (generic and word not in known_kinds() and not words.texts[name.first].isupper())


def _labels(names: list[Name]) -> Votes:
    votes: Votes = defaultdict(float)
    for name in names:
        if name.label in KINDS:
            kind = KINDS[name.label]
            weight = min(1.0, max(0.0, LABEL_LIMIT - votes[kind]))
            votes[kind] += weight
            if name.label == "GPE":
                votes["company"] += weight / 2
    return votes


def _from_form(words: Words, name: Name, votes: Votes, *, personal: bool) -> None:
    key, joined = name.key, " ".join(name.key).replace(" 's", "'s")
    known = known_kinds().get(joined) or known_kinds().get(joined.rstrip("."))
    if known and not (known == "company" and key[0] in words.GIVEN and personal):
        votes[known] += 10
        return
    _from_words(words, name, votes)
    size = name.last - name.first
    votes["group"] += 5 if _is_people(joined) else 0
    if size == 1 and MODEL.fullmatch(words.texts[name.first]):
        votes["product"] += 3
    elif size == 1 and (_is_coined(words.texts[name.first]) or (key[0].endswith("bank") and key[0] not in words.dictionary)):
        votes["company"] += 1
    if size == 2 and _is_national(words, key):
        votes["other"] += 5
    _from_persons(words, name, votes, personal=personal)


def _from_persons(words: Words, name: Name, votes: Votes, *, personal: bool) -> None:
    """What a name holds that people's names lack."""
    key, size = name.key, name.last - name.first
    if any(word in words.common for word in key if word not in words.GIVEN) and not any(word in words.GIVEN for word in key):
        votes["person"] -= 2
    if size == 2 and key[0] not in words.GIVEN and key[0] not in words.SURNAME_FIRST:
        votes["person"] -= 2 if words.dictionary.issuperset(key) else 0
    if size > 2 and key[0] not in words.GIVEN and key[0] not in words.SURNAME_FIRST and words.dictionary.issuperset(key[1:]):
        votes["person"] -= 2
    if size > 1 and len(key[-1]) > 2 and words.texts[name.last - 1].isupper() and words.texts[name.first].istitle():
        votes["person"] -= 0 if key[0] in words.GIVEN else 2
    if "-" in words.texts[name.first:name.last] and size == 3:
        votes["person"] -= 2
    if size > 1 and not personal and key[0] not in words.GIVEN and (_is_of_maker(key) or _is_team(words, key)):
        votes["person"] -= 3
    thing = size > 1 and not {key[0], key[-1]}.isdisjoint(load("names")["of_things"])
    if thing or any(letter.isdigit() for word in key for letter in word) or key[-1] == "'s":
        votes["person"] -= 6


def _is_people(joined: str) -> bool:
    """True of "New Yorkers" and "North Carolinians": who live in a place that the lexicon holds; "New Yorker" may be a magazine."""
    return any(joined.endswith(ending) and not {joined.removesuffix(ending), joined.removesuffix(ending) + "a"}.isdisjoint(named_places())
               for ending in ("ers", "ians", "ans"))


def _is_of_maker(key: tuple[str, ...]) -> bool:
    """True of "Uber Eats": what begins with the name of a well-known company or product is one of its things."""
    return known_kinds().get(key[0]) in ("company", "product")


def _is_team(words: Words, key: tuple[str, ...]) -> bool:
    """True of "Miami Dolphins" and "Best Resale Apps": a name in the plural behind a place or a plain word."""
    plural = key[-1].endswith("s") and key[-1].removesuffix("s") in words.dictionary
    return plural and (" ".join(key[:-1]) in named_places() or words.dictionary.issuperset(key[:-1]))


def _from_words(words: Words, name: Name, votes: Votes) -> None:
    """The votes of the words that names of a kind hold: "Commission", "Airlines", a given name."""
    key, size = name.key, name.last - name.first
    given = key[0] in words.GIVEN
    if size > 1 and (key[-1] in load("organisations")["laws"] or key[-1] in load("organisations")["occasions"]):
        votes["other"] += 6
    elif any(word in words.INSTITUTION for word in key) or "central bank" in " ".join(key):
        votes["institution"] += 5 if size > 1 else 1
    elif size > 1 and (key[-1] in words.COMPANY or "&" in key):
        votes["company"] += 3 if given and size == 2 else 5
        votes["person"] += 2.5 if given and size == 2 else 0
    elif size > 1 and not given and (key[-1] in load("gazetteer")["place_words"] or _is_state(key)):
        votes["place"] += 5
    elif size > 2 and given and key[-1] in load("organisations")["sites"] and key[-2] in words.dictionary:
        votes["place"] += 6
    elif size > 1 and key[0] in words.COMPANY:
        votes["company"] += 1.5
    elif size > 1 and key[-1] in ("jr", "sr"):
        votes["person"] += 4
    elif 1 < size <= 5 and _person_like(words, name):
        person = 4 if given else 2.5
        votes["person"] += person / 2 if votes["product"] and not votes["person"] else person


def _is_state(key: tuple[str, ...]) -> bool:
    """True of "New York State" and "State of California", but not of "State Farm"."""
    front, back = " ".join(key[:-1]), " ".join(key[2:])
    return (key[-1] == "state" and front in named_places()) or (key[:2] == ("state", "of") and back in named_places())


def _is_national(words: Words, key: tuple[str, ...]) -> bool:
    """True of "U.S. Investors": a country's short name and a plain word that no company has in its name."""
    if key[0] not in COUNTRIES or key[1] in words.ORGANISATION or key[1] in known_kinds():
        return False
    return bool({key[1], key[1].removesuffix("s")} & words.dictionary)


def _is_coined(word: str) -> bool:
    """True of acronyms and of words with a capital inside: made, not given."""
    return (word.isupper() and 2 <= len(word) <= 5) or (not word.isupper() and any(letter.isupper() for letter in word[2:]))


def _person_like(words: Words, name: Name) -> bool:
    """A given name, or a Chinese surname before one or two words, with nothing that people's names lack."""
    key = name.key
    tokens = [i for i in range(name.first, name.last) if words.texts[i] not in ("-", "’", "'")]
    if not all(words.capital(i) or words.lowers[i] in words.PARTICLES or hyphened(words, i) for i in tokens):
        return False
    if len(tokens) == 2 and name.last - name.first == 3 and words.texts[name.first + 1] == "-":
        return False
    shapes = {words.texts[i].isupper() for i in tokens if len(words.texts[i].rstrip(".")) > 2}
    if len(shapes) > 1:
        return False
    surname_first = key[0] in words.SURNAME_FIRST and len(key) <= 3 and key[-1] not in words.HEADS
    surname_last = key[-1] in words.SURNAME_FIRST and len(key) == 2
    dotted = words.texts[name.first].endswith(".") or key[-1] not in words.dictionary
    initials = len(key) > 1 and key[0] + "." not in words.SUFFIXES and all(len(part) == 1 and part.isalpha() for part in key[0].split("."))
    initials = initials and dotted
    return key[0] in words.GIVEN or surname_first or surname_last or initials


@cache
def known_kinds() -> dict[str, EntityKind]:
    """The kinds of the names that the lexicon holds, by the name in small letters."""
    gazetteer, organisations = load("gazetteer"), load("organisations")
    known: dict[str, EntityKind] = {}
    lists: tuple[tuple[EntityKind, list[str]], ...] = (
        ("place", gazetteer["places"]), ("place", gazetteer["regions"]), ("group", gazetteer["groups"]),
        *(("company", listed) for listed in load("companies").values()), ("company", organisations["eponyms"]),
        ("institution", organisations["institutions"]), ("other", organisations["neither"]),
        ("product", organisations["products"]))
    for kind, listed in lists:
        known.update((unaccented(word.lower().rstrip(".")), kind) for word in listed)
    for country, adjectives in known_places().items():
        known[unaccented(country)] = "country"
        known.update((word.lower(), "group") for word in adjectives)
        known.update((word.lower() + "s", "group") for word in adjectives if not word.endswith(("s", "sh", "ch", "se")))
    return known
