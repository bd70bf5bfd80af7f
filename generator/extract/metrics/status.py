"""Whether a number is a fact, an expectation or a plan: decided by the verb that governs it, and by the nouns of its own phrase."""

from collections.abc import Sequence

from generator import lexicon
from generator.extract.metrics.assertion import plan_behind
from generator.extract.metrics.bearing import Setting, bearing
from generator.extract.metrics.expectations import is_beat, is_consensus, is_missed
from generator.extract.metrics.figures import Figure, direction_words
from generator.extract.metrics.foreseen import foreseen_by
from generator.extract.metrics.intentions import is_intended, is_of_a_plan, is_pending
from generator.extract.metrics.provisions import is_provided_for
from generator.extract.metrics.words import Match, Words
from generator.models import MetricStatus

_REPORTING = frozenset(("say", "announce", "confirm", "add", "report", "disclose", "reveal", "state", "tell"))
_SOON = 8
"""Words behind an amount in which it is told what is to be done to it."""
_TO_COME = (("forecast", "modals"), ("forecast", "arranged"))
_DUTIES = frozenset(("tariff", "duty", "levy", "tax"))
"""What only a state decides."""
_BEING = ("be", "rise", "fall", "go", "drop", "climb", "increase", "remain", "stay")
"""Verbs that tell how high a duty is, and not what it does: "the tax will be 5%"."""
_COMING = frozenset(("next", "coming"))
_NEAR = 12
"""Words between an amount and the time that it is of."""
_FETCHING = ("fetch", "command", "attract")
"""What tells the price that somebody may come to pay."""
_OFFERING = frozenset(("offer", "bid", "propose"))


def status_of(setting: Setting, cues: Sequence[Match], metric: str, *, deal: bool) -> MetricStatus:
    """The status of a row of figures.

    Args:
        setting: the first figure of the row, its former level left out, in its sentence.
        cues: the cues of the sentence.
        metric: what the row is of.
        deal: whether it is a deal or an issue, which is a plan until it is done.
    """
    words, figure = setting.words, setting.figure
    own: MetricStatus | None = "target" if plan_behind(words, figure) or is_of_a_plan(words, figure) else foreseen_by(words, figure)
    if own or _is_left_behind(setting):
        return own or "actual"
    live = bearing(setting, cues, deal=deal)
    if is_provided_for(setting, live) or (deal and is_pending(words, figure)):
        return "target"
    if is_beat(words, figure) or (live and (is_consensus(words, live) or is_missed(words, live, figure))):
        return "consensus"
    if _is_to_be(setting) or _is_a_plan(setting, live, metric, deal=deal):
        return "target"
    ahead = any(cue.meaning[0] == "forecast" for cue in live) or (not live and not deal and _lies_ahead(setting))
    return "forecast" if ahead else "actual"


def _is_a_plan(setting: Setting, live: Sequence[Match], metric: str, *, deal: bool) -> bool:
    """True of what somebody means, has agreed, offers or sets about to do."""
    if not live:
        return is_intended(setting.words, setting.figure)
    foretold = any(cue.meaning == ("forecast", "nouns") for cue in live)  # "is holding its forecast at 5%"
    if not foretold and is_intended(setting.words, setting.figure):
        return True
    acts = [cue.first for cue in live if cue.meaning == ("target", "acts")]
    kinds = {cue.meaning for cue in live if not _is_forced(setting, cue)}
    fetching = setting.words.is_one_of(setting.words.predicate_above(setting.figure.first), _FETCHING)
    planned = _is_planned(kinds, deal=deal, decided=_is_decided(setting, live, metric), fetching=fetching)
    doing = not foretold and any(_is_under_way(setting, place) or _is_expected_of_oneself(setting.words, place) for place in acts)
    return planned or doing or (deal and _is_offered(setting, live)) or _is_agreed(setting, live)


def _is_left_behind(setting: Setting) -> bool:
    """True of "is expected to fall from 6%": what will be moved from is known."""
    words, figure = setting.words, setting.figure
    return figure.lead == "from" and figure.role == "previous" and words.is_one_of(words.head(figure.governor), direction_words("moves"))


