"""What a reader gives: the text of a document and what the file says about it."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import field_validator

from generator.ingest.normalise import normalise
from generator.models import Origin

MAX_CHARACTERS = 1_000_000
"""More than this is a book, not a document: the language model's memory grows with it."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f<>\"\\]+")


class Meta(Origin):
    """What a sidecar or front matter says of a document, as people write it."""

    @field_validator("title", "author", "publisher", "language")
    @classmethod
    def _one_line(cls, value: str | None) -> str | None:
        return " ".join(normalise(value).split()) or None if value else None

    @field_validator("published", "retrieved", mode="before")
    @classmethod
    def _written_out(cls, value: Any) -> Any:
        if isinstance(value, str) and not _DATE.fullmatch(value):
            raise ValueError(f"{value[:40]!r} is not a date")
        return date.fromisoformat(value) if isinstance(value, str) else value

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value and not _ADDRESS.fullmatch(value):
            raise ValueError("an address starts with https:// or http:// and has no blanks")
        return value or None

    def over(self, other: "Meta") -> "Meta":
        """These values, and those of ``other`` where these are missing."""
        known: dict[str, Any] = {**other.model_dump(exclude_none=True), **self.model_dump(exclude_none=True)}
        return Meta(**known)


@dataclass(frozen=True)
class Content:
    """A file as a reader understood it, before `normalise`."""

    text: str
    meta: Meta = field(default_factory=Meta)
