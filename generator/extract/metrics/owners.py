"""Owners of numbers, and where one is looked for: what the rules of `naming` and `clause` share."""

import re
from collections import Counter
from dataclasses import field
from functools import cache

from generator import lexicon
from generator.analysis import Analysis, Entity, Mention, Sentence
from generator.extract.metrics.names import Name
from generator.extract.metrics.words import Words
from generator.records import record

_AMOUNT = re.compile(r"[A-Z]{1,3}\$?[\d.,]+|[£€$]?[\d.,]+[a-z]{1,3}")
"""An amount that was taken for a name: "US45", "950p"."""
REACH = 1500
"""Characters that "the company" looks back for a name."""
MARKS = frozenset(("'s", "’s", "'", "’"))
"""What ends a possessor."""
_TRADED = frozenset(("price", "index", "exchange_rate", "in_percent", "transparent", "none"))
_HOME = 7
"""Words behind a town's name in which its state and then the company stand that is at home there."""
RATES = frozenset(("%", "percent", "pct", "pc", "cent", "points"))
"""The last words of percentages."""
POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "my", "your"))


OF_COMPANIES = frozenset(("net_income", "pre_tax_profit", "operating_income", "ebitda", "eps", "gross_margin", "operating_margin", "margin",
                           "dividend", "buyback", "share_price", "market_cap"))
EARNED = OF_COMPANIES - {"share_price", "market_cap"}
"""What is nobody's but a company's, while the shares of a whole market have a price, too."""


OF_ECONOMIES = frozenset(("gdp", "inflation", "unemployment", "trade_balance"))
"""What countries alone have."""


@record
class Owner:
    """Words of the text that say whose number it is, and the entity that they are, where it is a known one."""

    text: str
    entity: Entity | None = None


class UsualNames:
    """Entities as owners, under the name that the document uses most: "Tessaly", where one mention says "Tessaly Group Holding".

    ``known`` are the entities that tokens were found to stand for, by the numbers of the tokens; rules ask for the same again and again.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.known: dict[int, Entity | None] = {}
        self._owners: dict[int, Owner] = {}
        self._measures: dict[int, bool] = {}

    def forms(self, entity: Entity) -> set[str]:
        """All names that the text gives to an entity."""
        return {self._text[mention.start:mention.end] for mention in entity.names}

    def owner(self, entity: Entity) -> Owner:
        """The owner that an entity is."""
        if entity.index not in self._owners:
            forms = [self._text[mention.start:mention.end] for mention in entity.names]
            names = forms[:1] if len(set(forms)) == 1 else [name for name, _ in Counter(forms).most_common()]
            telling = (name for name in names if name.casefold() not in listed("nominals"))  # never "Bank" alone
            self._owners[entity.index] = Owner(next(telling, entity.name), entity)
        return self._owners[entity.index]

    def is_measure(self, entity: Entity) -> bool:
        """True of a name that is what is measured, and nobody."""
        if entity.index not in self._measures:
            self._measures[entity.index] = _is_measure(entity.name)
        return self._measures[entity.index]


@record
class Place:
    """Where an owner is looked for: the words of a sentence, the name of the metric, the row's figures, who was spoken of last
    and what everybody is usually called. ``country`` is the one whose economy the document is of, and ``target`` who is to be bought,
    if any; ``crossed`` tells that other figures stand between the name and these.
    """

    analysis: Analysis
    words: Words
    name: Name | None
    figure: int
    end: int
    focus: Owner | None
    company: Owner | None
    usual: "UsualNames"
    country: Owner | None = None
    target: Owner | None = None
    crossed: bool = False
    coins: bool = False
    anchor: int = field(init=False)
    """The position that rules start from: the name where it is a noun, else the figure."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "anchor", self.name.first if self.name and not self.name.is_verb else self.figure)

    @property
    def of_a_company(self) -> bool:
        """True of a metric that companies have and countries do not, such as net income."""
        return self.name is not None and self.name.metric in OF_COMPANIES

    def text(self, first: int, last: int) -> str:
        """The document's words from token ``first`` to ``last`` - 1."""
        return self.analysis.text[self.words.starts[first]:self.words.end_of(last - 1)]

    def entity(self, position: int) -> Entity | None:
        """The entity at a position, people left out: they report numbers and seldom own them."""
        words, known = self.words, self.usual.known
        if not 0 <= position < len(words.lower):
            return None
        number = words.sentence.first + position
        mention = self.analysis.mention_at(number)
        if mention is None or self.is_in_name(mention):
            return None
        if number not in known:
            known[number] = self._owning(mention, position)
        return known[number]

    def _owning(self, mention: Mention, position: int) -> Entity | None:
        entity = self._called(mention) or self.analysis.entities[mention.entity]
        nobody = entity.kind == "person" or is_unit(self.words.lower[position]) or self.usual.is_measure(entity)
        return None if nobody or self._is_home(mention) else entity

    def _is_home(self, mention: Mention) -> bool:
        """True of the town in "the Fargo, N.D., maker of boots", which is where somebody is at home."""
        columns, last = self.analysis.columns, mention.last
        if mention.first == 0 or columns.lowers[mention.first - 1] != "the" or columns.texts[last:last + 1] != [","]:
            return False
        state, *behind = columns.texts[last + 1:last + 3] or [""]
        return behind == [","] and state in _states() and not listed("nominals").isdisjoint(columns.lemmas[last + 3:last + _HOME])

    def _called(self, symbol: Mention) -> Entity | None:
        """The company whose symbol stands right behind its name: "Orrin Mills Inc. ORM"."""
        before = self.analysis.mention_at(symbol.first - 1) if symbol.last == symbol.first + 1 and symbol.first else None
        if before is None or before.entity == symbol.entity or not self.analysis.all_tokens[symbol.first].is_upper:
            return None
        entity = self.analysis.entities[before.entity]
        return entity if entity.kind == "company" else None

    def is_in_name(self, mention: Mention) -> bool:
        """True of a name that the metric's own words are part of: "TVL" is nobody."""
        if self.name is None or self.name.is_verb:
            return False
        offset = self.words.sentence.first
        return mention.first - offset < self.name.last and self.name.first < mention.last - offset


