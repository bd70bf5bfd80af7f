"""Phrases that report: according to X · in X's view · X's claim that · X was quoted as saying · as X put it."""

from typing import TYPE_CHECKING

from generator.columns import SUBJECTS
from generator.extract.quotes.cue import Cue, noun_phrase
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.reading import is_finite
from generator.extract.quotes.words import DOCUMENTS, GIVES, GROUPS, VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

THAT_WITHIN = 5
"""Tokens between a noun of saying and its "that": "gave a warning on Monday that ..."."""
QUOTED_WITHIN = 14
"""Tokens between "quoted" and its "as saying"."""


def according(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    """"According to X"; ``i`` is the token of "according"."""
    if doc[i + 2].lower_ in ("which", "whom"):
        return None
    head, last = noun_phrase(doc, i + 2, passage.last)
    return Cue("according", i, i, last, (i, i + 2), head) if head is not None else None


def per(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    """"..., per X" and "Per X, ...", which apart from rates mean "according to"; ``i`` is the token of "per"."""
    apart = i == passage.first or doc[i - 1].text == "," or doc[i - 1].is_quote
    head, last = noun_phrase(doc, i + 1, passage.last) if apart else (None, i)
    if head is None or not (doc[head].pos_ == "PROPN" or doc[head].lower_ in GROUPS or doc[head].lemma_.lower() in DOCUMENTS):
        return None
    return Cue("according", i, i, last, (i, i + 1), head)


def in_view(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    """"In X's view, ...", "in the words of X"; ``i`` is the token of "view"."""
    j = i - 1
    while j > passage.first and j > i - 8 and doc[j].lower_ != "in":
        j -= 1
    if j < passage.first or doc[j].lower_ != "in":
        return None
    if doc[i - 1].tag_ in ("POS", "PRP$"):
        owner = i - 1 if doc[i - 1].tag_ == "PRP$" else i - 2
        return Cue("according", i, j, i + 1, (j, i + 1), owner)
    if doc[i - 1].lower_ == "the" and i + 2 < passage.last and doc[i + 1].lower_ == "of":
        head, last = noun_phrase(doc, i + 2, passage.last)
        return Cue("according", i, j, last, (j, i + 2), head) if head is not None else None
    return None


def nominal(doc: "Doc", token: "Token", passage: Passage) -> Cue | None:
    """"X's claim that ...", "X gave a warning that ...", "X is of the view that ...", "the warning was given that ..."."""
    i = token.i
    verb = token.head
    if token.dep_ == "nsubjpass" and verb.lemma_ in GIVES:
        that = next((j for j in range(verb.i, min(verb.i + 4, passage.last)) if doc[j].lower_ == "that"), None)
        return Cue("noun", i, i, that, (i, verb.i + 1), None) if that else None
    that = next((j for j in range(i + 1, min(i + THAT_WITHIN, passage.last)) if doc[j].lower_ == "that"), None)
    if that is None or not (that == i + 1 or (doc[that].dep_ == "mark" and doc[that].head.head.i in (i, verb.i))):
        return None
    if doc[that].dep_ not in ("mark", "nsubj", "dobj"):
        return None
    owner = next((child for child in token.children if child.dep_ == "poss" or (child.i + 1 == i - 1 and doc[i - 1].tag_ == "POS")), None)
    if owner is not None:
        return Cue("noun", i, owner.left_edge.i, that, (i, i + 1), owner.i)
    given = token.dep_ == "dobj" and verb.lemma_ in GIVES
    held = token.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ == "be"
    return _of_subject(verb if given else verb.head, i, that, passage) if given or held else None


def disposed(doc: "Doc", token: "Token", passage: Passage) -> Cue | None:
    """"X is confident that ...", "X is concerned it ...", "X made clear that ..."."""
    passive = any(child.dep_ in ("aux", "auxpass") and child.lemma_ == "be" for child in token.children)
    verb, that = token if passive else token.head, token.i + 1
    clause = any(child.dep_ == "ccomp" and child.left_edge.i == that and is_finite(child) for child in token.children)
    if that >= passage.last or not (clause or doc[that].lower_ == "that") or (verb.lemma_ == "make") != (token.lower_ == "clear"):
        return None
    if verb.lemma_ not in ("be", "remain", "feel", "make") and not passive:
        return None
    return _of_subject(verb, token.i, that if doc[that].lower_ == "that" else token.i, passage)


def _of_subject(verb: "Token", word: int, that: int, passage: Passage) -> Cue | None:
    """A cue whose speaker is the subject of its verb."""
    negated = any(child.dep_ == "neg" for child in verb.children) or verb.doc[verb.i - 1].lower_ == "to"
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS and passage.first <= child.i < verb.i), None)
    if negated or subject is None:
        return None
    speaker = verb.head.i if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else subject.i
    return Cue("noun", word, max(subject.left_edge.i, passage.first), that, (verb.i, word + 1), speaker)


def quoted_as(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    """"The paper quoted X as saying", "X was quoted as saying"."""
    verb = next((j for j in range(i - 2, max(passage.first, i - QUOTED_WITHIN) - 1, -1) if doc[j].lemma_ in ("quote", "cite")), None)
    if verb is None:
        return None
    subject = next((child.i for child in doc[verb].children if child.dep_ in SUBJECTS), None)
    passive = any(child.dep_ == "auxpass" for child in doc[verb].children)
    if not passive:
        speaker, _ = noun_phrase(doc, verb + 1, i - 1)
        first = doc[subject].left_edge.i if subject is not None else verb
        return Cue("verb", i, first, i + 1, (verb, i + 1), speaker) if speaker is not None else None
    return Cue("verb", i, doc[subject].left_edge.i, i + 1, (verb, i + 1), subject) if subject is not None else None


def quotes_saying(doc: "Doc", token: "Token", passage: Passage) -> bool:
    """True of "citing X as saying": the cue is "saying"."""
    near = range(token.i + 2, min(token.i + QUOTED_WITHIN, passage.last))
    return token.lemma_ in ("quote", "cite") and any(doc[j].lower_ == "saying" and doc[j - 1].lower_ == "as" for j in near)


def is_parenthetical(doc: "Doc", i: int, passage: Passage) -> bool:
    """True of "as X notes,", which the model often takes for a noun."""
    return (doc[i].tag_ in ("NNS", "NNPS") and i > passage.first + 1 and i + 1 < passage.last and doc[i + 1].text == ","
            and _stem(doc[i].lower_) in VERBS and doc[i - 1].pos_ in ("PROPN", "NOUN") and as_before(doc, i, passage.first) >= 0)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def as_before(doc: "Doc", i: int, first: int) -> int:
    """The token of the "as" that opens a short parenthesis before token ``i``, or -1."""
    return next((j for j in range(i - 1, max(first, i - 6) - 1, -1) if doc[j].lower_ == "as"), -1)
