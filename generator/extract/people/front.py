"""The titles in front of a name.

Acme chief executive NAME · Acme's chairman, NAME, · the chairman of Acme, NAME, · President of Ruritania NAME
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import is_country, named, organisation_after, organisation_before, unnamed_body
from generator.extract.people.organisation import called, is_officer
from generator.extract.people.phrase import phrase
from generator.extract.people.titles import (
    LONGEST,
    NOMINAL,
    Found,
    ends_title,
    is_civic,
    is_public,
    office_start,
    title_start,
    title_words,
)
from generator.extract.people.words import POSSESSIVES, is_head, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = frozenset({"“", "‘", '"', "'"})
"""Marks around a nickname: analyst “Karl”."""
CLOSING = frozenset({"”", "’", '"', "'"})
DASHES = frozenset({"-", "–", "—"})
LISTING = DASHES | {",", ":"}
"""Between a title in the plural and the names of those who have it."""
BEFORE_OWNER = frozenset({"of", "for", "at", "to", "in", "on"})
"""Between a title and its organisation where a name follows both."""
SENT = frozenset({"ambassador", "envoy", "consul", "adviser", "advisor", "delegate", "representative"})
"""Who is something to somebody."""
SHORT = 3
"""Words of an organisation between "former" and a title."""
RANKED = 3
"""Words of a rank ("Lieutenant General Sir")."""


def in_front(analysis: Analysis, mention: Mention) -> Found | None:
    """The title that a name follows, directly or behind a comma; in front of a rank, or the rank itself."""
    doc = analysis.doc
    start, plural = _list_start(analysis, mention.first)
    start -= _is_in_marks(doc, start, mention.last)
    last = start - 1
    while last >= 0 and doc[last].lower_ in lexicon("titles"):
        last -= 1
    before = _before_rank(doc, last)
    if before < last and (doc[last].text[0].isupper() or is_civic(doc[last].lower_)):
        return _ranked(analysis, before, last)
    return _titled(analysis, mention, start, plural)


def _is_in_marks(doc: "Doc", start: int, last: int) -> bool:
    """True of the nickname in "analyst “Karl”", and not of one that a quotation begins with."""
    alone = start > 1 and last < len(doc) and doc[start - 1].text in OPENING and doc[last].text in CLOSING
    return alone and doc[start - 2].text != ","


def _titled(analysis: Analysis, mention: Mention, start: int, plural: bool) -> Found | None:
    """The title in front of the token ``start``, where a name or a list of names that share it begins."""
    doc, last = analysis.doc, start - 1
    while last >= 0 and doc[last].lower_ in lexicon("titles"):
        last -= 1
    if last > 0 and (doc[last].text == "," or (plural and doc[last].text in LISTING)) and (plural or _closed(doc, mention.last)):
        return _apposed(analysis, last - 1, plural or _parted(doc, mention.last), start < mention.first or _lists(analysis, mention))
    if last > 0 and doc[last].lower_ == "including" and plural:
        return _apposed(analysis, last - 2 if doc[last - 1].text == "," else last - 1, parted=True, several=True)
    if last > 1 and (doc[last].lower_ == "like" or doc[last - 1:last + 1].text.lower() == "such as"):
        last -= 1 + (doc[last].lower_ == "as")
        return _found(analysis, last) if ends_title(doc, last) else None
    if last < 0:
        return None
    if not _is_title(doc, last) or office_start(doc, last) is not None:
        return _headed_by(analysis, start, last)
    several = _is_singular(doc, last) or start < mention.first or _lists(analysis, mention)
    return _found(analysis, last) if several and doc[last].lower_ not in lexicon("kin") else None


def _before_rank(doc: "Doc", last: int) -> int:
    """The token in front of "Major General", or ``last`` itself where no rank ends there; a "Secretary General" has none."""
    if last < 0 or (doc[last].lower_ in lexicon("postnominal") and last > 0 and is_head(doc[last - 1].text)):
        return last
    before = last
    while before >= 0 and last - before < RANKED and doc[before].lower_ in lexicon("ranks"):
        before -= 1
    return before


def _ranked(analysis: Analysis, last: int, rank: int) -> Found | None:
    """The title in front of a rank ("army spokesman Colonel NAME"), or else the rank, where it is written in capitals."""
    doc, civic = analysis.doc, is_civic(analysis.doc[rank].lower_)
    before = last - 1 if last > 0 and doc[last].text == "," else last
    if before >= 0 and office_start(doc, before) is not None:
        return _headed_by(analysis, before + 1, before)
    if before >= 0 and _is_title(doc, before) and doc[before].lower_ not in lexicon("kin"):
        return _found(analysis, before)
    first = title_start(analysis, rank) if civic else last + 1
    return Found(title_words(analysis, first, rank + 1), organisation_before(analysis, first, civic=civic), doc[first].idx)


def _is_singular(doc: "Doc", last: int) -> bool:
    """False of "managers", which is the title of several people only."""
    return not doc[last].lower_.endswith("s") or doc[last].lower_ in lexicon("heads")


def _lists(analysis: Analysis, mention: Mention) -> bool:
    """True where a name is the first of several."""
    doc, i = analysis.doc, mention.last
    while i < min(mention.last + LONGEST, len(doc)):
        near = analysis.mention_of(doc[i])
        if near and near.form == "name" and analysis.entities[near.entity].kind == "person":
            return True
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].text in (".", ";"):
            return False
        i += 1
    return False


def _found(analysis: Analysis, last: int) -> Found:
    """The title whose last token is ``last``, with the organisation in front of it."""
    doc, first = analysis.doc, title_start(analysis, last)
    first = _with_body(analysis, first, last)
    first += first < last and doc[first].lower_ == "company" and doc[last].lower_ != "secretary"
    plain = first < last and all(token.lower_ in lexicon("modifiers") or is_head(token.text) for token in doc[first + 1:last])
    body = called(analysis, first) if plain and doc[last].lower_ in lexicon("corporate") else None
    if body:
        return Found(title_words(analysis, first + 1, last + 1), body, doc[first].idx)
    title = title_words(analysis, first, last + 1)
    if not is_public(title) and first and doc[first - 1].text not in POSSESSIVES and is_country(analysis, first - 1):
        return _international(analysis, first, last) or Found(title, None, doc[first].idx)
    organisation = organisation_before(analysis, first, civic=is_civic(title)) or unnamed_body(analysis, first)
    if organisation:
        begin = _former_start(analysis, first)
        return Found(title if begin == first else title_words(analysis, begin, last + 1), organisation, doc[begin].idx)
    if first < last and _is_unknown(analysis, first) and is_officer(title_words(analysis, first + 1, last + 1) or ""):
        return Found(title_words(analysis, first + 1, last + 1), doc[first].text, doc[first].idx)
    return Found(title, _of_colleague(analysis, first, title), doc[first].idx)


def _is_unknown(analysis: Analysis, i: int) -> bool:
    """True of a proper noun within a sentence that the model took for no name: the firm in "said Brillwick co-founder NAME"."""
    token = analysis.doc[i]
    proper = token.pos_ == "PROPN" and token.is_title and not token.is_sent_start and not is_head(token.text)
    return proper and token.lower_ not in lexicon("modifiers") | lexicon("business") and analysis.mention_at(i) is None


def _with_body(analysis: Analysis, first: int, last: int) -> int:
    """The first token of "Governing Council member" behind the organisation whose council it is, else ``first``."""
    doc, body = analysis.doc, analysis.mention_of(analysis.doc[first - 1]) if first else None
    if first != last or not doc[last].lower_.startswith("member") or body is None or doc[body.last - 1].lower_ not in lexicon("bodies"):
        return first
    owner = body.first - 1 - (body.first > 0 and doc[body.first - 1].text in POSSESSIVES)
    return body.first if named(analysis, owner) else first


def _former_start(analysis: Analysis, first: int) -> int:
    """The token of "Former" in "Former Acme chairman", so that nobody is shown as what they were; else ``first``."""
    mention = analysis.mention_of(analysis.doc[first - 1])
    short = mention is not None and mention.form == "name" and mention.first > 0 and mention.last - mention.first <= SHORT
    if mention is None or not short:
        return first
    begin = mention.first - 1 - (mention.first > 1 and analysis.doc[mention.first - 1].text == "-")
    return begin if analysis.doc[begin].lower_ in ("former", "ex") else first


def _of_colleague(analysis: Analysis, first: int, title: str | None) -> str | None:
    """The company of an officer who is named with a colleague: "Acme chairman NAME and president NAME"."""
    doc = analysis.doc
    before = analysis.mention_of(doc[first - 2]) if first > 1 and doc[first - 1].lower_ in ("and", "&") else None
    if before is None or before.form != "name" or analysis.entities[before.entity].kind != "person" or not is_officer(title or ""):
        return None
    colleague = in_front(analysis, before)
    return colleague.organisation if colleague and colleague.title and is_officer(colleague.title) else None


def _international(analysis: Analysis, first: int, last: int) -> Found | None:
    """The title that a country narrows, behind an organisation: "Acme senior Asian economist NAME", "Acme China chief NAME"."""
    doc, mention = analysis.doc, analysis.mention_of(analysis.doc[first - 1])
    begin = mention.first if mention else first
    while begin > 0 and (doc[begin - 1].lower_ in lexicon("modifiers") or is_head(doc[begin - 1].text)):
        begin -= 1
    owner = begin - 1 - (begin > 1 and doc[begin - 1].text in POSSESSIVES)
    before = analysis.mention_of(doc[owner]) if begin else None
    if before is None or before.form != "name" or not analysis.entities[before.entity].is_organisation:
        return None
    title = title_words(analysis, begin, last + 1)
    return Found(title, organisation_before(analysis, begin), doc[begin].idx)


def _is_title(doc: "Doc", last: int) -> bool:
    return ends_title(doc, last) and doc[last].pos_ in ("NOUN", "PROPN", "ADJ")


def _apposed(analysis: Analysis, last: int, parted: bool, several: bool) -> Found | None:
    """The title that ends in front of a comma: "Acme's chairman, NAME,", "the head of sales at Acme, NAME,"."""
    doc = analysis.doc
    office = office_start(doc, last)
    if office is not None:
        found = phrase(analysis, title_start(analysis, office))
        found = found and replace(found, organisation=organisation_before(analysis, title_start(analysis, office)))
    elif _is_title(doc, last) and (several or _is_singular(doc, last)):
        found = None if doc[last].lower_ in lexicon("kin") else _found(analysis, last)
    else:
        link = _link(doc, last, BEFORE_OWNER) if parted else None
        first = title_start(analysis, link - 1) if link else 0
        found = phrase(analysis, first) if link else None
        if found and not found.organisation:
            found = Found(found.title, organisation_before(analysis, first, civic=is_civic(found.title)), found.start)
    return None if found is None or _is_anothers(analysis, found) else found


def _is_anothers(analysis: Analysis, found: Found) -> bool:
    """True of a title that stands behind the comma of a name, and so is that person's: "JOHN ROE, chairman of Acme, NAME, ..."."""
    doc = analysis.doc
    sentence = analysis.sentence_at(found.start)
    i = next((token.i for token in doc[sentence.first:sentence.last] if token.idx >= found.start), 0) - 1 if sentence else -1
    while i > 0 and (doc[i].text in POSSESSIVES or doc[i].pos_ in ("DET", "PROPN", "ADJ", "NOUN")):
        i -= 1
    before = analysis.entity_of(doc[i - 1]) if i > 0 and doc[i].text == "," else None
    return before is not None and before.kind == "person"


