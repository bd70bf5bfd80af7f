"""Who "he", "the company" and "the bank" are: pronouns and nominals as mentions of entities.

One pass over the text keeps how salient each recently named person and organisation is: subjects more than others, less
with every sentence. A pronoun goes to the most salient person that it fits, a nominal ("the carmaker", "the analyst") first to
somebody whom the text has called that. Where nobody fits, it stays unresolved. Only the last `REMEMBERED` entities are
looked at, so that the pass is linear in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.entities import Words
from generator.analyse.entities.words import POSSESSIVES
from generator.analyse.pronouns import SUBJECTS, THINGS, doer, is_expletive
from generator.analysis import Analysis, EntityKind, Mention, Sentence
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

REMEMBERED = 12
SUBJECT, OTHER, DECAY, FORGOTTEN, REPEATED = 3.0, 1.0, 0.55, 0.02, 0.2
ABOUT, GENERIC_ABOUT = 0.8, 2.2
"""What being the document's subject adds to salience, however long ago it was named; more for "the company" than for "it"."""
NAMESAKE = 0.5
"""What having the noun in its name adds: "the bank" for the Bank of Ruritania."""
HE = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she"}
IT = frozenset({"it", "its", "itself"})
DEFINITE = frozenset({"the", "this"})
NOT_KNOWN = frozenset({"next", "new", "other", "first", "only", "same", "second", "whole"})
"""Adjectives of somebody who has not been named."""
GENERIC = frozenset({"company", "firm", "group", "business", "giant", "organisation", "organization"})
"""Nouns that fit any company, whoever was called so before."""
ONE_OF_MANY = frozenset({"group", "organisation", "organization"})
"""Those of them that a text also uses of somebody in particular, beside the company that it is about."""
OF_TWO = {"former": -2, "latter": -1}
"""Which of the last two that were named is meant."""
MAKERS = frozenset({"maker", "owner", "operator", "publisher", "producer", "manufacturer"})
"""Nouns that tell a company by what it has or makes: "the owner of Quenby Airways"."""
MODIFIERS = 3
"""Words of a nominal that say no more than what somebody is ("the big steel company")."""
WIDEST = 8
"""Tokens of a nominal."""


@dataclass
class _Memory:
    """How salient entities are now, and what the text has called them: an organisation by a noun, everybody with a title.

    ``named`` are the last two organisations or countries.
    """

    salience: dict[int, float] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)
    titled: dict[str, dict[int, None]] = field(default_factory=dict)
    gender: dict[int, str] = field(default_factory=dict)
    named: tuple[int, ...] = ()

    def note(self, entity: int, weight: float) -> None:
        before = self.salience.pop(entity, 0.0)
        self.salience[entity] = max(before, weight) + REPEATED * min(before, weight)
        while len(self.salience) > REMEMBERED:
            del self.salience[min(self.salience, key=lambda known: self.salience[known])]

    def fade(self) -> None:
        self.salience = {entity: weight * DECAY for entity, weight in self.salience.items() if weight * DECAY > FORGOTTEN}


def resolve(analysis: Analysis) -> Analysis:
    """The analysis with pronouns and nominals added to the mentions of its entities."""
    found: list[Mention] = []
    memory = _Memory()
    words = Words.of(analysis)
    for sentence in analysis.sentences:
        memory.fade()
        found.extend(_in_sentence(analysis, words, sentence, memory))
    by_entity: dict[int, list[Mention]] = {}
    for mention in found:
        by_entity.setdefault(mention.entity, []).append(mention)
    entities = tuple(
        replace(entity, mentions=tuple(sorted((*entity.mentions, *by_entity.get(entity.index, ())), key=lambda mention: mention.start)))
        for entity in analysis.entities)
    about = entities[analysis.subject_entity.index] if analysis.subject_entity else None
    return analysis.with_(entities=entities, subject_entity=about)


def _in_sentence(analysis: Analysis, words: Words, sentence: Sentence, memory: _Memory) -> Iterator[Mention]:
    """The resolved mentions of a sentence; the memory learns from it on the way."""
    names = {mention.first: mention for mention in analysis.mentions_in(sentence.start, sentence.end)}
    i = sentence.first
    while i < sentence.last:
        name = names.get(i)
        if name:
            _learn(analysis, words, name, memory)
            i = name.last
            continue
        end, entity = _referent(analysis, words, i, sentence, memory)
        if entity is not None:
            memory.note(entity, _weight(analysis.doc[i:end]))
            yield Mention(words.starts[i], words.ends[end - 1], i, end, "pronoun" if end - i == 1 else "nominal", entity)
        i = max(end, i + 1)


def _weight(tokens: Iterable["Token"]) -> float:
    """How salient a mention makes its entity: as the subject of a verb, or beside it."""
    for token in tokens:
        if token.dep_ in SUBJECTS or (token.dep_ in ("appos", "compound") and token.head.dep_ in SUBJECTS):
            return SUBJECT
    return OTHER


