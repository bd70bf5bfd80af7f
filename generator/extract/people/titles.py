"""What a title is: its words, where it begins and where it ends. "senior vice president", "Director General", "board member"."""

import itertools
from typing import TYPE_CHECKING

from generator.analysis import Analysis
from generator.extract.people.words import POSSESSIVES, is_head, lexicon, offices
from generator.lexicon import load
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PART", "ADJ"})
FIRST = frozenset({"deputy", "vice", "minister", "secretary", "lady", "lieutenant", "sea"})
"""What stands behind "first" in titles."""
LONGEST = 9
"""Tokens of a title."""


@record
class Found:
    """A title as the text has it, what it belongs to, and the offset where it stands; either may be missing."""

    title: str | None
    organisation: str | None
    start: int


def ends_title(doc: "Doc", i: int) -> bool:
    """True of a noun that can end a title, and of what may follow it: "analyst", "Director General", "board member"."""
    word, before = doc[i].lower_, doc[i - 1] if i else None
    if is_head(doc[i].text):
        return word != "justice" or before is None or before.lower_ not in ("of", "international", "social", "criminal", "climate")
    if word == "lead":
        return before is not None and before.pos_ in ("NOUN", "PROPN") and i + 1 < len(doc) and doc[i + 1].pos_ in ("ADP", "PUNCT", "PROPN")
    if word == "relations":
        return before is not None and before.lower_ in lexicon("functions")
    if word in lexicon("postnominal"):
        head = doc[i - 2] if before is not None and before.text == "-" and i > 1 else before
        return head is not None and is_head(head.text)
    return word.removesuffix("s") == "member" and (_of_body(doc, i) or (before is not None and before.lower_ in lexicon("bodies")))


def _of_body(doc: "Doc", i: int) -> bool:
    """True of "member" in "member of its executive board"."""
    if i + 1 >= len(doc) or doc[i + 1].lower_ != "of":
        return False
    near = doc[i + 2:i + 9]
    body = next((token.i for token in near if token.lower_ in lexicon("bodies")), None)
    between = doc[i + 2:body] if body is not None else ()
    return body is not None and not any((token.is_punct and token.text not in POSSESSIVES) or token.pos_ == "ADP" for token in between)


def title_start(analysis: Analysis, last: int) -> int:
    """The first token of a title that ends at ``last``: modifiers, further titles and plain nouns, no organisation."""
    doc, first = analysis.doc, last
    formal = doc[last].is_title and not doc[last].is_sent_start
    while first > 0 and last - first < LONGEST and _continues(analysis, first - 1):
        if formal and doc[first - 1].is_lower and doc[first - 1].is_alpha and doc[first - 1].lower_ not in lexicon("modifiers") | {"and"}:
            break
        first -= 1
    while first < last and (doc[first].lower_ in lexicon("dropped") or doc[first].pos_ in ("NUM", "PUNCT", "SYM") or _is_age(doc, first)
                            or (doc[first].lower_ == "first" and doc[first + 1].lower_ not in FIRST)):
        first += 1
    return first


def _is_age(doc: "Doc", i: int) -> bool:
    """True of the words of "year-old" in front of a title."""
    return doc[i].lower_ in ("year", "old") and "-" in (doc[i - 1].text, doc[i + 1].text)


def _continues(analysis: Analysis, i: int) -> bool:
    token = analysis.doc[i]
    if token.is_sent_start and token.pos_ in ("VERB", "ADV") and not is_head(token.text) and token.lower_ not in ("managing", "acting"):
        return False
    mention = analysis.mention_of(token)
    field = mention is not None and mention.last - mention.first == 1 and token.lower_ in lexicon("fields")
    suffix = mention is not None and mention.first < i and token.lower_ in load("organisations")["suffixes"]
    if mention and not field and (token.lower_ not in lexicon("modifiers") or suffix):
        portfolios = load("organisations")["portfolios"]
        return all(word.lower_ in portfolios for word in analysis.doc[mention.first:mention.last])
    under = token.text == "Under" and i + 1 < len(analysis.doc) and analysis.doc[i + 1].lower_ == "secretary"
    if under or token.lower_ in lexicon("modifiers") or is_head(token.text):
        return True
    before = analysis.doc[i - 1] if i else None
    if token.text in ("-", "&", "/", "–"):
        return before is not None and not before.is_space and before.text not in ("”", '"')
    if token.lower_ == "and":
        return before is not None and before.pos_ != "VERB" and (is_head(before.text) or before.lower_ in lexicon("portfolio") | offices())
    nominal = field or token.pos_ in ("NOUN", "ADJ", "PROPN")
    return nominal and token.text not in ("%", "$") and token.lower_ not in ("mr", "mr.", "ms", "mrs")


