"""Markdown, with YAML front matter that may say what a sidecar says."""

from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.errors import SeedError
from generator.ingest.content import Content, Meta
from generator.ingest.markup import HIDDEN_TAGS, visible
from generator.ingest.sidecar import parse_meta
from generator.ingest.text import decode

FENCE = "---"


def read_markdown(raw: bytes, path: Path) -> Content:
    """The words of a Markdown file without its markup.

    Raises:
        SeedError: the bytes are not text, or the front matter is not understood.
    """
    front, body = _split(decode(raw, path), path)
    meta = parse_meta(front, path, line=2) if front else Meta()
    return Content("\n\n".join(_blocks(body)), meta)


def _split(text: str, path: Path) -> tuple[str, str]:
    """Front matter (without its fences; empty if there is none) and body."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].rstrip() != FENCE:
        return "", text
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is not None:
        return "\n".join(lines[1:end]), "\n".join(lines[end + 1:])
    if len(lines) > 1 and lines[1].split(":")[0].strip() in Meta.model_fields:
        raise SeedError("this front matter has no end", where=f"{path}:1", why=f"no other line is {FENCE}",
                        remedy=f"Close it with a line {FENCE}.")
    return "", text


def _blocks(markdown: str) -> list[str]:
    """A string per paragraph, heading, list item and table row, in the order of the text."""
    result: list[str] = []
    row: list[str] | None = None
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            result.append(" | ".join(row) if any(row) else "")
            row = None
        elif token.type == "inline":
            words = _words(token)
            (result if row is None else row).append(words)
        elif token.type in ("fence", "code_block"):
            result.append(" ".join(token.content.split()))
        elif token.type == "html_block":
            result.extend(visible(token.content).split("\n"))
    return [block for block in result if block.strip()]


def _words(token: Token) -> str:
    """The words of a paragraph: of an image its description, of inline HTML nothing but line breaks and what a page shows."""
    parts, hidden = [], False
    for child in token.children or []:
        if child.type == "html_inline":
            tag = child.content.lower()
            hidden = tag.startswith(HIDDEN_TAGS) or (hidden and not tag.startswith("</"))
            parts.append(" " if tag.startswith("<br") else "")
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "image") and not hidden:
            parts.append(child.content)
    return "".join(parts)
