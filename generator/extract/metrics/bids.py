"""What is bought: the owner of its price, of a bid for it or for a share of it, and of the stake that somebody holds in it."""

from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, Entity
from generator.columns import Columns
from generator.extract.metrics.owners import POSSESSIVES, RATES, Owner, Place, listed, mentions_of
from generator.extract.metrics.phrases import apposition, named, segment, whoever
from generator.extract.metrics.prepositions import behind
from generator.extract.metrics.relatives import antecedent, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUGHT = ("company", "institution", "product", "other")
_A_SHARE = frozenset(("share", "apiece", "each"))
_HOLDERS = frozenset(("owner", "shareholder", "holder", "investor", "founder", "chairman", "stakeholder", "stockholder"))
_OF, _FOR = ("of", "in"), ("of", "for")
_OR = ("or",)
_PARTS = frozenset(("share", "stock", "equity", "capital", "rest", "remainder", "control", "majority"))
"""What is bought of a company: "10% of Acme's shares"."""
_TO_BUY = frozenset(("xcomp", "advcl", "relcl", "acl"))
"""How "to buy Acme" hangs on what is paid or agreed for it."""
_TAKEOVERS = frozenset(("takeover", "buyout", "buy-out"))
"""Nouns of a deal in which a whole company is bought."""
_PAYMENT = 4
"""Words from an amount to "a share": "$46 in cash per share"."""
_DEPTH = 8
"""Words up from an amount to the noun or verb of its deal."""
_AGREED = 8
"""Words from a verb to the one that it takes: "agreed on Monday to be acquired"."""


def target(place: Place) -> Owner | None:
    """The one that is bought or owned: "Halden bought Acme for $5bn", "its bid of $46 a share for Acme", "23% of Acme's shares"."""
    words, name = place.words, place.name
    if (name is None and not words.is_one_of(place.end, _OF)) or (name is not None and name.metric != "deal_value"):
        return None
    rate = words.lower[place.end - 1] in RATES or words.lemma[place.end - 1] in lexicon.entries("number_words", "fractions")
    if name is None and (not rate or (_owning().isdisjoint(words.vocabulary) and _HOLDERS.isdisjoint(words.vocabulary))):
        return None
    path = [place.figure, *words.ancestors(place.figure)[:_DEPTH]]
    if name is not None and not name.is_verb:
        path.insert(0, name.head)
    for position in path:
        telling = words.lemma[position] in _telling() or words.lower[position] in RATES or (rate and position == place.end - 1)
        owner = _bought_at(place, position, rate) if telling or words.pos[position] == "VERB" else None
        if owner:
            return owner
    return place.target if name is not None and _is_per_share(place) else None


def valued(place: Place) -> Owner | None:
    """The one whose value is told: "the price values Acme at $5bn", "the label Acme, which it values at $5m"."""
    words, name = place.words, place.name
    if name is None or not name.is_verb or words.lemma[name.first] != "value":
        return None
    things = (child for child in words.tokens[name.first].children if child.dep_ == "dobj")
    return next(filter(None, (whoever(place, thing) for thing in things)), None)


def _bought_at(place: Place, position: int, rate: bool) -> Owner | None:
    """What is bought as a word above an amount tells: a verb of buying, the noun of a deal, a percentage that somebody owns."""
    words, token = place.words, place.words.tokens[position]
    if token.lower_ in RATES or (rate and position == place.end - 1):
        owned = place.name is not None or words.is_one_of(words.predicate_above(position), _owning())
        held = owned or any(words.is_one_of(i, _HOLDERS) for i in words.ancestors(position)[:_PAYMENT])
        return _first(place, behind(token, _OF)) if held else None
    if words.is_one_of(position, listed("holdings")):
        owner = _first(place, behind(token, _OF)) or _first(place, (child for child in token.lefts if child.dep_ == "compound"))
        return owner or _held(place, token)
    if words.is_one_of(position, listed("bids")) or words.is_one_of(position, listed("deals")):
        owner = None if rate else _first(place, behind(token, _FOR)) or _first(place, _to_buy(token))
        return owner or (place.target if not rate and token.tag_ == "NN" and words.is_one_of(position, _TAKEOVERS) else None)
    return None if rate or token.pos_ != "VERB" else _first(place, _objects(place, token))


