"""The index of a site and its pages' names."""

import gzip
import json
import shutil

import pytest

from generator.library import library_of
from generator.site import search
from generator.site.search import index_site
from tests.making import brief

BRIEFS = [brief("older", published="2030-01-01"), brief("newer", published="2031-01-01")]


@pytest.fixture
def made(tmp_path):
    """A site of two briefs and a company, indexed."""
    for name, words in (("older", "Wool is dear."), ("newer", "Wool is cheap."), ("acme", "Acme")):
        (tmp_path / f"{name}.html").write_text(f"<html lang=en><body><main data-pagefind-body><h1>{words}</h1></main>", encoding="utf-8")
    index_site(tmp_path, library_of(BRIEFS))
    return tmp_path


def names(site):
    """What each page is called."""
    pages = {path.stem: gzip.decompress(path.read_bytes()).removeprefix(search.MARK) for path in (site / "pagefind/fragment").iterdir()}
    return {json.loads(words)["url"]: name for name, words in pages.items()}


def test_pages_are_numbered_in_the_order_of_the_library(made):
    """The newest brief first, what is no brief last; the list of pages knows them by these names."""
    called = names(made)
    listed = gzip.decompress(next((made / "pagefind").glob("*.pf_meta")).read_bytes())
    assert sorted(called, key=called.get) == ["/newer.html", "/older.html", "/acme.html"]
    assert [name for name in called.values() if name.encode() not in listed] == []
    assert json.loads((made / "search/ids-0.json").read_text(encoding="utf-8")) == [called["/newer.html"], called["/older.html"]]


def test_another_list_of_pages_keeps_its_names(made, monkeypatch):
    """Where Pagefind writes its list otherwise, nothing is changed."""
    monkeypatch.setattr(search, "NAME", search.re.compile(rb"x(en_[0-9a-f]{7})"))
    shutil.rmtree(made / "pagefind")
    index_site(made, library_of(BRIEFS))
    assert [name for name in names(made).values() if name.endswith(("0000", "0001", "0002"))] == []
