"""From the sentences of a document to its metrics."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import Analysis, Sentence
from generator.extract.metrics import filters
from generator.extract.metrics.entity import Owner, owner_of
from generator.extract.metrics.figures import read_figures
from generator.extract.metrics.money import dollar_of
from generator.extract.metrics.names import Name, find_names, name_for
from generator.extract.metrics.period import period_of
from generator.extract.metrics.quantities import Quantity, find_quantities
from generator.extract.metrics.rows import Row, join
from generator.extract.metrics.status import basis_of, find_bases, find_cues, status_of
from generator.extract.metrics.words import Match, Words
from generator.models import Amount, Basis, Change, Metric, Range

_NUMBER_WORDS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|million|billion|trillion|hundred|dozen|per ?cent|pct"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)", re.IGNORECASE)
"""What a sentence holds at least that holds a quantity."""


@dataclass(frozen=True)
class Reading:
    """A sentence as the rules read it."""

    words: Words
    names: list[Name]
    cues: list[Match]
    bases: list[Match]
    things: dict[int, tuple[str, str]]


def metrics_of_sentences(analysis: Analysis) -> Iterator[Metric]:
    """The metrics of a document, sentence by sentence."""
    dollar = dollar_of(analysis)
    focus: Owner | None = Owner(analysis.subject_entity.name, analysis.subject_entity) if analysis.subject_entity else None
    seen: set[tuple[float, str | None]] = set()
    for sentence in analysis.sentences:
        if (sentence.index == 0 and sentence.heading) or not _NUMBER_WORDS.search(analysis.text, sentence.start, sentence.end):
            continue
        for metric in _of_sentence(analysis, sentence, dollar, focus):
            key = (metric.value, metric.unit) if metric.value is not None else None
            if key and metric.change is None and key in seen and metric.unit not in ("percent",):
                continue
            if key:
                seen.add(key)
            yield metric


def _of_sentence(analysis: Analysis, sentence: Sentence, dollar: str, focus: Owner | None) -> Iterator[Metric]:
    quantities = find_quantities(analysis.text, sentence.start, sentence.end, dollar)
    if not quantities:
        return
    words = Words.of(analysis, sentence)
    names = find_names(words)
    things: dict[int, tuple[str, str]] = {}
    kept = [q for q in quantities if _counts(analysis, words, q, things, names)]
    if not kept:
        return
    reading = Reading(words, names, find_cues(words), find_bases(words), things)
    figures = read_figures(words, kept)
    rows = join(words, figures, names)
    for number in range(len(rows)):
        yield _metric(analysis, reading, rows, number, focus)


def _counts(analysis: Analysis, words: Words, quantity: Quantity, things: dict[int, tuple[str, str]], names: Sequence[Name]) -> bool:
    if quantity.kind != "count":
        return True
    last = words.at(quantity.end - 1) + 1
    if filters.is_time(words, last) or (filters.is_date(analysis, quantity) and not quantity.scaled):
        return False
    thing = filters.thing_counted(words, last)
    if thing and (quantity.value >= 20 or thing[1] in ("stores", "index")):
        things[quantity.start] = thing
        return True
    first = words.at(quantity.start)
    if any(name.metric in ("index",) and name.last <= first and first - name.last < 8 for name in names) and (
            words.lower[first - 1] in ("to", "at", "of", "above", "below")):
        return True
    return quantity.scaled


def _metric(analysis: Analysis, reading: Reading, rows: Sequence[Row], number: int, focus: Owner | None) -> Metric:
    row, words = rows[number], reading.words
    level = row.level.quantity if row.level else None
    window = (rows[number - 1].span[1] if number else 0, rows[number + 1].span[0] if number + 1 < len(rows) else len(words))
    walls = [figure.first for other in rows if other is not row for figure in other.figures]
    name = name_for(words, reading.names, row.span, level, walls)
    thing = reading.things.get(level.start) if level else None
    metric = _metric_name(name, level, thing)
    owner = owner_of(analysis, words, name, row.span[0]) or focus
    main = row.level or row.change
    assert main is not None
    status = status_of(words, reading.cues, row.span, (window[0], len(words) if number + 1 == len(rows) else window[1]))
    negative = level is not None and metric in ("net_income", "pre_tax_profit", "operating_income", "eps") and name is not None and any(
        lemma == "loss" for lemma in words.lemma[name.first:name.last])
    sign = -1 if negative else 1
    basis = basis_of(reading.bases, window)
    text = analysis.text
    label = text[words.starts[name.first]:words.end_of(name.last - 1)] if name else text[main.quantity.start:main.quantity.end]
    unit = level.unit if level else None
    if level and unit is None and thing:
        unit = thing[0]
    return Metric(
        evidence=(words.sentence.span,), metric=metric, label=label, entity=owner.text if owner else None,
        value=sign * level.value if level else None, unit=unit, value_text=text[main.quantity.start:main.quantity.end],
        equivalents=level.equivalents if level else (), change=_change(row, basis),
        previous=Amount(value=sign * row.previous.quantity.value, unit=row.previous.quantity.unit or unit) if row.previous else None,
        period=period_of(analysis, words.starts[window[0]] if window[0] < len(words) else words.sentence.start,
                         words.end_of(min(window[1], len(words)) - 1), main.quantity.start),
        range=Range(low=level.value, high=level.high) if level and level.high else None, status=status)


def _change(row: Row, basis: Basis | None) -> Change | None:
    quantity = row.change.quantity if row.change else None
    if quantity is None and row.direction is None:
        return None
    return Change(value=abs(quantity.value) if quantity else None, unit=quantity.unit if quantity else None, direction=row.direction,
                  basis=basis)


def _metric_name(name: Name | None, level: Quantity | None, thing: tuple[str, str] | None) -> str:
    if thing:
        return thing[1]
    if name is None:
        return "other"
    if level and level.per == "share" and name.metric == "net_income":
        return "eps"
    return name.metric
