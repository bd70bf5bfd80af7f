"""The MkDocs plugin `briefs`: seeds become briefs before the build, and briefs become pages in it.

An adapter: it reads MkDocs's configuration, calls `generator.build` and `generator.site.content`, and hands over files.
"""

import gzip
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from mkdocs.config.base import Config as BaseConfig
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.theme import Theme

from generator.build import Changes, Plan, Progress, plan, write
from generator.config import Config, Options, parse_options
from generator.errors import BriefsError, ConfigError
from generator.render import MARK, TEMPLATES
from generator.site.content import NAV, site_content
from generator.site.context import Site
from generator.site.pages import POLICY, SERVING, HtmlPage, MarkdownPage, SiteFile, SitePage
from generator.site.search import index_site

log = logging.getLogger("mkdocs.plugins.briefs")


class NoOptions(BaseConfig):  # type: ignore[no-untyped-call]
    """MkDocs checks no option: `parse_options` does, here as for every other command."""


class BriefsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Generation and pages of a library of briefs.

    ``made`` and ``changes`` tell what the last build did; ``progress`` is called after each document; ``embedded`` is True where a
    command of ours runs the build, and tells of errors itself.
    """

    def __init__(self) -> None:
        self.options = Options()
        self.progress: Progress | None = None
        self.made: Plan | None = None
        self.changes: Changes | None = None
        self.embedded = False
        self.serving = False

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Read the plugin's options with the same checks as every other command."""
        try:
            self.options = parse_options(dict(options), config_file_path or "mkdocs.yml")
        except ConfigError as error:
            return [("briefs", ValidationError(error.message))], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether MkDocs will serve what it builds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set the theme and the navigation that the pages need; a person's ``custom_dir`` and ``nav`` go before them."""
        ours = Theme(name=None, custom_dir=str(TEMPLATES / "site"), static_templates=["404.html", *config.theme.static_templates])
        if config.theme.custom_dir and Path(config.theme.custom_dir) != TEMPLATES / "site":
            ours.dirs.insert(0, config.theme.custom_dir)
        config.theme = ours
        config.nav = config.nav or NAV
        config.use_directory_urls = False
        config.validation.nav.omitted_files = logging.DEBUG
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring the folder of briefs up to date with the seeds."""
        with self._told():
            self.made = plan(self._library(config), self.progress)
        self.changes = write(self.made, Path(config.docs_dir))
        for failure in self.made.failures:
            log.warning("%s", failure.message)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give every page of the library its HTML, and every other Markdown file to markdown-it-py."""
        assert self.made
        common = {"policy": SERVING if self.serving else POLICY}
        for one in site_content(self.made.library, self._site(config)):
            if isinstance(one, SiteFile):
                files.append(File.generated(config, one.path, content=one.content))
            else:
                _attach(one, common, files, config)
        for file in files.documentation_pages():
            if file.page is None and MARK in file.content_string[:2000]:
                files.remove(file)
            elif file.page is None:
                MarkdownPage(file, config, common)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add what MkDocs does not copy: the briefs' Markdown, the sitemap packed without the time, and the search index."""
        site = Path(config.site_dir)
        sitemap = site / "sitemap.xml"
        if sitemap.is_file():
            (site / "sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))
        assert self.made
        for brief in self.made.briefs:
            shutil.copyfile(Path(config.docs_dir) / f"{brief.id}.md", site / f"{brief.id}.md")
        with self._told():
            index_site(site, self.made.library)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Build again when a seed changes."""
        server.watch(str(self._library(config).seeds))
        return server

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Our errors as MkDocs tells them, unless a command of ours does."""
        try:
            yield
        except BriefsError as error:
            if self.embedded:
                raise
            raise PluginError(error.message) from error

    def _library(self, config: MkDocsConfig) -> Config:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        return Config(root=root, briefs=Path(config.docs_dir), site=Path(config.site_dir), options=self.options)

    def _site(self, config: MkDocsConfig) -> Site:
        url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
        return Site(name=config.site_name, description=config.site_description or "", url=url, edit=_edit_root(config),
                    publish_source=self.options.publish_source)


def _edit_root(config: MkDocsConfig) -> str:
    """Where files of the library are edited: ``edit_uri`` leads to the folder of the briefs, the library is the folder around it."""
    if not config.repo_url or not config.edit_uri:
        return ""
    briefs = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    return urljoin(briefs, "..")


def _attach(page: SitePage, common: dict[str, Any], files: Files, config: MkDocsConfig) -> None:
    """Make a page of the library a page of the site; a Markdown file of its name stays a file of the repository."""
    name = f"{page.path}.md"
    file = files.get_file_from_path(name)
    if file is None:
        file = File.generated(config, name, content="")
        files.append(file)
    in_nav = any(name in entry.values() for entry in NAV)
    file.inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
    HtmlPage(page, file, config, common)
