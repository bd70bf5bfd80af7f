"""What people write into `NAME.review.yml` beside a seed, read strictly; `review` applies it to the brief.

    status: reviewed
    by: A. Reader
    on: 2026-03-02
    brief: {title: A better title}
    rename: {A. Roe: Ada Roe}
    drop:
      - risk-0123456789
      - {in: quotes, text: words that the item holds}
    set:
      - {item: metric-0123456789, entity: Cloud unit}
    add:
      - {to: risks, evidence: "A sentence of the source.", category: macro, status: possible}

Every key may be missing.
"""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from generator.errors import ReviewError
from generator.handwritten import MistakeError, parse
from generator.models import DocumentKind, SubjectKind

SUFFIX = ".review.yml"
MAX_LENGTH = 200_000
"""Characters of a review."""


class Words(BaseModel):
    """An item named by its content: the first of its kind whose evidence or text holds these words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str = Field(alias="in")
    text: str

    def __str__(self) -> str:
        return f"{self.kind} with “{self.text}”"


class NewSubject(BaseModel):
    """A subject as a person names it; the name must stand in the source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    kind: SubjectKind


class Head(BaseModel):
    """Corrections to the brief as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    summary: str | None = None
    kind: DocumentKind | None = None
    subject: NewSubject | None = None

    @field_validator("title", "summary")
    @classmethod
    def _one_line(cls, value: str | None) -> str | None:
        return " ".join(value.split()) or None if value else None


class Corrections(BaseModel):
    """A review file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Literal["machine", "reviewed"] = "machine"
    by: str | None = None
    on: date | None = None
    brief: Head = Head()
    rename: dict[str, str] = Field(default_factory=dict)
    drop: tuple[str | Words, ...] = ()
    set: tuple[dict[str, Any], ...] = ()
    add: tuple[dict[str, Any], ...] = ()


_REMEDY = f"The keys are {', '.join(Corrections.model_fields)}; see docs/review.md."


def review_of(seed: Path) -> Path:
    """Where the review file of a seed is, whether or not it exists."""
    return seed.with_name(seed.stem + SUFFIX)


def read_review(path: Path, where: str) -> Corrections:
    """The corrections in the file at ``path`` (called ``where`` in messages); none where there is no file.

    Raises:
        ReviewError: the file is not YAML, or has a key or value that is not understood.
    """
    try:
        data = parse(path.read_bytes().decode("utf-8-sig"), MAX_LENGTH)
    except FileNotFoundError:
        return Corrections()
    except OSError as error:
        raise ReviewError("this review cannot be opened", where=where, why=error.strerror or str(error),
                          remedy="Make it a file that you may read, or delete it.") from None
    except UnicodeDecodeError as error:
        raise ReviewError("this review is not UTF-8", where=where, why=f"byte {error.start} is 0x{error.object[error.start]:02x}",
                          remedy="Save it as UTF-8 text.") from None
    except MistakeError as mistake:
        raise ReviewError("this is not YAML", where=f"{where}:{mistake.line}", why=mistake.why,
                          remedy="Mend the line; quote words that hold a colon.") from None
    if not isinstance(data or {}, dict):
        raise ReviewError("this holds no corrections", where=where, why="it is no mapping", remedy=_REMEDY)
    try:
        return Corrections.model_validate(data or {})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise ReviewError(f"`{key}` is not understood", where=where, why=first["msg"], remedy=_REMEDY) from None
