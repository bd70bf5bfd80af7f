"""Who was spoken of in the sentences before: whom "the company" and "the maker" can mean."""

from generator.columns import SUBJECTS
from generator.extract.metrics.owners import REACH, Owner, Place, mentions_of

_SENTENCES = 2
"""Sentences that "the maker" goes back for who did something."""


def last_subject(place: Place) -> Owner | None:
    """The company that did something last, in the main clause of one of the sentences before."""
    analysis, here = place.analysis, place.words.sentence.index
    for sentence in reversed(analysis.sentences[max(0, here - _SENTENCES):here]):
        for mention in mentions_of(analysis, sentence):
            token = analysis.all_tokens[mention.last - 1]
            entity = analysis.entities[mention.entity]
            if entity.kind == "company" and len(entity.names) > 1 and token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
                return place.usual.owner(entity)
    return None


def last_named(place: Place) -> Owner | None:
    """The company that was named last before the sentence."""
    start = place.words.sentence.start
    mentions = place.analysis.mentions_in(max(0, start - REACH), start)
    named = (place.analysis.entities[mention.entity] for mention in reversed(mentions) if mention.form == "name")
    entity = next((entity for entity in named if entity.kind == "company"), None)
    return place.usual.owner(entity) if entity else None
