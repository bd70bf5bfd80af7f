"""Whether a number is a fact, an expectation or a plan; and what a change is measured against."""

from collections.abc import Iterator, Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.words import Match, Phrases, Words
from generator.models import Basis, MetricStatus

_SETTING_AGAINST = frozenset((",", ";", "beat", "beating", "above", "below", "than", "topping", "missing"))
"""Words between a figure and an expectation that say the expectation is another number."""


@cache
def _bases() -> Phrases:
    return Phrases((phrase, basis) for basis, phrases in lexicon.load("bases").items() for phrase in phrases)


@cache
def _cues() -> Phrases:
    """The cues, each with all that it can be: "forecast" is a noun and a verb."""
    options: dict[str, list[tuple[str, str]]] = {}
    for status in ("forecast", "consensus", "target"):
        for kind, phrases in lexicon.load("metric_status")[status].items():
            for phrase in phrases:
                options.setdefault(phrase, []).append((status, kind))
    return Phrases(options.items())


def find_cues(words: Words) -> list[Match]:
    """The cues of a sentence that tell a number's status, each with the status and the kind of cue that it is."""
    return [Match(match.first, match.last, meaning) for match in _cues().find(words) for meaning in match.meaning
            if _is_used_as(words, match.first, meaning[1])]


def _is_used_as(words: Words, place: int, kind: str) -> bool:
    token = words.tokens[place]
    if kind in ("verbs", "acts"):
        return token.pos_ in ("VERB", "AUX")
    if kind in ("modals", "doubts"):
        return bool(token.tag_ == "MD")
    return kind != "nouns" or token.pos_ != "VERB"


def find_bases(words: Words) -> list[Match]:
    """The phrases of a sentence that tell what a change is measured against."""
    return _bases().find(words)


def status_of(words: Words, cues: Sequence[Match], anchors: tuple[int, ...], window: tuple[int, int], metric: str) -> MetricStatus:
    """The status of a row of figures.

    Args:
        cues: the cues of the sentence.
        anchors: the positions that the row hangs on: its first figure, and the name of its metric.
        window: the tokens that the row has for itself, from the end of the row before to the beginning of the next.
        metric: what the row is of; a deal that is only agreed is a plan.
    """
    if not cues:
        return "actual"
    above = {place for anchor in anchors for place in _governing(words, anchor)}
    live = [cue for cue in cues if _is_live(words, cue, anchors[0], window, above)]
    kinds = {cue.meaning for cue in live}
    if metric == "deal_value" and ("target", "agreements") in kinds:
        return "target"
    if _is_consensus(live):
        return "consensus"
    doubtful = ("forecast", "doubts") in kinds
    if {("target", "nouns"), ("target", "phrases")} & kinds or (("target", "verbs") in kinds and not doubtful):
        return "target"
    expected = ("forecast", "verbs") in kinds or ("forecast", "nouns") in kinds
    if ("target", "acts") in kinds and ("forecast", "modals") in kinds and not (doubtful or expected):
        return "target"
    return "forecast" if any(status == "forecast" for status, _ in kinds) else "actual"


def _governing(words: Words, anchor: int) -> Iterator[int]:
    """The anchor and what governs it, up to the end of an aside: the company, "with assets of $9bn", that may sell is a fact."""
    for place in (anchor, *words.ancestors(anchor)):
        yield place
        if words.tokens[place].dep_ in ("relcl", "appos"):
            return


def _is_live(words: Words, cue: Match, figure: int, window: tuple[int, int], above: set[int]) -> bool:
    """True of a cue that bears on the row: a verb that governs it, a noun or a holder of expectations near it."""
    status, kind = cue.meaning
    token = words.tokens[cue.first]
    if kind in ("modals", "doubts"):
        return cue.first in above or token.head.i - words.tokens[0].i in above
    if kind == "verbs":
        return cue.first in above or (0 <= cue.first - figure <= 9 and _belongs_behind(words, cue, figure, window[1]))
    if kind == "acts":
        return cue.first in above and not any(child.dep_ == "auxpass" for child in token.lefts)
    if status == "target":
        return cue.first in above or 0 <= figure - cue.last <= 4
    return (_is_near(words, cue, figure, window) and (cue.first < figure or _belongs_behind(words, cue, figure, window[1]))) or (
        cue.first < figure and any(words.tokens[i].head.i - words.tokens[0].i in above for i in range(cue.first, cue.last))
        and window[0] <= cue.first)


def _is_near(words: Words, cue: Match, figure: int, window: tuple[int, int]) -> bool:
    inside = window[0] <= cue.first < window[1]
    return inside and (figure - cue.first <= 14 if cue.first < figure else cue.first - figure <= 9)


def _belongs_behind(words: Words, cue: Match, figure: int, end: int) -> bool:
    """True of a cue behind a figure that bears on it, and not on the next figure: "$2 that analysts had expected"."""
    if any(words.lower[i] in _SETTING_AGAINST for i in range(figure, cue.first)):
        return False
    return end >= len(words) or cue.first - figure < end - cue.last


def _is_consensus(live: list[Match]) -> bool:
    """True where somebody whose trade it is expects: "analysts had expected", "forecast in a poll", "consensus"."""
    if any(cue.meaning == ("consensus", "phrases") for cue in live):
        return True
    holders = [cue.first for cue in live if cue.meaning == ("consensus", "holders")]
    expecting = [cue.first for cue in live if cue.meaning[0] == "forecast" and cue.meaning[1] in ("verbs", "nouns")]
    return any(abs(holder - place) <= 7 for holder in holders for place in expecting)


def basis_of(bases: Sequence[Match], window: tuple[int, int]) -> Basis | None:
    """The basis that is told in a row's own part of the sentence."""
    inside = [match.meaning for match in bases if window[0] <= match.first < window[1]]
    return inside[0] if inside else None
