"""The words of one sentence, ready to be compared with the lexicon: the view that all rules of the metrics share."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator import lexicon
from generator.analysis import Analysis, Sentence
from generator.columns import Columns

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_HIGHEST = 12
"""Words above a word that are looked at."""
_HYPHENS = frozenset("-–—\n")


@dataclass(frozen=True)
class Words:
    """A sentence's tokens with their forms. Positions are relative to the sentence: ``tokens[0]`` is its first word.

    ``pos``, ``tags``, ``deps`` and ``ents`` are what the columns of the document hold, quicker to ask than the tokens; ``starts`` is where
    the tokens begin in the document's text, ``vocabulary`` are the lemmas.
    """

    sentence: Sentence
    tokens: "Tokens"
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    ents: list[str]
    starts: list[int]
    vocabulary: frozenset[str]
    columns: Columns
    _ancestors: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, analysis: Analysis, sentence: Sentence) -> "Words":
        """The words of a sentence of the analysis."""
        columns, first, last = analysis.columns, sentence.first, sentence.last
        lower, lemma = tuple(columns.lowers[first:last]), columns.lemmas[first:last]
        forms = lexicon.load("directions")["forms"]
        for place in compress(range(len(lower)), map(forms.__contains__, lower)):
            lemma[place] = forms[lower[place]]
        return cls(sentence, analysis.tokens(sentence), lower, tuple(lemma), columns.pos[first:last], columns.tags[first:last],
                   columns.deps[first:last], columns.ents[first:last], columns.starts[first:last],
                   frozenset(lemma), columns)

    def __len__(self) -> int:
        return len(self.lower)

    @cached_property
    def solid(self) -> tuple[Sequence[int], Sequence[str], Sequence[str]]:
        """The tokens that a phrase is made of, all but hyphens and line ends: their positions, forms in small letters and lemmas."""
        if _HYPHENS.isdisjoint(self.lower) and not any(map(str.isspace, self.lower)):
            return range(len(self.lower)), self.lower, self.lemma
        places = [i for i, word in enumerate(self.lower) if word not in _HYPHENS and not word.isspace()]
        return places, [self.lower[i] for i in places], [self.lemma[i] for i in places]

    def at(self, offset: int) -> int:
        """The position of the token that holds the character at ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """The tokens, from the first to behind the last, that hold the sentence's characters from ``start`` to ``end``."""
        return bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)

    def end_of(self, position: int) -> int:
        """Where the token at ``position`` ends in the document's text."""
        return self.starts[position] + len(self.columns.texts[self.sentence.first + position])

    def is_one_of(self, position: int, words: Iterable[str]) -> bool:
        """True where a token's form or lemma is one of ``words``; False outside the sentence."""
        lower = self.lower
        return 0 <= position < len(lower) and (lower[position] in words or self.lemma[position] in words)

    def head(self, position: int) -> int:
        """The position of the word that governs a word; its own for the root of a clause."""
        return self.columns.heads[position + self.sentence.first] - self.sentence.first

    def ancestors(self, position: int) -> list[int]:
        """The positions of the words that govern a word, the nearest first, up to the root of its clause and beyond."""
        known = self._ancestors.get(position)
        if known is None:
            known = self._ancestors[position] = self._above(position)
        return known

    def verb_above(self, position: int) -> int:
        """The position of the nearest verb that governs a word; -1 for none."""
        return next((place for place in self.ancestors(position) if self.pos[place] == "VERB"), -1)

    def _above(self, position: int) -> list[int]:
        found: list[int] = []
        heads, offset, size = self.columns.heads, self.sentence.first, len(self.lower)
        for _ in range(_HIGHEST):
            place = heads[position + offset] - offset
            if place == position or not 0 <= place < size:
                break
            found.append(place)
            position = place
        return found

    def head_of(self, first: int, last: int) -> int:
        """The position of the word among tokens ``first`` .. ``last`` - 1 that governs the others."""
        heads, offset = self.columns.heads, self.sentence.first
        for i in range(last - 1, first - 1, -1):
            if not first <= heads[i + offset] - offset < last:
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
    if not found or position - REACH <= found[0].first <= found[-1].first <= position + REACH:
        return found
    start = bisect_left(found, position - REACH, key=lambda each: each.first)
    return found[start:bisect_right(found, position + REACH, key=lambda each: each.first)]


@dataclass(frozen=True)
class _Phrase:
    """A phrase's words behind its first, its number in the list, what it stands for."""

    rest: tuple[str, ...]
    number: int
    meaning: Any

    def rank(self) -> tuple[int, int]:
        """What puts a longer phrase first, and of equals the one that stands first in the list."""
        return -len(self.rest), self.number


_ALONE = ""
"""What stands for the second word of a phrase of one."""


class Phrases:
    """A list of phrases, found in a sentence in one pass; the longest one that fits is taken, of equals the first of the list."""

    def __init__(self, entries: Iterable[tuple[str, Any]]) -> None:
        self._by_start: dict[str, dict[str, list[_Phrase]]] = {}
        for number, (phrase, meaning) in enumerate(entries):
            first, *rest = phrase.lower().split()
            behind = self._by_start.setdefault(first, {}).setdefault(rest[0] if rest else _ALONE, [])
            behind.append(_Phrase(tuple(rest), number, meaning))
            behind.sort(key=_Phrase.rank)

    def find(self, words: Words) -> list[Match]:
        """The phrases of a sentence, in its order, none overlapping another."""
        places, lower, lemma = words.solid
        begins = self._by_start.__contains__
        found: list[Match] = []
        end = 0
        for place in compress(range(len(lower)), map(or_, map(begins, lower), map(begins, lemma))):
            hit = self._at(lower, lemma, place) if place >= end else None
            if hit:
                end = place + 1 + len(hit.rest)
                found.append(Match(places[place], places[end - 1] + 1, hit.meaning))
        return found

    def _at(self, lower: Sequence[str], lemma: Sequence[str], place: int) -> _Phrase | None:
        """The longest phrase that begins at a place: with the word as it is written, else with its lemma."""
        word, base = lower[place], lemma[place]
        best = _longest(self._by_start[word], lower, lemma, place + 1) if word in self._by_start else None
        if base == word or base not in self._by_start:
            return best
        other = _longest(self._by_start[base], lower, lemma, place + 1)
        return other if other and (best is None or len(other.rest) > len(best.rest)) else best


def _longest(behind: dict[str, list[_Phrase]], lower: Sequence[str], lemma: Sequence[str], place: int) -> _Phrase | None:
    """The longest of the phrases of one first word, by their second, whose other words stand from ``place`` on."""
    alone = behind[_ALONE][0] if _ALONE in behind else None
    seconds = behind.keys() & {lower[place], lemma[place]} if place < len(lower) else None
    if not seconds:
        return alone
    fitting = [phrase for second in seconds for phrase in behind[second] if _fits(phrase.rest, lower, lemma, place)]
    return min(fitting, key=_Phrase.rank, default=alone)


def _fits(rest: Sequence[str], lower: Sequence[str], lemma: Sequence[str], place: int) -> bool:
    """True where the words from ``place`` on are those of ``rest``, of which the first is known to be there."""
    if place + len(rest) > len(lower):
        return False
    return len(rest) == 1 or all(key in (lower[i], lemma[i]) for i, key in enumerate(rest[1:], place + 1))
