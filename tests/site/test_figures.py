"""The figures of a company at a glance."""

from generator.library import library_of
from generator.site.figures import figures_table
from tests.making import brief, change, metric, organisation


def shown(*briefs):
    """The rows of Vellmora's figures: what a page prints in each cell, with the note below it."""
    library = library_of(briefs)
    company = next(one for one in library.companies if one.name == "Vellmora")
    return [[" | ".join(filter(None, [cell.shown, cell.note])) for column, cell in row if cell.shown]
            for row in figures_table(company, library).shown()]


def on(day, *metrics, name=None):
    """A brief about Vellmora of a day with some figures."""
    return brief(name or day, published=day, about="Vellmora", organisations=(organisation("Vellmora"),), metrics=metrics)


def test_numbers_go_backwards_from_the_latest():
    """A row is one metric of one length of period; the change is the source's."""
    first = on("2031-02-01", metric("Vellmora", 4e9, days=("2030-10-01", "2030-12-31")))
    second = on("2031-05-01", metric("Vellmora", 5e9, days=("2031-01-01", "2031-03-31"), change=change(8)),
                metric("Vellmora", 18e9, days=("2030-01-01", "2030-12-31")))
    assert shown(first, second) == [
        ["Revenue | by quarter", "$5 bn | Q1 2031", "▲ +8% on the year", "$4 bn | Q4 2030"], ["Revenue | by year", "$18 bn | 2030"]]


def test_the_date_of_the_document_stands_for_a_period_that_is_not_told():
    """Of several such numbers of a document the first is the company's; the others are parts of it."""
    assert shown(on("2031-02-01", metric("Vellmora", 4e9), metric("Vellmora", 1e9))) == [["Revenue", "$4 bn | 1 Feb 2031"]]


def test_a_number_told_twice_stands_once():
    """Two documents that state the same figure do not make it two."""
    figures = [metric("Vellmora", 4e9, days=("2030-10-01", "2030-12-31")) for _ in range(2)]
    assert len(shown(on("2031-02-01", figures[0]), on("2031-02-02", figures[1]))[0]) == 2


def test_what_is_to_come_stands_apart_from_what_was_reported():
    """A forecast has a column of its own and is marked; what analysts expect is no figure of the company."""
    year, next_year = ("2030-01-01", "2030-12-31"), ("2031-01-01", "2031-12-31")
    made = on("2031-02-01", metric("Vellmora", 4e9, status="forecast", days=next_year), metric("Vellmora", 3e9, days=year),
              metric("Vellmora", 5e9, status="consensus", days=next_year))
    assert shown(made) == [["Revenue | by year", "$3 bn | 2030", "$4 bn | forecast, 2031"]]


def test_a_row_without_period_gives_way_to_those_with_one():
    """Of one metric and unit the numbers whose period is known are told; of another, those that there are."""
    made = on("2031-02-01", metric("Vellmora", 4e9), metric("Vellmora", 3e9, days=("2030-01-01", "2030-12-31")),
              metric("Vellmora", 7e9, unit="EUR"))
    assert shown(made) == [["Revenue", "€7 bn | 1 Feb 2031"], ["Revenue | by year", "$3 bn | 2030"]]


def test_others_figures_are_not_the_companys():
    """Nor are unnamed figures."""
    made = on("2031-02-01", metric("Rival", 4e9), metric("Vellmora", 3, metric="other", label="robots"))
    assert shown(made) == []


def test_a_change_alone_is_a_figure_where_there_is_no_level():
    """A share price that rose by 11% is told, though not what it was."""
    made = on("2031-02-01", metric("Vellmora", None, metric="share_price", label="shares", unit=None, change=change(11, basis="day")))
    assert shown(made) == [["Share price", "▲ +11% on the day"]]
