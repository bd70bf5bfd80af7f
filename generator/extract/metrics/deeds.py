"""What an amount of money is of that no name tells, by what is done with it: put into a plant, paid for a share, what sets one back."""

from functools import partial

from generator import lexicon
from generator.extract.metrics.assertion import nouns_behind
from generator.extract.metrics.owners import Owner
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_kinds")
_GOT = ("get", "receive", "pay", "offer", "collect", "hand")
_RETURNED = {"buyback": "buyback", "repurchase": "buyback", "dividend": "dividend"}
"""How money is returned to shareholders, by the word of its sentence."""
_HAVING = ("have", "hold", "keep", "end", "finish", "sit")
_NEAR = 6
"""Words in which a particle or what money is put into stands."""


def metric_of_deed(words: Words, row: Row, owner: Owner | None) -> str | None:
    """The metric of a level of money, by the verb that governs it; None where the verb does not tell."""
    level = row.level
    if level is None or level.quantity.kind != "money":
        return None
    above = (i for i in words.ancestors(level.first) if words.pos[i] == "VERB" and not level.first <= i < level.last)  # "m" is no verb
    verb = next(above, -1)
    if level.quantity.per == "share":
        return "deal_value" if words.is_one_of(verb, _GOT) else "share_price" if _is_worth(words, row) else None
    if not level.quantity.scaled:
        return "price" if is_price_of_a_thing(words, row) else None
    return _of_large_money(words, row, owner, verb)


def _of_large_money(words: Words, row: Row, owner: Owner | None, verb: int) -> str | None:
    """The metric of millions, by the verb that governs them."""
    last = row.span[1]
    if words.is_one_of(verb, ("put",)) and "up" in words.lower[verb:row.span[0]]:
        return "funding"
    if words.lower[last:last + 2] == ("in", "cash") and words.is_one_of(verb, _HAVING):
        return "assets"
    if words.is_one_of(verb, ("set",)) and "back" in words.lower[verb:row.span[0]]:
        return "cost"
    if words.is_one_of(verb, _listed("putting")) and "into" in words.lower[last:last + 2]:
        return _put_into(words, last)
    if words.is_one_of(verb, ("return", "distribute")):
        return next((metric for word, metric in _RETURNED.items() if word in words.vocabulary), None)
    company = owner is not None and owner.entity is not None and owner.entity.kind == "company"
    return "market_cap" if company and _is_worth(words, row) else None


def is_price_of_a_thing(words: Words, row: Row) -> bool:
    """True of "a $25 toy": few units of money before the thing that one pays them for."""
    level = row.level
    if level is None or row.change or level.quantity.per or level.quantity.high or words.tags[level.first - 1] not in ("DT", "PRP$"):
        return False
    nouns = [i for i in nouns_behind(words, level) if words.pos[i] == "NOUN"]
    return bool(nouns) and not any(words.is_one_of(i, _listed("sums")) for i in nouns)


def _put_into(words: Words, last: int) -> str:
    """What a company or a bank is given funds it; what a plant or anything else is given is invested."""
    noun = next((i for i in range(last, min(last + _NEAR, len(words))) if words.pos[i] in ("NOUN", "PROPN")), last)
    return "funding" if words.ents[noun] == "ORG" else "capex"


def _is_worth(words: Words, row: Row) -> bool:
    """True of "Kestle is now worth $4bn" and "it is worth $55 a share"."""
    place = row.figures[0].governor
    return words.is_one_of(place, ("worth",)) and any(words.is_one_of(i, ("be",)) for i in range(max(0, place - 3), place))
