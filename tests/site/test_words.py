"""Words as the search compares them."""

import pytest
import yaml

from generator.site.words import words
from tests.conftest import ROOT

FOUND = yaml.safe_load((ROOT / "tests" / "cases" / "words" / "words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case["text"])
def test_words(case):
    """Endings, accents, possessives and idle zeros make no difference."""
    assert list(words(case["text"])) == case["words"]
