"""Rows of tables as metrics: "Net sales | $1,234 | $1,100" under a row of periods.

Readers give a table's row as one block, its cells joined by " | ". The first number of a row is its level, and where the row of
periods has two of them, the second is the former level. "(in millions)" above the rows scales them, but not amounts per share.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator import lexicon
from generator.analysis import Analysis, DateMention
from generator.extract.metrics.amounts import find_quantities
from generator.extract.metrics.background import Background
from generator.extract.metrics.cells import CELL, is_row
from generator.extract.metrics.figures import way
from generator.extract.metrics.names import find_names
from generator.extract.metrics.numbers import value_of
from generator.extract.metrics.period import as_period
from generator.extract.metrics.words import Words
from generator.models import Amount, Change, Metric, Span, blocks
from generator.records import record

_NUMBER = re.compile(r"(?P<minus>[-−–(]?)\s?(?:[$£€]\s?)?(?P<minus2>\(?)(?P<number>\d[\d.,]*)\)?\s?(?P<percent>%?)\)?")
_SCALE = re.compile(r"[iI$£€](?<!\w.)(?:(?<=[iI])[nN] (?P<scale>(?i:thousands|millions|billions))\b|(?<=[$£€])(?P<short>000|(?i:m|bn))\b)")
"""Such as "in millions" and "$m"; it begins with a set of letters, on which ``re`` passes over all others at once."""
_SCALES = {"thousands": 1e3, "000": 1e3, "millions": 1e6, "m": 1e6, "billions": 1e9, "bn": 1e9}
_UNSCALED = frozenset(("eps", "dividend", "share_price", "gross_margin", "operating_margin", "margin", "headcount", "stores"))
"""Metrics that stand in a table as they are, whatever the table is in."""
_STATED = frozenset(("revenue", "net_income", "pre_tax_profit", "operating_income", "ebitda", "eps", "gross_margin", "operating_margin",
                     "margin", "cash_flow", "capex", "dividend", "assets", "debt", "orders", "headcount", "stores"))
"""Metrics that a statement has a line for."""
_LONGEST_LABEL = 10
"""Words of a label; a longer first cell is a sentence."""
_MOST = 0.6
"""How much of a label its metric's name has to be."""
_ASIDE = re.compile(r"\s?[,(]")
_PER_SHARE = re.compile(r"per (?:diluted |basic |common )*share", re.IGNORECASE)
_IN_PENCE = re.compile(r"\((?:in )?(?:pence|cents|p)\)", re.IGNORECASE)
_HUNDREDTH = 0.01
_CHANGE = re.compile(
    r"(?:(?:%|percent(?:age)?|y[-/ ]?o[-/ ]?y|year[- ](?:on|over)[- ]year)\s?)?(?:change|growth|increase|variance|var\.?|chg\.?)"
    r"(?:\s?\(?(?:%|in %|percent)\)?)?|y[-/]?o[-/]?y|\+/-\s?%?|% \+/-", re.IGNORECASE)
"""The title of a column of changes."""
_DIGITS = 6
_TITLE = 90
"""Characters of a line that can be a table's title."""


@record
class _Row:
    """A block of a table: its span, and its cells with where they begin."""

    span: Span
    cells: tuple[tuple[int, str], ...]


@record
class _Header:
    """What stands above the rows: the periods of the columns, the scale, the currency, the column of changes counted from the last."""

    periods: tuple[DateMention, ...] = ()
    scale: float = 1.0
    currency: str | None = None
    change: int | None = None


def metrics_of_tables(analysis: Analysis, background: Background) -> Iterator[Metric]:
    """The metrics that the tables of a document state, in its order."""
    if "| " not in analysis.text:
        return
    header = _Header()
    starts = [sentence.start for sentence in analysis.sentences]
    for span in blocks(analysis.text):
        words = span.of(analysis.text)
        if not is_row(words):
            header = _over(header, words)
            continue
        row = _Row(span, _cells(span, words))
        header = _under(analysis, row, header)
        metric = _metric(analysis, background, row, header, starts)
        if metric:
            yield metric


def _cells(span: Span, words: str) -> tuple[tuple[int, str], ...]:
    """The cells of a row that hold something, a currency sign that stands alone joined to the number behind it."""
    cells: list[tuple[int, str]] = []
    place = 0
    for match in [*CELL.finditer(words), None]:
        end = match.start() if match else len(words)
        cell = words[place:end].strip()
        if cell:
            cells.append((span.start + words.index(cell, place), cell))
        place = match.end() if match else end
    return tuple(cells)


def _over(header: _Header, words: str) -> _Header:
    """The header that a line over a table begins: with the scale that it tells, else with that of the lines before; prose ends it."""
    found = _SCALE.search(words)
    if found:
        return _Header(scale=_SCALES[(found["scale"] or found["short"]).lower()])
    return _Header(scale=header.scale) if len(words) <= _TITLE else _Header()


