"""The spaCy pass: tokens that are the text, and sentences that keep to their block."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.language import PIECE, WORD, _pieces, model_name, pipeline, read
from generator.errors import ConfigError
from generator.ingest.normalise import normalise
from generator.models import Document, Source, blocks
from tests.timing import growth

MODEL = "en_core_web_sm"
WORDS = ["Ostrel Foods", "rose", "5%", "“We grew.”", ".", "said", "👩‍💻", "e\u0301", "\n", " "]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))


def sentences_of(text: str):
    """The analysis of a text by the spaCy pass alone."""
    return read(Document(id="x", text=text, source=Source(path="seeds/x.txt", media_type="text/plain", sha256="0" * 64)), MODEL)


def test_sentences_of_a_paragraph():
    """A sentence is its words without the blanks around them."""
    text = "Ostrel Foods rose. Its rival fell.\n\nThe market did not move."
    assert [(sentence.block, sentence.span.of(text)) for sentence in sentences_of(text).sentences] == [
        (0, "Ostrel Foods rose."), (0, "Its rival fell."), (1, "The market did not move.")]


def test_a_sentence_ends_behind_a_unit():
    """The full stop behind "m" and "M" is not an abbreviation's."""
    text = "The mill cost £22m. It will shut in May. The site fetched $4M. Nobody was hurt."
    assert [sentence.span.of(text) for sentence in sentences_of(text).sentences] == [
        "The mill cost £22m.", "It will shut in May.", "The site fetched $4M.", "Nobody was hurt."]


def test_the_symbol_of_an_index_ends_no_sentence():
    """Nor does the stop in "(. TSX4)", with a blank behind it or without."""
    text = "The Tarn index (. TSX4) gained 3%. The Halden index (.HLD) fell."
    assert [sentence.span.of(text) for sentence in sentences_of(text).sentences] == [
        "The Tarn index (. TSX4) gained 3%.", "The Halden index (.HLD) fell."]


def test_a_heading_is_a_short_block_before_another():
    """The last block is none, nor is a sentence."""
    text = "Profit up at Ostrel Foods\n\nThe company earned more.\n\nEnd of the report"
    assert [sentence.heading for sentence in sentences_of(text).sentences] == [True, False, False]


@given(TEXTS)
@settings(max_examples=60)
def test_sentences_lie_within_their_blocks_and_cover_the_words(raw):
    """In the order of the text, without overlap, and nothing but blanks between two."""
    text = normalise(raw)
    analysis = sentences_of(text)
    spans = blocks(text)
    assert analysis.doc.text == text
    assert [s for s in analysis.sentences if not spans[s.block].start <= s.start < s.end <= spans[s.block].end] == []
    bounds = [0, *(edge for s in analysis.sentences for edge in (s.start, s.end)), len(text)]
    assert [text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True) if text[a:b].strip() or a > b] == []


@given(st.text(st.sampled_from("ab. \n"), max_size=60), st.integers(1, 400))
def test_the_pieces_of_a_text_are_the_text(words, times):
    """However long its blocks are, and no piece is longer than the model reads at once."""
    text = normalise(words * times)
    pieces = _pieces(text)
    assert ("".join(pieces), [piece for piece in pieces if len(piece.rstrip("\n")) > PIECE]) == (text, [])


def test_a_long_block_is_cut_behind_a_sentence():
    """A paragraph that is too long for the model loses none of its sentences."""
    sentence = "Ostrel Foods lifted its forecast for the year because sugar is cheaper. "
    assert {piece.rstrip().endswith("cheaper.") for piece in _pieces(sentence * 500 + "End.")[:-1]} == {True}


def test_a_word_without_end_is_cut():
    """Its tokens hold every character."""
    text = "a" * (3 * WORD + 1) + " rose."
    assert "".join(token.text_with_ws for token in sentences_of(text).doc) == text


@pytest.mark.parametrize("char", ['"', "$"])
def test_time_grows_with_the_text_and_not_with_its_square(char):
    """Marks without blanks between them take four times as long when there are four times as many."""
    assert growth(lambda n: sentences_of(char * n), 1_200) < 10


def test_a_model_that_is_not_installed_is_refused():
    """The message says how to get it."""
    with pytest.raises(ConfigError) as caught:
        pipeline("xx_no_such_model")
    assert caught.value.message == (
        "mkdocs.yml: plugins: briefs: model: the language model xx_no_such_model is not installed. "
        "Install it (python -m spacy download xx_no_such_model), or name one that is installed.")


def test_the_model_is_named_as_the_official_one():
    """A brief says which model read its document, and not where it was downloaded from."""
    assert model_name(MODEL).startswith("en_core_web_sm 3.")
