"""Who speaks: the subject of a cue as a person, an organisation or a group of the document.

A name goes under its fullest form, a pronoun or a nominal to the entity that it refers to, a document ("the report") to
whoever made it. Whoever cannot be named is the group that the text calls them, and failing that nobody.
"""

import re
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Entity, Mention
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.documents import author, document_before
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.passages import Passage, token_from
from generator.extract.quotes.speaker import NOBODY, SPEAKING, WIDEST, Heard, Speaker, as_speaker, description
from generator.extract.quotes.words import DOCUMENTS, GROUPS, LOOSE, MEDIA, REPORT, THINGS, THINK, VERBS
from generator.lexicon import load
from generator.models import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NEVER = frozenset({"i", "we", "you", "one", "this", "that", "which", "what", "there", "these", "those", "nobody", "nothing", "me", "us",
                   "everyone", "anyone", "everybody"})
SIGNATURE = re.compile(r"[ \t]*\n*[ \t]*(?:—|–|--|-)\s*([^\n]{3,120})(?:\n|$)")
"""What stands behind a quotation that is signed."""
COMPARED = ("more ", "fewer", "less ")
"""How the subject of a comparison of shares begins: no group."""
ONE = frozenset({"source", "insider", "person", "man", "woman"})
"""Nouns for one person, beside those for offices."""
NEAR = 2
"""Sentences in front of "the Ohio-based company" that can name it."""
ANY_TRADE = frozenset({"company", "group", "firm", "concern", "business", "giant", "lender", "organisation", "organization", "corporation"})
"""Nouns that fit organisations of any trade."""
OPENING = 40
"""Tokens of a clause that leads to a quotation by a colon."""


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
        return _pronoun(analysis, token, cue, heard)
    mention = analysis.mention_of(token)
    by_name = mention is not None and mention.form == "name" and analysis.entities[mention.entity].kind == "person"
    person = None if by_name else heard.offices.holder(token)
    return as_speaker(analysis, person) if person else _named(analysis, token) or _described(analysis, token, cue, heard)


def _described(analysis: Analysis, token: "Token", cue: Cue, heard: Heard) -> Speaker | None:
    """Who is meant by a noun: the maker of a document, an organisation or person named before, a group."""
    last = heard.last
    if token.lemma_.lower() in DOCUMENTS or token.lower_ in DOCUMENTS:
        return author(analysis, token, cue, heard)
    if token.lower_ in THINGS:
        return None
    entity = analysis.entity_of(token)
    if entity is None and (known := _known(analysis, token, last)):
        return known
    if entity is None or entity.kind not in SPEAKING:
        return _group(analysis, token, cue)
    if last.kind == "organisation" and entity.is_organisation and token.lower_ != "company":
        return last
    return as_speaker(analysis, entity)


def _known(analysis: Analysis, token: "Token", last: Speaker) -> Speaker | None:
    """Whoever spoke last where the text calls them "the analyst" or "the paper", and the medium that a noun has in front of it."""
    if last.kind == "person" and _is_the_same(analysis, token):
        return last
    if token.lower_ in MEDIA:
        return _medium(analysis, token, last)
    firm = token.lower_ in load("organisations")["nouns"] or token.lower_ == "concern"
    return _told_of(analysis, token) if firm and token.tag_ == "NN" else None


def _told_of(analysis: Analysis, token: "Token") -> Speaker | None:
    """For "the Ohio-based company" the organisation that a sentence just before is about, if no other is named since."""
    sentence, first = analysis.sentence_at(token.idx), analysis.doc[token.left_edge.i]
    if sentence is None or first.lower_ != "the":
        return None
    for before in reversed(analysis.sentences[max(sentence.index - NEAR, 0):sentence.index]):
        entities = {near.entity for near in analysis.mentions_in(before.start, first.idx) if analysis.entities[near.entity].is_organisation}
        if len(entities) > 1:
            return None
        subjects = (part for part in analysis.tokens(before) if part.dep_ == "nsubj" and part.head.dep_ == "ROOT")
        entity = next(filter(None, map(analysis.entity_of, subjects)), None)
        if entity and entity.index in entities:
            return as_speaker(analysis, entity) if _may_be(entity, token.lower_) else None
    return None


def _may_be(entity: Entity, noun: str) -> bool:
    """False of "manufacturer" for Norrland Airways: the name tells another trade."""
    lists, words = load("organisations"), entity.name.lower().split()
    return noun in ANY_TRADE or noun in words or not any(word in lists["company"] or word in lists["institution"] for word in words)


