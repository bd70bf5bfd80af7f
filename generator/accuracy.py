"""The measured accuracy of extraction, as the tests hold it and the method page shows it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Accuracy:
    """The F1 of one kind of item on annotated articles: ``found`` at all, and ``full`` with all attributes right; each a floor."""

    part: str
    found: float
    full: float


@cache
def measured() -> tuple[int, tuple[Accuracy, ...]]:
    """The number of annotated articles, and the floors by kind of item, from `accuracy.yml`."""
    data = yaml.safe_load(files("generator").joinpath("accuracy.yml").read_text(encoding="utf-8"))
    return data["articles"], tuple(Accuracy(part, **floors) for part, floors in data["floors"].items())
