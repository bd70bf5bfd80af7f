"""From the sentences of a document to its metrics."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from generator.analysis import Analysis, DateMention, Sentence
from generator.extract.metrics.amounts import find_quantities
from generator.extract.metrics.anaphora import joined, points_back
from generator.extract.metrics.background import Background
from generator.extract.metrics.bases import find_bases
from generator.extract.metrics.cells import is_row
from generator.extract.metrics.context import carried_on
from generator.extract.metrics.cues import find_cues
from generator.extract.metrics.ellipsis import is_more
from generator.extract.metrics.facts import Reading, metrics_of
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.filters import is_date, measures
from generator.extract.metrics.labels import label_of
from generator.extract.metrics.moved import compared
from generator.extract.metrics.names import Name, find_names
from generator.extract.metrics.notation import beginnings
from generator.extract.metrics.period import times_in
from generator.extract.metrics.quantities import A_SHARE, Quantity
from generator.extract.metrics.quoting import quoted
from generator.extract.metrics.roles import factors_of, read_figures
from generator.extract.metrics.rows import join
from generator.extract.metrics.taken_up import is_revised, of_its_kind, taken_up
from generator.extract.metrics.things import Thing
from generator.extract.metrics.words import Words
from generator.models import Change, Metric

_Told = tuple[float | None, float | None, str | None]
"""An amount that was told: its value, the upper bound of its range, its unit."""
_THE_INDEX = frozenset(("index", "indexes", "indices", "average"))
"""Names of an index that do not say which: the one named before."""
_SELF_NAMED = frozenset(("index", "price", "exchange_rate"))
"""Metrics that are called by the name of what they are of."""
_RECENT = 20
"""Rows that "the index" looks back for its name."""
_TWICE = 2
"""What was expected is less than this many times what was reached."""
_TITLE = 3
"""Sentences that a headline in capitals can be cut into."""
_MANY = 12
"""Amounts of a sentence from which on it is data if it has fewer words than amounts."""
_AN_AMOUNT = 8
"""Tokens that an amount and the signs around it can have."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NEXT = 10
"""Characters between two sentences that follow one another."""


def metrics_of_sentences(analysis: Analysis, background: Background) -> list[Metric]:
    """The metrics of a document, sentence by sentence; an amount that is told again is told once. Rows of tables are left out."""
    found: list[Metric] = []
    focus = background.focus.text if background.focus else None
    fallbacks = (background.focus, background.company, background.country)
    told: dict[_Told, list[Metric]] = {}
    for reading, number, metric in metrics_of(_readings(analysis, background)):
        if _join_to_sentence_before(analysis, reading, found, metric) or _is_told_again(metric, told):
            continue
        whole = _of_what_was_told(carried_on(analysis, metric, found, fallbacks), found, focus)
        if found:
            whole = taken_up(reading, number, of_its_kind(whole, found), found[-1])
            whole = whole.model_copy(update={"status": "forecast"}) if is_revised(reading, number, whole, found[-1]) else whole
        found.append(_labelled(reading, number, whole, found))
        told.setdefault(_amount(metric), []).append(found[-1])
    return found


def _labelled(reading: Reading, number: int, metric: Metric, found: list[Metric]) -> Metric:
    """A row that is called by its own number, with better words: those of the row that it goes on from, else what the number is of."""
    if metric.label != metric.value_text:
        return metric
    if found and metric.metric == found[-1].metric != "other" and metric.unit == found[-1].unit and metric.status == "consensus":
        return metric.model_copy(update={"label": found[-1].label})
    owner = metric.entity if metric.metric == "share_price" else None
    tokens, words = label_of(reading.words, reading.rows[number], owner), reading.words
    if tokens is None:
        return metric
    return metric.model_copy(update={"label": reading.analysis.text[words.starts[tokens[0]]:words.end_of(tokens[1] - 1)]})


def _amount(metric: Metric) -> _Told:
    return metric.value, metric.range.high if metric.range else None, metric.unit


def _is_told_again(metric: Metric, told: dict[_Told, list[Metric]]) -> bool:
    """True of an amount without a change that was told before of the same metric and time; where nothing names it, of any metric."""
    if metric.value is None or metric.change is not None or metric.unit == "percent":
        return False
    return any(metric.metric in (before.metric, "other") and _is_of_one_time(metric, before) for before in told.get(_amount(metric), ()))


def _is_of_one_time(one: Metric, other: Metric) -> bool:
    """True of two numbers that can be of the same time: a dollar an hour "next April" is not that of "1991"."""
    if one.period is None or other.period is None or one.period.text == other.period.text:
        return True
    return one.period.start is not None and (one.period.start, one.period.end) == (other.period.start, other.period.end)


