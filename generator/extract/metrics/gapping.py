"""Clauses that leave their verb to the one before: "sales rose 12% and profit 3%", "Kestle has 30% of the market, Tessaly 20%"."""

from dataclasses import replace

from generator.extract.metrics.figures import Figure
from generator.extract.metrics.names import nouns
from generator.extract.metrics.words import Words

_JOINTS = frozenset(("and", ",", "while", "but", ";"))
_BEHIND = frozenset((".", ",", ";", ")", "and", "while", "in", "on", "from", "at", "this", "last", "next", "a"))
"""Words behind the number of such a clause, which ends with it or goes on with a time or a place."""
_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON", "PART"))
_LONGEST, _APART = 6, 8
"""Words of the phrase before the number, and between the number of the clause before and the joint."""


def gapped(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """The number of a clause without a verb as what the one before it is, and of the same where its phrase names nothing else."""
    if before is None or before.role == "previous" or before.quantity.unit != figure.quantity.unit or figure.quantity.kind == "count":
        return None
    place = figure.first - 1
    if words.pos[place] not in ("NOUN", "PROPN") or (figure.last < len(words) and words.lower[figure.last] not in _BEHIND):
        return None
    if before.quantity.scaled != figure.quantity.scaled or words.ents[place] == "DATE":
        return None
    joint = _joint(words, place, before.last)
    if joint < 0:
        return None
    named = words.lemma[place] in nouns() or words.lower[place] in nouns()
    return replace(figure, role=before.role, direction=before.direction, coordinated=not named)


def _joint(words: Words, noun: int, stop: int) -> int:
    """The position of what joins the clause that a phrase opens to the one before; -1 where they are not joined."""
    place = noun
    while place >= stop and noun - place < _LONGEST and words.pos[place] in _PHRASE:
        place -= 1
    if words.is_one_of(place, ("in", "at", "for")):
        place -= 1 + words.is_one_of(place - 1, ("those", "that"))
    joined = stop <= place <= stop + _APART and words.lower[place] in _JOINTS
    between = range(stop, place - words.is_one_of(place - 1, (",",)))  # "12%, and profit 3%"
    plain = joined and not any(words.pos[i] in ("VERB", "AUX") or words.lower[i] in _JOINTS for i in between)
    return place if plain else -1
