"""Numbers without a name that are of what the number before them is of: "They had closed at 154p", "Kestle slid 2% and Tarn 3%"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.columns import SUBJECTS
from generator.extract.metrics.assertion import nouns_behind
from generator.extract.metrics.cues import expecting
from generator.extract.metrics.facts import Reading
from generator.extract.metrics.figures import direction_words, moving
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words
from generator.models import Metric

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(("it", "they", "this", "that", "these", "those", "both"))
_STANDING_IN = frozenset(("figure", "number", "outturn", "reading", "result", "total", "level",
                          "increase", "rise", "fall", "drop", "decline"))
_KNOWN, _NAMING = frozenset(("the", "this", "that")), frozenset(("for", "of", "in"))
"""Words beside such a noun that say it is known, or what it is of."""
_STATES = frozenset(("be", "stand", "remain", "stay", "total", "reach", "hit", "average", "exceed", "come", "compare", "correspond",
                     "amount", "double", "triple", "treble", "quadruple", "halve"))
"""Verbs that a number is the subject's own with; what moves is in the lexicon."""
_TIMES = 5
"""Two levels of one thing differ by less than this factor."""
_BACK = 2
"""Sentences that a pronoun looks back for its number."""
_BOUNDS = frozenset(("target", "goal", "guideline", "objective", "forecast", "estimate", "projection", "expectation", "prediction",
                     "limit", "ceiling", "cap"))
_BALANCES, _RATES = frozenset(("trade_balance",)), frozenset(("inflation", "unemployment", "interest_rate"))
_KINDS = {"deficit": _BALANCES, "surplus": _BALANCES, "gap": _BALANCES, "shortfall": _BALANCES, "rate": _RATES}
"""Nouns that are called in full once, and the metrics that they can be."""
_DEPTH = 6
"""Words up from a number to the verb of its clause."""
_TIMED = 8
"""Tokens from an amount of one time to one of another."""
_RECENT = 6
"""Rows that such a noun looks back."""
_JOINTS = frozenset(("and", "while", ",", ";", "but", "whereas", "as"))


def taken_up(reading: Reading, number: int, metric: Metric, before: Metric) -> Metric:
    """A row that nothing names, with metric, label and owner of the row before it where its clause goes on about that.

    Its subject is a pronoun, or somebody expects the number; a clause beside the one before tells the same of another owner.

    Args:
        number: which row of its sentence it is.
        before: the row that was found before it.
    """
    nameless = metric.label == metric.value_text or metric.label.casefold().split()[-1] in _STANDING_IN
    if metric.metric != "other" or not nameless or not _is_alike(before, metric):
        return metric
    words, row = reading.words, reading.rows[number]
    if before.evidence[-1] == metric.evidence[-1]:
        beside = number > 0 and _is_of_one_kind(words, reading.rows[number - 1], row)
        return metric.model_copy(update={"metric": before.metric}) if beside else metric
    here = reading.words.sentence.index
    near = any(before.evidence[-1].start == other.start for other in reading.analysis.sentences[max(0, here - _BACK):here])
    if not near or not _goes_on(words, row):
        return metric
    return metric.model_copy(update={"metric": before.metric, "label": before.label, "entity": before.entity})


def _is_alike(before: Metric, metric: Metric) -> bool:
    """True of two levels of one unit and size, and of a change of what has been told to change or to be so much."""
    if metric.value is None:
        change = metric.change is not None and metric.change.unit == "percent"
        return change and (before.change is not None or before.unit != "percent")
    if metric.unit == "percent" and before.unit is None:
        return before.change is not None and before.change.unit == "percent"
    if before.value is None or before.unit != metric.unit:
        return False
    return metric.unit == "percent" or (bool(before.value) and 1 / _TIMES < abs(metric.value / before.value) < _TIMES)


def _clause(words: Words, place: int) -> int:
    """The verb of the clause that a word stands in; -1 for none."""
    return place if words.pos[place] in ("VERB", "AUX") else words.predicate_above(place, _DEPTH)


