"""Statements that a sentence only points at: "Sales will double. That's according to Acme."."""

from generator.analysis import Analysis
from generator.models import Span

POINTERS = frozenset({"that's", "that’s", "that is", "that was", "this is", "this was", "all that is", "that, at least, is"})


def pointed_at(analysis: Analysis, spans: tuple[Span, ...], said: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content of a cue: the sentence before where the cue's own only points at it.

    Args:
        analysis: the document as understood.
        spans: what stands beside the cue.
        said: the statement before; none is made twice.

    Returns:
        ``spans``, the sentence before, or nothing where that is a statement already or there is none.
    """
    if len(spans) != 1 or spans[0].of(analysis.text).lower() not in POINTERS:
        return spans
    sentence = analysis.sentence_at(spans[0].start)
    before = analysis.sentences[sentence.index - 1] if sentence and sentence.index else None
    title = analysis.header.title_span
    if before is None or sentence is None or before.heading or sentence.block - before.block > 1 or (title and before.start < title.end):
        return ()
    end = before.end - (analysis.text[before.end - 1] in ".!")
    return () if any(span.end > before.start for span in said) else (Span(start=before.start, end=end),)
