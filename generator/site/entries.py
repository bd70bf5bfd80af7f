"""What the search knows of a brief: its items in words, those that a result shows and those that it is found by besides."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon import load
from generator.models import Metric
from generator.site.view import BriefView
from generator.wording import change, label, level, metric_name, other_words, surprise

SCALE_WORDS = {"bn": "billion", "m": "million", "tn": "trillion"}


class Item(NamedTuple):
    """A place on a brief's page: its anchor, what a result shows of it, and ``also``, the words that it is found by besides."""

    anchor: str
    shown: str
    also: str = ""


def entries(view: BriefView) -> Iterator[Item]:
    """The items of a brief in the order of its page, then the paragraphs of its source as far as they are published."""
    brief = view.brief
    yield from (Item(point.id, point.text) for point in brief.key_points)
    yield from map(_metric, brief.metrics)
    yield from (Item(risk.id, risk.statement, label(risk.category, "categories")) for risk in brief.risks)
    for person in brief.people:
        shown = ", ".join(filter(None, [person.name, person.role, person.organisation]))
        yield Item(person.id, shown, _joined(*person.aliases, *_short_roles(person.role)))
    for quote in brief.quotes:
        words = f"“{quote.text}”" if quote.kind == "direct" else quote.text
        yield Item(quote.id, f"{quote.speaker}: {words}" if quote.speaker else words, _joined(quote.role, quote.organisation))
    yield from (Item(event.id, f"{event.date.text}: {event.text}") for event in brief.events)
    yield from (Item(one.id, one.name, _joined(*one.aliases)) for one in brief.organisations)
    for paragraph in view.paragraphs:
        text = "".join(run.text for passage in paragraph.passages for run in passage.runs)
        if text != brief.title:
            yield Item(f"p-{paragraph.number}", text)


def _metric(item: Metric) -> Item:
    value = level(item)
    named = f"{metric_name(item)} “{other_words(item)}”" if other_words(item) else metric_name(item)
    about = f"{item.entity}: {named}" if item.entity else named
    beside = ", ".join(filter(None, [item.period.text if item.period else "", item.status if item.status != "actual" else ""]))
    shown = _joined(about, value, change(item.change), f"({beside})" if beside else "")
    scaled = " ".join(SCALE_WORDS.get(word, word) for word in value.split())
    computed = surprise(item) and f"{surprise(item)} surprise"
    return Item(item.id, shown, _joined(item.label, item.value_text, scaled, computed, *(one.text for one in item.equivalents),
                                        load("search")["metrics"].get(item.metric)))


def _short_roles(role: str | None) -> Iterator[str]:
    return (short for long, short in load("search")["roles"].items() if long in (role or "").lower())


def _joined(*parts: str | None) -> str:
    return " ".join(filter(None, parts))
