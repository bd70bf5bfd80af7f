"""Facts that a text tells in parts: the lead says how much a number changed, a later sentence from what to what it went."""

from bisect import bisect_left
from collections.abc import Sequence

from generator.models import Change, Metric

_REACH = 40
"""Rows that are looked back for the part that was told first."""


def without_retold(found: Sequence[Metric]) -> list[Metric]:
    """The metrics, in the order of the text, those told in two sentences joined to one that rests on both.

    "Profit fell 47%. ... It earned $45 million, compared with $85 million" is one fact, as the numbers themselves prove; so is an amount
    that is told again with what it is compared with.
    """
    rows: list[Metric | None] = list(found)
    places: dict[tuple[str, str | None], list[int]] = {}
    for place, metric in enumerate(found):
        if metric.status != "actual":
            continue
        alike = places.setdefault((metric.metric, metric.entity), [])
        for number in alike[bisect_left(alike, place - _REACH):] if metric.value is not None else ():
            before, now = rows[number], rows[place]
            whole = _joined(before, now) if before and now else None
            if whole:
                rows[number], rows[place] = None, whole
        alike.append(place)
    joined = [row for row in rows if row]
    return sorted(joined, key=lambda row: row.evidence[0].start)


def _joined(before: Metric, metric: Metric) -> Metric | None:
    """The fact that two rows of one metric and owner state together; None where they are two facts."""
    if before.evidence == metric.evidence:
        return None
    evidence = (*before.evidence, *(span for span in metric.evidence if span not in before.evidence))
    if before.value is not None:
        plain = before.change is None and before.previous is None
        same = plain and (before.value, before.unit, before.range) == (metric.value, metric.unit, metric.range)
        return metric.model_copy(update={"evidence": evidence}) if same and (metric.change or metric.previous) else None
    change = before.change
    if change is None or change.value is None or change.unit != "percent" or not _is_proved(change, metric):
        return None
    basis = change.basis or (metric.change.basis if metric.change else None)
    told = metric.change if metric.change and metric.change.value is not None else change
    return metric.model_copy(update={"evidence": evidence, "change": told.model_copy(update={"basis": basis})})


def _is_proved(change: Change, metric: Metric) -> bool:
    """True where a level changed as much as was told before, as its former level or its own change says, rounded as the text rounds."""
    assert change.value is not None
    now = metric.change
    if now is None or now.direction != change.direction:
        return False
    if now.value is not None:
        return now.unit == "percent" and abs(now.value - change.value) <= _rounding(change.value)
    if metric.previous is None or not metric.previous.value or metric.value is None:
        return False
    moved = 100 * abs(metric.value - metric.previous.value) / abs(metric.previous.value)
    return abs(moved - change.value) <= _rounding(change.value)


def _rounding(value: float) -> float:
    """How much a number can be off by the digits it is told with: 0.5 of "47", 0.05 of "8.9"."""
    decimals = len(f"{value:.6f}".split(".")[1].rstrip("0"))
    return float(0.5 * 10 ** -decimals) + 1e-9
