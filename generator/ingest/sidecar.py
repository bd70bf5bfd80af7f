"""The sidecar `NAME.meta.yml` beside a seed: what is known about the document from outside its text."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from generator.errors import SeedError
from generator.ingest.content import Meta

SUFFIX = ".meta.yml"
KNOWN = ", ".join(Meta.model_fields)


def sidecar_of(seed: Path) -> Path:
    """Where the sidecar of a seed is, whether or not it exists."""
    return seed.with_name(seed.stem + SUFFIX)


def read_sidecar(path: Path, where: Path) -> Meta:
    """What the sidecar at ``path`` (called ``where`` in messages) says; nothing where there is none.

    Raises:
        SeedError: it is not UTF-8, not YAML, or has a key or value that is not understood.
    """
    try:
        raw = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Meta()
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError("this sidecar cannot be read", where=str(where), why=str(error), remedy="Save it as UTF-8 text.") from None
    return parse_meta(raw, where)


def parse_meta(raw: str, path: Path, line: int = 1) -> Meta:
    """The meta data in a YAML text that begins at ``line`` of the file ``path`` (a sidecar, or front matter).

    Raises:
        SeedError: it is not understood.
    """
    try:
        data = yaml.safe_load(raw)
    except yaml.MarkedYAMLError as error:
        at = line + (error.problem_mark.line if error.problem_mark else 0)
        raise SeedError("this is not YAML", where=f"{path}:{at}", why=error.problem or str(error),
                        remedy="Write one `key: value` a line, and quote a value that holds a colon.") from None
    except (yaml.YAMLError, ValueError) as error:
        raise SeedError("this is not YAML", where=str(path), why=str(error).splitlines()[0],
                        remedy="Write one `key: value` a line.") from None
    if data is None:
        return Meta()
    if not isinstance(data, dict):
        raise SeedError("this holds no `key: value` lines", where=f"{path}:{line}", why=f"it is a {type(data).__name__}",
                        remedy=f"Write one `key: value` a line; the keys are {KNOWN}.")
    try:
        return Meta.model_validate({str(key): value for key, value in data.items()})
    except ValidationError as error:
        raise _explained(error, raw, path, line) from None


def _explained(error: ValidationError, raw: str, path: Path, line: int) -> SeedError:
    first = error.errors()[0]
    key = str(first["loc"][0])
    at = next((n for n, text in enumerate(raw.splitlines(), start=line) if text.lstrip("'\" ").startswith(key)), line)
    what = f"`{key}` is not a key" if first["type"] == "extra_forbidden" else f"the value of `{key}` is not understood"
    why = "" if first["type"] == "extra_forbidden" else first["msg"]
    return SeedError(what, where=f"{path}:{at}", why=why, remedy=f"The keys are {KNOWN}; dates are written YYYY-MM-DD.")
