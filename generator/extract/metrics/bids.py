"""Who is to be bought: the owner of what a bidder pays for a share."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis, Entity
from generator.extract.metrics.owners import Owner, Place, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_A_SHARE = frozenset(("share", "apiece", "each"))
_PAYMENT = 4
"""Words from an amount to "a share": "$46 in cash per share"."""


def target(place: Place) -> Owner | None:
    """The one whose share is priced: "Halden offered $46 a share for Acme", "it bid $46 a share" where the text tells whom it bids for."""
    words, name = place.words, place.name
    a_share = any(words.is_one_of(i, _A_SHARE) for i in range(place.end - 1, place.end + _PAYMENT))
    if name is None or name.metric != "deal_value" or not a_share:
        return None
    for verb in words.ancestors(place.figure):
        for noun in _objects(words.tokens[verb]):
            entity = place.entity(noun.i - words.tokens[0].i)
            if entity and entity.kind == "company":
                return place.usual.owner(entity)
    return place.target


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
        bids = sum(_is_bid_for(analysis.doc[mention.last - 1]) for mention in entity.mentions) if entity.kind == "company" else 0
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
