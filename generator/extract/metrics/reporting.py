"""The time that a report is about, and the times of its figures that the text leaves to it.

A company's results name their quarter once, at the top; below, "revenue rose 8% to $5m" is of that quarter, "the previous quarter"
is the one before it, and a quarter that is only forecast lies ahead. The words of a period are always the text's.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from generator.analysis import Analysis, DateMention
from generator.extract.metrics.period import is_compared_with
from generator.models import Metric, Period

LEAD = 900
"""Characters from the beginning in which a report says what time it is about."""
FLOWS = frozenset({"revenue", "net_income", "pre_tax_profit", "operating_income", "ebitda", "eps", "gross_margin", "operating_margin",
                   "margin", "orders"})
"""Metrics that are of a stretch of time."""
REPORTED = frozenset({"quarter", "bare_quarter", "half", "bare_half", "ended", "months_of", "bare_months"})
"""Forms of the times that companies report on; a year alone is named for other reasons, too."""
PROFITS = FLOWS - {"revenue", "orders"}
"""Metrics that nobody states of a month."""
A_MONTH, RECENT = timedelta(days=32), timedelta(days=10)
"""More than any month; how long ago news are from."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_THE_ONE_BEFORE = re.compile(r"(?:the )?(?:previous|prior|preceding) (?:three months|quarter|half|year)", re.IGNORECASE)
_THE_YEAR = re.compile(r"(?:the |this )?(?:full |whole )?(?:financial )?(?:year|period)", re.IGNORECASE)
_LAST_YEAR = re.compile(r"last year|the (?:previous|prior) year|the year before", re.IGNORECASE)
_THE_SAME = re.compile(r"(?:the|this) (?:reported |reporting |mentioned |same |said )?(?:quarter|period|half)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b", re.IGNORECASE)
_EXPECTED = frozenset({"forecast", "target", "consensus"})


def with_periods(metrics: Sequence[Metric], analysis: Analysis) -> list[Metric]:
    """The metrics, in the order of the text, each with the period that the document as a whole gives it."""
    reported = reported_period(analysis)
    others = _others(analysis)
    found: list[Metric] = []
    carried: tuple[int, Period | None] = (-1, None)
    for metric in metrics:
        sentence = analysis.sentence_at(metric.evidence[0].start)
        block = sentence.block if sentence else -1
        period = _own(metric, reported, analysis.header.published)
        if period is None and metric.metric in FLOWS and metric.status in ("actual", "consensus") and metric.entity not in others:
            period = carried[1] if carried[0] == block and carried[1] else reported
        elif period and metric.metric in FLOWS and metric.status == "actual" and metric.entity not in others:
            carried = (block, period)
        found.append(metric if period is metric.period else metric.model_copy(update={"period": period}))
    return found


def reported_period(analysis: Analysis) -> Period | None:
    """What time a report of results is about: the first such time in its lead; None of other documents."""
    if analysis.header.kind != "results":
        return None
    first = next((mention for mention in analysis.dates if _may_be_reported(analysis, mention)), None)
    if first is None:
        return None
    days = first.first_day, first.last_day
    equal = (mention for mention in analysis.dates if (mention.first_day, mention.last_day) == days and mention.form in REPORTED)
    plain = next((mention for mention in equal if not mention.text.isupper()), first)  # "second quarter" reads better than "SECOND QUARTER"
    return Period(text=plain.text, start=first.first_day, end=first.last_day)


def _may_be_reported(analysis: Analysis, mention: DateMention) -> bool:
    published = analysis.header.published
    late = mention.start > LEAD and mention.form != "ended"
    ahead = published is not None and mention.last_day is not None and mention.last_day > published
    return mention.form in REPORTED and not late and not ahead and not is_compared_with(analysis, mention)


def _own(metric: Metric, reported: Period | None, published: date | None) -> Period | None:
    """The period that stands beside a figure, read in the light of the report's."""
    period = metric.period
    if period is None or (metric.metric in FLOWS and _is_of_the_news(period, published)):
        return None
    if metric.metric in PROFITS and _is_a_month(period):
        return None
    if _THE_ONE_BEFORE.fullmatch(period.text) and (metric.change or metric.previous):
        return None
    if metric.status in _EXPECTED:
        return _expected(period, published)
    return _of_report(metric, period, reported) if reported else period