def _is_measure(name: str) -> bool:
    """True of "DeFi TVL", "Consensus Estimate", "US45", and "Growth" where a capital letter alone makes a name of it."""
    if name.istitle() and name.casefold() in quantities():
        return True
    last = name.rsplit(maxsplit=1)[-1]
    return last.lower() in listed("never") or _AMOUNT.fullmatch(name) is not None or (last.isupper() and last.lower() in _measures())


@cache
def _measures() -> frozenset[str]:
    names = lexicon.load("metric_names")
    return frozenset(noun for metric in ("other", "gdp", "eps", "ebitda", "market_cap") for noun in names[metric]["nouns"])


@cache
def quantities() -> frozenset[str]:
    """Nouns that name a metric, but for those that name what is traded: "revenue", "growth"."""
    names = lexicon.load("metric_names")
    return frozenset(noun for metric in names.keys() - _TRADED for noun in names[metric].get("nouns", ()))


@cache
def _states() -> frozenset[str]:
    """The names of places, of states and their short forms among them."""
    return frozenset(lexicon.load("gazetteer")["places"])


@cache
def _units() -> frozenset[str]:
    units, money = lexicon.load("units"), lexicon.load("currencies")
    words = (*money["signs"], *money["signs"].values(), *units["scales"], *units["glued"], *units["physical"], "stg", "dlr", "dlrs")
    return frozenset(word.casefold().rstrip(".") for word in words)


def mentions_of(analysis: Analysis, sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence, or of its beginning where it is endless, so that many rows of one take linear time."""
    return analysis.mentions_in(sentence.start, min(sentence.end, sentence.start + REACH))


def is_unit(word: str) -> bool:
    """True of "Rs", "m." and "bn", which stand beside a number and own none."""
    return word.rstrip(".") in _units()


@cache
def listed(key: str) -> frozenset[str]:
    """A list of the lexicon of owners."""
    return frozenset(lexicon.load("metric_owners")[key])


def plain_words(words: Words, first: int, last: int) -> str:
    """The lemmas of tokens ``first`` to ``last`` - 1, hyphens left out: the form that lists hold."""
    return " ".join(words.lemma[i] for i in range(first, last) if words.lower[i] not in "-–—")


def proper_name(place: Place, position: int) -> str:
    """The name that ends at a position: proper nouns with the numbers and signs in them ("Standard & Poor's 500 Index")."""
    first = position
    while first > 0 and is_of_a_name(place.words, first - 1):
        first -= 1
    return place.text(first, position + 1)


def is_of_a_name(words: Words, i: int) -> bool:
    """True of a token that belongs to the name whose next token stands behind it."""
    token = words.tokens[i]
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    if token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.ent_type_ == "ORG"):
        return True
    if token.pos_ == "NUM":
        return token.is_title or (i > 0 and words.pos[i - 1] in ("PROPN", "PART"))
    return token.text == "&" or (token.tag_ == "POS" and words.pos[i + 1] == "NUM")
