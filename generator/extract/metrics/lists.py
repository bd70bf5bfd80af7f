"""Owners in a list beside a list of numbers: "A, B and C hold 40%, 30% and 12%, respectively"."""

from collections.abc import Sequence

from generator.analysis import Analysis
from generator.extract.metrics.entity import Owner
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_JOINTS = frozenset((",", "and", "&", "or"))


def owners_in_list(analysis: Analysis, words: Words, rows: Sequence[Row]) -> dict[int, Owner]:
    """The owners that the rows of a list have by their place in it, by the number of the row: those that "respectively" says, and the
    phrases right before the numbers of clauses without a verb: "food grew 12% and clothing 3%".
    """
    if "respectively" not in words.vocabulary:
        return {number: Owner(_phrase_before(analysis, words, row)) for number, row in enumerate(rows) if _is_gapped(words, row)}
    mark = words.lemma.index("respectively")
    last = max((number for number, row in enumerate(rows) if row.span[1] <= mark), default=-1)
    first = last
    while first > 0 and rows[first].figures[0].coordinated:
        first -= 1
    size = last - first + 1
    names = _names_before(words, rows[first].span[0]) if size > 1 else []
    if len(names) < size:
        return {}
    return {first + number: Owner(analysis.text[words.starts[start]:words.end_of(end - 1)])
            for number, (start, end) in enumerate(names[-size:])}


def _is_gapped(words: Words, row: Row) -> bool:
    figure = row.figures[0]
    return figure.coordinated and words.pos[figure.governor] in ("NOUN", "PROPN") and words.lower[figure.governor] not in _JOINTS


def _phrase_before(analysis: Analysis, words: Words, row: Row) -> str:
    """The noun phrase that ends right before the first number of a row, without its article."""
    last = first = row.figures[0].governor
    while first > 0 and words.pos[first - 1] in ("NOUN", "PROPN", "ADJ") and words.lower[first - 1] not in _JOINTS:
        first -= 1
    return analysis.text[words.starts[first]:words.end_of(last)]


def _names_before(words: Words, stop: int) -> list[tuple[int, int]]:
    """The last list of proper names before a position: runs of them that only commas and "and" divide."""
    lists: list[list[tuple[int, int]]] = [[]]
    place = 0
    while place < stop:
        if words.pos[place] != "PROPN":
            if words.lower[place] not in _JOINTS and lists[-1]:
                lists.append([])
            place += 1
            continue
        start = place
        while place < stop and words.pos[place] == "PROPN":
            place += 1
        lists[-1].append((start, place))
    return max(reversed(lists), key=len)
