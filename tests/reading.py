"""Reading a text in a test: what the stages make of words that a case holds."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.analyse import analyse
from generator.analysis import Analysis
from generator.ingest.normalise import normalise
from generator.models import Document, Source

CASES = Path(__file__).resolve().parent / "cases"


@cache
def read(text: str) -> Analysis:
    """The analysis of a plain text that nothing else is known about."""
    source = Source(path="seeds/case.txt", media_type="text/plain", sha256="0" * 64)
    return analyse(Document(id="case", text=normalise(text), source=source))


def cases(folder: str, name: str) -> list[dict[str, Any]]:
    """The cases of tests/cases/FOLDER/NAME.yml."""
    return list(yaml.safe_load((CASES / folder / f"{name}.yml").read_text(encoding="utf-8")))
