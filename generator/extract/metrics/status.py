"""Whether a number is a fact, an expectation or a plan: decided by the verb that governs it, and by the nouns of its own phrase."""

from collections.abc import Sequence

from generator import lexicon
from generator.extract.metrics.assertion import plan_behind
from generator.extract.metrics.bearing import Setting, bearing
from generator.extract.metrics.expectations import is_beat, is_consensus, is_missed
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.provisions import is_provided_for
from generator.extract.metrics.words import Match
from generator.models import MetricStatus

_REPORTING = frozenset(("say", "announce", "confirm", "add", "report", "disclose", "reveal", "state", "tell"))
_SOON = 8
"""Words behind an amount in which it is told what is to be done to it."""
_OFFERING = frozenset(("offer", "bid", "propose"))


def status_of(setting: Setting, cues: Sequence[Match], metric: str, *, deal: bool) -> MetricStatus:
    """The status of a row of figures.

    Args:
        setting: the first figure of the row, its former level left out, in its sentence.
        cues: the cues of the sentence.
        metric: what the row is of.
        deal: whether it is a deal or an issue, which is a plan until it is done.
    """
    if plan_behind(setting.words, setting.figure):
        return "target"
    live = bearing(setting, cues, deal=deal)
    if is_provided_for(setting, live):
        return "target"
    if not live:
        return "consensus" if is_beat(setting.words, setting.figure) else "target" if _is_to_be(setting) else "actual"
    if is_consensus(setting.words, live) or is_beat(setting.words, setting.figure) or is_missed(setting.words, live, setting.figure):
        return "consensus"
    acts = [cue.first for cue in live if cue.meaning == ("target", "acts")]
    kinds = {cue.meaning for cue in live if not _is_forced(setting, cue)}
    planned = _is_planned(kinds, deal=deal, decided=_is_decided(setting, live, metric))
    foretold = any(cue.meaning == ("forecast", "nouns") for cue in live)  # "is holding its forecast at 5%"
    doing = any(not foretold and (_is_intended(setting, place) or _is_under_way(setting, place)) for place in acts)
    if planned or doing or _is_to_be(setting) or (deal and _is_offered(setting, live)) or _is_agreed(setting, live):
        return "target"
    return "forecast" if any(cue.meaning[0] == "forecast" for cue in live) else "actual"


def _is_planned(kinds: set[tuple[str, str]], *, deal: bool, decided: bool) -> bool:
    """True where the cues tell of a plan: somebody plans it, will do it, or has agreed to a deal."""
    doubtful = ("forecast", "doubts") in kinds
    expected = not kinds.isdisjoint((("forecast", "verbs"), ("forecast", "nouns")))
    if deal:
        return ("target", "agreements") in kinds or any(status == "target" and kind != "acts" for status, kind in kinds) or (
            not expected and not kinds.isdisjoint((("forecast", "modals"), ("forecast", "doubts"), ("forecast", "phrases"))))
    if {("target", "nouns"), ("target", "phrases"), ("target", "modals")} & kinds or (("target", "verbs") in kinds and not doubtful):
        return True
    return decided and ("forecast", "modals") in kinds and not (doubtful or expected or ("forecast", "phrases") in kinds)


def _is_forced(setting: Setting, cue: Match) -> bool:
    """True of the "may" of "may have to raise $5m", which is nobody's plan."""
    return cue.meaning == ("forecast", "doubts") and setting.words.is_one_of(setting.words.head(cue.first), ("have", "need"))


def _is_decided(setting: Setting, live: Sequence[Match], metric: str) -> bool:
    """True where somebody does something; but nobody decides that profit falls: "the tax will cut profit by $5m"."""
    acts = [setting.words.lemma[cue.first] for cue in live if cue.meaning == ("target", "acts")]
    outcome = metric in lexicon.load("metric_status")["outcomes"]
    return any(not outcome or act not in direction_words("acts") for act in acts)


def _is_offered(setting: Setting, live: Sequence[Match]) -> bool:
    """True of "offered $5m for": a deal that somebody has proposed, and that nobody is only expected to propose."""
    offered = any(cue.meaning == ("target", "acts") and setting.words.lemma[cue.first] in _OFFERING for cue in live)
    return offered and not any(cue.meaning[0] == "forecast" for cue in live)


def _is_agreed(setting: Setting, live: Sequence[Match]) -> bool:
    """True of the amount that somebody has agreed to spend: "agreed to put $5m into the mine"."""
    agreed = any(cue.meaning == ("target", "agreements") and setting.words.lemma[cue.first] == "agree" for cue in live)
    return agreed and setting.figure.role == "level"


def _is_to_be(setting: Setting) -> bool:
    """True of "$5 billion of notes, to be auctioned on Tuesday"."""
    words, first = setting.words, setting.figure.last
    if "to" not in words.lower[first:first + _SOON]:
        return False
    return any(words.lower[i:i + 2] == ("to", "be") and words.lower[i - 1] in (",", "still", "yet") and words.tags[i + 2] == "VBN"
               for i in range(first, min(first + _SOON, len(words) - 2)))


def _is_intended(setting: Setting, place: int) -> bool:
    """True of "a decision to close 50 stores"."""
    token = setting.words.tokens[place]
    return token.dep_ == "acl" and token.tag_ == "VB" and token.head.lemma_.lower() in lexicon.load("metric_status")["intentions"]


def _is_under_way(setting: Setting, place: int) -> bool:
    """True of "is cutting 500 jobs" and "are spending $100m": what somebody does, and has not done yet, to the number itself."""
    words = setting.words
    token = words.tokens[place]
    if token.tag_ != "VBG" or words.lemma[place] == "pay":
        return False
    nearest = words.verb_above(setting.figure.first)
    reported = token.dep_ == "ccomp" and token.head.tag_ == "VBD" and token.head.lemma_.lower() in _REPORTING  # "said it was cutting"
    tenses = ("VBZ", "VBP", "VBD") if reported else ("VBZ", "VBP")
    return place == nearest and any(child.dep_ == "aux" and child.tag_ in tenses for child in token.lefts)
