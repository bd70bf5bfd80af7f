"""Lists of words as regular expressions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lexicon.patterns import any_of

FORMS = st.lists(st.text("abc. ", min_size=1, max_size=5).filter(lambda form: form == form.strip()), min_size=1, max_size=8)


@given(FORMS)
def test_each_form_is_matched_in_any_case(forms):
    """Those of one or two letters in their own."""
    pattern = re.compile(any_of(forms))
    assert [form for form in forms if not pattern.fullmatch(form)] == []
    assert [form for form in forms if len(form) > 2 and not pattern.fullmatch(form.upper())] == []


@given(FORMS, st.text("abc. ", max_size=8))
def test_the_longest_form_is_taken(forms, text):
    """As from the plain list of them, the longest first."""
    plain = [form for form in sorted(forms, key=len, reverse=True) if " " not in form]
    if plain:
        tree, listed = (re.match(pattern, text) for pattern in (any_of(plain), "|".join(map(re.escape, plain))))
        assert (tree and tree[0]) == (listed and listed[0])


@pytest.mark.parametrize("text", ["per cent", "percent", "per-cent", "Per - Cent"])
def test_a_blank_is_a_hyphen_or_nothing_too(text):
    """As writers join words."""
    assert re.fullmatch(any_of(["per cent"]), text)


def test_a_short_form_keeps_its_case():
    """A million is no metre."""
    assert [bool(re.fullmatch(any_of(["M", "mm"]), text)) for text in ("M", "m", "mm", "MM")] == [True, False, True, False]
