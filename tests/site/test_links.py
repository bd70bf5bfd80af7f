"""The whole built site of the examples: no broken link or anchor, no page that nothing leads to."""

from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

pytestmark = pytest.mark.slow
ALONE = {"404.html", "index.html"}
"""Pages that are reached without a link: the server's answer to a wrong address, and the first one."""


class Links(HTMLParser):
    """The addresses that a page names, its anchors, and ids that stand twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if found.get("id"):
            self.anchors.append(str(found["id"]))
        for name in ("href", "src", "action"):
            if found.get(name) is not None:
                self.links.append(str(found[name]))


@pytest.fixture(scope="module")
def pages(example_site) -> dict[str, Links]:
    found = sorted(example_site.rglob("*.html"))
    return {path.relative_to(example_site).as_posix(): Links(path.read_text(encoding="utf-8")) for path in found}


def targets(pages: dict[str, Links]) -> list[tuple[str, str, str, str]]:
    """Every link inside the site: page, link, path, anchor."""
    found = []
    for page, links in pages.items():
        for link in links.links:
            address = urlsplit(urljoin(f"http://site/{page}", link))
            if address.scheme == "http" and address.netloc == "site":
                found.append((page, link, unquote(address.path).lstrip("/") or "index.html", unquote(address.fragment)))
    return found


def test_no_link_is_broken(pages, example_site):
    """Each link leads to a page or file that is there."""
    assert [(page, link) for page, link, path, _ in targets(pages) if not (example_site / path).is_file()] == []


def test_no_anchor_is_broken(pages):
    """Each fragment is the id of something on its page."""
    anchors = {page: set(links.anchors) for page, links in pages.items()}
    assert [(page, link) for page, link, path, anchor in targets(pages) if anchor and path in anchors and anchor not in anchors[path]] == []


def test_no_id_stands_twice(pages):
    """An anchor leads to one place."""
    assert {page: links.anchors for page, links in pages.items() if len(links.anchors) != len(set(links.anchors))} == {}


def test_no_page_is_an_orphan(pages):
    """Every page is linked from another."""
    linked = {path for page, _, path, _ in targets(pages) if path != page}
    assert sorted(pages.keys() - linked - ALONE) == []


def test_nothing_tells_the_machine(pages, example_site):
    """No page names a folder of the machine that built it."""
    folder = str(example_site.parent)
    assert [page for page in pages if folder in (example_site / page).read_text(encoding="utf-8")] == []
