"""The plugin in MkDocs: options, errors, people's own pages, and `mkdocs serve`."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.errors import ConfigError
from generator.site.commands import build_site
from generator.site.pages import POLICY
from tests.factory import library

TEXT = "Orrin Mills lifts revenue\n\nOrrin Mills said on 3 March 2025 that revenue rose 8% to 120 million euros.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A library of one document and a page that a person wrote."""
    folder = tmp_path_factory.mktemp("plugin")
    config = library(folder, orrin=TEXT)
    (folder / "briefs" / "about.md").write_text("# About us\n\n<b>raw</b> See [the brief](orrin.md#metrics).\n", encoding="utf-8")
    build_site(config)
    return folder


def with_option(folder: Path, option: str, text: str = TEXT) -> Path:
    """A library with an option of the plugin set; the path of its mkdocs.yml."""
    config = library(folder, orrin=text)
    settings = config.read_text(encoding="utf-8").replace("plugins: [briefs]", f"plugins: [{{briefs: {{{option}}}}}]")
    config.write_text(settings, encoding="utf-8")
    return config


def read(built: Path, name: str) -> str:
    return (built / "site" / name).read_text(encoding="utf-8")


def test_a_brief_has_its_page_and_its_files(built):
    """The page, and the brief as JSON, Markdown and CSV."""
    assert [name for name in ("orrin.html", "orrin.json", "orrin.md", "orrin.csv") if not (built / "site" / name).is_file()] == []


def test_a_persons_page_is_rendered_without_raw_html(built):
    """Its heading is the title, its link leads to the page of the brief, and its HTML is text."""
    page = read(built, "about.html")
    wanted = ("<title>About us", 'href="orrin.html#metrics"', "&lt;b&gt;raw&lt;/b&gt;")
    assert [part for part in wanted if part not in page] == []


def test_every_page_has_the_policy(built):
    """No page may load anything from elsewhere."""
    policy, pages = POLICY.replace("'", "&#39;"), sorted((built / "site").rglob("*.html"))
    assert [path.name for path in pages if policy not in path.read_text(encoding="utf-8")] == ["404.html"]


def test_the_packed_sitemap_holds_no_time(built):
    """Its header says that the time is not known, and it unpacks to the sitemap."""
    packed = (built / "site" / "sitemap.xml.gz").read_bytes()
    assert (packed[4:8], gzip.decompress(packed)) == (b"\0\0\0\0", (built / "site" / "sitemap.xml").read_bytes())


def test_a_link_to_nothing_is_an_error(tmp_path):
    """In strict mode, a person's page with a dead link stops the build."""
    config = library(tmp_path, orrin=TEXT)
    (tmp_path / "briefs" / "about.md").write_text("[dead](gone.md)\n", encoding="utf-8")
    with pytest.raises(Abort):
        build(load_config(str(config)))


def test_an_unknown_option_is_refused_by_name(tmp_path):
    """The message names the option and those there are."""
    config = with_option(tmp_path, "sedes: x")
    with pytest.raises((Abort, ConfigurationError)):
        load_config(str(config))
    with pytest.raises(ConfigError, match="`sedes` is not an option"):
        build_site(config)


def test_mkdocs_tells_our_errors_without_a_traceback(tmp_path):
    """Under `mkdocs build` an error is one line, as under `briefs build`."""
    with_option(tmp_path, "seeds: nowhere")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "the folder of the seeds is not there" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_the_same_library_again_writes_no_brief(built):
    """A second build changes no file of the folder that MkDocs watches."""
    assert build_site(built / "mkdocs.yml").changes.written == ()


ASIDE = "Outside it was raining."
LONG = f"""{TEXT}
{ASIDE}

Chief executive Dana Brook said that demand will hold. Net profit rose 4% to 20 million euros in the first quarter of 2025.

Orrin Mills opened a second mill in May 2025. Higher wool prices could squeeze margins, the company said.

Costs rose 3% to 80 million euros. Orrin Mills expects revenue of 500 million euros in 2025.
"""


def contents(site: Path) -> dict[str, str]:
    """Every file as text, those of the search index unpacked."""
    raw = {path.name: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {name: (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace") for name, data in raw.items()}


@pytest.mark.parametrize("policy", ["evidence", "none"])
def test_a_source_that_may_not_be_published_is_not(policy, tmp_path):
    """A sentence that no item rests on stands nowhere: on no page, in no download, not in the index; the items do."""
    build_site(with_option(tmp_path, f"publish_source: {policy}", LONG))
    files = contents(tmp_path / "site")
    assert ("demand will hold" in files["orrin.html"], [name for name, text in sorted(files.items()) if ASIDE in text]) == (True, [])
