"""Who speaks: the subject of a cue as a person, an organisation or a group of the document.

A name goes under its fullest form, a pronoun or a nominal to the entity that it refers to, a document ("the report") to
whoever made it. Whoever cannot be named is the group that the text calls them, and failing that nobody.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Entity, Mention
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.offices import Offices
from generator.extract.quotes.passages import Passage, token_from
from generator.extract.quotes.words import DOCUMENTS, FIGURES, GROUPS, LOOSE, MARKETS, REPORT, THINGS, THINK
from generator.lexicon import load
from generator.models import SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

NEVER = frozenset({"i", "we", "you", "one", "this", "that", "which", "what", "there", "these", "those", "nobody", "nothing", "me", "us",
                   "everyone", "anyone", "everybody"})
SPEAKING = ("person", "company", "institution", "country")
"""Kinds of entities that speak."""
MAKERS = frozenset({"government", "ministry", "bank", "company", "commission", "agency", "party", "police", "court", "council"})
"""Nouns in front of a document that say who made it."""
LEADING = frozenset({"a", "an", "the", "and", "but", "as", "while", "although"})
CLAUSAL = frozenset({"WDT", "WP", "PRP", "VBD", "VBZ", "VBP", "MD"})
STUDY, STUDIES = "study", frozenset({"study", "report", "survey", "poll", "paper", "analysis", "research"})
"""Words that a text uses of one and the same document."""
MENTIONED_WITHIN = 120
"""Tokens before "the report said" in which the report is looked for with its maker."""
SIGNATURE = re.compile(r"[ \t]*\n*[ \t]*(?:—|–|--|-)\s*([^\n]{3,120})(?:\n|$)")
"""What stands behind a quotation that is signed."""
COMPARED = ("more ", "fewer", "less ")
"""How the subject of a comparison of shares begins: no group."""
OPENING = 40
"""Tokens of a clause that leads to a quotation by a colon."""
WIDEST = 14
"""Tokens of a group's description."""


@dataclass(frozen=True)
class Speaker:
    """Who speaks, in words of the text; ``entity`` where it is one of the document's."""

    name: str | None
    kind: SpeakerKind
    entity: int | None = None

    @property
    def particular(self) -> bool:
        """True of somebody who is named."""
        return self.entity is not None


NOBODY = Speaker(None, "unattributed")


@dataclass
class Heard:
    """What is known while reading: who holds which office, who spoke last, and who made which document ("report")."""

    offices: Offices
    last: Speaker = NOBODY
    documents: dict[str, Speaker] = field(default_factory=dict)


def speaker_of(analysis: Analysis, cue: Cue, heard: Heard) -> Speaker | None:
    """Who speaks by a cue; None where its subject is nobody who could.

    Args:
        analysis: the document as understood.
        cue: a cue.
        heard: what is known so far, such as who spoke last, for "it was added that".
    """
    if cue.subject is None:
        return heard.last
    token = analysis.doc[cue.subject]
    if token.lower_ in NEVER:
        return None
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
        return _pronoun(analysis, token, heard.last, cue.lemma(analysis.doc))
    entity = analysis.entity_of(token)
    person = heard.offices.holder(token) if entity is None or entity.kind != "person" else None
    return as_speaker(analysis, person) if person else _named(analysis, token) or _described(analysis, token, cue, heard)


def _described(analysis: Analysis, token: "Token", cue: Cue, heard: Heard) -> Speaker | None:
    """Who is meant by a noun: the maker of a document, an organisation or person named before, a group."""
    last = heard.last
    if token.lemma_.lower() in DOCUMENTS or token.lower_ in DOCUMENTS:
        return _author(analysis, token, cue, heard)
    if token.lower_ in THINGS:
        return None
    entity = analysis.entity_of(token)
    if entity is None and last.kind == "person" and _is_the_same(analysis, token):
        return last
    if entity is None or entity.kind not in SPEAKING:
        return _group(analysis, token, cue)
    if last.kind == "organisation" and entity.is_organisation and token.lower_ != "company":
        return last
    return as_speaker(analysis, entity)


