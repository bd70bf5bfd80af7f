"""Words of danger that tell of none: "a chemicals concern" is a firm, "risk management" deals with what may go wrong."""

from generator import lexicon
from generator.columns import Columns
from generator.extract.risks.phrases import Match

ARTICLES = frozenset({"a", "an", "the"})
FARTHEST = 8
"""Words in front of a concern among which its article is looked for."""
NOUNS = frozenset({"NOUN", "PROPN"})


def is_harmless(columns: Columns, match: Match) -> bool:
    """True of a single word that names a firm, or stands in front of what deals with the thing that it names."""
    place = match.first
    if match.last - place > 1:
        return False
    if columns.deps[place] == "compound":
        head = columns.heads[place]
        return head > place and columns.lemmas[head] in lexicon.load("risks")["dealt"]
    return columns.lowers[place] == "concern" and _is_firm(columns, place)


def _is_firm(columns: Columns, place: int) -> bool:
    """True of a concern in apposition to a name, and of one whose article and noun tell its business and no worry."""
    if columns.deps[place] == "appos" and columns.pos[columns.heads[place]] == "PROPN":
        return True
    before = place - 1
    if before < 1 or columns.pos[before] not in NOUNS or columns.lemmas[before] in lexicon.load("risks")["matters"]:
        return False
    return any(columns.lowers[word] in ARTICLES and columns.heads[word] == place for word in range(max(0, place - FARTHEST), before))
