"""Addresses of the site and of its repository."""

from generator.site.context import Site

SITE = Site(name="x", description="", url="https://example.org/desk/", edit="https://example.org/me/desk/edit/main/")


def test_a_page_has_its_full_address():
    """Where it is known where the site will stand."""
    assert (SITE.address("a.html"), Site(name="x", description="").address("a.html")) == ("https://example.org/desk/a.html", "")


def test_a_review_is_edited_where_it_is():
    """A name with blanks is quoted."""
    assert SITE.edit_address("seeds/a b.review.yml") == "https://example.org/me/desk/edit/main/seeds/a%20b.review.yml"


def test_a_review_that_is_not_there_is_made():
    """Under its name, in the folder of the seeds."""
    assert SITE.new_address("seeds/a b.review.yml") == "https://example.org/me/desk/new/main/seeds?filename=a+b.review.yml"


def test_a_host_without_that_form_gets_the_address_of_the_file():
    """Not every host makes files by address."""
    site = Site(name="x", description="", edit="https://example.org/src/main/")
    assert site.new_address("seeds/a.review.yml") == "https://example.org/src/main/seeds/a.review.yml"


def test_no_repository_no_address():
    """Nothing is offered where it is not known where the files are."""
    assert Site(name="x", description="").new_address("seeds/a.review.yml") == ""
