"""Whose number it is, where the metric's own name tells: a currency, an index, a commodity, a bond; "global output"."""

from generator import lexicon
from generator.extract.metrics.clause import subject
from generator.extract.metrics.owners import MARKS, RATES, Owner, Place, is_of_a_name, is_unit, listed, plain_words, proper_name
from generator.extract.metrics.phrases import is_where, whoever
from generator.extract.metrics.prepositions import objects
from generator.extract.metrics.words import Words
from generator.grounding import stands_in

_OF_A_PLACE = frozenset(("price", "units", "revenue", "other", "inflation", "gdp", "unemployment", "trade_balance"))
_WHERE = ("in", "at", "from", "for")
_SHARES = 10
"""Words between two of the figures that a sentence gives to one after the other."""
_OF_BONDS = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "CCONJ"))
_CLAUSE = 60
"""Words that "prices" looks back for others."""
NAMED = frozenset(("price", "exchange_rate", "index"))
"""Metrics whose own name can say whose they are: "gold", "the dollar", "the Nasdaq"."""


def bracketed(place: Place) -> Owner | None:
    """The name before a number in brackets: "Quillon Chain (2.4%)"."""
    words, first = place.words, place.figure
    inside = words.is_one_of(first - 1, ("(",)) and words.is_one_of(place.end, (")",))
    if first < 2 or not inside or words.pos[first - 2] != "PROPN":
        return None
    return Owner(proper_name(place, first - 2))


def own_name(place: Place) -> Owner | None:
    """A currency, an index or a commodity is what its own name says: "The euro rose", "gold gained", "oil prices"."""
    name, words = place.name, place.words
    if name is None or name.metric not in NAMED:
        return None
    first, last = name.first, name.last
    if name.metric == "price":
        return _thing_priced(place, first, last)
    if name.metric == "exchange_rate":
        if _is_unit_of(words, first) or _is_measure(place):
            return None
        return _circumscribed(place) if plain_words(words, first, last) in listed("generic_names") else Owner(place.text(first, last))
    while first > 0 and is_of_a_name(words, first - 1):
        first -= 1
    while last < len(words) and (words.pos[last] == "PROPN" or words.lower[last] == "index"):
        last += 1
    alone = last - first == name.last - name.first and plain_words(words, first, last) in listed("generic_names")
    return None if alone else Owner(place.text(first, last))


def _circumscribed(place: Place) -> Owner | None:
    """The currency that is not called by its name: "the single currency", "the U.S. currency"."""
    assert place.name is not None
    last = place.name.last
    called = next((place.text(first, last).casefold() for first in range(max(0, last - 3), last)
                   if place.text(first, last).casefold() in _currencies()), None)
    currency = _currencies()[called] if called else ""
    return Owner(currency) if currency and stands_in(currency, place.analysis.text) else None


def _currencies() -> dict[str, str]:
    return {called: currency for currency, names in lexicon.load("metric_owners")["circumscribed"].items() for called in names}


def measured(place: Place) -> Owner | None:
    """The currency that is told against others or in them: "the dollar rose 2% against the mark", "it closed at 150 yen"."""
    words, name = place.words, place.name
    if name is None:
        if not words.is_one_of(place.end, ("against", "versus")):
            return None
    elif name.metric != "exchange_rate" or not (_is_measure(place) or _is_unit_of(words, name.first)):
        return None
    for i in words.ancestors(place.figure):
        noun = words.subject_of(i)
        if noun is not None and noun.lemma_.lower() in lexicon.load("metric_names")["exchange_rate"]["nouns"]:
            return Owner(noun.text)
    return subject(place)


def _is_unit_of(words: Words, first: int) -> bool:
    """True of "yen" in "150 yen": what something else is worth."""
    return first > 0 and (words.pos[first - 1] == "NUM" or words.lower[first - 1][-1].isdigit())


def _is_measure(place: Place) -> bool:
    """True of "against the mark": what another currency is measured by."""
    words, name = place.words, place.name
    return name is not None and any(words.is_one_of(i, ("against", "versus")) for i in words.ancestors(name.first)[:3])


def _thing_priced(place: Place, first: int, last: int) -> Owner | None:
    """The commodity of a price, told by compound nouns before it ("Steel prices") or by the name itself ("spot gold")."""
    words = place.words
    generic = plain_words(words, first, last) in listed("generic_prices") or words.lower[last - 1] == "average"
    while first > 0 and words.pos[first - 1] in ("NOUN", "PROPN") and words.deps[first - 1] in ("compound", "nmod"):
        if words.is_one_of(first - 1, listed("kinds_of_price")) or not words.lower[first - 1][0].isalpha():
            break
        first -= 1
    if generic and place.name and first == place.name.first:
        return _priced_before(place)
    stop = last - 1 if words.lemma[last - 1] in ("price", "futures", "future") else last
    if stop <= first:
        return None
    entity = place.entity(first)
    if generic and plain_words(words, first, last).split()[-1] not in ("price", "futures"):
        return place.usual.owner(entity) if entity else None
    whole = entity is None or (entity.kind in ("country", "place") and not generic)  # "U.S. crude" is no country's
    return Owner(place.text(first, stop)) if whole or entity is None else place.usual.owner(entity)


