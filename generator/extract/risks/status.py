"""Whether a risk is already there, may come, or is over."""

import re

from generator.analysis import Analysis, Sentence
from generator.models import RiskStatus

OPEN = frozenset({"may", "might", "could", "would", "will", "’ll", "'ll", "if", "unless", "whether"})
PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP", "MD"})
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def status(analysis: Analysis, sentence: Sentence, signals: dict[str, float]) -> RiskStatus:
    """The status of a risk: possible, past or ongoing.

    Possible: a modal, a condition, or an expectation says so of all that is adverse. Past: told in the past tense alone, of a year before
    the document's, or as settled. Ongoing: everything else, what has happened of late included: it still weighs.
    """
    tokens = analysis.tokens(sentence)
    is_open = signals["condition"] > 0 or any(token.lower_ in OPEN and token.tag_ in ("MD", "IN", "CC") for token in tokens)
    if not signals["stands"] and (is_open or signals["ahead"]):
        return "possible"
    tags = {token.tag_ for token in tokens}
    if tags & PAST and not tags & PRESENT and (_is_over(analysis, sentence) or signals["relief"] > 0):
        return "past"
    return "ongoing"


def _is_over(analysis: Analysis, sentence: Sentence) -> bool:
    """True where every year of the sentence lies before the document's own."""
    years = [int(year) for year in YEAR.findall(analysis.text[sentence.start:sentence.end])]
    published = analysis.header.published
    return bool(years) and published is not None and max(years) < published.year
