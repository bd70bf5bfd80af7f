"""The companies and institutions of a document."""

from generator.analysis import Analysis, Entity
from generator.models import Organisation, Span


def extract(analysis: Analysis) -> list[Organisation]:
    """The organisations of a document, in the order of the text; the evidence is the sentence that names each one first."""
    return [_organisation(analysis, entity) for entity in analysis.entities if entity.is_organisation]


def _organisation(analysis: Analysis, entity: Entity) -> Organisation:
    mentions = tuple(Span(start=mention.start, end=mention.end) for mention in entity.names)
    sentence = analysis.sentence_at(mentions[0].start)
    return Organisation(name=entity.name, aliases=entity.aliases, kind="company" if entity.kind == "company" else "institution",
                        mentions=mentions, evidence=(sentence.span if sentence else mentions[0],))
