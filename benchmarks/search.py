"""What a first question to the search of a large library costs: bytes over the wire, the page and its programs included.

The library is invented (`_synthetic`); of its site only the pages that the search finds are made, and the search. Each question is asked
by a browser that has seen nothing of the site before.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from benchmarks._serving import served
from benchmarks._synthetic import briefs
from benchmarks.site import library_folder
from generator.library import Library, library_of
from generator.render import render_html
from generator.site.briefs import single
from generator.site.commands import build_site
from generator.site.context import Site
from generator.site.facets import facets_of
from generator.site.pages import SitePage
from generator.site.profiles import companies, indexed, people
from generator.site.search import index_site
from tests.browser.install import find_browser

SIZE = 10_000
LIMIT = 250_000
"""Bytes that a first question may cost."""
WINDOW = {"width": 1440, "height": 900}
DONE = ".hits[aria-busy=false]"


def measure() -> dict[str, float | int]:
    """Bytes of each kind of first question to a library of `SIZE` briefs."""
    with tempfile.TemporaryDirectory() as name:
        site, library = build(Path(name) / "library", SIZE)
        return {"briefs": SIZE, **ask(site, library)}


def build(folder: Path, size: int) -> tuple[Path, Library]:
    """The site of the example library, with the search of an invented one of ``size`` briefs: only the pages that it finds are made."""
    examples, site = build_site(library_folder(folder)).made, folder / "site"
    for path in [path for path in site.rglob("*.html") if "data-pagefind-body" in path.read_text(encoding="utf-8")]:
        path.unlink()
    library = library_of(briefs(examples.briefs, size))
    for page in _found(library):
        content = render_html(page.template, link=lambda path: f"{path}.html", **page.context)
        (site / f"{page.path}.html").write_text(f"<!doctype html><html lang=en><body>{content}", encoding="utf-8")
    asking = site / "search.html"
    words = asking.read_text(encoding="utf-8").replace(f'data-search-page="{len(examples.briefs)}"', f'data-search-page="{size}"')
    asking.write_text(words, encoding="utf-8")
    for name in ("pagefind", "search"):
        shutil.rmtree(site / name)
    index_site(site, library)
    return site, library


def _found(library: Library) -> Iterator[SitePage]:
    """The pages that the search finds."""
    often = [[one for one in profiles if indexed(one, library)] for profiles in (library.companies, library.people)]
    known, site = replace(library, companies=tuple(often[0]), people=tuple(often[1])), Site("Invented", "")
    made = chain(single(library, site), companies(known, site), people(known, site))
    return (page for page in made if isinstance(page, SitePage) and (page.template == "html/brief.html.j2" or page.context.get("indexed")))


def ask(site: Path, library: Library) -> dict[str, int]:
    """By question: what it cost."""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        for name, question in _questions(library).items():
            found[f"{name}, bytes"] = sum(size for _, size in _first(browser, site, question))
        browser.close()
    return found


def _questions(library: Library) -> dict[str, dict[str, str]]:
    """Kinds of questions, each with what stands in the address of the search."""
    facets = facets_of(library.briefs[len(library.briefs) // 2], library)
    metric, year = facets["metric"][0], facets["year"][0]
    company, person = (max(profiles, key=lambda one: len(one.briefs)).name for profiles in (library.companies, library.people))
    return {
        "a company": {"q": company}, "a person": {"q": person}, "a name with an error": {"q": _mistyped(company)},
        "a figure": {"q": "280.2 billion"}, "a figure in short": {"q": "$38.6bn"}, "a common word": {"q": "revenue"},
        "the commonest words": {"q": "the company said"}, "two words": {"q": f"{company} profit"},
        "a year alone": {"year": year}, "a company alone": {"company": company}, "a metric alone": {"metric": metric},
        "a company and a word": {"q": "profit", "company": company}, "a year and a word": {"q": "profit", "year": year},
        "a metric, a year and a figure": {"q": "280.2 billion", "metric": metric, "year": year},
    }


def _mistyped(name: str) -> str:
    return name[:3] + name[4:]


def _first(browser: Browser, site: Path, question: dict[str, str]) -> Sequence[tuple[str, int]]:
    """What is sent for one question to a browser that knows nothing yet."""
    with served(site) as (address, sent):
        page = browser.new_page(viewport=WINDOW)
        page.goto(f"{address}/search.html?{urlencode(question)}")
        page.locator(DONE).wait_for(state="attached", timeout=60_000)
        page.wait_for_load_state("networkidle")
        page.close()
        return tuple(sent)
