"""Quotations without a cue of their own: they go on from a quote beside them, or stay unattributed.

A statement in quotation marks that follows a quote in its paragraph, or opens the paragraph behind one, is the same speaker's;
one that opens a paragraph and is followed there by a quote is that speaker's. A quotation that closes no paragraph without a
closing mark goes on in the next.
"""

from bisect import bisect_left
from dataclasses import replace

from generator.analysis import Analysis
from generator.clauses import FINITE
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.marks import Marks, Quoted
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.speaker import NOBODY, Speaker
from generator.extract.quotes.speakers import introduced
from generator.models import Span
from generator.records import record

FEWEST_WORDS = 4
"""Words of a quotation that can stand alone as a statement."""
CLOSED = frozenset("\"”»’'")
"""Marks at the end of what is mixed: its quotation is over."""
LONGEST_RUN = 12
"""Paragraphs that one quotation may run over until its speaker is told."""
NEAR = 2
"""Passages between a quotation and the quote that it goes on from."""


@record
class Claimed:
    """A statement with its speaker; ``cue`` is None where it goes on from another."""

    spans: tuple[Span, ...]
    passage: Passage
    speaker: Speaker
    cue: Cue | None


def claim_rest(analysis: Analysis, marks: Marks, pages: list[Passage], found: list[Claimed]) -> list[Claimed]:
    """The quotes found by cues, and those of the quotations that no cue claims, in the order of the text."""
    starts = [page.start for page in pages]
    taken = sorted((span.start, span.end) for item in found for span in item.spans)
    order: list[tuple[int, Claimed | tuple[Quoted, Passage]]] = [(item.spans[0].start, item) for item in found]
    order += [(region.start, (region, pages[number])) for region, number in _unclaimed(analysis, marks, pages, starts, taken)]
    order.sort(key=lambda pair: pair[0])
    result: list[Claimed] = []
    held: tuple[Span, ...] = ()
    for place, (_, entry) in enumerate(order):
        if isinstance(entry, Claimed):
            result.append(replace(entry, spans=(*held, *entry.spans)))
            held = ()
            continue
        region, page = entry
        if _is_led_by(analysis, region, [item for _, item in order[place + 1:place + LONGEST_RUN]]):
            held = (*held, region.inner)
            continue
        if result and _goes_on(analysis, result[-1], region):
            result[-1] = replace(result[-1], spans=(*result[-1].spans, region.inner))
            continue
        following = next((item for _, item in order[place + 1:place + 2] if isinstance(item, Claimed)), None)
        beside = NOBODY if _is_led(analysis, region) else _speaker(page, result[-1] if result else None, following)
        speaker = introduced(analysis, region, page) or beside
        result.append(Claimed((region.inner,), page, speaker, None))
    return result


def _is_led_by(analysis: Analysis, region: Quoted, following: list[Claimed | tuple[Quoted, Passage]]) -> bool:
    """True of a paragraph's quotation without a closing mark, whose speaker is told behind the one of the paragraphs that go on."""
    for item in following:
        start = item.spans[0].start if isinstance(item, Claimed) else item[0].inner.start
        between = analysis.text[region.end:start]
        if not region.open_ended or "\n" not in between or between.strip("\"“„« \n"):
            return False
        if isinstance(item, Claimed):
            return True
        region = item[0]
    return False


def _unclaimed(analysis: Analysis, marks: Marks, pages: list[Passage], starts: list[int],
               taken: list[tuple[int, int]]) -> list[tuple[Quoted, int]]:
    """The quotations that are statements by themselves and that no quote holds, with the number of their passage."""
    found = []
    for region in marks.regions:
        place = bisect_left(starts, region.start + 1) - 1
        if place < 0 or region.start >= pages[place].end or not _stands_alone(analysis, region):
            continue
        near = bisect_left(taken, (region.end, 0))
        if not any(start < region.end and end > region.start for start, end in taken[max(0, near - 3):near]):
            found.append((region, place))
    return found


def _stands_alone(analysis: Analysis, region: Quoted) -> bool:
    """True of a quotation that is a whole sentence: nothing in front of it in its sentence, a stop at its end."""
    text = analysis.text
    words = region.inner.of(text)
    if len(words.split()) < FEWEST_WORDS or not words[:1].isupper() or words[-1] not in ".!?…,":
        return False
    sentence = analysis.sentence_at(region.inner.start)
    before = text[sentence.start:region.start].strip() if sentence else "-"
    if not any(letter.isalpha() for letter in before) or before[-1] in ".!?":
        return True
    inner = analysis.doc.char_span(region.inner.start, region.inner.end, alignment_mode="contract")
    return before[-1] in ":," and inner is not None and any(token.tag_ in FINITE for token in inner)


def _is_led(analysis: Analysis, region: Quoted) -> bool:
    """True of a quotation that words of its own sentence lead to: those tell who speaks, and not the quote before."""
    sentence = analysis.sentence_at(region.inner.start)
    before = analysis.text[sentence.start:region.start].strip() if sentence else ""
    return any(letter.isalpha() for letter in before) and before[-1] not in ".!?"


def _goes_on(analysis: Analysis, before: Claimed, region: Quoted) -> bool:
    """True where the quotation before has no closing mark and this one opens behind it: mostly with the next paragraph."""
    end = before.spans[-1].end
    if analysis.text[end - 1] in CLOSED:
        return False
    between = analysis.text[end:region.start]
    return bool(between) and not between.strip()


def _speaker(page: Passage, before: Claimed | None, after: Claimed | None) -> Speaker:
    same = before is not None and before.passage.block == page.block
    if after is not None and after.passage.block == page.block and not same:
        return after.speaker
    if before is None or before.passage.block < page.block - 1:
        return NOBODY
    return before.speaker if page.sentences[0].index - before.passage.sentences[-1].index <= NEAR else NOBODY
