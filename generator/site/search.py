"""The search index of a built site, made by Pagefind."""

from pathlib import Path


def index_site(site: Path) -> None:
    """Index."""
