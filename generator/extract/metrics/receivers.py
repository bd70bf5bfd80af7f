"""Who gets it: the owner of money that is given, lent or granted to somebody."""

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.metrics.owners import RATES, Owner, Place, listed
from generator.extract.metrics.phrases import whoever
from generator.extract.metrics.prepositions import behind

if TYPE_CHECKING:
    from spacy.tokens import Token

GIVEN = frozenset(("funding", "debt", "cost", "capex", "deal_value", "other"))
"""Metrics of money that somebody can be given."""
_MONEY = frozenset(("dobj", "nsubjpass", "nsubj", "appos", "attr"))
_NEAR = 6
"""Words up from an amount to what is done with it, or to the loan that it is."""
_BODIES = frozenset(("company", "institution", "country"))


def receiver(place: Place) -> Owner | None:
    """Who gets what is given: "it lent Peru $5m", "$5m was allocated to the railway", "pumped $5m into Acme", "a $5m loan to Acme"."""
    words, name = place.words, place.name
    if name is not None and not (name.is_verb or name.metric in GIVEN):
        return None
    if place.end <= len(words) and words.lower[place.end - 1] in RATES:
        return None
    path = [place.figure, *words.ancestors(place.figure)[:_NEAR]]
    for below, position in pairwise(path):
        if words.pos[position] == "NOUN" and words.is_one_of(position, listed("grants")):
            owner = _whom(place, words.tokens[position], ("to", "for"))
            if owner and owner.entity and owner.entity.kind in _BODIES:
                return owner
        if words.pos[position] in ("VERB", "AUX"):
            return _given_to(place, position, below)
    return None


def _given_to(place: Place, position: int, money: int) -> Owner | None:
    """Whom a verb gives the money to, if it gives any."""
    words, verb = place.words, place.words.tokens[position]
    if words.is_one_of(position, listed("giving")) and words.deps[money] in _MONEY:
        dative = next((child for child in verb.rights if child.dep_ == "dative" and words.place_of(child) < place.figure), None)
        if dative is not None and dative.pos_ != "ADP":
            return whoever(place, dative)
        return _whom(place, verb, ("to", "for", "into")) or _whom(place, words.tokens[money], ("to", "for", "into"))
    if words.is_one_of(position, ("cost", "save")) and words.deps[money] in ("dobj", "npadvmod"):  # "the fire cost Acme $5m"
        return next(filter(None, (whoever(place, child) for child in verb.rights if child.dep_ == "dative")), None)
    if words.is_one_of(position, listed("giving")) and words.lower[money] == "with":
        return next(filter(None, (whoever(place, noun) for noun in verb.rights if noun.dep_ == "dobj")), None)  # "provided Acme with $5m"
    if words.is_one_of(position, listed("putting")) and words.deps[money] == "dobj":
        owner = _whom(place, verb, ("into",)) or _whom(place, words.tokens[money], ("into",))
        return owner if owner and owner.entity and owner.entity.is_organisation else None
    return None


def _whom(place: Place, head: "Token", prepositions: tuple[str, ...]) -> Owner | None:
    """Who stands behind one of some prepositions that hang on a word."""
    return next(filter(None, (whoever(place, noun) for noun in behind(head, prepositions))), None)
