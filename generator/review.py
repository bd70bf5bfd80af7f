"""People's corrections (`corrections` reads them), applied to a brief after every extraction.

A correction whose item has gone is an orphan: it is kept, recorded in the brief, and fails ``briefs check``. What people
set and add goes through the same gate as what the machine finds.
"""

import re
from typing import Any, NamedTuple, NoReturn

from pydantic import ValidationError

from generator.assemble import identified
from generator.corrections import Corrections, Head, Words
from generator.errors import ReviewError
from generator.grounding import GAP, refusal, stands_in
from generator.models import (
    ITEM_KINDS,
    Brief,
    Event,
    Item,
    KeyPoint,
    Metric,
    Organisation,
    Person,
    Quote,
    Review,
    Risk,
    Span,
    Subject,
)
from generator.renaming import Renaming
from generator.stated import unstated

MODELS: dict[str, type[Item]] = {"key_points": KeyPoint, "metrics": Metric, "people": Person, "organisations": Organisation,
                                 "risks": Risk, "quotes": Quote, "events": Event}
_NUMBERS = frozenset(("value", "change", "previous", "range"))
"""Fields of a metric that hold its numbers."""
_DIGITS = re.compile(r"\d[\d.,]*")


class Reviewed(NamedTuple):
    """Items under correction, and what could not be done to them."""

    items: dict[str, list[Item]]
    orphaned: list[str]


def apply(brief: Brief, corrections: Corrections, where: str) -> Brief:
    """The brief with people's corrections.

    Args:
        brief: as the machine made it.
        corrections: as `read_review` gives them.
        where: the review file, for messages.

    Raises:
        ReviewError: a correction is not understood, or not grounded in the source.
    """
    state = Reviewed({kind: list(getattr(brief, kind)) for kind in ITEM_KINDS}, [])
    for old, new in corrections.rename.items():
        brief = _rename(state, brief, Renaming(old, new), where)
    for target in corrections.drop:
        _drop(state, target)
    for change in corrections.set:
        _set(state, change, brief.text, where)
    for entry in corrections.add:
        _add(state, entry, brief.text, where)
    asked = sum(map(len, (corrections.rename, corrections.drop, corrections.set, corrections.add, corrections.brief.model_fields_set)))
    review = Review(status=corrections.status, by=corrections.by, on=corrections.on,
                    corrections=asked - len(state.orphaned), orphaned=tuple(state.orphaned))
    ordered = {kind: tuple(sorted(items, key=lambda item: item.evidence[0].start)) for kind, items in state.items.items()}
    return brief.model_copy(update={**ordered, **_head(brief, corrections.brief, where), "review": review})


def _rename(state: Reviewed, brief: Brief, renaming: Renaming, where: str) -> Brief:
    """The brief with its subject renamed; the items of ``state`` are renamed in place."""
    if not stands_in(renaming.new, brief.text):
        _refuse(f"the name “{renaming.new}” is not in the source", where, "a name is written as the source has it")
    known = {row.name for kind in ("people", "organisations") for row in state.items[kind] if isinstance(row, Person | Organisation)}
    if renaming.old not in known:
        state.orphaned.append(f"rename: {renaming.old}")
        return brief
    state.items.update(renaming.items(state.items))
    return brief.model_copy(update={"subject": renaming.subject(brief.subject)})


def _head(brief: Brief, head: Head, where: str) -> dict[str, Any]:
    """What a person says of the brief as a whole; numbers in it must be the source's."""
    for words in filter(None, (head.title, head.summary)):
        for number in _DIGITS.findall(words):
            if number.rstrip(".,") not in brief.text:
                _refuse(f"“{words}” has a number that is not in the source", where, number)
    changes = head.model_dump(exclude_none=True, exclude={"subject"})
    if head.subject:
        place = brief.text.find(head.subject.name)
        if place < 0:
            _refuse(f"the subject “{head.subject.name}” is not in the source", where)
        evidence = (Span(start=place, end=place + len(head.subject.name)),)
        changes["subject"] = Subject(name=head.subject.name, kind=head.subject.kind, evidence=evidence)
    return changes


