"""Reporting verbs that tell what was said, and the tokens of whoever speaks by them.

X said · said X · X, who said · X said A, adding B · led X to admit · it was added
"""

from typing import TYPE_CHECKING

from generator.clauses import FINITE, is_negated
from generator.columns import SUBJECTS
from generator.extract.quotes.cue import Cue, noun_phrase
from generator.extract.quotes.marks import Marks
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.words import CAUSES, CONTINUES, DOCUMENTS, GROUPS, OBJECT, SAY, VERBS
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE_PARTICIPLE = frozenset({"as", "by", "in", "beyond", "before", "after", "than", "while", "besides"})
PARTICIPLE_OF = frozenset({"advcl", "xcomp", "acl", "conj", "dep", "ROOT", "prep", "ccomp"})
AUXILIARIES = frozenset({"did", "does", "do", "would", "will", "’ll", "'ll", "’d", "'d"})
UNCHANGED = frozenset({"forecast", "read", "put"})
"""Verbs whose past is their plain form."""
CLIMB = 5
"""How far a participle may stand from the verb whose subject it shares."""


def verb_cue(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> Cue | None:
    """The cue of a reporting verb; None for a form that tells nothing, or where nobody speaks."""
    if is_negated(token) or not _reports(doc, token, passage):
        return None
    if any(child.dep_ == "auxpass" and not marks.spoken(child.idx) for child in token.children):
        return _passive(doc, token, passage)
    subject, shared = _subject(doc, token, passage, marks)
    if subject is None:
        return None
    if shared and subject > token.i and not _opens_sentence(token):
        return None
    first, last = _edges(doc, token.i, subject, shared, passage, marks)
    parenthetical = first > passage.first and doc[first - 1].lower_ == "as"
    return Cue("verb", token.i, first - parenthetical, last, (token.i, token.i + 1), subject, shared, parenthetical)


def is_taken_for_noun(token: "Token") -> bool:
    """True of "projects" in "the office projects that growth will slow": a "noun" with a subject and a clause with "that"."""
    if token.tag_ != "NNS" or not any(child.dep_ == "nsubj" and child.i < token.i for child in token.children):
        return False
    return any(child.dep_ == "ccomp" and child.i > token.i and child.left_edge.lower_ == "that" for child in token.children)


def forecast(doc: "Doc", token: "Token", passage: Passage) -> Cue | None:
    """"Acme forecast sales of $4m", where the parser takes the verb for a noun: behind a name, in a clause without another verb."""
    i = token.i
    if token.dep_ == "relcl":
        return Cue("verb", i, i, i + 1, (i, i + 1), token.head.i)
    named = i > passage.first and doc[i - 1].pos_ == "PROPN" and i + 1 < passage.last and doc[i + 1].pos_ in ("NOUN", "ADJ", "DET")
    if not named or token.sent.root.pos_ in ("VERB", "AUX") or doc[i - 1].head.i not in (i, i + 1, token.head.i):
        return None
    first = i - 1
    while first > passage.first and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return Cue("verb", i, first, i + 1, (i, i + 1), i - 1) if doc[max(first - 1, passage.first)].pos_ != "DET" else None


def _reports(doc: "Doc", token: "Token", passage: Passage) -> bool:
    """True of a form that tells what was said: no infinitive ("declined to say"), no bare participle, no condition."""
    before = doc[token.i - 1] if token.i > passage.first else token
    if before.lower_ in ("when", "if", "once", "until", "unless") or token.head.lower_ == "worth":
        return False
    auxiliaries = frozenset(child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass"))
    if token.tag_ == "VB":
        return _plain_form_reports(token, auxiliaries)
    if token.tag_ == "VBG" and not auxiliaries:
        own = any(child.dep_ == "nsubj" for child in token.children)
        return own or token.dep_ in PARTICIPLE_OF or before.text == "," or (token.dep_ == "pcomp" and before.lower_ in BEFORE_PARTICIPLE)
    acts = any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)
    return token.tag_ != "VBN" or bool(auxiliaries) or acts or _takes_that(token)


def _takes_that(token: "Token") -> bool:
    """True of a "participle" that a clause with "that" follows, as no passive has one: "Acme, an airline, announced that ..."."""
    clauses = (child for child in token.children if child.dep_ == "ccomp" and child.i > token.i)
    marks = (mark for clause in clauses for mark in clause.children if mark.dep_ == "mark")
    return token.tag_ == "VBN" and any(mark.lower_ == "that" for mark in marks)


def _plain_form_reports(token: "Token", auxiliaries: frozenset[str]) -> bool:
    """True of "would say", "went on to say", "led X to say", "X forecast": what was said, and not only what could be."""
    if "to" in auxiliaries:
        continues = token.head.lemma_ in CONTINUES and token.dep_ in ("xcomp", "advcl") and not is_negated(token.head)
        return continues or _caused(token) is not None
    past = not auxiliaries and token.lower_ in UNCHANGED and any(child.dep_ in SUBJECTS for child in token.children)
    return past or bool(AUXILIARIES & auxiliaries) or (token.dep_ == "conj" and token.head.lemma_ in VERBS)


def _caused(token: "Token") -> int | None:
    """For "led the bank to admit that ...": the token of whoever was led to say it."""
    if token.tag_ != "VB" or token.head.lemma_ not in CAUSES or token.dep_ not in ("xcomp", "ccomp", "advcl") or is_negated(token.head):
        return None
    between = (child for child in (*token.head.children, *token.children) if token.head.i < child.i < token.i)
    return next((child.i for child in between if child.dep_ in ("dobj", "nsubj")), None)


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
    caused = _caused(token)
    if caused is not None:
        return caused, False
    own = _own_subject(token, marks, passage)
    if own is not None and own > token.i and _begins_content(doc, own, passage):
        own = _opening_subject(doc, token, passage)
    beside = _beside(doc, token, passage, marks)
    nearer = beside is not None and own is not None and doc[beside].lower_ in GROUPS and own < beside - 6 and beside < token.i
    if own is not None and not nearer:
        return _antecedent(token, _last_of_two(token, own)), False
    if beside is not None and (token.tag_ in ("VBD", "VBZ", "VBP") or _takes_that(token)):
        return beside, False
    return _inherited(doc, token, passage, marks)


def _own_subject(token: "Token", marks: Marks, passage: Passage) -> int | None:
    """The subject in the verb's own clause.

    Of two, the one behind it where a comma stands in front ("A is old, says X"), or the name that the parser cut in two
    ("ABC President NAME said").
    """
    own = [child.i for child in token.children
           if child.dep_ in SUBJECTS and not marks.spoken(child.idx) and passage.first <= child.i < passage.last]
    inverted = len(own) > 1 and own[-1] > token.i and token.nbor(-1).text == ","
    cut_in_two = len(own) > 1 and own[1] < token.i and all(part.pos_ == "PROPN" for part in token.doc[own[0]:own[1] + 1])
    return own[-1 if inverted else int(cut_in_two)] if own else None


def _opens_sentence(token: "Token") -> bool:
    """True of the participle in "Warning that sales would fall, the bank cut its forecast"."""
    return token.tag_ == "VBG" and token.dep_ == "advcl" and token.head.i > token.i and token.i <= token.sent.start + 1


def _begins_content(doc: "Doc", subject: int, passage: Passage) -> bool:
    """True where a "subject" behind a cue is the subject of what was said, or whom it was said to."""
    behind = doc[subject].right_edge.i + 1
    return behind < passage.last and (doc[behind].tag_ in FINITE or doc[behind].lower_ == "that")


def _opening_subject(doc: "Doc", token: "Token", passage: Passage) -> int | None:
    """For "NAME, president of Acme, said": the noun that opens the sentence, where a comma stands in front of the cue."""
    if token.i <= passage.first or doc[token.i - 1].text != ",":
        return None
    first = max(token.sent.start, passage.first)
    head = noun_phrase(doc, first, token.i)[0] if doc[first].pos_ not in ("ADP", "SCONJ", "ADV") else None
    return head if head is not None and doc[head].ent_type_ not in ("DATE", "TIME") else None


def _last_of_two(verb: "Token", subject: int) -> int:
    """For "A owns B and C has said", where the parser makes one subject of B and C: the last, since the verb is singular."""
    token = verb.doc[subject]
    auxiliary = next((child for child in verb.children if child.dep_ == "aux"), verb)
    joined = next((child.i for child in token.children if child.dep_ == "conj" and child.i < verb.i
                   and verb.doc[child.left_edge.i - 1].lower_ == "and"), None)
    return joined if joined is not None and auxiliary.tag_ == "VBZ" else subject


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
            doc[i].dep_ != "pobj" or doc[i].lower_ in GROUPS or doc[i].pos_ == "PROPN"):
        return i if doc[i].pos_ == "PROPN" else _described(doc[i], passage).i
    if i > passage.first and doc[i].text == "," and doc[i - 1].dep_ == "appos" and doc[i - 1].pos_ == doc[i - 1].head.pos_ == "PROPN":
        return doc[i - 1].head.i
    follows = doc[i].is_quote or (i == token.i - 1 and doc[i].text in (",", "?", "!", "—", "–"))
    if i < passage.first or token.i + 1 >= passage.last or not follows:
        return None
    head, end = noun_phrase(doc, token.i + 1, passage.last)
    relative = head is not None and any(doc[j].tag_ in ("WDT", "WP") for j in range(head + 1, end))
    if head is None or doc[token.i + 1].pos_ == "ADP" or (end < passage.last and doc[end].tag_ in FINITE and not relative):
        return _opening_subject(doc, token, passage)
    return head


