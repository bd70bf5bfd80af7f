"""What is on the site: every page of a library with its title, what makes its HTML, and what its head says."""

from calendar import month_name
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.models import Brief
from generator.render import render_html
from generator.site.pages import Link
from generator.site.view import BriefView

NAV = [{"Briefs": "index.md"}]
"""The sections of the site; single briefs are never among them, since each page shows them all."""


@dataclass(frozen=True)
class SitePage:
    """A page: ``path`` without ending below the root, and the function that makes its HTML from the function that makes links."""

    path: str
    title: str
    body: Callable[[Link], str]
    meta: dict[str, Any] = field(default_factory=dict)


def site_pages(briefs: tuple[Brief, ...], config: MkDocsConfig) -> Iterator[SitePage]:
    """All pages of the library, in no order that matters."""
    for brief in briefs:
        yield SitePage(brief.id, brief.title, partial(_brief, brief), {"description": brief.summary, "og_type": "article",
                                                                       "language": "en", "modified": brief.source.published})
    yield SitePage("index", "Briefs", partial(_home, briefs, config), {"home": True})


def day(value: date) -> str:
    """A date in words, such as ``20 February 2025``."""
    return f"{value.day} {month_name[value.month]} {value.year}"


def _home(briefs: tuple[Brief, ...], config: MkDocsConfig, link: Link) -> str:
    return render_html("html/home.html.j2", link=link, site_name=config.site_name, description=config.site_description,
                       briefs=briefs[:20], stats=[])


def _brief(brief: Brief, link: Link) -> str:
    view = BriefView(brief)
    return render_html("html/brief.html.j2", view=view, link=link, day=day, page_of=lambda _: None, original=brief.source.url,
                       citation=brief.title, downloads=[], report=None, sections=_sections(view), related=())


def _sections(view: BriefView) -> list[dict[str, Any]]:
    """The parts of a brief that hold something: anchor, title, and how many items."""
    brief = view.brief
    counted = (("points", "Key points", brief.key_points), ("metrics", "Metrics", brief.metrics), ("risks", "Risks", brief.risks),
               ("people", "People", brief.people), ("quotes", "Quotes", brief.quotes), ("timeline", "Timeline", brief.events),
               ("organisations", "Organisations", brief.organisations))
    return [*({"id": name, "title": title, "count": len(items)} for name, title, items in counted if items),
            {"id": "source", "title": "Source text", "count": None}]
