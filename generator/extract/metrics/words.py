"""The words of one sentence, ready to be compared with the lexicon: the view that all rules of the metrics share."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator import lexicon
from generator.analysis import Analysis, Sentence
from generator.columns import Columns
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Token

_HIGHEST = 12
"""Words above a word that are looked at."""


@record
class Words:
    """A sentence's tokens with their forms. Positions are relative to the sentence: ``tokens[0]`` is its first word.

    ``pos``, ``tags``, ``deps`` and ``ents`` are what the columns of the document hold, quicker to ask than the tokens; ``starts`` is where
    the tokens begin in the document's text, ``vocabulary`` are the lemmas. ``solid`` are the tokens that a phrase is made of, all
    but hyphens and line ends: their positions, forms in small letters and lemmas. ``known_facts`` is what `assertion.states_a_fact`
    has said of verbs, for the other figures of the sentence.
    """

    sentence: Sentence
    tokens: list["Token"]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    ents: list[str]
    starts: list[int]
    vocabulary: frozenset[str]
    solid: tuple[Sequence[int], Sequence[str], Sequence[str]]
    columns: Columns
    _ancestors: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)
    known_facts: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, analysis: Analysis, sentence: Sentence) -> "Words":
        """The words of a sentence of the analysis."""
        columns, first, last = analysis.columns, sentence.first, sentence.last
        lower, lemma = columns.lowers[first:last], columns.lemmas[first:last]
        forms = lexicon.load("directions")["forms"]
        for place in compress(range(len(lower)), map(forms.__contains__, lower)):
            lemma[place] = forms[lower[place]]
        vocabulary = frozenset(lemma)
        joints = columns.joints[bisect_left(columns.joints, first):bisect_left(columns.joints, last)]
        places = sorted({*range(len(lower))}.difference(i - first for i in joints)) if joints else range(len(lower))
        solid = (places, [lower[i] for i in places], [lemma[i] for i in places]) if joints else (places, lower, lemma)
        return cls(sentence, analysis.all_tokens[first:last], tuple(lower), tuple(lemma), columns.pos[first:last], columns.tags[first:last],
                   columns.deps[first:last], columns.ents[first:last], columns.starts[first:last], vocabulary, solid, columns)

    def __len__(self) -> int:
        return len(self.lower)

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
        if position < 0:
            return False
        try:
            return self.lower[position] in words or self.lemma[position] in words
        except IndexError:
            return False

    def place_of(self, token: "Token") -> int:
        """The position of a token of the document, which may lie outside of the sentence."""
        return token.i - self.sentence.first

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
        for place in self.ancestors(position):
            if self.pos[place] == "VERB":
                return place
        return -1

    def predicate_above(self, position: int, within: int = _HIGHEST) -> int:
        """The position of the nearest verb or auxiliary among the first words that govern a word; -1 for none."""
        for place in self.ancestors(position)[:within]:
            if self.pos[place] in ("VERB", "AUX"):
                return place
        return -1

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

    def subject_of(self, position: int) -> "Token | None":
        """The grammatical subject in front of a verb of the sentence; None of a position outside it."""
        noun = self.columns.subjects.get(position + self.sentence.first) if position >= 0 else None
        return None if noun is None else self.tokens[noun - self.sentence.first]

    def head_of(self, first: int, last: int) -> int:
        """The position of the word among tokens ``first`` .. ``last`` - 1 that governs the others."""
        heads, offset = self.columns.heads, self.sentence.first
        for i in range(last - 1, first - 1, -1):
            if not first <= heads[i + offset] - offset < last:
                return i
        return last - 1


@record
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


@record
class _Phrase:
    """The end of a phrase: how many words it has, its number in the list, what it stands for."""

    size: int
    number: int
    meaning: Any

    def rank(self) -> tuple[int, int]:
        """What puts a longer phrase first, and of equals the one that stands first in the list."""
        return -self.size, self.number


_Tree = dict[str, Any]
"""Phrases by their words, one below another; what a word ends stands under `_END`."""
_END = ""


class Phrases:
    """A list of phrases, found in a sentence in one pass; the longest one that fits is taken, of equals the first of the list.

    A sentence without the longest word of any phrase, of equals the last ("on the day"), is not looked at.
    """

    def __init__(self, entries: Iterable[tuple[str, Any]]) -> None:
        self._tree: _Tree = {}
        self._telling: set[str] = set()
        for number, (phrase, meaning) in enumerate(entries):
            words, node = phrase.lower().split(), self._tree
            self._telling.add(max(reversed(words), key=len))
            for word in words:
                node = node.setdefault(word, {})
            node.setdefault(_END, _Phrase(len(words), number, meaning))

    def find(self, words: Words) -> list[Match]:
        """The phrases of a sentence, in its order, none overlapping another."""
        tree, telling = self._tree, self._telling
        places, lower, lemma = words.solid
        if telling.isdisjoint(lemma) and telling.isdisjoint(lower):
            return []
        found: list[Match] = []
        end = 0
        for place in compress(range(len(lower)), map(or_, map(tree.__contains__, lower), map(tree.__contains__, lemma))):
            if place < end:
                continue
            word, base = lower[place], lemma[place]
            best = _longest(tree[word], lower, lemma, place + 1) if word in tree else None
            if base != word and base in tree:
                other = _longest(tree[base], lower, lemma, place + 1)
                best = other if other and (best is None or other.size > best.size) else best
            if best:
                end = place + best.size
                found.append(Match(places[place], places[end - 1] + 1, best.meaning))
        return found


def _longest(tree: _Tree, lower: Sequence[str], lemma: Sequence[str], place: int) -> _Phrase | None:
    """The longest of the phrases that begin alike whose other words stand from ``place`` on, of equals the first of the list."""
    best: _Phrase | None = tree.get(_END)
    while place < len(lower):
        word, base = lower[place], lemma[place]
        below, other = tree.get(word), tree.get(base) if base != word else None
        place += 1
        if below and other:
            return _better(best, _better(_longest(below, lower, lemma, place), _longest(other, lower, lemma, place)))
        go_on = below or other
        if not go_on:
            break
        tree = go_on
        best = tree.get(_END, best)  # a longer one
    return best


def _better(one: _Phrase | None, other: _Phrase | None) -> _Phrase | None:
    """The longer of two phrases, of equals the first of the list."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=_Phrase.rank)
