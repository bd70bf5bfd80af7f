"""Facts become a brief: gated, named, in order, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis import Analysis, Header
from generator.assemble import assemble, identified
from generator.models import Brief, Facts, KeyPoint, Metric, Period, Risk, Span, Surprise
from tests.factory import PROVENANCE, TEXT, brief, document, facts, span
from tests.timing import growth

FIRST, SECOND, THIRD = TEXT.split("\n\n")
ACTUAL = Metric(metric="revenue", label="revenue", value_text="120 million euros", evidence=(span(FIRST),))
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(lambda pair: Span(start=pair[0], end=pair[0] + pair[1]))
RISKS = st.builds(lambda where, status: Risk(category="macro", statement=where.of(TEXT) or "-", status=status, evidence=(where,)),
                  SPANS, st.sampled_from(["ongoing", "possible"]))


def ids(items) -> list[str]:
    """The ids of items."""
    return [item.id for item in items]


def made(*, header: Header | None = None, **kinds) -> Brief:
    """A brief of `TEXT` with these facts."""
    analysis = Analysis(document=document(), doc=None, sentences=(), header=header or Header(title="Up"))
    return assemble(analysis, Facts(**kinds), PROVENANCE)


def test_a_brief_has_its_facts_and_what_made_it():
    """Every fact has an id, the same in every version of the program, since reviews name it; and none was dropped."""
    result = brief()
    assert (ids(result.metrics), ids(result.quotes), ids(result.risks), result.provenance.dropped) == (
        ["metric-c5f4eed941"], ["quote-0f8793349d"], ["risk-4e24548b2a"], 0)


def test_what_is_not_in_the_source_is_dropped_and_counted():
    """The others stay."""
    invented = ACTUAL.model_copy(update={"value_text": "130 million euros"})
    result = made(metrics=(ACTUAL, invented))
    assert ([metric.value_text for metric in result.metrics], result.provenance.dropped) == (["120 million euros"], 1)


def test_items_stand_in_the_order_of_the_text():
    """Whatever the order in which they were found."""
    points = [KeyPoint(text=words, evidence=(span(words),)) for words in (THIRD, FIRST, SECOND)]
    assert [point.text for point in identified(points, TEXT)] == [FIRST, SECOND, THIRD]


def test_a_statement_made_twice_is_one_item_with_both_places():
    """Both spans are its evidence."""
    text = "Wool is dear.\n\nSheep are few.\n\nWool is dear."
    risks = [Risk(category="macro", statement="Wool is dear.", status="ongoing", evidence=(Span(start=at, end=at + 13),)) for at in (31, 0)]
    assert [item.evidence for item in identified(risks, text)] == [(Span(start=0, end=13), Span(start=31, end=44))]


def test_different_items_of_one_name_are_numbered():
    """In the order of the text, so that the first keeps its name."""
    other = ACTUAL.model_copy(update={"period": Period(text="first quarter")})
    first, second = ids(identified([ACTUAL, other], TEXT))
    assert second == f"{first}-2"


def test_an_id_does_not_depend_on_what_is_concluded():
    """A better reading of the same words is the same item."""
    better = ACTUAL.model_copy(update={"value": 120_000_000, "unit": "EUR", "entity": "Orrin Mills"})
    assert ids(identified([better], TEXT)) == ids(identified([ACTUAL], TEXT))


def test_an_id_does_not_depend_on_the_place():
    """Text put before it changes no id."""
    moved = ACTUAL.model_copy(update={"evidence": (Span(start=5, end=5 + len(FIRST)),)})
    assert ids(identified([moved], "Up.\n\n" + TEXT)[0:1]) != [""]
    assert ids(identified([moved], "Up.\n\n"[:5] + TEXT)) == ids(identified([ACTUAL], TEXT))


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "dropped"])
def test_a_surprise_follows_its_expectation(kept):
    """It is against the expectation's final id, and goes where the expectation was refused."""
    words = "8%" if kept else "9%"
    expected = Metric(id="c", metric="revenue", label="revenue", value_text=words, status="consensus", evidence=(span(FIRST),))
    actual = ACTUAL.model_copy(update={"id": "a", "surprise": Surprise(value=1, unit="percent", against="c")})
    metrics = {metric.status: metric for metric in made(metrics=(actual, expected)).metrics}
    surprise = metrics["actual"].surprise
    assert (surprise.against if surprise else None) == (metrics["consensus"].id if kept else None)


def test_the_summary_is_the_first_point_or_the_title():
    """A brief always has one."""
    point = KeyPoint(text=SECOND, evidence=(span(SECOND),))
    assert (made(key_points=(point,)).summary, made().summary) == (SECOND, "Up")


def test_the_sidecar_goes_before_the_text():
    """What the header found fills only what is not known from outside."""
    assert made(header=Header(title="Up", language="en")).source.language == "en"


def test_a_brief_round_trips_through_its_json():
    """What is written is what is read."""
    assert Brief.model_validate_json(brief().model_dump_json(by_alias=True)) == brief()


@given(st.lists(RISKS, max_size=12))
def test_ids_are_unique_and_independent_of_the_order_of_discovery(risks):
    """Any facts in any order give the same items, in order, with names of their own."""
    once, again = made(risks=tuple(risks)).risks, made(risks=tuple(reversed(risks))).risks
    assert (sorted(ids(once)), len(set(ids(once)))) == (sorted(ids(again)), len(once))
    assert [item.evidence[0].start for item in once] == sorted(item.evidence[0].start for item in once)
    assert [item for item in once if item.statement not in TEXT] == []


def test_time_grows_with_the_items_and_not_with_their_square():
    """Also where all of them say the same, or all are namesakes."""
    def same(n: int) -> None:
        identified([ACTUAL.model_copy(update={"evidence": (Span(start=at, end=at + 1),)}) for at in range(n)], " " * (n + 1))

    def namesakes(n: int) -> None:
        identified([ACTUAL.model_copy(update={"period": Period(text=str(number))}) for number in range(n)], TEXT)

    assert (growth(same, 500) < 10, growth(namesakes, 500) < 10) == (True, True)


def test_facts_are_not_changed():
    """What was given stays as it was."""
    given_facts = facts()
    brief(given_facts)
    assert given_facts == facts()