def _held(place: Place, stake: "Token") -> Owner | None:
    """In whom a stake is where only its holder is told: in the one to be bought, else in the company that the text is about."""
    if place.target and any(child.lower_ in POSSESSIVES for child in stake.lefts):
        return place.target
    if any(child.lower_ in _OF and place.words.place_of(child) + 1 != place.figure for child in stake.rights):
        return None  # "a stake in the mine"
    verb = place.words.predicate_above(place.words.place_of(stake))
    noun = place.words.subject_of(verb) if verb >= 0 and place.words.is_one_of(verb, _owning()) else None
    holder = place.analysis.entity_of(noun) if noun is not None else None
    company = place.target or place.company
    other = holder is not None and (holder.kind == "person" or holder.is_organisation) and company is not None and holder != company.entity
    return company if other else None


@cache
def _owning() -> frozenset[str]:
    """What somebody does with shares: owns, buys or sells them."""
    return lexicon.entries("metric_kinds", "owning") | lexicon.entries("metric_kinds", "dealing") | listed("holdings")


@cache
def _telling() -> frozenset[str]:
    """Nouns of deals and of stakes."""
    return listed("holdings") | listed("bids") | listed("deals")


def _is_per_share(place: Place) -> bool:
    """True of "$46 in cash a share", and of the whole in "$46 a share, or $5bn"."""
    words = place.words
    told_twice = words.is_one_of(place.figure - 1, _OR) or words.is_one_of(place.figure - 2, _OR)
    window = range(place.figure - _PAYMENT if told_twice else place.end - 1, place.end + _PAYMENT)
    return any(words.is_one_of(i, _A_SHARE) for i in window)


def _objects(place: Place, verb: "Token") -> Iterator["Token"]:
    """Whom a verb's deed is about: "acquire Acme", "be bought", "offered $46 for Acme", "will pay $5bn to buy Acme"."""
    traded = verb.lemma_ in listed("buying") or verb.lemma_ in listed("selling")
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            if traded:
                yield child
            yield from behind(child, ("for",)) if verb.lemma_ in listed("paying") else ()
        elif child.lower_ == "for" and verb.lemma_ in listed("paying"):
            yield from child.children
        elif child.lower_ == "on" and verb.lemma_ == "spend":
            yield from (noun for act in child.children if act.lemma_ in listed("buying") for noun in act.rights if noun.dep_ == "dobj")
    if traded and verb.dep_ == "xcomp" and any(child.dep_ == "auxpass" for child in verb.lefts):
        yield from (child for child in verb.head.lefts if child.dep_ == "nsubj")  # "Acme agreed to be bought"
    yield from _to_buy(verb)


def _to_buy(token: "Token") -> Iterator["Token"]:
    """Whom somebody pays or agrees to buy: "a $5bn deal to buy Acme"."""
    verbs = (child for child in token.rights if child.dep_ in _TO_BUY and child.lemma_ in listed("buying"))
    return (noun for verb in verbs for noun in verb.rights if noun.dep_ == "dobj")


def _first(place: Place, nouns: Iterator["Token"]) -> Owner | None:
    return next(filter(None, (_bought(place, noun) for noun in nouns)), None)


