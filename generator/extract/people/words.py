"""The words of titles, as sets."""

from functools import cache

from generator.lexicon import load

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@cache
def lexicon(name: str) -> frozenset[str]:
    """One list of the lexicon of people."""
    return frozenset(load("people")[name])


def is_head(word: str) -> bool:
    """True of a noun that can end a title; a trade that is also a surname only in small letters ("the baker Ada Cook")."""
    lower = word.lower()
    if word == lower and lower.removesuffix("s") in lexicon("trades"):
        return True
    return lower in _titles() or lower.removesuffix("s") in _titles() or lower in lexicon("kin")


@cache
def _titles() -> frozenset[str]:
    return lexicon("heads") | lexicon("abbreviated")


@cache
def offices() -> frozenset[str]:
    """What somebody can be minister or secretary of, in single words."""
    return lexicon("offices") | frozenset(load("organisations")["portfolios"])