def _learn(analysis: Analysis, words: Words, name: Mention, memory: _Memory) -> None:
    """Note a name: its salience, the person's pronoun, what the words beside it call it."""
    entity = analysis.entities[name.entity]
    if entity.kind not in ("person", "company", "institution", "country"):
        return
    if entity.kind == "country" and _is_origin(analysis, words, name.last - 1):
        return
    memory.note(entity.index, _weight(analysis.doc[name.first:name.last]))
    if entity.kind == "person":
        pronoun = words.gender(name.first, name.last)
        if pronoun:
            memory.gender.setdefault(entity.index, pronoun)
    if entity.kind == "person":
        for noun in _called(words, name, Words.HEADS):
            memory.titled.setdefault(noun, {})[entity.index] = None
        return
    if memory.named[-1:] != (entity.index,):
        memory.named = (*memory.named[-1:], entity.index)
    for noun in _called(words, name, _nouns()):
        memory.called[noun] = entity.index


def _is_origin(analysis: Analysis, words: Words, i: int) -> bool:
    """True of "US" in "the US company": where somebody else is from."""
    mention = analysis.mention_at(i)
    if mention is None or analysis.entities[mention.entity].kind != "country" or words.deps[i] not in ("compound", "amod", "nmod"):
        return False
    return analysis.columns.lowers[analysis.columns.heads[i]] in _nouns()


def _called(words: Words, name: Mention, nouns: frozenset[str]) -> Iterator[str]:
    """The nouns of a kind that stand directly before a name, or in the phrase behind its comma."""
    for i in range(name.first - 1, max(name.first - 4, -1), -1):
        if words.lowers[i] in nouns:
            yield words.lowers[i]
        if words.pos[i] not in ("NOUN", "PROPN", "ADJ") and words.texts[i] not in ("-", ","):
            break
    if words.after(name.last) == ",":
        for i in range(name.last + 1, min(name.last + 10, len(words.texts))):
            if words.lowers[i] in nouns and words.pos[i] in ("NOUN", "PROPN") and words.after(i + 1) not in POSSESSIVES:
                yield words.lowers[i]
            if words.pos[i] in ("VERB", "AUX", "SPACE", "PRON") or words.texts[i] in (",", ".", '"', "”", "“"):
                break


def _referent(analysis: Analysis, words: Words, i: int, sentence: Sentence, memory: _Memory) -> tuple[int, int | None]:
    """The entity that the words from token ``i`` refer to, with the token behind them; None where they refer to none."""
    word = words.lowers[i]
    if word in HE:
        return i + 1, _person(analysis, memory, HE[word])
    if word in IT:
        token = analysis.doc[i]
        return i + 1, None if is_expletive(token) else doer(analysis, token) or _organisation(analysis, memory, THINGS)
    if word in DEFINITE:
        return _nominal(analysis, words, i, sentence, memory)
    return i + 1, None


def _person(analysis: Analysis, memory: _Memory, pronoun: str) -> int | None:
    fitting = {entity: weight for entity, weight in memory.salience.items()
               if analysis.entities[entity].kind == "person" and memory.gender.get(entity, pronoun) == pronoun}
    if not fitting:
        return None
    best = max(fitting, key=lambda entity: fitting[entity])
    memory.gender.setdefault(best, pronoun)
    return best


def _organisation(analysis: Analysis, memory: _Memory, kinds: tuple[EntityKind, ...], bonus: float = ABOUT,
                  namesakes: Sequence[int] = ()) -> int | None:
    """The most salient entity of some kinds; the document's subject and those with the noun in their name weigh more."""
    about = analysis.subject_entity
    fitting = {entity: weight for entity, weight in memory.salience.items() if analysis.entities[entity].kind in kinds}
    if about and about.kind in kinds:
        fitting[about.index] = fitting.get(about.index, 0.0) + bonus
    return max(fitting, key=lambda entity: fitting[entity] + NAMESAKE * (entity in namesakes), default=None)


def _nominal(analysis: Analysis, words: Words, i: int, sentence: Sentence, memory: _Memory) -> tuple[int, int | None]:
    """"The (adjective) NOUN": the noun decides whether a person or an organisation is meant."""
    if words.after(i + 1) in OF_TWO:
        return i + 2, _of_two(words, i + 1, memory)
    first = i + 1 + (i + 1 < sentence.last and words.pos[i + 1] == "PROPN" and _is_origin(analysis, words, i + 1))
    end = _phrase_end(words, first - 1, sentence.last)
    if end == i + 1 or _is_apposed(analysis, words, i, end) or words.lowers[i + 1] in NOT_KNOWN:
        return i + 1, None
    noun = words.lowers[end - 1]
    if end < sentence.last and (words.pos[end] == "PROPN" or words.lowers[end] in ("of", "for")):
        return (end, _owner_of_brands(analysis, words, end, memory)) if noun in MAKERS else (i + 1, None)
    if noun in Words.HEADS and noun not in _nouns():
        titled = memory.titled.get(noun, {})
        known = [entity for entity in memory.salience if entity in titled]
        return end, max(known, key=lambda entity: memory.salience[entity], default=None)
    if noun not in _nouns():
        return i + 1, None
    return end, _called_so(analysis, memory, noun, _is_marked(words, i + 1, end))


