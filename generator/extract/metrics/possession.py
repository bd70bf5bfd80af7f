"""Whose number it is, by who possesses its name: "Tessaly's revenue", "its net loss", "shares in Brackwater"."""

from typing import TYPE_CHECKING

from generator.extract.metrics.clause import subject
from generator.extract.metrics.economies import LANDS, land_meant
from generator.extract.metrics.owners import MARKS, OF_COMPANIES, POSSESSIVES, Owner, Place, listed
from generator.extract.metrics.phrases import DONE_SOMEWHERE, apposition, as_written, goods, is_where, named, region, whoever
from generator.extract.metrics.prepositions import objects

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = frozenset(("of", "in", "at", "for", "by", "on"))
_SURROUNDINGS = frozenset(("world", "country", "nation", "region", "continent", "industry", "market"))
_OF_BUYERS = frozenset(("orders", "deal_value"))
"""Metrics of whoever buys, and not of what is bought."""
_COUNTED = frozenset(("units", "users", "orders", "headcount", "stores", "other"))
"""Metrics of counts: in "40 Tessaly vans" and "500,000 U.S. workers" the name between tells what is counted."""
_OF_ONE = OF_COMPANIES | {"index", "headcount", "stores"}
"""Metrics that no world has: "its worldwide workforce"."""
_PHRASE = frozenset(("NOUN", "ADJ", "PROPN", "NUM", "X", "PUNCT"))


def possessor(place: Place) -> Owner | None:
    """The one before the name: "Tessaly's revenue", "its net loss", "the cloud unit's sales", "Tessaly shares", "global growth"."""
    words, name = place.words, place.name
    counted, done = name is not None and name.metric in _COUNTED, name is not None and name.metric == "deal_value"
    for i in range(place.anchor - 1, max(-1, place.anchor - 8), -1):
        if words.lower[i] == "whose":
            return whoever(place, words.tokens[i])
        if words.lower[i] in POSSESSIVES:
            return _meant_by(place, i)
        if words.lower[i] in MARKS:
            told = place.end < i and all(words.pos[k] in ("NOUN", "ADJ") for k in range(place.end, i))  # "a $5m donors' package"
            return None if told else possessing_phrase(place, i)
        entity = place.entity(i)
        between = place.figure <= i and (counted or (entity is not None and entity.kind in ("product", "other")))
        if entity and entity.kind in ("country", "place") and i > 0 and words.lower[i - 1] in MARKS:
            continue  # "Acme's US sales"
        if entity and not (between or _is_asked(place, i)) and not (done and entity.kind in ("country", "place")):
            if not is_where(place, entity):
                return as_written(place, i, entity)
            continue
        if words.lower[i] in listed("adjectives") and not (name and name.metric in _OF_ONE):
            return _company_of(place) or Owner(place.text(i, i + 1))
        if words.pos[i] not in _PHRASE or words.lower[i] in ",;:()":
            break
    return None


def compared(place: Place) -> Owner | None:
    """The one before a number that is set beside another's: "compared with Acme's $5m"; "last year's $5m" is nobody's."""
    words = place.words
    entity = place.entity(place.figure - 2) if words.is_one_of(place.figure - 1, MARKS) else None
    return place.usual.owner(entity) if entity and entity.kind in ("company", "country") else None  # a central bank has targets for others


def _is_asked(place: Place, position: int) -> bool:
    """True of Halden in "the Halden consensus estimate": who asked the analysts."""
    name = place.name
    asked = range(position + 1, name.last) if name else range(0)
    return any(place.words.is_one_of(i, ("consensus",)) for i in asked) and place.entity(position) != (place.focus and place.focus.entity)


def foretold(place: Place) -> Owner | None:
    """The one whose price is foretold: "its price target on Acme"."""
    name, words = place.name, place.words
    if name is None or not words.is_one_of(name.last, ("on", "for")):
        return None
    return holder_behind(place) if any(words.is_one_of(i, ("target",)) for i in range(name.first - 1, name.last)) else None


def _company_of(place: Place) -> Owner | None:
    """The company that is the subject of "worldwide sales"."""
    owner = subject(place)
    return owner if owner and owner.entity and owner.entity.kind == "company" else None


def _meant_by(place: Place, pronoun: int) -> Owner | None:
    """Whom "its" means: the part that does it, who was spoken of, where such a number can be theirs, else the subject of the clause."""
    part = None if listed("segments").isdisjoint(place.words.vocabulary) else subject(place)
    if part and part.entity is None and part.text.rsplit(maxsplit=1)[-1] in listed("segments"):
        return part
    entity = place.entity(pronoun)
    if entity and not (entity.kind == "country" and place.of_a_company) and not _is_yield(place):
        return place.usual.owner(entity)
    return subject(place) or place.focus


