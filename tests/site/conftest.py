"""The built site of the example library, for tests that read its files."""

from pathlib import Path

import pytest

from tests.browser.conftest import build_library


@pytest.fixture(scope="session")
def example_site(root, tmp_path_factory) -> Path:
    """The folder of the site."""
    return build_library(tmp_path_factory.mktemp("example") / "library", root / "examples" / "seeds")
