"""Reporting verbs and phrases outside quotation marks, with the tokens of whoever speaks.

X said · said X · X, who said · X said A, adding B · according to X · as X put it · X was quoted as saying · in X's view
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.analysis import Analysis
from generator.extract.quotes.marks import Marks
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.words import CONTINUES, DOCUMENTS, GROUPS, NOMINAL, OBJECT, VERBS, VIEWS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
STOPS = frozenset({",", ";", ":", ".", "—", "–", "("})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BEFORE_PARTICIPLE = frozenset({"as", "by", "in", "beyond", "before", "after", "than", "while", "besides"})
PARTICIPLE_OF = frozenset({"advcl", "xcomp", "acl", "conj", "dep", "ROOT", "prep", "ccomp"})
AUXILIARIES = frozenset({"did", "does", "do", "would", "will", "’ll", "'ll", "’d", "'d"})
CLIMB = 5
"""How far a participle may stand from the verb whose subject it shares."""
Form = Literal["verb", "according", "passive", "noun"]


@dataclass(frozen=True)
class Cue:
    """A reporting verb or phrase.

    ``first`` .. ``last`` - 1 are its tokens with the subject and what stands between them; ``verb`` is the token that
    reports, ``words`` the cue's own tokens. ``subject`` is the head token of whoever speaks. ``shared`` is true where the
    subject is another verb's.
    """

    form: Form
    verb: int
    first: int
    last: int
    words: tuple[int, int]
    subject: int | None
    shared: bool = False
    parenthetical: bool = False

    def lemma(self, doc: "Doc") -> str:
        """The dictionary form of the reporting word."""
        return doc[self.verb].lemma_.lower()


def find_cues(analysis: Analysis, passage: Passage, marks: Marks) -> list[Cue]:
    """The cues of a passage that stand outside quotation marks, in its order."""
    return list(_cues(analysis.doc, passage, marks))


def _cues(doc: "Doc", passage: Passage, marks: Marks) -> Iterator[Cue]:
    for i in range(passage.first, passage.last):
        token = doc[i]
        lower = token.lower_
        cue: Cue | None = None
        if lower == "according" and i + 2 < passage.last and doc[i + 1].lower_ == "to":
            cue = _according(doc, i, passage)
        elif lower == "saying" and doc[i - 1].lower_ == "as" and i - 1 > passage.first:
            cue = _quoted_as(doc, i, passage)
        elif token.lemma_ == "put" and i + 1 < passage.last and doc[i + 1].lower_ == "it" and _as_before(doc, i, passage.first) >= 0:
            cue = Cue("verb", i, _as_before(doc, i, passage.first), i + 2, (i, i + 2), i - 1, parenthetical=True)
        elif _is_parenthetical(doc, i, passage):
            cue = Cue("verb", i, _as_before(doc, i, passage.first), i + 1, (i, i + 1), i - 1, parenthetical=True)
        elif token.lemma_.lower() in VERBS and token.pos_ in ("VERB", "AUX"):
            cue = _verb(doc, token, passage, marks)
        elif token.lemma_.lower() in NOMINAL or lower in VIEWS:
            cue = _noun(doc, token, passage)
        if cue and not marks.spoken(token.idx):
            yield cue


# --- according to, in the view of ------------------------------------------------------------------------------------------------

def _according(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    if doc[i + 2].lower_ in ("which", "whom"):
        return None
    head, last = noun_phrase(doc, i + 2, passage.last)
    return Cue("according", i, i, last, (i, i + 2), head) if head is not None else None


def noun_phrase(doc: "Doc", first: int, limit: int) -> tuple[int | None, int]:
    """The head of the noun phrase that begins at ``first`` and the token behind it, up to a comma, a mark or a finite verb."""
    head, i = None, first
    while i < limit:
        token = doc[i]
        if token.is_quote or token.is_space or token.text in STOPS or token.tag_ in FINITE:
            break
        if head is None and token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not _goes_on(doc, i, limit):
            head = i
        i += 1
    return head, i


def _goes_on(doc: "Doc", i: int, limit: int) -> bool:
    """True where the noun is not the phrase's head: a compound part or an owner."""
    if i + 1 >= limit:
        return False
    return doc[i + 1].pos_ in ("NOUN", "PROPN") or doc[i + 1].tag_ == "POS" or doc[i + 1].text in ("-", "&", "/")