def _find(items: dict[str, list[Item]], target: str | Words) -> tuple[str, int] | None:
    for kind, rows in items.items():
        for place, item in enumerate(rows):
            if item.id == target or (isinstance(target, Words) and kind == target.kind and target.text in _words_of(item)):
                return kind, place
    return None


def _words_of(item: Item) -> str:
    fields = ("text", "name", "statement", "value_text", "label")
    return " ".join(str(value) for field in fields if (value := getattr(item, field, None)))


def _drop(state: Reviewed, target: str | Words) -> None:
    place = _find(state.items, target)
    if place is None:
        state.orphaned.append(f"drop: {target}")
    else:
        del state.items[place[0]][place[1]]


def _set(state: Reviewed, change: dict[str, Any], text: str, where: str) -> None:
    fields = dict(change)
    target = _target(fields.pop("item", None), where)
    place = _find(state.items, target)
    if place is None:
        state.orphaned.append(f"set: {target}")
        return
    kind, row = place
    item = state.items[kind][row]
    new = _checked(type(item), {**item.model_dump(), **_placed(kind, fields, text, where)}, text, where)
    state.items[kind][row] = _stated(new, text, where) if _NUMBERS & fields.keys() else new


def _add(state: Reviewed, entry: dict[str, Any], text: str, where: str) -> None:
    fields = dict(entry)
    kind = fields.pop("to", None)
    if not isinstance(kind, str) or kind not in MODELS:
        _refuse("an addition says with `to` what it is", where, f"it says {kind!r}; the kinds are {', '.join(MODELS)}")
    if "evidence" not in fields:
        _refuse("an addition needs `evidence`", where, "it quotes the words of the source that it rests on")
    item = _stated(_checked(MODELS[kind], _placed(kind, fields, text, where), text, where), text, where)
    (new,) = identified([item], text)
    if new.id in {old.id for old in state.items[kind]}:
        _refuse("an addition is there already", where, f"it is {new.id}; change it with `set`")
    state.items[kind].append(new)


def _target(raw: Any, where: str) -> str | Words:
    if isinstance(raw, str):
        return raw
    try:
        return Words.model_validate(raw)
    except ValidationError:
        _refuse("`item` names no item", where, f"it is {raw!r}; give an id, or {{in: …, text: …}}")


def _placed(kind: str, fields: dict[str, Any], text: str, where: str) -> dict[str, Any]:
    """The fields with quoted evidence turned into spans, and what follows from a quote's words."""
    if "id" in fields:
        _refuse("an `id` cannot be chosen", where, "it is made of the source's words, so that it stays the same")
    result = dict(fields)
    if "evidence" in fields:
        result["evidence"] = _spans(fields["evidence"], text, where)
    if kind == "quotes" and "text" in fields:
        result["content"] = _spans(fields["text"], text, where)
        result["text"] = GAP.join(span.of(text) for span in result["content"])
    return result


def _spans(words: Any, text: str, where: str) -> tuple[Span, ...]:
    spans = []
    for part in words if isinstance(words, list) else [words]:
        place = text.find(str(part).strip())
        if place < 0 or not str(part).strip():
            _refuse(f"“{part}” is not in the source", where, "evidence is quoted character for character")
        spans.append(Span(start=place, end=place + len(str(part).strip())))
    return tuple(spans)


def _checked(model: type[Item], fields: dict[str, Any], text: str, where: str) -> Item:
    try:
        item = model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        _refuse(f"the field `{'.'.join(map(str, first['loc']))}` is not understood", where, first["msg"])
    reason = refusal(item, text)
    if reason:
        _refuse("a correction is not grounded in the source", where, reason)
    return item


def _stated(item: Item, text: str, where: str) -> Item:
    """The item; a metric whose numbers its evidence does not give is refused."""
    number = unstated(item, text) if isinstance(item, Metric) else None
    if number is not None:
        _refuse("a correction is not grounded in the source", where, f"{number:.12g} is no number of its evidence")
    return item


def _refuse(what: str, where: str, why: str = "") -> NoReturn:
    raise ReviewError(what, where=where, why=why, remedy="Correct the review file; docs/review.md shows every form.")
