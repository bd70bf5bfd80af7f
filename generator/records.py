"""The small values that an analysis is made of, thousands of them a document."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A dataclass that is not to be changed once it is made, which the type checker sees to.

    ``dataclass(frozen=True)`` sees to it while the program runs, too; that makes each value take five times as long to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
