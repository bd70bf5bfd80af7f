"""Who pronouns and nominals refer to."""

import pytest

from tests.language import analysed


@pytest.mark.parametrize(("text", "words", "name"), [
    ("Ada Quill met Tomas Brandvold. She left.", "She", "Ada Quill"),
    ("Ada Quill met Tomas Brandvold. He left.", "He", "Tomas Brandvold"),
    ("Tomas Brandvold met Henrik Vass. He left.", "He", "Tomas Brandvold"),
    ("Brillwick Foods lost money. The company will close two plants.", "The company", "Brillwick Foods"),
    ("Brillwick Foods lost money. Its rival Oskarby Steel gained.", "Its", "Brillwick Foods"),
    ("Henrik Vass, an analyst at Norrland Bank, was wrong. Sales rose. The analyst left.", "The analyst", "Henrik Vass"),
    ("Quenby Air, a small airline, lost money. Oskarby Steel gained. The airline will merge.", "The airline", "Quenby Air"),
    ("Brillwick Foods lost money. The pasta and bread chain, based in Oslo, will close.", "The pasta and bread chain", "Brillwick Foods"),
    ("Brillwick Foods lost money. One of the largest investors sold. The investor was angry.", "The investor", None),
    ("Brillwick Foods lost money. “It’s striking that nobody was dismissed,” Ada Quill said.", "It", None),
    ("President Ada Quill spoke. “Hm,” said Ben Vass, the president of Oskarby Steel. Quill left. The president slept.", "The president",
     "Ada Quill"),
    ("Brillwick Foods and Oskarby Steel lost money. The latter will close.", "The latter", "Oskarby Steel"),
    ("Brillwick Foods and Oskarby Steel lost money. The former will close.", "The former", "Brillwick Foods"),
    ("Brillwick Foods and Oskarby Steel lost money. The former chairman left.", "The former", None),
    ("Brillwick Foods lost money. Its owner sued Oskarby Steel, which could not repay its debt.", "its", "Oskarby Steel"),
    ("Brillwick Foods lost money. Brillwick Foods cut jobs. The owner of Quenby Air said sales fell.", "The owner", "Brillwick Foods"),
    ("Brillwick Foods lost money. The Norway company will close.", "The Norway company", "Brillwick Foods"),
    ("Sales rose. He left.", "He", None),
    ("Ada Quill runs Brillwick Foods. It was raining.", "It", None),
])
def test_words_refer_to(text, words, name):
    """A pronoun or a nominal belongs to the entity that it stands for, or to none."""
    analysis = analysed(text)
    start = text.rindex(words)
    found = [analysis.entities[mention.entity].name for mention in analysis.mentions_in(start, start + 1) if mention.form != "name"]
    assert found == ([name] if name else [])
