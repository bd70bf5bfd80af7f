"""Charts as static SVG: a line for each entity over time, or bars where all numbers are of one time.

pygal places the marks; what it adds for itself (styles, scripts, ids, the date of the build) is taken out, and colours are the custom
properties ``--chart-1`` to ``--chart-6`` of the page, so that a chart follows light and dark. Entities differ by dashes, too.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import pygal
from markupsafe import Markup

from generator.library import Kind, Point, Series
from generator.library.series import SINGLE
from generator.models import Period
from generator.site.svg import Drawing, Mark, dressed
from generator.wording import amount, comparable, month, signed, span_of

WIDTH, HEIGHT, BAR = 640, 280, 34
"""In the units of the drawing; the page scales it."""
WIDER = 3
"""How much wider a letter is drawn than pygal reckons."""
MOST = 6
"""Entities of a chart: so many colours can be told apart. Those with the most numbers are shown, all are in the table."""
FEWEST, FEWEST_APART = 2, 3
"""Fewer numbers are no chart; where no line joins any of them, it takes one more."""
DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "half-year": 184, "nine months": 275, "year": 366}
"""Longest usual distance between two periods of a length that follow each other."""


@dataclass(frozen=True)
class Run:
    """Numbers that one line may join: of one entity, one status, each period following the one before. ``colour`` is the entity's."""

    entity: str
    colour: int
    points: tuple[Point, ...]
    joined: bool = True


def chart(series: Sequence[Series], name: str) -> Markup:
    """The chart of series of one kind, as an SVG element; empty where there is nothing to compare.

    Args:
        series: of one kind of number; one entity's or several's.
        name: an id that is the chart's own on its page.

    Raises:
        ValueError: the series are of several kinds.
    """
    kinds = {one.kind for one in series}
    if len(kinds) > 1:
        raise ValueError(f"a chart holds numbers of one kind, these are of {len(kinds)}")
    shown = _shown(series)
    days = {point.end for one in shown for point in one.points}
    marks = sum(len(one.points) for one in shown)
    if marks < FEWEST or (len(days) > 1 and marks < FEWEST_APART and not any(map(_joins, shown))):
        return Markup("")
    kind = shown[0].kind
    drawing = _lines(shown, kind) if len(days) > 1 else _bars(shown, kind)
    return dressed(drawing, name, _title(shown), " ".join(map(_spoken, shown)))


def first_told(series: Series) -> Series:
    """The series without what a document tells after its first number of a period: that is the company's, the others are parts."""
    if series.kind.metric in SINGLE:
        return series
    told = [(entry.brief.metrics.index(entry.item), entry.brief.id, point) for point in series.points for entry in point.entries]
    first: dict[tuple[str, date | None, str], Point] = {}
    for _, brief, point in sorted(told, key=lambda one: one[:2]):
        first.setdefault((brief, point.end, point.status), point)
    kept = {id(point) for point in first.values()}
    return replace(series, points=tuple(point for point in series.points if id(point) in kept))


def _shown(series: Sequence[Series]) -> list[Series]:
    """The series with the numbers whose day is known, those with most first."""
    dated = [Series(one.kind, one.entity, one.about, tuple(point for point in one.points if point.end)) for one in series]
    return sorted((one for one in dated if one.points), key=lambda one: -len(one.points))[:MOST]


def _joins(series: Series) -> bool:
    """Whether a line joins numbers of the series."""
    return any(run.joined and len(run.points) > 1 for run in _runs(series, 0))


def _runs(series: Series, colour: int) -> Iterator[Run]:
    """The numbers of a series, parted where a line would claim too much: by status, and where periods are missing.

    Nothing is joined where each number is a thing of its own, nor where one period has two: which of them the line should take is
    not known.
    """
    for status in dict.fromkeys(point.status for point in series.points):
        points = [point for point in series.points if point.status == status]
        if series.kind.metric in SINGLE or len({point.end for point in points}) < len(points):
            yield Run(series.entity, colour, tuple(points), joined=False)
            continue
        part = points[:1]
        for before, after in pairwise(points):
            if not _follows(before, after, series.kind):
                yield Run(series.entity, colour, tuple(part))
                part = []
            part.append(after)
        yield Run(series.entity, colour, tuple(part))


