"""The day a document was published, where the document itself tells it.

Two places tell it, the surer first: a date with its year at the head of the text (a line of its own, a dateline, a byline, a label
such as "Published"); and a date without a year, in a dateline or in the news itself, whose weekday leaves a single year among those
that the text speaks of: 20 February is a Thursday in 2025, and not in 2024 or 2026. A dateline alone ("LONDON, July 3") has no
year, so the day stays unknown.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

HEAD = 700
"""Characters at the start of a text in which a dateline or a label stands."""
NEWS = 1500
"""Characters at the start of a text in which the news names its weekday."""
AROUND = 300
"""Characters on either side of a day that are looked at for what happened on it."""
MONTHS = {name: number for number, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov", "december dec"), start=1) for name in names.split()}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:\b(?P<weekday>" + "|".join(f"{day}|{day[:3]}" for day in DAYS) + r")\.?,?\s+)?"
_DAY = r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (
    _WEEKDAY + _MONTH + r"\s+" + _DAY + _YEAR,
    _WEEKDAY + _DAY + r"\s+" + _MONTH + _YEAR,
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
    r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b",
))
_LABEL = re.compile(r"\b(?:published|updated|posted|last modified|date of report|dated?|released?|issued)\b[^.\n]{0,60}$", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|\n)[^\n]{0,40}?[A-Z][A-Za-z.’' ]+(?:, [A-Z][A-Za-z.]+){0,2},?(?: ?[-–—]+ ?\(?[A-Z ]+\)?[-–— ]*)?\s*\(?$")
_NAMES = re.compile(r"(?:[A-Z][\w’'-]*[,;]? ?){0,5}(?:\([a-z]+\))?[,;]? ?")
_CREDIT = re.compile(r"by [^\n|•·]{1,60}[|•·] *", re.IGNORECASE)
_WIRE = re.compile(r"\s*(?:[-–—]{1,2}|/|\((?:[A-Z][A-Za-z]+ ?){1,4}\))")
_ANY_WEEKDAY = re.compile(r"\b(?:" + "|".join(day.capitalize() for day in DAYS) + r")\b")
_WEEKDAY_DATE = re.compile(_ANY_WEEKDAY.pattern + r",? (?:[0-3]?\d |[A-Z][a-z]{2,8}\.? [0-3]?\d\b)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_PAST = re.compile(r"\b(?:said|reported|announced|showed|rose|fell|closed|ended|was|were|published|released|posted|signed|agreed)\b")


@dataclass(frozen=True)
class Day:
    """A day as the text names it, in the text at [start, end). Month and day are valid, the rest may be missing."""

    start: int
    end: int
    month: int
    day: int
    weekday: str | None = None
    year: int | None = None

    @property
    def date(self) -> date | None:
        """The date, where the year is named and the weekday is not another one's."""
        if self.year is None:
            return None
        found = _date(self.year, self.month, self.day)
        return found if found and self.weekday in (None, DAYS[found.weekday()]) else None


def published_on(text: str) -> date | None:
    """The day of publication that ``text`` itself tells, or None where it does not decide it."""
    head = [day for day in _days(text[:HEAD]) if _is_dateline(text, day)]
    dated = next((day.date for day in head if day.date), None)
    if dated:
        return dated
    spoken = Counter(word.lower() for word in _ANY_WEEKDAY.findall(text))
    days = [day for start in _weekday_dates(text) for day in _days(text[start:start + 40], start) if day.weekday]
    spoken.subtract(day.weekday for day in days if day.weekday)
    named = {(day.month, day.day, day.weekday): day for day in days
             if not day.year and day.weekday and spoken[day.weekday] > 0 and _is_past(text, day)}
    if len(named) == 1:
        return _only_year(next(iter(named.values())), text)
    return _dateline_year(head[0], text) if head and not named else None


def _dateline_year(day: Day, text: str) -> date | None:
    """The date of a dateline without a year ("Feb 20 (Reuters) -"), where the news names one weekday, and it fits one year of the text."""
    weekdays = {word.lower() for word in _ANY_WEEKDAY.findall(text[:NEWS])}
    if day.year or len(weekdays) != 1:
        return None
    years = sorted({int(year) for year in _YEARS.findall(text)})
    dates = [_date(year, day.month, day.day) for year in years]
    fitting = [found for found in dates if found and DAYS[found.weekday()] in weekdays]
    return fitting[0] if len(fitting) == 1 else None


def _weekday_dates(text: str) -> list[int]:
    """Where a weekday and, close behind it, a month stand."""
    return [found.start() for found in _WEEKDAY_DATE.finditer(text)]


def _days(text: str, offset: int = 0) -> Iterator[Day]:
    """The days named in a text that begins at ``offset`` of the document."""
    found = sorted((match for form in _FORMS for match in form.finditer(text)), key=lambda match: (match.start(), -match.end()))
    end = 0
    for match in found:
        if match.start() < end:
            continue
        day = _read(match, offset)
        if day:
            end = match.end()
            yield day


def _read(match: re.Match[str], offset: int) -> Day | None:
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS[parts["month"].casefold()]
    weekday = next((day for day in DAYS if parts.get("weekday") and day.startswith(parts["weekday"].casefold())), None)
    year = int(parts["year"]) if parts["year"] else None
    if _date(year or 2024, month, int(parts["day"])) is None:
        return None
    return Day(match.start() + offset, match.end() + offset, month, int(parts["day"]), weekday, year)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_dateline(text: str, day: Day) -> bool:
    """True of a date with a line of its own, behind a label, or between a place and the news."""
    line_start = text.rfind("\n", 0, day.start) + 1
    line_end = text.find("\n", day.end)
    before, after = text[line_start:day.start], text[day.end:line_end if line_end >= 0 else len(text)]
    if _LABEL.search(before):
        return True
    if len(before) <= 12 and len(after) <= 30 and not after.rstrip().endswith("."):
        return True
    if day.year and _NAMES.fullmatch(before) and (after.startswith(".") or not after.strip()):
        return True
    if day.year and _CREDIT.fullmatch(before):
        return True
    return len(before) <= 60 and (not before.strip() or _PLACE.search(before) is not None) and _WIRE.match(after) is not None


def _is_past(text: str, day: Day) -> bool:
    """True where the words around a day, up to the ends of its sentence, tell of something that has happened."""
    before = text[max(0, day.start - AROUND):day.start]
    after = text[day.end:day.end + AROUND]
    clause = before[max(before.rfind(". "), before.rfind("\n")) + 1:] + after.split(". ")[0]
    return _PAST.search(clause) is not None


def _only_year(day: Day, text: str) -> date | None:
    """The one date with the day's weekday in the last year that the text speaks of, or the years beside it."""
    years = [int(year) for year in _YEARS.findall(text)]
    if not years:
        return None
    dates = [_date(year, day.month, day.day) for year in range(max(years) - 1, max(years) + 2)]
    fitting = [found for found in dates if found and DAYS[found.weekday()] == day.weekday]
    return fitting[0] if len(fitting) == 1 else None
