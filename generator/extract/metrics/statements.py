"""Lines of results as metrics: "Shr 34 cts vs 28 cts", "Oper net loss 1.8 mln vs profit 512,000".

`generator.statements` tells which lines are ones, of which metric and of what time. Here each amount that is set against nothing before it
is a level, and the one behind its "vs" the former level, or what was expected. Amounts without a currency are in that of the others.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator import lexicon
from generator.analysis import Analysis, Stated
from generator.extract.metrics.amounts import find_quantities
from generator.extract.metrics.background import Background
from generator.extract.metrics.figures import way
from generator.extract.metrics.period import as_period
from generator.extract.metrics.quantities import Quantity
from generator.models import Amount, Change, Metric, Period, Span
from generator.statements import AGAINST, EXPECTED

_AGAINST = re.compile(AGAINST + r"(?:a\s)?(?:[a-z]+\s)?$")
_MAKING = re.compile(r"\smaking\s$")
"""Before the total: "Div 5p vs 4p making 7p vs 6p"."""
_REACH = 24
"""Characters before an amount in which "vs" stands."""
_GAINS = frozenset(("profit", "credit", "gain", "surplus"))
_PLAIN = frozenset(("units",))
"""Metrics that are no money."""


def metrics_of_statements(analysis: Analysis, background: Background) -> list[Metric]:
    """The metrics that the lines of a statement of results state, in the order of the text."""
    if not analysis.stated:
        return []
    amounts = [_quantities(analysis.text, line, background) for line in analysis.stated]
    currencies = Counter(amount.unit for found in amounts for amount in found if amount.kind == "money" and amount.unit)
    currency = next(iter(currencies)) if len(currencies) == 1 else None
    return [metric for line, found in zip(analysis.stated, amounts, strict=True) if line.metric != "none"
            for metric in _metrics(analysis, line, found, currency)]


def _quantities(text: str, line: Stated, background: Background) -> list[Quantity]:
    """The amounts of a line, those of losses below zero."""
    found = find_quantities(text, line.values, line.end, background.home)
    return [replace(amount, value=-amount.value) if _is_lost(text, line, amount) else amount for amount in found]


def _is_lost(text: str, line: Stated, amount: Quantity) -> bool:
    """True of an amount with "loss" before it, and of all of a line of losses, as in "Net loss 5 mln vs three mln", but for a "profit"."""
    label, before = (text[line.start:end].casefold().rsplit(maxsplit=1)[-1] for end in (line.label, amount.start))
    return before in _losses() or (label in _losses() and before not in _GAINS)


@cache
def _losses() -> frozenset[str]:
    return lexicon.entries("statements", "losses")


def _metrics(analysis: Analysis, line: Stated, amounts: list[Quantity], currency: str | None) -> Iterator[Metric]:
    """A row for each level of a line: the amount that it begins with, one behind a former level, and the total that it makes."""
    text = analysis.text
    former = [_AGAINST.search(text, max(line.values, amount.start - _REACH), amount.start) is not None for amount in amounts]
    for place, (amount, is_former) in enumerate(zip(amounts, former, strict=True)):
        if is_former or (place and not former[place - 1] and not _MAKING.search(text, line.values, amount.start)):
            continue
        before = amounts[place + 1] if place + 1 < len(amounts) and former[place + 1] else None
        if before and EXPECTED.search(text, before.end, line.end):
            yield _row(analysis, line, amount, None, currency)
            yield _row(analysis, line, before, None, currency).model_copy(update={"status": "consensus"})
        else:
            yield _row(analysis, line, amount, before, currency)


def _row(analysis: Analysis, line: Stated, level: Quantity, former: Quantity | None, currency: str | None) -> Metric:
    text, label = analysis.text, analysis.text[line.start:line.label]
    unit = level.unit or (None if line.metric in _PLAIN else currency)
    same = former is not None and (former.unit or unit) == unit
    end = len(text[:line.end].rstrip(" ."))
    return Metric(
        evidence=(Span(start=line.start, end=end),), metric=line.metric, label=label,
        entity=label if line.part else analysis.subject.name if analysis.subject else None,
        value=level.value, unit=unit, value_text=level.words(text),
        change=Change(direction=way(level.value, former.value)) if former and same else None,
        previous=Amount(value=former.value, unit=unit) if former and same else None, period=_period(analysis, line))


def _period(analysis: Analysis, line: Stated) -> Period | None:
    """The time that a line stands under, with its days where they can be known."""
    if line.period is None:
        return None
    date = next(iter(analysis.dates_in(line.period.start, line.period.end)), None)
    known = date is not None and (date.start, date.end) == (line.period.start, line.period.end)
    return as_period(date) if known and date else Period(text=line.period.of(analysis.text))
