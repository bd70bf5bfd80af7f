"""How much speaks for a risk in each sentence: its signals by their weights, and the sentences around it."""

import math
from collections.abc import Mapping, Sequence
from typing import Any


def local_score(signals: Mapping[str, float], weights: Mapping[str, Any]) -> float:
    """The weighted sum of a sentence's signals, as log odds."""
    return float(weights["bias"] + sum(weight * signals[name] for name, weight in weights["signals"].items()))


def around(local: Sequence[float]) -> list[dict[str, float]]:
    """What each sentence's surroundings say, from the local scores: the sentences beside it, and the rest of the document."""
    odds = [1 / (1 + math.exp(-score)) for score in local]
    total, others = sum(odds), max(len(odds) - 1, 1)
    return [{"itself": local[i], "before": odds[i - 1] if i else 0.0, "after": odds[i + 1] if i + 1 < len(odds) else 0.0,
             "document": (total - odds[i]) / others} for i in range(len(odds))]


def scores(signals: Sequence[Mapping[str, float]], weights: Mapping[str, Any]) -> list[float]:
    """The score of every sentence of a document, as log odds.

    Args:
        signals: of each sentence, in the order of the text.
        weights: the lexicon's `risk_weights`.
    """
    context = weights["context"]
    return [float(context["bias"] + sum(weight * place[name] for name, weight in context["signals"].items()))
            for place in around([local_score(found, weights) for found in signals])]
