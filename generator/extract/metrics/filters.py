"""Which quantities are metrics at all: counts of things that measure nothing, dates, ages and times are not."""

from functools import cache

from generator import lexicon
from generator.analysis import Analysis
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.words import Words

_TIME = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter", "century", "mile", "km", "kilometre",
                   "foot", "inch", "acre", "metre", "degree", "time", "people", "o'clock", "am", "pm", "a.m.", "p.m."))


@cache
def counted_things() -> dict[str, str]:
    """A counted thing, singular -> its metric."""
    return {thing: metric for metric, things in lexicon.load("units")["counted"].items() for thing in things}


def thing_counted(words: Words, last: int) -> tuple[str, str] | None:
    """The thing that a number before position ``last`` counts, and its metric: "150 lower-producing stores" -> store, stores."""
    things = counted_things()
    best = None
    for place in range(last, min(last + 5, len(words))):
        pair = f"{words.lemma[place - 1]} {words.lemma[place]}" if place > last else ""
        lemma = words.lemma[place]
        if pair in things or lemma in things:
            best = (pair, things[pair]) if pair in things else (lemma, things[lemma])
            if place + 1 < len(words) and words.tokens[place + 1].pos_ in ("NOUN", "PROPN") and words.tokens[place].dep_ == "compound":
                continue
            return best
        if words.tokens[place].pos_ not in ("NOUN", "ADJ", "PROPN", "PUNCT", "X", "VERB") or words.lower[place] in ",;:().":
            return best
    return best


def is_date(analysis: Analysis, quantity: Quantity) -> bool:
    """True of a number without unit that is part of an expression of time."""
    sentence = analysis.sentence_at(quantity.start)
    start = sentence.start if sentence else quantity.start
    return any(found.start <= quantity.start < found.end for found in analysis.dates_in(start, quantity.end))


def is_time(words: Words, last: int) -> bool:
    """True of a number that counts years, hours or miles."""
    place = last
    while place < len(words) and words.lower[place] in ("-", "–", "consecutive", "straight"):
        place += 1
    return words.is_one_of(place, _TIME)
