"""Documents that nobody would write: no crash, nothing invented, no time lost."""

import pytest

from generator.analyse import analyse
from generator.extract.metrics import extract
from generator.grounding import refusal
from tests.factory import document
from tests.timing import growth

TEXTS = {
    "many numbers": "Revenue was " + ", ".join(f"${number} million" for number in range(1, 1_000)) + ".",
    "nested brackets": "Revenue was $5m " + "(" * 500 + "$6m" + ")" * 500 + ".",
    "only signs": "$ € % £ -- ... 5 % $ -",
    "nothing": "",
    "no letters": "5 10 15 20 25%",
    "marks of direction": "\u202e%5 esor tiforP\u202c Revenue rose 5%.",
    "a table of bars": " | ".join(["|"] * 300),
    "an absurd table": "Net sales | " + " | ".join(str(number) for number in range(3_000)),
    "respectively without a list": "Revenue and profit were $5 million, respectively.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_whatever_is_found_stands_in_the_text(text):
    """Every metric of a hostile text is grounded."""
    assert [refusal(metric, text) for metric in extract(analyse(document(text))) if refusal(metric, text)] == []


def test_numbers_of_a_sentence_are_read_in_linear_time():
    """Four times as many numbers in a sentence take about four times as long, once the model has read them."""
    read = {count: analyse(document("Revenue was " + ", ".join(f"${number} million" for number in range(1, count)) + "."))
            for count in (10, 500, 2_000)}
    assert growth(lambda count: extract(read[count]), 500) < 8