def _noun(doc: "Doc", token: "Token", passage: Passage) -> Cue | None:
    """"X's claim that ...", "in X's view, ...", "in the words of X"."""
    i = token.i
    if token.lower_ in VIEWS and i > passage.first + 1:
        j = i - 1
        while j > passage.first and j > i - 8 and doc[j].lower_ != "in":
            j -= 1
        if doc[j].lower_ == "in" and doc[i - 1].tag_ in ("POS", "PRP$"):
            owner = i - 1 if doc[i - 1].tag_ == "PRP$" else i - 2
            return Cue("according", i, j, i + 1, (j, i + 1), owner)
        if doc[j].lower_ == "in" and doc[i - 1].lower_ == "the" and i + 2 < passage.last and doc[i + 1].lower_ == "of":
            head, last = noun_phrase(doc, i + 2, passage.last)
            return Cue("according", i, j, last, (j, i + 2), head) if head is not None else None
    behind = doc[i + 1] if i + 1 < passage.last else None
    if token.lemma_.lower() not in NOMINAL or behind is None:
        return None
    if token.dep_ == "nsubjpass" and token.head.lemma_ in ("give", "make", "voice", "express"):
        that = next((j for j in range(token.head.i, min(token.head.i + 4, passage.last)) if doc[j].lower_ == "that"), None)
        return Cue("passive", i, i, that, (i, token.head.i + 1), None) if that else None
    if behind.lower_ != "that" or behind.dep_ not in ("mark", "nsubj", "dobj"):
        return None
    owner_token = next((child for child in token.children if child.dep_ == "poss"), None)
    return Cue("noun", i, owner_token.left_edge.i, i + 1, (i, i + 1), owner_token.i) if owner_token is not None else None


