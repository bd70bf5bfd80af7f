"""Which metric a row is, once its name, unit and owner are known."""

from collections.abc import Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.entity import Owner
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.names import Name
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import REACH, Words

_BY_WEIGHT = frozenset(("barrel", "ounce", "ton", "tonne", "pound", "bushel", "gallon", "litre", "kilogram", "kilo", "gram", "bbl", "lb",
                        "lbs", "megawatt hour", "therm"))
_EARNINGS = frozenset(("net_income", "operating_income", "share_price"))
_TRADED = frozenset(("close", "trade", "open", "end", "finish", "settle", "be", "down", "up", "shed", "lose", "gain", "add", "dropping"))
"""What shares do beside rising and falling."""
_MARKETS = ("markets", "stocks", "equities", "bourse", "bourses")
"""Owners that move as their index does."""
_BUYING_BACK = ("repurchase", "buy", "purchase")
_ORDERING = ("order", "purchase", "buy", "book")
_ONE_SHARE = 1000
"""Earnings of less than this, with no "million" behind them, are those of one share."""
_HIGHEST_RATE = 30
"""A rate "at" which money is lent is less than this."""
_SMALL = 100_000
"""A price of one share is less than this in any currency."""


@cache
def _market_verbs() -> frozenset[str]:
    return _TRADED | direction_words("moves").keys()


def metric_of(words: Words, name: Name | None, row: Row, thing: tuple[str, str] | None, owner: Owner | None, *, coins: bool) -> str:
    """The metric of a row of figures.

    Args:
        name: the words that name it, where some do.
        thing: what its level counts and the metric of that, where it is a count.
        owner: whose number it is.
        coins: whether the document is about coins, which have prices where companies have shares.
    """
    level = row.level.quantity if row.level else None
    if thing:
        traded = "volume" in words.lemma[max(0, row.span[0] - 20):row.span[0]] and thing[0] in ("share", "contract", "ounce")
        return "other" if traded else "orders" if thing[1] == "units" and _is_ordered(words, row) else thing[1]
    if level and level.kind == "money" and level.per in _BY_WEIGHT:
        return "price"
    is_lent_at = level and level.kind == "rate" and row.figures[0].lead == "at" and level.value < _HIGHEST_RATE
    if is_lent_at and (name is None or name.metric in ("debt", "funding")):
        return "interest_rate"
    if name is None or (name.is_verb and _is_quoted_share(words, row, owner)):
        return _unnamed(words, row, owner, coins=coins)
    return _named(words, name, row)


def _is_ordered(words: Words, row: Row) -> bool:
    """True of goods that somebody orders and has not got yet: "a deal to buy 30 jets"."""
    return any(words.is_one_of(place, _ORDERING) for place in words.ancestors(row.span[0])[:4])


def _named(words: Words, name: Name, row: Row) -> str:
    """The metric that a name means beside such a unit."""
    level = row.level.quantity if row.level else None
    main = level or (row.change.quantity if row.change else None)
    if main and main.per == "share" and name.metric in _EARNINGS and not (level and _is_price(words, name)):
        return "eps"
    if main and main.kind == "money" and not main.scaled and main.value < _ONE_SHARE and (
            name.metric == "net_income" and words.lemma[name.first] != "lose"):
        return "eps"
    if name.metric == "share_price" and level and level.kind == "money" and level.scaled:
        return "buyback" if any(words.is_one_of(i, _BUYING_BACK) for i in words.ancestors(row.span[0])) else "funding"
    unsuited = (name.metric == "units" and level and level.kind == "money") or (
        name.metric == "deal_value" and level and level.kind == "count" and not level.scaled)
    return "other" if unsuited else name.metric


def _unnamed(words: Words, row: Row, owner: Owner | None, *, coins: bool) -> str:
    if _is_quoted_share(words, row, owner):
        return "price" if coins else "share_price"
    if owner and row.change and owner.text.casefold().endswith(_MARKETS):
        return "index"
    end = row.span[1]
    if row.level and words.is_one_of(end, ("of",)) and any(words.is_one_of(i, ("market",)) for i in range(end + 1, end + 6)):
        return "market_share"
    return "gdp" if _is_growth_of_a_country(words, row, owner) else "other"


def _is_price(words: Words, name: Name) -> bool:
    return name.metric == "share_price" and words.lemma[name.last - 1] in ("price", "share", "stock")


def _is_quoted_share(words: Words, row: Row, owner: Owner | None) -> bool:
    """True of "Corus fell 2.2% to 55.57 pence": a company that moves as only its shares can."""
    if owner is None or owner.entity is None or owner.entity.kind in ("country", "place", "group"):
        return False
    level = row.level.quantity if row.level else None
    if level and (level.kind == "rate" or level.scaled or level.value > _SMALL or level.per):
        return False
    if row.change and row.change.quantity.kind == "money" and (row.change.quantity.scaled or not level):
        return False
    if row.change is None and words.is_one_of(row.figures[0].governor, ("lose", "gain", "add", "shed")):
        return False
    return words.is_one_of(row.figures[0].governor, _market_verbs()) or any(
        words.is_one_of(i, _market_verbs()) and words.tokens[i].pos_ == "VERB" for i in words.ancestors(row.span[0])[:4])


def _is_growth_of_a_country(words: Words, row: Row, owner: Owner | None) -> bool:
    first = row.span[0]
    near = (*range(max(0, first - 6), first), *words.ancestors(first)[:3])
    grows = any(words.is_one_of(i, ("grow", "expand", "contract", "growth")) for i in near)
    return bool(owner and owner.entity and owner.entity.kind == "country" and row.change and grows)


def is_loss(words: Words, name: Name | None, metric: str) -> bool:
    """True of a net loss and a loss per share, whose levels are negative."""
    if name is None or metric not in ("net_income", "pre_tax_profit", "operating_income", "eps", "ebitda"):
        return False
    return any(lemma in ("loss", "lose") for lemma in words.lemma[name.first:name.last])


def unit_in_context(words: Words, row: Row, rows: Sequence[Row]) -> str | None:
    """The currency of an amount that is given without one: that of the sentence's other figures, or of "in guilder terms"."""
    assert row.level is not None
    if not row.level.quantity.scaled and row.level.quantity.value < _ONE_SHARE:
        return None
    currencies = lexicon.load("currencies")["words"]
    for place in range(max(1, row.span[0] - REACH), row.span[0]):
        if words.lemma[place] == "term" and words.lemma[place - 1] in currencies:
            return str(currencies[words.lemma[place - 1]])
    figures = [*row.figures, *(figure for other in rows for figure in other.figures)]
    return next((figure.quantity.unit for figure in figures if figure.quantity.kind == "money"), None)