def _of_report(metric: Metric, period: Period, reported: Period) -> Period | None:
    """A period of an actual figure in a report on ``reported``; None of one that the figure is only compared with."""
    if _THE_ONE_BEFORE.fullmatch(period.text):
        return _moved(period, *_before(reported))
    if _THE_SAME.fullmatch(period.text) or _names_year_of(period, reported):
        return _moved(period, reported.start, reported.end)
    is_before = _is_year_before(period, reported) or (_LAST_YEAR.fullmatch(period.text) and not _lasts_year(reported))
    return None if is_before and metric.metric in FLOWS and (metric.change or metric.previous) else period


def _expected(period: Period, published: date | None) -> Period | None:
    """A period of an expectation: one without a year lies ahead, and a day or month gone by is when it was uttered."""
    if published is None or period.end is None or period.end >= published or not _is_without_year(period):
        return period
    return None if _lasts(period, A_MONTH) else _moved(period, _years_on(period.start, 1), _years_on(period.end, 1))


def _is_a_month(period: Period) -> bool:
    """True of a month, and not of a day, on which a column of a table may end."""
    return period.start != period.end and _lasts(period, A_MONTH)


def _is_of_the_news(period: Period, published: date | None) -> bool:
    """True of a day on which figures were told ("on Thursday"), and not of one on which a quarter ended."""
    if _WEEKDAY.search(period.text):
        return True
    if published is None or period.start is None or period.start != period.end:
        return False
    return timedelta(0) <= published - period.start <= RECENT


def _lasts(period: Period, days: timedelta) -> bool:
    """True of a period that is known to be no longer than so many days."""
    return period.start is not None and period.end is not None and period.end - period.start < days


def _lasts_year(period: Period) -> bool:
    return period.start is not None and not _lasts(period, timedelta(days=350))


def _names_year_of(period: Period, reported: Period) -> bool:
    """True of "2025" and "the year" in a report on the 52 weeks that end in 2025."""
    year = str(reported.end.year) if reported.end else ""
    return _lasts_year(reported) and (period.text == year or _THE_YEAR.fullmatch(period.text) is not None)


def _is_without_year(period: Period) -> bool:
    """True of "third quarter" and "December", and not of "last year"."""
    return not _YEAR.search(period.text) and not re.match(r"(?:the )?(?:last|previous|prior|this|next|past)\b", period.text, re.IGNORECASE)


def _is_year_before(period: Period, reported: Period) -> bool:
    """True of the time a year before the reported one."""
    return (period.start, period.end) == (_years_on(reported.start, -1), _years_on(reported.end, -1)) and period.start is not None


def _years_on(day: date | None, years: int) -> date | None:
    """The same day of another year; the last of February stays the last."""
    if day is None:
        return None
    ends_february = day.month == 2 and (day + timedelta(days=1)).month == 3
    return date(day.year + years, 3, 1) - timedelta(days=1) if ends_february else day.replace(year=day.year + years)


def _before(reported: Period) -> tuple[date | None, date | None]:
    """The stretch of the same length in front of the reported one, in whole months."""
    if reported.start is None or reported.end is None:
        return None, None
    months = (reported.end.year - reported.start.year) * 12 + reported.end.month - reported.start.month + 1
    first = reported.start.year * 12 + reported.start.month - 1 - months
    return reported.start.replace(year=first // 12, month=first % 12 + 1, day=1), reported.start - timedelta(days=1)


def _moved(period: Period, start: date | None, end: date | None) -> Period:
    return period.model_copy(update={"start": start, "end": end})


def _others(analysis: Analysis) -> frozenset[str]:
    """The names of companies and institutions that the report is not of: their figures are not told for its time."""
    subject = analysis.subject_entity
    return frozenset(name for entity in analysis.entities if entity.is_organisation and (subject is None or entity.index != subject.index)
                     for name in (entity.name, *entity.aliases))