def _is_planned(kinds: set[tuple[str, str]], *, deal: bool, decided: bool, fetching: bool) -> bool:
    """True where the cues tell of a plan: somebody plans it, will do it, or has agreed to a deal; that a thing may fetch $5m is none."""
    doubtful = ("forecast", "doubts") in kinds
    expected = not kinds.isdisjoint((("forecast", "verbs"), ("forecast", "nouns")))
    if deal:
        to_come = not expected and not kinds.isdisjoint((*_TO_COME, ("forecast", "doubts"), ("forecast", "phrases")))
        meant = any(status == "target" and kind != "acts" for status, kind in kinds)  # agreements among them
        return not fetching and (meant or to_come)
    if {("target", "nouns"), ("target", "phrases"), ("target", "modals")} & kinds or (("target", "verbs") in kinds and not doubtful):
        return True
    return decided and not kinds.isdisjoint(_TO_COME) and not (doubtful or expected or ("forecast", "phrases") in kinds)


def _is_forced(setting: Setting, cue: Match) -> bool:
    """True of the "may" of "may have to raise $5m", which is nobody's plan."""
    return cue.meaning == ("forecast", "doubts") and setting.words.is_one_of(setting.words.head(cue.first), ("have", "need"))


def _is_decided(setting: Setting, live: Sequence[Match], metric: str) -> bool:
    """True where somebody does something; but nobody decides that profit falls: "the tax will cut profit by $5m"."""
    figure, inside = setting.figure, setting.figure.lead == "in"  # "in 300 stores"
    if not _DUTIES.isdisjoint(setting.words.vocabulary) and _is_of_a_duty(setting.words, figure):
        return True
    if metric in lexicon.entries("metric_status", "decisions") and not inside and "payroll" not in setting.words.vocabulary:
        return True
    acts = [setting.words.lemma[cue.first] for cue in live if cue.meaning == ("target", "acts") and _has_a_will(setting.words, cue.first)]
    outcome = metric in lexicon.load("metric_status")["outcomes"]
    return any(not outcome or act not in direction_words("acts") for act in acts)


def _has_a_will(words: Words, act: int) -> bool:
    """False of an act whose subject decides nothing: "the duty will cut growth", "a downgrade would raise its costs"."""
    subject = words.subject_of(act)
    return subject is None or not (subject.lemma_ in _DUTIES or subject.lemma_ in direction_words("nouns"))


def _is_of_a_duty(words: Words, figure: Figure) -> bool:
    """True of "tariffs of 15%", "a 15% tariff" and "the duty will be 15%"."""
    if (figure.lead == "of" and words.is_one_of(figure.governor - 1, _DUTIES)) or words.is_one_of(figure.last, _DUTIES):
        return figure.quantity.kind == "rate" or figure.lead == "of"
    verb = words.predicate_above(figure.first)
    told = figure.quantity.kind == "rate" and words.is_one_of(verb, _BEING)
    subject = words.subject_of(verb) if told else None
    return subject is not None and str(subject.lemma_) in _DUTIES


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


def _lies_ahead(setting: Setting) -> bool:
    """True of "put next year's growth at 5%" and "next year growth slows to 5%": what is of a time to come."""
    words = setting.words
    if _COMING.isdisjoint(words.vocabulary):
        return False
    first, last = max(setting.window[0], setting.figure.first - _NEAR), min(setting.window[1], setting.figure.last + _NEAR)
    coming = (place for place in range(first, last) if words.lower[place] in _COMING and words.ents[place] == "DATE")
    return any(words.lower[place - 1] not in ("the", "over") and not setting.above.isdisjoint(words.ancestors(place)[:3])
               for place in coming)


def _is_expected_of_oneself(words: Words, place: int) -> bool:
    """True of "Tarn expects to cut 500 jobs", where those who expect decide; what they expect to sell others decide."""
    verb = words.head(place)
    if words.deps[place] != "xcomp" or words.tags[place] != "VB" or not words.is_one_of(verb, ("expect", "anticipate")):
        return False
    passive = any(child.dep_ == "auxpass" for child in words.tokens[verb].lefts)
    return not passive and words.tags[verb] != "VBN" and not words.is_one_of(place, ("sell", "add", "sign"))


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
