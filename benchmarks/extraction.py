"""What each step of reading a document costs, as a share of the language model's pass over the same text.

The peer is the spaCy pass, which every tool that builds on it has to pay. The fastest of several rounds counts, because a
busy machine only ever adds. What the steps share, the tokens as lists, is counted once and by itself. The example library is dense
with figures, as results are; the annotated articles are news.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from benchmarks._annotated import ANNOTATED
from generator.analyse import STEPS
from generator.analyse.language import DEFAULT_MODEL, read
from generator.analysis import Analysis
from generator.extract import EXTRACTORS
from generator.ingest import find_seeds, read_seed

T = TypeVar("T")
ROUNDS = 5
TEXTS = Path(__file__).parents[1] / "examples" / "seeds"


def measure() -> dict[str, float]:
    """What the steps cost on the example library, and on the annotated articles where they are there."""
    folders = {"": TEXTS} | ({"articles, ": ANNOTATED} if ANNOTATED.is_dir() else {})
    return {f"{name}{what}": value for name, folder in folders.items() for what, value in _costs(folder).items()}


def _costs(folder: Path) -> dict[str, float]:
    """Seconds of the spaCy pass over the documents of a folder, words a second, and the share of it that each step takes."""
    documents = [read_seed(path) for path in find_seeds(folder)]
    model, analyses = _fastest(lambda: [read(document, DEFAULT_MODEL) for document in documents])
    words = sum(document.source.words for document in documents)
    shares = {"spaCy pass, seconds": round(model, 3), "spaCy pass, words a second": round(words / model)}
    seconds, _ = _fastest(lambda: [_as_lists(replace(analysis)) for analysis in analyses])
    shares["analyse: tokens as lists, share"] = round(seconds / model, 4)
    for step in STEPS:
        seconds, analyses = _fastest(lambda: [step(analysis) for analysis in analyses])  # noqa: B023 - called at once
        shares[f"analyse: {step.__name__}, share"] = round(seconds / model, 4)
    for kind, extract in EXTRACTORS:
        seconds, found = _fastest(lambda: [extract(analysis) for analysis in analyses])  # noqa: B023 - called at once
        analyses = [analysis.with_facts(kind, items) for analysis, items in zip(analyses, found, strict=True)]
        shares[f"extract: {kind}, share"] = round(seconds / model, 4)
    return shares


def _as_lists(analysis: Analysis) -> None:
    """Make what an analysis keeps of its tokens, which its steps and extractors find made."""
    columns = analysis.columns
    for kept in (analysis.all_tokens, columns.vocabulary, columns.forms, columns.subjects, columns.joints):
        assert kept is not None


def _fastest(work: Callable[[], T]) -> tuple[float, T]:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result