def _list_start(analysis: Analysis, first: int) -> tuple[int, bool]:
    """The first token of the list of people that a name is in, where a title in the plural stands before all of them."""
    doc, start = analysis.doc, first
    for _ in range(6):
        if start < 2 or doc[start - 1].text not in ("and", "&", ","):
            break
        joint = start - 2 if doc[start - 2].text == "," else start - 1
        if doc[joint - 1].text == ")":
            joint = next((i for i in range(joint - 2, max(joint - LONGEST, 0), -1) if doc[i].text == "("), joint)
        before = analysis.mention_of(doc[joint - 1]) if joint else None
        if before is None or before.form != "name" or analysis.entities[before.entity].kind != "person":
            break
        start = before.first
    listed = start - 1 if start and doc[start - 1].lower_ == "including" else start
    return (listed, True) if _plural_in_front(doc, listed) else (first, False)


def _plural_in_front(doc: "Doc", start: int) -> bool:
    """True where a title in the plural ends in front of a list: "managers A and B", "strategists at Acme, A and B"."""
    last = start - 2 if start > 1 and doc[start - 1].text in LISTING else start - 1
    if last < 0:
        return False
    link = None if ends_title(doc, last) or last == start - 1 else _link(doc, last, BEFORE_OWNER)
    head = link - 1 if link else last
    return doc[head].lower_.endswith("s") and ends_title(doc, head)


