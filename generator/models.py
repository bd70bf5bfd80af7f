"""The words of the project as types: a document, its facts, and the brief made of them.

All are frozen and checked on construction. Offsets are code points into `Document.text`, the normalised
source text; a span's end is exclusive. The JSON of a `Brief` is the contract that the site, the exports and
other programs read; its schema is `briefs/brief.schema.json`.
"""

import hashlib
import math
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


class Frozen(BaseModel):
    """A value: immutable, and without fields that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _plain(value: Any) -> Any:
    """A float that is a whole number becomes an int, so that JSON shows 280200000000 and not …0.0."""
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return int(value)
    return value


Number = Annotated[int | float, BeforeValidator(_plain)]
Direction = Literal["up", "down", "flat"]
Basis = Literal["yoy", "qoq", "mom", "day", "ytd"]
MetricStatus = Literal["actual", "forecast", "consensus", "target"]
RiskCategory = Literal["competition", "regulatory", "macro", "geopolitical", "financial", "operational",
                       "strategic", "market", "governance", "environmental"]
RiskStatus = Literal["ongoing", "possible", "past"]
QuoteKind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organisation", "group", "unattributed"]
SubjectKind = Literal["company", "institution", "country", "market", "person", "topic"]
DocumentKind = Literal["results", "deal", "legal", "market", "policy", "interview", "people", "other"]


class Span(Frozen):
    """A stretch of the source text, in code points; ``end`` is exclusive, and no span is empty."""

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _not_empty(self) -> "Span":
        if self.end <= self.start:
            raise ValueError(f"a span must hold at least one character, this one is [{self.start}, {self.end})")
        return self

    def of(self, text: str) -> str:
        """The words of the span in ``text``."""
        return text[self.start:self.end]


Evidence = Annotated[tuple[Span, ...], Field(min_length=1)]


def stable_id(kind: str, *content: str) -> str:
    """An id that stays the same while the content does: ``kind`` and ten hex digits.

    The content is case-folded, normalised (NFKC) and stripped of repeated blanks first, so that an edit to
    typography elsewhere in the document changes no id.
    """
    words = "\x1f".join(" ".join(unicodedata.normalize("NFKC", part).casefold().split()) for part in content)
    return f"{kind}-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


class Item(Frozen):
    """One entry of a brief. ``evidence`` are the sentences that it rests on; ``id`` is set by `assemble`."""

    id: str = ""
    evidence: Evidence


class KeyPoint(Item):
    """A sentence (or its main clause) that tells part of what happened, why, or what follows."""

    text: str


class Amount(Frozen):
    """A number in base units. ``unit``: ISO 4217, percent, percentage_points, basis_points, a counted thing, or null."""

    value: Number
    unit: str | None = None


class Equivalent(Amount):
    """The same amount in another currency, as the text gives it."""

    text: str


class Change(Frozen):
    """How a metric moved: ``value`` is the positive size, or null where the text gives a direction only."""

    value: Number | None = None
    unit: str | None = None
    direction: Direction | None = None
    basis: Basis | None = None


class Period(Frozen):
    """What a number or an event is of, in the text's words, and as dates (both inclusive) where they are known."""

    text: str
    start: date | None = None
    end: date | None = None


class Range(Frozen):
    """The bounds of a range; the metric's value is the lower one."""

    low: Number
    high: Number


class Surprise(Frozen):
    """Actual against expectation, computed: ``(actual - expected) / |expected|`` in percent, or the difference of rates."""

    value: Number
    unit: Literal["percent", "percentage_points"]
    against: str = Field(description="id of the metric with status consensus or forecast that it was computed from")


class Metric(Item):
    """One quantitative statement: whose number, of what, when, how it changed, actual or expected."""

    metric: str
    label: str
    entity: str | None = None
    value: Number | None = None
    unit: str | None = None
    value_text: str
    equivalents: tuple[Equivalent, ...] = ()
    change: Change | None = None
    previous: Amount | None = None
    period: Period | None = None
    range: Range | None = None
    status: MetricStatus = "actual"
    surprise: Surprise | None = None


class Role(Frozen):
    """A title or function that the text gives a person, and what it belongs to."""

    title: str
    organisation: str | None = None


class Person(Item):
    """A named human being, under the fullest form of the name; ``role`` and ``organisation`` are the main ones."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    other_roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()


class Organisation(Item):
    """A company or institution, under the fullest form of the name."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["company", "institution"] = "company"
    mentions: tuple[Span, ...] = ()


class Risk(Item):
    """A sentence that states a threat. ``statement`` is the sentence made to stand alone: what was inserted is in [brackets]."""

    category: RiskCategory
    statement: str
    status: RiskStatus


class Quote(Item):
    """A statement that the text attributes to somebody.

    ``content`` are the spans of what was said, without speaker, cue and outer quotation marks; ``text`` is their
    words, joined by " … " where the cue interrupts them. ``cue`` is the reporting verb or phrase.
    """

    speaker: str | None = None
    speaker_kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    kind: QuoteKind
    text: str
    cue: str | None = None
    content: Evidence


class Event(Item):
    """Something that happened, or will, at a date that the text names."""

    date: Period
    text: str


class Subject(Frozen):
    """What a document is mainly about, under the fullest form that the text uses."""

    name: str
    kind: SubjectKind
    evidence: Evidence


class File(Frozen):
    """The file that a document was read from."""

    path: str
    media_type: str
    sha256: str


class Origin(Frozen):
    """What is known about a document from outside its text. Every field may be missing."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    retrieved: date | None = None
    language: str | None = None


class Source(Origin, File):  # in this order, the file's fields come first in JSON
    """Where a document came from. What neither the sidecar nor the text tells is null."""

    words: int = 0


class Document(Frozen):
    """A seed as it was read: its normalised text and what is known about it from outside.

    The text's blocks (paragraphs, headings, list items, table rows) stand on a line each, with an empty line between
    two of them; see `blocks`.
    """

    id: str
    text: str
    source: Source


class Review(Frozen):
    """What people have done to the brief. ``orphaned`` are corrections whose item is no longer there."""

    status: Literal["machine", "reviewed"] = "machine"
    by: str | None = None
    on: date | None = None
    corrections: int = 0
    orphaned: tuple[str, ...] = ()


class Provenance(Frozen):
    """What made the brief. ``dropped`` counts the items that the grounding gate refused."""

    generator: str
    model: str
    seed_sha256: str
    config_sha256: str
    dropped: int = 0


class Facts(Frozen):
    """The items of a brief by kind, in the order of `ITEM_KINDS`."""

    key_points: tuple[KeyPoint, ...] = ()
    metrics: tuple[Metric, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    risks: tuple[Risk, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()


ITEM_KINDS: tuple[str, ...] = tuple(Facts.model_fields)


class Brief(Facts):
    """A structured analyst brief: the contract. ``notes`` say why something that a reader expects is missing."""

    schema_: Literal["brief/1"] = Field(default="brief/1", alias="schema")
    id: str
    title: str
    summary: str
    kind: DocumentKind = "other"
    source: Source
    text: str
    subject: Subject | None = None
    notes: tuple[str, ...] = ()
    review: Review = Review()
    provenance: Provenance

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, populate_by_name=True)

    def items(self) -> list[tuple[str, Item]]:
        """Every item with its kind, in the order of the brief."""
        return [(kind, item) for kind in ITEM_KINDS for item in getattr(self, kind)]


def blocks(text: str) -> list[Span]:
    """The lines of a normalised text that hold words: one span per paragraph, heading, list item or table row."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    return spans
