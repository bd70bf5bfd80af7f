"""Whose number it is: the owner of a metric, read from the words around its name."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, Entity, Mention
from generator.extract.metrics.names import Name
from generator.extract.metrics.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_LEVIES = frozenset(("tariff", "countertariff", "levy", "duty", "tax", "quota"))
"""What is laid on goods: its number is the goods'."""
_PERCENT = frozenset(("%", "percent", "pct", "cent"))
_REACH = 1500
"""Characters that "the company" looks back for a name."""
_MARKS = frozenset(("'s", "’s", "'", "’"))
_OF = frozenset(("of", "in", "at", "for", "by", "on", "from"))
_OF_A_PART = frozenset(("revenue", "units", "users", "orders", "price"))
"""Metrics of a part of a company: in "its sales of pigments" they are the pigments'."""
_ECONOMY = frozenset(("gdp", "inflation", "unemployment", "trade_balance"))
_OF_A_PLACE = frozenset(("price", "units", "revenue", "other", "inflation"))
_NAMED = frozenset(("price", "exchange_rate", "index"))
"""Metrics whose own name can say whose they are: "gold", "the dollar", "the Nasdaq"."""
_PHRASE = frozenset(("NOUN", "ADJ", "PROPN", "NUM", "X", "PUNCT"))


@dataclass(frozen=True)
class Owner:
    """Words of the text that say whose number it is, and the entity that they are, where it is a known one."""

    text: str
    entity: Entity | None = None


class UsualNames:
    """Entities as owners, under the name that the document uses most: "Alibaba", where one mention says "Alibaba Group Holding"."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._owners: dict[int, Owner] = {}

    def owner(self, entity: Entity) -> Owner:
        """The owner that an entity is."""
        if entity.index not in self._owners:
            names = Counter(self._text[mention.start:mention.end] for mention in entity.names)
            self._owners[entity.index] = Owner(names.most_common(1)[0][0] if names else entity.name, entity)
        return self._owners[entity.index]


@dataclass(frozen=True)
class Place:
    """Where an owner is looked for: the words of a sentence, the name of the metric, the row's figures, who was spoken of last
    and what everybody is usually called. ``country`` is the one whose economy the document is of, if any; ``crossed`` tells that other
    figures stand between the name and these.
    """

    analysis: Analysis
    words: Words
    name: Name | None
    figure: int
    end: int
    focus: Owner | None
    usual: "UsualNames"
    country: Owner | None = None
    crossed: bool = False

    @property
    def anchor(self) -> int:
        """The position that rules start from: the name where it is a noun, else the figure."""
        return self.name.first if self.name and not self.name.is_verb else self.figure

    def text(self, first: int, last: int) -> str:
        """The document's words from token ``first`` to ``last`` - 1."""
        return self.analysis.text[self.words.starts[first]:self.words.end_of(last - 1)]

    def entity(self, position: int) -> Entity | None:
        """The entity at a position, people left out: they report numbers and seldom own them."""
        if not 0 <= position < len(self.words):
            return None
        mention = self.analysis.mention_of(self.words.tokens[position])
        if mention is None or self._is_in_name(mention):
            return None
        entity = self.analysis.entities[mention.entity]
        return entity if entity.kind != "person" else None

    def _is_in_name(self, mention: Mention) -> bool:
        """True of a name that the metric's own words are part of: "TVL" is nobody."""
        if self.name is None or self.name.is_verb:
            return False
        offset = self.words.tokens[0].i
        return mention.first - offset < self.name.last and self.name.first < mention.last - offset


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(lexicon.load("metric_owners")[key])


def owner_of(place: Place) -> Owner | None:
    """The owner of the number of a row, or None where nobody can be told."""
    rules: tuple[Callable[[Place], Owner | None], ...]
    if place.name is None or place.name.is_verb or (place.crossed and place.name.metric == "share_price"):
        rules = _RULES_BY_VERB
    else:
        rules = _RULES_OF_ECONOMY if _is_of_an_economy(place) else _RULES_BY_NOUN
    return next(filter(None, (rule(place) for rule in rules)), None)


def _as_written(place: Place, position: int, entity: Entity) -> Owner:
    """An entity as the owner; of an adjective of nationality, the phrase that it stands in ("Japanese investors")."""
    words = place.words
    token = words.tokens[position]
    if token.ent_type_ != "NORP" and entity.kind != "group":
        return place.usual.owner(entity)
    last = position + 1
    head = min(token.head.i - words.tokens[0].i, position + 3, len(words) - 1)
    while last <= head and words.tokens[last].pos_ in ("NOUN", "ADJ"):
        last += 1
    owned = place.name and position < place.name.last and last > place.name.first
    return Owner(place.text(position, position + 1 if owned else last), entity)


