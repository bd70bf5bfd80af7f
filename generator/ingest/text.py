"""Plain text: UTF-8, with or without a byte order mark."""

import codecs
from pathlib import Path

from generator.errors import SeedError
from generator.ingest.content import MAX_CHARACTERS, Content


def decode(raw: bytes, path: Path) -> str:
    """The text of a file's bytes.

    Raises:
        SeedError: the bytes are not UTF-8, hold what no text does (NUL), or are more than a document's.
    """
    if len(raw) > 4 * MAX_CHARACTERS:
        raise too_long(f"{len(raw):,} bytes", path)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise SeedError("this seed is not UTF-8", where=str(path), why="it begins as UTF-16 does",
                        remedy="Convert it, for example: iconv -f UTF-16 -t UTF-8 old.txt > new.txt")
    if b"\x00" in raw:
        raise SeedError("this seed is not a text", where=str(path), why=f"byte {raw.index(0)} is NUL, as in programs and pictures",
                        remedy="Save the document as UTF-8 text.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SeedError("this seed is not UTF-8", where=f"{path}:{line}", why=f"byte {error.start} is 0x{raw[error.start]:02x}",
                        remedy="Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt") from None


def too_long(size: str, path: Path) -> SeedError:
    """The error of a document of ``size`` that is more than the analysis takes."""
    return SeedError(f"this seed holds {size}, more than the {MAX_CHARACTERS:,} characters that one document may have",
                     where=str(path), remedy="Split it into several documents.")


def read_text(raw: bytes, path: Path) -> Content:
    """A plain text file; it says nothing about itself."""
    return Content(decode(raw, path))
