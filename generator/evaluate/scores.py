"""Precision, recall and F1 of briefs over a folder of annotated documents."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.evaluate import alike
from generator.evaluate.annotations import annotated, read
from generator.models import Brief

Fits = Callable[[Any, Any, str], tuple[float, bool]]
"""Takes the annotated item, the item of the brief, and the brief's text; see `alike`."""
PARTS: dict[str, Fits] = {"people": alike.person, "metrics": alike.metric, "quotes": alike.quote, "risks": alike.risk}


@dataclass(frozen=True)
class Rate:
    """How many of so many were right."""

    hits: int
    predicted: int
    asked: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.hits / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.hits / (self.predicted + self.asked) if self.predicted + self.asked else 0.0


class Score(NamedTuple):
    """One kind of item over all documents."""

    part: str
    found: Rate
    full: Rate


class Slip(NamedTuple):
    """One item that is missing, should not be there (``asked`` is None), or is wrong in an attribute."""

    document: str
    part: str
    asked: Any | None
    got: Any | None


class Evaluation(NamedTuple):
    """The scores in the order of `PARTS`, every slip, and how many documents there were."""

    documents: int
    scores: tuple[Score, ...]
    slips: tuple[Slip, ...]


def evaluate(folder: Path, brief_of: Callable[[Path], Brief]) -> Evaluation:
    """What the briefs of a folder's documents find of their annotations.

    Args:
        folder: documents, each with NAME.json beside it.
        brief_of: makes the brief of a document.

    Raises:
        ConfigError: the folder holds no annotated documents.
        AnnotationError: an annotation is not understood.
        DocumentError: a document cannot become a brief.
    """
    tallies = {part: Counter[str]() for part in PARTS}
    slips: list[Slip] = []
    documents = 0
    for seed, note in annotated(folder):
        brief = brief_of(seed)
        annotation = read(note, brief.text)
        documents += 1
        for part, fits in PARTS.items():
            asked, got = (_counted(getattr(each, part)) for each in (annotation, brief))
            pairs = matched(asked, got, fits, brief.text)
            tallies[part].update(asked=len(asked), predicted=len(got), found=len(pairs), full=sum(full for _, _, full in pairs))
            slips.extend(Slip(note.stem, part, *pair) for pair in _wrong(asked, got, pairs))
    return Evaluation(documents, tuple(_score(part, tally) for part, tally in tallies.items()), tuple(slips))


def matched(asked: Sequence[Any], got: Sequence[Any], fits: Fits, text: str) -> list[tuple[int, int, bool]]:
    """Pairs of places in both lists, each used once, the best fit first; with each, whether it is right in every attribute."""
    rated = ((*fits(a, g, text), i, j) for i, a in enumerate(asked) for j, g in enumerate(got))
    best = sorted(((-(fit + full), i, j, full) for fit, full, i, j in rated if fit))
    pairs, left, right = [], set(), set()
    for _, i, j, full in best:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j, full))
    return pairs


def _counted(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if not hasattr(row, "metric") or alike.has_number(row)]


def _wrong(asked: Sequence[Any], got: Sequence[Any], pairs: Sequence[tuple[int, int, bool]]) -> Iterator[tuple[Any, Any]]:
    met, made = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    yield from ((row, None) for i, row in enumerate(asked) if i not in met)
    yield from ((None, row) for j, row in enumerate(got) if j not in made)
    yield from ((asked[i], got[j]) for i, j, full in pairs if not full)


def _score(part: str, tally: Counter[str]) -> Score:
    found, full = (Rate(tally[hits], tally["predicted"], tally["asked"]) for hits in ("found", "full"))
    return Score(part, found, full)