def _medium(analysis: Analysis, token: "Token", last: Speaker) -> Speaker | None:
    """For "the Herald business daily" the Herald, for "the paper" the organisation that spoke last."""
    doc, i = analysis.doc, token.i - 1
    while i > 0 and doc[i].pos_ in ("NOUN", "ADJ") and analysis.mention_of(doc[i]) is None:
        i -= 1
    named = analysis.mention_of(doc[i])
    if named and named.form == "name" and analysis.entities[named.entity].kind in ("company", "other", "product"):
        return as_speaker(analysis, analysis.entities[named.entity])
    return last if last.kind == "organisation" and doc[i].lower_ == "the" else None


def _pronoun(analysis: Analysis, token: "Token", cue: Cue, heard: Heard) -> Speaker | None:
    word, entity, last, lemma = token.lower_, analysis.entity_of(token), heard.last, cue.lemma(analysis.doc)
    if word == "it":
        return _it(analysis, token, cue, heard)
    if word in ("he", "she", "him", "her", "his"):
        if _is_one(last) and (entity is None or _is_told_of(analysis, entity, heard.said, token.idx)):
            return last
        if not entity:
            return last if last.kind == "person" else NOBODY
    if entity:
        return as_speaker(analysis, entity)
    if word in ("they", "them", "their"):
        return last if last.kind in ("group", "organisation") else (None if lemma in REPORT | THINK else NOBODY)
    return _group(analysis, token, None) if word in GROUPS or word == "all" else None


def _it(analysis: Analysis, token: "Token", cue: Cue, heard: Heard) -> Speaker | None:
    """Who "it" is: whoever does what the clause around tells, the organisation that spoke last, the document that the sentence before is
    about, else whoever it refers to.
    """
    doer = _doer_around(token)
    known = (_named(analysis, doer) or _described(analysis, doer, cue, heard)) if doer is not None and _can_speak(doer) else None
    if known is not None and known.kind != "person":
        return known
    entity, document = analysis.entity_of(token), document_before(analysis, token)
    if heard.last.kind == "organisation" and (entity or cue.lemma(analysis.doc) not in THINK):
        return heard.last
    if document is not None:
        return author(analysis, document, cue, heard)
    return as_speaker(analysis, entity) if entity else None


def _doer_around(token: "Token") -> "Token | None":
    """For "Acme sued a broker who it says lied" the subject of the clause around the relative clause."""
    verb = token.head
    if verb.dep_ != "relcl":
        return None
    around = next((above for above in verb.head.ancestors if above.pos_ in ("VERB", "AUX")), None)
    return next((child for child in around.children if child.dep_ == "nsubj" and child.i < token.i), None) if around is not None else None


def another(analysis: Analysis, speaker: Speaker, last: Speaker, said: tuple[Span, ...]) -> Speaker:
    """Who "he" is, where the statement names the person he was taken for: people do not name themselves.

    Whoever spoke last; where nobody did, the same as before, unless the statement is about that person.
    """
    told = [mention for span in said for mention in analysis.mentions_in(span.start, span.end)
            if mention.entity == speaker.entity and mention.form == "name"]
    if not told or speaker.kind != "person":
        return speaker
    if last.kind == "person" and last != speaker:
        return last
    about = any(analysis.doc[i].dep_ in ("nsubj", "nsubjpass") and analysis.doc[i].head.dep_ in ("ccomp", "ROOT")
                for mention in told for i in range(mention.first, mention.last))
    return NOBODY if about else speaker


def _is_one(speaker: Speaker) -> bool:
    """True of somebody whom the text only describes, and who is one person: "a banker", "the source close to Acme"."""
    return speaker.kind == "group" and any(word in ONE or word in load("people")["heads"] for word in (speaker.name or "").lower().split())


def _is_told_of(analysis: Analysis, entity: Entity, said: tuple[Span, ...], offset: int) -> bool:
    """True where the words that somebody else just said are what named a person last."""
    names = [mention.start for mention in analysis.mentions_in(said[0].start if said else offset, offset)
             if mention.entity == entity.index and mention.form == "name"]
    return bool(names) and any(span.start <= names[-1] < span.end for span in said)


def _named(analysis: Analysis, token: "Token") -> Speaker | None:
    """The person or organisation that a noun phrase names: its head, or the apposition beside it ("the chairman, Jane Roe,")."""
    mention = _before_ticker(analysis, token)
    if mention and mention.form == "name":
        entity = analysis.entities[mention.entity]
        if entity.kind == "place" or not (_owns(analysis, mention) or entity.kind == "group"):
            return as_speaker(analysis, entity, token)
    for child in token.children:
        named = analysis.mention_of(child) if child.dep_ in ("appos", "compound", "flat", "nmod") else None
        beside = analysis.entities[named.entity] if named and named.form == "name" and not _owns(analysis, named) else None
        if beside and (beside.kind == "person" or (beside.is_organisation and child.dep_ == "appos")):
            return as_speaker(analysis, beside)
    return _behind_titles(analysis, token)


