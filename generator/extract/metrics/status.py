"""Whether a number is a fact, an expectation or a plan; and what a change is measured against."""

from collections.abc import Iterator, Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.cues import is_guess_at_a_fact
from generator.extract.metrics.expected import is_bound, is_of_the_market
from generator.extract.metrics.words import Match, Phrases, Words
from generator.models import Basis, MetricStatus

_SETTING_AGAINST = frozenset((",", ";", "beat", "beating", "above", "below", "than", "topping", "missing"))
"""Words between a figure and an expectation that say the expectation is another number."""


@cache
def _bases() -> Phrases:
    return Phrases((phrase, basis) for basis, phrases in lexicon.load("bases").items() for phrase in phrases)


def find_bases(words: Words) -> list[Match]:
    """The phrases of a sentence that tell what a change is measured against."""
    return _bases().find(words)


def status_of(words: Words, cues: Sequence[Match], anchors: tuple[int, ...], window: tuple[int, int], *, deal: bool) -> MetricStatus:
    """The status of a row of figures.

    Args:
        cues: the cues of the sentence.
        anchors: the positions that the row hangs on: its first figure, and the name of its metric.
        window: the tokens that the row has for itself, from the end of the row before to the beginning of the next.
        deal: whether it is a deal or an issue, which is a plan until it is done.
    """
    if not cues:
        return "actual"
    above = {place for anchor in anchors for place in _governing(words, anchor)}
    live = [cue for cue in cues if _is_live(words, cue, anchors[0], window, above)]
    if _is_consensus(live) or is_of_the_market(words, live, anchors[0]):
        return "consensus"
    kinds = {cue.meaning for cue in live}
    acts = [cue.first for cue in live if cue.meaning == ("target", "acts")]
    if _is_planned(kinds, deal=deal) or any(_is_intended(words, place) or _is_under_way(words, place, anchors) for place in acts):
        return "target"
    return "forecast" if any(status == "forecast" for status, _ in kinds) else "actual"


def _is_planned(kinds: set[tuple[str, str]], *, deal: bool) -> bool:
    """True where the cues tell of a plan: somebody plans it, will do it, or has agreed to a deal."""
    doubtful = ("forecast", "doubts") in kinds
    expected = ("forecast", "verbs") in kinds or ("forecast", "nouns") in kinds
    if deal:
        return ("target", "agreements") in kinds or any(status == "target" and kind != "acts" for status, kind in kinds) or (
            not (expected or doubtful) and not kinds.isdisjoint((("forecast", "modals"), ("forecast", "phrases"))))
    if {("target", "nouns"), ("target", "phrases")} & kinds or (("target", "verbs") in kinds and not doubtful):
        return True
    return ("target", "acts") in kinds and ("forecast", "modals") in kinds and not (doubtful or expected)


def _is_intended(words: Words, place: int) -> bool:
    """True of "a decision to close 50 stores"."""
    token = words.tokens[place]
    return token.dep_ == "acl" and token.tag_ == "VB" and token.head.lemma_.lower() in lexicon.load("metric_status")["intentions"]


def _is_under_way(words: Words, place: int, anchors: tuple[int, ...]) -> bool:
    """True of "is cutting 500 jobs" and "are spending $100m": what somebody does, and has not done yet, to the number itself."""
    token = words.tokens[place]
    if token.tag_ != "VBG" or words.lemma[place] == "pay":
        return False
    nearest = {next((i for i in (anchor, *words.ancestors(anchor)) if words.tokens[i].pos_ == "VERB"), -1) for anchor in anchors}
    return place in nearest and any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in token.lefts)


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
        governs = cue.first in above and not is_guess_at_a_fact(words, cue.first, figure)
        return governs or (0 <= cue.first - figure <= 9 and _belongs_behind(words, cue, figure, window[1]))
    if kind == "acts":
        return cue.first in above and not any(child.dep_ == "auxpass" for child in token.lefts)
    if status == "target":
        remains = token.dep_ == "attr" and token.head.i - words.tokens[0].i in above  # "earnings of $10 a share remain the goal"
        return cue.first in above or remains or 0 <= figure - cue.last <= 4
    if kind == "nouns" and cue.last <= figure and not is_bound(words, cue, figure):
        return False
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
    holders = [cue.first for cue in live if cue.meaning in (("consensus", "holders"), ("consensus", "experts"))]
    expecting = [cue.first for cue in live if cue.meaning[0] == "forecast" and cue.meaning[1] in ("verbs", "nouns")]
    return any(abs(holder - place) <= 7 for holder in holders for place in expecting)


def basis_of(bases: Sequence[Match], window: tuple[int, int]) -> Basis | None:
    """The basis that is told in a row's own part of the sentence."""
    inside = [match.meaning for match in bases if window[0] <= match.first < window[1]]
    return inside[0] if inside else None