def as_speaker(analysis: Analysis, entity: Entity, token: "Token | None" = None) -> Speaker:
    """An entity as a speaker; an organisation goes by the acronym that stands at ``token``, or that it mostly goes by."""
    if entity.kind == "person":
        return Speaker(entity.name, "person", entity.index)
    if entity.name.lower() in MARKETS:
        return Speaker(entity.name, "group")
    mention = analysis.mention_of(token) if token is not None else None
    here = analysis.text[mention.start:mention.end] if mention and mention.form == "name" else ""
    form = here if here.isupper() or here == entity.name else _usual(analysis, entity)
    return Speaker(form if form.isupper() and len(form) < 8 else entity.name, "organisation", entity.index)


def _usual(analysis: Analysis, entity: Entity) -> str:
    """The form under which an entity is named most."""
    forms = Counter(analysis.text[mention.start:mention.end] for mention in entity.mentions[:50] if mention.form == "name")
    return forms.most_common(1)[0][0] if forms else entity.name


def _pronoun(analysis: Analysis, token: "Token", last: Speaker, lemma: str) -> Speaker | None:
    word, entity = token.lower_, analysis.entity_of(token)
    if word == "it":
        if last.kind == "organisation" and (entity or lemma not in THINK):
            return last
    elif word in ("he", "she", "him", "her", "his") and not entity:
        return last if last.kind == "person" else NOBODY
    if entity:
        return as_speaker(analysis, entity)
    if word in ("they", "them", "their"):
        return last if last.kind in ("group", "organisation") else (None if lemma in REPORT | THINK else NOBODY)
    return _group(analysis, token, None) if word in GROUPS or word == "all" else None


def _named(analysis: Analysis, token: "Token") -> Speaker | None:
    """The person or organisation that a noun phrase names: its head, or the apposition beside it ("the chairman, Jane Roe,")."""
    mention = analysis.mention_of(token)
    if mention and mention.form == "name":
        entity = analysis.entities[mention.entity]
        if entity.kind == "place" or not (_owns(analysis, mention) or entity.kind == "group"):
            return as_speaker(analysis, entity, token)
    for child in token.children:
        named = analysis.mention_of(child) if child.dep_ in ("appos", "compound", "flat", "nmod") else None
        beside = analysis.entities[named.entity] if named and named.form == "name" and not _owns(analysis, named) else None
        if beside and (beside.kind == "person" or (beside.is_organisation and child.dep_ == "appos")):
            return as_speaker(analysis, beside)
    return None


def _is_the_same(analysis: Analysis, token: "Token") -> bool:
    """True of "the analyst", "the executive": a role with an article and nothing else, for somebody already known."""
    first = token.left_edge.i
    plain = first == token.i - 1 and analysis.doc[first].lower_ in ("the", "this")
    return plain and token.lower_ in load("people")["heads"]


def _owns(analysis: Analysis, mention: Mention) -> bool:
    return mention.last < len(analysis.doc) and analysis.doc[mention.last].tag_ == "POS"


def _author(analysis: Analysis, token: "Token", cue: Cue, heard: Heard) -> Speaker | None:
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
    if token.lower_ in FIGURES or vague:
        return None
    if heard.last.kind == "organisation":
        heard.documents[kind] = heard.last
        return heard.last
    known = (heard.documents.get(kind) or _mentioned(analysis, token, cue)) if definite else None
    return known or Speaker(_description(analysis, token), "group")


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
    if noun is not None and noun.lower_ == "company" and about and about.kind == "company":
        return as_speaker(analysis, about)
    return Speaker(noun.text, "organisation") if noun is not None else None


