"""The library as one SQLite file, which Datasette opens as it is: tables, foreign keys, and a full-text index.

The same library gives the same bytes, whichever SQLite writes them: records come in a fixed order, the file is written in one go from
memory, and what SQLite leaves in places that nobody reads is overwritten (https://www.sqlite.org/fileformat.html): the fields of the
header that tell who wrote the file and how often (section 1.3), and the room between the pointers and the cells of a page (section 1.6).
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import chain

from generator.library import Library
from generator.site import records
from generator.site.records import Record

TABLES: tuple[tuple[str, Callable[[Library], Iterator[Record]]], ...] = (
    ("companies", records.companies), ("people", records.people), ("briefs", records.briefs), ("key_points", records.key_points),
    ("metrics", records.metrics), ("risks", records.risks), ("quotes", records.quotes), ("events", records.events),
    ("named_companies", records.named_companies), ("named_people", records.named_people), ("topics", records.topics),
    ("related", records.related), ("evidence", records.evidence), ("words", records.words),
)
"""The tables in an order in which every record finds those that it refers to."""
PAGE = 4096
"""Bytes of a page of the file."""
HEADER = ((24, 1), (92, 1), (96, 3_040_000))
"""Offset and value of the header's change counter, the version that it is valid for, and the number of the SQLite that wrote it."""
B_TREES = {2: 12, 5: 12, 10: 8, 13: 8}
"""The first byte of a b-tree page, by its kind, and the length of the header that it begins."""


def database(library: Library) -> bytes:
    """The content of the file.

    Raises:
        sqlite3.IntegrityError: a record refers to one that is not there.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(f"PRAGMA page_size = {PAGE}; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;")
        connection.executescript(files("generator.site").joinpath("library.sql").read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        for table, of in TABLES:
            _insert(connection, table, of(library))
        connection.execute("INSERT INTO words_fts (words_fts) VALUES ('rebuild')")
        connection.execute("INSERT INTO words_fts (words_fts) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return _without_traces(connection.serialize())
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, table: str, found: Iterator[Record]) -> None:
    first = next(found, None)
    if first is None:
        return
    columns = ", ".join(f'"{column}"' for column in first)
    places = ", ".join("?" * len(first))
    rows: Iterable[tuple[records.Value, ...]] = (tuple(map(_storable, record.values())) for record in chain([first], found))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608 - our own names


def _storable(value: records.Value) -> records.Value:
    """The value as SQLite can hold it: its whole numbers have 64 bits."""
    return float(value) if isinstance(value, int) and abs(value) >= 2**63 else value


def _without_traces(content: bytes) -> bytes:
    """The file with fixed values in its header, and nothing in the unused room of its b-tree pages."""
    clean = bytearray(content)
    for offset, value in HEADER:
        clean[offset:offset + 4] = value.to_bytes(4, "big")
    for start in range(0, len(clean), PAGE):
        header = start + (100 if start == 0 else 0)
        if clean[header] in B_TREES:
            cells = int.from_bytes(clean[header + 3:header + 5], "big")
            first = header + B_TREES[clean[header]] + 2 * cells
            last = start + int.from_bytes(clean[header + 5:header + 7], "big")
            clean[first:last] = bytes(last - first)
    return bytes(clean)
