"""A name that people correct in a brief, wherever it stands: people, organisations, speakers, whose number, the subject.

Two names of one person or company become one item; the corrected name's own item is kept, under its id.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.models import Item, Metric, Organisation, Person, Quote, Role, Span, Subject


@dataclass(frozen=True)
class Renaming:
    """``old`` is what the machine calls somebody, ``new`` the name that the source has for them."""

    old: str
    new: str

    def __call__(self, name: str | None) -> str | None:
        """The name, or the new one where it is the old one."""
        return self.new if name == self.old else name

    def items(self, items: dict[str, list[Item]]) -> dict[str, list[Item]]:
        """All items of a brief, by kind, under the new name."""
        return {kind: self._merged([self._renamed(item) for item in rows]) for kind, rows in items.items()}

    def subject(self, subject: Subject | None) -> Subject | None:
        """The subject of a brief under the new name."""
        return subject.model_copy(update={"name": self(subject.name)}) if subject else None

    def _renamed(self, item: Item) -> Item:
        if isinstance(item, Metric):
            return item.model_copy(update={"entity": self(item.entity)})
        if isinstance(item, Quote):
            return item.model_copy(update={"speaker": self(item.speaker), "organisation": self(item.organisation)})
        if isinstance(item, Person):
            others = tuple(Role(title=role.title, organisation=self(role.organisation)) for role in item.other_roles)
            item = item.model_copy(update={"organisation": self(item.organisation), "other_roles": others})
        if isinstance(item, Person | Organisation) and item.name == self.old:
            aliases = tuple(alias for alias in (self.old, *item.aliases) if alias != self.new)
            return item.model_copy(update={"name": self.new, "aliases": aliases})
        return item

    def _merged(self, rows: list[Item]) -> list[Item]:
        """The rows with one item for all that now have the new name."""
        named = [row for row in rows if isinstance(row, Person | Organisation) and row.name == self.new]
        if len(named) < 2:
            return rows
        kept = next((row for row in named if self.old not in row.aliases), named[0])
        whole = _joined(kept, [row for row in named if row is not kept])
        return [whole if row is kept else row for row in rows if row is kept or row not in named]


def _joined(kept: Person | Organisation, others: list[Person | Organisation]) -> Item:
    """An item with the aliases, mentions and evidence of others, and their role where it has none."""
    rows = [kept, *others]
    changes: dict[str, object] = {
        "aliases": tuple(dict.fromkeys(alias for row in rows for alias in row.aliases if alias != kept.name)),
        "mentions": _spans(span for row in rows for span in row.mentions),
        "evidence": _spans(span for row in rows for span in row.evidence),
    }
    if isinstance(kept, Person):
        roles = [row for row in rows if isinstance(row, Person)]
        main = next((row for row in roles if row.role), kept)
        changes |= {"role": main.role, "organisation": kept.organisation or main.organisation,
                    "other_roles": tuple(dict.fromkeys(role for row in roles for role in row.other_roles))}
    return kept.model_copy(update=changes)


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=lambda span: (span.start, span.end)))
