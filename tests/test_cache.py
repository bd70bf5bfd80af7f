"""The cache gives a brief back only for what it was made of."""

import os
from pathlib import Path

import pytest

from generator.cache import Cache
from generator.config import Options
from tests.factory import brief


def seed(path: Path, text: str = "Profit rose.") -> Path:
    """A file with this text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_brief_is_found_again(tmp_path):
    """What was put is what is got."""
    cache = Cache(tmp_path / "cache")
    key = cache.key(seed(tmp_path / "x.txt"), Options())
    cache.put(key, brief())
    assert (cache.get(key), cache.get("0" * 64)) == (brief(), None)


def test_a_broken_entry_is_none(tmp_path):
    """A file that was cut off is made again."""
    cache = Cache(tmp_path / "cache")
    cache.put("ab" * 32, brief())
    next(path for path in (tmp_path / "cache").rglob("*.json")).write_text("{")
    assert cache.get("ab" * 32) is None


def test_the_key_is_of_the_text_its_sidecars_its_place_and_the_options(tmp_path):
    """A change in any of them is another key; none is the same."""
    cache = Cache(tmp_path)
    path = seed(tmp_path / "a" / "x.txt")
    twin = seed(tmp_path / "b" / "x.txt")
    keys = [cache.key(path, Options()), cache.key(path, Options(publish_source="none")), cache.key(twin, Options())]
    for name in ("x.meta.yml", "x.review.yml"):
        seed(tmp_path / "a" / name, "")
        keys.append(cache.key(path, Options()))
    keys.append(cache.key(seed(path, "Profit fell."), Options()))
    assert (len(set(keys)), cache.key(path, Options())) == (6, keys[-1])


def test_a_link_has_another_key_than_a_copy(tmp_path):
    """So a link out of the seeds is refused whether or not its text was once read from a copy."""
    cache = Cache(tmp_path)
    path = seed(tmp_path / "x.txt")
    before = cache.key(path, Options())
    path.rename(tmp_path / "y.txt")
    path.symlink_to("y.txt")
    assert cache.key(path, Options()) != before


def test_any_name_has_a_key(tmp_path):
    """Bytes that are not UTF-8 too; what is wrong with the name is for the reader to say."""
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_text("Profit rose.")
    assert len(Cache(tmp_path).key(path, Options())) == 64


@pytest.mark.parametrize("target", [None, "x.txt"], ids=["nothing", "a loop"])
def test_a_seed_that_is_not_there_has_none(target, tmp_path):
    """The caller is told."""
    if target:
        (tmp_path / "x.txt").symlink_to(target)
    with pytest.raises(OSError):
        Cache(tmp_path).key(tmp_path / "x.txt", Options())