def _priced_before(place: Place) -> Owner | None:
    """What the prices told of before in the paragraph are of: "... tells of dearer barley; prices began the year at $190"."""
    words, name = place.words, place.name
    if name is None or name.last - name.first > 1 or words.lemma[name.first] != "price" or words.is_one_of(
            name.first - 1, listed("kinds_of_price")):
        return None
    here = words.tokens[name.first].i
    for i in range(here - 1, max(0, here - _CLAUSE), -1):
        thing, price = place.analysis.all_tokens[i - 1], place.analysis.all_tokens[i]
        if "\n" in price.text:
            return None
        known = price.lemma_ == "price" and thing.dep_ == "compound" and thing.pos_ == "NOUN"
        if known and thing.lower_ not in listed("kinds_of_price") and f"{thing.lower_} price" not in listed("generic_prices"):
            first = min((token.i for token in place.analysis.all_tokens[i].lefts if token.dep_ == "compound"), default=i - 1)
            return Owner(place.analysis.doc[min(first, thing.left_edge.i):i].text)
    return None


def bond(place: Place) -> Owner | None:
    """The paper of a yield: "yields on Danish bonds", "Danish and Swedish five-year yields"; "seven-day compound" tells of none."""
    name, words = place.name, place.words
    if name is None or name.metric != "interest_rate" or words.lemma[name.last - 1] != "yield" or name.is_verb:
        return None
    if words.is_one_of(name.last, ("on", "of", "for")):
        return _yielding(place, name.last)
    first = name.first
    while first > 0 and words.pos[first - 1] in _OF_BONDS and words.lower[first - 1] not in ",;:()":
        first -= 1
    if words.is_one_of(first - 1, MARKS) and words.pos[first - 2] == "PROPN":
        return Owner(place.text(first - 2, name.last))  # "Spain's 10-year yield"
    before = [i for i in range(first, name.first) if words.lower[i] != "benchmark"]
    if any(words.pos[i] == "PROPN" or words.ents[i] == "NORP" or words.is_one_of(i, listed("securities")) for i in before):
        return Owner(place.text(first, name.first))
    return Owner(place.text(first, name.last)) if any(words.is_one_of(i, ("year", "month")) for i in before) else None


def _yielding(place: Place, preposition: int) -> Owner | None:
    """The paper or the fund behind "yield on", as it is called."""
    words = place.words
    noun = next(objects(words.tokens[preposition]), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("PERCENT", "CARDINAL", "MONEY"):
        return None
    last = words.place_of(noun)
    first = max(0, words.place_of(noun.left_edge))
    while first < last and words.pos[first] in ("DET", "PRON"):
        first += 1
    return Owner(place.text(first, last + 1)) if 0 <= last < len(words) else None


def fund(place: Place) -> Owner | None:
    """The fund that only follows what the name tells: "a fund tracking Chinese stocks soared 20%"."""
    name, words = place.name, place.words
    if name is None or name.metric not in ("share_price", "index"):
        return None
    for i in words.ancestors(name.first):
        token = words.tokens[i]
        if token.dep_ == "acl":
            return whoever(place, token.head) if words.is_one_of(i, listed("tracking")) and i < place.figure else None
    return None


def scope(place: Place) -> Owner | None:
    """The adjective in the name: "global output"; who stands behind the figure: "rose by 24% in China", "fell 5% at Acme"."""
    name, words = place.name, place.words
    if name and name.metric != "index" and words.lower[name.first] in listed("adjectives"):
        return Owner(place.text(name.first, name.first + 1))
    if not words.is_one_of(place.end, _WHERE) or words.tokens[place.end].is_title:
        return None
    entity = place.entity(place.end + 1) or place.entity(place.end + 2)
    if entity is None:
        return None
    if words.lower[place.end] == "at" and entity.kind == "company" and (place.of_a_company or (name and name.metric == "revenue")):
        return place.usual.owner(entity) if _is_shared_out(place) or not subject(place) else None
    of_a_place = name is not None and name.metric in _OF_A_PLACE and words.lower[place.end] == "in" and entity.kind == "country"
    return place.usual.owner(entity) if of_a_place or (
        _is_shared_out(place) and (words.lower[place.end] == "at" or not is_where(place, entity))) else None


def _is_shared_out(place: Place) -> bool:
    """True of a sentence that gives each of several their own: "$40m from Peru, $35m from Chile and $12m from Spain"."""
    words, preposition = place.words, place.words.lower[place.end]
    around = range(max(1, place.end - _SHARES), min(place.end + _SHARES, len(words) - 1))
    others = [i for i in around if words.lower[i] == preposition and i != place.end]
    amounts = (i for i in others if words.pos[i - 1] == "NUM" or words.lower[i - 1] in RATES or is_unit(words.lower[i - 1]))
    return any(place.entity(i + 1) or place.entity(i + 2) for i in amounts)
