"""Four times the document takes about four times the time, whatever it repeats."""

import pytest

from generator.analyse import analyse
from generator.analyse.language import read
from generator.extract import extract
from generator.ingest.normalise import normalise
from generator.models import Document, Source
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


def work(text: str) -> object:
    """All that is done for a document, files apart."""
    source = Source(path="seeds/x.txt", media_type="text/plain", sha256="0" * 64)
    return extract(analyse(Document(id="x", text=normalise(text), source=source)))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_grows_with_the_document(unit):
    """No part of the work is done for every pair of sentences, names or quotations."""
    assert growth(lambda n: work(f"{PROSE}\n\n{unit * n}"), 40) < 10


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
    document = Document(id="x", text=text, source=Source(path="seeds/x.txt", media_type="text/plain", sha256="0" * 64))
    assert {sentence.span.of(text) for sentence in read(document, "en_core_web_sm").sentences} == {
        "Revenue rose in the first quarter of the year."}
