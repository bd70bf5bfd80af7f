"""The titles behind a name.

NAME, a partner at Acme · NAME, 61, Acme's chairman · NAME, director, Acme · NAME, who heads Acme · NAME, recently named Acme's president
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import organisation_after
from generator.extract.people.phrase import is_appointment, listed, phrase
from generator.extract.people.titles import Found, ends_title
from generator.extract.people.words import lexicon
from generator.lexicon import load
from generator.lexicon.patterns import PARTY_AND_STATE

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOW = frozenset({"be", "serve", "work", "head", "lead", "run"})
"""What somebody does who has done something else before."""
LONGEST_CLAUSE = 14
_PARTY = re.compile(rf"(?:, | ?\()(?:{PARTY_AND_STATE})(?:\)|(?=,))")
ONCE = frozenset({"once", "until", "formerly", "previously"})
"""In front of what somebody was."""
LONGEST_TITLE = 6
"""Tokens of a title in front of its verb."""
OPENS = frozenset({",", "(", "-", "–", "—"})
"""Between a name and what is said of it."""


def behind(analysis: Analysis, mention: Mention) -> Found | None:
    """The title in the apposition, the bracket or the relative clause that follows a name."""
    doc = analysis.doc
    i = _behind_party(analysis, mention)
    i += doc[i:i + 2].text == "),"
    bracket = i < len(doc) and doc[i].text in OPENS - {","}
    if i < len(doc) and doc[i].text not in OPENS and doc[i].lower_ != "who":
        return None
    while i < len(doc) - 1 and (doc[i].text in OPENS or doc[i].like_num or doc[i].lower_ in lexicon("after_name") or (
            doc[i].text == ")" and doc[i - 1].like_num)):
        i += 1
    i = _behind_one_of(doc, i) if i < len(doc) else i
    capacity = i + 3 < len(doc) and doc[i].lower_ == "in" and doc[i + 2].lower_ in lexicon("posts") and doc[i + 3].lower_ == "as"
    i += 4 if capacity else int(i < len(doc) and doc[i].lower_ in ONCE)
    if i < len(doc) and doc[i].lower_ == "who":
        return _clause(analysis, i + 1)
    if i < len(doc) and doc[i].lower_ == "whose":
        return _whose(analysis, i)
    if i >= len(doc) or doc[i].pos_ in ("CCONJ", "SCONJ"):
        return None
    i = _behind_appointment(doc, i)
    if (bracket and doc[i].pos_ == "VERB") or _begins_anew(doc, i, mention):
        return None
    return phrase(analysis, i)


def _behind_party(analysis: Analysis, mention: Mention) -> int:
    """The token behind "(D-Ohio)", "(R., Texas)" or ", D-Wis." where a lawmaker's party and state follow a name, else behind the name."""
    party, i = _PARTY.match(analysis.text, mention.end), mention.last
    while party and i < len(analysis.doc) and analysis.doc[i].idx < party.end():
        i += 1
    return i


def _begins_anew(doc: "Doc", i: int, mention: Mention) -> bool:
    """True of a title that is the subject of the clause behind "After lunch with NAME, the Danish king said ..."."""
    name = doc[mention.last - 1]
    if doc[mention.last].text != "," or name.dep_ not in ("pobj", "dobj", "conj", "poss"):
        return False
    head = next((token for token in doc[i:i + LONGEST_TITLE] if ends_title(doc, token.i) or token.is_punct), None)
    if head is None or head.dep_ not in ("nsubj", "nsubjpass") or name.is_ancestor(head):
        return False
    return head.i < head.head.i and head.head.left_edge.i < mention.first and "," not in doc[i:head.head.i].text


def _behind_one_of(doc: "Doc", i: int) -> int:
    """The token behind "one of", "among" and "the woman", or ``i`` itself."""
    if doc[i].lower_ == "of" and doc[i - 1].lower_ == "one":
        return min(i + 1, len(doc) - 1)
    if doc[i].lower_ == "among" or (doc[i].pos_ == "DET" and i + 2 < len(doc) and doc[i + 1].lower_ in ("man", "woman", "person")):
        return min(i + 1 + (doc[i].lower_ != "among"), len(doc) - 1)
    return i