def _follows(before: Point, after: Point, kind: Kind) -> bool:
    longest = DAYS.get(kind.length or "")
    return not longest or not before.end or not after.end or after.end - before.end <= timedelta(days=longest * 1.2)


def _lines(series: Sequence[Series], kind: Kind) -> Drawing:
    """A line for each run of numbers, dots for what is not joined."""
    runs = [run for colour, one in enumerate(series) for run in _runs(one, colour)]
    graph = pygal.DateLine(width=WIDTH, height=HEIGHT, x_value_formatter=month, margin_right=32, dots_size=4,
                           **_common(kind))
    graph.y_labels = _scale([point.value for run in runs for point in run.points])
    graph.x_labels = _ticks(sorted({point.end for run in runs for point in run.points if point.end}))
    for run in runs:
        graph.add("", [(point.end, point.value) for point in run.points], stroke=run.joined)
    marks = tuple(_mark(run.entity, point, kind) for run in runs for point in run.points)
    names = tuple(_cut(one.entity, 40) for one in series) if len(series) > 1 else ()
    return Drawing(graph.render_tree(), tuple(run.colour for run in runs), marks, names)


def _ticks(days: Sequence[date], most: int = 7) -> list[date]:
    """The days that the axis names, from the last one backwards: those that leave room for the name of the one after them."""
    room = (days[-1] - days[0]) / most
    named = [days[-1]]
    for day in reversed(days[:-1]):
        if named[-1] - day >= room:
            named.append(day)
    return named[::-1]


def _bars(series: Sequence[Series], kind: Kind) -> Drawing:
    """A bar for each number, from the top down."""
    rows = [(one.entity, point) for one in series for point in one.points][::-1]
    names = [entity if len(series) > 1 else ", ".join(filter(None, [_period(point), _status(point)])) or entity for entity, point in rows]
    graph = pygal.HorizontalBar(width=WIDTH, height=40 + BAR * len(rows), margin_right=32, **_common(kind))
    graph.margin_left = WIDER * max(len(_cut(name, 26)) for name in names)
    graph.y_labels = _scale([0, *(point.value for _, point in rows)])
    graph.x_labels = [_cut(name, 26) for name in names]
    graph.add("", [point.value for _, point in rows])
    return Drawing(graph.render_tree(), (0,), tuple(_mark(entity, point, kind) for entity, point in rows))


def _scale(values: Sequence[float], steps: int = 4) -> list[float]:
    """The round numbers that an axis names, from below the least value to above the greatest."""
    low, high = min(values), max(values)
    size = (high - low or abs(high) or 1) / steps
    power = 10.0 ** math.floor(math.log10(size))
    step = next(power * round_ for round_ in (1, 2, 2.5, 5, 10) if power * round_ >= size)
    return [round(number * step, 10) for number in range(math.floor(low / step), math.ceil(high / step) + 1)]


def _common(kind: Kind) -> dict[str, object]:
    return {"js": [], "css": [], "show_legend": False, "no_prefix": True, "margin": 8,
            "value_formatter": lambda value: _figure(value, kind)}


def _figure(value: float, kind: Kind) -> str:
    return signed(value, kind.unit) if kind.measure == "change" else amount(value, kind.unit)


def _mark(entity: str, point: Point, kind: Kind) -> Mark:
    words = filter(None, [entity, point.period, _figure(point.value, kind), _status(point)])
    return Mark(", ".join(words), filled=point.status == "actual")


def _period(point: Point) -> str:
    return span_of(Period(text=point.period or "", start=point.start, end=point.end)) or point.period or ""


def _status(point: Point) -> str:
    """What a number is, where it is not simply reported."""
    return "" if point.status == "actual" else point.status


def _title(series: Sequence[Series]) -> str:
    words = comparable(series[0].kind)
    return f"{words}: {series[0].entity}" if len(series) == 1 else words


def _spoken(series: Series) -> str:
    """A series for those who hear the chart: its first and its last number."""
    first, last = series.points[0], series.points[-1]
    told = [first] if first is last else [first, last]
    return f"{series.entity}: " + " to ".join(f"{_figure(point.value, series.kind)} ({point.period or point.end})" for point in told) + "."


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[:length - 1]}…"