def _of_what_was_told(metric: Metric, found: list[Metric], focus: str | None) -> Metric:
    """A row that its sentence names no metric for, as what the text was speaking of.

    An expectation is of the number before ("Analysts had looked for $1.25 billion"); a percentage that nobody in its sentence owns is
    of those whom the percentage before counted ("19.6% of consumers expect ... 21.1% said so a year ago").
    """
    if metric.metric == "index" and metric.label.casefold() in _THE_INDEX and metric.entity == focus:
        named = next((other for other in reversed(found[-_RECENT:]) if other.metric == "index"), None)
        return metric.model_copy(update={"entity": named.entity}) if named else metric
    if metric.metric != "other" or metric.label != metric.value_text or not found:
        return metric
    return metric.model_copy(update=_told_by(found[-1], metric, focus))


def _told_by(before: Metric, metric: Metric, focus: str | None) -> dict[str, object]:
    """What the row before says of one that nothing names: its metric and its owner, or its owner, or nothing."""
    same: dict[str, object] = {"metric": before.metric, "entity": before.entity}
    if metric.status == "consensus" and _is_expected_move(before, metric):
        change = Change(value=metric.value, unit="percent", direction=before.change.direction if before.change else None)
        return {**same, "change": change, "value": None, "unit": None}
    if before.unit != metric.unit:
        return {}
    if A_SHARE.search(metric.value_text) and (before.metric == "net_income" or metric.status == "consensus"):
        return {**same, "metric": "eps"}
    if metric.status == "consensus" and metric.evidence[0].start - before.evidence[-1].end <= _NEXT:
        return same
    if metric.status == "forecast" and before.evidence == metric.evidence and _is_of_its_size(before, metric):
        return same  # "revenue of $5m, above its own guidance of $4.5m"
    counted = before.metric == "other" and before.unit == "percent" and before.entity is not None and before.entity.islower()
    return {"entity": before.entity} if counted and metric.entity == focus else {}


def _is_of_its_size(before: Metric, metric: Metric) -> bool:
    """True of two amounts of money that can be one number, expected and reached."""
    money = metric.unit is not None and metric.unit.isupper()
    return money and bool(before.value and metric.value) and 1 / _TWICE < abs((metric.value or 0) / (before.value or 1)) < _TWICE


def _is_expected_move(before: Metric, metric: Metric) -> bool:
    """True of "sales fell 4%, less than forecasts of 5%" beside the fall: a fall was expected, and no level."""
    same = before.evidence == metric.evidence and before.value is None and before.change is not None
    unmoved = metric.change is None or metric.change.value is None
    return same and unmoved and metric.unit == before.change.unit == "percent"  # type: ignore[union-attr]


def _join_to_sentence_before(analysis: Analysis, reading: Reading, found: list[Metric], metric: Metric) -> bool:
    """Add a row to the first one of the sentence before that it completes, where its sentence points back; whether it was added."""
    if not found or len(reading.rows) > 1 or not points_back(reading.words):
        return False
    before = analysis.sentences[max(0, reading.words.sentence.index - 1)]
    place = len(found)
    while place > 0 and found[place - 1].evidence[-1].start == before.start:
        place -= 1
    for number in range(place, len(found)):
        whole = joined(found[number], metric)
        if whole:
            found[number] = whole
            return True
    return False


def _is_headline(analysis: Analysis, sentence: Sentence) -> bool:
    """True of a headline or a heading between paragraphs: the text under it says the same in full."""
    if sentence.index == 0 and len(analysis.sentences) > 1 and analysis.sentences[1].block != sentence.block:
        return sentence.heading or analysis.text[sentence.start:sentence.end].endswith(("...", "…", "?"))
    first = sentence.index < _TITLE and sentence.block == 0 and analysis.sentences[-1].block > 0
    if first and analysis.text[sentence.start:sentence.end].isupper():
        return True
    if not sentence.heading:
        return False
    around = analysis.sentences[max(0, sentence.index - 1):sentence.index + 2]
    return not any(other.heading for other in around if other is not sentence)


def _readings(analysis: Analysis, background: Background) -> list[Reading]:
    """The sentences in which something is measured, with their rows.

    Each step is done for all sentences before the next one, so that what it needs stays in the caches of the processor.
    """
    measured = [(sentence, quantities) for sentence, quantities in _with_quantities(analysis, background)
                if not (_is_headline(analysis, sentence) or _is_data(analysis, sentence, quantities))]
    named = [_named(analysis, background, Words.of(analysis, sentence), quantities) for sentence, quantities in measured]
    kept: list[tuple[Words, list[Name], list[Quantity], dict[int, Thing]]] = []
    for words, names, quantities in named:
        beside = kept and kept[-1][0].sentence.index == words.sentence.index - 1
        kept.append((words, names, *_measuring(analysis, words, quantities, names, _last(kept[-1][3]) if beside else None)))
    figured = [(words, names, things, read_figures(words, quantities)) for words, names, quantities, things in kept]
    joined = [(words, names, things, join(words, figures, names)) for words, names, things, figures in figured]
    cued = [(words, names, things, rows, find_cues(words)) for words, names, things, rows in joined if rows]
    return [Reading(analysis, background, words, names, cues, find_bases(words), _times(analysis, words), things, rows)
            for words, names, things, rows, cues in cued]


