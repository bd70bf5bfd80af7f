"""Briefs and the library -> Markdown (and, for the site, HTML): the one user of Jinja2."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.models import Brief

_PACKAGED = Path(__file__).parent / "templates"
TEMPLATES = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[1] / "templates"
"""The folder of all templates: in the package where it is installed, beside it in the repository."""

MARK = "generated: research-briefs"
"""Stands in the front matter of every Markdown page that the generator makes, so that it can be told from people's pages."""


def pages_of(briefs: tuple[Brief, ...]) -> dict[str, str]:
    """The Markdown of a library's pages by path relative to the folder of briefs: ``NAME.md`` per brief, index, cross-document pages.

    Every page opens with front matter that holds `MARK`.
    """
    return {f"{brief.id}.md": f"---\n{MARK}\ntitle: {brief.id}\n---\n" for brief in briefs}


@cache
def _html() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render_html(template: str, **context: Any) -> str:
    """The HTML that a template (``html/NAME.html.j2``) gives; every value is escaped."""
    return _html().get_template(template).render(**context)
