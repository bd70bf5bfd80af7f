"""Fit the weights of the risk signals, and say how well they do on documents that they were not fitted on.

    python -m benchmarks.fit_risk_weights FOLDER [FOLDER ...] [--hold NAME ...] [--write]

A FOLDER holds NAME.txt and NAME.json, annotated briefs whose `risks` are sentences. The weights are those of a logistic regression with
a quadratic penalty over the signals of each sentence: numbers about the words of the project's own lexicon, and none of the texts' words.

The lexicon knows the words of the documents it was written beside better than those of any other. So that the weights do not
lean on that, each document is fitted on with a share of its phrases left out, chosen by the hash of their words. The threshold
is chosen so, too: with all of their phrases, known documents ask for a higher one, which loses more risks of unknown ones than
it saves them mistakes.

`--hold` names documents that are only scored. Without it every document is scored by weights fitted on the others, of several folders
each folder. `--write` scores nothing, and writes the weights of all documents (but the held ones) to generator/lexicon/risk_weights.yml.
The same folders give the same weights.
"""

import argparse
import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from benchmarks._annotated import ANNOTATED, MISSING
from generator.analyse import analyse
from generator.analysis import Analysis, Sentence
from generator.evaluate.annotations import annotated, read
from generator.extract.risks.phrases import Match, words_of
from generator.extract.risks.signals import is_adverse, is_told, phrases_in, signals
from generator.ingest import read_seed

PENALTY, ROUNDS = 8.0, 30
LEFT_OUT, COPIES = 0.15, 4
KEPT_WHOLE = ("hedge", "condition", "contrast", "negation", "cause", "outlook")
"""Signals of function words, of which a lexicon has them all."""
OVERLAP = 0.6
WEIGHTS = Path(__file__).resolve().parents[1] / "generator" / "lexicon" / "risk_weights.yml"


@dataclass(frozen=True)
class Sample:
    """One document: its sentences, their phrases, and which of them are annotated as risks."""

    name: str
    analysis: Analysis
    sentences: list[Sentence]
    matches: list[list[Match]]
    risky: np.ndarray
    annotated: int

    @cached_property
    def table(self) -> np.ndarray:
        """The signals of each sentence, a row a sentence."""
        return np.array([list(found.values()) for found in self._signals])

    @cached_property
    def adverse(self) -> np.ndarray:
        """Which sentences can be risks at all."""
        return np.array([is_adverse(found) for found in self._signals])

    @cached_property
    def _signals(self) -> list[dict[str, float]]:
        return [signals(self.analysis, sentence, found) for sentence, found in zip(self.sentences, self.matches, strict=True)]

    @cached_property
    def thinned(self) -> "list[Sample]":
        """The document with a share of its phrases left out, each time another."""
        return [replace(self, matches=[[match for match in found if self._is_kept(match, copy)] for found in self.matches])
                for copy in range(COPIES)]

    def _is_kept(self, match: Match, copy: int) -> bool:
        words = self.analysis.doc[match.first:match.last].lemma_.lower()
        digest = hashlib.sha256(f"{copy} {words}".encode()).digest()
        return match.group in KEPT_WHOLE or digest[0] >= 256 * LEFT_OUT


@dataclass(frozen=True)
class Model:
    """Log odds of a risk: ``bias`` + ``weights`` · signals + ``before`` · the odds of the sentence before."""

    weights: np.ndarray
    bias: float
    before: float
    threshold: float

    def scores(self, sample: Sample) -> np.ndarray:
        """The score of each sentence; that of one which cannot be a risk is below every threshold."""
        local = sample.table @ self.weights + self.bias
        return np.where(sample.adverse, local + self.before * _before(local), -np.inf)


def load(folder: Path) -> list[Sample]:
    """Every document of a folder, in the order of their names."""
    return [_sample(seed, note) for seed, note in annotated(folder)]


def _sample(seed: Path, note: Path) -> Sample:
    analysis = analyse(read_seed(seed, None))
    left = [_words(" ".join(risk.evidence)) for risk in read(note, analysis.text).risks]
    annotated, risky = len(left), []
    sentences = [sentence for sentence in analysis.sentences if is_told(analysis, sentence)]
    for sentence in sentences:
        words = _words(analysis.text[sentence.start:sentence.end])
        hit = next((one for one in left if 2 * len(words & one) >= OVERLAP * (len(words) + len(one))), None)
        risky.append(hit is not None)
        if hit is not None:
            left.remove(hit)
    known = words_of(analysis.columns)
    matches = [phrases_in(analysis, sentence, known) for sentence in sentences]
    return Sample(seed.stem, analysis, sentences, matches, np.array(risky), annotated)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def fit(samples: list[Sample]) -> Model:
    """The weights for some documents, and the threshold that is best on them."""
    thinned = [one for sample in samples for one in sample.thinned]
    tables = [sample.table for sample in thinned]
    risky = np.concatenate([sample.risky for sample in thinned])
    weights, bias = _logistic(np.vstack(tables), risky)
    local = [table @ weights + bias for table in tables]
    (scale, before), _ = _logistic(np.vstack([np.c_[found, _before(found)] for found in local]), risky)
    model = Model(weights, bias, before / scale, 0.0)
    return replace(model, threshold=_best_threshold(model, thinned))


