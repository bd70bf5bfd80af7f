"""The statements of a document: direct, indirect and mixed quotes with their speakers.

`marks` finds quotation marks, `passages` the stretches to read together, `cues` the reporting words, `content` what was said,
`speakers` who said it. Quotations that no cue claims go on from the quote before them.
"""

from dataclasses import dataclass, field, replace

from generator.analysis import Analysis
from generator.extract.quotes.content import place
from generator.extract.quotes.cues import Cue, find_cues
from generator.extract.quotes.loose import Claimed, claim_rest
from generator.extract.quotes.marks import Marks, find_marks
from generator.extract.quotes.passages import Passage, passages
from generator.extract.quotes.reading import Reading
from generator.extract.quotes.speakers import NOBODY, Speaker, speaker_of
from generator.grounding import GAP
from generator.models import Person, Quote, QuoteKind, Span

LINKS = frozenset({"while", "whereas", "but", "and", "although", "though", "by"})
NEXT = 6
"""Cues behind one that can end its content."""
RECENT = 3
"""Sentences for which "it" and "the firm" can mean whoever spoke last."""


@dataclass
class _State:
    """Where the reader is: who spoke last."""

    found: list[Claimed] = field(default_factory=list)

    def recent(self, passage: Passage) -> Speaker:
        """Who spoke in one of the sentences just before a passage, or in it."""
        if not self.found or passage.sentences[0].index - self.found[-1].passage.sentences[-1].index > RECENT:
            return NOBODY
        return self.found[-1].speaker


def extract(analysis: Analysis) -> list[Quote]:
    """The quotes of a document, in the order of the text."""
    marks = find_marks(analysis.text)
    state = _State()
    pages = list(passages(analysis, marks))
    for passage in pages:
        _read(analysis, marks, passage, state)
    claimed = claim_rest(analysis, marks, pages, state.found)
    people = {person.name: person for person in analysis.facts.people}
    return [_quote(analysis, marks, item, people) for item in claimed]


def _read(analysis: Analysis, marks: Marks, passage: Passage, state: _State) -> None:
    """Find the statements that the cues of one passage report."""
    cues = find_cues(analysis, passage, marks)
    floor = passage.start
    for number, cue in enumerate(cues):
        begin = analysis.doc[cue.first].idx
        if begin < floor:
            continue
        speaker = _beside(state, passage, cue) or speaker_of(analysis, cue, state.recent(passage))
        if speaker is None:
            continue
        reading = Reading(analysis, marks, passage, floor, _ceiling(analysis, passage, cue, cues[number + 1:number + 1 + NEXT]))
        spans = place(reading, cue, speaker.particular)
        if not spans or _is_own_result(analysis, cue, spans):
            continue
        state.found.append(Claimed(spans, passage, speaker, cue))
        floor = max(spans[-1].end, analysis.doc[cue.last - 1].idx + 1)


def _is_own_result(analysis: Analysis, cue: Cue, spans: tuple[Span, ...]) -> bool:
    """True of "the company reported that it earned ...": a result, and nobody's words."""
    return cue.lemma(analysis.doc) == "report" and spans[0].of(analysis.text).lower().startswith(("it ", "its "))


def _beside(state: _State, passage: Passage, cue: Cue) -> Speaker | None:
    """For "said A, adding B": the speaker of the cue before it in the passage."""
    if not cue.shared or not state.found or state.found[-1].passage is not passage:
        return None
    return state.found[-1].speaker


def _ceiling(analysis: Analysis, passage: Passage, cue: Cue, later: list[Cue]) -> int:
    """The offset where a cue's content ends at the latest: in front of the next cue on the same level."""
    doc = analysis.doc
    for other in later:
        if other.verb <= cue.last or not _same_level(analysis, cue, other):
            continue
        i = other.first - 1
        while i > cue.last and (doc[i].text == "," or doc[i].pos_ in ("CCONJ", "ADV") or doc[i].lower_ in LINKS):
            i -= 1
        return doc[i + 1].idx
    return passage.end


def _same_level(analysis: Analysis, cue: Cue, other: Cue) -> bool:
    """True of "and noted", ", adding", ", while analysts say": a cue beside this one, not one inside what it reports."""
    doc = analysis.doc
    before = doc[other.first - 1]
    if other.form != "verb" or other.parenthetical:
        return False
    if other.shared:
        linked = before.text == "," or before.lower_ in ("and", "but", "by") or before.pos_ == "ADV"
        verb, head = doc[other.verb], doc[cue.verb]
        return linked and (verb.tag_ == "VBG" or verb.head.i in (head.i, cue.verb) or verb.tag_ == head.tag_)
    if doc[cue.verb].dep_ == "advcl" and doc[cue.verb].head.i == other.verb:
        return True
    joined = before.text == ";" or (before.lower_ in LINKS and other.first > 1 and doc[other.first - 2].text == ",")
    return joined and not any(cue.verb < ancestor.i < other.verb for ancestor in doc[other.verb].ancestors)


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
