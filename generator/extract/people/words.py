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
    titles = lexicon("heads") | lexicon("abbreviated")
    return lower in titles or lower.removesuffix("s") in titles or lower in lexicon("kin")

