"""The quotes of a document."""

from generator.analysis import Analysis
from generator.models import Quote


def extract(analysis: Analysis) -> list[Quote]:
    """The quotes of a document, in the order of the text."""
    return []
