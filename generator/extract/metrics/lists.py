"""Owners in a list beside a list of numbers: "A, B and C hold 40%, 30% and 12%, respectively"."""

from collections.abc import Sequence

from generator.analysis import Analysis
from generator.extract.metrics.entity import Owner
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_JOINTS = frozenset((",", "and", "&", "or"))


def owners_in_list(analysis: Analysis, words: Words, rows: Sequence[Row]) -> dict[int, Owner]:
    """The owners that a sentence with "respectively" gives to its rows, by the number of the row."""
    if "respectively" not in words.vocabulary:
        return {}
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
