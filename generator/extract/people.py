"""The people of a document."""

from generator.analysis import Analysis
from generator.models import Person


def extract(analysis: Analysis) -> list[Person]:
    """The people of a document, in the order of the text."""
    return []
