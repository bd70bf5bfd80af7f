"""The titles that an appointment, a resignation or a succession gives.

Acme named NAME as chairman · the appointment of NAME as chairman · NAME resigned as chairman · NAME will succeed NAME as chairman
"""

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import form, organisation_after
from generator.extract.people.phrase import phrase
from generator.extract.people.titles import Found, ends_title
from generator.extract.people.words import POSSESSIVES, lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINS = frozenset({"join", "found", "co-found", "cofound", "start"})
"""What somebody did before in the organisation of the title."""
LONGEST_ASIDE = 12
"""Tokens between the commas of "NAME, formerly of Beta,"."""
POST = 4
"""Tokens from "to" to the end of "the newly created post"."""


def appointed(analysis: Analysis, mention: Mention) -> Found | None:
    """"Acme named NAME as chairman", "Acme has named NAME chairman", "NAME was appointed chairman", "NAME was promoted to chairman"."""
    doc, appoint, i = analysis.doc, load("people")["appoints"], mention.last
    before = doc[mention.first - 1] if mention.first else None
    if before is not None and doc[mention.last - 1].dep_ == "dobj" and before.pos_ != "VERB":
        before = doc[mention.last - 1].head
    if before is not None and before.lemma_ in appoint and before.pos_ == "VERB" and i < len(doc) - 1:
        i = _behind_comma(doc, i)
        if doc[i].lower_ in ("as", "to"):
            return _of_subject(analysis, before, phrase(analysis, _behind_post(doc, i + 1)))
        title = ends_title(doc, i) or doc[i].lower_ in lexicon("modifiers")
        return _of_subject(analysis, before, phrase(analysis, i)) if title else None
    name = doc[mention.last - 1]
    if name.dep_ == "nsubjpass" and name.head.lemma_ in appoint and mention.last < name.head.i:
        i = name.head.i
    while i < min(mention.last + 4, len(doc) - 1) and doc[i].pos_ in ("AUX", "ADV"):
        i += 1
    if mention.last < i < len(doc) - 2 and doc[i].lemma_ in appoint:
        if doc[i + 1].lower_ == "to" and doc[i + 2].lemma_ in load("people")["leads"]:
            organisation = organisation_after(analysis, i + 3, i + LONGEST_ASIDE, strictly=True)
            return Found(None, organisation, doc[i].idx) if organisation else None
        return phrase(analysis, _behind_link(doc, i + 1))
    return None


def appointment(analysis: Analysis, mention: Mention) -> Found | None:
    """"The appointment of NAME as chairman of Acme", "NAME's election to the post of chairman", "the board of Acme" without a title."""
    doc = analysis.doc
    if mention.first > 1 and doc[mention.first - 1].lower_ == "of":
        noun, link = mention.first - 2, mention.last
    elif mention.last + 1 < len(doc) and doc[mention.last].text in POSSESSIVES:
        noun, link = mention.last + 1, mention.last + 2
    else:
        return None
    if doc[noun].lower_ not in lexicon("appointments") or link + 1 >= len(doc) or doc[link].lower_ not in ("as", "to", "from"):
        return None
    i = _behind_post(doc, link + 1)
    board = next((j for j in range(i, min(i + 3, len(doc) - 2)) if doc[j].lower_ in lexicon("bodies")), None)
    if board is None:
        return _of_subject(analysis, doc[noun].head, phrase(analysis, i))
    organisation = organisation_after(analysis, board + 2, board + 6, strictly=True) if doc[board + 1].lower_ == "of" else None
    return Found(None, organisation, doc[board].idx) if organisation else None


def _behind_link(doc: "Doc", i: int) -> int:
    """The token behind the "as", the "to" or the "from director to" of an appointment at token ``i``."""
    if doc[i].lower_ == "from":
        i = next((j for j in range(i + 1, min(i + LONGEST_ASIDE, len(doc) - 1)) if doc[j].lower_ == "to"), i)
    return _behind_post(doc, i + 1) if doc[i].lower_ in ("as", "to") and i + 1 < len(doc) else i


def _behind_post(doc: "Doc", i: int) -> int:
    """The token behind "the post of" and "the new role as", or ``i`` itself."""
    for j in range(i, min(i + POST, len(doc) - 2)):
        if doc[j].lower_ in lexicon("posts") and doc[j + 1].lower_ in ("of", "as"):
            return j + 2
    return i


def _behind_comma(doc: "Doc", i: int) -> int:
    """The token of "as" in "Acme appointed NAME, formerly of Beta, as chairman" and "hired NAME from Beta as chairman", else ``i``."""
    if doc[i].lower_ == "from":
        return next((j for j in range(i + 1, min(i + LONGEST_ASIDE, len(doc) - 1)) if doc[j].lower_ == "as"), i)
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
    """"NAME resigned as chairman of Acme", "NAME takes the role of chairman", "NAME will succeed NAME as chairman": of all named."""
    token = analysis.doc[mention.last - 1]
    verb, lists = token.head, load("people")
    verb = next((child for child in islice(verb.rights, LONGEST_ASIDE) if child.dep_ == "xcomp" and child.lemma_ in lists["serves"]), verb)
    acts = (token.dep_ == "nsubj" and verb.lemma_ in lists["serves"]) or (token.dep_ == "nsubjpass" and verb.lemma_ in lists["removes"])
    if token.dep_ == "pobj" and verb.lower_ == "by":
        verb = verb.head
    if not acts and not (token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and verb.lemma_ in lists["succeeds"]):
        return None
    objects = [child for child in verb.children if child.dep_ in ("dobj", "prep")]
    post = next((child.i for child in objects for child in (child, *child.rights) if child.lower_ in lexicon("posts")), None)
    if post is not None and post + 2 < len(analysis.doc) and analysis.doc[post + 1].lower_ in ("of", "as"):
        return phrase(analysis, post + 2)
    as_what = next((child for word in (verb, *objects) for child in word.children if child.lower_ == "as" and child.i > verb.i), None)
    found = phrase(analysis, as_what.i + 1) if as_what is not None and as_what.i + 1 < len(analysis.doc) else None
    joined = organisation_after(analysis, verb.i + 1, as_what.i, strictly=True) if found and as_what and verb.lemma_ == "join" else None
    return replace(found, organisation=joined) if found and joined else found
