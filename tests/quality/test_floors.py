"""Quality only goes up: F1 on annotated documents against the floors in generator/accuracy.yml.

The annotated documents lie beside the project, in ../shared/gold/dev; without them, the test is skipped.
"""

import pytest

from generator.accuracy import measured
from generator.config import Options
from generator.evaluate.scores import Score, evaluate
from generator.pipeline import brief_of

FLOORS = measured().floors


@pytest.fixture(scope="module")
def scores(root) -> dict[str, Score]:
    """The scores of every part over all annotated documents."""
    folder = root.parent / "shared" / "gold" / "dev"
    if not folder.is_dir():
        pytest.skip("the annotated documents are not here")
    return {score.part: score for score in evaluate(folder, lambda path: brief_of(path, Options())).scores}


@pytest.mark.slow
@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: floor.part)
def test_no_part_falls_below_its_floor(scores, floor):
    """The F1 of a part is at least its floor, found and full."""
    reached = scores[floor.part]
    assert (reached.found.f1 >= floor.found, reached.full.f1 >= floor.full) == (True, True)
