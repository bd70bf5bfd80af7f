"""The site of the example library, built twice in different circumstances: the same bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def twice(root, tmp_path_factory) -> list[Path]:
    """The examples in two folders: by `briefs build` in one process, and by `mkdocs build --strict` in two."""
    circumstances = [
        ("one", "1", "UTC", 1, ["generator.cli", "build"]),
        ("other/place", "77", "Pacific/Auckland", 2, ["mkdocs", "build", "--strict"]),
    ]
    folders = []
    for name, seed, zone, workers, command in circumstances:
        folder = tmp_path_factory.mktemp("build") / name
        shutil.copytree(root / "examples" / "seeds", folder / "seeds")
        (folder / "briefs").mkdir()
        (folder / "mkdocs.yml").write_text("site_name: Examples\nsite_url: https://example.org/desk/\ndocs_dir: briefs\nstrict: true\n"
                                           f"plugins:\n  - briefs:\n      workers: {workers}\n", encoding="utf-8")
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "-m", *command], cwd=folder, env=environment, check=True)
        folders.append(folder)
    return folders


def test_the_briefs_are_the_same(twice):
    """Folder, hash seed, time zone, processes and command change no byte of briefs/."""
    assert tree(twice[0] / "briefs") == tree(twice[1] / "briefs")


def test_the_sites_are_the_same(twice):
    """Nor of site/, with its pages, feeds, exports and search index."""
    one, other = tree(twice[0] / "site"), tree(twice[1] / "site")
    assert [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)] == []


def test_every_document_has_a_page(twice, root):
    """No example is lost."""
    seeds = [path.stem for path in (root / "examples" / "seeds").iterdir() if path.suffix in (".txt", ".md")]
    assert [name for name in sorted(seeds) if not (twice[0] / "site" / f"{name}.html").is_file()] == []
