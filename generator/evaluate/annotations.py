"""Documents with what a careful reader found in them: NAME.json beside a document, in the form that docs/evaluation.md shows.

Every text that an annotation quotes must stand in its document, so that a slip of the reader does not count as one of the machine.
"""

import json
from collections.abc import Iterator
from glob import escape
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from generator.errors import BriefsError, ConfigError
from generator.models import Basis, Direction, MetricStatus, Number, QuoteKind, RiskCategory


class AnnotationError(BriefsError):
    """An annotation is not understood, or quotes words that its document does not have."""


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Quoted = Annotated[tuple[str, ...], BeforeValidator(_several), Field(min_length=1)]
"""Words of the document, verbatim: one string, or several where something else stands between them."""


class _Row(BaseModel):
    """A row of an annotation; keys that the scores do not need may stand there, too."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Person(_Row):
    """A named human being, with the title and the organisation that the document gives."""

    name: str
    role: str | None = None
    organisation: str | None = None


class Metric(_Row):
    """A fact with a number: a level, a change, or both."""

    metric: str
    entity: str | None = None
    value: Number | None = None
    unit: str | None = None
    change: Number | None = None
    change_unit: str | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    status: MetricStatus = "actual"
    evidence: Quoted


class Risk(_Row):
    """A sentence that states a threat."""

    category: RiskCategory
    evidence: Quoted


class Quote(_Row):
    """A statement and whose it is."""

    speaker: str | None = None
    kind: QuoteKind
    text: Quoted
    evidence: Quoted


class Annotation(_Row):
    """What a reader found in one document."""

    people: tuple[Person, ...] = ()
    metrics: tuple[Metric, ...] = ()
    risks: tuple[Risk, ...] = ()
    quotes: tuple[Quote, ...] = ()


def annotated(folder: Path) -> Iterator[tuple[Path, Path]]:
    """The documents of a folder with their annotations, by name.

    Raises:
        ConfigError: there are none, or an annotation stands without its document.
    """
    notes = sorted(folder.glob("*.json"))
    if not notes:
        raise ConfigError("no annotated documents", where=str(folder), why="it holds no NAME.json",
                          remedy="Put documents there, each with its annotation beside it; see docs/evaluation.md.")
    for note in notes:
        yield _document(note), note


def read(path: Path, text: str) -> Annotation:
    """The annotation in the file at ``path`` of a document with the normalised ``text``.

    Raises:
        AnnotationError: it is not JSON, lacks a key, or quotes words that the text does not have.
    """
    try:
        annotation = Annotation.model_validate(json.loads(path.read_text(encoding="utf-8-sig")))
    except json.JSONDecodeError as error:
        raise _mistake(f"{path}:{error.lineno}", "this is not JSON", error.msg) from None
    except UnicodeDecodeError as error:
        raise _mistake(str(path), "this is not UTF-8", f"byte {error.start} cannot be read") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise _mistake(str(path), f"`{'.'.join(map(str, first['loc']))}` is not understood", first["msg"]) from None
    words = " ".join(text.split())
    rows: tuple[Metric | Risk | Quote, ...] = (*annotation.metrics, *annotation.risks, *annotation.quotes)
    for row in rows:
        for part in row.evidence:
            if " ".join(part.split()) not in words:
                raise _mistake(str(path), "this evidence is not in the document", f"“{part[:120]}”")
    return annotation


def _document(note: Path) -> Path:
    seeds = [path for path in note.parent.glob(f"{escape(note.stem)}.*") if path.stem == note.stem and path.suffix != note.suffix]
    if seeds:
        return min(seeds)
    raise ConfigError("an annotation without its document", where=str(note), why=f"there is no {note.stem}.txt or the like beside it",
                      remedy="Put the document there under the same name.")


def _mistake(where: str, what: str, why: str) -> AnnotationError:
    return AnnotationError(what, where=where, why=why, remedy="Correct the annotation; docs/evaluation.md shows its form.")
