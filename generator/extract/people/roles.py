"""The roles that the words around one mention of a person give: in front of it, behind it, in the clauses about it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import beyond_base, form, named, organisation_after
from generator.extract.people.appointments import appointed, appointment, became, served
from generator.extract.people.behind import behind
from generator.extract.people.clauses import identified, in_capacity, leading, predicate, working
from generator.extract.people.front import in_front
from generator.extract.people.phrase import listed, phrase
from generator.extract.people.titles import Found, of_one
from generator.extract.people.words import POSSESSIVES, lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST = 6
"""Names of a list."""
SORT = 4
"""Tokens between a possessive and the comma in front of a company: "NAME's hedge fund, Acme"."""


def roles_of(analysis: Analysis, mention: Mention) -> list[Found]:
    """The titles around one mention of a person, nearest in front first."""
    rules = (predicate, _his_own) if mention.form == "pronoun" else RULES
    found = [role for rule in rules if (role := rule(analysis, mention))]
    joint = _last_of_list(analysis, mention) if found and _is_shared(found[0]) else None
    shared = _plainly_of(analysis, joint) if joint else None
    return [replace(found[0], organisation=shared.organisation), *found[1:]] if shared else found


def _is_shared(role: Found) -> bool:
    """True of a title in the plural without an organisation."""
    return role.organisation is None and of_one(role.title) != role.title


def _last_of_list(analysis: Analysis, mention: Mention) -> Mention | None:
    """The last of two or more people that are named one after the other: "NAME, NAME and NAME"."""
    doc, last, joined = analysis.doc, mention, False
    for _ in range(MOST):
        i = last.last
        i += i + 1 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ == "and"
        if joined or i + 1 >= len(doc) or doc[i].text not in (",", "and", "&"):
            break
        other = analysis.mention_at(i + 1)
        if other is None or other.form != "name" or analysis.entities[other.entity].kind != "person":
            break
        joined, last = doc[i].text != ",", other
    return last if joined else None


def together(analysis: Analysis, mention: Mention) -> Found | None:
    """What the last of several names tells of all: "NAME and NAME, both analysts at Acme", "NAME and NAME, of Acme"."""
    doc, last = analysis.doc, _last_of_list(analysis, mention)
    if last is None or last.last + 2 >= len(doc) or doc[last.last].text != ",":
        return None
    i = last.last + 1
    if doc[i].lower_ in ("of", "at"):
        return _plainly_of(analysis, last)
    found = phrase(analysis, i + (doc[i].lower_ in ("both", "all")))
    return found if found and of_one(found.title) != found.title else None


def relative(analysis: Analysis, mention: Mention) -> Found | None:
    """Whose relative somebody is of whom nothing else is told: "his wife, NAME,", "NAME, the widow of"."""
    doc, i = analysis.doc, mention.first - 1
    other = analysis.mention_at(i - 1) if i > 1 and doc[i].lower_ == "and" else None
    i = other.first - 1 if other else i
    i -= i > 0 and doc[i].text == ","
    several = i > 0 and doc[i].lower_.removesuffix("s") in lexicon("kin") and doc[i].lower_ not in lexicon("kin") and doc[i].pos_ == "NOUN"
    if several:
        return Found(of_one(doc[i].text), None, doc[i].idx)
    owned = i > 0 and (doc[i - 1].pos_ in ("PRON", "ADJ") or doc[i - 1].text in POSSESSIVES)
    if owned and doc[i].lower_ in lexicon("kin") and doc[i].pos_ == "NOUN":
        return Found(doc[i].text, None, doc[i].idx)
    i = mention.last + 1
    i += i < len(doc) and doc[i].pos_ == "DET"
    behind = i + 2 < len(doc) and doc[mention.last].text == "," and doc[i].lower_ in lexicon("kin") and doc[i + 1].lower_ == "of"
    behind = behind and doc[i + 2].pos_ != "NUM"
    return Found(doc[i].text, None, doc[i].idx) if behind else None


def _plainly_of(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME of Acme", "NAME at Acme", "NAME (Acme)", "NAME, formerly of Acme": an organisation without a title."""
    doc, i = analysis.doc, mention.last
    while i < len(doc) - 2 and doc[i].text == "," and doc[i + 1].lower_ in lexicon("after_name"):
        i += 2
    if i < len(doc) and doc[i].text in (",", "("):
        i += 1
        listed = analysis.mention_of(doc[i]) if i < len(doc) else None
        if listed and analysis.entities[listed.entity].kind == "company" and _closes(doc, listed.last, doc[i - 1].text == "("):
            return Found(None, form(analysis, listed), doc[i].idx)
        i += i < len(doc) and doc[i].lower_ in ("formerly", "previously", "late")
    if i >= len(doc) - 1 or doc[i].lower_ not in ("of", "at", "from", "with"):
        return None
    if doc[i].lower_ == "with" and doc[i].head.i >= mention.last:
        return None
    nouns = load("organisations")["nouns"]
    kind = doc[i + 1].pos_ == "DET" and next((j for j in (2, 3) if i + j < len(doc) and doc[i + j].lower_ in nouns), 0)
    first = beyond_base(doc, i + 1) or i + 1
    organisation = organisation_after(analysis, first, first + (kind + 1 if kind else 2), strictly=True)
    return Found(None, organisation, doc[i].idx) if organisation else None


