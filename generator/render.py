"""Briefs and the library -> Markdown (and, for the site, HTML): the one user of Jinja2."""

from generator.models import Brief

MARK = "generated: research-briefs"
"""Stands in the front matter of every Markdown page that the generator makes, so that it can be told from people's pages."""


def pages_of(briefs: tuple[Brief, ...]) -> dict[str, str]:
    """The Markdown of a library's pages by path relative to the folder of briefs: ``NAME.md`` per brief, index, cross-document pages.

    Every page opens with front matter that holds `MARK`.
    """
    return {f"{brief.id}.md": f"---\n{MARK}\ntitle: {brief.id}\n---\n" for brief in briefs}
