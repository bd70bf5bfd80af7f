"""Whether words state a number: the check of what people enter, whose numbers must be the source's, too."""

import re
from collections.abc import Iterator
from functools import cache

from generator import lexicon
from generator.lexicon.patterns import any_of
from generator.models import Metric

_NUMERAL = re.compile(r"\d[\d.,·٫'’\u00a0\u202f]*")
_WORD = re.compile(r"[^\W\d_]+")


def unstated(metric: Metric, text: str) -> float | None:
    """The first number of a metric whose digits are no numeral's of its evidence; None where all are, or where numbers stand in words.

    Scales are left out of account: 84,600,000 is the number of "84.6 million".

    Args:
        metric: with evidence in ``text``.
    """
    evidence = " ".join(span.of(text) for span in metric.evidence)
    if _has_number_word(evidence):
        return None
    stated = {_digits(numeral) for numeral in _NUMERAL.findall(evidence)}
    return next((number for number in _numbers(metric) if _digits(f"{number:.10e}".split("e")[0]) not in stated | {""}), None)


def _numbers(metric: Metric) -> Iterator[float]:
    amounts = (metric.value, metric.change and metric.change.value, metric.previous and metric.previous.value,
               *((metric.range.low, metric.range.high) if metric.range else ()))
    return (number for number in amounts if number is not None)


def _digits(numeral: str) -> str:
    """The digits of a number that do not only tell its size: "846" of "84.6" and of "84,600,000"."""
    return "".join(str(int(sign)) for sign in numeral if sign.isdecimal()).strip("0")


def _has_number_word(words: str) -> bool:
    """True of words with a number or a fraction in words or signs ("a fifth", "1/4", "doubled"), whose value is not computed here."""
    if "/" in words or not lexicon.load("number_words")["vulgar"].keys().isdisjoint(words) or _number_words().search(words):
        return True
    return any(word.startswith(_factors()) for word in _WORD.findall(words.casefold()))


@cache
def _number_words() -> re.Pattern[str]:
    """Such as "three" and "two-fifths", but not the "third quarter" and the "first half"."""
    book = lexicon.load("number_words")
    whole, parts = any_of([*book["cardinals"], *book["multipliers"]]), any_of(book["fractions"])
    return re.compile(rf"\b(?:{whole}s?|an?[\s-]{parts}|half\s(?:an?|of|the|its)|by\shalf)\b", re.IGNORECASE)


@cache
def _factors() -> tuple[str, ...]:
    """The stems of "doubled" and "tripling"."""
    factors = lexicon.load("directions")["factors"].values()
    return tuple(word.removesuffix("e") for words in factors for word in words)
