"""A table of the site, once: what a page shows, what its CSV and JSON hold."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

PAGE_SIZE = 100
"""Rows of a page; the rest of a table stands on the following pages."""
MOST_CHOICES = 40
"""Values of a column that a reader chooses among; of more, words are typed."""
MOST_ROWS = 10_000
"""Rows that a browser is asked to sort: about half a megabyte over the wire. Of a longer table, single pages are read."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for a formula."""


@dataclass(frozen=True)
class Column:
    """A column: ``key`` is its name in data, ``filter`` lets a reader choose among its values.

    ``look`` is "fig" for figures, "words" for words of the source, "day" and "doc" for a document's date and title. One that is not
    ``shown`` is in the data alone: its words stand in the note of another.
    """

    key: str
    title: str
    look: Literal["", "fig", "words", "day", "doc"] = ""
    filter: bool = False
    shown: bool = True


@dataclass(frozen=True)
class Cell:
    """A value for data, and how it is shown: ``text``, where it leads (``path`` on the site), and a ``note`` below.

    ``direction`` is that of a change.
    """

    value: Any
    text: str | None = None
    path: str | None = None
    note: str = ""
    direction: str = ""

    @property
    def shown(self) -> str:
        """What a reader sees."""
        if self.text is not None:
            return self.text
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True)
class Table:
    """A table with its caption. A row has a cell for each column; its first cell is its head."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def pages(self, size: int = 0) -> Iterator["Table"]:
        """The table in parts of ``size`` rows, or of `PAGE_SIZE`; at least one."""
        size = size or PAGE_SIZE
        for start in range(0, max(1, len(self.rows)), size):
            yield Table(self.name, self.caption, self.columns, self.rows[start:start + size])

    def heads(self) -> list[Column]:
        """The columns that a page shows."""
        return [column for column in self.columns if column.shown]

    def shown(self) -> Iterator[list[tuple[Column, Cell]]]:
        """The rows as a page shows them: each cell with its column."""
        for row in self.rows:
            yield [(column, cell) for column, cell in zip(self.columns, row, strict=True) if column.shown]

    def choices(self) -> list[tuple[Column, list[tuple[str, int]]]]:
        """For each column to filter by that has several values, and not too many: the column, and each value with its number of rows."""
        found = []
        for place, column in enumerate(self.columns):
            counts = Counter(str(row[place].value) for row in self.rows if row[place].value is not None) if column.filter else Counter()
            if 1 < len(counts) <= MOST_CHOICES:
                found.append((column, sorted(counts.items())))
        return found

    def csv(self) -> str:
        """The values as CSV with a header line."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([column.key for column in self.columns])
        writer.writerows([inert(cell.value) for cell in row] for row in self.rows)
        return out.getvalue()

    def json(self) -> str:
        """The rows as a list of objects, one a line: each value under its column's key, and beside it what a page shows of it.

        That is ``KEY_text`` where it differs from the value, ``KEY_note``, ``KEY_direction``, and ``KEY_link``, an address below the
        site's root. From this a page's script sorts and filters a table that stands on several pages.
        """
        return "[\n" + ",\n".join(json.dumps(dict(self._data(row)), ensure_ascii=False) for row in self.rows) + "\n]\n"

    def _data(self, row: tuple[Cell, ...]) -> Iterator[tuple[str, Any]]:
        for column, cell in zip(self.columns, row, strict=True):
            value = _plain(cell.value)
            yield column.key, value
            parts = {"text": cell.text if cell.text != value else None, "note": cell.note, "direction": cell.direction,
                     "link": address(cell.path) if cell.path else None}
            yield from ((f"{column.key}_{name}", part) for name, part in parts.items() if part)


def address(path: str) -> str:
    """The address of a page, or of a place on it, below the site's root."""
    page, _, anchor = path.partition("#")
    return quote(f"{page}.html") + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True)
class Sheet:
    """A table, or a page of it, as it stands on a page of the site.

    ``part`` are the rows that the page shows, of ``total``; ``file`` is the path of the whole table's data without its ending. ``name``
    tells the tables of one page apart in its address. A ``fixed`` table keeps its order.
    """

    part: Table
    file: str
    total: int
    choices: Sequence[tuple[Column, Sequence[tuple[str, int]]]] = ()
    name: str = ""
    fixed: bool = False

    @property
    def whole(self) -> bool:
        """Whether the page shows all rows."""
        return len(self.part.rows) == self.total

    @property
    def sortable(self) -> bool:
        """Whether a reader can sort and filter it in place."""
        return not self.fixed and 1 < self.total <= MOST_ROWS


def sheets(table: Table, folder: str, name: str = "") -> Iterator[Sheet]:
    """The pages of a table whose data are in ``folder``."""
    choices = table.choices()
    for part in table.pages():
        yield Sheet(part, f"{folder}/{table.name}", len(table.rows), choices, name)


def inert(value: Any) -> Any:
    """A value that no spreadsheet runs."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | float | str | None) else str(value)
