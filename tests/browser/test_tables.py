"""Sorting and filtering a table in place: one that stands on its page, and one that goes on over several."""

import json

import pytest

LONG = "metrics/all.html"


@pytest.fixture(scope="module")
def whole(site) -> list[dict]:
    """The rows of the long table, from the data that its pages link to."""
    return json.loads((site / "metrics" / "all_metrics.json").read_text(encoding="utf-8"))


def told(page) -> str:
    return page.locator(".choose [role=status]").inner_text()


def test_a_table_is_sorted_and_filtered(page):
    """A click on a column sorts by it; a choice leaves the rows that have it."""
    page.goto("companies/index.html")
    page.get_by_role("button", name="Name").click()
    names = page.locator("tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    page.get_by_label("Kind").select_option("company")
    page.wait_for_url("**kind=company*")
    assert set(page.locator("tbody td:nth-child(2)").all_inner_texts()) == {"company"}


def test_nothing_is_loaded_before_it_is_asked_for(page):
    """The rows of the other pages come when a reader first filters or sorts."""
    page.goto(LONG)
    page.wait_for_load_state("networkidle")
    assert [url for url in page.watch.requests if url.endswith(".json")] == []


def test_all_pages_are_filtered_at_once(page, whole):
    """A choice finds the rows of every page, each leading to its sentence."""
    page.goto(LONG)
    page.get_by_label("Status").select_option("forecast")
    page.locator(".pager").wait_for(state="hidden")
    found = [row["value_link"] for row in whole if row["status"] == "forecast"]
    shown = page.locator("tbody td:nth-child(4) a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert (shown, told(page)) == ([f"../{link}" for link in found], f"{len(found)} of {len(whole)} rows")


def test_all_pages_are_sorted_at_once(page, whole):
    """The greatest value of every page goes first."""
    page.goto(LONG)
    page.get_by_role("button", name="Value").click()
    page.locator(".pager").wait_for(state="hidden")
    greatest = max((row for row in whole if row["value"] is not None), key=lambda row: row["value"])
    assert page.locator("tbody td:nth-child(4) a").first.inner_text() == greatest["value_text"]


def test_drawn_rows_look_like_those_of_the_page(page):
    """A row made from data is the row that the page had."""
    page.goto(LONG)
    tidy = "(rows) => rows.map((row) => row.innerText.replace(/\\s+/g, ' ').trim())"
    before = page.locator("tbody tr").evaluate_all(tidy)
    page.get_by_label("Filter", exact=True).press_sequentially(" ")
    page.get_by_role("button", name="Date").click()
    page.locator(".pager").wait_for(state="hidden")
    assert page.locator("tbody tr").evaluate_all(tidy) == before


def test_words_and_choices_are_kept_in_the_address(page):
    """The address brings the same rows back; clearing shows the page as it was."""
    page.goto(LONG)
    first = page.locator("tbody tr").first.inner_text()
    page.get_by_label("Filter", exact=True).fill("vexmoor revenue")
    page.get_by_label("Status").select_option("actual")
    page.get_by_role("button", name="Value").click()
    page.wait_for_url("**sort=-value*")
    page.locator(".pager").wait_for(state="hidden")
    rows, kept = page.locator("tbody tr").all_inner_texts(), page.url
    page.goto("index.html")
    page.goto(kept)
    page.locator(".pager").wait_for(state="hidden")
    assert (page.locator("tbody tr").all_inner_texts(), page.get_by_label("Filter", exact=True).input_value()) == (rows, "vexmoor revenue")
    page.get_by_role("button", name="Clear").click()
    page.locator(".pager").wait_for()
    assert (page.locator("tbody tr").first.inner_text(), "?" in page.url) == (first, False)


def test_no_row_fits(page, whole):
    """An empty table says so, and how to go back."""
    page.goto(LONG)
    page.get_by_label("Filter", exact=True).fill("xylophonist")
    page.locator("tbody tr").first.wait_for(state="detached")
    assert told(page) == f"None of {len(whole)} rows fits. Clear the filters to see all."
