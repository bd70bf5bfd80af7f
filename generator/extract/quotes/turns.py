"""Interviews and transcripts: lines that begin with who speaks, and the paragraphs that go on from them.

Name: words · Name (Acme): words · Q: words · A: words · a line with a name alone above what was said
"""

import re
from collections import Counter

from generator.analysis import Analysis
from generator.clauses import FINITE
from generator.extract.quotes.speaker import NOBODY, Speaker, as_speaker
from generator.extract.quotes.words import ANSWERS, QUESTIONERS
from generator.models import Span, blocks
from generator.records import record

_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|v[ao]n|de[rnl]?|d[aiu]|al|bin|la|le)){0,4}"
LABEL = re.compile(rf"(?P<who>{_NAME})(?: ?[,(–—-][^:\n]{{2,60}})?\s?(?::\s+(?=\S)|:?\s*$)")
TALK = re.compile(r"(?i)\b(?:q ?& ?a|interview|conversation|talks?|questions?)\b[^.\n]{0,20}?\b(?:with|to|for)\b")
FEWEST = 4
"""Turns that make a document a conversation."""
STOPS = ".?!…\"”’)"
"""How what somebody says ends, and an entry of a list does not."""


@record
class Turn:
    """What one person says at a stretch: a span for each paragraph, and the lines that they stand in, with the label."""

    speaker: Speaker
    spans: tuple[Span, ...]
    lines: tuple[Span, ...]


@record
class _Label:
    """Who speaks by the label of a line (a block of the text), and the offset where the words begin: its end for a label alone."""

    who: str
    line: int
    start: int
    person: int | None
    """The entity, where the label names one of the document's people."""


def find_turns(analysis: Analysis) -> list[Turn]:
    """The turns of a conversation in their order; none in a document that is no conversation.

    A conversation has at least `FEWEST` labels of at least two speakers, one of whom returns, and one of whom is known.
    Paragraphs without a label belong to the turn before them where another turn follows.
    """
    lines = blocks(analysis.text)
    labels = _labels(analysis, lines)
    speakers = {_surname(label) for label in labels}
    known = any(label.person is not None or _is_role(label) for label in labels)
    if len(labels) < FEWEST or not known or not 1 < len(speakers) < len(labels) or not _is_talk(analysis, lines, labels):
        return []
    names = _fullest(labels)
    guest = _guest(analysis, lines[labels[0].line].start)
    last = labels[-1]
    ends = [following.line for following in labels[1:]] + [last.line + 1 + (last.start == lines[last.line].end)]
    turns = (Turn(_speaker(analysis, label, names, guest), _spans(lines, label, end), tuple(lines[label.line:end]))
             for label, end in zip(labels, ends, strict=True))
    return [turn for turn in turns if turn.spans]


def _is_talk(analysis: Analysis, lines: list[Span], labels: list[_Label]) -> bool:
    """True where half of the lines hold a verb with a tense: "Jane Roe: 1,769." is an entry of a list."""
    texts = (analysis.doc.char_span(label.start, lines[label.line].end, alignment_mode="contract") for label in labels)
    return 2 * sum(words is None or any(token.tag_ in FINITE or token.text == "?" for token in words) for words in texts) >= len(labels)


def _labels(analysis: Analysis, lines: list[Span]) -> list[_Label]:
    """The labels of people and roles; a surname alone, or an unknown name, is one where another line has its full form."""
    labels = [label for number, line in enumerate(lines) if (label := _label(analysis, line, number))]
    surnames = Counter(_surname(label) for label in labels)
    full = {_surname(label) for label in labels if " " in label.who and surnames[_surname(label)] > 1}
    return [label for label in labels if label.person is not None or _is_role(label) or _surname(label) in full]


def _label(analysis: Analysis, line: Span, number: int) -> _Label | None:
    match = LABEL.match(analysis.text, line.start, line.end)
    if match is None:
        return None
    who = match["who"]
    first = next(iter(analysis.mentions_in(line.start, line.start + len(who))), None)
    person = first.entity if first and analysis.entities[first.entity].kind == "person" and first.end == line.start + len(who) else None
    label = _Label(who, number, match.end(), person)
    if match.end() == line.end:
        return label if person is not None and len(who.split()) > 1 else None
    return label if _is_role(label) or person is not None or analysis.text[line.end - 1] in STOPS else None


def _surname(label: _Label) -> str:
    return label.who.split()[-1].lower()


def _is_role(label: _Label) -> bool:
    return label.who.lower() in QUESTIONERS or label.who.lower() in ANSWERS


def _fullest(labels: list[_Label]) -> dict[str, str]:
    """The longest label for each last word: who "Roe" is, where another line says "Jane Roe"."""
    names: dict[str, str] = {}
    for label in labels:
        surname = _surname(label)
        names[surname] = max(names.get(surname, ""), label.who, key=len)
    return names


def _guest(analysis: Analysis, end: int) -> Speaker:
    """Who answers: the one person whom the text names in front of the first question, or whom a headline says the talk is with."""
    title = analysis.header.title_span
    if title and (announced := TALK.search(analysis.text, title.start, title.end)):
        named = _people(analysis, announced.end(), title.end)
        if len(named) == 1:
            return as_speaker(analysis, analysis.entities[named.pop()])
    people = _people(analysis, 0, end)
    return as_speaker(analysis, analysis.entities[people.pop()]) if len(people) == 1 else NOBODY


def _people(analysis: Analysis, start: int, end: int) -> set[int]:
    return {mention.entity for mention in analysis.mentions_in(start, end) if analysis.entities[mention.entity].kind == "person"}


def _speaker(analysis: Analysis, label: _Label, names: dict[str, str], guest: Speaker) -> Speaker:
    if label.person is not None:
        return as_speaker(analysis, analysis.entities[label.person])
    if label.who.lower() in ANSWERS:
        return guest
    return NOBODY if label.who.lower() in QUESTIONERS else Speaker(names[_surname(label)], "person")


def _spans(lines: list[Span], label: _Label, end: int) -> tuple[Span, ...]:
    first = lines[label.line]
    own = (Span(start=label.start, end=first.end),) if label.start < first.end else ()
    return own + tuple(lines[label.line + 1:min(end, len(lines))])
