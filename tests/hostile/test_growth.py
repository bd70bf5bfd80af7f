"""Four times the document takes about four times the time, whatever it repeats."""

import pytest

from generator.analyse import DEFAULT_MODEL, STEPS, analyse
from generator.analyse.language import read
from generator.analysis import Analysis
from generator.extract import extract
from generator.ingest.normalise import normalise
from generator.models import Document, Facts, Source
from tests.hostile.promises import PROSE, brief_from, broken
from tests.timing import growth

pytestmark = pytest.mark.slow
UNITS = {
    "one name": "Dana Brook said that sales rose. ",
    "one company": "Orrin Mills plc fell. It said that the company would sell its mills. ",
    "one sentence": "Orrin Mills said that revenue rose 5% to 100 million euros because of lower tariffs. ",
    "quotations": "“We grew, and it was good,” said Dana Brook. ",
    "quotations that never end": "“We grew, and it was good. ",
    "paragraphs": "Orrin Mills plc said that sales rose 5% on Monday.\n\n",
    "speakers": "Dana Brook: We grew 5% this year.\n\n",
    "clauses of a sentence": "Dana Brook said that ",
}


ENDLESS = {
    "numbers": lambda n: "Revenue was " + ", ".join(map(str, range(n))) + ".",
    "amounts": lambda n: "Revenue was " + ", ".join(f"${i} million at the mill" for i in range(n)) + ".",
    "rates": lambda n: "Revenue rose " + " and ".join(f"{i % 100}% in May" for i in range(n)) + ".",
    "numbers that are none": lambda n: "1e400 dollars and NaN percent and " * n,
    "digits": lambda n: ("9" * 400 + " dollars ") * n,
    "quotation marks": lambda n: '"' * n,
    "open quotations": lambda n: "“We said so " * n,
    "quotations in quotations": lambda n: "He said " + "(“" * n + "we rose 5%" + "”)" * n + ".",
    "brackets": lambda n: "(" * n + "5%" + ")" * n,
    "a name": lambda n: "Dana Brook " * n,
    "names from right to left": lambda n: "محمد علي said that sales rose. " * n,
    "apostrophes": lambda n: "".join(f"Dana O{mark}Brook{mark}s firm rose. " for mark in "'’ʼ`´‘＇") * (n // 4),
    "words without a full stop": lambda n: "revenue rose and the company said that it would buy mills " * n,
    "data": lambda n: "".join(f"Mill {i} {i}.5 {i}%\n\n" for i in range(n)),
}
"""What one document can hold too much of, by how much there is."""


def document(text: str) -> Document:
    """A document that holds a text."""
    return Document(id="x", text=normalise(text), source=Source(path="seeds/x.txt", media_type="text/plain", sha256="0" * 64))


def work(text: str) -> object:
    """All that is done for a document, files apart."""
    return extract(analyse(document(text)))


def understood(analysis: Analysis) -> Facts:
    """All that is done for a document once the model has read it."""
    for step in STEPS:
        analysis = step(analysis)
    return extract(analysis)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_grows_with_the_document(unit):
    """No part of the work is done for every pair of sentences, names or quotations."""
    assert growth(lambda n: work(f"{PROSE}\n\n{unit * n}"), 40) < 10


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_the_rules_take_time_in_proportion(text):
    """Behind an article that makes the document readable; the model's own time is not counted."""
    article = "\n\n".join(PROSE.replace("Mills", name) for name in ("Mills", "Yarns", "Looms"))
    documents = {size: read(document(f"{article}\n\n{text(size)}"), DEFAULT_MODEL) for size in (10, 500, 2_000)}
    assert understood(documents[500]).quotes != ()
    assert growth(lambda size: understood(documents[size]), 500, times=3) < 9


def test_a_sentence_of_ten_thousand_numbers():
    """The model takes it in pieces, so that its time grows with it, too."""
    assert growth(lambda n: work(f"{PROSE} Revenue was {', '.join(map(str, range(n)))}."), 2_500, times=1) < 8


def test_names_that_are_all_different():
    """Nor for every pair of names."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"An{letters[i % 26]}{letters[i // 26 % 26]} Bro{letters[i * 7 % 26]}{letters[i // 13 % 26]}" for i in range(160)]
    assert growth(lambda n: work(" ".join(f"{name} of Orrin Mills said that sales rose." for name in names[:n])), 40) < 10


def test_normalising_a_paragraph_of_many_lines():
    """Wrapped lines are joined once."""
    line = "a line of words that is just as long as all the others\n"
    assert growth(lambda n: normalise(line * n), 2_000) < 10


def test_a_name_fifty_thousand_times():
    """The analysis of a name that fills a document grows with it."""
    assert growth(lambda n: work("Dana Brook " * n), 12_500, times=1) < 10


@pytest.mark.parametrize("text", ["a" * 1_000_000, "Revenue rose 5%, and Dana Brook left. " * 8_000],
                         ids=["without a blank", "of sentences"])
def test_one_enormous_line(text, tmp_path):
    """A document of one line gives a brief like any other."""
    assert broken(brief_from(text, tmp_path)) == []


def test_an_enormous_line_is_read_whole():
    """Its sentences are those of its parts."""
    text = normalise("Revenue rose in the first quarter of the year. " * 2_000)
    assert {sentence.span.of(text) for sentence in read(document(text), DEFAULT_MODEL).sentences} == {
        "Revenue rose in the first quarter of the year."}
