"""Whose number it is, by the grammar of its clause and by who was spoken of before."""

from typing import TYPE_CHECKING

from generator.extract.metrics.owners import Owner, Place, as_written, listed, proper_name
from generator.extract.metrics.phrases import SUBJECTS, segment, whoever

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLERS = ("it", "they", "he", "she", "we")
_MOVING = ("VERB", "AUX", "ADV", "ADJ", "SYM", "PART")
_EARNED = frozenset(("revenue", "net_income", "pre_tax_profit", "operating_income", "ebitda", "operating_margin", "gross_margin", "margin",
                     "units", "users", "orders"))
"""Metrics of a part of a company."""


def beside(place: Place) -> Owner | None:
    """The name right before the word that moves the figure: "Corus fell 2.2%", "with JFE Holdings down 3.4%"."""
    words = place.words
    for i in range(place.figure - 1, max(-1, place.figure - 6), -1):
        entity = place.entity(i) if words.tokens[i].pos_ != "PRON" else None
        if entity:
            return as_written(place, i, entity)
        if words.tokens[i].pos_ == "PROPN" and words.tokens[i].dep_ in SUBJECTS:
            return Owner(proper_name(place, i))
        if words.tokens[i].pos_ not in _MOVING and words.lower[i] not in ("down", "up", "by", "about"):
            return None
    return None


def holder_above(place: Place) -> Owner | None:
    """The one whose phrase the figure is part of: "BASF, a maker with 100 plants, said"."""
    words = place.words
    for position in words.ancestors(place.figure):
        if words.tokens[position].pos_ in ("VERB", "AUX"):
            return None
        entity = place.entity(position)
        if entity and entity.kind in ("company", "institution"):
            return place.usual.owner(entity)
    return None


def topic(place: Place) -> Owner | None:
    """The part of a company that a clause is about: "In the steel division, profit dropped", "it lost $7m in its retail business"."""
    words, name = place.words, place.name
    if name is None or name.metric not in _EARNED:
        return None
    for position in [place.anchor, *words.ancestors(place.anchor)]:
        verb = words.tokens[position]
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        owner = _part_in(place, verb)
        if owner or verb.dep_ in ("relcl", "advcl", "conj"):
            return owner
    return None


def _part_in(place: Place, verb: "Token") -> Owner | None:
    """The part of a company that a verb is said to happen in."""
    nouns = (noun for child in verb.children if child.lower_ in ("in", "at", "for") for noun in child.children if noun.dep_ == "pobj")
    return next(filter(None, (segment(place, noun.i - place.words.tokens[0].i) for noun in nouns)), None)


def subject(place: Place) -> Owner | None:
    """The grammatical subject of the clause that holds the name or the figure."""
    words = place.words
    path = [place.anchor, *words.ancestors(place.anchor)]
    for below, position in zip([place.anchor, *path], path, strict=False):
        word, owner = words.tokens[position], None
        if word.pos_ in ("VERB", "AUX"):
            owner = _doer(place, position)
        elif words.lower[below] == "with":
            owner = _having(place, word)
        if owner or _is_told(word):
            return owner
    return None


def _doer(place: Place, position: int) -> Owner | None:
    """Whose deed a verb is; None of one that only tells the number."""
    verb = place.words.tokens[position]
    noun = _subject_of(verb)
    if noun is None:
        return _having(place, verb.head) if verb.dep_ == "acl" else None
    tells = place.words.lemma[position] in listed("reporters") and position != place.anchor and not _has_as_object(place, position)
    return None if tells else whoever(place, noun)


def _subject_of(verb: "Token") -> "Token | None":
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def _is_told(verb: "Token") -> bool:
    """True of what somebody tells of others than himself: who tells it is none of its doers."""
    noun = _subject_of(verb) if verb.dep_ == "ccomp" and verb.head.lemma_ not in listed("seeing") else None
    return noun is not None and noun.lower_ not in _TELLERS


def _having(place: Place, noun: "Token") -> Owner | None:
    """The one whose phrase goes on with what it has: "the energy segment, with a 15% rise in profit", "BASF, with 100 plants"."""
    position = noun.i - place.words.tokens[0].i
    if noun.dep_ == "attr":
        return None
    return whoever(place, noun) if noun.pos_ == "PROPN" else segment(place, position)


def _has_as_object(place: Place, verb: int) -> bool:
    """True of "employers added 40,000 jobs": a verb that can report, with the number itself as its object."""
    words = place.words
    if not words.is_one_of(verb, ("add", "order", "show", "point")):
        return False
    above = [place.anchor, *words.ancestors(place.anchor)]
    return words.tokens[above[max(0, above.index(verb) - 1)]].dep_ == "dobj"


def teller(place: Place) -> Owner | None:
    """The one who tells of itself: "Orrin Mills said it will pay about $6bn"."""
    words = place.words
    for position in [place.anchor, *words.ancestors(place.anchor)]:
        verb = words.tokens[position]
        if verb.dep_ != "ccomp" or verb.head.lemma_ not in listed("reporters"):
            continue
        if not any(child.dep_ == "nsubj" and child.lower_ in ("it", "they", "we") for child in verb.lefts):
            return None
        source = next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
        entity = place.entity(source.i - words.tokens[0].i) if source else None
        return place.usual.owner(entity) if entity and entity.kind == "company" else None
    return None
