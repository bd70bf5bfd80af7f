"""What a whole document tells about its numbers: whose they are, which dollar, whether it is about coins."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from generator import lexicon
from generator.analysis import Analysis
from generator.extract.metrics.bids import target_of
from generator.extract.metrics.economies import economy_of, named_countries
from generator.extract.metrics.entity import Owner, UsualNames
from generator.extract.metrics.focus import candidates, company_of, focus_of
from generator.lexicon.patterns import any_of

_kinds = partial(lexicon.entries, "metric_kinds")
_AMERICAN = re.compile(r"\bpercent\b|[A-Z]\$|\b(?:U\.S|US|USA|America|American|York|Washington|Wall Street)\b")
"""Signs of a text whose "$" is the American dollar, or beside which it is: other signs of money, and other dollars ("A$")."""
_DOLLARS = ("$", "ollar", "OLLAR", "dlr", "DLR", "cent", "CENT", "¢", "buck", " c ")
"""Parts of the ways in which dollars and cents are written."""
_COINS = 4
"""So many words of coins, of cars or of an economy make a document one about them."""
_REVENUE = frozenset(("revenue", "revenues", "turnover"))
"""Words for sales in money: in a document that has them, "sales" are, too."""


@dataclass(frozen=True)
class Background:
    """What holds for all sentences of a document.

    ``focus`` owns what a sentence gives to nobody, ``company`` what nobody but companies earns, ``country`` the numbers of an economy,
    ``target`` what is paid for a share; ``home`` tells what "dollar" ("$"), "franc" ... alone mean, by the word. ``coins``, ``goods``
    and ``of_an_economy`` tell what it is about: coins have prices where companies have shares, the "sales" of cars and other goods are
    numbers of them, and the bare "growth" of an economy is that of its output.
    """

    usual: UsualNames
    focus: Owner | None
    company: Owner | None
    country: Owner | None
    target: Owner | None
    home: Mapping[str, str]
    coins: bool
    goods: bool = False
    of_an_economy: bool = False


def background_of(analysis: Analysis) -> Background:
    """What a document tells about its numbers as a whole."""
    usual = UsualNames(analysis.text)
    named = Counter(analysis.columns.lowers)
    coins = sum(named[word] for word in _coins() & named.keys()) >= _COINS
    counts = {key: sum(named[word] for word in _kinds(key) & named.keys()) for key in ("vehicles", "goods", "economy")}
    in_money = not _REVENUE.isdisjoint(named)
    goods = counts["vehicles"] >= _COINS or (counts["goods"] >= _COINS and not in_money)
    home = {"dollar": dollar_of(analysis), **home_currencies(analysis.text), **home_signs(analysis.text)}
    economy = economy_of(analysis, usual)
    bought = target_of(analysis)
    target = usual.owner(bought) if bought else None
    found = candidates(analysis, usual, economy)
    return Background(usual, focus_of(found), company_of(found), economy, target, home, coins, goods, counts["economy"] >= _COINS)


@cache
def _coins() -> frozenset[str]:
    return frozenset(lexicon.load("metric_owners")["coins"])


def dollar_of(analysis: Analysis) -> str:
    """The ISO code that "$" and "dollar" alone stand for: that of the dollar country that the document names most, else USD.

    Where the text calls the American one "US$", "$" is another's. A text that names America, writes "percent" or "C$", or names
    another country more often, is taken for American, whichever dollar country it names in passing.
    """
    text = analysis.text
    if not any(map(text.__contains__, _DOLLARS)):
        return "USD"  # nobody will ask
    told_apart = any(sign in text for sign in ("US$", "$US"))
    british = "per cent" in text
    if not (told_apart or british) and ("£" in text or "€" in text or _AMERICAN.search(text)):
        return "USD"
    names = {text[mention.start:mention.end] for entity in analysis.entities for mention in entity.names}
    if names & set(lexicon.load("currencies")["dollar_home"]) and not told_apart:
        return "USD"
    named = Counter(_dollar_places()[word.casefold()] for word in _dollar_country().findall(text))
    code, times = next(iter(named.most_common(1)), ("USD", 0))
    if 2 * times <= named.total():
        return "USD"
    return code if told_apart or british or times >= max(named_countries(analysis).values(), default=0) else "USD"


@cache
def _dollar_places() -> dict[str, str]:
    return {name.casefold(): code for code, names in lexicon.load("currencies")["dollar_countries"].items() for name in names}


@cache
def _dollar_country() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])({any_of(_dollar_places())})(?![A-Za-z])")


def home_currencies(text: str) -> dict[str, str]:
    """What words such as "franc" stand for where they stand alone, by the word: what the text calls them once ("Swiss francs").

    Else the currency of the one country that the text names; a word that neither tells is left out.
    """
    book, lower = lexicon.load("currencies"), text.lower()
    asked = {word: countries for word, countries in book["word_countries"].items() if any(form in lower for form in _forms_of(word))}
    if not asked:
        return {}
    called: dict[str, set[str]] = {}
    for adjective, word in _qualified().findall(text):
        singular = word.casefold().removesuffix("s")
        code = book["qualified"].get(adjective.casefold(), {}).get(singular)
        if code:
            called.setdefault(book["whole"].get(singular, singular), set()).add(code)
    named = set(re.findall(r"\b[A-Z]\w+", text))
    home = {}
    for word, countries in asked.items():
        codes = called.get(word) or {code for code, names in countries.items() if named & set(names)}
        if len(codes) == 1:
            home[word] = next(iter(codes))
    return home


def home_signs(text: str) -> dict[str, str]:
    """What letters such as "R" before a number stand for: the currency of a country that the text names; the others are left out."""
    asked = lexicon.load("currencies")["sign_countries"]
    if not _letters_before_numbers().search(text):
        return {}
    return {sign: code for sign, codes in asked.items() for code, names in codes.items()
            if any(name in text for name in names) and re.search(rf"\b(?:{'|'.join(names)})\b", text)}


@cache
def _letters_before_numbers() -> re.Pattern[str]:
    """One of those letters, where no other stands behind it: without any, no country needs to be looked for."""
    return re.compile(rf"(?:{'|'.join(lexicon.load('currencies')['sign_countries'])})(?![^\W\d_])")


@cache
def _qualified() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(lexicon.load('currencies')['qualified'])})\s([a-z]+)", re.IGNORECASE)


@cache
def _forms_of(word: str) -> tuple[str, ...]:
    """A currency's word, and those of its hundredths: a text without any of them does not ask which country's it is."""
    whole = lexicon.load("currencies")["whole"]
    return word, *(part for part in whole if whole[part] == word)
