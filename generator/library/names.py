"""Names as keys and as addresses: when two of them mean one page, and what that page is called.

A key is what remains of a name without case, accents, dots and legal forms. A slug is a key that can stand in an address
and a file name everywhere: ASCII letters, digits and hyphens, at most 72 characters. Where the key holds more than a slug can
(another script, 5,000 characters), the slug ends in a hash of the key: so different keys have different slugs, and a page keeps
its address whatever other pages there are.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

from generator.lexicon import load

MAX_SLUG = 60
HASH = 10
RESERVED = re.compile(r"index|all|[\d-]+|con|prn|aux|nul|(?:com|lpt)\d")
"""Slugs that mean something else: lists, and the files that Windows does not allow."""
_DOTS = re.compile(r"(?<=\w)\.|[’'`´]")
_NOT_WORD = re.compile(r"[\W_]+")
_POSSESSIVE = re.compile(r"[’']s?(?=\s|$)")


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """The words of a name in lower case without accents and punctuation; the name itself where it has no letter or digit."""
    letters = _letters()
    folded = "".join(letters.get(char, char) for char in _unaccented(name.casefold()))
    words = _NOT_WORD.sub(" ", _DOTS.sub("", folded.replace("&", " and "))).strip()
    return words or name.strip()


@cache
def _letters() -> dict[str, str]:
    return dict(load("names")["letters"])


def _unaccented(text: str) -> str:
    """The text without the accents of Latin letters. Marks of other scripts are letters of their own, and stay."""
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(char):
            if base.isascii():
                continue
        else:
            base = char
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def company_key(name: str) -> str:
    """The key of a company or institution: its folded name without article and legal forms."""
    words = fold(name).split()
    forms = _set("legal_forms")
    while len(words) > 1 and words[-1] in forms:
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words.pop(0)
    return " ".join(words) or name


def person_key(name: str) -> str:
    """The key of a person: the folded name without forms of address and degrees."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _set("before_names"):
        words.pop(0)
    while len(words) > 1 and words[-1] in _set("after_names"):
        words.pop()
    return " ".join(words) or name


def without_initials(key: str) -> str:
    """A person's key without initials in its middle ("jon q smith"), which some texts give and others do not."""
    words = key.split()
    if len(words) < 3 or len(words[0]) == 1 or len(words[-1]) == 1:
        return key
    return " ".join([words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]])


@cache
def _set(part: str) -> Collection[str]:
    return frozenset(load("names")[part])


def owner(entity: str) -> str | None:
    """The words before the first possessive: the company that a unit belongs to ("Northwind’s cloud unit")."""
    found = _POSSESSIVE.search(entity)
    return entity[:found.start()] if found and found.start() else None


def unit(entity: str) -> str:
    """The words after the first possessive: "cloud unit" of "Northwind’s cloud unit"; all of them where there is none."""
    found = _POSSESSIVE.search(entity)
    return entity[found.end():].strip() or entity if found else entity


def slug(key: str) -> str:
    """The address of a key; see the module. Different keys have different slugs."""
    plain = re.sub(r"[^a-z0-9]+", "-", key.casefold()).strip("-")
    if plain and plain.replace("-", " ") == key and len(plain) <= MAX_SLUG and not RESERVED.fullmatch(plain):
        return plain
    return "-".join(filter(None, [plain[:MAX_SLUG].strip("-"), digest(key)]))


def digest(key: str) -> str:
    """Ten hex digits that stand for a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:HASH]
