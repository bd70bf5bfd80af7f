"""What kind of document it is: results, a deal, a case at law, a market report, policy, an interview, people, or other."""

import re
from functools import cache

from generator import lexicon
from generator.analysis import Analysis
from generator.models import DocumentKind, blocks

LEAD_WEIGHT = 4.0
"""What the headline and the first sentences say counts that much more than the body: they tell the news."""
LEAD_CHARACTERS, BODY_CHARACTERS = 400, 5000
"""Characters of the lead, and of the text that is looked at in all: what comes later tells the kind no better."""
LEAST = 6.0
"""Weight below which no kind is told."""
TURN = re.compile(r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}|[QA]|Question|Answer)\s?: ")
TURNS, TURNS_SHARE = 4, 0.3
"""How many lines of an interview begin with who speaks, and what share of all."""


@cache
def _patterns() -> dict[DocumentKind, tuple[tuple[re.Pattern[str], float], ...]]:
    kinds = lexicon.load("kinds")
    return {kind: tuple((re.compile(rf"(?:{words})\b"), weight)
                        for words, weight in cues.items()) for kind, cues in kinds.items()}


def kind_of(analysis: Analysis) -> DocumentKind:
    """The kind of a document: the one whose words weigh most, each group of words by the root of how often it occurs.

    A transcript, whose lines begin with the speaker, is an interview whatever it is about.
    """
    lines = blocks(analysis.text)
    turns = sum(TURN.match(analysis.text, line.start, line.end) is not None for line in lines)
    if turns >= max(TURNS, TURNS_SHARE * len(lines)):
        return "interview"
    lead, body = analysis.text[:LEAD_CHARACTERS].lower(), analysis.text[LEAD_CHARACTERS:BODY_CHARACTERS].lower()
    weights = {kind: sum(weight * (LEAD_WEIGHT * _often(cue, lead) + _often(cue, body)) for cue, weight in cues)
               for kind, cues in _patterns().items()}
    best = max(weights, key=lambda kind: weights[kind])
    return best if weights[best] >= LEAST else "other"


def _often(cue: re.Pattern[str], text: str) -> float:
    """The root of how often a cue occurs in a text; one inside of a word does not count.

    That it begins a word is seen here: ``re`` passes over letters that no cue begins with only where nothing stands before them.
    """
    count = place = 0
    while found := cue.search(text, place):
        start = found.start()
        inside = start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")
        count += not inside
        place = start + 1 if inside else found.end()
    return float(count ** 0.5)
