"""The tables that go across documents."""

from generator.library import library_of
from generator.models import Facts, Metric
from generator.site.listings import metrics_table, quotes_table, risks_table
from tests.factory import TEXT, brief, facts, span


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
