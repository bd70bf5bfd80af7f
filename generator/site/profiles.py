"""The pages of companies and people: all that the library knows about one."""

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from generator.library import Company, Entry, Library, Profile
from generator.models import Risk, RiskCategory
from generator.site import listings
from generator.site.briefs import CARDS, cards
from generator.site.charts import chart, first_told
from generator.site.context import Site
from generator.site.feeds import MEDIA_TYPE as FEED
from generator.site.feeds import feed_of
from generator.site.figures import figures_table
from generator.site.pages import SiteFile, SitePage
from generator.site.registers import data_files, table_pages
from generator.site.tables import Sheet, Table
from generator.wording import comparable

CHARTS = 4
"""Charts of a company's page."""
MANY, BEGINNING = 50, 20
"""Of a table with more rows than the first number, a page shows as many as the second says."""
TITLES = {"metrics": "metrics", "others": "other figures", "risks": "risks", "quotes": "statements", "events": "timeline"}
"""What the pages of a long table are called."""


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
    slug = company.slug
    named = [entry for entry in company.metrics if entry.item.metric != "other"]
    others = [entry for entry in company.metrics if entry.item.metric == "other"]
    tables = {"figures": figures_table(company, library), "metrics": listings.metrics_table(named, f"{slug}_metrics"),
              "others": listings.metrics_table(others, f"{slug}_others", "Other figures"),
              "risks": listings.risks_table(company.risks, f"{slug}_risks"),
              "quotes": listings.quotes_table(company.quotes, library, f"{slug}_quotes"),
              "events": listings.events_table(company.events, f"{slug}_timeline")}
    counts = (("figures", "Figures", len(company.metrics)), ("risks", "Risks", len(company.risks)),
              ("quotes", "Statements", len(company.quotes)), ("timeline", "Timeline", len(company.events)),
              ("people", "People", len(company.people)), ("briefs", "Briefs", len(company.briefs)))
    context: dict[str, Any] = {
        "name": company.name, "kind": company.kind, "aliases": company.aliases, "categories": _by_category(company.risks),
        "people": company.people, "related": company.related, "charts": _charts(company), "feed": feed_of(company),
        "indexed": indexed(company, library)}
    yield from _profile(company, context, tables, counts)


def _person(person: Profile, library: Library) -> Iterator[SitePage | SiteFile]:
    tables = {"quotes": listings.quotes_table(person.quotes, library, f"{person.slug}_quotes")}
    counts = (("quotes", "Statements", len(person.quotes)), ("briefs", "Briefs", len(person.briefs)))
    context: dict[str, Any] = {
        "name": person.name, "kind": "person", "aliases": person.aliases, "roles": person.affiliations, "related": person.related,
        "indexed": indexed(person, library)}
    yield from _profile(person, context, tables, counts)


def _profile(one: Company | Profile, context: dict[str, Any], tables: dict[str, Table],
             counts: Iterable[tuple[str, str, int]]) -> Iterator[SitePage | SiteFile]:
    """The page of a company or person. Of a long table it shows the beginning; all of it stands on pages of its own."""
    folder, meta = one.ref.kind, {"section": one.ref.kind.capitalize()}
    everything: dict[str, Any] = dict.fromkeys(("figures", "metrics", "others", "risks", "quotes", "events", "feed"))
    everything |= {"roles": (), "people": (), "categories": (), "charts": [], **context, "briefs": one.briefs[:CARDS]}
    everything["sections"] = [{"id": name, "title": title, "count": count} for name, title, count in counts if count]
    everything["whole"] = {name: f"{folder}/{table.name}" for name, table in tables.items() if len(table.rows) > MANY}
    if len(one.briefs) > CARDS:
        everything["whole"]["briefs"] = f"{folder}/{one.slug}_briefs"
        yield from cards(f"{folder}/{one.slug}_briefs", f"{one.name}: briefs", one.briefs, {"lead": "", "groups": []}, meta["section"])
    for name, table in tables.items():
        if table.rows:
            part = next(table.pages(BEGINNING if len(table.rows) > MANY else MANY))
            everything[name] = Sheet(part, f"{folder}/{table.name}", len(table.rows), table.choices(), name, fixed=name == "figures")
        if name in everything["whole"]:
            yield from table_pages(f"{folder}/{table.name}", f"{one.name}: {TITLES[name]}", table, meta)
        else:
            yield from data_files(f"{folder}/{table.name}", table)
    alternates = ((FEED, f"Briefs on {one.name}", everything["feed"]),) if everything["feed"] else ()
    yield SitePage(one.ref.path, one.name, "html/profile.html.j2", everything, meta, alternates)


def indexed(one: Company | Profile, library: Library) -> bool:
    """Whether the search finds the page itself: where one brief in 500 names it, so that the index stays small in a large library."""
    return len(one.briefs) * 500 >= len(library.briefs)


def _charts(company: Company) -> list[tuple[str, Markup]]:
    """The metrics of a company over time with what each shows, those with the most numbers first."""
    ranked = sorted(map(first_told, company.series), key=lambda series: -len(series.points))[:CHARTS]
    drawn = ((comparable(series.kind), chart([series], f"chart-{number}")) for number, series in enumerate(ranked, start=1))
    return [(title, drawing) for title, drawing in drawn if drawing]


def _by_category(entries: Iterable[Entry[Risk]]) -> list[tuple[RiskCategory, list[Entry[Risk]]]]:
    """Risks by category, the category with most first."""
    groups: dict[RiskCategory, list[Entry[Risk]]] = {}
    for entry in entries:
        groups.setdefault(entry.item.category, []).append(entry)
    return sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
