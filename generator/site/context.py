"""What the pages need to know about the site that they stand on."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlencode, urljoin


@dataclass(frozen=True)
class Site:
    """The settings that pages show. ``url`` is where the site will stand, ``edit`` where files of the library are edited; or empty."""

    name: str
    description: str
    url: str = ""
    edit: str = ""
    publish_source: Literal["full", "evidence", "none"] = "full"

    def address(self, path: str) -> str:
        """The full address of a page or file, or nothing where it is not known where the site will stand."""
        return urljoin(self.url, path) if self.url else ""

    def edit_address(self, path: str) -> str:
        """Where the file at ``path`` of the library is edited, or nothing."""
        return urljoin(self.edit, quote(path)) if self.edit else ""

    def new_address(self, path: str) -> str:
        """Where the file at ``path`` is made, on hosts of repositories that edit at ``…/edit/…`` and make at ``…/new/…``."""
        if "/edit/" not in self.edit:
            return self.edit_address(path)
        folder, _, name = path.rpartition("/")
        return f"{urljoin(self.edit.replace('/edit/', '/new/', 1), quote(folder))}?{urlencode({'filename': name})}"
