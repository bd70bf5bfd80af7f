"""What a quantity is in its sentence: a level, the size of a change, or the former level.

Decided by the words beside it ("rose 8 %", "to $5m", "a 20 pct rise", "from 953 mln"), which are more reliable in the language
of the news than a parse: headlines, ellipses and lists keep their prepositions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator import lexicon
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.words import Words
from generator.models import Direction

Role = Literal["level", "change", "previous"]
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "flat")
AGAINST = "against"
"""The lead of a figure that another is compared with, whatever words say so."""
_EXPECTED = frozenset(("expectation", "forecast", "estimate", "consensus", "prediction", "projection"))
_BEFORE = frozenset(("earlier", "previous", "prior", "former", "original", "initial"))
_LEVELS = frozenset(("figure", "level", "total", "number", "tally", "record", "peak", "high", "low", "rate", "sum"))
_COMPARED = frozenset(("vs", "vs.", "versus", "against", "compared", "comparison", "opposed"))


_VERBAL = frozenset(("VBD", "VBN", "VBZ", "VBP", "VB", "VBG"))


@dataclass(frozen=True)
class Figure:
    """A quantity with its role. Its tokens are ``first`` .. ``last`` - 1; ``governor`` is the position of the word that rules it.

    ``lead`` is that word, lower case ("to", "rose", "up"); ``alternative`` marks the second of two ways to say one size ("or").
    """

    quantity: Quantity
    first: int
    last: int
    governor: int
    lead: str
    role: Role = "level"
    direction: Direction | None = None
    alternative: bool = False
    coordinated: bool = False


@cache
def direction_words(kind: str) -> dict[str, Direction]:
    """Lemma -> direction of the words of one kind: "moves", "acts", "nouns", "adverbs"."""
    book = lexicon.load("directions")
    if kind == "against":
        return {word: direction for direction in DIRECTIONS for word in book["against"].get(direction, ())}
    return {word: direction for direction in DIRECTIONS for word in book[direction].get(kind, ())}


def read_figures(words: Words, quantities: Iterable[Quantity]) -> list[Figure]:
    """The quantities of a sentence with their roles, in its order, and its verbs that are changes by a factor ("doubled")."""
    figures: list[Figure] = []
    factors = _factors(words)
    for quantity in sorted([*quantities, *factors], key=lambda quantity: quantity.start):
        before = figures[-1] if figures else None
        if quantity in factors:
            place = words.at(quantity.start)
            figures.append(Figure(quantity, place, place + 1, place, words.lower[place], "change", factors[quantity]))
        else:
            figures.append(_like_its_pair(words, _read(words, quantity, before), figures))
    return figures


def _factors(words: Words) -> dict[Quantity, Direction]:
    """The verbs that say a change by a factor: "doubled" is a rise of 100 percent."""
    book = lexicon.load("directions")["factors"]
    found = {}
    for direction in ("up", "down"):
        for place, lemma in enumerate(words.lemma):
            if lemma in book[direction] and words.tokens[place].tag_ in _VERBAL and not _is_part_of_name(words, place):
                start, end = words.starts[place], words.end_of(place)
                found[Quantity(start, end, book[direction][lemma], "percent", "rate")] = DIRECTIONS[DIRECTIONS.index(direction)]
    return found


def _is_part_of_name(words: Words, place: int) -> bool:
    """True of the "halving" of "the halving event"."""
    return words.tokens[place].dep_ in ("amod", "compound") or (
        words.lower[place].endswith("ing") and words.is_one_of(place - 1, ("the", "a", "this", "each", "every")))


def _like_its_pair(words: Words, figure: Figure, figures: list[Figure]) -> Figure:
    """The figure, a change where the one before in a list is: "revenue rose 8% to A and profit 3% to B"."""
    pair = next((other for other in reversed(figures[-4:]) if other.role == "change"), None)
    if pair is None or figure.role != "level" or figure.quantity.unit != pair.quantity.unit or not words.is_one_of(figure.last, ("to",)):
        return figure
    if any(words.tokens[i].pos_ in ("VERB", "AUX") for i in range(figures[-1].last, figure.first)):
        return figure
    return replace(figure, role="change", direction=pair.direction)


def _read(words: Words, quantity: Quantity, before: Figure | None) -> Figure:
    first, last = words.at(quantity.start), words.at(quantity.end - 1) + 1
    governor = _governor(words, first, before.last if before else 0)
    figure = Figure(quantity, first, last, governor, words.lower[governor] if governor >= 0 else "")
    for rule in (_change_behind, _change_of_the_whole, _former, _size_behind_by, _size_behind_direction, _size_behind_of, _growth_rate,
                 _like_the_one_before):
        read = rule(words, figure, before)
        if read is not None:
            return read
    return replace(figure, direction=_act(words, figure))


def _governor(words: Words, first: int, stop: int) -> int:
    """The position of the last word before a quantity that does not merely soften it ("to about $5m": "to"); -1 for none."""
    softeners = lexicon.load("number_words")["approximate"]
    place = first - 1
    while place >= stop and (words.lower[place] in softeners or words.lower[place] in "-([\n"):
        if words.lower[place] in ("to", "of", "up", "on", "at") and not _softens(words, place):
            break
        place -= 1
    if words.is_one_of(place, ("of",)) and words.is_one_of(place - 1, _LEVELS):  # "to a record level of"
        return next((i for i in range(place - 2, max(stop, place - 4) - 1, -1) if words.lower[i] == "to"), place)
    return place


def _softens(words: Words, place: int) -> bool:
    """True of "up to" and "at least": prepositions that belong to a softening phrase."""
    pair = (words.lower[place], words.lower[place + 1] if place + 1 < len(words) else "")
    if pair[0] == "to":
        return place > 0 and words.lower[place - 1] in ("up", "close") and not words.is_one_of(place - 2, _moving())
    return (pair[0] == "up" and pair[1] == "to") or (pair[0] == "at" and pair[1] in ("least", "most"))


@cache
def _moving() -> frozenset[str]:
    return frozenset((*direction_words("moves"), *lexicon.load("directions")["carriers"]))


# --- rules: each gives the figure with its role, or None where it does not apply ----------------------------------

def _change_behind(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "a 20 pct rise", "33% sales decline", "0.2 percent lower", "$55 million more than"."""
    nouns, adverbs = direction_words("nouns"), direction_words("adverbs")
    start = figure.last + words.is_one_of(figure.last, ("in",)) if figure.quantity.kind == "money" else figure.last
    for place in range(start, min(figure.last + 6, len(words))):
        lemma, lower, pos = words.lemma[place], words.lower[place], words.tokens[place].pos_
        if lower in adverbs and place == figure.last and not _relates_to_next(words, place):
            return replace(figure, role="change", direction=adverbs[lower])
        if lemma in nouns and pos != "VERB" and (start == figure.last or words.tokens[place].tag_ == "NNS"):
            return replace(figure, role="change", direction=nouns[lemma])
        if pos not in ("NOUN", "ADJ", "PROPN", "PUNCT") or lower in ",;:()":
            return None
    return None


