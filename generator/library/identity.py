"""Who is who across documents: the names of all briefs, and the companies and people that they mean."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.library.models import Entry, PageKind, Ref
from generator.library.names import company_key, digest, fold, person_key, slug, without_initials
from generator.models import Brief, Organisation, Person

NamedT = TypeVar("NamedT", bound=Organisation | Person)


@dataclass
class Group(Generic[NamedT]):
    """One company or person while it is being gathered. ``subject_of``: the briefs that are mainly about it."""

    key: str
    page: PageKind
    entries: list[Entry[NamedT]] = field(default_factory=list)
    subject_of: list[Brief] = field(default_factory=list)
    slug: str = ""
    name: str = ""

    def settle(self, address: str) -> None:
        """Give the group its slug, and the name that most briefs use; of two, the longer."""
        names = [entry.item.name for entry in self.entries] or [brief.subject.name for brief in self.subject_of if brief.subject]
        self.slug = address
        self.name = min(Counter(names).items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))[0]

    @property
    def ref(self) -> Ref:
        """The link to its page."""
        return Ref(self.page, self.slug, self.name)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names, in the order of the alphabet; of those that differ by case alone, the one with the most small letters."""
        found: dict[str, str] = {}
        for name in sorted({name for entry in self.entries for name in (entry.item.name, *entry.item.aliases)}, reverse=True):
            found.setdefault(name.casefold(), name)
        found.pop(self.name.casefold(), None)
        return tuple(sorted(found.values()))


Index = dict[tuple[str, str], Group[NamedT] | None]
"""By brief id and name."""


class Directory:
    """The companies and people of a library, and which of them a name in a brief means."""

    def __init__(self, briefs: Iterable[Brief]) -> None:
        briefs = list(briefs)
        self.companies = _companies(briefs)
        self._company_of = _index(self.companies, company_key)
        self.people = _people(briefs, self)
        self._person_of = _index(self.people, person_key)

    def company(self, brief: Brief, name: str | None) -> Group[Organisation] | None:
        """The company that ``brief`` calls ``name``."""
        return _find(self._company_of, brief, name, company_key)

    def person(self, brief: Brief, name: str | None) -> Group[Person] | None:
        """The person whom ``brief`` calls ``name``."""
        return _find(self._person_of, brief, name, person_key)

    def pages(self) -> Mapping[tuple[str, str], Ref]:
        """The page by brief id and name as the brief has it. A person goes before a company of the same name."""
        return {**_pages(self.companies), **_pages(self.people)}


def _pages(groups: Iterable[Group[NamedT]]) -> Mapping[tuple[str, str], Ref]:
    return {(brief.id, name): group.ref for group in groups for brief, name in _named(group)}


def _named(group: Group[NamedT]) -> Iterable[tuple[Brief, str]]:
    for entry in group.entries:
        yield from ((entry.brief, name) for name in (entry.item.name, *entry.item.aliases))
    yield from ((brief, brief.subject.name) for brief in group.subject_of if brief.subject)


def _index(groups: Iterable[Group[NamedT]], key: Callable[[str], str]) -> Index[NamedT]:
    """Groups by brief id and name, folded and as a key; what two of a brief's groups share means neither."""
    index: Index[NamedT] = {}
    for group in groups:
        for brief, name in _named(group):
            for form in {fold(name), key(name)}:
                index[brief.id, form] = group if index.get((brief.id, form), group) is group else None
    return index


def _find(index: Index[NamedT], brief: Brief, name: str | None, key: Callable[[str], str]) -> Group[NamedT] | None:
    if not name:
        return None
    return index.get((brief.id, fold(name))) or index.get((brief.id, key(name)))


def _companies(briefs: Iterable[Brief]) -> list[Group[Organisation]]:
    """One group a company: the names of one key, and a name that is the alias of one other company alone."""
    briefs = list(briefs)
    aliases: dict[str, set[str]] = defaultdict(set)
    for brief in briefs:
        for item in brief.organisations:
            for alias in item.aliases:
                aliases[company_key(alias)].add(company_key(item.name))
    groups: dict[str, Group[Organisation]] = {}
    for brief in briefs:
        for item in brief.organisations:
            key = _full(company_key(item.name), aliases)
            groups.setdefault(key, Group(key, "companies")).entries.append(Entry(brief, item))
        if brief.subject and brief.subject.kind in ("company", "institution"):
            key = _full(company_key(brief.subject.name), aliases)
            groups.setdefault(key, Group(key, "companies")).subject_of.append(brief)
    for group in groups.values():
        group.settle(slug(group.key))
    return [groups[key] for key in sorted(groups)]


