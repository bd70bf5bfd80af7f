"""Who wrote, edited or reported the document: the names in its byline and its closing credits."""

import re
from dataclasses import replace

from generator.analysis import Analysis, Mention
from generator.extract.people.phrase import phrase
from generator.extract.people.titles import Found, ends_title
from generator.lexicon import entries, load

BETWEEN = frozenset({",", "and", "&", "by", "By", "BY", "|", "/", ";"})
"""What stands between the names of a byline."""
PICTURES = frozenset({"photo", "photos", "photograph", "picture", "image"})
DATELINE = re.compile(r"[^()]{0,160}?\(([A-Z][^()\n]{1,30})\) ?[-–—]")
"""From a byline to the agency in the dateline behind it."""
LONGEST_LINE = 200
FARTHEST = 16
"""Tokens between "by" and the last of several names."""


def credit(analysis: Analysis, mention: Mention) -> Found | None:
    """What a person did for the document ("Reporting", "Editing"), where the text says "Reporting by A, B and C"."""
    doc, i = analysis.doc, mention.first - 1
    while i > 0 and mention.first - i <= FARTHEST and doc[i].lower_ != "by":
        place = analysis.mention_of(doc[i])
        if place and place.first > 0 and doc[place.first - 1].lower_ == "in" and place.form == "name":
            i = place.first - 2
            continue
        if doc[i].pos_ in ("VERB", "AUX", "SPACE", "NOUN", "DET") or doc[i].text in (".", ";", "(", ")"):
            return None
        i -= 1
    if i < 1 or doc[i].lower_ != "by":
        return None
    for words in sorted(load("people")["credits"], key=lambda words: -len(words.split())):
        size = len(words.split())
        first = i - size
        if first >= 0 and doc[first:i].text.lower() == words and (doc[first].is_title or first == 0 or doc[first - 1].text == ";"):
            return Found(doc[first:i].text, None, doc[first].idx)
    return None


def pictured(analysis: Analysis, mention: Mention) -> Found | None:
    """The agency of a photographer ("(AP Photo: NAME)", "(Photo by NAME/AP)"), and the title in front of a colon ("Editor: NAME")."""
    doc, i = analysis.doc, mention.first - 1
    if i > 0 and doc[i].text == ":" and ends_title(doc, i - 1) and (i == 1 or doc[i - 1].is_title):
        return Found(doc[i - 1].text, _behind_slash(analysis, mention), doc[i - 1].idx)
    if i > 1 and doc[i].text in (":", "/") and doc[i - 1].lower_ in PICTURES:
        agency = analysis.mention_of(doc[i - 2])
    elif PICTURES & {token.lower_ for token in doc[max(i - 2, 0):i + 1]}:
        named = _behind_slash(analysis, mention)
        return Found(None, named, mention.start) if named else None
    else:
        return None
    known = agency is not None and agency.form == "name" and analysis.entities[agency.entity].is_organisation
    return Found(None, analysis.text[agency.start:agency.end], mention.start) if known and agency else None


def _behind_slash(analysis: Analysis, mention: Mention) -> str | None:
    """The agency in "NAME/Agency"."""
    doc = analysis.doc
    agency = analysis.mention_of(doc[mention.last + 1]) if mention.last < len(doc) - 1 and doc[mention.last].text == "/" else None
    known = agency is not None and agency.form == "name" and (
        analysis.entities[agency.entity].is_organisation or doc[agency.first].lower_ in entries("subject", "publishers"))
    return analysis.text[agency.start:agency.end] if known and agency else None


