"""The titles behind a name.

NAME, a partner at Acme · NAME, 61, Acme's chairman · NAME, director, Acme · NAME, who heads Acme · NAME, recently named Acme's president
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import beyond_base, form, is_country, organisation_after, organisation_before
from generator.extract.people.titles import Found, ends_title, is_civic, title_end, title_start, title_words
from generator.extract.people.words import POSSESSIVES, lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BELONGS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on"})
"""Between a title and its organisation."""
PLACING = frozenset({"in", "from", "to", "on"})
"""Those of them that lead to a place as well."""
LONGEST_FUNCTION = 6
"""Words of what somebody is head of."""
OPENS = frozenset({",", "(", "-", "–", "—"})
"""Between a name and what is said of it."""


def behind(analysis: Analysis, mention: Mention) -> Found | None:
    """The title in the apposition, the bracket or the relative clause that follows a name."""
    doc, i = analysis.doc, mention.last
    bracket = i < len(doc) and doc[i].text in OPENS - {","}
    if i < len(doc) and doc[i].text not in OPENS and doc[i].lower_ != "who":
        return None
    while i < len(doc) - 1 and (doc[i].text in OPENS or doc[i].like_num or doc[i].lower_ in lexicon("after_name")):
        i += 1
    if i < len(doc) and doc[i].lower_ == "who":
        return _clause(analysis, i + 1)
    if i < len(doc) and doc[i].lower_ == "whose":
        return _whose(analysis, i)
    if i >= len(doc) or doc[i].pos_ in ("CCONJ", "SCONJ"):
        return None
    i = _behind_appointment(doc, i)
    return None if bracket and doc[i].pos_ == "VERB" else phrase(analysis, i)


def _behind_appointment(doc: "Doc", i: int) -> int:
    """The token behind "recently named" and "appointed as", or ``i`` itself where they do not stand there."""
    j = i
    while j < len(doc) - 2 and doc[j].pos_ == "ADV":
        j += 1
    if j >= len(doc) - 1 or not _is_appointment(doc[j]):
        return i
    for k in range(j + 1, min(j + 7, len(doc) - 1)):
        if doc[k].lower_ == "as" or (doc[k].lower_ in ("be", "become") and doc[k - 1].lower_ == "to"):
            return k + 1
        if doc[k].is_punct:
            break
    return j + 1


def _whose(analysis: Analysis, i: int) -> Found | None:
    """"NAME, whose family company, Acme, ...": the organisation without a title."""
    doc = analysis.doc
    comma = next((j for j in range(i + 2, min(i + 6, len(doc))) if doc[j].text == ","), None)
    organisation = _listed(analysis, comma) if comma and doc[comma - 1].lower_ in load("organisations")["nouns"] else None
    return Found(None, organisation, doc[i].idx) if organisation else None


def _is_appointment(token: "Token") -> bool:
    return token.pos_ == "VERB" and token.lower_.endswith("ed") and token.lemma_ in load("people")["appoints"]


def _clause(analysis: Analysis, i: int) -> Found | None:
    doc = analysis.doc
    while i < len(doc) and doc[i].pos_ in ("ADV", "AUX") and doc[i].lemma_ not in ("be", "have"):
        i += 1
    if i >= len(doc):
        return None
    if doc[i].lemma_ in ("be", "serve", "work", "become", "have"):
        while i < len(doc) and (doc[i].pos_ in ("AUX", "ADV", "VERB") or doc[i].lower_ in ("as", "been")):
            i += 1
        return phrase(analysis, i)
    as_what = next((j for j in range(i + 1, min(i + 9, len(doc) - 1)) if doc[j].lower_ == "as" or doc[j].is_punct), None)
    if as_what and doc[as_what].lower_ == "as" and doc[i].lemma_ in load("people")["serves"]:
        found = phrase(analysis, as_what + 1)
        joined = organisation_after(analysis, i + 1, as_what, strictly=True)
        return replace(found, organisation=found.organisation or joined) if found else None
    to = next((j for j in range(i + 1, min(i + 12, len(doc) - 1)) if doc[j].lower_ == "to" or doc[j].text == ","), None)
    if to and doc[to].lower_ == "to" and doc[to + 1].lemma_ in load("people")["leads"]:
        i = to + 1
    if doc[i].lemma_ in load("people")["leads"]:
        organisation = organisation_after(analysis, i + 1, i + 9)
        return Found(None, organisation, doc[i].idx) if organisation else None
    return None


def phrase(analysis: Analysis, i: int) -> Found | None:
    """The title that begins at token ``i`` (an article or an owner may stand first), with its organisation."""
    doc = analysis.doc
    limit = min(i + 14, len(doc))
    start, owner, j = i, None, i
    while j < limit and not ends_title(doc, j):
        based = beyond_base(doc, j)
        if based:
            start = j = based
            continue
        if doc[j].text in POSSESSIVES:
            owner, start = organisation_before(analysis, j + 1, civic=True) or owner, j + 1
        elif _is_appointment(doc[j]):
            start = j + 1
        elif _breaks(doc[j]) or _is_person(analysis, j):
            return None
        j += 1
    if j >= limit or doc[j].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    end = title_end(doc, j, limit)
    first = max(start, title_start(analysis, j))
    civic = is_civic(title_words(analysis, first, end))
    organisation = owner or (organisation_before(analysis, first, civic=civic) if first > i else None)
    extended, after = _extension(analysis, end)
    if after and not owner and not civic and doc[end - 1].lower_ not in lexicon("political") and is_country(analysis, first - 1):
        organisation = None
    return Found(title_words(analysis, first, extended), organisation or after, doc[first].idx)


def _is_person(analysis: Analysis, i: int) -> bool:
    """True of somebody else's name, unless the title is theirs ("NAME, Ada Roe's lawyer")."""
    mention = analysis.mention_of(analysis.doc[i])
    if mention is None or mention.form != "name" or analysis.entities[mention.entity].kind != "person":
        return False
    return mention.last >= len(analysis.doc) or analysis.doc[mention.last].text not in POSSESSIVES


