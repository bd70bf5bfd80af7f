"""The pages that go across documents by kind of item: metrics, risks, quotes, timeline; and search, data and method."""

from collections.abc import Iterator
from typing import Any

from generator.accuracy import measured
from generator.library import Library
from generator.site import exports, listings
from generator.site.charts import chart, first_told
from generator.site.context import Site
from generator.site.pages import SiteFile, SitePage
from generator.site.tables import Table, sheets
from generator.wording import comparable, label

MATRIX_ROWS = 40
"""Companies of the risk matrix; the others have their own pages."""


def paged(path: str, count: int) -> list[str]:
    """The paths of a list's pages. No page of a company or person has an underscore in its name."""
    folder, _, name = path.rpartition("/")
    return [path, *(f"{folder}/{name}_{number}" for number in range(2, count + 1))]


def table_pages(path: str, title: str, table: Table, meta: dict[str, Any], template: str = "html/listing.html.j2",
                **context: Any) -> Iterator[SitePage | SiteFile]:
    """A table on as many pages as it needs, and its data."""
    parts = list(sheets(table, path.rpartition("/")[0]))
    pages = paged(path, len(parts))
    for number, (name, part) in enumerate(zip(pages, parts, strict=True), start=1):
        yield SitePage(name, title if number == 1 else f"{title}, page {number}", template,
                       {"title": title, "lead": "", "groups": [], "chart": "", "path": path, "sheet": part, "pages": pages,
                        "current": number, **context}, meta)
    yield from data_files(parts[0].file, table)


def data_files(file: str, table: Table) -> Iterator[SiteFile]:
    """A table as CSV and JSON."""
    if table.rows:
        yield SiteFile(f"{file}.csv", table.csv())
        yield SiteFile(f"{file}.json", table.json())


def metrics(library: Library, _: Site) -> Iterator[SitePage | SiteFile]:
    """What can be compared, each comparison, and all metrics."""
    meta = {"section": "Metrics"}
    everything = [{"path": "metrics/all", "name": "All metrics", "count": len(library.metrics)}]
    yield from table_pages("metrics/index", "Metrics", listings.comparisons_table(library.comparisons), meta, groups=everything,
                           lead="One metric across companies and periods. Only numbers of one kind stand together: the same metric, "
                                "unit, basis and length of period.")
    yield from table_pages("metrics/all", "All metrics", listings.metrics_table(library.metrics, "all_metrics"), meta)
    for comparison in library.comparisons:
        yield from table_pages(comparison.path, comparable(comparison.kind), listings.comparison_table(comparison), meta,
                               chart=chart(list(map(first_told, comparison.series)), "chart"))


def risks(library: Library, _: Site) -> Iterator[SitePage | SiteFile]:
    """The register: category by company, and the risks of each category."""
    register, meta = library.risks, {"section": "Risks"}
    lines = [{"ref": ref, "counts": [(category, register.counts.get((category, ref), 0)) for category in register.categories],
              "total": sum(register.counts.get((category, ref), 0) for category in register.categories)} for ref in register.companies]
    yield from table_pages("risks/index", "Risks", listings.risks_table(register.entries), meta, "html/risks.html.j2",
                           lines=lines[:MATRIX_ROWS], more=len(lines) > MATRIX_ROWS, categories=register.categories)
    of = {category: [entry for entry in register.entries if entry.item.category == category] for category in register.categories}
    groups = [{"path": f"risks/{category}", "name": label(category, "categories"), "count": len(found)} for category, found in of.items()]
    for category, found in of.items():
        yield from table_pages(f"risks/{category}", f"Risks: {label(category, 'categories')}", listings.risks_table(found, category), meta,
                               groups=groups)


def quotes(library: Library, _: Site) -> Iterator[SitePage | SiteFile]:
    """Who said what."""
    yield from table_pages("quotes/index", "Quotes", listings.quotes_table(library.quotes, library), {"section": "Quotes"},
                           lead="What people, companies and groups said, as the documents report it.")


def timeline(library: Library, _: Site) -> Iterator[SitePage | SiteFile]:
    """What happened when."""
    yield from table_pages("timeline/index", "Timeline", listings.events_table(library.timeline), {"section": "Timeline"},
                           lead="What happened, and what will, at dates that the documents name.")


def search(library: Library, _: Site) -> Iterator[SitePage]:
    """The page that the search fills."""
    pages = [{"path": f"{name}/index", "name": name.capitalize()} for name in
             ("briefs", "companies", "people", "metrics", "risks", "quotes", "timeline", "topics")]
    yield SitePage("search", "Search", "html/search.html.j2", {"pages": pages, "briefs": len(library.briefs)})


def data(library: Library, _: Site) -> Iterator[SitePage]:
    """What can be downloaded."""
    tables = [{"path": f"{name}.csv", "what": what} for name, what, found in (
        ("companies/companies", "Companies and institutions", library.companies), ("people/people", "People", library.people),
        ("metrics/all_metrics", "All metrics", library.metrics), ("risks/risks", "All risks", library.risks.entries),
        ("quotes/quotes", "All statements", library.quotes), ("timeline/timeline", "All dated events", library.timeline)) if found]
    whole = [{"path": path, "what": what} for path, what in exports.DOWNLOADS]
    yield SitePage("data/index", "Data", "html/data.html.j2", {"groups": [
        {"id": "library", "title": "The library", "files": whole}, {"id": "tables", "title": "Tables of the pages", "files": tables}]},
                   {"section": "Data"})


def method(library: Library, _: Site) -> Iterator[SitePage]:
    """How the briefs are made, and what to be careful with."""
    generators = sorted({brief.provenance.generator for brief in library.briefs})
    context = {"briefs": len(library.briefs), "generators": generators, "accuracy": measured()}
    yield SitePage("method", "Method", "html/method.html.j2", context, {"section": "Method"})
