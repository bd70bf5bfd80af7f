"""The forms of one name brought together: surnames, short forms, legal forms, acronyms, initials."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from heapq import merge

from generator.analyse.entities.clues import Votes, decide
from generator.analyse.entities.names import Name
from generator.analyse.entities.words import Words
from generator.analysis import EntityKind
from generator.lexicon import load

SPELLED = 4
"""Letters of an acronym that is written like a word; shorter ones would be many a surname."""
NAMED_ELSE: tuple[EntityKind, ...] = ("company", "institution", "country", "place", "group")
CLEARLY = 3.0
"""The weight with which a first name is something else as well ("Paris", "Chase")."""
NAMESAKES = 20
"""People of one surname that are told apart; a document that has more has the last ones."""


@dataclass
class Group:
    """Equal names and, once joined, the other forms of the same name, in the order of the text."""

    key: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    votes: Votes = field(default_factory=dict)

    @property
    def place(self) -> int:
        """The token where it is first named."""
        return self.names[0].first

    def absorb(self, other: "Group", *, told: bool = True) -> None:
        """Take the names of another form and, where they have told anything, its votes."""
        self.names = list(merge(self.names, other.names, key=lambda name: name.first))
        for kind, weight in other.votes.items() if told else ():
            self.votes[kind] = self.votes.get(kind, 0.0) + weight


def join(groups: list[Group], words: Words) -> list[Group]:
    """Groups of equal names -> groups of names of one person, company or place."""
    groups = _people(groups, words)
    groups = _acronyms(groups, words)
    return _short_forms(groups, words)


# --- people -------------------------------------------------------------------------------------------------------------------

def _people(groups: list[Group], words: Words) -> list[Group]:
    """Full names with or without initials joined; then surnames, each to the full name that was last used before it."""
    full: dict[tuple[str, str], Group] = {}
    by_surname: dict[str, list[Group]] = defaultdict(list)
    rest = []
    for group in sorted(groups, key=lambda group: (-len(group.key), group.place)):
        if len(group.key) < 2 or decide(group.votes) != "person":
            rest.append(group)
            continue
        outer = _outer(group.key)
        namesakes = by_surname[outer[1]][-NAMESAKES:]
        twin = full.get(outer) or _initialled(namesakes, outer[0]) or _ending(namesakes, group.key)
        if twin:
            twin.absorb(group)
        else:
            full[outer] = group
            by_surname[outer[1]].append(group)
    people = sorted(full.values(), key=lambda group: group.place)
    surnames: dict[str, list[Group]] = defaultdict(list)
    firsts: dict[str, list[Group]] = defaultdict(list)
    for person in people:
        firsts[_outer(person.key)[0]].append(person)
        for word in _surnames(person.key, words):
            surnames[word].append(person)
    kept = [group for group in rest if not _given_away(group, surnames, words) and not _by_first_name(group, firsts)]
    return sorted([*people, *kept], key=lambda group: group.place)


def _outer(key: tuple[str, ...]) -> tuple[str, str]:
    names = [word for word in key if word not in Words.AFTER_NAME] or list(key)
    return names[0], names[-1]


def _initialled(namesakes: list[Group], given: str) -> Group | None:
    """A person of the same surname whose given name is the initial or the short form of this one ("J. Roe", "Ken Roe")."""
    for group in namesakes:
        short, long = sorted((given.replace(".", ""), _outer(group.key)[0].replace(".", "")), key=len)
        if short == long:
            return group
        if short != long and long.startswith(short) and len(short) in (1, 3):
            return group
    return None


def _ending(namesakes: list[Group], key: tuple[str, ...]) -> Group | None:
    """The only person whose longer name ends in this one: "De Mel" is Ronnie De Mel."""
    longer = [group for group in namesakes if len(group.key) > len(key) and group.key[-len(key):] == key]
    return longer[0] if len(longer) == 1 else None


def _surnames(key: tuple[str, ...], words: Words) -> list[str]:
    """What a person may be called for short: the last name, the particle's rest, and the first name where surnames come first."""
    plain = [word for word in key if word not in words.AFTER_NAME] or list(key)
    found = [plain[-1]]
    particle = next((i for i, word in enumerate(plain[1:-1], 1) if word in words.PARTICLES), None)
    if particle:
        found += [" ".join(plain[particle:]), *plain[particle + 1:-1]]
    if plain[0] in words.SURNAME_FIRST and plain[-1] not in words.SURNAME_FIRST:
        found.append(plain[0])
    if len(plain) == 3 and not particle and len(plain[1]) > 1:
        found.append(" ".join(plain[1:]))
    return list(dict.fromkeys(found))


def _given_away(group: Group, surnames: dict[str, list[Group]], words: Words) -> bool:
    """True where the group's names are short for people with full names; each name goes to one of them."""
    people = surnames.get(" ".join(group.key))
    if not people or _is_organisation(group):
        return False
    people = people[-NAMESAKES:]
    given: dict[int, list[Name]] = {number: [] for number in range(len(people))}
    for name in group.names:
        given[_bearer(name, people, words)].append(name)
    for number, person in enumerate(people):
        person.names = list(merge(person.names, given[number], key=lambda name: name.first))
    return True


def _by_first_name(group: Group, firsts: dict[str, list[Group]]) -> bool:
    """True where a name is the first of the only person who has it, and who was named in full before; the person takes it."""
    people = firsts.get(group.key[0], []) if len(group.key) == 1 else []
    if len(people) != 1 or people[0].place > group.place or max(group.votes.get(kind, 0.0) for kind in NAMED_ELSE) >= CLEARLY:
        return False
    people[0].names = list(merge(people[0].names, group.names, key=lambda name: name.first))
    return True


