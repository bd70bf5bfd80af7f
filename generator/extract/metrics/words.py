"""The words of one sentence, ready to be compared with the lexicon: the view that all rules of the metrics share."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator import lexicon
from generator.analysis import Analysis, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_HYPHENS = frozenset("-–—\n")


@dataclass(frozen=True)
class Words:
    """A sentence's tokens with their forms. Positions are relative to the sentence: ``tokens[0]`` is its first word."""

    sentence: Sentence
    tokens: tuple["Token", ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]

    @classmethod
    def of(cls, analysis: Analysis, sentence: Sentence) -> "Words":
        """The words of a sentence of the analysis."""
        tokens = tuple(analysis.tokens(sentence))
        lower = tuple(token.lower_ for token in tokens)
        forms = lexicon.load("directions")["forms"]
        lemma = tuple(forms.get(word) or token.lemma_.lower() for word, token in zip(lower, tokens, strict=True))
        return cls(sentence, tokens, lower, lemma)

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def solid(self) -> tuple[int, ...]:
        """The positions of the tokens that a phrase is made of: all but hyphens and line ends."""
        return tuple(i for i, word in enumerate(self.lower) if word not in _HYPHENS and not word.isspace())

    @cached_property
    def starts(self) -> list[int]:
        """Where the tokens begin in the document's text."""
        return [token.idx for token in self.tokens]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The lemmas of the sentence."""
        return frozenset(self.lemma)

    def at(self, offset: int) -> int:
        """The position of the token that holds the character at ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def end_of(self, position: int) -> int:
        """Where the token at ``position`` ends in the document's text."""
        return self.starts[position] + len(self.tokens[position])

    def is_one_of(self, position: int, words: Iterable[str]) -> bool:
        """True where a token's form or lemma is one of ``words``; False outside the sentence."""
        return 0 <= position < len(self) and (self.lower[position] in words or self.lemma[position] in words)

    def ancestors(self, position: int) -> list[int]:
        """The positions of the words that govern a word, the nearest first, up to the root of its clause and beyond."""
        if position not in self._ancestors:
            self._ancestors[position] = self._above(position)
        return self._ancestors[position]

    @cached_property
    def _ancestors(self) -> dict[int, list[int]]:
        return {}

    def _above(self, position: int) -> list[int]:
        found, token, offset = [], self.tokens[position], self.tokens[0].i
        for _ in range(12):
            head = token.head
            place = head.i - offset
            if place == token.i - offset or not 0 <= place < len(self.tokens):
                break
            found.append(place)
            token = head
        return found

    def head_of(self, first: int, last: int) -> int:
        """The position of the word among tokens ``first`` .. ``last`` - 1 that governs the others."""
        offset = self.tokens[0].i
        for i in range(last - 1, first - 1, -1):
            if not first <= self.tokens[i].head.i - offset < last or self.tokens[i].head is self.tokens[i]:
                return i
        return last - 1


@dataclass(frozen=True)
class Match:
    """A phrase of the lexicon in a sentence: tokens ``first`` .. ``last`` - 1, and what the phrase stands for."""

    first: int
    last: int
    meaning: Any


REACH = 80
"""Tokens that a rule looks to either side of a figure: more than a sentence has that a person wrote."""


class _Placed(Protocol):
    @property
    def first(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def near(found: Sequence[P], position: int) -> Sequence[P]:
    """Those of an ordered list that begin within `REACH` tokens of a position, so that endless sentences take linear time."""
    start = bisect_left(found, position - REACH, key=lambda each: each.first)
    return found[start:bisect_right(found, position + REACH, key=lambda each: each.first)]


class Phrases:
    """A list of phrases, found in a sentence in one pass; the longest one that fits is taken."""

    def __init__(self, entries: Iterable[tuple[str, Any]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        for phrase, meaning in entries:
            keys = tuple(phrase.lower().split())
            self._by_first.setdefault(keys[0], []).append((keys, meaning))
        for same_start in self._by_first.values():
            same_start.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Words) -> list[Match]:
        """The phrases of a sentence, in its order, none overlapping another."""
        found: list[Match] = []
        place, solid = 0, words.solid
        while place < len(solid):
            hit = self._at(words, solid, place)
            if hit is None:
                place += 1
                continue
            length, meaning = hit
            found.append(Match(solid[place], solid[place + length - 1] + 1, meaning))
            place += length
        return found

    def _at(self, words: Words, solid: Sequence[int], place: int) -> tuple[int, Any] | None:
        best: tuple[int, Any] | None = None
        position = solid[place]
        for form in (words.lower[position], words.lemma[position]):
            for keys, meaning in self._by_first.get(form, ()):
                if best and best[0] >= len(keys):
                    break
                if _fits(words, solid, place, keys):
                    best = len(keys), meaning
                    break
        return best


def _fits(words: Words, solid: Sequence[int], place: int, keys: tuple[str, ...]) -> bool:
    if place + len(keys) > len(solid):
        return False
    lower, lemma = words.lower, words.lemma
    for offset in range(1, len(keys)):
        i = solid[place + offset]
        if keys[offset] != lower[i] and keys[offset] != lemma[i]:
            return False
    return True
