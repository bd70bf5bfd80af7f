"""Phrases of the lexicon found in a document's words, by lemma, in one pass.

An entry is alternatives ("risk/threat/at risk"), or a chain of them ("market share .. lose/shrink") with up to `GAP` words between
its links. A word stands for a token with that lemma or that form; "_v" or "_n" behind it asks for a verb or a noun.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.columns import Columns
from generator.records import record

GAP = 3
Word = frozenset[str]
"""Every way in which an entry may ask for a token."""
Phrase = tuple[str, ...]
KINDS = {"VERB": "_v", "AUX": "_v", "NOUN": "_n", "PROPN": "_n"}
_WORDS = re.compile(r"(?<=[a-z])-(?=[a-z])|[^\s-]+(?:-\d+)?")


@record
class Match:
    """A phrase of a group, in the document's tokens ``first`` .. ``last`` - 1."""

    group: str
    first: int
    last: int


def words_of(columns: Columns) -> list[Word]:
    """The words of a document as the lexicon compares them: one for each token."""
    return list(map(_word, columns.lowers, columns.lemmas, columns.pos))


@lru_cache(maxsize=50_000)
def _word(lower: str, lemma: str, pos: str) -> Word:
    kind = KINDS.get(pos, "")
    return frozenset({lower, lemma, lower + kind, lemma + kind})


class Link:
    """One set of alternatives, found by its first words."""

    def __init__(self, text: str) -> None:
        self.phrases: dict[str, list[Phrase]] = defaultdict(list)
        for alternative in text.split("/"):
            phrase = tuple(_WORDS.findall(alternative.strip()))
            self.phrases[phrase[0]].append(phrase)
        self._firsts = frozenset(self.phrases)

    def beginning_with(self, word: Word) -> list[Phrase]:
        """The alternatives that a word may begin, the longest first."""
        if word.isdisjoint(self._firsts):
            return []
        return sorted((phrase for form in word for phrase in self.phrases.get(form, ())), key=lambda phrase: (-len(phrase), phrase))


_Beginning = tuple[str, list[Phrase], list[Link], frozenset[str]]
"""A chain that a word may begin: its group, the phrases that do so, the links behind, and the second words of those phrases if none of
them is a word alone."""


class Lexicon:
    """The entries of several groups, ready to be looked for."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._chains = [(group, [Link(part) for part in entry.split("..")]) for group, entries in groups.items() for entry in entries]
        self._by_form: dict[str, list[int]] = defaultdict(list)
        for number, (_, chain) in enumerate(self._chains):
            for form in chain[0].phrases:
                self._by_form[form].append(number)
        self._by_word: dict[Word, list[_Beginning]] = {}

    def find(self, words: list[Word], first: int, last: int) -> list[Match]:
        """Every entry in the words ``first`` .. ``last`` - 1, in their order, each place of an entry once."""
        found = []
        for place in range(first, last):
            for group, phrases, links, seconds in self._beginning_with(words[place]):
                if seconds and (place + 1 == last or seconds.isdisjoint(words[place + 1])):
                    continue
                end = _end_of_phrase(phrases, words, place, last)
                if end is not None and links:
                    end = _end_of_chain(links, words, end, last)
                if end is not None:
                    found.append(Match(group, place, end))
        return found

    def _beginning_with(self, word: Word) -> list[_Beginning]:
        """The chains that may begin with a word."""
        chains = self._by_word.get(word)
        if chains is None:
            numbers = sorted({number for form in word for number in self._by_form.get(form, ())})
            opened = [(group, chain[0].beginning_with(word), chain[1:]) for group, chain in map(self._chains.__getitem__, numbers)]
            chains = self._by_word[word] = [(group, phrases, links, _seconds(phrases)) for group, phrases, links in opened]
        return chains


def _seconds(phrases: Sequence[Phrase]) -> frozenset[str]:
    """The second words of some phrases; none where one of them has no second word."""
    alone = any(len(phrase) == 1 for phrase in phrases)
    return frozenset() if alone else frozenset(phrase[1] for phrase in phrases)


def _end_of_phrase(phrases: Iterable[Phrase], words: list[Word], place: int, last: int) -> int | None:
    """Where the first of some phrases ends that stands at ``place`` and ends by ``last``, or None; their first words are there."""
    for phrase in phrases:
        end = place + len(phrase)
        if end <= last and all(map(Word.__contains__, words[place + 1:end], phrase[1:])):
            return end
    return None


def _end_of_chain(links: list[Link], words: list[Word], end: int | None, last: int) -> int | None:
    """Where a chain ends whose beginning ends at ``end``, or None: each of its links stands up to `GAP` words behind the one before."""
    for link in links:
        if end is None:
            return None
        ends = (_end_of_phrase(link.beginning_with(words[place]), words, place, last) for place in range(end, min(end + GAP + 1, last)))
        end = next(filter(None, ends), None)
    return end
