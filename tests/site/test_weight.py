"""What a page weighs over the wire, packed as servers pack it."""

import gzip
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
SCRIPTS_AND_STYLES = ("assets/site.css", "assets/site.js", "assets/theme.js")
BEFORE_SEARCH, PAGE, SEARCH = 25_000, 60_000, 10_000


def packed(site: Path, *names: str) -> int:
    return sum(len(gzip.compress((site / name).read_bytes(), mtime=0)) for name in names)


def test_scripts_and_styles(example_site):
    """All that a page loads before the search is opened."""
    assert packed(example_site, *SCRIPTS_AND_STYLES) <= BEFORE_SEARCH


def test_the_search(example_site):
    """Our part of the search."""
    assert packed(example_site, "assets/search.js", "assets/query.js") <= SEARCH


def test_every_page(example_site):
    """No page with its scripts and styles is heavier than a page may be, whatever its document."""
    common = packed(example_site, *SCRIPTS_AND_STYLES)
    pages = sorted(path.relative_to(example_site).as_posix() for path in example_site.rglob("*.html"))
    assert [(page, weight) for page in pages if (weight := common + packed(example_site, page)) > PAGE] == []
