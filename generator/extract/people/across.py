"""The title that the sentence in front of a name or behind it gives, where none stands beside the name.

"Acme's chairman is to leave. NAME, 56, ..." · "Acme has a new chairman. NAME will ..." · "NAME met the unions. The chairman of Acme ..."
"""

from generator.analysis import Analysis, Entity, Sentence
from generator.columns import SUBJECTS
from generator.extract.people.organisation import is_officer
from generator.extract.people.phrase import phrase
from generator.extract.people.titles import Found, is_former, is_public, of_one
from generator.extract.people.words import is_head, lexicon

DEFINITE = frozenset({"the", "its", "his", "her", "their"})
OPENING = 3
"""Tokens in front of the name that a sentence begins with."""


def told_apart(analysis: Analysis, entity: Entity) -> Found | None:
    """The title of the only person whom a sentence and the one beside it can mean, or None."""
    mention = entity.names[0]
    sentence = analysis.sentence_at(mention.start)
    if sentence is None or analysis.doc[mention.last - 1].dep_ not in SUBJECTS:
        return None
    found = None
    if sentence.index and mention.first - sentence.first <= OPENING:
        found = _title_in(analysis, analysis.sentences[sentence.index - 1], fresh=True)
    if found is None and not _others(analysis, sentence, entity) and sentence.index + 1 < len(analysis.sentences):
        found = _title_in(analysis, analysis.sentences[sentence.index + 1], fresh=False)
    return found


def _others(analysis: Analysis, sentence: Sentence, entity: Entity | None) -> bool:
    """True of a sentence that names another person than ``entity``."""
    near = (analysis.entities[mention.entity] for mention in analysis.mentions_in(sentence.start, sentence.end) if mention.form == "name")
    return any(other.kind == "person" and other is not entity for other in near)


def _title_in(analysis: Analysis, sentence: Sentence, *, fresh: bool) -> Found | None:
    """The title of whoever a sentence is about without naming anybody; ``fresh`` where the name is still to come ("a new chairman")."""
    if sentence.heading or _others(analysis, sentence, None):
        return None
    for token in analysis.tokens(sentence):
        if token.pos_ != "NOUN" or not is_head(token.text) or of_one(token.text) != token.text:
            continue
        first = token.left_edge
        known = first.lower_ in DEFINITE or any(child.dep_ == "poss" for child in token.lefts)
        new = fresh and any(child.lower_ == "new" for child in token.lefts)
        if (token.dep_ in SUBJECTS and known and (fresh or first.i == sentence.first)) or (new and token.dep_ in ("dobj", *SUBJECTS)):
            found = phrase(analysis, first.i)
            return found if found and _is_one_mans(found.title) else None
    return None


def _is_one_mans(title: str | None) -> bool:
    """True of an office that one person holds at a time; spokesmen and officials are many."""
    words = (title or "").lower().split()
    plain = words[-1:] != ["chief"] and "chief" not in words[-2:-1] and words[-1:] != ["boss"]
    several = not words or words[-1].startswith("spokes") or (plain and words[-1] in lexicon("general"))
    return not several and not is_former(title) and (is_officer(title or "") or is_public(title))
