"""People with their roles, sentence by sentence; the cases stand in tests/cases/people."""

import pytest

from generator.extract import people
from tests.language import analysed, cases


@pytest.mark.parametrize("case", cases("people"))
def test_people_of_a_sentence(case):
    """Who is named, as what, and of what."""
    found = people.extract(analysed(case["text"]))
    assert [{"name": person.name, "role": person.role, "organisation": person.organisation} for person in found] == case.get("people", [])
