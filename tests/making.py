"""Small briefs made by hand, for tests that need briefs and no documents."""

from datetime import date
from typing import Any

from generator.models import (
    Brief,
    Change,
    Event,
    Metric,
    Organisation,
    Period,
    Person,
    Provenance,
    Quote,
    Risk,
    Source,
    Span,
    Subject,
    stable_id,
)

SPAN = Span(start=0, end=1)


def brief(name: str, **parts: Any) -> Brief:
    """A brief of the id ``name``; ``published`` is an ISO date, ``about`` the name of the company that is its subject."""
    published, about = parts.pop("published", None), parts.pop("about", None)
    source = Source(path=f"seeds/{name}.txt", media_type="text/plain", sha256="0" * 64, words=10, language="en",
                    published=date.fromisoformat(published) if published else None, url=parts.pop("url", None),
                    publisher=parts.pop("publisher", None))
    subject = Subject(name=about, kind="company", evidence=(SPAN,)) if about else None
    given = {"title": f"The {name} brief", "summary": "Sales rose.", "text": "Sales rose.", "subject": subject} | parts
    return Brief(id=name, source=source, provenance=Provenance(generator="test", model="none", seed_sha256="0" * 64, config_sha256="0"),
                 **given)


def organisation(name: str, *aliases: str, **parts: Any) -> Organisation:
    """A company with one mention."""
    return Organisation(**{"id": stable_id("organisation", name), "name": name, "aliases": aliases, "mentions": (SPAN,),
                           "evidence": (SPAN,)} | parts)


def person(name: str, organisation: str | None = None, role: str | None = None, **parts: Any) -> Person:
    """A person with one mention."""
    return Person(**{"id": stable_id("person", name), "name": name, "organisation": organisation, "role": role, "mentions": (SPAN,),
                     "evidence": (SPAN,)} | parts)


def metric(entity: str | None, value: float | None, **parts: Any) -> Metric:
    """A revenue in dollars, unless ``parts`` say something else; ``days`` are the ISO dates of its period."""
    days = parts.pop("days", None)
    period = Period(text="the period", start=date.fromisoformat(days[0]), end=date.fromisoformat(days[1])) if days else None
    given = {"metric": "revenue", "label": "revenue", "entity": entity, "value": value, "unit": "USD", "value_text": f"{value} dollars",
             "period": period, "evidence": (SPAN,)} | parts
    return Metric(**{"id": stable_id("metric", str(entity), str(given))} | given)


def change(value: float | None, direction: str = "up", basis: str | None = "yoy", unit: str = "percent") -> Change:
    """A change, by default in percent year on year."""
    return Change(value=value, unit=unit, direction=direction, basis=basis)


def risk(statement: str, category: str = "macro", **parts: Any) -> Risk:
    """A possible risk."""
    return Risk(**{"id": stable_id("risk", statement), "category": category, "statement": statement, "status": "possible",
                   "evidence": (SPAN,)} | parts)


def quote(speaker: str | None, text: str, speaker_kind: str = "person", **parts: Any) -> Quote:
    """An indirect statement."""
    return Quote(**{"id": stable_id("quote", text), "speaker": speaker, "speaker_kind": speaker_kind, "kind": "indirect", "text": text,
                    "cue": "said", "content": (SPAN,), "evidence": (SPAN,)} | parts)


def event(day: str | None, text: str, **parts: Any) -> Event:
    """Something that happened on the ISO date ``day``, or on a day that is not known."""
    period = Period(text=day or "some day", start=date.fromisoformat(day) if day else None, end=date.fromisoformat(day) if day else None)
    return Event(**{"id": stable_id("event", text), "date": period, "text": text, "evidence": (SPAN,)} | parts)
