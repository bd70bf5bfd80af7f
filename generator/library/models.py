"""The library: all briefs taken together, as the pages and exports show them. Frozen; every tuple is in the order to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from generator.models import Brief, Event, Item, Metric, MetricStatus, Organisation, Person, Quote, Risk, RiskCategory

ItemT_co = TypeVar("ItemT_co", bound=Item, covariant=True)
PageKind = Literal["companies", "people"]


@dataclass(frozen=True, order=True)
class Ref:
    """A link to the page of a company or person: ``kind/slug``, shown as ``name``."""

    kind: PageKind
    slug: str
    name: str

    @property
    def path(self) -> str:
        """The address of the page below the site's root, without ending: ``companies/northwind``."""
        return f"{self.kind}/{self.slug}"


@dataclass(frozen=True)
class Entry(Generic[ItemT_co]):
    """An item and the brief that it stands in. ``about``: whose number, risk, statement or event it is, where that has a page."""

    brief: Brief
    item: ItemT_co
    about: tuple[Ref, ...] = ()

    @property
    def date(self) -> date | None:
        """When the document was published."""
        return self.brief.source.published


@dataclass(frozen=True)
class Kind:
    """What makes numbers comparable: two of one kind may stand in one chart, two of different kinds never.

    ``measure``: the level itself, or how it changed. ``unit`` is the unit of that. ``basis`` (of a change): yoy, qoq ...
    ``length``: the length of the period in words ("quarter", "year"), or None where the days are not known.
    ``label``: the text's own words, for metrics that are no single thing ("other", "cost"); else None.
    """

    metric: str
    measure: Literal["level", "change"]
    unit: str | None
    basis: str | None = None
    length: str | None = None
    label: str | None = None


@dataclass(frozen=True)
class Point:
    """A number of a series: its days, and every metric that states it (the same number may stand in several briefs).

    ``value`` is in base units; a change is negative where the metric fell. ``start`` and ``end`` are inclusive, None where unknown.
    """

    value: int | float
    status: MetricStatus
    period: str | None
    start: date | None
    end: date | None
    entries: tuple[Entry[Metric], ...]


@dataclass(frozen=True)
class Series:
    """One metric of one entity over time. ``entity`` as the texts name it; ``about`` its page, where it (or its owner) has one."""

    kind: Kind
    entity: str
    about: Ref | None
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Comparison:
    """The series of one kind: one metric across companies and periods. At least two points in all."""

    slug: str
    kind: Kind
    series: tuple[Series, ...]

    @property
    def path(self) -> str:
        """The address of its page below the site's root, without ending."""
        return f"metrics/{self.slug}"


@dataclass(frozen=True)
class Affiliation:
    """A title that documents give a person, the organisation it belongs to, and that organisation's page."""

    title: str | None
    organisation: str | None
    page: Ref | None


@dataclass(frozen=True)
class Profile:
    """The page of a person across documents. ``quotes`` are the person's own; ``related``: named together most, with in how many briefs."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    affiliations: tuple[Affiliation, ...]
    entries: tuple[Entry[Person], ...]
    quotes: tuple[Entry[Quote], ...]
    briefs: tuple[Brief, ...]
    related: tuple[tuple[Ref, int], ...]

    @property
    def ref(self) -> Ref:
        """The link to this page."""
        return Ref("people", self.slug, self.name)

    @property
    def mentions(self) -> int:
        """How often the documents name or mean the person."""
        return sum(len(entry.item.mentions) for entry in self.entries)


@dataclass(frozen=True)
class Company:
    """The page of a company or institution across documents: all that the library knows about it.

    ``briefs`` are those that name it, ``subject_of`` those that are mainly about it. ``quotes`` are its own statements and those of
    its people; ``risks`` those of which it is the subject.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    kind: Literal["company", "institution"]
    entries: tuple[Entry[Organisation], ...]
    briefs: tuple[Brief, ...]
    subject_of: tuple[Brief, ...]
    metrics: tuple[Entry[Metric], ...]
    series: tuple[Series, ...]
    people: tuple[tuple[Ref, str | None], ...]
    risks: tuple[Entry[Risk], ...]
    quotes: tuple[Entry[Quote], ...]
    events: tuple[Entry[Event], ...]
    related: tuple[tuple[Ref, int], ...]

    @property
    def ref(self) -> Ref:
        """The link to this page."""
        return Ref("companies", self.slug, self.name)


@dataclass(frozen=True)
class RiskRegister:
    """All risks, and how many of each category (in the order of the models) each company (or None, for the rest) has."""

    entries: tuple[Entry[Risk], ...]
    categories: tuple[RiskCategory, ...]
    companies: tuple[Ref | None, ...]
    counts: Mapping[tuple[RiskCategory, Ref | None], int]


@dataclass(frozen=True)
class Topic:
    """A theme and the briefs that treat it."""

    slug: str
    name: str
    briefs: tuple[Brief, ...]


@dataclass(frozen=True)
class Related:
    """Another brief, and what it shares with this one, the rarest first: ``reason`` says it in words."""

    brief: Brief
    shares: tuple[str, ...]

    @property
    def reason(self) -> str:
        """Such as "shares Northwind, artificial intelligence"."""
        return f"shares {', '.join(self.shares)}"


@dataclass(frozen=True)
class Library:
    """All briefs, newest first, and what follows from them.

    ``related`` and ``topics_of`` are by brief id. ``pages`` tells which page a name in a brief leads to: by brief id and the name
    as the brief has it.
    """

    briefs: tuple[Brief, ...]
    companies: tuple[Company, ...]
    people: tuple[Profile, ...]
    metrics: tuple[Entry[Metric], ...]
    comparisons: tuple[Comparison, ...]
    risks: RiskRegister
    quotes: tuple[Entry[Quote], ...]
    timeline: tuple[Entry[Event], ...]
    topics: tuple[Topic, ...]
    topics_of: Mapping[str, tuple[Topic, ...]]
    related: Mapping[str, tuple[Related, ...]]
    pages: Mapping[tuple[str, str], Ref] = field(repr=False)

    def page_of(self, brief: Brief, name: str | None) -> Ref | None:
        """The page of the company or person that ``brief`` calls ``name``, or None."""
        return self.pages.get((brief.id, name)) if name else None
