"""Who wrote, edited or reported the document: the names in its byline and its closing credits."""

from generator.analysis import Analysis, Mention
from generator.extract.people.roles import Found
from generator.lexicon import load

FARTHEST = 16
"""Tokens between "by" and the last of several names."""


def credit(analysis: Analysis, mention: Mention) -> Found | None:
    """What a person did for the document ("Reporting", "Editing"), where the text says "Reporting by A, B and C"."""
    doc, i = analysis.doc, mention.first - 1
    while i > 0 and mention.first - i <= FARTHEST and doc[i].lower_ != "by":
        if doc[i].pos_ in ("VERB", "AUX", "SPACE", "NOUN", "DET") or doc[i].text in (".", ";", "(", ")"):
            return None
        i -= 1
    if i < 1 or doc[i].lower_ != "by":
        return None
    for words in sorted(load("people")["credits"], key=lambda words: -len(words.split())):
        size = len(words.split())
        first = i - size
        if first >= 0 and doc[first:i].text.lower() == words and (doc[first].is_title or first == 0):
            return Found(doc[first:i].text, None, doc[first].idx)
    return None