# --- rules: each gives an owner, or None where it does not apply -------------------------------------------------

def _own_name(place: Place) -> Owner | None:
    """A currency, an index or a commodity is what its own name says: "The euro rose", "gold gained", "oil prices"."""
    name, words = place.name, place.words
    if name is None or name.metric not in _NAMED:
        return None
    first, last = name.first, name.last
    if name.metric == "price":
        return _thing_priced(place, first, last)
    if name.metric == "exchange_rate":
        return None if _plain(words, first, last) in _listed("generic_names") else Owner(place.text(first, last))
    while first > 0 and (words.tokens[first - 1].pos_ == "PROPN" or (words.tokens[first - 1].pos_ == "NUM" and first > 1
                                                                   and words.tokens[first - 2].pos_ == "PROPN")):
        first -= 1
    while last < len(words) and (words.tokens[last].pos_ == "PROPN" or words.lower[last] == "index"):
        last += 1
    alone = last - first == name.last - name.first and _plain(words, first, last) in _listed("generic_names")
    return None if alone else Owner(place.text(first, last))


def _plain(words: Words, first: int, last: int) -> str:
    return " ".join(words.lemma[i] for i in range(first, last) if words.lower[i] not in "-–—")


def _thing_priced(place: Place, first: int, last: int) -> Owner | None:
    """The commodity of a price, told by compound nouns before it ("Steel prices") or by the name itself ("spot gold")."""
    words = place.words
    generic = _plain(words, first, last) in _listed("generic_prices")
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "PROPN") and words.tokens[first - 1].dep_ in ("compound", "nmod"):
        first -= 1
    stop = last - 1 if words.lemma[last - 1] in ("price", "futures", "future") else last
    if stop <= first or (generic and place.name and first == place.name.first):
        return None
    entity = place.entity(first)
    if generic and _plain(words, first, last).split()[-1] not in ("price", "futures"):
        return place.usual.owner(entity) if entity else None
    return place.usual.owner(entity) if entity else Owner(place.text(first, stop))


def _bracketed(place: Place) -> Owner | None:
    """The name before a number in brackets: "Rocket Pool (3.10%)"."""
    words, first = place.words, place.figure
    if not (words.is_one_of(first - 1, ("(",)) and words.is_one_of(place.end, (")",)) and words.tokens[first - 2].pos_ == "PROPN"):
        return None
    return Owner(_proper_name(place, first - 2))


def _scope(place: Place) -> Owner | None:
    """The adjective in the name: "global output"; the country behind the figure: "prices rose by 24% in China"."""
    name, words = place.name, place.words
    if name and words.lower[name.first] in _listed("adjectives"):
        return Owner(place.text(name.first, name.first + 1))
    if name and name.metric in _OF_A_PLACE and words.is_one_of(place.end, ("in",)):
        entity = place.entity(place.end + 1)
        return place.usual.owner(entity) if entity and entity.kind == "country" else None
    return None


def _part(place: Place) -> Owner | None:
    """What a share is of, where it is the subject: "14% of consumers"; and the part of "sales of pigments"."""
    words, name = place.words, place.name
    start = None
    if name and not name.is_verb and name.metric in _OF_A_PART and words.is_one_of(name.last, ("of",)):
        start = name.last + 1
    elif words.is_one_of(place.end, ("of",)) and words.lower[place.end - 1] in _PERCENT and _is_subject(place):
        start = place.end + 1
    elif name and words.lemma[name.last - 1] in _LEVIES:
        start = next((i + 1 for i in (name.last, place.end) if words.is_one_of(i, ("on", "of", "in")) and i + 1 != place.figure), None)
    if start is None:
        return None
    while start < len(words) and words.tokens[start].pos_ in ("DET", "PRON"):
        if words.lower[start] in _POSSESSIVES and name and name.metric == "price":
            return _subject(place)
        start += 1
    last = start
    while last < len(words) and words.tokens[last].pos_ in ("NOUN", "ADJ", "PROPN") and last - start < 4:
        last += 1
    return Owner(place.text(start, last)) if last > start and words.tokens[last - 1].pos_ in ("NOUN", "PROPN") else None


def _is_subject(place: Place) -> bool:
    """True of a percentage that does something ("14% of consumers say"), by the parse or by standing first in its clause."""
    words = place.words
    if words.tokens[place.end - 1].dep_ in ("nsubj", "nsubjpass", "appos", "conj"):
        return True
    first = place.figure
    while first > 0 and words.lower[first - 1] in ("only", "about", "some", "nearly", "just", "almost", "than", "more"):
        first -= 1
    return first == 0 or words.lower[first - 1] in ("and", "that", "but", "while", ",")


