"""The people of a document: every named human being once, with the roles that the text gives.

`roles` finds the titles around each mention, `organisation` finds what a title belongs to. The first role that has an
organisation is the main one; the others stand beside it.
"""

from dataclasses import replace

from generator.analysis import Analysis, Entity, Mention
from generator.extract.people.across import told_apart
from generator.extract.people.credits import byline, credit, pictured
from generator.extract.people.organisation import at_the_helm, completed, house_of, is_current
from generator.extract.people.roles import relative, roles_of
from generator.extract.people.titles import Found, is_former, of_one
from generator.extract.people.words import lexicon
from generator.models import Person, Role, Span

LOOKED_AT = 40
"""Mentions of a person that are searched for roles: who somebody is, is told early."""


def extract(analysis: Analysis) -> list[Person]:
    """The people of a document, in the order of the text."""
    return [_person(analysis, entity) for entity in analysis.entities if entity.kind == "person"]


def _person(analysis: Analysis, entity: Entity) -> Person:
    found = [role for mention in _looked_at(entity) for role in _roles(analysis, mention)]
    titled = {role.title: role for role in reversed(found) if role.title}
    with_organisation = [role for role in found if role.organisation]
    main = _main([role for role in with_organisation if role.title] or [role for role in found if role.title])
    main = main or (None if with_organisation else _apart(analysis, entity) or _kin(analysis, entity))
    affiliation = main.organisation if main and main.organisation else next((role.organisation for role in with_organisation), None)
    affiliation = affiliation or (house_of(analysis, main.title) if main and main.title else None)
    others = tuple(Role(title=role.title, organisation=role.organisation) for role in sorted(titled.values(), key=lambda role: role.start)
                   if main and role.title and role.title.casefold() != (main.title or "").casefold())
    return Person(
        name=entity.name, aliases=entity.aliases, role=main.title if main else None, organisation=affiliation, other_roles=others,
        mentions=tuple(Span(start=mention.start, end=mention.end) for mention in entity.names),
        evidence=_evidence(analysis, entity, main))


def _apart(analysis: Analysis, entity: Entity) -> Found | None:
    """What the sentence beside the one that names somebody first calls them."""
    found = told_apart(analysis, entity)
    return completed(analysis, found, entity.names[0]) if found else None


def _kin(analysis: Analysis, entity: Entity) -> Found | None:
    """What relative somebody is said to be who has no role of their own."""
    return next((role for mention in entity.names[:LOOKED_AT] if (role := relative(analysis, mention))), None)


def _main(titled: list[Found]) -> Found | None:
    """The first title; a later one where the first says little ("boss") or is a former one, or where it says the first and more."""
    if not titled:
        return None
    first, *later = titled
    general = first.title in lexicon("general")
    former = is_former(first.title)
    fuller = (role for role in later if (general and role.title not in lexicon("general")) or (
        former and is_current(role.title)) or (
        f"{first.title} and " in f"{role.title} " and role.organisation == first.organisation))
    return next(fuller, first)


def _looked_at(entity: Entity) -> list[Mention]:
    return [mention for mention in entity.mentions[:2 * LOOKED_AT] if mention.form != "nominal"][:LOOKED_AT]


def _roles(analysis: Analysis, mention: Mention) -> list[Found]:
    found = [replace(role, title=of_one(role.title)) for role in roles_of(analysis, mention)]
    beside = (credit, pictured, byline, at_the_helm) if mention.form == "name" else ()
    return [completed(analysis, role, mention) for role in found] + [
        replace(role, title=of_one(role.title)) for rule in beside if (role := rule(analysis, mention))]


def _evidence(analysis: Analysis, entity: Entity, main: Found | None) -> tuple[Span, ...]:
    """The sentence that names the person first, and the one that gives the role."""
    places = [entity.names[0].start] + ([main.start] if main else [])
    sentences = {sentence.index: sentence for place in places if (sentence := analysis.sentence_at(place))}
    return tuple(sentences[index].span for index in sorted(sentences)) or (Span(start=entity.names[0].start, end=entity.names[0].end),)
