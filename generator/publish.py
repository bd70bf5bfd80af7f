"""How much of a source text a brief may carry: all of it, the evidence alone, or none.

The gate has seen the whole text before; what is left out here is withheld, not ungrounded. With ``none`` the offsets count
in the normalised source text that is not published: who has the seed can check them.
"""

from bisect import bisect_right
from typing import Any, Literal

from generator.models import ITEM_KINDS, Brief, Item, Span

Policy = Literal["full", "evidence", "none"]
OMITTED = "[…]"
"""Stands for words of the source that are not published."""


def withhold(brief: Brief, policy: Policy) -> Brief:
    """The brief with as much of its source text as ``policy`` lets through; spans follow the text.

    With ``evidence``, mentions outside of the evidence go, and each stretch left out becomes `OMITTED`.
    """
    if policy == "full":
        return brief
    if policy == "none":
        return brief.model_copy(update={"text": ""})
    kept = _merged([span for _, item in brief.items() for span in item.evidence] + list(brief.subject.evidence if brief.subject else ()))
    text, shifts = _cut(brief.text, kept)
    starts = [span.start for span in kept]
    changes: dict[str, Any] = {"text": text}

    def moved(span: Span) -> Span | None:
        place = bisect_right(starts, span.start) - 1
        if place < 0 or span.end > kept[place].end:
            return None
        return Span(start=span.start + shifts[place], end=span.end + shifts[place])

    for kind in ITEM_KINDS:
        changes[kind] = tuple(_moved_item(item, moved) for item in getattr(brief, kind))
    if brief.subject:
        changes["subject"] = brief.subject.model_copy(update={"evidence": tuple(filter(None, map(moved, brief.subject.evidence)))})
    return brief.model_copy(update=changes)


def _moved_item(item: Item, moved: Any) -> Item:
    spans = {field: getattr(item, field) for field in ("evidence", "mentions", "content") if hasattr(item, field)}
    return item.model_copy(update={field: tuple(filter(None, map(moved, old))) for field, old in spans.items()})


def _merged(spans: list[Span]) -> list[Span]:
    """The spans in order, overlapping ones as one."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if result and span.start <= result[-1].end:
            result[-1] = Span(start=result[-1].start, end=max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def _cut(text: str, kept: list[Span]) -> tuple[str, list[int]]:
    """The text of ``kept`` with what is between replaced, and how far each kept span moves."""
    parts: list[str] = []
    shifts: list[int] = []
    length = place = 0
    for span in kept:
        gap = _gap(text[place:span.start])
        parts += [gap, span.of(text)]
        shifts.append(length + len(gap) - span.start)
        length += len(gap) + span.end - span.start
        place = span.end
    return "".join(parts) + _gap(text[place:]), shifts


def _gap(omitted: str) -> str:
    """What stands for omitted text: blanks stay as they are, and paragraphs stay apart."""
    if not omitted.strip():
        return omitted
    before = "\n\n" if omitted.startswith("\n") else " " if omitted[0].isspace() else ""
    after = "\n\n" if omitted.endswith("\n") else " " if omitted[-1].isspace() else ""
    return f"{before}{OMITTED}{after}"
