"""Markdown, with YAML front matter that may say what a sidecar says."""

from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.ingest.content import Content, Meta
from generator.ingest.sidecar import parse_meta
from generator.ingest.text import decode

FENCE = "---"


def read_markdown(raw: bytes, path: Path) -> Content:
    """The words of a Markdown file without its markup.

    Raises:
        SeedError: the bytes are not text, or the front matter is not understood.
    """
    front, body = _split(decode(raw, path))
    meta = parse_meta(front, path, line=2) if front else Meta()
    return Content("\n\n".join(_blocks(body)), meta)


def _split(text: str) -> tuple[str, str]:
    """Front matter (without its fences; empty if there is none) and body."""
    lines = text.splitlines(keepends=True)
    if lines and lines[0].rstrip() == FENCE:
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() == FENCE:
                return "".join(lines[1:number]), "".join(lines[number + 1:])
    return "", text


def _blocks(markdown: str) -> list[str]:
    """A string per paragraph, heading, list item and table row, in the order of the text."""
    result: list[str] = []
    row: list[str] | None = None
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            result.append(" | ".join(row))
            row = None
        elif token.type == "inline":
            words = _words(token)
            (result if row is None else row).append(words)
        elif token.type in ("fence", "code_block"):
            result.append(" ".join(token.content.split()))
    return [block for block in result if block.strip()]


def _words(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)
