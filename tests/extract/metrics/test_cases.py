"""Sentences and the rows that they state: `tests/cases/metrics/*.yml`. Adding a case needs no code.

A case holds `name`, `text` and `rows`, and `published` where time matters. A row names the fields that are compared; `change`,
`change_unit`, `direction`, `basis`, `period`, `days`, `previous`, `range`, `equivalents` and `surprise` stand for what they hold.
"""

from datetime import date
from typing import Any

import pytest

from generator.analyse import analyse
from generator.extract.metrics import extract
from generator.models import Metric
from tests.cases import CASES, cases
from tests.factory import document

FILES = sorted(path.stem for path in (CASES / "metrics").glob("*.yml"))
SENTENCES = [pytest.param(case, id=f"{name}: {case['name']}") for name in FILES for case in cases("metrics", name)]


def flat(metric: Metric) -> dict[str, Any]:
    """A metric with its parts side by side."""
    row = metric.model_dump()
    change = row.pop("change") or {}
    return {
        **row, "change": change.get("value"), "change_unit": change.get("unit"), "direction": change.get("direction"),
        "basis": change.get("basis"),
        "period": metric.period.text if metric.period else None,
        "days": f"{metric.period.start} {metric.period.end}" if metric.period and metric.period.start else None,
        "previous": metric.previous.value if metric.previous else None,
        "range": [metric.range.low, metric.range.high] if metric.range else None,
        "equivalents": [other.text for other in metric.equivalents],
        "surprise": metric.surprise.value if metric.surprise else None,
    }


def found(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that are found in the text of a case."""
    made = document(case["text"])
    if "published" in case:
        made = made.model_copy(update={"source": made.source.model_copy(update={"published": date.fromisoformat(case["published"])})})
    return [flat(metric) for metric in extract(analyse(made))]


@pytest.mark.parametrize("case", SENTENCES)
def test_rows_of_a_sentence(case):
    """A text states exactly the rows of its case."""
    rows = found(case)
    if len(rows) == len(case["rows"]):
        rows = [{field: row[field] for field in wanted} for row, wanted in zip(rows, case["rows"], strict=True)]
    assert rows == case["rows"]
