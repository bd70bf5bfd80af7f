"""`Analysis` -> facts: one module per kind of fact, each with ``extract(analysis) -> list of facts``.

`EXTRACTORS` is the order. A later one may read the facts of an earlier one in ``analysis.facts``.
"""

from generator.analysis import Analysis
from generator.extract import events, key_points, metrics, organisations, people, quotes, risks
from generator.models import Facts

EXTRACTORS = (
    ("people", people.extract),
    ("organisations", organisations.extract),
    ("metrics", metrics.extract),
    ("quotes", quotes.extract),
    ("risks", risks.extract),
    ("events", events.extract),
    ("key_points", key_points.extract),
)


def extract(analysis: Analysis) -> Facts:
    """All facts of a document, ungated: `assemble` decides what is shown. None of one that cannot be read."""
    if not analysis.header.readable:
        return Facts()
    for kind, extractor in EXTRACTORS:
        analysis = analysis.with_facts(kind, extractor(analysis))
    return analysis.facts
