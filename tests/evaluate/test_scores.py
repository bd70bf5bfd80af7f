"""Counting over a folder of annotated documents, and what is said where an annotation is wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BriefsError
from generator.evaluate.report import as_json, lines
from generator.evaluate.scores import Rate, evaluate, matched
from tests.factory import TEXT, brief

ANNOTATION = {
    "people": [{"name": "Dana Brook", "role": "chief executive", "organisation": "Orrin Mills"}],
    "metrics": [{"metric": "revenue", "entity": "Orrin Mills", "value": 120_000_000, "unit": "EUR", "evidence": TEXT.split("\n\n")[0]},
                {"metric": "revenue", "direction": "up", "evidence": TEXT.split("\n\n")[0]}],
    "quotes": [{"speaker": "Dana Brook", "kind": "indirect", "text": ["demand", "will hold"], "evidence": TEXT.split("\n\n")[1]}],
    "risks": [{"category": "macro", "evidence": TEXT.split("\n\n")[2]}],
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "orrin.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "orrin.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return tmp_path


def test_each_kind_is_counted(folder):
    """The brief lacks the person and has the risk in another category; a row without a number is not scored."""
    scores = {score.part: (score.found, score.full) for score in evaluate(folder, lambda _: brief()).scores}
    assert scores == {"people": (Rate(0, 0, 1), Rate(0, 0, 1)), "metrics": (Rate(1, 1, 1), Rate(1, 1, 1)),
                      "quotes": (Rate(1, 1, 1), Rate(1, 1, 1)), "risks": (Rate(1, 1, 1), Rate(0, 1, 1))}


def test_each_slip_is_told(folder):
    """What is missed, and what is wrong in an attribute, stand on a line each above the figures."""
    told = list(lines(evaluate(folder, lambda _: brief()), errors=True))
    assert told[:2] == [
        "orrin: people: missed: name Dana Brook, role chief executive, organisation Orrin Mills",
        "orrin: risks: not the same: evidence Higher wool prices could squeeze margins., category macro — but the machine has "
        "statement Higher wool prices could squeeze margins., status possible, category operational"]


def test_figures_for_people(folder):
    """The table has a line for each kind: how many there are and were found, then precision, recall and F1, found and in full."""
    assert list(lines(evaluate(folder, lambda _: brief()), errors=False))[-1].split() == [
        "risks", "1", "1", "1.000", "1.000", "1.000", "0.000", "0.000", "0.000"]


def test_figures_for_machines(folder):
    """The JSON holds the same, and the slips where they are asked for."""
    data = json.loads(as_json(evaluate(folder, lambda _: brief()), errors=True))
    assert (data["documents"], data["scores"]["risks"]["found"], [slip["part"] for slip in data["slips"]]) == (
        1, {"hits": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}, ["people", "risks"])


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_every_item_is_used_once(asked, got):
    """No item stands in two pairs, and as many are paired as there can be."""
    pairs = matched(asked, got, lambda a, g, _: (float(a == g), True), "")
    assert (len({i for i, _, _ in pairs}), len({j for _, j, _ in pairs})) == (len(pairs),) * 2
    assert len(pairs) == sum(min(asked.count(n), got.count(n)) for n in set(asked))


def test_the_best_fit_comes_first():
    """An item that fits two goes to the one that it fits better."""
    assert matched([1, 10], [9], lambda a, g, _: (1 / (1 + abs(a - g)), False), "") == [(1, 0, False)]


@pytest.mark.parametrize(("name", "content", "message"), [
    ("orrin.json", "{", "{folder}/orrin.json:1: this is not JSON: Expecting property name enclosed in double quotes. "
                        "Correct the annotation; docs/evaluation.md shows its form."),
    ("orrin.json", '{"risks": [{"category": "weather", "evidence": "x"}]}',
     "{folder}/orrin.json: `risks.0.category` is not understood: Input should be 'competition', 'regulatory', 'macro', 'geopolitical', "
     "'financial', 'operational', 'strategic', 'market', 'governance' or 'environmental'. "
     "Correct the annotation; docs/evaluation.md shows its form."),
    ("orrin.json", '{"risks": [{"category": "macro", "evidence": "Wool is warm."}]}',
     "{folder}/orrin.json: this evidence is not in the document: “Wool is warm.”. "
     "Correct the annotation; docs/evaluation.md shows its form."),
    ("haldan.json", "{}", "{folder}/haldan.json: an annotation without its document: there is no haldan.txt or the like beside it. "
                          "Put the document there under the same name."),
])
def test_a_wrong_annotation_is_told(folder, name, content, message):
    """The message says which file, what is wrong with it, and what to do."""
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(BriefsError) as caught:
        evaluate(folder, lambda _: brief())
    assert caught.value.message == message.replace("{folder}", str(folder))


def test_an_empty_folder_is_told(tmp_path):
    """Where nothing is annotated, nothing can be measured."""
    with pytest.raises(BriefsError) as caught:
        evaluate(tmp_path, lambda _: brief())
    assert caught.value.message == (f"{tmp_path}: no annotated documents: it holds no NAME.json. "
                                    "Put documents there, each with its annotation beside it; see docs/evaluation.md.")