def _with_quantities(analysis: Analysis, background: Background) -> list[tuple[Sentence, list[Quantity]]]:
    """The sentences with an amount or a factor, rows of tables left out, each with its amounts."""
    text, places, factors = analysis.text, beginnings(analysis.columns), factors_of(analysis.columns)
    possible = [(sentence, within) for sentence in analysis.sentences
                if (within := _within(places, sentence)) or _within(factors, sentence)]
    found = [(sentence, find_quantities(text, sentence.start, sentence.end, background.home, within)) for sentence, within in possible]
    kept = [(sentence, [quantity for quantity in quantities if not is_date(analysis, quantity)]) for sentence, quantities in found]
    return [(sentence, quantities) for sentence, quantities in kept
            if (quantities or _within(factors, sentence)) and not is_row(text[sentence.start:sentence.end])]


def _within(places: list[int], sentence: Sentence) -> list[int]:
    return places[bisect_left(places, sentence.start):bisect_left(places, sentence.end)]


def _named(analysis: Analysis, background: Background, words: Words,
           quantities: Sequence[Quantity]) -> tuple[Words, list[Name], list[Quantity]]:
    """A sentence with the names of metrics in it, and its amounts in the light of those."""
    names = find_names(words, [words.cover(quantity.start, quantity.end) for quantity in quantities],
                       economy=background.of_an_economy)
    names = [name for name in names if not _is_in_a_name(analysis, words, name)]
    return words, names, [quoted(words, names, quantity, background.home) or quantity for quantity in quantities]


def _times(analysis: Analysis, words: Words) -> list[DateMention]:
    return times_in(analysis, words.sentence.start, words.sentence.end)


def _is_data(analysis: Analysis, sentence: Sentence, quantities: Sequence[Quantity]) -> bool:
    """True of amounts and no words, or hardly any words between a great many."""
    if sentence.last - sentence.first > _AN_AMOUNT * len(quantities):
        return False
    bounds = [sentence.start, *(bound for quantity in quantities for bound in (quantity.start, quantity.end)), sentence.end]
    gaps = (analysis.text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))
    few = len(quantities) if len(quantities) > _MANY else 1
    words = islice((word for gap in gaps for word in _WORD.finditer(gap)), few)
    return sum(1 for _ in words) < few


def _in_unit_of(analysis: Analysis, words: Words, kept: Sequence[Quantity], quantity: Quantity, *, measured: bool) -> Quantity | None:
    """A bare number in the unit of the amounts before it, where it is compared with the last one or is money like them; else None."""
    last = words.at(quantity.end - 1) + 1
    named = last < len(words) and words.pos[last] in ("NOUN", "PROPN", "ADJ", "NUM")
    if not measured and named and not words.is_one_of(last, direction_words("nouns")):
        return None
    same = compared(analysis.text, kept[-1], quantity)
    if same or not quantity.scaled:
        return same
    if kept[-1].scaled and kept[-1].kind == "count":  # "36 million tonnes, of which 7 million were shipped"
        return None if measured else replace(quantity, unit=kept[-1].unit)
    money = next((other for other in reversed(kept[-4:]) if other.kind == "money"), None)
    return replace(quantity, unit=money.unit, kind="money") if money and money.scaled else None


def _is_in_a_name(analysis: Analysis, words: Words, name: Name) -> bool:
    """True of "Net" in "Brackwater Net": a word of a company's name names no metric; an abbreviation is no such word ("DeFi TVL")."""
    mention = analysis.mention_at(words.sentence.first + name.first)
    if mention is None or mention.last - mention.first < 2 or mention.form != "name" or name.metric in _SELF_NAMED:
        return False
    if any(words.tokens[i].is_upper for i in range(name.first, name.last)):
        return False
    inside = words.sentence.first + name.last <= mention.last
    return inside and analysis.entities[mention.entity].kind in ("company", "institution")


def _last(things: dict[int, Thing]) -> Thing | None:
    return next(reversed(things.values())) if things else None


def _measuring(analysis: Analysis, words: Words, quantities: Sequence[Quantity], names: Sequence[Name],
               earlier: Thing | None) -> tuple[list[Quantity], dict[int, Thing]]:
    """The quantities that measure something, and what those that count do count, by where they start.

    Args:
        earlier: what the sentence before counted last, which "another 300" goes on with.
    """
    kept: list[Quantity] = []
    things: dict[int, Thing] = {}
    for quantity in quantities:
        more = earlier and not things and quantity.kind == "count" and is_more(words, words.cover(quantity.start, quantity.end))
        does, thing = measures(analysis, words, quantity, names, earlier if more else _last(things))
        same = _in_unit_of(analysis, words, kept, quantity, measured=does) if kept and not thing and quantity.kind == "count" else None
        if same:
            thing = things.get(kept[-1].start) if same.kind == "count" else None
        if does or same:
            kept.append(same or quantity)
        if thing:
            things[quantity.start] = thing
    return kept, things