def _possessor(place: Place) -> Owner | None:
    """The one before the name: "Alibaba's revenue", "its net loss", "the cloud unit's sales", "Boeing shares", "global growth"."""
    words = place.words
    for i in range(place.anchor - 1, max(-1, place.anchor - 8), -1):
        if words.lower[i] in _POSSESSIVES:
            entity = place.entity(i)
            return place.usual.owner(entity) if entity else _subject(place) or place.focus
        if words.lower[i] in _MARKS:
            return _possessing_phrase(place, i)
        entity = place.entity(i)
        if entity:
            return _as_written(place, i, entity)
        if words.lower[i] in _listed("adjectives"):
            return Owner(place.text(i, i + 1))
        if words.tokens[i].pos_ not in _PHRASE or words.lower[i] in ",;:()":
            break
    return _segment(place)


def _segment(place: Place) -> Owner | None:
    """The segment in front of a metric's name: "International commerce sales", "cloud revenue"."""
    words, name = place.words, place.name
    if name is None or name.metric not in _OF_A_PART or name.metric == "price":
        return None
    first, stop = name.first, place.end if place.end <= name.first else 0
    while first > stop and words.tokens[first - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        if words.is_one_of(first - 1, _listed("no_segments")):
            break
        first -= 1
    head = name.first - 1
    return Owner(place.text(first, name.first)) if first < name.first and words.tokens[head].pos_ in ("NOUN", "PROPN") else None


def _possessing_phrase(place: Place, mark: int) -> Owner | None:
    """The owner before a possessive mark: an entity, or the words of a segment ("cloud services unit")."""
    words = place.words
    if words.tokens[mark - 1].ent_type_ in ("DATE", "TIME"):
        return None
    entity = place.entity(mark - 1)
    if entity:
        return place.usual.owner(entity)
    if words.lemma[mark - 1] in ("country", "nation", "region"):
        return _country(place)
    if words.lemma[mark - 1] in _listed("nominals") and (mark < 2 or words.tokens[mark - 2].pos_ not in ("NOUN", "PROPN", "ADJ")):
        return place.focus
    first = mark
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ", "PROPN") and words.lower[first - 1] not in _MARKS:
        first -= 1
    return Owner(place.text(first, mark)) if first < mark else None


def _holder_behind(place: Place) -> Owner | None:
    """The one behind the name: "shares in Corus", "sales of fluoroproducts", "the price of iron ore"."""
    name, words = place.name, place.words
    if name is None or name.last >= len(words) or words.lower[name.last] not in _OF or words.lemma[name.last - 1] in ("bid", "offer"):
        return None
    for i in range(name.last + 1, min(name.last + 5, len(words))):
        entity = place.entity(i)
        if entity:
            return place.usual.owner(entity)
        if words.tokens[i].pos_ in ("VERB", "AUX", "ADP", "NUM") or words.lower[i] in ",;:()$":
            return None
    return None


def _beside(place: Place) -> Owner | None:
    """The name right before the word that moves the figure: "Corus fell 2.2%", "with JFE Holdings down 3.4%"."""
    words = place.words
    for i in range(place.figure - 1, max(-1, place.figure - 6), -1):
        entity = place.entity(i)
        if entity:
            return _as_written(place, i, entity)
        if words.tokens[i].pos_ not in ("VERB", "AUX", "ADV", "ADJ", "SYM", "PART") and words.lower[i] not in ("down", "up", "by", "about"):
            return None
    return None


def _holder_above(place: Place) -> Owner | None:
    """The one whose phrase the figure is part of: "BASF, a maker with 100 plants, said"."""
    words = place.words
    for position in words.ancestors(place.figure):
        if words.tokens[position].pos_ in ("VERB", "AUX"):
            return None
        entity = place.entity(position)
        if entity and entity.kind in ("company", "institution"):
            return place.usual.owner(entity)
    return None


def _subject(place: Place) -> Owner | None:
    """The grammatical subject of the clause that holds the name or the figure."""
    words = place.words
    offset = words.tokens[0].i
    for position in [place.anchor, *words.ancestors(place.anchor)]:
        verb = words.tokens[position]
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            continue
        reports = words.lemma[position] in _listed("reporters") and position != place.anchor
        owner = None if reports else _in_phrase(place, subject, subject.i - offset)
        if owner:
            return owner
        if verb.dep_ == "ccomp" and words.lower[subject.i - offset] not in ("it", "they", "he", "she", "we"):
            return None
    return None


def _in_phrase(place: Place, head: "Token", position: int) -> Owner | None:
    """The owner that a noun phrase is or holds: an entity at its head, else before it; "the company" is who was spoken of."""
    words = place.words
    if not 0 <= position < len(words):
        return None
    entity = place.entity(position)
    if entity is None and place.name and place.name.is_verb:
        entity = place.analysis.entity_of(words.tokens[position])  # people earn and lose money, too
    if entity:
        return _as_written(place, position, entity)
    if words.tokens[position].pos_ == "PROPN" and words.tokens[position].ent_type_ not in ("PERSON", "DATE", "TIME"):
        return Owner(_proper_name(place, position))
    offset = words.tokens[0].i
    nominal = words.lemma[position] in _listed("nominals")
    for token in head.lefts:
        entity = place.entity(token.i - offset)
        if entity and not (nominal and entity.kind in ("country", "place", "group")):
            return _as_written(place, token.i - offset, entity)
    if nominal and words.tokens[position].tag_ != "NNS":
        return _last_named(place) or place.focus
    return _plain_owner(place, head, position)


def _proper_name(place: Place, position: int) -> str:
    first = position
    while first > 0 and place.words.tokens[first - 1].pos_ == "PROPN":
        first -= 1
    return place.text(first, position + 1)


def _plain_owner(place: Place, head: "Token", position: int) -> Owner | None:
    """Owners without a name: "lease companies", "the typical household"."""
    words = place.words
    lemma = words.lemma[position]
    if place.name and place.name.first <= position < place.name.last:
        return None
    if lemma not in _listed("groups"):
        return None
    first = position
    while first > 0 and words.tokens[first - 1].pos_ in ("NOUN", "ADJ") and words.tokens[first - 1].head is head:
        first -= 1
    return Owner(place.text(first, position + 1))


def _last_named(place: Place) -> Owner | None:
    """The company that was named last before the sentence."""
    start = place.words.sentence.start
    mentions = place.analysis.mentions_in(max(0, start - _REACH), start)
    named = (place.analysis.entities[mention.entity] for mention in reversed(mentions) if mention.form == "name")
    entity = next((entity for entity in named if entity.kind == "company"), None)
    return place.usual.owner(entity) if entity else None


def _is_of_an_economy(place: Place) -> bool:
    name = place.name
    if name is None or name.metric in _ECONOMY:
        return name is not None
    forms = (_plain(place.words, name.first, name.last), " ".join(place.words.lower[name.first:name.last]))
    return any(form in _listed("economy") for form in forms)


def _country(place: Place) -> Owner | None:
    """The country that is named last before the figure, else the one that the document is of."""
    sentence = place.words.sentence
    mentions = place.analysis.mentions_in(max(0, sentence.start - _REACH), place.words.starts[place.figure])
    entities = (place.analysis.entities[mention.entity] for mention in reversed(mentions))
    entity = next((entity for entity in entities if entity.kind == "country"), None)
    return place.usual.owner(entity) if entity else place.country


def _in_focus(place: Place) -> Owner | None:
    return place.focus


def _nearest(place: Place) -> Owner | None:
    """The organisation or country that is named last before the figure and does not merely report it, else the first behind it."""
    sentence, words = place.words.sentence, place.words
    here = words.starts[min(place.anchor, len(words) - 1)]
    mentions = place.analysis.mentions_in(max(sentence.start, here - _REACH), here + 1)
    fitting = [m for m in mentions if place.analysis.entities[m.entity].kind in ("company", "institution", "country", "product")
               and not _reports(place, m.last - 1 - words.tokens[0].i)]
    before = [place.analysis.entities[m.entity] for m in fitting if not _is_seat(place, m)]
    named = [entity for entity in before if entity.kind != "country"] or before
    return place.usual.owner(named[-1]) if named else None


def _is_seat(place: Place, mention: Mention) -> bool:
    """True of "Germany" in "a Germany-based maker"."""
    return place.analysis.text[mention.end:mention.end + 8].replace(" ", "").startswith("-based")


def _reports(place: Place, position: int) -> bool:
    """True of the source of a number: the subject of "said", or the object of "according to"."""
    if not 0 <= position < len(place.words):
        return True
    token = place.words.tokens[position]
    for _ in range(3):
        if token.dep_ in ("nsubj", "nsubjpass") and (token.head.lemma_ in _listed("reporters") or (
                token.head.lemma_ == "report" and any(child.dep_ == "ccomp" for child in token.head.rights))):
            return True
        if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
            return True
        token = token.head
    return False


_RULES_BY_NOUN = (_bracketed, _scope, _own_name, _part, _possessor, _holder_behind, _subject, _nearest, _in_focus)
_RULES_OF_ECONOMY = (_scope, _possessor, _holder_behind, _subject, _country)
_RULES_BY_VERB = (_bracketed, _part, _beside, _holder_above, _subject, _nearest, _in_focus)
