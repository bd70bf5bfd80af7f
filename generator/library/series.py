"""Numbers that may stand side by side: series of one metric of one entity, and comparisons of such series.

Comparable are numbers of the same metric, measure (level or change), unit, basis and length of period; a quarter's revenue is not
compared with a year's. The same number in several briefs is one point.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from generator.library.identity import Directory
from generator.library.models import Comparison, Entry, Kind, Point, Series
from generator.library.names import digest, fold, slug, unit
from generator.models import Metric, Period

MANY_THINGS = frozenset({"cost", "margin", "price", "orders", "units", "users", "assets", "index"})
"""Metrics that are one thing only together with the text's words for it: costs of research are not costs of sales."""
FLOWS = frozenset({"revenue", "net_income", "pre_tax_profit", "operating_income", "ebitda", "eps", "gross_margin", "operating_margin",
                   "margin", "cash_flow", "capex", "cost", "orders", "units", "gdp", "trade_balance"})
"""Metrics of a stretch of time, which compare only where it is known and of one length. The others are of a moment."""
LENGTHS = ((1, 1, "day"), (5, 7, "week"), (28, 31, "month"), (85, 98, "quarter"), (178, 190, "half-year"), (268, 280, "nine months"),
           (357, 378, "year"))
"""From how many days to how many a period has which length. Retail years have 52 or 53 weeks, their quarters 12 to 14."""
SINGLE = frozenset({"deal_value", "funding", "buyback"})
"""Metrics of which every number is a thing of its own: two deals of a company are compared, and not joined by a line."""
SIGN = {"up": 1, "down": -1, "flat": 0}
STATUS_ORDER = ("actual", "consensus", "forecast", "target")


def length_of(period: Period | None) -> str | None:
    """The length of a period in words; None where its days are unknown or make no usual length."""
    if period is None or period.start is None or period.end is None:
        return None
    days = (period.end - period.start + timedelta(days=1)).days
    return next((name for low, high, name in LENGTHS if low <= days <= high), None)


def kinds_of(metric: Metric) -> Iterable[tuple[Kind, int | float]]:
    """What a metric states, as comparable numbers: its level, its signed change, both or neither.

    Without unit, without basis (of a change) or without the length of time (of a flow), a number compares with none, nor does a range.
    """
    label = fold(metric.label) if metric.metric in MANY_THINGS else None
    length = length_of(metric.period) if metric.metric in FLOWS else None
    if metric.metric == "other" or (metric.metric in FLOWS and not length):
        return
    if metric.value is not None and metric.range is None and (metric.unit or metric.metric == "index"):
        yield Kind(metric.metric, "level", metric.unit, None, length, label), metric.value
    change = metric.change
    if change and change.value is not None and change.direction and change.unit and change.basis:
        yield Kind(metric.metric, "change", change.unit, change.basis, length, label), SIGN[change.direction] * change.value


def series_of(metrics: Iterable[Entry[Metric]], directory: Directory) -> tuple[Series, ...]:
    """The series of all metrics whose entity is known, each with its points in the order of time."""
    gathered: dict[tuple[Kind, str], list[tuple[int | float, Entry[Metric]]]] = defaultdict(list)
    for entry in metrics:
        if entity := _entity_key(entry, directory):
            for kind, value in kinds_of(entry.item):
                gathered[kind, entity].append((value, entry))
    found = [_series(kind, entity, values) for (kind, entity), values in gathered.items()]
    return tuple(sorted(found, key=_series_order))


def _entity_key(entry: Entry[Metric], directory: Directory) -> str | None:
    """One key for all names of an entity: the company's slug, or the folded name, of a unit below its company's."""
    name = entry.item.entity
    if not name:
        return None
    company = directory.company(entry.brief, name)
    if company:
        return f"companies/{company.slug}"
    return "/".join([*(ref.slug for ref in entry.about), fold(unit(name) if entry.about else name)])


def _series(kind: Kind, key: str, values: list[tuple[int | float, Entry[Metric]]]) -> Series:
    entries = [entry for _, entry in values]
    about = next((ref for entry in entries for ref in entry.about), None)
    whole = about is not None and key == about.path
    name = about.name if about and whole else min((entry.item.entity or "" for entry in entries), key=lambda words: (-len(words), words))
    return Series(kind=kind, entity=name, about=about, points=_points(values))


def _points(values: list[tuple[int | float, Entry[Metric]]]) -> tuple[Point, ...]:
    """The numbers, each once for its days (or, where they are unknown, its period's words), in the order of time."""
    merged: dict[tuple[object, ...], list[Entry[Metric]]] = defaultdict(list)
    for value, entry in values:
        period = entry.item.period
        days = (period.start, period.end) if period and period.start else (fold(period.text) if period else entry.brief.id,)
        merged[value, entry.item.status, *days].append(entry)
    points = [_point(key[0], entries) for key, entries in merged.items()]  # type: ignore[arg-type]
    return tuple(sorted(points, key=_point_order))


def _point(value: int | float, entries: list[Entry[Metric]]) -> Point:
    metric = entries[0].item
    period = metric.period
    return Point(value=value, status=metric.status, period=period.text if period else None, start=period.start if period else None,
                 end=period.end if period else None, entries=tuple(entries))


def _point_order(point: Point) -> tuple[date, int, str, float]:
    first = point.entries[0]
    return point.end or first.date or date.min, STATUS_ORDER.index(point.status), first.item.id, point.value


def _kind_order(kind: Kind) -> tuple[str, ...]:
    return (kind.metric, kind.label or "", kind.measure, kind.unit or "", kind.basis or "", kind.length or "")


def _series_order(series: Series) -> tuple[object, ...]:
    return (*_kind_order(series.kind), fold(series.entity), series.entity, series.about.slug if series.about else "")


def comparisons_of(series: Iterable[Series]) -> tuple[Comparison, ...]:
    """One comparison for each kind of number that has at least two points."""
    by_kind: dict[Kind, list[Series]] = defaultdict(list)
    for one in series:
        by_kind[one.kind].append(one)
    kinds = [kind for kind in sorted(by_kind, key=_kind_order) if sum(len(one.points) for one in by_kind[kind]) > 1]
    names = Counter(map(_words, kinds))
    return tuple(Comparison(_address(kind, names), kind, tuple(by_kind[kind])) for kind in kinds)


def _words(kind: Kind) -> str:
    change = "change" if kind.measure == "change" else None
    parts = (kind.metric.replace("_", " "), kind.label, change, kind.basis, kind.unit, kind.length)
    return " ".join(fold(part) for part in parts if part)


def _address(kind: Kind, names: Mapping[str, int]) -> str:
    """The slug of a comparison: the words of its kind; where those of two kinds are the same, with a hash of its parts."""
    words = _words(kind)
    return slug(words) if names[words] == 1 else f"{slug(words)}-{digest(repr(kind))}"
