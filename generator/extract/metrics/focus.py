"""Whose numbers a document's are where its sentences do not tell: the candidate for which the signals of the whole text speak most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from generator import lexicon
from generator.analysis import Analysis, Entity, Mention
from generator.columns import SUBJECTS
from generator.extract.metrics.cells import is_row
from generator.extract.metrics.economies import adjectives, country_in
from generator.extract.metrics.names import nouns
from generator.extract.metrics.owners import Owner, UsualNames, listed
from generator.extract.metrics.tellers import is_heard
from generator.grounding import stands_in

_OWNING = frozenset(("poss", "compound", "amod", "nmod"))
"""How a name stands before the noun that it owns: "Brackwater's profit", "Brackwater profit"."""
_OF = frozenset(("of", "at", "for", "in", "by"))
_TOLD = 10
"""Words from a verb on in which the number stands that its subject reached."""
_SELDOM = -2.2
"""Log odds of one number in ten: one who owns fewer is not whom the document is about."""
_FEW = 1
"""Counted beside all that is owned or done, so that one of one does not speak for its owner as twenty of twenty would."""
_EARNING = ("company", "institution", "product", "other")
_TOPICS = ("topic", "market")


@dataclass(frozen=True)
class Candidate:
    """One whose numbers a document's can be, with the signals for it: each a share between 0 and 1."""

    owner: Owner
    signals: Mapping[str, float]

    @cached_property
    def score(self) -> float:
        """The log odds that a number of the document is this one's."""
        weights, score = _weights()
        for name, size in self.signals.items():
            if size:
                score += weights.get(name, 0.0) * size
        return score


@cache
def _weights() -> tuple[dict[str, float], float]:
    """The weight of each signal, and what is counted for everybody."""
    book = lexicon.load("focus_weights")
    return book["signals"], book["bias"]


def focus_of(found: Sequence[Candidate]) -> Owner | None:
    """The candidate with the highest score, of equals the first; None where even that one owns hardly a number."""
    best = max(found, key=lambda candidate: candidate.score, default=None)
    return best.owner if best and best.score > _SELDOM else None


def company_of(found: Sequence[Candidate]) -> Owner | None:
    """The best candidate that can earn something, whomever else the document is about: who is called "the company"."""
    return focus_of([one for one in found if one.owner.entity and one.owner.entity.kind in _EARNING])


def candidates(analysis: Analysis, usual: UsualNames, economy: Owner | None) -> list[Candidate]:
    """Everybody but people; the country that is only told by its adjective, and what the document's title calls its topic."""
    tables = "| " in analysis.text
    told = {entity.index: _in_prose(analysis, entity) if tables else entity.mentions for entity in analysis.entities
            if entity.kind != "person" and entity.names and not _is_a_word(analysis, entity)}
    entities = [analysis.entities[index] for index, mentions in told.items() if mentions]
    mentions = _shares([len(told[entity.index]) for entity in entities], 0)
    owned, done = (_shares([count(analysis, told[entity.index]) for entity in entities], _FEW) for count in (_owned, _done))
    most = Counter[str]()
    for entity in entities:
        most[entity.kind] = max(most[entity.kind], len(told[entity.index]))
    topic, found = _topic(analysis), []
    for place, entity in enumerate(entities):
        size, first = len(told[entity.index]), analysis.sentence_at(told[entity.index][0].start)
        signals = {"mentions": mentions[place], "owned": owned[place], "done": done[place],
                   "early": 1 / (1 + first.index) if first else 0.0, "title": float(_is_in_title(analysis, usual, entity)),
                   "topic": float(bool(topic) and stands_in(entity.name, topic)),
                   f"kind {entity.kind}": 1.0, f"most named {entity.kind}": float(size == most[entity.kind])}
        found.append(Candidate(_as_land(analysis, usual.owner(entity)), signals))
    return [*found, *_without_entity(analysis, economy, topic, sum(map(len, told.values())))]


def _as_land(analysis: Analysis, owner: Owner) -> Owner:
    """An owner; of an adjective, which owns nothing, its country, where the text names it."""
    country = country_in(owner.entity) if owner.entity and owner.text in adjectives() else None
    return Owner(country, owner.entity) if country and country in analysis.text else owner


def _is_a_word(analysis: Analysis, entity: Entity) -> bool:
    """True of a name by the capital alone that opens a line, which the text writes in small letters, too: "House" in "House prices"."""
    if entity.kind != "other" or not entity.name.istitle():
        return False
    word, forms = entity.name.lower(), analysis.columns.forms
    return word not in listed("coins") and (word in forms or f"{word}s" in forms)


def _in_prose(analysis: Analysis, entity: Entity) -> Sequence[Mention]:
    """The mentions of an entity outside of tables, in which a name can stand in every row."""
    sentences = ((mention, analysis.sentence_at(mention.start)) for mention in entity.mentions)
    return [mention for mention, sentence in sentences if sentence and not is_row(analysis.text[sentence.start:sentence.end])]


def _shares(counts: list[int], beside: int) -> list[float]:
    total = max(sum(counts) + beside, 1)
    return [count / total for count in counts]


def _without_entity(analysis: Analysis, economy: Owner | None, topic: str, named: int) -> list[Candidate]:
    """Candidates that no name stands for; ``named`` is how often all others are named."""
    found = [Candidate(economy, {"kind land": 1.0})] if economy and economy.entity is None else []
    matter = analysis.subject is not None and analysis.subject.kind == "topic"  # prices and shares own nothing
    if matter and stands_in(topic, analysis.text) and not _is_named(analysis, topic):
        told = analysis.text.casefold().count(topic.casefold())
        found.append(Candidate(Owner(topic), {"kind topic": 1.0, "mentions": told / (told + named)}))
    return found


def _topic(analysis: Analysis) -> str:
    """What the title calls the matter that a document is about, where it is about nobody."""
    return analysis.subject.name if analysis.subject and analysis.subject.kind in _TOPICS else ""


def _is_named(analysis: Analysis, topic: str) -> bool:
    """True of a topic with a name in it: "car sales in the Leeds area", and not "Norwegian investors"."""
    return any(entity.kind != "group" and stands_in(entity.name, topic) for entity in analysis.entities)


def _owned(analysis: Analysis, mentions: Sequence[Mention]) -> int:
    """How many nouns that name metrics are somebody's: "Brackwater's profit", "the profit of Brackwater"."""
    columns, measures = analysis.columns, _measures()
    count = 0
    for mention in mentions:
        dep, above = columns.deps[mention.last - 1], columns.heads[mention.last - 1]
        if dep in _OWNING:
            count += columns.lemmas[above] in measures
        elif dep == "pobj" and columns.lowers[above] in _OF:
            count += columns.lemmas[columns.heads[above]] in measures
    return count


def _done(analysis: Analysis, mentions: Sequence[Mention]) -> int:
    """How often somebody does something with a number behind it, telling it left out: "Brackwater sold 300"."""
    return sum(_does(analysis, mention) for mention in mentions)


def _does(analysis: Analysis, mention: Mention) -> bool:
    columns, token = analysis.columns, mention.last - 1
    if columns.deps[token] not in SUBJECTS:
        return False
    verb = columns.heads[token]
    return "NUM" in columns.pos[verb:verb + _TOLD] and not is_heard(columns, token)


def _is_in_title(analysis: Analysis, usual: UsualNames, entity: Entity) -> bool:
    return any(stands_in(form, analysis.header.title) for form in usual.forms(entity))


@cache
def _measures() -> frozenset[str]:
    """The last words of the nouns that name metrics."""
    return frozenset(noun.split()[-1] for noun in nouns())
