"""The key points of a document: three to six of its sentences that together say what happened, why, and what follows.

They are chosen one after the other. Each time the sentence is taken that adds most for its length: facts (figures, risks,
statements) of kinds that the points so far lack, the words of the headline, what the document speaks of most, and how early it
stands. A sentence that repeats a point, or that does not stand alone, loses. Time is linear in the document's length.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, Sentence
from generator.boilerplate import after_dateline, is_boilerplate
from generator.clauses import FINITE, clause_end
from generator.models import Item, KeyPoint, Span
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST, MOST = 3, 6
SENTENCES_A_POINT = 6
LONGEST = 260
"""Characters after which a point is cut at the end of a clause."""
SHORTEST_WORDS, USUAL_WORDS = 6, 24
STANDS_WITHOUT_NAMES = 10
"""Words from which on a sentence that names nobody may still say who did what."""
REPEATS = 0.5
"""Share of a sentence's words that stand in one chosen point, from which on it is a repetition."""
FACT_WEIGHTS = {"metrics": 1.0, "risks": 1.2, "quotes": 0.9}
FIRST, LEAD, HEADLINE, SUBJECT, TOPIC, WEAK = 4.0, 1.0, 1.5, 0.5, 1.0, 1.5

@record
class Candidate:
    """A sentence that could be a key point: its content words, its facts by kind, and what it is worth by itself."""

    sentence: Sentence
    words: frozenset[str]
    length: int
    facts: dict[str, int]
    worth: float


def extract(analysis: Analysis) -> list[KeyPoint]:
    """The key points of a document, in the order of the text; none of a document without a sentence that could be one."""
    candidates = _candidates(analysis)
    wanted = min(MOST, max(FEWEST, len(candidates) // SENTENCES_A_POINT))
    chosen: list[Candidate] = []
    while len(chosen) < wanted:
        covered = Counter({kind: sum(point.facts[kind] for point in chosen) for kind in FACT_WEIGHTS})
        left = [one for one in candidates if one not in chosen and not any(_repeats(one, point) for point in chosen)]
        if not left:
            break
        chosen.append(max(left, key=lambda one: (_gain(one, covered), -one.sentence.index)))
    return [KeyPoint(text=_text(analysis, point.sentence), evidence=(point.sentence.span,))
            for point in sorted(chosen, key=lambda point: point.sentence.index)]


def _gain(candidate: Candidate, covered: "Counter[str]") -> float:
    """What a sentence adds to the points chosen so far, for its length."""
    facts = sum(weight * math.log1p(candidate.facts[kind]) * 2 / (1 + 0.25 * covered[kind]) for kind, weight in FACT_WEIGHTS.items())
    return (candidate.worth + facts) / math.pow(max(1.0, candidate.length / USUAL_WORDS), 0.7)


def _repeats(candidate: Candidate, point: Candidate) -> bool:
    fewer = min(len(candidate.words), len(point.words))
    return fewer > 0 and len(candidate.words & point.words) > REPEATS * fewer


def _candidates(analysis: Analysis) -> list[Candidate]:
    prose = [sentence for sentence in analysis.sentences if _can_stand(analysis, sentence)]
    words = {sentence.index: _content(analysis, sentence) for sentence in prose}
    often = Counter(word for found in words.values() for word in found)
    facts = {kind: _by_sentence(analysis, getattr(analysis.facts, kind)) for kind in FACT_WEIGHTS}
    headline = _headline_words(analysis)
    return [Candidate(sentence=sentence, words=words[sentence.index], length=len(_text(analysis, sentence).split()),
                      facts={kind: found[sentence.index] for kind, found in facts.items()},
                      worth=_worth(analysis, sentence, place, words[sentence.index], (often, headline)))
            for place, sentence in enumerate(prose)]


def _worth(analysis: Analysis, sentence: Sentence, place: int, words: frozenset[str],
           document: tuple["Counter[str]", frozenset[str]]) -> float:
    """What a sentence is worth whatever the other points are."""
    often, headline = document
    worth = FIRST if place == 0 else LEAD / (1 + place / 4)
    worth += HEADLINE * len(words & headline) / max(len(headline), 1)
    worth += TOPIC * sum(math.log(often[word]) for word in words) / max(len(words), 1)
    subject = analysis.subject_entity
    if subject and any(mention.entity == subject.index for mention in analysis.mentions_in(sentence.start, sentence.end)):
        worth += SUBJECT
    return worth - WEAK * _weakness(analysis, sentence)


def _weakness(analysis: Analysis, sentence: Sentence) -> float:
    """How little a sentence says without those around it, or outside of the conversation that it is part of; 0 and up."""
    tokens = analysis.tokens(sentence)
    data = lexicon.load("key_points")
    weakness = float(tokens[0].lower_ in data["pointing_back"] or _is_pronoun_of(tokens.root))
    weakness += 0.7 * any(token.lower_ in data["vague"] for token in tokens)
    weakness += 0.5 * (tokens[0].text in "\"“‘'") + 1.0 * (tokens[-1].text == "!")
    weakness += 2.0 * any(token.lower_ in data["addressing"] for token in tokens)
    weakness += 0.6 * (len(tokens) < STANDS_WITHOUT_NAMES and not analysis.mentions_in(sentence.start, sentence.end))
    words = analysis.text[sentence.start:sentence.end]
    return weakness + 0.5 * (words.count('"') % 2 or words.count("“") != words.count("”"))


def _is_pronoun_of(verb: "Token") -> bool:
    """True where the subject of the sentence is a pronoun."""
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "PRON" for child in verb.lefts)


def _can_stand(analysis: Analysis, sentence: Sentence) -> bool:
    """True of a sentence of enough words, with a verb, that belongs to the story."""
    tokens = analysis.tokens(sentence)
    words = analysis.text[sentence.start:sentence.end]
    title = analysis.header.title_span
    in_title = title is not None and title.start <= sentence.start < title.end
    ended = words[-1] in ".!\"”’')" and not words.endswith("..")
    return (not sentence.heading and not in_title and len(words.split()) >= SHORTEST_WORDS and ended
            and any(token.tag_ in FINITE for token in tokens) and not is_boilerplate(words))


def _content(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in analysis.tokens(sentence)
                     if token.pos_ in ("NOUN", "PROPN", "VERB", "NUM", "ADJ") and not token.is_stop)


def _headline_words(analysis: Analysis) -> frozenset[str]:
    words = re.findall(r"[^\W_]{3,}", analysis.header.title)
    return frozenset(word.lower() for word in words)


def _by_sentence(analysis: Analysis, items: tuple[Item, ...]) -> "Counter[int]":
    """How many items rest on each sentence."""
    starts = [sentence.start for sentence in analysis.sentences]
    return Counter(bisect_right(starts, span.start) - 1 for item in items for span in item.evidence[:1])


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.load("key_points")["openings"]), re.IGNORECASE)


def _text(analysis: Analysis, sentence: Sentence) -> str:
    """The words of a point: its sentence without an empty opening, up to the end of a clause where it is long."""
    start = sentence.start + after_dateline(analysis.text[sentence.start:sentence.end])
    opening = _openings().match(analysis.text, start, sentence.end)
    if opening and analysis.text[opening.end()].isupper():
        start = opening.end()
    if sentence.end - start <= LONGEST:
        return Span(start=start, end=sentence.end).of(analysis.text)
    return Span(start=start, end=clause_end(analysis.tokens(sentence), start, LONGEST)).of(analysis.text)
