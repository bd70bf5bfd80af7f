"""The filters of the search."""

from generator.library import library_of
from generator.site.facets import facet_files, head
from tests.making import brief, organisation

ACME, BOLT = organisation("Acme"), organisation("Bolt")


def files(*, large: bool) -> dict[str, dict[str, list[int]]]:
    """The filters of three briefs, the newest first."""
    made = [brief("c", published="2031-03-03", organisations=(ACME,)), brief("b", published="2031-02-02", organisations=(BOLT,)),
            brief("a", published="2030-01-01", organisations=(ACME,))]
    return dict(facet_files(library_of(made), large=large))


def test_a_value_has_the_numbers_of_its_briefs():
    """As differences, which weigh little."""
    made = files(large=False)
    assert (made["company.json"], made["year.json"]) == ({"Acme": [0, 2], "Bolt": [1]}, {"2030": [2], "2031": [0, 1]})


def test_a_large_library_has_its_filters_in_pieces():
    """A chosen value is found by its beginning; one of a single brief is not offered."""
    made = files(large=True)
    assert (made["company.json"], made["company--42o.json"]) == ({"Acme": [0, 2]}, {"Bolt": [1]})


def test_a_beginning_is_a_files_name_on_every_system():
    """Capital letters are told from small ones, and what no file may be called is written as a number."""
    assert [head(value) for value in ("acme", "Acme", "A/S", "9", "半导体", "con")] == ["ac", "-41c", "-41-2f", "9", "-534a-5bfc", "co"]
