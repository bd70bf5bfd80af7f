"""The risks of a document."""

from generator.analysis import Analysis
from generator.models import Risk


def extract(analysis: Analysis) -> list[Risk]:
    """The risks of a document, in the order of the text."""
    return []
