"""What holds for every library, whatever the documents call things."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library import library_of
from generator.pages import pages_of
from tests.making import brief, metric, organisation, person, quote

NAMES = ["Vellmora", "Vellmora Inc.", "VELLMORA", "Orrin", "Mira Solberg", "Mira Solberg Orrin", "Solberg", "index", "阿里", "🦔"]
WORDS = st.one_of(st.sampled_from(NAMES),
                  st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12))
ORGANISATIONS = st.lists(st.builds(organisation, WORDS, WORDS), max_size=4).map(tuple)
PEOPLE = st.lists(st.builds(person, WORDS, st.none() | WORDS, st.none() | WORDS), max_size=4).map(tuple)
METRICS = st.lists(st.builds(metric, st.none() | WORDS, st.none() | st.integers(-10, 10), unit=st.sampled_from(["USD", "percent"]),
                             metric=st.sampled_from(["debt", "share_price"])), max_size=4).map(tuple)
QUOTES = st.lists(st.builds(quote, WORDS, WORDS, st.sampled_from(["person", "organisation", "group"])), max_size=3).map(tuple)
BRIEFS = st.lists(st.fixed_dictionaries({"about": st.none() | WORDS, "organisations": ORGANISATIONS, "people": PEOPLE, "metrics": METRICS,
                                         "quotes": QUOTES, "published": st.sampled_from([None, "2031-01-01", "2031-01-02"])}), max_size=5)


@settings(max_examples=60)
@given(BRIEFS, st.randoms())
def test_every_name_has_one_page_and_every_order_one_result(parts, shuffler: random.Random):
    """Addresses are unique, each item is on one page, and the library does not depend on the order of the briefs."""
    briefs = [brief(f"brief-{number}", **part) for number, part in enumerate(parts)]
    library = library_of(briefs)
    for pages, kind in ((library.companies, "organisations"), (library.people, "people")):
        assert len({page.slug for page in pages}) == len(pages)
        assert sum(len(page.entries) for page in pages) == sum(len(getattr(one, kind)) for one in briefs)
    shuffled = shuffler.sample(briefs, len(briefs))
    assert pages_of(library_of(shuffled)) == pages_of(library)
