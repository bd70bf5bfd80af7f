"""When an item of a brief is what a reader wrote down."""

import pytest

from generator.evaluate import annotations
from generator.evaluate.scores import PARTS
from generator.models import Item, Metric, Person, Quote, Risk
from tests.cases import cases
from tests.factory import span

WORDS = {"metrics": "Revenue rose to 120 euros.", "people": "Dana Brook spoke.", "quotes": "Brook said that demand will hold well.",
         "risks": "Wool prices could squeeze margins."}
TEXT = "\n\n".join((*WORDS.values(), "Prices fell."))
MODELS = {"metrics": (annotations.Metric, Metric), "people": (annotations.Person, Person), "quotes": (annotations.Quote, Quote),
          "risks": (annotations.Risk, Risk)}
DEFAULTS = {
    "metrics": {"metric": "revenue", "entity": "Orrin Mills", "value": 120, "unit": "EUR", "status": "actual"},
    "people": {"name": "Dana Brook", "role": "chief executive", "organisation": "Orrin Mills"},
    "quotes": {"speaker": "Dana Brook", "kind": "indirect", "text": "demand will hold well"},
    "risks": {"category": "operational"},
}
NEEDED = {"metrics": {"label": "revenue", "value_text": "120 euros"}, "people": {},
          "risks": {"statement": WORDS["risks"], "status": "possible"},
          "quotes": {"speaker_kind": "person", "content": (span("demand will hold well", TEXT),)}}


def asked(part: str, fields: dict) -> object:
    """The item as a reader writes it."""
    return MODELS[part][0].model_validate(DEFAULTS[part] | {"evidence": WORDS[part]} | fields)


def got(part: str, fields: dict) -> Item:
    """The item as a brief has it; ``words`` names the sentence that it rests on."""
    words = fields.pop("words", WORDS[part])
    return MODELS[part][1].model_validate(DEFAULTS[part] | NEEDED[part] | {"evidence": (span(words, TEXT),)} | fields)


@pytest.mark.parametrize("case", cases("evaluate", "alike"), ids=lambda case: f"{case['part']}: {case['why']}")
def test_an_item_is_what_the_reader_wrote(case):
    """Found at all, and in full, as the case says."""
    part = case["part"]
    fit, full = PARTS[part](asked(part, case.get("asked", {})), got(part, dict(case.get("got", {}))), TEXT)
    assert (bool(fit), full) == (case["found"], case.get("full", False))
