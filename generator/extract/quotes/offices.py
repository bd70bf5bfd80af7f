"""Who "Acme's chief executive" is: the one person of the document who holds that office there."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis, Entity
from generator.extract.quotes.words import OFFICES
from generator.lexicon import load
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Token

WIDEST = 8
"""Tokens in front of a title that can belong to it."""
LOOKED_AT = 50
"""Holders of an office of one word that are compared."""
DEFINITE = frozenset({"the", "its", "their", "his", "her", "this"})
POLITICAL = frozenset(load("people")["political"])
EXPERTS = frozenset({"analyst", "economist", "strategist", "expert", "trader", "researcher"})
"""Of whom a text may name many: "the analyst" is the one named last, else whoever else it can refer to."""
NEAR = 2_000
"""Characters back to the name of an expert."""
PAST = frozenset({"former", "ex"})


@record
class _Held:
    """An office as the words of its title, with what it belongs to and who holds it."""

    title: frozenset[str]
    organisation: str | None
    person: Entity


class Offices:
    """The offices of a document's people, by the words of their titles."""

    def __init__(self, analysis: Analysis) -> None:
        """Note the roles of ``analysis.facts.people``."""
        self._analysis = analysis
        self._by_word: dict[str, list[_Held]] = {}
        entities = {entity.name: entity for entity in analysis.entities if entity.kind == "person"}
        for person in analysis.facts.people:
            offices = [(person.role, person.organisation), *((role.title, role.organisation) for role in person.other_roles)]
            for title, organisation in offices:
                held = _Held(frozenset((title or "").lower().replace("-", " ").split()), organisation, entities[person.name])
                for word in sorted(held.title):
                    self._by_word.setdefault(word, []).append(held)

    def holder(self, token: "Token") -> Entity | None:
        """Whose office the noun phrase that ends with ``token`` describes; None where nobody or more than one fits.

        "The president" alone is rather a country's, which the text need not name, than a company's or a bank's.
        An organisation in the phrase ("Acme's chief executive", "the Acme chief") must be the person's; without one, the phrase
        must be definite.
        """
        if token.lower_ not in load("people")["heads"] or token.tag_ in ("NNS", "NNPS"):
            return None
        doc, analysis = self._analysis.doc, self._analysis
        phrase = [doc[i] for i in range(max(token.left_edge.i, token.i - WIDEST), token.i)]
        owners = [entity for part in phrase if (entity := analysis.entity_of(part)) and entity.kind != "person"]
        if not owners and not any(part.lower_ in DEFINITE for part in phrase):
            return None
        own = {part.lower_ for part in phrase if part.is_alpha and not part.is_stop and analysis.mention_of(part) is None}
        holder = self._only(frozenset(own | {token.lower_}), owners[-1] if owners else None)
        return holder if holder is None or token.lower_ not in EXPERTS or owners or self._is_last(holder, token.idx) else None

    def _is_last(self, person: Entity, place: int) -> bool:
        """True of the person who was named last before the character at ``place``."""
        near = (mention for mention in reversed(self._analysis.mentions_in(max(place - NEAR, 0), place)) if mention.form == "name")
        people = (entity for mention in near if (entity := self._analysis.entities[mention.entity]).kind == "person")
        return next(people, None) is person

    def _only(self, title: frozenset[str], owner: Entity | None) -> Entity | None:
        meanings = [title, *(frozenset(words.split()) for word in title if len(title) == 1 for words in OFFICES.get(word, ()))]
        fitting = {held.person.index: held.person for words in meanings for held in self._by_word.get(min(words), [])[:LOOKED_AT]
                   if words <= held.title and held.title & PAST == words & PAST and _fits(held.organisation, owner)}
        if len(fitting) > 1 and owner is None and title & POLITICAL:
            national = {held.person.index for words in meanings for held in self._by_word.get(min(words), [])[:LOOKED_AT]
                        if words <= held.title and held.organisation is None}
            fitting = {index: person for index, person in fitting.items() if index in national}
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fits(organisation: str | None, owner: Entity | None) -> bool:
    if owner is None or organisation is None:
        return True
    return organisation in (owner.name, *owner.aliases) or organisation in owner.name or owner.name in organisation
