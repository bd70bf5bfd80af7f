"""What time a number is of."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.analysis import Analysis, DateMention
from generator.models import Period

_NO_PERIOD = re.compile(
    r"annual(?:ly)?|quarterly|monthly|weekly|daily|(?:(?:[a-z]+ ){0,2}a )?(?:day|week|month|quarter|year)"
    r"|(?:\d+|(?!full|half|mid)[a-z]+)\s?-\s?(?:year|month|week|day)s?|[a-z-]+ (?:straight|consecutive) \w+"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:day|week|month|quarter|year)s"
    r"|a \w+ (?:day|week|month|quarter|year)",
    re.IGNORECASE)
"""Expressions of time that tell how often or how long, and not when."""
_EARLIER = re.compile(
    r"(?:an?|one|the) (?:day|week|month|quarter|year) (?:ago|earlier|before)|(?:a )?year[- ](?:ago|earlier)"
    r"|(?:the )?(?:same |corresponding )?(?:quarter|period|half|months?) (?:of |in )?(?:an?|one|the) year (?:ago|earlier|before)"
    r"|(?:the )?(?:same|corresponding) (?:quarter|period|half|months?) (?:of |in )?last year", re.IGNORECASE)
_THAN = frozenset(("than", "versus", "vs", "vs.", "against", "from"))
_ON = frozenset((("compared", "with"), ("compared", "to"), ("up", "on"), ("down", "on")))
_BETWEEN = frozenset(("in", "for", "that", "those", "of", "the", "its", "a", "same", "corresponding", "year-earlier", "previous",
                      "at", "least"))
"""Words that can stand between those and a time."""
_RECORDS = frozenset(("lowest", "highest"))
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
    if _EARLIER.fullmatch(date.text):
        return True
    words = analysis.text[max(0, date.start - _LOOKING_BACK):date.start].casefold().split()
    last = len(words)
    while last and words[last - 1] in _BETWEEN:
        last -= 1
    lead = words[last - 1].lstrip("(“\"") if last else ""
    if lead == "since" or _is_record(words, last):
        return True
    until = analysis.text[date.end:date.end + 8].lstrip().startswith(("to ", "until ", "through ", "till "))
    return not until and (lead in _THAN or tuple(words[max(0, last - 2):last]) in _ON)


def _is_record(words: list[str], last: int) -> bool:
    """True of "the lowest in" and "the highest level for"."""
    noun = words[last - 1 - (words[last - 1:last] == ["level"])] if last else ""
    return noun in _RECORDS and words[last:last + 1] in (["in"], ["for"])


def _distance(date: DateMention, start: int, end: int) -> int:
    return date.start - end if date.start >= end else start - date.end + BEFORE


def as_period(date: DateMention) -> Period:
    """An expression of time as the period of a metric."""
    return Period(text=date.text if date.form else _TAIL.sub("", date.text), start=date.first_day, end=date.last_day)
