"""Who made a document that speaks: "the report said" is a statement of whoever published it."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.speaker import SPEAKING, WIDEST, Heard, Speaker, as_speaker, description
from generator.extract.quotes.words import DOCUMENTS, FIGURES, GROUPS, LOOSE, REPORT

if TYPE_CHECKING:
    from spacy.tokens import Token

MAKERS = frozenset({"government", "ministry", "bank", "company", "commission", "agency", "party", "police", "court", "council"})
"""Nouns in front of a document that say who made it."""
STUDY, STUDIES = "study", frozenset({"study", "report", "survey", "poll", "paper", "analysis", "research"})
"""Words that a text uses of one and the same document."""
MENTIONED_WITHIN = 120
"""Tokens before "the report said" in which the report is looked for with its maker."""


def author(analysis: Analysis, token: "Token", cue: Cue, heard: Heard) -> Speaker | None:
    """Who made a document that speaks: its owner, the name in front of it, "by X"; else its maker as told before."""
    first = max(token.left_edge.i, token.i - WIDEST)
    if token.lower_ in FIGURES and cue.lemma(analysis.doc) in ("indicate", "signal"):
        return None
    kind = STUDY if token.lemma_.lower() in STUDIES else token.lemma_.lower()
    named = _maker(analysis, token, first, cue)
    if named:
        heard.documents[kind] = named
        return named
    definite = any(analysis.doc[i].lower_ in ("the", "its", "this") for i in range(first, token.i))
    vague = not definite and (cue.form == "according" or cue.lemma(analysis.doc) in LOOSE | REPORT)
    vague = vague and not (kind == STUDY and cue.form == "according")
    if token.lower_ in FIGURES or vague:
        return None
    if heard.last.kind == "organisation":
        heard.documents[kind] = heard.last
        return heard.last
    known = (heard.documents.get(kind) or _mentioned(analysis, token, cue)) if definite else None
    return known or Speaker(description(analysis, token), "group")


def _mentioned(analysis: Analysis, token: "Token", cue: Cue) -> Speaker | None:
    """The maker of a document that the text has just spoken of: "Acme published a report on Monday. The report said ..."."""
    doc = analysis.doc
    for i in range(min(token.left_edge.i, cue.first) - 1, max(0, token.i - MENTIONED_WITHIN) - 1, -1):
        if doc[i].lemma_ != token.lemma_ and not {doc[i].lemma_, token.lemma_} <= STUDIES:
            continue
        made = _maker(analysis, doc[i], max(doc[i].left_edge.i, i - WIDEST), None)
        subject = next((child for child in doc[i].head.children if child.dep_ == "nsubj"), None) if doc[i].dep_ == "dobj" else None
        entity = analysis.entity_of(subject) if subject is not None else None
        return made or (as_speaker(analysis, entity) if entity and entity.kind in SPEAKING else None)
    return None


def _maker(analysis: Analysis, token: "Token", first: int, cue: Cue | None) -> Speaker | None:
    """The name in front of a document or behind "by", "from", "of", "at"; else a noun such as "government" in front of it."""
    doc = analysis.doc
    end = min(token.right_edge.i + 1, token.i + WIDEST)
    end = max(end, cue.last) if cue is not None and cue.form == "according" else end
    by = [i for i in range(token.i + 1, end) if doc[i].lower_ in ("by", "from", "of", "at")]
    for i in [*range(token.i - 1, first - 1, -1), *(j for k in by for j in range(k + 1, min(k + 8, end)))]:
        entity = analysis.entity_of(doc[i])
        if entity and entity.kind in ("person", "company", "institution"):
            return as_speaker(analysis, entity)
    noun = next((child for child in token.children if child.dep_ in ("compound", "poss", "amod") and child.lower_ in MAKERS), None)
    about = analysis.subject_entity
    whose = next((child for child in token.children if child.dep_ == "poss" and child.lower_ in GROUPS), None)
    if noun is None and whose is not None:
        return Speaker(description(analysis, whose), "group")
    if noun is not None and noun.lower_ == "company" and about and about.kind == "company":
        return as_speaker(analysis, about)
    return Speaker(noun.text, "organisation") if noun is not None else None


def document_before(analysis: Analysis, token: "Token") -> "Token | None":
    """The document that is the subject of the sentence before ("The study praised nobody. But it argues ...")."""
    sentence = analysis.sentence_at(token.idx)
    if sentence is None or sentence.index == 0:
        return None
    before = analysis.sentences[sentence.index - 1]
    subjects = (part for part in analysis.tokens(before) if part.dep_ in ("nsubj", "nsubjpass") and part.head.dep_ == "ROOT")
    first = next(subjects, None)
    return first if first is not None and first.lemma_.lower() in DOCUMENTS and first.lower_ not in FIGURES else None
