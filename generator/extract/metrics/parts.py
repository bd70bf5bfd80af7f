"""Parts as owners: the goods, the people and the segments that a number is of."""

from generator.extract.metrics.clause import subject
from generator.extract.metrics.owners import MARKS, POSSESSIVES, RATES, Owner, Place, is_unit, listed, proper_name
from generator.extract.metrics.phrases import is_where, segment
from generator.extract.metrics.possession import possessing_phrase
from generator.extract.metrics.prepositions import objects
from generator.extract.metrics.words import Words

_LEVIES = frozenset(("tariff", "countertariff", "levy", "duty", "tax", "quota"))
"""What is laid on goods: its number is the goods'."""
_CHARGED = frozenset(("price", "interest_rate"))
_TRADE = frozenset(("orders", "deal_value", "other"))
"""Metrics of what is traded: who buys or taxes how much of which goods."""
_OF_AMOUNTS = frozenset(("ADP", "NUM", "SYM", "ADV", "DET"))
_AMOUNT = 9
"""Words of an amount that stands between a levy and the goods."""
_OF_A_PART = frozenset(("revenue", "units", "users", "orders", "price"))
"""Metrics of a part of a company: in "its sales of pigments" they are the pigments'."""
_PROFITS = frozenset(("net_income", "operating_income", "pre_tax_profit", "ebitda"))
_MADE = frozenset(("production", "output", "volume"))
_LONGEST = 4
"""Words of the phrase of a part."""
_SEGMENT_WORDS = frozenset(("NOUN", "PROPN", "ADJ"))


def part(place: Place) -> Owner | None:
    """Whom a percentage counts: "14% of consumers"; the part of "sales of pigments" and of "earnings from commercial lines"."""
    words, name = place.words, place.name
    if name and not name.is_verb and name.metric in _OF_A_PART and words.is_one_of(name.last, ("of",)):
        return _phrase_behind(place, name.last + 1)
    if name and not name.is_verb and name.metric in _CHARGED and words.is_one_of(name.last, ("for", "on")):
        return _thing_charged(place, name.last + 1)
    of = place.end + (place.end < len(words) and words.lower[place.end] in ("—", "–", "--"))
    if words.is_one_of(of, ("of",)) and words.lower[place.end - 1] in RATES and (_is_subject(place) or _counts_people(place, of + 1)):
        return _phrase_behind(place, of + 1)
    if name and not name.is_verb and words.is_one_of(name.last, ("from",)):
        return _part_behind(place, name.last)
    if name and words.lemma[name.last - 1] in _LEVIES:
        start = next((i + 1 for i in (name.last, place.end) if words.is_one_of(i, ("on", "of", "in")) and i + 1 != place.figure), None)
        return _goods(place) or (_phrase_behind(place, start) if start else None)
    return _goods(place) if name and name.metric in _TRADE else None


def _thing_charged(place: Place, start: int) -> Owner | None:
    """What a price or a rate is charged for: "the price for a new van", "rates on car loans"; never "rates on hold" or "on the refund"."""
    noun = next(objects(place.words.tokens[start - 1]), None)
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_:
        return None
    before = [token.lower_ for token in noun.lefts]
    if any(word in ("the", "this", "that", *POSSESSIVES) for word in before) or not (before or noun.tag_ == "NNS"):
        return None
    return _phrase_behind(place, start)


def _goods(place: Place) -> Owner | None:
    """The goods that an amount is worth: "tariffs on $5bn worth of Danish goods", "buys $5bn in farm products"."""
    words, name = place.words, place.name
    for start in (place.end, name.last if name else place.end):
        i = start
        while i < min(len(words) - 1, start + _AMOUNT) and (words.pos[i] in _OF_AMOUNTS or words.lower[i] in ("worth", "list", "year")):
            i += 1
        last = _phrase_end(words, i)
        if start < i < last and words.lower[i - 1] in ("of", "in", "on") and words.is_one_of(last - 1, listed("goods")):
            return Owner(place.text(i, last))
    return None


def _phrase_end(words: Words, start: int) -> int:
    """The position behind the adjectives and nouns that stand at another."""
    last = start
    while last < len(words) and last - start < _LONGEST and (words.pos[last] in _SEGMENT_WORDS or _is_model(words, last)):
        last += 1
    return last


def _phrase_behind(place: Place, start: int) -> Owner | None:
    """The noun phrase at a position; the owner of what it possesses ("the company's shares")."""
    words, name = place.words, place.name
    if start == place.figure or (start < len(words) and is_unit(words.lower[start])):
        return None
    while start < len(words) and words.pos[start] in ("DET", "PRON"):
        if words.lower[start] in POSSESSIVES and name and name.metric == "price":
            return subject(place)
        start += 1
    last = _phrase_end(words, start)
    if last > start and words.is_one_of(last, MARKS):
        return _product(place, last + 1) or possessing_phrase(place, last)
    return Owner(place.text(start, last)) if last > start and words.pos[last - 1] in ("NOUN", "PROPN") else None


