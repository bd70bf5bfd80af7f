"""Names joined to entities: every mention of one person or company, under the fullest form, with one kind.

`words` reads the document's tokens once, `names` finds where names stand (`edges`: where each begins and ends), `clues`
weighs what kind each one is of (`context`, `neighbours`: by what stands around it), `joining` brings the forms of one name together.
spaCy's own label is one clue among several: on a single mention it is unreliable, over all mentions and their
surroundings it seldom misleads.
"""

from bisect import bisect_left, bisect_right

from generator.analyse.entities.clues import decide, weigh
from generator.analyse.entities.joining import Group, join
from generator.analyse.entities.names import Name, find_names
from generator.analyse.entities.words import Words, spelled
from generator.analysis import Analysis, Entity, Mention
from generator.statements import stater_of

ADDRESSED = 5.0
"""The votes of a surname behind "Mr" or "Ms"."""
LONGEST = 5
"""Words of a person's name, and one."""
STATED = 10.0
"""The votes for a company whose results the headline says that they are."""
HARDLY = 2.0
"""The votes up to which a name counts as a person's only for want of something better."""


def find_entities(analysis: Analysis) -> Analysis:
    """The analysis with its entities, in the order of their first mention."""
    words = Words.of(analysis)
    names = find_names(analysis.doc, words)
    stater = _stater(analysis, words)
    if stater:
        names = [stater, *_outside(names, words, analysis)]
    groups: dict[tuple[str, ...], Group] = {}
    for name in names:
        group = groups.setdefault(name.key, Group(name.key))
        group.names.append(name)
    for group in groups.values():
        group.votes = weigh(words, group.names)
    if stater:
        groups[stater.key].votes["company"] = STATED
    _demote_models(groups)
    _promote_bearers(groups)
    joined = join(list(groups.values()), words)
    joined.sort(key=lambda group: group.names[0].first)
    return analysis.with_(entities=tuple(_entity(index, group, words, analysis.text) for index, group in enumerate(joined)))


def _stater(analysis: Analysis, words: Words) -> Name | None:
    """Whose results a document of such lines states: the name that its headline begins with."""
    span = stater_of(analysis.text, analysis.stated)
    if span is None:
        return None
    first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
    key = spelled(words, first, last) if first < last else ()
    return Name(first, last, "ORG", key) if key else None


def _outside(names: list[Name], words: Words, analysis: Analysis) -> list[Name]:
    """The names that stand neither in the headline of a statement nor in its lines and times: "Shr" and "Qtr" name nobody."""
    spans = {(0, analysis.text.find("\n")), *((line.start, line.end) for line in analysis.stated),
             *((line.period.start, line.period.end) for line in analysis.stated if line.period)}
    starts, ends = zip(*sorted(spans), strict=True)
    return [name for name in names if words.starts[name.first] >= ends[bisect_right(starts, words.starts[name.first]) - 1]]


def _demote_models(groups: dict[tuple[str, ...], Group]) -> None:
    """Take "Arvenda Swift" for a product where the document calls a company Arvenda, unless something calls it a person."""
    for key, group in groups.items():
        maker = groups.get(key[:1]) if len(key) == 2 else None
        if maker is None or decide(maker.votes) != "company" or decide(group.votes) != "person":
            continue
        if group.votes.get("person", 0.0) <= HARDLY:
            group.votes["person"] = group.votes.get("person", 0.0) - 3
            group.votes["product"] = group.votes.get("product", 0.0) + 0.5


def _promote_bearers(groups: dict[tuple[str, ...], Group]) -> None:
    """Take "Reveta Quill", of whom nothing else tells, for a person where the document says "Ms Quill", and names no other Quill."""
    bearers: dict[str, list[Group]] = {}
    for key, group in groups.items():
        if 1 < len(key) < LONGEST:
            bearers.setdefault(key[-1], []).append(group)
    for surname, named in bearers.items():
        alone = groups.get((surname,))
        if alone is None or len(named) > 1 or alone.votes.get("person", 0.0) < ADDRESSED:
            continue
        votes = named[0].votes
        if decide(votes) != "person" and max(votes.values()) <= HARDLY and votes.get("person", 0.0) >= 0:
            votes["person"] = HARDLY + 1


def _entity(index: int, group: Group, words: Words, text: str) -> Entity:
    mentions = tuple(Mention(*_offsets(name, words), name.first, name.last, "name", index) for name in group.names)
    forms = list(dict.fromkeys(text[mention.start:mention.end] for mention in mentions))
    kind = decide(group.votes)
    name = max(forms, key=lambda form: _fullness(form, kind == "person"))
    aliases = [form for form in forms if form != name]
    if kind == "person":
        aliases += [form for form in _titled(group.names, words, text) if form not in forms]
    return Entity(index=index, name=name, kind=kind, aliases=tuple(aliases), mentions=mentions)


def _fullness(form: str, person: bool) -> tuple[int, bool, int]:
    """More words first; a form in small letters before one in capitals; a company's longer form before its shorter one."""
    return len(form.split()), not form.isupper(), 0 if person else len(form)


def _titled(names: list[Name], words: Words, text: str) -> list[str]:
    """The forms with a title in front that the text uses: "Mr Wu"."""
    found = []
    for name in names:
        if _is_titled(name.first, words):
            found.append(text[words.starts[name.first - 1]:words.ends[name.last - 1]])
    return list(dict.fromkeys(found))


def _is_titled(first: int, words: Words) -> bool:
    """True behind "Mr" or "Judge", and not behind the end of a longer role ("executive officer")."""
    title = words.before(first)
    if title not in words.HONORIFICS:
        return False
    if title == "miss" and not words.capital(first - 1):
        return False
    if title == "general" and words.before(first, 2) in words.HEADS:
        return False
    return title not in words.HEADS or (words.capital(first - 1) and not (first > 1 and words.pos[first - 2] in ("NOUN", "PROPN", "ADJ")))


def _offsets(name: Name, words: Words) -> tuple[int, int]:
    """The characters of a name; a full stop at its end is not the name's unless it marks an abbreviation."""
    last = words.texts[name.last - 1]
    stop = last.endswith(".") and len(last) > 4 and "." not in last[:-1] and last.lower() not in words.SUFFIXES
    return words.starts[name.first], words.ends[name.last - 1] - stop


__all__ = ["Words", "find_entities"]
