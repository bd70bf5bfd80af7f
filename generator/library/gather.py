"""The items of all briefs by what they are about: which company's number, risk or event, whose statement."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from generator.library.identity import Directory
from generator.library.models import Entry, Ref
from generator.library.names import owner
from generator.models import Brief, Event, Item, Metric, Quote, Risk

POSSESSIVES = ("’s", "'s", "s’", "s'")
LONGEST_NAME = 6
"""Words of a company's name before its possessive."""


def newest_first(briefs: Iterable[Brief]) -> list[Brief]:
    """The briefs by date of publication, the newest first and the undated last; of one day, in the order of their ids."""
    return sorted(briefs, key=lambda brief: (-(brief.source.published or date.min).toordinal(), brief.id))


class Gatherer:
    """The entries of one brief. What an item is about is decided here, once for all pages and exports.

    ``subject`` is the company that the brief is about, unless it is one of many, as in a report on a market.
    """

    def __init__(self, brief: Brief, directory: Directory) -> None:
        self.brief, self.directory = brief, directory
        places = sorted((span.start, item.name) for item in brief.organisations for span in item.mentions)
        self._starts = [start for start, _ in places]
        self._names = [name for _, name in places]
        subject = brief.subject
        alone = subject and subject.kind in ("company", "institution") and brief.kind != "market"
        self.subject = directory.company(brief, subject.name) if subject and alone else None

    def metrics(self) -> list[Entry[Metric]]:
        """The metrics, each about the company that it is a number of, or whose unit's."""
        return [Entry(self.brief, item, self._of_company(item.entity) or self._of_owner(item)) for item in self.brief.metrics]

    def _of_company(self, entity: str | None) -> tuple[Ref, ...]:
        group = self.directory.company(self.brief, entity) or self.directory.company(self.brief, owner(entity) if entity else None)
        return (group.ref,) if group else ()

    def _of_owner(self, metric: Metric) -> tuple[Ref, ...]:
        """The company whose name stands before the unit's in the evidence, as its owner ("Vellmora’s cloud unit")."""
        for span in metric.evidence:
            before, found, _ = span.of(self.brief.text).partition(metric.entity or "\0")
            words = before.split()[-LONGEST_NAME:]
            if not found or not words or not words[-1].endswith(POSSESSIVES):
                continue
            words[-1] = words[-1].removesuffix("s").rstrip("’'")
            for start in range(len(words)):
                group = self.directory.company(self.brief, " ".join(words[start:]))
                if group:
                    return (group.ref,)
        return ()

    def risks(self) -> list[Entry[Risk]]:
        """The risks, each about the brief's subject; where that is no company, about the one that the sentence names."""
        return [Entry(self.brief, item, self._at_risk(item)) for item in self.brief.risks]

    def _at_risk(self, risk: Risk) -> tuple[Ref, ...]:
        if self.subject:
            return (self.subject.ref,)
        named = self._named_in(risk)
        return named if len(named) == 1 else ()

    def events(self) -> list[Entry[Event]]:
        """The events, each about the companies that it names; where it names none, about the brief's subject."""
        subject = (self.subject.ref,) if self.subject else ()
        return [Entry(self.brief, item, self._named_in(item) or subject) for item in self.brief.events]

    def quotes(self) -> list[Entry[Quote]]:
        """The statements, each about who made it: the person and the person's organisation, or the organisation."""
        return [Entry(self.brief, item, self._speakers(item)) for item in self.brief.quotes]

    def _speakers(self, quote: Quote) -> tuple[Ref, ...]:
        if quote.speaker_kind == "organisation":
            return self._of_company(quote.speaker)
        person = self.directory.person(self.brief, quote.speaker) if quote.speaker_kind == "person" else None
        if person is None:
            return ()
        employer = next((entry.item.organisation for entry in person.entries if entry.brief.id == self.brief.id), None)
        return (person.ref, *self._of_company(quote.organisation or employer))

    def _named_in(self, item: Item) -> tuple[Ref, ...]:
        """The companies that the item's evidence names, in the order of the text."""
        found: dict[Ref, None] = {}
        for span in item.evidence:
            for name in self._names[bisect_left(self._starts, span.start):bisect_left(self._starts, span.end)]:
                group = self.directory.company(self.brief, name)
                if group:
                    found[group.ref] = None
        return tuple(found)
