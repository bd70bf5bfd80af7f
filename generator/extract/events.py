"""The events of a document."""

from generator.analysis import Analysis
from generator.models import Event


def extract(analysis: Analysis) -> list[Event]:
    """The events of a document, in the order of the text."""
    return []
