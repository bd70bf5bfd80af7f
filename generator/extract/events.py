"""The events of a document: dated happenings, in the order of the text.

An event is a clause whose verb tells of something that happened, or will, and goes with an expression of time that is a day, a
month, a quarter or a year. "Rose 3% in the quarter" is a figure and no event; "fell on Monday" is one. The days are those that the
reading of dates resolved; where they are not known, the words stay.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, DateMention, Sentence
from generator.boilerplate import is_boilerplate
from generator.clauses import FINITE, clause_end
from generator.models import Event, Period

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 240
FEWEST_WORDS = 5
PREPOSITIONS = frozenset({"in", "on", "at", "by", "during", "until", "before", "after", "from", "of"})
"""Not "since": what has been so since a day happened at no day."""
PERIODS = frozenset({"year", "quarter", "half", "month", "period", "week"})
INSIDE = re.compile(r"[^\"“”]*[^\s\"“”(\[—–-][\"”](?!\w)")
"""Words that begin within a quotation: its closing mark is their first."""
LEADING = frozenset({"when", "and", "but"})
"""Words that lead to a clause and are no part of what happened, beside those that the parser marks ("since", "after")."""
UNREAL = frozenset({"would", "could", "might", "may"})
DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today)\b"
                 r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]{2,}", re.IGNORECASE)

RECENT = re.compile(r"\b(?:last|this|next) (?:week|month|weekend)\b", re.IGNORECASE)
"""Times that are told as news, whatever happened then; a quarter or a year is as often what a figure is of."""


def extract(analysis: Analysis) -> list[Event]:
    """The events of a document, each at the first date of its words; the evidence of each is its sentence."""
    events: dict[str, Event] = {}
    for sentence in analysis.sentences:
        if sentence.heading or is_boilerplate(analysis.text[sentence.start:sentence.end]):
            continue
        for when in analysis.dates_in(sentence.start, sentence.end):
            verb = _happening(analysis, when)
            if verb is not None and when.end <= sentence.end:
                text = _text(analysis, sentence, verb, when)
                if INSIDE.match(text):
                    continue
                events.setdefault(text, Event(
                    date=Period(text=when.text, start=when.first_day, end=when.last_day), text=text, evidence=(sentence.span,)))
    return list(events.values())


@cache
def _no_date() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in lexicon.load("events")["no_dates"]), re.IGNORECASE)


def _happening(analysis: Analysis, when: DateMention) -> "Token | None":
    """The verb that tells what happened at a date, or None where the date goes with no happening."""
    if _no_date().fullmatch(when.text) or analysis.text[when.start:when.end] != when.text:
        return None
    span = analysis.doc.char_span(when.start, when.end, alignment_mode="expand")
    verb = _governor(span.root) if span is not None and len(span) else None
    if verb is None or any(child.lower_ in UNREAL or child.dep_ == "neg" for child in verb.children) or _ends_a_period(verb):
        return None
    data = lexicon.load("events")
    is_day = DAY.search(when.text) is not None or RECENT.search(when.text) is not None
    for candidate in (verb, *(child for child in verb.rights if verb.lemma_ in data["reporting"] and child.dep_ in ("ccomp", "xcomp"))):
        known = _forms_of(candidate)
        if not known.isdisjoint(data["verbs"]) or (is_day and not known.isdisjoint(data["moves"])):
            return candidate
    return None


def _forms_of(verb: "Token") -> set[str]:
    """A verb by itself and with each word beside it: "step", "step down"."""
    return {verb.lemma_, *(f"{verb.lemma_} {child.lower_}" for child in verb.rights)}


def _ends_a_period(verb: "Token") -> bool:
    """True of "the year ended 31 March": a period has a last day, and nothing happened on it."""
    return verb.lemma_ == "end" and verb.dep_ in ("acl", "amod") and verb.head.lemma_ in PERIODS


def _governor(token: "Token") -> "Token | None":
    """The verb beside which a time stands: "reported on Monday", "said last week"; none of a time within a phrase ("1985 ruling")."""
    if token.dep_ == "pobj" and token.head.lower_ in PREPOSITIONS:
        token = token.head
    elif token.dep_ not in ("npadvmod", "advmod"):
        return None
    return token.head if token.head.pos_ == "VERB" and token.head.i != token.i else None


def _text(analysis: Analysis, sentence: Sentence, verb: "Token", when: DateMention) -> str:
    """The clause of the verb where it has a subject of its own and holds the date, else the sentence; long ones are cut at a clause."""
    tokens = analysis.tokens(sentence)
    clause = analysis.doc[verb.left_edge.i:verb.right_edge.i + 1]
    whole = sentence.start, sentence.end
    marked = len(clause) > 1 and (clause[0].dep_ == "mark" or clause[0].lower_ in LEADING)
    start = clause[1].idx if marked else clause.start_char
    end = min(clause.end_char, sentence.end)
    own = any(child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN") for child in verb.lefts)
    own = own and (verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.lefts)) and _is_balanced(analysis.text[start:end])
    if not (own and start <= when.start and when.end <= end and len(clause) >= FEWEST_WORDS):
        start, end = whole
    if end - start > LONGEST:
        end = clause_end(tokens, start, LONGEST)
        start, end = (start, end) if when.end <= end else whole
    return analysis.text[start:end].rstrip(" ,;")


def _is_balanced(words: str) -> bool:
    """False of words that begin or end within a quotation."""
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")
