"""Which pages a library has: the same in the repository, as Markdown, and on the site, as HTML.

A page's ``path`` is its address below the root without ending: ``companies/vellmora`` is ``companies/vellmora.md`` in the folder of
briefs and ``companies/vellmora.html`` on the site. Its ``kind`` names the templates: ``briefs/KIND.md.j2`` and ``html/KIND.html.j2``.
Long lists go on over several pages, ``quotes/index``, ``quotes/index_2`` and so on.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar
from urllib.parse import quote

from markupsafe import Markup

from generator.accuracy import measured
from generator.library.models import Company, Comparison, Library, Profile
from generator.models import Brief, Item, blocks
from generator.render import render_markdown
from generator.wording import comparable

RowT = TypeVar("RowT")
PER_PAGE = 100
"""Rows of a list on one page."""


@dataclass(frozen=True)
class Listing(Generic[RowT]):
    """One page of a list: ``rows`` from ``first`` (counted from 1) of ``total``; ``paths`` are all pages of the list."""

    rows: tuple[RowT, ...]
    number: int
    first: int
    total: int
    paths: tuple[str, ...]

    @property
    def previous(self) -> str | None:
        """The path of the page before this one."""
        return self.paths[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The path of the page after this one."""
        return self.paths[self.number] if self.number < len(self.paths) else None


@dataclass(frozen=True)
class LibraryPage:
    """A page. ``context`` is what its templates print; ``updated`` the date of the newest document that it shows."""

    path: str
    kind: str
    title: str
    description: str
    context: Mapping[str, Any]
    updated: date | None = None


def listing(path: str, rows: Sequence[RowT], size: int = PER_PAGE) -> Iterator[tuple[str, Listing[RowT]]]:
    """The pages of a list with their paths; one, without rows, where there are none."""
    count = max(1, -(-len(rows) // size))
    paths = tuple(path if number == 1 else f"{path}_{number}" for number in range(1, count + 1))
    for number, place in enumerate(paths, start=1):
        first = (number - 1) * size
        yield place, Listing(tuple(rows[first:first + size]), number, first + 1, len(rows), paths)


def library_pages(library: Library) -> Iterator[LibraryPage]:
    """All pages of a library, in a stable order."""
    newest = _newest(library.briefs)
    yield LibraryPage("index", "index", "Research briefs", "What the library holds, and its newest briefs", {"library": library}, newest)
    yield LibraryPage("data/index", "data", "Data", "The briefs as data", {"library": library, "most": PER_PAGE}, newest)
    yield LibraryPage("method", "method", "Method", "How the briefs are made, and what they rest on", {"accuracy": measured()})
    for kind, title, description, rows, more in _lists(library):
        for path, part in listing(f"{kind}/index", rows):
            shown = title if part.number == 1 else f"{title}, page {part.number}"
            yield LibraryPage(path, kind, shown, description, {"listing": part, **more}, newest)
    for brief in library.briefs:
        yield LibraryPage(brief.id, "brief", brief.title, brief.summary, updated=brief.source.published, context={
            "brief": brief, "related": library.related[brief.id], "topics": library.topics_of[brief.id],
            "page_of": partial(library.page_of, brief)})
    yield from map(_company, library.companies)
    yield from map(_person, library.people)
    yield from map(_comparison, library.comparisons)


def _lists(library: Library) -> tuple[tuple[str, str, str, Sequence[Any], Mapping[str, Any]], ...]:
    """The lists: kind, title, description, rows, and what else their templates print."""
    return (
        ("briefs", "Briefs", "The briefs, the newest first", library.briefs, {"library": library}),
        ("companies", "Companies", "Companies and institutions, those in the most briefs first", library.companies, {}),
        ("people", "People", "The people that the briefs name, and what they said", library.people, {}),
        ("metrics", "Metrics", "Every figure of every brief, and which of them can be compared", library.metrics,
         {"comparisons": library.comparisons}),
        ("risks", "Risks", "The risk register: what can go wrong, by category and company", library.risks.entries,
         {"register": library.risks}),
        ("quotes", "Quotes", "Who said what", library.quotes, {}),
        ("timeline", "Timeline", "What happened when, the latest first", library.timeline, {}),
    )


def _newest(briefs: Sequence[Brief]) -> date | None:
    return briefs[0].source.published if briefs else None


def _company(company: Company) -> LibraryPage:
    description = f"{company.name}: figures, risks, statements and people in {_counted(company.briefs)}"
    return LibraryPage(company.ref.path, "company", company.name, description, {"company": company}, _newest(company.briefs))


def _person(profile: Profile) -> LibraryPage:
    return LibraryPage(profile.ref.path, "person", profile.name, f"{profile.name}: roles and statements in {_counted(profile.briefs)}",
                       {"person": profile}, _newest(profile.briefs))


def _comparison(comparison: Comparison) -> LibraryPage:
    title = comparable(comparison.kind)
    return LibraryPage(comparison.path, "comparison", title, f"{title}, across companies and periods", {"comparison": comparison})


def _counted(briefs: Sequence[Brief]) -> str:
    return "one brief" if len(briefs) == 1 else f"{len(briefs)} briefs"


def pages_of(library: Library) -> dict[str, str]:
    """The Markdown of all pages, by path relative to the folder of briefs. Each opens with front matter that holds `render.MARK`."""
    return {f"{page.path}.md": markdown_of(page) for page in library_pages(library)}


def markdown_of(page: LibraryPage) -> str:
    """The Markdown of one page."""
    source = {"source": SourceText(page.context["brief"])} if page.kind == "brief" else {}
    return render_markdown(f"briefs/{page.kind}.md.j2", page=page, link=partial(_link, page.path), file=partial(_file, page.path),
                           **page.context, **source)


def _link(here: str, path: str, anchor: str = "") -> Markup:
    """The address of the page ``path`` from the page ``here``, as Markdown files of the repository."""
    return _file(here, f"{path}.md") + (f"#{quote(anchor)}" if anchor else "")


def _file(here: str, path: str) -> Markup:
    """The address of a file of the folder of briefs from the page ``here``."""
    return Markup("../" * here.count("/") + _quoted(path))  # noqa: S704 - quoted


@lru_cache(maxsize=10_000)
def _quoted(path: str) -> str:
    return quote(path)


class SourceText:
    """The published text of a brief in numbered paragraphs, and in which of them each item rests."""

    def __init__(self, brief: Brief) -> None:
        spans = blocks(brief.text)
        self.paragraphs = tuple(span.of(brief.text) for span in spans)
        self._starts = [span.start for span in spans]

    def cites(self, item: Item) -> tuple[int, ...]:
        """The numbers of the paragraphs that hold the item's evidence, counted from 1."""
        return tuple(sorted({bisect_right(self._starts, span.start) for span in item.evidence})) if self.paragraphs else ()
