"""Searching as a reader does: type, read the results, follow one to its sentence."""

import json
import re
import shutil

import pytest
import yaml

from generator.library import library_of
from generator.models import Brief
from generator.site import search
from tests.browser.conftest import serving
from tests.conftest import ROOT

QUESTIONS = yaml.safe_load((ROOT / "tests" / "cases" / "search" / "questions.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def hefty(site, tmp_path_factory):
    """The example library as if it were a large one."""
    folder = shutil.copytree(site, tmp_path_factory.mktemp("hefty") / "site")
    briefs = [Brief.model_validate_json(path.read_bytes()) for path in (site.parent / "briefs").glob("*.json") if "schema" not in path.name]
    asking = folder / "search.html"
    asking.write_text(asking.read_text(encoding="utf-8").replace(f'data-search-page="{len(briefs)}"', 'data-search-page="2001"'),
                      encoding="utf-8")
    shutil.rmtree(folder / "pagefind")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "LARGE", 5)
        search.index_site(folder, library_of(briefs))
    for number in range(1, 21):
        (folder / "search" / f"ids-{number}.json").write_text("[]", encoding="utf-8")
    yield from serving(folder)


def results(page) -> list[str]:
    page.wait_for_selector(".hits[aria-busy=false]", state="attached")
    return page.locator(".hit h2").all_inner_texts()


def count(page) -> int:
    results(page)
    return int(re.match(r"[\d,]+", page.locator(".state").inner_text())[0])


def test_a_hit_leads_to_its_evidence(page):
    """From a query to an item, and from the item to the sentence, which is marked."""
    page.goto("search.html?q=record+revenue")
    results(page)
    page.locator(".hit li a[href*='#metric-']").first.click()
    page.wait_for_url("**/*.html#*")
    row = page.locator(":target")
    assert row.is_visible()
    row.locator(".cite a").first.click()
    sentence = page.locator(".ev:target")
    assert (sentence.is_visible(), "revenue" in sentence.inner_text().casefold()) == (True, True)


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_opens_from_any_page(page, key):
    """A key opens the search, words are found while they are typed, and the arrow keys lead into the results."""
    page.goto("companies/index.html")
    page.keyboard.press(key)
    page.get_by_label("Search all briefs").fill("outlook")
    page.wait_for_selector("dialog .hit")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.hit') !== null")


def test_keys_can_be_switched_off(page):
    """A reader who types by voice can keep the keys from doing anything."""
    page.goto("index.html")
    page.get_by_label("Keyboard").uncheck()
    page.locator(".lead").click()
    page.keyboard.press("/")
    assert page.locator("dialog").count() == 0


def test_typing_into_the_field_of_a_page_searches(page):
    """The field at the top of each page opens the search with what was typed."""
    page.goto("index.html")
    page.locator("#find").press_sequentially("v")
    page.wait_for_selector("dialog[open]")
    assert page.get_by_label("Search all briefs").input_value() == "v"


def test_filters_are_combined_and_kept_in_the_address(page):
    """Two filters leave fewer briefs than one; the address brings the same results back."""
    page.goto("search.html")
    results(page)
    page.locator(".facets input").first.check()
    one = count(page)
    page.locator(".facets details", has_text="Metric").locator("input").first.check()
    page.wait_for_url("**metric=**")
    both, titles, kept = count(page), results(page), page.url
    page.goto("index.html")
    page.goto(kept)
    assert (both <= one, results(page)) == (True, titles)


def test_counts_tell_what_a_filter_leaves(page):
    """The number beside a value is the number of briefs that it gives."""
    page.goto("search.html")
    results(page)
    value = page.locator(".facets label").first
    told = int(value.locator(".num").inner_text())
    value.locator("input").check()
    assert count(page) == told


def test_browsing_by_filter_downloads_no_index(page, site):
    """Without words, Pagefind is not asked for anything."""
    value = next(iter(json.loads((site / "search" / "year.json").read_text(encoding="utf-8"))))
    page.goto(f"search.html?year={value}")
    assert (count(page) > 0, [url for url in page.watch.requests if "/pagefind/" in url]) == (True, [])


def test_words_and_filters_together(page, site):
    """A filter keeps of the results for some words those that have its value."""
    page.goto("search.html?q=revenue")
    everything = count(page)
    value = next(iter(json.loads((site / "search" / "kind.json").read_text(encoding="utf-8"))))
    page.goto(f"search.html?q=revenue&kind={value}")
    assert 0 < count(page) < everything


@pytest.mark.parametrize("query", ["490 million", "€490m", "490 million euros", "EUR 0.49bn"])
def test_a_figure_is_found_as_people_write_it(page, query):
    """With or without its currency, with the scale as a word or a letter."""
    page.goto("search.html?q=" + query.replace(" ", "+"))
    assert "Vexmoor raises 2025 outlook after record second quarter" in results(page)


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["query"])
def test_an_amount_is_looked_for_in_one_form(page, case):
    """Currency and scale can be written in many ways."""
    page.goto("search.html")
    assert page.evaluate("async (query) => (await import('./assets/query.js')).asWords(query)", case["query"]) == case["words"]


