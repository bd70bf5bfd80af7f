"""What a role belongs to where the text does not say so beside it: the company or the country that the passage is about."""

from dataclasses import replace

from generator.analysis import Analysis, Entity, Mention
from generator.extract.people.roles import Found
from generator.lexicon import load


def completed(analysis: Analysis, role: Found, mention: Mention) -> Found:
    """The role with its organisation: a company officer's is the company that the passage is about."""
    if role.organisation or not role.title or not _is_officer(role.title):
        return role
    company = _in_focus(analysis, role.start, mention)
    return replace(role, organisation=company.name) if company else role


def _is_officer(title: str) -> bool:
    """True of titles that only a company gives; a "market analyst" or a "former minister" may be anybody's."""
    words = title.lower().replace("-", " ").split()
    lists = load("people")
    return words[-1] in lists["corporate"] and not set(words) & set(lists["political"]) - {"president", "treasurer", "secretary"}


def _in_focus(analysis: Analysis, place: int, mention: Mention) -> Entity | None:
    """The subject of the document where it is an organisation; else the company named last, in this sentence or the one before."""
    subject = analysis.subject_entity
    if subject and subject.is_organisation:
        return subject
    sentence = analysis.sentence_at(mention.start)
    if sentence is None:
        return None
    start = analysis.sentences[max(sentence.index - 1, 0)].start
    companies = [analysis.entities[near.entity] for near in analysis.mentions_in(start, place)]
    return next((entity for entity in reversed(companies) if entity.kind == "company"), None)
