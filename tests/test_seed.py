"""The first real document, from end to end: what an analyst would want to find in its brief."""

import pytest

from generator.config import Options
from generator.models import Brief
from generator.pipeline import brief_of


@pytest.fixture(scope="module")
def brief(root) -> Brief:
    return brief_of(root / "seeds" / "alibaba-december-quarter-2024.txt", Options(), root / "seeds")


def rows(brief: Brief, **wanted: object) -> list:
    return [metric for metric in brief.metrics if all(getattr(metric, field) == value for field, value in wanted.items())]


def test_revenue_with_its_change_and_equivalent(brief):
    """Revenue of 280.2 billion yuan, up 8 % on the year, $38.6 billion."""
    (metric,) = rows(brief, value=280_200_000_000)
    assert (metric.metric, metric.entity, metric.unit, metric.status) == ("revenue", "Alibaba", "CNY", "actual")
    assert (metric.change.value, metric.change.unit, metric.change.direction, metric.change.basis) == (8, "percent", "up", "yoy")
    assert [(other.value, other.unit, other.text) for other in metric.equivalents] == [(38_600_000_000, "USD", "$38.6 billion")]


def test_revenue_is_of_the_fourth_quarter(brief):
    """The period stands in the text's words, and as days."""
    (metric,) = rows(brief, value=280_200_000_000)
    assert (metric.period.text, str(metric.period.start), str(metric.period.end)) == ("fourth quarter of 2024", "2024-10-01", "2024-12-31")


def test_consensus_is_a_row_of_its_own_and_the_surprise_is_computed(brief):
    """280.2 against 279.34 billion yuan is a surprise of 0.3 %."""
    (consensus,) = rows(brief, value=279_340_000_000)
    (actual,) = rows(brief, value=280_200_000_000)
    assert (consensus.metric, consensus.status, actual.surprise.against) == ("revenue", "consensus", consensus.id)
    assert actual.surprise.value == pytest.approx(0.31, abs=0.01)


@pytest.mark.parametrize(("value", "change"), [(4_300_000_000, 13), (5_170_000_000, 32)])
def test_segments_with_their_changes(brief, value, change):
    """The cloud unit's and the international commerce revenue, each with the growth that the next sentence gives."""
    (metric,) = rows(brief, value=value)
    assert (metric.metric, metric.unit, metric.change.value, metric.change.direction) == ("revenue", "USD", change, "up")


def test_six_people_with_their_roles(brief):
    """Who is named, and as what."""
    assert {person.name: (person.role, person.organisation) for person in brief.people} == {
        "Jack Ma": ("co-founder", "Alibaba"),
        "Eddie Wu": ("chief executive officer", "Alibaba"),
        "Joe Tsai": (None, "Alibaba"),
        "Xi Jinping": ("President", "People’s Republic of China"),
        "Li Chengdong": ("head", "Haitun"),
        "Jeffrey Towson": ("partner", "TechMoat Consulting"),
    }


@pytest.mark.parametrize(("speaker", "words"), [
    ("Eddie Wu", "artificial general intelligence is the primary objective of the company"),
    ("Eddie Wu", "in the next three years, the firm will spend more on machine intelligence infrastructure"),
    ("Li Chengdong", "its side business in the area of machine intelligence is also booming"),
    ("Jeffrey Towson", "the back-to-basics strategy is paying off"),
])
def test_indirect_speech_with_its_speaker(brief, speaker, words):
    """No quotation mark stands in this document; its statements are found all the same."""
    assert [quote.speaker for quote in brief.quotes if words in quote.text] == [speaker]


def test_risks_of_at_least_four_categories(brief):
    """The document names competition, regulators, the economy and geopolitics."""
    assert len({risk.category for risk in brief.risks}) >= 4


def test_title_and_date_are_derived(brief):
    """The text has neither a headline nor a dateline; both follow from what it says."""
    assert (brief.title.startswith("Alibaba"), str(brief.source.published)) == (True, "2025-02-20")


def test_nothing_was_invented(brief):
    """What the gate refused is counted, and it refused nothing."""
    assert brief.provenance.dropped == 0
