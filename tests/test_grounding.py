"""What does not rest on the source is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grounding import GAP, refusal, stands_in
from generator.models import Equivalent, Event, KeyPoint, Metric, Organisation, Period, Person, Quote, Risk, Role, Span
from tests.cases import cases
from tests.timing import growth

TEXT = ("Orrin Mills lifted revenue by 8% to 120 million euros ($131 million) in the first quarter.\n\n"
        "“Demand will hold,” said Dana Brook, its chief executive, “and so will we.”\n\n"
        "It [the mill] could lose its largest customer.")
FIRST, SECOND, THIRD = TEXT.split("\n\n")


def span(words: str) -> Span:
    """Where the words stand in the text."""
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


METRIC = Metric(metric="revenue", label="revenue", entity="Orrin Mills", value=120_000_000, unit="EUR", value_text="120 million euros",
                equivalents=(Equivalent(value=131_000_000, unit="USD", text="$131 million"),), period=Period(text="first quarter"),
                evidence=(span(FIRST),))
QUOTE = Quote(speaker="Dana Brook", speaker_kind="person", role="chief executive", organisation="Orrin Mills", kind="direct", cue="said",
              text=f"Demand will hold,{GAP}and so will we.", content=(span("Demand will hold,"), span("and so will we.")),
              evidence=(span(SECOND),))
RISK = Risk(category="market", statement="It [Orrin Mills] could lose its largest customer.", status="possible", evidence=(span(THIRD),))
PERSON = Person(name="Dana Brook", aliases=("Brook",), role="chief executive", organisation="Orrin Mills", mentions=(span("Dana Brook"),),
                other_roles=(Role(title="chief executive", organisation=None),), evidence=(span(SECOND),))
COMPANY = Organisation(name="Orrin Mills", aliases=("Mills",), mentions=(span("Orrin Mills"),), evidence=(span(FIRST),))
EVENT = Event(date=Period(text="first quarter", start=date(2024, 1, 1), end=date(2024, 3, 31)), text=FIRST, evidence=(span(FIRST),))
POINT = KeyPoint(text="Orrin Mills lifted revenue by 8% to 120 million euros", evidence=(span(FIRST),))
FAR = Span(start=0, end=len(TEXT) + 1)


@pytest.mark.parametrize("item", [METRIC, QUOTE, RISK, PERSON, COMPANY, EVENT, POINT], ids=lambda item: type(item).__name__)
def test_what_the_source_says_passes(item):
    """Each kind, with every field filled."""
    assert refusal(item, TEXT) is None


def test_a_title_that_several_people_share_is_each_ones():
    """The singular stands where the text has the plural, for titles alone."""
    text = "Analysts Dana Brook and Ed Brook left the Mills."
    person = Person(name="Dana Brook", aliases=(), role="Analyst", organisation=None, mentions=(Span(start=9, end=19),), other_roles=(),
                    evidence=(Span(start=0, end=len(text)),))
    assert refusal(person, text) is None
    assert refusal(person.model_copy(update={"name": "Mill"}), text) == "“Mill” is not in the text"


def test_only_the_last_word_of_a_title_may_stand_in_the_plural():
    """A title whose first word the text has in the plural is not in the text, nor is one that the text cuts."""
    text = "Heads of sales Dana Brook and Ed Brook left the Mills. A bossy note followed."
    person = Person(name="Dana Brook", aliases=(), role="Head of sales", organisation=None, mentions=(Span(start=15, end=25),),
                    other_roles=(), evidence=(Span(start=0, end=len(text)),))
    assert refusal(person, text) == "“Head of sales” is not in its evidence"
    assert refusal(person.model_copy(update={"role": "boss"}), text) == "“boss” is not in its evidence"


@pytest.mark.parametrize(("item", "reason"), [
    (METRIC.model_copy(update={"value_text": "20 million euros"}), "“20 million euros” is not in its evidence"),
    (METRIC.model_copy(update={"evidence": (span(SECOND),)}), "“120 million euros” is not in its evidence"),
    (METRIC.model_copy(update={"equivalents": (Equivalent(value=1, text="$1"),)}), "“$1” is not in its evidence"),
    (METRIC.model_copy(update={"entity": "Orrin"}), None),
    (METRIC.model_copy(update={"entity": "Alder Mills"}), "“Alder Mills” is not in the text"),
    (METRIC.model_copy(update={"label": "sales"}), "“sales” is not in the text"),
    (METRIC.model_copy(update={"period": Period(text="the second quarter")}), "“the second quarter” is not in the text"),
    (METRIC.model_copy(update={"value_text": ""}), "“” is not in its evidence"),
    (QUOTE.model_copy(update={"text": "Demand will grow,"}), "“Demand will grow,” is not what its spans hold"),
    (QUOTE.model_copy(update={"content": (span(FIRST),), "text": FIRST}), f"“{FIRST}” is not in its evidence"),
    (QUOTE.model_copy(update={"cue": "argued"}), "“argued” is not in its evidence"),
    (QUOTE.model_copy(update={"speaker": "Ada Brook"}), "“Ada Brook” is not in the text"),
    (QUOTE.model_copy(update={"speaker": "Dan"}), "“Dan” is not in the text"),
    (QUOTE.model_copy(update={"content": (FAR,)}), "a span ends behind the text"),
    (RISK.model_copy(update={"statement": "It will lose its largest customer."}),
     "“It will lose its largest customer.” is not in its evidence"),
    (RISK.model_copy(update={"statement": "It [Alder Mills] could lose its largest customer."}), "“Alder Mills” is not in the text"),
    (PERSON.model_copy(update={"role": "chairman"}), "“chairman” is not in its evidence"),
    (PERSON.model_copy(update={"aliases": ("Mrs Brook",)}), "“Mrs Brook” is not in the text"),
    (PERSON.model_copy(update={"other_roles": (Role(title="owner"),)}), "“owner” is not in the text"),
    (PERSON.model_copy(update={"mentions": (FAR,)}), "a span ends behind the text"),
    (COMPANY.model_copy(update={"name": "Orrin Mills plc"}), "“Orrin Mills plc” is not in the text"),
    (EVENT.model_copy(update={"date": Period(text="Monday")}), "“Monday” is not in its evidence"),
    (EVENT.model_copy(update={"evidence": (FAR,)}), "a span ends behind the text"),
    (POINT.model_copy(update={"text": "Orrin Mills doubled revenue"}), "“Orrin Mills doubled revenue” is not in its evidence"),
])
def test_what_it_does_not_say_is_refused(item, reason):
    """The reason quotes the words that were not found."""
    assert refusal(item, TEXT) == reason


@pytest.mark.parametrize("case", cases("grounding", "stands_in"), ids=lambda case: f"{case['words']} in {case['text']}")
def test_words_stand_whole(case):
    """A part of a number is another number, and a part of a name another name."""
    assert stands_in(case["words"], case["text"]) == case["stands"]


@given(st.text(st.sampled_from("ab1.,% "), max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_words_between_blanks_stand_in_their_text(text, start, end):
    """Whatever a text holds between two blanks is found in it, and what is found is a part of it."""
    words = text[start:end].strip()
    assert stands_in(words, f"{text[:start]} {words} {text[end:]}") == bool(words)
    assert not stands_in(words, text) or words in text


def test_a_source_with_brackets_grounds_its_own_risk():
    """Brackets of the source's own are no insertion to be looked for elsewhere."""
    assert refusal(RISK.model_copy(update={"statement": THIRD}), TEXT) is None


def test_looking_for_a_word_is_linear():
    """Also where it begins everywhere and stands nowhere."""
    assert growth(lambda n: stands_in("aa", "a" * n), 20_000) < 10
