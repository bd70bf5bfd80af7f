"""The figures of a company at a glance: a row for each metric, what was reported from the latest backwards, and what is to come."""

from collections.abc import Iterable, Sequence
from datetime import date

from generator.library import Company, Entry, Library
from generator.library.series import length_of
from generator.models import Metric
from generator.site.listings import place
from generator.site.tables import Cell, Column, Table
from generator.site.view import PRIORITY
from generator.wording import change, level, metric_name, short_day, span_of

BEFORE = ("Before", "Before that")
"""Titles of the columns with earlier numbers."""
LENGTHS = ("month", "quarter", "half-year", "nine months", "year")
"""For what lengths of time companies report."""
MOST = 12
"""Rows of the table; all figures stand below it."""

Key = tuple[str, str, str | None, str | None]
"""What the numbers of a row share: metric, its name in print, unit and length of period."""
Row = tuple[Key, list[Entry[Metric]], Entry[Metric] | None]
"""Its numbers as they were reported, the latest first, and the latest that is forecast or aimed at."""


def figures_table(company: Company, library: Library) -> Table:
    """The company's own main metrics, those first that a reader of accounts looks for first.

    Numbers in a row are of one metric, unit and length of period; where a source does not tell the period, the date of its document
    stands instead. Nothing is computed: a change is the one that the source states. Of a metric without any level, the change stands alone.
    """
    rows = _chosen(_rows(_own(company, library)))
    before = BEFORE[:max((len(reported) for _, reported, _ in rows), default=1) - 1]
    outlook = any(expected for *_, expected in rows)
    columns = (Column("metric", "Metric"), Column("length", "Period", shown=False), *_columns("latest", "Latest"),
               Column("change", "Change", look="fig"), *(column for place, title in enumerate(before, start=1)
                                                        for column in _columns(f"before_{place}", title)),
               *(_columns("outlook", "Outlook") if outlook else ()))
    return Table(f"{company.slug}_figures", f"Main figures of {company.name}, the latest first", columns,
                 tuple(_row(row, 1 + len(before), outlook=outlook) for row in rows))


def _own(company: Company, library: Library) -> list[Entry[Metric]]:
    """The company's numbers of main metrics; a change without a level only where the metric has none."""
    own = [entry for entry in company.metrics if entry.item.metric in PRIORITY and entry.item.status != "consensus"
           and library.page_of(entry.brief, entry.item.entity) == company.ref]
    with_level = {entry.item.metric for entry in own if level(entry.item)}
    return [entry for entry in own if level(entry.item) or (change(entry.item.change) and entry.item.metric not in with_level)]


def _rows(entries: Iterable[Entry[Metric]]) -> list[Row]:
    found: dict[Key, list[Entry[Metric]]] = {}
    for entry in entries:
        item = entry.item
        found.setdefault((item.metric, metric_name(item), item.unit, length_of(item.period)), []).append(entry)
    rows = []
    for key, same in found.items():
        expected = _newest(entry for entry in same if entry.item.status != "actual")
        rows.append((key, _newest(entry for entry in same if entry.item.status == "actual"), expected[0] if expected else None))
    return rows


def _chosen(rows: Iterable[Row]) -> list[Row]:
    """The rows in their order. One whose period is not known gives way to others of its metric, if their periods are."""
    rows = list(rows)
    dated = {(metric, unit) for (metric, _, unit, length), *_ in rows if length}
    kept = [row for row in rows if row[0][3] or (row[0][0], row[0][2]) not in dated]
    return sorted(kept, key=lambda row: (PRIORITY.index(row[0][0]), not row[1], -_when(row[1][0] if row[1] else row[2]).toordinal()))[:MOST]


def _newest(entries: Iterable[Entry[Metric]]) -> list[Entry[Metric]]:
    """The entries from the latest number backwards, one for each period, or where it is not known for each document."""
    ordered = sorted(entries, key=lambda entry: -_when(entry).toordinal())
    first: dict[object, Entry[Metric]] = {}
    for entry in ordered:
        period = entry.item.period
        first.setdefault(period.end if period and period.end else entry.brief.id, entry)
    return list({level(entry.item): entry for entry in reversed(first.values())}.values())[::-1]


def _when(entry: Entry[Metric] | None) -> date:
    period = entry.item.period if entry else None
    return (period.end if period else None) or (entry.date if entry else None) or date.min


def _columns(key: str, title: str) -> tuple[Column, ...]:
    return (Column(key, title, look="fig"), Column(f"{key}_unit", "Unit", shown=False), Column(f"{key}_period", "Period", shown=False))


def _row(row: Row, size: int, *, outlook: bool) -> tuple[Cell, ...]:
    """The cells of a row with ``size`` reported numbers at most, and with what is to come if the table has that."""
    (_, name, _, length), reported, expected = row
    shown = [_number(entry) for entry in (*reported[:size], *[None] * (size - len(reported)))]
    return (Cell(name, note=f"by {length}" if length in LENGTHS else ""), Cell(length), *shown[0], _change(reported),
            *(cell for cells in shown[1:] for cell in cells), *(_number(expected) if outlook else ()))


def _change(reported: Sequence[Entry[Metric]]) -> Cell:
    moved = reported[0].item.change if reported else None
    if moved is None:
        return Cell(None)
    path = None if level(reported[0].item) else place(reported[0])
    return Cell(moved.value, text=change(moved), path=path, direction=moved.direction or "")


def _number(entry: Entry[Metric] | None) -> tuple[Cell, Cell, Cell]:
    if entry is None:
        return Cell(None), Cell(None), Cell(None)
    item = entry.item
    when = span_of(item.period) or (item.period.text if item.period else "") or short_day(entry.date)
    note = when if item.status == "actual" else f"{item.status}, {when}".removesuffix(", ")
    shown = level(item) or (change(item.change) if item.status != "actual" else "")
    return Cell(item.value, text=shown, path=place(entry) if shown else None, note=note), Cell(item.unit), Cell(when or None)
