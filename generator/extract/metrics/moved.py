"""Bare numbers that a metric of counts moves by or to: "payrolls rose 164,000", "orders fell by 2,000 to 9,000"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator import lexicon
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.names import Name
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.things import Thing, counted_things
from generator.extract.metrics.words import Words

_LEAST = 10
_MOVED = 12
"""Tokens before "to" in which the verb stands that moves a number."""
_ALIKE = 5
"""Of two levels in brackets, the one is less than this many times the other."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_BACK = 25
"""Tokens before a number in which what it counts is named."""
_COMPARED = re.compile(r"(?:(?:\s[a-z]+){1,2}?(?=(?:\sin\s\w+)?,?\s(?:versus|against|compared)\s))?"  # "40,000 cars in May, against"
                       r"(?:\sin\s(?:the\s)?\w+(?:\s\w+)?(?:\sof\s\d{4})?)?[,\s]{0,3}(?:(?:up|down)\s)?"
                       r"(?:from|versus|vs\.?|against|after|compared\s(?:with|to))\s(?:about\s|around\s|some\s|an?\s)?", re.IGNORECASE)
_BROUGHT = re.compile(r"(?:\s\w+){0,2}(?:\s(?:per|a|an)\s\w+)?\sto\s(?:about\s|around\s|some\s|an?\s)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|some\s|an?\s)?$", re.IGNORECASE)
"""What stands between, and before, two amounts of one unit: "from 21 million tonnes a year to 24 million"."""
_AFTER = re.compile(r"[,\s]{0,3}after\b", re.IGNORECASE)
"""Before a number that is no former level if it is small: "$5m after 12 months"."""
_REACHING = frozenset(("up", "down", "total", "stand", "be", "reach", "hit", "average", "exceed"))
_LEVELS = frozenset(("level", "total", "record", "high", "low", "peak"))


def moved_thing(words: Words, names: Sequence[Name], quantity: Quantity, span: tuple[int, int]) -> Thing | None:
    """What a number without a noun counts, where a movement of counted things leads to it; None where nothing does.

    Args:
        names: the names of metrics in the sentence.
        span: the tokens of the number.
    """
    first, last = span
    if abs(quantity.value) < _LEAST or _has_noun(words, last) or not _is_moved(words, first):
        return None
    things, kinds = counted_things(), lexicon.load("units")["named"]
    named = [(name.last, (kinds[name.metric], name.metric)) for name in names
             if name.metric in kinds and first - _BACK <= name.last <= first]
    plain = [(place, (words.lemma[place], things[words.lemma[place]])) for place in range(max(0, first - _BACK), first)
             if words.tags[place] == "NNS" and words.lemma[place] in things and things[words.lemma[place]] != "index"]
    return max([*named, *plain], default=(0, None), key=lambda found: found[0])[1]


def _has_noun(words: Words, last: int) -> bool:
    if last >= len(words) or words.ents[last] == "DATE":
        return False
    return words.pos[last] in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")


def _is_moved(words: Words, first: int) -> bool:
    """True behind "rose", "up", "totaled", "stood at", "fell by", "rose 5 % to", "rising to a record level of"."""
    softeners = lexicon.load("number_words")["approximate"]
    place = first - 1
    while place >= 0 and words.lower[place] in softeners and words.lower[place] not in ("to", "of", "up"):
        place -= 1
    if words.is_one_of(place, ("of",)) and words.is_one_of(place - 1, _LEVELS):
        place = next((i for i in range(place - 2, max(-1, place - 5), -1) if words.lower[i] == "to"), -1)
    moves, adverbs = direction_words("moves"), direction_words("adverbs")
    if words.is_one_of(place, moves) or words.is_one_of(place, _REACHING):
        return True
    if words.is_one_of(place, ("between",)):
        place -= 1
    if words.is_one_of(place, ("above", "below")) and words.is_one_of(first + 1, lexicon.load("units")["scales"]):
        return True
    if not words.is_one_of(place, ("to", "by", "from")):
        return False
    if words.is_one_of(place - 1, ("come", "amount")):
        return True
    return any(words.lemma[i] in moves or words.lower[i] in adverbs for i in range(max(0, place - _MOVED), place))


def compared(text: str, before: Quantity, quantity: Quantity) -> Quantity | None:
    """A bare number as of its neighbour's unit, where both are compared: the "38" of "33 francs, down from 38"; else None."""
    if quantity.kind != "count":
        return None
    if _is_in_brackets(text, before, quantity):
        value = float(f"{quantity.value * before.factor:.12g}")
        return replace(quantity, value=value, unit=before.unit, kind=before.kind, factor=before.factor, per=before.per)
    brought = _BROUGHT.fullmatch(text, before.end, quantity.start) and _FROM.search(text, max(0, before.start - 20), before.start)
    if not brought and not _COMPARED.fullmatch(text, before.end, quantity.start):
        return None
    if _AFTER.match(text, before.end) and not quantity.scaled:
        return None
    factor = before.factor if quantity.factor == 1 and abs(quantity.value) < 1000 else 1.0
    value = float(f"{quantity.value * factor:.12g}")
    return replace(quantity, value=value, unit=before.unit, kind=before.kind, factor=quantity.factor * factor, per=before.per)


def _is_in_brackets(text: str, before: Quantity, quantity: Quantity) -> bool:
    """True of the former level in a release's "EUR 120.5 million (114.2)": of the size of the one before, and no year or note."""
    if before.kind == "count" or text[before.end:quantity.start] != " (" or text[quantity.end:quantity.end + 1] != ")":
        return False
    now, then = abs(before.value / before.factor), abs(quantity.value)
    year = _FIRST_YEAR <= then <= _LAST_YEAR
    return quantity.factor == 1 and not year and now / _ALIKE < then < now * _ALIKE
