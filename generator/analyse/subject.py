"""What the document is mainly about: the entity that carries its news, or else the topic of its headline.

An entity is weighed by how often it is named, and by where: the headline, the first sentence, the subject of a clause. Names of
sources ("an analyst at X said") and of publishers weigh little. Where no entity stands out, the subject is the noun phrase of
the headline or first sentence whose words the text comes back to.
"""

from collections import Counter
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, Entity, EntityKind, Mention, Sentence
from generator.boilerplate import is_boilerplate
from generator.clauses import FINITE
from generator.models import Span, Subject, SubjectKind
from generator.statements import stater_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

KINDS: dict[EntityKind, tuple[SubjectKind, float]] = {
    "company": ("company", 1.0), "institution": ("institution", 0.9), "product": ("topic", 0.7), "country": ("country", 0.6),
    "person": ("person", 0.5),
}
"""What an entity is as a subject, and how likely a document is about one."""
SPOKEN_OF = 3.0
"""Weight from which on an interview is about a company, and not about who answers."""
IN_HEADLINE, IN_LEAD, AS_SUBJECT = 4.0, 3.0, 2.0
STANDS_OUT, ACTOR_STANDS_OUT = 6.0, 5.0
"""Weight below which no entity is the subject: two mentions, one of them in the headline or the first sentence; and that for an
organisation of which the first sentence tells what it did."""
OF_THE_NEWS, OF_A_CLAUSE = 4.0, 2.0
"""How much more a topic weighs as the subject of the sentence, and as that of a clause beside it; names are weighed as entities."""
FEWEST_WORDS = 3
NO_TOPIC = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})
ATTACHED = frozenset({"at", "of", "from", "with", "for", "by", "to"})


def find_subject(analysis: Analysis) -> Analysis:
    """The analysis with its subject, where it has one; a document that cannot be read is about nothing."""
    if not analysis.header.readable:
        return analysis
    stater = _stater(analysis)
    if stater:
        return _with_entity(analysis, stater)
    lead = [sentence for sentence in analysis.sentences if not is_boilerplate(analysis.text[sentence.start:sentence.end])]
    if not lead:
        return analysis
    news = next((sentence for sentence in lead if _is_news(analysis, sentence)), lead[0])
    weights = {entity.index: _weight(analysis, entity, news) for entity in analysis.entities if entity.kind in KINDS}
    spoken_of = [index for index, weight in weights.items() if analysis.entities[index].is_organisation and weight >= SPOKEN_OF]
    if analysis.header.kind == "interview" and spoken_of:
        return _with_entity(analysis, analysis.entities[max(spoken_of, key=lambda index: weights[index])])
    best = max(weights, key=lambda index: weights[index], default=None)
    if best is not None and weights[best] >= _enough(analysis, analysis.entities[best], news):
        return _with_entity(analysis, analysis.entities[best])
    return _with_topic(analysis, lead[0] if _in_headline(analysis, lead[0].start) else news, news)


def _stater(analysis: Analysis) -> Entity | None:
    """The company whose results a document of such lines states."""
    span = stater_of(analysis.text, analysis.stated)
    mention = next(iter(analysis.mentions_in(span.start, span.end)), None) if span else None
    entity = analysis.entities[mention.entity] if mention else None
    return entity if entity and entity.kind == "company" else None


def _enough(analysis: Analysis, entity: Entity, news: Sentence) -> float:
    """The weight from which an entity is the subject; lines of results are an organisation's, however seldom it is named."""
    if analysis.stated and entity.is_organisation:
        return 0.0
    return ACTOR_STANDS_OUT if _acts(analysis, entity, news) else STANDS_OUT


def _is_news(analysis: Analysis, sentence: Sentence) -> bool:
    """True of a sentence of the story: labels and bylines have hardly a word, or no verb."""
    return (not sentence.heading and not _in_headline(analysis, sentence.start) and sentence.last - sentence.first > FEWEST_WORDS
            and any(token.tag_ in FINITE for token in analysis.tokens(sentence)))


def _with_entity(analysis: Analysis, entity: Entity) -> Analysis:
    sentence = analysis.sentence_at(next((m.start for m in entity.names if m.end - m.start >= len(entity.name)), entity.names[0].start))
    if sentence is None:
        return analysis
    kind, _ = KINDS[entity.kind]
    return analysis.with_(subject=Subject(name=entity.name, kind=kind, evidence=(sentence.span,)), subject_entity=entity)


