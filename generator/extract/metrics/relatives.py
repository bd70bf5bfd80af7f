"""Relative pronouns: which words are some, and the noun that one stands for."""

from typing import TYPE_CHECKING

from generator.extract.metrics.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_DEPTH = 6
"""Words up from a relative pronoun in which the clause stands that it opens."""
_PART = frozenset(("NOUN", "ADJ", "DET", "PRON"))
"""What names a part of something before "of which"."""


def is_relative(token: "Token") -> bool:
    """True of "which", "who" and "whose" behind a noun, and of "that" where it is a subject."""
    return token.tag_ in _RELATIVE and token.lower_ not in ("what", "whatever")


def antecedent(words: Words, position: int) -> int:
    """The position of the noun that a relative pronoun stands for: the one its clause hangs on, else the one before it; -1 for none."""
    offset = words.sentence.first
    token = words.tokens[position]
    for _ in range(_DEPTH):
        if token.dep_ == "relcl":
            return token.head.i - offset
        token = token.head
    before = _before_part(words, position) if words.is_one_of(position - 1, ("of",)) else position - 1
    while before >= 0 and (words.pos[before] in ("PUNCT", "ADP") or words.lower[before] == "-"):
        before -= 1
    return before if before >= 0 and words.pos[before] in ("NOUN", "PROPN") else -1


def _before_part(words: Words, position: int) -> int:
    """The position of the comma in "five mills, the value of which": the value is of what stands before it; else what "of" is."""
    place = position - 2
    while place >= 0 and words.pos[place] in _PART:
        place -= 1
    return place if 0 <= place < position - 2 and words.pos[place] == "PUNCT" else position - 1
