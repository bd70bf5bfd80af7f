"""Where an adverse word stands in its sentence: in the news itself, under a modal, or under a verb that takes it back.

"A strike hit output" tells of a risk, "who bought the yard after the strike" mentions one; "could hurt sales" looks ahead; in "the deal
eased fears", "without damaging the recovery" and "has not hurt sales" nothing adverse is left. Reads the dependency parse.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator import lexicon
from generator.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FARTHEST = 12
"""Steps up the parse after which no more is looked for."""
ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "pcomp"})
"""Relations of clauses that stand beside the news."""
WITHIN = frozenset({"dobj", "pobj", "prep", "compound", "amod", "nmod", "conj", "poss", "nsubjpass", "pcomp", "attr", "acomp", "xcomp"})
"""Relations through which a verb governs what a word tells."""
TAKEN_BACK_AS = frozenset({"dobj", "prep", "pobj", "nsubjpass", "pcomp", "conj"})
MODALS = frozenset({"could", "may", "might", "will", "would", "can", "'ll", "’ll"})
NONE = frozenset({"no", "little", "few"})
NEGATIONS = frozenset({"not", "no", "n't", "n’t"})


def in_main_clause(words: "Span") -> bool:
    """True where no clause that stands aside holds the words."""
    return not any(token.dep_ in ASIDE for token in _upwards(words.root))


def is_ahead(words: "Span") -> bool:
    """True where a modal, or a verb of expecting, governs the words."""
    expecting = lexicon.load("risks")["expecting"]
    return any(any(child.dep_ == "aux" and child.lower_ in MODALS for child in token.children) or token.head.lemma_ in expecting
               for token in _upwards(words.root, 4))


def is_taken_back(words: "Span") -> bool:
    """True where the words are negated, or what a verb of relief does away with."""
    root = words.root
    if is_negated(root) and not any(token.lower_ in NEGATIONS for token in words):
        return True
    return next((judged for judged in (_judged(token, words) for token in _upwards(root, 5)) if judged is not None), False)


def _judged(token: "Token", words: "Span") -> bool | None:
    """Whether the words are taken back at a token above them; None where that is told further up."""
    head = token.head
    if any(child.lower_ in NONE and child.dep_ in ("det", "amod") for child in token.children):
        return True
    if _relieves(head, words) and (token.dep_ in TAKEN_BACK_AS or _eases(token, head)):
        return not is_negated(head)
    if head.lower_ == "without" or (token.dep_ in ("dobj", "attr") and is_negated(head)):
        return True
    goes_on = token.dep_ in WITHIN and not (token.dep_ == "nsubjpass" and head.pos_ == "VERB")
    return None if goes_on else False


def _relieves(head: "Token", words: "Span") -> bool:
    return head.pos_ == "VERB" and head.lemma_.lower() in lexicon.load("risks")["relieving"] and not words.start <= head.i < words.end


def _eases(subject: "Token", verb: "Token") -> bool:
    """True of "fears eased", but not of "a strike halted the presses"."""
    return subject.dep_ == "nsubj" and not any(child.dep_ == "dobj" for child in verb.children)


def _upwards(token: "Token", steps: int = FARTHEST) -> "Iterator[Token]":
    """A token and those above it, the root last."""
    for _ in range(steps):
        yield token
        if token.head.i == token.i:
            return
        token = token.head
