"""Whose numbers a document's are where its sentences do not tell: the candidate for which the signals of the whole text speak most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator import lexicon
from generator.analysis import Analysis, Entity, Mention
from generator.extract.metrics.owners import Owner, UsualNames
from generator.extract.metrics.phrases import SUBJECTS
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

    @property
    def score(self) -> float:
        """The log odds that a number of the document is this one's."""
        book = lexicon.load("focus_weights")
        weights = book["signals"]
        return float(book["bias"]) + sum(weights.get(name, 0.0) * size for name, size in self.signals.items())


def focus_of(found: Sequence[Candidate]) -> Owner | None:
    """The candidate with the highest score, of equals the first; None where even that one owns hardly a number."""
    best = max(found, key=lambda candidate: candidate.score, default=None)
    return best.owner if best and best.score > _SELDOM else None


def company_of(found: Sequence[Candidate]) -> Owner | None:
    """The best candidate that can earn something, whomever else the document is about: who is called "the company"."""
    return focus_of([one for one in found if one.owner.entity and one.owner.entity.kind in _EARNING])


def candidates(analysis: Analysis, usual: UsualNames, economy: Owner | None) -> list[Candidate]:
    """Everybody but people; the country that is only told by its adjective, and what the document's title calls its topic."""
    entities = [entity for entity in analysis.entities if entity.kind != "person" and entity.names]
    owned, done = ({entity.index: count(analysis, entity) for entity in entities} for count in (_owned, _done))
    all_mentions = sum(len(entity.mentions) for entity in entities) or 1
    all_owned, all_done = sum(owned.values()) + _FEW, sum(done.values()) + _FEW
    most, topic = Counter[str](), _topic(analysis)
    for entity in entities:
        most[entity.kind] = max(most[entity.kind], len(entity.mentions))
    found = []
    for entity in entities:
        size = len(entity.mentions)
        signals = {"mentions": size / all_mentions, "owned": owned[entity.index] / all_owned, "done": done[entity.index] / all_done,
                   "early": 1 / (1 + _first_sentence(analysis, entity)), "title": float(_is_in_title(analysis, usual, entity)),
                   "topic": float(stands_in(entity.name, topic)),
                   f"kind {entity.kind}": 1.0, f"most named {entity.kind}": float(size == most[entity.kind])}
        found.append(Candidate(usual.owner(entity), signals))
    return [*found, *_without_entity(analysis, economy)]


def _without_entity(analysis: Analysis, economy: Owner | None) -> list[Candidate]:
    found = [Candidate(economy, {"kind land": 1.0})] if economy and economy.entity is None else []
    topic = _topic(analysis)
    if topic and analysis.subject.kind=="topic" and stands_in(topic, analysis.text) and not _is_named(analysis, topic):
        found.append(Candidate(Owner(topic), {"kind topic": 1.0}))
    return found


def _topic(analysis: Analysis) -> str:
    """What the title calls the matter that a document is about, where it is about nobody."""
    return analysis.subject.name if analysis.subject and analysis.subject.kind in _TOPICS else ""


def _is_named(analysis: Analysis, topic: str) -> bool:
    """True of a topic with a name in it: "car sales in the Leeds area", and not "Norwegian investors"."""
    return any(entity.kind != "group" and stands_in(entity.name, topic) for entity in analysis.entities)


def _owned(analysis: Analysis, entity: Entity) -> int:
    """How many nouns that name metrics are an entity's: "Brackwater's profit", "the profit of Brackwater"."""
    heads, deps, lemmas, lowers = (getattr(analysis.columns, name) for name in ("heads", "deps", "lemmas", "lowers"))
    count = 0
    for mention in entity.mentions:
        token = mention.last - 1
        above = heads[token]
        if deps[token] in _OWNING:
            count += lemmas[above] in _measures()
        elif deps[token] == "pobj" and lowers[above] in _OF:
            count += lemmas[heads[above]] in _measures()
    return count


def _done(analysis: Analysis, entity: Entity) -> int:
    """How often an entity does something with a number behind it, telling it left out: "Brackwater sold 300"."""
    return sum(_does(analysis, mention) for mention in entity.mentions)


def _does(analysis: Analysis, mention: Mention) -> bool:
    columns, token = analysis.columns, mention.last - 1
    if columns.deps[token] not in SUBJECTS:
        return False
    verb = columns.heads[token]
    return "NUM" in columns.pos[verb:verb + _TOLD] and not is_heard(analysis.doc[token])


def _first_sentence(analysis: Analysis, entity: Entity) -> int:
    """The number of the sentence that names an entity first."""
    sentence = analysis.sentence_at(min(mention.start for mention in entity.mentions))
    return sentence.index if sentence else len(analysis.sentences)


def _is_in_title(analysis: Analysis, usual: UsualNames, entity: Entity) -> bool:
    return any(stands_in(form, analysis.header.title) for form in sorted(usual.forms(entity)))


@cache
def _measures() -> frozenset[str]:
    """The last words of the nouns that name metrics."""
    names = lexicon.load("metric_names")
    nouns = (noun for metric in names if metric not in ("none", "in_percent", "transparent") for noun in names[metric].get("nouns", ()))
    return frozenset(noun.split()[-1] for noun in nouns)
