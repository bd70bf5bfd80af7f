"""What the machine has understood of one document, before it states facts: the input of every extractor.

`analyse` makes an `Analysis`; the modules of `extract` read it. Nothing here is published. Offsets are code points
into the document's text, token numbers are positions in the spaCy ``doc`` of the same text: ``doc[i].idx`` is an offset.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from generator.columns import Columns
from generator.models import Document, DocumentKind, Facts, Span, Subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

EntityKind = Literal["person", "company", "institution", "country", "place", "group", "product", "other"]
MentionForm = Literal["name", "pronoun", "nominal"]


@dataclass(frozen=True)
class Sentence:
    """A sentence without the blanks around it; ``block`` is the number of the text block it stands in."""

    index: int
    block: int
    start: int
    end: int
    first: int
    last: int
    heading: bool = False

    @cached_property
    def span(self) -> Span:
        """The sentence as evidence."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True)
class Mention:
    """Words that refer to an entity: a name, a pronoun, or a nominal ("the company"). Tokens are ``first`` .. ``last`` - 1."""

    start: int
    end: int
    first: int
    last: int
    form: MentionForm
    entity: int


@dataclass(frozen=True)
class Entity:
    """Somebody or something that the document names, with one kind decided over all its mentions."""

    index: int
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The mentions by name."""
        return tuple(mention for mention in self.mentions if mention.form == "name")

    @property
    def is_organisation(self) -> bool:
        """True of companies and institutions."""
        return self.kind in ("company", "institution")


@dataclass(frozen=True)
class DateMention:
    """An expression of time and the days it means (inclusive), where they can be known.

    ``form`` is the pattern of `analyse.dates` that found it, empty of one that the model marked.
    """

    start: int
    end: int
    text: str
    first_day: date | None = None
    last_day: date | None = None
    form: str = ""


@dataclass(frozen=True)
class Listed:
    """A line of a listing of rates or prices; offsets count in the text, ``values`` .. ``end`` is where its values stand.

    ``heading`` is where the words end that say what it is of.
    """

    start: int
    heading: int
    values: int
    end: int
    metric: str


@dataclass(frozen=True)
class Stated:
    """A line of a statement of results: "Oper net 1.8 mln vs 1.5 mln"; offsets count in the text.

    ``start`` .. ``label`` are the words that name the metric, ``values`` .. ``end`` is where its amounts stand; ``period`` is the time that
    the lines above say it is of. ``part`` is true below "Pretax profit includes": the words name a part of the company or a place.
    """

    start: int
    label: int
    values: int
    end: int
    metric: str
    period: Span | None = None
    part: bool = False


@dataclass(frozen=True)
class Header:
    """What the document says of itself: its headline (a span of the text), date, language and kind.

    ``readable`` is false of a document that no items are taken from; the last of ``notes`` then says why.
    """

    title: str
    title_span: Span | None = None
    published: date | None = None
    language: str | None = None
    kind: DocumentKind = "other"
    notes: tuple[str, ...] = ()
    readable: bool = True


@dataclass(frozen=True)
class Analysis:
    """A document as understood. ``facts`` holds what earlier extractors found, for those that build on it."""

    document: Document
    doc: "Doc"
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    header: Header = Header(title="")
    listed: tuple[Listed, ...] = ()
    stated: tuple[Stated, ...] = ()
    subject: Subject | None = None
    subject_entity: Entity | None = None
    facts: Facts = field(default_factory=Facts)

    @property
    def text(self) -> str:
        """The normalised source text."""
        return self.document.text

    def with_(self, **changes: Any) -> "Analysis":
        """A copy with some fields replaced; what was computed of the others is kept."""
        copy = replace(self, **changes)
        known = self.__dict__
        copy.__dict__.update({name: known[name] for name, source in _COMPUTED_OF.items() if name in known and source not in changes})
        return copy

    def with_facts(self, kind: str, items: list[Any]) -> "Analysis":
        """A copy that knows the facts of one kind."""
        return self.with_(facts=self.facts.model_copy(update={kind: tuple(items)}))

    @cached_property
    def columns(self) -> Columns:
        """The tokens as lists: the quick way to look at many of them."""
        return Columns.of(self.doc)

    @cached_property
    def all_tokens(self) -> list["Token"]:
        """The spaCy tokens as a list: asking the document for each anew takes several times as long."""
        return list(self.doc)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at ``offset``."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self.sentences[place].end:
            return None
        return self.sentences[place]

    def tokens(self, sentence: Sentence) -> "Tokens":
        """The spaCy tokens of a sentence, blanks at its ends left out."""
        return self.doc[sentence.first:sentence.last]

    @cached_property
    def _by_token(self) -> dict[int, Mention]:
        return {i: mention for entity in self.entities for mention in entity.mentions
                for i in range(mention.first, mention.last)}

    def mention_of(self, token: "Token") -> Mention | None:
        """The mention that a token is part of."""
        return self._by_token.get(token.i)

    def mention_at(self, number: int) -> Mention | None:
        """The mention that the token of a number is part of."""
        return self._by_token.get(number)

    def entity_of(self, token: "Token") -> Entity | None:
        """The entity that a token names or, as a pronoun or nominal, refers to."""
        mention = self.mention_of(token)
        return self.entities[mention.entity] if mention else None

    @cached_property
    def organisations(self) -> list[Entity]:
        """The companies and institutions, those named most first."""
        return sorted((entity for entity in self.entities if entity.is_organisation), key=lambda entity: -len(entity.names))

    @cached_property
    def _mentions(self) -> list[Mention]:
        return sorted((m for entity in self.entities for m in entity.mentions), key=lambda m: (m.start, m.end))

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self._mentions]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in [start, end), in the order of the text."""
        return self._mentions[bisect_right(self._mention_starts, start - 1):bisect_right(self._mention_starts, end - 1)]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [found.start for found in self.dates]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The expressions of time that begin in [start, end), in the order of the text."""
        return list(self.dates[bisect_right(self._date_starts, start - 1):bisect_right(self._date_starts, end - 1)])


_COMPUTED_OF = {"columns": "doc", "all_tokens": "doc", "_starts": "sentences", "_by_token": "entities", "organisations": "entities",
                "_mentions": "entities", "_mention_starts": "entities", "_date_starts": "dates"}
"""The cached properties of an analysis, each with the field that it is made of."""
