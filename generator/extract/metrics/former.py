"""Former levels, and quantities that are what the one before them is."""

from dataclasses import replace

from generator.columns import SUBJECTS
from generator.extract.metrics.figures import AGAINST, LEVELS, Figure, direction_words
from generator.extract.metrics.foreseen import foreseen_by
from generator.extract.metrics.words import Words

_EXPECTED = frozenset(("expectation", "forecast", "estimate", "consensus", "prediction", "projection",
                       "target", "goal", "guidance", "limit", "ceiling"))
_BEFORE = frozenset(("earlier", "previous", "prior", "former", "original", "initial"))
_RESULTS = frozenset(("profit", "loss", "surplus", "deficit", "gain"))
_TURNING = frozenset(("turn", "transform", "convert", "change", "swing"))
_A_PART = 7
"""Words between things and what part of all they are."""
_APART_FROM = frozenset(("and", "but", "while", ";", "from", "to", "by"))
_APART = 2
"""Tokens between an amount and the next one in brackets."""
_BESIDE = 5
"""Tokens from a change to the level that it is told from."""
_OUTDOING = frozenset(("than", "on", "of", "above", "below"))
_OUTDONE, _DATED = 6, 7
"""Words before an amount in which "than" stands, and behind it in which its time does."""
_THAN = frozenset(("than", "below", "above"))
_COMPARED = frozenset(("vs", "vs.", "versus", "against", "compared", "comparison", "opposed"))
_LEADING = _COMPARED | {"comparisons", "from", "above", "below"}
"""One of these stands in front of a former level, if not "of"."""


