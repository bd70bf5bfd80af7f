"""Actual figures against what was expected of them: linked, and the difference computed."""

from bisect import bisect_left, bisect_right

from generator.models import Metric, Surprise

REACH = 1000
"""Characters between an actual figure and its expectation; farther off, the text does not set one against the other."""
LIKELY = 10
"""An actual figure is not ten times its expectation; where it seems so, they are of different things."""


def with_surprises(metrics: list[Metric]) -> list[Metric]:
    """The metrics, each expectation linked to the nearest actual figure of the same metric, owner, unit and period.

    Args:
        metrics: the metrics of a document in the order of its text.
    """
    result = list(metrics)
    starts = [metric.evidence[0].start for metric in metrics]
    for expected in metrics:
        if expected.status != "consensus" or expected.value is None:
            continue
        around = range(bisect_left(starts, expected.evidence[0].start - REACH), bisect_right(starts, expected.evidence[0].start + REACH))
        fitting = [place for place in around if result[place].surprise is None and _fits(result[place], expected)]
        nearest = min(fitting, key=lambda place: (_distance(result[place], expected), place), default=None)
        if nearest is not None:
            result[nearest] = result[nearest].model_copy(update={"surprise": _surprise(result[nearest].value or 0, expected)})
    return result


def _distance(metric: Metric, expected: Metric) -> int:
    return abs(metric.evidence[0].start - expected.evidence[0].start)


def _fits(metric: Metric, expected: Metric) -> bool:
    if metric.status != "actual" or metric.value is None or not metric.value or not expected.value:
        return False
    periods = {found.period.text for found in (metric, expected) if found.period}
    same = (metric.metric, metric.unit, metric.entity) == (expected.metric, expected.unit, expected.entity)
    likely = 1 / LIKELY < abs(metric.value / expected.value) < LIKELY
    return same and likely and len(periods) <= 1


def _surprise(actual: float, expectation: Metric) -> Surprise | None:
    assert expectation.value is not None
    if expectation.unit == "percent":
        return Surprise(value=round(actual - expectation.value, 2), unit="percentage_points", against=expectation.id)
    if not expectation.value:
        return None
    return Surprise(value=round(100 * (actual - expectation.value) / abs(expectation.value), 2), unit="percent", against=expectation.id)
