"""Where a cue's content ends at the latest: in front of the next cue on its level, or of the clause that it stands inside."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis
from generator.columns import SUBJECTS
from generator.extract.quotes.acts import next_act
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTRASTS = frozenset({"while", "whereas", "although", "though", "but", "however"})
LINKS = CONTRASTS | {"and", "by"}
PRONOUNS = frozenset({"he", "she", "it", "they"})


def ceiling(analysis: Analysis, passage: Passage, cue: Cue, later: list[Cue]) -> int:
    """The offset in front of which the content of a cue ends.

    Args:
        analysis: the document as understood.
        passage: where the cue stands.
        cue: the cue.
        later: the cues behind it, nearest first.
    """
    doc = analysis.doc
    limit = passage.end if cue.parenthetical else _own_clause(doc, cue, passage)
    act = next_act(doc, cue, passage)
    limit = min(limit, doc[act].idx) if act is not None else limit
    for other in later:
        if other.verb <= cue.last or doc[other.first].idx >= limit:
            continue
        if other.form == "according" and (stop := _semicolon(doc, cue, other)) is not None:
            return doc[stop].idx
        if is_reporter(analysis, other, limit) or _same_level(analysis, cue, other):
            return doc[_before_link(doc, cue, other)].idx
    return limit


def _semicolon(doc: "Doc", cue: Cue, other: Cue) -> int | None:
    """The semicolon behind which "according to X" tells of something else: "X said A; B, according to Y"."""
    return next((i for i in range(other.first - 1, cue.last, -1) if doc[i].text == ";"), None)


def _own_clause(doc: "Doc", cue: Cue, passage: Passage) -> int:
    """The end of the clause that holds the cue, where its sentence goes on: "X, who said A, left", "Warning of A, X left"."""
    verb = doc[cue.verb]
    head = verb.head
    if cue.form == "noun" and head.i > verb.i:
        return _end_of(doc, doc[cue.last].head)
    if verb.dep_ == "relcl" and _main_clause_goes_on(doc, verb, passage):
        return _end_of(doc, verb)
    if verb.dep_ == "advcl" and head.i > verb.i:
        subject = next((child for child in head.children if child.dep_ in SUBJECTS and child.i > verb.i), None)
        if subject is not None and doc[subject.left_edge.i - 1].text == ",":
            return doc[subject.left_edge.i].idx
    return passage.end


def _main_clause_goes_on(doc: "Doc", verb: "Token", passage: Passage) -> bool:
    """True behind "X, who said A, left", and behind "sued X, who said A, and Y"."""
    after = verb.right_edge.i + 1
    if after + 1 >= passage.last or doc[after].text != ",":
        return False
    return verb.head.head.i > verb.i or (doc[after + 1].dep_ == "cc" and doc[after + 1].head.i == verb.head.i)


def _end_of(doc: "Doc", token: "Token") -> int:
    """The offset behind the words that hang on a token."""
    last = doc[token.right_edge.i]
    return last.idx + len(last)


def _before_link(doc: "Doc", cue: Cue, other: Cue) -> int:
    """The token where "and", "but" or ", while" leads to the next cue: far in front of it in "but, contrary to May, expects"."""
    i = other.first - 1
    while i > cue.last and (doc[i].text == "," or doc[i].pos_ in ("CCONJ", "ADV") or doc[i].lower_ in LINKS):
        i -= 1
    head = doc[other.verb].head
    if other.shared and doc[other.verb].dep_ == "conj":
        links = (child.i for child in head.children if child.dep_ == "cc" and cue.last < child.i < i)
        return max(links, default=i + 1)
    return i + 1


def _same_level(analysis: Analysis, cue: Cue, other: Cue) -> bool:
    """True of "and noted", ", adding", ", while analysts say": a cue beside this one, not one inside what it reports."""
    doc = analysis.doc
    before = doc[other.first - 1]
    if other.form != "verb" or other.parenthetical:
        return False
    if other.shared:
        linked = before.text == "," or before.lower_ in ("and", "by", *CONTRASTS) or before.pos_ == "ADV"
        verb, head = doc[other.verb], doc[cue.verb]
        if verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl") and other.last < len(doc) and doc[other.last].lower_ == "that":
            return True
        return linked and (verb.tag_ == "VBG" or verb.head.i in (head.i, cue.verb) or verb.tag_ == head.tag_)
    if doc[cue.verb].dep_ == "advcl" and doc[cue.verb].head.i == other.verb:
        return True
    joined = before.text == ";" or (before.lower_ in LINKS and other.first > 1 and doc[other.first - 2].text == ",")
    told = doc[other.subject] if other.subject is not None else None
    if joined and before.lower_ in CONTRASTS and told is not None and (told.lower_ in PRONOUNS or told.lower_ == _subject_word(doc, cue)):
        return True
    return joined and not any(cue.verb < ancestor.i < other.verb for ancestor in doc[other.verb].ancestors)


def is_reporter(analysis: Analysis, other: Cue, limit: int) -> bool:
    """True of the last words of "X said A rose, Acme News reported": a medium that passes on what X said."""
    doc = analysis.doc
    if other.form != "verb" or other.shared or doc[other.first - 1].text != "," or other.subject is None or other.subject > other.verb:
        return False
    medium = analysis.entity_of(doc[other.subject])
    ends = other.last >= len(doc) or doc[other.last].text in (".", ",") or doc[other.last].idx >= limit
    return other.lemma(doc) in ("report", "say", "write") and ends and medium is not None and medium.is_organisation


def _subject_word(doc: "Doc", cue: Cue) -> str | None:
    return doc[cue.subject].lower_ if cue.subject is not None else None
