"""How long people and quotes take, against the spaCy pass over the same text.

    python benchmarks/people_and_quotes.py FILE ...

Prints, for all files together, the seconds of the spaCy pass, of entities and coreference, and of people and quotes, and the
share of the last in the first. The best of `ROUNDS` rounds counts: other work on the machine only ever makes one slower.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.analyse.coreference import resolve
from generator.analyse.entities import find_entities
from generator.analyse.header import read_header
from generator.analyse.language import DEFAULT_MODEL, read
from generator.analyse.subject import find_subject
from generator.analysis import Analysis
from generator.extract import people, quotes
from generator.ingest import read_seed

ROUNDS = 5


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What ``work`` returns, and how long it took in seconds."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def measure(analysis: Analysis) -> tuple[float, float]:
    """Seconds for entities with coreference, and for people with quotes."""
    named, names = timed(lambda: resolve(find_subject(find_entities(read_header(analysis)))))
    found, first = timed(lambda: people.extract(named))
    _, second = timed(lambda: quotes.extract(named.with_facts("people", found)))
    return names, first + second


def main(paths: list[str]) -> None:
    """Measure the files and print the table."""
    documents = [read_seed(Path(path)) for path in paths]
    read(documents[0], DEFAULT_MODEL)
    best = [float("inf")] * 3
    for _ in range(ROUNDS):
        totals = [0.0] * 3
        for document in documents:
            analysis, seconds = timed(lambda document=document: read(document, DEFAULT_MODEL))
            totals = [total + part for total, part in zip(totals, (seconds, *measure(analysis)), strict=True)]
        best = [min(pair) for pair in zip(best, totals, strict=True)]
    sys.stdout.write(f"spaCy {best[0]:.3f} s, entities and coreference {best[1]:.3f} s ({best[1] / best[0]:.1%}), "
                     f"people and quotes {best[2]:.3f} s ({best[2] / best[0]:.1%})\n")


if __name__ == "__main__":
    main(sys.argv[1:])