def _weight(analysis: Analysis, entity: Entity, news: Sentence) -> float:
    """How much of the document's news an entity carries."""
    _, likely = KINDS[entity.kind]
    data = lexicon.load("subject")
    acts = _acts(analysis, entity, news)
    unlikely = ("no_names",) if acts else ("publishers", "no_names")
    if not entity.names or any(name.casefold() in data[which] for name in (entity.name, *entity.aliases) for which in unlikely):
        return 0.0
    weight = sum(_mention_weight(analysis, mention) for mention in entity.names)
    if any(_in_headline(analysis, mention.start) for mention in entity.names):
        weight += IN_HEADLINE
    first = [mention for mention in entity.names if news.start <= mention.start < news.end]
    if first:
        weight += IN_LEAD
    if acts or any(_is_subject(analysis, mention) for mention in first):
        weight += AS_SUBJECT
    return weight * likely


def _mention_weight(analysis: Analysis, mention: Mention) -> float:
    """One for a mention that the news is about, a third for one that tells where somebody works or who said so."""
    head = analysis.doc[mention.first:mention.last].root
    attached = head.dep_ == "pobj" and head.head.lower_ in ATTACHED and head.head.head.ent_type_ == "PERSON"
    source = head.dep_ == "nsubj" and head.head.lemma_ in lexicon.load("subject")["reporting"]
    inside = head.dep_ in ("compound", "nmod") and head.head.ent_type_ == "PERSON"
    return 1 / 3 if attached or source or inside else 1.0


def _is_subject(analysis: Analysis, mention: Mention) -> bool:
    head = analysis.doc[mention.first:mention.last].root
    return head.dep_ in ("nsubj", "nsubjpass")


def _acts(analysis: Analysis, entity: Entity, news: Sentence) -> bool:
    """True of an organisation that is the subject of the news, or its owner: "the carmaker's profit fell"."""
    roots = [analysis.doc[mention.first:mention.last].root for mention in entity.names if news.start <= mention.start < news.end]
    owned = [root.head if root.dep_ == "poss" else root for root in roots]
    return entity.is_organisation and any(root.dep_ in ("nsubj", "nsubjpass") for root in owned)


def _in_headline(analysis: Analysis, offset: int) -> bool:
    span = analysis.header.title_span
    return span is not None and span.start <= offset < span.end


def _with_topic(analysis: Analysis, *sentences: Sentence) -> Analysis:
    """The analysis with the noun phrase of the first sentences whose words recur most; unchanged where none does."""
    lemmas = Counter(token.lemma_.casefold() for token in analysis.doc if token.pos_ in ("NOUN", "PROPN"))
    chunks = [(chunk, sentence) for sentence in dict.fromkeys(sentences) for chunk in analysis.tokens(sentence).noun_chunks
              if chunk.root.ent_type_ not in NO_TOPIC and chunk.root.lemma_.casefold() not in lexicon.load("subject")["empty"]]
    if not chunks:
        return analysis
    chunk, sentence = max(chunks, key=lambda pair: _recurrence(pair[0], lemmas))
    words = [token for token in chunk if not (token.i == chunk.start and (token.pos_ in ("DET", "PRON", "PUNCT") or token.tag_ == "JJR"))]
    if not words or _recurrence(chunk, lemmas) < 3:
        return analysis
    last = _extended(chunk)
    start, end = words[0].idx, last.idx + len(last)
    kind: SubjectKind = "market" if chunk.root.lemma_.casefold() in lexicon.load("subject")["markets"] else "topic"
    return analysis.with_(subject=Subject(name=Span(start=start, end=end).of(analysis.text), kind=kind, evidence=(sentence.span,)))


def _extended(chunk: "Tokens") -> "Token":
    """The last word of a phrase with what it is joined to ("bonds and stocks") or made of ("shares in steel firms")."""
    joined = next((child for child in chunk.root.rights if child.dep_ == "conj"), None)
    inner = next((child for made_of in chunk.root.rights if made_of.i == chunk.end and made_of.lower_ in ("in", "of")
                  for child in made_of.rights if child.dep_ == "pobj"), None)
    last = joined if joined is not None else inner
    return last if last is not None and last.i - chunk.root.i <= 5 else chunk[-1]


def _recurrence(chunk: "Tokens", lemmas: Counter[str]) -> float:
    """How often a phrase's nouns occur, its head twice as important, grammatical subjects before objects, that of the news first."""
    nouns = {token.lemma_.casefold() for token in chunk if token.pos_ in ("NOUN", "PROPN")}
    weight: float = lemmas[chunk.root.lemma_.casefold()] + sum(lemmas[noun] for noun in nouns) / max(len(nouns), 1) ** 0.5
    if chunk.root.dep_ not in ("nsubj", "nsubjpass"):
        return weight
    return weight * (OF_THE_NEWS if chunk.root.head.dep_ == "ROOT" and chunk.root.pos_ == "NOUN" else OF_A_CLAUSE)
