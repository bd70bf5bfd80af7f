"""Who moved: the company in the phrase of its own rise or fall, where the sentence is about an index or another's shares."""

from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.owners import Owner, Place

_QUOTED = frozenset(("index", "share_price"))
_NEAR = 3
"""Words up from a percentage to the noun of the move, or to who moved."""


def mover(place: Place) -> Owner | None:
    """The company of "a 5% drop in Acme" and "a 3% weaker Acme", whatever else the sentence says fell."""
    words, name = place.words, place.name
    if name is None or name.metric not in _QUOTED or name.last > place.figure:
        return None
    for position in words.ancestors(place.figure)[:_NEAR]:
        moved = [position]
        if words.is_one_of(position, direction_words("nouns").keys()):
            prepositions = (child for child in words.tokens[position].rights if child.lower_ in ("in", "for"))
            moved = [noun.i - words.tokens[0].i for child in prepositions for noun in child.children if noun.dep_ == "pobj"]
        entity = next(filter(None, (place.entity(each) for each in moved if each > place.figure)), None)
        if entity and entity.kind == "company":
            return place.usual.owner(entity)
    return None
