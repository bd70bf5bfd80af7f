"""The Markdown pages of a library: complete, linked, and without anything that a document could have slipped in."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from markdown_it import MarkdownIt

from generator.library import library_of
from generator.models import Span
from generator.pages import PER_PAGE, listing, pages_of
from generator.render import MARK
from tests.making import brief, change, event, metric, organisation, person, quote, risk

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PAYLOADS = yaml.safe_load((Path(__file__).parent / "cases" / "payloads.yml").read_text(encoding="utf-8"))
QUARTER = ("2031-01-01", "2031-03-31")
OURS = re.compile(r'<a id="[\w-]+">|</a>')


def full_brief(name, words, **parts):
    """A brief with an item of each kind, and ``words`` in every field that a document fills."""
    text = f"{words}\n\nSales rose. {words}"
    span = (Span(start=0, end=len(text)),)
    number = metric(words, 5e9, label=words, value_text=words, unit=words, days=QUARTER, change=change(8, unit=words), evidence=span)
    return brief(
        name, title=words, summary=words, text=text, about=words, url=words, notes=(words,),
        key_points=({"id": "point-1", "text": words, "evidence": span},), metrics=(number,),
        people=(person(words, words, words, aliases=(f"{words} 2",), evidence=span),), organisations=(organisation(words, f"{words} 3"),),
        risks=(risk(words, evidence=span),), quotes=(quote(words, words, role=words, organisation=words),),
        events=(event("2031-02-01", words),), **parts)


def two_briefs(words):
    return library_of([full_brief("a", words, published="2031-02-01"), full_brief("b c", words)])


def front_matter(text):
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def inlines(body):
    return [child for token in READER.parse(body) for child in token.children or ()]


@pytest.mark.parametrize("words", PAYLOADS)
def test_no_page_holds_anything_but_what_the_templates_put_there(words):
    """No HTML but our anchors, no link but to a page of the library, no code, no image, and the front matter is what it was."""
    pages = pages_of(two_briefs(words))
    for path, text in pages.items():
        head, body = front_matter(text)
        tokens = inlines(body)
        assert MARK.split(": ")[1] == head["generated"]
        assert all(OURS.fullmatch(token.content) for token in tokens if token.type == "html_inline")
        assert not {token.type for token in READER.parse(body)} & {"html_block", "code_block", "fence"}
        assert {token.type for token in tokens} <= {"text", "text_special", "link_open", "link_close", "html_inline", "code_inline"}
        targets = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
        assert all(reachable(target, path, pages) for target in targets), (path, targets)


def reachable(target, here, pages):
    """Whether a link leads to a page or file of the library and to an anchor that is there, or is the original's."""
    if target.startswith("https://a.example"):
        return True
    path, _, anchor = unquote(target).partition("#")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    if place == "brief.schema.json":
        return True
    if place.endswith(".json"):
        return place.removesuffix(".json") + ".md" in pages
    return place in pages and (not anchor or f'<a id="{anchor}">' in pages[place])


@pytest.mark.parametrize("words", ["Vellmora", "x" * 5000, "شركة المثال", "例示株式会社", "<b>|`*[x](y)`"])
def test_titles_survive(words):
    """The title of a page is the front matter's and the heading's, character for character."""
    head, body = front_matter(pages_of(two_briefs(words))["a.md"])
    heading = next(token for token in READER.parse(body) if token.type == "inline")
    assert (head["title"], "".join(child.content for child in heading.children)) == (words, words)


def test_every_page_can_be_reached_from_the_index():
    """No page is an orphan."""
    pages = pages_of(two_briefs("Vellmora"))
    seen, ahead = set(), ["index.md"]
    while ahead:
        here = ahead.pop()
        seen.add(here)
        for token in inlines(front_matter(pages[here])[1]):
            target = unquote(str(token.attrs.get("href", "")).partition("#")[0])
            place = posixpath.normpath(posixpath.join(posixpath.dirname(here), target)) if target else here
            if place in pages and place not in seen:
                ahead.append(place)
    assert seen == set(pages)


def test_a_brief_states_all_its_items():
    """Every item has its anchor, its words and its evidence."""
    page = pages_of(library_of([brief(
        "a", title="Vellmora grows", about="Vellmora", published="2031-02-20", url="https://news.example/(a)?x=1&y=2",
        text="Revenue rose 8% to $5 billion.\n\nRates may hurt, said Mira Solberg.",
        metrics=(metric("Vellmora", 5e9, id="metric-1", value_text="$5 billion", change=change(8), days=QUARTER),),
        quotes=(quote("Mira Solberg", "Rates may hurt", id="quote-1", evidence=(Span(start=33, end=50),)),),
        risks=(risk("Rates may hurt", id="risk-1", evidence=(Span(start=33, end=50),)),))]))["a.md"]
    assert '| <a id="metric-1"></a>revenue | [Vellmora](companies/vellmora.md) | $5 billion | ▲ +8% on the year |' in page
    assert '- <a id="risk-1"></a>Rates may hurt (possible) [¶2](#p2)' in page
    assert '> <a id="quote-1"></a>Rates may hurt\n>\n> — Mira Solberg; indirect [¶2](#p2)' in page
    assert "[original](https://news.example/%28a%29?x=1&amp;y=2)" in page
    assert "> <a id=\"p2\"></a>¶2 Rates may hurt, said Mira Solberg." in page


def test_a_source_that_is_not_published_is_not_cited():
    """Without source text there are no links into it."""
    assert "¶" not in pages_of(library_of([brief("a", text="", risks=(risk("Rates may hurt"),))]))["a.md"]


def test_long_lists_go_on_over_several_pages():
    """The pages of a list hold every row once, in order, and lead to each other."""
    parts = dict(listing("quotes/index", range(2 * PER_PAGE + 1)))
    assert list(parts) == ["quotes/index", "quotes/index_2", "quotes/index_3"]
    assert [row for part in parts.values() for row in part.rows] == list(range(2 * PER_PAGE + 1))
    assert [(part.previous, part.next) for part in parts.values()] == [
        (None, "quotes/index_2"), ("quotes/index", "quotes/index_3"), ("quotes/index_2", None)]


def test_a_library_without_briefs_has_its_pages():
    """All lists are there, empty."""
    lists = ("briefs", "companies", "data", "metrics", "people", "quotes", "risks", "timeline")
    assert sorted(pages_of(library_of([]))) == sorted(["index.md", "method.md", *(f"{name}/index.md" for name in lists)])
