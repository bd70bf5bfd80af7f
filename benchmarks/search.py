"""What a first question to the search of a large library costs: bytes over the wire, the page and its programs included.

The library is invented (`_synthetic`) and takes about a quarter of an hour to build. Each question is asked by a browser that has
seen nothing of the site before.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from benchmarks._serving import served
from benchmarks._synthetic import briefs
from benchmarks.site import ROOT, library_folder
from generator.build import Plan, brief_json
from generator.config import Options
from generator.ingest import find_seeds
from generator.library import Library, library_of
from generator.pipeline import brief_of
from generator.site import plugin
from generator.site.commands import build_site
from generator.site.search import facets_of
from tests.browser.install import find_browser

SIZE = 10_000
LIMIT = 250_000
"""Bytes that a first question may cost."""
WINDOW = {"width": 1440, "height": 900}
DONE = ".hits[aria-busy=false]"


def measure() -> dict[str, float | int]:
    """Bytes of each kind of first question to a library of `SIZE` briefs."""
    with tempfile.TemporaryDirectory() as name:
        library = build(Path(name) / "library", SIZE)
        return {"briefs": SIZE, **ask(Path(name) / "library" / "site", library)}


def build(folder: Path, size: int) -> Library:
    """Build the site of an invented library of ``size`` briefs in ``folder``."""
    templates = [brief_of(seed, Options()) for seed in find_seeds(ROOT / "examples" / "seeds")]
    made = tuple(briefs(templates, size))
    library = library_of(made)
    files = {f"{brief.id}.json": brief_json(brief) for brief in made} | {f"{brief.id}.md": "" for brief in made}
    plan = Plan(briefs=made, library=library, files=files, failures=())
    with patch.object(plugin, "plan", lambda *_: plan):
        build_site(library_folder(folder))
    return library


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
    brief = library.briefs[len(library.briefs) // 2]
    facets = facets_of(brief, library)
    company, person, metric, year = facets["company"][0], facets["person"][0], facets["metric"][0], facets["year"][0]
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
