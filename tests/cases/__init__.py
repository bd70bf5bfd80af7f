"""Cases are files: a YAML list under this folder, one mapping a case, each with a `name`."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases in the file ``name``.yml of this folder."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def names(found: list[dict[str, Any]]) -> list[str]:
    """What the test runner shows: the names of the cases."""
    return [case["name"] for case in found]
