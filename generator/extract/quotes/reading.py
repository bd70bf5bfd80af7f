"""What the rules about content look at, and how a span of it is cut."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis
from generator.clauses import FINITE
from generator.extract.quotes.marks import Marks
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.words import CONNECTIVES, PHRASES
from generator.models import Span
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@record
class Reading:
    """What the rules look at: the analysis, its marks, the passage, and the offset up to which content is already taken."""

    analysis: Analysis
    marks: Marks
    passage: Passage
    floor: int
    ceiling: int

    @property
    def doc(self) -> "Doc":
        """The tokens of the document."""
        return self.analysis.doc


def is_finite(verb: "Token") -> bool:
    """True of a verb with a subject and a tense: "found that it was", not "found it guilty"."""
    return verb.tag_ in FINITE or any(child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE for child in verb.children)


def without_connectives(reading: Reading, first: int, last: int) -> int:
    """The offset behind connectives and bullets that open a sentence: they are no part of what was said."""
    doc = reading.doc
    while first < last and (opening := _connective(doc, first)):
        first += opening
    return doc[first].idx if first <= last else doc[last].idx + len(doc[last])


def _connective(doc: "Doc", first: int) -> int:
    """The number of tokens of the connective or bullet at ``first``, 0 where there is none: "but", "at the same time"."""
    if doc[first].lower_ in CONNECTIVES or doc[first].text in (",", "-", "–", "—", "*", "•", "...", "…"):
        return 1
    return next((len(words) for words in PHRASES if [token.lower_ for token in doc[first:first + len(words)]] == words), 0)


def unquoted(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The span, without the marks where one quotation is all of it."""
    region = reading.marks.at(start)
    if region and region.start == start and region.end >= end:
        return (region.inner,)
    return (Span(start=start, end=end),)


def trim_end(text: str, start: int, end: int) -> int:
    """``end`` moved in front of the blanks, stops, commas and dashes at the end of a span; marks and brackets stay."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-"):
        if text[end - 1] == "." and end - start > 3 and (text[end - 3] == "." or text[end - 3:end - 1].istitle()) and text[end - 3] in ". ":
            break
        end -= 1
    return end


def cut(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The content in [start, end), without stops at its end and the marks around all of it; none where nothing is left."""
    end = trim_end(reading.analysis.text, start, end)
    return unquoted(reading, start, end) if end > start else ()
