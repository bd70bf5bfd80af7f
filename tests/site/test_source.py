"""The source text as runs: whatever the evidence, the text stays as it is, and each item has a place to lead to."""

from hypothesis import given
from hypothesis import strategies as st

from generator.models import Brief, Facts, KeyPoint, Metric, Organisation, Quote, Risk, Span
from generator.site.source import citations, source_view
from tests.factory import TEXT, brief, span


def words(made: Brief) -> list[str]:
    """The paragraphs as they are printed."""
    return ["".join(run.text for passage in paragraph.passages for run in passage.runs) for paragraph in source_view(made)]


def anchors(made: Brief) -> list[str]:
    """Every anchor of the text, in its order."""
    found = []
    for paragraph in source_view(made):
        for passage in paragraph.passages:
            found += [passage.anchor] if passage.anchor else []
            found += [run.anchor for run in passage.runs if run.anchor]
    return found


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda pair: Span(start=pair[0], end=min(len(TEXT), pair[0] + pair[1])))
evidence = st.lists(spans, min_size=1, max_size=3).map(tuple)


@st.composite
def briefs(draw) -> Brief:
    """A brief whose items rest on any spans: overlapping, nested, across paragraphs."""
    return brief(Facts()).model_copy(update={
        "risks": tuple(Risk(id=f"risk-{number}", category="macro", statement="x", status="possible", evidence=found)
                       for number, found in enumerate(draw(st.lists(evidence, max_size=5)))),
        "key_points": tuple(KeyPoint(id=f"point-{number}", text="x", evidence=found)
                            for number, found in enumerate(draw(st.lists(evidence, max_size=3)))),
        "organisations": tuple(Organisation(id=f"organisation-{number}", name="x", mentions=found, evidence=found)
                               for number, found in enumerate(draw(st.lists(evidence, max_size=3))))})


@given(briefs())
def test_the_text_is_unchanged(made):
    """The runs of each paragraph put together are the paragraph."""
    assert words(made) == TEXT.split("\n\n")


@given(briefs())
def test_no_anchor_stands_twice(made):
    """An anchor leads to one place."""
    assert len(anchors(made)) == len(set(anchors(made)))


@given(briefs())
def test_every_citation_that_starts_in_words_has_its_anchor(made):
    """Evidence that starts inside a paragraph can be linked to."""
    blank = {f"s-{place}" for place, letter in enumerate(TEXT) if letter == "\n"}
    wanted = {cite.anchor for cites in citations(made).values() for cite in cites}
    assert wanted - blank - set(anchors(made)) == set()


def test_a_sentence_leads_to_all_that_rest_on_it():
    """A sentence that is evidence of a metric and a key point names both, in the order of the brief."""
    sentence = TEXT.split("\n\n")[0]
    made = brief(Facts(
        metrics=(Metric(metric="revenue", label="revenue", value=120_000_000, unit="EUR", value_text="120 million euros",
                        evidence=(span(sentence),)),),
        key_points=(KeyPoint(text=sentence, evidence=(span(sentence),)),)))
    assert source_view(made)[0].passages[0].items == (made.key_points[0].id, made.metrics[0].id)


def test_kinds_of_overlapping_words():
    """A value inside a key point's sentence is marked as both, and the rest of the sentence as the key point's."""
    sentence = TEXT.split("\n\n")[0]
    made = brief(Facts(
        metrics=(Metric(metric="revenue", label="revenue", value=120_000_000, unit="EUR", value_text="120 million euros",
                        evidence=(span(sentence),)),),
        key_points=(KeyPoint(text=sentence, evidence=(span(sentence),)),)))
    runs = source_view(made)[0].passages[0].runs
    assert [(run.text, run.kinds) for run in runs] == [
        ("Orrin Mills lifted revenue by 8% to ", ("key_points",)), ("120 million euros", ("key_points", "metrics")),
        (" in the first quarter.", ("key_points",))]


def test_what_was_said_is_marked_without_who_said_it():
    """Of a statement's sentence, the words of the statement."""
    made = brief(Facts(quotes=(Quote(speaker="Dana Brook", speaker_kind="person", kind="indirect", text="demand will hold", cue="said",
                                     content=(span("demand will hold"),), evidence=(span(TEXT.split("\n\n")[1]),)),)))
    assert [run.text for run in source_view(made)[1].passages[0].runs if run.kinds] == ["demand will hold"]


def test_a_citation_names_the_paragraph():
    """A row says in which paragraph its evidence stands."""
    sentence = TEXT.split("\n\n")[2]
    made = brief(Facts(risks=(Risk(category="macro", statement=sentence, status="possible", evidence=(span(sentence),)),)))
    assert [(cite.anchor, cite.paragraph) for cite in citations(made)[made.risks[0].id]] == [(f"s-{TEXT.index('Higher')}", 3)]
