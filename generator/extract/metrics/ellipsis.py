"""Counts that leave out what they count, which was told just before: "another 1,700 will go", "3,400 in Oslo", "300 more by May"."""

from generator import lexicon
from generator.extract.metrics.words import Words

_YEARS = (1900, 2100)
"""Numbers that are more likely a year."""
_JOINTS = ("and", "another", "further", "or", "plus")
_PARTS = (",", "with", "including", "which", "whom")
"""Before a number of some of what was counted: "with about 700 in Peru"."""
_BRINGING = ("bring", "take", "push", "lift")
"""Verbs that bring what was counted to a total: "cut 300 jobs, taking the total to 1,200"."""
_ENDS = ("in", "at", "on", "from", ".", ",", "last", "this")
_PLACES = ("in", "at", "from", "across")
_NOUNS = ("NOUN", "PROPN", "ADJ", "NUM", "SYM")


def goes_on_counting(words: Words, span: tuple[int, int], value: float) -> bool:
    """True of a bare number that counts what the number before it counts: "40,000 cars in May and 38,000 in June"; a year counts nothing.

    Args:
        span: the tokens of the number.
    """
    first, last = span
    if _YEARS[0] <= value <= _YEARS[1]:
        return False
    ends = last >= len(words) or words.is_one_of(last, _ENDS)
    if ends and words.is_one_of(first - 1, ("to",)) and words.is_one_of(words.verb_above(first), _BRINGING):
        return True
    before = first - 1
    while words.is_one_of(before, lexicon.load("number_words")["approximate"]):
        before -= 1
    listed = words.is_one_of(first - 1, _JOINTS) and ends
    return listed or (words.is_one_of(before, _PARTS) and words.is_one_of(last, _PLACES)) or is_more(words, span)


def is_more(words: Words, span: tuple[int, int]) -> bool:
    """True of "another 1,700 will go" and "300 more by May", which can also count what the sentence before counted."""
    first, last = span
    if words.is_one_of(last, ("more",)):
        return words.pos[min(last + 1, len(words) - 1)] not in _NOUNS and not words.is_one_of(last + 1, ("than",))
    return words.is_one_of(first - 1, ("another", "further")) and (last >= len(words) or words.pos[last] not in _NOUNS)
