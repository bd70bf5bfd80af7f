"""Small values are what they hold."""

from dataclasses import replace

from generator.records import record


@record
class Pair:
    """Two words."""

    one: str
    other: str = ""


def test_records_of_the_same_values_are_equal():
    """They compare, and stand in sets and dictionaries, by what they hold."""
    assert {Pair("a", "b"), Pair("a", "b"), replace(Pair("a"), other="b")} == {Pair("a", "b")}
