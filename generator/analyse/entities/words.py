"""The tokens of a document as plain lists, read once: what the rules for names look at."""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from generator.analyse.language import dictionary
from generator.analysis import Analysis
from generator.lexicon import countries, load

CAPITALISED = 3
"""Letters of the words that stay small in a headline."""
NO_HEADLINE = frozenset({"By", "by", ",", ".", ":", "|", "(", "/", "-", "--", "–", "—"})
"""What stands in lines that name authors, speakers and their titles, and in few headlines."""
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s", "'S", "’S"})


def _lexicon_set(name: str, *keys: str) -> frozenset[str]:
    lists = load(name)
    return frozenset(word for key in keys for word in lists[key])


def _names_of(key: str) -> frozenset[str]:
    return frozenset(load("given_names")[key].split())


@cache
def known_places() -> dict[str, list[str]]:
    """The countries that the lexicon holds, by every name of theirs in small letters, with the words for what comes from them."""
    return {name.lower().rstrip("."): list(adjectives) for names, adjectives in countries() for name in names}


@cache
def nationalities() -> frozenset[str]:
    """The words for what comes from a country that the lexicon holds: "Danish"."""
    return frozenset(word for adjectives in known_places().values() for word in adjectives)


@cache
def named_places() -> frozenset[str]:
    """The towns, states and regions that the lexicon holds, and the countries, in small letters."""
    gazetteer = load("gazetteer")
    return frozenset({*known_places(), *(place.lower().rstrip(".") for place in (*gazetteer["places"], *gazetteer["regions"]))})


@cache
def _known_institutions() -> frozenset[str]:
    return frozenset(load("organisations")["institutions"])


def _barred(texts: list[str], lowers: list[str], pos: list[str]) -> list[bool]:
    """For each token, whether it is in a line of capitals, where every word looks like a name, and is none elsewhere."""
    size = len(texts)
    loud = [False] * size
    first = 0
    for i in range(size + 1):
        if i == size or "\n" in texts[i]:
            spoken = [text for text in texts[first:i] if text.isalpha() and len(text) > 1]
            if len(spoken) > 2 and all(map(str.isupper, spoken)):
                loud[first:i] = [True] * (i - first)
            first = i + 1
    if not any(loud) or sum(loud) * 2 > size:
        return [False] * size
    named = {lowers[i] for i in range(size) if not loud[i] and pos[i] == "PROPN" and not texts[i].islower()}
    kept = named | known_places().keys() | _known_institutions()
    return [loud[i] and kept.isdisjoint((lowers[i], lowers[i].rstrip("."))) for i in range(size)]


def _headlines(texts: list[str]) -> list[bool]:
    """For each token, whether it is in a headline in which every longer word has a capital, so that a capital tells no name."""
    size, first = len(texts), 0
    titled = [False] * size
    for i in range(size + 1):
        if i == size or "\n" in texts[i]:
            line = [text for text in texts[first:i] if text.isalpha()]
            long = [text for text in line if len(text) > CAPITALISED]
            listed = not NO_HEADLINE.isdisjoint(texts[first:i])
            if len(line) > CAPITALISED and len(long) > 2 and all(map(str.istitle, long)) and not listed:
                titled[first:i] = [True] * (i - first)
            first = i + 1
    return titled


