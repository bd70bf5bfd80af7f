"""Names as keys and addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.names import company_key, fold, owner, person_key, slug, without_initials


@pytest.mark.parametrize(("name", "expected"), [
    ("The Vellmora Group Holding Ltd.", "vellmora"), ("Brandt & Söhne GmbH", "brandt and sohne"), ("Holding", "holding"),
    ("U.S. Tea Co.", "us tea"), ("O’Dell S.p.A.", "odell"), ("阿里巴巴", "阿里巴巴"), ("🦔", "🦔")])
def test_the_key_of_a_company(name, expected):
    """What tells companies apart remains, and something always does."""
    assert company_key(name) == expected


@pytest.mark.parametrize(("name", "expected"), [("Mr. Ola Brandt", "ola brandt"), ("Sir Ola Brandt, CBE", "ola brandt"), ("Dr", "dr")])
def test_the_key_of_a_person(name, expected):
    """Forms of address and degrees are no part of a name."""
    assert person_key(name) == expected


@pytest.mark.parametrize(("key", "expected"), [
    ("ola q brandt", "ola brandt"), ("ola q r brandt", "ola brandt"), ("o q brandt", "o q brandt"), ("ola van brandt", "ola van brandt"),
    ("ola q", "ola q")])
def test_initials_in_the_middle_of_a_name(key, expected):
    """They go, while a given name that is an initial itself stays."""
    assert without_initials(key) == expected


def test_marks_of_other_scripts_are_letters():
    """Japanese and Hindi marks tell words apart, so they stay."""
    assert fold("ガス") != fold("カス")


@pytest.mark.parametrize(("entity", "expected"), [("Vellmora’s cloud unit", "Vellmora"), ("Works' stores", "Works"), ("Vellmora", None)])
def test_the_owner_of_a_unit(entity, expected):
    """The words before the first possessive."""
    assert owner(entity) == expected


@given(st.text(max_size=6000), st.text(max_size=200))
def test_a_slug_stands_in_any_address_and_is_its_keys_own(one, other):
    """ASCII, bounded, no listing's name; different keys have different slugs."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(one))
    assert len(slug(one)) <= 72
    assert (slug(one) == slug(other)) == (one == other)


@pytest.mark.parametrize("key", ["index", "all", "con", "2031", "x" * 5000, "", "شركة"])
def test_a_slug_that_means_something_else_gets_a_hash(key):
    """Listings, device names and numbers are no company's address."""
    assert re.fullmatch(r"(.*-)?[0-9a-f]{10}", slug(key))


def test_a_plain_name_is_its_address():
    """No hash where none is needed."""
    assert slug("quintara motor works") == "quintara-motor-works"
