"""Which quantities are metrics at all: counts of things that measure nothing, dates, ages, votes and thresholds are not."""

from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis
from generator.columns import SUBJECTS
from generator.extract.metrics.ellipsis import goes_on_counting
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.moved import moved_thing
from generator.extract.metrics.names import Name
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.staff import a_great_many, a_staff, hired, of_people
from generator.extract.metrics.things import Thing, counted_things
from generator.extract.metrics.words import Words, near

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.entries, "not_metrics")
_LONGEST_DATE = 80
_BARE_MONEY = 1000
_NEAR = 5
"""Words between a currency and the number that it moved to."""
_A_DIGIT_AND_A_LETTER = 2
_IN_MONEY = frozenset(("revenue", "net_income", "pre_tax_profit", "operating_income", "ebitda", "assets", "debt", "cash_flow", "dividend"))
_IN_PHRASE = frozenset(("NOUN", "ADJ", "PROPN", "PUNCT", "X", "NUM"))
_PLACED = frozenset(("to", "at", "of", "above", "below", "was", "is", "around", "near", "from", "hit", "reach", "stand", ",", "and"))


def measures(analysis: Analysis, words: Words, quantity: Quantity, names: Sequence[Name],
             counted: Thing | None) -> tuple[bool, Thing | None]:
    """Whether a quantity measures something, and what it counts, where it counts.

    Args:
        names: the names of metrics in the sentence.
        counted: what the sentence counted last before the quantity.
    """
    first, last = words.cover(quantity.start, quantity.end)
    names = near(names, first)
    if quantity.kind != "count":
        tells = _is_conversion(words, first, last) or _is_threshold(words, first, last) or _is_vote(words, quantity, first)
        return not (tells or _is_ordinal(words, quantity, last)), None
    if _is_no_number(words, quantity, first, last):
        return False, None
    thing = (_thing_measured(quantity) or a_staff(words, first)
             or _thing_counted(words, first, last, scaled=quantity.scaled) or _thing_before(words, first)
             or hired(words, last) or a_great_many(words, quantity, first, last))
    if thing is None and quantity.equivalents:
        return True, (words.tokens[last].text, "assets")  # coins, by their ticker
    if thing and _is_enough(words, first, quantity, thing):
        return True, thing
    again = counted and (words.is_one_of(last, direction_words("nouns")) or goes_on_counting(words, (first, last), quantity.value))
    moved = counted if again else moved_thing(words, names, quantity, (first, last))
    if moved:
        return True, moved
    out_of_100 = words.lower[last:last + 3] == ("out", "of", "100")
    return (_is_reading(words, names, first) or _is_bare_money(words, quantity, names, (first, last)) or out_of_100
            or _is_quoted_price(analysis, words, quantity, first) or _has_its_change(words, quantity, first, last)), None


def _thing_measured(quantity: Quantity) -> Thing | None:
    """What an abbreviation behind the number says: "GW"."""
    return (quantity.unit, "units") if quantity.kind == "count" and quantity.unit in _measures() else None


@cache
def _measures() -> frozenset[str]:
    return frozenset(lexicon.load("units")["physical"].values())


def _is_no_number(words: Words, quantity: Quantity, first: int, last: int) -> bool:
    """True of numbers in names, times and classes, and of what is only converted."""
    if quantity.unit in _measures():
        return False
    return (_is_conversion(words, first, last) or _is_name(words, quantity, first) or _is_time(words, last, scaled=quantity.scaled)
            or _is_model(words, quantity, first, last) or _is_class(words, first) or _is_sample(words, first))


def _is_conversion(words: Words, first: int, last: int) -> bool:
    """True of either side of "($1 = 6.3484 yuan)", which only tells how others are converted."""
    return "=" in words.vocabulary and (words.is_one_of(first - 1, ("=",)) or words.is_one_of(last, ("=",)))


