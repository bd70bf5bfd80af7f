"""Which words stand in which pages, in files of which a browser needs few.

``search/heads.json`` lists the beginnings of words, two characters each; ``search/words-XX.json`` holds the words that begin with XX:
each with its pages, or where those are many, with the number K of the file ``search/pages-of-K.json`` that holds them.
``search/near-X.json`` are the words that begin with X as they are written, the frequent ones first: what a mistyped word may mean.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from string import ascii_lowercase
from typing import Any

from generator.site.words import plain, stem

NAMED, TOLD, HELD, NEAR_BY = range(4)
"""How much a word tells of a page: it is in its title, in a key point or several items, in an item, or in the source alone."""
OFTEN = 3
"""Items from which on a word counts as one that is told."""
FEW = 12
"""Pages of a word that are written beside it."""
FULL = 12_000
"""Characters from which on a file of pages takes no further word."""

Pages = list[list[int]]
"""The pages of a word by how much it tells of them, from `NAMED` on: each list ascending, as differences."""


class Postings:
    """The words of pages, which are added in the order of their numbers."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[list[int], ...]] = defaultdict(lambda: ([], [], [], []))
        self._written: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, number: int, title: Iterable[str], told: Iterable[str], items: Iterable[str], source: Iterable[str]) -> None:
        """Add a page with the words of its title, of its key points, of each of its items, and of its source."""
        levels: dict[str, int] = {}
        named, points = self._stems(title), self._stems(told)
        held = Counter(word for item in items for word in self._stems([item]))
        for word in self._stems(source, written=False):
            levels[word] = NEAR_BY
        for word, count in held.items():
            levels[word] = TOLD if count >= OFTEN else HELD
        levels |= dict.fromkeys(points, TOLD) | dict.fromkeys(named, NAMED)
        for word, level in levels.items():
            self._found[word][level].append(number)

    def _stems(self, texts: Iterable[str], *, written: bool = True) -> set[str]:
        tokens = {token for text in texts for token in plain(text)}
        if written:
            for token in tokens:
                self._written[stem(token)][token] += 1
        return {stem(token) for token in tokens}

    def files(self) -> Iterator[tuple[str, Any]]:
        """The files by name, each with what it holds as JSON."""
        heads: dict[str, dict[str, Pages | int]] = defaultdict(dict)
        full: list[dict[str, Pages]] = [{}]
        room = FULL
        for word in sorted(self._found):
            pages = [differences(numbers) for numbers in self._found[word]]
            if sum(map(len, pages)) <= FEW:
                heads[head(word)][word] = pages
                continue
            size = len(str(pages))
            if size > room and full[-1]:
                full.append({})
                room = FULL
            room -= size
            full[-1][word] = pages
            heads[head(word)][word] = len(full) - 1
        yield "heads.json", sorted(heads)
        yield from ((f"words-{name}.json", content) for name, content in sorted(heads.items()))
        yield from ((f"pages-of-{number}.json", content) for number, content in enumerate(full))
        yield from self._near()

    def _near(self) -> Iterator[tuple[str, list[str]]]:
        near: dict[str, list[tuple[int, str]]] = {letter: [] for letter in ascii_lowercase}
        for written in self._written.values():
            word = min(written, key=lambda one: (-written[one], one))
            if re.fullmatch("[a-z]{4,}", word):
                near[word[0]].append((-sum(written.values()), word))
        yield from ((f"near-{letter}.json", [word for _, word in sorted(found)]) for letter, found in near.items())


def head(word: str) -> str:
    """The name of the file that a word is in: its first two characters, by their numbers where they are no plain letter or digit."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"-{ord(sign):x}" for sign in word[:2])


def differences(numbers: list[int]) -> list[int]:
    """Ascending numbers by what each adds to the one before it."""
    return [after - before for before, after in pairwise([0, *numbers])]
