"""Companies that move as only their shares can: "Brackwater fell 3% to 81 pence"."""

from functools import cache

from generator.columns import SUBJECTS
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.owners import Owner, listed
from generator.extract.metrics.relatives import antecedent, is_relative
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_TRADED = frozenset(("close", "trade", "open", "end", "finish", "settle", "be", "down", "up", "shed", "lose", "gain", "add",
                     "dropping", "list", "float", "quote", "debut"))
"""What shares do beside rising and falling."""
_SMALL = 100_000
"""A price of one share is less than this in any currency."""
_BARE = 1000
"""A number without a currency from here on is no price of a share."""
_NEAR = 6


@cache
def _market_verbs() -> frozenset[str]:
    return _TRADED | direction_words("moves").keys()


def is_quoted_share(words: Words, row: Row, owner: Owner | None) -> bool:
    """True of a company that does what only its shares can do, as the subject of the very verb that moves the figure."""
    if owner is None or owner.entity is None or owner.entity.kind in ("country", "place", "group", "institution"):
        return False
    if _is_no_price(words, row):
        return False
    governor, first = row.figures[0].governor, row.span[0]
    verb = next((i for i in words.ancestors(first)[:4] if words.pos[i] == "VERB" and words.is_one_of(i, _market_verbs())), -1)
    if verb < 0 and not words.is_one_of(governor, _market_verbs()):
        return False
    if verb >= 0 and any(token.dep_ == "dobj" and words.place_of(token) < first for token in words.tokens[verb].rights):
        return False  # "will expand its network by 30%"
    subject = words.subject_of(governor) if governor >= 0 and words.pos[governor] in ("VERB", "AUX") else None
    if subject is not None and not is_relative(subject):
        return _is_named(words, words.place_of(subject), owner)  # "fraud on its platform rose 4%" moves no share
    return _is_named(words, _before(words, governor), owner) or (verb >= 0 and _is_named(words, _subject(words, verb), owner))


def _subject(words: Words, verb: int) -> int:
    """The position of a verb's subject, a relative pronoun's antecedent for it; -1 for none."""
    found = next((words.place_of(token) for token in words.tokens[verb].lefts if token.dep_ in SUBJECTS), -1)
    return antecedent(words, found) if found >= 0 and is_relative(words.tokens[found]) else found


def _is_no_price(words: Words, row: Row) -> bool:
    """True of figures that no price of one share has."""
    level, change = row.level.quantity if row.level else None, row.change.quantity if row.change else None
    bare = level is not None and level.kind == "count" and level.value >= _BARE
    if level and (bare or level.kind == "rate" or level.scaled or level.value > _SMALL or level.per):
        return True
    if change and change.kind == "money" and (change.scaled or not level):
        return True
    return change is None and words.is_one_of(row.figures[0].governor, ("lose", "gain", "add", "shed"))


def _before(words: Words, governor: int) -> int:
    """The name right before a figure that no verb moves: "with Kestle Holdings down 3.4%"."""
    return next((i for i in range(governor - 1, max(-1, governor - _NEAR), -1) if words.pos[i] in ("PROPN", "NOUN")), -1)


def _is_named(words: Words, place: int, owner: Owner) -> bool:
    """True where a word is one of the owner's own name, or "the company": "Growth" and "It" are not."""
    if place < 0 or owner.entity is None:
        return False
    if words.is_one_of(place, listed("nominals")):
        return True
    names = " ".join((owner.text, owner.entity.name)).casefold().split()
    return words.pos[place] in ("PROPN", "NOUN") and words.lower[place] in names
