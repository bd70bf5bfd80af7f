"""A folder in which nearly everything is wrong: each thing is told once, and the rest is built."""

import os
from pathlib import Path

import pytest

from generator.build import plan, write
from generator.config import load_config
from generator.errors import ConfigError
from tests.factory import library
from tests.hostile.promises import PROSE

SEEDS = {
    b"empty.txt": b"", b"blank.md": b" \n\t\n", b"program.txt": b"\x7fELF\x00", b"latin.txt": b"caf\xe9",
    b"wide.txt": "Up".encode("utf-16"), b"twin.txt": b"Up.", b"twin.md": b"Down.", b"a\xff.txt": b"Up.", b"b\nc.txt": b"Up.",
    b"index.txt": b"Up.", b"front.md": b"---\ntitle: [\n---\nUp.", b"meta.txt": b"Up.", b"meta.meta.yml": b"headline: Up",
    b"review.txt": b"Up.", b"review.review.yml": b"dorp: []",
}
TOLD = ["seeds/a\\udcff.txt", "seeds/b\\nc.txt", "seeds/blank.md", "seeds/elsewhere", "seeds/empty.txt", "seeds/front.md:2",
        "seeds/index.txt", "seeds/latin.txt:1", "seeds/link.txt", "seeds/loop.txt", "seeds/meta.meta.yml:1", "seeds/program.txt",
        "seeds/review.review.yml", "seeds/twin.md, seeds/twin.txt", "seeds/wide.txt"]


def folder(path: Path) -> Path:
    """A library with one good seed among the bad ones; the path of its mkdocs.yml."""
    config = library(path / "desk", good=PROSE)
    seeds = config.parent / "seeds"
    for name, content in SEEDS.items():
        (seeds / os.fsdecode(name)).write_bytes(content)
    (path / "secret.txt").write_text(PROSE, encoding="utf-8")
    (seeds / "link.txt").symlink_to(path / "secret.txt")
    (seeds / "loop.txt").symlink_to("loop.txt")
    (seeds / "elsewhere").symlink_to(path)
    return config


def test_each_bad_document_is_told_and_the_good_one_is_built(tmp_path):
    """A message a document, beginning with its file, on one line, and none is a defect of the program."""
    config = load_config(folder(tmp_path))
    made = plan(config)
    write(made, config.briefs)
    messages = [failure.message for failure in made.failures]
    assert sorted(message.split(": ")[0] for message in messages) == TOLD
    assert [message for message in messages if "\n" in message or "defect" in message] == []
    assert [brief.id for brief in made.briefs] == ["good"]
    assert sorted(path.name for path in config.briefs.iterdir() if path.stem == "good") == ["good.json", "good.md"]


def test_nothing_half_written_remains(tmp_path):
    """Whatever failed, the folder of briefs holds whole files alone."""
    config = load_config(folder(tmp_path))
    write(plan(config), config.briefs)
    assert [path.name for path in config.briefs.rglob("*") if path.name.startswith(".") or path.stat().st_size == 0] == []


def test_a_seed_that_breaks_keeps_its_last_good_brief(tmp_path):
    """The site goes on showing what was true, and the failure is told."""
    config = load_config(library(tmp_path, good=PROSE))
    write(plan(config), config.briefs)
    (config.seeds / "good.txt").write_bytes(b"\xff")
    made = plan(config)
    assert ([brief.id for brief in made.briefs], len(made.failures)) == (["good"], 1)


def test_a_folder_that_cannot_be_looked_into_stops_the_build(tmp_path, monkeypatch):
    """Its seeds are not known, so that nothing may be said of their briefs; the message names the folder."""
    config = load_config(library(tmp_path, good=PROSE))
    closed = config.seeds / "closed"
    closed.mkdir()
    look = os.scandir

    def refused(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refused)  # the tests may run as root, who may look everywhere
    with pytest.raises(ConfigError) as caught:
        plan(config)
    assert caught.value.message == ("seeds/closed: this folder cannot be looked into: Permission denied. "
                                    "Make it one that you may read, or move it out of the folder of the seeds.")
