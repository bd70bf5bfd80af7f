"""Laws of the quantity parser: any rendering of a number parses back to it, and bad input breaks nothing."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.metrics.amounts import find_quantities
from generator.extract.metrics.notation import Written, amount_pattern
from generator.extract.metrics.numbers import value_of
from tests.timing import growth

WHOLE = st.integers(min_value=0, max_value=10**12)
CENTS = st.integers(min_value=0, max_value=10**9).map(lambda cents: cents / 100)
SCALES = {"": 1, "k": 1e3, "m": 1e6, " million": 1e6, "bn": 1e9, " billion": 1e9, " mln": 1e6, " trillion": 1e12, " crore": 1e7}
UNITS = {"%": "percent", " percent": "percent", " per cent": "percent", " pct": "percent", " percentage points": "percentage_points",
         " basis points": "basis_points", " bps": "basis_points"}
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]


def grouped_as_in_india(number: int) -> str:
    """12,34,567."""
    digits = str(number)
    if len(digits) <= 3:
        return digits
    head, tail = digits[:-3], digits[-3:]
    parts = [head[max(0, end - 2):end] for end in range(len(head), 0, -2)]
    return ",".join([*reversed(parts), tail])


@given(WHOLE)
def test_every_grouping_of_a_whole_number_parses_back(number):
    """Plain, with commas, Indian, with narrow blanks, Swiss."""
    commas = f"{number:,}"
    renderings = [str(number), commas, grouped_as_in_india(number), commas.replace(",", "\u202f"), commas.replace(",", "'")]
    assert [value_of(words) for words in renderings] == [number] * len(renderings)


@given(CENTS)
def test_decimals_parse_back(number):
    """With a point and grouped by commas; with a comma and grouped by points, where that can be nothing else."""
    english = f"{number:,.2f}"
    continental = english.translate(str.maketrans(",.", ".,"))
    assert [value_of(english), value_of(continental)] == [number, number]


@given(st.integers(0, 500), st.sampled_from([(1, 2), (1, 4), (3, 4), (1, 8), (5, 8), (7, 8)]))
def test_mixed_fractions_parse_back(whole, fraction):
    """15 1/4 and 15-1/4."""
    above, below = fraction
    wanted = whole + above / below
    assert [value_of(f"{whole}{joint}{above}/{below}") for joint in (" ", "-")] == [wanted, wanted]


@given(st.integers(1, 20), st.sampled_from([30, 40, 50, 60, 70, 80, 90]), st.integers(1, 9))
def test_words_parse_back(small, tens, ones):
    """Three, forty-five, one hundred and forty-five."""
    names = {30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
    compound = f"{names[tens]}-{WORDS[ones - 1]}"
    found = [value_of(words) for words in (WORDS[small - 1], compound, f"one hundred and {compound}")]
    assert found == [small, tens + ones, 100 + tens + ones]


@given(st.integers(1, 9_999), st.sampled_from(sorted(SCALES)), st.sampled_from(["$", "€", "£", "US$", "C$", "HK$"]))
def test_money_by_sign_and_scale_parses_back(number, scale, sign):
    """Whatever the sign and the scale, the amount is found whole, in base units."""
    text = f"They paid {sign}{number}{scale} then."
    (found,) = find_quantities(text)
    wanted = pytest.approx(number * SCALES[scale]), "money", f"{sign}{number}{scale}"
    assert (found.value, found.kind, text[found.start:found.end]) == wanted


@given(st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(sorted(UNITS)))
def test_rates_parse_back(number, unit):
    """Percent, percentage points and basis points in their forms."""
    (found,) = find_quantities(f"It rose {number}{unit} then.")
    assert (found.value, found.unit, found.kind) == (pytest.approx(float(number)), UNITS[unit], "rate")


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_range_holds_its_bounds(low, more):
    """The lower bound is the value, and takes scale and sign of the pair."""
    (found,) = find_quantities(f"between ${low} million and ${low + more} million")
    assert (found.value, found.high, found.unit) == (low * 1e6, (low + more) * 1e6, "USD")


@given(st.text(max_size=300))
def test_no_text_breaks_the_parser(text):
    """Whatever stands in a text, quantities lie inside of it, in order, none over another."""
    found = find_quantities(text)
    bounds = [bound for quantity in found for bound in (quantity.start, quantity.end)]
    assert (bounds == sorted(bounds), all(0 <= bound <= len(text) for bound in bounds)) == (True, True)


@given(st.text(alphabet="0123456789.,-$%€£ \u202e/abm()", max_size=200))
def test_no_mess_of_signs_breaks_the_parser(text):
    """Numbers glued to signs and letters give quantities with finite values, or none."""
    assert all(abs(quantity.value) <= 1e18 for quantity in find_quantities(text))


@pytest.mark.parametrize("text", ["1e400 dollars", "9" * 400 + " dollars", "NaN percent", "inf dollars", "Infinity%"])
def test_what_is_no_number_is_not_found(text):
    """Exponents, endless digits and words for no number."""
    assert find_quantities(text) == []


def test_many_numbers_take_linear_time():
    """Four times as many numbers in one sentence take about four times as long."""
    texts = {count: ", ".join(f"${number}" for number in range(count)) for count in (10, 2_500, 10_000)}
    assert len(find_quantities(texts[10_000])) > 0
    assert growth(lambda count: find_quantities(texts[count]), 2_500) < 8


def test_the_parts_of_an_amount_are_those_of_its_notation():
    """The groups of the regular expression stand in the order of the fields behind the offsets."""
    assert list(amount_pattern().groupindex) == list(Written._fields[2:])
