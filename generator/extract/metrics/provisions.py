"""What a plan or a law provides for: "under the proposal, fees would fall 5%", "the roadmap includes a cut of 90%"."""

from collections.abc import Sequence
from functools import partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.bearing import Setting
from generator.extract.metrics.relatives import antecedent, is_relative
from generator.extract.metrics.words import Match, Words

_listed = partial(lexicon.entries, "metric_status")
_UNDER = 6
"""Words behind "under" in which the plan stands."""


def is_provided_for(setting: Setting, live: Sequence[Match]) -> bool:
    """True of a number that a plan or a law sets, or that would come about under one; expectations beside it leave it a forecast.

    Args:
        live: the cues that bear on the figure.
    """
    words, figure = setting.words, setting.figure
    if _listed("provisions").isdisjoint(words.vocabulary) or figure.role == "previous":
        return False
    would = any(cue.meaning[1] == "modals" for cue in live)
    others = (cue for cue in live if words.lemma[cue.first] not in _listed("providing"))
    if any(cue.meaning[1] in ("verbs", "doubts", "holders", "experts") for cue in others):
        return False
    for place in words.ancestors(figure.first):
        if words.pos[place] in ("VERB", "AUX"):
            sets = words.is_one_of(place, _listed("providing")) and words.tags[place] in ("VBZ", "VBP", "VB")
            return (would and _is_under_one(words, place)) or (sets and _does(words, place))
    return False


def _is_under_one(words: Words, verb: int) -> bool:
    """True of a clause behind "under the proposal"."""
    if "under" not in words.lower[:verb]:
        return False
    under = words.lower.index("under")
    return any(words.is_one_of(i, _listed("provisions")) for i in range(under + 1, under + _UNDER))


def _does(words: Words, verb: int) -> bool:
    """True where a plan or a law is the subject of a verb."""
    subject = next((words.place_of(token) for token in words.tokens[verb].lefts if token.dep_ in SUBJECTS), -1)
    if subject >= 0 and is_relative(words.tokens[subject]):
        subject = antecedent(words, subject)
    return words.is_one_of(subject, _listed("provisions"))
