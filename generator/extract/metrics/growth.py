"""Growth that is told as a level or a pace: "growth will be 3.5%", "grew at a rate of 3%"."""

from generator.columns import SUBJECTS
from generator.extract.metrics.figures import Figure, direction_words
from generator.extract.metrics.words import Words
from generator.models import Direction

_GROWTH: dict[str, Direction] = {"growth": "up", "rise": "up", "increase": "up", "fall": "down", "drop": "down", "decline": "down",
                                 "decrease": "down", "reduction": "down"}
"""Nouns whose own level is the size of a change."""
_EXPECTED = ("forecast", "target", "guidance", "estimate", "outlook", "projection", "prediction", "goal")
_BEING = frozenset(("be", "average", "total", "reach", "amount"))
"""Verbs that the size of a change is told with: "the rise was 5%"."""
_LED = _BEING | {"at", "to"}


def size_of_a_subject(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "the annual rise was 2.6 percent" and "the decline averaged 3%"."""
    if figure.quantity.kind != "rate" or not words.is_one_of(figure.governor, _LED):
        return None
    verb = words.predicate_above(figure.first, 2)
    if verb < 0 or verb > figure.first or words.lemma[verb] not in _BEING:
        return None
    nouns = direction_words("nouns")
    subjects = (token.lemma_.lower() for token in words.tokens[verb].lefts if token.dep_ in SUBJECTS)
    found = next((nouns[lemma] for lemma in subjects if lemma in nouns), None)
    return figure.as_change(found) if found else None


def growth_rate(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "sales growth will be 3.5%" and "the rise in sales was 3%": the level of a growth is a change."""
    if figure.quantity.kind != "rate" or words.vocabulary.isdisjoint(_GROWTH):
        return None
    above = words.ancestors(figure.first)[:4]
    for i in range(figure.first - 1, max(before.last if before else 0, figure.first - 14) - 1, -1):
        if words.lemma[i] in _GROWTH and words.deps[i] in ("nsubj", "nsubjpass") and words.head(i) in above:
            return figure.as_change(_GROWTH[words.lemma[i]])
        expected = words.head(i)  # "raised its sales growth forecast to 6%"
        if words.lemma[i] == "growth" and words.is_one_of(expected, _EXPECTED) and words.head(expected) in above:
            return figure.as_change("up")
    return None


def rate_of_growth(words: Words, figure: Figure, before: Figure | None) -> Figure | None:
    """Such as "growth at between 10 and 15%", "growth slowed to 3%", "debt is rising at 15% a year"."""
    if figure.quantity.kind != "rate" or figure.lead not in ("at", "to", "between", "from"):
        return None
    stop = before.last if before else 0
    moves = direction_words("moves")
    if figure.lead == "at" and words.lemma[figure.governor - 1] in moves and words.pos[figure.governor - 1] == "VERB":
        return figure.as_change(moves[words.lemma[figure.governor - 1]])
    for place in range(figure.governor - 1, max(stop, figure.governor - 6) - 1, -1):
        if words.lemma[place] == "growth":
            return figure.as_change("up")
        if words.pos[place] in ("NOUN", "PROPN") or words.lower[place] in ",;:":
            return None
    return None


def pace_of(words: Words, figure: Figure) -> Direction | None:
    """The direction of "grew at an annual rate of 3.2%"."""
    if figure.quantity.kind != "rate" or not words.is_one_of(figure.governor - 1, ("rate", "pace", "clip")):
        return None
    if "at" not in words.lower[max(0, figure.governor - 6):figure.governor]:
        return None
    moves = direction_words("moves")
    for i in range(figure.governor - 2, max(-1, figure.governor - 9), -1):
        if words.lemma[i] in moves and words.pos[i] == "VERB":
            return moves[words.lemma[i]]
    return None
