"""What the grammar of its sentence tells of an "it": that it stands for nothing, or for who does what its clause says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analyse.entities.words import POSSESSIVES
from generator.analysis import Analysis, EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS: tuple[EntityKind, ...] = ("company", "institution", "country")
"""Kinds of what "it" can be."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"WDT", "WP"})
"""Tags of "which", "that" and "who" behind a noun."""
EXPLETIVE = frozenset({"be", "seem", "appear", "become", "happen", "matter", "rain", "turn", "remain", "emerge"})
"""Verbs whose "it" often stands for nothing."""
CLAUSES = frozenset({"that", "to", "how", "whether", "why"})
"""How the clause begins that such an "it" stands in front of."""


def is_expletive(token: "Token") -> bool:
    """True of an "it" that stands for nothing; a typographic "it’s" has no lemma to tell by, but a clause behind it."""
    if token.dep_ in ("expl", "dobj", "pobj"):
        return True
    if token.dep_ not in SUBJECTS:
        return False
    head, behind = token.head, token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    short = behind in POSSESSIVES and (head.i == token.i + 1 or any(child.lower_ in CLAUSES for child in _beyond(head)))
    return head.lemma_ in EXPLETIVE or short


def doer(analysis: Analysis, pronoun: "Token") -> int | None:
    """The entity that does what the clause of an "its" says: "Acme, which is paying back its loan", "Acme sold its mines"."""
    if pronoun.dep_ != "poss":
        return None
    verb = next((token for token in pronoun.ancestors if token.pos_ in ("VERB", "AUX")), None)
    noun = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None) if verb is not None else None
    if noun is not None and noun.tag_ in RELATIVE and verb is not None and verb.dep_ == "relcl":
        noun = verb.head
    entity = analysis.entity_of(noun) if noun is not None and noun.i < pronoun.i else None
    return entity.index if entity and entity.kind in THINGS else None


def _beyond(verb: "Token") -> Iterator["Token"]:
    """The word behind a verb and the first words of what hangs on it."""
    if verb.i + 1 < len(verb.doc):
        yield verb.nbor(1)
    yield from (child.left_edge for child in verb.rights)
