"""The organisation beside a title: "Acme chief", "Acme's chief", "the bank's chief", "chief of Acme"."""

from functools import cache
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.words import POSSESSIVES, is_head, lexicon
from generator.grounding import stands_in
from generator.lexicon import countries, load

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_BRACKET = 10
"""Tokens of a bracket between an organisation and a title."""


def named(analysis: Analysis, i: int, civic: bool = False) -> str | None:
    """The organisation, country or resolved nominal that token ``i`` is part of; if ``civic``, a state or a city too."""
    mention = analysis.mention_of(analysis.doc[i]) if i >= 0 else None
    if mention is None:
        return None
    entity = analysis.entities[mention.entity]
    if entity.kind == "group":
        return country_of(analysis, entity.name)
    if entity.kind == "other" and analysis.doc[i].lower_ in lexicon("fields"):
        return None
    coined = entity.kind in ("product", "other") and mention.form == "name" and analysis.doc[i].lower_ not in lexicon("modifiers")
    seat = entity.kind == "country" or (civic and entity.kind == "place")
    return form(analysis, mention) if entity.is_organisation or seat or coined else None


def is_country(analysis: Analysis, i: int) -> bool:
    """True of a token of a country's name or adjective: "a China scholar at Acme" studies it, and belongs to Acme."""
    mention = analysis.mention_of(analysis.doc[i]) if i >= 0 else None
    return mention is not None and mention.form == "name" and analysis.entities[mention.entity].kind in ("country", "group")


def form(analysis: Analysis, mention: Mention) -> str:
    """An organisation in the form that stands here, or under its name where a pronoun, a nominal or the capitals of a headline do."""
    here, name = analysis.text[mention.start:mention.end], analysis.entities[mention.entity].name
    return here if mention.form == "name" and not (is_loud(here) and not name.isupper()) else name


def is_loud(name: str) -> bool:
    """True of a name in capitals that is no acronym: "NORRLAND BANK"."""
    return name.isupper() and " " in name


def _describes(analysis: Analysis, mention: Mention) -> bool:
    """True of "the law firm" in front of the firm's name."""
    return mention.form == "nominal" and mention.last < len(analysis.doc) and analysis.doc[mention.last].pos_ == "PROPN"


def _is_function(analysis: Analysis, mention: Mention) -> bool:
    """True of "Research" and "Investor Relations" behind "head of": no organisation, but what somebody is head of."""
    before = analysis.doc[max(mention.first - 2, 0):mention.first]
    if len(before) < 2 or before[1].lower_ not in ("of", "and", "for") or before[0].lower_ not in lexicon("functionaries"):
        return False
    functions = (lexicon("business"), lexicon("portfolio"), lexicon("functions"))
    return all(any(token.lower_ in words for words in functions) for token in analysis.doc[mention.first:mention.last])


def _narrows(doc: "Doc", last: int) -> bool:
    """True of a place in front of a function, as in "U.S. bond team" and "Asia research"; a place's own bodies are none."""
    while last < len(doc) and doc[last].pos_ in ("NOUN", "ADJ") and doc[last].lower_ not in load("organisations")["institution"]:
        last += 1
    behind = doc[last - 1]
    return behind.pos_ == "NOUN" and behind.lower_ not in load("organisations")["nouns"] and not is_head(behind.text)


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """The names of a country by each of them and by the words for what comes from it."""
    return {form: names for names, adjectives in countries() for form in (*names, *adjectives)}


def country_of(analysis: Analysis, word: str) -> str | None:
    """The country of a name or an adjective, in a form that the document has, else the word itself; None where it is no country's."""
    forms = _countries().get(word)
    return next((form for form in forms if stands_in(form, analysis.text)), word) if forms else None


def unnamed_body(analysis: Analysis, first: int) -> str | None:
    """The words of a body without a name in front of a title in capitals: "central bank Chair"."""
    doc, i, lists = analysis.doc, first - 1, load("organisations")
    if i < 0 or not doc[first].is_title or not doc[i].is_lower or doc[i].lower_ not in (*lists["nouns"], *lists["institution"]):
        return None
    start = i
    while start > 0 and (doc[start - 1].is_lower or doc[start - 1].is_sent_start) and doc[start - 1].pos_ in ("ADJ", "NOUN"):
        start -= 1
    return analysis.text[doc[start].idx:doc[i].idx + len(doc[i])]


def organisation_before(analysis: Analysis, first: int, civic: bool = False) -> str | None:
    """The organisation directly in front of a title: "Acme chief", "Acme's chief", "the bank's chief", "Acme of Ruritania's chief".

    An acronym or a ticker in brackets may stand between them: "the Glass Workers (GWU) president".
    """
    doc, i = analysis.doc, first - 1
    if i > 2 and doc[i].text == ")":
        i = next((j - 1 for j in range(i - 2, max(i - LONGEST_BRACKET, 0), -1) if doc[j].text == "("), i)
    if i > 1 and doc[i].lower_ == "whose":
        return named(analysis, i - 2 if doc[i - 1].text == "," else i - 1)
    town = analysis.mention_at(i - 2) if i > 3 and doc[i].lower_ == "based" and doc[i - 1].text == "-" else None
    i = town.first - 1 if town else i
    while i >= 0 and (doc[i].text in POSSESSIVES or doc[i].lower_ in lexicon("dropped") - {"and", "with", "as"} or doc[i].text == "-"):
        if doc[i].lower_ in ("a", "an", "the", "its", "his", "their"):
            return named(analysis, i) if doc[i].lower_ == "its" else None
        i -= 1
    i -= civic and i > 0 and doc[i].lower_ == "state"
    return named(analysis, i, civic)


def beyond_base(doc: "Doc", i: int) -> int | None:
    """The token behind "Oslo-based" or "Toledo, Ohio-based" where that begins at ``i``."""
    if doc[i].pos_ != "PROPN":
        return None
    for j in range(i + 1, min(i + 7, len(doc) - 1)):
        if doc[j].text in ("-", "–") and doc[j + 1].lower_ == "based":
            return j + 2 if j + 2 < len(doc) else None
        if doc[j].lower_.endswith("-based"):
            return j + 1
        if doc[j].pos_ != "PROPN" and doc[j].text != ",":
            return None
    return None


def organisation_after(analysis: Analysis, first: int, stop: int, strictly: bool = False) -> str | None:
    """The first organisation named in a phrase; a country or another name where there is none.

    A place that only tells where something is ("Paris-based") does not count; ``strictly``, countries and places never do.
    """
    doc = analysis.doc
    other, beyond = None, first
    for i in range(first, min(stop, len(doc))):
        mention = analysis.mention_of(doc[i])
        beyond = max(beyond, beyond_base(doc, i) or i)
        if mention is None or i < beyond or _is_function(analysis, mention) or _describes(analysis, mention):
            continue
        entity = analysis.entities[mention.entity]
        owned = analysis.entity_of(doc[i + 2]) if i + 2 < stop and doc[i + 1].text in POSSESSIVES else None
        if entity.is_organisation and not (owned and owned.is_organisation):
            return form(analysis, mention)
        if entity.kind == "other" and (doc[i].lower_ in lexicon("bodies") or doc[i].lower_ in load("organisations")["portfolios"]):
            continue
        proper = entity.kind == "country" or (entity.kind in ("product", "other", "place") and doc[i].pos_ == "PROPN")
        if other is None and proper and not strictly and not _narrows(doc, mention.last):
            other = form(analysis, mention)
    return other
