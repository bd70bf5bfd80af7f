"""Places as owners: where homes are priced and built, and whose market or people a text about a place counts."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.metrics.owners import Owner, Place, listed, plain_words, proper_name
from generator.extract.metrics.phrases import region
from generator.extract.metrics.prepositions import behind, objects

if TYPE_CHECKING:
    from spacy.tokens import Token

_LANDS = frozenset(("country", "place"))
_SOMEWHERE = frozenset(("in", "across", "throughout", "around"))
_EVERYWHERE = frozenset(("nationally", "nationwide", "globally", "worldwide", "elsewhere"))
BUILT = frozenset(("price", "units", "other", "deal_value"))
_HOME = 8
"""Words beside the name of a metric, or up from it, to the homes that it is of."""
_DEPTH = 6
"""Words up from an amount to the verb of who trades."""
_COUNTS = frozenset(("number", "total"))


def homes(place: Place) -> Owner | None:
    """Where the homes are that a number is of: "the price of a house in Leeds", "homes approved by councils in Leeds", "land in Leeds"."""
    words, name = place.words, place.name
    if (name is not None and not name.is_verb and name.metric not in BUILT) or listed("homes").isdisjoint(words.vocabulary):
        return None
    found = None
    for position in [place.anchor, *words.ancestors(place.anchor)[:_DEPTH]]:
        if words.pos[position] in ("VERB", "AUX"):
            noun = words.subject_of(position)
            return None if noun is None or _is_builder(place, position, noun) else found or _place_of_homes(place, noun)
        if found is None and words.pos[position] in ("NOUN", "PROPN"):
            found = _place_of_homes(place, words.tokens[position])
    return found


def _is_builder(place: Place, verb: int, noun: "Token") -> bool:
    """True of who builds or sells homes somewhere: "Acme sold 300 flats in Leeds"."""
    entity = place.entity(place.words.place_of(noun))
    return entity is not None and entity.is_organisation and not place.words.is_one_of(verb, listed("reporters"))


def _place_of_homes(place: Place, head: "Token") -> Owner | None:
    """The place that the phrase of a noun names behind a word for homes."""
    offset = place.words.sentence.first
    first, last = max(0, head.left_edge.i - offset), min(head.right_edge.i - offset, head.i - offset + _HOME)
    seen = False
    for i in range(first, min(last + 1, len(place.words))):
        seen = seen or place.words.is_one_of(i, listed("homes"))
        if seen and place.words.lower[i] in _SOMEWHERE:
            owner = next(filter(None, (land(place, noun) for noun in objects(place.words.tokens[i]))), None)
            if owner:
                return owner
    return None


def market(place: Place) -> Owner | None:
    """The place whose dealers, buyers or people an article about it counts: "Dealers sold 3,000 cars", "the number of tenants"."""
    words, focus = place.words, place.focus
    if focus is None or focus.entity is None or focus.entity.kind not in _LANDS or words.is_one_of(place.end, ("of",)):
        return None
    if not _EVERYWHERE.isdisjoint(words.vocabulary):
        return None  # "Nationwide, dealers sold 3m cars": more than the place of the text
    for below, position in _path(place):
        if words.pos[position] not in ("VERB", "AUX"):
            continue
        noun = words.subject_of(position)
        if noun is None:
            return None
        if words.is_one_of(position, listed("dealings")) and _is_crowd(place, noun) and words.deps[below] in ("dobj", "npadvmod"):
            return next(_places_behind(place, words.tokens[position]), focus)
        return focus if _is_count_of_people(place, noun) else None
    return None


def priced_here(place: Place) -> Owner | None:
    """The place that a document is of, whose "prices" they are where a sentence does not tell of what."""
    name, focus = place.name, place.focus or place.country
    if name is None or name.metric != "price" or focus is None or focus.entity is None or focus.entity.kind not in _LANDS:
        return None
    return focus if plain_words(place.words, name.first, name.last) in listed("generic_prices") else None


def of_the_text(place: Place) -> Owner | None:
    """Whose exports or output it is where no country is told: the land's that the text is about, else the company's."""
    name, focus = place.name, place.focus
    if name is None or focus is None or focus.entity is None:
        return None
    return focus if focus.entity.kind in (*_LANDS, "group") or (name.metric == "other" and focus.entity.kind == "company") else None


def _path(place: Place) -> Iterator[tuple[int, int]]:
    """The words above the figure, each with the one below it."""
    path = [place.figure, *place.words.ancestors(place.figure)[:_DEPTH]]
    return pairwise(path)


def _is_crowd(place: Place, noun: "Token") -> bool:
    """True of "dealers" and "local car dealers", whom nothing but the place of the text tells from others."""
    position = place.words.place_of(noun)
    if not (0 <= position < len(place.words)) or noun.tag_ != "NNS" or not place.words.is_one_of(position, listed("groups")):
        return False
    return not any(child.pos_ == "PROPN" or child.ent_type_ or child.dep_ in ("poss", "relcl", "acl") for child in noun.children)


def _is_count_of_people(place: Place, noun: "Token") -> bool:
    """True of "the number of tenants"."""
    if noun.lower_ not in _COUNTS:
        return False
    offset = place.words.sentence.first
    return any(each.tag_ == "NNS" and place.words.is_one_of(each.i - offset, listed("groups")) for each in behind(noun, ("of",)))


def _places_behind(place: Place, verb: "Token") -> Iterator[Owner]:
    """The places that a verb, or what it acts on, is said to be in."""
    heads = [verb, *(child for child in verb.rights if child.dep_ in ("dobj", "prep"))]
    return filter(None, (land(place, noun) for head in heads for noun in behind(head, _SOMEWHERE)))


def land(place: Place, noun: "Token") -> Owner | None:
    """The country, the town or the region that a noun names."""
    position = place.words.place_of(noun)
    if not 0 <= position < len(place.words):
        return None
    entity = place.entity(position)
    if entity:
        return place.usual.owner(entity) if entity.kind in _LANDS else None
    named = noun.pos_ == "PROPN" and noun.ent_type_ in ("GPE", "LOC")
    return region(place, noun) or (Owner(proper_name(place, position)) if named else None)
