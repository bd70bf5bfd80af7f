"""Who is bought: the owner of what a buyer pays for it, or a bidder for a share of it."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis, Entity
from generator.extract.metrics.owners import Owner, Place, listed
from generator.extract.metrics.phrases import antecedent, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUGHT = ("company", "institution", "product", "other")
_A_SHARE = frozenset(("share", "apiece", "each"))
_OBJECTS = frozenset(("dobj", "nsubjpass", "nsubj", "pobj"))
"""How the name of one who is bought can stand."""
_OR = ("or",)
_PAYMENT = 4
"""Words from an amount to "a share": "$46 in cash per share"."""


def target(place: Place) -> Owner | None:
    """The one whose price it is: "Halden bought Acme for $5bn", "it bid $46 a share" where the text tells for whom."""
    words, name = place.words, place.name
    if name is None or name.metric != "deal_value":
        return None
    bought = _bought_for(place)
    if bought or not _is_per_share(place):
        return bought
    for verb in words.ancestors(place.figure):
        for noun in _objects(words.tokens[verb]):
            entity = place.entity(words.place_of(noun))
            if entity and entity.kind in _BOUGHT:
                return place.usual.owner(entity)
    return place.target


def _is_per_share(place: Place) -> bool:
    """True of "$46 in cash a share", and of the whole in "$46 a share, or $5bn"."""
    words = place.words
    told_twice = words.is_one_of(place.figure - 1, _OR) or words.is_one_of(place.figure - 2, _OR)
    window = range(place.figure - _PAYMENT if told_twice else place.end - 1, place.end + _PAYMENT)
    return any(words.is_one_of(i, _A_SHARE) for i in window)


def _bought_for(place: Place) -> Owner | None:
    """The company that an amount is paid for: "bought Acme for $5bn", "Acme agreed to be bought for $5bn", "paid $5bn for Acme"."""
    words = place.words
    for position in words.ancestors(place.figure)[:_PAYMENT]:
        verb = words.tokens[position].head
        if words.lower[position] == "for" and verb.lemma_ in listed("buying"):
            return _owner(place, _bought(verb))
        if words.lemma[position] == "pay":
            return _owner(place, next(iter(_objects(words.tokens[position])), None))
    return None


def _bought(verb: "Token") -> "Token | None":
    """What a verb of buying says is bought; of "to be bought", whoever agrees to it."""
    noun = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if noun is None and verb.dep_ == "xcomp" and any(child.dep_ == "auxpass" for child in verb.lefts):
        return next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
    return noun


def _owner(place: Place, noun: "Token | None") -> Owner | None:
    """The company that a noun names or, as a relative pronoun, refers to."""
    if noun is None:
        return None
    at = place.words.place_of(noun)
    entity = place.entity(antecedent(place.words, at) if is_relative(noun) else at)
    return place.usual.owner(entity) if entity and entity.kind in _BOUGHT else None


def _objects(verb: "Token") -> list["Token"]:
    """Whom a verb's deed is about: "acquire Acme for $46", "offered $46 for Acme"."""
    found = []
    for child in verb.rights:
        if child.dep_ == "dobj" and verb.lemma_ in listed("buying"):
            found.append(child)
        elif child.lower_ in ("for", "of"):
            found += [noun for noun in child.children if noun.dep_ == "pobj"]
    return found


def target_of(analysis: Analysis) -> Entity | None:
    """The company that a document most often calls bought, bid for, or to be bought; of two the one that it names more often."""
    best, most = None, (0, 0)
    for entity in analysis.entities:
        objects = (mention.last - 1 for mention in entity.mentions if analysis.columns.deps[mention.last - 1] in _OBJECTS)
        bids = sum(_is_bid_for(analysis.doc[token]) for token in objects) if entity.kind in _BOUGHT else 0
        if bids and (bids, len(entity.mentions)) > most:
            best, most = entity, (bids, len(entity.mentions))
    return best


def _is_bid_for(token: "Token") -> bool:
    """True of Acme in "acquire Acme", "Acme was acquired", "Acme agreed to be acquired", "a bid for Acme", "the takeover of Acme"."""
    above = token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        return above.lemma_ in listed("buying")
    if token.dep_ == "nsubj":
        return any(child.dep_ == "xcomp" and child.lemma_ in listed("buying") and any(aux.dep_ == "auxpass" for aux in child.lefts)
                   for child in above.rights)
    return token.dep_ == "pobj" and above.lower_ in ("for", "of") and above.head.lemma_ in listed("bids")
