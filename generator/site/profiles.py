"""The pages of companies and people: all that the library knows about one."""

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from generator.library import Company, Entry, Library, Profile
from generator.models import Risk, RiskCategory
from generator.site import listings
from generator.site.charts import chart
from generator.site.context import Site
from generator.site.feeds import MEDIA_TYPE as FEED
from generator.site.feeds import feed_of
from generator.site.pages import SiteFile, SitePage
from generator.site.registers import data_files, table_pages
from generator.site.tables import Table, sheets
from generator.wording import comparable

CHARTS = 6
"""Charts of a company's page."""


def companies(library: Library, site: Site) -> Iterator[SitePage | SiteFile]:
    """The list of companies, and a page for each."""
    meta = {"section": "Companies"}
    yield from table_pages("companies/index", "Companies", listings.companies_table(library.companies), meta)
    for company in library.companies:
        yield from _company(company, library, site)


def people(library: Library, _: Site) -> Iterator[SitePage | SiteFile]:
    """The list of people, and a page for each."""
    meta = {"section": "People"}
    yield from table_pages("people/index", "People", listings.people_table(library.people), meta)
    for person in library.people:
        yield from _person(person, library)


def _company(company: Company, library: Library, _: Site) -> Iterator[SitePage | SiteFile]:
    path = company.ref.path
    tables = {"metrics": listings.metrics_table(company.metrics, f"{company.slug}_metrics"),
              "quotes": listings.quotes_table(company.quotes, library, f"{company.slug}_quotes"),
              "events": listings.events_table(company.events, f"{company.slug}_timeline")}
    risks = _by_category(company.risks)
    counts = (("metrics", "Metrics", len(company.metrics)), ("risks", "Risks", len(company.risks)),
              ("quotes", "Statements", len(company.quotes)), ("timeline", "Timeline", len(company.events)),
              ("people", "People", len(company.people)), ("briefs", "Briefs", len(company.briefs)))
    context: dict[str, Any] = {
        "name": company.name, "kind": company.kind, "aliases": company.aliases, "roles": (), "risks": risks, "people": company.people,
        "related": company.related, "briefs": company.briefs, "charts": _charts(company), "feed": feed_of(company),
        "indexed": _indexed(company, library)}
    yield from _profile(path, context, tables, counts, "Companies")


def _person(person: Profile, library: Library) -> Iterator[SitePage | SiteFile]:
    tables = {"quotes": listings.quotes_table(person.quotes, library, f"{person.slug}_quotes")}
    counts = (("quotes", "Statements", len(person.quotes)), ("briefs", "Briefs", len(person.briefs)))
    context: dict[str, Any] = {
        "name": person.name, "kind": "person", "aliases": person.aliases, "roles": person.affiliations, "risks": (), "people": (),
        "related": person.related, "briefs": person.briefs, "charts": [], "feed": None,
        "indexed": _indexed(person, library)}
    yield from _profile(person.ref.path, context, tables, counts, "People")


def _profile(path: str, context: dict[str, Any], tables: dict[str, Table], counts: Iterable[tuple[str, str, int]],
             section: str) -> Iterator[SitePage | SiteFile]:
    folder = path.partition("/")[0]
    shown = {name: next(sheets(table, folder, name)) if table.rows else None for name, table in tables.items()}
    sections = [{"id": name, "title": title, "count": count} for name, title, count in counts if count]
    everything = {"metrics": None, "events": None, "quotes": None, **context, **shown, "sections": sections}
    alternates = ((FEED, f"Briefs on {context['name']}", context["feed"]),) if context["feed"] else ()
    yield SitePage(path, context["name"], "html/profile.html.j2", everything, {"section": section}, alternates)
    for table in tables.values():
        yield from data_files(f"{folder}/{table.name}", table)


def _indexed(one: Company | Profile, library: Library) -> bool:
    """Whether the search finds the page itself: where one brief in 500 names it, so that the index stays small in a large library."""
    return len(one.briefs) * 500 >= len(library.briefs)


def _charts(company: Company) -> list[tuple[str, Markup]]:
    """The metrics of a company over time with what each shows, those with the most numbers first."""
    ranked = sorted(company.series, key=lambda series: -len(series.points))[:CHARTS]
    drawn = ((comparable(series.kind), chart([series], f"chart-{number}")) for number, series in enumerate(ranked, start=1))
    return [(title, drawing) for title, drawing in drawn if drawing]


def _by_category(entries: Iterable[Entry[Risk]]) -> list[tuple[RiskCategory, list[Entry[Risk]]]]:
    """Risks by category, the category with most first."""
    groups: dict[RiskCategory, list[Entry[Risk]]] = {}
    for entry in entries:
        groups.setdefault(entry.item.category, []).append(entry)
    return sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
