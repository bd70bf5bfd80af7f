"""Whose number it is: the owner of a metric, by rules in the order of their certainty."""

from collections.abc import Callable

from generator.extract.metrics.clause import beside, holder_above, subject, teller, topic
from generator.extract.metrics.context import in_focus, nearest, priced_coin, spoken_of
from generator.extract.metrics.economies import country_of
from generator.extract.metrics.naming import bond, bracketed, fund, measured, own_name, scope
from generator.extract.metrics.owners import Owner, Place, UsualNames, listed, plain_words
from generator.extract.metrics.parts import part, segment_before
from generator.extract.metrics.possession import holder_behind, possessor

Rule = Callable[[Place], Owner | None]
"""Gives an owner, or None where it does not apply."""
_ECONOMY = frozenset(("gdp", "inflation", "unemployment", "trade_balance"))
BY_NOUN: tuple[Rule, ...] = (
    bracketed, scope, measured, own_name, bond, fund, part, possessor, segment_before, holder_behind, topic, teller, subject,
    priced_coin, nearest, spoken_of, in_focus)
OF_ECONOMY: tuple[Rule, ...] = (scope, possessor, segment_before, holder_behind, subject, country_of)
BY_VERB: tuple[Rule, ...] = (bracketed, part, topic, teller, beside, holder_above, subject, nearest, in_focus)


def owner_of(place: Place) -> Owner | None:
    """The owner of the number of a row, or None where nobody can be told."""
    rules: tuple[Rule, ...]
    if place.name is None or place.name.is_verb or (place.crossed and place.name.metric == "share_price"):
        rules = BY_VERB
    else:
        rules = OF_ECONOMY if is_of_an_economy(place) else BY_NOUN
    second: Owner | None = None
    for rule in rules:
        owner = rule(place)
        if owner and _can_own(place, owner):
            return owner
        second = second or owner
    return second


def _can_own(place: Place, owner: Owner) -> bool:
    """False of a company or an institution and the inflation that it fights or foretells."""
    return not (place.name and place.name.metric in _ECONOMY and owner.entity and owner.entity.is_organisation)


def is_of_an_economy(place: Place) -> bool:
    name = place.name
    if name is None or name.metric in _ECONOMY:
        return name is not None
    forms = (plain_words(place.words, name.first, name.last), " ".join(place.words.lower[name.first:name.last]))
    return any(form in listed("economy") for form in forms)


__all__ = ["Owner", "Place", "UsualNames", "owner_of"]
