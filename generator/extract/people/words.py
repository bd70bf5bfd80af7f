"""The words of titles, as sets."""

from functools import cache

from generator.lexicon import load

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@cache
def lexicon(name: str) -> frozenset[str]:
    """One list of the lexicon of people."""
    return frozenset(load("people")[name])


def is_head(word: str) -> bool:
    """True of a noun that can end a title."""
    word = word.lower()
    return word in lexicon("heads") or word.removesuffix("s") in lexicon("heads") or word in lexicon("kin")
