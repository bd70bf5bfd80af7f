"""The example library, built once and served from this machine, and a browser whose page must stay quiet."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.site.commands import build_site
from tests.browser.install import find_browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def build_library(folder: Path, seeds: Path) -> Path:
    """A library of the seeds in a new folder, and its site: the folder of the site."""
    shutil.copytree(seeds, folder / "seeds")
    (folder / "briefs").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Examples\nsite_description: What the tests read.\nsite_url: https://example.org/\ndocs_dir: briefs\n"
        "repo_url: https://example.org/repository\nedit_uri: edit/main/briefs/\nstrict: true\nplugins: [briefs]\n", encoding="utf-8")
    build_site(folder / "mkdocs.yml")
    return folder / "site"


@pytest.fixture(scope="session")
def site(root, tmp_path_factory) -> Path:
    """The built site of the example library."""
    return build_library(tmp_path_factory.mktemp("examples") / "library", root / "examples" / "seeds")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives the address, without a slash at its end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """Where the example library is served."""
    yield from serving(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; without one the tests are skipped, unless they are required."""
    path = find_browser()
    if path is None:
        reason = "no browser on this machine: run `make test`, which installs one"
        if os.environ.get("BRIEFS_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Watch:
    """What a page said and asked for."""

    def __init__(self, page: Page) -> None:
        self.console: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.console.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def foreign(self, address: str) -> list[str]:
        """The requests that left the host."""
        return [url for url in self.requests if not url.startswith((address, "data:", "blob:"))]


@pytest.fixture
def page(browser, address) -> Iterator[Page]:
    """A page 1,440 pixels wide. The console must stay empty, and no request may leave the host."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=f"{address}/")
    page.watch = Watch(page)
    yield page
    said, left = page.watch.console, page.watch.foreign(address)
    page.close()
    assert (said, left) == ([], [])


def kinds_of_pages(site: Path) -> dict[str, str]:
    """One address for every kind of page, the fullest of its kind."""
    def fullest(folder: str) -> str:
        pages = [path for path in (site / folder).glob("*.html") if not path.stem.startswith(("index", "all")) and "_" not in path.stem]
        return max(sorted(pages), key=lambda path: path.stat().st_size).relative_to(site).as_posix()
    return {
        "home": "index.html", "brief": "vexmoor-q2-2025-results.html", "briefs": "briefs/index.html", "companies": "companies/index.html",
        "company": fullest("companies"), "people": "people/index.html", "person": fullest("people"), "metrics": "metrics/index.html",
        "comparison": fullest("metrics"), "risks": "risks/index.html", "category": fullest("risks"), "quotes": "quotes/index.html",
        "timeline": "timeline/index.html", "topics": "topics/index.html", "search": "search.html", "data": "data/index.html",
        "method": "method.html", "missing": "404.html", "list": "metrics/all_2.html",
    }
