"""A row of figures as a metric: with its name, owner, period, change and status."""

from collections.abc import Iterator, Sequence

from generator import lexicon
from generator.analysis import Analysis, DateMention
from generator.extract.metrics.background import Background
from generator.extract.metrics.bases import basis_of
from generator.extract.metrics.bearing import Setting
from generator.extract.metrics.changes import LOSSES, Things, change_of, previous_of
from generator.extract.metrics.entity import Owner, Place, owner_of
from generator.extract.metrics.figures import AGAINST, direction_words
from generator.extract.metrics.kinds import is_loss, metric_of, unit_in_context
from generator.extract.metrics.lists import owners_in_list
from generator.extract.metrics.names import Name
from generator.extract.metrics.period import period_of
from generator.extract.metrics.quantities import A_SHARE, Quantity
from generator.extract.metrics.rows import Row
from generator.extract.metrics.status import status_of
from generator.extract.metrics.suits import name_for
from generator.extract.metrics.words import Match, Words, near
from generator.models import Metric, MetricStatus, Range
from generator.records import record

_DEALS = frozenset(("deal_value", "funding"))
_SPENT = frozenset(("capex", "cost", "buyback"))
_DUTIES = ("tariff", "duty", "levy", "tax")
"""What is laid on an amount that is there, whatever becomes of it."""
_LAYING = ("raise", "impose", "imposition", "levy", "slap", "introduce", "extend", "increase", "put", "threaten")
_IMPOSED = 3
"""Words behind an amount in which it is told to be a fine: "pay $5m in damages"."""
_SOON = 10
"""Words behind an amount in which the day stands that it is due."""
NEIGHBOURS = 10
"""Rows of one sentence that can bear on one another."""


@record
class Reading:
    """A sentence as the rules read it: the words that name metrics, tell their status (``cues``), basis and time (``times``).

    ``things`` are what quantities count, with its metric, by where the quantities start.
    """

    analysis: Analysis
    background: Background
    words: Words
    names: Sequence[Name]
    cues: list[Match]
    bases: list[Match]
    times: list[DateMention]
    things: Things
    rows: Sequence[Row]


@record
class _Named:
    """A row of a sentence with the name of what it is of; ``listed`` owns it by its place in a list.

    ``window`` are the tokens that the row has for itself.
    """

    reading: Reading
    number: int
    row: Row
    name: Name | None
    listed: Owner | None
    window: tuple[int, int]

    @property
    def level(self) -> Quantity | None:
        """The amount of the level."""
        level = self.row.level
        return level.quantity if level else None

    @property
    def thing(self) -> tuple[str, str] | None:
        """What the level counts."""
        level = self.level
        return self.reading.things.get(level.start) if level else None


def metrics_of(readings: Sequence[Reading]) -> Iterator[tuple[Reading, int, Metric]]:
    """The metrics that the rows of sentences state, in their order, each with its sentence and the number of its row.

    Each step is done for all rows before the next one, as in `sentences`.
    """
    named = [each for reading in readings for each in _named(reading)]
    owners = [each.listed or owner_of(_place(each)) for each in named]
    kinds = [metric_of(each.reading.words, each.name, each.row, each.thing, owner, each.reading.background)
             for each, owner in zip(named, owners, strict=True)]
    statuses = list(map(_status, named, kinds))
    metrics = list(map(_metric, named, owners, kinds, statuses))
    before: Metric | None = None
    for each, metric in zip(named, metrics, strict=True):
        listed = each.number > 0 and each.row.figures[0].coordinated and metric.status == "actual"
        before = _like(before, metric, each.name) if before and listed else metric
        yield each.reading, each.number, before


def _named(reading: Reading) -> Iterator[_Named]:
    listed = owners_in_list(reading.analysis, reading.words, reading.rows)
    return (_Named(reading, number, row, name, listed.get(number), _window(reading, number))
            for number, (row, name) in enumerate(zip(reading.rows, _names(reading), strict=True)))


def _like(before: Metric, metric: Metric, name: Name | None) -> Metric:
    """A row that stands in a list, with the status of the one before it; a percentage that nothing names is of the same."""
    update: dict[str, str] = {"status": before.status}
    if name is None and metric.metric == "other" and metric.unit == before.unit == "percent":
        update["metric"] = before.metric
    return metric.model_copy(update=update)