def _best_threshold(model: Model, samples: list[Sample]) -> float:
    """The middle one of the thresholds within half a hundredth of the best, which differ by chance."""
    scored = [(model.scores(sample), sample) for sample in samples]
    reached = {level / 10: f1([(found > level / 10, sample) for found, sample in scored])[0] for level in range(-15, 6)}
    good = [level for level, value in reached.items() if value >= max(reached.values()) - 0.005]
    return good[len(good) // 2]


def _logistic(rows: np.ndarray, risky: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias by Newton's method; the bias carries no penalty."""
    table = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.diag([PENALTY] * rows.shape[1] + [1e-6])
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (odds * (1 - odds))[:, None]).T @ table + penalty
        weights = weights + np.linalg.solve(curve, table.T @ (risky - odds) - penalty @ weights)
    return weights[:-1], float(weights[-1])


def _before(local: np.ndarray) -> np.ndarray:
    odds = 1 / (1 + np.exp(-local))
    return np.concatenate([[0.0], odds[:-1]]) if len(odds) else odds


def f1(judged: list[tuple[np.ndarray, Sample]]) -> tuple[float, float, float]:
    """F1, precision and recall of sentences judged to be risks."""
    hits = sum(int((found & sample.risky).sum()) for found, sample in judged)
    precision = hits / max(sum(int(found.sum()) for found, _ in judged), 1)
    recall = hits / max(sum(sample.annotated for _, sample in judged), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def as_yaml(model: Model, names: list[str]) -> str:
    """The weights as the lexicon holds them."""
    lines = ["# The weight of each signal of a risk, in log odds, fitted by benchmarks/fit_risk_weights.py; not written by hand.",
             f"bias: {model.bias:.2f}", f"before: {model.before:.2f}", f"threshold: {model.threshold:.2f}", "signals:"]
    return "\n".join([*lines, *(f"  {name}: {weight:.2f}" for name, weight in zip(names, model.weights, strict=True))]) + "\n"


def measure(folder: Path = ANNOTATED) -> dict[str, float | str]:
    """How well each document's risks are found with the weights of the others."""
    if not folder.is_dir():
        return dict(MISSING)
    return _figures(_each_by_the_others(load(folder)))


def main() -> None:
    """Print the figures, or write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    arguments.add_argument("--hold", nargs="*", default=[], help="documents that are only scored")
    arguments.add_argument("--write", action="store_true", help="write the weights to the lexicon")
    options = arguments.parse_args()
    samples = [load(folder) for folder in options.folders]
    known = [sample for folder in samples for sample in folder if sample.name not in options.hold]
    held = [sample for folder in samples for sample in folder if sample.name in options.hold]
    if options.write:
        names = list(signals(known[0].analysis, known[0].sentences[0], []))
        WEIGHTS.write_text(as_yaml(fit(known), names), encoding="utf-8")
    elif held:
        model = fit(known)
        print("held", _figures([(model, sample) for sample in held]))
    elif len(samples) == 1:
        print("each by the others", _figures(_each_by_the_others(known)))
    else:
        _print_by_folder(options.folders, samples)


def _print_by_folder(folders: list[Path], samples: list[list[Sample]]) -> None:
    """Each folder by the weights of the others, and all of them together."""
    together = []
    for folder, own in zip(folders, samples, strict=True):
        model = fit([sample for other in samples if other is not own for sample in other])
        pairs = [(model, sample) for sample in own]
        together += pairs
        print(folder, _figures(pairs))
    print("each folder by the others", _figures(together))


def _each_by_the_others(samples: list[Sample]) -> list[tuple[Model, Sample]]:
    return [(fit([other for other in samples if other is not sample]), sample) for sample in samples]


def _figures(pairs: list[tuple[Model, Sample]]) -> dict[str, float | str]:
    judged = [(model.scores(sample) > model.threshold, sample) for model, sample in pairs]
    return {name: round(value, 3) for name, value in zip(("F1", "precision", "recall"), f1(judged), strict=True)}


if __name__ == "__main__":
    main()
