"""An analysis remembers what was computed of it, as long as that stays true."""

from tests.factory import TEXT
from tests.reading import read


def test_columns_are_the_tokens():
    """Each list says what the tokens say one by one."""
    analysis = read(f"{TEXT} İpek Tarn’s “😀” didn't rise 5%.")
    columns, doc = analysis.columns, analysis.doc
    assert (columns.texts, columns.starts, columns.heads) == ([t.text for t in doc], [t.idx for t in doc], [t.head.i for t in doc])
    assert (columns.lowers, columns.lemmas) == ([t.lower_ for t in doc], [t.lemma_.lower() for t in doc])
    assert (columns.pos, columns.tags, columns.deps) == ([t.pos_ for t in doc], [t.tag_ for t in doc], [t.dep_ for t in doc])
    assert columns.opening == [bool(t.is_sent_start) for t in doc]


def test_a_copy_keeps_what_still_holds_and_nothing_else():
    """The tokens stay those of the document, the mentions go with the entities."""
    analysis = read(TEXT)
    token = analysis.doc[0]
    assert analysis.mention_of(token) is not None
    other = analysis.with_(entities=())
    assert (other.columns is analysis.columns, other.mention_of(token)) == (True, None)
