"""Phrases of the lexicon found in tokens, by lemma, in one pass.

An entry is alternatives ("risk/threat/at risk"), or a chain of them ("market share .. lose/shrink") with up to `GAP` words between
its links. A word stands for a token with that lemma or that form; "_v" or "_n" behind it asks for a verb or a noun.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

GAP = 3
Phrase = tuple[str, ...]
_WORDS = re.compile(r"(?<=[a-z])-(?=[a-z])|[^\s-]+(?:-\d+)?")
_VERBAL, _NOMINAL = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True)
class Match:
    """A phrase of a group, in the document's tokens ``first`` .. ``last`` - 1."""

    group: str
    first: int
    last: int


class Link:
    """One set of alternatives, found by its first words."""

    def __init__(self, text: str) -> None:
        self.phrases: dict[str, list[Phrase]] = defaultdict(list)
        for alternative in text.split("/"):
            phrase = tuple(_WORDS.findall(alternative.strip()))
            self.phrases[phrase[0]].append(phrase)

    def end(self, forms: list[frozenset[str]], place: int) -> int | None:
        """Where the longest alternative that begins at ``place`` ends, or None."""
        ends = [place + len(phrase) for form in forms[place] for phrase in self.phrases.get(form, ())
                if len(phrase) <= len(forms) - place and all(word in forms[place + i] for i, word in enumerate(phrase))]
        return max(ends, default=None)


class Lexicon:
    """The entries of several groups, ready to be looked for."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._chains: list[tuple[str, list[Link]]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for group, entries in groups.items():
            for entry in entries:
                chain = [Link(part) for part in entry.split("..")]
                for word in chain[0].phrases:
                    self._by_word[word].append(len(self._chains))
                self._chains.append((group, chain))

    def find(self, tokens: "Span") -> list[Match]:
        """Every entry in a sentence, in order, each place of an entry once."""
        forms = [_forms(token) for token in tokens]
        return [Match(group, tokens.start + place, tokens.start + end) for place in range(len(forms))
                for group, end in self._at(forms, place)]

    def _at(self, forms: list[frozenset[str]], place: int) -> Iterator[tuple[str, int]]:
        for number in sorted({number for form in forms[place] for number in self._by_word.get(form, ())}):
            group, chain = self._chains[number]
            end = _end_of_chain(chain, forms, place)
            if end is not None:
                yield group, end


def _end_of_chain(chain: list[Link], forms: list[frozenset[str]], place: int) -> int | None:
    end = chain[0].end(forms, place)
    for link in chain[1:]:
        if end is None:
            return None
        end = next(filter(None, (link.end(forms, after) for after in range(end, min(end + GAP + 1, len(forms))))), None)
    return end


def _forms(token: "Token") -> frozenset[str]:
    words = {token.lower_, token.lemma_.lower()}
    kind = "_v" if token.pos_ in _VERBAL else "_n" if token.pos_ in _NOMINAL else ""
    return frozenset(words | {word + kind for word in words})
