"""The facts of a library as flat records: one shape for the CSV files, the JSON and the database.

A record is a mapping of column to plain value (str, int, float or None); all records of a kind have the same columns in the same
order. ``brief`` and ``item`` are the ids that the site's addresses are made of: ``BRIEF.html#ITEM``.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.library import Company, Entry, Library, Profile, Ref
from generator.models import Event, Item, Metric, Period, Quote, Risk

Value = str | int | float | None
Record = Mapping[str, Value]


def briefs(library: Library) -> Iterator[Record]:
    """A record for each brief, the newest first."""
    for brief in library.briefs:
        source, subject = brief.source, brief.subject
        yield {
            "id": brief.id, "title": brief.title, "summary": brief.summary, "kind": brief.kind,
            "subject": subject.name if subject else None, "subject_kind": subject.kind if subject else None,
            "company": _slug(library.page_of(brief, subject.name) if subject else None, "companies"),
            "published": _day(source.published), "publisher": source.publisher, "author": source.author, "url": source.url,
            "language": source.language, "words": source.words, "path": source.path, "sha256": source.sha256,
            "review": brief.review.status, "generator": brief.provenance.generator}


def metrics(library: Library) -> Iterator[Record]:
    """A record for each metric, those of the newest brief first."""
    for entry in library.metrics:
        yield {**_place(entry), **_metric(entry.item), "company": _slug(_first(entry, "companies"), "companies")}


def _metric(item: Metric) -> Record:
    change, previous, limits, surprise = item.change, item.previous, item.range, item.surprise
    return {
        "metric": item.metric, "label": item.label, "entity": item.entity, "value": item.value, "unit": item.unit,
        "value_text": item.value_text, "equivalents": "; ".join(other.text for other in item.equivalents) or None,
        "change": change.value if change else None, "change_unit": change.unit if change else None,
        "direction": change.direction if change else None, "basis": change.basis if change else None,
        "previous": previous.value if previous else None, "previous_unit": previous.unit if previous else None,
        **_period(item.period), "low": limits.low if limits else None, "high": limits.high if limits else None, "status": item.status,
        "surprise": surprise.value if surprise else None, "surprise_unit": surprise.unit if surprise else None,
        "surprise_against": surprise.against if surprise else None}


def risks(library: Library) -> Iterator[Record]:
    """A record for each risk."""
    for entry in library.risks.entries:
        item: Risk = entry.item
        yield {**_place(entry), "category": item.category, "statement": item.statement, "status": item.status,
               "company": _slug(_first(entry, "companies"), "companies")}


def quotes(library: Library) -> Iterator[Record]:
    """A record for each statement. ``person`` and ``company`` are the pages of who made it."""
    for entry in library.quotes:
        item: Quote = entry.item
        yield {**_place(entry), "speaker": item.speaker, "speaker_kind": item.speaker_kind, "role": item.role,
               "organisation": item.organisation, "kind": item.kind, "text": item.text, "cue": item.cue,
               "person": _slug(_first(entry, "people"), "people"), "company": _slug(_first(entry, "companies"), "companies")}


def events(library: Library) -> Iterator[Record]:
    """A record for each event whose day is known, the latest first."""
    for entry in library.timeline:
        item: Event = entry.item
        yield {**_place(entry), "date": item.date.text, "start": _day(item.date.start), "end": _day(item.date.end), "text": item.text,
               "company": _slug(_first(entry, "companies"), "companies")}


def people(library: Library) -> Iterator[Record]:
    """A record for each person, with the latest role."""
    for person in library.people:
        yield _person(person)


def _person(person: Profile) -> Record:
    latest = person.affiliations[0] if person.affiliations else None
    return {"slug": person.slug, "name": person.name, "aliases": _listed(person.aliases), "role": latest.title if latest else None,
            "organisation": latest.organisation if latest else None, "company": _slug(latest.page if latest else None, "companies"),
            "briefs": len(person.briefs), "statements": len(person.quotes), "mentions": person.mentions}


def companies(library: Library) -> Iterator[Record]:
    """A record for each company or institution."""
    for company in library.companies:
        yield _company(company)


def _company(company: Company) -> Record:
    return {"slug": company.slug, "name": company.name, "aliases": _listed(company.aliases), "kind": company.kind,
            "briefs": len(company.briefs), "metrics": len(company.metrics), "risks": len(company.risks), "statements": len(company.quotes)}


def named_companies(library: Library) -> Iterator[Record]:
    """Which brief names which company, under which name."""
    for company in library.companies:
        for entry in company.entries:
            yield {**_place(entry), "company": company.slug, "name": entry.item.name, "mentions": len(entry.item.mentions)}


def named_people(library: Library) -> Iterator[Record]:
    """Which brief names which person, under which name and in which role."""
    for person in library.people:
        for entry in person.entries:
            item = entry.item
            yield {**_place(entry), "person": person.slug, "name": item.name, "role": item.role, "organisation": item.organisation,
                   "company": _slug(library.page_of(entry.brief, item.organisation), "companies"), "mentions": len(item.mentions)}


def key_points(library: Library) -> Iterator[Record]:
    """A record for each key point."""
    for brief in library.briefs:
        for item in brief.key_points:
            yield {"brief": brief.id, "item": item.id, "text": item.text}


def topics(library: Library) -> Iterator[Record]:
    """Which brief treats which topic."""
    for topic in library.topics:
        for brief in topic.briefs:
            yield {"brief": brief.id, "topic": topic.name}


def related(library: Library) -> Iterator[Record]:
    """Which briefs belong together, and why; the nearest has rank 1."""
    for brief in library.briefs:
        for rank, other in enumerate(library.related[brief.id], start=1):
            yield {"brief": brief.id, "other": other.brief.id, "rank": rank, "reason": other.reason}


def evidence(library: Library) -> Iterator[Record]:
    """Where each item rests: offsets in code points into the brief's text, the end exclusive."""
    for brief in library.briefs:
        for _, item in brief.items():
            for span in dict.fromkeys(item.evidence):
                yield {"brief": brief.id, "item": item.id, "start": span.start, "end": span.end, "text": span.of(brief.text) or None}


def words(library: Library) -> Iterator[Record]:
    """What the full-text index finds: the words of each brief and of each item."""
    for brief in library.briefs:
        yield {"brief": brief.id, "kind": "briefs", "item": None, "words": f"{brief.title}\n{brief.summary}"}
        for kind, item in brief.items():
            yield {"brief": brief.id, "kind": kind, "item": item.id, "words": "\n".join(dict.fromkeys(_words(item)))}


def _words(item: Item) -> Iterator[str]:
    for field in ("name", "role", "organisation", "speaker", "label", "entity", "value_text", "statement", "text"):
        value = getattr(item, field, None)
        if value:
            yield str(value)


def _place(entry: Entry[Item]) -> Record:
    return {"brief": entry.brief.id, "published": _day(entry.date), "item": entry.item.id}


def _first(entry: Entry[Item], kind: str) -> Ref | None:
    return next((ref for ref in entry.about if ref.kind == kind), None)


def _slug(ref: Ref | None, kind: str) -> str | None:
    return ref.slug if ref and ref.kind == kind else None


def _period(period: Period | None) -> Record:
    return {"period": period.text if period else None, "period_start": _day(period.start) if period else None,
            "period_end": _day(period.end) if period else None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _listed(names: tuple[str, ...]) -> str | None:
    return "; ".join(names) or None

