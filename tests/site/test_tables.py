"""A table as a page, as CSV and as JSON."""

import json

import pytest

from generator.site.tables import PAGE_SIZE, Cell, Column, Table


def table(*rows: tuple[Cell, ...], columns: tuple[Column, ...] = (Column("name", "Name"), Column("count", "Count", figure=True))) -> Table:
    return Table("things", "Things", columns, rows)


def test_csv_holds_values_and_not_their_print():
    """A number stays a number."""
    assert table((Cell("Orrin"), Cell(1200, text="1.2 k"))).csv() == "name,count\nOrrin,1200\n"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_a_cell_never_runs_in_a_spreadsheet(words):
    """Words that a spreadsheet would take for a formula are made inert."""
    assert table((Cell(words), Cell(None))).csv() == f"name,count\n'{words},\n"


def test_a_negative_number_is_no_formula():
    """Numbers are left alone."""
    assert table((Cell("x"), Cell(-3))).csv() == "name,count\nx,-3\n"


def test_json_is_a_list_of_objects():
    """One object a row, with the keys of the columns."""
    assert json.loads(table((Cell("Orrin"), Cell(None))).json()) == [{"name": "Orrin", "count": None}]


def test_a_long_table_goes_on():
    """Pages of a fixed size, none of them empty but the first of an empty table."""
    rows = tuple((Cell(number), Cell(None)) for number in range(PAGE_SIZE + 1))
    assert [[len(page.rows) for page in made.pages()] for made in (table(), table(*rows))] == [[0], [PAGE_SIZE, 1]]


def test_a_reader_chooses_among_the_values_there_are():
    """Only a column to filter by, and only where it has several values."""
    columns = (Column("hidden", "Hidden", filter=True, shown=False), Column("kind", "Kind", filter=True),
               Column("same", "Same", filter=True))
    made = table((Cell("a"), Cell("deal"), Cell("x")), (Cell("b"), Cell("results"), Cell("x")), columns=columns)
    assert [(column.key, place, values) for column, place, values in made.choices()] == [("kind", 0, ("deal", "results"))]