def former(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "up from $5m", "from 46 % to 50 %", "up from Monday's close of 143 yen", "vs 29 cts", "above last month's 46 %"."""
    start = max(before.last if before else 0, figure.governor - 6)
    led = figure.lead == "of" or not _LEADING.isdisjoint(words.lower[max(0, start - 1):figure.governor + 1])
    for place in range(figure.governor, start - 1, -1) if led else ():
        word = words.lower[place]
        if word == "from":
            reached = place < figure.governor and words.lower[figure.governor] == "to"  # "rose 25% from a year earlier to $5m"
            side = direction_words("adverbs").get(words.lower[place - 1]) if place else None
            moved = not reached and (side or _moves_nearby(words, figure, before) or _is_moved_on(words, figure))
            return figure.as_former(direction=side) if moved else None
        if word in _COMPARED or (word in ("with", "to") and words.is_one_of(place - 1, _COMPARED)):
            told = figure.lead == "at" and place < figure.governor  # "rose against the dollar at 108.5"
            other = told or _is_no_former(words, place, figure.first) or foreseen_by(words, figure)
            return None if other else figure.as_former(lead=AGAINST)
        if word == "of" and place == figure.governor and _is_dated(words, place):
            return figure.as_former(lead=AGAINST)
        dated = before and (words.ents[place + 1] == "DATE" or _is_of_a_day(words, figure))
        if word in ("above", "below") and dated:
            return figure.as_former(direction=direction_words("adverbs")[word])
        ends = (words.pos[place] in ("VERB", "AUX", "PUNCT", "CCONJ") and word not in "-–") or (
            words.lemma[place] in _EXPECTED and not words.is_one_of(place - 1, _BEFORE))
        if ends or (word in ("to", "by", "at") and place != figure.governor):
            return None
    return None


def outdone(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "higher than the $4m made in 2004", "up on last year's $4m" and "below the $7m of a year ago": a level of another time."""
    if before is None or before.role != "level" or before.quantity.unit != figure.quantity.unit or figure.quantity.unit is None:
        return None
    joint = next((i for i in range(figure.first - 1, max(before.last, figure.first - _OUTDONE) - 1, -1) if words.lower[i] in _OUTDOING), -1)
    if joint < 1 or joint == figure.first - 1 or any(words.pos[i] in ("VERB", "PUNCT") for i in range(joint, figure.first)):
        return None  # "more than $4m"
    if any(words.pos[i] == "CCONJ" or words.deps[i] in SUBJECTS for i in range(before.last, joint)) or not _EXPECTED.isdisjoint(
            words.lemma[figure.last:figure.last + _APART]):
        return None  # "less than the 2% target for a year"
    side = direction_words("adverbs").get(words.lower[joint if words.lower[joint] in ("above", "below") else joint - 1])
    behind = range(figure.last, min(figure.last + _DATED, len(words)))
    stop = next((i for i in behind if words.lower[i] in ",;:()."), behind.stop)
    dated = "DATE" in words.ents[joint + 1:figure.first] or "DATE" in words.ents[figure.last:stop]
    return figure.as_former(direction=side) if side and dated and not foreseen_by(words, figure) else None


def former_of_a_time(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "13% less than the $47.2 of the second quarter": what a change is told from, with its time."""
    if before is None or before.role != "change" or not words.is_one_of(figure.last, ("of", "in")):
        return None
    led = _THAN.isdisjoint(words.lower[before.last:figure.first]) or figure.first - before.last > _BESIDE
    return None if led or "DATE" not in words.ents[figure.last + 1:figure.last + 4] else figure.as_former(lead=AGAINST)


def _is_of_a_day(words: Words, figure: Figure) -> bool:
    """True of "the $3.7bn seen in July": a level that was reached at some time."""
    told = words.is_one_of(figure.last, ("see", "record", "report", "post", "register", "reach", "set"))
    return told and words.tags[figure.last] == "VBN" and "DATE" in words.ents[figure.last + 1:figure.last + 4]


def former_behind_after(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as the second amount of "72.7 mln guilders, after 62.3 mln in 1985" and "a loss of $5m after a $7m profit"."""
    if before is None or not _is_behind_after(words, figure) or not _is_like(words, figure, before):
        return None
    return figure.as_former(lead=AGAINST)


def _is_behind_after(words: Words, figure: Figure) -> bool:
    """True behind "after", and behind "after a loss of"."""
    governor = figure.governor
    if figure.lead == "of" and words.is_one_of(governor - 1, _RESULTS):
        governor = next((i for i in range(governor - 2, max(-1, governor - 5), -1) if words.lower[i] == "after"), -1)
    return governor >= 0 and words.lower[governor] == "after"


def _is_like(words: Words, figure: Figure, before: Figure) -> bool:
    """True of an amount of the unit and size of the one before, but not of "after a $5m charge" and "after $5m of costs"."""
    one, other = figure.quantity, before.quantity
    same = one.kind == other.kind == "money" and one.unit == other.unit and one.scaled == other.scaled and one.per == other.per
    noun = figure.last < len(words) and words.pos[figure.last] in ("NOUN", "PROPN", "ADJ")
    behind = words.tokens[figure.last + 1:figure.last + 2]
    of = words.is_one_of(figure.last, ("of", "in", "to", "on", "from")) and not any(token.ent_type_ == "DATE" for token in behind)
    return same and not of and (not noun or words.is_one_of(figure.last, _RESULTS))


def _is_dated(words: Words, place: int) -> bool:
    """True of the "of" in "the figure of $34m of last year" and "the previous total of 40"."""
    if not words.is_one_of(place - 1, LEVELS):
        return False
    if words.is_one_of(place - 2, ("'s", "’s")):
        place -= 2
    return words.is_one_of(place - 2, ("previous", "former", "earlier", "prior", "last"))


def _moves_nearby(words: Words, figure: Figure, before: Figure | None) -> bool:
    everything = direction_words("moves", "acts", "nouns", "adverbs")
    return before is not None or any(words.is_one_of(i, everything) for i in range(max(0, figure.governor - 8), figure.governor))


def _is_no_former(words: Words, first: int, last: int) -> bool:
    """True of "expected at $40, compared with the current price of $55", and of another's: "compared with Mexico's $7bn"."""
    others = any(words.lower[i] in ("'s", "’s") and words.pos[i - 1] == "PROPN" and words.ents[i - 1] != "DATE"
                 for i in range(first + 1, last))
    return others or any(words.is_one_of(i, ("current", "today")) for i in range(first, last))


def _is_moved_on(words: Words, figure: Figure) -> bool:
    """True of the first amount of "lifted the cap on how much of a bank one owner holds from 10% to 15%": its verb stands far off."""
    moves = direction_words("moves", "acts")
    place = next((i for i in range(figure.last, min(figure.last + 5, len(words))) if words.lower[i] in ("to", ",")), len(words))
    on = words.is_one_of(place, ("to",)) and _has_number(words, place + 1, place + 4)
    return on and any(words.lemma[i] in moves for i in words.ancestors(figure.governor)[:3])


def turned(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as the first amount of "turned a loss of $5m into a $7m profit" and "swung from a loss of $5m to a profit of $7m"."""
    if figure.quantity.kind == "count" or _TURNING.isdisjoint(words.lemma[max(0, figure.first - 10):figure.first]):
        return None
    if figure.lead == "of" and words.is_one_of(figure.governor - 1, _RESULTS) and words.is_one_of(figure.last, ("to",)):
        led = any(words.lower[i] == "from" for i in range(max(0, figure.governor - 4), figure.governor))
        return figure.as_former() if led and _has_number(words, figure.last + 1, figure.last + 7) else None
    into = next((i for i in range(figure.last, min(figure.last + 6, len(words))) if words.lower[i] == "into"), -1)
    return figure.as_former() if into > 0 and _has_number(words, into + 1, into + 5) else None


def _has_number(words: Words, first: int, last: int) -> bool:
    """True of tokens that a number stands among, also one that its scale is glued to ("1.4bn")."""
    return any(token.like_num or token.is_currency or token.text[:1].isdigit() for token in words.tokens[first:last])


def like_the_one_before(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "4.1 percent in May and 3.9 percent in June": what stands in a list is what its neighbour is."""
    if before is None or not (figure.lead in ("and", ",", "or", "but") or _is_bracketed(words, figure)):
        return None
    quoted = before.quantity.kind == figure.quantity.kind == "money" and not (before.quantity.scaled or figure.quantity.scaled)
    same_kind = before.quantity.unit == figure.quantity.unit or (quoted and figure.lead == "and")  # "at 1.83 marks and 153 yen"
    if before.role == "previous":
        return None if foreseen_by(words, figure) else _like_the_former(figure, before)
    between = range(before.last, figure.first)
    if any(words.pos[i] in ("VERB", "AUX") and words.lower[i] != "compared" for i in between):
        return None
    if figure.lead == "or" and before.quantity.per == figure.quantity.per and not same_kind and figure.first - before.last <= 5:
        reached = before.lead == "to" and before.direction and not words.is_one_of(figure.last, ("of",))
        risen = reached and figure.quantity.unit == "percent"  # "grew from $4m to $5m, or 25%"
        return replace(figure, role="change" if risen else before.role, direction=before.direction, alternative=True)
    if not same_kind:
        return None
    return replace(figure, role=before.role, direction=before.direction, coordinated=True)


def _like_the_former(figure: Figure, before: Figure) -> Figure | None:
    """The second of two former levels: told in another way ("or $1.15 a share"), or of another time, a fact of its own."""
    if figure.lead == "or":
        return figure.as_former(lead=before.lead)
    return replace(figure, lead=AGAINST) if before.quantity.unit == figure.quantity.unit else None


def former_in_brackets(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as the last of "$1.20 a share ($1.18 diluted), compared with $1.15 a share ($1.13 diluted)" and of "$5m (2004: $4m)"."""
    if before is None:
        return None
    if before.role == "level" and words.is_one_of(figure.last, (")",)) and words.is_one_of(before.last, ("(",)):
        same = before.quantity.unit == figure.quantity.unit and before.quantity.per == figure.quantity.per
        inside = range(before.last + 1, figure.first)
        dated = all(words.ents[i] == "DATE" or words.pos[i] in ("NUM", "PUNCT", "ADJ", "PROPN") for i in inside)
        return figure.as_former(lead=AGAINST) if same and dated and figure.quantity.unit else None
    if before.role != "previous" or figure.first - before.last > _APART:
        return None
    return figure.as_former(lead=before.lead) if words.is_one_of(figure.first - 1, ("(",)) else None


def told_again(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "rose 15 cents - 1.1% -" and "fell $2 (3%)": the size of a change told again, in percent, in an aside."""
    if before is None or before.role != "change" or before.quantity.kind == "rate" or figure.quantity.kind != "rate":
        return None
    aside = figure.first - before.last == 1 and words.is_one_of(before.last, ("-", "–", "—", "("))
    closed = aside and words.is_one_of(figure.last, ("-", "–", "—", ")"))
    return replace(figure, role="change", direction=before.direction, alternative=True) if closed else None


def told_as_a_part(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "cut 400 jobs, or 10% of its staff": what a number of things that come or go is of all of them."""
    if before is None or before.quantity.kind != "count" or before.direction is None or figure.quantity.kind != "rate":
        return None
    if before.lead == "to":
        return None  # "rose to 3 million, or 10% of the workforce"
    whole = words.is_one_of(figure.last, ("of",)) and words.is_one_of(figure.last + 1, ("its", "their", "the", "total", "all"))
    between = range(before.last, figure.first)
    if not whole or len(between) > _A_PART or any(words.lower[i] in _APART_FROM or words.pos[i] == "AUX" for i in between):
        return None
    return replace(figure, role="change", direction=before.direction, alternative=True)


def _is_bracketed(words: Words, figure: Figure) -> bool:
    """True of "Quillon Chain (2.4%)": a number in brackets behind the name that it is of."""
    inside = words.is_one_of(figure.first - 1, ("(",)) and words.is_one_of(figure.last, (")",))
    return inside and figure.first > 1 and words.pos[figure.first - 2] == "PROPN"
