"""The statements of a document: direct, indirect and mixed quotes with their speakers.

`marks` finds quotation marks, `passages` the stretches to read together, `cues` the reporting words, `content` what was said,
`speakers` who said it. Quotations that no cue claims go on from the quote before them.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from generator.analysis import Analysis
from generator.extract.quotes.content import place
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.cues import find_cues
from generator.extract.quotes.limits import ceiling, is_reporter
from generator.extract.quotes.loose import Claimed, claim_rest
from generator.extract.quotes.marks import Marks, find_marks
from generator.extract.quotes.offices import Offices
from generator.extract.quotes.passages import Passage, passages
from generator.extract.quotes.pointing import pointed_at
from generator.extract.quotes.reading import Reading
from generator.extract.quotes.speaker import NOBODY, Heard, Speaker
from generator.extract.quotes.speakers import another, speaker_of
from generator.extract.quotes.turns import Turn, find_turns
from generator.grounding import GAP
from generator.models import Person, Quote, QuoteKind, Span

NEXT = 6
"""Cues behind one that can end its content."""
RECENT = 3
"""Sentences for which "it" and "the firm" can mean whoever spoke last."""


@dataclass
class _State:
    """Where the reader is: what is known of who speaks, and the statements so far."""

    heard: Heard
    found: list[Claimed] = field(default_factory=list)

    def recent(self, passage: Passage) -> tuple[Speaker, tuple[Span, ...]]:
        """Who spoke in one of the sentences just before a passage, or in it, and what."""
        if not self.found or passage.sentences[0].index - self.found[-1].passage.sentences[-1].index > RECENT:
            return NOBODY, ()
        return self.found[-1].speaker, self.found[-1].spans


def extract(analysis: Analysis) -> list[Quote]:
    """The quotes of a document, in the order of the text."""
    marks = find_marks(analysis.text)
    state = _State(Heard(Offices(analysis)))
    turns = find_turns(analysis)
    told = [span for turn in turns for span in turn.spans]
    pages = [page for page in passages(analysis, marks) if not _within(told, page.end - 1)]
    for passage in pages:
        _read(analysis, marks, passage, state)
    claimed = claim_rest(analysis, marks, pages, state.found)
    people = {person.name: person for person in analysis.facts.people}
    found = [_quote(analysis, marks, item, people) for item in claimed] + [_turn(analysis, turn, people) for turn in turns]
    return sorted(found, key=lambda quote: quote.content[0].start)


def _within(spans: list[Span], offset: int) -> bool:
    """True where one of the spans, in the order of the text, holds the character at ``offset``."""
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return place >= 0 and offset < spans[place].end


def _read(analysis: Analysis, marks: Marks, passage: Passage, state: _State) -> None:
    """Find the statements that the cues of one passage report."""
    cues = find_cues(analysis, passage, marks)
    floor = passage.start
    for number, cue in enumerate(cues):
        if analysis.doc[cue.verb].idx < floor or _is_part(analysis, cue, cues[number + 1:number + 1 + NEXT]):
            continue
        state.heard.last, state.heard.said = state.recent(passage)
        speaker = _beside(state, passage, cue) or speaker_of(analysis, cue, state.heard)
        if speaker is None:
            continue
        reading = Reading(analysis, marks, passage, floor, ceiling(analysis, passage, cue, cues[number + 1:number + 1 + NEXT]))
        spans = pointed_at(analysis, place(reading, cue, speaker.particular), state.heard.said)
        if not spans or _is_own_result(analysis, cue, spans):
            continue
        if cue.subject is not None and analysis.doc[cue.subject].lower_ in ("he", "she"):
            speaker = another(analysis, speaker, state.heard.last, spans)
        state.found.append(Claimed(spans, passage, speaker, cue))
        last = analysis.doc[cue.last - 1]
        floor = max(spans[-1].end, last.idx + len(last))


def _is_part(analysis: Analysis, cue: Cue, later: list[Cue]) -> bool:
    """True of "X's claim that A is wrong, Y said" and "X thinks A, Y said": the first is part of what Y said."""
    doc = analysis.doc
    verb = doc[cue.verb]
    for other in later:
        if other.form != "verb" or other.shared or doc[other.first - 1].text != "," or doc[other.verb].sent != verb.sent:
            continue
        if cue.form == "verb" and verb.dep_ == "ccomp" and verb.head.i == other.verb:
            return not (cue.lemma(doc) == "say" and is_reporter(analysis, other, len(analysis.text)))
        if cue.form == "noun" and verb.pos_ == "ADJ" and verb.head.dep_ == "ccomp" and verb.head.head.i == other.verb:
            return True
        if cue.form == "noun" and other.last < len(doc) and (doc[other.last].is_punct or doc[other.last].is_space):
            return True
    return False


def _is_own_result(analysis: Analysis, cue: Cue, spans: tuple[Span, ...]) -> bool:
    """True of "the company reported that it earned ...": a result, and nobody's words."""
    return cue.lemma(analysis.doc) == "report" and spans[0].of(analysis.text).lower().startswith(("it ", "its "))


