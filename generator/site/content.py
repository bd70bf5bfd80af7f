"""What is on the site: every page and file of a library, by the functions in `SECTIONS`, in the order of the navigation."""

from collections.abc import Callable, Iterator

from generator.library import Library
from generator.site import briefs, exports, profiles, registers
from generator.site.context import Site
from generator.site.pages import SiteFile, SitePage

NAV = [{"Briefs": "briefs/index.md"}, {"Companies": "companies/index.md"}, {"People": "people/index.md"}, {"Metrics": "metrics/index.md"},
       {"Risks": "risks/index.md"}, {"Quotes": "quotes/index.md"}, {"Timeline": "timeline/index.md"}, {"Topics": "topics/index.md"},
       {"Data": "data/index.md"}, {"Method": "method.md"}]
"""The sections of the site; single briefs are never among them, since each page shows them all."""
SECTIONS: tuple[Callable[[Library, Site], Iterator[SitePage | SiteFile]], ...] = (
    briefs.home, briefs.single, briefs.all_briefs, briefs.by_topic, profiles.companies, profiles.people, registers.metrics, registers.risks,
    registers.quotes, registers.timeline, registers.search, registers.data, registers.method,
    exports.exports,
)


def site_content(library: Library, site: Site) -> Iterator[SitePage | SiteFile]:
    """All pages and files of the library."""
    for section in SECTIONS:
        yield from section(library, site)
