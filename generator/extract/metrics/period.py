"""What time a number is of."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.analysis import Analysis, DateMention
from generator.models import Period

_NO_PERIOD = re.compile(
    r"annual(?:ly)?|quarterly|monthly|weekly|daily|(?:a )?(?:day|week|month|quarter|year)"
    r"|(?:\d+|(?!full|half|mid)[a-z]+)\s?-\s?(?:year|month|week|day)s?|[a-z-]+ (?:straight|consecutive) \w+"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:day|week|month|quarter|year)s"
    r"|a \w+ (?:day|week|month|quarter|year)",
    re.IGNORECASE)
"""Expressions of time that tell how often or how long, and not when."""
_EARLIER = re.compile(
    r"(?:an?|one|the) (?:day|week|month|quarter|year) (?:ago|earlier|before)|(?:a )?year[- ](?:ago|earlier)"
    r"|(?:the )?(?:same |corresponding )?(?:quarter|period|half|months?) (?:of |in )?(?:an?|one|the) year (?:ago|earlier|before)"
    r"|(?:the )?(?:same|corresponding) (?:quarter|period|half|months?) (?:of |in )?last year", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|(?:lowest|highest) (?:level )?(?:in|for))(?: (?:the|at least))?\s*$", re.IGNORECASE)
_THAN = re.compile(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|against|from|up on|down on)"
    r"(?: (?:in|for|that of|those of|the|its|a|same|corresponding|year-earlier|previous))*\s*$", re.IGNORECASE)
_TAIL = re.compile(r"(?: to [\d$£€].*|[. ]+)$")
"""What the model takes for a part of an expression of time: "the year to 6.0p"."""
_LOOKING_BACK = 40
"""Characters before an expression of time that can say that it is only compared with."""
BEFORE = 12
"""Characters that an expression of time before a figure is taken to be farther off: most stand behind theirs."""


def times_in(analysis: Analysis, start: int, end: int) -> list[DateMention]:
    """The expressions of time in a part of the text that a number can be of, in its order."""
    return [date for date in analysis.dates_in(start, end) if not _NO_PERIOD.fullmatch(date.text) and not is_compared_with(analysis, date)]


def period_of(times: Sequence[DateMention], window: tuple[int, int], figure: tuple[int, int]) -> Period | None:
    """The expression of time of a row: the nearest one to its figure in the row's own part of the sentence.

    Args:
        times: those of its sentence, in the order of the text.
        window: the part of the text that the row has for itself.
        figure: where its main figure begins and ends.
    """
    first, last = (bisect_left(times, bound, key=lambda date: date.start) for bound in window) if times else (0, 0)
    found = times[first:last]
    if not found:
        return None
    return as_period(min(found, key=lambda date: (_distance(date, *figure), date.start)))


def is_compared_with(analysis: Analysis, date: DateMention) -> bool:
    """True of a time that a number is only set against: "25% from a year earlier", "than in the first quarter", "the lowest since 2020"."""
    before, behind = analysis.text[max(0, date.start - _LOOKING_BACK):date.start], analysis.text[date.end:date.end + 8]
    if _EARLIER.fullmatch(date.text) or _SINCE.search(before):
        return True
    return _THAN.search(before) is not None and not behind.lstrip().startswith(("to ", "until ", "through ", "till "))


def _distance(date: DateMention, start: int, end: int) -> int:
    return date.start - end if date.start >= end else start - date.end + BEFORE


def as_period(date: DateMention) -> Period:
    """An expression of time as the period of a metric."""
    return Period(text=date.text if date.form else _TAIL.sub("", date.text), start=date.first_day, end=date.last_day)
