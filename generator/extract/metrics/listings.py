"""Lines of listings as metrics: "TERM DEPOSITS: 7.42% one month; 7.45% two months", "Gold: $412.30 an ounce, up $1.20".

`generator.listed` tells which lines are ones and of what. Here each value becomes a row: of what its line is headed by, or of the place
that stands before the value; the words behind it are its term or its label; a signed number behind it is its change.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.analysis import Analysis, Listed
from generator.extract.metrics.amounts import find_quantities
from generator.extract.metrics.background import Background
from generator.extract.metrics.quantities import Quantity, rounded
from generator.listed import CHANGE, TERM, quoted_in
from generator.models import Amount, Change, Direction, Metric, Period, Range, Span

_TERM = re.compile(TERM, re.IGNORECASE)
_IS_A_TERM = re.compile(r"[\s-]?(?:(?:to|-)\s?\d+\s)?(?:day|week|month|year)s?\b")
_LENDER = re.compile(r"\((?P<bracket>[A-Z][^()]*[a-z][^()]*)\)|\bby (?P<by>[A-Z].*)$")
_DOWN = re.compile(r"[−–-]|down|off|minus")
_BETWEEN = re.compile(r"\s(?:to|-)\s")
_FORMER = re.compile(r"(?:from|against|versus|vs\.?)\s$")
_OR = re.compile(r"\bor\s$")
_SIGN = re.compile(r"(?:^|[\s(])(?:[+−–-]\s?|(?:up|down|off|plus|minus)\s)$")
_REACH = 10
"""Characters before an amount in which these stand."""
_APART = re.compile(r"[,;]")
_EDGES = " ,;.()"


def metrics_of_listings(analysis: Analysis, background: Background) -> list[Metric]:
    """The metrics that the listings of a document state, in its order."""
    return [metric for line in analysis.listed for metric in _metrics(analysis.text, background, line)]


def _metrics(text: str, background: Background, line: Listed) -> Iterator[Metric]:
    """One row per value of a line; each goes on to where the next one begins."""
    found = find_quantities(text, line.values, line.end, background.home)
    quantities = [quantity for quantity in found if not _IS_A_TERM.match(text, quantity.end)]
    levels = [quantity for quantity in _joined(text, quantities) if _is_level(text, line, quantity, quantities[0])]
    if not levels:
        return
    named = [_before(text, first, levels, line) for first in range(len(levels))]
    for (level, (name, start)), (_, (_, stop)) in pairwise([*zip(levels, named, strict=True), (None, (None, line.end))]):
        assert level and start <= level.start
        yield _row(text, line, level, name, (level.end, stop))


def _joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The amounts, what is bid and what is asked made one, whichever comes first: "7 3/8% to 7 1/4%"."""
    found: list[Quantity] = []
    for quantity in quantities:
        last = found[-1] if found else None
        if last and last.high is None and last.unit == quantity.unit and _BETWEEN.fullmatch(text[last.end:quantity.start]):
            low, high = sorted((last.value, quantity.value))
            found[-1] = Quantity(last.start, quantity.end, low, quantity.unit, quantity.kind, high=high)
        else:
            found.append(quantity)
    return found


def _is_level(text: str, line: Listed, quantity: Quantity, first: Quantity) -> bool:
    """True of an amount like the first of its line that is no change and no former level."""
    if (quantity.kind, quantity.unit) != (first.kind, first.unit) or quantity.value < 0:
        return quantity.start == first.start
    aside = text[quantity.start - 1] == "(" or _stands_before(_FORMER, text, quantity, line.values)
    return not (aside or _is_signed(text, quantity, line.values))


def _is_signed(text: str, quantity: Quantity, start: int) -> bool:
    """True of an amount with the sign or the word of a change in front of it."""
    return text[quantity.start] in "-−" or _stands_before(_SIGN, text, quantity, start)


def _stands_before(words: re.Pattern[str], text: str, quantity: Quantity, start: int) -> bool:
    """True where ``words`` stand right before an amount, not before ``start``."""
    return words.search(text, max(start, quantity.start - _REACH), quantity.start) is not None


def _before(text: str, number: int, levels: list[Quantity], line: Listed) -> tuple[str | None, int]:
    """The name that stands before a level, as in "Canada 8.50%; Norway 9%", and where it begins."""
    level = levels[number]
    first = text[line.values:levels[0].start].strip()
    if not first:
        return None, level.start
    start = levels[number - 1].end if number else line.values
    apart = [match.end() for match in _APART.finditer(text, start, level.start)]
    named = next((end for end in reversed(apart) if text[end:level.start].strip()), start)
    name = text[named:level.start].strip(_EDGES)
    return name or None, level.start - len(text[named:level.start].lstrip(_EDGES))


def _row(text: str, line: Listed, level: Quantity, name: str | None, behind: tuple[int, int]) -> Metric:
    """The metric of one value; ``behind`` is the stretch up to the next one."""
    heading = text[line.start:line.heading].strip()
    change, words = _change(text, level, line, *behind)
    former = _former(text, *behind)
    name, words = (None, name) if name and _TERM.fullmatch(name) else (name, words)
    term = words if _TERM.fullmatch(words) else None
    rate = line.metric == "interest_rate"
    label = words if words and term is None and rate else heading
    unit = level.unit or (quoted_in(heading) if line.metric == "exchange_rate" else None)
    return Metric(
        evidence=(Span(start=line.start, end=min(line.end + 1, len(text.rstrip())) if text[line.end:line.end + 1] == "." else line.end),),
        metric=line.metric, label=label, entity=name or (_lender(heading) if rate else None) or heading, value=level.value, unit=unit,
        value_text=level.words(text), change=change, previous=former, period=Period(text=term) if term else None,
        range=Range(low=level.value, high=level.high) if level.high is not None else None)


def _lender(heading: str) -> str | None:
    """The company whose rate a heading says that it is: "Paper placed by Halden Finance Corp."."""
    found = _LENDER.search(heading)
    return (found["bracket"] or found["by"]).strip() if found else None


def _former(text: str, start: int, end: int) -> Amount | None:
    """The level before, where the words behind one say it: "down from 4.87%"."""
    return next((Amount(value=quantity.value, unit=quantity.unit) for quantity in find_quantities(text, start, end)
                 if _stands_before(_FORMER, text, quantity, start)), None)


def _change(text: str, level: Quantity, line: Listed, start: int, end: int) -> tuple[Change | None, str]:
    """The change behind a level, in percent where it is given so as well, and the words between the two."""
    found = CHANGE.search(text, start, end)
    words = text[start:found.start() if found else end].strip(_EDGES)
    if not found:
        return None, words
    direction: Direction = "flat" if "unch" in found.group() else "down" if _DOWN.search(found.group()) else "up"
    sizes = [quantity for quantity in find_quantities(text, start, end)
             if _is_signed(text, quantity, start) or _stands_before(_OR, text, quantity, start)]
    size = next((quantity for quantity in sizes if quantity.unit == "percent"), sizes[0] if sizes else None)
    if size is None:
        return Change(direction=direction), words
    points = line.metric == "interest_rate" and size.unit in (None, "percent")
    unit = "percentage_points" if points else size.unit or level.unit
    value = abs(size.value) * (1 if size.unit else level.factor)  # "412.5p +3.2" is 3.2 pence
    return Change(value=rounded(value), unit=unit, direction=direction if size.value else "flat"), words