@dataclass(frozen=True)
class Words:
    """Parallel lists over a document's tokens: text, lower case, part of speech, dependency, head, offsets, first in its sentence."""

    texts: list[str]
    lowers: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    opening: list[bool]
    dictionary: frozenset[str]

    MALE: ClassVar[frozenset[str]] = _names_of("male")
    FEMALE: ClassVar[frozenset[str]] = _names_of("female")
    GIVEN: ClassVar[frozenset[str]] = MALE | FEMALE | _names_of("either")
    SURNAME_FIRST: ClassVar[frozenset[str]] = _names_of("surname_first")
    HONORIFICS: ClassVar[frozenset[str]] = frozenset(word for words in load("people")["honorifics"].values() for word in words)
    ADDRESSES: ClassVar[frozenset[str]] = frozenset(word for key in ("he", "she") for word in load("people")["honorifics"][key])
    HEADS: ClassVar[frozenset[str]] = _lexicon_set("people", "heads")
    PARTICLES: ClassVar[frozenset[str]] = _lexicon_set("people", "particles")
    AFTER_NAME: ClassVar[frozenset[str]] = _lexicon_set("people", "after_name")
    SUFFIXES: ClassVar[frozenset[str]] = _lexicon_set("organisations", "suffixes")
    COMPANY: ClassVar[frozenset[str]] = _lexicon_set("organisations", "company")
    INSTITUTION: ClassVar[frozenset[str]] = _lexicon_set("organisations", "institution")
    FIRM: ClassVar[frozenset[str]] = COMPANY | SUFFIXES
    ORGANISATION: ClassVar[frozenset[str]] = FIRM | INSTITUTION

    @classmethod
    def of(cls, analysis: Analysis) -> "Words":
        """The words of a document."""
        of = analysis.columns
        return cls(
            texts=of.texts, lowers=of.lowers, pos=of.pos, deps=of.deps, heads=of.heads, starts=of.starts,
            ends=[start + len(text) for start, text in zip(of.starts, of.texts, strict=True)], opening=of.opening,
            dictionary=dictionary(analysis.doc.vocab),
        )

    @cached_property
    def barred(self) -> list[bool]:
        """For each token, whether it is a word of a headline in capitals that the text does not use as a name."""
        return _barred(self.texts, self.lowers, self.pos)

    @cached_property
    def titled(self) -> list[bool]:
        """For each token, whether it is in a headline in which every word has a capital."""
        return _headlines(self.texts)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text has in small letters."""
        return frozenset(filter(str.islower, self.texts))

    def capital(self, i: int) -> bool:
        """True where the token has a capital letter and stands for a word."""
        text = self.texts[i]
        return text[0].isalpha() and not text.islower() and text.lower() != text

    def before(self, i: int, steps: int = 1) -> str:
        """The lower-case word ``steps`` before token ``i``, or nothing."""
        return self.lowers[i - steps] if i >= steps else ""

    def after(self, i: int, steps: int = 0) -> str:
        """The lower-case word ``steps`` after token ``i`` (which is the first behind a name), or nothing."""
        return self.lowers[i + steps] if i + steps < len(self.lowers) else ""

    def gender(self, first: int, last: int) -> str | None:
        """The pronoun of a person named by the tokens: ``he``, ``she``, or None where the name does not tell."""
        title = self.before(first)
        for pronoun in ("he", "she"):
            if title in load("people")["honorifics"][pronoun]:
                return pronoun
        given = self.lowers[first]
        if last - first > 1 and (given in self.MALE) != (given in self.FEMALE):
            return "he" if given in self.MALE else "she"
        return None


def spelled(words: Words, first: int, last: int) -> tuple[str, ...]:
    """What equal names share: the words in small letters, without accents, a legal form at the end and dots in abbreviations."""
    core = [word for word in words.lowers[first:last] if word[0].isalnum() or word == "&" or word in POSSESSIVES]
    while len(core) > 1 and core[-1] in words.SUFFIXES:
        core.pop()
    if len(core) > 1 and core[-1] in ("&", "and"):
        core.pop()
    return tuple("'s" if word in POSSESSIVES else unaccented(word.rstrip(".").removesuffix(".com")) for word in core)


def unaccented(word: str) -> str:
    """A word in small letters without the accents of Latin letters, which some texts leave out."""
    if word.isascii():
        return word
    letters = load("names")["letters"]
    plain = unicodedata.normalize("NFKD", "".join(letters.get(letter, letter) for letter in word))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return bare if bare.isascii() else word
