"""Two renderings, one truth: the Markdown and the HTML of a brief state the same facts."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from generator.library import library_of
from generator.models import Span
from generator.pages import pages_of
from generator.render import render_html
from generator.site.briefs import single
from generator.site.context import Site
from generator.site.pages import SitePage
from generator.wording import computed, label, move, surprise
from tests.making import brief, change, event, metric, organisation, person, quote, risk

TEXT = "Vellmora’s revenue rose 8% to $5 billion.\n\nAnalysts expected $4.9 billion.\n\nRates may hurt, said Mira Solberg."
FIRST, SECOND, THIRD = (Span(start=TEXT.index(part), end=TEXT.index(part) + len(part)) for part in TEXT.split("\n\n"))


class Words(HTMLParser):
    """The ids and the words of a page."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.words = set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.ids |= {value for key, value in attrs if key == "id"}

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="module")
def library():
    """A brief with an item of each kind, and one that is related to it."""
    expected = metric("Vellmora", 4.9e9, id="metric-2", value_text="$4.9 billion", status="consensus", evidence=(SECOND,))
    reported = metric("Vellmora", 5e9, id="metric-1", value_text="five billion dollars", change=change(8), evidence=(FIRST,),
                      days=("2031-01-01", "2031-03-31"), previous={"value": 4.6e9, "unit": "USD"},
                      equivalents=({"value": 4.4e9, "unit": "EUR", "text": "4.4 billion euros"},),
                      surprise={"value": 2.04, "unit": "percent", "against": "metric-2"})
    return library_of([brief(
        "a", title="Vellmora grows", about="Vellmora", published="2031-02-20", text=TEXT, url="https://news.example/a",
        key_points=({"id": "point-1", "text": "Vellmora’s revenue rose 8%", "evidence": (FIRST,)},), metrics=(reported, expected),
        people=(person("Mira Solberg", "Vellmora", "chairwoman", id="person-1", evidence=(THIRD,)),),
        organisations=(organisation("Vellmora", "Vellmora Group", id="organisation-1", evidence=(FIRST,)),),
        risks=(risk("Rates may hurt", id="risk-1", evidence=(THIRD,)),),
        quotes=(quote("Mira Solberg", "Rates may hurt", id="quote-1", role="chairwoman", evidence=(THIRD,)),),
        events=(event("2031-02-01", "Vellmora’s revenue rose", id="event-1", evidence=(FIRST,)),)),
        brief("b", title="Vellmora again", about="Vellmora")])


@pytest.fixture(scope="module")
def html(library):
    """The HTML of the brief."""
    page = next(one for one in single(library, Site(name="Test", description="")) if isinstance(one, SitePage) and one.path == "a")
    return Words(render_html(page.template, link=lambda path: path, **page.context))


@pytest.fixture(scope="module")
def markdown(library):
    """The HTML that a code host makes of the brief's Markdown."""
    body = pages_of(library)["a.md"].split("---\n", 2)[2]
    return Words(MarkdownIt("commonmark", {"html": True}).enable("table").render(body))


def facts(library):
    """What both must state: ids, and words."""
    one = library.briefs[0]
    yield from (item.id for _, item in one.items())
    for item in one.metrics:
        yield from (item.value_text, computed(item), item.label, item.entity, item.status if item.status != "actual" else "")
        yield from (other.text for other in item.equivalents)
        yield surprise(item)
        yield from (move(item.change)[:2] if item.change else ())
    for item in (*one.risks, *one.quotes, *one.events, *one.key_points):
        yield getattr(item, "statement", None) or item.text
    yield from (label(item.category, "categories") for item in one.risks)
    yield from (words for item in one.people for words in (item.name, item.role, item.organisation))
    yield from (words for item in one.organisations for words in (item.name, *item.aliases))
    yield from (one.title, "Vellmora again", "20 February 2031", *TEXT.split("\n\n"))


def test_both_state_the_same_facts(library, html, markdown):
    """Every item has its anchor in both, and its words stand in both."""
    said = {words for words in facts(library) if words}
    ids = {item.id for _, item in library.briefs[0].items()}
    assert (ids - html.ids, ids - markdown.ids) == (set(), set())
    assert [words for words in sorted(said - ids) if not (present(words, html) and present(words, markdown))] == []


def present(words, page):
    """Whether a page says the words, in a heading or elsewhere; between two of its elements there is a blank."""
    return re.sub(r"\s", "", words).casefold() in re.sub(r"\s", "", page.text).casefold()
