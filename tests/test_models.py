from generator.models import Span, blocks, stable_id


def test_blocks_are_the_lines_that_hold_words():
    """A normalised text's blocks are its lines, empty ones left out."""
    assert blocks("Sales rose.\n\nProfit fell.") == [Span(start=0, end=11), Span(start=13, end=25)]


def test_an_id_does_not_depend_on_typography():
    """Case, width and blanks do not change an item's id."""
    assert stable_id("risk", "Demand  fell") == stable_id("risk", "demand fell")
