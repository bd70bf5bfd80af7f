"""Seed file -> `Document`: one reader per format, one registry, one normaliser.

A reader is a function from a file's bytes and its name in messages to `Content`. To add a format, write one and enter its suffix in
`READERS`.
"""

import hashlib
from pathlib import Path

from generator.errors import SeedError
from generator.ingest.content import Content, Meta
from generator.ingest.markdown import read_markdown
from generator.ingest.normalise import normalise
from generator.ingest.sidecar import read_sidecar, sidecar_of
from generator.ingest.text import read_text
from generator.models import Document, Source

READERS = {
    ".txt": ("text/plain", read_text),
    ".md": ("text/markdown", read_markdown),
}
SIDECARS = (".meta.yml", ".review.yml")
MAX_CHARACTERS = 1_000_000
"""More than this is a book, not a document: the language model's memory grows with it."""


def find_seeds(folder: Path) -> list[Path]:
    """The seeds below ``folder``, sorted by name: files with a known suffix that are neither hidden nor sidecars."""
    return sorted(path for path in folder.rglob("*")
                  if path.suffix.lower() in READERS and path.is_file()
                  and not path.name.endswith(SIDECARS)
                  and not any(part.startswith(".") for part in path.relative_to(folder).parts))


def read_seed(path: Path, root: Path | None = None) -> Document:
    """The document in the seed at ``path``.

    Args:
        path: the file; its stem is the document's id.
        root: the folder of the seeds. The source's path is given relative to its parent, and a link that leads out of it is refused.

    Raises:
        SeedError: the file or its sidecar cannot be read, is empty, too long, or of an unknown format.
    """
    _refuse_outside(path, root)
    media_type, reader = _reader_of(path)
    where = _shown(path, root)
    raw = _bytes_of(path, where)
    content = reader(raw, where)
    text = normalise(content.text)
    _refuse_unreadable(text, where)
    meta = read_sidecar(sidecar_of(path), sidecar_of(where)).over(content.meta)
    source = Source(path=where.as_posix() if root else where.name, media_type=media_type, sha256=hashlib.sha256(raw).hexdigest(),
                    words=len(text.split()), **meta.model_dump())
    return Document(id=path.stem, text=text, source=source)


def _shown(path: Path, root: Path | None) -> Path:
    """The path as people know it: from the folder of the library, or as they gave it."""
    return path.relative_to(root.parent) if root else path


def _refuse_outside(path: Path, root: Path | None) -> None:
    if root and not path.resolve().is_relative_to(root.resolve()):
        raise SeedError("this seed is a link out of the folder of the seeds", where=str(_shown(path, root)),
                        why=f"it leads to {path.resolve()}", remedy="Copy the document into the folder instead of linking to it.")


def _reader_of(path: Path):  # type: ignore[no-untyped-def]
    try:
        return READERS[path.suffix.lower()]
    except KeyError:
        raise SeedError(f"no reader for files that end in {path.suffix or 'nothing'}", where=str(path),
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
        raise SeedError(f"this seed holds {len(text):,} characters, more than the {MAX_CHARACTERS:,} that one document may have",
                        where=str(where), remedy="Split it into several documents.")


__all__ = ["READERS", "Content", "Meta", "find_seeds", "read_seed"]
