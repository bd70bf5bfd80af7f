"""The titles that stand around a person's name: in front of it, behind its comma, after "is" or "who heads".

Acme chief executive Jane Roe · Acme's chairman, John Doe, · John Doe, a partner at Acme, · Roe, who heads Acme
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import form, named, organisation_after, organisation_before
from generator.extract.people.words import POSSESSIVES, is_head, lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BELONGS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on"})
"""Between a title and its organisation."""
NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PART", "ADJ"})
LONGEST = 9
"""Tokens of a title."""


@dataclass(frozen=True)
class Found:
    """A title as the text has it, what it belongs to, and the offset where it stands; either may be missing."""

    title: str | None
    organisation: str | None
    start: int


def roles_of(analysis: Analysis, mention: Mention) -> list[Found]:
    """The titles around one mention of a person, nearest in front first."""
    if mention.form == "pronoun":
        found = [_predicate(analysis, mention)]
    else:
        found = [_in_front(analysis, mention), _owned(analysis, mention), _behind(analysis, mention), _predicate(analysis, mention),
                 _appointed(analysis, mention), _plainly_of(analysis, mention)]
    return [role for role in found if role]


# --- in front -------------------------------------------------------------------------------------------------------------------

def _in_front(analysis: Analysis, mention: Mention) -> Found | None:
    """"Acme chief executive NAME", "Acme's chairman, NAME,", "President of Ruritania NAME"."""
    doc = analysis.doc
    last = _list_start(analysis, mention.first) - 1
    while last >= 0 and doc[last].lower_ in lexicon("titles"):
        last -= 1
    if last > 0 and doc[last].text == "," and is_head(doc[last - 1].text) and _closed(doc, mention.last):
        last -= 1
    if last < 0:
        return None
    if not is_head(doc[last].text) or doc[last].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return _headed_by(analysis, mention, last)
    first = _title_start(analysis, last)
    if doc[last].lower_ in lexicon("kin"):
        return None
    return Found(_words(analysis, first, last + 1), organisation_before(analysis, first), doc[first].idx)


def _list_start(analysis: Analysis, first: int) -> int:
    """The first token of the list of people that a name ends: titles in the plural stand before all of them."""
    doc, start = analysis.doc, first
    for _ in range(6):
        if start < 2 or doc[start - 1].text not in ("and", "&", ","):
            break
        before = analysis.mention_of(doc[start - 2])
        if before is None or before.form != "name" or analysis.entities[before.entity].kind != "person":
            break
        start = before.first
    plural = start > 0 and doc[start - 1].lower_.endswith("s") and is_head(doc[start - 1].text)
    return start if plural else first


def _closed(doc: "Doc", after: int) -> bool:
    """True where a comma or a verb follows a name, as it does behind an apposition."""
    return after < len(doc) and (doc[after].text in (",", "-", "–", "—", "(") or doc[after].pos_ in ("VERB", "AUX"))


def _title_start(analysis: Analysis, last: int) -> int:
    """The first token of a title that ends at ``last``: modifiers, further titles and plain nouns, no organisation."""
    doc, first = analysis.doc, last
    formal = doc[last].is_title and not doc[last].is_sent_start
    while first > 0 and last - first < LONGEST and _continues(analysis, first - 1):
        if formal and doc[first - 1].is_lower and doc[first - 1].is_alpha and doc[first - 1].lower_ not in lexicon("modifiers") | {"and"}:
            break
        first -= 1
    while first < last and (doc[first].lower_ in lexicon("dropped") or doc[first].pos_ in ("NUM", "PUNCT", "SYM")):
        first += 1
    return first


def _continues(analysis: Analysis, i: int) -> bool:
    token = analysis.doc[i]
    if token.is_sent_start and token.pos_ in ("VERB", "ADV") and not is_head(token.text):
        return False
    mention = analysis.mention_of(token)
    if mention and token.lower_ not in lexicon("modifiers"):
        portfolios = load("organisations")["portfolios"]
        return all(word.lower_ in portfolios for word in analysis.doc[mention.first:mention.last])
    if token.lower_ in lexicon("modifiers") or is_head(token.text):
        return True
    before = analysis.doc[i - 1] if i else None
    if token.text in ("-", "&", "/", "–"):
        return before is not None and not before.is_space and before.text not in ("”", '"')
    if token.lower_ == "and":
        return before is not None and before.pos_ != "VERB" and (is_head(before.text) or before.lower_ in lexicon("portfolio"))
    return token.pos_ in ("NOUN", "ADJ", "PROPN") and token.text not in ("%", "$") and token.lower_ not in ("mr", "mr.", "ms", "mrs")


def _headed_by(analysis: Analysis, mention: Mention, last: int) -> Found | None:
    """"President of the Republic of Ruritania NAME": the title stands before "of" or "for"."""
    doc, i = analysis.doc, last
    while i > max(0, last - LONGEST) and (doc[i].pos_ in NOMINAL or doc[i].lower_ in ("of", "and", "for", "the")):
        if doc[i].lower_ in ("of", "for") and is_head(doc[i - 1].text) and i < last and doc[i - 1].is_title:
            first = _title_start(analysis, i - 1)
            organisation = organisation_after(analysis, i + 1, mention.first)
            portfolio = doc[i - 1].lower_ in ("minister", "secretary") and doc[i].lower_ == "for"
            organisation, end = (None, last + 1) if portfolio or not organisation else (organisation, i)
            return Found(_words(analysis, first, end), organisation, doc[first].idx)
        i -= 1
    return None


def _owned(analysis: Analysis, mention: Mention) -> Found | None:
    """"Ruritania's NAME": an organisation without a title."""
    doc, i = analysis.doc, mention.first - 1
    if i < 1 or doc[i].text not in POSSESSIVES:
        return None
    organisation = named(analysis, i - 1)
    return Found(None, organisation, doc[i - 1].idx) if organisation else None


# --- behind ---------------------------------------------------------------------------------------------------------------------

def _behind(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME, a partner at Acme", "NAME, 61, Acme's chairman", "NAME, who is ...", "NAME, who heads Acme"."""
    doc, i = analysis.doc, mention.last
    bracket = i < len(doc) and doc[i].text in ("(", "-", "–", "—")
    if i < len(doc) and doc[i].text not in (",", "(", "-", "–", "—") and doc[i].lower_ != "who":
        return None
    while i < len(doc) - 1 and (doc[i].text in (",", "(", "-", "–", "—") or doc[i].like_num or doc[i].lower_ in lexicon("after_name")):
        i += 1
    if i < len(doc) and doc[i].lower_ == "who":
        return _clause(analysis, i + 1)
    return None if bracket and doc[i].pos_ == "VERB" else phrase(analysis, i)


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
    if doc[i].lemma_ in load("people")["leads"]:
        organisation = organisation_after(analysis, i + 1, i + 9)
        return Found(None, organisation, doc[i].idx) if organisation else None
    return None


