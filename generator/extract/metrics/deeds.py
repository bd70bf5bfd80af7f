"""What an amount of money is of that no name tells, by what is done with it: put into a plant, paid for a share, what sets one back."""

from functools import partial
from itertools import takewhile

from generator import lexicon
from generator.extract.metrics.assertion import nouns_behind
from generator.extract.metrics.owners import Owner
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_kinds")
_GOT = ("get", "receive", "pay", "offer", "collect", "hand", "accept", "reject", "bid", "tender", "pitch")
_QUOTED = ("float", "price", "list", "debut", "trade", "close", "open", "issue", "mark", "send", "push")
_PRICED = ("start", "sell", "retail", "list", "price")
_RETURNED = {"buyback": "buyback", "repurchase": "buyback", "dividend": "dividend"}
"""How money is returned to shareholders, by the word of its sentence."""
_NEAR = 6
"""Words behind money in which what it is put or drawn into stands."""
_DEEDS = ((("put",), frozenset(("up",)), "funding"),
          (("have", "hold", "keep", "end", "finish", "sit"), frozenset(("cash", "bank")), "assets"),
          (("generate", "produce", "throw", "make", "yield", "release"), frozenset(("cash",)), "cash_flow"),
          (("set",), frozenset(("back",)), "cost"), (("draw",), frozenset(("line", "facility")), "debt"))
"""Verbs and a word beside the money that together say what it is of: "put up $5m", "has $5m in cash"."""
_PHRASE = 8
"""Words of a phrase that tells who is given money."""
_IN_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM"))
_OWN = frozenset(("its", "their", "his", "her", "our", "own"))


def metric_of_deed(words: Words, row: Row, owner: Owner | None) -> str | None:
    """The metric of a level of money, by the verb that governs it; None where the verb does not tell."""
    level = row.level
    if level is None or level.quantity.kind != "money":
        return None
    above = (i for i in words.ancestors(level.first) if words.pos[i] == "VERB" and not level.first <= i < level.last)  # "m" is no verb
    verb = next(above, -1)
    if level.quantity.per == "share":
        return _of_a_share(words, row, verb)
    if not level.quantity.scaled:
        lead, opening = row.figures[0].lead, row.figures[0].governor < 1 and words.is_one_of(row.span[1], (",",))
        priced = (words.is_one_of(verb, _PRICED) and lead in ("at", "from")) or (lead == "at" and opening)  # "At £800, the machine ..."
        return "price" if priced or is_price_of_a_thing(words, row) else None
    return _of_large_money(words, row, owner, verb)


def _of_a_share(words: Words, row: Row, verb: int) -> str | None:
    """The metric of money "a share": what is paid for one, or what it trades at."""
    if words.is_one_of(verb, _GOT):
        return "deal_value"
    return "share_price" if words.is_one_of(verb, _QUOTED) or _is_worth(words, row) else None


def _of_large_money(words: Words, row: Row, owner: Owner | None, verb: int) -> str | None:
    """The metric of millions, by the verb that governs them."""
    last = row.span[1]
    if words.is_one_of(verb, ("return", "distribute", "hand")):
        return next((metric for word, metric in _RETURNED.items() if word in words.vocabulary), None)
    if words.is_one_of(verb, _listed("putting")) and "into" in words.lower[last:last + 2]:
        return "funding" if is_receiver(words, last + 1) else "capex"
    if words.is_one_of(verb, _GOT) and words.is_one_of(last, ("from",)) and any(
            words.is_one_of(i, _listed("givers")) for i in range(last, min(last + _NEAR, len(words)))):
        return "funding"
    done = next((metric for verbs, behind, metric in _DEEDS if words.is_one_of(verb, verbs) and (
        not behind.isdisjoint(words.lower[verb:row.span[0]] + words.lower[last:last + _NEAR]))), None)
    built = row.figures[0].lead in ("for", "at") and words.is_one_of(verb, _listed("building")) and not words.is_one_of(verb, ("acquire",))
    if done or built or is_of_a_plant(words, row):
        return done or "capex"
    company = owner is not None and owner.entity is not None and owner.entity.kind == "company"
    return "market_cap" if company and _is_worth(words, row) else None


def is_price_of_a_thing(words: Words, row: Row) -> bool:
    """True of "a $25 toy": few units of money before the thing that one pays them for."""
    level = row.level
    if level is None or row.change or level.quantity.per or level.quantity.high or words.tags[level.first - 1] not in ("DT", "PRP$"):
        return False
    nouns = [i for i in nouns_behind(words, level) if words.pos[i] == "NOUN"]
    return bool(nouns) and not any(words.is_one_of(i, _listed("sums")) for i in nouns)


def is_of_a_plant(words: Words, row: Row) -> bool:
    """True of "a $70m research centre" and "$2bn in new mills": what is invested in what it stands before."""
    level = row.level
    if level is None:
        return False
    first = level.last + words.is_one_of(level.last, ("in",))
    phrase = list(takewhile(lambda i: words.pos[i] in _IN_PHRASE or words.lower[i] == "-", range(first, min(first + _PHRASE, len(words)))))
    noun = next((i for i in reversed(phrase) if words.pos[i] in ("NOUN", "PROPN")), -1)
    goods = _listed("capital_goods")
    return noun >= 0 and (words.is_one_of(noun, goods) or " ".join(words.lemma[max(0, noun - 1):noun + 1]) in goods)


def is_receiver(words: Words, first: int) -> bool:
    """True of a phrase from a word on that is a company, an office or anybody else who can be given money; "its bank" is a part."""
    phrase = list(takewhile(lambda i: words.pos[i] in _IN_PHRASE or words.lower[i] == "-", range(first, min(first + _PHRASE, len(words)))))
    noun = next((i for i in reversed(phrase) if words.pos[i] in ("NOUN", "PROPN")), -1)
    own = any(words.lower[i] in _OWN for i in phrase)
    return noun >= 0 and not own and (words.ents[noun] == "ORG" or words.is_one_of(noun, _listed("receivers")))


def _is_worth(words: Words, row: Row) -> bool:
    """True of "Kestle is now worth $4bn" and "it is worth $55 a share"."""
    place = row.figures[0].governor
    return words.is_one_of(place, ("worth",)) and any(words.is_one_of(i, ("be",)) for i in range(max(0, place - 3), place))
