"""Sentences that belong to the page and not to the document: legal notices, credits, calls to subscribe."""

import re
from functools import cache

from generator import lexicon


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Words without which a phrase cannot be there, and the phrase: looking for the words first is ten times as fast."""
    entries = lexicon.load("boilerplate")["phrases"]
    return tuple((words, re.compile(form, re.IGNORECASE)) for words, forms in entries.items() for form in forms)


def is_boilerplate(sentence: str) -> bool:
    """True of a sentence that says nothing about the document's matter.

    >>> is_boilerplate("Sign up for our newsletter.")
    True
    """
    folded = sentence.casefold()
    return any(words in folded and form.search(sentence) is not None for words, form in _phrases())


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
