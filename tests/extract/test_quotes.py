"""Statements and their speakers, sentence by sentence; the cases stand in tests/cases/quotes."""

import pytest

from generator.extract import people, quotes
from tests.language import analysed, cases


@pytest.mark.parametrize("case", cases("quotes"))
def test_quotes_of_a_sentence(case):
    """Who said what, and in which form."""
    analysis = analysed(case["text"])
    found = quotes.extract(analysis.with_facts("people", people.extract(analysis)))
    actual = [{"speaker": quote.speaker, "kind": quote.kind, "text": quote.text} for quote in found]
    assert actual == case.get("quotes", [])