def _under(analysis: Analysis, row: _Row, header: _Header) -> _Header:
    """The header with what a row adds to it: a scale, a currency, or the periods of its columns."""
    words = row.span.of(analysis.text)
    found = _SCALE.search(words)
    scale = _SCALES[(found["scale"] or found["short"]).lower()] if found else header.scale
    dates = tuple(analysis.dates_in(row.span.start, row.span.end))
    covered = sum(len(date.text) for date in dates)
    has_numbers = any(_number(cell) for _, cell in row.cells[1:] if not re.fullmatch(r"(?:19|20)\d\d", cell))
    titles = sum(len(cell) for _, cell in row.cells[1:]) or len(words)
    if not dates or has_numbers or covered < min(len(words) / 4, titles / 2):
        return _Header(header.periods, scale, header.currency or _first_currency(words), header.change)
    columns = tuple(date for date in dates if any(start <= date.start < start + len(cell) <= start + 2 * len(date.text)
                                                  for start, cell in row.cells)) or dates
    return _Header(columns[:2], scale, _currency(words) or header.currency, _change_column(row))


def _first_currency(words: str) -> str | None:
    """The currency of the first amount of money in a row, or None."""
    return next((quantity.unit for quantity in find_quantities(words) if quantity.kind == "money"), None)


def _change_column(row: _Row) -> int | None:
    """The column that says how much the numbers changed, counted from the last (-1); None of a table without one."""
    titles = [cell for _, cell in row.cells]
    return next((place - len(titles) for place, title in enumerate(titles) if _CHANGE.fullmatch(title)), None)


def _change(numbers: list[tuple[str, tuple[float, bool]]], header: _Header) -> Change | None:
    """The change in percent that a row's cell under "% change" says; it is taken out of the numbers. None of a row without one."""
    if header.change is None or len(numbers) <= -header.change:
        return None
    _, (value, percent) = numbers.pop(header.change)
    if not percent:
        return None
    return Change(value=abs(value), unit="percent", direction=way(value, 0))


def _currency(words: str) -> str | None:
    """The currency of "£m" and "in millions of euros", or None."""
    book = lexicon.load("currencies")
    sign = next((char for char in words if char in "$£€¥"), None)
    if sign and sign != "$":
        return str(book["signs"][sign])
    named = (word.rstrip("s,") for word in words.casefold().split())
    return next((str(book["words"][word]) for word in named if book["words"].get(word)), None)


def _number(cell: str) -> tuple[float, bool] | None:
    """The value of a cell and whether it is a percentage; None of a cell that is no number. Brackets are a minus."""
    match = _NUMBER.fullmatch(cell)
    value = value_of(match["number"]) if match else None
    if match is None or value is None:
        return None
    return (-value if match["minus"] or match["minus2"] else value), bool(match["percent"])


def _metric(analysis: Analysis, background: Background, row: _Row, header: _Header, starts: list[int]) -> Metric | None:
    name = _name(analysis, row, starts)
    numbers = [(cell, read) for _, cell in row.cells[1:] if (read := _number(cell))]
    if name is None or not numbers or not row.cells:
        return None
    label, metric = name
    change = _change(numbers, header)
    (cell, (value, percent)), *others = numbers
    scale = 1.0 if percent or metric in _UNSCALED else header.scale
    scale = _HUNDREDTH if _IN_PENCE.search(label) else scale
    counts = metric in ("headcount", "stores", "units", "users")
    unit = "percent" if percent else None if counts else header.currency or background.home["dollar"]
    former = others[0][1] if others and len(header.periods) > 1 and others[0][1][1] == percent else None
    owner = background.company or background.focus
    return Metric(
        evidence=(row.span,), metric=metric, label=label, entity=owner.text if owner else None,
        value=round(value * scale, _DIGITS), unit=unit, value_text=cell, change=change,
        previous=Amount(value=round(former[0] * scale, _DIGITS), unit=unit) if former else None,
        period=as_period(header.periods[0]) if header.periods else None)


def _name(analysis: Analysis, row: _Row, starts: list[int]) -> tuple[str, str] | None:
    """The label of a row and its metric: the first cell, where it is the name of one and not only holds it ("Income taxes payable")."""
    if len(row.cells) < 2 or len(row.cells[0][1].split()) > _LONGEST_LABEL:
        return None
    start, label = row.cells[0]
    head = _ASIDE.split(label)[0]
    sentence = analysis.sentences[max(0, bisect_right(starts, start) - 1)]
    words = Words.of(analysis, sentence)
    names = [name for name in find_names(words, []) if start <= words.starts[name.first] < start + len(head) and not name.is_verb]
    if not names:
        return None
    name = names[0]
    covered = words.end_of(name.last - 1) - words.starts[name.first]
    metric = "eps" if _PER_SHARE.search(label) and name.metric != "dividend" else name.metric
    part = (metric == "assets" and "total assets" not in label.casefold()) or (metric == "debt" and "liabilit" in label.casefold())
    return (label, metric) if metric in _STATED and not part and (covered >= _MOST * len(head) or metric == "eps") else None
