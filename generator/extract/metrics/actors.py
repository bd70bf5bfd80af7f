"""Owners without a name, by what they do: "Leisure products account for 40%", "school trips generate $2bn"."""

from functools import cache

from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.names import nouns
from generator.extract.metrics.owners import Owner, Place, is_unit, listed
from generator.extract.metrics.places import land
from generator.extract.metrics.prepositions import objects

_SOMEWHERE = frozenset(("in", "across"))
_DEPTH = 6
"""Words up from an amount to the verb that it belongs to."""
_QUALIFYING = frozenset(("compound", "amod", "nmod"))
_NOBODY = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"))


def earner(place: Place) -> Owner | None:
    """What earns, pays or makes up an amount, as it is called: never what only names a number, nor "the deal", which tells nothing."""
    words = place.words
    position = words.predicate_above(place.figure, _DEPTH)
    noun = words.subject_of(position) if position >= 0 and words.is_one_of(position, listed("earning")) else None
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ in _NOBODY:
        return None
    last = words.place_of(noun)
    if not 0 <= last < len(words) or words.is_one_of(last, listed("see_through")):
        return None
    if is_unit(words.lower[last]) or words.lemma[last] in _numbers():
        return None
    qualified = [token.i for token in noun.lefts if token.dep_ in _QUALIFYING and token.lemma_ not in listed("unspecific")]
    return Owner(place.text(min(qualified) - words.sentence.first, last + 1)) if qualified else None


def fronted(place: Place) -> Owner | None:
    """The place that a clause begins with: "and in Spain alone, the industry was valued at $5bn"."""
    words = place.words
    if place.of_a_company or _SOMEWHERE.isdisjoint(words.lower[:place.figure]):
        return None
    position = words.predicate_above(place.figure, _DEPTH)
    if position < 0:
        return None
    for child in words.tokens[position].lefts:
        if child.lower_ in _SOMEWHERE:
            return next(filter(None, (land(place, noun) for noun in objects(child))), None)
    return None


@cache
def _numbers() -> frozenset[str]:
    """Nouns that name a number, or its way up or down, and no owner."""
    return nouns() | direction_words("nouns").keys()
