"""The metrics of a document."""

from generator.analysis import Analysis
from generator.models import Metric


def extract(analysis: Analysis) -> list[Metric]:
    """The metrics of a document, in the order of the text."""
    return []
