"""The source text of a brief as runs that a template can print: who rests on which words, without markup.

The text is cut at every boundary of an evidence span and of the words that an item is about (a value, a name, what
was said). A run is covered by the same marks from its first to its last character, so overlapping evidence needs no
nested elements. Runs that stand in evidence are gathered in passages, which carry the anchor that items link to.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.models import Brief, Event, Item, Metric, Quote, Span, blocks

LETTERS = {"key_points": "K", "metrics": "M", "risks": "R", "people": "P", "quotes": "Q", "events": "E", "organisations": "O"}
"""What a reader sees beside a sentence: the kind of an item; its number in the brief follows."""
NAMED = ("people", "organisations")
"""Kinds that are linked from each mention of a name, and not from the end of each sentence."""


@dataclass(frozen=True)
class Run:
    """Characters under the same marks. ``item`` is whose name they are; ``anchor`` is set where evidence starts inside a passage."""

    text: str
    kinds: tuple[str, ...] = ()
    item: str | None = None
    anchor: str | None = None


@dataclass(frozen=True)
class Passage:
    """Connected evidence, or the plain text between two such. ``items`` are the ids that rest on it, in the order of the brief."""

    runs: tuple[Run, ...]
    anchor: str | None = None
    evidence: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A block of the text with its number, which is how rows cite it."""

    number: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Citation:
    """Where a row leads: the anchor of a sentence, and the number of its paragraph."""

    anchor: str
    paragraph: int


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    kind: str
    item: str | None = None


def anchor_of(span: Span) -> str:
    """The anchor of the evidence that starts at ``span.start``."""
    return f"s-{span.start}"


def citations(brief: Brief) -> dict[str, tuple[Citation, ...]]:
    """For each item's id, the evidence it rests on: one citation a span, in the order of the text."""
    starts = [block.start for block in blocks(brief.text)]
    return {item.id: tuple(Citation(anchor_of(span), bisect_right(starts, span.start)) for span in sorted_spans(item))
            for _, item in brief.items()}


def sorted_spans(item: Item) -> list[Span]:
    """An item's evidence in the order of the text."""
    return sorted(set(item.evidence), key=lambda span: (span.start, span.end))


def source_view(brief: Brief) -> tuple[Paragraph, ...]:
    """The paragraphs of a brief's source text, cut into passages and runs. Spans are in code points of ``brief.text``."""
    if not brief.text:
        return ()
    groups = _groups(brief)
    marks = _marks(brief)
    cuts = sorted({edge for mark in marks for edge in (mark.start, mark.end)} | {edge for group in groups for edge in group.edges})
    covering = _covering(marks, cuts)
    paragraphs, place = [], 0
    for number, block in enumerate(blocks(brief.text), start=1):
        passages = []
        while place < len(groups) and groups[place].end <= block.start:
            place += 1
        for start, end, group in _stretches(block, groups, place):
            runs = tuple(_runs(brief.text, Span(start=start, end=end), cuts, covering, group))
            passages.append(Passage(runs=runs, anchor=f"s-{start}" if group and start in group.starts else None,
                                    evidence=group is not None, items=group.items if group and end == group.end else ()))
        paragraphs.append(Paragraph(number=number, passages=tuple(passages)))
    return tuple(paragraphs)


@dataclass(frozen=True)
class _Group:
    """Evidence spans that overlap one another, as one stretch."""

    start: int
    end: int
    starts: frozenset[int]
    edges: frozenset[int]
    items: tuple[str, ...]


def _groups(brief: Brief) -> list[_Group]:
    spans = sorted((span.start, span.end, order, kind, item.id)
                   for order, (kind, item) in enumerate(brief.items()) for span in set(item.evidence))
    groups: list[list[tuple[int, int, int, str, str]]] = []
    end = -1
    for span in spans:
        if span[0] >= end:
            groups.append([])
        groups[-1].append(span)
        end = max(end, span[1])
    return [_group(members) for members in groups]


def _group(members: list[tuple[int, int, int, str, str]]) -> _Group:
    linked = sorted({(order, name) for _, _, order, kind, name in members if kind not in NAMED})
    return _Group(start=members[0][0], end=max(member[1] for member in members),
                  starts=frozenset(member[0] for member in members), edges=frozenset(edge for member in members for edge in member[:2]),
                  items=tuple(name for _, name in linked))


def _marks(brief: Brief) -> list[_Mark]:
    return [mark for kind, item in brief.items() for mark in _marks_of(kind, item, brief.text)]


def _marks_of(kind: str, item: Item, text: str) -> Iterator[_Mark]:
    """The words that an item is about, as closely as the item tells: a value, a date, what was said, a name, or its sentences."""
    if kind in NAMED:
        yield from (_Mark(span.start, span.end, kind, item.id) for span in getattr(item, "mentions", ()))
    elif isinstance(item, Quote):
        yield from (_Mark(span.start, span.end, kind) for span in item.content)
    elif isinstance(item, Metric | Event):
        words = item.value_text if isinstance(item, Metric) else item.date.text
        found = next(((span.start + place) for span in item.evidence if (place := span.of(text).find(words)) >= 0), None)
        if found is not None and words:
            yield _Mark(found, found + len(words), kind)
    else:
        yield from (_Mark(span.start, span.end, kind) for span in item.evidence)


def _covering(marks: list[_Mark], cuts: list[int]) -> dict[int, tuple[tuple[str, ...], str | None]]:
    """For each cut, the kinds that cover the run which starts there, and the item whose name it is."""
    opening: dict[int, list[_Mark]] = {}
    closing: dict[int, list[_Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    active: Counter[str] = Counter()
    names: list[_Mark] = []
    covering = {}
    for cut in cuts:
        for mark in closing.get(cut, ()):
            active[mark.kind] -= 1
        names = [mark for mark in names if mark.end > cut]
        for mark in opening.get(cut, ()):
            active[mark.kind] += 1
            if mark.item:
                names.append(mark)
        covering[cut] = (tuple(kind for kind in LETTERS if active[kind] > 0), names[0].item if names else None)
    return covering


def _stretches(block: Span, groups: list[_Group], place: int) -> Iterator[tuple[int, int, _Group | None]]:
    """The block cut into evidence and the rest: start, end, and the group of the evidence."""
    at = block.start
    while place < len(groups) and groups[place].start < block.end:
        group = groups[place]
        start, end = max(group.start, block.start), min(group.end, block.end)
        if at < start:
            yield at, start, None
        if start < end:
            yield start, end, group
        at = max(at, end)
        place += 1
    if at < block.end:
        yield at, block.end, None


def _runs(text: str, span: Span, cuts: list[int], covering: dict[int, tuple[tuple[str, ...], str | None]],
          group: _Group | None) -> Iterator[Run]:
    first = bisect_right(cuts, span.start)
    inner = [cut for cut in cuts[first:bisect_right(cuts, span.end)] if cut < span.end]
    starts = [cuts[first - 1] if first else span.start, *inner]
    for (start, end), at in zip(pairwise([span.start, *inner, span.end]), starts, strict=True):
        kinds, item = covering.get(at, ((), None))
        anchor = f"s-{start}" if group and start in group.starts and start != span.start else None
        yield Run(text=text[start:end], kinds=kinds, item=item, anchor=anchor)
