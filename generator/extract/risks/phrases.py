"""Phrases of the lexicon found in a document's words, by lemma, in one pass.

An entry is alternatives ("risk/threat/at risk"), or a chain of them ("market share .. lose/shrink") with up to `GAP` words between
its links. A word stands for a token with that lemma or that form; "_v" or "_n" behind it asks for a verb or a noun.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

GAP = 3
Word = tuple[str, str, str]
"""A token's form and lemma in lower case, and its kind: "_v", "_n" or nothing."""
Phrase = tuple[str, ...]
KINDS = {"VERB": "_v", "AUX": "_v", "NOUN": "_n", "PROPN": "_n"}
_WORDS = re.compile(r"(?<=[a-z])-(?=[a-z])|[^\s-]+(?:-\d+)?")


@dataclass(frozen=True)
class Match:
    """A phrase of a group, in the document's tokens ``first`` .. ``last`` - 1."""

    group: str
    first: int
    last: int


def words_of(doc: "Doc") -> list[Word]:
    """The words of a document as the lexicon compares them: one for each token."""
    return [(token.lower_, token.lemma_.lower(), KINDS.get(token.pos_, "")) for token in doc]


@lru_cache(maxsize=50_000)
def forms(word: Word) -> frozenset[str]:
    """Every way in which an entry may ask for a word."""
    lower, lemma, kind = word
    return frozenset({lower, lemma, lower + kind, lemma + kind})


class Link:
    """One set of alternatives, found by its first words."""

    def __init__(self, text: str) -> None:
        self.phrases: dict[str, list[Phrase]] = defaultdict(list)
        for alternative in text.split("/"):
            phrase = tuple(_WORDS.findall(alternative.strip()))
            self.phrases[phrase[0]].append(phrase)

    def end(self, words: list[Word], place: int, last: int) -> int | None:
        """Where the longest alternative that begins at ``place`` and ends by ``last`` ends, or None."""
        best = None
        for form in forms(words[place]):
            for phrase in self.phrases.get(form, ()):
                end = place + len(phrase)
                if end <= last and (best is None or end > best) and _continues(phrase, words, place):
                    best = end
        return best


def _continues(phrase: Phrase, words: list[Word], place: int) -> bool:
    return all(part in forms(words[place + i]) for i, part in enumerate(phrase[1:], start=1))


class Lexicon:
    """The entries of several groups, ready to be looked for."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._chains = [(group, [Link(part) for part in entry.split("..")]) for group, entries in groups.items() for entry in entries]
        self._by_form: dict[str, list[int]] = defaultdict(list)
        for number, (_, chain) in enumerate(self._chains):
            for form in chain[0].phrases:
                self._by_form[form].append(number)
        self._by_word: dict[Word, tuple[int, ...]] = {}

    def find(self, words: list[Word], first: int, last: int) -> list[Match]:
        """Every entry in the words ``first`` .. ``last`` - 1, in their order, each place of an entry once."""
        found = []
        for place in range(first, last):
            for number in self._beginning_with(words[place]):
                group, chain = self._chains[number]
                end = _end_of_chain(chain, words, place, last)
                if end is not None:
                    found.append(Match(group, place, end))
        return found

    def _beginning_with(self, word: Word) -> tuple[int, ...]:
        """The numbers of the chains that may begin with a word."""
        numbers = self._by_word.get(word)
        if numbers is None:
            numbers = tuple(sorted({number for form in forms(word) for number in self._by_form.get(form, ())}))
            self._by_word[word] = numbers
        return numbers


def _end_of_chain(chain: list[Link], words: list[Word], place: int, last: int) -> int | None:
    end = chain[0].end(words, place, last)
    for link in chain[1:]:
        if end is None:
            return None
        end = next(filter(None, (link.end(words, after, last) for after in range(end, min(end + GAP + 1, last)))), None)
    return end
