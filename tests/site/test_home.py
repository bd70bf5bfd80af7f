"""What the home page leads to."""

from generator.library import library_of
from generator.site.briefs import home
from generator.site.context import Site
from tests.making import brief, organisation


def test_the_companies_of_the_home_page_are_those_that_briefs_are_about():
    """A data provider that every text names is not "most covered"."""
    provider, one, other = (organisation(name) for name in ("Ambel Data", "Vellmora", "Tarn Foods"))
    told = [("a", one), ("b", one), ("c", other)]
    library = library_of([brief(slug, about=about.name, organisations=(about, provider)) for slug, about in told])
    page = next(home(library, Site("Name", "")))
    assert [company.name for company in page.context["companies"]] == ["Vellmora", "Tarn Foods"]
