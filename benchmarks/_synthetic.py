"""A large library that nobody wrote: the example briefs over and over, each time with other names, figures and words.

A word or figure is replaced by one of the same length, so that every span still holds. Names and words are drawn as they come up in the
press: a few often, most of them once or twice. The same size gives the same library.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

from generator.models import Brief

KEPT = {"id", "kind", "metric", "unit", "status", "category", "direction", "basis", "speaker_kind", "against", "media_type", "language",
        "schema", "sha256", "seed_sha256", "config_sha256", "generator", "model", "start", "end", "published", "retrieved", "cue"}
"""Fields that hold no words of the source."""
NAMES, WORDS = 600, 9000
"""Invented names and words of each length."""
REPLACED = 0.3
"""The share of longer words that each brief has for itself."""
FIRST = date(2015, 1, 2)
DAYS = 4000
SOUNDS = ("bcdfghjklmnprstvwz", "aeiou")
TOKEN = re.compile(r"\d+|[^\W\d_]+")

Change = Callable[[str], str]


def briefs(templates: Sequence[Brief], count: int) -> Iterator[Brief]:
    """``count`` briefs made from the templates in turn."""
    forms = [(json.loads(brief.model_dump_json(by_alias=True)), _names(brief)) for brief in templates]
    for number in range(count):
        form, names = forms[number % len(forms)]
        chance = random.Random(number)
        made = _changed(form, _replacing(names, chance))
        made["id"] = f"brief-{number:05}"
        made["source"] |= {"published": str(FIRST + timedelta(days=chance.randrange(DAYS))), "path": f"seeds/{made['id']}.txt"}
        yield Brief.model_validate(made)


def _names(brief: Brief) -> frozenset[str]:
    """The words of the names in a brief, in small letters."""
    found = [item.name for item in (*brief.people, *brief.organisations)] + ([brief.subject.name] if brief.subject else [])
    return frozenset(word.lower() for name in found for word in TOKEN.findall(name))


def _changed(value: Any, change: Change, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _changed(one, change, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_changed(one, change, key) for one in value]
    if key in KEPT or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return type(value)(change(repr(value)))
    return change(value) if isinstance(value, str) else value


def _replacing(names: frozenset[str], chance: random.Random) -> Change:
    """A function that puts, within one brief, always the same word or digit in the place of another."""
    digits = str.maketrans("123456789", "".join(chance.sample("123456789", 9)))
    words: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        token = match[0]
        if token.isdigit():
            return token if re.fullmatch(r"(19|20)\d\d", token) else token.translate(digits)
        small = token.lower()
        if small not in words:
            words[small] = _word(small, names, chance)
        found = words[small]
        return found.upper() if token.isupper() else found.capitalize() if token[0].isupper() else found
    return lambda text: TOKEN.sub(other, text)


def _word(word: str, names: frozenset[str], chance: random.Random) -> str:
    if len(word) < 4 or not word.isascii():
        return word
    if word in names:
        return _drawn(len(word), NAMES, chance)
    return _drawn(len(word), WORDS, chance) if len(word) > 5 and chance.random() < REPLACED else word


def _drawn(length: int, size: int, chance: random.Random) -> str:
    pool, shares = _pool(length, size)
    return chance.choices(pool, cum_weights=shares)[0]


@cache
def _pool(length: int, size: int) -> tuple[list[str], list[float]]:
    """Invented words of a length, and how often each comes up: the second half as often as the first, and so on (Zipf)."""
    chance = random.Random(f"{length} {size}")
    pool = ["".join(chance.choice(SOUNDS[place % 2]) for place in range(length)) for _ in range(size)]
    return pool, list(accumulate(1 / rank for rank in range(1, size + 1)))
