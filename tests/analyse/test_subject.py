import pytest

from tests.reading import cases, read


@pytest.mark.parametrize("case", cases("header", "subjects"), ids=lambda case: case["why"])
def test_subject(case):
    """The subject is the entity that carries the news, or the topic that the text comes back to."""
    subject = read(case["text"]).subject
    assert (subject.name if subject else None, subject.kind if subject else None) == (case["subject"], case["kind"])


def test_evidence_names_it():
    """The evidence of the subject holds its name."""
    analysis = read("Nestle lowered its forecast. Nestle said that coffee had become dearer. Nestle shares fell.")
    assert analysis.subject.name in analysis.subject.evidence[0].of(analysis.text)
