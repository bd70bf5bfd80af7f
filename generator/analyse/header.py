"""What a document says of itself: headline, publication date, language, kind; and whether it can be read at all."""

from dataclasses import replace

from generator.analyse.fitness import language_of, unfit
from generator.analyse.kind import kind_of
from generator.analyse.published import published_on
from generator.analyse.title import headline, made_title
from generator.analysis import Analysis, Header
from generator.listed import listed_lines
from generator.statements import stated_lines


def read_header(analysis: Analysis) -> Analysis:
    """The analysis with its header and the lines of its listings and statements; what the sidecar says goes before what the text shows."""
    source, analysis = analysis.document.source, analysis.with_(listed=listed_lines(analysis.text), stated=stated_lines(analysis.text))
    language = source.language or language_of(analysis.text)
    reason = unfit(analysis, _primary(language))
    span = headline(analysis)
    title = source.title or (span.of(analysis.text) if span else "")
    return analysis.with_(header=Header(
        title=title, title_span=span, published=source.published or published_on(analysis.text), language=language,
        kind="other" if reason else kind_of(analysis), notes=(reason,) if reason else (), readable=reason is None))


def entitle(analysis: Analysis) -> Analysis:
    """The analysis with a title where neither the sidecar nor the text gives one; the document's id where none can be made."""
    if analysis.header.title:
        return analysis
    made = made_title(analysis) if analysis.header.readable else None
    return analysis.with_(header=replace(analysis.header, title=made or analysis.document.id))


def _primary(language: str | None) -> str | None:
    """The language without its region: "en" of "en-GB"."""
    return language.replace("_", "-").split("-")[0].casefold() if language else None
