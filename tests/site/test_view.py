"""What the page of a brief prints: rows, their order and numbers."""

import pytest

from generator.models import Brief, Change, Facts, Metric, Person, Quote, Range, Risk, Subject, Surprise
from generator.site.view import BriefView
from tests.factory import TEXT, brief, facts, span

SENTENCE = span(TEXT.split("\n\n")[0])


def metric(**fields: object) -> Metric:
    usual = {"metric": "revenue", "label": "revenue", "value_text": "120 million euros", "evidence": (SENTENCE,)}
    return Metric.model_validate({**usual, **fields})


def with_metrics(*metrics: Metric) -> Brief:
    return brief().model_copy(update={"metrics": metrics})


def test_items_are_numbered_by_kind():
    """A metric, a risk and a quote are each the first of their kind."""
    made = brief(facts())
    assert sorted(ref.number for ref in BriefView(made).refs.values()) == ["M1", "Q1", "R1"]


def test_headlines_are_the_subjects_main_figures_once_each():
    """The figures of the subject go before others', reported ones before expected ones, and consensus is none."""
    found = with_metrics(
        metric(id="a", metric="dividend", label="dividend", value=2, entity="Orrin"), metric(id="b", value=9, entity="Rival"),
        metric(id="c", value=5, entity="Orrin"), metric(id="d", value=6, entity="Orrin", status="forecast"),
        metric(id="e", metric="net_income", label="profit", value=1, entity="Orrin", status="consensus"))
    found = found.model_copy(update={"subject": Subject(name="Orrin", kind="company", evidence=(SENTENCE,))})
    assert [row.item.id for row in BriefView(found).headlines] == ["c", "a"]


def test_metrics_stand_by_what_they_tell():
    """What is, what is to come, and what others expect stand apart; a group without metrics is none."""
    found = with_metrics(metric(id="a", value=1, status="consensus"), metric(id="b", value=2), metric(id="c", value=3, status="target"),
                         metric(id="d", value=4))
    assert [(title, [row.item.id for row in rows]) for title, rows in BriefView(found).groups] == [
        ("Reported", ["b", "d"]), ("Outlook and targets", ["c"]), ("Consensus", ["a"])]


@pytest.mark.parametrize(("kind", "name", "entity", "shown"), [
    ("results", "revenue", "Orrin", True), ("results", "revenue", "Rival", False), ("results", "headcount", "Orrin", False),
    ("market", "index", "The market", True), ("legal", "deal_value", "Rival", False)])
def test_the_figure_beside_a_title_tells_what_the_document_is_about(kind, name, entity, shown):
    """One of the subject's main figures, or on markets and in policy the one that moved; else none."""
    found = with_metrics(metric(id="a", metric=name, label=name, value=5, entity=entity))
    found = found.model_copy(update={"kind": kind, "subject": Subject(name="Orrin", kind="company", evidence=(SENTENCE,))})
    assert (BriefView(found).headline is not None) == shown


def test_statements_in_quotation_marks_go_first():
    """What people said in their own words stands apart from what the source makes of it."""
    said = tuple(Quote(id=kind, speaker="Ada Quill", speaker_kind="person", kind=kind, text="x", content=(SENTENCE,), evidence=(SENTENCE,))
                 for kind in ("indirect", "mixed", "direct"))
    made = brief().model_copy(update={"quotes": said})
    assert [[one.id for one in found] for _, found in BriefView(made).quotes] == [["mixed", "direct"], ["indirect"]]


def test_no_headline_without_a_number():
    """A direction alone is no figure."""
    assert BriefView(with_metrics(metric(id="a", change=Change(direction="down")))).headlines == ()


def test_a_surprise_names_what_was_expected():
    """A figure that was expected shows the expectation and the difference."""
    found = with_metrics(metric(id="a", value=120, unit="EUR", surprise=Surprise(value=20, unit="percent", against="b")),
                         metric(id="b", value=100, unit="EUR", status="consensus"))
    row = BriefView(found).metrics[0]
    assert (row.expected_value, row.surprise) == ("€100", "+20%")


def test_a_range_shows_both_bounds():
    """The lower bound alone would mislead."""
    assert BriefView(with_metrics(metric(id="a", value=5, unit="percent", range=Range(low=5, high=7)))).metrics[0].value == "5% – 7%"


def test_a_value_can_be_searched_by_its_scale():
    """Where the source writes no "million", the page gives the search the word."""
    rows = BriefView(with_metrics(metric(id="a", value=120_000_000, unit="EUR", value_text="€120m"),
                                  metric(id="b", value=120_000_000, unit="EUR"))).metrics
    assert [row.spoken for row in rows] == ["€120 million €120m", "120 million euros"]


def test_the_category_with_most_risks_goes_first():
    """Risks are grouped, and the greatest group opens."""
    risks = tuple(Risk(id=f"risk-{number}", category=category, statement="x", status="possible", evidence=(SENTENCE,))
                  for number, category in enumerate(("macro", "market", "market")))
    made = brief().model_copy(update={"risks": risks})
    assert [(category, len(found)) for category, found in BriefView(made).risks] == [("market", 2), ("macro", 1)]


def test_people_who_say_most_go_first():
    """Those quoted stand above those merely named."""
    people = tuple(Person(id=name, name=name, evidence=(SENTENCE,)) for name in ("Ada Quill", "Dana Brook"))
    quote = Quote(id="q", speaker="Dana Brook", speaker_kind="person", kind="direct", text="x", content=(SENTENCE,), evidence=(SENTENCE,))
    made = brief().model_copy(update={"people": people, "quotes": (quote,)})
    assert [(row.item.name, row.statements) for row in BriefView(made).people] == [("Dana Brook", 1), ("Ada Quill", 0)]


def test_a_withheld_text_has_no_citations():
    """Where the source is not published there is nothing to lead to."""
    view = BriefView(brief(facts()).model_copy(update={"text": ""}))
    assert (view.paragraphs, set(view.cites.values())) == ((), {()})


def test_no_facts_no_rows():
    """A brief without items is still a page."""
    view = BriefView(brief(Facts()))
    assert (view.metrics, view.headlines, view.risks, view.people) == ((), (), (), ())
