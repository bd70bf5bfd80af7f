"""The figures of a company at a glance: a row for each metric, its numbers from the latest backwards."""

from collections.abc import Sequence
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


def figures_table(company: Company, library: Library) -> Table:
    """The company's own main metrics, those first that a reader of accounts looks for first.

    Numbers in a row are of one metric, unit and length of period; where a source does not tell the period, the date of its document
    stands instead. Nothing is computed: a change is the one that the source states. Of a metric without any level, the change stands alone.
    """
    rows: dict[tuple[str, str, str | None, str | None], list[Entry[Metric]]] = {}
    for entry in sorted(company.metrics, key=lambda entry: not level(entry.item)):
        item, own = entry.item, library.page_of(entry.brief, entry.item.entity) == company.ref
        told = level(item) or (change(item.change) and not any(item.metric == name for name, *_ in rows))
        if own and told and item.metric in PRIORITY and item.status != "consensus":
            rows.setdefault((item.metric, metric_name(item), item.unit, length_of(item.period)), []).append(entry)
    newest = sorted(((key, _newest(entries)) for key, entries in rows.items()),
                    key=lambda pair: (PRIORITY.index(pair[0][0]), -_when(pair[1][0]).toordinal()))[:MOST]
    before = BEFORE[:max((len(entries) for _, entries in newest), default=1) - 1]
    columns = (Column("metric", "Metric"), Column("length", "Period", shown=False), *_columns("latest", "Latest"),
               Column("change", "Change", look="fig"), *(column for place, title in enumerate(before, start=1)
                                                        for column in _columns(f"before_{place}", title)))
    return Table(f"{company.slug}_figures", f"Main figures of {company.name}, the latest first", columns,
                 tuple(_row(name, length, entries, 1 + len(before)) for (_, name, _, length), entries in newest))


def _columns(key: str, title: str) -> tuple[Column, ...]:
    return (Column(key, title, look="fig"), Column(f"{key}_unit", "Unit", shown=False), Column(f"{key}_period", "Period", shown=False))


def _newest(entries: Sequence[Entry[Metric]]) -> list[Entry[Metric]]:
    """The entries from the latest number backwards, one for each period and status, or where it is not known for each document."""
    ordered = sorted(entries, key=lambda entry: (-_when(entry).toordinal(), entry.item.status != "actual"))
    first: dict[tuple[object, str], Entry[Metric]] = {}
    for entry in ordered:
        period = entry.item.period
        first.setdefault((period.end if period and period.end else entry.brief.id, entry.item.status), entry)
    return list({(level(entry.item), entry.item.status): entry for entry in reversed(first.values())}.values())[::-1]


def _when(entry: Entry[Metric]) -> date:
    period = entry.item.period
    return (period.end if period else None) or entry.date or date.min


def _row(name: str, length: str | None, entries: Sequence[Entry[Metric]], size: int) -> tuple[Cell, ...]:
    """The cells of a row with ``size`` numbers at most."""
    shown = [_number(entry) for entry in entries[:size]]
    shown += [(Cell(None), Cell(None), Cell(None))] * (size - len(shown))
    return (Cell(name, note=f"by {length}" if length in LENGTHS else ""), Cell(length), *shown[0], _change(entries[0]),
            *(cell for cells in shown[1:] for cell in cells))


def _change(entry: Entry[Metric]) -> Cell:
    moved = entry.item.change
    if moved is None:
        return Cell(None)
    path = None if level(entry.item) else place(entry)
    return Cell(moved.value, text=change(moved), path=path, direction=moved.direction or "")


def _number(entry: Entry[Metric]) -> tuple[Cell, Cell, Cell]:
    item = entry.item
    when = span_of(item.period) or (item.period.text if item.period else "") or short_day(entry.date)
    note = when if item.status == "actual" else f"{item.status}, {when}".removesuffix(", ")
    return Cell(item.value, text=level(item), path=place(entry), note=note), Cell(item.unit), Cell(when or None)