def _goes_on(words: Words, row: Row) -> bool:
    """True of "It rose 3%", "They had closed at 154p" and "In May it had forecast $3m": a number of what was spoken of."""
    verb = _clause(words, row.figures[0].first)
    named = words.is_one_of(row.span[1], ("of", "from", "in", "for")) and "DATE" not in words.ents[row.span[1]:row.span[1] + 3]
    if verb < 0 or named or (row.level and nouns_behind(words, row.level)):
        return False
    if words.lemma[verb] in expecting():
        nouns = direction_words("nouns")  # "it had promised growth of 18%"
        return not any(words.pos[i] == "NOUN" and words.lemma[i] not in nouns for i in range(verb + 1, row.span[0]))
    if words.lemma[verb] not in _STATES and words.lemma[verb] not in moving():
        return False
    return any(token.dep_ in SUBJECTS and (token.lower_ in _PRONOUNS or _stands_in(token)) and token.tag_ != "WDT"
               for token in words.tokens[verb].lefts)


def _stands_in(noun: "Token") -> bool:
    """True of "the figure" and "this annual figure", which say again what was told; "the figure for exports" names it."""
    known = noun.lemma_ in _STANDING_IN and any(child.lower_ in _KNOWN for child in noun.lefts)
    return known and not any(child.dep_ == "compound" for child in noun.lefts) and not any(child.lower_ in _NAMING for child in noun.rights)


def _is_of_one_kind(words: Words, before: Row, row: Row) -> bool:
    """True of a row that stands beside another of its sentence as a number of the same thing."""
    return _is_told_of_another(words, before, row) or _is_bound(words, row) or _is_of_another_time(words, before, row)


def _is_of_another_time(words: Words, before: Row, row: Row) -> bool:
    """True of the second amount of "is to reach $5m next year and near $8m by 2030"."""
    between = range(before.span[1], row.span[0])
    if row.level is None or before.level is None or len(between) > _TIMED or nouns_behind(words, row.level):
        return False
    timed = any(words.ents[i] == "DATE" for i in between) and "DATE" in words.ents[row.span[1]:row.span[1] + 3]
    return timed and "and" in words.lower[before.span[1]:row.span[0]] and not any(words.pos[i] in ("VERB", "AUX") for i in between)


def _is_bound(words: Words, row: Row) -> bool:
    """True of "above its target of 2%": what the number before it was to be."""
    return row.figures[0].lead == "of" and words.is_one_of(row.figures[0].governor - 1, _BOUNDS)


def of_its_kind(metric: Metric, found: Sequence[Metric]) -> Metric:
    """A bare "deficit" or "rate" as of the kind that the rows before call by its full name: "the trade deficit", "the jobless rate"."""
    noun = metric.label.casefold()
    if noun not in _KINDS:
        return metric
    fuller = next((other for other in reversed(found[-_RECENT:]) if other.metric in _KINDS[noun] and (
        noun == "rate" or other.unit == metric.unit)), None)
    return metric.model_copy(update={"metric": fuller.metric}) if fuller else metric


def is_revised(reading: Reading, number: int, metric: Metric, before: Metric) -> bool:
    """True of "exports were revised down to 3%" behind a forecast: another one, and no fact."""
    if metric.status != "actual" or before.status != "forecast" or "revise" not in reading.words.vocabulary:
        return False
    return reading.words.is_one_of(reading.words.verb_above(reading.rows[number].span[0]), ("revise",))


def _is_told_of_another(words: Words, before: Row, row: Row) -> bool:
    """True of "Kestle slid 2% and Tarn dropped 3%": two verbs of movement side by side, each with its own name before it."""
    if row.level or before.level:
        return False
    verbs = [_clause(words, each.figures[0].first) for each in (before, row)]
    moved = all(verb >= 0 and words.lemma[verb] in moving() for verb in verbs) and before.span[1] <= verbs[1]
    subjects = [token for token in words.tokens[verbs[1]].lefts if token.dep_ in SUBJECTS] if moved else []
    joined = any(words.lower[i] in _JOINTS for i in range(before.span[1], verbs[1]))
    return bool(subjects) and joined and subjects[-1].text[0].isupper()