def _full(key: str, aliases: Mapping[str, set[str]]) -> str:
    """The key that a short name stands for: of the one name whose alias it is, as far as that leads."""
    seen = [key]
    while len(longer := aliases.get(key, set()) - {key}) == 1:
        key = next(iter(longer))
        if key in seen:
            return min(seen[seen.index(key):])
        seen.append(key)
    return key


def _people(briefs: Iterable[Brief], directory: Directory) -> list[Group[Person]]:
    """One group a person: same name, and organisations that documents join."""
    same_name: dict[str, list[Entry[Person]]] = defaultdict(list)
    for brief in briefs:
        for item in brief.people:
            same_name[_name_key(brief, item)].append(Entry(brief, item))
    same_name = _initials_joined(same_name)
    groups = [group for key in sorted(same_name) for group in _Namesakes(key, same_name[key], directory).groups()]
    taken: set[str] = set()
    for group in groups:
        if group.slug in taken:
            group.slug = f"{group.slug}-{digest(group.key)}"
        taken.add(group.slug)
    return groups


def _initials_joined(same_name: Mapping[str, list[Entry[Person]]]) -> dict[str, list[Entry[Person]]]:
    """"Jon Q. Smith" and "Jon Smith" under the shorter name; where two have different initials, nobody can tell which is meant."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for key in same_name:
        spelled[without_initials(key)].append(key)
    joined: dict[str, list[Entry[Person]]] = {}
    for short, keys in spelled.items():
        told = [key for key in keys if key != short]
        for key in keys:
            joined.setdefault(short if len(told) == 1 else key, []).extend(same_name[key])
    return joined


def _name_key(brief: Brief, person: Person) -> str:
    """The key of a person's name. A single word without organisation ("Wu") is nobody outside its document."""
    key = person_key(person.name)
    bare = key.isascii() and " " not in key and not person.organisation
    return f"{key} {digest(brief.id)}" if bare else key


class _Namesakes:
    """The people of one name, told apart by their organisations.

    A document that gives somebody two organisations makes these one person's. A mention without organisation is the one person of
    the name; where there are several, the one whose organisation its document names, or else somebody of their own.
    """

    def __init__(self, key: str, entries: list[Entry[Person]], directory: Directory) -> None:
        self.key, self.entries = key, entries
        self.employers = [_employers(entry, directory) for entry in entries]
        self.leader: dict[str, str] = {}
        for employers in self.employers:
            for other in employers:
                self._join(employers[0], other)
        self.named_in = _companies_by_brief(entries, directory)

    def groups(self) -> list[Group[Person]]:
        """A group for each person, in the order of their organisations."""
        found: dict[str, Group[Person]] = {}
        for entry, employers in zip(self.entries, self.employers, strict=True):
            place = self._lead(employers[0]) if employers else self._guess(entry)
            found.setdefault(place, Group(self.key, "people")).entries.append(entry)
        for place, group in found.items():
            group.settle(slug(f"{self.key} {place}".strip() if len(found) > 1 else self.key))
        return [found[place] for place in sorted(found)]

    def _guess(self, entry: Entry[Person]) -> str:
        """The one person who can be meant by a mention without organisation, or nobody: ""."""
        known = {self._lead(employers[0]) for employers in self.employers if employers}
        if len(known) > 1:
            known &= {self._lead(company) for company in self.named_in[entry.brief.id] if company in self.leader}
        return known.pop() if len(known) == 1 else ""

    def _lead(self, employer: str) -> str:
        while self.leader.get(employer, employer) != employer:
            employer = self.leader[employer]
        return employer

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._lead(one), self._lead(other)))
        self.leader[first] = self.leader[second] = first


def _employers(entry: Entry[Person], directory: Directory) -> list[str]:
    """The keys of the organisations that a document gives a person."""
    names = (entry.item.organisation, *(role.organisation for role in entry.item.other_roles))
    found = ((directory.company(entry.brief, name), name) for name in names if name)
    return list(dict.fromkeys(group.key if group else company_key(name) for group, name in found))


def _companies_by_brief(entries: Iterable[Entry[Person]], directory: Directory) -> Mapping[str, list[str]]:
    """The keys of the companies that each of the entries' briefs names."""
    groups = {entry.brief.id: [directory.company(entry.brief, item.name) for item in entry.brief.organisations] for entry in entries}
    return {brief: [group.key for group in found if group] for brief, found in groups.items()}
