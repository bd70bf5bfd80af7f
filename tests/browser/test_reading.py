"""Reading a brief: by keyboard, on paper, without JavaScript, and with a remembered mode."""

import re

from playwright.sync_api import expect

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


def passages(page) -> list[str]:
    return page.locator(".ev[id]").evaluate_all("(all) => all.map((one) => one.id)")


def steps(page, *names: str) -> list[str]:
    """Where each press of a button leads."""
    seen = []
    for name in names:
        page.get_by_role("button", name=name).click()
        seen.append(page.url.split("#")[1])
    return seen


def test_stepping_through_the_evidence(page):
    """Next goes to the first sentence, then to the second; previous goes back, and from the first to the last."""
    page.goto(BRIEF)
    marks = passages(page)
    assert steps(page, "Next", "Next", "Previous", "Previous") == [marks[0], marks[1], marks[0], marks[-1]]


def test_stepping_goes_on_from_a_sentence(page):
    """Who came to a sentence by a link goes on from it."""
    page.goto(BRIEF)
    marks = passages(page)
    page.goto(f"{BRIEF}#{marks[4]}")
    expect(page.locator(f"#{marks[4]}")).to_be_in_viewport()
    assert steps(page, "Next", "Previous", "Previous") == [marks[5], marks[4], marks[3]]


def test_stepping_goes_on_from_an_item(page):
    """Who came to an item goes to its evidence first."""
    page.goto(BRIEF)
    marks = passages(page)
    item = page.locator("tr", has=page.locator(f'.cite a[href="#{marks[6]}"]')).first.get_attribute("id")
    page.goto(f"{BRIEF}#{item}")
    expect(page.locator(f"#{item}")).to_be_in_viewport()  # the page glides there
    assert steps(page, "Next", "Next") == [marks[6], marks[7]]


def test_stepping_goes_on_from_what_is_in_view(page):
    """Who has scrolled through the source goes on from there."""
    page.goto(BRIEF)
    marks = passages(page)
    page.locator(f"#{marks[22]}").evaluate("(one) => one.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.get_by_role("button", name="Next").evaluate("(button) => button.click()")  # Playwright's own click scrolls the panel
    assert 5 < marks.index(page.url.split("#")[1]) <= 22


def test_stepping_by_keyboard(page):
    """Enter steps again and again without leaving the button."""
    page.goto(BRIEF)
    page.get_by_role("button", name="Next").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    assert page.url.endswith(f"#{passages(page)[2]}")


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
    """A brief is printed on two pages at most, with the sentences that its figures rest on."""
    page.goto(BRIEF)
    page.emulate_media(media="print")
    shown = page.locator(".text p:visible").count()
    assert 0 < shown < page.locator(".text p").count()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2


def test_reduced_motion(browser, address):
    """Who wants less motion gets jumps, not slides."""
    page = browser.new_page(reduced_motion="reduce", base_url=f"{address}/")
    page.goto(BRIEF)
    behaviour = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    page.close()
    assert behaviour == "auto"
