"""Seed file -> `Document`: one reader per format, one registry, one normaliser.

A reader is a function from a file's bytes and its name in messages to `Content`. To add a format, write one and enter its suffix in
`READERS`.
"""

import hashlib
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from generator.errors import SeedError
from generator.ingest.content import MAX_CHARACTERS, Content, Meta
from generator.ingest.markdown import read_markdown
from generator.ingest.normalise import normalise
from generator.ingest.sidecar import read_sidecar, sidecar_of
from generator.ingest.text import read_text, too_long
from generator.models import Document, Source

READERS = {
    ".txt": ("text/plain", read_text),
    ".md": ("text/markdown", read_markdown),
}
SIDECARS = (".meta.yml", ".review.yml")
MAX_NAME = 200
"""Bytes of a name: the files made from it have longer ones, and file systems end at 255."""
UNSHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Categories of characters that no name may hold: controls, marks without a shape, undecodable bytes, line ends."""


def find_seeds(folder: Path) -> list[Path]:
    """The seeds below ``folder``, sorted by name: files with a known suffix that are neither hidden nor sidecars.

    Links that lead out of ``folder`` or to nothing are among them: `read_seed` says what is wrong with them.
    """
    return sorted(path for path in folder.rglob("*") if _is_seed(path, folder)
                  and not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _is_seed(path: Path, folder: Path) -> bool:
    if path.is_dir():
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    return path.suffix.lower() in READERS and (path.is_file() or path.is_symlink())


def read_seed(path: Path, root: Path | None = None) -> Document:
    """The document in the seed at ``path``.

    Args:
        path: the file; its stem is the document's id.
        root: the folder of the seeds. The source's path is given relative to its parent, and a link that leads out of it is refused.

    Raises:
        SeedError: the file or its sidecar cannot be read, is empty, too long, or of an unknown format.
    """
    where = _shown(path, root)
    _refuse_name(path, where)
    _refuse_link_out(path, root, where)
    media_type, reader = _reader_of(path, where)
    raw = _bytes_of(path, where)
    content = reader(raw, where)
    text = normalise(content.text)
    _refuse_unreadable(text, where)
    sidecar = sidecar_of(path)
    _refuse_link_out(sidecar, root, sidecar_of(where))
    meta = read_sidecar(sidecar, sidecar_of(where)).over(content.meta)
    source = Source(path=where.as_posix() if root else where.name, media_type=media_type, sha256=hashlib.sha256(raw).hexdigest(),
                    words=len(text.split()), **meta.model_dump())
    return Document(id=path.stem, text=text, source=source)


def _shown(path: Path, root: Path | None) -> Path:
    """The path as people know it: from the folder of the library, or as they gave it."""
    return path.relative_to(root.parent) if root else path


def _refuse_name(path: Path, where: Path) -> None:
    if any(unicodedata.category(char) in UNSHOWN for char in str(where)):
        raise SeedError("this seed's name cannot be shown", where=ascii(str(where))[1:-1],
                        why="it holds control characters, invisible marks, or bytes that are not UTF-8", remedy="Rename it.")
    if len(os.fsencode(path.name)) > MAX_NAME:
        raise SeedError("this seed's name is too long", where=str(where), why=f"it has more than {MAX_NAME} bytes", remedy="Rename it.")


def _refuse_link_out(path: Path, root: Path | None, where: Path) -> None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return
    if root and not target.is_relative_to(root.resolve()):
        raise SeedError("this is a link out of the folder of the seeds", where=str(where), why=f"it leads to {target}",
                        remedy="Copy the document into the folder instead of linking to it.")


def _reader_of(path: Path, where: Path) -> tuple[str, Callable[[bytes, Path], Content]]:
    try:
        return READERS[path.suffix.lower()]
    except KeyError:
        raise SeedError(f"no reader for files that end in {path.suffix or 'nothing'}", where=str(where),
                        remedy=f"Give the document as one of {', '.join(READERS)}.") from None


def _bytes_of(path: Path, where: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SeedError("this seed cannot be opened", where=str(where), why=error.strerror or str(error),
                        remedy="Check that the file exists and that you may read it.") from None


def _refuse_unreadable(text: str, where: Path) -> None:
    if not text:
        raise SeedError("this seed holds no text", where=str(where), remedy="Put the document's text into it, or delete it.")
    if len(text) > MAX_CHARACTERS:
        raise too_long(f"{len(text):,} characters", where)


__all__ = ["READERS", "Content", "Meta", "find_seeds", "read_seed"]