def _is_name(words: Words, quantity: Quantity, first: int) -> bool:
    """True of a company called "3M", and of ranks: "among the top 10"."""
    last = words.at(quantity.end - 1)
    verb = last + 1 < len(words) and words.tags[last] == "NNP" and words.pos[last + 1] in ("VERB", "AUX")
    subject = verb or any(words.deps[i] in SUBJECTS for i in (first, last))
    called = subject and quantity.scaled and quantity.end - quantity.start == _A_DIGIT_AND_A_LETTER
    if words.is_one_of(first - 1, ("above", "below")) and words.lower[max(0, first - 3):first - 1] == ("a", "reading"):
        return True  # "a reading below 50 means"
    called = called or (quantity.high is not None and first > 0 and words.tags[first - 1] == "CD")  # "12 420-900 vans"
    return called or words.is_one_of(first - 1, ("top",))


def _has_its_change(words: Words, quantity: Quantity, first: int, last: int) -> bool:
    """True of a large number that a change tells to be a level: "rose 3% to 4.9 million", "was 2,303,000, down 2.6%"."""
    if abs(quantity.value) < _BARE_MONEY:
        return False
    if words.is_one_of(first - 1, ("to",)) and words.is_one_of(first - 2, ("%", "percent", "pct", "pc", "cent")):
        return last >= len(words) or words.pos[last] not in ("NOUN", "PROPN", "ADJ")
    if not words.is_one_of(last, (",",)):
        return False
    place = last + 1 + words.is_one_of(last + 1, ("a", "an"))
    return words.is_one_of(place, direction_words("nouns")) or words.is_one_of(place, ("up", "down", "flat", "unchanged"))


def _is_quoted_price(analysis: Analysis, words: Words, quantity: Quantity, first: int) -> bool:
    """True of the fractions that old market reports quote shares in: "fell 2 1/8 to 33 1/2"."""
    fraction = "/" in quantity.words(analysis.text) or any("/" in word for word in words.lower[max(0, first - 4):first])
    return fraction and (
        words.is_one_of(first - 1, ("to", "at")) or words.is_one_of(first - 1, direction_words("moves", "acts")))


def _is_bare_money(words: Words, quantity: Quantity, names: Sequence[Name], span: tuple[int, int]) -> bool:
    """True of an amount whose currency is told elsewhere: "Net 807,000 vs 658,000", "sank to 1.2 billion from 1.4 billion"."""
    first, last = span
    if quantity.value < _BARE_MONEY:
        return False
    if words.is_one_of(first - 1, ("vs", "vs.")) or any(name.last == first and name.metric in _IN_MONEY for name in names):
        return True
    named = any(name.metric in _IN_MONEY and name.last <= first for name in names)
    return quantity.scaled and named and not (last < len(words) and words.pos[last] in ("NOUN", "PROPN", "ADJ"))


def _is_enough(words: Words, first: int, quantity: Quantity, thing: Thing) -> bool:
    """True where so many of a thing are a number of the trade: three stores are, two units are not."""
    if thing[1] == "other" and words.is_one_of(first - 2, ("of",)) and words.is_one_of(first - 1, ("its", "our", "their", "the")):
        return False  # "seven of our nine mills"
    moved = "to" in words.lower[first + 1:first + 4] or words.is_one_of(first - 1, ("up", "down")) or words.is_one_of(first + 2, ("more",))
    if quantity.unit in _measures() or (thing[0] == "point" and moved):
        return True  # "rose two points to 41%", "41%, up two points"
    large = lexicon.load("units")["large_only"]
    if thing[0] in large["things"]:
        return bool(quantity.value >= large["at_least"])
    return quantity.value >= 10 or (thing[1] == "stores" and words.is_one_of(words.verb_above(first), _words("running")))


def _is_model(words: Words, quantity: Quantity, first: int, last: int) -> bool:
    """True of numbers in names: "the 420 Max van", "Tessaly 350 vans", "the FTSE 250"; never of one that is grouped or scaled."""
    if quantity.end - quantity.start != 3 or not words.lower[first].isdigit():
        return False
    version = words.is_one_of(last, ("-",)) and last + 1 < len(words) and words.lower[last + 1].isdigit() and len(words.lower[last + 1]) < 3
    before = first > 0 and words.pos[first - 1] in ("PROPN", "NUM") and words.ents[first - 1] != "DATE"
    behind = last + 1 < len(words) and words.pos[last] == "PROPN" and words.tags[last + 1] in ("NN", "NNP")
    return version or before or (behind and words.lower[last].isalpha())


