"""How much speaks for a risk in each sentence: its signals by their weights, and the sentence before it."""

import math
from collections.abc import Mapping, Sequence
from typing import Any


def scores(signals: Sequence[Mapping[str, float]], weights: Mapping[str, Any]) -> list[float]:
    """The score of every sentence of a document, as log odds: a risk is often continued in the next sentence.

    Args:
        signals: of each sentence, in the order of the text.
        weights: the lexicon's `risk_weights`.
    """
    local = [float(weights["bias"] + sum(weight * found[name] for name, weight in weights["signals"].items())) for found in signals]
    before = [0.0, *(1 / (1 + math.exp(-score)) for score in local[:-1])]
    return [score + float(weights["before"] * odds) for score, odds in zip(local, before, strict=False)]
