"""Numbers, dates and codes in words."""

from datetime import date
from typing import get_args

import pytest

from generator.lexicon import load
from generator.models import Amount, Basis, Change, DocumentKind, MetricStatus, Period, RiskCategory, RiskStatus
from generator.wording import (
    amount,
    attribution,
    change,
    computed,
    day,
    days,
    label,
    metric_name,
    month,
    number,
    other_words,
    reading_time,
    short_day,
    signed,
    span_of,
    stated,
)
from tests.making import metric, quote


@pytest.mark.parametrize(("value", "unit", "expected"), [
    (280_200_000_000, "CNY", "CNY 280.2 bn"), (279_340_000_000, "CNY", "CNY 279.34 bn"), (0.45, "GBP", "£0.45"), (0.5, "USD", "$0.50"),
    (-1_500_000, "USD", "−$1.5 m"), (4.5, "percent", "4.5%"), (25, "basis_points", "25 bp"), (1.2, "percentage_points", "1.2 pp"),
    (1200, "vehicle", "1,200 vehicles"), (1, "job", "1 job"), (2, "company", "2 companies"), (3, "person", "3 people"),
    (5e-7, "USD", "$0.0000005"), (100 / 3, "percent", "33.333%"), (12, None, "12"), (None, "USD", ""),
    (Amount(value=2e12, unit="JPY"), None, "¥2 tn"), (3, "桶", "3 桶")])
def test_amounts(value, unit, expected):
    """A number with its unit, short enough for a table."""
    assert amount(value, unit) == expected


@pytest.mark.parametrize(("words", "value", "unit", "expected"), [
    ("280.2 billion yuan", 280.2e9, "CNY", "CNY 280.2 bn"), ("€155 million", 155e6, "EUR", ""), ("20.0%", 20, "percent", ""),
    ("a third", 33.33, "percent", "33.33%"), ("fell", None, None, "")])
def test_a_computed_value_is_shown_where_it_tells_more(words, value, unit, expected):
    """What reads the same is not said twice."""
    assert computed(metric("Vellmora", value, unit=unit, value_text=words)) == expected


@pytest.mark.parametrize(("words", "value", "unit", "shown"), [
    ("169 million euros", 169e6, "EUR", False), ("2.0 billion Norwegian crowns", 2e9, "NOK", False),
    ("70.40 euros per share", 70.4, "EUR", False),
    ("41.3 per cent", 41.3, "percent", False), ("11,900", 11_900, "job", False), ("half", 50, "percent", True),
    ("$68.10 a barrel", 68.1, "USD", True), ("1,080", 1.08e9, "EUR", True), ("95 million crowns", -95e6, "NOK", True),
    ("fell", None, None, False)])
def test_the_sources_words_are_shown_where_they_tell_more(words, value, unit, shown):
    """The name of a currency, a scale in full and an idle zero are nothing more; a sign that the source has not written is."""
    assert stated(metric("Vellmora", value, unit=unit, value_text=words)) == (words if shown else "")


@pytest.mark.parametrize(("value", "expected"), [
    (1234.5, "1,234.5"), (-0.5, "−0.5"), (1.23456, "1.2346"), (1_000_000, "1,000,000"), (0, "0")])
def test_numbers(value, expected):
    """Thousands apart, a true minus, no decimals that say nothing."""
    assert number(value) == expected


@pytest.mark.parametrize(("moved", "expected"), [
    (Change(value=8, unit="percent", direction="up", basis="yoy"), "▲ +8% on the year"), (Change(direction="down"), "▼ down"),
    (Change(direction="flat", basis="qoq"), "▬ flat on the quarter"), (Change(value=3, unit="percent"), "3%"), (None, "")])
def test_changes(moved, expected):
    """A direction is told by an arrow, not by colour alone."""
    assert change(moved) == expected


def test_a_sign_is_shown_both_ways():
    """A surprise shows plus and minus."""
    assert [signed(0.3, "percent"), signed(-2, "percentage_points"), signed(0, "percent")] == ["+0.3%", "−2 pp", "0%"]


@pytest.mark.parametrize(("start", "end", "expected"), [
    (date(2031, 1, 1), date(2031, 3, 31), "1 January 2031 – 31 March 2031"), (date(2031, 1, 1), None, "1 January 2031"), (None, None, "")])
def test_periods_as_days(start, end, expected):
    """A period shows its days where they are known."""
    assert days(Period(text="q", start=start, end=end)) == expected


@pytest.mark.parametrize(("part", "codes"), [("categories", RiskCategory), ("statuses", MetricStatus), ("statuses", RiskStatus),
                                             ("kinds", DocumentKind), ("bases", Basis)])
def test_every_code_has_words(part, codes):
    """No code of the models is shown as it is."""
    assert set(get_args(codes)) <= set(load("labels")[part])


def test_an_unknown_code_is_shown_in_words():
    """A metric that the list does not name keeps its own words."""
    assert (label("net_income", "metrics"), label("free_float", "metrics"), label(None, "metrics")) == ("Net income", "free float", "")


def test_who_said_it():
    """What the text does not tell is left out."""
    assert [attribution(quote("Mira Solberg", "x", role="chairwoman")), attribution(quote(None, "x", "unattributed"))] == [
        "Mira Solberg, chairwoman", "Unattributed"]


def test_reading_time_is_never_nothing():
    """A short text takes a minute."""
    assert [reading_time(3), reading_time(1190)] == ["1 min", "5 min"]


@pytest.mark.parametrize(("start", "end", "shown"), [
    (date(2027, 1, 1), date(2027, 12, 31), "2027"), (date(2026, 1, 1), date(2026, 3, 31), "Q1 2026"),
    (date(2025, 7, 1), date(2025, 7, 31), "July 2025"), (date(2025, 1, 1), date(2025, 6, 30), "H1 2025"),
    (date(2025, 7, 1), date(2025, 12, 31), "H2 2025"), (date(2025, 4, 1), date(2025, 9, 30), "1 April 2025 – 30 September 2025"),
    (date(2025, 7, 2), date(2025, 7, 2), "2 July 2025"),
    (date(2025, 2, 1), date(2025, 4, 30), "1 February 2025 – 30 April 2025"), (None, None, ""),
])
def test_whole_periods_go_by_their_names(start, end, shown):
    """A year, a quarter or a month is named; other days are told."""
    assert span_of(Period(text="x", start=start, end=end)) == shown


def test_dates_do_not_speak_the_machines_language():
    """Whatever the locale of the machine, months have English names."""
    when = date(2031, 3, 4)
    assert (day(when), short_day(when), month(when), day(None)) == ("4 March 2031", "4 Mar 2031", "Mar 2031", "")


@pytest.mark.parametrize(("code", "words", "name", "other"), [
    ("net_income", "net profit", "Net income", "net profit"), ("revenue", "revenue", "Revenue", ""),
    ("eps", "per share", "Earnings per share", "per share"), ("net_income", "adjusted net income", "Adjusted net income", ""),
    ("ebitda", "EBITDA", "EBITDA", ""), ("eps", "Earnings per share (pence)", "Earnings per share", ""),
    ("other", "iPhone sales", "iPhone sales", ""), ("other", "customer deposits", "Customer deposits", ""),
    ("revenue", "5 dollars", "Revenue", ""), ("other", "5", "Other figure", "")])
def test_a_metric_has_one_name(code, words, name, other):
    """The common name heads a row, unless the source's words say more; where they differ they stand below it."""
    found = metric("Vellmora", 5, metric=code, label=words)
    assert (metric_name(found), other_words(found)) == (name, other)
