"""Numbers that markets quote without their unit: shares in fractions of a dollar, bonds in points, a currency in another one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator import lexicon
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.names import Name
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.words import Words

_NEAR = 4
"""Tokens beside a number in which the fraction stands that its neighbour is quoted in."""
_BACK = 25
"""Tokens before a rate of exchange in which its currency is named."""
_BONDS = frozenset(("bond", "note", "gilt", "treasury", "treasurys", "treasuries", "debenture", "issue"))
_NOT_IN_DOLLARS = frozenset(("price", "interest_rate", "index", "units", "exchange_rate"))
_PLACED = ("to", "at", "up", "down", "off")
_THIRTY_SECONDS = ("/32", "/64")
"""What prices of bonds alone are quoted in."""
_AT = frozenset(("to", "at", "of", "around", "near", "about", "below", "above", "under", "past", "through", "from"))
_AGAINST = frozenset(("against", "versus", "per", "to", "with"))


def quoted(words: Words, names: Sequence[Name], quantity: Quantity, home: Mapping[str, str]) -> Quantity | None:
    """A bare number in the unit that it is quoted in; None of any other number.

    Args:
        names: the names of metrics in the sentence.
        home: what "dollar" means in the document.
    """
    if quantity.kind != "count" or quantity.scaled or quantity.per:
        return None
    first, last = words.cover(quantity.start, quantity.end)
    unit = _in_fractions(words, names, (first, last), home) or _exchanged(words, names, (first, last))
    if unit is None:
        return None
    return replace(quantity, unit=unit, kind="count" if unit == "point" else "money")


def _in_fractions(words: Words, names: Sequence[Name], span: tuple[int, int], home: Mapping[str, str]) -> str | None:
    """The unit of "2 1/8" and "33" in "fell 2 1/8 to 33": dollars of a share, points of a bond."""
    first, last = span
    near = words.lower[max(0, first - _NEAR):last + _NEAR]
    moved = words.is_one_of(first - 1, _PLACED) or words.is_one_of(first - 1, direction_words("moves", "acts"))
    if not moved or not any("/" in word and word[:1].isdigit() for word in near):
        return None
    if _is_of_a_bond(words, span):
        return "point"
    other = any(name.metric in _NOT_IN_DOLLARS and name.last <= first for name in names)
    return None if other or words.is_one_of(last, ("point",)) else home.get("dollar", "USD")


def _is_of_a_bond(words: Words, span: tuple[int, int]) -> bool:
    return any(word.endswith(_THIRTY_SECONDS) for word in words.lower[span[0]:span[1]]) or any(
        words.lemma[i] in _BONDS for i in range(max(0, span[0] - _BACK), span[0]))


def _exchanged(words: Words, names: Sequence[Name], span: tuple[int, int]) -> str | None:
    """The currency of "121.60" in "the yen fell to 121.60 per dollar", of "39.10" in "the baht lost 1%, trading at 39.10"."""
    first, last = span
    name = next((name for name in reversed(names) if name.last <= first and name.strength > _NEAR and not name.is_verb
                 and not _is_measure(words, name)), None)
    if name is None or name.metric != "exchange_rate" or first - name.last > _BACK:
        return None
    per = words.is_one_of(last, ("per", "to", "against")) and any(_currency(words, i) for i in range(last + 1, last + 4))
    between = range(name.last, first)
    told = words.is_one_of(first - 1, _AT) or words.is_one_of(first - 2, _AT)
    if not per and (not told or _has_noun(words, last) or not any(words.pos[i] == "VERB" for i in between)):
        return None
    return _quoted_in(words, name, span)


def _quoted_in(words: Words, name: Name, span: tuple[int, int]) -> str | None:
    """What the currency of a name is quoted in: the yen in yen, the euro in dollars, the dollar in what it is told against."""
    own = _currency(words, name.last - 1)
    others = [code for i in range(name.last, min(span[1] + _NEAR, len(words))) if (code := _currency(words, i)) and code != own]
    if own == "USD":
        return others[0] if others else None
    if own in lexicon.load("currencies")["quoted_in_dollars"]:
        return others[0] if others else "USD"
    return own


def _is_measure(words: Words, name: Name) -> bool:
    """True of "the dollar" in "fell against the dollar": what another currency is told by."""
    return any(words.is_one_of(i, _AGAINST) for i in range(max(0, name.first - 3), name.first))


def _currency(words: Words, place: int) -> str | None:
    return _codes().get(words.lemma[place]) if 0 <= place < len(words) else None


@cache
def _codes() -> dict[str, str]:
    book = lexicon.load("currencies")
    return {**{word: code for word, code in book["words"].items() if code}, **book["nicknames"]}


def _has_noun(words: Words, last: int) -> bool:
    noun = last < len(words) and words.pos[last] in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")
    return noun and words.ents[last] != "DATE"
