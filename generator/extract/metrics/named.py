"""A row of figures with its name and its owner, as the rules ask that tell its metric."""

from collections.abc import Callable

from generator.extract.metrics.background import Background
from generator.extract.metrics.entity import Owner
from generator.extract.metrics.names import Name
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words
from generator.records import record

NEAR, FAR = 4, 10
"""Words behind figures that are looked at."""


@record
class Named:
    """A row of figures with its name and its owner."""

    words: Words
    name: Name
    row: Row
    owner: Owner | None
    background: Background

    @property
    def level(self) -> Quantity | None:
        """The level of the row."""
        return self.row.level.quantity if self.row.level else None

    @property
    def behind(self) -> range:
        """The positions of the words behind the figures."""
        return range(self.row.span[1], min(self.row.span[1] + FAR, len(self.words)))

    def is_under(self, lemmas: frozenset[str] | tuple[str, ...]) -> bool:
        """True where a verb or noun of these governs the figures."""
        return any(self.words.is_one_of(i, lemmas) for i in self.words.ancestors(self.row.span[0])[:NEAR + 2])


Rule = Callable[[Named], str | None]
"""Gives a metric, or None where it does not apply."""