def _product(place: Place, start: int) -> Owner | None:
    """What a company sells under a name of its own: "sales of Acme's Zolan drug"."""
    words, last = place.words, start
    while last < len(words) and words.pos[last] in ("PROPN", "NOUN"):
        last += 1
    sold = place.name is not None and place.name.metric in _OF_A_PART and place.name.last < start
    return Owner(place.text(start, last)) if sold and last > start and words.pos[start] == "PROPN" else None


def _is_model(words: Words, i: int) -> bool:
    """True of "310 and 420" in "the 310 and 420 vans"."""
    if words.lower[i] == "and":
        return 0 < i < len(words) - 1 and words.lower[i - 1].isdigit() and words.lower[i + 1].isdigit()
    return words.lower[i].isdigit() and i + 1 < len(words) and (words.lower[i + 1] == "and" or words.pos[i + 1] == "NOUN")


def _counts_people(place: Place, start: int) -> bool:
    """True of "31% of new investors", wherever it stands; "50% of the employees" are somebody's."""
    words, last = place.words, start
    while last < len(words) - 1 and words.pos[last] in _SEGMENT_WORDS and words.pos[last + 1] in ("NOUN", "PROPN"):
        last += 1
    return last < len(words) and words.tags[last] == "NNS" and words.is_one_of(last, listed("groups"))


def _part_behind(place: Place, preposition: int) -> Owner | None:
    """The part of a company that its numbers come from: "the insurer's earnings from commercial lines"."""
    noun = next(objects(place.words.tokens[preposition]), None)
    return segment(place, place.words.place_of(noun)) if noun is not None else None


def _is_subject(place: Place) -> bool:
    """True of a percentage that does something ("14% of consumers say"), by the parse or by standing first in its clause."""
    words = place.words
    if words.deps[place.end - 1] in ("nsubj", "nsubjpass", "appos", "conj"):
        return True
    first = place.figure
    while first > 0 and words.lower[first - 1] in ("only", "about", "some", "nearly", "just", "almost", "than", "more"):
        first -= 1
    return first == 0 or words.lower[first - 1] in ("and", "that", "but", "while", ",")


def segment_before(place: Place) -> Owner | None:
    """The segment in front of a metric's name: "International commerce sales", "cloud revenue", "industrial revenue"."""
    words, name = place.words, place.name
    if name is None or name.is_verb or name.metric == "price":
        return None
    if name.metric not in _OF_A_PART:
        inside = segment(place, name.first - 1) if words.is_one_of(name.first - 1, listed("segments")) else None
        return inside or (_named_part(place) if place.of_a_company else None)
    if _is_somewhere(place) or _is_made(place):
        return None
    if name.metric == "revenue" and words.is_one_of(name.first - 1, listed("segment_adjectives")):
        return Owner(place.text(name.first - 1, name.first))
    first, stop = name.first, place.end if place.end <= name.first else 0
    while first > stop and (words.pos[first - 1] in _SEGMENT_WORDS or (first > stop + 1 and words.lower[first - 1] == "-")):
        none = words.is_one_of(first - 1, listed("no_segments")) and not _is_kind_of_store(words, first - 1)
        if none or is_unit(words.lower[first - 1]):
            break
        entity = place.entity(first - 1)
        if entity and is_where(place, entity):
            break
        first -= 1
    head = name.first - 1
    return Owner(place.text(first, name.first)) if first < name.first and words.pos[head] in ("NOUN", "PROPN") else None


def _is_made(place: Place) -> bool:
    """True of "power production" and "payment volume" in a text about a company: they are not another's."""
    assert place.name is not None
    about = place.focus.entity if place.focus else None
    return about is not None and about.is_organisation and place.words.is_one_of(place.name.last - 1, _MADE)


def _is_kind_of_store(words: Words, i: int) -> bool:
    """True of the store of "grocery store sales", and not of "same store sales"."""
    return words.lower[i] == "store" and i > 0 and words.pos[i - 1] == "NOUN" and not words.is_one_of(i - 1, listed("no_segments"))


def _is_somewhere(place: Place) -> bool:
    """True of "car sales in Sweden" in a text that is about no company: they are Sweden's."""
    assert place.name is not None
    company = place.focus and place.focus.entity and place.focus.entity.is_organisation
    entity = place.entity(place.name.last + 1) if place.words.is_one_of(place.name.last, ("in",)) else None
    return not company and entity is not None and entity.kind == "country"


def _named_part(place: Place) -> Owner | None:
    """The part that is named right before what it earned: "Foods operating profit", "graphics earnings"."""
    assert place.name is not None
    position = place.name.first - 1
    token = place.words.tokens[position] if position >= 0 else None
    if token is None or token.ent_type_ in ("DATE", "TIME", "PERSON", "MONEY", "QUANTITY") or not token.text.isalpha():
        return None
    if token.pos_ == "NOUN" and place.name.metric in _PROFITS:
        before = max(0, position - 1)
        counted = place.words.pos[before] == "NUM" or is_unit(place.words.lower[before]) or is_unit(token.lower_)
        return None if counted or place.words.is_one_of(position, listed("no_segments")) else Owner(token.text)
    if token.pos_ != "PROPN" or position == 0:
        return None
    if place.entity(position):
        return None  # one who could own it and does not: "the Halden consensus estimate"
    return None if place.words.is_one_of(position, listed("no_segments")) else Owner(proper_name(place, position))