def _breaks(token: "Token") -> bool:
    """True of a token that no title holds before its head."""
    if token.lower_ in lexicon("modifiers") or token.lower_ in ("its", "his", "her", "their", "our") or token.text in ("-", "–", "&", "/"):
        return False
    return token.pos_ in ("VERB", "AUX", "SPACE", "PRON", "ADP", "PUNCT")


def _extension(analysis: Analysis, end: int) -> tuple[int, str | None]:
    """Where a title ends that goes on with "of sales", and the organisation behind "of", "at", "for" or a comma."""
    doc = analysis.doc
    beside = _beside(analysis, end)
    if beside:
        return end, beside
    end = title_stop = _function_end(doc, end)
    described = _described(analysis, end)
    if described:
        return end, described
    while end < len(doc) - 1 and doc[end].lower_ in BELONGS:
        stop = _phrase_stop(doc, end + 1)
        placing = doc[end].lower_ in PLACING
        organisation = organisation_after(analysis, end + 1, stop, strictly=placing)
        whose = _at_organisation(analysis, stop) if doc[end].lower_ == "of" else None
        if organisation and not whose and not (doc[end].lower_ == "for" and doc[end - 1].lower_ in ("minister", "secretary")):
            return title_stop, organisation
        too_long = stop - end - 2 * doc[end:stop].text.count("-") > LONGEST_FUNCTION
        if stop == end + 1 or too_long or not (placing or doc[end].lower_ in ("of", "for")):
            return title_stop, None
        narrowed = not placing and doc[end + 1].lower_ not in ("a", "an")
        title_stop, end = (stop if narrowed else title_stop), stop
    return title_stop, _listed(analysis, end)


def _beside(analysis: Analysis, end: int) -> str | None:
    """The organisation directly behind a title in capitals, as company news has it: "NAME, President Acme North America,"."""
    mention = analysis.mention_of(analysis.doc[end]) if end < len(analysis.doc) else None
    if mention is None or mention.form != "name" or mention.first != end or not analysis.doc[end - 1].is_title:
        return None
    closed = mention.last >= len(analysis.doc) or analysis.doc[mention.last].text in (",", ".", ";", ")", ":")
    return form(analysis, mention) if closed and analysis.entities[mention.entity].is_organisation else None


def _function_end(doc: "Doc", end: int) -> int:
    """The token behind "Head, Equity Research": a function that stands behind the comma of a title in capitals."""
    if end >= len(doc) or doc[end].text != "," or not doc[end - 1].is_title:
        return end
    i, words = end + 1, lexicon("business") | lexicon("functions")
    while i < len(doc) and doc[i].lower_ in words and (doc[i].is_title or doc[i].lower_ in ("and", "of")):
        i += 1
    return i if i > end + 1 and i < len(doc) and (doc[i].lower_ in BELONGS or doc[i].text == ",") else end


def _at_organisation(analysis: Analysis, i: int) -> str | None:
    """The organisation behind "at" where that follows "head of research"."""
    doc = analysis.doc
    if i >= len(doc) - 1 or doc[i].lower_ not in ("at", "with"):
        return None
    return organisation_after(analysis, i + 1, _phrase_stop(doc, i + 1), strictly=True)


def _listed(analysis: Analysis, end: int) -> str | None:
    """The organisation that stands alone between the comma behind a title and the next one: "NAME, director, Acme,"."""
    doc = analysis.doc
    mention = analysis.mention_of(doc[end + 1]) if end + 1 < len(doc) and doc[end].text == "," else None
    if mention is None or mention.form != "name" or mention.first != end + 1:
        return None
    entity = analysis.entities[mention.entity]
    if not entity.is_organisation and not (entity.kind == "country" and doc[end - 1].is_title):
        return None
    closed = mention.last >= len(doc) or doc[mention.last].text in (",", ".", ";", ")", ":")
    return form(analysis, mention) if closed else None


def _described(analysis: Analysis, end: int) -> str | None:
    """The organisation behind the comma of "chief of a small Danish bank, Halden,"."""
    doc = analysis.doc
    if end + 2 >= len(doc) or doc[end].lower_ not in ("of", "at", "for", "with") or doc[end + 1].lower_ not in ("a", "an"):
        return None
    stop = next((i for i in range(end + 2, min(end + 12, len(doc))) if doc[i].text == ","), 0)
    mention = analysis.mention_of(doc[stop + 1]) if stop and stop + 1 < len(doc) else None
    if mention is None or doc[stop - 1].lower_ not in load("organisations")["nouns"]:
        return None
    return form(analysis, mention) if analysis.entities[mention.entity].kind in ("company", "institution", "other") else None


def _phrase_stop(doc: "Doc", i: int) -> int:
    """The token behind a noun phrase: at the next comma, verb or preposition (other than the "of" of a name)."""
    first = i
    while i < len(doc) and i - first < 14:
        token, based = doc[i], beyond_base(doc, i)
        if based:
            i = based
            continue
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SPACE", "PRON", "SCONJ") and token.text not in ("-", "–"):
            break
        body = i > first and doc[i - 1].is_lower and doc[i - 1].lower_ in lexicon("bodies")
        inner = token.lower_ == "of" or (token.lower_ == "for" and doc[i - 1].is_title)
        if token.pos_ == "ADP" and i > first and (body or not inner) and doc[i - 1].text != "-":
            break
        i += 1
    return i
