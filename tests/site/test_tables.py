"""A table as a page, as CSV and as JSON."""

import json

import pytest

from generator.site.tables import MOST_CHOICES, MOST_ROWS, PAGE_SIZE, Cell, Column, Table, sheets


def table(*rows: tuple[Cell, ...], columns: tuple[Column, ...] = (Column("name", "Name"), Column("count", "Count", look="fig"))) -> Table:
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


def test_json_holds_what_a_page_shows():
    """Beside a value stand its print, its note, its direction and the address it leads to, where it has them."""
    made = table((Cell("Orrin", path="companies/orrin", note="Oslo"), Cell(-8, text="▼ −8%", path="a brief#metric-1", direction="down")))
    assert json.loads(made.json()) == [{
        "name": "Orrin", "name_note": "Oslo", "name_link": "companies/orrin.html",
        "count": -8, "count_text": "▼ −8%", "count_direction": "down", "count_link": "a%20brief.html#metric-1"}]


def test_a_reader_chooses_among_the_values_there_are():
    """Only in a column to filter by, and only where it has several values; each with its number of rows."""
    columns = (Column("hidden", "Hidden"), Column("kind", "Kind", filter=True), Column("same", "Same", filter=True))
    made = table(*((Cell(name), Cell(kind), Cell("x")) for name, kind in (("a", "deal"), ("b", "results"), ("c", "deal"))), columns=columns)
    assert [(column.key, values) for column, values in made.choices()] == [("kind", [("deal", 2), ("results", 1)])]


def test_many_values_are_no_choice():
    """Of hundreds of names a reader types one."""
    columns = (Column("name", "Name", filter=True), Column("count", "Count"))
    assert table(*((Cell(str(number)), Cell(None)) for number in range(MOST_CHOICES + 1)), columns=columns).choices() == []


@pytest.mark.parametrize(("rows", "sortable"), [(1, False), (2, True), (MOST_ROWS, True), (MOST_ROWS + 1, False)])
def test_a_table_is_sorted_in_place_unless_it_is_too_long(rows, sortable):
    """One row has no order, and a browser is not asked to sort a hundred thousand."""
    made = table(*((Cell("x"), Cell(number)) for number in range(rows)))
    assert {sheet.sortable for sheet in sheets(made, "things")} == {sortable}
