"""Expressions of time in a document, with the days that they mean.

Found by pattern where their days can be computed (`days`: "the fourth quarter of 2024", "last month"), else as the model marks them
("recent weeks"). A date without its year lies ahead or behind as its verb tells.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analyse.days import times_by_pattern
from generator.analysis import Analysis, DateMention

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d|\byear\b", re.IGNORECASE)
YEARLESS = frozenset({"full", "month", "weekday"})
"""Forms that may name no year, or no week: whether they lie behind or ahead is told by the verb beside them."""
FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall"})
BESIDE = 4
"""Steps up the parse from an expression of time to its verb."""


def find_dates(analysis: Analysis) -> Analysis:
    """The analysis with its expressions of time, in the order of the text, none overlapping another."""
    published = analysis.header.published
    found = [_in_its_year(analysis, mention, published) for mention in times_by_pattern(analysis.text, published)]
    starts = [mention.start for mention in found]
    for span in analysis.doc.ents:
        if span.label_ == "DATE" and _is_time(span.text) and not _overlaps(found, starts, span.start_char, span.end_char):
            found.append(DateMention(span.start_char, span.end_char, span.text))
    return analysis.with_(dates=tuple(sorted(found, key=lambda mention: mention.start)))


def _in_its_year(analysis: Analysis, mention: DateMention, published: date | None) -> DateMention:
    """The mention a year (or a week) later where its verb looks ahead, earlier where its verb tells what has happened."""
    first, last = mention.first_day, mention.last_day
    if published is None or first is None or last is None or mention.form not in YEARLESS or _YEAR.search(mention.text):
        return mention
    verb = _verb_beside(analysis, mention)
    if verb is None:
        return mention
    if last < published and _looks_ahead(verb, mention.form):
        return replace(mention, first_day=_later(first, mention.form, 1), last_day=_later(last, mention.form, 1))
    if first > published and _looks_back(verb):
        return replace(mention, first_day=_later(first, mention.form, -1), last_day=_later(last, mention.form, -1))
    return mention


def _later(day: date, form: str, steps: int) -> date:
    """A day so many years on, or weeks for a weekday; 29 February becomes the last of the month."""
    if form == "weekday":
        return day + timedelta(weeks=steps)
    return day.replace(year=day.year + steps, day=min(day.day, monthrange(day.year + steps, day.month)[1]))


def _verb_beside(analysis: Analysis, mention: DateMention) -> "Token | None":
    span = analysis.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    token = span.root if span is not None and len(span) else None
    for _ in range(BESIDE):
        if token is None or token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        token = token.head
    return token if token is not None and token.pos_ in ("VERB", "AUX") else None


def _looks_ahead(verb: "Token", form: str) -> bool:
    """True of "will leave", "plans to leave" and, beside a day or month, of "steps down": what is agreed is told in the present."""
    book = lexicon.load("dates")
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & FUTURE_AUXILIARIES or ("to" in helpers and verb.head.lemma_ in book["planning"]):
        return True
    return form != "weekday" and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in book["scheduled"]


def _looks_back(verb: "Token") -> bool:
    return verb.tag_ == "VBD" and verb.lemma_ not in lexicon.load("dates")["arranged"]


def _overlaps(found: list[DateMention], starts: list[int], start: int, end: int) -> bool:
    place = bisect_left(starts, end)
    return place > 0 and found[place - 1].end > start


@cache
def _time_pattern() -> re.Pattern[str]:
    book = lexicon.load("dates")
    words = "|".join([*book["time_words"], *book["months"], *book["weekdays"]])
    return re.compile(rf"\b(?:{words})s?\b|\b(?:1[89]|20)\d\ds?\b|['’]\d0s", re.IGNORECASE)


def _is_time(words: str) -> bool:
    return bool(_time_pattern().search(words))
