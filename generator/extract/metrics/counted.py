"""The metric of a number of things: goods that are ordered, shares that are bought back, what only changes hands."""

from collections.abc import Sequence

from generator import lexicon
from generator.extract.metrics.beside import is_of_own_shares
from generator.extract.metrics.names import Name
from generator.extract.metrics.rows import Row
from generator.extract.metrics.staff import puts_out_of_work
from generator.extract.metrics.suits import RATE_METRICS
from generator.extract.metrics.things import Thing
from generator.extract.metrics.words import Words

_ORDERING = ("order", "purchase", "buy", "book", "backlog", "bid", "commitment", "acquire")
_HAD = ("fleet", "ground", "recall")
"""Vehicles that somebody has, keeps on the ground or calls back are not produced or sold."""
_PRODUCTS = frozenset(("units", "orders", "stores", "funding"))
_IDLE = frozenset(("unemployed", "jobless"))
_STOCKED = frozenset(("stock", "stockpile", "inventory", "reserve", "carryover"))
"""Goods that are there are neither made nor sold."""
_FAR = 10
_HOLDING = ("own", "hold", "acquire", "buy", "purchase", "control", "accumulate", "amass", "snap")
_OF_ITS = (("of", "its"), ("of", "their"), ("of", "the"))
"""Behind a number of shares of another company: "sold 4 million of its Kestle shares"."""
_CHANGING_HANDS = ("trade", "change")
_BACK = 20
_NEAR = 7


def metric_counted(words: Words, row: Row, thing: Thing, name: Name | None) -> str:
    """The metric of a row whose level counts a thing; barrels that are "consumed" and members of a union are nobody's units and users."""
    told = _by_its_name(words, row, thing, name)
    if told:
        return told
    if thing[1] == "other" and words.is_one_of(row.figures[0].governor, lexicon.entries("not_metrics", "serving")):
        return "users"
    if thing[1] not in _PRODUCTS and _is_out_of_work(words, row):
        return "unemployment"
    traded = "volume" in words.lemma[max(0, row.span[0] - _BACK):row.span[0]] and thing[0] in ("share", "contract", "ounce")
    if traded:
        return "other"
    if thing[1] == "units":
        return _of_goods(words, row)
    return _of_shares(words, row, thing[1]) if thing[0] == "share" else thing[1]


def _by_its_name(words: Words, row: Row, thing: Thing, name: Name | None) -> str | None:
    """What the name of a row says of what is counted: points by which a rate moves, people without work, barrels that are consumed."""
    if thing[0] == "member" and "union" in words.vocabulary:
        return "other"
    if name is None:
        return None
    rate = name.metric in RATE_METRICS and thing[0] == "point"  # "lost two points of market share"
    idle = name.metric == "unemployment" and thing[0] in ("person", "worker")
    if rate or (idle and not puts_out_of_work(words, words.verb_above(row.span[0]))):
        return name.metric
    return "other" if thing[1] == "units" and name.metric == "other" and not name.is_verb else None


def _is_out_of_work(words: Words, row: Row) -> bool:
    """True of "1.4 million people are unemployed" and "5,000 miners were out of work"."""
    if puts_out_of_work(words, words.verb_above(row.span[0])):
        return False
    behind = range(max(0, row.span[0] - _NEAR), min(row.span[1] + _NEAR, len(words)))
    return any(words.lower[i] in _IDLE or (words.lower[i] == "work" and words.lower[i - 2:i] == ("out", "of")) for i in behind)


def _of_goods(words: Words, row: Row) -> str:
    first, end = row.span
    above, behind = words.ancestors(first)[:4], range(end, end + _NEAR)
    if not words.vocabulary.isdisjoint(_STOCKED) and any(words.is_one_of(i, _STOCKED) for i in range(max(0, first - _FAR), first)):
        return "other"
    if any(words.is_one_of(i, _HAD) for i in (*above, *behind)):
        return "other"
    on_order = any(words.is_one_of(i, ("on",)) and words.is_one_of(i + 1, ("order",)) for i in behind)
    ordered = any(words.is_one_of(i, _ORDERING) or words.lower[i] == "sale" for i in above) and not _is_retail(words, above)
    return "orders" if on_order or ordered else "units"


def _is_retail(words: Words, above: Sequence[int]) -> bool:
    """True of what "consumers bought": it has been sold."""
    subjects = (token for i in above for token in words.tokens[i].lefts if token.dep_ == "nsubj")
    return any(token.lemma_.lower() in lexicon.entries("metric_kinds", "buyers") for token in subjects)


def _is_traded_by_a_holder(words: Words, above: Sequence[int]) -> bool:
    """True of shares that a director or another person sells or buys."""
    verb = next((i for i in above if words.is_one_of(i, ("sell", "buy", "acquire", "purchase"))), -1)
    subjects = [token for token in words.tokens[verb].lefts if token.dep_ == "nsubj"] if verb >= 0 else []
    return any(token.ent_type_ == "PERSON" or token.lemma_.lower() in ("director", "insider", "officer", "founder") for token in subjects)


def _of_shares(words: Words, row: Row, metric: str) -> str:
    if any(words.is_one_of(i, ("outstanding",)) for i in range(row.span[1], row.span[1] + _NEAR)):
        return "other"
    above = words.ancestors(row.span[0])[:4]
    if _is_traded_by_a_holder(words, above):
        return "deal_value"
    back = any(words.is_one_of(i, ("repurchase", "buyback")) or (words.is_one_of(i, ("buy",)) and words.is_one_of(i + 1, ("back", "-")))
               for i in above)
    if back or is_of_own_shares(words, row):
        return "buyback"
    if any(words.is_one_of(i, _CHANGING_HANDS) for i in above):
        return "other"
    held = any(words.is_one_of(i, _HOLDING) for i in above)
    of_another = words.lower[row.span[1]:row.span[1] + 2] in _OF_ITS
    return "deal_value" if held or of_another else metric
