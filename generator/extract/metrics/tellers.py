"""Who tells a number: the source, who only says it, and the company that speaks of itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.metrics.owners import Owner, Place, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN, _MOSTLY = 3, 0.8
"""How often somebody is named at least, and the share of it that tells something, to be a source and nothing else."""
_DEPTH = 5
"""Words from a name up to the verb of whose subject it is part."""


def self_told(place: Place) -> Owner | None:
    """The company that tells its own results: "Acme, based in Spain, said sales rose 5%"; never one that counts what others sell."""
    words, name = place.words, place.name
    if name is None:
        return None
    for position in words.ancestors(place.anchor):
        teller = next((child for child in words.tokens[position].lefts if _tells(child)), None)
        entity = place.entity(words.place_of(teller)) if teller is not None else None
        if entity and entity.kind == "company":
            earned = place.of_a_company or name.metric == "revenue"
            return place.usual.owner(entity) if earned or not is_source(place.analysis, entity.names, known=1) else None
    return None


def is_source(analysis: Analysis, mentions: Sequence[Mention], known: int = _KNOWN) -> bool:
    """True of one who is mentioned, ``known`` times at least, for what it says alone: a pollster, a lender with its survey of prices."""
    heard = sum(is_heard(analysis.all_tokens[mention.last - 1]) for mention in mentions)
    return len(mentions) >= known and heard >= _MOSTLY * len(mentions)


def is_heard(token: "Token") -> bool:
    """True of a name that stands for who tells something."""
    for _ in range(_DEPTH):
        if token.dep_ == "relcl":
            return False
        if _tells(token) or _is_of_a_source(token):
            return True
        token = token.head
    return False


def _tells(token: "Token") -> bool:
    """True of the subject of a verb of telling, and of "report" with a clause."""
    verb = token.head
    return token.dep_ == "nsubj" and (verb.lemma_ in listed("reporters") or (
        verb.lemma_ == "report" and any(child.dep_ == "ccomp" for child in verb.rights)))


def _is_of_a_source(token: "Token") -> bool:
    """True of "according to Acme", "Acme's estimate", "Acme data" and "a survey by Acme"."""
    above = token.head
    if token.dep_ in ("poss", "compound"):
        return above.lemma_.lower() in listed("sources")
    if token.dep_ != "pobj":
        return False
    said = above.lower_ == "to" and above.head.lower_ == "according"
    return said or (above.lower_ in ("by", "from") and above.head.lemma_.lower() in listed("sources"))
