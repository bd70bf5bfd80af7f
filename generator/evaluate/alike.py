"""When an item of a brief is the item that a reader wrote down: at all (``found``), and in every attribute (``full``).

A number is found if it stands in the right sentence with its unit, a person under the full name, a risk by its sentence, a
statement by its words. What a reader left open (no role, no direction) is right whatever the machine says.
"""

import re
import unicodedata
from collections import Counter

from generator.evaluate import annotations
from generator.models import Change, Metric, Person, Quote, Risk, Span

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_TITLES_AND_FORMS = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "sir", "dame", "lord", "lady",
    "the", "of", "s", "company", "co", "corporation", "corp", "incorporated", "inc", "limited", "ltd", "llc", "plc", "ag", "sa", "nv",
    "group", "holding", "holdings"))
_RATES = frozenset({"percent", "percentage_points", "basis_points"})
SAME_SENTENCE, SAME_RISK, SAME_STATEMENT, SAME_ROLE = 0.3, 0.6, 0.7, 0.5
"""How much of their words two texts share (`overlap`) to be taken for the same."""
TOLERANCE = 1e-3
"""By which share two renderings of a number may differ."""


def words(text: str | None) -> list[str]:
    """The words and numbers of a text, without case and typography."""
    return _WORD.findall(unicodedata.normalize("NFKC", text or "").replace("’", "'").casefold())


def overlap(one: str | None, other: str | None) -> float:
    """The share of words that two texts have in common, 0 to 1: F1 over their words as bags."""
    left, right = Counter(words(one)), Counter(words(other))
    both = left.total() + right.total()
    return 2 * (left & right).total() / both if left and right else 0.0


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names can be of one: the words of the shorter one, titles and legal forms aside, are in the longer one."""
    left, right = _core(one), _core(other)
    return bool(left and right) and (left <= right or right <= left)


def person(asked: annotations.Person, got: Person, _text: str) -> tuple[float, bool]:
    """How well a person fits (0: not at all), and whether in every attribute."""
    if not _core(asked.name) or _core(asked.name) != _core(got.name):
        return 0, False
    role = not asked.role or overlap(asked.role, got.role) >= SAME_ROLE
    return 1, role and (not asked.organisation or same_name(asked.organisation, got.organisation))


def metric(asked: annotations.Metric, got: Metric, text: str) -> tuple[float, bool]:
    """How well a row with a number fits, and whether in every attribute."""
    if overlap(" ".join(asked.evidence), _evidence(got.evidence, text)) < SAME_SENTENCE or not _same_number(asked, got):
        return 0, False
    size, direction = (got.change.value, got.change.direction) if got.change else (None, None)
    return 1, (
        got.metric == asked.metric and same_name(asked.entity, got.entity) and got.status == asked.status
        and (asked.value is None) == (got.value is None)
        and (asked.value is None or got.value is None or (asked.value < 0) == (got.value < 0))
        and (asked.change is None or close(asked.change, size))
        and asked.direction in (None, direction))


def risk(asked: annotations.Risk, got: Risk, text: str) -> tuple[float, bool]:
    """How well a risk fits, and whether in its category, too."""
    share = overlap(" ".join(asked.evidence), _evidence(got.evidence, text))
    return (1, asked.category == got.category) if share >= SAME_RISK else (0, False)


def quote(asked: annotations.Quote, got: Quote, _text: str) -> tuple[float, bool]:
    """How well a statement fits, and whether in speaker and kind, too."""
    share = overlap(" ".join(asked.text), got.text)
    if share < SAME_STATEMENT:
        return 0, False
    return share, same_name(asked.speaker, got.speaker) and (asked.kind == got.kind or "mixed" in (asked.kind, got.kind))


def has_number(row: annotations.Metric | Metric) -> bool:
    """Whether a row states a number; one that states a direction alone is not counted."""
    change = row.change.value if isinstance(row.change, Change) else row.change
    return row.value is not None or change is not None


def close(one: float | None, other: float | None) -> bool:
    """Whether two numbers are the same, signs aside."""
    if one is None or other is None:
        return False
    return abs(abs(one) - abs(other)) <= TOLERANCE * max(abs(one), abs(other))


def _same_number(asked: annotations.Metric, got: Metric) -> bool:
    """A level is found by a level, or an equivalent of it; a change stands for a level only where there is no level."""
    number, unit = (asked.change, asked.change_unit) if asked.value is None else (asked.value, asked.unit)
    offered: list[tuple[float | None, str | None]] = [(got.value, got.unit), *((each.value, each.unit) for each in got.equivalents)]
    if got.change and (asked.value is None or got.value is None):
        offered.append((got.change.value, got.change.unit or "percent"))
    return any(close(value, number) and _measure(of) == _measure(unit) for value, of in offered)


def _measure(unit: str | None) -> str:
    """A currency or a rate as it stands; things that are counted are all alike."""
    name = (unit or "").strip()
    return name if name in _RATES or re.fullmatch("[A-Z]{3}", name) else "count"


def _core(name: str | None) -> frozenset[str]:
    return frozenset(words(name)) - _TITLES_AND_FORMS


def _evidence(spans: tuple[Span, ...], text: str) -> str:
    return " ".join(span.of(text) for span in spans)
