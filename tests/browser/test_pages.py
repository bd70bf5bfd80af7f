"""Every kind of page, narrow to wide and light to dark: nothing sticks out, and axe finds nothing to mend."""

import pytest
from axe_core_python.sync_playwright import Axe

from tests.browser.conftest import Watch, kinds_of_pages

KINDS = ("home", "brief", "briefs", "companies", "company", "people", "person", "metrics", "comparison", "risks", "category", "quotes",
         "timeline", "topics", "search", "data", "method", "missing", "list")
WIDTHS = (390, 768, 1440, 1920)
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_page(kind, mode, browser, address, site):
    """No sideways scroll at any width, an empty console, no request to another host, no violation of WCAG 2.2 AA."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=mode, base_url=f"{address}/")
    watch = Watch(page)
    page.goto(kinds_of_pages(site)[kind])
    page.wait_for_load_state("networkidle")
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(width)
    page.set_viewport_size({"width": 1440, "height": 900})
    found = [f"{one['id']}: {node['html'][:150]}" for one in Axe().run(page, options=STANDARD)["violations"] for node in one["nodes"][:3]]
    page.close()
    assert (wide, found, watch.console, watch.foreign(address)) == ([], [], [], [])
