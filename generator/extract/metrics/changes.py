"""How a number changed: the size and the way of its change, and the level that it had before."""

from collections.abc import Mapping

from generator.extract.metrics.figures import way
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words
from generator.models import Amount, Basis, Change, Direction

Things = Mapping[int, tuple[str, str]]
"""What the quantities of a sentence count, with its metric, by where they start."""
LOSSES = frozenset(("job loss", "job cut", "layoff", "redundancy"))
"""Counted things that are fewer jobs."""
_PROFITS = frozenset(("profit", "earnings", "income", "gain"))
_BETTER = frozenset(("improvement", "improve", "better", "recovery"))
OPPOSITE: dict[Direction | None, Direction] = {"up": "down", "down": "up"}

def previous_of(words: Words, row: Row, unit: str | None, sign: int) -> Amount | None:
    """The former level; "vs profit 30 cts" is no loss, whatever the level is."""
    if row.previous is None:
        return None
    quantity, first = row.previous.quantity, row.previous.first
    around = [*range(first - 1, max(-1, first - 4), -1), *range(row.previous.last, min(row.previous.last + 2, len(words)))]
    told = next((-1 if words.lemma[i] == "loss" else 1 for i in around if words.is_one_of(i, (*_PROFITS, "loss"))), sign)
    return Amount(value=quantity.value * told, unit=quantity.unit or unit)


def change_of(words: Words, things: Things, row: Row, basis: Basis | None, sign: int, previous: Amount | None) -> Change | None:
    """The change of a row; a loss that grows goes down, and a level beside a former one says which way it went.

    ``sign`` is -1 for a loss.
    """
    quantity = row.change.quantity if row.change else None
    compared, told = _compared(row, sign, previous), row.direction
    if row.level and told is None and things.get(row.level.quantity.start, ("",))[0] in LOSSES:
        told = "down"
    if sign < 0 and told and not _is_better(words, row):
        told = OPPOSITE.get(told, told)
    stays = row.level is not None and row.level.direction == "flat"
    direction = (told or compared) if row.change or stays else (compared or told)
    if quantity is None and direction is None:
        return None
    size, unit = (abs(quantity.value), _unit_of(things, row, quantity)) if quantity else (None, None)
    return Change(value=size, unit=unit, direction=direction, basis=basis)


def _unit_of(things: Things, row: Row, quantity: Quantity) -> str | None:
    """The unit of the size of a change; "points" by which a percentage moves are percentage points."""
    thing = things.get(quantity.start)
    if thing and thing[1] == "index" and row.level and row.level.quantity.unit == "percent":
        return "percentage_points"
    return quantity.unit or (thing[0] if thing else None)


def _is_better(words: Words, row: Row) -> bool:
    """True of "a loss of $5m, a 74% improvement": what is called better is no larger loss."""
    if row.change is None:
        return False
    around = range(row.change.first - 3, row.change.last + 4)
    return any(words.is_one_of(i, _BETTER) for i in around)


def _compared(row: Row, sign: int, previous: Amount | None) -> Direction | None:
    """Which way a level went from the former one, losses below zero."""
    if previous is None or row.level is None:
        return None
    return way(sign * row.level.quantity.value, previous.value)