def _closes(doc: "Doc", i: int, bracket: bool) -> bool:
    """True of the end of "NAME (Acme)" and "NAME, Acme.", and of the telephone number behind a contact."""
    if i >= len(doc):
        return True
    number = doc[i].text == "," and i + 1 < len(doc) and (doc[i + 1].text[0] in "+(" or doc[i + 1].lower_ in ("tel", "tel.", "phone"))
    return doc[i].text in (")" if bracket else ".;)") or number


def _his_own(analysis: Analysis, mention: Mention) -> Found | None:
    """"His Acme": the company of whoever a possessive pronoun means."""
    company = analysis.mention_at(mention.last) if analysis.doc[mention.first].lower_ in ("his", "her") else None
    if company is None or company.form != "name" or company.first != mention.last or analysis.entities[company.entity].kind != "company":
        return None
    return Found(None, form(analysis, company), analysis.doc[company.first].idx)


def _owned(analysis: Analysis, mention: Mention) -> Found | None:
    """"Ruritania's NAME", "Acme's Mr NAME": an organisation without a title."""
    doc, i = analysis.doc, mention.first - 1
    while i > 1 and doc[i].lower_ in lexicon("titles"):
        i -= 1
    if i < 1 or doc[i].text not in POSSESSIVES:
        return None
    organisation = named(analysis, i - 1)
    return Found(None, organisation, doc[i - 1].idx) if organisation else None


def _owner(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME's Acme", "NAME's hedge fund, Acme,": the company that somebody is known for."""
    doc, i = analysis.doc, mention.last
    if i + 1 >= len(doc) or doc[i].text not in POSSESSIVES:
        return None
    comma = next((j for j in range(i + 2, min(i + SORT, len(doc))) if doc[j].text == ","), None)
    if comma and doc[comma - 1].is_lower and doc[comma - 1].lower_ in load("organisations")["nouns"]:
        organisation = listed(analysis, comma)
        return Found(None, organisation, doc[i].idx) if organisation else None
    company = analysis.mention_of(doc[i + 1])
    if company is None or company.form != "name" or company.first != i + 1 or analysis.entities[company.entity].kind != "company":
        return None
    return Found(None, form(analysis, company), doc[i + 1].idx)


RULES = (in_front, _owned, behind, together, predicate, identified, became, appointed, appointment, served, in_capacity, leading, working,
         _plainly_of, _owner)
"""What is looked for around a name, nearest first."""
