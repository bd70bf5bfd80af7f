"""The word lists hold words."""

from collections.abc import Iterator

import pytest

from generator.lexicon import load
from tests.conftest import ROOT

NAMES = sorted(path.stem for path in (ROOT / "generator" / "lexicon").glob("*.yml"))


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


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_read_as_a_truth_value(name):
    """A list says true or false only where it means it."""
    assert [word for word in scalars(load(name)) if word is False] == []


def test_off_is_a_word():
    """YAML would read "off" as false; here it is what shares are."""
    assert True in {word == "off" for word in scalars(load("directions"))}
