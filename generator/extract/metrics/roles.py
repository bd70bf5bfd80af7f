"""The roles of the quantities of a sentence, decided by the words beside them ("rose 8 %", "to $5m", "a 7 pct rise", "from 953 mln"),
which are more reliable in the language of the news than a parse: headlines, ellipses and lists keep their prepositions.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import compress

from generator import lexicon
from generator.columns import Columns
from generator.extract.metrics.cues import expecting
from generator.extract.metrics.figures import DIRECTIONS, LEVELS, Figure, direction_words, moving
from generator.extract.metrics.former import (
    former,
    former_behind_after,
    former_in_brackets,
    former_of_a_time,
    like_the_one_before,
    outdone,
    told_again,
    told_as_a_part,
    turned,
)
from generator.extract.metrics.gapping import gapped
from generator.extract.metrics.growth import growth_rate, rate_of_growth, size_of_a_subject
from generator.extract.metrics.levels import direction_of
from generator.extract.metrics.particles import size_behind_particle, size_taken_off
from generator.extract.metrics.quantities import Kind, Quantity
from generator.extract.metrics.sizes import (
    change_behind,
    change_of_the_whole,
    part_of_a_whole,
    size_behind_by,
    size_behind_direction,
    size_behind_of,
    size_of_a_cost,
    size_of_a_loss,
    size_of_an_act,
)
from generator.extract.metrics.words import Words
from generator.models import Direction

Rule = Callable[[Words, Figure, Figure | None], Figure | None]
"""Gives a figure with its role, or None where it does not apply; the last argument is the figure before it."""
RULES: tuple[Rule, ...] = (change_behind, change_of_the_whole, turned, former_behind_after, former_in_brackets, former_of_a_time,
                           outdone, former, told_again, told_as_a_part, size_behind_by, size_behind_direction, size_behind_of,
                           size_of_an_act, size_of_a_loss, size_of_a_cost, size_taken_off, size_behind_particle,
                           part_of_a_whole, growth_rate, size_of_a_subject, rate_of_growth, like_the_one_before, gapped)
"""The rules in the order of their certainty; a figure that none applies to is a level."""
_BESIDE_ANOTHER = (former_behind_after, former_in_brackets, former_of_a_time, outdone, told_again, told_as_a_part, like_the_one_before,
                   gapped)
"""Those that set a figure beside the one before it, and leave the first of a sentence."""
_OF_RATES = (change_of_the_whole, told_again, told_as_a_part, part_of_a_whole, growth_rate, size_of_a_subject, rate_of_growth)
_OF_MONEY = (former_behind_after, size_of_a_loss)
_NOT_OF_COUNTS = (turned, size_of_an_act, size_of_a_cost, size_taken_off, size_behind_particle, gapped)
"""Those that leave quantities of other kinds: the others are not asked of them."""
_ADVERBS = frozenset(("twice",))
_WHAT = 9
"""Words behind "twice what" in which it is told what that was."""
_VERBAL = frozenset(("VBD", "VBN", "VBZ", "VBP", "VB", "VBG"))


def read_figures(words: Words, quantities: Iterable[Quantity]) -> list[Figure]:
    """The quantities of a sentence with their roles, in its order, and its verbs that are changes by a factor ("doubled")."""
    figures: list[Figure] = []
    factors = _factors(words)
    for quantity in sorted([*quantities, *factors], key=lambda quantity: quantity.start):
        before = figures[-1] if figures else None
        if factors and quantity in factors:
            place = words.at(quantity.start)
            figures.append(Figure(quantity, place, place + 1, place, words.lower[place], "change", factors[quantity]))
        else:
            figures.append(_like_its_pair(words, _read(words, quantity, before), figures))
    return figures


def _factors(words: Words) -> dict[Quantity, Direction]:
    """The words that say a change by a factor: "doubled" is a rise of 100 percent."""
    book = lexicon.load("directions")["factors"]
    found: dict[Quantity, Direction] = {}
    if words.vocabulary.isdisjoint(_factor_words()):
        return found
    for direction in ("up", "down"):
        for place, lemma in enumerate(words.lemma):
            if lemma in book[direction] and _is_factor(words, place):
                start, end = words.starts[place], words.end_of(place)
                found[Quantity(start, end, book[direction][lemma], "percent", "rate")] = DIRECTIONS[DIRECTIONS.index(direction)]
    return found


def factors_of(columns: Columns) -> list[int]:
    """Where in a text the verbs stand that can say a change by a factor."""
    return list(compress(columns.starts, map(_factor_verbs().__contains__, columns.lemmas)))


@cache
def _factor_verbs() -> frozenset[str]:
    return _factor_words() - _ADVERBS


@cache
def _factor_words() -> frozenset[str]:
    return frozenset(verb for verbs in lexicon.load("directions")["factors"].values() for verb in verbs)


def _is_factor(words: Words, place: int) -> bool:
    """True of a verb, of "double what it was", and of "twice as many"."""
    if words.lower[place] == "twice" and words.is_one_of(place + 1, ("as",)):
        return words.is_one_of(place + 2, ("many", "much", "high", "large", "big"))
    if words.lower[place].endswith("fold"):
        return words.is_one_of(place - 1, moving()) or words.is_one_of(place + 1, direction_words("nouns"))
    if words.is_one_of(place + 1, ("what", "that")):
        return expecting().isdisjoint(words.lemma[place + 2:place + _WHAT])  # and not "twice what was expected"
    if words.is_one_of(place + 1, ("down", "up")) and not words.is_one_of(place + 2, ("to",)):
        return False  # "doubled down on"
    softened = words.is_one_of(place - 1, ("nearly", "almost", "roughly", "about"))
    infinitive = softened and words.is_one_of(place - 2, ("to", "will", "would"))
    return infinitive or (words.tags[place] in _VERBAL and not _is_part_of_name(words, place))


def _is_part_of_name(words: Words, place: int) -> bool:
    """True of the "halving" of "the halving event"."""
    return words.deps[place] in ("amod", "compound") or (
        words.lower[place].endswith("ing") and words.is_one_of(place - 1, ("the", "a", "this", "each", "every")))


def _like_its_pair(words: Words, figure: Figure, figures: list[Figure]) -> Figure:
    """The figure, a change where the one before in a list is: "revenue rose 8% to A and profit 3% to B", "and 3% against the yen"."""
    if figure.role != "level" or not words.is_one_of(figure.last, ("to", "against", "versus")):
        return figure
    pair = next((other for other in reversed(figures[-4:]) if other.role == "change"), None)
    if pair is None:
        return figure
    in_points = figure.quantity.unit == "percentage_points" and words.is_one_of(pair.last, ("point",))
    if figure.quantity.unit != pair.quantity.unit and not in_points:
        return figure
    if any(words.pos[i] in ("VERB", "AUX") for i in range(figures[-1].last, figure.first)):
        return figure
    return replace(figure, role="change", direction=pair.direction)


def _read(words: Words, quantity: Quantity, before: Figure | None) -> Figure:
    first, last = words.cover(quantity.start, quantity.end)
    governor = _governor(words, first, before.last if before else 0)
    figure = Figure(quantity, first, last, governor, words.lower[governor] if governor >= 0 else "")
    for rule in _rules(quantity.kind, before is None):
        read = rule(words, figure, before)
        if read is not None:
            return read
    direction = direction_of(words, figure)
    return figure.going(direction) if direction else figure


@cache
def _rules(kind: Kind, first: bool) -> tuple[Rule, ...]:
    """The rules for a quantity of a kind, the first of its sentence or not."""
    others = (*(() if kind == "rate" else _OF_RATES), *(() if kind == "money" else _OF_MONEY), *(_NOT_OF_COUNTS if kind == "count" else ()),
              *(_BESIDE_ANOTHER if first else ()))
    return tuple(rule for rule in RULES if rule not in others)


def _governor(words: Words, first: int, stop: int) -> int:
    """The position of the last word before a quantity that does not merely soften it ("to about $5m": "to"); -1 for none."""
    softeners = lexicon.load("number_words")["approximate"]
    place = first - 1
    while place >= stop and (words.lower[place] in softeners or words.lower[place] in "-([\n"):
        if words.lower[place] in ("to", "of", "up", "on", "at", "close") and not _softens(words, place):
            break
        place -= 1
    if place > stop and words.is_one_of(place, ("below", "above")) and words.is_one_of(place - 1, ("to",)):
        return place - 1  # "fell to below $5"
    if words.is_one_of(place, ("of",)) and words.is_one_of(place - 1, LEVELS):  # "to a record level of"
        return next((i for i in range(place - 2, max(stop, place - 4) - 1, -1) if words.lower[i] == "to"), place)
    return place


def _softens(words: Words, place: int) -> bool:
    """True of "up to" and "at least": prepositions that belong to a softening phrase."""
    pair = (words.lower[place], words.lower[place + 1] if place + 1 < len(words) else "")
    if pair[0] == "to":
        return place > 0 and words.lower[place - 1] in ("up", "close") and not words.is_one_of(place - 2, moving())
    if pair[0] == "of":
        return place > 2 and words.lower[place - 1] in ("average", "maximum", "minimum") and words.lower[place - 3] == "by"
    return pair == ("close", "to") or (pair[0] == "up" and pair[1] == "to") or (pair[0] == "at" and pair[1] in ("least", "most"))
