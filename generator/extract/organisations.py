"""The organisations of a document."""

from generator.analysis import Analysis
from generator.models import Organisation


def extract(analysis: Analysis) -> list[Organisation]:
    """The organisations of a document, in the order of the text."""
    return []
