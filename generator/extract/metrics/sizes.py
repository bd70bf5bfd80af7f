"""Sizes of changes: the rules that tell them by the words before and behind a quantity."""

from collections.abc import Mapping
from functools import cache

from generator import lexicon
from generator.extract.metrics.figures import AS_FAR_AS, Figure, count_words, direction_words, moving
from generator.extract.metrics.growth import pace_of
from generator.extract.metrics.particles import WIPING
from generator.extract.metrics.words import Words
from generator.models import Direction

_EARNED = frozenset(("revenue", "sale", "turnover", "profit", "earnings", "income", "margin", "growth", "output", "production"))
"""What one can be cost a part of."""
_BEHIND = 6
"""Words behind an amount in which the noun stands that it is the size of."""
_ONE_SHARE = 1000
"""A share moves by fewer units of money than this."""


def change_behind(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "a 7 pct rise", "33% sales decline", "0.2 percent lower", "$6 million more than"."""
    nouns, adverbs, reach = _nouns(figure), direction_words("adverbs"), figure.last + _BEHIND
    told = not (adverbs.keys().isdisjoint(words.lower[figure.last:reach]) and nouns.keys().isdisjoint(words.lemma[figure.last:reach]))
    return _change_within(words, figure, reach) if told else None


def _change_within(words: Words, figure: Figure, reach: int) -> Figure | None:
    nouns, adverbs = _nouns(figure), direction_words("adverbs")
    behind_points = figure.last + words.is_one_of(figure.last, ("point",))
    start = figure.last + words.is_one_of(figure.last, ("in",)) if figure.quantity.kind == "money" else figure.last
    for place in range(start, min(reach, len(words))):
        lemma, lower, pos = words.lemma[place], words.lower[place], words.pos[place]
        level = figure.quantity.kind == "money" and words.is_one_of(place + 1, ("from",))  # "$5m, up from $4m"
        turned = lower in adverbs and place in (figure.last, behind_points) and not level
        parts = lower == "more" and figure.quantity.kind == "rate" and words.pos[min(place + 1, len(words) - 1)] == "NOUN"  # of copper
        if turned and lower == "more" and figure.quantity.kind == "count" and not words.is_one_of(place + 1, ("than",)):
            return None  # "will open 300 more"
        if turned and (parts or not (_relates_to_next(words, place) or _is_until(words, place))):
            return figure.as_change(adverbs[lower])
        if lemma in nouns and (_is_of_another(words, figure, place) or (lemma == "gain" and _is_a_result(words, figure, place))):
            return None
        if lemma in nouns and pos != "VERB" and (start == figure.last or words.tags[place] == "NNS"):
            return figure.as_change(nouns[lemma])
        joint = lower in ("on", "over") and words.lower[place - 1] in "-–"  # "a 9% year-on-year decline"
        if (pos not in ("NOUN", "ADJ", "PROPN", "PUNCT") and not joint) or lower in ",;:()":
            return None
    return None


def _nouns(figure: Figure) -> Mapping[str, Direction]:
    """The nouns that say a change of such an amount: a loss of money is a result, one of percents a fall."""
    return _of_rates() if figure.quantity.kind == "rate" else direction_words("nouns")


@cache
def _of_rates() -> dict[str, Direction]:
    return {**direction_words("nouns"), "loss": "down"}


def _is_until(words: Words, place: int) -> bool:
    """True of the "up" of "at $10 a share up to December"."""
    return words.lower[place] == "up" and words.is_one_of(place + 1, ("to", "until", "through"))


def _is_of_another(words: Words, figure: Figure, place: int) -> bool:
    """True of the nouns in "a $500 million growth fund", which only describe another, and in "$45m depreciation" and "a $9m
    equity raising", which are amounts.
    """
    if figure.quantity.kind == "money" and words.lower[place] in lexicon.entries("directions", "amounts"):
        return True
    if place + 1 >= len(words) or words.ents[place + 1] == "DATE":
        return False
    behind = words.pos[place + 1] in ("NOUN", "PROPN", "ADJ") or words.is_one_of(place + 2, ("-",))
    described = words.deps[place] in ("compound", "amod", "nmod") and behind
    return described and not words.is_one_of(place + 1, ("rate", "target", "forecast", "pace", "figure"))


def _is_a_level(words: Words, figure: Figure, place: int) -> bool:
    """True of a gain that is a result, and of "price growth", which is the level of inflation."""
    if words.lemma[place] == "growth":
        return words.is_one_of(place - 1, ("price",))
    return words.lemma[place] == "gain" and _is_a_result(words, figure, place)


def _is_a_result(words: Words, figure: Figure, place: int) -> bool:
    """True of "a $71 million gain on a sale" and "gains of $98m from sales": what was earned, and no rise of anything."""
    return figure.quantity.scaled and not words.is_one_of(max(place + 1, figure.last), ("in",))


def change_of_the_whole(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "bringing the fall since January to 9%": a change that another brings to a size."""
    if figure.lead != "to" or figure.quantity.kind != "rate":
        return None
    nouns = direction_words("nouns")
    for place in range(figure.governor - 1, max(1, figure.governor - 8), -1):
        if words.lemma[place] in nouns and any(words.is_one_of(i, ("take", "bring")) for i in range(max(0, place - 6), place)):
            return figure.as_change(nouns[words.lemma[place]])
        if words.pos[place] in ("VERB", "AUX") or words.lower[place] in ",;:":
            return None
    return None


def _relates_to_next(words: Words, place: int) -> bool:
    """True of the "up" of "$5m, up 8 %" and of "more" as a noun's measure ("10 more stores")."""
    return words.lower[place] in ("up", "down", "more", "off", "above", "below") and place + 1 < len(words) and (
        words.lower[place + 1][:1].isdigit() or words.lower[place + 1] in "$£€" or words.pos[place + 1] in ("NOUN", "NUM"))


def size_behind_by(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "rose by 8 %", "lift by 9 % the fee"."""
    moved = figure.quantity.kind == "rate" and words.lemma[figure.governor - 1] in direction_words("moves", "acts")
    if not (figure.lead == "by" or (figure.lead == "with" and moved)) or _is_doer(words, figure):
        return None
    turned = direction_words("adverbs").get(words.lower[figure.governor - 1])  # "costs will go up by"
    direction = turned or _last_direction(words, figure.governor, 14)
    if direction is None and not (before and before.role == "change"):
        return None
    return figure.as_change(direction or (before.direction if before else None))


def _is_doer(words: Words, figure: Figure) -> bool:
    """True of "weighed down by a $1 billion investment": what moves a number, and no size."""
    noun = figure.last < len(words) and words.pos[figure.last] in ("NOUN", "ADJ") and figure.quantity.kind == "money"
    return noun and words.is_one_of(figure.first - 1, ("a", "an", "the", "this"))


def _last_direction(words: Words, place: int, reach: int) -> Direction | None:
    """The direction of the last verb that moves something, else of the last noun or adverb: "shave growth by" goes down."""
    back = range(place - 1, max(-1, place - 1 - reach), -1)
    for kinds in (("moves", "acts", "against"), ("nouns", "adverbs")):
        for i in back:
            if kinds[0] == "moves" and words.pos[i] not in ("VERB", "AUX"):
                continue
            for kind in kinds:
                found = direction_words(kind)
                if words.lemma[i] in found or words.lower[i] in found:
                    return found.get(words.lemma[i]) or found[words.lower[i]]
    return None


def size_behind_direction(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "rose 8 %", "down 12.5 cents", "increased some 10.5 pct", "lost 2.5 %"."""
    place = _mover_before(words, figure.governor)
    if place < (before.last if before else 0) or not words.is_one_of(place, direction_words("moves", "acts", "nouns", "adverbs")):
        return None
    far = words.lower[max(0, figure.first - 3):figure.first] in AS_FAR_AS
    put = figure.quantity.kind == "money" and words.is_one_of(figure.last, ("into",))  # "sink $5m into a well"
    given = put or words.tags[figure.first - 1] == "PRP$" or figure.lead == "worth"  # "raised its 4% stake", "a contract worth $5m"
    if far or given:
        return None
    lemma, lower = words.lemma[place], words.lower[place]
    in_points = figure.quantity.kind == "count" and _is_in_points(words, figure)
    rate = figure.quantity.kind == "rate" or in_points or _is_of_one_share(words, figure, place)
    if lower in ("up", "down", "higher", "lower", "off") and not _is_particle(words, place):
        return figure.as_change(direction_words("adverbs")[lower])
    if lemma in direction_words("moves") and words.pos[place] != "ADJ":
        return figure.as_change(direction_words("moves")[lemma])
    if rate and (lemma in direction_words("acts") or (lemma in direction_words("nouns") and words.pos[place] == "VERB")):
        return figure.as_change(direction_words("acts").get(lemma) or direction_words("nouns")[lemma])
    return None


def _is_of_one_share(words: Words, figure: Figure, place: int) -> bool:
    """True of "the shares lost 3p" and "oil lost $4 a barrel": a few units of money are no loss of a company."""
    amount = figure.quantity
    few = amount.kind == "money" and not amount.scaled and amount.per != "share" and amount.value < _ONE_SHARE
    return few and words.is_one_of(place, ("lose", "shed", "add"))


def _mover_before(words: Words, place: int) -> int:
    """The position of the word that moves a number, the words that soften or date it left out: "was up in May 4%"."""
    adverbs = direction_words("adverbs")
    while place >= 0 and words.pos[place] in ("ADV", "PRON", "ADJ", "DET") and words.lower[place] not in adverbs:
        place -= 1
    if place < 0 or words.ents[place] != "DATE":
        return place
    while place >= 0 and words.ents[place] == "DATE":
        place -= 1
    return place - 1 if words.is_one_of(place, ("in", "during", "for", "on", "over")) else place


def size_of_an_act(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "lifted its rate 0.25% to 5.5%" and "could increase benefits 10%": what is moved stands between the verb and the size."""
    last = figure.last - 1
    if figure.quantity.kind == "count" or words.deps[last] != "npadvmod":
        return None
    moves, verb = direction_words("moves", "acts"), words.head(last)
    if not 0 <= verb < figure.first or words.lemma[verb] not in moves:
        return None
    between = range(verb + 1, figure.first)
    led = words.pos[figure.governor] in ("ADP", "PART")
    if words.pos[verb] != "VERB" or led or not between or any(words.lower[i] in ",;:" for i in between):
        return None
    return figure.as_change(moves[words.lemma[verb]])


def size_of_a_loss(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "$2bn wiped off its shares": an amount that something else has lost."""
    subjects = words.deps[figure.first:figure.last]
    if figure.quantity.kind != "money" or "nsubjpass" not in subjects:
        return None
    verb = words.head(figure.first + subjects.index("nsubjpass"))
    if not words.is_one_of(verb, WIPING):
        return None
    off = any(words.lower[i] in ("off", "from", "out") for i in range(verb + 1, min(verb + 4, len(words))))
    return figure.as_change("down") if off else None


def size_of_a_cost(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "cost the group $25m of revenue" and "cost it 40 basis points of margin"."""
    led = words.is_one_of(figure.last, ("of", "in"))
    if not led or not words.is_one_of(words.verb_above(figure.first), ("cost",)) or figure.quantity.kind == "count":
        return None
    noun = next((i for i in range(figure.last + 1, min(figure.last + 5, len(words))) if words.pos[i] == "NOUN"), -1)
    while noun + 1 < len(words) and words.pos[noun + 1] == "NOUN":
        noun += 1
    return figure.as_change("down") if words.is_one_of(noun, _EARNED) else None


def part_of_a_whole(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "fired half its staff" and "closed a third of the stores": a change of what is counted."""
    place = figure.last + words.is_one_of(figure.last, ("of",))
    verb = words.lemma[figure.governor] if figure.governor >= 0 and words.pos[figure.governor] == "VERB" else ""
    if figure.quantity.kind != "rate" or verb not in count_words() or place >= len(words) or words.tags[place] not in ("PRP$", "DT"):
        return None
    return figure.as_change(count_words()[verb])


def _is_in_points(words: Words, figure: Figure) -> bool:
    """True of the points of an index, with or without the word: "lost 1.85 points", "added 1.22 to 342.50"."""
    return words.is_one_of(figure.last, ("point", "to", ",", "or"))


def _is_particle(words: Words, place: int) -> bool:
    """True of the "up" of "made up 62% of sales": part of a verb that moves nothing."""
    above = words.ancestors(place)
    return words.deps[place] == "prt" and above[:1] == [place - 1] and not words.is_one_of(place - 1, moving())


def _is_of_a_thing(words: Words, figure: Figure) -> bool:
    """True of "the collapse of the $5m takeover": what fell, and not how far."""
    known = figure.quantity.kind == "money" and words.is_one_of(figure.first - 1, ("the", "its", "their"))
    return known and figure.last < len(words) and words.pos[figure.last] == "NOUN"


def size_behind_of(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "growth of 8 %", "an increase in sales of 8 %"."""
    if (figure.lead != "of" and words.lower[figure.governor] not in ("of", "between")) or _is_of_a_thing(words, figure):
        return None
    nouns = _nouns(figure)
    paced = pace_of(words, figure)
    if paced:
        return figure.as_change(paced)
    for place in range(figure.governor - 1, max(-1, figure.governor - 7), -1):
        lemma, pos = words.lemma[place], words.pos[place]
        if lemma in nouns and pos in ("NOUN", "PROPN", "VERB"):
            return None if _is_a_level(words, figure, place) else figure.as_change(nouns[lemma])
        far = figure.quantity.kind != "rate" and words.lower[place] not in ("of", "a") and "in" not in words.lower[place - 4:place + 1]
        if far or pos in ("VERB", "AUX") or words.lower[place] in ",;:":
            return None
    return None
