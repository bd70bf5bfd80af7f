"""The words of the trade as data: one YAML file per list, read once, checked where it is used."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The content of ``NAME.yml`` in this folder. Treat it as read-only: it is shared.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
