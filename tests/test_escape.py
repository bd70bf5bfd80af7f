"""Untrusted text in Markdown: it comes out as it went in, and as nothing else."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.escape import escape_markdown, safe_url

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKS = st.sampled_from("`*_[]()<>|~{}\\#+-=.!&;:$'\"\t\n\r1 ")
TEXT = st.text(st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), MARKS), max_size=80)
PAYLOADS = yaml.safe_load((Path(__file__).parent / "cases" / "payloads.yml").read_text(encoding="utf-8"))


def spoken(tokens):
    """The words of a line's tokens, and the names of the tokens that are no words."""
    text = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    return text, [token.type for token in tokens if token.type not in ("text", "text_special")]


def with_examples(test):
    for payload in PAYLOADS:
        test = example(payload)(test)
    return test


@with_examples
@given(TEXT.filter(bool))
def test_a_paragraph_says_exactly_the_text(text):
    """As a paragraph it is one paragraph of that text."""
    tokens = READER.parse(escape_markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert spoken(tokens[1].children) == (text, [])


@with_examples
@given(TEXT.filter(bool))
def test_a_table_cell_says_exactly_the_text(text):
    """As a cell it leaves the table as wide as it was."""
    cell = escape_markdown(text)
    tokens = READER.parse(f"| a | b |\n| --- | --- |\n| {cell} | {cell} |\n")
    cells = [spoken(token.children) for token in tokens if token.type == "inline"]
    assert cells == [("a", []), ("b", []), (text, []), (text, [])]


@with_examples
@given(TEXT.filter(bool))
def test_headings_list_items_quotations_and_links_say_exactly_the_text(text):
    """As any other part of a page it opens nothing."""
    shown = escape_markdown(text)
    tokens = READER.parse(f"## {shown}\n\n- {shown}\n\n> {shown}\n\n[{shown}](x.md)\n")
    said = [spoken(token.children) for token in tokens if token.type == "inline"]
    assert said == [(text, []), (text, []), (text, []), (text, ["link_open", "link_close"])]


def test_prices_and_names_stay_readable():
    """What needs no escape has none, so that people can read the file."""
    text = "AT&T’s sales rose 8% (year-on-year) to $38.6 billion; guidance: $40-$41."
    assert escape_markdown(text) == text


@pytest.mark.parametrize(("text", "expected"), [
    ("see https://a.example", "see https&#58;//a.example"), ("www.a.example", "www&#46;a.example"), (":tea:", "&#58;tea:"),
    ("{{ x }}", "&#123;&#123; x &#125;&#125;"), ("a\x00b", "a�b"), ("\u202eab", "&#8238;ab")])
def test_what_code_hosts_add_is_broken_too(text, expected):
    """Bare addresses, emoji codes, templates and turns of direction are shown as they are."""
    assert escape_markdown(text) == expected


@pytest.mark.parametrize(("url", "expected"), [
    ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"), ("https://a.example/(b) \"c\">", "https://a.example/%28b%29%20%22c%22%3E"),
    ("javascript:alert(1)", None), ("JaVaScRiPt://a.example/%0aalert(1)", None), ("data:text/html,x", None), ("//a.example", None),
    ("https://a b", None), ("https:", None), ("https://[", None), ("", None), (None, None)])
def test_only_web_pages_are_linked(url, expected):
    """An address of another scheme is no link, and none can end a link early."""
    assert safe_url(url) == expected
