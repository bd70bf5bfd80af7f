"""How amounts are written: the regular expression of all their forms, made of the lexicon's signs, codes and words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from generator import lexicon
from generator.columns import Columns
from generator.extract.metrics.numbers import NUMERAL, words_pattern
from generator.lexicon.patterns import any_of

_NO_WORD_BEFORE = r"(?<![\w$£€¥])"
_NO_NUMBER_BEFORE = r"(?<!\d[.,:/·٫٬])(?<!\d\.\.)"


class Written(NamedTuple):
    """An amount as it stands in a text: its offsets and its parts, None for those that it has not.

    ``minus``, ``sign`` or ``code`` in front, ``minus2`` behind the sign; ``share`` and ``whole`` of "one in ten" or ``step`` of
    "a quarter-point", else ``number``; ``scale`` or ``glued`` ("bn"); ``physical`` ("GW"); ``rate``, or ``adjective`` and ``word`` of
    a currency; ``per`` and ``of`` of a price ("a share").
    """

    start: int
    end: int
    minus: str | None
    sign: str | None
    code: str | None
    minus2: str | None
    share: str | None
    whole: str | None
    step: str | None
    number: str | None
    scale: str | None
    glued: str | None
    physical: str | None
    rate: str | None
    adjective: str | None
    word: str | None
    per: str | None
    of: str | None


def find_written(text: str, start: int, end: int, places: Sequence[int] | None = None) -> Iterator[Written]:
    """The amounts that stand in ``text[start:end]``, in its order.

    Args:
        places: the offsets from ``start`` on at which one can begin, where they are known (`beginnings`).
    """
    matches = amount_pattern().finditer(text, start, end) if places is None else _matches_at(text, places, end)
    return (Written(*match.span(), *match.groups()) for match in matches)


def _matches_at(text: str, places: Sequence[int], end: int) -> Iterator[re.Match[str]]:
    done, match_at = 0, amount_pattern().match
    for place in places:
        match = match_at(text, place, end) if place >= done else None
        if match:
            done = match.end()
            yield match


def beginnings(columns: Columns) -> list[int]:
    """The offsets at which an amount can begin in a text: far fewer than its words, and each word is looked at once for all texts."""
    openings, goes_on = _openings(), _going_on().match
    places, leading = openings.learn(columns.forms), openings.leading
    words = compress(zip(columns.texts, columns.starts, [*columns.lowers, ""][1:], strict=True),
                     map(places.__contains__, columns.texts))
    return [start + offset for form, start, behind in words if form not in leading or goes_on(behind) for offset in places[form]]


class _Openings:
    """Where in a word an amount can begin; ``leading`` are the words that begin one only together with what stands behind them."""

    def __init__(self, pattern: re.Pattern[str], articles: frozenset[str]) -> None:
        self._pattern, self._articles = pattern, articles
        self._known: set[str] = set()
        self._places: dict[str, tuple[int, ...]] = {}
        self.leading: set[str] = set()

    def learn(self, words: frozenset[str]) -> Mapping[str, tuple[int, ...]]:
        """The places in ``words`` and in others, by the word; a word without any is left out."""
        for word in words.difference(self._known):
            self._known.add(word)
            alone, before_a_digit = ({match.start() for match in self._pattern.finditer(text)} for text in (word, word + "0"))
            found = (alone | before_a_digit) - {len(word)}
            if word.casefold() in self._articles:
                found.add(0)
            if found:
                self._places[word] = tuple(sorted(found))
                self.leading.update(() if alone else (word,))
        return self._places


@cache
def _openings() -> _Openings:
    money = lexicon.load("currencies")
    signs = (re.match(r"\w+", sign) for sign in money["signs"])
    articles = {"a", "an", "quarter", "quarters", *(sign[0].casefold() for sign in signs if sign)}
    return _Openings(re.compile(_NO_WORD_BEFORE + _beginning(), re.IGNORECASE), frozenset(articles))


@cache
def _going_on() -> re.Pattern[str]:
    """What a word stands behind that begins an amount, but not alone: a digit, a sign, the "third" of "a third"."""
    signs = "".join(re.findall(r"[^\w.]", "".join(lexicon.load("currencies")["signs"])))
    return re.compile(rf"[^\S\n]|[-−\d{re.escape(signs)}{''.join(lexicon.load('number_words')['vulgar'])}]"
                      rf"|{_counted()}|of|a|p(?:ercentage|oint)")


@cache
def amount_pattern() -> re.Pattern[str]:
    """The regular expression of an amount; its groups are the parts of `Written`, in their order."""
    number = rf"(?:{_share()}|{_step()}|{_number()}){_asked()}"
    unit = rf"(?:{_physical()}|{_unit()}(?![\w]))"
    begins = f"{_NO_WORD_BEFORE}{_beginning()}{_NO_NUMBER_BEFORE}"
    return re.compile(rf"{begins}{_front()}{number}{_scale()}{unit}{_price()}", re.IGNORECASE)


def _beginning() -> str:
    """What every amount begins with, told apart at once from the other words of a text: a digit, a sign, a code or a number word."""
    money, numbers = lexicon.load("currencies"), lexicon.load("number_words")
    letters, words = any_of(money["codes"]), any_of([*numbers["cardinals"], *numbers["multipliers"], "half"])
    return (rf"(?=[\d{''.join(numbers['vulgar'])}]|[-−]\s?[$£€¥\d]|(?<!\.)\.\d"
            rf"|{any_of(money['signs'])}|{any_of(money['sign_countries'])}\s?\d|{letters}(?![^\W\d])|{words}\b|[aA][nN]?[\s-]+{_counted()}|quarters?[\s-](?:of\s)?(?:a\s)?(?:percentage[\s-])?point)")


def _counted() -> str:
    """What an article can count: "a third", "a million"."""
    return any_of([*lexicon.load("number_words")["fractions"], "hundred", "thousand", "million", "billion", "trillion", "milliard"])


def _front() -> str:
    """A minus, and the sign or code of a currency; a minus behind the sign."""
    money = lexicon.load("currencies")
    return (r"(?:(?<!\S)(?P<minus>[-−](?:(?<=\b(?:at|of|to)\s.)\s)?)(?=[$£€¥\d]))?"
            rf"(?:(?P<sign>{any_of([*money['signs'], *money['sign_countries']])})\s?|\b(?P<code>{any_of(money['codes'])})\s?)?"
            r"(?:(?<=[$£€¥])(?P<minus2>[-−]))?")


def _share() -> str:
    """Such as "one in ten" and "9 out of every 10"."""
    words, others = words_pattern(), any_of(lexicon.load("units")["not_wholes"])
    return (rf"(?P<share>(?:\d{{1,3}}|\b{words})\s(?:in|out\sof)\s(?:every\s)?(?P<whole>\d{{1,3}}|{words})"
            rf"(?![\w%]|[.,·٫]\d|\s(?:million|billion|percent|{others})))")


def _step() -> str:
    """Such as "quarter-point", "half a point" and "three quarters of a point": what rates move by."""
    return r"\b(?:an?\s)?(?P<step>(?:three[\s-])?quarters?|half)[\s-](?:(?:of\s)?a\s)?(?:percentage[\s-])?points?\b"


def _number() -> str:
    return (rf"(?P<number>{NUMERAL}|\b(?:{words_pattern()}|half(?=\sa\s[bmt]r?illion)"
            r"|(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)half"
            r"(?=\s(?:of|the|its|their|our)\b|\sa\sp(?:ercentage|ct|er\scent)\s?point)"
            r"|(?<=\bby\s)half\b|an?(?=\s(?:[bmt]r?illion|hundred|thousand)\b)))")


def _asked() -> str:
    """The end of the price that is asked, behind the one that is bid: "151.50/60 yen"."""
    return rf"(?:(?:(?<=\.\d\d)|(?<=\.\d\d\d\d))/\d\d(?=\s{any_of(lexicon.load('currencies')['words'])}))?"


def _scale() -> str:
    """Such as "million", "bn", "half a million"; letters that are glued to the number, unless a length is meant ("100m sprint")."""
    units = lexicon.load("units")
    return (rf"(?:[\s-]{{0,3}}+(?:of[\s-])?(?:an?[\s-])?(?P<scale>{any_of(units['scales'])})s?\b"
            rf"|(?P<glued>{any_of(units['glued'])}|\s[mMbB])(?![\w]|\.m\b|\s{any_of(units['long'])}\b))?")


def _unit() -> str:
    """A rate, or the word or code of a currency behind the number."""
    money, units = lexicon.load("currencies"), lexicon.load("units")
    rates = any_of(form for forms in units["rates"].values() for form in forms)
    words = any_of(form for word in (*money["words"], *money["hundredths"]) for form in (_plural(word), word))
    return (rf"(?:(?>\s?-?\s?)(?:(?:of\s)?an?\s(?=per|pct|basis))?(?P<rate>{rates})(?!\w)"
            rf"|(?>\s?-?\s?)(?:(?P<adjective>{any_of(money['qualified'])})\s)?"
            rf"(?P<word>{words}|(?-i:{'|'.join(money['codes'])}))(?![\w]|\.m\b))?")


def _physical() -> str:
    """The abbreviation of a measure behind the number, in its own case: "3.7 GW", "600MW"."""
    forms = sorted(lexicon.load("units")["physical"], key=len, reverse=True)
    return rf"[\s-]?+(?P<physical>(?-i:{'|'.join(forms)}))(?![\w/])"


def _plural(word: str) -> str:
    return word if word.endswith("s") or len(word) < 2 else word + "s"


def _price() -> str:
    """What an amount is for: "a share", "per tonne", but no "a year earlier"."""
    things = any_of(lexicon.load("units")["per"])
    return rf"(?:[\s-]?+(?P<per>(?:an?[\s-]|(?:per|/|each)[\s-]?+)(?P<of>{things})\b(?!\s(?:earlier|ago|before|later))))?"
