"""Which words the search knows, so that a mistyped one can be told from a rare one, and the nearest be offered."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

WORD = re.compile(r"[a-z]{4,}")


def spelling_files(texts: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """``spelling-XX.json``: the words of the texts that begin with XX, the frequent ones first; ``spelling.json`` lists the beginnings.

    Words are those of four small letters at least, without accents.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(WORD.findall(fold(text))))
    parts: dict[str, list[str]] = defaultdict(list)
    for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        parts[word[:2]].append(word)
    yield "spelling.json", sorted(parts)
    yield from ((f"spelling-{part}.json", words) for part, words in sorted(parts.items()))


def fold(text: str) -> str:
    """A text in small letters, without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign)).lower()
