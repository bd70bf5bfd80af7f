"""Whose number it is: the owner of a metric, by rules in the order of their certainty."""

from collections.abc import Callable, Mapping
from functools import cache

from generator import lexicon
from generator.extract.metrics.actors import earner, fronted
from generator.extract.metrics.bids import target, valued
from generator.extract.metrics.clause import OF_PARTS, beside, beside_index, holder_above, own_subject, ranked, subject, teller, topic
from generator.extract.metrics.context import in_focus, nearest, priced_coin, spoken_of
from generator.extract.metrics.economies import country_of
from generator.extract.metrics.movers import QUOTED, changed, mover
from generator.extract.metrics.naming import NAMED, bond, bracketed, fund, measured, own_name, scope
from generator.extract.metrics.owners import EARNED, OF_ECONOMIES, Owner, Place, UsualNames, is_unit, listed, plain_words, quantities
from generator.extract.metrics.parts import part, segment_before
from generator.extract.metrics.penalties import fined
from generator.extract.metrics.places import BUILT, homes, market, of_the_text, priced_here
from generator.extract.metrics.possession import compared, foretold, holder_behind, planner, possessor, reported
from generator.extract.metrics.receivers import GIVEN, receiver
from generator.extract.metrics.tellers import self_told

Rule = Callable[[Place], Owner | None]
"""Gives an owner, or None where it does not apply."""
_LANDS = frozenset(("country", "place", "group"))
_OUTPUT = frozenset(("gdp", "gnp", "gross"))
_QUALIFIERS = 2
"""Words before a name that can make it one of an economy: "foreign direct investment"."""
BY_NOUN: tuple[Rule, ...] = (
    bracketed, ranked, fined, target, receiver, mover, own_subject, compared, scope, homes, measured, beside_index, own_name, bond,
    fund, part, foretold, possessor, segment_before, reported, holder_behind, topic, teller, market, planner, subject, earner, fronted,
    priced_coin, priced_here, self_told, nearest, spoken_of, in_focus)
OF_ECONOMY: tuple[Rule, ...] = (compared, scope, possessor, segment_before, holder_behind, subject, country_of, of_the_text)
BY_VERB: tuple[Rule, ...] = (
    bracketed, ranked, fined, target, valued, receiver, mover, own_subject, compared, homes, measured, part, topic, teller, market, beside,
    holder_above, changed, planner, subject, earner, fronted, nearest, in_focus)

_DEALS, _PRICES = frozenset(("deal_value",)), frozenset(("price",))
_OF_METRICS: Mapping[Rule, frozenset[str]] = {
    fined: _DEALS, target: _DEALS, receiver: GIVEN, mover: QUOTED, homes: BUILT, measured: frozenset(("exchange_rate",)),
    beside_index: frozenset(("index",)), own_name: NAMED, bond: frozenset(("interest_rate",)), fund: QUOTED, topic: OF_PARTS,
    priced_coin: _PRICES, priced_here: _PRICES}
"""The metrics that some rules are for, where a noun names it: they are not asked of others."""


def owner_of(place: Place) -> Owner | None:
    """The owner of the number of a row, or None where nobody can be told."""
    rules: tuple[Rule, ...]
    if place.name is None or place.name.is_verb or (place.crossed and place.name.metric == "share_price"):
        rules = BY_VERB
    else:
        rules = OF_ECONOMY if is_of_an_economy(place) else _by_noun(place.name.metric)
    second: Owner | None = None
    for rule in rules:
        owner = rule(place)
        if owner is None:
            continue
        if _can_own(place, owner):
            return owner
        second = second or (owner if place.name and place.name.metric in OF_ECONOMIES else None)
    return second


@cache
def _by_noun(metric: str) -> tuple[Rule, ...]:
    """The rules for the number of a metric that a noun names."""
    return tuple(rule for rule in BY_NOUN if metric in _OF_METRICS.get(rule, (metric,)))


def _can_own(place: Place, owner: Owner) -> bool:
    """False of a month, an amount ("SEK 12"), a country and what companies alone earn, an organisation and the inflation it fights.

    Nor does a noun that stands for somebody or for a number own one, as it is: "company", "shares".
    """
    if owner.text.casefold() in lexicon.entries("organisations", "calendar"):
        return False
    if owner.text.split()[0] in lexicon.entries("currencies", "codes"):
        return False
    if (owner.entity is None and _is_nobody(owner.text, place)) or owner.text.casefold() in _nominals():
        return False  # "the Board", which has a capital in reports
    if place.name and place.name.metric in EARNED and owner.entity and owner.entity.kind == "country":
        return False
    if place.name is None or not (place.name.metric in OF_ECONOMIES or (place.name.metric == "debt" and is_of_an_economy(place))):
        return True
    return owner.entity.kind in _LANDS if owner.entity else owner.text.casefold() != "government"


def _is_nobody(text: str, place: Place) -> bool:
    """True of a noun alone that leaves open who it is, and of the words of an amount."""
    if is_unit(text.rsplit(maxsplit=1)[-1].lower()) or text in listed("stand_ins"):
        return True
    charged = place.name is not None and place.name.metric in ("price", "interest_rate")  # "rates on mortgages"
    return not charged and (text in quantities() or text.removesuffix("s") in quantities())


@cache
def _nominals() -> frozenset[str]:
    """Nouns that stand for a company, but for one that is told with what it does ("its paint business")."""
    return listed("nominals") - {"business"}


def is_of_an_economy(place: Place) -> bool:
    """True of what countries have, by its name or by its measure: "7% of GDP"."""
    name, words = place.name, place.words
    if words.is_one_of(place.end, ("of",)) and not _OUTPUT.isdisjoint(words.lower[place.end + 1:place.end + 3]):
        return True
    if name is None or name.metric in OF_ECONOMIES:
        return name is not None
    if not words.is_one_of(name.last - 1, _ends_of_economies()):
        return False
    starts = range(max(0, name.first - _QUALIFIERS), name.first + 1)
    forms = {plain_words(words, first, name.last) for first in starts} | {" ".join(words.lower[name.first:name.last])}
    return not forms.isdisjoint(listed("economy"))


@cache
def _ends_of_economies() -> frozenset[str]:
    """The last words of the names of what economies have."""
    return frozenset(name.split()[-1] for name in listed("economy"))


__all__ = ["Owner", "Place", "UsualNames", "owner_of"]
