"""What a document says of itself: headline, publication date, language, kind."""

from generator.analysis import Analysis, Header


def read_header(analysis: Analysis) -> Analysis:
    """The analysis with its header; what the sidecar says goes before what the text shows."""
    source = analysis.document.source
    first = analysis.sentences[0] if analysis.sentences else None
    title = source.title or (analysis.text[first.start:first.end] if first else analysis.document.id)
    return analysis.with_(header=Header(title=title[:160], published=source.published, language=source.language or "en"))
