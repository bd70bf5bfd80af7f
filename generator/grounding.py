"""The gate between extraction and publication: what is not in the source text is refused.

Computed values (a value in base units, a surprise, the days of a period) are not words of the source; they stand beside
the words that they were computed from, and those are checked.
"""

import re
from collections.abc import Iterable

from generator.models import Event, Item, KeyPoint, Metric, Organisation, Person, Quote, Risk, Span

GAP = " … "
"""Between the parts of a quote that its cue interrupts."""
INSERTED = re.compile(r"\s?\[([^\[\]]+)\]")
"""What a risk's statement adds to the source's sentence."""


def refusal(item: Item, text: str) -> str | None:
    """Why ``item`` does not rest on ``text``, or None where it does.

    Args:
        item: an item of a brief.
        text: the source text that its offsets count in.
    """
    if any(span.end > len(text) for span in _spans(item)):
        return "a span ends behind the text"
    evidence = GAP.join(span.of(text) for span in item.evidence)
    missing = next((words for words in _verbatim_in_evidence(item, text) if words not in evidence), None)
    if missing is not None:
        return f"“{missing}” is not in its evidence"
    missing = next((words for words in _verbatim_in_text(item) if words not in text), None)
    return None if missing is None else f"“{missing}” is not in the text"


def _spans(item: Item) -> Iterable[Span]:
    yield from item.evidence
    yield from getattr(item, "mentions", ())
    yield from getattr(item, "content", ())


def _verbatim_in_evidence(item: Item, text: str) -> Iterable[str]:
    """The words that must stand in the item's evidence, character for character."""
    if isinstance(item, Metric):
        yield item.value_text
        yield from (other.text for other in item.equivalents)
    elif isinstance(item, Quote):
        yield from (span.of(text) for span in item.content)
        yield from (part for part in item.text.split(GAP))
        yield from filter(None, [item.cue])
    elif isinstance(item, Risk):
        yield from _uninserted(item.statement)
    elif isinstance(item, Event):
        yield from (item.text, item.date.text)
    elif isinstance(item, KeyPoint):
        yield item.text
    elif isinstance(item, Person | Organisation):
        yield from filter(None, [getattr(item, "role", None)])


def _uninserted(statement: str) -> list[str]:
    return [part.strip() for part in INSERTED.sub("\x00", statement).split("\x00") if part.strip()]


def _verbatim_in_text(item: Item) -> Iterable[str]:
    """The words that must stand somewhere in the source text."""
    if isinstance(item, Person | Organisation):
        yield from (item.name, *item.aliases)
        yield from filter(None, [getattr(item, "organisation", None)])
        yield from (words for role in getattr(item, "other_roles", ()) for words in (role.title, role.organisation) if words)
    elif isinstance(item, Metric):
        yield from filter(None, [item.entity, item.label, item.period.text if item.period else None])
    elif isinstance(item, Quote):
        yield from filter(None, [item.speaker, item.role, item.organisation])
    elif isinstance(item, Risk):
        yield from INSERTED.findall(item.statement)
