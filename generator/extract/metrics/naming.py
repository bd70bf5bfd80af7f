"""Whose number it is, by the words right beside its name or its figure."""

from generator.extract.metrics.clause import country_of, subject
from generator.extract.metrics.owners import POSSESSIVES, Owner, Place, as_written, is_unit, listed, plain_words, proper_name

_LEVIES = frozenset(("tariff", "countertariff", "levy", "duty", "tax", "quota"))
"""What is laid on goods: its number is the goods'."""
_PERCENT = frozenset(("%", "percent", "pct", "cent"))
_MARKS = frozenset(("'s", "’s", "'", "’"))
_OF = frozenset(("of", "in", "at", "for", "by", "on", "from"))
_OF_A_PART = frozenset(("revenue", "units", "users", "orders", "price"))
"""Metrics of a part of a company: in "its sales of pigments" they are the pigments'."""
_OF_A_PLACE = frozenset(("price", "units", "revenue", "other", "inflation"))
_SEGMENT_WORDS = frozenset(("NOUN", "PROPN", "ADJ"))
_SURROUNDINGS = frozenset(("world", "country", "nation", "region", "continent", "industry", "market"))
_NAMED = frozenset(("price", "exchange_rate", "index"))
"""Metrics whose own name can say whose they are: "gold", "the dollar", "the Nasdaq"."""
_PHRASE = frozenset(("NOUN", "ADJ", "PROPN", "NUM", "X", "PUNCT"))


def bracketed(place: Place) -> Owner | None:
    """The name before a number in brackets: "Rocket Pool (3.10%)"."""
    words, first = place.words, place.figure
    if not (words.is_one_of(first - 1, ("(",)) and words.is_one_of(place.end, (")",)) and words.tokens[first - 2].pos_ == "PROPN"):
        return None
    return Owner(proper_name(place, first - 2))


def own_name(place: Place) -> Owner | None:
    """A currency, an index or a commodity is what its own name says: "The euro rose", "gold gained", "oil prices"."""
    name, words = place.name, place.words
    if name is None or name.metric not in _NAMED:
        return None
    first, last = name.first, name.last
    if name.metric == "price":
        return _thing_priced(place, first, last)
    if name.metric == "exchange_rate":
        return None if plain_words(words, first, last) in listed("generic_names") else Owner(place.text(first, last))
    while first > 0 and (words.tokens[first - 1].pos_ == "PROPN" or (words.tokens[first - 1].pos_ == "NUM" and first > 1
                                                                   and words.tokens[first - 2].pos_ == "PROPN")):
        first -= 1
    while last < len(words) and (words.tokens[last].pos_ == "PROPN" or words.lower[last] == "index"):
        last += 1
    alone = last - first == name.last - name.first and plain_words(words, first, last) in listed("generic_names")
    return None if alone else Owner(place.text(first, last))


def _thing_priced(place: Place, first: int, last: int) -> Owner | None:
    """The commodity of a price, told by compound nouns before it ("Steel prices") or by the name itself ("spot gold")."""
    words = place.words
    generic = plain_words(words, first, last) in listed("generic_prices")
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "PROPN") and words.tokens[first - 1].dep_ in ("compound", "nmod"):
        first -= 1
    stop = last - 1 if words.lemma[last - 1] in ("price", "futures", "future") else last
    if stop <= first or (generic and place.name and first == place.name.first):
        return None
    entity = place.entity(first)
    if generic and plain_words(words, first, last).split()[-1] not in ("price", "futures"):
        return place.usual.owner(entity) if entity else None
    return place.usual.owner(entity) if entity else Owner(place.text(first, stop))


def scope(place: Place) -> Owner | None:
    """The adjective in the name: "global output"; the country behind the figure: "prices rose by 24% in China"."""
    name, words = place.name, place.words
    if name and words.lower[name.first] in listed("adjectives"):
        return Owner(place.text(name.first, name.first + 1))
    if name and name.metric in _OF_A_PLACE and words.is_one_of(place.end, ("in",)):
        entity = place.entity(place.end + 1)
        return place.usual.owner(entity) if entity and entity.kind == "country" else None
    return None


