"""What expressions of time mean: a pattern for each form, and the days that it stands for.

"the fourth quarter of 2024" and "March 31, 2024" have days of their own; "last quarter" and "in October" are counted from the
publication; fiscal years and quarters stay words, since companies begin them when they like.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from generator import lexicon
from generator.analysis import DateMention

Days = tuple[date, date] | None
Resolver = Callable[[re.Match[str], date | None], Days]
FUTURE = 90
"""Days after publication up to which a date without year is taken to be ahead; farther off, it is the one before."""
WHOLE = frozenset({"may", "june", "july"})
"""Short names of months that are no abbreviations: a full stop behind one ends the sentence."""


def times_by_pattern(text: str, published: date | None) -> Iterator[DateMention]:
    """The expressions of time that the patterns find: at each place the first one that fits, in the order of `_forms`.

    Args:
        published: the day that what needs one counts from, if it is known.
    """
    resolvers = _resolvers()
    for match in _pattern().finditer(text):
        resolve = resolvers[match.lastgroup or ""]
        inner = _compiled(match.lastgroup or "").match(text, match.start())
        if inner and (_group(inner, "month") or "X").islower():
            continue  # "may" and "march" are verbs, too
        days = _safe(resolve, inner, published) if inner else None
        first, last = days or (None, None)
        yield DateMention(match.start(), match.end(), match.group(), first, last, match.lastgroup or "")


def _safe(resolve: Resolver, match: re.Match[str], published: date | None) -> Days:
    """The days of a match, or None for a day that no calendar has."""
    try:
        days = resolve(match, published)
    except (ValueError, OverflowError):
        return None
    return days if days is None or days[0] <= days[1] else None


# --- patterns: name -> expression and what it means ---------------------------------------------------------------

@cache
def _forms() -> dict[str, tuple[str, Resolver]]:
    book = lexicon.load("dates")
    names = sorted(book["months"], key=len, reverse=True)
    month = rf"(?P<month>(?:{'|'.join(name for name in names if name in WHOLE or len(name) > 4)})\b|(?:{'|'.join(names)})\b\.?)"
    weekday = rf"(?:{'|'.join(book['weekdays'])})"
    ordinal = rf"(?P<ordinal>{'|'.join(book['ordinals'])})"
    number = rf"(?P<number>\d{{1,2}}|{'|'.join(book['numbers'])})"
    year = r"(?P<year>(?:1[89]|20)\d(?!0['’]?s\b)\d)(?![\d,.]*\d|%|\s(?:percent|points|million|billion))"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d.,]*\d)"
    part = r"(?:(?:early|late|mid|the end of|the start of|the beginning of|end|beginning)[\s-]+)?"
    return {
        "iso": (r"(?P<year>(?:1[89]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
        "ended": (rf"(?:{ordinal}[\s-]+)?(?:(?P<months>three|six|nine|twelve|\d{{1,2}})[\s-]+months?|(?P<weeks>13|26|39|52|53)[\s-]+weeks?"
                  rf"|(?P<unit>quarter|year|half))\s+(?:ended|ending|to)\s+(?:on\s+|the\s+end\s+of\s+|end[\s-]+)?"
                  rf"(?:{month}(?:\s+{day})?|{day.replace('day', 'day2')}\s+{month.replace('month', 'month2')})(?:,?\s+{year})?", _ended),
        "quarter": (rf"{ordinal}[\s-]+quarter(?:\s+(?:of|in)\s+(?:the\s+)?(?P<fiscal>(?:fiscal|financial)(?:\s+year)?\s+)?"
                    rf"|\s+(?P<fiscal2>fiscal\s+)?){year}"
                    r"|\bQ(?P<digit>[1-4])[\s-]+(?P<fiscal3>(?:FY|fiscal)\s?)?(?P<year2>20\d\d)\b|\b(?P<digit2>[1-4])Q\s?(?P<year3>20\d\d)\b",
                    _quarter),
        "bare_quarter": (rf"(?:(?P<fiscal>fiscal)\s+)?{ordinal}[\s-]+quarter\b|\bQ(?P<digit>[1-4])\b|\b(?P<digit2>[1-4])Q\b",
                         _bare_quarter),
        "half": (rf"(?P<ordinal2>first|second)[\s-]+half\s+(?:of\s+)?{year}|\bH(?P<digit>[12])\s+(?P<year2>20\d\d)\b", _half),
        "months_of": (rf"first\s+{number}\s+months\s+of\s+{year}", _first_months),
        "bare_half": (r"(?P<ordinal2>first|second)[\s-]+half(?:\s+of\s+(?:the|this)\s+year)?\b", _bare_half),
        "bare_months": (rf"first\s+{number}\s+months(?:\s+of\s+(?:the|this)\s+year)?\b", _bare_months),
        "full": (rf"(?:{weekday},?\s+)?(?:{month}\s+{day}(?:,?\s+{year})?|{day.replace('day', 'day2')}\s+{month.replace('month', 'month2')}"
                 rf"(?:,?\s+{year.replace('year', 'year2')})?)", _full),
        "month": (rf"{part}{month}(?:\s+(?:of\s+)?{year}|\s+(?P<side>this|last|next)\s+year)?", _month),
        "fiscal": (r"(?:fiscal|financial)\s+(?:year\s+)?(?:(?:1[89]|20)\d\d(?:[/-]\d{2,4})?)|FY\s?(?:20)?\d\d\b", _unknown),
        "years": (rf"{year}[/-](?P<second>\d{{2}}|(?:1[89]|20)\d\d)\b(?!-)", _unknown),
        "year": (rf"{part}\b{year}\b(?!-\d)", _year),
        "relative": (r"(?:(?:earlier|later|so far)\s+)?\b(?P<side>last|this|next|the previous|the same|the current|the prior|the past)\s+"
                     r"(?P<unit>year|quarter|month|week|decade|weekend)\b", _relative),
        "ago": (r"\ba\s+(?P<unit>year|quarter|month|week)\s+(?:earlier|ago|before)\b", _unknown),
        "weekday": (rf"\b(?:last\s+|next\s+|this\s+)?(?P<weekday>{'|'.join(book['weekdays'])})\b", _weekday),
        "today": (r"\b(?P<word>today|yesterday|tomorrow)\b", _today),
    }


@cache
def _resolvers() -> dict[str, Resolver]:
    return {name: resolver for name, (_, resolver) in _forms().items()}


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(_forms()[name][0], re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """All forms as alternatives, each a group by its name; the groups inside of a form are unnamed here."""
    forms = "|".join(f"(?P<{name}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', form)})" for name, (form, _) in _forms().items())
    return re.compile(rf"(?<![\w$£€.,-])(?:{forms})", re.IGNORECASE)


# --- what they mean -------------------------------------------------------------------------------------------------

def _group(match: re.Match[str], name: str) -> str | None:
    """The first group of that name, or of it with a digit behind, that took part in the match."""
    return next((value for key, value in match.groupdict().items() if key.rstrip("0123456789") == name and value), None)


def _int(match: re.Match[str], name: str) -> int | None:
    value = _group(match, name)
    return int(value) if value and value.isdigit() else None


def _span(year: int, first_month: int, months: int) -> Days:
    """The days of ``months`` months from ``first_month`` on; a month beyond December is one of the next year."""
    last = first_month + months - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    start_year, start_month = year + (first_month - 1) // 12, (first_month - 1) % 12 + 1
    return date(start_year, start_month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _unknown(_match: re.Match[str], _published: date | None) -> Days:
    """What the text alone does not tell: a fiscal year, "a year earlier"."""
    return None


def _iso(match: re.Match[str], _published: date | None) -> Days:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _quarter_number(match: re.Match[str]) -> int:
    word = _group(match, "ordinal")
    return int(lexicon.load("dates")["ordinals"][word.casefold()]) if word else int(_group(match, "digit") or 1)


def _quarter(match: re.Match[str], _published: date | None) -> Days:
    year = _int(match, "year")
    if _group(match, "fiscal") or year is None:
        return None
    return _span(year, 3 * _quarter_number(match) - 2, 3)


def _bare_quarter(match: re.Match[str], published: date | None) -> Days:
    """The last quarter of that number that had ended when the document was published."""
    return None if _group(match, "fiscal") else _last_ended(published, 3 * _quarter_number(match) - 2, 3)


def _half(match: re.Match[str], _published: date | None) -> Days:
    year = _int(match, "year")
    return _span(year, 6 * _half_number(match) - 5, 6) if year else None


def _half_number(match: re.Match[str]) -> int:
    return {"first": 1, "second": 2, "1": 1, "2": 2}[(_group(match, "ordinal") or _group(match, "digit") or "").casefold()]


def _bare_half(match: re.Match[str], published: date | None) -> Days:
    """The last half of that number that had ended when the document was published."""
    return _last_ended(published, 6 * _half_number(match) - 5, 6)


def _first_months(match: re.Match[str], _published: date | None) -> Days:
    return _span(int(match["year"]), 1, _number(match))


def _bare_months(match: re.Match[str], published: date | None) -> Days:
    """The first so many months of the last year in which they had ended when the document was published."""
    return _last_ended(published, 1, _number(match))


def _number(match: re.Match[str]) -> int:
    number = match["number"].casefold()
    return int(number) if number.isdigit() else int(lexicon.load("dates")["numbers"][number])


def _last_ended(published: date | None, first_month: int, months: int) -> Days:
    if published is None:
        return None
    days = _span(published.year, first_month, months)
    return days if days and days[1] <= published else _span(published.year - 1, first_month, months)


def _ended(match: re.Match[str], published: date | None) -> Days:
    """Such as "the three months ended March 31, 2024": back from the day that is named, or from the end of the month."""
    month, day = _month_number(_group(match, "month") or ""), _int(match, "day")
    year = _int(match, "year") or _year_near(published, month, day or 1)
    if year is None:
        return None
    end = date(year, month, day or monthrange(year, month)[1])
    if match["weeks"]:
        return end - timedelta(weeks=int(match["weeks"])) + timedelta(days=1), end
    months = match["months"]
    length = {"quarter": 3, "half": 6, "year": 12}.get((match["unit"] or "").casefold()) or (
        int(months) if months.isdigit() else lexicon.load("dates")["numbers"][months.casefold()])
    back = end.year * 12 + end.month - 1 - length
    is_last = end.day == monthrange(end.year, end.month)[1]
    start = date(back // 12, back % 12 + 1, monthrange(back // 12, back % 12 + 1)[1] if is_last else end.day) + timedelta(days=1)
    return start, end


def _month_number(word: str) -> int:
    return int(lexicon.load("dates")["months"][word.casefold().rstrip(".")])


def _year_near(published: date | None, month: int, day: int) -> int | None:
    """The year of a date without one: the latest that is not far ahead of the publication."""
    if published is None:
        return None
    for year in (published.year + 1, published.year):
        try:
            if date(year, month, day) <= published + timedelta(days=FUTURE):
                return year
        except ValueError:
            continue
    return published.year - 1


def _full(match: re.Match[str], published: date | None) -> Days:
    month, day = _month_number(_group(match, "month") or ""), _int(match, "day") or 0
    year = _int(match, "year") or _year_near(published, month, day)
    if year is None:
        return None
    found = date(year, month, day)
    return found, found


def _month(match: re.Match[str], published: date | None) -> Days:
    month, year = _month_number(match["month"]), _int(match, "year")
    if year is None and published and match["side"]:
        year = published.year + {"last": -1, "this": 0, "next": 1}[match["side"].casefold()]
    year = year or _year_near(published, month, 1)
    return _span(year, month, 1) if year else None


def _year(match: re.Match[str], _published: date | None) -> Days:
    return _span(int(match["year"]), 1, 12)


def _relative(match: re.Match[str], published: date | None) -> Days:
    """Such as "last year" and "this quarter": the calendar period before, of, or after the publication."""
    steps = {"last": -1, "the previous": -1, "the prior": -1, "this": 0, "the current": 0, "next": 1}
    side, unit = " ".join(match["side"].casefold().split()), match["unit"].casefold()
    if published is None or side not in steps:
        return None
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=steps[side])
        return monday, monday + timedelta(days=6)
    length = {"year": 12, "quarter": 3, "month": 1}.get(unit)
    if length is None:
        return None
    first = (published.month - 1) // length * length + 1 + steps[side] * length
    return _span(published.year, first, length)


def _weekday(match: re.Match[str], published: date | None) -> Days:
    """A bare weekday is the last one up to the publication."""
    if published is None or match.group().casefold().startswith(("last", "next")):
        return None
    day = published - timedelta(days=(published.weekday() - lexicon.load("dates")["weekdays"][match["weekday"].casefold()]) % 7)
    return day, day


def _today(match: re.Match[str], published: date | None) -> Days:
    if published is None:
        return None
    day = published + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[match["word"].casefold()])
    return day, day
