"""What a whole document tells about its numbers: whose they are, which dollar, whether it is about coins."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import compress

from generator import lexicon
from generator.analysis import Analysis
from generator.extract.metrics.bids import target_of
from generator.extract.metrics.economies import country_in, economy_of, named_countries
from generator.extract.metrics.entity import Owner, UsualNames
from generator.extract.metrics.focus import candidates, company_of, focus_of

_kinds = partial(lexicon.entries, "metric_kinds")
_AMERICAN = frozenset(("percent", "U.S.", "U.S", "US", "USA", "America", "American", "York", "Washington"))
_OTHER_MONEY = ("£", "€", "Wall Street")
_OTHER_DOLLAR = re.compile(r"[A-Z]\$")
"""Words of a text whose "$" is the American dollar, and other money beside which it is: other signs, other dollars ("A$")."""
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
    coins = _times(analysis, _coins()) >= _COINS
    counts = {key: _times(analysis, _kinds(key)) for key in ("vehicles", "goods", "economy")}
    in_money = not _REVENUE.isdisjoint(analysis.columns.vocabulary)
    goods = counts["vehicles"] >= _COINS or (counts["goods"] >= _COINS and not in_money)
    home = {"dollar": dollar_of(analysis), **home_currencies(analysis), **home_signs(analysis.text)}
    economy = economy_of(analysis, usual)
    bought = target_of(analysis)
    target = usual.owner(bought) if bought else None
    found = candidates(analysis, usual, economy)
    focus = _as_in_sentences(focus_of(found), economy)
    return Background(usual, focus, company_of(found), economy, target, home, coins, goods, counts["economy"] >= _COINS)


def _as_in_sentences(focus: Owner | None, economy: Owner | None) -> Owner | None:
    """The owner with the name that sentences give it, where it is the document's country: "Britain", below "U.K. GDP UP"."""
    if focus is None or economy is None or focus.entity is None or economy.entity is None or focus.entity.kind != "country":
        return focus
    return economy if country_in(focus.entity) == country_in(economy.entity) else focus


def _times(analysis: Analysis, words: frozenset[str]) -> int:
    """How often a document has one of some words."""
    return sum(map(analysis.columns.lowers.count, words & analysis.columns.vocabulary))


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
    american = not _AMERICAN.isdisjoint(analysis.columns.forms) or any(map(text.__contains__, _OTHER_MONEY)) or _OTHER_DOLLAR.search(text)
    if (american and not (told_apart or british)) or analysis.columns.vocabulary.isdisjoint(_dollar_places()):
        return "USD"
    names = {text[mention.start:mention.end] for entity in analysis.entities for mention in entity.names}
    if names & set(lexicon.load("currencies")["dollar_home"]) and not told_apart:
        return "USD"
    named = Counter[str]()
    for word in _dollar_places().keys() & analysis.columns.vocabulary:
        for name, code in _dollar_places()[word]:
            named[code] += analysis.columns.lowers.count(word) if name == word else text.casefold().count(name)
    code, times = max(sorted(named.items()), key=lambda pair: pair[1], default=("USD", 0))
    if 2 * times <= named.total():
        return "USD"
    return code if told_apart or british or times >= max(named_countries(analysis).values(), default=0) else "USD"


@cache
def _dollar_places() -> dict[str, list[tuple[str, str]]]:
    """The names of dollar countries, of what is there and who lives there, by the first word of each, with the code of the dollar."""
    places: dict[str, list[tuple[str, str]]] = {}
    for code, names in lexicon.load("currencies")["dollar_countries"].items():
        for name in map(str.casefold, names):
            places.setdefault(name.split()[0], []).append((name, code))
    return places


def home_currencies(analysis: Analysis) -> dict[str, str]:
    """What words such as "franc" stand for where they stand alone, by the word: what the text calls them once ("Swiss francs").

    Else the currency of the one country that the text names; a word that neither tells is left out.
    """
    book, words = lexicon.load("currencies"), analysis.columns.vocabulary
    asked = {word: countries for word, countries in book["word_countries"].items() if not _forms_of(word).isdisjoint(words)}
    if not asked:
        return {}
    called: dict[str, set[str]] = {}
    for word, code in _called(analysis, frozenset().union(*map(_forms_of, asked))):
        called.setdefault(word, set()).add(code)
    home = {}
    for word, countries in asked.items():
        codes = called.get(word) or {code for code, names in countries.items() if not analysis.columns.forms.isdisjoint(names)}
        if len(codes) == 1:
            home[word] = next(iter(codes))
    return home


def _called(analysis: Analysis, forms: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What some words for currencies are called by an adjective before them: ("franc", "CHF") for each "Swiss francs"."""
    book, words = lexicon.load("currencies"), analysis.columns.lowers
    for place in compress(range(len(words)), map(forms.__contains__, words)):
        singular = words[place].removesuffix("s")
        for adjective in (words[place - 1], " ".join(words[max(0, place - 2):place])):
            code = book["qualified"].get(adjective, {}).get(singular)
            if code:
                yield book["whole"].get(singular, singular), code


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
def _forms_of(word: str) -> frozenset[str]:
    """A currency's word, and those of its hundredths: a text without any of them does not ask which country's it is."""
    whole = lexicon.load("currencies")["whole"]
    return frozenset(form + end for form in (word, *(part for part in whole if whole[part] == word)) for end in ("", "s"))
