from datetime import date

import pytest

from generator.analyse import analyse
from generator.analyse.dates import find_dates
from tests.cases import cases
from tests.factory import document


@pytest.mark.parametrize("case", cases("dates", "resolved"), ids=lambda case: case["name"])
def test_days_of_an_expression(case):
    """An expression of time is found whole and, where its days can be known, resolved to them."""
    made = document(case["text"])
    made = made.model_copy(update={"source": made.source.model_copy(update={"published": date(2025, 2, 21)})})
    dates = analyse(made).dates
    found = [[mention.text, *(str(day) if day else None for day in (mention.first_day, mention.last_day))] for mention in dates]
    assert found == case["found"]


def test_without_a_publication_date_only_absolute_days_are_known():
    """What counts from the day of publication stays words."""
    analysis = find_dates(analyse(document("Sales rose last year, and in October 2019.")))
    assert [(mention.text, mention.first_day) for mention in analysis.dates] == [("last year", None), ("October 2019", date(2019, 10, 1))]
