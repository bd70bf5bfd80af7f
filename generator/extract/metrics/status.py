"""Whether a number is a fact, an expectation or a plan: decided by the verb that governs it, and by the nouns of its own phrase."""

from collections.abc import Sequence

from generator import lexicon
from generator.extract.metrics.assertion import plan_behind
from generator.extract.metrics.bearing import Setting, bearing
from generator.extract.metrics.expectations import is_beat, is_consensus
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.words import Match
from generator.models import MetricStatus


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
    if not live:
        return "consensus" if is_beat(setting.words, setting.figure) else "actual"
    if is_consensus(setting.words, live) or is_beat(setting.words, setting.figure):
        return "consensus"
    acts = [cue.first for cue in live if cue.meaning == ("target", "acts")]
    planned = _is_planned({cue.meaning for cue in live}, deal=deal, decided=_is_decided(setting, live, metric))
    foretold = any(cue.meaning == ("forecast", "nouns") for cue in live)  # "is holding its forecast at 5%"
    if planned or any(not foretold and (_is_intended(setting, place) or _is_under_way(setting, place)) for place in acts):
        return "target"
    return "forecast" if any(cue.meaning[0] == "forecast" for cue in live) else "actual"


def _is_planned(kinds: set[tuple[str, str]], *, deal: bool, decided: bool) -> bool:
    """True where the cues tell of a plan: somebody plans it, will do it, or has agreed to a deal."""
    doubtful = ("forecast", "doubts") in kinds
    expected = not kinds.isdisjoint((("forecast", "verbs"), ("forecast", "nouns")))
    if deal:
        return ("target", "agreements") in kinds or any(status == "target" and kind != "acts" for status, kind in kinds) or (
            not (expected or doubtful) and not kinds.isdisjoint((("forecast", "modals"), ("forecast", "phrases"))))
    if {("target", "nouns"), ("target", "phrases")} & kinds or (("target", "verbs") in kinds and not doubtful):
        return True
    return decided and ("forecast", "modals") in kinds and not (doubtful or expected or ("forecast", "phrases") in kinds)


def _is_decided(setting: Setting, live: Sequence[Match], metric: str) -> bool:
    """True where somebody does something; but nobody decides that profit falls: "the tax will cut profit by $5m"."""
    acts = [setting.words.lemma[cue.first] for cue in live if cue.meaning == ("target", "acts")]
    outcome = metric in lexicon.load("metric_status")["outcomes"]
    return any(not outcome or act not in direction_words("acts") for act in acts)


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
    nearest = next((i for i in words.ancestors(setting.figure.first) if words.pos[i] == "VERB"), -1)
    return place == nearest and any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in token.lefts)