def _names(reading: Reading) -> list[Name | None]:
    """The name of each row. Those of a list have the one that suits one of them best: "40%, 30% and 12% market shares"."""
    suited = []
    for number, row in enumerate(reading.rows):
        walls = [figure.first for other in _around(reading, number) for figure in other.figures]
        suited.append(name_for(reading.words, near(reading.names, row.span[0]), row, walls))
    names: list[Name | None] = []
    for first, last in _lists(reading.rows):
        best = max((found for found in suited[first:last] if found), key=lambda found: found[0], default=None)
        names += [best[1] if best else _carried(reading, first, names)] * (last - first)
    return names


def _around(reading: Reading, number: int) -> list[Row]:
    """The rows beside a row, those far off left out."""
    if len(reading.rows) == 1:
        return []
    return [row for row in reading.rows[max(0, number - NEIGHBOURS):number + NEIGHBOURS] if row is not reading.rows[number]]


def _lists(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The rows as lists, each from its first row to behind its last; a row that stands alone is a list of one."""
    starts = [number for number, row in enumerate(rows) if number == 0 or not row.figures[0].coordinated]
    return list(zip(starts, [*starts[1:], len(rows)], strict=True))


def _carried(reading: Reading, number: int, names: Sequence[Name | None]) -> Name | None:
    """The name of the row before, where the clause takes it up: "gearing rose to 60 pct, and this will fall to 40 pct"."""
    if not names or names[-1] is None:
        return None
    row, before = reading.rows[number], reading.rows[number - 1]
    one, other = (each.level or each.change for each in (row, before))
    words = reading.words
    if any(words.lower[i] == "(" for i in range(before.span[1], row.span[0])):
        return names[-1]
    taken_up = any(words.is_one_of(i, ("this", "it", "which", "that", "they")) for i in range(before.span[1], row.span[0]))
    same = one is not None and other is not None and one.quantity.unit == other.quantity.unit
    moves = [each.change.quantity.unit for each in (row, before) if each.change]
    told_again = row.level is None and len(moves) == 2 and moves[0] == moves[1] and _is_said_of_a_move(words, row)
    return names[-1] if told_again or (same and (taken_up or row.figures[0].lead in ("up", "down", "or"))) else None


def _is_said_of_a_move(words: Words, row: Row) -> bool:
    """True of "a fall of 5%" and "its decline to 5%", which leave to what stands before what it is that fell."""
    noun = row.figures[0].governor - 1
    return row.figures[0].lead in ("of", "to") and words.is_one_of(noun, direction_words("nouns").keys())


def _metric(named: _Named, owner: Owner | None, metric: str, status: MetricStatus) -> Metric:
    reading, name, row, level = named.reading, named.name, named.row, named.level
    words, thing, window = reading.words, named.thing, named.window
    basis = basis_of(words, near(reading.bases, row.span[0]), window, sized=row.change is not None)
    main = (row.level or row.change).quantity  # type: ignore[union-attr]
    sign = -1 if is_loss(words, name, metric, row) else 1
    unit = (level.unit or (thing[0] if thing else unit_in_context(words, row, _around(reading, named.number)))) if level else None
    previous = previous_of(words, row, unit, sign)
    change = change_of(words, reading.things, row, basis, sign, previous)
    return Metric(
        evidence=(words.sentence.span,), metric=metric, label=_label(reading, name, main, metric), entity=owner.text if owner else None,
        value=sign * level.value if level else None, unit=unit, value_text=main.words(reading.analysis.text),
        equivalents=level.equivalents if level else (), change=change, previous=previous,
        period=period_of(reading.times, (words.starts[window[0]], words.end_of(window[1] - 1)), (main.start, main.end)),
        range=Range(low=level.value, high=level.high) if level and level.high else None, status=status)


def _status(named: _Named, metric: str) -> MetricStatus:
    """The status that the cues tell; what a level is compared with is a fact, and a deal whose name says that it is not done a plan."""
    reading, name, row = named.reading, named.name, named.row
    words, book = reading.words, lexicon.load("metric_status")
    figure = row.figures[row.figures[0] is row.previous]
    noun = words.lemma[name.last - 1] if name else ""
    behind = words.lemma[figure.last:figure.last + _IMPOSED]
    deal = metric in _DEALS and noun not in book["imposed"] and lexicon.entries("metric_status", "imposed").isdisjoint(behind)
    before = name.first if name and name.last <= figure.first else None
    setting = Setting(words, figure, before, named.window)
    status = status_of(setting, near(reading.cues, figure.first), metric, deal=deal)
    if words.is_one_of(figure.governor, ("on",)) and words.is_one_of(figure.governor - 1, _DUTIES):
        laid = any(words.is_one_of(i, _LAYING) for i in words.ancestors(figure.first)[:5])
        return "target" if laid and status in ("target", "forecast") else "actual"  # "tariffs on $300 billion of goods could go"
    if figure.lead == AGAINST and status != "consensus":
        return status if _is_outlook(words, row) else "actual"
    if status in ("forecast", "target") and (_is_of_last_year(words, figure.first) or _has_happened(words, row)):
        return "actual"
    if deal and noun in book["unclosed"]:
        return "target"
    lost = figure.lead == "of" and figure.direction == "down"  # "the loss of 500 jobs"
    dismissed = row.level is not None and (lost or reading.things.get(row.level.quantity.start, ("",))[0] in LOSSES)
    to_come = ((metric in _SPENT or dismissed) and _is_announced(words, row)) or (deal and _is_due(words, row))
    return "target" if status == "actual" and to_come else status


def _is_due(words: Words, row: Row) -> bool:
    """True of "a sale of $9bn of notes for next week": what has its day ahead is not done."""
    behind = range(row.span[1], min(row.span[1] + _SOON, len(words)))
    return any(words.is_one_of(i, ("next", "tomorrow")) and words.ents[i] == "DATE" and words.lower[i - 1] != "the"
               for i in behind)


def _is_of_last_year(words: Words, first: int) -> bool:
    """True of "profit will be below last year's $25m": what a forecast is set against is known."""
    return words.is_one_of(first - 1, ("'s", "’s")) and words.is_one_of(first - 2, ("year", "quarter", "month")) and words.is_one_of(
        first - 3, ("last", "previous", "prior"))


def _has_happened(words: Words, row: Row) -> bool:
    """True of "the decision to cut its rate by half a point last month": what has its day behind it is done."""
    end = row.span[1]
    told = row.change is not None and end < len(words) and words.ents[end] == "DATE"
    return told and words.is_one_of(end, ("last", "yesterday", "earlier")) and not words.is_one_of(end - 1, ("from", "than"))


def _is_announced(words: Words, row: Row) -> bool:
    """True of "announced a $5bn package": what is announced to be spent is not spent yet."""
    nearest = words.verb_above(row.span[0])
    return words.is_one_of(nearest, lexicon.load("metric_status")["announced"])


def _is_outlook(words: Words, row: Row) -> bool:
    """True of "its own guidance of $5m": what a level is compared with was expected, and is no former level."""
    return any(words.is_one_of(i, ("guidance", "forecast", "outlook", "projection")) for i in range(row.span[0] - 4, row.span[0]))


def _place(named: _Named) -> Place:
    """Where the owner of a row is looked for."""
    reading, name, row = named.reading, named.name, named.row
    crossed = name is not None and any(name.last <= other.span[0] < row.span[0] for other in _around(reading, named.number))
    background = reading.background
    return Place(reading.analysis, reading.words, name, row.span[0], row.core[1], background.focus, background.company, background.usual,
                 background.country, background.target, crossed, background.coins)


def _window(reading: Reading, number: int) -> tuple[int, int]:
    """The tokens that a row has for itself, from the end of the row before it to the beginning of the next."""
    rows = reading.rows
    start = rows[number - 1].span[1] if number else 0
    end = rows[number + 1].span[0] if number + 1 < len(rows) else len(reading.words)
    return min(start, rows[number].span[0]), max(end, rows[number].span[1])


def _label(reading: Reading, name: Name | None, main: Quantity, metric: str) -> str:
    """The metric in the text's words; where nothing names it, the words of its number. Net profit "per share" is not called net profit."""
    text, words = reading.analysis.text, reading.words
    share = A_SHARE.search(main.words(text)) if metric == "eps" and name and name.metric != "eps" else None
    if share:
        return share[0]
    return text[words.starts[name.first]:words.end_of(name.last - 1)] if name else main.words(text)
