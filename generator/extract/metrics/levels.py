"""The direction that the words around a level give to it."""

from generator import lexicon
from generator.extract.metrics.figures import DIRECTIONS, Figure, direction_words
from generator.extract.metrics.words import Words
from generator.models import Direction


def direction_of(words: Words, figure: Figure) -> Direction | None:
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
