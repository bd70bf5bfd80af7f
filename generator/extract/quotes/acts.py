"""What a speaker does next, which ends what was said: "..., but declined to comment", "without giving details", "and pointed to A".

Such a verb has no subject of its own, and the parser often hangs it on the last verb of the content.
"""

from typing import TYPE_CHECKING

from generator.clauses import FINITE, is_negated
from generator.columns import SUBJECTS
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.words import ACTS, DETAILS, GROUPS, REFUSALS, THINGS, VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LINKS = frozenset({"and", "but", "though", "although"})
OTHERWISE = frozenset({"although", "though", "while", "whereas", "but", "with"})
OPENINGS = LINKS | OTHERWISE | {"without"}
"""What all that a speaker does next begins with."""
ALONE = frozenset({"elaborate", "specify", "comment"})
"""Verbs that tell of a speaker's silence even where no comma parts them from the content ("would sell the unit without elaborating")."""
PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP", "MD"})


def next_act(doc: "Doc", cue: Cue, passage: Passage) -> int | None:
    """The token in front of which the content of a cue ends because its speaker does something else, if that is told.

    Args:
        doc: the tokens of the document.
        cue: a reporting verb.
        passage: where the cue stands.
    """
    if cue.form != "verb":
        return None
    last = min(doc[cue.verb].sent.end, passage.last) - 1
    rules = (_is_silent, _is_act, _is_objection, _is_of_others)
    openings = (i for i in range(cue.last + 1, last) if doc[i].lower_ in OPENINGS)
    found = (i for i in openings if any(rule(doc, cue, i, last) for rule in rules))
    return next((_with_comma(doc, i) for i in found), None)


def _with_comma(doc: "Doc", i: int) -> int:
    return i - 1 if doc[i - 1].text in (",", "-", "–", "—") else i


def _is_silent(doc: "Doc", cue: Cue, i: int, last: int) -> bool:
    """True of "without giving details"; verbs that can be part of the content need a comma in front."""
    if doc[i].lower_ != "without" or doc[i + 1].tag_ != "VBG":
        return False
    lemma = doc[i + 1].lemma_.lower()
    return lemma in ALONE or (lemma in DETAILS and i + 1 < last and doc[i - 1].text == ",")


def _is_act(doc: "Doc", cue: Cue, i: int, last: int) -> bool:
    """True of "and" or "but" in front of something that only the speaker can do."""
    if doc[i].lower_ not in LINKS:
        return False
    verb = _verb_behind(doc, i, last)
    if verb is None:
        return False
    own = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i > i), None)
    if own is not None and own.tag_ != "PRP":
        return False
    lemma = verb.lemma_.lower()
    if lemma in REFUSALS and own is None:
        return any(child.dep_ == "xcomp" and child.lemma_.lower() in DETAILS for child in verb.children)
    if lemma in DETAILS and (is_negated(verb) or _gives_none(verb)):
        return True
    return own is None and lemma in ACTS and _is_beside(doc, cue, verb)


def _is_objection(doc: "Doc", cue: Cue, i: int, last: int) -> bool:
    """True of the "but" in "said it would act, but the plan was criticised": a clause beside the cue's, of something else."""
    if doc[i].lower_ != "but" or doc[i].head.i != cue.verb or doc[i + 1].tag_ == "IN" or any(doc[j].is_quote for j in range(cue.last, i)):
        return False
    clause = next((child for child in doc[cue.verb].children if child.dep_ == "conj" and child.i > i), None)
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None) if clause is not None else None
    return subject is not None and subject.tag_ != "PRP" and i < subject.i


def _is_of_others(doc: "Doc", cue: Cue, i: int, last: int) -> bool:
    """True of ", although others feel ..." and ", with analysts looking for ...": what people besides the speaker think."""
    if doc[i].lower_ not in OTHERWISE or doc[i - 1].text != "," or i + 2 >= last or doc[i + 1].lower_ not in GROUPS:
        return False
    verb = doc[i + 2]
    told = verb.lemma_.lower() in VERBS or verb.lemma_.lower() in ("feel", "look", "see")
    return told and verb.pos_ == "VERB" and (doc[i].lower_ != "with" or verb.tag_ == "VBG")


def _verb_behind(doc: "Doc", i: int, last: int) -> "Token | None":
    """The verb that a link leads to, behind a pronoun, auxiliaries and adverbs at most."""
    for token in doc[i + 1:min(i + 6, last)]:
        if token.pos_ == "VERB":
            return token
        if token.pos_ not in ("AUX", "ADV", "PART") and token.tag_ not in ("PRP", "MD"):
            return None
    return None


def _gives_none(verb: "Token") -> bool:
    """True of "gave no details"."""
    return any(child.dep_ == "dobj" and child.left_edge.lower_ == "no" for child in verb.children)


def _is_beside(doc: "Doc", cue: Cue, verb: "Token") -> bool:
    """True where a verb in the cue's tense cannot go on with the content: it tells of the present, or of a thing that does not act."""
    if verb.tag_ not in PAST or doc[cue.verb].tag_ not in PAST | {"VBN"}:
        return False
    before = next((doc[j] for j in range(verb.i - 1, cue.verb, -1) if doc[j].tag_ in FINITE), None)
    if before is None:
        return False
    if before.tag_ in PRESENT:
        return True
    clause = before if before.pos_ == "VERB" or before.head.i == before.i else before.head
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    return subject is not None and subject.pos_ == "NOUN" and subject.lower_ in THINGS
