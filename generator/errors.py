"""Everything that can go wrong, told to the person who has to act.

BriefsError
├── ConfigError      mkdocs.yml or a command line that cannot be used      (exit code 2)
└── DocumentError    one document cannot become a brief                    (exit code 1)
    ├── SeedError    the seed file or its sidecar cannot be read
    └── ReviewError  a correction cannot be applied

A message has four parts: what happened, where (file and line), why, and what to do. Errors of other
libraries are translated once, where they are first seen.
"""

from dataclasses import dataclass


class BriefsError(Exception):
    """A problem that a person has to act on.

    Args:
        what: one clause that says what did not work.
        where: the file, with ``:line`` where it is known.
        why: the reason, in the words of the document or the library that complained.
        remedy: what to do about it, as an imperative.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", why: str = "", remedy: str = "") -> None:
        self.what, self.where, self.why, self.remedy = what, where, why, remedy
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The four parts on one line: ``where: what: why. Remedy.``"""
        head = ": ".join(part for part in (self.where, self.what, self.why) if part)
        return f"{head.rstrip('.')}. {self.remedy}".strip() if self.remedy else head


class ConfigError(BriefsError):
    """The configuration or the command line cannot be used; nothing was built."""

    exit_code = 2


class DocumentError(BriefsError):
    """One document cannot become a brief; the others go on."""


class SeedError(DocumentError):
    """A seed, or the sidecar beside it, cannot be read."""


class ReviewError(DocumentError):
    """A review file is not understood, or one of its corrections cannot be applied."""


@dataclass(frozen=True)
class Failure:
    """The record that a failed document leaves: the build goes on, and the exit code tells."""

    document: str
    message: str

    @classmethod
    def of(cls, document: str, error: BriefsError) -> "Failure":
        """The record of ``error`` for the document named ``document``."""
        return cls(document=document, message=error.message)
