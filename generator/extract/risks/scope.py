"""Where an adverse word stands in its sentence: in the news itself, under a modal, or under a verb that takes it back.

"A strike hit output" tells of a risk, "who bought the yard after the strike" mentions one; "could hurt sales" looks ahead; in "the deal
eased fears", "the fears proved unfounded", "without damaging the recovery" and "has not hurt sales" nothing adverse is left. Reads the
dependency parse.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from generator import lexicon
from generator.clauses import FINITE, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FARTHEST = 12
"""Steps up the parse after which no more is looked for."""
ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "pcomp"})
"""Relations of clauses that stand beside the news."""
WITHIN = frozenset({"dobj", "pobj", "prep", "compound", "amod", "nmod", "conj", "poss", "nsubjpass", "pcomp", "attr", "acomp", "xcomp"})
"""Relations through which a verb governs what a word tells."""
OF_NOUNS = frozenset({"acl", "relcl", "ccomp"})
"""Clauses that tell of a noun what it is: what does away with the fear does so with what is feared."""
TAKEN_BACK_AS = frozenset({"dobj", "prep", "pobj", "nsubjpass", "pcomp", "conj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DUE = frozenset({"set", "due", "likely", "bound", "poised", "about", "unlikely"})
"""Words whose infinitive lies ahead: "is set to fall"."""
IF = frozenset({"if", "unless", "whether"})
CLAUSES = frozenset({"ROOT", "relcl", "advcl", "ccomp", "conj"})
MODALS = frozenset({"could", "may", "might", "will", "would", "can", "'ll", "’ll"})
NONE = frozenset({"no", "little", "few"})
DID = frozenset({"do", "does", "did"})
NEGATIONS = frozenset({"not", "no", "n't", "n’t"})


def in_main_clause(words: "Span") -> bool:
    """True where no clause that stands aside holds the words."""
    return not any(token.dep_ in ASIDE for token in _upwards(_root(words)))


def is_ahead(words: "Span") -> bool:
    """True where a modal, a condition or a word of expecting governs the words, within their clause or just above it."""
    for token in _upwards(_root(words), 4):
        helpers = [child for child in token.children if child.dep_ in ("aux", "mark")]
        if any(child.lower_ in MODALS or child.lower_ in IF for child in helpers) or _is_expected(token):
            return True
        if token.dep_ in CLAUSES and (token.tag_ in FINITE or any(child.tag_ in FINITE for child in helpers)):
            return False
    return False


def _is_expected(token: "Token") -> bool:
    """True of what somebody expects, and of "set to fall"; not of what is only told beside it."""
    if token.dep_ == "xcomp" and token.head.lemma_ in DUE:
        return True
    return token.dep_ not in ("conj", "relcl", "nsubj", "advcl") and token.head.lemma_ in lexicon.load("risks")["expecting"]


def only_expects(words: "Span") -> bool:
    """True of "risk" and "fear": alone they say only that something may come."""
    return _root(words).lemma_.lower() in lexicon.load("risks")["expecting"]


def is_taken_back(words: "Span") -> bool:
    """True where the words are negated, or what is told to have been done away with."""
    root = _root(words)
    if is_negated(root) and not any(token.lower_ in NEGATIONS for token in words):
        return True
    return next((judged for judged in (_judged(token, words) for token in _upwards(root, 6)) if judged is not None), False)


def _judged(token: "Token", words: "Span") -> bool | None:
    """Whether the words are taken back at a token above them; None where that is told further up."""
    head = token.head
    if _is_none(token, words) or (token.dep_ in SUBJECTS and _comes_to_nothing(head)):
        return True
    if head.pos_ == "VERB" and _relieves(token, head, words):
        return _is_told(head)
    if head.lower_ == "without" or (token.dep_ in ("dobj", "attr") and is_negated(head)):
        return True
    return None if _goes_on(token, head) else False


def _is_none(token: "Token", words: "Span") -> bool:
    """True of "no risk", "little risk" where the risk is the word in question."""
    return any(child.lower_ in NONE and child.dep_ in ("det", "amod") and not words.start <= child.i < words.end
               for child in token.children)


def _relieves(token: "Token", verb: "Token", words: "Span") -> bool:
    """True where a verb does away with what the token, its object or the subject of "fears eased", names."""
    if verb.lemma_.lower() not in lexicon.load("risks")["relieving"] or words.start <= verb.i < words.end:
        return False
    return (token.dep_ in TAKEN_BACK_AS and not _is_verb_beside(token)) or _eases(token, verb)


def _goes_on(token: "Token", head: "Token") -> bool:
    if token.dep_ in OF_NOUNS:
        return bool(head.pos_ == "NOUN")
    return token.dep_ in WITHIN and not (token.dep_ == "nsubjpass" and head.pos_ == "VERB") and not _is_verb_beside(token)


def _is_verb_beside(token: "Token") -> bool:
    """True of a verb in coordination: "settled the case and paid a fine" settles no fine."""
    return bool(token.dep_ == "conj" and token.pos_ == "VERB")


def _eases(subject: "Token", verb: "Token") -> bool:
    """True of "fears eased", but not of "a strike halted the presses"."""
    return subject.dep_ == "nsubj" and not any(child.dep_ == "dobj" for child in verb.children)


def _comes_to_nothing(verb: "Token") -> bool:
    """True of "did not materialise", "proved unfounded", "has not hurt sales", "had little impact"."""
    words = lexicon.load("risks")
    if is_negated(verb) and (verb.lemma_.lower() in words["occurring"] or verb.lemma_.lower() in words["harming"]):
        return True
    told = [child for child in verb.children if child.dep_ in ("acomp", "oprd", "attr", "xcomp", "dobj")]
    if any(child.lemma_.lower() in words["effects"] and (is_negated(verb) or _has(child, NONE)) for child in told):
        return True
    return not is_negated(verb) and any(child.lemma_.lower() in words["unfounded"] or _has(child, words["unfounded"]) for child in told)


def _has(token: "Token", words: "Collection[str]") -> bool:
    return any(child.lemma_.lower() in words for child in token.children)


def _is_told(verb: "Token") -> bool:
    """True of a verb that says what is done: what may, must or should be done, or is tried, leaves the danger where it is."""
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ == "aux"}
    bare = verb.tag_ == "VB" and helpers.keys().isdisjoint(DID)
    return not is_negated(verb) and not bare and "MD" not in helpers.values()


def _root(words: "Span") -> "Token":
    return words[0] if len(words) == 1 else words.root


def _upwards(token: "Token", steps: int = FARTHEST) -> "Iterator[Token]":
    """A token and those above it, the root last."""
    for _ in range(steps):
        yield token
        if token.head.i == token.i:
            return
        token = token.head