def _described(noun: "Token", passage: Passage) -> "Token":
    """For the last word of "executives of both companies", the word that the phrase is about."""
    above = noun.head.head
    held = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "at", "for", "from") and above.pos_ in ("NOUN", "PROPN")
    return above if held and passage.first <= above.i < noun.i else noun


def _inherited(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> tuple[int | None, bool]:
    """The subject of the verb that this one hangs on: "said A and added B", "said A, adding B", "quoted X as saying"."""
    if token.dep_ == "acl" and token.tag_ == "VBG" and _is_occasion(token.head):
        return None, False
    if token.dep_ == "acl" and token.tag_ == "VBG" and (_can_say(token.head) or token.lemma_.lower() not in SAY):
        return (token.head.i if _can_say(token.head) else None), False
    led = token.i + 1 < passage.last and doc[token.i + 1].lower_ == "that" and token.dep_ in ("acl", "advcl")
    if token.tag_ == "VBG" and token.i > passage.first and (doc[token.i - 1].text == "," or led):
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
            if head.dep_ == "acl" and head.tag_ in ("VBN", "VBD") and head.head.dep_ == "ROOT":
                return head.head.i, True
    return None, False


def _is_occasion(noun: "Token") -> bool:
    """True of the document in "In a letter calling for a vote, X said": it is where X spoke, and speaks not itself."""
    place = noun.head
    return noun.dep_ == "pobj" and place.lower_ == "in" and place.head.i > noun.i and place.head.lemma_ in VERBS


def _can_say(noun: "Token") -> bool:
    """True of a noun that a participle can report for: "a letter saying ...", "a man saying ..."."""
    return noun.lemma_.lower() in DOCUMENTS or noun.lower_ in GROUPS or noun.pos_ == "PROPN" or noun.lower_ in load("people")["heads"]


def _edges(doc: "Doc", verb: int, subject: int, shared: bool, passage: Passage, marks: Marks) -> tuple[int, int]:
    """The tokens from the subject to the verb, or from the verb to a subject behind it, with what describes the subject."""
    if shared:
        return verb, verb + 1
    head = doc[subject]
    if subject < verb:
        first = max(_described(head, passage).left_edge.i, passage.first)
        while first < subject and (marks.spoken(doc[first].idx) or doc[first].is_quote or doc[first].text == ","):
            first += 1
        blocked = [i for i in range(first, subject) if marks.spoken(doc[i].idx)]
        return (blocked[-1] + 1 if blocked else first), verb + 1
    last = verb + 1
    while last < min(head.right_edge.i + 1, passage.last) and marks.at(doc[last].idx) is None:
        last += 1
    return verb, max(last, subject + 1)
