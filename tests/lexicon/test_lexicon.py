"""The word lists hold words."""

from collections.abc import Iterator

import pytest

from generator.lexicon import load
from tests.conftest import ROOT

NAMES = sorted(path.stem for path in (ROOT / "generator" / "lexicon").glob("*.yml"))
A_LINE = 200
"""A text longer than this holds a list of words."""


def scalars(data: object) -> Iterator[object]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from scalars(value)
    elif isinstance(data, list):
        for value in data:
            yield from scalars(value)
    else:
        yield data


def entries(data: object) -> Iterator[list[object]]:
    """The entries of every list; a text of words that a blank divides is one, too."""
    if isinstance(data, dict):
        for value in data.values():
            yield from entries(value)
    elif isinstance(data, list):
        yield data
        for value in data:
            if not isinstance(value, str):
                yield from entries(value)
    elif isinstance(data, str) and len(data) > A_LINE:
        yield list(data.split())


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_read_as_a_truth_value(name):
    """A list says true or false only where it means it."""
    assert [word for word in scalars(load(name)) if word is False] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_list_holds_an_entry_twice(name):
    """Whoever looks for a word finds its one place."""
    assert [entry for listed in entries(load(name)) for at, entry in enumerate(listed) if entry in listed[:at]] == []


def test_off_is_a_word():
    """YAML would read "off" as false; here it is what shares are."""
    assert True in {word == "off" for word in scalars(load("directions"))}