def _beside(state: _State, passage: Passage, cue: Cue) -> Speaker | None:
    """For "said A, adding B": the speaker of the cue before it in the passage."""
    if not cue.shared or not state.found or state.found[-1].passage is not passage:
        return None
    return state.found[-1].speaker


def _turn(analysis: Analysis, turn: Turn, people: dict[str, Person]) -> Quote:
    """What somebody says in an interview: direct speech without quotation marks."""
    person = people.get(turn.speaker.name or "")
    return Quote(
        speaker=turn.speaker.name, speaker_kind=turn.speaker.kind, role=person.role if person else None,
        organisation=person.organisation if person else None, kind="direct", text=GAP.join(span.of(analysis.text) for span in turn.spans),
        cue=None, content=turn.spans, evidence=turn.lines)


def _quote(analysis: Analysis, marks: Marks, item: Claimed, people: dict[str, Person]) -> Quote:
    person = people.get(item.speaker.name or "") if item.speaker.kind == "person" else None
    doc = analysis.doc
    item = replace(item, spans=tuple(_without_comma(analysis, span) for span in item.spans))
    cue = analysis.text[doc[item.cue.words[0]].idx:doc[item.cue.words[1] - 1].idx + len(doc[item.cue.words[1] - 1])] if item.cue else None
    return Quote(
        speaker=item.speaker.name, speaker_kind=item.speaker.kind, role=person.role if person else None,
        organisation=person.organisation if person else None, kind=_kind(marks, item.spans),
        text=GAP.join(span.of(analysis.text) for span in item.spans), cue=cue, content=item.spans, evidence=_evidence(analysis, item))


def _without_comma(analysis: Analysis, span: Span) -> Span:
    """A span without a comma at its end: the cue's, not the speaker's."""
    ends = analysis.text[span.end - 1] == "," and span.end - span.start > 1
    return Span(start=span.start, end=span.end - 1) if ends else span


def _kind(marks: Marks, spans: tuple[Span, ...]) -> QuoteKind:
    whole = [region is not None and region.inner.end >= span.end and region.inner.start <= span.start
             for span in spans for region in (marks.at(span.start),)]
    if all(whole):
        return "direct"
    return "mixed" if any(whole) or any(marks.within(span.start, span.end) for span in spans) else "indirect"


def _evidence(analysis: Analysis, item: Claimed) -> tuple[Span, ...]:
    """The sentences of the content and the cue: one span for each block that they stand in."""
    places = [offset for span in item.spans for offset in (span.start, span.end - 1)]
    if item.cue:
        places += [analysis.doc[item.cue.words[0]].idx, analysis.doc[item.cue.words[1] - 1].idx]
    by_block: dict[int, list[int]] = {}
    for sentence in filter(None, map(analysis.sentence_at, places)):
        by_block.setdefault(sentence.block, []).extend((sentence.start, sentence.end))
    return tuple(Span(start=min(ends), end=max(ends)) for _, ends in sorted(by_block.items())) or item.spans
