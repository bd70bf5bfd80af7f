"""What a document is called: the name its sidecar gives it, else its headline, else the main clause of its news."""

import re

from generator.analysis import Analysis, Sentence
from generator.boilerplate import after_dateline, is_boilerplate
from generator.clauses import FINITE, main_clause
from generator.models import Span, blocks

LONGEST_HEADLINE, LONGEST_MADE = 160, 120
LEAD = 4
"""Sentences from which a title is made; what a document is about stands in the first ones."""
FEWEST_WORDS = 5
"""Words of a clause that says something: "He was pleased" does not."""
WORD = re.compile(r"(?<!\S)(?=[^\s\w]*+\w)[^\s\d]++(?!\S)")
"""A word without a digit: a line of one word and its numbers is a row of data."""
ENDS = re.compile(r"[.!?][”\"’')]*$")
ELLIPSIS = ("...", "…")
BYLINE = re.compile(r"by [A-Z]|[^ ]+@|https?:|www\.", re.IGNORECASE)


def headline(analysis: Analysis) -> Span | None:
    """The headline of a text: a short first line that is no sentence, in front of others; None where there is none."""
    lines = blocks(analysis.text)
    for line in lines[:2] if len(lines) > 1 else []:
        words = line.of(analysis.text)
        if ENDS.search(words) and not words.endswith(ELLIPSIS) and not words.endswith("?"):
            return None
        if len(words.split()) >= 3 and len(words) <= LONGEST_HEADLINE and not BYLINE.match(words) and _says_something(words):
            return line
    return None


def _says_something(words: str) -> bool:
    """False of boilerplate and of rows of data."""
    return len(WORD.findall(words)) > 1 and not is_boilerplate(words)


def made_title(analysis: Analysis) -> str | None:
    """A title made of the text's words for a text without one: the first main clause that tells the news, of the first sentence or
    of one of the next that tells it of the subject; else how the first sentence begins.
    """
    told = [sentence for sentence in analysis.sentences
            if not sentence.heading and _says_something(analysis.text[sentence.start:sentence.end])
            and any(token.tag_ in FINITE for token in analysis.tokens(sentence))]
    ended = [sentence for sentence in told if ENDS.search(analysis.text, sentence.start, sentence.end)]
    lead = (ended or told)[:LEAD]
    for sentence in lead:
        clause = main_clause(analysis.tokens(sentence), LONGEST_MADE)
        if clause and len(clause.split()) >= FEWEST_WORDS and not clause.endswith((" that", " of", " to")) and (
                sentence is lead[0] or _names_subject(analysis, sentence, clause)):
            return clause[0].upper() + clause[1:]
    return _shortened(analysis, lead[0]) if lead else None


def _names_subject(analysis: Analysis, sentence: Sentence, clause: str) -> bool:
    """True where words of a sentence name the document's subject."""
    entity = analysis.subject_entity
    return entity is not None and any(mention.form == "name" and mention.entity == entity.index
                                      and analysis.text[mention.start:mention.end] in clause
                                      for mention in analysis.mentions_in(sentence.start, sentence.end))


def _shortened(analysis: Analysis, sentence: Sentence) -> str:
    """The first words of a sentence, behind its dateline."""
    words = analysis.text[sentence.start:sentence.end]
    words = words[after_dateline(words):]
    if len(words) <= LONGEST_MADE:
        return words.rstrip(".")
    return words[:words.rfind(" ", 0, LONGEST_MADE)].rstrip(",;: ") + " …"