def _bought(place: Place, noun: "Token") -> Owner | None:
    """What a noun says is bought: a company, a part of one, or the one whose shares it names; never what is counted ("30 jets")."""
    at = place.words.place_of(noun)
    if not 0 <= at < len(place.words) or (noun.lemma_ not in _PARTS and any(child.dep_ == "nummod" for child in noun.lefts)):
        return None
    if noun.lemma_.lower() in listed("holdings") or noun.lemma_.lower() in _PARTS or noun.lower_ in RATES:
        holders = [child for child in noun.lefts if child.dep_ in ("poss", "compound")]
        return _first(place, behind(noun, _OF)) or _first(place, iter(holders)) or _owned_by(place, at)
    if is_relative(noun):
        at = antecedent(place.words, at)
        noun = place.words.tokens[at]
    entity = place.entity(at)
    if entity:
        return place.usual.owner(entity) if entity.kind in _BOUGHT else None
    return apposition(place, noun) or _described(place, noun, at)


def _owned_by(place: Place, shares: int) -> Owner | None:
    """Whose the shares are that its holder has: "Acme's largest owner with 22% of the shares", "its founder holds 22% of the stock"."""
    words = place.words
    for position in words.ancestors(shares)[:_DEPTH]:
        noun = words.subject_of(position) if words.pos[position] == "VERB" else words.tokens[position]
        if noun is None or not words.is_one_of(words.place_of(noun), _HOLDERS):
            continue
        possessor = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        return whoever(place, possessor) if possessor is not None else None
    return None


def _described(place: Place, noun: "Token", at: int) -> Owner | None:
    """What is bought by a name that is no known one's, as "the company", "the national airline" or a part: "its paint business"."""
    if noun.pos_ == "PROPN":
        amount = noun.text[0].isdigit()  # "a bid of 870p"
        return named(place, noun) if noun.ent_type_ in ("ORG", "PRODUCT", "") and not amount else None
    if place.words.is_one_of(at, listed("nominals")) and any(child.lower_ == "the" for child in noun.lefts):
        first = max(0, place.words.place_of(noun.left_edge)) + 1
        called = Owner(place.text(first, at + 1)) if first < at else _spoken_of(place)
        return segment(place, at) or place.target or called
    return segment(place, at)


def _spoken_of(place: Place) -> Owner | None:
    """The company that the text is about, where the sentence names it not: whoever is named in it owns a part of "the company"."""
    company = place.company
    here = (mention.entity for mention in mentions_of(place.analysis, place.words.sentence))
    return company if company and company.entity and company.entity.kind in _BOUGHT and company.entity.index not in here else None


def target_of(analysis: Analysis) -> Entity | None:
    """The company that a document most often calls bought, bid for, or to be bought; of two the one that it names more often."""
    best, most = None, (0, 0)
    columns, agreed = analysis.columns, _agreed_to_be_bought(analysis.columns)
    for entity in analysis.entities:
        if entity.kind not in _BOUGHT:
            continue
        bids = sum(_is_bid_for(columns, mention.last - 1, agreed) for mention in entity.mentions)
        if bids and (bids, len(entity.mentions)) > most:
            best, most = entity, (bids, len(entity.mentions))
    return best


def _is_bid_for(columns: Columns, token: int, agreed: frozenset[int]) -> bool:
    """True of Acme in "acquire Acme", "Acme was acquired", "Acme agreed to be acquired", "a bid for Acme", "the takeover of Acme"."""
    dep, above = columns.deps[token], columns.heads[token]
    if dep in ("dobj", "nsubjpass") and columns.lemmas[above] in listed("buying"):
        return True
    if dep == "pobj":
        return columns.lowers[above] in ("for", "of") and columns.lemmas[columns.heads[above]] in listed("bids")
    return dep == "nsubj" and above in agreed


def _agreed_to_be_bought(columns: Columns) -> frozenset[int]:
    """The verbs that take "to be acquired" with them: "agreed"."""
    found = []
    for verb in compress(range(len(columns.lemmas)), map(listed("buying").__contains__, columns.lemmas)):
        above = columns.heads[verb]
        near = columns.deps[verb] == "xcomp" and above < verb < above + _AGREED
        if near and any(columns.deps[i] == "auxpass" and columns.heads[i] == verb for i in range(above + 1, verb)):
            found.append(above)
    return frozenset(found)
