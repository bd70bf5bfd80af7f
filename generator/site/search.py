"""The search of a built site: Pagefind's index of words, and small files of our own for its filters.

Pagefind's own filters are not used: their files differ from one run to the next, and an empty query with a filter downloads
the whole index. Ours are one file a facet, ``search/NAME.json``: value -> numbers of the briefs that have it. Briefs are numbered in the
order of the library; ``search/ids.json`` gives Pagefind's name of each, ``search/briefs-N.json`` (a hundred each) what a list shows.
"""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.errors import BriefsError
from generator.files import write_atomically
from generator.library import Library
from generator.models import Brief
from generator.wording import day, label

CHUNK = 100
"""Briefs of a file that a list is shown from."""
UNUSED = ("pagefind-ui.*", "pagefind-component-ui.*", "pagefind-modular-ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind adds for pages that use its own interface."""
MARK = b"pagefind_dcd"
"""Stands before the JSON of a fragment."""


def index_site(site: Path, library: Library) -> None:
    """Index the pages of a built site that hold ``data-pagefind-body``, and write the files of its filters.

    Raises:
        BriefsError: Pagefind did not run.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind", "--force-language", "en", "--silent"]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own words, and a path
    except subprocess.CalledProcessError as error:
        raise BriefsError("the search index was not made", where=str(site), why=(error.stderr or error.stdout).strip()[-300:],
                          remedy="Run `python -m pagefind --site` on the site to see more.") from None
    for path in sorted(path for pattern in UNUSED for path in (site / "pagefind").glob(pattern)):
        path.unlink()
    for name, content in _files(library, _fragments(site / "pagefind" / "fragment")):
        write_atomically(site / "search" / name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def _fragments(folder: Path) -> dict[str, str]:
    """Pagefind's name of each page, by its address."""
    names = {}
    for path in sorted(folder.glob("*.pf_fragment")):
        body = gzip.decompress(path.read_bytes()).removeprefix(MARK)
        names[json.loads(body)["url"].lstrip("/")] = path.stem
    return names


def _files(library: Library, names: Mapping[str, str]) -> Iterable[tuple[str, Any]]:
    yield "ids.json", [names.get(f"{brief.id}.html", "") for brief in library.briefs]
    for start in range(0, len(library.briefs), CHUNK):
        part = library.briefs[start:start + CHUNK]
        yield f"briefs-{start // CHUNK}.json", [(f"{brief.id}.html", brief.title, about(brief)) for brief in part]
    facets: dict[str, dict[str, list[int]]] = {name: {} for name in FACETS}
    for number, brief in enumerate(library.briefs):
        for name, values in facets_of(brief, library).items():
            for value in values:
                facets[name].setdefault(value, []).append(number)
    for name, facet in facets.items():
        yield f"{name}.json", dict(sorted(facet.items()))


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
