"""The words of the trade as data: one YAML file per list, read once, checked where it is used."""

from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Words(_Base):  # type: ignore[misc]
    """YAML in which "off", "on", "no" and "yes" are words, as they are in every list here, and not truth values."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


@cache
def load(name: str) -> Any:
    """The content of ``NAME.yml`` in this folder. Treat it as read-only: it is shared.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Words)  # noqa: S506 - a safe loader


@cache
def entries(name: str, key: str) -> frozenset[str]:
    """The entries of the list ``key`` in ``NAME.yml``, to ask whether a word is among them."""
    return frozenset(load(name)[key])


@cache
def countries() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The names of each country, the usual one first, and the words for what comes from it ("Sri Lankan")."""
    parts = (line.split("|") for line in load("gazetteer")["countries"])
    return tuple((tuple(name.strip() for name in names.split(",")), tuple(word.replace("-", " ") for word in adjectives.split()))
                 for names, adjectives in parts)
