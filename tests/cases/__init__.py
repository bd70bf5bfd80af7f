"""Cases are files: a YAML list FOLDER/NAME.yml under this folder, one mapping a case; adding one needs no code."""

from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).resolve().parent


def cases(folder: str, name: str) -> list[dict[str, Any]]:
    """The cases of tests/cases/FOLDER/NAME.yml."""
    return list(yaml.safe_load((CASES / folder / f"{name}.yml").read_text(encoding="utf-8")))
