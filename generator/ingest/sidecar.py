"""The sidecar `NAME.meta.yml` beside a seed: what is known about the document from outside its text."""

from pathlib import Path

from pydantic import ValidationError

from generator.errors import SeedError
from generator.handwritten import MistakeError, parse
from generator.ingest.content import Meta

SUFFIX = ".meta.yml"
KNOWN = ", ".join(Meta.model_fields)
MAX_LENGTH = 20_000
"""Characters of meta data."""


def sidecar_of(seed: Path) -> Path:
    """Where the sidecar of a seed is, whether or not it exists."""
    return seed.with_name(seed.stem + SUFFIX)


def read_sidecar(path: Path, where: Path) -> Meta:
    """What the sidecar at ``path`` (called ``where`` in messages) says; nothing where there is none.

    Raises:
        SeedError: it is not UTF-8, not YAML, or has a key or value that is not understood.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Meta()
    except OSError as error:
        raise SeedError("this sidecar cannot be opened", where=str(where), why=error.strerror or str(error),
                        remedy="Make it a file that you may read, or delete it.") from None
    try:
        return parse_meta(raw.decode("utf-8-sig"), where)
    except UnicodeDecodeError as error:
        raise SeedError("this sidecar is not UTF-8", where=f"{where}:{raw.count(10, 0, error.start) + 1}",
                        why=f"byte {error.start} is 0x{raw[error.start]:02x}", remedy="Save it as UTF-8 text.") from None


def parse_meta(raw: str, path: Path, line: int = 1) -> Meta:
    """The meta data in a YAML text that begins at ``line`` of the file ``path`` (a sidecar, or front matter).

    Raises:
        SeedError: it is not understood.
    """
    try:
        data = parse(raw, MAX_LENGTH)
    except MistakeError as mistake:
        raise SeedError("this is not YAML", where=f"{path}:{line + mistake.line - 1}", why=mistake.why,
                        remedy="Write one `key: value` a line, and quote a value that holds a colon.") from None
    if data is None:
        return Meta()
    if not isinstance(data, dict):
        raise SeedError("this holds no `key: value` lines", where=f"{path}:{line}",
                        why="it is a list" if isinstance(data, list) else "it is text without a key",
                        remedy=f"Write one `key: value` a line; the keys are {KNOWN}.")
    try:
        return Meta.model_validate({str(key): value for key, value in data.items()})
    except ValidationError as error:
        raise _explained(error, raw, path, line) from None


def _explained(error: ValidationError, raw: str, path: Path, line: int) -> SeedError:
    first = error.errors()[0]
    key = str(first["loc"][0])
    unknown = first["type"] == "extra_forbidden"
    at = next((n for n, text in enumerate(raw.split("\n"), start=line) if text.lstrip("'\" {").startswith(key)), line)
    what = f"`{key[:80]}` is not a key" if unknown else f"the value of `{key}` is not understood"
    return SeedError(what, where=f"{path}:{at}", why="" if unknown else first["msg"].removeprefix("Value error, "),
                     remedy=f"The keys are {KNOWN}; dates are written YYYY-MM-DD.")
