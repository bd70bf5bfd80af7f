"""Quotation marks, whatever their kind and number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.quotes.marks import find_marks
from tests.timing import growth


def inner(text: str) -> list[str]:
    """The words of each quoted stretch."""
    return [region.inner.of(text) for region in find_marks(text).regions]


@pytest.mark.parametrize(("text", "expected"), [
    ('He said "yes" and "no".', ["yes", "no"]),
    ("He said “yes” and “no”.", ["yes", "no"]),
    ("He said ``yes'' and left.", ["yes"]),
    ("''Yes,'' he said. ''And no.''", ["Yes,", "And no."]),
    ("He said ‘yes, indeed,’ and left.", ["yes, indeed,"]),
    ("The companies’ profits and the firm's ‘golden’ year.", ["golden"]),
    ('A 5" pipe.\n\n"It burst," he said.', ["It burst,"]),
    ('"One. \n\n"Two," he said.', ["One.", "Two,"]),
    ('"One, "he said. "Two, "he said.', ["One,", "Two,"]),
    ("“A “nested” one”", ["A", "nested"]),
    ("He said 'yes, indeed,' and left.", ["yes, indeed,"]),
    ("' Yes, indeed, ' he said.", ["Yes, indeed,"]),
    ("He told the firm's owners: 'We aren't done.'", ["We aren't done."]),
    ("The firms' profits of the '90s, and the workers' 'golden' year.", ["golden"]),
    ("'Twas the year of the firms' losses and the workers' gains.", []),
    ('"He said \'yes\' to it," she said.', ["He said 'yes' to it,"]),
    ("No marks at all.", []),
])
def test_quoted_stretches(text, expected):
    """What stands in marks, without them."""
    assert inner(text) == expected


@given(st.text(alphabet="ab.,? \n\"“”„«»‘’'`—", max_size=80))
def test_stretches_are_in_order_and_apart(text):
    """No mark, however odd, makes two stretches overlap or leave the text."""
    regions = find_marks(text).regions
    assert all(0 <= region.start <= region.inner.start < region.inner.end <= region.end <= len(text) for region in regions)
    assert all(first.end <= second.start for first, second in pairwise(regions))


@pytest.mark.parametrize("piece", ['"', "“", "”", "‘a ", '"a ', "“A b. ", '"A b.\n\n'])
def test_time_is_linear_in_the_marks(piece):
    """Four times the marks take about four times as long."""
    assert growth(lambda size: find_marks(piece * size), 5_000, times=4) < 12
