"""What briefs treat, besides companies and people: topics by the words of a list, and subjects that are topics themselves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from generator.lexicon import load
from generator.library.models import Topic
from generator.library.names import fold, slug
from generator.models import Brief

ENOUGH = 3
"""A topic must be named this often; in title and summary once is enough."""
MOST = 5
"""Of more topics, a brief has the ones that it names most."""
LONGEST = 3
"""Words in the longest term of the list."""


@cache
def _terms() -> Mapping[str, str]:
    """The topic of each term, by the folded term."""
    return {fold(term): topic for topic, terms in load("topics").items() for term in terms}


def topics_of(brief: Brief) -> tuple[str, ...]:
    """The names of a brief's topics: its subject where that is none of a company or person, then those that its words show."""
    head = Counter(_named(f"{brief.title}\n{brief.summary}"))
    body = Counter(_named(brief.text))
    counts = {topic: body[topic] + ENOUGH * head[topic] for topic in body | head}
    enough = [topic for topic, count in counts.items() if count >= ENOUGH]
    ranked = sorted(enough, key=lambda topic: (-counts[topic], topic))[:MOST]
    subject = [brief.subject.name] if brief.subject and brief.subject.kind in ("topic", "market", "country") else []
    return tuple(dict.fromkeys([*subject, *ranked]))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(term.split()[0] for term in _terms())


def _named(text: str) -> Iterable[str]:
    """The topic of every term in the text, in its order; a longer term goes before those within it."""
    words = fold(text).split()
    terms, first_words = _terms(), _first_words()
    place = 0
    while place < len(words):
        if words[place] not in first_words:
            place += 1
            continue
        for length in range(LONGEST, 0, -1):
            topic = terms.get(" ".join(words[place:place + length]))
            if topic:
                yield topic
                break
        place += length if topic else 1


def topics(briefs: Iterable[Brief]) -> tuple[tuple[Topic, ...], Mapping[str, tuple[Topic, ...]]]:
    """All topics in the order of the alphabet, and by brief id those of each brief, its main one first.

    A subject that is on no list is a topic where two briefs have it.

    Args:
        briefs: in the order in which a topic's page lists them.
    """
    treated: dict[str, list[Brief]] = defaultdict(list)
    names: dict[str, str] = {}
    keys_of: dict[str, list[str]] = {}
    for brief in briefs:
        found = {fold(name): name for name in topics_of(brief)}
        keys_of[brief.id] = list(found)
        for key, name in found.items():
            names[key] = min(names.get(key, name), name)
            treated[key].append(brief)
    shared = [key for key in sorted(treated) if len(treated[key]) > 1 or names[key] in load("topics")]
    made = {key: Topic(slug=slug(key), name=names[key], briefs=tuple(treated[key])) for key in shared}
    return tuple(made.values()), {brief: tuple(made[key] for key in keys if key in made) for brief, keys in keys_of.items()}
