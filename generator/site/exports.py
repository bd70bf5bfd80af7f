"""The library for machines: tables, a database, feeds, and a guide for language models. Same library, same bytes."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

from generator.escape import escape_markdown
from generator.library import Library
from generator.site import records
from generator.site.context import Site
from generator.site.database import database
from generator.site.feeds import feeds
from generator.site.pages import SiteFile
from generator.site.records import Record
from generator.site.tables import inert
from generator.wording import day

CSV_FILES: tuple[tuple[str, Callable[[Library], Iterator[Record]], str], ...] = (
    ("metrics", records.metrics, "Every metric, with its change, period, status and surprise"),
    ("quotes", records.quotes, "Every statement, with its speaker"),
    ("people", records.people, "Every person, with the latest role"),
    ("risks", records.risks, "Every risk, with its category and whose it is"),
)
"""Name, records and description of the tables in ``data/``."""
DOWNLOADS = (
    ("data/briefs.json", "Every brief with its source, topics and companies; the whole of each is in the JSON beside its page"),
    *((f"data/{name}.csv", what) for name, _, what in CSV_FILES),
    ("data/library.sqlite", "All of it as a database with full-text search, which Datasette opens as it is"),
    ("feed.xml", "Atom feed of the newest briefs"),
    ("llms.txt", "A guide to the library for language models"),
)
"""Path and description of each file."""
LISTED = 100
"""Briefs that the guide names."""


def exports(library: Library, site: Site) -> Iterator[SiteFile]:
    """All files of the library that are no pages and belong to none."""
    yield SiteFile("data/briefs.json", briefs_json(library))
    for name, of, _ in CSV_FILES:
        yield SiteFile(f"data/{name}.csv", csv_file(of(library)))
    yield SiteFile("data/library.sqlite", database(library))
    yield SiteFile("llms.txt", guide(library, site))
    yield from feeds(library, site)


def csv_file(found: Iterator[Record]) -> str:
    """Records as CSV with a header line. A cell of the source's words that a spreadsheet would run is made inert; see `tables`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, row in enumerate(found):
        if number == 0:
            writer.writerow(row)
        writer.writerow([inert(value) for value in row.values()])
    return out.getvalue()


def briefs_json(library: Library) -> str:
    """A list of all briefs, each with where it is found, what it treats, and how many items it has."""
    found = []
    for record, brief in zip(records.briefs(library), library.briefs, strict=True):
        named = [library.page_of(brief, item.name) for item in brief.organisations]
        companies = sorted({ref.slug for ref in named if ref and ref.kind == "companies"})
        found.append({**record, "page": quote(f"{brief.id}.html"), "json": quote(f"{brief.id}.json"), "companies": companies,
                      "topics": [topic.name for topic in library.topics_of[brief.id]], "items": len(brief.items())})
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def guide(library: Library, site: Site) -> str:
    """What a language model needs to use the library (https://llmstxt.org): what it is, its data, its newest briefs."""
    lines = [f"# {escape_markdown(site.name)}", "", *([f"> {escape_markdown(site.description)}", ""] if site.description else []),
             "Every item of a brief carries the place of the sentences that it rests on: `text[start:end]` of the brief's JSON, in code "
             "points.", "An item is found on the page of its brief by its id, as an anchor.", "", "## Data", "",
             *(f"- [{path}]({_address(path, site)}): {what}" for path, what in DOWNLOADS if path != "llms.txt"), "", "## Briefs", ""]
    for brief in library.briefs[:LISTED]:
        when = day(brief.source.published)
        lines.append(f"- [{escape_markdown(brief.title)}]({_address(f'{brief.id}.json', site)}): "
                     f"{f'{when}. ' if when else ''}{escape_markdown(brief.summary)}")
    return "\n".join(lines) + "\n"


def _address(path: str, site: Site) -> str:
    return site.address(quote(path)) or quote(path)
