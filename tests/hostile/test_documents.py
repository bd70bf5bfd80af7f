"""Documents that nobody would write on purpose: a brief that keeps its promises, or none of it is shown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases import cases
from tests.hostile.promises import PROSE, brief_from, broken

CASES = cases("hostile", "documents")
FRAGMENTS = ["Orrin Mills plc", "Dana Brook", "Ms Brook", "the company", "she", "its chief executive", "analysts", "said",
             "told reporters", "that", "according to", "warned", "“", "”", "‘", "’", '"', "'", "(", ")", "[", "]", ",", ".", ":",
             ";", "–", "…", "\n", "\n\n", "revenue", "net profit", "margin", "rose", "fell", "to", "from", "by", "5%",
             "2.5 percentage points", "120 million euros", "£3bn", "$4m-$5m", "45p", "1,000", "in the first quarter",
             "on Monday", "in May 2024", "last year", "could", "because of", "tariffs", "a fine", "competition", "|", "😀", "é",
             "-"]


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_hostile_document_gives_a_brief_that_keeps_its_promises(case, tmp_path):
    """Every span, id and word holds; a document that cannot be read has no items, and a note that says why."""
    prose = f"{PROSE}\n\n" if case.get("prose") else ""
    brief = brief_from(prose + case["unit"] * case["times"], tmp_path)
    assert broken(brief) == []
    if not case.get("items", True):
        assert (brief.items(), len(brief.notes)) == ([], 1)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(" ".join))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_of_the_trade_give_a_brief_that_keeps_its_promises(tmp_path, words):
    """In any order, behind prose that makes the document readable."""
    assert broken(brief_from(f"{PROSE}\n\n{words}", tmp_path)) == []


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=120))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_characters_give_a_brief_that_keeps_its_promises(tmp_path, characters):
    """Within a sentence too."""
    assert broken(brief_from(PROSE.replace("wool", characters) + characters, tmp_path)) == []


@given(st.integers(0, len(PROSE)), st.integers(0, len(PROSE)))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_that_was_cut_gives_a_brief_that_keeps_its_promises(tmp_path, start, end):
    """Anywhere, also within a quotation or a number."""
    assert broken(brief_from(f"{PROSE}\n\n{PROSE[start:end]}.", tmp_path)) == []


@pytest.mark.parametrize("unit", ["{0}.5 ", "{0}.5, ", "${0}.5m ", "{0} {0}.5 -{0}%\n\n", "Mill {0} | {0}.5 | {0}%\n\n", "{0};{0}.5;_\n\n"])
def test_data_behind_an_article_change_nothing(unit, tmp_path):
    """Pages of numbers make no article unreadable, and no items."""
    data = "".join(unit.format(number) for number in range(100, 700))
    alone, whole = brief_from(PROSE, tmp_path), brief_from(f"{PROSE}\n\n{data}", tmp_path)
    assert broken(whole) == []
    assert (whole.metrics, whole.quotes, whole.people) == (alone.metrics, alone.quotes, alone.people)


def test_reading_twice_gives_the_same_brief(tmp_path):
    """No order of a set and no state of the model leaks into it."""
    assert brief_from(PROSE, tmp_path) == brief_from(PROSE, tmp_path)


def test_another_document_before_it_changes_nothing(tmp_path):
    """What a document says does not depend on what else is read."""
    alone = brief_from(PROSE, tmp_path)
    brief_from("Alder Bank fell 7% on Friday, said its chairman, Rufus Tarn. " * 30, tmp_path, "y.txt")
    assert brief_from(PROSE, tmp_path) == alone


def test_characters_beyond_the_basic_plane_move_no_span(tmp_path):
    """Offsets count code points, so that an emoji is one."""
    plain, shifted = brief_from(PROSE, tmp_path), brief_from(f"😀 {PROSE}", tmp_path)
    assert [item.evidence[0].of(shifted.text).removeprefix("😀 ") for item in shifted.quotes] == [
        item.evidence[0].of(plain.text) for item in plain.quotes]
