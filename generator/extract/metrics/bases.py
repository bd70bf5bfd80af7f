"""What a change is measured against."""

from collections.abc import Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.words import Match, Phrases, Words
from generator.models import Basis


@cache
def _bases() -> Phrases:
    return Phrases((phrase, basis) for basis, phrases in lexicon.load("bases").items() for phrase in phrases)


def find_bases(words: Words) -> list[Match]:
    """The phrases of a sentence that tell what a change is measured against."""
    return _bases().find(words)


def basis_of(bases: Sequence[Match], window: tuple[int, int]) -> Basis | None:
    """The basis that is told in a row's own part of the sentence."""
    inside = [match.meaning for match in bases if window[0] <= match.first < window[1]]
    return inside[0] if inside else None
