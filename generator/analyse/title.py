"""What a document is called: the name its sidecar gives it, else its headline, else the main clause of its news."""

import re

from generator.analysis import Analysis, Sentence
from generator.boilerplate import is_boilerplate
from generator.clauses import main_clause
from generator.models import Span, blocks

LONGEST_HEADLINE, LONGEST_MADE = 160, 120
LEAD = 4
"""Sentences from which a title is made; what a document is about stands in the first ones."""
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
    """A title made of the text's words for a text without one: the main clause of the first news about the subject."""
    lead = [sentence for sentence in analysis.sentences
            if not sentence.heading and _says_something(analysis.text[sentence.start:sentence.end])][:LEAD]
    about = [sentence for sentence in lead if _names_subject(analysis, sentence)]
    for sentence in (*lead[:1], *about, *lead):
        clause = main_clause(analysis.tokens(sentence), LONGEST_MADE)
        if clause and not clause.endswith((" that", " of", " to")):
            return clause[0].upper() + clause[1:]
    return _shortened(analysis, lead[0]) if lead else None


def _names_subject(analysis: Analysis, sentence: Sentence) -> bool:
    entity = analysis.subject_entity
    return entity is not None and any(mention.form == "name" and mention.entity == entity.index
                                      for mention in analysis.mentions_in(sentence.start, sentence.end))


def _shortened(analysis: Analysis, sentence: Sentence) -> str:
    """The first words of a sentence."""
    words = analysis.text[sentence.start:sentence.end]
    if len(words) <= LONGEST_MADE:
        return words.rstrip(".")
    return words[:words.rfind(" ", 0, LONGEST_MADE)].rstrip(",;: ") + " …"
