"""`Document` + facts -> `Brief`: the grounding gate, stable ids, order, deduplication."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from generator.analysis import Analysis, Header
from generator.grounding import refusal
from generator.models import (
    ITEM_KINDS,
    Brief,
    Event,
    Facts,
    Item,
    KeyPoint,
    Metric,
    Organisation,
    Person,
    Provenance,
    Quote,
    Risk,
    Span,
    stable_id,
)

IDENTITY: dict[type[Item], tuple[str, Callable[[Any], tuple[str, ...]]]] = {
    KeyPoint: ("point", lambda item: (item.text,)),
    Metric: ("metric", lambda item: (item.label, item.value_text, item.status)),
    Person: ("person", lambda item: (item.name,)),
    Organisation: ("organisation", lambda item: (item.name,)),
    Risk: ("risk", lambda _: ()),
    Quote: ("quote", lambda item: (item.text,)),
    Event: ("event", lambda item: (item.date.text, item.text)),
}
"""What makes an item the same one after a better reading of it: the source's words, not what was concluded from them."""
ENDS = (".", "!", "?", "”", "’", '"', "'", "…", ")")
"""How a whole sentence ends; a key point that ends otherwise was cut at a clause."""
BY_EVIDENCE = (Metric, Risk, Quote)
"""Kinds whose identity includes the sentences they rest on."""
NOT_CONTENT = {"id", "evidence", "content", "mentions"}
"""Fields in which two items that say the same may differ."""


def assemble(analysis: Analysis, facts: Facts, provenance: Provenance) -> Brief:
    """The brief of a document, before people's corrections.

    Args:
        analysis: the document as understood.
        facts: what the extractors found; items may refer to one another by provisional ids.
        provenance: what made the brief; the number of dropped items is filled in here.
    """
    text = analysis.text
    kept = {kind: [item for item in getattr(facts, kind) if refusal(item, text) is None] for kind in ITEM_KINDS}
    found = sum(len(getattr(facts, kind)) for kind in ITEM_KINDS)
    dropped = found - sum(map(len, kept.values()))
    header = analysis.header
    source = analysis.document.source
    source = source.model_copy(update={"published": source.published or header.published, "language": source.language or header.language})
    return Brief(
        id=analysis.document.id, title=header.title, summary=summary(kept["key_points"], header), kind=header.kind,
        source=source, text=text, subject=analysis.subject, notes=header.notes,
        provenance=provenance.model_copy(update={"dropped": dropped}),
        **{kind: identified(items, text) for kind, items in kept.items()},
    )


def summary(points: Sequence[KeyPoint], header: Header) -> str:
    """One sentence for cards and search: the first key point that says more than the title; without one, why there is none."""
    title = set(header.title.casefold().split())
    telling = (point.text if point.text.endswith(ENDS) else f"{point.text} …" for point in points
               if len(set(point.text.casefold().split()) - title) >= 4)
    return next(telling, header.notes[-1] if header.notes else header.title)


def identified(items: list[Item], text: str) -> tuple[Item, ...]:
    """The items in the order of the text, each once, with stable ids; references between them follow.

    Items that say the same are one, with the evidence of all; those that say something else under one name are numbered.
    """
    names: dict[tuple[str, str], str] = {}
    namesakes: Counter[str] = Counter()
    evidence: dict[str, dict[Span, None]] = {}
    unique: dict[str, Item] = {}
    renamed: dict[str, str] = {}
    for item in sorted(items, key=_place):
        identity = _identity(item, text)
        content = (identity, item.model_dump_json(exclude=NOT_CONTENT))
        if content not in names:
            namesakes[identity] += 1
            names[content] = identity if namesakes[identity] == 1 else f"{identity}-{namesakes[identity]}"
            unique[names[content]] = item
        evidence.setdefault(names[content], {}).update(dict.fromkeys(item.evidence))
        renamed[item.id] = names[content]
    settled = (item.model_copy(update={"id": name, "evidence": tuple(evidence[name])}) for name, item in unique.items())
    return tuple(_relinked(item, renamed) for item in settled)


def _place(item: Item) -> tuple[int, int]:
    spans = getattr(item, "content", item.evidence)
    return item.evidence[0].start, spans[0].start


def _identity(item: Item, text: str) -> str:
    kind, content = IDENTITY[type(item)]
    words = tuple(span.of(text) for span in item.evidence) if isinstance(item, BY_EVIDENCE) else ()
    return stable_id(kind, *content(item), *words)


def _relinked(item: Item, renamed: dict[str, str]) -> Item:
    """The item with its references by the new names; a surprise whose expectation was dropped is dropped with it."""
    surprise = getattr(item, "surprise", None)
    if surprise is None:
        return item
    against = renamed.get(surprise.against)
    return item.model_copy(update={"surprise": surprise.model_copy(update={"against": against}) if against else None})
