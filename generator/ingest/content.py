"""What a reader gives: the text of a document and what the file says about it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator


class Meta(BaseModel):
    """What is known about a document from outside its text. Every field may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    retrieved: date | None = None
    language: str | None = None

    @field_validator("title", "author", "publisher", "language")
    @classmethod
    def _one_line(cls, value: str | None) -> str | None:
        return " ".join(value.split()) or None if value else None

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("an address starts with https:// or http://")
        return value

    def over(self, other: "Meta") -> "Meta":
        """These values, and those of ``other`` where these are missing."""
        known: dict[str, Any] = {**other.model_dump(exclude_none=True), **self.model_dump(exclude_none=True)}
        return Meta(**known)


@dataclass(frozen=True)
class Content:
    """A file as a reader understood it, before `normalise`."""

    text: str
    meta: Meta = field(default_factory=Meta)