def _is_sample(words: Words, first: int) -> bool:
    """True of how many were asked: "a survey of 1,200 households", "polled 350 managers"."""
    return any(words.is_one_of(i, _words("sampling")) for i in words.ancestors(first)[:4])


def _is_class(words: Words, first: int) -> bool:
    """True of the room that something has ("seating 240 passengers"), and of what tells a class of holders ("wallets holding 10 coins")."""
    above = words.verb_above(first)
    if above < 0:
        return False
    if words.lemma[above] in _words("capacity"):
        return True
    return words.lemma[above] in ("hold", "own") and words.tags[above] == "VBG" and words.is_one_of(above - 1, _words("classes"))


def _is_ordinal(words: Words, quantity: Quantity, last: int) -> bool:
    """True of "a third buyer" and "a fifth store", which are no parts, and of the parts of a time."""
    if quantity.kind != "rate" or last >= len(words) or not words.is_one_of(last - 1, lexicon.load("number_words")["fractions"]):
        return False
    first = words.at(quantity.start)
    if words.lower[last:last + 3] in (("year", "on", "year"), ("year", "over", "year")):  # "up a quarter year on year"
        return False
    if words.is_one_of(first - 1, ("and",)) and words.is_one_of(first - 2, _words("time")):  # "a year and a half"
        return True
    if words.is_one_of(first - 1, ("first", "last", "final")) and words.is_one_of(last, ("of",)):  # "the first two-thirds of the year"
        return True
    if words.lower[last - 1].startswith("half") or words.pos[last] not in ("NOUN", "PROPN", "ADJ"):
        return False
    goes_on = words.is_one_of(last, _words("parts")) or words.is_one_of(last, direction_words("nouns", "adverbs"))
    return words.is_one_of(last - 2, ("a",)) and not goes_on


def _thing_counted(words: Words, first: int, last: int, *, scaled: bool) -> Thing | None:
    """What a number counts: "150 lower-producing stores" -> store, stores; people as somebody's staff, or by the million."""
    things, best = counted_things(), None
    if last < len(words) and words.lower[last] == "of":  # "30 of the maker's jets"
        last += 1
    for place in range(last, min(last + 8, len(words))):
        lemma = words.lemma[place]
        pair = f"{words.lemma[place - 1]} {lemma}" if place > last else ""
        people = of_people(words, first, place, scaled=scaled) if lemma in _words("people") else None
        if people:
            return "person", people
        found = pair if pair in things else lemma if lemma in things else None
        if found and words.lower[place] == lemma and words.lower[place + 1:place + 2] == ("-",):
            continue  # "store-level workers"
        if found and place == last + 1 and words.lower[last] == "-":
            return found, things[found]  # "the 36-store chain"
        if found and words.pos[place] in ("NOUN", "PROPN", "X", "ADJ"):
            best = (found, things[found])
        elif words.pos[place] == "CCONJ" and best is None:  # "80 sales and support workers"
            continue
        elif not _goes_on(words, place, partitive=words.lower[last - 1] == "of") or (best and scaled and words.lower[last] == "-"):
            return best
        elif best:
            return None if words.pos[place] in ("NOUN", "PROPN") and words.tags[place - 1] == "NN" else best
    return best


def _goes_on(words: Words, place: int, *, partitive: bool) -> bool:
    """True where the phrase of what a number counts can go on with a word; behind "30 of" with "the" and "its", too."""
    if words.lower[place] in ",;:().":
        return False
    return (words.pos[place] in _IN_PHRASE or words.tags[place] in ("VBG", "VBN", "POS", "HYPH") or "-" in words.lower[place:place + 2]
            or (partitive and (words.pos[place] in ("DET", "PRON") or words.is_one_of(place, ("than",)))))