def office_end(doc: "Doc", end: int) -> int:
    """The token behind "Secretary of State" and "Minister of Land and Forestry" where a title ends at ``end``, else ``end``."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "for"):
        return end
    i = end + 1 + (doc[end + 1].lower_ == "the")
    if doc[end - 1:i + 1].text.lower() in lexicon("whole"):
        return i + 1
    if doc[end - 1].lower_ not in lexicon("officers"):
        return end
    first = i
    while i < len(doc) and (doc[i].lower_ in offices() or (i > first and _goes_on_with_office(doc, i))):
        i += 1
    closed = i == len(doc) or doc[i].pos_ != "PROPN" or doc[i].ent_type_ == "PERSON"
    return i if i > first and closed else end


def _goes_on_with_office(doc: "Doc", i: int) -> bool:
    """True of the "and" and the commas of "Land, Forestry and Housing"."""
    return doc[i].lower_ in ("and", ",") and i + 1 < len(doc) and (doc[i + 1].lower_ in offices() or doc[i + 1].lower_ == "and")


def office_start(doc: "Doc", last: int) -> int | None:
    """The token of "Secretary" where a phrase that ends at ``last`` is "Secretary of State", or None."""
    for i in range(last - 1, max(last - LONGEST, 0), -1):
        if doc[i].lower_ in ("of", "for"):
            return i - 1 if office_end(doc, i) == last + 1 else None
    return None


def title_end(doc: "Doc", j: int, limit: int) -> int:
    """The token behind the title whose first head is ``j``: "vice president", "chairman and chief executive"."""
    end = office_end(doc, j + 1)
    while end < limit:
        word, behind = doc[end].lower_, doc[end + 1] if end + 1 < limit else doc[end]
        goes_on = is_head(behind.text) or behind.lower_ in lexicon("modifiers") or _is_most(doc, end + 1, limit)
        linked = word in ("and", "&", "-", "/") and goes_on
        linked = linked or (word == "," and _goes_on(doc, end + 1, limit))
        narrowed = word in lexicon("modifiers") and doc[end].pos_ in ("NOUN", "ADJ", "PROPN")
        narrowed = narrowed or (doc[end].pos_ == "ADJ" and doc[end - 1].lower_ == "and" and behind.i > end and is_head(behind.text))
        narrowed = narrowed or (doc[end - 1].lower_ == "chief" and behind.i > end and is_head(behind.text))
        if not (linked or narrowed or ends_title(doc, end)):
            break
        end += 1
    shortest = office_end(doc, j + 1)
    while end > shortest and not ends_title(doc, end - 1):
        end -= 1
    end = office_end(doc, end)
    return end + 2 if doc[end - 1].lower_ == "board" and doc[end:end + 2].text.lower() == "of directors" else end


def _is_most(doc: "Doc", i: int, limit: int) -> bool:
    """True of "largest" and "controlling" in front of the end of a title."""
    return i + 1 < limit and doc[i].pos_ == "ADJ" and is_head(doc[i + 1].text)


def _goes_on(doc: "Doc", i: int, limit: int) -> bool:
    """True of "president and chief executive" behind the comma of "chairman, president and chief executive"."""
    first = i
    while i < limit - 1 and (is_head(doc[i].text) or doc[i].lower_ in lexicon("modifiers")):
        i += 1
    if i == first or not is_head(doc[i - 1].text) or i >= limit - 1:
        return False
    behind = is_head(doc[i + 1].text) or doc[i + 1].lower_ in lexicon("modifiers")
    return (doc[i].lower_ in ("and", "&") and behind) or (doc[i].text == "," and _goes_on(doc, i + 1, limit))


def of_one(title: str | None) -> str | None:
    """The title of one of several people who share it: "chief executive", where the text has "chief executives"."""
    head = (title or "").rpartition(" ")[2].rpartition("-")[2].lower()
    shared = head.endswith("s") and head not in lexicon("heads") and is_head(head.removesuffix("s"))
    return title[:-1] if title and shared and not any(link in title for link in (" of ", " for ", " and ")) else title


def is_former(title: str | None) -> bool:
    """True of what somebody was, and may not be now."""
    return (title or "").lower().replace("-", " ").partition(" ")[0] in ("former", "ex", "retired", "previous", "previously")


def is_civic(title: str | None) -> bool:
    """True of the titles that states and cities give as well as countries: "governor", "attorney general"."""
    words = (title or "").casefold()
    return any(words == civic or words.endswith(" " + civic) for civic in lexicon("civic"))


def is_public(title: str | None) -> bool:
    """True of the titles that a country gives: "minister", "army officer"; a painter's nationality is no organisation."""
    words = (title or "").casefold().replace("-", " ").split()
    heads = [*words[-1:], *(word for word, link in itertools.pairwise(words) if link in ("of", "for"))]
    offices = lexicon("public") | lexicon("political")
    serves = not lexicon("services").isdisjoint(words)
    return serves or is_civic(title) or any(word.removesuffix("s") in offices for word in heads)


def title_words(analysis: Analysis, first: int, end: int) -> str | None:
    """The words of a title as the text has them, or None where there are none on one line."""
    doc = analysis.doc
    while end > first and doc[end - 1].pos_ in ("DET", "ADP"):
        end -= 1
    if end <= first:
        return None
    text = analysis.text[doc[first].idx:doc[end - 1].idx + len(doc[end - 1])].strip(" ,-–&")
    return text if "\n" not in text and text else None
