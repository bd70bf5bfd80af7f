"""A speaker: a person, an organisation or a group of the document, and what is known of who speaks while it is read."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Entity
from generator.extract.quotes.offices import Offices
from generator.extract.quotes.words import MARKETS
from generator.models import Span, SpeakerKind
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKING = ("person", "company", "institution", "country")
"""Kinds of entities that speak."""
LEADING = frozenset({"a", "an", "the", "and", "but", "as", "while", "although"})
CLAUSAL = frozenset({"WDT", "WP", "PRP", "VBD", "VBZ", "VBP", "MD"})
TELLING = frozenset({"saying", "adding", "telling", "warning", "arguing", "noting"})
WIDEST = 14
"""Tokens of a group's description."""


@record
class Speaker:
    """Who speaks, in words of the text; ``entity`` where it is one of the document's."""

    name: str | None
    kind: SpeakerKind
    entity: int | None = None

    @property
    def particular(self) -> bool:
        """True of somebody who is named."""
        return self.entity is not None


NOBODY = Speaker(None, "unattributed")


@dataclass
class Heard:
    """What is known while reading: who holds which office, who spoke last and what, and who made which document ("report")."""

    offices: Offices
    last: Speaker = NOBODY
    said: tuple[Span, ...] = ()
    documents: dict[str, Speaker] = field(default_factory=dict)


def as_speaker(analysis: Analysis, entity: Entity, token: "Token | None" = None) -> Speaker:
    """An entity as a speaker; an organisation goes by the acronym that stands at ``token``, or that it mostly goes by."""
    if entity.kind == "person":
        return Speaker(entity.name, "person", entity.index)
    if entity.name.lower() in MARKETS:
        return Speaker(entity.name, "group")
    mention = analysis.mention_of(token) if token is not None else None
    named = mention is not None and mention.form == "name" and analysis.text[max(0, mention.start - 1):mention.start] != "<"
    here = analysis.text[mention.start:mention.end] if mention and named else ""
    form = here if here.isupper() or here == entity.name else _usual(analysis, entity)
    return Speaker(form if form.isupper() and len(form) < 8 else entity.name, "organisation", entity.index)


def _usual(analysis: Analysis, entity: Entity) -> str:
    """The form under which an entity is named most."""
    forms = Counter(analysis.text[mention.start:mention.end] for mention in entity.mentions[:50] if mention.form == "name")
    return forms.most_common(1)[0][0] if forms else entity.name


def description(analysis: Analysis, token: "Token") -> str:
    """The words that describe a group, without a leading article and without relative clauses."""
    doc = analysis.doc
    first, end = max(token.left_edge.i, token.i - WIDEST), min(token.right_edge.i + 1, token.i + WIDEST)
    sentence = analysis.sentence_at(token.idx)
    if sentence:
        first, end = max(first, sentence.first), min(end, sentence.last)
    while first < token.i and (doc[first].lower_ in LEADING or doc[first].is_punct or doc[first].is_space):
        first += 1
    for i in range(first, token.i):
        if doc[i].text in ("“", "”", '"', ":", ";") or (doc[i].text == "," and doc[i - 1].pos_ != "ADJ"):
            first = i + 1
    stop = token.i + 1
    if stop < len(doc) and doc[stop].lower_ in ("at", "from", "with") and doc[stop].head.i != token.i:
        limit = min(stop + 6, sentence.last if sentence else stop)
        end = max(end, next((i for i in range(stop + 1, limit) if doc[i].pos_ == "ADP" or doc[i].is_punct), limit))
    while stop < end and not (doc[stop].tag_ in CLAUSAL or doc[stop].lower_ in TELLING or doc[stop].is_punct or doc[stop].is_space):
        stop += 1
    return analysis.text[doc[first].idx:doc[stop - 1].idx + len(doc[stop - 1])]