def _closed(doc: "Doc", after: int) -> bool:
    """True where a comma, a verb, "of" or the end follows a name, as it does behind an apposition."""
    return _parted(doc, after) or doc[after].pos_ in ("VERB", "AUX") or doc[after].lower_ in ("of", "at", "from")


def _parted(doc: "Doc", after: int) -> bool:
    """True where a mark or the end follows a name."""
    return after >= len(doc) or doc[after].text in {",", "(", ".", ";", *DASHES} or doc[after].is_space


def _headed_by(analysis: Analysis, start: int, last: int) -> Found | None:
    """"President of the Republic of Ruritania NAME": the title stands before "of" or "for"."""
    doc, i = analysis.doc, _link(analysis.doc, last, frozenset({"of", "for", "at"}))
    first = title_start(analysis, i - 1) if i else last
    office = office_start(doc, last)
    if office is not None:
        first = title_start(analysis, office)
        return Found(title_words(analysis, first, last + 1), organisation_before(analysis, first, civic=True), doc[first].idx)
    if doc[last].lower_ in BEFORE_OWNER or doc[last].pos_ == "CCONJ":
        return None
    if i is None or not (doc[i - 1].is_title or doc[first].is_title or all(token.is_lower for token in doc[i - 1:last + 1])):
        return None
    organisation = organisation_after(analysis, i + 1, start)
    portfolio = doc[i - 1].lower_ in ("minister", "secretary") and doc[i].lower_ == "for"
    if portfolio or not organisation:
        return Found(title_words(analysis, first, last + 1), organisation_before(analysis, first), doc[first].idx)
    end = i
    return Found(title_words(analysis, first, end), organisation, doc[first].idx)


def _link(doc: "Doc", last: int, links: frozenset[str]) -> int | None:
    """The preposition behind the title that a phrase ending at ``last`` begins with: "head of sales at Acme"."""
    i = last
    while i > max(0, last - LONGEST) and (doc[i].pos_ in NOMINAL or doc[i].lower_ in (*BEFORE_OWNER, "and")):
        if doc[i].lower_ in links and ends_title(doc, i - 1) and i < last and (doc[i].lower_ != "to" or doc[i - 1].lower_ in SENT):
            return i
        i -= 1
    return None
