"""How much of what an analyst notes down do the key points hold, word for word, beside two usual baselines?

    python -m benchmarks.key_points [FOLDER]

FOLDER holds NAME.txt and NAME.json: annotated briefs (metrics, risks and quotes, each with its evidence sentence). For each way of
choosing sentences it prints the share of the annotated items whose sentence was chosen, and the items per hundred words.

- lead-3: the first three sentences behind the headline, hard to beat on news.
- TextRank (Mihalcea and Tarau, 2004): sentences ranked by the words they share with others; as many sentences as there are key points.
"""

import math
import sys
from collections import Counter
from pathlib import Path

from benchmarks._annotated import ANNOTATED, MISSING
from generator.analyse import analyse
from generator.analysis import Analysis
from generator.evaluate.annotations import Annotation, annotated, read
from generator.extract import extract
from generator.ingest import read_seed

KINDS = ("metrics", "risks", "quotes")


def lead(analysis: Analysis, wanted: int) -> list[str]:
    """The first sentences of a document behind its headline."""
    return _prose(analysis)[:wanted]


def textrank(analysis: Analysis, wanted: int) -> list[str]:
    """The sentences of the highest rank, in the order of the text."""
    sentences = _prose(analysis)
    words = [_words(sentence) for sentence in sentences]
    weights = [[_similarity(a, b) if a is not b else 0.0 for b in words] for a in words]
    sums = [sum(row) or 1.0 for row in weights]
    ranks = [1.0] * len(sentences)
    for _ in range(50):
        ranks = [0.15 + 0.85 * sum(weights[j][i] / sums[j] * ranks[j] for j in range(len(ranks))) for i in range(len(ranks))]
    best = sorted(sorted(range(len(sentences)), key=lambda i: -ranks[i])[:wanted])
    return [sentences[i] for i in best]


def covered(chosen: list[str], annotation: Annotation) -> Counter[str]:
    """How many annotated items of each kind rest on a chosen sentence."""
    bags = [set(_words(sentence)) for sentence in chosen]
    return Counter({kind: sum(any(_holds(bag, item.evidence) for bag in bags) for item in getattr(annotation, kind)) for kind in KINDS})


def measure(folder: Path = ANNOTATED) -> dict[str, float | str]:
    """The figures of the key points and of the baselines over all documents of a folder."""
    if not folder.is_dir():
        return dict(MISSING)
    found: dict[str, Counter[str]] = {name: Counter() for name in ("key points", "lead-3", "TextRank")}
    total: Counter[str] = Counter()
    for seed, note in annotated(folder):
        analysis = analyse(read_seed(seed, None))
        annotation = read(note, analysis.text)
        points = [point.text for point in extract(analysis).key_points]
        total.update({kind: len(getattr(annotation, kind)) for kind in KINDS})
        for name, chosen in (("key points", points), ("lead-3", lead(analysis, 3)), ("TextRank", textrank(analysis, len(points)))):
            found[name].update(covered(chosen, annotation))
            found[name]["words"] += sum(len(sentence.split()) for sentence in chosen)
    return {f"{name}: {what}": value for name, counts in found.items() for what, value in _figures(counts, total).items()}


def _figures(counts: Counter[str], total: Counter[str]) -> dict[str, float]:
    items = sum(counts[kind] for kind in KINDS)
    shares = {f"share of {kind}": round(counts[kind] / total[kind], 3) for kind in KINDS}
    return {**shares, "words": counts["words"], "items per 100 words": round(100 * items / max(counts["words"], 1), 2)}


def _prose(analysis: Analysis) -> list[str]:
    title = analysis.header.title_span
    return [analysis.text[s.start:s.end] for s in analysis.sentences
            if not s.heading and not (title and s.start < title.end) and len(analysis.text[s.start:s.end].split()) > 3]


def _words(sentence: str) -> list[str]:
    return [word.strip(".,;:!?\"'()“”‘’").casefold() for word in sentence.split()]


def _similarity(a: list[str], b: list[str]) -> float:
    scale = math.log(len(a) + 1) + math.log(len(b) + 1)
    return len(set(a) & set(b)) / scale


def _holds(bag: set[str], evidence: tuple[str, ...]) -> bool:
    """True where a sentence holds most words of one of the sentences that an item rests on."""
    return any(len(words & bag) >= 0.6 * len(words) for words in map(set, map(_words, evidence)))


if __name__ == "__main__":
    for figure, value in measure(*map(Path, sys.argv[1:2])).items():
        print(f"{figure:40} {value}")
