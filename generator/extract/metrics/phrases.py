"""Whom a noun phrase stands for: the owner that a subject, an object or a modifier names or refers to."""

from typing import TYPE_CHECKING

from generator.extract.metrics.economies import LANDS, land_meant
from generator.extract.metrics.owners import REACH, Owner, Place, as_written, is_unit, listed, proper_name
from generator.extract.metrics.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_MODIFIERS = frozenset(("compound", "amod", "nmod", "punct"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_KNOWN = frozenset(("the", "both", "these", "two"))
_CLAUSE_ENDS = 6
"""Words that a relative pronoun is looked for before, up from it."""


def whoever(place: Place, head: "Token") -> Owner | None:
    """The owner that a noun phrase stands for, told by its head; None where it is nobody in particular.

    A relative pronoun stands for its antecedent, "the energy segment" for itself, "the company" for who was spoken of.
    """
    words = place.words
    position = head.i - words.tokens[0].i
    if not 0 <= position < len(words):
        return None
    if is_relative(head):
        noun = antecedent(words, position)
        return whoever(place, words.tokens[noun]) if 0 <= noun < position else None
    inner = _seen_through(place, head, position)
    if inner is not None:
        return whoever(place, inner)
    return named(place, head) or _modifier(place, head, position) or _plain_owner(place, head, position)


def named(place: Place, head: "Token") -> Owner | None:
    """The owner that the head of a noun phrase names itself: a segment, an entity, a company that two others are to become."""
    position = head.i - place.words.tokens[0].i
    if not 0 <= position < len(place.words):
        return None
    if place.words.lemma[position] in LANDS and any(token.lower_ in ("the", "this") for token in head.lefts):
        return land_meant(place, place.words.lemma[position])
    return (segment(place, position) or _security(place, head, position) or _entity_at(place, head, position)
            or _made_of_two(place, head, position))


def is_relative(token: "Token") -> bool:
    """True of "which", "who" and "whose" behind a noun, and of "that" where it is a subject."""
    return token.tag_ in _RELATIVE and token.lower_ not in ("what", "whatever")


def antecedent(words: Words, position: int) -> int:
    """The position of the noun that a relative pronoun stands for: the one its clause hangs on, else the one before it; -1 for none."""
    offset = words.tokens[0].i
    token = words.tokens[position]
    for _ in range(_CLAUSE_ENDS):
        if token.dep_ == "relcl":
            return token.head.i - offset
        token = token.head
    before = position - 1
    while before >= 0 and (words.tokens[before].pos_ in ("PUNCT", "ADP") or words.lower[before] == "-"):
        before -= 1
    return before if before >= 0 and words.tokens[before].pos_ in ("NOUN", "PROPN") else -1


def segment(place: Place, position: int) -> Owner | None:
    """A part of a company that a phrase names: "the energy segment", "its cloud business", "Alibaba's cloud services unit"."""
    words = place.words
    head = words.tokens[position]
    owned = head.tag_ != "NNS" or words.lower[position] in listed("plural_segments") or any(child.dep_ == "poss" for child in head.lefts)
    if not owned or not words.is_one_of(position, listed("segments")):
        return None
    first = position
    while first > 0 and _is_modifier(words, first - 1, position):
        first -= 1
    while first < position and (words.is_one_of(first, listed("unspecific")) or words.tokens[first].pos_ == "PUNCT"):
        first += 1
    entity = place.entity(position - 1) if first < position else None
    if entity:
        return place.usual.owner(entity)
    return Owner(place.text(first, position + 1)) if first < position else None


def _is_modifier(words: Words, i: int, head: int) -> bool:
    token = words.tokens[i]
    return token.dep_ in _MODIFIERS and words.lower[i] not in ",;:()" and (
        token.head.i - words.tokens[0].i <= head) and token.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT", "SYM")


def _entity_at(place: Place, head: "Token", position: int) -> Owner | None:
    """The entity or the proper name at the head of a phrase."""
    words = place.words
    entity = place.entity(position)
    if entity is None and place.name and place.name.is_verb:
        entity = place.analysis.entity_of(head)  # people earn and lose money, too
    if head.pos_ == "PROPN" and (entity is None or entity.kind in ("place", "group", "other")):
        whole = proper_name(place, position)
        if entity and len(whole.split()) > len(entity.name.split()):
            return Owner(whole)  # the end of a name whose beginning was taken for another's
    if entity:
        return as_written(place, position, entity)
    if position == 0 and len(words) > 1 and head.ent_type_ == "" and words.tokens[1].pos_ != "PROPN":
        return None  # "Manufacture of": a capital letter alone makes no name
    named = place.name is not None and place.name.first <= position < place.name.last
    if head.pos_ == "PROPN" and not (named or head.ent_type_ in ("PERSON", "DATE", "TIME") or is_unit(words.lower[position])):
        return Owner(proper_name(place, position))
    return None


def _security(place: Place, head: "Token", position: int) -> Owner | None:
    """What is traded under the whole of its phrase: "benchmark 10-year Treasury notes"."""
    words = place.words
    if head.pos_ != "NOUN" or not words.is_one_of(position, listed("securities")):
        return None
    parts = [token.left_edge.i - words.tokens[0].i for token in head.lefts if token.dep_ in _MODIFIERS or token.dep_ == "nummod"]
    return Owner(place.text(max(0, min(parts)), position + 1)) if parts else None


def _seen_through(place: Place, head: "Token", position: int) -> "Token | None":
    """The noun behind "of" that a noun stands for: the note of "the price of the note"."""
    words = place.words
    if not words.is_one_of(position, listed("see_through")) or not words.is_one_of(position + 1, ("of", "in")):
        return None
    noun = next((child for child in words.tokens[position + 1].children if child.dep_ == "pobj"), None)
    return noun if noun is not None and noun.i > head.i else None


def _made_of_two(place: Place, head: "Token", position: int) -> Owner | None:
    """A company that is not there yet: "the combined group"."""
    words = place.words
    if words.lemma[position] not in listed("nominals"):
        return None
    first = next((token.i - words.tokens[0].i for token in head.lefts if token.lower_ in listed("made_of_two")), None)
    return None if first is None else Owner(place.text(first, position + 1))


def _modifier(place: Place, head: "Token", position: int) -> Owner | None:
    """The entity before the head of a phrase ("Nissan's US sales"); "the company" is who was spoken of."""
    words = place.words
    nominal = words.lemma[position] in listed("nominals")
    for token in head.lefts:
        left = token.i - words.tokens[0].i
        entity = place.entity(left)
        if token.pos_ == "PRON" and head.dep_ not in SUBJECTS:
            continue  # "its margins, which ...": the subject of the sentence tells who "it" is
        if entity and not (nominal and entity.kind in ("country", "place", "group")):
            return as_written(place, left, entity)
    if not nominal or head.tag_ == "NNS":
        return None
    known = place.focus if place.focus and place.focus.entity and place.focus.entity.is_organisation else last_named(place)
    return known or place.focus


def _plain_owner(place: Place, head: "Token", position: int) -> Owner | None:
    """Owners without a name: "lease companies", "the typical household"."""
    words = place.words
    if (place.name and place.name.first <= position < place.name.last) or words.lemma[position] not in listed("groups"):
        return None
    if words.lemma[position] in listed("nominals") and any(token.lower_ in _KNOWN for token in head.lefts):
        return None  # "the two companies" have been named
    first = position
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ") and words.tokens[first - 1].head is head:
        first -= 1
    return Owner(place.text(first, position + 1))


def last_named(place: Place) -> Owner | None:
    """The company that was named last before the sentence."""
    start = place.words.sentence.start
    mentions = place.analysis.mentions_in(max(0, start - REACH), start)
    named = (place.analysis.entities[mention.entity] for mention in reversed(mentions) if mention.form == "name")
    entity = next((entity for entity in named if entity.kind == "company"), None)
    return place.usual.owner(entity) if entity else None
