"""Fit the weights of the signals for whose numbers a document's are, and say how well they do on documents that they were not fitted on.

    python -m benchmarks.fit_focus_weights FOLDER ... [--write]

Each FOLDER holds NAME.txt and NAME.json, annotated briefs whose `metrics` have an `entity`. The weights are those of a logistic
regression with a quadratic penalty: a candidate counts as right as often as rows of its document are its own. None of the texts'
words or names are kept.

Without `--write` each folder is judged by weights fitted on the others: the figure is the share of all rows that are the chosen
candidate's. With it, the weights of all are written to generator/lexicon/focus_weights.yml. The same folders give the same weights.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks._annotated import ANNOTATED, MISSING
from generator.analyse import analyse
from generator.evaluate.alike import same_name
from generator.evaluate.annotations import annotated, read
from generator.extract.metrics.economies import economy_of
from generator.extract.metrics.focus import Candidate, candidates
from generator.extract.metrics.owners import UsualNames
from generator.ingest import read_seed

PENALTY, ROUNDS = 20.0, 30
MANY = 8
"""Rows of a document from which on it counts no more."""
WEIGHTS = Path(__file__).resolve().parents[1] / "generator" / "lexicon" / "focus_weights.yml"


@dataclass(frozen=True)
class Sample:
    """One document: its candidates, how many of its rows are each one's, and how many rows it has."""

    name: str
    candidates: Sequence[Candidate]
    owned: Sequence[int]
    rows: int


def load(folder: Path) -> list[Sample]:
    """The documents of a folder that have rows and candidates, in the order of their names."""
    samples = (_sample(seed, note) for seed, note in annotated(folder))
    return [sample for sample in samples if sample.rows and sample.candidates]


def _sample(seed: Path, note: Path) -> Sample:
    analysis = analyse(read_seed(seed, None))
    owners = [metric.entity for metric in read(note, analysis.text).metrics]
    usual = UsualNames(analysis.text)
    found = candidates(analysis, usual, economy_of(analysis, usual))
    return Sample(seed.stem, found, [sum(same_name(one.owner.text, owner) for owner in owners) for one in found], len(owners))


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    """The weight of each signal."""
    names = sorted({name for sample in samples for one in sample.candidates for name in one.signals})
    rows = np.array([[one.signals.get(name, 0.0) for name in names] for sample in samples for one in sample.candidates])
    share = np.array([count / sample.rows for sample in samples for count in sample.owned])
    size = np.array([min(sample.rows, MANY) / len(sample.candidates) ** 0.5 for sample in samples for _ in sample.owned])
    *weights, bias = _logistic(rows, share, size)
    return {"bias": bias, **dict(zip(names, weights, strict=True))}


def _logistic(rows: np.ndarray, share: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Weights by Newton's method, over signals of equal spread; the bias carries no penalty, and is the same for all candidates."""
    spread = rows.std(axis=0) + 1e-9
    table = np.hstack([rows / spread, np.ones((len(rows), 1))])
    penalty = np.diag([PENALTY] * rows.shape[1] + [1e-6])
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (size * odds * (1 - odds))[:, None]).T @ table + penalty
        weights = weights + np.linalg.solve(curve, table.T @ (size * (share - odds)) - penalty @ weights)
    return np.append(weights[:-1] / spread, weights[-1])


def hits(weights: dict[str, float], samples: Sequence[Sample]) -> int:
    """How many rows are those of the candidate with the highest score of their document."""
    best = (max(range(len(sample.candidates)), key=lambda i: _score(weights, sample.candidates[i])) for sample in samples)
    return sum(sample.owned[place] for place, sample in zip(best, samples, strict=True))


def _score(weights: dict[str, float], candidate: Candidate) -> float:
    return sum(weights.get(name, 0.0) * size for name, size in candidate.signals.items())


def as_yaml(weights: dict[str, float]) -> str:
    """The weights as the lexicon holds them."""
    lines = ["# How much each signal speaks for a candidate as the one whose numbers a document's are, in log odds,",
             "# fitted by benchmarks/fit_focus_weights.py; not written by hand.", f"bias: {weights['bias']:.2f}", "signals:"]
    return "\n".join([*lines, *(f"  {name}: {weight:.2f}" for name, weight in weights.items() if name != "bias")]) + "\n"


def measure(folder: Path = ANNOTATED) -> dict[str, float | str]:
    """Which share of the rows are the chosen candidate's, each document judged by the weights of the others."""
    if not folder.is_dir():
        return dict(MISSING)
    samples = load(folder)
    right = sum(hits(fit([other for other in samples if other is not sample]), [sample]) for sample in samples)
    rows = sum(sample.rows for sample in samples)
    return {"rows of the focus": round(right / rows, 3), "at best": round(sum(max(sample.owned) for sample in samples) / rows, 3)}


def main() -> None:
    """Print the figures, or write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+")
    arguments.add_argument("--write", action="store_true", help="write the weights to the lexicon")
    options = arguments.parse_args()
    groups = [load(folder) for folder in options.folders]
    if options.write:
        WEIGHTS.write_text(as_yaml(fit([sample for group in groups for sample in group])), encoding="utf-8")
        return
    for folder, group in zip(options.folders, groups, strict=True):
        others = [sample for other in groups if other is not group for sample in other]
        print(f"{folder.name}: {hits(fit(others), group)} of {sum(sample.rows for sample in group)} rows, "
              f"{sum(max(sample.owned) for sample in group)} at best")


if __name__ == "__main__":
    main()
