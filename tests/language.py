"""Sentences as the program understands them, for the cases in tests/cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.analyse import analyse
from generator.analysis import Analysis
from generator.ingest.normalise import normalise
from generator.models import Document, Source

CASES = Path(__file__).parent / "cases"


def analysed(text: str) -> Analysis:
    """A text as `analyse` understands it."""
    source = Source(path="case.txt", media_type="text/plain", sha256="")
    return analyse(Document(id="case", text=normalise(text), source=source))


def cases(kind: str) -> list[Any]:
    """The cases of one folder, each with the file and the place that it comes from as its name."""
    return [pytest.param(case, id=f"{path.stem}-{number}")
            for path in sorted((CASES / kind).glob("*.yml"))
            for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)]
