"""The tokens of a document as plain lists, read from spaCy once: asking each token anew for its words costs several times as much."""

import itertools
import operator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_NAMED = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_COUNTED = ("HEAD", "SPACY", "SENT_START")
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
"""How a word stands that does what a verb says, or whom it is done to."""


@dataclass(frozen=True)
class Columns:
    """Parallel lists over the tokens of a document.

    ``lemmas`` are in small letters; ``pos``, ``tags``, ``deps`` and ``ents`` are spaCy's names (the last are the kinds of entities, empty
    of other words); ``heads`` are token numbers, ``starts`` offsets in the text; ``opening`` marks the first token of a sentence.
    """

    texts: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    ents: list[str]
    heads: list[int]
    starts: list[int]
    opening: list[bool]

    @classmethod
    def of(cls, doc: "Doc") -> "Columns":
        """The tokens of ``doc`` as columns."""
        table = doc.to_array([*_NAMED, *_COUNTED])
        name_of = _names(doc.vocab.strings).__getitem__
        texts, lemmas, pos, tags, deps, ents = (list(map(name_of, table[:, place].tolist())) for place in range(len(_NAMED)))
        heads, spaces, opening = (table[:, place].astype("int64").tolist() for place in range(len(_NAMED), table.shape[1]))
        lengths = map(operator.add, map(len, texts), spaces)
        return cls(texts, list(map(str.lower, texts)), list(map(str.lower, lemmas)), pos, tags, deps, ents,
                   list(map(operator.add, heads, itertools.count())), [0, *itertools.accumulate(lengths)][:len(texts)],
                   [start == 1 for start in opening])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in small letters, each once: to learn at once which words a document does not have."""
        return frozenset(self.lowers)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words as they are written, each once."""
        return frozenset(self.texts)

    @cached_property
    def joints(self) -> list[int]:
        """The numbers of hyphens, dashes and blanks, which may stand between the words of a phrase."""
        return [number for number, word in enumerate(self.texts) if word in "-–—" or word.isspace()]

    @cached_property
    def subjects(self) -> dict[int, int]:
        """The number of a verb -> that of the first subject in front of it."""
        found: dict[int, int] = {}
        for number in itertools.compress(range(len(self.deps)), map(SUBJECTS.__contains__, self.deps)):
            if number < self.heads[number]:
                found.setdefault(self.heads[number], number)
        return found


class _Names(dict[int, str]):
    """The words of a string store by their numbers, each asked for once."""

    def __init__(self, strings: "StringStore") -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        name = self[number] = self._strings[number]
        return name


@cache
def _names(strings: "StringStore") -> _Names:
    return _Names(strings)
