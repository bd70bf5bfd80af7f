"""All briefs -> `Library`: companies, people, series of metrics, risk register, quotes, timeline, topics, related briefs.

Everything follows from the briefs alone, in whatever order they come, and takes time in proportion to their items.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import get_args

from generator.library.gather import Gatherer, newest_first
from generator.library.identity import Directory
from generator.library.models import (
    Affiliation,
    Company,
    Comparison,
    Entry,
    Kind,
    Library,
    Point,
    Profile,
    Ref,
    Related,
    RiskRegister,
    Series,
    Topic,
)
from generator.library.names import company_key
from generator.library.profiles import Gathered, companies_of, people_of
from generator.library.related import related
from generator.library.series import comparisons_of, series_of
from generator.library.topics import topics
from generator.models import Brief, Event, Risk, RiskCategory

SUBJECT, NAMED, TOPIC = 1.5, 1.0, 0.7
"""How much a thing counts for a brief: the company it is about, a company or person that it names, a topic."""


def library_of(briefs: Iterable[Brief]) -> Library:
    """The library of the briefs, whose ids differ. The order in which they are given does not matter."""
    ordered = newest_first(briefs)
    directory = Directory(ordered)
    gathered = _gather(ordered, directory)
    all_topics, by_brief = topics(ordered)
    return Library(
        briefs=tuple(ordered), companies=companies_of(directory, gathered), people=people_of(directory, gathered),
        metrics=gathered.metrics, comparisons=comparisons_of(gathered.series), risks=_register(gathered.risks), quotes=gathered.quotes,
        timeline=gathered.events, topics=all_topics, topics_of=by_brief,
        related=related(ordered, _features(ordered, directory, by_brief)), pages=directory.pages())


def _gather(briefs: Sequence[Brief], directory: Directory) -> Gathered:
    gatherers = [Gatherer(brief, directory) for brief in briefs]
    metrics = tuple(entry for one in gatherers for entry in one.metrics())
    return Gathered(
        metrics=metrics, risks=tuple(entry for one in gatherers for entry in one.risks()),
        quotes=tuple(entry for one in gatherers for entry in one.quotes()),
        events=_timeline(entry for one in gatherers for entry in one.events()), series=series_of(metrics, directory))


def _timeline(events: Iterable[Entry[Event]]) -> tuple[Entry[Event], ...]:
    """The events whose days are known, the latest first."""
    dated = [entry for entry in events if entry.item.date.start]
    return tuple(sorted(dated, key=lambda entry: (-(entry.item.date.start or date.min).toordinal(), entry.brief.id, entry.item.id)))


def _register(entries: tuple[Entry[Risk], ...]) -> RiskRegister:
    counts = Counter((entry.item.category, ref) for entry in entries for ref in entry.about or (None,))
    totals = Counter[Ref | None]()
    for (_, ref), count in counts.items():
        totals[ref] += count
    companies = sorted(totals, key=lambda ref: (ref is None, -totals[ref], ref.slug if ref else ""))
    return RiskRegister(entries=entries, categories=get_args(RiskCategory), companies=tuple(companies), counts=counts)


def _features(briefs: Iterable[Brief], directory: Directory,
              topics_of: Mapping[str, tuple[Topic, ...]]) -> dict[str, dict[str, tuple[str, float]]]:
    """What briefs can share, by brief id: the key of a page or topic -> its name and weight. Who published a brief does not count."""
    found: dict[str, dict[str, tuple[str, float]]] = {brief.id: {} for brief in briefs}
    for company in directory.companies:
        for entry in company.entries:
            if company.key != company_key(entry.brief.source.publisher or ""):
                found[entry.brief.id][company.ref.path] = (company.name, NAMED)
        for brief in company.subject_of:
            found[brief.id][company.ref.path] = (company.name, SUBJECT)
    for person in directory.people:
        for named in person.entries:
            found[named.brief.id][person.ref.path] = (person.name, NAMED)
    for brief_id, treated in topics_of.items():
        found[brief_id] |= {f"topics/{topic.slug}": (topic.name, TOPIC) for topic in treated}
    return found


__all__ = ["Affiliation", "Company", "Comparison", "Entry", "Kind", "Library", "Point", "Profile", "Ref", "Related", "RiskRegister",
           "Series", "Topic", "library_of"]
