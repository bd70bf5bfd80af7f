"""Numbers that people enter are those of the words that they rest on."""

import pytest

from generator.models import Metric, Span
from generator.stated import unstated

CASES = [
    ("Revenue was 84.6 million euros.", 84_600_000, None),
    ("Revenue was 84.6 million euros.", 86_400_000, 86_400_000),
    ("It sold 1,150 mills.", 1150, None),
    ("The dividend is 45p.", 0.45, None),
    ("The loss was $12m.", -12_000_000, None),
    ("Sales fell by a fifth.", 20, None),
    ("Sales fell by half.", 50, None),
    ("Profit doubled.", 100, None),
    ("In the third quarter and the first half, profit rose 5%.", 7, 7),
    ("Profit rose 5%.", 7, 7),
]


@pytest.mark.parametrize(("words", "value", "wanted"), CASES)
def test_a_number_is_stated_by_its_digits(words, value, wanted):
    """The digits tell, whatever the scale; numbers in words are left to people."""
    metric = Metric(metric="other", label="x", entity=None, value=value, unit=None, value_text=words, status="actual",
                    evidence=(Span(start=0, end=len(words)),))
    assert unstated(metric, words) == wanted
