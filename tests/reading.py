"""Reading a text in a test: what the stages make of words that a case holds."""

from functools import cache

from generator.analyse import analyse
from generator.analysis import Analysis
from generator.ingest.normalise import normalise
from generator.models import Document, Source
from tests.cases import cases

__all__ = ["cases", "read"]


@cache
def read(text: str) -> Analysis:
    """The analysis of a plain text that nothing else is known about."""
    source = Source(path="seeds/case.txt", media_type="text/plain", sha256="0" * 64)
    return analyse(Document(id="case", text=normalise(text), source=source))
