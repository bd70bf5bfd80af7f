"""Rows of tables, as readers give them: one block a row, its cells joined by " | "."""

import re

CELL = re.compile(r"\s*\|\s*")
"""What stands between two cells."""


def is_row(text: str) -> bool:
    """True of a block that is a row of a table."""
    return " | " in text or text.startswith("| ")
