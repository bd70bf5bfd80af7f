"""A table of the site, once: what a page shows, what its CSV and JSON hold."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

PAGE_SIZE = 100
"""Rows of a page; the rest of a table stands on the following pages."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for a formula."""


@dataclass(frozen=True)
class Column:
    """A column: ``key`` is its name in data, ``figure`` aligns it to the right, ``filter`` lets a reader choose among its values.

    One that is not ``shown`` is in the data alone: its words stand in the note of another.
    """

    key: str
    title: str
    figure: bool = False
    filter: bool = False
    shown: bool = True


@dataclass(frozen=True)
class Cell:
    """A value for data, and how it is shown: ``text``, where it leads (``path`` on the site), and a ``note`` below.

    ``look`` is "words" for words of the source, or the direction of a change.
    """

    value: Any
    text: str | None = None
    path: str | None = None
    note: str = ""
    look: str = ""

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

    def pages(self) -> Iterator["Table"]:
        """The table in parts of `PAGE_SIZE` rows; at least one."""
        for start in range(0, max(1, len(self.rows)), PAGE_SIZE):
            yield Table(self.name, self.caption, self.columns, self.rows[start:start + PAGE_SIZE])

    def heads(self) -> list[Column]:
        """The columns that a page shows."""
        return [column for column in self.columns if column.shown]

    def shown(self) -> Iterator[list[tuple[Column, Cell]]]:
        """The rows as a page shows them: each cell with its column."""
        for row in self.rows:
            yield [(column, cell) for column, cell in zip(self.columns, row, strict=True) if column.shown]

    def choices(self) -> Sequence[tuple[Column, int, tuple[str, ...]]]:
        """For each column to filter by that has several values: the column, its place on the page, and the values in order."""
        found = []
        for place, column in enumerate(self.heads()):
            values = sorted({row[place][1].shown for row in self.shown() if row[place][1].shown}) if column.filter else []
            if len(values) > 1:
                found.append((column, place, tuple(values)))
        return found

    def csv(self) -> str:
        """The values as CSV with a header line."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([column.key for column in self.columns])
        writer.writerows([inert(cell.value) for cell in row] for row in self.rows)
        return out.getvalue()

    def json(self) -> str:
        """The values as a list of objects, one a line."""
        rows = ({column.key: _plain(cell.value) for column, cell in zip(self.columns, row, strict=True)} for row in self.rows)
        return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def inert(value: Any) -> Any:
    """A value that no spreadsheet runs."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | float | str | None) else str(value)
