"""The measured accuracy of extraction, as the tests hold it and the method page shows it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Accuracy:
    """The F1 of one kind of item on annotated articles: ``found`` at all, and ``full`` with all attributes right."""

    part: str
    found: float
    full: float


@dataclass(frozen=True)
class Measured:
    """What was measured on how many articles: ``floors`` on those that the rules were written beside, ``elsewhere`` on unread ones."""

    articles: int
    floors: tuple[Accuracy, ...]
    others: int
    elsewhere: tuple[Accuracy, ...]

    @property
    def rows(self) -> tuple[tuple[Accuracy, Accuracy], ...]:
        """The two figures of each kind of item, side by side."""
        return tuple(zip(self.floors, self.elsewhere, strict=True))


@cache
def measured() -> Measured:
    """The figures of `accuracy.yml`."""
    data = yaml.safe_load(files("generator").joinpath("accuracy.yml").read_text(encoding="utf-8"))
    floors, elsewhere = data["floors"], data["elsewhere"]
    return Measured(data["articles"], _rows(floors), elsewhere["articles"], _rows({part: elsewhere[part] for part in floors}))


def _rows(figures: dict[str, Any]) -> tuple[Accuracy, ...]:
    return tuple(Accuracy(part, **reached) for part, reached in figures.items())
