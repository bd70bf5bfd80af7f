"""Markdown is read without its markup."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SeedError
from generator.ingest.markdown import read_markdown
from generator.ingest.markup import visible
from generator.ingest.normalise import normalise
from tests.cases import cases

CASES = cases("ingest", "markdown")
WHERE = Path("seeds/x.md")


@pytest.mark.parametrize("case", [case for case in CASES if "blocks" in case], ids=lambda case: case["name"])
def test_markdown_becomes_its_words(case):
    """The words stay, block by block, and the front matter becomes meta data."""
    content = read_markdown(case["raw"].encode(), WHERE)
    assert (normalise(content.text).split("\n\n"), content.meta.model_dump(mode="json", exclude_none=True)) == (
        case["blocks"], case.get("meta", {}))


@pytest.mark.parametrize("case", [case for case in CASES if "error" in case], ids=lambda case: case["name"])
def test_bad_front_matter_is_refused_by_line(case):
    """One message names file, line, reason and remedy."""
    with pytest.raises(SeedError) as caught:
        read_markdown(case["raw"].encode(), WHERE)
    assert caught.value.message == case["error"]


def test_every_case_is_one_of_the_two():
    """No case is passed over."""
    assert [case["name"] for case in CASES if ("blocks" in case) == ("error" in case)] == []


@given(st.text(st.sampled_from("ab <>/!-&;#*_[]()`|\n\\\"'=scriptyle"), max_size=300))
def test_any_markdown_is_read(raw):
    """No markup, however broken, stops the reader, except front matter that is none."""
    if not raw.startswith("---"):
        assert isinstance(read_markdown(raw.encode(), WHERE).text, str)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<script>", "</script>", "<!--", "-->", "<td", ">", "seen", "&lt;b&gt;", "<br/>", "\n"])))
def test_what_is_shown_of_html_has_no_tags(parts):
    """No whole tag is left in the words, unless the source spells it with entities."""
    shown = visible("".join(part for part in parts if part != "&lt;b&gt;"))
    assert [tag for tag in ("<p>", "</p>", "<script>", "<br/>") if tag in shown] == []