@pytest.mark.parametrize(("query", "first", "told"), [
    ("vexmor", "Vexmoor Semiconductor", "Showing “vexmoor” for “vexmor”."),
    ("haldrun dividned", "Haldrun swings to a loss after the Skaldfoss shutdown and drops its dividend",
     "Showing “dividend” for “dividned”."),
    ("pellucor xylophonist", "Pellucor Payments", "No brief has “xylophonist”."),
    ("25 basis points", "Estmark’s central bank cuts rates and warns on trade", ""),
    ("chief executive of corvane", "Corvane names food boss Sandhollow as chief executive as Ellerwhite steps down", ""),
])
def test_the_best_answer_goes_first(page, query, first, told):
    """Errors in typing are forgiven, and said; where one item holds all the words, its brief goes before others."""
    page.goto("search.html?q=" + query.replace(" ", "+"))
    found = results(page)[0]
    assert (found, re.sub(r"^\d+ results?(\. )?", "", page.locator(".state").inner_text())) == (first, told)


def test_a_large_library_reads_a_filter_when_it_is_opened(browser, hefty):
    """Until then, only the part of it that holds the chosen value."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/search/")[2].removesuffix(".json")))
    page.goto(f"{hefty}/search.html?q=revenue&kind=Results")
    found = count(page)
    before = sorted(name for name in asked if name in ("kind", "kind--52e", "ids-0"))
    page.get_by_text("Document", exact=True).click()
    told = page.locator(".facets label", has_text="Results").locator(".num").inner_text()
    page.close()
    assert (before, "kind" in asked, int(told)) == (["ids-0", "kind--52e"], True, found)


def test_only_one_kind_of_item(page):
    """Results can be narrowed to one kind of item."""
    page.goto("search.html?q=revenue&in=risk")
    results(page)
    assert set(page.locator(".hit li .tag").all_inner_texts()) <= {"Risk"}


def test_nothing_found_says_what_to_do(page):
    """An empty result is no dead end."""
    page.goto("search.html?q=xylophonist")
    results(page)
    assert page.locator(".state").inner_text() == (
        "Nothing holds “xylophonist”. Try fewer words, or other ones.")


def test_nothing_found_names_the_filters(page):
    """Where filters leave nothing, they are named, and one press takes them away."""
    page.goto("search.html?q=revenue&year=1901&company=Nobody")
    results(page)
    told = page.locator(".state").inner_text()
    page.get_by_role("button", name="Clear all filters").click()
    page.wait_for_url("**?q=revenue")
    results(page)
    assert re.fullmatch(r"Nothing holds “revenue” under Company: Nobody, Year: 1901. \d+ results without these filters.", told)
    assert page.locator(".hit").count() > 0


def test_a_query_is_shown_as_text(page):
    """What is typed is never taken as markup."""
    page.goto("search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    results(page)
    assert page.locator("main img").count() == 0
