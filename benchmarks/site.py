"""What the website weighs, and what Lighthouse says of it.

Lighthouse (https://developer.chrome.com/docs/lighthouse) comes from npm, with ``npx``; without Node.js only the weights are measured. The
example library is served as hosts of static pages serve it, packed.
"""

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.site.commands import build_site
from tests.browser.install import find_browser

ROOT = Path(__file__).parents[1]
PAGES = {"home": "index.html", "brief": "vexmoor-q2-2025-results.html", "company": "companies/vexmoor-semiconductor.html",
         "search": "search.html", "list": "metrics/all.html"}
COMMON = ("assets/site.css", "assets/site.js", "assets/theme.js")
LIGHTHOUSE = "lighthouse@12"
"""The release that runs on Node.js 18 and newer."""
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")


def measure() -> dict[str, float | int]:
    """Bytes over the wire, and the scores of each page by category, of 100."""
    with tempfile.TemporaryDirectory() as name:
        site = _build(Path(name) / "library")
        found: dict[str, float | int] = {"CSS and JS before search, bytes": sum(_packed(site / path) for path in COMMON),
                                         "JS of the search, bytes": _packed(site / "assets/search.js")}
        found |= {f"{kind}: HTML, bytes": _packed(site / path) for kind, path in PAGES.items()}
        if shutil.which("npx"):
            with _served(site) as address:
                for kind, path in PAGES.items():
                    found |= {f"{kind}: {category}": score for category, score in _scores(f"{address}/{path}").items()}
    return found


def _build(folder: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "seeds", folder / "seeds")
    (folder / "briefs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Examples\nsite_description: The example library.\nsite_url: https://example.org/\n"
                                       "docs_dir: briefs\nplugins: [briefs]\n", encoding="utf-8")
    build_site(folder / "mkdocs.yml")
    return folder / "site"


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


class _Packing(http.server.SimpleHTTPRequestHandler):
    """Serves text packed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        for header, value in (("Content-Type", self.guess_type(path)), ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))):
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Packing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _scores(address: str) -> dict[str, int]:
    """The scores of a page, as Lighthouse gives them for a slow telephone."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
               "--only-categories=performance,accessibility,best-practices,seo"]
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    report = json.loads(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}
