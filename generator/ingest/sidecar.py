"""The sidecar `NAME.meta.yml` beside a seed: what is known about the document from outside its text."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.errors import SeedError
from generator.ingest.content import Meta

SUFFIX = ".meta.yml"
KNOWN = ", ".join(Meta.model_fields)
MAX_LENGTH = 20_000
"""Characters of meta data; more is another file by mistake."""


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
    data = _load(raw, path, line)
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


class _Words(yaml.SafeLoader):
    """YAML whose plain values are words: a title may be a year, and what is no date is told as such."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag == "tag:yaml.org,2002:null"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def _load(raw: str, path: Path, line: int) -> Any:
    """The YAML value in ``raw``; an error names the line of the file."""
    if len(raw) > MAX_LENGTH:
        raise SeedError("this is too long to be meta data", where=f"{path}:{line}", why=f"it holds {len(raw):,} characters",
                        remedy=f"Write one `key: value` a line; the keys are {KNOWN}.")
    try:
        return yaml.load(raw, Loader=_Words)  # noqa: S506 - derived from SafeLoader
    except yaml.MarkedYAMLError as error:
        at, why = line + (error.problem_mark.line if error.problem_mark else 0), error.problem or "it cannot be read"
    except yaml.reader.ReaderError as error:
        at, why = line + raw.count("\n", 0, error.position), f"the character U+{error.character:04X} is not allowed"
    except (ValueError, RecursionError) as error:
        at, why = line, str(error).splitlines()[0]
    raise SeedError("this is not YAML", where=f"{path}:{at}", why=why[:200],
                    remedy="Write one `key: value` a line, and quote a value that holds a colon.")


def _explained(error: ValidationError, raw: str, path: Path, line: int) -> SeedError:
    first = error.errors()[0]
    key = str(first["loc"][0])
    unknown = first["type"] == "extra_forbidden"
    at = next((n for n, text in enumerate(raw.split("\n"), start=line) if text.lstrip("'\" {").startswith(key)), line)
    what = f"`{key[:80]}` is not a key" if unknown else f"the value of `{key}` is not understood"
    return SeedError(what, where=f"{path}:{at}", why="" if unknown else first["msg"].removeprefix("Value error, "),
                     remedy=f"The keys are {KNOWN}; dates are written YYYY-MM-DD.")