def _group(analysis: Analysis, token: "Token", cue: Cue | None) -> Speaker | None:
    """Somebody whom the text only describes: "some analysts", "a spokesman for the bank"."""
    thinks = cue is not None and cue.lemma(analysis.doc) in THINK
    human = token.lower_ in GROUPS
    if token.text == "%" or not (human or token.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ")) or (thinks and not human):
        return None
    if cue is not None and not human and cue.lemma(analysis.doc) in LOOSE | REPORT and not _can_speak(token):
        return None
    described = _description(analysis, token)
    return None if described.lower().startswith(COMPARED) else Speaker(described, "group")


def _can_speak(token: "Token") -> bool:
    """True of a noun for people or for an organisation."""
    organisations = load("organisations")
    listed = (load("people")["heads"], organisations["nouns"], organisations["institution"])
    return token.pos_ == "PROPN" or any(token.lemma_.lower() in words for words in listed)


def _description(analysis: Analysis, token: "Token") -> str:
    """The words that describe a group, without a leading article and without relative clauses."""
    doc = analysis.doc
    first, end = max(token.left_edge.i, token.i - WIDEST), min(token.right_edge.i + 1, token.i + WIDEST)
    sentence = analysis.sentence_at(token.idx)
    if sentence:
        first, end = max(first, sentence.first), min(end, sentence.last)
    while first < token.i and (doc[first].lower_ in LEADING or doc[first].is_punct or doc[first].is_space):
        first += 1
    for i in range(first, token.i):
        if doc[i].text in ("“", "”", '"', ":", ";") or (doc[i].text == "," and doc[i - 1].pos_ != "ADJ"):
            first = i + 1
    stop = token.i + 1
    if stop < len(doc) and doc[stop].lower_ in ("at", "from", "with") and doc[stop].head.i != token.i:
        limit = min(stop + 6, sentence.last if sentence else stop)
        end = max(end, next((i for i in range(stop + 1, limit) if doc[i].pos_ == "ADP" or doc[i].is_punct), limit))
    while stop < end and doc[stop].tag_ not in CLAUSAL and not doc[stop].is_punct and not doc[stop].is_space:
        stop += 1
    return analysis.text[doc[first].idx:doc[stop - 1].idx + len(doc[stop - 1])]


def introduced(analysis: Analysis, region: Quoted, passage: Passage) -> Speaker | None:
    """Who speaks a quotation that no reporting verb claims: the name that signs it, or the subject of the words around it.

    Signed: "..." — Commissioner Jane Roe. Around it: Roe shrugged: "...", or "...," Roe smiled.
    """
    doc = analysis.doc
    signature = SIGNATURE.match(analysis.text, region.end)
    if signature:
        signed = (analysis.entities[mention.entity] for mention in analysis.mentions_in(signature.start(1), signature.end(1)))
        person = next((entity for entity in signed if entity.kind == "person"), None)
        return as_speaker(analysis, person) if person else None
    first, last = token_from(analysis, region.start), token_from(analysis, region.end)
    if analysis.text[max(0, region.start - 2):region.start] == ": " and (told := _opening(analysis, passage, first)):
        return told
    for i in (*range(max(passage.first, first - WIDEST), first), *range(last, min(passage.last, last + WIDEST))):
        verb = doc[i].head
        inside = region.start <= doc[i].idx < region.end or region.start <= verb.idx < region.end
        if doc[i].dep_ == "nsubj" and verb.pos_ == "VERB" and not inside:
            entity = analysis.entity_of(doc[i])
            return as_speaker(analysis, entity) if entity and entity.kind in SPEAKING else None
    return None


def _opening(analysis: Analysis, passage: Passage, end: int) -> Speaker | None:
    """The person who is the first subject of the clause that a colon ends: "Roe refused to comment: '...'"."""
    for i in range(max(passage.first, end - OPENING), end):
        if analysis.doc[i].dep_ == "nsubj" and analysis.doc[i].head.dep_ not in ("relcl", "advcl"):
            entity = analysis.entity_of(analysis.doc[i])
            return as_speaker(analysis, entity) if entity and entity.kind == "person" else None
    return None
