"""Source text is untrusted: here it becomes text that no Markdown reader takes for anything else.

The rules hold for CommonMark, GitHub's Markdown (tables, strike-through, bare addresses, formulas, emoji) and Python-Markdown with
its usual extensions (admonitions, attribute lists). Backslashes are used only where all of them know them, entities elsewhere.
HTML is escaped by Jinja2's autoescape, not here.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no Markdown can hold, not even as an entity."""
_INLINE = re.compile(
    r"[`*_\[\]]"                                    # code, emphasis, links: known everywhere with a backslash
    r"|[<>|~{}\\\t\n\r\f\u2028\u2029]"            # tags, table cells, templates, line breaks
    r"|[\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # unseen turns of direction
    r"|&(?=#|\w+;)"                                 # an entity of the source's own
    r"|:(?=//|[a-z_+-][\w+-]*:)|(?<=www)\.(?=\S)"   # bare addresses, emoji codes
    r"|(?<=\S)\$(?!\w)",                            # the end of a formula; prices stay readable
    re.IGNORECASE)
_BACKSLASHED = frozenset("`*_[]")
_MARK_AT_START = re.compile(r"#|[+-](?=\s|$|[-+])|=(?=[=\s]|$)|:(?=[-\s]|$)|!(?=!)|\?(?=\?)|\d+(?=[.)](?:\s|$))")
_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_HOST = re.compile(r"[\w.:@\[\]%-]+")
_SAFE_IN_URL = "/:?#@!$&'*+,;=%~-._"


@lru_cache(maxsize=10_000)
def escape_markdown(text: str) -> str:
    """The text as one line of inline Markdown that renders as exactly this text, wherever it stands in a line.

    Control characters and lone surrogates become U+FFFD. Line breaks and blanks at either end survive as entities.
    """
    inner = _CONTROL.sub("\ufffd", text)
    body = inner.strip()
    if not body:
        return "".join(map(_entity, inner))
    start = inner.index(body)
    before, after = inner[:start], inner[start + len(body):]
    return "".join(map(_entity, before)) + _without_mark(body) + "".join(map(_entity, after))


def _without_mark(body: str) -> str:
    """The escaped text, whose first characters start no heading, list, rule, quotation or definition."""
    mark = _MARK_AT_START.match(body)
    if not mark:
        return _INLINE.sub(_escaped, body)
    end = mark.end()
    number = mark[0].isdigit()
    shown = mark[0] + _entity(body[end]) if number else _entity(mark[0])
    return shown + _INLINE.sub(_escaped, body[end + number:])


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    return f"\\{char}" if char in _BACKSLASHED else _entity(char)


def _entity(char: str) -> str:
    return _NAMED.get(char) or f"&#{ord(char)};"


def safe_url(url: str | None) -> str | None:
    """The address, if it leads to a web page and can stand in Markdown and HTML; None for any other scheme and for what is none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        return None
    return quote(url.strip().encode("utf-8", "replace"), safe=_SAFE_IN_URL)
