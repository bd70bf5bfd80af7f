"""Numerals and numbers in words, read as values."""

import re
from functools import cache

from generator import lexicon
from generator.lexicon.patterns import any_of

MAX_DIGITS = 18
"""A longer run of digits is no number that a business states, and would lose digits as a float."""

_SPACES = "\u00a0\u2009\u202f"
_PLAIN = (rf"\d{{1,{MAX_DIGITS}}}(?:\.\d{{1,6}})?(?![\d.,·٫'’/½⅓⅔¼¾⅛⅜⅝⅞-]|[\s{_SPACES}]\d|\s-\s)")
"""A numeral behind which nothing stands that could be part of it: most are, and the other forms need not be tried."""
NUMERAL = (
    rf"{_PLAIN}|"
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d{1,6})?"  # 1,234,567.8 and 12,34,567
    r"|\d{1,3}(?:\.\d{3})+,\d{1,4}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234.567,8
    rf"|\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d{{1,4}}(?!\d))?"  # 1 234 567 and 1'234'567
    r"|\d{1,3}(?: \d{3})+(?=\s?(?:€|euros?\b|roubles?\b|rubles?\b|rand\b|zlotys?\b|kron\w+))"  # blanks, as normalised
    r"|\d{1,5}(?:\s|-|\s-\s)\d{1,2}/\d{1,3}(?![\d/])|(?<![\d/])\d{1,2}/(?:2|3|4|8|16|32|64)(?![\d/])"  # 15 1/4, 3/4
    rf"|\d{{1,{MAX_DIGITS}}}(?:[.,·٫]\d{{1,10}})?[½⅓⅔¼¾⅛⅜⅝⅞]?|[½⅓⅔¼¾⅛⅜⅝⅞]|(?<!\.)\.\d{{1,6}}"  # 1.5, 1,5, 1·5
)
"""The forms of a numeral; a regular expression without groups."""

_MIXED = re.compile(r"(?:(\d+)(?:\s-\s|\s|-))?(\d+)/(\d+)$")
_SEPARATOR = re.compile(rf"[ {_SPACES}'’](?=\d{{3}})")
_POINTS = str.maketrans(",·٫", "...")
"""What stands for a decimal point: a comma, the raised point of British print, the Arabic mark."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+$|\d{1,3}(?:\.\d{3}){2,}$")


@cache
def words_pattern() -> str:
    """A regular expression, without groups, of numbers in words: "three", "twenty-five", "one hundred and ten", "two-thirds"."""
    book = lexicon.load("number_words")
    small, parts = any_of([*book["cardinals"], *book["multipliers"]]), any_of(book["fractions"])
    return (rf"(?:(?!two\s?-?\s?quarters)(?:a|one|two|three|four|five|seven|nine)(?:\s|-|\s-\s){parts}s?\b(?<!halves)"
            r"(?![\s-](?:quarter|half|straight|consecutive|century))"
            rf"|{small}(?:(?:\s?-\s?|\sand\s|\s){small})*\b)")


def value_of(words: str) -> float | None:
    """The value of a numeral or of a number in words, or None where it is neither.

    >>> [value_of(words) for words in ("1,234.5", "1.234,5", "15 1/4", "two-thirds", "twenty-five")]
    [1234.5, 1234.5, 15.25, 0.6666666666666666, 25.0]
    """
    words = words.strip()
    if len(words) <= MAX_DIGITS and words.replace(".", "", 1).isdecimal():
        return float(words)
    if not words:
        return None
    if any(character.isdigit() for character in words):
        return _numeral(words)
    return _in_words(words.casefold())


def is_fraction(words: str) -> bool:
    """True of "a third" and "two-thirds": a part in words, which is a share and no count."""
    last = re.split(r"[\s-]+", words.casefold().strip())[-1]
    book = lexicon.load("number_words")["fractions"]
    return last in book or last.removesuffix("s") in book


def _numeral(words: str) -> float | None:
    vulgar = lexicon.load("number_words")["vulgar"]
    if words[-1] in vulgar:
        whole = _numeral(words[:-1]) if words[:-1] else 0.0
        return None if whole is None else whole + vulgar[words[-1]]
    mixed = _MIXED.match(words)
    if mixed:
        whole, above, below = (int(part or 0) for part in mixed.groups())
        return whole + above / below if below else None
    return _decimal(words)


def _decimal(words: str) -> float | None:
    words = _SEPARATOR.sub("", words)
    if _CONTINENTAL.match(words):
        words = words.replace(".", "").replace(",", ".")
    elif _GROUPED.match(words):
        words = words.replace(",", "")
    words = words.translate(_POINTS)
    if sum(map(str.isdigit, words.split(".")[0])) > MAX_DIGITS:
        return None
    try:
        return float(words)
    except ValueError:
        return None


def _in_words(words: str) -> float | None:
    book = lexicon.load("number_words")
    if words in book["vulgar"]:
        return float(book["vulgar"][words])
    parts = [part for part in re.split(r"[\s-]+", words) if part != "and"]
    below = book["fractions"].get(parts[-1]) or book["fractions"].get(parts[-1].removesuffix("s"))
    if below:
        above = _cardinal([part for part in parts[:-1] if part != "a"]) if parts[:-1] not in ([], ["a"]) else 1.0
        return None if above is None else above / below
    return _cardinal(parts)


def _cardinal(parts: list[str]) -> float | None:
    book = lexicon.load("number_words")
    value = 0.0
    for part in parts:
        if part in book["multipliers"]:
            value = (value or 1) * book["multipliers"][part]
        elif part in book["cardinals"]:
            value += book["cardinals"][part]
        else:
            return None
    return value or None
