"""The home page, the pages of single briefs, and the lists of briefs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from generator.escape import safe_url
from generator.library import Company, Entry, Library, Topic
from generator.models import Brief, Quote, Review
from generator.site import listings
from generator.site.context import Site
from generator.site.linked_data import linked_data, script
from generator.site.pages import SiteFile, SitePage
from generator.site.registers import paged
from generator.site.search import about
from generator.site.view import BriefView
from generator.wording import heading, label

LATEST = 12
ASIDE = 10
"""Companies of the home page."""
STATEMENTS = 3
WORTH_READING = (40, 240)
"""Characters of a statement on the home page."""
CARDS = 30
"""Briefs of a page of a list."""


def home(library: Library, site: Site) -> Iterator[SitePage]:
    """The page that a reader meets first: how much there is, and what is new."""
    stats = [{"path": f"{plural}/index", "name": name, "plural": plural, "count": count} for name, plural, count in (
        ("brief", "briefs", len(library.briefs)), ("company", "companies", len(library.companies)),
        ("person", "people", len(library.people)), ("metric", "metrics", len(library.metrics)),
        ("risk", "risks", len(library.risks.entries)), ("quote", "quotes", len(library.quotes)))]
    views = [BriefView(brief) for brief in library.briefs[:LATEST]]
    companies = sorted(_covered(library.companies), key=lambda one: (-len(one.briefs), one.slug))
    risks = Counter(entry.item.category for entry in library.risks.entries)
    yield SitePage("index", site.name, "html/home.html.j2", {
        "site_name": site.name, "description": site.description, "stats": stats, "newest": views[0] if views else None, "views": views[1:],
        "more": len(library.briefs) > LATEST, "topics": offered(library)[:LATEST], "companies": companies[:ASIDE],
        "risks": risks.most_common(), "quotes": _telling(library.quotes), "page_of": library.page_of}, {"home": True})


def _covered(companies: Sequence[Company]) -> list[Company]:
    """The companies that briefs are about; where there are none, those that something is told of: data providers are in every text."""
    return [one for one in companies if one.subject_of] or [one for one in companies if one.metrics or one.risks or one.quotes]


def _telling(quotes: Iterable[Entry[Quote]]) -> list[Entry[Quote]]:
    """The newest statements of people in their own words, one a person, none too short to mean something or too long to be read here."""
    found: dict[str, Entry[Quote]] = {}
    for entry in quotes:
        item = entry.item
        own = item.kind == "direct" and item.speaker_kind == "person"
        if own and item.speaker and WORTH_READING[0] <= len(item.text) <= WORTH_READING[1]:
            found.setdefault(item.speaker, entry)
    return list(found.values())[:STATEMENTS]


def single(library: Library, site: Site) -> Iterator[SitePage | SiteFile]:
    """A page for each brief."""
    for brief in library.briefs:
        view = BriefView(brief)
        context = {
            "view": view, "page_of": partial(library.page_of, brief), "original": safe_url(brief.source.url),
            "address": site.address(f"{brief.id}.html"), "about": about(brief),
            "partial": site.publish_source == "evidence", "downloads": _downloads(brief),
            "report": safe_url(_report(brief, site)), "sections": _sections(view),
            "related": library.related.get(brief.id, ()), "topics": library.topics_of.get(brief.id, ())}
        meta = {"description": brief.summary, "og_type": "article", "modified": brief.source.published, "section": "Briefs",
                "json_ld": script(linked_data(brief, library, site))}
        data = (("application/json", "The brief as data", f"{brief.id}.json"),)
        yield SitePage(brief.id, brief.title, "html/brief.html.j2", context, meta, data)
        if brief.metrics:
            yield SiteFile(f"{brief.id}.csv", listings.metrics_table(Entry(brief, item) for item in brief.metrics).csv())


def _downloads(brief: Brief) -> list[tuple[str, str, str]]:
    """The files of a brief: name, what each holds, address seen from its page."""
    files = [("JSON", "everything, with the place of each item in the source", "json"), ("Markdown", "the brief as text", "md")]
    if brief.metrics:
        files.append(("CSV", "the metrics", "csv"))
    return [(name, what, quote(f"{brief.id}.{ending}")) for name, what, ending in files]


def _report(brief: Brief, site: Site) -> str:
    """Where a reader corrects the brief: its review file in the repository, or a new one."""
    path = f"{brief.source.path.rpartition('.')[0]}.review.yml"
    return site.new_address(path) if brief.review == Review() else site.edit_address(path)


def _sections(view: BriefView) -> list[dict[str, Any]]:
    """The parts of a brief that hold something: anchor, title, and how many items."""
    brief = view.brief
    counted = (("points", "Key points", brief.key_points), ("metrics", "Metrics", brief.metrics), ("risks", "Risks", brief.risks),
               ("people", "People", brief.people), ("quotes", "Quotes", brief.quotes), ("timeline", "Timeline", brief.events),
               ("organisations", "Organisations", brief.organisations))
    return [*({"id": name, "title": title, "count": len(items)} for name, title, items in counted if items),
            {"id": "source", "title": "Source text", "count": None}]


def all_briefs(library: Library, _: Site) -> Iterator[SitePage]:
    """All briefs, newest first, and each kind of document for itself."""
    kinds = sorted({brief.kind for brief in library.briefs})
    by_kind = {kind: [brief for brief in library.briefs if brief.kind == kind] for kind in kinds}
    groups = [{"path": f"briefs/{kind}", "name": label(kind, "kinds"), "count": len(found)} for kind, found in by_kind.items()]
    yield from cards("briefs/index", "Briefs", library.briefs, {"lead": "Newest first.", "groups": groups}, "Briefs")
    for kind, found in by_kind.items():
        yield from cards(f"briefs/{kind}", label(kind, "kinds"), found, {"lead": "", "groups": groups}, "Briefs")


def offered(library: Library) -> list[Topic]:
    """The topics that lead from one brief to another."""
    return [topic for topic in library.topics if len(topic.briefs) > 1]


def by_topic(library: Library, _: Site) -> Iterator[SitePage]:
    """The topics, and a list of briefs for each."""
    topics = offered(library)
    groups = [{"path": f"topics/{topic.slug}", "name": heading(topic.name), "count": len(topic.briefs)} for topic in topics]
    lead = "What several documents treat." if topics else "No two documents treat one topic yet."
    yield from cards("topics/index", "Topics", (), {"lead": lead, "groups": groups}, "Topics")
    for topic in topics:
        yield from cards(f"topics/{topic.slug}", heading(topic.name), topic.briefs, {"lead": "", "groups": []}, "Topics")


def cards(path: str, title: str, briefs: Sequence[Brief], context: dict[str, Any], section: str) -> Iterator[SitePage]:
    """A list of briefs on as many pages as it needs."""
    parts = [briefs[start:start + CARDS] for start in range(0, max(1, len(briefs)), CARDS)]
    pages = paged(path, len(parts))
    for number, (name, part) in enumerate(zip(pages, parts, strict=True), start=1):
        yield SitePage(name, title if number == 1 else f"{title}, page {number}", "html/briefs.html.j2",
                       {"title": title, "views": list(map(BriefView, part)), "pages": pages, "current": number, **context},
                       {"section": section})


