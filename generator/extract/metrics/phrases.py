"""Whom a noun phrase stands for: the owner that a subject, an object or a modifier names or refers to."""

from typing import TYPE_CHECKING

from generator.analysis import Entity
from generator.columns import SUBJECTS
from generator.extract.metrics.earlier import last_named, last_subject
from generator.extract.metrics.economies import LANDS, country_in, land_meant, regions
from generator.extract.metrics.owners import MARKS, Owner, Place, is_unit, listed, proper_name
from generator.extract.metrics.prepositions import behind, objects
from generator.extract.metrics.relatives import antecedent, is_relative
from generator.extract.metrics.tellers import self_told
from generator.extract.metrics.words import Words
from generator.grounding import stands_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_MARKETS = frozenset(("share_price", "index"))
_MODIFIERS = frozenset(("compound", "amod", "nmod", "punct"))
DONE_SOMEWHERE = frozenset(("headcount", "stores", "capex", "cost", "funding", "orders", "deal_value"))
"""What a company does in a country is the company's: "it opened three shops in Norway"."""
_SOLD = frozenset(("revenue", "units", "users"))
_DEFINITE = frozenset(("the", "this", "that", "these", "both"))
_KNOWN = frozenset(("the", "both", "these", "two"))
_SITES = frozenset(("store", "shop", "plant", "factory", "restaurant"))
_BRACKETS = frozenset(("(", "<"))
_IN_BRACKETS = 6
"""Words from a bracket to the symbol in it or to its end."""


def whoever(place: Place, head: "Token", asked: frozenset[int] = frozenset()) -> Owner | None:
    """The owner that a noun phrase stands for, told by its head; None where it is nobody in particular.

    A relative pronoun stands for its antecedent, "the energy segment" for itself, "the company" for who was spoken of.

    Args:
        asked: the positions that led here: a parse can send "the value of which" in a circle.
    """
    words = place.words
    position = words.place_of(head)
    if not 0 <= position < len(words) or position in asked:
        return None
    asked |= {position}
    if is_relative(head):
        noun = antecedent(words, position)
        return whoever(place, words.tokens[noun], asked) if 0 <= noun < position else None
    if head.lower_ in MARKS and position > 0:
        return whoever(place, words.tokens[position - 1], asked)  # "Acme's rose 3%": what was named before, of Acme
    called = bracket_before(words, position) if words.tokens[position].text.isupper() else 0
    if called:
        return whoever(place, words.tokens[called - 1], asked)  # "Halden Mills (HLD) fell": the symbol is theirs
    inner = _seen_through(place, head, position)
    if inner is not None:
        return whoever(place, inner, asked) or (goods(place, inner) if _makes(words, position) else None)
    return (named(place, head) or apposition(place, head, asked) or _modifier(place, head, position) or _plain_owner(place, head, position)
            or _somewhere(place, head))


def bracket_before(words: Words, position: int) -> int:
    """The position of the bracket that opens before a position, a few words back at most; 0 for none."""
    return next((i for i in range(position - 1, max(0, position - _IN_BRACKETS), -1) if words.lower[i] in _BRACKETS), 0)


def named(place: Place, head: "Token") -> Owner | None:
    """The owner that the head of a noun phrase names itself: a segment, an entity, a company that two others are to become."""
    position = place.words.place_of(head)
    if not 0 <= position < len(place.words):
        return None
    if place.words.lemma[position] in LANDS and any(token.lower_ in ("the", "this") for token in head.lefts):
        return land_meant(place, place.words.lemma[position])
    return (_named_part(place, head, position) or segment(place, position) or _security(place, head, position)
            or _entity_at(place, head, position) or _made_of_two(place, head, position))