def part(place: Place) -> Owner | None:
    """What a share is of, where it is the subject: "14% of consumers"; and the part of "sales of pigments"."""
    words, name = place.words, place.name
    start = None
    if name and not name.is_verb and name.metric in _OF_A_PART and words.is_one_of(name.last, ("of",)):
        start = name.last + 1
    elif words.is_one_of(place.end, ("of",)) and words.lower[place.end - 1] in _PERCENT and _is_subject(place):
        start = place.end + 1
    elif name and words.lemma[name.last - 1] in _LEVIES:
        start = next((i + 1 for i in (name.last, place.end) if words.is_one_of(i, ("on", "of", "in")) and i + 1 != place.figure), None)
    if start is None or (start < len(words) and is_unit(words.lower[start])):
        return None
    while start < len(words) and words.tokens[start].pos_ in ("DET", "PRON"):
        if words.lower[start] in POSSESSIVES and name and name.metric == "price":
            return subject(place)
        start += 1
    last = start
    while last < len(words) and words.tokens[last].pos_ in ("NOUN", "ADJ", "PROPN") and last - start < 4:
        last += 1
    return Owner(place.text(start, last)) if last > start and words.tokens[last - 1].pos_ in ("NOUN", "PROPN") else None


def _is_subject(place: Place) -> bool:
    """True of a percentage that does something ("14% of consumers say"), by the parse or by standing first in its clause."""
    words = place.words
    if words.tokens[place.end - 1].dep_ in ("nsubj", "nsubjpass", "appos", "conj"):
        return True
    first = place.figure
    while first > 0 and words.lower[first - 1] in ("only", "about", "some", "nearly", "just", "almost", "than", "more"):
        first -= 1
    return first == 0 or words.lower[first - 1] in ("and", "that", "but", "while", ",")


def possessor(place: Place) -> Owner | None:
    """The one before the name: "Alibaba's revenue", "its net loss", "the cloud unit's sales", "Boeing shares", "global growth"."""
    words = place.words
    for i in range(place.anchor - 1, max(-1, place.anchor - 8), -1):
        if words.lower[i] in POSSESSIVES:
            entity = place.entity(i)
            return place.usual.owner(entity) if entity else subject(place) or place.focus
        if words.lower[i] in _MARKS:
            return _possessing_phrase(place, i)
        entity = place.entity(i)
        if entity:
            return as_written(place, i, entity)
        if words.lower[i] in listed("adjectives"):
            return Owner(place.text(i, i + 1))
        if words.tokens[i].pos_ not in _PHRASE or words.lower[i] in ",;:()":
            break
    return _segment(place)


def _segment(place: Place) -> Owner | None:
    """The segment in front of a metric's name: "International commerce sales", "cloud revenue"."""
    words, name = place.words, place.name
    if name is None or name.metric not in _OF_A_PART or name.metric == "price":
        return None
    first, stop = name.first, place.end if place.end <= name.first else 0
    while first > stop and (words.tokens[first - 1].pos_ in _SEGMENT_WORDS or (first > stop + 1 and words.lower[first - 1] == "-")):
        if words.is_one_of(first - 1, listed("no_segments")) or is_unit(words.lower[first - 1]):
            break
        first -= 1
    head = name.first - 1
    return Owner(place.text(first, name.first)) if first < name.first and words.tokens[head].pos_ in ("NOUN", "PROPN") else None


def _possessing_phrase(place: Place, mark: int) -> Owner | None:
    """The owner before a possessive mark: an entity, or the words of a segment ("cloud services unit")."""
    words = place.words
    if words.tokens[mark - 1].ent_type_ in ("DATE", "TIME") or place.analysis.dates_in(words.starts[mark - 1], words.end_of(mark - 1)):
        return None
    if words.is_one_of(mark - 1, _SURROUNDINGS) and mark + 1 < len(words) and words.tokens[mark + 1].tag_ in ("JJS", "RBS"):
        return None  # "the world's largest lender with $9 trillion of deposits"
    entity = place.entity(mark - 1)
    if entity:
        return place.usual.owner(entity)
    if words.lemma[mark - 1] in ("country", "nation", "region"):
        return country_of(place)
    if words.lemma[mark - 1] in listed("nominals") and (mark < 2 or words.tokens[mark - 2].pos_ not in ("NOUN", "PROPN", "ADJ")):
        return place.focus
    first = mark
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ", "PROPN") and words.lower[first - 1] not in _MARKS:
        first -= 1
    return Owner(place.text(first, mark)) if first < mark else None


def holder_behind(place: Place) -> Owner | None:
    """The one behind the name: "shares in Corus", "sales of fluoroproducts", "the price of iron ore"."""
    name, words = place.name, place.words
    if name is None or name.last >= len(words) or words.lower[name.last] not in _OF or words.lemma[name.last - 1] in ("bid", "offer"):
        return None
    for i in range(name.last + 1, min(name.last + 5, len(words))):
        entity = place.entity(i)
        if entity:
            return place.usual.owner(entity)
        if words.tokens[i].pos_ in ("VERB", "AUX", "ADP", "NUM") or words.lower[i] in ",;:()$":
            return None
    return None
