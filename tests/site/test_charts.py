"""Charts: only what can be compared, nothing that a page may not hold."""

from datetime import date
from xml.etree import ElementTree as Xml

import pytest

from generator.library import library_of
from generator.site.charts import _ticks, chart
from tests.making import brief, change, metric

QUARTERS = [("2030-01-01", "2030-03-31"), ("2030-04-01", "2030-06-30"), ("2030-07-01", "2030-09-30"), ("2030-10-01", "2030-12-31")]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*metrics, name="chart"):
    """The chart of all series of revenue in dollars."""
    series = library_of([brief("a", metrics=metrics)]).comparisons[0].series
    return Xml.fromstring(chart(series, name))


def lines(svg):
    """The paths that join numbers."""
    return [node for node in svg.iter(f"{SVG}path") if "L" in node.get("d")]


def revenues(entity, values, **parts):
    return [metric(entity, value, days=days, **parts) for value, days in zip(values, QUARTERS, strict=False) if value is not None]


def test_one_entity_is_one_line():
    """Each number has a mark with its words; title and description are there for those who hear the page."""
    svg = drawn(*revenues("Vellmora", [4e9, 5e9, 6e9]))
    assert len(lines(svg)) == 1
    assert [node.findtext(f"{SVG}title") for node in svg.iter(f"{SVG}circle")] == [
        "Vellmora, the period, $4 bn", "Vellmora, the period, $5 bn", "Vellmora, the period, $6 bn"]
    assert svg.findtext(f"{SVG}title") == "Revenue, USD, by quarter: Vellmora"
    assert svg.findtext(f"{SVG}desc") == "Vellmora: $4 bn (the period) to $6 bn (the period)."
    assert svg.get("aria-labelledby") == "chart-title chart-text"


def test_no_line_joins_reported_and_expected():
    """A forecast is a hollow mark of its own, and the key says what that means."""
    svg = drawn(*revenues("Vellmora", [4e9, 5e9]), metric("Vellmora", 7e9, days=QUARTERS[2], status="forecast"))
    fills = [node.get("fill") for node in svg.iter(f"{SVG}circle") if node.find(f"{SVG}title") is not None]
    assert (len(lines(svg)), fills) == (1, ["var(--chart-1, currentColor)", "var(--chart-1, currentColor)", "var(--paper, none)"])
    assert "expected or planned, not reported" in [node.text for node in svg.iter(f"{SVG}text")]


def test_no_line_crosses_a_period_that_is_missing():
    """Between the second and the fourth quarter there is no line."""
    assert len(lines(drawn(*revenues("Vellmora", [4e9, 5e9, None, 6e9])))) == 1


def test_two_dots_apart_are_no_chart():
    """One reported and one expected number stand in the table as well."""
    series = library_of([brief("a", metrics=(*revenues("Vellmora", [4e9]), metric("Vellmora", 5e9, days=QUARTERS[1], status="forecast")))])
    assert chart(series.comparisons[0].series, "chart") == ""


def test_two_numbers_for_one_period_are_not_joined():
    """Which of them a line should take is not known."""
    assert len(lines(drawn(*revenues("Vellmora", [4e9, 5e9, 6e9]), metric("Vellmora", 5.5e9, days=QUARTERS[1])))) == 0


def test_deals_are_not_joined():
    """Two takeovers are no course of anything."""
    deals = [metric("Vellmora", value, metric="deal_value", days=days) for value, days in zip([1e9, 2e9, 3e9], QUARTERS, strict=False)]
    assert len(lines(drawn(*deals))) == 0


def test_entities_differ_by_dashes_and_have_a_key():
    """Colour is not all that tells them apart."""
    svg = drawn(*revenues("Vellmora", [4e9, 5e9]), *revenues("Orrin <Bank>", [1e9, 2e9]))
    assert len({node.get("stroke-dasharray") for node in lines(svg)}) == 2
    assert {"Vellmora", "Orrin <Bank>"} <= {node.text for node in svg.iter(f"{SVG}text")}


def test_numbers_of_one_time_are_bars():
    """A loss goes to the left of nothing."""
    svg = drawn(metric("Vellmora", 4e9, days=QUARTERS[0]), metric("Orrin Bank", -1e9, days=QUARTERS[0]))
    assert [node.findtext(f"{SVG}title") for node in svg.iter(f"{SVG}rect")] == [
        "Vellmora, the period, $4 bn", "Orrin Bank, the period, −$1 bn"]


def test_numbers_without_a_day_are_left_to_the_table():
    """One number with a day is no chart."""
    debts = (metric("Vellmora", 1, metric="debt", days=QUARTERS[0]), metric("Vellmora", 2, metric="debt"))
    series = library_of([brief("a", metrics=debts)])
    assert chart(series.comparisons[0].series, "chart") == ""


def test_series_of_two_kinds_are_refused():
    """Dollars and percent have no common axis."""
    series = library_of([brief("a", about="Vellmora", metrics=(metric("Vellmora", 1e9, days=QUARTERS[0], change=change(8)),))])
    with pytest.raises(ValueError, match="one kind"):
        chart(series.companies[0].series, "chart")


@pytest.mark.parametrize("values", [[1e9, 1e9], [0, 0], [-5e9, 1e-3], [1e30, 2e30], [1, 1.0000001]])
def test_any_numbers_can_be_drawn(values):
    """Equal numbers, nothing at all, and any size have an axis."""
    assert len(list(drawn(*revenues("Vellmora", values)).iter(f"{SVG}circle"))) == 2


def test_a_chart_holds_nothing_that_the_page_forbids():
    """No style, script, comment, date of the build, nor address of another host; the same bytes each time."""
    series = library_of([brief("a", metrics=(*revenues("</svg><script>", [1e9, 2e9]), *revenues("B", [2e9, 3e9])))]).comparisons[0].series
    text = chart(series, "chart")
    assert not [word for word in ("<script", "<style", "style=", "<!--", "pygal", "class=") if word in text]
    assert text.count("http") == 1
    assert chart(series, "chart") == text


def test_names_of_days_leave_room_for_each_other():
    """Of days that stand close together the axis names the later one, and the last day always."""
    days = [date(1986, 12, 31), date(1987, 12, 31), date(2004, 12, 31), date(2016, 12, 31), date(2017, 12, 31), date(2024, 12, 31)]
    assert [day.year for day in _ticks(days)] == [1987, 2004, 2017, 2024]