def _is_yield(place: Place) -> bool:
    """True of a yield: "its yield" is that of a note, which is nobody whom the text could speak of."""
    return place.name is not None and place.words.lemma[place.name.last - 1] == "yield"


def possessing_phrase(place: Place, mark: int) -> Owner | None:
    """The owner before a possessive mark: an entity, or the words of a segment ("cloud services unit")."""
    words = place.words
    if words.ents[mark - 1] in ("DATE", "TIME") or place.analysis.dates_in(words.starts[mark - 1], words.end_of(mark - 1)):
        return None
    if words.is_one_of(mark - 1, _SURROUNDINGS) and mark + 1 < len(words) and words.tags[mark + 1] in ("JJS", "RBS"):
        return None  # "the world's largest lender with $9 trillion of deposits"
    entity = place.entity(mark - 1)
    if entity:
        return place.usual.owner(entity)
    if words.lemma[mark - 1] in LANDS:
        return land_meant(place, words.lemma[mark - 1])
    alone = mark < 2 or words.pos[mark - 2] not in ("NOUN", "PROPN", "ADJ")
    meant = words.lemma[mark - 1] in listed("nominals") or words.lemma[mark - 1] in listed("stand_ins")
    if alone and meant and words.tags[mark - 1] != "NNS":
        return place.company or place.focus
    first = mark
    while first > 0 and words.pos[first - 1] in ("NOUN", "ADJ", "PROPN") and words.lower[first - 1] not in MARKS:
        first -= 1
    return Owner(place.text(first, mark)) if first < mark else None


def holder_behind(place: Place) -> Owner | None:
    """The one behind the name: "shares in Brackwater", "a loss on its flying business", "the price of iron ore"."""
    name, words = place.name, place.words
    if name is None or name.last >= len(words) or words.lower[name.last] not in _OF or words.lemma[name.last - 1] in ("bid", "offer"):
        return None
    noun = next(objects(words.tokens[name.last]), None)
    bought = name.metric in _OF_BUYERS
    owner = subject(place) if bought else _held_by(place, noun) if noun is not None else None
    if owner:
        return owner
    for i in range(name.last + 1, min(name.last + 5, len(words))):
        entity = place.entity(i)
        if entity:
            return None if entity.kind in ("country", "place") and name.metric in DONE_SOMEWHERE else place.usual.owner(entity)
        if words.pos[i] in ("VERB", "AUX", "ADP", "NUM") or words.lower[i] in ",;:()$":
            return None
    return None


def _held_by(place: Place, noun: "Token") -> Owner | None:
    """The owner that the noun behind "of" or "in" names."""
    name, position = place.name, place.words.place_of(noun)
    assert name is not None
    if not 0 <= position < len(place.words):
        return None
    if name.metric in DONE_SOMEWHERE and noun.ent_type_ in ("GPE", "LOC"):
        return None
    called = place.words.lemma[position] in listed("nominals")
    owner = region(place, noun) or named(place, noun) or apposition(place, noun) or (whoever(place, noun) if called else None)
    return owner or (goods(place, noun) if _is_trade(place, noun) else None)


def _is_trade(place: Place, noun: "Token") -> bool:
    """True of "grocery stores" in "sales at grocery stores", where a text is about no company whose they could be."""
    about = place.focus.entity if place.focus else None
    sold = place.name is not None and place.name.metric in ("revenue", "units") and noun.head.lower_ == "at"
    return sold and noun.tag_ == "NNS" and not (about and about.is_organisation) and not any(child.dep_ == "poss" for child in noun.lefts)


def reported(place: Place) -> Owner | None:
    """The one who reported what is named: "the earnings that Tessaly reported", "the loss Acme posted"."""
    name, words = place.name, place.words
    if name is None or name.is_verb:
        return None
    for verb in words.tokens[name.head].rights:
        noun = words.subject_of(words.place_of(verb)) if verb.dep_ == "relcl" and verb.lemma_ not in listed("reporters") else None
        entity = place.entity(words.place_of(noun)) if noun is not None else None
        if entity and entity.is_organisation:
            return place.usual.owner(entity)
    return None


def planner(place: Place) -> Owner | None:
    """The one whose plan, offer or decision the number is part of: "Acme's plan of a $3bn bid", "its decision to cut 500 jobs"."""
    words = place.words
    if "poss" not in words.deps:
        return None
    for position in words.ancestors(place.anchor):
        if words.pos[position] in ("VERB", "AUX") and words.subject_of(position) is not None:
            return None
        lefts = words.tokens[position].lefts if words.pos[position] == "NOUN" else ()
        holder = next((child for child in lefts if child.dep_ == "poss"), None)
        entity = place.entity(words.place_of(holder)) if holder is not None and holder.pos_ == "PROPN" else None
        if entity and entity.is_organisation:
            return place.usual.owner(entity)
    return None
