"""What the website weighs, and what Lighthouse says of it.

Lighthouse (https://developer.chrome.com/docs/lighthouse) comes from npm, with ``npx``; without Node.js only the weights are measured. The
example library is served as hosts of static pages serve it, packed.
"""

import gzip
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks._serving import served
from generator.site.commands import build_site
from tests.browser.install import find_browser

ROOT = Path(__file__).parents[1]
PAGES = {"home": "index.html", "brief": "vexmoor-q2-2025-results.html", "company": "companies/vexmoor-semiconductor.html",
         "search": "search.html", "list": "metrics/all.html"}
COMMON = ("assets/site.css", "assets/site.js", "assets/theme.js")
LIGHTHOUSE = "lighthouse@12"
"""The release that runs on Node.js 18 and newer."""


def measure() -> dict[str, float | int]:
    """Bytes over the wire, and the scores of each page by category, of 100."""
    with tempfile.TemporaryDirectory() as name:
        build_site(library_folder(Path(name) / "library"))
        site = Path(name) / "library" / "site"
        found: dict[str, float | int] = {"CSS and JS before search, bytes": sum(_packed(site / path) for path in COMMON),
                                         "JS of the search, bytes": _packed(site / "assets/search.js")}
        found |= {f"{kind}: HTML, bytes": _packed(site / path) for kind, path in PAGES.items()}
        if shutil.which("npx"):
            with served(site) as (address, _):
                for kind, path in PAGES.items():
                    found |= {f"{kind}: {category}": score for category, score in _scores(f"{address}/{path}").items()}
    return found


def library_folder(folder: Path) -> Path:
    """A library of the example seeds in a new folder: its configuration file."""
    shutil.copytree(ROOT / "examples" / "seeds", folder / "seeds")
    (folder / "briefs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Examples\nsite_description: The example library.\nsite_url: https://example.org/\n"
                                       "docs_dir: briefs\nplugins: [briefs]\n", encoding="utf-8")
    return folder / "mkdocs.yml"


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def _scores(address: str) -> dict[str, int]:
    """The scores of a page, as Lighthouse gives them for a slow telephone."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
               "--only-categories=performance,accessibility,best-practices,seo"]
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    report = json.loads(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}
