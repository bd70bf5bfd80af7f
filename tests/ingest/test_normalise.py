"""Every text gets one form."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.normalise import normalise
from tests.cases import cases

CASES = cases("ingest", "normalise")
LINES = st.lists(st.text(st.sampled_from("aB .-\"\u0301\u00ad\t\x07\x92é1"), max_size=60), max_size=12)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text_becomes_its_blocks(case):
    """The normalised text is the expected blocks with an empty line between two."""
    assert normalise(case["raw"]) == "\n\n".join(case["blocks"])


@given(st.one_of(st.text(), LINES.map("\n".join)))
def test_normalising_twice_changes_nothing(raw):
    """A normalised text is its own normalised form."""
    once = normalise(raw)
    assert normalise(once) == once


@given(st.text())
def test_a_normalised_text_has_one_form(raw):
    """It is NFC, without control characters, runs of blanks, or blanks at a line's ends."""
    text = normalise(raw)
    lines = text.split("\n") if text else []
    assert unicodedata.is_normalized("NFC", text)
    assert [line for line in lines[1::2] if line] == []
    assert [line for line in lines[::2] if line != " ".join(line.split()) or not line] == []
    assert [char for char in text if char != "\n" and unicodedata.category(char) == "Cc"] == []


@given(st.lists(st.text(st.sampled_from("abcdefgh"), min_size=3, max_size=9), min_size=80, max_size=120))
def test_wrapping_and_joining_gives_the_paragraph_back(words):
    """A paragraph that was wrapped to a width is one block again, whatever its words."""
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    assert normalise("\n".join([*lines, line])) == " ".join(itertools.chain(words))
