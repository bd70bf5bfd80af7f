"""Quality only goes up: F1 on annotated documents against the floors in generator/accuracy.yml.

The annotated documents lie beside the project, in ../shared/gold/dev, with the scorer in ../shared/tools; without them, the test
is skipped.
"""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from generator.accuracy import measured
from generator.cli import brief_json
from generator.config import Options
from generator.pipeline import brief_of

FLOORS = measured()[1]


def scorer(path: Path) -> ModuleType:
    """The scorer as a module, loaded where it lies."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores(root, tmp_path_factory) -> dict[str, dict]:
    """The scores of every part over all annotated documents."""
    shared = root.parent / "shared"
    if not (shared / "gold" / "dev").is_dir():
        pytest.skip("the annotated documents are not here")
    output = tmp_path_factory.mktemp("briefs")
    for path in sorted((shared / "gold" / "dev").glob("*.txt")):
        (output / f"{path.stem}.json").write_text(brief_json(brief_of(path, Options())), encoding="utf-8")
    return scorer(shared / "tools" / "score.py").score(shared / "gold" / "dev", output)


@pytest.mark.slow
@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: floor.part)
def test_no_part_falls_below_its_floor(scores, floor):
    """The F1 of a part is at least its floor, found and full."""
    reached = scores[floor.part]
    assert (reached["found"]["f1"] >= floor.found, reached["full"]["f1"] >= floor.full) == (True, True)
