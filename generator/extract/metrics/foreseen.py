"""Amounts that their own phrase says somebody foresaw: "the $5m that analysts had expected", "$5m expected", "an expected rise of 2%"."""

from collections.abc import Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.figures import Figure, direction_words
from generator.extract.metrics.words import Words
from generator.models import MetricStatus

_MARKET = frozenset(("market", "street", "city", "investor", "consensus", "poll"))
_OUTDONE = frozenset(("than", "versus", "vs", "vs.", "against", "below", "above", "with"))
_COMPARED = _OUTDONE | {"to", "of"}
"""What stands before a number that another is compared with."""
_MEASURED = frozenset(("estimate", "see", "need", "warn", "fear", "peg", "brace", "guide"))
"""Verbs that before a number only soften it, or that nobody is outdone by."""
_CALLED = frozenset(("expected", "forecast", "predicted", "projected", "anticipated"))
_SUBORDINATE = frozenset(("as", "when", "if", "because", "after", "before", "while", "than"))
_LED = frozenset(("at", "to", "by", "in", "on", "with", "from"))
_BEHIND, _BEFORE, _AGENT = 9, 5, 5
"""Words behind and before a number in which it is called foreseen, and behind "by" in which those are named who foresaw it."""
_GOING_ON = frozenset(("DET", "ADJ", "NOUN", "NUM", "SYM", "PROPN", "PRON", "PART"))
"""What a verb has behind it that has another object than the number."""
_ENDING = frozenset((",", ";", ":", "(", ")", ".", '"', "”"))
_STOPS = _ENDING | _SUBORDINATE | _OUTDONE
"""Words behind a number that begin what is not said of it."""


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon.load("metric_status")["forecast"]["verbs"]) - _MEASURED | {"look", "hope"}


@cache
def _words() -> frozenset[str]:
    return _verbs() | _CALLED


@cache
def _holders() -> frozenset[str]:
    return _MARKET | frozenset(lexicon.load("metric_status")["consensus"]["experts"])


def foreseen_by(words: Words, figure: Figure) -> MetricStatus | None:
    """Whose expectation a number is by the words of its own phrase: a consensus of the market, a forecast, or None if nothing says so."""
    if _words().isdisjoint(words.vocabulary):
        return None
    return _called_expected(words, figure) or _told_behind(words, figure)


def _called_expected(words: Words, figure: Figure) -> MetricStatus | None:
    """A consensus where another number is compared with it: "against an expected rise of 2%", "below the expected $5m"."""
    for place in range(figure.first - 1, max(0, figure.first - _BEFORE), -1):
        if words.lower[place] in _CALLED:
            before = place - 1 - (words.pos[place - 1] == "DET")
            if before == place - 1 and words.is_one_of(before, ("than",)):
                return None  # "better than expected profits of $5m"
            return "consensus" if words.is_one_of(before, _COMPARED) or words.is_one_of(before, direction_words("against")) else None
        if words.pos[place] in ("VERB", "AUX", "PUNCT") or words.lower[place] in _LED:
            return None
    return None


def _told_behind(words: Words, figure: Figure) -> MetricStatus | None:
    for place in range(figure.last, min(figure.last + _BEHIND, len(words))):
        aimed = not words.is_one_of(place, ("look", "hope")) or words.is_one_of(place + 1, ("for",))  # and not "looks to"
        if aimed and words.lemma[place] in _verbs() and (words.pos[place] == "VERB" or words.is_one_of(place + 1, ("by",))):
            return _by_subject(words, range(figure.last, place), place) or _by_agent(words, figure, place)
        if words.pos[place] in ("VERB", "CCONJ") or words.lower[place] in _STOPS:
            return None  # "51 cents against the 48 expected": what is expected is the other
    return None


def _by_subject(words: Words, between: Sequence[int], verb: int) -> MetricStatus | None:
    """The status of "$5m (that) analysts had expected" and "the $5m it forecast": who foresaw it stands between."""
    behind = min(verb + 1 + words.is_one_of(verb, ("look",)), len(words) - 1)  # "looking for"
    if words.pos[behind] in _GOING_ON or words.tags[verb] == "VB":
        return None
    if any(words.lemma[i] in _holders() for i in between):
        return "consensus"
    return "forecast" if any(words.tags[i] == "PRP" for i in between) else None


def _by_agent(words: Words, figure: Figure, verb: int) -> MetricStatus | None:
    """The status of "$5m (that was) expected (by analysts)": who foresaw it stands behind, or is nobody in particular."""
    predicate = any(words.pos[i] == "AUX" for i in range(figure.last, verb))
    if predicate and not any(words.lower[i] in ("that", "which") for i in range(figure.last, verb)):
        return None  # "the $5m deal is expected"
    agent = words.is_one_of(verb + 1, ("by", "in"))
    if words.tags[verb] not in ("VBN", "VBD") and not agent:
        return None
    if agent and any(words.lemma[i] in _holders() for i in range(verb + 2, min(verb + _AGENT, len(words)))):
        return "consensus"
    ends = verb + 1 >= len(words) or words.lower[verb + 1] in _ENDING or words.pos[verb + 1] == "CCONJ"
    outdone = not _OUTDONE.isdisjoint(words.lower[max(0, figure.governor - 1):figure.first])
    return "consensus" if ends and outdone else None