def _change_of_the_whole(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "taking the decline for the whole year to 5.5%": a change that another brings to a size."""
    if figure.lead != "to" or figure.quantity.kind != "rate":
        return None
    nouns = direction_words("nouns")
    for place in range(figure.governor - 1, max(1, figure.governor - 8), -1):
        if words.lemma[place] in nouns and any(words.is_one_of(i, ("take", "bring")) for i in range(max(0, place - 4), place)):
            return replace(figure, role="change", direction=nouns[words.lemma[place]])
        if words.tokens[place].pos_ in ("VERB", "AUX") or words.lower[place] in ",;:":
            return None
    return None


def _relates_to_next(words: Words, place: int) -> bool:
    """True of the "up" of "$5m, up 8 %" and of "more" as a noun's measure ("10 more stores")."""
    return words.lower[place] in ("up", "down", "more", "off", "above", "below") and place + 1 < len(words) and (
        words.lower[place + 1][:1].isdigit() or words.lower[place + 1] in "$£€" or words.tokens[place + 1].pos_ in ("NOUN", "NUM"))


def _former(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "up from $5m", "from 46 % to 50 %", "up from Monday's close of 143 yen", "vs 29 cts", "above last month's 46 %"."""
    stop = before.last if before else 0
    for place in range(figure.governor, max(stop, figure.governor - 6) - 1, -1):
        word = words.lower[place]
        if word == "from":
            reached = place < figure.governor and words.lower[figure.governor] == "to"  # "rose 25% from a year earlier to $5m"
            side = direction_words("adverbs").get(words.lower[place - 1]) if place else None
            moved = not reached and (side or _moves_nearby(words, figure, before))
            return replace(figure, role="previous", direction=side) if moved else None
        if word in _COMPARED or (word in ("with", "to") and words.is_one_of(place - 1, _COMPARED)):
            return replace(figure, role="previous", lead=AGAINST)
        if word == "of" and place == figure.governor and _is_dated(words, place):
            return replace(figure, role="previous", lead=AGAINST)
        if word in ("above", "below") and before and words.tokens[place + 1].ent_type_ == "DATE":
            return replace(figure, role="previous", direction=direction_words("adverbs")[word])
        ends = words.tokens[place].pos_ in ("VERB", "AUX", "PUNCT", "CCONJ") or (
            words.lemma[place] in _EXPECTED and not words.is_one_of(place - 1, _BEFORE))
        if ends or (word in ("to", "by", "at") and place != figure.governor):
            return None
    return None


def _is_dated(words: Words, place: int) -> bool:
    """True of the "of" in "last year's figure of $34m" and "the previous total of 40"."""
    if not words.is_one_of(place - 1, _LEVELS):
        return False
    if words.is_one_of(place - 2, ("'s", "’s")):
        place -= 2
    return words.is_one_of(place - 2, ("previous", "former", "earlier", "prior", "last"))


def _moves_nearby(words: Words, figure: Figure, before: Figure | None) -> bool:
    everything = direction_words("moves") | direction_words("acts") | direction_words("nouns") | direction_words("adverbs")
    near = range(max(0, figure.governor - 8), figure.governor)
    return before is not None or any(words.lemma[i] in everything or words.lower[i] in everything for i in near)


def _size_behind_by(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "rose by 8 %", "boost by 72 % the price"."""
    if figure.lead != "by":
        return None
    direction = _last_direction(words, figure.governor, 14)
    if direction is None and not (before and before.role == "change"):
        return None
    return replace(figure, role="change", direction=direction or (before.direction if before else None))


def _last_direction(words: Words, place: int, reach: int) -> Direction | None:
    """The direction of the last verb that moves something, else of the last noun or adverb: "shave growth by" goes down."""
    back = range(place - 1, max(-1, place - 1 - reach), -1)
    for kinds in (("moves", "acts", "against"), ("nouns", "adverbs")):
        for i in back:
            if kinds[0] == "moves" and words.tokens[i].pos_ not in ("VERB", "AUX"):
                continue
            for kind in kinds:
                found = direction_words(kind)
                if words.lemma[i] in found or words.lower[i] in found:
                    return found.get(words.lemma[i]) or found[words.lower[i]]
    return None


def _size_behind_direction(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "rose 8 %", "down 12.5 cents", "increased some 10.5 pct", "lost 2.5 %"."""
    place = figure.governor
    while place >= 0 and words.tokens[place].pos_ in ("ADV", "PRON", "ADJ", "DET") and words.lower[place] not in direction_words("adverbs"):
        place -= 1
    if place < 0 or (before and place < before.last):
        return None
    lemma, lower = words.lemma[place], words.lower[place]
    rate = figure.quantity.kind == "rate" or (figure.quantity.kind == "count" and _is_in_points(words, figure))
    if lower in ("up", "down", "higher", "lower", "off") and not _is_particle(words, place):
        return replace(figure, role="change", direction=direction_words("adverbs")[lower])
    if lemma in direction_words("moves") and words.tokens[place].pos_ != "ADJ":
        return replace(figure, role="change", direction=direction_words("moves")[lemma])
    if rate and (lemma in direction_words("acts") or (lemma in direction_words("nouns") and words.tokens[place].pos_ == "VERB")):
        return replace(figure, role="change", direction=direction_words("acts").get(lemma) or direction_words("nouns")[lemma])
    return None


def _is_in_points(words: Words, figure: Figure) -> bool:
    """True of the points of an index, with or without the word: "lost 1.85 points", "added 1.22 to 342.50"."""
    return words.is_one_of(figure.last, ("point", "to", ",", "or"))


def _growth_rate(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "sales growth will be 3.5%": the level of a growth is a change."""
    if figure.quantity.kind != "rate":
        return None
    above, offset = words.ancestors(figure.first)[:4], words.tokens[0].i
    for i in range(figure.first - 1, max(before.last if before else 0, figure.first - 14) - 1, -1):
        token = words.tokens[i]
        if words.lemma[i] == "growth" and token.dep_ in ("nsubj", "nsubjpass") and token.head.i - offset in above:
            return replace(figure, role="change", direction="up")
    return None


def _is_particle(words: Words, place: int) -> bool:
    """True of the "up" of "made up 62% of sales": part of a verb that moves nothing."""
    above = words.ancestors(place)
    return words.tokens[place].dep_ == "prt" and above[:1] == [place - 1] and not words.is_one_of(place - 1, _moving())


def _size_behind_of(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "growth of 8 %", "an increase in sales of 8 %"."""
    if figure.lead != "of" and words.lower[figure.governor] not in ("of", "between"):
        return None
    nouns = direction_words("nouns")
    paced = _paced(words, figure)
    if paced:
        return replace(figure, role="change", direction=paced)
    for place in range(figure.governor - 1, max(-1, figure.governor - 7), -1):
        lemma, pos = words.lemma[place], words.tokens[place].pos_
        if lemma in nouns and pos in ("NOUN", "PROPN", "VERB"):
            return replace(figure, role="change", direction=nouns[lemma])
        if pos in ("VERB", "AUX") or words.lower[place] in ",;:":
            return None
        if figure.quantity.kind != "rate" and words.lower[place] not in ("of", "a"):
            return None
    return None


def _paced(words: Words, figure: Figure) -> Direction | None:
    """The direction of "grew at an annual rate of 3.2%"."""
    if figure.quantity.kind != "rate" or not words.is_one_of(figure.governor - 1, ("rate", "pace", "clip")):
        return None
    if "at" not in words.lower[max(0, figure.governor - 6):figure.governor]:
        return None
    moves = direction_words("moves")
    for i in range(figure.governor - 2, max(-1, figure.governor - 9), -1):
        if words.lemma[i] in moves and words.tokens[i].pos_ == "VERB":
            return moves[words.lemma[i]]
    return None


def _like_the_one_before(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "6.8 percent this year and 6.3 percent in 2016": what stands in a list is what its neighbour is."""
    if before is None or not (figure.lead in ("and", ",", "or", "but") or _is_bracketed(words, figure)):
        return None
    same_kind = before.quantity.unit == figure.quantity.unit
    if before.role == "previous":
        return _like_the_former(figure, before)
    between = range(before.last, figure.first)
    if any(words.tokens[i].pos_ in ("VERB", "AUX") for i in between):
        return None
    if figure.lead == "or" and before.quantity.per == figure.quantity.per and figure.first - before.last <= 5:
        return replace(figure, role=before.role, direction=before.direction, alternative=True)
    if not same_kind:
        return None
    return replace(figure, role=before.role, direction=before.direction, coordinated=True)


def _like_the_former(figure: Figure, before: Figure) -> Figure | None:
    """The second of two former levels: told in another way ("or $1.15 a share"), or of another time, a fact of its own."""
    if figure.lead == "or":
        return replace(figure, role="previous", lead=before.lead)
    return replace(figure, lead=AGAINST) if before.quantity.unit == figure.quantity.unit else None


def _is_bracketed(words: Words, figure: Figure) -> bool:
    """True of "Rocket Pool (3.10%)": a number in brackets behind the name that it is of."""
    inside = words.is_one_of(figure.first - 1, ("(",)) and words.is_one_of(figure.last, (")",))
    return inside and words.tokens[figure.first - 2].pos_ == "PROPN"


def _act(words: Words, figure: Figure) -> Direction | None:
    """The direction that the words around give to a level: "raised its dividend to 5p", "closed 75 stores", "123 yen, flat on the day"."""
    if any(words.is_one_of(i, direction_words("adverbs")) and direction_words("adverbs").get(words.lower[i]) == "flat"
           for i in range(figure.last, figure.last + 3)):
        return "flat"
    if figure.quantity.kind == "count" and figure.governor >= 0 and words.tokens[figure.governor].pos_ == "VERB":
        acts = lexicon.load("directions")["counts"]
        return next((direction for direction in DIRECTIONS if words.lemma[figure.governor] in acts.get(direction, ())), None)
    if words.lower[max(0, figure.first - 3):figure.first] in (("as", "high", "as"), ("as", "low", "as")):
        return "up" if words.lower[figure.first - 2] == "high" else "down"
    return _governing(words, figure) if figure.lead in ("to", "at", "above", "below") else None


def _governing(words: Words, figure: Figure) -> Direction | None:
    """The direction of the verb that brings a number to a level, before it or above it in the sentence."""
    moves = direction_words("moves") | direction_words("acts")
    adverbs = direction_words("adverbs")
    if words.is_one_of(figure.governor - 1, (",",)) and words.is_one_of(figure.governor - 2, adverbs):
        return adverbs[words.lower[figure.governor - 2]]
    for i in words.ancestors(figure.first)[:4]:
        if words.lemma[i] in moves and words.tokens[i].pos_ == "VERB":
            return moves[words.lemma[i]]
    for i in range(figure.governor - 1, max(-1, figure.governor - 9), -1):
        if words.lemma[i] in moves and words.tokens[i].pos_ != "NOUN":
            return moves[words.lemma[i]]
        if words.lower[i] in ",;:":
            return None
    return None
