"""The page of a company."""

from generator.library import library_of
from generator.site.context import Site
from generator.site.pages import SitePage
from generator.site.profiles import companies
from tests.making import brief, metric, organisation

QUARTERS = [("2030-01-01", "2030-03-31"), ("2030-04-01", "2030-06-30")]


def test_a_line_leads_through_the_first_number_that_each_document_tells_of_a_period():
    """What a document says after it of the same metric and period is a part of it, and stands in the table."""
    told = [metric("Vellmora", value, days=days) for values, days in zip([(4e9, 1e9), (5e9, 2e9)], QUARTERS, strict=True)
            for value in values]
    library = library_of([brief("a", about="Vellmora", organisations=(organisation("Vellmora"),), metrics=tuple(told))])
    page = next(one for one in companies(library, Site("Name", "")) if isinstance(one, SitePage) and one.path == "companies/vellmora")
    assert [drawing.count("<circle") for _, drawing in page.context["charts"]] == [2]
