"""Amounts of money, rates and counts: where they are written, what they are worth, in which unit.

Only characters are read, in linear time: nothing is known of sentences or of what a number is about. What a date,
an age or a telephone number is, and which counts matter, is decided by those who know the words around (see `filters`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from generator import lexicon
from generator.extract.metrics.notation import Written, find_written
from generator.extract.metrics.numbers import is_fraction, value_of
from generator.models import Equivalent
from generator.records import record

Kind = Literal["money", "rate", "count"]
A_SHARE = re.compile(r"\b(?:per|an?) (?:diluted |ordinary |common )?share$", re.IGNORECASE)
"""The end of an amount for one share."""
RATES = ("percent", "percentage_points", "basis_points")
_LARGEST = 1e18
"""What is more is no number that a business states."""


@record
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


def read_amounts(text: str, start: int, end: int, home: Mapping[str, str], places: Sequence[int] | None = None) -> Iterator[Quantity]:
    """The amounts that are written in ``text[start:end]``, in its order, each by itself.

    Args:
        home: the currencies that words such as "dollar" ("$") and "franc" alone stand for, by the word.
        places: the offsets from ``start`` on at which one can begin, where they are known.
    """
    for written in find_written(text, start, end, places):
        quantity = _read(written, home)
        if quantity and not _glued(text, written):
            yield quantity


def _read(written: Written, home: Mapping[str, str]) -> Quantity | None:
    if written.number:
        return _quantity(written, written.number, home)
    if written.share and written.whole:
        return _rate_of(written, written.share, written.whole)
    return _step_of(written, written.step or "")


_GOES_ON = re.compile(r"[.:/·٫٬]\d")
_SEVERAL = re.compile(r"\b(?:several|few|many|couple\sof)\s$", re.IGNORECASE)
"""Before a number in words that then is none: "several hundred"."""
_COMES_FROM = re.compile(r"[^\W\d]\d*[-/]$|[)/][-/]?$|[#@]$")


def _glued(text: str, written: Written) -> bool:
    """True of a number that is part of a name, a version, a time or a telephone number: "B-52", "X350-900", "10:30", "324-2329".

    So is the number in "several hundred jobs".
    """
    if written.number and written.number[0].isalpha() and _SEVERAL.search(text[max(0, written.start - 10):written.start]):
        return True
    if written.sign or written.code or written.rate or written.word or written.scale or written.glued or written.physical:
        return False
    start, end = written.start, written.end
    if _GOES_ON.match(text, end):
        return True
    bound = start > 0 and text[start - 1] in "-/)#@" and written.share is None
    return bound and _COMES_FROM.search(text[max(0, start - 8):start]) is not None


def _rate_of(written: Written, share: str, whole: str) -> Quantity | None:
    """The share that "one in ten" is."""
    above, below = value_of(re.split(r"\s(?:in|out)\s", share, flags=re.IGNORECASE)[0]), value_of(whole)
    if not above or not below or above >= below:
        return None
    return Quantity(written.start, written.end, round(100 * above / below, 2), "percent", "rate")


def _step_of(written: Written, step: str) -> Quantity:
    """The part of a percentage point that "quarter-point" is."""
    part = 0.5 if step.casefold() == "half" else 0.75 if step.casefold().startswith("three") else 0.25
    return Quantity(written.start, written.end, part, "percentage_points", "rate")


_SMALL = {"a": 1.0, "an": 1.0, "half": 0.5}


def _quantity(written: Written, number: str, home: Mapping[str, str]) -> Quantity | None:
    digits = number[0].isdigit()
    value = (None if digits else _SMALL.get(number.casefold())) or value_of(number)
    if value is None or _is_of_nowhere(written.sign, home):
        return None
    unit, factor = _unit(written, home)
    scale = _scale(written)
    kind: Kind = "rate" if unit in RATES else "money" if written.sign or written.code or written.word else "count"
    if not digits and (is_fraction(number) or number.casefold() == "half"):
        if value >= 1:
            return None  # "nine quarters" are a stretch of time
        if kind == "count" and scale == 1:
            value, unit, kind = 100 * value, "percent", "rate"
    value = rounded(value * scale * factor * (-1 if written.minus or written.minus2 else 1))
    if abs(value) > _LARGEST:
        return None
    per = written.of.casefold() if written.of else None
    return Quantity(written.start, written.end, value, unit, kind, per=per, factor=scale * factor)


def _is_of_nowhere(sign: str | None, home: Mapping[str, str]) -> bool:
    """True of a letter such as "R" in a text that names no country whose currency it is the sign of."""
    return sign is not None and sign in lexicon.load("currencies")["sign_countries"] and sign not in home


def rounded(value: float) -> float:
    """Without the digits that only binary fractions have: 0.45 and not 0.45000000000000001."""
    if value.is_integer() and abs(value) < 1e15:
        return value
    return float(f"{value:.9g}") if abs(value) < 1e9 else float(f"{value:.15g}")


def _scale(written: Written) -> float:
    if written.scale:
        return float(lexicon.load("units")["scales"][written.scale.casefold()])
    if written.glued:
        units, letter = lexicon.load("units"), written.glued.strip()
        return float(units["glued"].get(letter) or units["glued"][letter.casefold()])
    return 1.0


def _unit(written: Written, home: Mapping[str, str]) -> tuple[str | None, float]:
    """The unit that the signs and words of an amount say, and what its numbers count in (0.01 for cents)."""
    if written.physical:
        return lexicon.load("units")["physical"][written.physical], 1.0
    if written.rate:
        return _rate(written.rate.casefold()), 1.0
    if written.word and not (written.sign and written.word.casefold() == "mark"):  # "above the $2 trillion mark"
        return _currency_word(written.word, written.adjective or "", home)
    if written.sign:
        return _sign(written.sign, home), 1.0
    return (written.code.upper(), 1.0) if written.code else (None, 1.0)


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


def _currency_word(word: str, adjective: str, home: Mapping[str, str]) -> tuple[str | None, float]:
    money = lexicon.load("currencies")
    if word in money["codes"]:
        return word, 1.0
    word = word.casefold()
    singular = word if word in money["words"] or word in money["hundredths"] else word.removesuffix("s")
    factor = 0.01 if singular in money["hundredths"] else 1.0
    code = money["hundredths"].get(singular) if factor < 1 else money["words"].get(singular)
    qualified = money["qualified"].get(adjective.casefold(), {})
    if singular in qualified:
        return qualified[singular], factor
    return home.get(money["whole"].get(singular, singular), code), factor