def _named_part(place: Place, head: "Token", position: int) -> Owner | None:
    """The name behind the comma of a part of a company: "its Danish subsidiary, Orrin Stal,"."""
    if not place.words.is_one_of(position, listed("segments")):
        return None
    name = next((child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    entity = place.entity(place.words.place_of(name)) if name is not None else None
    return place.usual.owner(entity) if entity and entity.is_organisation else None


def as_written(place: Place, position: int, entity: Entity) -> Owner:
    """An entity as the owner; of an adjective of nationality, the phrase that it stands in ("Japanese investors"), else its country."""
    words = place.words
    token = words.tokens[position]
    if entity.is_organisation or (token.ent_type_ != "NORP" and entity.kind != "group"):
        return place.usual.owner(entity)
    last = position + 1
    head = min(words.place_of(token.head), position + 3, len(words) - 1)
    while last <= head and words.pos[last] in ("NOUN", "ADJ"):
        last += 1
    if place.name and place.name.metric in _OF_MARKETS and position < place.name.first <= last:
        return Owner(place.text(position, place.name.last), entity)  # "Chinese shares", "the Russian stock market"
    if place.name is None or position >= place.name.last or last <= place.name.first:
        return Owner(place.text(position, last), entity)
    if words.is_one_of(place.name.last - 1, ("economy",)):
        return Owner(place.text(position, place.name.last), entity)
    country = country_in(entity)  # "Chinese investment" is China's, where the text names it
    return Owner(country if country and stands_in(country, place.analysis.text) else place.text(position, position + 1), entity)


def segment(place: Place, position: int) -> Owner | None:
    """A part of a company that a phrase names: "the energy segment", "its cloud business", "Tessaly's cloud unit"."""
    words = place.words
    if not words.is_one_of(position, listed("segments")):
        return None
    head = words.tokens[position]
    whole = max(position, words.head(position)) if head.dep_ == "compound" else position  # "private sector lending"
    owned = head.tag_ != "NNS" or words.lower[position] in listed("plural_segments") or any(child.dep_ == "poss" for child in head.lefts)
    if not owned:
        return None
    first = position
    while first > 0 and _is_modifier(words, first - 1, whole):
        first -= 1
    while first < position and (words.is_one_of(first, listed("unspecific")) or words.pos[first] == "PUNCT"):
        first += 1
    entity = place.entity(position - 1) if first < position and words.pos[position - 1] == "PROPN" else None
    if entity and entity.kind not in ("country", "place", "group"):
        return place.usual.owner(entity)
    return Owner(place.text(first, position + 1)) if first < position else None


def _is_modifier(words: Words, i: int, head: int) -> bool:
    token = words.tokens[i]
    return (token.dep_ in _MODIFIERS or token.dep_ == "npadvmod") and words.lower[i] not in ",;:()" and (
        words.place_of(token.head) <= head) and (token.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT", "SYM") or token.dep_ == "amod")


def _entity_at(place: Place, head: "Token", position: int) -> Owner | None:
    """The entity or the proper name at the head of a phrase."""
    words = place.words
    entity = place.entity(position)
    if position == 0 and head.ent_type_ == "" and words.is_one_of(1, ("of",)) and (entity is None or entity.kind in ("other", "product")):
        return None  # "Manufacture of": a capital letter alone makes no name
    known = place.analysis.entity_of(head)
    if known and known.kind == "person":
        if not _can_be_a_persons(place):
            return None
        entity = known
    if head.pos_ == "PROPN" and (entity is None or entity.kind in ("place", "group", "other")):
        whole = proper_name(place, position)
        if entity and len(whole.split()) > len(entity.name.split()):
            return Owner(whole)  # the end of a name whose beginning was taken for another's
    if entity:
        return as_written(place, position, entity)
    named = (place.name is not None and place.name.first <= position < place.name.last) or head.lower_ in listed("never")
    if head.pos_ == "PROPN" and not (named or head.ent_type_ in ("PERSON", "DATE", "TIME") or is_unit(words.lower[position])):
        return Owner(proper_name(place, position))
    return None


def _can_be_a_persons(place: Place) -> bool:
    """True of what people do with their own money: "Roe earned $5m", "his stake"; what they say and want is others' numbers."""
    name = place.name
    return name is not None and (name.metric in ("deal_value", "net_income") if name.is_verb else (
        place.words.lemma[name.last - 1] in listed("holdings")))


def region(place: Place, head: "Token") -> Owner | None:
    """The region that a phrase names, however it is written: "the euro zone"."""
    position = place.words.place_of(head)
    text = place.text(_start(place, head), position + 1) if 0 <= position < len(place.words) else ""
    return Owner(text) if text.casefold() in regions() else None


def _security(place: Place, head: "Token", position: int) -> Owner | None:
    """What is traded under the whole of its phrase: "benchmark 10-year Treasury notes"."""
    words = place.words
    if head.pos_ != "NOUN" or not words.is_one_of(position, listed("securities")):
        return None
    first = _start(place, head)
    return Owner(place.text(first, position + 1)) if first < position else None


def _start(place: Place, head: "Token") -> int:
    """The position where the words that qualify a noun begin, articles and possessives left out."""
    words = place.words
    parts = [token.left_edge.i for token in head.lefts if token.dep_ in _MODIFIERS or token.dep_ == "nummod"]
    first = max(0, min(parts, default=head.i) - words.sentence.first)
    while words.tokens[first].is_punct:
        first += 1
    return first


def _start_uncounted(place: Place, head: "Token") -> int:
    """The same with the number left out that the noun is counted with."""
    words, first = place.words, _start(place, head)
    numbers = [i for i in range(first, words.place_of(head)) if words.pos[i] == "NUM" or words.tokens[i].like_num]
    first = numbers[-1] + 1 if numbers else first
    while numbers and (is_unit(words.lower[first]) or words.tokens[first].is_punct):
        first += 1
    return first


def _seen_through(place: Place, head: "Token", position: int) -> "Token | None":
    """The noun behind "of" that a noun stands for: the note of "the price of the note"."""
    words = place.words
    if not words.is_one_of(position, listed("see_through")) or not words.is_one_of(position + 1, ("of", "in")):
        return None
    noun = next(objects(words.tokens[position + 1]), None)
    return noun if noun is not None and noun.i > head.i else None


def _makes(words: Words, position: int) -> bool:
    return words.is_one_of(position, listed("made_or_priced")) and words.is_one_of(position + 1, ("of",))


def goods(place: Place, noun: "Token") -> Owner | None:
    """The goods that are made or priced, as they are called, and those beside them: "cars and vans"."""
    at = place.words.place_of(noun)
    if at < 0 or noun.pos_ not in ("NOUN", "PROPN") or (place.name is not None and place.name.first <= at < place.name.last):
        return None
    last = max([at, *(place.words.place_of(other) for other in noun.conjuncts if other.pos_ == "NOUN" and noun.pos_ == "NOUN")])
    return Owner(place.text(_start(place, noun), last + 1)) if last < len(place.words) else None


def _made_of_two(place: Place, head: "Token", position: int) -> Owner | None:
    """A company that is not there yet: "the combined group"."""
    words = place.words
    if words.lemma[position] not in listed("nominals"):
        return None
    first = next((words.place_of(token) for token in head.lefts if token.lower_ in listed("made_of_two")), None)
    return None if first is None else Owner(place.text(first, position + 1))


def _modifier(place: Place, head: "Token", position: int) -> Owner | None:
    """The entity before the head of a phrase ("Tessaly's US sales"); "the company" is who was spoken of."""
    words = place.words
    nominal = words.lemma[position] in listed("nominals")
    if words.is_one_of(position, listed("sources")):
        return None  # "Acme's estimate"
    lefts = sorted(head.lefts, key=_is_no_compound) if nominal else head.lefts  # "Acme's Zolan chain" is Zolan
    for token in lefts:
        left = words.place_of(token)
        entity = place.entity(left)
        if token.pos_ == "PRON" and head.dep_ not in SUBJECTS:
            continue  # "its margins, which ...": the subject of the sentence tells who "it" is
        deed = place.name is not None and place.name.metric in DONE_SOMEWHERE and words.lemma[position] not in listed("groups")
        itself = place.name is not None and place.name.first <= position < place.name.last
        if entity and not (is_a_place(entity, token) and (nominal or deed)) and not (itself and is_where(place, entity)):
            return as_written(place, left, entity)
    if not nominal or head.tag_ == "NNS" or not _is_definite(head):
        return None
    known = place.company if place.company and place.company.entity and place.company.entity.is_organisation else last_named(place)
    return (None if place.coins else last_subject(place)) or known or place.focus


def _is_no_compound(token: "Token") -> bool:
    return token.dep_ != "compound"


def is_a_place(entity: Entity, token: "Token") -> bool:
    """True of what names a place, and of a name that stands once and that the model takes for a place: "the Des Moines company"."""
    return entity.kind in ("country", "place", "group") or (len(entity.names) == 1 and token.ent_type_ == "GPE")


def is_where(place: Place, entity: Entity) -> bool:
    """True of "US" in "Acme's US sales": where a company sells, in a text that is about a company or where one speaks of itself."""
    if entity.kind not in ("country", "place", "group") or place.name is None or not (place.of_a_company or place.name.metric in _SOLD):
        return False
    company = place.focus is not None and place.focus.entity is not None and place.focus.entity.kind == "company"
    return company or self_told(place) is not None


def _is_definite(head: "Token") -> bool:
    """True of "the company" and "this bank"; "a company" and "business is up" speak of nobody that was named."""
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in head.lefts)


def _plain_owner(place: Place, head: "Token", position: int) -> Owner | None:
    """Owners without a name: "lease companies", "the typical household"."""
    words = place.words
    if (place.name and place.name.first <= position < place.name.last) or words.lemma[position] not in listed("groups"):
        return None
    if words.lemma[position] in listed("nominals") and any(token.lower_ in _KNOWN for token in head.lefts):
        return None  # "the two companies" have been named
    if words.lemma[position] in _SITES and any(child.dep_ == "nummod" for child in head.lefts):
        return None  # "35 stores" are somebody's
    phrase = place.text(_start_uncounted(place, head), position + 1)
    alone = phrase.casefold() == "government" and not any(child.dep_ in ("conj", "prep") for child in head.rights)
    return place.country if alone and place.country else Owner(phrase)  # whose government it is says more


def apposition(place: Place, head: "Token", asked: frozenset[int] = frozenset()) -> Owner | None:
    """The name on the other side of a comma: "Brackwater's parent company, Ostrel Foods,", "Denmark, a mature market"."""
    if head.dep_ == "appos" and head.head.i < head.i:
        return whoever(place, head.head, asked)
    for token in head.rights:
        entity = place.entity(place.words.place_of(token)) if token.dep_ == "appos" else None
        if entity and entity.is_organisation:
            return place.usual.owner(entity)
    return None


def _somewhere(place: Place, head: "Token") -> Owner | None:
    """The country or company that a noun is in or of: "growth in China", "the losses of Acme"."""
    for noun in behind(head, ("in", "of", "at")):
        entity = place.entity(place.words.place_of(noun))
        if entity and (entity.kind == "country" or (entity.kind == "company" and place.of_a_company)):
            return place.usual.owner(entity)
    return None