def byline(analysis: Analysis, mention: Mention) -> Found | None:
    """The publisher of an author: behind a bar, or in a line of names alone, behind them or on the next line."""
    role = _role_behind_bar(analysis, mention)
    if role:
        return role
    paper = _behind_bar(analysis, mention) or _agency(analysis, mention)
    sentence = analysis.sentence_at(mention.start)
    if paper or sentence is None:
        return Found(None, paper, mention.start) if paper else None
    start = analysis.text.rfind("\n", 0, mention.start) + 1
    end = analysis.text.find("\n", mention.start)
    end = end if end >= 0 else len(analysis.text)
    if end - start > LONGEST_LINE:
        return None
    publisher = None
    for token in analysis.doc[sentence.first:sentence.last]:
        near = analysis.mention_of(token)
        entity = analysis.entities[near.entity] if near else None
        if near and entity and entity.is_organisation and token.i >= mention.last:
            publisher = near
        elif not (entity and entity.kind == "person") and token.text not in BETWEEN and token.pos_ != "PROPN":
            return None
    publisher = publisher or _alone_below(analysis, end)
    below = None if publisher else _role_below(analysis, end)
    if below:
        return below
    return Found(None, analysis.text[publisher.start:publisher.end], mention.start) if publisher else None


def _behind_bar(analysis: Analysis, mention: Mention) -> str | None:
    """The publisher in "By NAME | Paper" and "By NAME, NAME | Paper"."""
    doc, i = analysis.doc, mention.last
    while i < min(mention.last + FARTHEST, len(doc) - 1) and doc[i].text != "|" and (doc[i].text in BETWEEN or doc[i].pos_ == "PROPN"):
        i += 1
    if i + 1 >= len(doc) or doc[i].text != "|" or not _behind_by(analysis, mention):
        return None
    paper = analysis.mention_of(doc[i + 1])
    known = paper is not None and analysis.entities[paper.entity].kind in ("company", "institution", "other")
    return analysis.text[paper.start:paper.end] if paper and known else None


def _role_behind_bar(analysis: Analysis, mention: Mention) -> Found | None:
    """The title in "By NAME | Business reporter"."""
    doc, i = analysis.doc, mention.last
    if i + 1 >= len(doc) or doc[i].text != "|" or not _behind_by(analysis, mention):
        return None
    found = phrase(analysis, i + 1)
    return found if found and found.title and found.start == doc[i + 1].idx else None


def _agency(analysis: Analysis, mention: Mention) -> str | None:
    """The news agency of a dateline behind a byline: "By NAME and NAME OSLO, May 3 (Agency) - ..."."""
    dateline = DATELINE.match(analysis.text, mention.end) if _behind_by(analysis, mention) else None
    agency = next(iter(analysis.mentions_in(dateline.start(1), dateline.end(1))), None) if dateline else None
    return analysis.text[agency.start:agency.end] if agency and analysis.entities[agency.entity].is_organisation else None


def _behind_by(analysis: Analysis, mention: Mention) -> bool:
    """True of a name in the list of names behind a "By" in capitals."""
    doc, i = analysis.doc, mention.first - 1
    while i > 0 and mention.first - i <= FARTHEST and (doc[i].text in BETWEEN or doc[i].pos_ == "PROPN") and doc[i].lower_ != "by":
        i -= 1
    return i >= 0 and doc[i].text in ("By", "BY")


def _role_below(analysis: Analysis, end: int) -> Found | None:
    """The role of an author on the line below the name, where it is all of that line: "Economics editor"."""
    line = analysis.text[end:end + LONGEST_LINE].lstrip("\n").partition("\n")[0]
    start = analysis.text.find(line, end) if line else end
    sentence = analysis.sentence_at(start) if line else None
    found = phrase(analysis, sentence.first) if sentence and sentence.start == start else None
    if found is None or found.title is None:
        return None
    joined = (f"{found.title}{link}{found.organisation}" for link in (", ", " of ", " at "))
    forms = (found.title, f"{found.organisation} {found.title}", *joined)
    if line.strip() not in forms:
        return None
    below = None if found.organisation else _alone_below(analysis, start + len(line))
    return replace(found, organisation=analysis.text[below.start:below.end]) if below else found


def _alone_below(analysis: Analysis, end: int) -> Mention | None:
    """The organisation that is all of the next line, where there is one."""
    first = next(iter(analysis.mentions_in(end, end + LONGEST_LINE)), None)
    if first is None or not analysis.entities[first.entity].is_organisation:
        return None
    alone = analysis.text[end:first.start].isspace() and analysis.text[first.end:first.end + 1] in ("", "\n")
    return first if alone else None
