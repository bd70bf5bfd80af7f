"""The metrics of a document: every quantitative statement about a company, market or economy.

A sentence's way: `amounts` finds amounts in its characters, `filters` leaves those that measure something, `roles` tells
levels from changes, `rows` joins figures that are one fact, `names`, `entity`, `period` and `status` say of what, whose, when
and how certain; `facts` puts it together. `tables` reads the rows of tables, `reporting`
gives them the time that the document is about, and `surprise` sets actual against expected.
"""

from generator.analysis import Analysis
from generator.extract.metrics.background import background_of
from generator.extract.metrics.reporting import with_periods
from generator.extract.metrics.retold import without_retold
from generator.extract.metrics.sentences import metrics_of_sentences
from generator.extract.metrics.surprise import with_surprises
from generator.extract.metrics.tables import metrics_of_tables
from generator.models import Metric


def extract(analysis: Analysis) -> list[Metric]:
    """The metrics of a document, in the order of the text; those that others can be set against have provisional ids."""
    background = background_of(analysis)
    found = [*metrics_of_sentences(analysis, background), *metrics_of_tables(analysis, background)]
    found.sort(key=lambda metric: metric.evidence[0].start)
    found = with_periods(without_retold(found), analysis)
    return with_surprises([metric.model_copy(update={"id": f"m{number}"}) if metric.status == "consensus" else metric
                           for number, metric in enumerate(found)])
