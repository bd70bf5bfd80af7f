"""Sentences that belong to the page and not to the document: legal notices, credits, calls to subscribe."""

import re
from functools import cache

from generator import lexicon


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.load("boilerplate")["phrases"]), re.IGNORECASE)


def is_boilerplate(sentence: str) -> bool:
    """True of a sentence that says nothing about the document's matter.

    >>> is_boilerplate("Sign up for our newsletter.")
    True
    """
    return _pattern().search(sentence) is not None


DATELINE = re.compile(
    r"(?:[^\n]{0,200}?\((?:Reuters|AP|AFP|Bloomberg|Xinhua|PTI|ANI|dpa|UPI|GLOBE NEWSWIRE|BUSINESS WIRE|PRNewswire)\)\s*[-–—]+\s*"
    r"|[A-Z][A-Z.’' ]+(?:/[A-Z.’' ]+)?,? (?:[A-Z][a-z]+\.?, )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?:, \d{4})?"
    r"\s*(?:\([A-Za-z ]+\)\s*)?[-–—]*\s*)")
"""Byline, place, day and agency in front of the first sentence: "LONDON, July 3 ", "LONDON (Reuters) - "."""


def after_dateline(sentence: str) -> int:
    """How many characters of a sentence are a dateline.

    >>> after_dateline("LONDON, July 3 Stocks fell.")
    15
    """
    found = DATELINE.match(sentence)
    return found.end() if found and found.end() < len(sentence) else 0
