"""Names joined to entities; the cases stand in tests/cases/entities."""

import pytest
from spacy.tokens import Doc

from generator.analyse.entities import find_entities
from generator.analyse.language import DEFAULT_MODEL, pipeline
from generator.analysis import Analysis
from generator.models import Document, Source
from tests.language import analysed, cases
from tests.timing import growth


@pytest.mark.parametrize("case", cases("entities"))
def test_people_and_organisations_of_a_text(case):
    """Each is one entity, under the fullest form of its name."""
    found = [entity for entity in analysed(case["text"]).entities if entity.is_organisation or entity.kind == "person"]
    assert [{"name": entity.name, "kind": entity.kind, "aliases": list(entity.aliases)} for entity in found] == case["entities"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`", "´"])
def test_every_kind_of_apostrophe(apostrophe):
    """Offsets are exact whatever stands in a name."""
    analysis = analysed(f"Ada O{apostrophe}Quill left. 😀 Ms O{apostrophe}Quill{apostrophe}s car stayed.")
    assert all(analysis.text[mention.start:mention.end].strip() for entity in analysis.entities for mention in entity.mentions)


def test_names_that_run_from_right_to_left():
    """They crash nothing, and what stands beside them is found."""
    analysis = analysed("محمد علي met Ada Quill. אדה קוויל left. Ada Quill stayed.")
    assert [entity.name for entity in analysis.entities if entity.name == "Ada Quill"] == ["Ada Quill"]


def repeated(times: int) -> Analysis:
    """A document that says "Ada Quill left." so many times, without the model's pass over it."""
    nlp = pipeline(DEFAULT_MODEL)
    doc = Doc(nlp.vocab, words=["Ada", "Quill", "left", "."] * times, pos=["PROPN", "PROPN", "VERB", "PUNCT"] * times,
              deps=["compound", "nsubj", "ROOT", "punct"] * times, heads=[4 * i + head for i in range(times) for head in (1, 2, 2, 2)],
              ents=["B-PERSON", "I-PERSON", "O", "O"] * times)
    source = Source(path="x", media_type="text/plain", sha256="")
    return Analysis(document=Document(id="x", text=doc.text, source=source), doc=doc, sentences=())


def test_one_name_fifty_thousand_times():
    """It is one entity with all its mentions."""
    assert [len(entity.mentions) for entity in find_entities(repeated(50_000)).entities] == [50_000]


def test_time_is_linear_in_the_mentions():
    """Four times the mentions take about four times as long."""
    documents = {size: repeated(size) for size in (10, 2_000, 8_000)}
    assert growth(lambda size: find_entities(documents[size]), 2_000) < 9
