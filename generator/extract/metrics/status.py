"""Whether a number is a fact, an expectation or a plan; and what a change is measured against."""

from functools import cache

from generator import lexicon
from generator.extract.metrics.words import Match, Phrases, Words
from generator.models import Basis, MetricStatus


@cache
def _bases() -> Phrases:
    return Phrases((phrase, basis) for basis, phrases in lexicon.load("bases").items() for phrase in phrases)


@cache
def _cues() -> Phrases:
    book = lexicon.load("metric_status")
    kinds = ("verbs", "modals", "nouns", "phrases", "holders")
    return Phrases((phrase, (status, kind)) for status in book for kind in kinds for phrase in book[status].get(kind, ()))


def find_cues(words: Words) -> list[Match]:
    """The cues of a sentence that tell a number's status."""
    return _cues().find(words)


def find_bases(words: Words) -> list[Match]:
    """The phrases of a sentence that tell what a change is measured against."""
    return _bases().find(words)


def status_of(words: Words, cues: list[Match], span: tuple[int, int], window: tuple[int, int]) -> MetricStatus:
    """The status of a row of figures.

    Args:
        cues: the cues of the sentence.
        span: the tokens of the row's figures.
        window: the tokens that the row has for itself, from the end of the row before to the beginning of the next.
    """
    near = [cue for cue in cues if window[0] <= cue.first < window[1] and _is_live(words, cue, span)]
    kinds = {cue.meaning for cue in near}
    expecting = any(status == "forecast" and kind in ("verbs", "nouns") for status, kind in kinds)
    if ("consensus", "phrases") in kinds or (("consensus", "holders") in kinds and expecting):
        return "consensus"
    if any(status == "target" and kind in ("verbs", "nouns", "phrases") for status, kind in kinds):
        return "target"
    return "forecast" if any(status == "forecast" for status, _ in kinds) else "actual"


def _is_live(words: Words, cue: Match, span: tuple[int, int]) -> bool:
    """A cue behind the figures only counts where it is a verb's complement of them ("230,000 increase forecast in a poll")."""
    return cue.first < span[0] or (cue.meaning[1] in ("verbs", "nouns", "holders") and cue.first - span[1] <= 7)


def basis_of(bases: list[Match], window: tuple[int, int]) -> Basis | None:
    """The basis that is told in a row's own part of the sentence, the nearest behind its beginning."""
    inside = [match.meaning for match in bases if window[0] <= match.first < window[1]]
    return inside[0] if inside else None
