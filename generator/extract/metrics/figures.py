"""A quantity with its role in its sentence (a level, the size of a change, or the former level), and the words of direction."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from generator import lexicon
from generator.extract.metrics.quantities import Quantity
from generator.models import Direction
from generator.records import record

Role = Literal["level", "change", "previous"]
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "flat")
AGAINST = "against"
"""The lead of a figure that another is compared with, whatever words say so."""
AS_FAR_AS = (("as", "high", "as"), ("as", "low", "as"))
"""Words before a level that tell which way it went."""
LEVELS = frozenset(("figure", "level", "total", "number", "tally", "record", "peak", "high", "low", "rate", "sum", "range"))
"""Nouns that stand for a number, whatever it is of: "to a record level of"."""


@record
class Figure:
    """A quantity with its role. Its tokens are ``first`` .. ``last`` - 1; ``governor`` is the position of the word that rules it.

    ``lead`` is that word, lower case ("to", "rose", "up"); ``alternative`` marks the second of two ways to say one size ("or").
    """

    quantity: Quantity
    first: int
    last: int
    governor: int
    lead: str
    role: Role = "level"
    direction: Direction | None = None
    alternative: bool = False
    coordinated: bool = False

    def going(self, direction: Direction) -> "Figure":
        """The figure as a level that was reached in a direction."""
        return Figure(self.quantity, self.first, self.last, self.governor, self.lead, direction=direction)

    def as_change(self, direction: Direction | None) -> "Figure":
        """The figure as the size of a change."""
        return Figure(self.quantity, self.first, self.last, self.governor, self.lead, "change", direction)

    def as_former(self, lead: str | None = None, direction: Direction | None = None) -> "Figure":
        """The figure as a former level; ``lead`` is what leads to it, if not the word before it."""
        return Figure(self.quantity, self.first, self.last, self.governor, lead or self.lead, "previous", direction)


def way(now: float, then: float) -> Direction:
    """Which way a number went from another."""
    return "flat" if now == then else "up" if now > then else "down"


@cache
def direction_words(*kinds: str) -> dict[str, Direction]:
    """Lemma -> direction of the words of some kinds: "moves", "acts", "nouns", "adverbs", "against"; of two meanings the last."""
    return {word: direction for kind in kinds for word, direction in _words_of_kind(kind)}


def _words_of_kind(kind: str) -> Iterator[tuple[str, Direction]]:
    book = lexicon.load("directions")
    for direction in DIRECTIONS:
        words = book["against"].get(direction, ()) if kind == "against" else book[direction].get(kind, ())
        yield from ((word, direction) for word in words)


@cache
def count_words() -> dict[str, Direction]:
    """Lemma -> direction of the verbs of what is done to things that are counted: "closed 75 stores"."""
    return {word: direction for direction in DIRECTIONS for word in lexicon.load("directions")["counts"].get(direction, ())}


@cache
def count_nouns() -> dict[str, Direction]:
    """Lemma -> direction of the nouns of what becomes of things that are counted: "the loss of 500 jobs"."""
    return {word: direction for direction in DIRECTIONS for word in lexicon.load("directions")["count_nouns"].get(direction, ())}


@cache
def moving() -> frozenset[str]:
    """The verbs that move, and those whose adverb does: "rose", "edged higher"."""
    return frozenset((*direction_words("moves"), *lexicon.load("directions")["carriers"]))
