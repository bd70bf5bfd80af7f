"""Amounts of money, rates and counts in a text: where they stand, what they are worth, in which unit.

`find_quantities` reads characters alone, in linear time: it knows nothing of sentences or of what a number is about. What a date,
an age or a telephone number is, and which counts matter, is decided by those who know the words around (see `filters`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator import lexicon
from generator.extract.metrics.notation import amount_pattern
from generator.extract.metrics.numbers import is_fraction, value_of
from generator.lexicon.patterns import any_of
from generator.models import Equivalent

Kind = Literal["money", "rate", "count"]
A_SHARE = re.compile(r"\b(?:per|an?) (?:diluted |ordinary |common )?share$", re.IGNORECASE)
"""The end of an amount for one share."""
RATES = ("percent", "percentage_points", "basis_points")


@dataclass(frozen=True)
class Quantity:
    """An amount. ``start`` .. ``end`` are its words in the text; ``noun`` is where a counted thing can begin.

    ``value`` is in base units, the lower bound of a range; ``per`` is what a price is for ("share"); ``factor`` is what the
    number as written was multiplied with: 1e9 for "bn", 0.01 for pence; ``stated`` is where the words end that state it, before
    its equivalents.
    """

    start: int
    end: int
    value: float
    unit: str | None
    kind: Kind
    high: float | None = None
    per: str | None = None
    factor: float = 1.0
    equivalents: tuple[Equivalent, ...] = ()
    stated: int = 0

    def words(self, text: str) -> str:
        """The words of ``text`` that state the amount, its equivalents left out."""
        return text[self.start:self.stated or self.end]

    @property
    def scaled(self) -> bool:
        """True where a word such as "million" stands by the number."""
        return self.factor >= 1000


def find_quantities(text: str, start: int = 0, end: int | None = None, home: Mapping[str, str] | None = None) -> list[Quantity]:
    """The amounts in ``text[start:end]`` in their order, none overlapping another; ranges and equivalents are joined.

    Args:
        text: the whole text; offsets count in it.
        start, end: the stretch to read.
        home: the currencies that words such as "dollar" ("$") and "franc" alone stand for, by the word.
    """
    end = len(text) if end is None else end
    found: list[Quantity] = []
    for quantity in _amounts(text, start, end, home or {}):
        joined = _joined(found[-1], quantity, text) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(quantity)
    return found


def _amounts(text: str, start: int, end: int, home: Mapping[str, str]) -> Iterator[Quantity]:
    for match in amount_pattern().finditer(text, start, end):
        quantity = _rate_of(match) if match["in"] else _step_of(match) if match["step"] else _quantity(match, home)
        if quantity and not _glued(text, match):
            yield quantity


_GOES_ON = re.compile(r"[.:/]\d")
_COMES_FROM = re.compile(r"[^\W\d]\d*[-/]$|[)/][-/]?$|[#@]$")


def _glued(text: str, match: re.Match[str]) -> bool:
    """True of a number that is part of a name, a version, a time or a telephone number: "B-52", "X350-900", "10:30", "324-2329"."""
    if any(match.group("sign", "code", "rate", "word", "scale", "glued", "physical")):
        return False
    start, end = match.span()
    if _GOES_ON.match(text, end):
        return True
    return match["in"] is None and _COMES_FROM.search(text[max(0, start - 8):start]) is not None


def _rate_of(match: re.Match[str]) -> Quantity | None:
    """The share that "one in ten" is."""
    part, whole = value_of(re.split(r"\s(?:in|out)\s", match["in"], flags=re.IGNORECASE)[0]), value_of(match["whole"])
    if not part or not whole or part >= whole:
        return None
    return Quantity(match.start(), match.end(), round(100 * part / whole, 2), "percent", "rate")


def _step_of(match: re.Match[str]) -> Quantity:
    """The part of a percentage point that "quarter-point" is."""
    part = 0.5 if match["step"].casefold() == "half" else 0.75 if match["step"].casefold().startswith("three") else 0.25
    return Quantity(match.start(), match.end(), part, "percentage_points", "rate")


_SMALL = {"a": 1.0, "an": 1.0, "half": 0.5}


def _quantity(match: re.Match[str], home: Mapping[str, str]) -> Quantity | None:
    words = match["number"]
    digits = words[0].isdigit()
    value = (None if digits else _SMALL.get(words.casefold())) or value_of(words)
    if value is None:
        return None
    if match["sign"] in lexicon.load("currencies")["sign_countries"] and match["sign"] not in home:
        return None
    unit, factor = _unit(match, home) if match["physical"] is None else (lexicon.load("units")["physical"][match["physical"]], 1.0)
    scale = _scale(match)
    fraction = not digits and (is_fraction(words) or words.casefold() == "half")
    kind: Kind = "rate" if unit in RATES else "money" if match["sign"] or match["code"] or match["word"] else "count"
    if fraction and value >= 1:
        return None  # "nine quarters" are a stretch of time
    if fraction and kind == "count" and scale == 1:
        value, unit, kind = 100 * value, "percent", "rate"
    value = _rounded(value * scale * factor * (-1 if match["minus"] or match["minus2"] else 1))
    if abs(value) > 1e18:
        return None
    per = match["of"].casefold() if match["of"] else None
    return Quantity(match.start(), match.end(), value, unit, kind, per=per, factor=scale * factor)


def _rounded(value: float) -> float:
    """Without the digits that only binary fractions have: 0.45 and not 0.45000000000000001."""
    if value.is_integer() and abs(value) < 1e15:
        return value
    return float(f"{value:.9g}") if abs(value) < 1e9 else float(f"{value:.15g}")


def _scale(match: re.Match[str]) -> float:
    units = lexicon.load("units")
    if match["scale"]:
        return float(units["scales"][match["scale"].casefold()])
    if match["glued"]:
        letter = match["glued"].strip()
        return float(units["glued"].get(letter) or units["glued"][letter.casefold()])
    return 1.0


def _unit(match: re.Match[str], home: Mapping[str, str]) -> tuple[str | None, float]:
    """The unit that the signs and words of a match say, and what its numbers count in (0.01 for cents)."""
    if match["rate"]:
        return _rate(match["rate"].casefold()), 1.0
    if match["word"] and not (match["sign"] and match["word"].casefold() == "mark"):  # "through the $4 trillion mark"
        return _currency_word(match, home)
    if match["sign"]:
        return _sign(match["sign"], home), 1.0
    return (match["code"].upper(), 1.0) if match["code"] else (None, 1.0)


def _rate(form: str) -> str:
    """The unit of a rate, its words apart or joined by a hyphen: "%", "per cent", "basis-points"."""
    known = _rates()
    return known.get(form) or known.get(re.sub(r"\s?-?\s", " ", form).strip(), "percent")


@cache
def _rates() -> dict[str, str]:
    return {form: unit for unit, forms in reversed(lexicon.load("units")["rates"].items()) for form in forms}


def _sign(sign: str, home: Mapping[str, str]) -> str:
    """The code of a currency's sign, as the document's country has it."""
    return home.get("dollar", "USD") if sign == "$" else home.get(sign) or _signs()[sign.casefold()]


@cache
def _signs() -> dict[str, str]:
    return {sign.casefold(): code for sign, code in lexicon.load("currencies")["signs"].items()}


def _currency_word(match: re.Match[str], home: Mapping[str, str]) -> tuple[str | None, float]:
    money = lexicon.load("currencies")
    word = match["word"]
    if word in money["codes"]:
        return word, 1.0
    word = word.casefold()
    singular = word if word in money["words"] or word in money["hundredths"] else word.removesuffix("s")
    factor = 0.01 if singular in money["hundredths"] else 1.0
    code = money["hundredths"].get(singular) if factor < 1 else money["words"].get(singular)
    qualified = money["qualified"].get((match["adjective"] or "").casefold(), {})
    if singular in qualified:
        return qualified[singular], factor
    return home.get(money["whole"].get(singular, singular), code), factor


# --- two amounts that are one -------------------------------------------------------------------------------------

_WORTH_OF_COINS = re.compile(r"\s[A-Z]{2,5}\b[^.;]{0,25}?(?:\(|\bworth\b|\bequivalent (?:of|to)\b)\s?(?:about\s|around\s|nearly\s|over\s)?")
"""Between a number of coins, by their ticker, and what they are worth."""
_ROUNDING = 4
"""Percentage points that a fraction in words can be off."""
_OPENED = re.compile(r",?\s?[(\[]\s?(?:or\s|about\s|around\s|nearly\s|some\s|=\s?|\$)?")
_ASIDE = re.compile(r"\s?(?:[-–—(]|,\sor)\s?")
_DASH = re.compile(r"\s?[-–—]{1,2}\s?$")
_BETWEEN = re.compile(r"\bbetween\s(?:an?\s|about\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)


_BY = re.compile(r"\bby\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
_APART = 4
"""A range's upper bound is less than this many times the lower one, where a verb of an act stands before it."""
_NEAR = 2
"""The same where a noun of movement stands before it; of percentages, a verb of movement as well."""
_REACH = 60
"""Characters before an amount in which that verb stands."""


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
        return _range(first, second)
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
        return not (_FROM.search(before) or size_and_level or _is_brought_to(first, second, text))
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


def _range(first: Quantity, second: Quantity) -> Quantity | None:
    """A range whose first number takes unit and scale from the second ("€50-60m", "2 to 3 percent")."""
    low = first.value
    if first.factor == 1:
        low *= second.factor
    if not low < second.value:
        return None
    unit, kind = (first.unit, first.kind) if _lends_sign(first, second) else (second.unit, second.kind)
    return replace(second, start=first.start, value=_rounded(low), high=second.value, unit=unit, kind=kind)


def _lends_sign(first: Quantity, second: Quantity) -> bool:
    """Such as "€50-60m": the sign in front is for both."""
    return first.kind == "money" and second.kind == "count" and first.factor == 1
