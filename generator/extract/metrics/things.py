"""The things that a business counts, and the metric that their number is."""

from functools import cache

from generator import lexicon

Thing = tuple[str, str]
"""What is counted, in the singular, and the metric that its number is."""


@cache
def counted_things() -> dict[str, str]:
    """A counted thing, singular -> its metric."""
    return {thing: metric for metric, things in lexicon.load("units")["counted"].items() for thing in things}
