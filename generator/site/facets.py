"""The filters of the search: small files of our own, so that browsing by them reads nothing of the index of words.

Pagefind's own filters are not used: their files differ from one run to the next, and an empty query with a filter downloads the whole
index. Briefs are numbered in the order of the library.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from generator.library import Library
from generator.models import Brief
from generator.wording import label

FACETS = ("company", "person", "metric", "risk", "speaker", "year", "kind")


def facet_files(library: Library, *, large: bool) -> Iterator[tuple[str, Any]]:
    """``NAME.json`` for each of `FACETS`: value -> the numbers of the briefs that have it, as differences.

    In a large library that is read when a reader opens the filter, and without the values of one brief alone, which words find; a chosen
    value is looked for in ``NAME-XX.json``, the values that begin with XX.
    """
    for name, facet in _facets(library).items():
        yield f"{name}.json", {value: numbers for value, numbers in facet.items() if not large or len(numbers) > 1}
        if large:
            parts: dict[str, dict[str, list[int]]] = defaultdict(dict)
            for value, numbers in facet.items():
                parts[head(value)][value] = numbers
            yield from ((f"{name}-{part}.json", content) for part, content in parts.items())


def _facets(library: Library) -> Mapping[str, Mapping[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {name: {} for name in FACETS}
    for number, brief in enumerate(library.briefs):
        for name, values in facets_of(brief, library).items():
            for value in values:
                found[name].setdefault(value, []).append(number)
    return {name: {value: [after - before for before, after in pairwise([0, *numbers])] for value, numbers in sorted(facet.items())}
            for name, facet in found.items()}


def head(value: str) -> str:
    """The beginning of a value as part of a file's name: two characters, by number where one is no small letter or digit."""
    return "".join(sign if sign.isascii() and (sign.islower() or sign.isdigit()) else f"-{ord(sign):x}" for sign in value[:2])


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
