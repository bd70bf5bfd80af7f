"""Whose number it is: the owner of a metric, read from the words around its name."""

from dataclasses import dataclass

from generator.analysis import Analysis, Entity
from generator.extract.metrics.names import Name
from generator.extract.metrics.words import Words

_POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_OF = frozenset(("of", "in", "at", "for", "by", "on", "from"))
_COMMODITY_METRICS = frozenset(("price", "exchange_rate", "index"))
_OWNERS = ("company", "institution", "country", "group", "product", "other", "place", "person")


@dataclass(frozen=True)
class Owner:
    """Words of the text that say whose number it is, and the entity that they are, where it is a known one."""

    text: str
    entity: Entity | None = None


def owner_of(analysis: Analysis, words: Words, name: Name | None, first: int) -> Owner | None:
    """The owner of the number of a row, or None where the sentence does not tell.

    Args:
        name: the words that name the metric.
        first: the position of the row's first figure.
    """
    place = name.first if name else first
    rules = (_possessor, _named_thing, _holder_behind, _subject) if name and not name.is_verb else (_subject,)
    for rule in rules:
        owner = rule(analysis, words, name, place)
        if owner:
            return owner
    return _nearest(analysis, words, place)


def _entity(analysis: Analysis, words: Words, position: int) -> Entity | None:
    entity = analysis.entity_of(words.tokens[position]) if 0 <= position < len(words) else None
    return entity if entity and entity.kind in _OWNERS else None


def _owner(entity: Entity) -> Owner:
    return Owner(entity.name, entity)


def _possessor(analysis: Analysis, words: Words, name: Name | None, place: int) -> Owner | None:
    """Such as "Alibaba's revenue", "its net loss", "the cloud unit's sales", "Boeing shares"."""
    for i in range(place - 1, max(-1, place - 7), -1):
        if words.lower[i] in _POSSESSIVES:
            entity = _entity(analysis, words, i)
            return _owner(entity) if entity else _subject(analysis, words, name, place)
        if words.lower[i] in ("'s", "’s", "'", "’"):
            return _possessing_phrase(analysis, words, i)
        entity = _entity(analysis, words, i)
        if entity and entity.kind != "person":
            return _owner(entity)
        if words.tokens[i].pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "PUNCT", "X") or words.lower[i] in ",;:()":
            return None
    return None


def _possessing_phrase(analysis: Analysis, words: Words, mark: int) -> Owner | None:
    """The owner before a possessive mark: an entity, or the words of a segment ("cloud services unit")."""
    entity = _entity(analysis, words, mark - 1)
    if entity:
        return _owner(entity)
    first = mark
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ", "PROPN") and words.lower[first - 1] not in ("'s", "’s"):
        first -= 1
    return Owner(analysis.text[words.starts[first]:words.end_of(mark - 1)]) if first < mark else None


def _named_thing(analysis: Analysis, words: Words, name: Name | None, place: int) -> Owner | None:
    """A currency, an index or a commodity is what its own name says: "The euro rose", "gold gained", "oil prices"."""
    if name is None or name.metric not in _COMMODITY_METRICS:
        return None
    first, last = name.first, name.last
    if name.metric == "price" and words.lemma[last - 1] in ("price", "futures", "future"):
        last -= 1
        while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "PROPN") and words.tokens[first - 1].dep_ in ("compound", "nmod"):
            first -= 1
        if last <= first:
            return None
    elif name.metric == "index":
        while first > 0 and words.tokens[first - 1].pos_ == "PROPN":
            first -= 1
        while last < len(words) and (words.tokens[last].pos_ == "PROPN"):
            last += 1
    return Owner(analysis.text[words.starts[first]:words.end_of(last - 1)])


def _holder_behind(analysis: Analysis, words: Words, name: Name | None, place: int) -> Owner | None:
    """Such as "shares in Corus", "sales of fluoroproducts", "the price of iron ore"."""
    if name is None or name.last >= len(words) or words.lower[name.last] not in _OF:
        return None
    for i in range(name.last + 1, min(name.last + 5, len(words))):
        entity = _entity(analysis, words, i)
        if entity and entity.kind != "person":
            return _owner(entity)
        if words.tokens[i].pos_ in ("VERB", "AUX", "ADP", "NUM") or words.lower[i] in ",;:()$":
            return None
    return None


def _subject(analysis: Analysis, words: Words, name: Name | None, place: int) -> Owner | None:
    """The grammatical subject of the clause that holds the name or the figure."""
    token = words.tokens[min(place, len(words) - 1)]
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            for child in token.lefts:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    owner = _in_phrase(analysis, words, child)
                    if owner:
                        return owner
        if token.head is token:
            return None
        token = token.head
    return None


def _in_phrase(analysis: Analysis, words: Words, head: object) -> Owner | None:
    """An entity in a noun phrase: its head, else the first one in it."""
    entity = analysis.entity_of(head)  # type: ignore[arg-type]
    if entity and entity.kind in _OWNERS and entity.kind != "person":
        return _owner(entity)
    for token in head.lefts:  # type: ignore[attr-defined]
        entity = analysis.entity_of(token)
        if entity and entity.kind in _OWNERS and entity.kind != "person":
            return _owner(entity)
    return None


def _nearest(analysis: Analysis, words: Words, place: int) -> Owner | None:
    """The organisation that is named last before the name, else the first behind it."""
    sentence = words.sentence
    mentions = analysis.mentions_in(sentence.start, sentence.end)
    fitting = [m for m in mentions if analysis.entities[m.entity].kind in ("company", "institution", "country")]
    here = words.starts[min(place, len(words) - 1)]
    before = [m for m in fitting if m.start <= here]
    chosen = before[-1] if before else fitting[0] if fitting else None
    return _owner(analysis.entities[chosen.entity]) if chosen else None
