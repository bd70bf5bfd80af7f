"""A risk's sentence made to stand alone: who "the company" and "it" are, inserted in brackets behind the words."""

from generator.analysis import Analysis, Entity, Mention, Sentence
from generator.boilerplate import after_dateline

OPENING = 3
"""A pronoun among that many first words refers back; one further on as often refers to what the sentence itself names."""
POINTING = frozenset({"this", "that", "these", "those", "another", "such", "each", "any"})
IMPERSONAL = frozenset({"be", "seem", "appear", "mean", "imply", "take", "remain", "become", "come", "happen", "look"})
"""Verbs of an "it" that refers to nobody."""
POSSESSIVES = ("'s", "’s", "'", "’")


def statement(analysis: Analysis, sentence: Sentence) -> str:
    """The sentence with the names of those it refers to, each once, where it does not name them itself.

    Inserted names are words of the text, in square brackets behind a blank; without them the statement is verbatim. A reference
    that may be another's gets no name.
    """
    start = sentence.start + after_dateline(analysis.text[sentence.start:sentence.end])
    words = analysis.text[start:sentence.end]
    parts, at = [], start
    known: set[int] = set()
    for mention in analysis.mentions_in(start, sentence.end):
        entity = analysis.entities[mention.entity]
        if mention.entity in known or _is_named(entity, words) or not _is_sure(analysis, sentence, mention):
            continue
        known.add(mention.entity)
        end = mention.end + next((len(mark) for mark in POSSESSIVES if _owns(analysis.text, mention.end, mark)), 0)
        parts.append(f"{analysis.text[at:end]} [{entity.name}]")
        at = end
    return "".join((*parts, analysis.text[at:sentence.end]))


def _is_named(entity: Entity, words: str) -> bool:
    return any(name in words for name in (entity.name, *entity.aliases)) or "[" in entity.name or "]" in entity.name


def _owns(text: str, end: int, mark: str) -> bool:
    """True where a possessive mark and the end of the word follow."""
    return text.startswith(mark, end) and not text[end + len(mark):end + len(mark) + 1].isalnum()


def _is_sure(analysis: Analysis, sentence: Sentence, mention: Mention) -> bool:
    """True of "the company" where the document is about it, of "he", and of an "it" that opens the sentence and acts."""
    entity = analysis.entities[mention.entity]
    if mention.form == "name" or mention.end > sentence.end or entity.name not in analysis.text:
        return False
    first = analysis.doc[mention.first]
    if entity.kind == "person":
        return first.lower_ not in POINTING
    if mention.form == "nominal":
        return first.lower_ not in POINTING and entity is analysis.subject_entity and not _names_another(analysis, sentence, mention)
    return mention.first - sentence.first < OPENING and first.dep_ == "nsubj" and first.head.lemma_ not in IMPERSONAL


def _names_another(analysis: Analysis, sentence: Sentence, mention: Mention) -> bool:
    """True where the sentence names an organisation in front of "the company", which may be that one."""
    return any(before.form == "name" and before.entity != mention.entity and analysis.entities[before.entity].is_organisation
               for before in analysis.mentions_in(sentence.start, mention.start))
