"""`Document` -> `Analysis`: sentences, entities, who "the company" is, dates, and what the document says of itself.

`STEPS` is the order; each step takes an analysis and returns a fuller one.
"""

from collections.abc import Callable

from generator.analyse.coreference import resolve
from generator.analyse.dates import find_dates
from generator.analyse.entities import find_entities
from generator.analyse.header import entitle, read_header
from generator.analyse.language import DEFAULT_MODEL, model_name, read
from generator.analyse.subject import find_subject
from generator.analysis import Analysis
from generator.models import Document

STEPS: tuple[Callable[[Analysis], Analysis], ...] = (read_header, find_entities, find_subject, resolve, find_dates, entitle)


def analyse(document: Document, model: str = DEFAULT_MODEL) -> Analysis:
    """What the machine understands of a document.

    Args:
        document: a document as `ingest` gives it.
        model: the name of an installed spaCy pipeline.

    Raises:
        ConfigError: the pipeline is not installed.
    """
    analysis = read(document, model)
    for step in STEPS:
        analysis = step(analysis)
    return analysis


__all__ = ["DEFAULT_MODEL", "analyse", "model_name"]
