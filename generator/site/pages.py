"""Pages that MkDocs writes but does not render: their HTML comes from our templates, or from markdown-it-py."""

import logging
import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.render import render_html

log = logging.getLogger("mkdocs.plugins.briefs")

POLICY = ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'")
"""What a page may load: its own host's files, and nothing that is written into it. WebAssembly is the search's."""
SERVING = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
"""The same while ``mkdocs serve`` writes its reloading script into each page."""

Link = Callable[[str], str]


@dataclass(frozen=True)
class SitePage:
    """A page of the library: ``path`` without ending below the root, its template with what it prints, and what its head says.

    The template is also given ``link``, the function that turns a path of the site into an address seen from the page.
    ``alternates`` are other forms of what the page shows: media type, title and path of each.
    """

    path: str
    title: str
    template: str
    context: Mapping[str, Any]
    meta: Mapping[str, Any] = field(default_factory=dict)
    alternates: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class SiteFile:
    """A file of the site that is no page: ``path`` with its ending."""

    path: str
    content: str | bytes


class HtmlPage(Page):
    """A page whose content comes from a template of ours."""

    def __init__(self, page: SitePage, file: File, config: MkDocsConfig, meta: Mapping[str, Any]) -> None:
        self._page = page
        self._meta = {**meta, **page.meta}
        super().__init__(page.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it
        """There is no Markdown to read; the front matter is the page's own."""
        self.markdown = ""
        self.meta = self._meta

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it
        """Make the content."""
        link = linker(files, self.file)
        self.content = render_html(self._page.template, link=link, **self._page.context)
        alternates = [{"type": media, "title": title, "href": link(path)} for media, title, path in self._page.alternates]
        self.meta = {**self._meta, "alternates": alternates}


class MarkdownPage(Page):
    """A person's page in Markdown, without raw HTML; a link to a file that is not there is a warning, as in MkDocs."""

    def __init__(self, file: File, config: MkDocsConfig, meta: Mapping[str, Any]) -> None:
        self._meta = dict(meta)
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file, and its front matter."""
        super().read_source(config)
        self.meta = {**self._meta, **self.meta}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it
        """Make the content from the Markdown; headings get anchors."""
        parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        tokens = parser.parse(self.markdown or "")
        self.present_anchor_ids = set()
        for token, inline in pairwise(tokens):
            if token.type == "heading_open":
                anchor = heading_anchor(inline.content, self.present_anchor_ids)
                token.attrSet("id", anchor)
                self.present_anchor_ids.add(anchor)
                if token.tag == "h1" and self._title_from_render is None:
                    self._title_from_render = inline.content
        for token in tokens:
            for child in token.children or ():
                self._resolve(child, files)
        self.content = f'<div class="page prose">{parser.renderer.render(tokens, parser.options, {})}</div>'

    def _resolve(self, token: Token, files: Files) -> None:
        """Turn the address of a file beside this one into its address on the site."""
        key = {"link_open": "href", "image": "src"}.get(token.type)
        address = urlsplit(str(token.attrGet(key) or "")) if key else None
        if not key or not address or address.scheme or address.netloc or not address.path or address.path.startswith("/"):
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.file.src_uri), address.path))
        file = files.get_file_from_path(path)
        if file is None:
            log.warning("%s links to %s, which is not there", self.file.src_uri, address.path)
            return
        token.attrSet(key, urlunsplit(("", "", file.url_relative_to(self.file), address.query, address.fragment)))


def heading_anchor(text: str, taken: set[str]) -> str:
    """An anchor in the manner of MkDocs: the words in lower case, joined by hyphens, numbered where they repeat."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    anchor = base = "-".join(words) or "section"
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{base}_{number}"
    return anchor


def linker(files: Files, here: File) -> Link:
    """A function from a path of the site to its address seen from ``here``: ``companies/acme`` is a page, ``data/x.csv`` a file.

    The function raises KeyError for a path that is not on the site: a broken link stops the build.
    """
    def link(path: str) -> str:
        page, _, anchor = path.partition("#")
        file = files.get_file_from_path(f"{page}.md") or files.get_file_from_path(page)
        if file is None:
            raise KeyError(f"{path} is linked from {here.src_uri}, but is not on the site")
        return get_relative_url(file.url, here.url) + (f"#{anchor}" if anchor else "")
    return link
