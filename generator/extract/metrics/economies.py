"""Countries as owners: the one that a document is of, and which "the country" and "the region" are."""

import re
from collections import Counter
from functools import cache, partial
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, Entity
from generator.extract.metrics.owners import REACH, Owner, Place, UsualNames
from generator.grounding import stands_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRADE = frozenset(("export", "import", "trade", "shipment", "deficit", "surplus", "sale"))
_CENTRAL_BANK = re.compile(r"(?:Central|National|Reserve) Bank of (?:the )?([A-Z].*)")
_MENTIONS = 4
"""Mentions of a country that tell how its name is written."""
_REGIONS = ("region", "continent")
LANDS = ("country", "nation", *_REGIONS)
"""What a land is called where it was named before."""


def economy_of(analysis: Analysis, usual: UsualNames) -> Owner | None:
    """The country that a document names most, "Chinese" and "Bank of Spain" counted; None where no country stands out."""
    (country, most), (_, next_most) = (*named_countries(analysis).most_common(2), ("", 0), ("", 0))[:2]
    if most == next_most:
        return _land_of_a_bank(analysis)
    itself = [entity for entity in analysis.entities if entity.kind == "country" and country_in(entity) == country]
    if itself:
        best = max(itself, key=partial(_is_usual, analysis.text))
        same = best.name.casefold() == country.casefold() and country in analysis.text
        return Owner(country, best) if same else usual.owner(best)  # "Spain" of "Bank of Spain", below "SPAIN REVISES TARGETS"
    return Owner(country) if stands_in(country, analysis.text) else None


def _land_of_a_bank(analysis: Analysis) -> Owner | None:
    """The land whose central bank a text names: "the Central Bank of Ruritania"."""
    banks = (_CENTRAL_BANK.fullmatch(entity.name) for entity in analysis.entities if entity.kind == "institution")
    return next((Owner(bank[1]) for bank in banks if bank), None)


def is_central_bank(name: str) -> bool:
    """True of "Central Bank of Ruritania", whatever land that is."""
    return _CENTRAL_BANK.fullmatch(name) is not None


def named_countries(analysis: Analysis) -> Counter[str]:
    """How often a document names each country, its adjectives and what has its name counted."""
    named: Counter[str] = Counter()
    for entity in analysis.entities:
        country = country_in(entity)
        if country is not None:
            named[country] += len(entity.names)
    return named


def _is_usual(text: str, entity: Entity) -> tuple[bool, int]:
    """How usual a country's name is in a text: never that of a line in capitals alone, before any other, and most often."""
    starts = [text.rfind("\n", 0, mention.start) + 1 for mention in entity.names[:_MENTIONS]]
    return not all(text[start:text.find("\n", start) % (len(text) + 1)].isupper() for start in starts), len(entity.names)


def country_of(place: Place) -> Owner | None:
    """The country that the sentence names before the figure, else the one that the document is of."""
    sentence, entities = place.words.sentence, place.analysis.entities
    figure = place.words.starts[place.figure]
    mentions = place.analysis.mentions_in(max(sentence.start, figure - REACH), figure)
    abroad = {mention.entity for mention in mentions if is_abroad(place.analysis.all_tokens[mention.last - 1])}
    here = (entities[mention.entity] for mention in reversed(mentions) if mention.entity not in abroad)
    country = next((entity for entity in here if entity.kind == "country"), None)
    if country:
        return place.usual.owner(country)
    return place.focus if place.focus and place.focus.entity and place.focus.entity.kind == "country" else place.country


def is_abroad(token: "Token") -> bool:
    """True of Norway in "exports to Norway" and "trade with Norway": the number is of whoever trades with it."""
    return token.dep_ == "pobj" and token.head.lower_ in ("to", "from", "with", "against") and token.head.head.lemma_ in _TRADE


def land_meant(place: Place, noun: str) -> Owner | None:
    """Which land "the country" or "the region" is: the one named last before it."""
    start = place.words.sentence.start
    mentions = place.analysis.mentions_in(max(0, start - REACH), place.words.starts[place.anchor])
    entities = (place.analysis.entities[mention.entity] for mention in reversed(mentions) if mention.form == "name")
    if noun in _REGIONS:
        places = (entity for entity in entities if entity.kind == "place")
        region = next((entity for entity in places if not regions().isdisjoint(entity.name.casefold().split())), None)
        return place.usual.owner(region) if region else None
    for entity in entities:
        country = country_in(entity) if entity.kind in ("country", "group") else None
        if country:
            named = entity.kind == "country"
            return place.usual.owner(entity) if named else Owner(country if stands_in(country, place.analysis.text) else entity.name)
    return place.country


def country_in(entity: Entity) -> str | None:
    """The usual name of the country that an entity is, is of ("Chinese"), or has in its name ("Reserve Bank of India")."""
    if entity.kind in ("country", "group"):
        names = _countries()
        return names.get(entity.name) or names.get(entity.name.title(), entity.name if entity.kind == "country" else None)
    if entity.kind != "institution":
        return None
    found = _in_names().search(entity.name)
    return _countries()[found[0]] if found else None


@cache
def regions() -> frozenset[str]:
    """The names of regions, in small letters."""
    return frozenset(name.casefold() for name in lexicon.load("gazetteer")["regions"])


@cache
def _countries() -> dict[str, str]:
    """The names and adjectives of countries -> the usual name of each."""
    return {form: names[0] for names, adjectives in lexicon.countries() for form in (*names, *adjectives)}


@cache
def adjectives() -> frozenset[str]:
    """The adjectives of countries: "German"; "UK" is a name, too."""
    return frozenset(adjective for _, adjectives in lexicon.countries() for adjective in adjectives if not adjective.isupper())


@cache
def _in_names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_countries(), key=len, reverse=True)))})\b")
