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
_NUMBER_BEFORE, _NUMBER_BEHIND = re.compile(r"\d[.,·٫]?$"), re.compile(r"[.,·٫]?\d")


def refusal(item: Item, text: str) -> str | None:
    """Why ``item`` does not rest on ``text``, or None where it does.

    Args:
        item: an item of a brief.
        text: the source text that its offsets count in.
    """
    if any(span.end > len(text) for span in _spans(item)):
        return "a span ends behind the text"
    if isinstance(item, Quote) and item.text != GAP.join(span.of(text) for span in item.content):
        return f"“{item.text}” is not what its spans hold"
    evidence = GAP.join(span.of(text) for span in item.evidence)
    stands = stands_as_title if isinstance(item, Person) else stands_in
    missing = next((words for words in _verbatim_in_evidence(item, text) if not stands(words, evidence)), None)
    if missing is not None:
        return f"“{missing}” is not in its evidence"
    missing = next((words for words in _verbatim_in_text(item) if not stands_in(words, text)), None)
    missing = missing or next((words for words in _titles(item) if not stands_as_title(words, text)), None)
    return None if missing is None else f"“{missing}” is not in the text"


def stands_in(words: str, text: str) -> bool:
    """True where ``text`` holds ``words`` as whole words and numbers: "5%" does not stand in "2.5%", nor "Al" in "Alder"."""
    place = text.find(words) if words.strip() else -1
    while place >= 0 and _cuts(text, place, place + len(words)):
        place = text.find(words, place + 1)
    return place >= 0


def stands_as_title(words: str, text: str) -> bool:
    """True where ``words`` stand in ``text``, or their plural does: "analyst" of one of the "analysts Ada Roe and Jan Quill"."""
    return stands_in(words, text) or stands_in(words + "s", text)


def _cuts(text: str, start: int, end: int) -> bool:
    """True where the stretch [start, end) begins or ends within a word or a number."""
    if (text[start].isalpha() and text[max(start - 1, 0):start].isalpha()) or (text[end - 1].isalpha() and text[end:end + 1].isalpha()):
        return True
    number_before = text[start].isdecimal() and _NUMBER_BEFORE.search(text[max(start - 2, 0):start])
    number_behind = text[end - 1].isdecimal() and _NUMBER_BEHIND.match(text[end:end + 2])
    return bool(number_before or number_behind)


def _titles(item: Item) -> Iterable[str]:
    """The titles that must stand somewhere in the source text, beside the main one of a person."""
    yield from (role.title for role in getattr(item, "other_roles", ()) if role.title)
    yield from filter(None, [item.role if isinstance(item, Quote) else None])


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
        yield from (role.organisation for role in getattr(item, "other_roles", ()) if role.organisation)
    elif isinstance(item, Metric):
        yield from filter(None, [item.entity, item.label, item.period.text if item.period else None])
    elif isinstance(item, Quote):
        yield from filter(None, [item.speaker, item.organisation])
    elif isinstance(item, Risk):
        yield from INSERTED.findall(item.statement)
