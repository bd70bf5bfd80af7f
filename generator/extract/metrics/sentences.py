"""From the sentences of a document to its metrics."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import Analysis, Sentence
from generator.extract.metrics.anaphora import joined, points_back
from generator.extract.metrics.entity import Owner, Place, UsualNames, owner_of
from generator.extract.metrics.figures import read_figures
from generator.extract.metrics.filters import measures
from generator.extract.metrics.kinds import is_loss, metric_of, unit_in_context
from generator.extract.metrics.money import dollar_of
from generator.extract.metrics.names import Name, find_names, name_for
from generator.extract.metrics.period import period_of
from generator.extract.metrics.quantities import Quantity, find_quantities
from generator.extract.metrics.rows import Row, join
from generator.extract.metrics.status import basis_of, find_bases, find_cues, status_of
from generator.extract.metrics.words import Match, Words
from generator.models import Amount, Basis, Change, Direction, Metric, Range

_NUMBER_WORDS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|million|billion|trillion|hundred|dozen|per ?cent|pct"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|doubl|tripl|trebl|quadrupl|halv)", re.IGNORECASE)
"""What a sentence holds at least that holds a quantity."""

OPPOSITE: dict[Direction | None, Direction] = {"up": "down", "down": "up"}


@dataclass(frozen=True)
class Reading:
    """A sentence as the rules read it. ``things`` are what quantities count, by where those start; ``focus`` is who was spoken of last."""

    analysis: Analysis
    words: Words
    names: Sequence[Name]
    cues: list[Match]
    bases: list[Match]
    things: dict[int, tuple[str, str]]
    rows: Sequence[Row]
    focus: Owner | None
    usual: UsualNames


def metrics_of_sentences(analysis: Analysis) -> list[Metric]:
    """The metrics of a document, sentence by sentence; an amount that is told again is told once."""
    dollar = dollar_of(analysis)
    usual = UsualNames(analysis.text)
    focus = _main_owner(analysis, usual)
    found: list[Metric] = []
    seen: set[tuple[float, str | None]] = set()
    for sentence in analysis.sentences:
        if _is_headline(analysis, sentence) or not _NUMBER_WORDS.search(analysis.text, sentence.start, sentence.end):
            continue
        reading = _read(analysis, sentence, dollar, (focus, usual))
        for metric in _metrics(reading) if reading else ():
            key = (metric.value, metric.unit) if metric.value is not None else None
            whole = _with_sentence_before(analysis, reading, found, metric)
            if whole:
                found[-1] = whole
            elif key is None or metric.change is not None or key not in seen or metric.unit == "percent":
                found.append(metric)
            if key:
                seen.add(key)
    return found


def _with_sentence_before(analysis: Analysis, reading: Reading | None, found: list[Metric], metric: Metric) -> Metric | None:
    """The last metric found with what a sentence that points back to it adds."""
    if not found or reading is None or len(reading.rows) > 1 or not points_back(reading.words):
        return None
    before = analysis.sentences[max(0, reading.words.sentence.index - 1)]
    return joined(found[-1], metric) if found[-1].evidence[-1].start == before.start else None


def _main_owner(analysis: Analysis, usual: UsualNames) -> Owner | None:
    """Whose numbers a document's are where a sentence does not tell: its subject's, else those of whom it names most."""
    subject = analysis.subject_entity
    if subject is None or subject.kind == "person":
        fitting = [entity for entity in analysis.entities if entity.kind in ("company", "institution", "country")]
        subject = max(fitting, key=lambda entity: len(entity.mentions), default=None)
    return usual.owner(subject) if subject else None


def _is_headline(analysis: Analysis, sentence: Sentence) -> bool:
    """True of a headline or a heading between paragraphs: the text under it says the same in full."""
    if sentence.index == 0 and len(analysis.sentences) > 1 and analysis.sentences[1].block != sentence.block:
        return sentence.heading or analysis.text[sentence.start:sentence.end].endswith(("...", "…"))
    if not sentence.heading:
        return False
    around = analysis.sentences[max(0, sentence.index - 1):sentence.index + 2]
    return not any(other.heading for other in around if other is not sentence)


def _read(analysis: Analysis, sentence: Sentence, dollar: str, owners: tuple[Owner | None, UsualNames]) -> Reading | None:
    """A sentence with its rows, or None where nothing in it is measured."""
    quantities = find_quantities(analysis.text, sentence.start, sentence.end, dollar)
    words = Words.of(analysis, sentence)
    names = find_names(words, [(words.at(quantity.start), words.at(quantity.end - 1) + 1) for quantity in quantities])
    kept, things = _measuring(analysis, words, quantities, names)
    rows = join(words, read_figures(words, kept), names)
    return Reading(analysis, words, names, find_cues(words), find_bases(words), things, rows, *owners) if rows else None


def _metrics(reading: Reading) -> Iterator[Metric]:
    return (_metric(reading, number) for number in range(len(reading.rows)))


def _measuring(analysis: Analysis, words: Words, quantities: Sequence[Quantity],
               names: Sequence[Name]) -> tuple[list[Quantity], dict[int, tuple[str, str]]]:
    """The quantities that measure something, and what those that count do count, by where they start."""
    kept, things = [], {}
    for quantity in quantities:
        does, thing = measures(analysis, words, quantity, names)
        if does:
            kept.append(quantity)
        if thing:
            things[quantity.start] = thing
    return kept, things


def _metric(reading: Reading, number: int) -> Metric:
    """One row of a sentence as a metric."""
    row, words, text = reading.rows[number], reading.words, reading.analysis.text
    level = row.level.quantity if row.level else None
    walls = [figure.first for other in reading.rows if other is not row for figure in other.figures]
    name = name_for(words, reading.names, row, walls)
    thing = reading.things.get(level.start) if level else None
    owner = owner_of(Place(reading.analysis, words, name, *row.span, reading.focus, reading.usual))
    metric = metric_of(words, name, row, thing, owner)
    window = _window(reading, number)
    main = (row.level or row.change).quantity  # type: ignore[union-attr]
    anchors = (row.span[0], name.first) if name and name.last <= row.span[0] else (row.span[0],)
    sign = -1 if is_loss(words, name, metric) else 1
    unit = (level.unit or (thing[0] if thing else unit_in_context(reading.analysis, words, reading.names, row))) if level else None
    return Metric(
        evidence=(words.sentence.span,), metric=metric, label=_label(reading, name, main), entity=owner.text if owner else None,
        value=sign * level.value if level else None, unit=unit, value_text=main.words(text),
        equivalents=level.equivalents if level else (), change=_change(row, basis_of(reading.bases, window), sign),
        previous=_previous(words, row, unit, sign),
        period=period_of(reading.analysis, (words.starts[window[0]], words.end_of(window[1] - 1)), (main.start, main.end)),
        range=Range(low=level.value, high=level.high) if level and level.high else None,
        status=status_of(words, reading.cues, anchors, window, metric))


def _window(reading: Reading, number: int) -> tuple[int, int]:
    """The tokens that a row has for itself, from the end of the row before it to the beginning of the next."""
    rows = reading.rows
    start = rows[number - 1].span[1] if number else 0
    end = rows[number + 1].span[0] if number + 1 < len(rows) else len(reading.words)
    return min(start, rows[number].span[0]), max(end, rows[number].span[1])


def _label(reading: Reading, name: Name | None, main: Quantity) -> str:
    text, words = reading.analysis.text, reading.words
    return text[words.starts[name.first]:words.end_of(name.last - 1)] if name else main.words(text)


def _previous(words: Words, row: Row, unit: str | None, sign: int) -> Amount | None:
    """The former level; "vs profit 30 cts" is no loss, whatever the level is."""
    if row.previous is None:
        return None
    quantity = row.previous.quantity
    profit = words.is_one_of(row.previous.first - 1, ("profit",))
    return Amount(value=quantity.value * (1 if profit else sign), unit=quantity.unit or unit)


def _change(row: Row, basis: Basis | None, sign: int) -> Change | None:
    """The change of a row; a loss that grows goes down."""
    quantity = row.change.quantity if row.change else None
    if quantity is None and row.direction is None:
        return None
    direction = row.direction if sign > 0 or row.direction in (None, "flat") else OPPOSITE[row.direction]
    return Change(value=abs(quantity.value) if quantity else None, unit=quantity.unit if quantity else None, direction=direction, basis=basis)
