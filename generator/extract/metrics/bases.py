"""What a change is measured against."""

from collections.abc import Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.words import Match, Phrases, Words
from generator.models import Basis

_HOW_OFTEN = ("a year", "annual", "annually", "monthly")


@cache
def _bases() -> Phrases:
    return Phrases((phrase, basis) for basis, phrases in lexicon.load("bases").items() for phrase in phrases)


def find_bases(words: Words) -> list[Match]:
    """The phrases of a sentence that tell what a change is measured against."""
    return _bases().find(words)


def basis_of(words: Words, bases: Sequence[Match], window: tuple[int, int], *, sized: bool) -> Basis | None:
    """The basis that is told in a row's own part of the sentence.

    Args:
        sized: whether the row tells the size of a change: beside a mere level, "a year" says how often.
    """
    inside = [match.meaning for match in bases if window[0] <= match.first < window[1]
              and (sized or " ".join(words.lower[match.first:match.last]) not in _HOW_OFTEN)]
    return inside[0] if inside else None
