"""The organisation beside a title: "Acme chief", "Acme's chief", "the bank's chief", "chief of Acme"."""

from generator.analysis import Analysis, Mention
from generator.extract.people.words import POSSESSIVES, lexicon
from generator.lexicon import load


def named(analysis: Analysis, i: int) -> str | None:
    """The organisation, country or resolved nominal that token ``i`` is part of."""
    mention = analysis.mention_of(analysis.doc[i]) if i >= 0 else None
    if mention is None:
        return None
    entity = analysis.entities[mention.entity]
    if entity.kind == "group":
        return country_of(analysis, entity.name)
    coined = entity.kind in ("product", "other") and mention.form == "name" and analysis.doc[i].lower_ not in lexicon("modifiers")
    return form(analysis, mention) if entity.is_organisation or entity.kind == "country" or coined else None


def form(analysis: Analysis, mention: Mention) -> str:
    """An organisation in the form that stands here, or under its name where a pronoun or a nominal does."""
    return analysis.text[mention.start:mention.end] if mention.form == "name" else analysis.entities[mention.entity].name


def _is_function(analysis: Analysis, mention: Mention) -> bool:
    """True of "Research" and "Investor Relations": what somebody is head of, and no organisation."""
    functions = (load("people")["business"], load("people")["portfolio"], load("organisations")["company"])
    return all(any(token.lower_ in words for words in functions) for token in analysis.doc[mention.first:mention.last])


def country_of(analysis: Analysis, adjective: str) -> str | None:
    """The country that an adjective belongs to, in a form that the document has, else the adjective where it is one of a country."""
    for line in load("gazetteer")["countries"]:
        names, adjectives = line.split("|")
        if adjective in adjectives.split():
            return next((name.strip() for name in names.split(",") if name.strip() in analysis.text), adjective)
    return None


def organisation_before(analysis: Analysis, first: int) -> str | None:
    """The organisation directly in front of a title: "Acme chief", "Acme's chief", "the bank's chief", "Acme of Ruritania's chief"."""
    doc, i = analysis.doc, first - 1
    while i >= 0 and (doc[i].text in POSSESSIVES or doc[i].lower_ in lexicon("dropped") - {"and", "with", "as"} or doc[i].text == "-"):
        if doc[i].lower_ in ("a", "an", "the", "its", "his", "their"):
            return named(analysis, i) if doc[i].lower_ == "its" else None
        i -= 1
    return named(analysis, i)


def organisation_after(analysis: Analysis, first: int, stop: int, strictly: bool = False) -> str | None:
    """The first organisation named in a phrase; a country or another name where there is none.

    A place that only tells where something is ("Paris-based") does not count; ``strictly``, countries and places never do.
    """
    doc = analysis.doc
    other = None
    for i in range(first, min(stop, len(doc))):
        mention = analysis.mention_of(doc[i])
        if mention is None or (i + 2 < len(doc) and doc[i + 1].text in ("-", "–") and doc[i + 2].lower_ == "based"):
            continue
        entity = analysis.entities[mention.entity]
        owner = i + 2 < stop and doc[i + 1].text in POSSESSIVES and analysis.entity_of(doc[i + 2])
        if _is_function(analysis, mention):
            continue
        if entity.is_organisation and not owner:
            return form(analysis, mention)
        proper = entity.kind == "country" or (entity.kind in ("product", "other", "place") and doc[i].pos_ == "PROPN")
        if other is None and proper and not strictly:
            other = form(analysis, mention)
    return other
