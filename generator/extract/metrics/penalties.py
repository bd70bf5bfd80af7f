"""Who pays a fine: the one on whom it is imposed, and never the authority that imposes it."""

from typing import TYPE_CHECKING

from generator.extract.metrics.owners import Owner, Place, listed, mentions_of
from generator.extract.metrics.phrases import whoever
from generator.extract.metrics.prepositions import behind

if TYPE_CHECKING:
    from spacy.tokens import Token

_ON = frozenset(("on", "against"))
_DEPTH = 4
"""Words up from an amount to the fine, and from there to who imposes it."""


def fined(place: Place) -> Owner | None:
    """Who is to pay: "fines of $5m on Acme", "the watchdog's $5m settlement with Acme"; unnamed, the company that is spoken of."""
    words, name = place.words, place.name
    if name is None or name.is_verb or name.metric != "deal_value" or not words.is_one_of(name.last - 1, listed("penalties")):
        return None
    holder = next((child for child in words.tokens[name.head].lefts if child.dep_ == "poss"), None)
    owner = _of_authority(place, words.tokens[name.head], holder) if holder is not None else None  # "the watchdog's largest fine"
    if owner:
        return owner
    path = [name.head, *words.ancestors(name.head)[:_DEPTH]]
    for position in path:
        owner = next(filter(None, (whoever(place, noun) for noun in behind(words.tokens[position], _ON))), None)
        if owner:
            return owner
        if words.pos[position] in ("VERB", "AUX"):
            authority = words.subject_of(position)
            return _of_authority(place, words.tokens[name.head], authority) if authority is not None else None
    return None


def _of_authority(place: Place, fine: "Token", subject: "Token") -> Owner | None:
    """With whom an authority settles, or whom it fines, where it is the one that acts."""
    entity = place.entity(place.words.place_of(subject)) or place.analysis.entity_of(subject)
    if entity is None or entity.kind != "institution":
        return None
    other = next(filter(None, (whoever(place, noun) for noun in behind(fine, ("with",)))), None)
    if other:
        return other
    named = (place.analysis.entities[mention.entity] for mention in mentions_of(place.analysis, place.words.sentence)
             if mention.start > place.words.starts[place.figure])
    company = next((each for each in named if each.kind == "company"), None)
    return place.usual.owner(company) if company else place.company
