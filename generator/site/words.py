"""Words as the search compares them. `assets/search.js` does the same with what a reader types; cases hold the two together."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")
"""A figure, a sign of a script that sets no spaces, or a run of letters."""
POSSESSIVE = re.compile(r"[’']s(?![^\W\d_])")
THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
ENDINGS = tuple((re.compile(pattern), by) for pattern, by in (
    (r"(ies|ied)$", "y"), (r"sses$", "ss"), (r"([^us])s$", r"\1"), (r"^(\w*[aeiouy]\w*\w)(ing|ed)$", r"\1"),
    (r"([bdfgmnprt])\1$", r"\1"), (r"e$", "")))
"""What is taken off the end of an English word, one after the other, so that "cutting" is found as "cuts"."""
SHORT = 4
"""Letters below which a word stays as it is."""


def words(text: str) -> Iterator[str]:
    """The words and figures of a text in their order, as they are compared; of a compound with hyphens its parts."""
    return (stem(token) for token in plain(text))


def plain(text: str) -> list[str]:
    """The words of a text in small letters, without accents and unchanged otherwise."""
    folded = unicodedata.normalize("NFD", text)
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return TOKEN.findall(POSSESSIVE.sub(" ", letters.lower()))


@lru_cache(maxsize=2**17)
def stem(token: str) -> str:
    """A token in the form in which it is compared: a figure without its thousands' commas and idle zeros, a word without its ending."""
    if token[0].isdigit():
        figure = THOUSANDS.sub("", token).replace(",", ".")
        return figure.rstrip("0").rstrip(".") if figure.count(".") == 1 else figure
    if len(token) < SHORT or not token.isascii():
        return token
    for pattern, by in ENDINGS:
        token = pattern.sub(by, token)
    return token
