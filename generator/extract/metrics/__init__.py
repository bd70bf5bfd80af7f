"""The metrics of a document: every quantitative statement about a company, market or economy.

A sentence's way: `amounts` finds amounts in its characters, `filters` leaves those that measure something, `roles` tells
levels from changes, `rows` joins figures that are one fact, `names`, `entity`, `period` and `status` say of what, whose, when
and how certain; `facts` puts it together. `tables` reads the rows of tables and `listings` the lines of listings of rates and
prices, `statements` those of results as agencies wire them; `reporting` gives metrics the time that the document is about, and
`surprise` sets actual against expected.
"""

from bisect import bisect_right

from generator.analysis import Analysis
from generator.extract.metrics.background import background_of
from generator.extract.metrics.listings import metrics_of_listings
from generator.extract.metrics.reporting import with_periods
from generator.extract.metrics.retold import without_retold
from generator.extract.metrics.sentences import metrics_of_sentences
from generator.extract.metrics.statements import metrics_of_statements
from generator.extract.metrics.surprise import with_surprises
from generator.extract.metrics.tables import metrics_of_tables
from generator.models import Metric


def extract(analysis: Analysis) -> list[Metric]:
    """The metrics of a document, in the order of the text; those that others can be set against have provisional ids."""
    background = background_of(analysis)
    found = [*metrics_of_sentences(analysis, background), *metrics_of_tables(analysis, background)]
    found.sort(key=lambda metric: metric.evidence[0].start)
    found = with_periods(without_retold(found), analysis)
    listed, stated = metrics_of_listings(analysis, background), metrics_of_statements(analysis, background)
    found = _with_lines(analysis.text, found, listed, [metric.evidence[0].start for metric in listed])
    found = _with_lines(analysis.text, found, stated, [line.start for line in analysis.stated])
    return with_surprises([metric.model_copy(update={"id": f"m{number}"}) if metric.status == "consensus" else metric
                           for number, metric in enumerate(found)])


def _with_lines(text: str, found: list[Metric], read: list[Metric], places: list[int]) -> list[Metric]:
    """The metrics with those read in lines of a listing or a statement, in place of what was read in these as in prose.

    Args:
        places: where in ``text`` each of the lines is, in its order.
    """
    if not places:
        return found
    starts = [text.rfind("\n", 0, place) + 1 for place in places]
    ends = [text.find("\n", start) % (len(text) + 1) for start in starts]
    prose = [metric for metric in found if (place := bisect_right(starts, metric.evidence[0].start)) == 0
             or metric.evidence[0].start >= ends[place - 1]]
    return sorted([*prose, *read], key=lambda metric: metric.evidence[0].start)
