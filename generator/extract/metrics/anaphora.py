"""Numbers told in two sentences: "Revenue was $4.3 billion. This indicator increased by 13 %." is one fact."""

from functools import partial

from generator import lexicon
from generator.extract.metrics.words import Words
from generator.models import Metric

_listed = partial(lexicon.entries, "metric_owners")


def points_back(words: Words) -> bool:
    """True of a sentence whose subject is the number of the sentence before: "This indicator ...", "The corresponding figure ..."."""
    if len(words) < 3 or not words.is_one_of(0, ("this", "that", "the")) or "but" in words.lower:
        return False
    place = 1
    if words.is_one_of(0, ("this", "that")) and words.lemma[place] in ("be", "'s", "’s"):
        return True
    while words.is_one_of(place, _listed("pointing_adjectives")):
        place += 1
    noun = words.is_one_of(place, _listed("pointing_nouns"))
    return noun and place + 1 < len(words) and words.pos[place + 1] in ("VERB", "AUX", "ADV")


def joined(before: Metric, metric: Metric) -> Metric | None:
    """The one fact that two rows of neighbouring sentences are: a level and its change; None where both state the same part."""
    evidence = (*before.evidence, *metric.evidence)
    has_change = before.change is not None and before.change.value is not None
    if before.value is not None and not has_change and metric.value is None and metric.change:
        return before.model_copy(update={"evidence": evidence, "change": metric.change})
    if before.value is None and has_change and metric.value is not None and (metric.change is None or metric.change.value is None):
        update = {name: getattr(metric, name) for name in ("value", "unit", "value_text", "equivalents", "range")}
        return before.model_copy(update={"evidence": evidence, **update})
    return None
