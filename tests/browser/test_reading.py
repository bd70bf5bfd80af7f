"""Reading a brief: by keyboard, on paper, without JavaScript, and with a remembered mode."""

import re

from tests.browser.conftest import Watch, kinds_of_pages

BRIEF = "vexmoor-q2-2025-results.html"


def test_by_keyboard_from_home_to_evidence_and_back(page):
    """Tab and Enter lead from the home page to a brief, from an item to its sentence, and back to the item."""
    page.goto("index.html")

    def tab_to(selector: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    tab_to(".cards h3 a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(".facts .cite a")
    page.keyboard.press("Enter")
    assert page.locator(":target").evaluate("(element) => element.classList.contains('ev')")
    tab_to(".text .refs a")
    page.keyboard.press("Enter")
    assert page.locator(":target").evaluate("(element) => element.closest('.facts') !== null")


def test_the_first_stop_skips_to_the_content(page):
    """Nobody has to walk through the navigation."""
    page.goto(BRIEF)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_stepping_through_the_evidence(page):
    """Next goes to the first sentence, then to the second; previous goes back."""
    page.goto(BRIEF)
    marks = page.locator(".ev[id]").evaluate_all("(all) => all.map((one) => one.id)")
    seen = []
    for name in ("Next", "Next", "Previous"):
        page.get_by_role("button", name=name).click()
        seen.append(page.url.split("#")[1])
    assert seen == [marks[0], marks[1], marks[0]]


def test_every_citation_leads_to_words(page):
    """Each item's link ends at evidence that holds words, and each sentence leads back to an item."""
    page.goto(BRIEF)
    broken = page.evaluate("""() => [...document.querySelectorAll('.cite a, .refs a, .text a.n')]
        .filter((link) => !document.getElementById(link.hash.slice(1))?.textContent.trim()).map((link) => link.outerHTML)""")
    assert broken == []


def test_the_mode_is_remembered(page):
    """A choice of light or dark holds on the next page, before it is painted."""
    page.goto("index.html")
    page.get_by_role("button", name="Change between light and dark").click()
    page.goto("companies/index.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_without_javascript(browser, address, site):
    """Every page reads without scripts; the search says what to do instead."""
    context = browser.new_context(java_script_enabled=False, base_url=f"{address}/")
    page = context.new_page()
    watch = Watch(page)
    empty = [kind for kind, path in kinds_of_pages(site).items() if page.goto(path) and len(page.locator("main").inner_text()) < 60]
    page.goto(BRIEF)
    page.locator(".facts .cite a").first.click()
    marked = page.locator(".ev:target").count()
    context.close()
    assert (empty, marked, watch.console) == ([], 1, [])


def test_on_paper(page):
    """A brief is printed on two pages at most."""
    page.goto(BRIEF)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2


def test_reduced_motion(browser, address):
    """Who wants less motion gets jumps, not slides."""
    page = browser.new_page(reduced_motion="reduce", base_url=f"{address}/")
    page.goto(BRIEF)
    behaviour = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    page.close()
    assert behaviour == "auto"
