"""Lines of listings of rates and prices, as newspapers and research desks print them: "CALL MONEY: 8 3/4% to 9%.", "EUR/USD 1.0841".

Such a line is no sentence, but it states facts: what stands before the colon or the first value has the values behind it. A line is one
only where its heading names something that has a rate or a price (`lexicon/listings.yml`) and the values have the form of that;
so menus, scores, recipes and shares of a whole are none. Analysis asks whether a document is made of such lines, extraction reads them.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from generator import lexicon
from generator.analysis import Listed
from generator.lexicon.patterns import any_of
from generator.models import blocks

FEWEST = 3
"""Lines that make a listing; fewer are chance."""
_PART = 0.5
"""Of the lines with numbers, how many are of a listing where a document is one."""
_LONGEST_HEADING, _LONGEST_NAME = 120, 40
"""Characters of a heading before a colon, and of one that stands right before its value."""
TERM = (r"(?:(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
        r"(?:(?:\sto\s|-)\d{1,3})?[\s-](?:day|week|month|year)s?|overnight)"
        r"(?![\w-])")
"""How long money is lent: "one month", "30 to 44 days"; a regular expression without groups."""
_RATE = r"\s?(?:%|per\s?cent\b|pct\b)"
_VALUE = r"(?:[$£€¥]|[A-Z]{2,3}\$?)?\s?\d[\d,.]*(?:(?:\s|-)?\d{1,2}/\d{1,2})?"
_FIRST = rf"(?:(?:[A-Z][A-Za-z.]+\s){{1,3}}|{TERM},?\s)?{_VALUE}"
"""A value, and what can stand before it: the name of a place or a bank, or a term."""
_VALUES = re.compile(rf"[:.]\s(?={_FIRST}(?:{_RATE}|[\s,;./–-]|[a-z(]|$))")
"""Where values begin: behind a colon, or the full stop of what explains them."""
_BESIDE = re.compile(rf"(?<=[\w)])\s(?={_VALUE}(?:{_RATE}|p\b|c\b)?(?:[\s,;.(]|$))")
_END = re.compile(r"\.(?=\s+[A-Z\d])|\.?$")
_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"[-–•*·]\s")
_PAIR = re.compile(r"(?<![A-Z])(?P<base>[A-Z]{3})\s?[/-]\s?(?P<quote>[A-Z]{3})(?![A-Z])")
_NAME = re.compile(r"(?:[A-Z0-9&][\w&.'’/-]*(?:\s|$)"
                   r"|(?:of|and|the|crude|grade|spot|future|yield|rate|bond|note|bill|gilt|index)s?(?:\s|$))+(?:\([^()]+\))?"
                   r"|[A-Z][\w ]+, [\w ]{3,20}")
_OF_THE_NAME = re.compile(r"\d+\s(?!\d{1,2}/\d)[$£€]?\d")
"""A number before the value: "FTSE 100 7,410.2", but not "9 1/2"."""
_PLAIN_WORDS = 3
"""Words that can stand behind a value without a colon before it: its unit, what it is for."""
_PERCENT = re.compile(rf"{_FIRST}(?:{_RATE}|(?:\sto\s|[-–]|\s[-–]\s){_VALUE}{_RATE})")
_LEVEL = re.compile(r"\d\.\d|\d,\d{3}|\d{4}")
_SHARE = re.compile(r"[$£€]|\d[pc]\b")
_PRICED = re.compile(r"\b(?:a|an|per)\s[a-z]+")
_MONEY = re.compile(r"[$£€¥]|\d\s?(?:p|c)\b|\b(?:a|an|per)\s[a-z]+")
CHANGE = re.compile(r"(?:^|[\s(])(?:[+−–-]\s?(?=[\d.$£€])|(?:up|down|off|plus|minus)\s(?=[\d$£€]|from\b)|unch(?:anged|\.)?)")
"""The sign or word in front of a change."""


def listed_lines(text: str) -> tuple[Listed, ...]:
    """The lines of listings in a text, in its order; none where they are fewer than make a listing."""
    found = [line for span in blocks(text) if (line := _read(text, span.start, span.end))]
    if len(found) >= FEWEST and not _speaks_of_rates().search(text):
        found = [line for line in found if line.metric != "interest_rate" or _of(text[line.start:line.heading]) == "interest_rate"]
    return tuple(found) if len(found) >= FEWEST else ()


def is_listing(text: str, listed: Sequence[Listed]) -> bool:
    """True of a document that is made of such lines: most of its lines with numbers are."""
    numbered = sum(_DIGIT.search(line) is not None for line in text.split("\n"))
    return len(listed) > _PART * numbered


def _read(text: str, start: int, end: int) -> Listed | None:
    """A line as one of a listing, or None."""
    if not _DIGIT.search(text, start, end):
        return None
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    line = text[start:end]
    if " | " in line:
        return None
    colon = line.find(": ")
    heading, values = _behind(line, colon) if 0 < colon <= _LONGEST_HEADING else _beside(line)
    if not values:
        return None
    stop = _END.search(line, values)
    last = stop.start() if stop else len(line)
    metric = _metric(line[:heading], line[values:last])
    return Listed(start, start + heading, start + values, start + last, metric) if metric else None


def _behind(line: str, colon: int) -> tuple[int, int]:
    """The end of the heading and the begin of the values of a line with a colon; nothing where no value follows."""
    found = _VALUES.search(line, colon)
    return (colon, found.end()) if found else (0, 0)


def _beside(line: str) -> tuple[int, int]:
    """The same of a line whose values stand right behind a name."""
    for found in _BESIDE.finditer(line, 0, _LONGEST_NAME):
        if _OF_THE_NAME.match(line, found.end()):
            continue
        words = sum(word[0].isalpha() for word in CHANGE.sub(" ", line[found.end():]).split())
        named = _NAME.fullmatch(line[:found.start()]) and words <= _PLAIN_WORDS
        return (found.start(), found.end()) if named else (0, 0)
    return 0, 0


def _metric(heading: str, values: str) -> str | None:
    """What the values of a heading are, where they have the form of that."""
    kind = _of(heading)
    if _PERCENT.match(values):
        return "interest_rate" if kind in ("interest_rate", "lent") else None
    level, changed = _LEVEL.search(values), CHANGE.search(values)
    if kind == "goods":
        return "price" if (changed and level) or _PRICED.search(values) else None
    if kind == "price":
        return "price" if _MONEY.search(values) or (changed and level) else None
    if kind in ("index", "exchange_rate"):
        return kind if level else None
    return "share_price" if kind is None and level and changed and _SHARE.search(values) else None


def _of(heading: str) -> str | None:
    """What a heading is of: the kind of the last words in it that name one."""
    if _PAIR.search(heading):
        return "exchange_rate" if _is_pair(heading) else None
    kind = None
    for match in _named().finditer(heading):
        kind = next(name for name, words in match.groupdict().items() if words)
        if kind in ("interest_rate", "index"):
            return kind
    return kind


def _is_pair(heading: str) -> bool:
    codes, found = lexicon.load("currencies")["codes"], _PAIR.search(heading)
    return found is not None and found["base"] in codes and found["quote"] in codes


def quoted_in(heading: str) -> str | None:
    """The ISO code that the rate of a pair of currencies is in: "USD" of "EUR/USD"; None of another heading."""
    found = _PAIR.search(heading)
    return found["quote"] if found and _is_pair(heading) else None


@cache
def _named() -> re.Pattern[str]:
    """The words of headings, a group for each kind."""
    book, names = lexicon.load("listings"), lexicon.load("metric_names")
    kinds = {"interest_rate": book["interest_rate"], "index": book["index"], "exchange_rate": names["exchange_rate"]["nouns"],
             "price": book["price"], "goods": book["goods"], "lent": book["lent"]}
    other = rf"(?!\s(?!{any_of(_plurals(book['go_on']))}\b)[A-Za-z])"
    ends = {kind: "" if kind in ("interest_rate", "lent") else other for kind in kinds}  # "Gold class" is no gold
    return re.compile("|".join(rf"(?P<{kind}>(?<!\w){any_of(_plurals(words))}(?!\w){ends[kind]})" for kind, words in kinds.items()))


@cache
def _speaks_of_rates() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(_plurals(lexicon.load('listings')['speaks_of_rates']))}(?!\w)")


def _plurals(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word + "s")]
