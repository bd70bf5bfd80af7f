"""Documents that mean harm: every field of a brief holds a payload. It is shown as text, runs nothing, and breaks no layout."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote_plus

import pytest
import yaml

from generator import build
from generator.library import library_of
from generator.models import (
    Amount,
    Brief,
    Change,
    Equivalent,
    Event,
    KeyPoint,
    Metric,
    Organisation,
    Period,
    Person,
    Provenance,
    Quote,
    Range,
    Review,
    Risk,
    Source,
    Span,
    Subject,
)
from generator.site import plugin, tables
from generator.site.commands import build_site
from tests.browser.conftest import Watch, serving

PAYLOADS = {name: "x" * 5000 if words == "LONG" else words for name, words in yaml.safe_load(
    (Path(__file__).parents[1] / "hostile" / "payloads.yml").read_text(encoding="utf-8")).items()}


def hostile(name: str, words: str) -> Brief:
    """A brief with ``words`` in every field that a document can fill."""
    text = f"{words} said {words}.\n\nAfter it."
    whole = (Span(start=0, end=len(words)),)
    other = (f"{words}2",)

    def key(kind: str) -> str:
        return f"{kind}-0123456789"

    return Brief(
        id=f"payload-{name}", title=words, summary=words, text=text, kind="results", notes=(words,),
        source=Source(path=f"seeds/{name}.txt", media_type="text/plain", sha256="0" * 64, title=words, author=words, publisher=words,
                      published=date(2025, 1, 2), url=words, language="en", words=9),
        subject=Subject(name=words, kind="company", evidence=whole), review=Review(status="reviewed", by=words),
        provenance=Provenance(generator=words, model=words, seed_sha256="0" * 64, config_sha256="0" * 10),
        key_points=(KeyPoint(id=key("point"), text=words, evidence=whole),),
        metrics=(Metric(id=key("metric"), metric="revenue", label=words, entity=words, value=5, unit=words, value_text=words,
                        equivalents=(Equivalent(value=1, unit=words, text=words),), change=Change(value=1, unit=words, direction="up"),
                        previous=Amount(value=1, unit=words), period=Period(text=words), evidence=whole),
                 Metric(id=f"{key('metric')}a", metric="other", label=words, entity=words, unit=words, value_text=words, status="forecast",
                        range=Range(low=1, high=2), evidence=whole)),
        people=(Person(id=key("person"), name=words, aliases=other, role=words, organisation=words, mentions=whole, evidence=whole),),
        organisations=(Organisation(id=key("organisation"), name=words, aliases=other, mentions=whole, evidence=whole),),
        risks=(Risk(id=key("risk"), category="macro", statement=words, status="ongoing", evidence=whole),),
        quotes=(Quote(id=key("quote"), speaker=words, speaker_kind="person", role=words, organisation=words, kind="direct", text=words,
                      cue=words, content=whole, evidence=whole),),
        events=(Event(id=key("event"), date=Period(text=words, start=date(2025, 1, 1), end=date(2025, 1, 2)), text=words, evidence=whole),))


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory) -> Path:
    """A site whose briefs hold the payloads, and whose tables go on over several pages."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "seeds").mkdir()
    (folder / "briefs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Hostile\ndocs_dir: briefs\nstrict: true\nplugins: [briefs]\n", encoding="utf-8")
    briefs = tuple(hostile(name, words) for name, words in PAYLOADS.items())
    files = {f"{brief.id}.json": build.brief_json(brief) for brief in briefs} | {f"{brief.id}.md": "" for brief in briefs}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "PAGE_SIZE", len(PAYLOADS) // 2)
        patch.setattr(plugin, "plan", lambda *_: build.Plan(briefs=briefs, library=library_of(briefs), files=files, failures=()))
        build_site(folder / "mkdocs.yml")
    return folder / "site"


@pytest.fixture(scope="module")
def hostile_address(hostile_site) -> Iterator[str]:
    """Where that site is served."""
    yield from serving(hostile_site)


def trouble(browser, address: str, path: str) -> tuple[list[int], list[str], list[str], object]:
    """The widths at which a page scrolls sideways, what it said, what it asked of others, and what ran."""
    page = browser.new_page(base_url=f"{address}/")
    watch = Watch(page)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    wide = []
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(width)
    for link in page.locator("main a").all()[:5]:
        link.hover(timeout=2000, force=True)
    ran = page.evaluate("window.ran ?? null")
    page.close()
    return wide, watch.console, watch.foreign(address), ran


@pytest.mark.parametrize("name", PAYLOADS)
def test_brief(name, browser, hostile_address):
    """The page of the brief."""
    assert trouble(browser, hostile_address, f"payload-{name}.html") == ([], [], [], None)


@pytest.mark.parametrize("path", ["index.html", "briefs/index.html", "companies/index.html", "people/index.html", "metrics/index.html",
                                  "metrics/all.html", "risks/index.html", "risks/macro.html", "quotes/index.html", "timeline/index.html",
                                  "topics/index.html", "search.html?q=x", "search.html?year=2025", "data/index.html", "method.html"])
def test_pages_across_documents(path, browser, hostile_address):
    """The pages that show all of them."""
    assert trouble(browser, hostile_address, path) == ([], [], [], None)


@pytest.mark.parametrize("folder", ["companies", "people", "metrics"])
def test_pages_of_one(folder, browser, hostile_address, hostile_site):
    """The page of every company, person and metric that bears such a name."""
    pages = sorted(path.relative_to(hostile_site).as_posix() for path in (hostile_site / folder).glob("*.html") if "index" not in path.stem)
    assert len(pages) >= (1 if folder == "metrics" else len(PAYLOADS) // 2)
    assert [(page, found) for page in pages if (found := trouble(browser, hostile_address, page)) != ([], [], [], None)] == []


@pytest.mark.parametrize("path", ["quotes/index.html?sort=statement", "risks/index.html?sort=-date", "metrics/all.html?sort=metric",
                                  "timeline/index.html?sort=event", "quotes/index.html?words=%3Cscript%3E&kind=%22%3E%3Cb%3E"])
def test_tables_that_a_script_draws(path, browser, hostile_address):
    """Rows that come from data, and what an address asks for, are text as well."""
    assert trouble(browser, hostile_address, path) == ([], [], [], None)


@pytest.mark.parametrize("name", ["script", "template", "link", "cjk", "arabic"])
def test_search_shows_text(name, browser, hostile_address):
    """What the search finds, and what is looked for, is text."""
    assert trouble(browser, hostile_address, f"search.html?q={quote_plus(PAYLOADS[name])}&company={quote_plus(PAYLOADS[name])}") == (
        [], [], [], None)


@pytest.mark.parametrize("name", ["script", "image", "template", "entity", "table", "code", "json"])
def test_shown_as_text(name, browser, hostile_address):
    """What the document says is what a reader sees."""
    page = browser.new_page(base_url=f"{hostile_address}/")
    page.goto(f"payload-{name}.html")
    shown = page.locator("h1").text_content()
    page.close()
    assert shown == PAYLOADS[name]


def test_no_address_but_the_web(browser, hostile_address):
    """No link leads to anything but a page: `javascript:` is never an address."""
    page = browser.new_page(base_url=f"{hostile_address}/")
    page.goto("payload-address.html")
    schemes = page.evaluate("[...new Set([...document.links].map((link) => link.protocol))]")
    page.close()
    assert schemes == ["http:"]
