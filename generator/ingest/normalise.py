"""One form for every text: a line per block (paragraph, heading, list item), an empty line between two.

Characters stay as they are, typographic ones included; only line ends, control characters and runs of blanks change.
Lines that an editor wrapped are joined again, so that a sentence is never cut by the width of somebody's screen.
"""

import itertools
import re
import statistics
import unicodedata

WRAPPED_WIDTH = range(40, 110)
"""Where the usual line of a hard-wrapped text ends, in characters."""

_BLANKS = re.compile(r"[^\S\n]+")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", "'", ")", "…")
_ITEM = re.compile(r"\s*(?:[-*•–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_SCRUB = {code: None for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: None, 0xFEFF: None}


def normalise(raw: str) -> str:
    r"""The normalised form of ``raw``: what a brief is published with, and what all offsets count in.

    >>> normalise("Sales rose.\\r\\nProfit fell.\\r\\n")
    'Sales rose.\\n\\nProfit fell.'
    """
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\x85", "\n")
                                 .replace("\u2028", "\n").replace("\u2029", "\n\n")).translate(_SCRUB)
    lines = text.split("\n")
    blocks = _rejoined(lines) if _is_wrapped(lines) else lines
    return "\n\n".join(block for block in (_BLANKS.sub(" ", line).strip() for line in blocks) if block)


def _is_wrapped(lines: list[str]) -> bool:
    """True where line ends come from a width and not from the writer: even lines that end in mid-sentence."""
    inner = [line.strip() for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    if len(inner) < 3:
        return False
    usual = statistics.median(len(line) for line in inner)
    open_ended = sum(not line.endswith(_ENDS) for line in inner) / len(inner)
    return usual in WRAPPED_WIDTH and max(map(len, inner)) <= usual * 1.6 and open_ended > 0.4


def _rejoined(lines: list[str]) -> list[str]:
    """Wrapped lines joined: a block ends at an empty line, before an indented line or a list item, and before a short heading."""
    blocks: list[str] = []
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    open_block = False
    for line in lines:
        indented = len(line) - len(line.lstrip()) >= margin + 2
        if not line.strip():
            open_block = False
        elif open_block and not indented and not (_ITEM.match(line) and blocks[-1].rstrip().endswith(_ENDS)):
            blocks[-1] = f"{blocks[-1]} {line.strip()}"
        else:
            blocks.append(line)
            open_block = True
    return blocks