def _behind_titles(analysis: Analysis, token: "Token") -> Speaker | None:
    """For "chairman, chief executive and president NAME", which the parser takes for a row: the person whose titles they are."""
    if token.tag_ != "NN" or any(child.dep_ == "det" for child in token.lefts):
        return None
    last = analysis.mention_of(analysis.doc[token.right_edge.i])
    entity = analysis.entities[last.entity] if last and last.form == "name" else None
    if last is None or entity is None or entity.kind != "person":
        return None
    title = analysis.doc[last.first - 1]
    return as_speaker(analysis, entity) if last.first - 1 > token.i and title.pos_ == "NOUN" else None


def _before_ticker(analysis: Analysis, token: "Token") -> Mention | None:
    """The mention that a token is part of; for the ticker in "Acme Corp <ACM>", the name in front of it."""
    mention, start = analysis.mention_of(token), token.idx
    if analysis.text[max(0, start - 1):start] != "<":
        return mention
    before = [named for named in analysis.mentions_in(max(0, start - 80), start - 1) if named.end >= start - 3]
    return before[-1] if before else mention


def _is_the_same(analysis: Analysis, token: "Token") -> bool:
    """True of "the analyst", "the executive": a role with an article and nothing else, for somebody already known."""
    first = token.left_edge.i
    plain = first == token.i - 1 and analysis.doc[first].lower_ in ("the", "this")
    return plain and token.lower_ in load("people")["heads"]


def _owns(analysis: Analysis, mention: Mention) -> bool:
    return mention.last < len(analysis.doc) and analysis.doc[mention.last].tag_ == "POS"


def _group(analysis: Analysis, token: "Token", cue: Cue | None) -> Speaker | None:
    """Somebody whom the text only describes: "some analysts", "a spokesman for the bank"."""
    thinks = cue is not None and cue.lemma(analysis.doc) in THINK
    human = token.lower_ in GROUPS
    if token.text == "%" or not (human or token.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ")) or (thinks and not human):
        return None
    if cue is not None and not human and cue.lemma(analysis.doc) in LOOSE | REPORT and not _can_speak(token):
        return None
    described = description(analysis, token)
    return None if described.lower().startswith(COMPARED) else Speaker(described, "group")


def _can_speak(token: "Token") -> bool:
    """True of a noun for people or for an organisation."""
    organisations = load("organisations")
    listed = (load("people")["heads"], organisations["nouns"], organisations["institution"])
    return token.pos_ == "PROPN" or any(token.lemma_.lower() in words for words in listed)


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
    led = analysis.text[max(0, region.start - 2):region.start].strip()[-1:] in (":", ",")
    closed = analysis.text[region.inner.end - 1] in ".!?"
    behind = range(last, min(passage.last, last + WIDEST)) if not closed else ()
    for i in (*range(max(passage.first, first - WIDEST), first), *behind):
        verb = doc[i].head
        if i < first and not led and verb.lemma_ not in VERBS:
            continue
        inside = region.start <= doc[i].idx < region.end or region.start <= verb.idx < region.end
        if doc[i].dep_ == "nsubj" and verb.pos_ == "VERB" and not inside:
            entity = analysis.entity_of(doc[i])
            return as_speaker(analysis, entity) if entity and entity.kind in SPEAKING else None
    return None


def _opening(analysis: Analysis, passage: Passage, end: int) -> Speaker | None:
    """Whoever a clause that ends with a colon is about: its last word, a person, or the person who is its first subject.

    "The rise surprised nobody less than Jane Roe: ..." and "Roe refused to comment: ...".
    """
    named = analysis.mention_of(analysis.doc[end - 2]) if end - 2 >= passage.first else None
    if named and named.form == "name" and analysis.entities[named.entity].kind == "person":
        return as_speaker(analysis, analysis.entities[named.entity])
    for i in range(max(passage.first, end - OPENING), end):
        if analysis.doc[i].dep_ == "nsubj" and analysis.doc[i].head.dep_ not in ("relcl", "advcl"):
            entity = analysis.entity_of(analysis.doc[i])
            return as_speaker(analysis, entity) if entity and entity.kind == "person" else None
    return None
