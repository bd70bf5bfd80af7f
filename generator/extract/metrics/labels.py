"""What a number that no name of a metric tells is called: the words of the text for what is counted, shared or moved."""

from generator.columns import SUBJECTS
from generator.extract.metrics.figures import moving
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_LONGEST = 8
"""Words of a label."""
_IN_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_NO_LABEL = frozenset(("PRON", "DET"))
_IS = frozenset(("be", "represent", "trade", "expect", "post", "double", "account", "total", "reach", "stand", "amount", "come", "hit",
                 "equal", "exceed", "average"))


def label_of(words: Words, row: Row, owner: str | None) -> tuple[int, int] | None:
    """The tokens, from the first to behind the last, that say what a row is of; None where no words do."""
    share = row.level is not None and row.level.quantity.kind == "rate" and words.is_one_of(row.level.last, ("of",))
    found = _phrase_from(words, row.level.last + 1, of=True) if share and row.level else None
    if found is None and row.level is not None:
        found = _noun_before(words, row) or _phrase_from(words, row.level.last, of=False)
    return found or _subject(words, row, owner) or _verb(words, row)


def _phrase_from(words: Words, first: int, *, of: bool) -> tuple[int, int] | None:
    """The noun phrase that begins at a word; with what "of" adds to it, if asked: "screenings of the film"."""
    while first < len(words) and (words.pos[first] in _NO_LABEL or words.lower[first] in ("'s", "’s", "-")):
        first += 1
    last = first
    while last < min(first + _LONGEST, len(words)) and _goes_on(words, last, of=of and last > first):
        last += 1
    while last > first and words.pos[last - 1] not in ("NOUN", "PROPN"):
        last -= 1
    return (first, last) if last > first else None


def _goes_on(words: Words, place: int, *, of: bool) -> bool:
    if words.ents[place] in ("DATE", "TIME"):
        return False
    pos, tag = words.pos[place], words.tags[place]
    linked = words.lower[place] in ("-", "’s", "'s") or (of and (words.lower[place] == "of" or pos == "DET" or tag == "PRP$"))
    return linked or pos in _IN_PHRASE or (tag in ("VBN", "VBG") and words.deps[place] == "amod")


def _noun_before(words: Words, row: Row) -> tuple[int, int] | None:
    """The noun whose number it is by "of": "a contribution of $124m"."""
    figure = row.figures[0]
    if figure.lead != "of" or words.pos[figure.governor - 1] not in ("NOUN", "PROPN"):
        return None
    first = figure.governor - 1
    while first > 0 and words.pos[first - 1] in ("NOUN", "PROPN", "ADJ") and figure.governor - first < _LONGEST:
        first -= 1
    return first, figure.governor


def _subject(words: Words, row: Row, owner: str | None) -> tuple[int, int] | None:
    """The subject of the verb that moves a figure or says how much there is: "the mobile market is to grow by 40%"."""
    for place in words.ancestors(row.span[0])[:4]:
        token = words.tokens[place]
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if row.change is None and words.lemma[place] not in _IS:
            return None
        head = next((child for child in token.lefts if child.dep_ in SUBJECTS), None)
        if head is None:
            continue
        position = words.place_of(head)
        if token.pos_ == "VERB" and head.pos_ == "PROPN" and owner:
            return place, place + 1  # who moved is told beside it
        return _phrase_to(words, position) if head.pos_ in ("NOUN", "PROPN") and position >= 0 else None
    return None


def _phrase_to(words: Words, head: int) -> tuple[int, int]:
    """The noun phrase that ends with its head, without its article."""
    first = head
    while first > 0 and head - first < _LONGEST and _goes_on(words, first - 1, of=False):
        first -= 1
    while first < head and not words.lower[first][0].isalnum():
        first += 1
    return first, head + 1


def _verb(words: Words, row: Row) -> tuple[int, int] | None:
    """The verb whose object a figure is: "lent $500,000"; one that only moves it says nothing."""
    place = row.figures[0].governor
    if row.change or place < 0 or words.pos[place] != "VERB" or words.lemma[place] in (*moving(), *_IS):
        return None
    return place, place + 1
