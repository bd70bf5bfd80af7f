import pytest

from generator.extract import events
from generator.grounding import refusal
from tests.reading import cases, read


@pytest.mark.parametrize("case", cases("events", "found"), ids=lambda case: case["text"][:40])
def test_found(case):
    """A dated happening is an event; a figure of a period, a length of time and a name with a year are none."""
    found = events.extract(read(case["text"]))
    assert [[event.date.text, event.text] for event in found] == case["events"]


def test_order_and_grounding():
    """Events come in the order of the text, and their words are those of their sentences."""
    analysis = read("Quillfeather closed its shop in May 2020.\n\nIt had opened the shop in June 2018.")
    found = events.extract(analysis)
    assert [event.date.text for event in found] == ["May 2020", "June 2018"]
    assert [refusal(event, analysis.text) for event in found] == [None, None]


def test_unknown_days_stay_words():
    """A weekday without a known publication date has no days."""
    found = events.extract(read("Quillfeather sued its supplier on Friday."))
    assert [(event.date.text, event.date.start) for event in found] == [("Friday", None)]
