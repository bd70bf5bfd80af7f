"""What time a number is of."""

from generator.analysis import Analysis, DateMention
from generator.models import Period


def period_of(analysis: Analysis, start: int, end: int, anchor: int) -> Period | None:
    """The expression of time of a row: the nearest one to its figure in the row's own part of the sentence.

    Args:
        start, end: the part of the text that the row has for itself.
        anchor: where its main figure begins.
    """
    found = analysis.dates_in(start, end)
    if not found:
        return None
    return as_period(min(found, key=lambda date: (abs(date.start - anchor), date.start)))


def as_period(date: DateMention) -> Period:
    """An expression of time as the period of a metric."""
    return Period(text=date.text, start=date.first_day, end=date.last_day)
