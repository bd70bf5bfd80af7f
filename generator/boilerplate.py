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


_AGENCY = "Reuters|AP|AFP|Bloomberg|Xinhua|PTI|ANI|dpa|UPI|GLOBE NEWSWIRE|BUSINESS WIRE|PRNewswire"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_PLACE = r"[A-Z][A-Z.’' ]+(?:/[A-Z.’' ]+)?"
DATELINE = re.compile(
    rf"(?:[^\n]{{0,200}}?\((?:{_AGENCY})\)\s*[-–—]+\s*"
    rf"|{_PLACE},? (?:[A-Z][a-z]+\.?, )?{_MONTH}\.? \d{{1,2}}\b(?:, \d{{4}})?\s*(?:\([A-Za-z ]+\)\s*)?[-–—]*\s*"
    rf"|{_PLACE},? \d{{1,2}} {_MONTH}\.?(?: \d{{4}})?\s*(?:\([A-Za-z ]+\)\s*)?[-–—]+\s*"
    rf"|{_MONTH}\.? \d{{1,2}}(?:, \d{{4}})? \([A-Z][A-Za-z ]+\) [-–—]+\s*"
    rf"|{_PLACE}(?:, [A-Z][A-Za-z. ]{{1,30}}?)? ?(?:--|—|–)\s*"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, [A-Z]{2}(?:, [A-Z][A-Za-z ]{1,30}?)?\s*(?:--|—|–|:)\s+)")
"""Byline, place, day and agency in front of the first sentence: "LONDON, July 3 ", "LONDON (Reuters) - ", "PARIS, France — "."""


def after_dateline(sentence: str) -> int:
    """How many characters of a sentence are a dateline.

    >>> after_dateline("LONDON, July 3 Stocks fell.")
    15
    """
    found = DATELINE.match(sentence)
    return found.end() if found and found.end() < len(sentence) else 0