def _is_organisation(group: Group) -> bool:
    votes = group.votes
    others = max((weight for kind, weight in votes.items() if kind in ("company", "institution", "country")), default=0.0)
    return others >= 4 and others > votes.get("person", 0.0) + 2


def _bearer(name: Name, people: list[Group], words: Words) -> int:
    """Which of several people of one surname is meant: the title's sex decides, then the full name that stands nearest before it."""
    if len(people) == 1:
        return 0
    pronoun = words.gender(name.first, name.last)
    numbers = [number for number, person in enumerate(people)
               if not pronoun or words.gender(person.names[0].first, person.names[0].last) in (pronoun, None)] or list(range(len(people)))
    return max(numbers, key=lambda number: _last_before(people[number].names, name.first))


def _last_before(names: list[Name], place: int) -> int:
    """The token of the last of ``names`` in front of ``place``, or -1."""
    before = bisect_left(names, place, key=lambda name: name.first)
    return names[before - 1].first if before else -1


# --- organisations --------------------------------------------------------------------------------------------------------------

def _acronyms(groups: list[Group], words: Words) -> list[Group]:
    """"IMF" joined to the International Monetary Fund: by the letters, anywhere in the document."""
    by_letters: dict[str, Group] = {}
    for group in groups:
        if len(group.key) > 1 and decide(group.votes) != "person":
            for letters in _letters(group, words):
                by_letters.setdefault(letters, group)
    kept = []
    for group in groups:
        form = words.texts[group.names[0].first]
        short = _acronym(form) if len(group.key) == 1 else None
        full = by_letters.get(short) if short else None
        if full and full is not group and decide(group.votes) != "country":
            full.absorb(group, told=decide(full.votes) != "institution")
        else:
            kept.append(group)
    return kept


def _acronym(form: str) -> str | None:
    """The letters of "IMF", "I.M.F.", "P&G" and of "Nafsa", as some papers write NAFSA; None for another word."""
    letters = form.replace(".", "").replace("&", "")
    if form.isalpha() and form.istitle() and len(form) >= SPELLED:
        return form.upper()
    return letters if letters.isupper() and len(form) > 1 else None


def _letters(group: Group, words: Words) -> set[str]:
    name = group.names[0]
    tokens = [words.texts[i] for i in range(name.first, name.last) if words.texts[i][0].isalpha()]
    capitals = "".join(token[0] for token in tokens if token[0].isupper())
    bare = "".join(token[0] for token in tokens if token[0].isupper() and token.lower() not in words.SUFFIXES)
    return {letters for letters in (capitals, bare, "".join(token[0] for token in tokens).upper()) if len(letters) > 1}


def _short_forms(groups: list[Group], words: Words) -> list[Group]:
    """Short forms joined to the fullest one: "Acme" to "Acme Widgets Inc.", "the Commission" to "Trade Commission"."""
    fronts: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    tails: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in groups:
        if decide(group.votes) in ("company", "institution", "product", "other"):
            for size in range(1, min(len(group.key), 6)):
                fronts[group.key[:size]].append(group)
                tails[group.key[size:]].append(group)
    into: dict[int, Group] = {}
    for group in sorted(groups, key=lambda group: (-len(group.key), group.place)):
        target = _fuller(group, fronts.get(group.key, []), words) or _tailed(group, tails.get(group.key, []), words)
        if target:
            into[id(group)] = target
    for group in sorted(groups, key=lambda group: (len(group.key), group.place)):
        if id(group) in into:
            into[id(group)].absorb(group)
    return [group for group in groups if id(group) not in into]


def _fuller(group: Group, candidates: list[Group], words: Words) -> Group | None:
    """The fuller name that this one is the beginning of: named first, and no part or product of it."""
    kind = decide(group.votes)
    is_place = kind in ("country", "group") or (kind == "place" and group.votes["place"] > 8)
    if is_place or (kind == "person" and len(group.key) > 1 and group.key[0] in words.GIVEN):
        return None
    size = len(group.key)
    if size == 1 and _only_opens(group, words):
        return None
    later = group.names[min(1, len(group.names) - 1)].first if words.opening[group.place] else group.place
    if kind in ("company", "institution"):
        candidates = [other for other in candidates if decide(other.votes) != "product"]
    named_first = [other for other in candidates if _introduced(other, size, later, len(candidates) == 1)]
    return max(named_first, key=lambda other: (len(other.names), -other.place), default=None)


def _only_opens(group: Group, words: Words) -> bool:
    """True of a plain noun that has its capital only because it begins a sentence or a title."""
    plain = not {group.key[0], group.key[0].removesuffix("s")}.isdisjoint(words.dictionary)
    return plain and all(words.opening[name.first] for name in group.names)


def _introduced(fuller: Group, size: int, later: int, alone: bool) -> bool:
    """True where a name of which the first ``size`` words are used later was given in full before, and is no part or product."""
    rest = fuller.key[size]
    if rest in load("organisations")["unit_words"] and len(fuller.key) == size + 1:
        firm = rest == "bank" or (rest in Words.COMPANY and " ".join(fuller.key[:size]) not in _well_known())
        return firm and fuller.place < later
    return fuller.place < later or (rest in Words.COMPANY and alone)


@cache
def _well_known() -> frozenset[str]:
    """The names of companies that have parts with a name of their own: "Sony" beside "Sony Pictures"."""
    return frozenset(name for names in load("companies").values() for name in names)


def _tailed(group: Group, candidates: list[Group], words: Words) -> Group | None:
    """"The Commission" after "Illinois Trade Commission": the end of the only longer name of an institution that has it."""
    if len(group.key) > 3 or not {group.key[0], group.key[-1]} & words.INSTITUTION:
        return None
    named_first = [other for other in candidates if other.place < group.place]
    return named_first[0] if len(named_first) == 1 else None
