"""The titles that the clauses around a name give.

NAME is the chairman of Acme · Acme's chairman is NAME · as chairman of Acme, NAME ... · Acme was founded by NAME · NAME joined Acme
"""

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import form
from generator.extract.people.phrase import WATCHES, phrase
from generator.extract.people.titles import NOMINAL, Found, ends_title
from generator.extract.people.words import lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = frozenset({"be", "become", "remain"})
WORKS = frozenset({"work", "teach", "lecture", "follow", "cover", "track", "join"})
FUTURE = frozenset({"will", "would", "is", "was", "to", "set", "due", "later", "then", "soon"})
"""Between a name and "become"."""
LONGEST_CLAUSE = 14
"""Tokens between a verb and its subject, and from "as" to the comma behind a title."""
CAPACITIES = frozenset({"as", "named", "appointed", "elected", "now", "once", "currently", "a", "an"})
"""How a sentence begins that tells what its subject is."""
CHAIN = 6
"""People of a list that is the subject of a clause."""


def predicate(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME is the chairman of Acme", "NAME has been chairman", "NAME, who ..., will become chairman", "NAME and NAME are directors"."""
    doc, i = analysis.doc, mention.last
    verb = _copula(doc[mention.last - 1])
    if verb is None:
        i += i < len(doc) - 2 and doc[i].lemma_ == "have" and doc[i + 1].lower_ == "been"
        to_be = next((j for j in range(i, min(i + LONGEST_CLAUSE, len(doc) - 1)) if doc[j].lower_ not in FUTURE), i)
        verb = doc[to_be if doc[to_be].lemma_ == "become" else i] if i < len(doc) - 1 else None
    if verb is None or verb.i >= len(doc) - 1 or verb.lemma_ not in COPULAS or verb.dep_ == "auxpass" or _is_supposed(verb):
        return None
    i = verb.i + 1
    while i < len(doc) - 1 and doc[i].pos_ == "ADV":
        i += 1
    i += 2 if doc[i:i + 2].text.lower() == "to be" else 0
    if mention.form == "pronoun" and mention.first > 1 and doc[mention.first - 1].lower_ == "where":
        found = phrase(analysis, i)
        there = _organisation_at(analysis, mention.first - 2 - (doc[mention.first - 2].text == ","))
        return replace(found, organisation=there.organisation) if found and there and not found.organisation else found
    return phrase(analysis, i) if doc[i].pos_ in NOMINAL or doc[i].lower_ == "its" else None


def _copula(name: "Token") -> "Token | None":
    """The "be", "become" or "remain" whose subject a name is, alone, in a list or beside what it is called ("his brother, NAME, is")."""
    subject = name
    for _ in range(CHAIN):
        if subject.dep_ not in ("conj", "appos") or subject.head.i > subject.i:
            break
        subject = subject.head
    verb = subject.head
    return verb if subject.dep_ == "nsubj" and verb.lemma_ in COPULAS and verb.i > name.i else None


def _is_supposed(verb: "Token") -> bool:
    """True of "if NAME becomes president" and "when NAME was chairman": what somebody is not, or not now."""
    return any(child.lower_ in ("if", "unless", "whether", "until", "before") for child in verb.children if child.i < verb.i)


def identified(analysis: Analysis, mention: Mention) -> Found | None:
    """"The chairman of Acme is NAME", "Acme, whose chairman is NAME"."""
    name = analysis.doc[mention.last - 1]
    if name.dep_ != "attr" or name.head.lemma_ != "be":
        return None
    subject = next((child for child in islice(name.head.lefts, LONGEST_CLAUSE) if child.dep_ == "nsubj"), None)
    if subject is None or not ends_title(analysis.doc, subject.i):
        return None
    found = phrase(analysis, subject.left_edge.i)
    return found if found and found.start <= subject.idx else None


def in_capacity(analysis: Analysis, mention: Mention) -> Found | None:
    """"As chairman of Acme, NAME cut costs", "Named chairman of Acme, NAME moves", "A former chairman of Acme, NAME lives in Oslo"."""
    doc, comma = analysis.doc, mention.first - 1
    sentence = analysis.sentence_at(mention.start) if comma > 1 and doc[comma].text == "," else None
    if sentence is None or comma - sentence.first > LONGEST_CLAUSE or doc[sentence.first].lower_ not in CAPACITIES:
        return None
    between = doc[sentence.first + 1:comma]
    return None if any(token.text == "," or token.pos_ in ("VERB", "AUX") for token in between) else phrase(analysis, sentence.first + 1)


def leading(analysis: Analysis, mention: Mention) -> Found | None:
    """"Acme, led by NAME, ...", "Acme, a firm run by NAME", "Acme was founded in 1991 by NAME and NAME": the organisation alone."""
    token = analysis.doc[mention.last - 1]
    for _ in range(CHAIN):
        if token.dep_ != "conj":
            break
        token = token.head
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "by" or verb.lemma_ not in load("people")["leads"]:
        return None
    if verb.dep_ == "acl":
        before = verb.i - 1 - (verb.i > 1 and analysis.doc[verb.i - 1].text == ",")
        owner = next((child for child in verb.head.lefts if child.dep_ == "poss"), verb.head.head if verb.head.dep_ == "appos" else None)
        return _organisation_at(analysis, before) or (_organisation_at(analysis, owner.i) if owner is not None else None)
    subject = next((child for child in islice(verb.lefts, LONGEST_CLAUSE) if child.dep_ == "nsubjpass"), None)
    return _organisation_at(analysis, subject.i) if subject is not None else None


def working(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME works for Acme", "NAME joined Acme", "NAME, who works at Acme": the organisation without a title."""
    token = analysis.doc[mention.last - 1]
    who = analysis.doc[min(mention.last + 1, len(analysis.doc) - 1)]
    verb = who.head if who.lower_ == "who" and who.i == mention.last + 1 else token.head if token.dep_ in ("nsubj", "nsubjpass") else token
    if verb.lemma_ in ("sit", "serve", "elect"):
        return _on_board(analysis, verb)
    if verb.lemma_ not in WORKS:
        return None
    if verb.lemma_ == "join":
        joined = next((child for child in islice(verb.rights, LONGEST_CLAUSE) if child.dep_ == "dobj"), None)
        return _organisation_at(analysis, joined.i) if joined is not None else None
    doc, stop = analysis.doc, min(verb.i + LONGEST_CLAUSE, len(analysis.doc) - 1)
    link = next((doc[i] for i in range(verb.i + 1, stop) if doc[i].lower_ in ("for", "at") or doc[i].is_punct), None)
    if link is None or link.is_punct or (verb.lemma_ in WATCHES and link.lower_ != "for"):
        return None
    own = link.head.i == verb.i or (link.head.dep_ == "dobj" and link.head.head.i == verb.i)  # not "pay the fees that she owes at Acme"
    return _organisation_at(analysis, link.i + 1 + (doc[link.i + 1].pos_ == "DET")) if own else None


def _on_board(analysis: Analysis, verb: "Token") -> Found | None:
    """"NAME sits on the board of Acme", "NAME was elected to the board of Acme"."""
    link = next((child for child in islice(verb.rights, LONGEST_CLAUSE) if child.lower_ in ("on", "to")), None)
    board = next((child for child in link.rights if child.lower_ in lexicon("bodies")), None) if link is not None else None
    of = next((child for child in board.rights if child.lower_ == "of"), None) if board is not None else None
    return next((found for word in of.rights if (found := _organisation_at(analysis, word.i))), None) if of is not None else None


def _organisation_at(analysis: Analysis, i: int) -> Found | None:
    """The organisation that token ``i`` is part of, without a title."""
    mention = analysis.mention_at(i)
    if mention is None or not analysis.entities[mention.entity].is_organisation:
        return None
    return Found(None, form(analysis, mention), analysis.doc[mention.first].idx)
