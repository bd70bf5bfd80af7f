"""Who moved: the company in the phrase of its own rise or fall, and whatever somebody raises or cuts the number of."""

from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.owners import RATES, Owner, Place, proper_name
from generator.extract.metrics.phrases import goods, whoever
from generator.extract.metrics.prepositions import behind

QUOTED = frozenset(("index", "share_price"))
_NEAR = 3
"""Words up from a percentage to the noun of the move, or to who moved."""
_TO = frozenset(("to", "from", "by", "at"))


def mover(place: Place) -> Owner | None:
    """The company or index of "a 5% drop in Acme" and "a 3% weaker Acme", whatever else the sentence says fell."""
    words, name = place.words, place.name
    if words.lower[place.end - 1] not in RATES or (name and (name.metric not in QUOTED or name.last > place.figure)):
        return None
    for position in words.ancestors(place.figure)[:_NEAR]:
        moved = [position]
        if words.is_one_of(position, direction_words("nouns").keys()):
            moved = [words.place_of(noun) for noun in behind(words.tokens[position], ("in", "for"))]
        for each in moved:
            entity = place.entity(each) if each > place.figure else None
            if entity and entity.kind == "company":
                return place.usual.owner(entity)
            if each > place.figure and words.pos[each] == "PROPN" and words.is_one_of(each, ("index", "average")):
                return Owner(proper_name(place, each))
    return None


def changed(place: Place) -> Owner | None:
    """What somebody raises, cuts or holds the number of: "raised the output of its northern mines from 5 to 6 tonnes"."""
    words = place.words
    position = next((i for i in words.ancestors(place.figure)[:_NEAR] if words.pos[i] == "VERB"), -1)
    if position < 0 or not any(words.is_one_of(position, direction_words(kind)) for kind in ("acts", "moves")):
        return None
    verb = words.tokens[position]
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None or words.subject_of(position) is None or not words.place_of(thing) < place.figure:
        return None
    if not any(words.lower[i] in _TO for i in range(words.place_of(thing), place.figure)):
        return None
    noun = next(behind(thing, ("of", "for")), None)
    if noun is None or noun.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "PERSON"):
        return None
    theirs = any(child.dep_ == "poss" for each in (thing, noun) for child in each.lefts)
    own = theirs or thing.lemma_ == "number" or noun.head.lower_ == "for"
    return whoever(place, noun) or (None if own else goods(place, noun))  # "the number of branches" is whose the branches are