def _behind_appointment(doc: "Doc", i: int) -> int:
    """The token behind "recently named" and "appointed as", or ``i`` itself where they do not stand there."""
    j = i
    while j < len(doc) - 2 and doc[j].pos_ == "ADV":
        j += 1
    if j >= len(doc) - 1 or not is_appointment(doc[j]):
        return i
    for k in range(j + 1, min(j + 7, len(doc) - 1)):
        if doc[k].lower_ == "as" or (doc[k].lower_ in ("be", "become") and doc[k - 1].lower_ == "to"):
            return k + 1
        if doc[k].is_punct:
            break
    return j + 1


def _whose(analysis: Analysis, i: int) -> Found | None:
    """"NAME, whose family company, Acme, ..." and "whose family owns Acme": the organisation without a title."""
    doc = analysis.doc
    comma = next((j for j in range(i + 2, min(i + 6, len(doc))) if doc[j].text == ","), None)
    organisation = listed(analysis, comma) if comma and doc[comma - 1].lower_ in load("organisations")["nouns"] else None
    verb = next((token for token in doc[i + 2:i + 5] if token.lemma_ in load("people")["leads"]), None)
    organisation = organisation or (organisation_after(analysis, verb.i + 1, verb.i + 5, strictly=True) if verb is not None else None)
    return Found(None, organisation, doc[i].idx) if organisation else None


def _clause(analysis: Analysis, i: int) -> Found | None:
    """The title in a relative clause whose words begin at ``i``; of two verbs ("worked at Acme and is now ...") the later one's first."""
    doc = analysis.doc
    i += 2 if i + 1 < len(doc) and doc[i].pos_ == "PRON" and doc[i + 1].lemma_ in ("say", "allege", "claim", "believe") else 0
    while i < len(doc) and doc[i].pos_ in ("ADV", "AUX") and doc[i].lemma_ not in ("be", "have"):
        i += 1
    if i < len(doc) and doc[i].lower_ in ("until", "since"):
        i = next((token.i for token in doc[i:i + 5] if token.lemma_ == "be"), i)
    if i >= len(doc):
        return None
    joint = next((j for j in range(i + 1, min(i + LONGEST_CLAUSE, len(doc) - 2)) if doc[j].lower_ in ("and", "but", ".", ";")), None)
    later = joint is not None and doc[joint].pos_ == "CCONJ" and doc[joint + 1].lemma_ in NOW
    found = _clause(analysis, joint + 1) if joint and later else None
    return found or _being(analysis, i) or _serving(analysis, i) or _heading(analysis, i)


def _being(analysis: Analysis, i: int) -> Found | None:
    """"who is chairman of Acme", "who has been chairman", "who works as a broker"."""
    doc = analysis.doc
    if doc[i].lemma_ not in ("be", "serve", "work", "become", "have"):
        return None
    while i < len(doc) and (doc[i].pos_ in ("AUX", "ADV", "VERB") or doc[i].lower_ in ("as", "been")):
        i += 1
    return phrase(analysis, i)


def _serving(analysis: Analysis, i: int) -> Found | None:
    """"who took over as chairman of Acme", "who replaced Roe as chairman", "who joined Acme as chairman"."""
    doc, lists = analysis.doc, load("people")
    as_what = next((j for j in range(i + 1, min(i + 9, len(doc) - 1)) if doc[j].lower_ == "as" or doc[j].is_punct), None)
    if not as_what or doc[as_what].lower_ != "as" or doc[i].lemma_ not in (*lists["serves"], *lists["succeeds"]):
        return None
    found = phrase(analysis, as_what + 1)
    joined = organisation_after(analysis, i + 1, as_what, strictly=True)
    return replace(found, organisation=found.organisation or joined) if found else None


def _heading(analysis: Analysis, i: int) -> Found | None:
    """"who heads Acme", "who has led Acme", "who left Roe to lead Acme", "who is in charge of": the organisation without a title."""
    doc, leads = analysis.doc, load("people")["leads"]
    if doc[i + 1:i + 4].text.lower() == "in charge of":
        organisation = organisation_after(analysis, i + 4, i + LONGEST_CLAUSE, strictly=True)
        return Found(None, organisation, doc[i].idx) if organisation else None
    while i < len(doc) - 1 and doc[i].pos_ in ("AUX", "ADV"):
        i += 1
    to = next((j for j in range(i + 1, min(i + 12, len(doc) - 1)) if doc[j].lower_ == "to" or doc[j].text == ","), None)
    if to and doc[to].lower_ == "to" and doc[to + 1].lemma_ in leads:
        i = to + 1
    organisation = organisation_after(analysis, i + 1, i + 9, strictly=True) if doc[i].lemma_ in leads else None
    return Found(None, organisation, doc[i].idx) if organisation else None
