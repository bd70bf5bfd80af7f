"""What the document is mainly about."""

from generator.analysis import Analysis
from generator.models import Subject


def find_subject(analysis: Analysis) -> Analysis:
    """The analysis with its subject: the organisation that is named most."""
    best = max((entity for entity in analysis.entities if entity.is_organisation), key=lambda entity: len(entity.mentions), default=None)
    if best is None:
        return analysis
    sentence = analysis.sentence_at(best.mentions[0].start)
    if sentence is None:
        return analysis
    return analysis.with_(subject=Subject(name=best.name, kind="company", evidence=(sentence.span,)), subject_entity=best)
