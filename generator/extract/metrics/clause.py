"""Whose number it is, by the grammar of its clause and by who was spoken of before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis import Entity
from generator.columns import SUBJECTS
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.owners import MARKS, Owner, Place, listed, proper_name
from generator.extract.metrics.phrases import as_written, bracket_before, segment, whoever
from generator.extract.metrics.prepositions import objects
from generator.extract.metrics.tellers import is_heard
from generator.extract.metrics.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLERS = ("it", "they", "he", "she", "we")
_BESIDE = 6
"""Words from a name to the figure beside it."""
_RANKING, _RANKED = ("with", "on", "at"), ("of", "by", "behind", "and", ",", "than", "to")
"""Words before a figure of a ranking, and before the one whose it is."""
_CLOSING = (")", ">")
_SYMBOL = 8
"""Words from a name to its verb, where a symbol stands between."""
_NEAR = 6
"""Words from the first of two who did something to the second."""
_MOVING = ("VERB", "AUX", "ADV", "ADJ", "SYM", "PART")
OF_PARTS = frozenset(("revenue", "net_income", "pre_tax_profit", "operating_income", "ebitda", "operating_margin", "gross_margin", "margin",
                     "units", "users", "orders"))
"""Metrics of a part of a company."""


def beside(place: Place) -> Owner | None:
    """The name right before the word that moves the figure: "Brackwater fell 3%", "with Norrland Steel down 4%"."""
    words = place.words
    for i in _before(words, place.figure):
        entity = place.entity(i) if words.pos[i] != "PRON" and words.deps[i] != "dative" else None
        if entity:
            polled = words.deps[i] == "pobj" and is_heard(words.columns, i + words.sentence.first)  # "analysts polled by Acme had seen"
            return None if polled else as_written(place, i, entity)
        if words.pos[i] == "PROPN" and words.deps[i] in SUBJECTS:
            return Owner(proper_name(place, i))
        if words.pos[i] not in _MOVING and words.lower[i] not in ("down", "up", "off", "by", "about"):
            return None
    return None


def beside_index(place: Place) -> Owner | None:
    """The company that a market report tells beside its index: "The index fell 1%, with Halden Bank off 3%"."""
    if not place.crossed or place.name is None or place.name.metric != "index":
        return None
    owner = beside(place)
    return owner if owner and owner.entity and owner.entity.kind == "company" else None


def ranked(place: Place) -> Owner | None:
    """Who stands in a ranking behind others: "Acme has 23%, ahead of Halden with 19%", "followed by Halden on $3bn"."""
    words, i = place.words, place.figure - 2
    if not place.crossed or i < 1 or words.lower[i + 1] not in _RANKING:
        return None
    mention = place.analysis.mention_at(i + words.sentence.first)
    first = mention.first - words.sentence.first if mention and mention.form == "name" else 0
    entity = place.entity(i) if words.is_one_of(first - 1, _RANKED) else None
    return place.usual.owner(entity) if entity else None


def _before(words: Words, stop: int) -> Iterator[int]:
    """The positions before another, backwards, without a symbol in brackets: "Halden Mills (HLD) fell 3%"."""
    i = stop - 1
    while i > max(-1, stop - _BESIDE):
        i = bracket_before(words, i) - 1 if words.lower[i] in _CLOSING else i
        if i >= 0:
            yield i
        i -= 1


def holder_above(place: Place) -> Owner | None:
    """The one whose phrase the figure is part of: "Tessaly, a maker with 12 plants, said"."""
    words = place.words
    for position in words.ancestors(place.figure):
        if words.pos[position] in ("VERB", "AUX"):
            return None
        entity = place.entity(position)
        if entity and entity.kind in ("company", "institution") and position != place.end:  # "300 ETH": what is counted
            return place.usual.owner(entity)
    return None


def topic(place: Place) -> Owner | None:
    """The part of a company that a clause is about: "In the steel division, profit dropped", "it lost $7m in its retail business"."""
    words, name = place.words, place.name
    if name is None or name.metric not in OF_PARTS or listed("segments").isdisjoint((*words.vocabulary, *words.lower)):
        return None
    for position in [place.anchor, *words.ancestors(place.anchor)]:
        if words.pos[position] not in ("VERB", "AUX"):
            continue
        owner = _part_in(place, words.tokens[position])
        if owner or words.deps[position] in ("relcl", "advcl", "conj"):
            return owner
    return None


def _part_in(place: Place, verb: "Token") -> Owner | None:
    """The part of a company that a verb is said to happen in."""
    nouns = (noun for child in verb.children if child.lower_ in ("in", "at", "for") for noun in objects(child))
    return next(filter(None, (segment(place, place.words.place_of(noun)) for noun in nouns)), None)


def subject(place: Place) -> Owner | None:
    """The grammatical subject of the clause that holds the name or the figure."""
    words = place.words
    path = [place.anchor, *words.ancestors(place.anchor)]
    for below, position in zip([place.anchor, *path], path, strict=False):
        owner = None
        if words.pos[position] in ("VERB", "AUX"):
            owner = _doer(place, position)
        elif words.lower[below] == "with" or words.deps[below] == "relcl":
            owner = _having(place, words.tokens[position])
        if owner or (words.deps[position] == "ccomp" and _is_told(words, position)):
            return owner
    return None


def own_subject(place: Place) -> Owner | None:
    """The subject of a figure that goes on with the name of another: "Volumes in America rose 10 pct while European goods rose 2 pct"."""
    name, words = place.name, place.words
    if name is None or name.is_verb or not place.crossed:
        return None
    for i in words.ancestors(place.figure):
        noun = words.subject_of(i)
        if noun is None:
            continue
        position = words.place_of(noun)
        if noun.lower_ in MARKS:
            return whoever(place, noun)  # "while Acme's rose"
        entity = place.entity(position)
        acts = noun.pos_ == "PROPN" and entity is not None and entity.is_organisation and not words.is_one_of(i, listed("reporters"))
        moves = words.is_one_of(i, direction_words("moves")) and noun.pos_ in ("NOUN", "PROPN")
        if not (moves or acts) or not name.last < position < place.figure:
            return None
        first = next((token.i for token in noun.lefts if token.dep_ != "det"), noun.i) - words.sentence.first
        return whoever(place, noun) or Owner(place.text(max(0, first), position + 1))
    return None


def _doer(place: Place, position: int) -> Owner | None:
    """Whose deed a verb is; None of one that only tells the number."""
    verb = place.words.tokens[position]
    noun = place.words.subject_of(position)
    if noun is None:
        return _buyer(place, verb) or (_having(place, verb.head) if verb.dep_ == "acl" else None)
    if place.words.lemma[position] in listed("reporters") and position != place.anchor and not _does_itself(place, position):
        return None
    return _buyer(place, verb) or _together(place, noun) or whoever(place, noun) or _maker(place, position, noun)


def _together(place: Place, noun: "Token") -> Owner | None:
    """Two who did it together: "Tessaly and Halden"."""
    offset = place.words.sentence.first
    partner = next((child for child in noun.rights if child.dep_ == "conj"), None)
    if partner is None or not 0 < partner.i - noun.i <= _NEAR or not any(child.lower_ in ("and", "&") for child in noun.rights):
        return None
    one, other = (place.entity(token.i - offset) for token in (noun, partner))
    first, last = (place.analysis.mention_of(token) for token in (noun, partner))
    if not (one and other and one.is_organisation and other.is_organisation and first and last and first.form == last.form == "name"):
        return None
    names = place.analysis.text[first.start:last.end]
    return None if "<" in names or "(" in names else Owner(names, one)


def _maker(place: Place, verb: int, noun: "Token") -> Owner | None:
    """What earned or sold as the verb says, though it is no company: "the film could generate $5m"."""
    name = place.name
    if name is None or not name.is_verb or name.first != verb or name.metric not in OF_PARTS or noun.pos_ != "NOUN":
        return None
    return Owner(noun.text) if any(child.lower_ == "the" for child in noun.lefts) else None


def _buyer(place: Place, verb: "Token") -> Owner | None:
    """Who bought what is the subject of "was bought by"."""
    if verb.lemma_ not in listed("buying"):
        return None
    agents = (noun for child in verb.rights if child.dep_ == "agent" for noun in objects(child))
    return next(filter(None, (whoever(place, noun) for noun in agents)), None)


def _is_told(words: Words, verb: int) -> bool:
    """True of the verb of what somebody tells of others than himself: who tells it is none of its doers."""
    noun = words.subject_of(verb) if words.tokens[verb].head.lemma_ not in listed("seeing") else None
    return noun is not None and noun.lower_ not in _TELLERS


def _having(place: Place, noun: "Token") -> Owner | None:
    """The one whose phrase goes on with what it has: "the energy segment, with a 15% rise in profit", "Tessaly, with 12 plants"."""
    position = place.words.place_of(noun)
    if noun.dep_ == "attr":
        return None
    return whoever(place, noun) if noun.pos_ == "PROPN" else segment(place, position)


def _does_itself(place: Place, verb: int) -> bool:
    """True of "employers added 40,000 jobs" and "the sector added 2%, paring its loss": a verb that can report, and here does not."""
    words = place.words
    if not words.is_one_of(verb, ("add", "order", "show", "point")):
        return False
    above = [place.anchor, *words.ancestors(place.anchor)]
    return words.deps[above[max(0, above.index(verb) - 1)]] in ("dobj", "advcl", "prep", "npadvmod")


def teller(place: Place) -> Owner | None:
    """The one who tells of itself: "Orrin Mills said it will pay about $6bn"."""
    words = place.words
    if "ccomp" not in words.deps:
        return None
    for position in [place.anchor, *words.ancestors(place.anchor)]:
        if words.deps[position] not in ("ccomp", "advcl", "conj"):
            continue
        verb = words.tokens[position]
        if verb.dep_ != "ccomp" or verb.head.lemma_ not in listed("reporters"):
            noun = words.subject_of(position) if verb.dep_ != "ccomp" else None
            if noun is not None and noun.lower_ not in _TELLERS:
                return None  # "while Halden will offer": another one's deed
            continue
        if not any(child.dep_ == "nsubj" and child.lower_ in ("it", "they", "we") for child in verb.lefts):
            return None
        source = next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
        entity = place.entity(words.place_of(source)) if source else None
        entity = entity or _named_before(place, words.place_of(verb.head))
        return place.usual.owner(entity) if entity and entity.kind == "company" else None
    return None


def _named_before(place: Place, verb: int) -> Entity | None:
    """The company right before a verb, a symbol in brackets left out: "Halden Bank Plc <HALB.L> said"."""
    entities = (place.entity(i) for i in range(verb - 1, max(-1, verb - _SYMBOL), -1))
    return next((entity for entity in entities if entity), None)
