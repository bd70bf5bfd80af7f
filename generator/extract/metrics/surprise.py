"""Actual figures against what was expected of them: linked, and the difference computed."""

from generator.models import Metric, Surprise


def with_surprises(metrics: list[Metric]) -> list[Metric]:
    """The metrics, those with an expectation of the same metric, owner, unit and period linked to it."""
    expected = [metric for metric in metrics if metric.status == "consensus" and metric.value is not None]
    return [_compared(metric, expected) if expected and metric.status == "actual" else metric for metric in metrics]


def _compared(metric: Metric, expected: list[Metric]) -> Metric:
    for other in expected:
        if other.metric == metric.metric and other.unit == metric.unit and _same_owner(metric, other) and metric.value is not None:
            surprise = _surprise(metric.value, other)
            return metric.model_copy(update={"surprise": surprise}) if surprise else metric
    return metric


def _same_owner(metric: Metric, other: Metric) -> bool:
    periods = {found.period.text for found in (metric, other) if found.period}
    return metric.entity == other.entity and len(periods) <= 1


def _surprise(actual: float, expectation: Metric) -> Surprise | None:
    assert expectation.value is not None
    if expectation.unit == "percent":
        return Surprise(value=round(actual - expectation.value, 2), unit="percentage_points", against=expectation.id)
    if not expectation.value:
        return None
    return Surprise(value=round(100 * (actual - expectation.value) / abs(expectation.value), 2), unit="percent", against=expectation.id)
