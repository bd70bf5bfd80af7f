"""Stretches of text that are read together: a sentence, or several that one quotation runs over.

The model splits sentences inside quotation marks, and between a quotation and its "he said."; a passage joins them again.
"""

from bisect import bisect_left
from collections.abc import Iterator

from generator.analysis import Analysis, Sentence
from generator.extract.quotes.marks import Marks
from generator.extract.quotes.words import VERBS
from generator.records import record

TAIL = 14
"""Tokens of a sentence that can be the tail of the one before: "the company's chairman said on Friday."."""


@record
class Passage:
    """Sentences in a row; ``first`` .. ``last`` - 1 are its tokens, ``start`` .. ``end`` its characters."""

    sentences: tuple[Sentence, ...]

    @property
    def first(self) -> int:
        """The first token."""
        return self.sentences[0].first

    @property
    def last(self) -> int:
        """The token behind the last."""
        return self.sentences[-1].last

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.sentences[-1].end

    @property
    def block(self) -> int:
        """The number of the text block."""
        return self.sentences[0].block


def passages(analysis: Analysis, marks: Marks) -> Iterator[Passage]:
    """The passages of a document in its order; headings are left out."""
    title = analysis.header.title_span
    held: list[Sentence] = []
    for sentence in analysis.sentences:
        if held and not (sentence.block == held[-1].block and _belong(analysis, marks, held[-1], sentence)):
            yield Passage(tuple(held))
            held = []
        if not sentence.heading and not (title and sentence.start < title.end):
            held.append(sentence)
    if held:
        yield Passage(tuple(held))


def token_from(analysis: Analysis, offset: int) -> int:
    """The first token that begins at ``offset`` or behind it."""
    return bisect_left(range(len(analysis.doc)), offset, key=lambda i: analysis.doc[i].idx)


def _belong(analysis: Analysis, marks: Marks, before: Sentence, after: Sentence) -> bool:
    region = marks.at(before.end - 1)
    if region and region.end > after.start:
        return True
    opened = marks.at(after.start)
    if opened and opened.start < before.end:
        return True
    closes = region is not None and region.end >= before.end
    return closes and _is_tail(analysis, after)


def _is_tail(analysis: Analysis, sentence: Sentence) -> bool:
    """True of "he said." and "said Jane Roe, the chairman, on Friday.": a verb of saying, and nothing that was said."""
    doc = analysis.doc
    if doc[sentence.first].text[0].islower():
        return True
    verb = next((i for i in range(sentence.first, min(sentence.last, sentence.first + TAIL)) if doc[i].lemma_ in VERBS), None)
    if verb is None:
        return False
    return not any(token.dep_ in ("ccomp", "nsubj") or token.lower_ == "that" or token.is_quote for token in doc[verb + 1:sentence.last])