def phrase(analysis: Analysis, i: int) -> Found | None:
    """The title that begins at token ``i`` (an article or an owner may stand first), with its organisation."""
    doc = analysis.doc
    limit = min(i + 14, len(doc))
    start, owner, j = i, None, i
    while j < limit and not is_head(doc[j].text):
        if doc[j].text in POSSESSIVES:
            owner, start = organisation_before(analysis, j + 1) or owner, j + 1
        elif _breaks(doc[j]):
            return None
        j += 1
    if j >= limit or doc[j].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    end = _title_end(doc, j, limit)
    first = max(start, _title_start(analysis, j))
    organisation = owner or (organisation_before(analysis, first) if first > i else None)
    extended, after = _extension(analysis, end)
    return Found(_words(analysis, first, extended), organisation or after, doc[first].idx)


def _breaks(token: "Token") -> bool:
    """True of a token that no title holds before its head."""
    if token.lower_ in lexicon("modifiers") or token.lower_ in ("its", "his", "her", "their", "our") or token.text in ("-", "–", "&", "/"):
        return False
    return token.pos_ in ("VERB", "AUX", "SPACE", "PRON", "ADP", "PUNCT")


def _title_end(doc: "Doc", j: int, limit: int) -> int:
    """The token behind the title whose first head is ``j``: "vice president", "chairman and chief executive"."""
    end = j + 1
    while end < limit:
        word, behind = doc[end].lower_, doc[end + 1] if end + 1 < limit else doc[end]
        linked = word in ("and", "&", "-", "/") and (is_head(behind.text) or behind.lower_ in lexicon("modifiers"))
        narrowed = word in lexicon("modifiers") and doc[end].pos_ in ("NOUN", "ADJ", "PROPN")
        narrowed = narrowed or (doc[end - 1].lower_ == "chief" and behind.i > end and is_head(behind.text))
        if not (linked or narrowed or is_head(word)):
            break
        end += 1
    while end > j + 1 and not is_head(doc[end - 1].text):
        end -= 1
    return end