def _owner_of_brands(analysis: Analysis, words: Words, of: int, memory: _Memory) -> int | None:
    """Whom "the maker of Zolan pills" means: the company that the text is about, if it is none of those named behind "of"."""
    about = analysis.subject_entity
    if about is None or about.kind != "company" or about.index not in memory.salience or words.lowers[of] != "of":
        return None
    behind = {mention.entity for i in range(of + 1, min(of + WIDEST, len(words.texts))) if (mention := analysis.mention_at(i))}
    return about.index if behind and about.index not in behind else None


def _of_two(words: Words, i: int, memory: _Memory) -> int | None:
    """Whom "the former" or "the latter" means where it stands alone: one of the last two that were named."""
    described = i + 1 < len(words.texts) and words.pos[i + 1] in ("NOUN", "PROPN", "ADJ") and words.texts[i + 1] not in POSSESSIVES
    return None if described or len(memory.named) < len(OF_TWO) else memory.named[OF_TWO[words.lowers[i]]]


def _is_marked(words: Words, first: int, end: int) -> bool:
    """True of a nominal that tells a place or more than one property: it means somebody in particular."""
    return end - first > MODIFIERS or any(words.capital(i) for i in range(first, end))


def _is_apposed(analysis: Analysis, words: Words, first: int, end: int) -> bool:
    """True of "Acme, the carmaker" and "the group, Friends of Acme,": the name beside the comma tells who is meant."""
    if words.after(end) in POSSESSIVES:
        return False
    before = words.before(first) == "," and first > 1 and analysis.mention_of(analysis.doc[first - 2])
    behind = analysis.mention_of(analysis.doc[end + 1]) if words.after(end) == "," and end + 1 < len(words.texts) else None
    return bool(before or (behind and behind.form == "name" and words.after(behind.last) == ","))


def _phrase_end(words: Words, i: int, last: int) -> int:
    """The token behind the adjectives and nouns that follow the article at ``i`` ("the ailing, Acton-based lender")."""
    end = i + 1
    while end < last and end - i < WIDEST:
        described = words.pos[end] in ("ADJ", "NOUN") or words.texts[end] == "-" or words.deps[end] == "amod"
        listed = words.texts[end] == "," and words.pos[end - 1] == "ADJ" and words.pos[min(end + 1, last - 1)] in ("ADJ", "NOUN")
        seated = words.after(end + 1) == "-" and words.after(end + 2) == "based"
        paired = words.lowers[end] == "and" and words.pos[end - 1] in ("ADJ", "NOUN") and not _is_sort(words.lowers[end - 1]) and (
            words.after(end + 2) in _nouns())
        if not (described or listed or seated or paired):
            break
        end += 1
    return end


def _called_so(analysis: Analysis, memory: _Memory, noun: str, marked: bool) -> int | None:
    """Who is "the NOUN": the entity that was called so, or has the noun in its name, else the most salient one that can be.

    Args:
        analysis: the document.
        memory: who was named lately.
        noun: "carmaker", "bank", "company".
        marked: whether the phrase says more ("the French carmaker"); then it means the only one that it can, or nobody.
    """
    known = memory.called.get(noun)
    fits_many = noun in GENERIC and not (noun in ONE_OF_MANY and known in memory.salience)
    if known is not None and analysis.entities[known].is_organisation and not fits_many:
        return known
    institutional = noun in load("organisations")["institution"]
    kinds: tuple[EntityKind, ...] = ("institution",) if institutional else ("company", "institution")
    namesakes = [entity for entity in memory.salience if noun in analysis.entities[entity].name.lower().split()]
    if noun in load("organisations")["relations"] and not namesakes:
        return None
    if marked and len(namesakes) != 1 and sum(analysis.entities[entity].kind in kinds for entity in memory.salience) > 1:
        return None
    return _organisation(analysis, memory, kinds, GENERIC_ABOUT if noun in ("company", "firm") else ABOUT, namesakes)


def _is_sort(word: str) -> bool:
    """True of a noun that says by itself who is meant: a line of business is none ("the home and fashion chain")."""
    return word in _nouns() or word in Words.HEADS


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load("organisations")["nouns"])
