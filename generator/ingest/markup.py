"""The words that a page shows of a piece of HTML, in linear time, however broken the HTML is."""

import re
from html import unescape

HIDDEN_TAGS = ("<script", "<style", "<template")
_ENDS = {"<script": "</script", "<style": "</style", "<template": "</template", "<!--": "-->"}
"""What hides the words behind it, and what shows them again."""
_INLINE = frozenset({"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
                     "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"})
_CELLS = frozenset({"td", "th"})
_TAG = re.compile(r"(<!--|-->|</?[A-Za-z][^<>]*>)")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


def visible(html: str) -> str:
    """The words of ``html`` without tags, comments, scripts and styles: a line per block, a table's cells joined by " | "."""
    parts: list[str] = []
    until = ""
    for piece in _TAG.split(html):
        start = piece[:10].lower()
        if until:
            until = "" if start.startswith(until) else until
            continue
        until = next((end for begin, end in _ENDS.items() if start.startswith(begin)), "")
        if not until and piece != "-->":
            parts.append(_shown(piece))
    lines = (" ".join(unescape(line).split()).removesuffix(" |") for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _shown(piece: str) -> str:
    """What a tag or the words between two tags add to the text."""
    if not _TAG.fullmatch(piece):
        return piece.replace("\n", " ")
    found = _NAME.match(piece)
    name = found[1].lower() if found else ""
    if name in _CELLS:
        return " | " if piece.startswith("</") else ""
    return "" if name in _INLINE else "\n"
