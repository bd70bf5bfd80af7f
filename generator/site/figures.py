"""Numbers as a reader sees them: scaled, signed, with their unit. Nothing is rounded that two decimals can hold."""

from typing import NamedTuple

from generator.models import Change, Metric, Number

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
RATES = {"percent": "%", "percentage_points": " pp", "basis_points": " bp"}
SCALES = ((10**12, " tn"), (10**9, " bn"), (10**6, " m"))
MINUS = "−"
ARROWS = {"up": "▲", "down": "▼", "flat": "▬"}
SIGNS = {"up": "+", "down": MINUS, "flat": ""}
BASES = {"yoy": "on the year", "qoq": "on the quarter", "mom": "on the month", "day": "on the day", "ytd": "this year"}


class Move(NamedTuple):
    """A change in print: ``arrow`` and ``text`` say the same, so that neither colour nor shape is needed; ``words`` is read aloud."""

    arrow: str
    text: str
    direction: str
    basis: str
    words: str


def amount(value: Number | None, unit: str | None) -> str:
    """Such as ``CNY 280.2 bn``, ``$0.25``, ``4.5%``, ``1,200 jobs``; empty without a value."""
    if value is None:
        return ""
    sign = MINUS if value < 0 else ""
    if unit in RATES:
        return f"{sign}{_plain(abs(value))}{RATES[unit]}"
    if unit is not None and len(unit) == 3 and unit.isupper():
        return f"{sign}{SYMBOLS.get(unit, unit + ' ')}{_scaled(abs(value))}"
    return f"{sign}{_scaled(abs(value))}{f' {_counted(unit, value)}' if unit else ''}"


def move(change: Change | None) -> Move | None:
    """A change with its arrow and sign; None where nothing is known about it."""
    if change is None or (change.value is None and change.direction is None):
        return None
    direction = change.direction or ""
    size = amount(change.value, change.unit) if change.value is not None else direction
    basis = BASES.get(change.basis or "", "")
    text = f"{SIGNS.get(direction, '')}{size}" if change.value is not None else size
    words = f"{direction} {size}".strip() if change.value is not None else size
    return Move(ARROWS.get(direction, ""), text, direction, basis, f"{words} {basis}".strip())


def level(metric: Metric) -> str:
    """A metric's value, or the bounds of its range."""
    if metric.range:
        return f"{amount(metric.range.low, metric.unit)} – {amount(metric.range.high, metric.unit)}"
    return amount(metric.value, metric.unit)


def surprise(metric: Metric) -> str:
    """The surprise with its sign, or nothing."""
    if metric.surprise is None:
        return ""
    value = metric.surprise.value
    return f"{'+' if value > 0 else ''}{amount(value, metric.surprise.unit)}"


def _scaled(value: Number) -> str:
    scale, suffix = next(((scale, suffix) for scale, suffix in SCALES if value >= scale), (1, ""))
    return f"{_plain(value / scale if scale > 1 else value)}{suffix}"


def _plain(value: Number) -> str:
    digits = 2 if value >= 10 else 4
    text = f"{value:,.{digits}f}".rstrip("0").rstrip(".") if not isinstance(value, int) else f"{value:,}"
    whole, point, decimals = text.partition(".")
    return f"{whole}.{decimals}0" if point and len(decimals) == 1 and value < 1 else text


def _counted(unit: str, value: Number) -> str:
    words = unit.replace("_", " ")
    return words if abs(value) == 1 or words.endswith("s") else f"{words}s"
