"""The amounts of a text: those that are one are joined, ranges and amounts with their equivalent in another currency."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator import lexicon
from generator.extract.metrics.quantities import Quantity, read_amounts, rounded
from generator.lexicon.patterns import any_of
from generator.models import Equivalent

_WORTH_OF_COINS = re.compile(r"\s[A-Z]{2,5}\b[^.;]{0,25}?(?:\(|\bworth\b|\bequivalent (?:of|to)\b)\s?(?:about\s|around\s|nearly\s|over\s)?")
"""Between a number of coins, by their ticker, and what they are worth."""
_ROUNDING = 4
"""Percentage points that a fraction in words can be off."""
_OPENED = re.compile(r",?\s?[(\[]\s?(?:or\s|about\s|around\s|nearly\s|some\s|=\s?|\$)?")
_ASIDE = re.compile(r"\s?(?:[-–—(]|,\sor)\s?")
_DASH = re.compile(r"\s?[-–—]{1,2}\s?$")
_BETWEEN = re.compile(r"\bbetween\s(?:an?\s|about\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
_SPANNED = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anything|anywhere|priced|costs?|costing|sell|sells|selling|"
                      r"(?:fee|price|wage|salary|salaries)s?\s\w+)"
                      r"(?:\sin\s\w+)?\sfrom\s(?:about\s|around\s|some\s|as\slittle\sas\s)?$", re.IGNORECASE)
"""Before the lower bound of what ranges and does not move: "ranging from $5 to $9"."""
_BY = re.compile(r"\bby\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
_APART = 4
"""A range's upper bound is less than this many times the lower one, where a verb of an act stands before it."""
_THOUSAND = 1000
_NEAR = 2
"""The same where a noun of movement stands before it; of percentages, a verb of movement as well."""
_SPAN = 40
_REACH = 60
"""Characters before an amount in which that verb stands."""


def find_quantities(text: str, start: int = 0, end: int | None = None, home: Mapping[str, str] | None = None,
                    places: Sequence[int] | None = None) -> list[Quantity]:
    """The amounts in ``text[start:end]`` in their order, none overlapping another; ranges and equivalents are joined.

    Args:
        text: the whole text; offsets count in it.
        start, end: the stretch to read.
        home: the currencies that words such as "dollar" ("$") and "franc" alone stand for, by the word.
        places: the offsets from ``start`` on at which an amount can begin, where they are known.
    """
    end = len(text) if end is None else end
    found: list[Quantity] = []
    for quantity in read_amounts(text, start, end, home or {}, places):
        joined = _joined(found[-1], quantity, text) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(quantity)
    return found


@cache
def _moved() -> re.Pattern[str]:
    """A verb of movement right before an amount: in "fell $1 to $15" and "a rise of $1 to $15" the first is the size, and no bound."""
    book = lexicon.load("directions")
    moves = {*book["up"]["moves"], *book["down"]["moves"], "add", "lose", "shed"}
    past = {form for form, lemma in book["forms"].items() if lemma in moves}
    nouns = "|".join(sorted({*book["up"]["nouns"], *book["down"]["nouns"]} - {"growth"}))
    verbs = "|".join(sorted(past | moves))
    return re.compile(rf"\b(?:(?:{verbs})(?:s|ed|d|ing)?\s(?:by\s|about\s|some\s|an?\s)?|(?P<noun>{nouns})\sof\s|(?:up|down)\s(?:by\s)?)$",
                      re.IGNORECASE)


@cache
def _acted() -> re.Pattern[str]:
    """A verb of an act in the words before an amount, its object behind it: "boost net income by"."""
    book = lexicon.load("directions")
    acts = {act for act in (*book["up"]["acts"], *book["down"]["acts"]) if " " not in act}
    past = {form for form, lemma in book["forms"].items() if lemma in acts}
    return re.compile(rf"\b(?:{any_of(sorted(acts | past))})(?:s|ed|d|ing)?\s[^,;:.()\d]*$", re.IGNORECASE)


def _joined(first: Quantity, second: Quantity, text: str) -> Quantity | None:
    """The one amount that two neighbours are: a range, or an amount with its equivalent in brackets; None where they are two."""
    gap = text[first.end:second.start]
    if first.kind == "count" and second.kind == "money" and _WORTH_OF_COINS.fullmatch(gap):
        return _worth(first, second, text)
    if _is_made_exact(first, second, gap, text):
        return second
    return _pair(first, second, gap, text) if len(gap) <= 16 else None


def _pair(first: Quantity, second: Quantity, gap: str, text: str) -> Quantity | None:
    if _OPENED.fullmatch(gap) and text[second.end:second.end + 2].strip().startswith((")", "]", "-", "–", "t", ";", ",")):
        return _with_equivalent(first, second, text)
    if first.equivalents and text[first.end - 1] not in ")]":
        return _with_equivalent(first, second, text) if gap.strip() in ("; or", ";", ",") else _longer_equivalent(first, second, gap, text)
    if _is_range(first, second, gap, text):
        return _range(first, second, dashed=_DASH.fullmatch(gap) is not None)
    return None


