"""The pages of companies and people, put together from the entries that are about them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.library.gather import newest_first
from generator.library.identity import Directory, Group, NamedT
from generator.library.models import Affiliation, Company, Entry, ItemT_co, Profile, Ref, Series
from generator.models import Brief, Event, Metric, Organisation, Person, Quote, Risk

MOST_RELATED = 12
"""How many pages are shown as named together with one."""
MOST_TOGETHER = 24
"""In one brief, so many of its companies (those named most) count as named together: the pairs would grow with the square."""

Pairs = Mapping[Ref, tuple[tuple[Ref, int], ...]]


@dataclass(frozen=True)
class Gathered:
    """All entries of a library, each list in the order in which pages show it, and the series of its metrics."""

    metrics: tuple[Entry[Metric], ...]
    risks: tuple[Entry[Risk], ...]
    quotes: tuple[Entry[Quote], ...]
    events: tuple[Entry[Event], ...]
    series: tuple[Series, ...]


def companies_of(directory: Directory, gathered: Gathered) -> tuple[Company, ...]:
    """The companies, those in the most briefs first."""
    metrics, risks = _by_page(gathered.metrics), _by_page(gathered.risks)
    quotes, events = _by_page(gathered.quotes), _by_page(gathered.events)
    series, people = _series_by_page(gathered.series), _people_by_company(directory)
    related = _together(directory.companies)

    def company(group: Group[Organisation]) -> Company:
        ref = group.ref
        return Company(slug=ref.slug, name=ref.name, aliases=group.aliases, kind=_kind(group), entries=tuple(group.entries),
                       briefs=_briefs(group), subject_of=tuple(newest_first(group.subject_of)), metrics=metrics.get(ref, ()),
                       series=series.get(ref, ()), people=people.get(ref, ()), risks=risks.get(ref, ()), quotes=quotes.get(ref, ()),
                       events=events.get(ref, ()), related=related.get(ref, ()))

    return tuple(sorted(map(company, directory.companies), key=lambda one: (-len(one.briefs), one.slug)))


def people_of(directory: Directory, gathered: Gathered) -> tuple[Profile, ...]:
    """The people, those in the most briefs first, then those with the most statements."""
    quotes = _by_page(gathered.quotes)
    related = _together(directory.people)

    def profile(group: Group[Person]) -> Profile:
        ref = group.ref
        return Profile(slug=ref.slug, name=ref.name, aliases=group.aliases, affiliations=_affiliations(group, directory),
                       entries=tuple(group.entries), quotes=quotes.get(ref, ()), briefs=_briefs(group), related=related.get(ref, ()))

    return tuple(sorted(map(profile, directory.people), key=lambda one: (-len(one.briefs), -len(one.quotes), one.slug)))


def _by_page(entries: Iterable[Entry[ItemT_co]]) -> dict[Ref, tuple[Entry[ItemT_co], ...]]:
    found: dict[Ref, list[Entry[ItemT_co]]] = defaultdict(list)
    for entry in entries:
        for ref in entry.about:
            found[ref].append(entry)
    return {ref: tuple(each) for ref, each in found.items()}


def _series_by_page(series: Iterable[Series]) -> dict[Ref, tuple[Series, ...]]:
    found: dict[Ref, list[Series]] = defaultdict(list)
    for one in series:
        if one.about:
            found[one.about].append(one)
    return {ref: tuple(each) for ref, each in found.items()}


def _briefs(group: Group[NamedT]) -> tuple[Brief, ...]:
    """The briefs that name a company or person, each once."""
    found = {brief.id: brief for brief in [*(entry.brief for entry in group.entries), *group.subject_of]}
    return tuple(newest_first(found.values()))


def _kind(group: Group[Organisation]) -> Literal["company", "institution"]:
    """Company or institution: what most briefs say."""
    said: list[str] = [entry.item.kind for entry in group.entries] or [brief.subject.kind for brief in group.subject_of if brief.subject]
    return "institution" if said.count("institution") > said.count("company") else "company"


def _affiliations(group: Group[Person], directory: Directory) -> tuple[Affiliation, ...]:
    """The titles and organisations of a person, from the newest brief to the oldest; no half of one that is there as a whole."""
    found: dict[tuple[str, str], Affiliation] = {}
    entries = {entry.brief.id: entry for entry in reversed(group.entries)}
    for brief in _briefs(group):
        for title, organisation in _roles(entries[brief.id].item):
            employer = directory.company(brief, organisation)
            key = (title or "").casefold(), employer.key if employer else (organisation or "").casefold()
            found.setdefault(key, Affiliation(title, organisation, employer.ref if employer else None))
    titles, organisations = ({key[part] for key in found if all(key)} for part in (0, 1))
    return tuple(one for (title, company), one in found.items() if (title and company) or (title or company) not in titles | organisations)


def _roles(person: Person) -> list[tuple[str | None, str | None]]:
    main = [(person.role, person.organisation)] if person.role or person.organisation else []
    return main + [(role.title, role.organisation) for role in person.other_roles]


def _people_by_company(directory: Directory) -> dict[Ref, tuple[tuple[Ref, str | None], ...]]:
    """The people of each company with their latest title there, in the order of the alphabet."""
    found: dict[Ref, list[tuple[Ref, str | None]]] = defaultdict(list)
    for group in directory.people:
        titles: dict[Ref, str | None] = {}
        for affiliation in _affiliations(group, directory):
            if affiliation.page:
                titles.setdefault(affiliation.page, affiliation.title)
        for company, title in titles.items():
            found[company].append((group.ref, title))
    return {company: tuple(sorted(people, key=lambda pair: (pair[0].name, pair[0].slug))) for company, people in found.items()}


def _together(groups: Sequence[Group[NamedT]]) -> Pairs:
    """For each page those that stand in the same briefs, with in how many: the most frequent first."""
    named: dict[str, list[tuple[int, Ref]]] = defaultdict(list)
    for group in groups:
        for entry in group.entries:
            named[entry.brief.id].append((-len(entry.item.mentions), group.ref))
    pairs: dict[Ref, Counter[Ref]] = defaultdict(Counter)
    for refs in named.values():
        most = [ref for _, ref in sorted(set(refs))[:MOST_TOGETHER]]
        for ref in most:
            pairs[ref].update(other for other in most if other != ref)
    return {ref: tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].slug))[:MOST_RELATED]) for ref, counts in pairs.items()}
