"""Whose number it is, by who possesses its name: "Alibaba's revenue", "its net loss", "shares in Corus"."""

from typing import TYPE_CHECKING

from generator.extract.metrics.clause import subject
from generator.extract.metrics.economies import LANDS, land_meant
from generator.extract.metrics.owners import POSSESSIVES, Owner, Place, as_written, listed
from generator.extract.metrics.phrases import named, whoever

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS = frozenset(("'s", "’s", "'", "’"))
_OF = frozenset(("of", "in", "at", "for", "by", "on"))
_SURROUNDINGS = frozenset(("world", "country", "nation", "region", "continent", "industry", "market"))
_OF_BUYERS = frozenset(("orders", "deal_value"))
"""Metrics of whoever buys, and not of what is bought."""
_DONE_SOMEWHERE = frozenset(("headcount", "stores", "capex", "cost", "funding", "orders", "deal_value"))
"""What a company does in a country is the company's: "it cut 200 jobs in Sweden"."""
_PHRASE = frozenset(("NOUN", "ADJ", "PROPN", "NUM", "X", "PUNCT"))


def possessor(place: Place) -> Owner | None:
    """The one before the name: "Alibaba's revenue", "its net loss", "the cloud unit's sales", "Boeing shares", "global growth"."""
    words = place.words
    for i in range(place.anchor - 1, max(-1, place.anchor - 8), -1):
        if words.lower[i] == "whose":
            return whoever(place, words.tokens[i])
        if words.lower[i] in POSSESSIVES:
            return _meant_by(place, i)
        if words.lower[i] in MARKS:
            return possessing_phrase(place, i)
        entity = place.entity(i)
        if entity:
            return as_written(place, i, entity)
        if words.lower[i] in listed("adjectives"):
            return _company_of(place) or Owner(place.text(i, i + 1))
        if words.tokens[i].pos_ not in _PHRASE or words.lower[i] in ",;:()":
            break
    return None


def _company_of(place: Place) -> Owner | None:
    """The company that is the subject of "worldwide sales"."""
    owner = subject(place)
    return owner if owner and owner.entity and owner.entity.kind == "company" else None


def _meant_by(place: Place, pronoun: int) -> Owner | None:
    """Whom "its" means: who was spoken of, where such a number can be theirs, else the subject of the clause."""
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
    if words.tokens[mark - 1].ent_type_ in ("DATE", "TIME") or place.analysis.dates_in(words.starts[mark - 1], words.end_of(mark - 1)):
        return None
    if words.is_one_of(mark - 1, _SURROUNDINGS) and mark + 1 < len(words) and words.tokens[mark + 1].tag_ in ("JJS", "RBS"):
        return None  # "the world's largest lender with $9 trillion of deposits"
    entity = place.entity(mark - 1)
    if entity:
        return place.usual.owner(entity)
    if words.lemma[mark - 1] in LANDS:
        return land_meant(place, words.lemma[mark - 1])
    if words.lemma[mark - 1] in listed("nominals") and (mark < 2 or words.tokens[mark - 2].pos_ not in ("NOUN", "PROPN", "ADJ")):
        return place.focus
    first = mark
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ", "PROPN") and words.lower[first - 1] not in MARKS:
        first -= 1
    return Owner(place.text(first, mark)) if first < mark else None


def holder_behind(place: Place) -> Owner | None:
    """The one behind the name: "shares in Corus", "a loss on its flying business", "the price of iron ore"."""
    name, words = place.name, place.words
    if name is None or name.last >= len(words) or words.lower[name.last] not in _OF or words.lemma[name.last - 1] in ("bid", "offer"):
        return None
    noun = next((child for child in words.tokens[name.last].children if child.dep_ == "pobj"), None)
    owner = _held_by(place, noun) if noun is not None else None
    if owner:
        return owner
    for i in range(name.last + 1, min(name.last + 5, len(words))):
        entity = place.entity(i)
        if entity:
            return None if entity.kind in ("country", "place") and name.metric in _DONE_SOMEWHERE else place.usual.owner(entity)
        if words.tokens[i].pos_ in ("VERB", "AUX", "ADP", "NUM") or words.lower[i] in ",;:()$":
            return None
    return None


def _held_by(place: Place, noun: "Token") -> Owner | None:
    """The owner that the noun behind "of" or "in" names."""
    name, position = place.name, noun.i - place.words.tokens[0].i
    assert name is not None
    if not 0 <= position < len(place.words) or name.metric in _OF_BUYERS:
        return None
    if name.metric in _DONE_SOMEWHERE and noun.ent_type_ in ("GPE", "LOC"):
        return None
    return named(place, noun) or (whoever(place, noun) if place.words.lemma[position] in listed("nominals") else None)
