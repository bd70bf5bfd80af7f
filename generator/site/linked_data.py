"""A brief in the words of schema.org, as JSON-LD: a Report with its Quotations, Observations, people and organisations."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from generator.escape import safe_url
from generator.library import Library
from generator.models import Brief, Metric, Organisation, Person, Quote
from generator.site.context import Site
from generator.wording import is_currency

Node = dict[str, Any]
SUBJECTS = {"company": "Corporation", "institution": "Organization", "country": "Country", "person": "Person"}
UNITS = {"percent": "P1", "percentage_points": "P1"}
"""UN/CEFACT codes."""


def linked_data(brief: Brief, library: Library, site: Site) -> Node:
    """The brief as one JSON-LD object. What the brief does not tell is left out."""
    page = _page(brief.id, site)
    source = brief.source
    original = _known({"@type": "CreativeWork", "name": source.title or brief.title, "url": safe_url(source.url),
                       "publisher": _known({"@type": "Organization", "name": source.publisher}) if source.publisher else None,
                       "author": _known({"@type": "Person", "name": source.author}) if source.author else None})
    published = source.published.isoformat() if source.published else None
    return _known({
        "@context": "https://schema.org", "@type": "Report", "@id": page, "url": page, "headline": brief.title,
        "abstract": brief.summary, "datePublished": published, "inLanguage": source.language, "isBasedOn": original,
        "about": _subject(brief), "keywords": [topic.name for topic in library.topics_of[brief.id]],
        "mentions": [*(_person(item) for item in brief.people), *(_organisation(item) for item in brief.organisations)],
        "hasPart": [*(_quotation(item, page) for item in brief.quotes), *_observations(brief, page)]})


def script(node: Node) -> str:
    """The object as the content of a ``<script type="application/ld+json">``: nothing in it can end the element."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _page(name: str, site: Site) -> str:
    path = quote(f"{name}.html")
    return site.address(path) or path


def _known(node: Node) -> Node:
    """The properties that have a value."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _subject(brief: Brief) -> Node | None:
    subject = brief.subject
    return {"@type": SUBJECTS.get(subject.kind, "Thing"), "name": subject.name} if subject else None


def _person(item: Person) -> Node:
    return _known({"@type": "Person", "name": item.name, "alternateName": list(item.aliases), "jobTitle": item.role,
                   "worksFor": {"@type": "Organization", "name": item.organisation} if item.organisation else None})


def _organisation(item: Organisation) -> Node:
    return _known({"@type": "Corporation" if item.kind == "company" else "Organization", "name": item.name,
                   "alternateName": list(item.aliases)})


def _quotation(item: Quote, page: str) -> Node:
    speaker = {"@type": "Person" if item.speaker_kind == "person" else "Organization", "name": item.speaker} if item.speaker else None
    return _known({"@type": "Quotation", "@id": f"{page}#{item.id}", "text": item.text, "creator": speaker})


def _observations(brief: Brief, page: str) -> Iterator[Node]:
    for item in brief.metrics:
        if item.value is not None:
            yield _observation(item, page)


def _observation(item: Metric, page: str) -> Node:
    period = item.period
    days = "/".join(day.isoformat() for day in (period.start, period.end) if day) if period and period.start else None
    unit = {"unitText": item.unit} if item.unit and not is_currency(item.unit) else {}
    code = item.unit if is_currency(item.unit) else UNITS.get(item.unit or "")
    return _known({"@type": "Observation", "@id": f"{page}#{item.id}", "name": item.label, "measuredProperty": item.metric,
                   "observationAbout": {"@type": "Thing", "name": item.entity} if item.entity else None, "observationPeriod": days,
                   "value": item.value, "unitCode": code, **unit, "description": item.value_text})
