"""The key_points of a document."""

from generator.analysis import Analysis
from generator.models import KeyPoint


def extract(analysis: Analysis) -> list[KeyPoint]:
    """The key_points of a document, in the order of the text."""
    return []
