"""Whose number it is, by the grammar of its clause and by who was spoken of before."""

from typing import TYPE_CHECKING

from generator.analysis import Mention
from generator.extract.metrics.owners import REACH, Owner, Place, as_written, is_unit, listed, proper_name

if TYPE_CHECKING:
    from spacy.tokens import Token


def beside(place: Place) -> Owner | None:
    """The name right before the word that moves the figure: "Corus fell 2.2%", "with JFE Holdings down 3.4%"."""
    words = place.words
    for i in range(place.figure - 1, max(-1, place.figure - 6), -1):
        entity = place.entity(i)
        if entity:
            return as_written(place, i, entity)
        if words.tokens[i].pos_ not in ("VERB", "AUX", "ADV", "ADJ", "SYM", "PART") and words.lower[i] not in ("down", "up", "by", "about"):
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


def subject(place: Place) -> Owner | None:
    """The grammatical subject of the clause that holds the name or the figure."""
    words = place.words
    offset = words.tokens[0].i
    for position in [place.anchor, *words.ancestors(place.anchor)]:
        verb = words.tokens[position]
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            continue
        reports = words.lemma[position] in listed("reporters") and position != place.anchor and not _has_as_object(place, position)
        owner = None if reports else _in_phrase(place, subject, subject.i - offset)
        if owner:
            return owner
        if verb.dep_ == "ccomp" and words.lower[subject.i - offset] not in ("it", "they", "he", "she", "we"):
            return None
    return None


def _has_as_object(place: Place, verb: int) -> bool:
    """True of "employers added 40,000 jobs": a verb that can report, with the number itself as its object."""
    words = place.words
    if not words.is_one_of(verb, ("add", "order", "show", "point")):
        return False
    above = [place.anchor, *words.ancestors(place.anchor)]
    return words.tokens[above[max(0, above.index(verb) - 1)]].dep_ == "dobj"


def _in_phrase(place: Place, head: "Token", position: int) -> Owner | None:
    """The owner that a noun phrase is or holds: an entity at its head, else before it; "the company" is who was spoken of."""
    words = place.words
    if not 0 <= position < len(words):
        return None
    entity = place.entity(position)
    if entity is None and place.name and place.name.is_verb:
        entity = place.analysis.entity_of(words.tokens[position])  # people earn and lose money, too
    if entity:
        return as_written(place, position, entity)
    named = place.name is not None and place.name.first <= position < place.name.last
    if words.tokens[position].pos_ == "PROPN" and not (
            named or words.tokens[position].ent_type_ in ("PERSON", "DATE", "TIME") or is_unit(words.lower[position])):
        return Owner(proper_name(place, position))
    offset = words.tokens[0].i
    nominal = words.lemma[position] in listed("nominals")
    for token in head.lefts:
        entity = place.entity(token.i - offset)
        if entity and not (nominal and entity.kind in ("country", "place", "group")):
            return as_written(place, token.i - offset, entity)
    if nominal and words.tokens[position].tag_ != "NNS":
        return _last_named(place) or place.focus
    return _plain_owner(place, head, position)


def _plain_owner(place: Place, head: "Token", position: int) -> Owner | None:
    """Owners without a name: "lease companies", "the typical household"."""
    words = place.words
    lemma = words.lemma[position]
    if place.name and place.name.first <= position < place.name.last:
        return None
    if lemma not in listed("groups"):
        return None
    first = position
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ") and words.tokens[first - 1].head is head:
        first -= 1
    return Owner(place.text(first, position + 1))


def _last_named(place: Place) -> Owner | None:
    """The company that was named last before the sentence."""
    start = place.words.sentence.start
    mentions = place.analysis.mentions_in(max(0, start - REACH), start)
    named = (place.analysis.entities[mention.entity] for mention in reversed(mentions) if mention.form == "name")
    entity = next((entity for entity in named if entity.kind == "company"), None)
    return place.usual.owner(entity) if entity else None


def country_of(place: Place) -> Owner | None:
    """The country that is named last before the figure, else the one that the document is of."""
    sentence = place.words.sentence
    mentions = place.analysis.mentions_in(max(0, sentence.start - REACH), place.words.starts[place.figure])
    entities = (place.analysis.entities[mention.entity] for mention in reversed(mentions))
    entity = next((entity for entity in entities if entity.kind == "country"), None)
    return place.usual.owner(entity) if entity else place.country


def priced_coin(place: Place) -> Owner | None:
    """The coin that a document is of: "the price" and "the support" in it are that coin's."""
    return place.focus if place.coins and place.name and place.name.metric == "price" else None


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


def in_focus(place: Place) -> Owner | None:
    """Whose numbers the document's are where its sentences do not tell."""
    return place.focus


def nearest(place: Place) -> Owner | None:
    """The organisation or country that is named last before the figure and does not merely report it, else the first behind it."""
    sentence, words = place.words.sentence, place.words
    here = words.starts[min(place.anchor, len(words) - 1)]
    mentions = place.analysis.mentions_in(max(sentence.start, here - REACH), here + 1)
    fitting = [m for m in mentions if place.analysis.entities[m.entity].kind in ("company", "institution", "country", "product")
               and not _reports(place, m.last - 1 - words.tokens[0].i)]
    before = [place.analysis.entities[m.entity] for m in fitting if not _is_seat(place, m)]
    named = [entity for entity in before if entity.kind != "country"] or before
    return place.usual.owner(named[-1]) if named else None


def _is_seat(place: Place, mention: Mention) -> bool:
    """True of "Germany" in "a Germany-based maker"."""
    return place.analysis.text[mention.end:mention.end + 8].replace(" ", "").startswith("-based")


def _reports(place: Place, position: int) -> bool:
    """True of the source of a number: the subject of "said", or the object of "according to"."""
    if not 0 <= position < len(place.words):
        return True
    token = place.words.tokens[position]
    for _ in range(3):
        if token.dep_ in ("nsubj", "nsubjpass") and (token.head.lemma_ in listed("reporters") or (
                token.head.lemma_ == "report" and any(child.dep_ == "ccomp" for child in token.head.rights))):
            return True
        if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
            return True
        token = token.head
    return False
