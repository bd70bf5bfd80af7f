"""The tables that go across documents."""

from datetime import date

import pytest

from generator.library import library_of
from generator.models import Facts, Metric, Period
from generator.site.listings import metrics_table, quotes_table, risks_table, span_of
from tests.factory import TEXT, brief, facts, span


@pytest.mark.parametrize(("start", "end", "shown"), [
    (date(2027, 1, 1), date(2027, 12, 31), "2027"), (date(2026, 1, 1), date(2026, 3, 31), "Q1 2026"),
    (date(2025, 7, 1), date(2025, 7, 31), "July 2025"), (date(2025, 7, 2), date(2025, 7, 2), "2 July 2025"),
    (date(2025, 2, 1), date(2025, 4, 30), "1 February 2025 – 30 April 2025"), (None, None, ""),
])
def test_whole_periods_go_by_their_names(start, end, shown):
    """A year, a quarter or a month is named; other days are told."""
    assert span_of(Period(text="x", start=start, end=end)) == shown


def test_each_row_leads_to_its_item():
    """From a table across documents to the item in its brief."""
    made = brief(facts())
    library = library_of([made])
    tables = (metrics_table(library.metrics), risks_table(library.risks.entries), quotes_table(library.quotes, library))
    led = [{cell.path for row in table.rows for cell in row if cell.path and "#" in cell.path} for table in tables]
    assert led == [{f"{made.id}#{item.id}"} for item in (made.metrics[0], made.risks[0], made.quotes[0])]


def test_a_metric_without_a_level_shows_the_sources_words():
    """A change alone is shown as it stands in the source."""
    made = brief(Facts(metrics=(Metric(metric="revenue", label="revenue", value_text="8%", evidence=(span(TEXT.split("\n\n")[0]),)),)))
    assert metrics_table(library_of([made]).metrics).rows[0][4].shown == "8%"
