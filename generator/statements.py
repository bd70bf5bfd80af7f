"""Results as news agencies wire them: lines such as "Shr 34 cts vs 28 cts" and "Oper net loss 1,807,000 vs profit 512,000".

Such a line is no sentence, but it states a level and the one before: a metric's name (`lexicon/statements.yml`), an amount, and behind
"vs" the amount of the year before. Lines like "Year" and "Nine mths" tell the time of those that follow; the headline names whose they are
("HALDEN FOODS INC <HLDF> 4TH QTR NET"). Analysis asks whether a document is made of such lines and of whom, extraction reads them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator import lexicon
from generator.analysis import Stated
from generator.lexicon.patterns import any_of
from generator.models import Span, blocks

FEWEST = 2
"""Lines with a former level that make a statement; fewer are chance."""
AGAINST = r"\s(?:vs\.?|versus|v|against)\s"
"""What stands between a level and what it is set against."""
_AGAINST = re.compile(AGAINST)
EXPECTED = re.compile(r"\b(?:expect|estimat|forecast|consensus)", re.IGNORECASE)
"""What tells that an amount was expected."""
_TICKER = re.compile(r"\s?<[A-Z0-9.]{1,8}>")
_BRACKETED = re.compile(r"<(?P<name>[^<>]{4,60})>")
_OTHER = re.compile(r"(?P<label>[A-Z][^\d:$£€¥]{2,50}?):?\s(?=[$£€¥]?\d[^:]{0,40}?\s(?:vs\.?|versus|against)\s)")
"""The beginning of a line with any words: "Share of results of associates 5.1 mln vs 4.8 mln"."""
_TAXED = re.compile(r" (?:after|before) .*")
_LONGEST_LINE = 60
"""Characters of a line that can begin with a time."""
_UNKNOWN = ("none", "other")
_BELOW = 3
"""Lines down from the headline at which a statement's own lines begin at the latest."""
_KEYS = ("before", "behind", "losses", "stretches", "counted", "telling", "costs")


def stated_lines(text: str) -> tuple[Stated, ...]:
    """The lines of a statement of results in a text, in its order; none where too few of them are set against a former level."""
    if not _AGAINST.search(text):
        return ()
    found = list(_lines(text))
    compared = sum(line.metric not in _UNKNOWN and _AGAINST.search(text, line.values, line.end) is not None for line in found)
    return tuple(found) if compared >= FEWEST else ()


def stater_of(text: str, stated: Sequence[Stated]) -> Span | None:
    """Whose results a headline says that the lines right below it are: who stands before the ticker or the time in it."""
    if not stated:
        return None
    lines = blocks(text)
    if stated[0].start > lines[min(_BELOW, len(lines) - 1)].start:
        return None
    line = lines[0].of(text)
    bracketed = _BRACKETED.match(line)
    if bracketed:
        return Span(start=lines[0].start + bracketed.start("name"), end=lines[0].start + bracketed.end("name"))
    ticker, time = _TICKER.search(line), _time().search(line)
    end = min(found.start() for found in (ticker, time) if found) if ticker or time else 0
    name = line[:end].rstrip(" ,-")
    words = {word.removesuffix("s") for word in name.lower().split()}
    told = not words.isdisjoint(_told() | _metrics().keys())  # "HALDEN PROFIT UP IN 4TH QTR" begins with no name alone
    return Span(start=lines[0].start, end=lines[0].start + len(name)) if name and (ticker or not told) else None


def _lines(text: str) -> Iterator[Stated]:
    """The lines, each with the time that it stands under: that of the headline, or of the last line that is one or begins with it."""
    period: Span | None = None
    whole: str | None = None
    for number, span in enumerate(blocks(text)):
        line = span.of(text)
        time = _time().search(line) if len(line) <= _LONGEST_LINE or number == 0 else None
        begin = 0
        if time and (number == 0 or time.start() == 0):
            period = Span(start=span.start + time.start(), end=span.start + time.end())
            begin = time.end() + 1 if number else len(line)
        facts = _is_of_facts(line)
        named = _named().match(line, begin) if facts else None
        other = _OTHER.match(line, begin) if facts and named is None else None
        if named:
            whole, metric = None, _metrics()[" ".join(named["name"].lower().split())]
            yield Stated(span.start + begin, span.start + named.end("label"), span.start + named.end(), span.end, metric, period)
        elif other and _told().isdisjoint(other["label"].lower().split()):
            yield Stated(span.start + begin, span.start + other.end("label"), span.start + other.end(), span.end,
                         whole or _by_words(other["label"]), period, part=whole is not None)
        else:
            whole = _whole(line)


def _is_of_facts(line: str) -> bool:
    """True of a line that expects nothing, or only sets what was expected against what came: "vs $4.9 billion expected"."""
    expected, against = EXPECTED.search(line), _AGAINST.search(line)
    return expected is None or (against is not None and against.end() < expected.start())


def _by_words(label: str) -> str:
    """The metric of a line with a label of its own: "Distribution costs" are costs."""
    return "other" if lexicon.entries("statements", "costs").isdisjoint(_TAXED.sub("", label.lower()).split()) else "cost"


def _whole(line: str) -> str | None:
    """The metric that the lines below are parts of: "Pretax profit includes -"."""
    found = _parted().fullmatch(line)
    return _metrics()[found["name"].lower()] if found else None


@cache
def _metrics() -> dict[str, str]:
    """The metric of each name that a line can begin with."""
    return {name: metric for metric, names in lexicon.load("statements").items() if metric not in _KEYS for name in names}


@cache
def _named() -> re.Pattern[str]:
    """The beginning of a line, up to its amount: a name with what can stand before it, and whether it is a loss."""
    book = lexicon.load("statements")
    number = any_of(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "nil"))
    before, behind = any_of(book["before"]), any_of([*book["behind"], *book["losses"]])
    return re.compile(rf"(?P<label>(?:{before}\s)*?(?P<name>{any_of(_metrics())})(?:\s{behind})*):?\s(?=[$£€¥]?(?:\d|{number}\b))")


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(lexicon.load('statements')['before'])}\s)*(?P<name>{any_of(_metrics())})\s"
                      r"(?i:includes?|comprises?|breakdown|split|by [a-z ]+)\s?[-:–]?")


@cache
def _told() -> frozenset[str]:
    """Words of a line that tells what happened, and is no name alone."""
    return lexicon.entries("statements", "telling")


@cache
def _time() -> re.Pattern[str]:
    """A stretch of time, and up to when: "4TH QTR", "Nine mths to December 31", "Year ended Jan 31"."""
    book = lexicon.load("statements")
    stretch = rf"(?<!\w)(?:(?:\d{{1,2}}|{any_of(book['counted'])})[\s-]?)?{any_of(book['stretches'])}(?!\w)"
    until = r"\s(?:to|ended|ends|ending|end)[\s-](?:end-?\s?)?[A-Za-z]{3,9}\.?(?:\s\d{1,2}(?!\d))?"
    on = r"\s[A-Za-z]{3,9}\.?\s\d{1,2}(?!\d)"
    return re.compile(rf"{stretch}(?:{until}|{on})?(?:,?\s(?:19|20)\d\d)?", re.IGNORECASE)