def _thing_before(words: Words, first: int) -> Thing | None:
    """The counted thing whose number a verb brings to this: "daily active addresses rose to 85,000"."""
    if not words.is_one_of(first - 1, ("to", "at", "around", "about", "total", "reach", "hit", "number")):
        return None
    verb = words.verb_above(first)
    subject = next((token for token in words.tokens[verb].lefts if token.dep_ in ("nsubj", "nsubjpass")), None) if verb >= 0 else None
    brought = next((token for token in words.tokens[verb].rights if token.dep_ == "dobj"), None) if verb >= 0 else None
    if brought is not None and brought.lemma_.lower() in ("number", "total"):  # "takes the number of users to 4 million"
        return _numbered(brought)
    if brought is not None and brought.tag_ == "NNS" and words.is_one_of(verb, ("bring", "take", "lift", "raise", "boost", "increase")):
        return (brought.lemma_.lower(), counted_things()[brought.lemma_.lower()]) if brought.lemma_.lower() in counted_things() else None
    if subject is not None and subject.lemma_.lower() in ("number", "total"):
        return _numbered(subject)
    lemma = subject.lemma_.lower() if subject is not None and subject.tag_ == "NNS" else ""
    return (lemma, counted_things()[lemma]) if lemma in counted_things() else None


def _numbered(subject: "Token") -> Thing | None:
    """What "the number of claims" counts."""
    of = next((token for token in subject.rights if token.lower_ == "of"), None)
    noun = next((token for token in of.rights if token.tag_ == "NNS"), None) if of is not None else None
    return (noun.lemma_.lower(), counted_things().get(noun.lemma_.lower(), "other")) if noun is not None else None


def is_date(analysis: Analysis, quantity: Quantity) -> bool:
    """True of a number without unit that is part of an expression of time."""
    if quantity.kind != "count" or quantity.scaled:
        return False
    found = analysis.dates_in(max(0, quantity.start - _LONGEST_DATE), quantity.end)
    return any(date.start <= quantity.start < date.end for date in found)


def _is_time(words: Words, last: int, *, scaled: bool) -> bool:
    """True of a number that counts years, hours, miles or degrees, and of the members of a board, but not of millions of them."""
    if scaled:
        return False
    place = last
    while place < len(words) and words.lower[place] in ("-", "–", "consecutive", "straight", "more"):
        place += 1
    return words.is_one_of(place, _words("time"))


def _is_reading(words: Words, names: Sequence[Name], first: int) -> bool:
    """True of a number without unit that is a level or a move of an index or a ratio: "rose 17.01 to 2,653.28", "a ratio of 190"."""
    in_words = not words.lower[first][:1].isdigit() and "." not in words.lower[first]
    if in_words and not any(words.is_one_of(i, ("point",)) for i in range(first, first + 4)):
        return False  # nobody writes the reading of an index in words
    if not words.is_one_of(first - 1, _PLACED) and not words.is_one_of(first - 1, direction_words("moves", "acts")):
        return False
    if any(_is_unitless(words, name) and name.last <= first and first - name.last < 25 for name in names):
        return True
    pair = [name for name in names if name.metric == "exchange_rate" and name.last <= first]
    return len(pair) > 1 and first - pair[-1].last < _NEAR  # "against the yen, the dollar fell to 105"


def _is_unitless(words: Words, name: Name) -> bool:
    return name.metric == "index" or words.lemma[name.last - 1] in _words("unitless")


def _is_threshold(words: Words, first: int, last: int) -> bool:
    """True of "loans under $2000" and "owners of 5% and more": the amount tells which ones are meant, not how much there is."""
    if words.lower[last:last + 2] in (("or", "more"), ("or", "less"), ("or", "above"), ("or", "higher"), ("or", "over")):
        return words.is_one_of(first - 1, ("of", "with", "own", "hold")) and first > 1 and words.pos[first - 2] in ("NOUN", "PRON")
    place = first - 1
    while place > 0 and words.pos[place] in ("DET", "SYM"):
        place -= 1
    return words.lower[place] in ("under", "over", "above", "below") and place > 0 and words.pos[place - 1] == "NOUN" and (
        words.lemma[place - 1] in _words("classes"))


def _is_vote(words: Words, quantity: Quantity, first: int) -> bool:
    """True of a percentage of votes or doubt in a poll, and not of "shares fell 2% as voters ..." and "voted to cut rates to 2%"."""
    if quantity.kind != "rate" or words.vocabulary.isdisjoint(_words("votes")) or "rate" in words.vocabulary:
        return False
    if any(words.lemma[i] == "vote" and words.is_one_of(i + 1, ("to",)) for i in range(first)):
        return False  # "the bank voted to keep its rate at 5%"
    return not (words.is_one_of(first - 1, direction_words("moves")) or words.is_one_of(first - 1, ("up", "down")))
