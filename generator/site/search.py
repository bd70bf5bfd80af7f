"""The search of a built site: files of which a question needs few, made from the models and not from the pages.

Pages are numbered: briefs in the order of the library, then companies and people, those first that are in most briefs.
``search/NAME.json`` is a facet, value -> numbers of the briefs that have it, as differences; ``search/titles-N.json`` (a hundred each) what
a list shows of a page; ``search/items-N.json`` the items of brief N with their words; ``search/size.json`` the number of briefs. Which
words are on which pages, `postings` tells.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.files import write_atomically
from generator.library import Company, Library, Profile
from generator.models import Brief
from generator.site.entries import Item, entries
from generator.site.postings import Postings, differences
from generator.site.tables import address
from generator.site.view import BriefView
from generator.wording import day, label

CHUNK = 100
"""Pages of a file that a list is shown from."""
ONCE_UP_TO = 2000
"""Briefs up to which a value of one brief alone is offered as a filter; in a larger library there are too many, and words find it."""


def index_site(site: Path, library: Library) -> None:
    """Write the files of the search into a built site."""
    for name, content in _files(library):
        write_atomically(site / "search" / name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def _files(library: Library) -> Iterator[tuple[str, Any]]:
    postings = Postings()
    titles = []
    for number, brief in enumerate(library.briefs):
        items = list(entries(BriefView(brief)))
        _add(postings, number, brief, items)
        titles.append((f"{brief.id}.html", brief.title, about(brief)))
        yield f"items-{number}.json", {"address": f"{brief.id}.html", "title": brief.title, "about": about(brief), "items": items}
    for number, one in enumerate(_profiles(library), start=len(titles)):
        postings.add(number, (one.name, *one.aliases), (), (), ())
        titles.append((address(one.ref.path), one.name, _extent(one)))
    yield from ((f"titles-{start // CHUNK}.json", titles[start:start + CHUNK]) for start in range(0, len(titles), CHUNK))
    yield "size.json", len(library.briefs)
    yield from postings.files()
    yield from _facets(library)


def _profiles(library: Library) -> list[Company | Profile]:
    return sorted((*library.companies, *library.people), key=lambda one: (-len(one.briefs), one.ref.path))


def _extent(one: Company | Profile) -> str:
    kind = one.kind if isinstance(one, Company) else "person"
    return f"{kind.capitalize()} · {len(one.briefs)} brief{'' if len(one.briefs) == 1 else 's'}"


def _add(postings: Postings, number: int, brief: Brief, items: Iterable[Item]) -> None:
    by_kind: dict[str, list[str]] = {"point": [], "p": [], "": []}
    for item in items:
        kind = item.anchor.partition("-")[0]
        by_kind[kind if kind in by_kind else ""].append(f"{item.shown} {item.also}")
    title = (brief.title, brief.subject.name) if brief.subject else (brief.title,)
    postings.add(number, title, by_kind["point"], by_kind[""], (*by_kind["p"], about(brief)))


def _facets(library: Library) -> Iterator[tuple[str, dict[str, list[int]]]]:
    facets: dict[str, dict[str, list[int]]] = {name: {} for name in FACETS}
    for number, brief in enumerate(library.briefs):
        for name, values in facets_of(brief, library).items():
            for value in values:
                facets[name].setdefault(value, []).append(number)
    least = 2 if len(library.briefs) > ONCE_UP_TO else 1
    for name, facet in facets.items():
        yield f"{name}.json", {value: differences(numbers) for value, numbers in sorted(facet.items()) if len(numbers) >= least}


def about(brief: Brief) -> str:
    """What a list says of a brief below its title."""
    return " · ".join(filter(None, [label(brief.kind, "kinds"), brief.subject.name if brief.subject else "", day(brief.source.published),
                                    brief.source.publisher or ""]))


FACETS = ("company", "person", "metric", "risk", "speaker", "year", "kind")


def facets_of(brief: Brief, library: Library) -> dict[str, list[str]]:
    """The values of a brief for each of `FACETS`, each once."""
    def named(name: str | None) -> str:
        page = library.page_of(brief, name)
        return page.name if page else name or ""
    subject = [brief.subject.name] if brief.subject and brief.subject.kind in ("company", "institution") else []
    found = {
        "company": [named(name) for name in (*subject, *(item.name for item in brief.organisations))],
        "person": [named(item.name) for item in brief.people],
        "metric": [label(item.metric, "metrics") for item in brief.metrics],
        "risk": [label(item.category, "categories") for item in brief.risks],
        "speaker": [named(item.speaker) for item in brief.quotes],
        "year": [str(brief.source.published.year)] if brief.source.published else [],
        "kind": [label(brief.kind, "kinds")],
    }
    return {name: sorted({value for value in values if value}) for name, values in found.items()}
