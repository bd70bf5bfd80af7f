"""Sizes of changes that a verb tells with its particle or a set phrase tells: "gave up 4%", "4% in the red", "saved $5m in costs"."""

from functools import cache
from itertools import takewhile

from generator import lexicon
from generator.extract.metrics.assertion import nouns_behind
from generator.extract.metrics.figures import Figure
from generator.extract.metrics.words import Words
from generator.models import Direction

WIPING = frozenset(("wipe", "knock", "erase", "cut", "shave", "slash", "strip", "trim", "pare", "lop", "chop"))
"""Verbs that take an amount off something."""
_TAKING = WIPING | {"take"}
_SAVING = frozenset(("save", "take", "squeeze", "carve", "wring", "free"))
"""Verbs that do so where it is a cost."""
_COSTS = frozenset(("cost", "expense", "expenditure", "spending", "overhead", "outlay"))
_OFF = frozenset(("from", "off", "out", "in", "on"))
_SOON = 6
"""Words behind an amount in which the cost stands that it is taken off."""


@cache
def phrasal() -> dict[tuple[str, str], Direction]:
    """The direction of verbs with their particles: "give up" is down."""
    book = lexicon.load("directions")["phrasal"]
    pairs = ((tuple(phrase.split()), direction) for phrase, direction in book.items())
    return {(verb, particle): direction for (verb, particle), direction in pairs}


def size_behind_particle(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "gave up 4%", "put on 12 cents" and "is 4% in the red"."""
    quantity = figure.quantity
    if quantity.kind == "count" or quantity.scaled:
        return None
    if words.lower[figure.last:figure.last + 3] == ("in", "the", "red") and quantity.kind == "rate":
        return figure.as_change("down")
    if figure.governor < 1 or words.pos[figure.governor - 1] != "VERB":
        return None
    direction = phrasal().get((words.lemma[figure.governor - 1], figure.lead))
    return figure.as_change(direction) if direction and not nouns_behind(words, figure) else None


def size_taken_off(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "cut $2bn from its budget", "saved $5m in costs", "took $5m out of its cost base" and "take 0.5% off growth"."""
    if figure.quantity.kind == "rate" and words.is_one_of(figure.governor, _TAKING) and words.is_one_of(figure.last, ("off", "from")):
        return figure.as_change("down")
    if figure.quantity.kind != "money" or not words.is_one_of(figure.last, _OFF):
        return None
    wiped = words.is_one_of(figure.governor, WIPING) and words.is_one_of(figure.last, ("from", "off"))
    behind = takewhile(lambda i: words.lower[i] != ",", range(figure.last, min(figure.last + _SOON, len(words))))
    saved = words.is_one_of(figure.governor, _SAVING) and any(words.is_one_of(i, _COSTS) for i in behind)
    return figure.as_change("down") if wiped or saved else None
