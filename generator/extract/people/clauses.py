"""The titles that the clauses around a name give.

NAME is the chairman of Acme · Acme named NAME as chairman · NAME resigned as chairman · NAME will succeed NAME as chairman
"""

from itertools import islice
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import form, organisation_after
from generator.extract.people.phrase import phrase
from generator.extract.people.titles import NOMINAL, Found, ends_title
from generator.extract.people.words import lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


FUTURE = frozenset({"will", "would", "is", "was", "to", "set", "due", "later", "then", "soon"})
"""Between a name and "become"."""
JOINS = frozenset({"join", "found", "co-found", "cofound", "start"})
"""What somebody did before in the organisation of the title."""
LONGEST_ASIDE = 12
"""Tokens between the commas of "NAME, formerly of Beta,"."""


def predicate(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME is the chairman of Acme", "NAME has been chairman", "NAME, who ..., will become chairman"."""
    doc, i = analysis.doc, mention.last
    if i < len(doc) - 2 and doc[i].lemma_ == "have" and doc[i + 1].lower_ == "been":
        i += 1
    verb = doc[mention.last - 1].head
    to_be = next((j for j in range(i, min(i + LONGEST_ASIDE, len(doc) - 1)) if doc[j].lower_ not in FUTURE), i)
    i = to_be if to_be < len(doc) and doc[to_be].lemma_ == "become" else i
    aside = i < len(doc) - 1 and doc[i].text in (",", "who", "(", "–", "—") and doc[mention.last - 1].dep_ == "nsubj"
    if aside and verb.lemma_ in ("be", "become") and i < verb.i < len(doc) - 1:
        i = verb.i
    if i >= len(doc) - 1 or doc[i].lemma_ not in ("be", "become") or doc[i].dep_ == "auxpass" or _is_supposed(doc[i]):
        return None
    return phrase(analysis, i + 1) if doc[i + 1].pos_ in NOMINAL or doc[i + 1].lower_ == "its" else None


def _is_supposed(verb: "Token") -> bool:
    """True of "if NAME becomes president" and "when NAME was chairman": what somebody is not, or not now."""
    return any(child.lower_ in ("if", "unless", "whether", "until", "before") for child in verb.children if child.i < verb.i)


def appointed(analysis: Analysis, mention: Mention) -> Found | None:
    """"Acme named NAME as chairman", "Acme has named NAME chairman", "NAME was appointed chairman"."""
    doc, appoint, i = analysis.doc, load("people")["appoints"], mention.last
    before = doc[mention.first - 1] if mention.first else None
    if before is not None and before.lemma_ in appoint and before.pos_ == "VERB" and i < len(doc) - 1:
        i = _behind_comma(doc, i)
        if doc[i].lower_ in ("as", "to"):
            return _of_subject(analysis, before, phrase(analysis, i + 1))
        title = ends_title(doc, i) or doc[i].lower_ in lexicon("modifiers")
        return _of_subject(analysis, before, phrase(analysis, i)) if title else None
    name = doc[mention.last - 1]
    if name.dep_ == "nsubjpass" and name.head.lemma_ in appoint and mention.last < name.head.i:
        i = name.head.i
    while i < min(mention.last + 4, len(doc) - 1) and doc[i].pos_ in ("AUX", "ADV"):
        i += 1
    if mention.last < i < len(doc) - 1 and doc[i].lemma_ in appoint:
        return phrase(analysis, i + 2 if doc[i + 1].lower_ == "as" else i + 1)
    return None


def _behind_comma(doc: "Doc", i: int) -> int:
    """The token of "as" in "Acme appointed NAME, formerly of Beta, as chairman"; ``i`` itself where no comma stands there."""
    closing = next((j for j in range(i + 1, min(i + LONGEST_ASIDE, len(doc) - 2)) if doc[j].text == ","), None)
    return closing + 1 if doc[i].text == "," and closing and doc[closing + 1].lower_ == "as" else i


def became(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME joined Acme and became chairman": the later of two verbs gives the title, the earlier one the organisation."""
    token = analysis.doc[mention.last - 1]
    if token.dep_ != "nsubj":
        return None
    beside = islice(token.head.rights, LONGEST_ASIDE)
    later = next((verb for verb in beside if verb.dep_ == "conj" and verb.lower_ in ("became", "becomes")), None)
    if later is None or later.i + 1 >= len(analysis.doc):
        return None
    found = phrase(analysis, later.i + 1)
    if found is None or found.organisation or token.head.lemma_ not in JOINS:
        return found
    return Found(found.title, organisation_after(analysis, token.head.i + 1, later.i, strictly=True), found.start)


def _of_subject(analysis: Analysis, verb: "Token", found: Found | None) -> Found | None:
    """The title with the organisation that gave it, where the title names none."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    mention = analysis.mention_of(subject) if subject is not None else None
    if found is None or found.organisation or mention is None or not analysis.entities[mention.entity].is_organisation:
        return found
    return Found(found.title, form(analysis, mention), found.start)


def served(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME resigned as chairman of Acme", "NAME will succeed NAME as chairman": the title of all who are named."""
    token = analysis.doc[mention.last - 1]
    verb, lists = token.head, load("people")
    acts = token.dep_ == "nsubj" and verb.lemma_ in lists["serves"]
    if token.dep_ == "pobj" and verb.lower_ == "by":
        verb = verb.head
    if not acts and not (token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and verb.lemma_ in lists["succeeds"]):
        return None
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    as_what = next((child for word in (verb, *objects) for child in word.children if child.lower_ == "as" and child.i > verb.i), None)
    return phrase(analysis, as_what.i + 1) if as_what is not None and as_what.i + 1 < len(analysis.doc) else None


def leading(analysis: Analysis, mention: Mention) -> Found | None:
    """"Acme, led by NAME, ...": the organisation without a title."""
    token = analysis.doc[mention.last - 1]
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "by" or verb.lemma_ not in load("people")["leads"] or verb.dep_ != "acl":
        return None
    doc, before = analysis.doc, verb.i - 1
    before -= before > 0 and doc[before].text == ","
    led = analysis.mention_of(doc[before]) if before >= 0 else None
    if led is None or not analysis.entities[led.entity].is_organisation:
        return None
    return Found(None, form(analysis, led), analysis.doc[led.first].idx)
