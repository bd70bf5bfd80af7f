import pytest

from generator.analyse import analyse
from generator.analyse.fitness import language_of
from generator.analyse.published import published_on
from generator.models import Document, Source
from tests.reading import cases, read


@pytest.mark.parametrize("case", cases("header", "published"), ids=lambda case: case["why"])
def test_published(case):
    """The day is what the text tells, and unknown where it does not decide."""
    assert published_on(case["text"]) == case["day"]


@pytest.mark.parametrize("case", cases("header", "unfit"), ids=lambda case: case["why"])
def test_unfit(case):
    """A document that is not English prose says why it has no items."""
    header = read(case["text"]).header
    assert header.readable == (case["reason"] is None)
    assert [case["reason"] in note for note in header.notes] == ([] if header.readable else [True])


@pytest.mark.parametrize("case", cases("header", "titles"), ids=lambda case: case["why"])
def test_title(case):
    """The title is the headline, or made of the text's own words."""
    assert read(case["text"]).header.title == case["title"]


@pytest.mark.parametrize("case", cases("header", "kinds"), ids=lambda case: case["kind"])
def test_kind(case):
    """The kind is that of the words that weigh most."""
    assert read(case["text"]).header.kind == case["kind"]


def test_sidecar_first():
    """What is known from outside goes before what the text shows."""
    source = Source(path="seeds/a.txt", media_type="text/plain", sha256="0" * 64, title="Given", published="2020-01-02", language="en-GB")
    header = analyse(Document(id="a", text="A headline of words\n\nMay 3, 2021\n\nSales rose by a third.", source=source)).header
    assert (header.title, str(header.published), header.language) == ("Given", "2020-01-02", "en-GB")


def test_empty():
    """A document without a word has its id for a title, and no items."""
    header = read("").header
    assert (header.title, header.readable) == ("case", False)


def test_language_of_few_words():
    """A few words of a Latin alphabet tell no language."""
    assert language_of("Revenue 2024") is None