def _extension(analysis: Analysis, end: int) -> tuple[int, str | None]:
    """Where a title ends that goes on with "of sales", and the organisation behind "of", "at" or "for"."""
    doc = analysis.doc
    title_end = end
    while end < len(doc) - 1 and doc[end].lower_ in BELONGS:
        stop = _phrase_stop(doc, end + 1)
        places = doc[end].lower_ in ("in", "from", "to", "on")
        organisation = organisation_after(analysis, end + 1, stop, strictly=places)
        if organisation and not (doc[end].lower_ == "for" and doc[end - 1].lower_ in ("minister", "secretary")):
            return title_end, organisation
        if doc[end].lower_ not in ("of", "for") or stop == end + 1 or stop - end > 6:
            return title_end, None
        title_end = end = stop
    return title_end, None


def _phrase_stop(doc: "Doc", i: int) -> int:
    """The token behind a noun phrase: at the next comma, verb or preposition (other than the "of" of a name)."""
    first = i
    while i < len(doc) and i - first < 14:
        token = doc[i]
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SPACE", "PRON", "SCONJ") and token.text not in ("-", "–") and token.lower_ != "based":
            break
        if token.pos_ == "ADP" and i > first and not (token.lower_ in ("of", "for") and (doc[i - 1].is_title or token.lower_ == "of")):
            break
        i += 1
    return i


# --- clauses --------------------------------------------------------------------------------------------------------------------

def _predicate(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME is the chairman of Acme"."""
    doc, i = analysis.doc, mention.last
    if i >= len(doc) - 1 or doc[i].lemma_ not in ("be", "become") or doc[i].dep_ == "auxpass":
        return None
    return phrase(analysis, i + 1) if doc[i + 1].pos_ in NOMINAL else None


def _appointed(analysis: Analysis, mention: Mention) -> Found | None:
    """"Acme named NAME as chairman", "NAME was appointed chairman", "founded by NAME"."""
    doc, appoint = analysis.doc, load("people")["appoints"]
    before = doc[mention.first - 1] if mention.first else None
    if before is not None and before.lower_ == "by" and mention.first > 1 and doc[mention.first - 2].lower_ in ("founded", "created"):
        return None
    i = mention.last
    if before is not None and before.lemma_ in appoint and i < len(doc) - 1 and doc[i].lower_ in ("as", "to"):
        return phrase(analysis, i + 1)
    while i < min(mention.last + 4, len(doc) - 1) and doc[i].pos_ in ("AUX", "ADV"):
        i += 1
    if mention.last < i < len(doc) - 1 and doc[i].lemma_ in appoint:
        return phrase(analysis, i + 2 if doc[i + 1].lower_ == "as" else i + 1)
    return None


def _plainly_of(analysis: Analysis, mention: Mention) -> Found | None:
    """"NAME of Acme", "NAME at Acme": an organisation without a title."""
    doc, i = analysis.doc, mention.last
    if i < len(doc) and doc[i].text == ",":
        i += 1
        listed = analysis.mention_of(doc[i]) if i < len(doc) else None
        if listed and analysis.entities[listed.entity].kind == "company" and (listed.last >= len(doc) or doc[listed.last].text in ".;)"):
            return Found(None, form(analysis, listed), doc[i].idx)
    if i >= len(doc) - 1 or doc[i].lower_ not in ("of", "at", "from", "with"):
        return None
    organisation = organisation_after(analysis, i + 1, i + 3, strictly=True)
    return Found(None, organisation, doc[i].idx) if organisation else None


def _words(analysis: Analysis, first: int, end: int) -> str | None:
    doc = analysis.doc
    if end <= first:
        return None
    text = analysis.text[doc[first].idx:doc[end - 1].idx + len(doc[end - 1])].strip(" ,-–&")
    return text if "\n" not in text and text else None