def _quoted_as(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    """"The paper quoted X as saying", "X was quoted as saying"."""
    verb = next((j for j in range(i - 2, max(passage.first, i - 14) - 1, -1) if doc[j].lemma_ in ("quote", "cite")), None)
    if verb is None:
        return None
    subject = next((child.i for child in doc[verb].children if child.dep_ in SUBJECTS), None)
    passive = any(child.dep_ == "auxpass" for child in doc[verb].children)
    if not passive:
        speaker, _ = noun_phrase(doc, verb + 1, i - 1)
        first = doc[subject].left_edge.i if subject is not None else verb
        return Cue("verb", i, first, i + 1, (verb, i + 1), speaker) if speaker is not None else None
    return Cue("verb", i, doc[subject].left_edge.i, i + 1, (verb, i + 1), subject) if subject is not None else None


def _is_parenthetical(doc: "Doc", i: int, passage: Passage) -> bool:
    """True of "as X notes,", which the model often takes for a noun."""
    return (i > passage.first + 1 and i + 1 < passage.last and doc[i + 1].text == "," and _stem(doc[i].lower_) in VERBS
            and doc[i - 1].pos_ in ("PROPN", "NOUN") and doc[i].tag_ in ("NNS", "NNPS") and _as_before(doc, i, passage.first) >= 0)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _as_before(doc: "Doc", i: int, first: int) -> int:
    """The token of the "as" that opens a short parenthesis before token ``i``, or -1."""
    return next((j for j in range(i - 1, max(first, i - 6) - 1, -1) if doc[j].lower_ == "as"), -1)


# --- verbs --------------------------------------------------------------------------------------------------------------------------

def _verb(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> Cue | None:
    if _is_negated(token) or not _reports(doc, token, passage):
        return None
    if any(child.dep_ == "auxpass" and not marks.spoken(child.idx) for child in token.children):
        return _passive(doc, token, passage)
    subject, shared = _subject(doc, token, passage, marks)
    if subject is None:
        return None
    if shared and subject > token.i:
        return None
    first, last = _edges(doc, token.i, subject, shared, passage, marks)
    parenthetical = first > passage.first and doc[first - 1].lower_ == "as"
    return Cue("verb", token.i, first - parenthetical, last, (token.i, token.i + 1), subject, shared, parenthetical)


def _is_negated(token: "Token") -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _reports(doc: "Doc", token: "Token", passage: Passage) -> bool:
    """True of a form that tells what was said: no infinitive ("declined to say"), no bare participle, no condition."""
    before = doc[token.i - 1] if token.i > passage.first else token
    if before.lower_ in ("when", "if", "once", "until", "unless") or token.head.lower_ == "worth":
        return False
    auxiliaries = [child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")]
    if token.tag_ == "VB":
        if "to" in auxiliaries:
            return token.head.lemma_ in CONTINUES and token.dep_ in ("xcomp", "advcl") and not _is_negated(token.head)
        return bool(AUXILIARIES & set(auxiliaries)) or (token.dep_ == "conj" and token.head.lemma_ in VERBS)
    if token.tag_ == "VBG" and not auxiliaries:
        return token.dep_ in PARTICIPLE_OF or (token.dep_ == "pcomp" and before.lower_ in BEFORE_PARTICIPLE)
    return token.tag_ != "VBN" or bool(auxiliaries)


def _passive(doc: "Doc", token: "Token", passage: Passage) -> Cue | None:
    """"It was stressed that ..." (whoever spoke last), "X was described by Y as ..."."""
    agent = next((child for child in token.children if child.dep_ == "agent"), None)
    pobj = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent is not None else None
    if pobj is not None and agent is not None and token.lemma_.lower() in OBJECT:
        return Cue("verb", token.i, token.i, pobj.right_edge.i + 1, (token.i, token.i + 1), pobj.i)
    subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ != "it":
        return None
    that = next((j for j in range(token.i + 1, min(token.i + 8, passage.last)) if doc[j].lower_ == "that"), None)
    return Cue("passive", token.i, subject.i, that, (token.i, token.i + 1), pobj.i if pobj is not None else None) if that else None


def _subject(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> tuple[int | None, bool]:
    """The token of whoever speaks, and whether it is another verb's subject."""
    own = _own_subject(token, marks, passage)
    if own is not None and own > token.i and _begins_content(doc, own, passage):
        own = _opening_subject(doc, token, passage)
    beside = _beside(doc, token, passage, marks)
    if own is not None and not (beside is not None and doc[beside].lower_ in GROUPS and own < beside - 6 and doc[own].head.i != beside):
        return _antecedent(token, own), False
    if beside is not None and token.tag_ in ("VBD", "VBZ", "VBP"):
        return beside, False
    return _inherited(doc, token, passage, marks)


def _own_subject(token: "Token", marks: Marks, passage: Passage) -> int | None:
    for child in token.children:
        if child.dep_ in SUBJECTS and not marks.spoken(child.idx) and passage.first <= child.i < passage.last:
            return child.i
    return None


def _begins_content(doc: "Doc", subject: int, passage: Passage) -> bool:
    """True where a "subject" behind a cue is the subject of what was said, or whom it was said to."""
    behind = doc[subject].right_edge.i + 1
    return behind < passage.last and (doc[behind].tag_ in FINITE or doc[behind].lower_ == "that")


def _opening_subject(doc: "Doc", token: "Token", passage: Passage) -> int | None:
    """For "NAME, president of Acme, said": the noun that opens the sentence, where a comma stands in front of the cue."""
    if token.i <= passage.first or doc[token.i - 1].text != ",":
        return None
    return noun_phrase(doc, max(token.sent.start, passage.first), token.i)[0]


def _antecedent(verb: "Token", subject: int) -> int:
    """For "who said", the person that "who" stands for."""
    token = verb.doc[subject]
    if token.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head.i
    return subject


def _beside(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> int | None:
    """Who speaks where the parser sees no subject: the noun directly in front of the verb, or behind it where a mark stands in front."""
    i = token.i - 1
    while i >= passage.first and doc[i].pos_ in ("ADV", "AUX"):
        i -= 1
    if i >= passage.first and doc[i].pos_ in ("PROPN", "PRON", "NOUN") and not marks.spoken(doc[i].idx) and (
            doc[i].dep_ != "pobj" or doc[i].lower_ in GROUPS):
        return i
    if i >= passage.first and (doc[i].is_quote or doc[i].text in (",", "?", "!", "—", "–")) and token.i + 1 < passage.last:
        head, _ = noun_phrase(doc, token.i + 1, passage.last)
        return head
    return None


def _inherited(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> tuple[int | None, bool]:
    """The subject of the verb that this one hangs on: "said A and added B", "said A, adding B", "quoted X as saying"."""
    if token.dep_ == "acl" and token.tag_ == "VBG" and (token.head.lemma_.lower() in DOCUMENTS or token.i - token.head.i == 1):
        return token.head.i, False
    if token.tag_ == "VBG" and token.i > passage.first and doc[token.i - 1].text == ",":
        subject = _own_subject(token.sent.root, marks, passage)
        if subject is not None:
            return subject, True
    head = token
    for _ in range(CLIMB):
        above = head.head
        if above.i == head.i or not passage.first <= above.i < passage.last:
            break
        head = above
        if head.pos_ in ("VERB", "AUX") and not marks.spoken(head.idx):
            subject = _own_subject(head, marks, passage)
            if subject is not None:
                return _antecedent(head, subject), True
    return None, False


def _edges(doc: "Doc", verb: int, subject: int, shared: bool, passage: Passage, marks: Marks) -> tuple[int, int]:
    """The tokens from the subject to the verb, or from the verb to a subject behind it, with what describes the subject."""
    if shared:
        return verb, verb + 1
    head = doc[subject]
    if subject < verb:
        first = max(head.left_edge.i, passage.first)
        while first < subject and (marks.spoken(doc[first].idx) or doc[first].is_quote or doc[first].text == ","):
            first += 1
        blocked = [i for i in range(first, subject) if marks.spoken(doc[i].idx)]
        return (blocked[-1] + 1 if blocked else first), verb + 1
    last = verb + 1
    while last < min(head.right_edge.i + 1, passage.last) and marks.at(doc[last].idx) is None:
        last += 1
    return verb, max(last, subject + 1)
