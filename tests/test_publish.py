from generator.models import Facts
from generator.publish import withhold
from tests.factory import brief, facts


def test_full_leaves_the_brief_as_it_is():
    """The whole text is published unless a library says otherwise."""
    assert withhold(brief(), "full") == brief()


def test_none_leaves_the_items_and_no_text():
    """Without the text, the items stay."""
    made = withhold(brief(), "none")
    assert (made.text, made.risks) == ("", brief().risks)


def test_evidence_keeps_the_sentences_that_items_rest_on():
    """What no item rests on is replaced by a sign that something is missing."""
    made = withhold(brief(Facts(risks=facts().risks)), "evidence")
    assert made.text == "[…]\n\nHigher wool prices could squeeze margins."


def test_spans_follow_the_text():
    """After words were left out, each span still holds the words that it held."""
    whole = brief(Facts(quotes=facts().quotes))
    made = withhold(whole, "evidence")
    assert [span.of(made.text) for quote in made.quotes for span in quote.content] == ["demand will hold"]