def _is_made_exact(first: Quantity, second: Quantity, gap: str, text: str) -> bool:
    """True of "a third - 31% -" and "half (49.7%)": a fraction in words, and the same share in figures."""
    if first.kind != "rate" or second.unit != "percent" or any(map(str.isdigit, first.words(text))):
        return False
    return _ASIDE.fullmatch(gap) is not None and abs(first.value - second.value) <= _ROUNDING


def _with_equivalent(first: Quantity, second: Quantity, text: str) -> Quantity | None:
    if first.kind != "money" or second.kind != "money" or first.unit == second.unit or first.unit is None:
        return None
    other = Equivalent(value=second.value, unit=second.unit, text=text[second.start:second.end])
    return replace(first, end=_closed(text, second.end), equivalents=(*first.equivalents, other), stated=first.stated or first.end)


def _closed(text: str, end: int) -> int:
    """Behind the bracket that closes at ``end``, if one does."""
    return end + len(text[end:end + 2]) - len(text[end:end + 2].lstrip()) + 1 if text[end:end + 2].lstrip().startswith((")", "]")) else end


def _worth(first: Quantity, second: Quantity, text: str) -> Quantity:
    """Coins with what they are worth in money: "300 ETH (about $1 million)"."""
    other = Equivalent(value=second.value, unit=second.unit, text=text[second.start:second.end])
    return replace(first, equivalents=(other,), stated=first.end)


def _longer_equivalent(first: Quantity, second: Quantity, gap: str, text: str) -> Quantity | None:
    """Such as "$3m to $4m (£2m to £3m)": the upper bound of an equivalent belongs to it."""
    *others, last = first.equivalents
    if second.kind != "money" or second.unit != last.unit or not (_DASH.fullmatch(gap) or gap.strip() == "to"):
        return None
    whole = last.model_copy(update={"text": text[first.end - len(last.text):second.end]})
    return replace(first, end=_closed(text, second.end), equivalents=(*others, whole))


def _is_range(first: Quantity, second: Quantity, gap: str, text: str) -> bool:
    if first.high is not None:
        return False
    if first.kind != "count" and (first.kind, first.unit) != (second.kind, second.unit) and not _lends_sign(first, second):
        return False
    before = text[max(0, first.start - 16):first.start]
    joint = gap.strip().casefold()
    if joint == "and":
        return bool(_BETWEEN.search(before))
    if joint == "to" and _BETWEEN.search(before):
        return True
    if joint == "to":
        size_and_level = (first.kind != "count" or second.kind == "count") and _is_moved_to(first, second, before)
        moves = _FROM.search(before) and not _SPANNED.search(text[max(0, first.start - _SPAN):first.start])
        return not (moves or size_and_level or _is_brought_to(first, second, text))
    return bool(_DASH.fullmatch(gap))


def _is_moved_to(first: Quantity, second: Quantity, before: str) -> bool:
    """True of "rose $1 to $5" and "a rise of $1 to $5", but not of "a gain of $6m to $7m": a size and the level that it leads to."""
    moved = _moved().search(before)
    low = first.value * (second.factor if first.factor == 1 else 1)
    near = second.value < _NEAR * low
    if first.unit == second.unit == "percent" and near and low < second.value:
        return False  # "will grow by 15% to 20%"
    return (moved is not None and not (moved["noun"] and near)) or (_BY.search(before) is not None and second.value >= _APART * low)


def _is_brought_to(first: Quantity, second: Quantity, text: str) -> bool:
    """True of "lifted its rate 0.25% to 5.5%": a size and the level that it brings something to, too far apart for a range."""
    low = first.value * (second.factor if first.factor == 1 else 1)
    return second.value >= _APART * low and _acted().search(text[max(0, first.start - _REACH):first.start]) is not None


def _range(first: Quantity, second: Quantity, *, dashed: bool) -> Quantity | None:
    """A range whose first number takes unit and scale from the second ("€50-60m", "2 to 3 percent", "$20-30,000")."""
    low = first.value
    if first.factor == 1:
        low *= second.factor
    if not low < second.value:
        return None
    if dashed and low < _THOUSAND and second.value < _THOUSAND ** 2 and second.value % _THOUSAND == 0 and low * _THOUSAND < second.value:
        low *= _THOUSAND
    unit, kind = (first.unit, first.kind) if _lends_sign(first, second) else (second.unit, second.kind)
    return replace(second, start=first.start, value=rounded(low), high=second.value, unit=unit, kind=kind)


def _lends_sign(first: Quantity, second: Quantity) -> bool:
    """Such as "€50-60m": the sign in front is for both."""
    return first.kind == "money" and second.kind == "count" and first.factor == 1
