"""What prepositions lead to: Norway in "sales in Norway", the mill in "the cost of the mill"."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def objects(preposition: "Token") -> Iterator["Token"]:
    """The nouns that a preposition leads to."""
    return (noun for noun in preposition.children if noun.dep_ == "pobj")


def behind(head: "Token", prepositions: Container[str]) -> Iterator["Token"]:
    """The nouns behind those of some prepositions that hang on a word and follow it."""
    return (noun for child in head.rights if child.lower_ in prepositions for noun in objects(child))
