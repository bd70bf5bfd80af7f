import pytest

from generator.extract import extract
from generator.extract.risks.phrases import Lexicon, words_of
from generator.extract.risks.scope import in_main_clause, is_ahead, is_taken_back
from generator.extract.risks.score import scores
from generator.extract.risks.signals import phrases_in
from generator.extract.risks.statement import statement
from generator.grounding import refusal
from tests.reading import cases, read

FRAME = "Quillfeather Inc. makes fountain pens. {} The company publishes its report in May."


@pytest.mark.parametrize("case", cases("risks", "found"), ids=lambda case: case["text"][:40])
def test_found(case):
    """A sentence is a risk with its category and status, or none."""
    analysis = read(FRAME.format(case["text"]))
    risks = [risk for risk in extract(analysis).risks if risk.evidence[0].of(analysis.text) == case["text"]]
    expected = [(case["category"], case["status"])] if case["category"] else []
    assert [(risk.category, risk.status) for risk in risks] == expected


@pytest.mark.parametrize(("entry", "words"), [
    ("market share .. lose/shrink", ["Its market share has begun to shrink"]),
    ("at risk/sell-off", ["Jobs are at risk", "A sell-off followed"]),
    ("hit_v", ["The news hit shares"]),
])
def test_phrases(entry, words):
    """An entry is found by lemma, across a gap, and by part of speech."""
    assert [len(found(entry, text)) for text in words] == [1] * len(words)


def test_phrase_of_another_part_of_speech():
    """An entry for a verb does not find the noun."""
    assert found("hit_v", "The song was a great hit of the year") == []


def found(entry, text):
    """The places of an entry in a sentence."""
    words = words_of(read(f"{text}.").columns)
    return Lexicon({"it": [entry]}).find(words, 0, len(words))


@pytest.mark.parametrize("case", cases("risks", "scope"), ids=lambda case: case["text"][:40])
def test_scope(case):
    """Adverse words stand in the news or aside, are ahead or there, and may be taken back."""
    start = case["text"].index(case["words"])
    words = read(case["text"]).doc.char_span(start, start + len(case["words"]))
    assert (in_main_clause(words), is_ahead(words), is_taken_back(words)) == (case["main"], case["ahead"], case["back"])


def test_words_of_a_name():
    """A word inside of a longer name tells of nothing."""
    analysis = read("Fernhill Gulf Bank opened a branch. Fernhill Gulf Bank lends to makers of pens.")
    sentence = analysis.sentences[0]
    assert [match for match in phrases_in(analysis, sentence, words_of(analysis.columns)) if match.first < 3] == []


def test_scores_of_nothing():
    """A document without sentences has no scores."""
    assert scores([], {"bias": 0, "before": 0, "signals": {}}) == []


def test_statements_are_grounded():
    """What is inserted into a statement are words of the text, in brackets."""
    analysis = read("Nestle cut its forecast. It warned that higher costs could hurt the company.")
    assert {refusal(risk, analysis.text) for risk in extract(analysis).risks} == {None}


@pytest.mark.parametrize("case", cases("risks", "statements"), ids=lambda case: case["why"])
def test_statement(case):
    """The last sentence of a text, with the names of those it refers to."""
    analysis = read(case["text"])
    assert statement(analysis, analysis.sentences[-1]) == case["statement"]
