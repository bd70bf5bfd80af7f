"""One form for every text: a line per block (paragraph, heading, list item), an empty line between two.

Characters stay as they are, typographic ones included; only line ends, runs of blanks and what cannot be seen change.
Lines that an editor wrapped are joined again, so that a sentence is never cut by the width of somebody's screen.
"""

import itertools
import re
import unicodedata

WRAPPED_WIDTH = range(36, 140)
"""The widths that texts are wrapped to, in characters."""
SLACK, WIDE_SLACK = 10, 25
"""How much room a wrapped line may leave although the next word would fit: after a sentence's end, and within a sentence."""

_LINE_ENDS = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028]")
_PARAGRAPH_ENDS = re.compile("[\f\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", "'", ")", "…")
_ITEM = re.compile(r"\s*(?:[-*•–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_ROW = re.compile(r"\S(?: {3,}|\t)\S|^\s*\|")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_SUSPENDED = ("and ", "or ", "to ", "nor ", "but ")

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
_UNSEEN = {0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Soft hyphens, blanks without width, and marks that make a text look different from what it says."""
_SCRUB: dict[int, str | None] = {
    code: bytes([code]).decode("cp1252", "ignore") if 0x80 <= code < 0xA0 else None for code in _CONTROLS | _UNSEEN}


def normalise(raw: str) -> str:
    r"""The normalised form of ``raw``: what a brief is published with, and what all offsets count in.

    Characters that a wrong decoding left as C1 controls become what they are in Windows-1252, as in browsers.

    >>> normalise("Sales rose.\r\nProfit fell.\r\n")
    'Sales rose.\n\nProfit fell.'
    """
    text = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", raw)).translate(_SCRUB)
    lines = unicodedata.normalize("NFC", text).split("\n")
    width = _width(lines)
    blocks = _rejoined(lines, width) if width else lines
    return "\n\n".join(block for block in (_BLANKS.sub(" ", line).strip() for line in blocks) if block)


def _width(lines: list[str]) -> int:
    """The width that the lines were wrapped to, or 0 where line ends are the writer's (paragraphs, verse, lists).

    Of a wrapped text, most lines that another follows are so full that its first word had no room, many end in
    mid-sentence, and few begin with a capital letter.
    """
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    if len(pairs) < 3:
        return 0
    width = sorted(len(line.rstrip()) for line, _ in pairs)[len(pairs) * 9 // 10]
    full = sum(_room(line, after, width) <= SLACK for line, after in pairs)
    open_ended = sum(not _ended(line) for line, _ in pairs)
    capitals = sum(after.lstrip()[0].isupper() and not after.isupper() for _, after in pairs)
    wrapped = full > len(pairs) * 0.5 and open_ended > len(pairs) * 0.4 and capitals < len(pairs) * 0.7
    return width if width in WRAPPED_WIDTH and wrapped else 0


def _rejoined(lines: list[str], width: int) -> list[str]:
    """The blocks of a text that was wrapped to ``width``."""
    blocks: list[list[str]] = []
    for before, line in itertools.pairwise(["", *lines]):
        if before.strip() and line.strip() and _goes_on(blocks[-1], line, width):
            blocks[-1].append(line)
        elif line.strip():
            blocks.append([line])
    return [_joined(block) for block in blocks]


def _goes_on(block: list[str], line: str, width: int) -> bool:
    """True where ``line`` continues the paragraph or list item ``block``: not a new one, a table's row, a rule, or after a short line."""
    before = block[-1]
    if any(_ROW.search(text) or not any(map(str.isalnum, text)) for text in (before, line)):
        return False
    if _ITEM.match(line) and (_ended(before) or _ITEM.match(block[0])):
        return False
    if not _ended(before) and line.lstrip()[0].islower():
        return True
    room = _room(before, line, width)
    if _indent(line) >= _indent(before) + 2:
        hanging = len(block) == 1 and (_ITEM.match(before) or not _ended(before))
        return bool(hanging) and room <= SLACK
    return room <= (SLACK if _ended(before) else WIDE_SLACK)


def _joined(block: list[str]) -> str:
    """The lines as one; a word that was cut at its hyphen ("third-" / "quarter") is whole again."""
    parts = [block[0].strip()]
    for before, line in itertools.pairwise(block):
        words = line.strip()
        whole = _HYPHENATED.search(before.rstrip()) and words[0].islower() and not words.startswith(_SUSPENDED)
        parts.append(words if whole else f" {words}")
    return "".join(parts)


def _room(line: str, after: str, width: int) -> int:
    """How many characters ``line`` would still hold if it took the first word of ``after``; negative where it has no room."""
    return width - len(line.rstrip()) - 1 - len(after.split(maxsplit=1)[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _ended(line: str) -> bool:
    return line.rstrip().endswith(_ENDS)
