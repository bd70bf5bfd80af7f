"""The search of a built site: Pagefind's index of words, and small files of our own in ``search/`` for filters and spelling.

Briefs are numbered in the order of the library: ``ids-N.json`` gives Pagefind's name of each, ``briefs-N.json`` what a list shows of it, a
hundred in a file. In a library of more than `LARGE` briefs the source texts are left out, so that a first question stays light.
"""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from string import ascii_lowercase, digits
from typing import Any

from generator.errors import BriefsError
from generator.files import write_atomically
from generator.library import Library
from generator.models import Brief
from generator.site.facets import facet_files
from generator.site.spelling import spelling_files
from generator.wording import day, label

LARGE = 2000
CHUNK = 100
"""Briefs of a file that a list is shown from."""
UNUSED = ("pagefind-ui.*", "pagefind-component-ui.*", "pagefind-modular-ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind adds for pages that use its own interface."""
SOURCE = ".source"
"""Where a page holds the source text."""
NAME = re.compile(rb"j(en_[0-9a-f]{7})")
"""The name of a page in Pagefind's list: in CBOR, text of ten letters."""
SIGNS = digits + ascii_lowercase
MARK = b"pagefind_dcd"
"""Stands before the JSON of a fragment."""


def index_site(site: Path, library: Library) -> None:
    """Index the pages of a built site that hold ``data-pagefind-body``, and write the files of its filters.

    Raises:
        BriefsError: Pagefind did not run.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind", "--force-language", "en", "--silent"]
    large = len(library.briefs) > LARGE
    command += ["--exclude-selectors", SOURCE] if large else []
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own words, and a path
    except subprocess.CalledProcessError as error:
        raise BriefsError("the search index was not made", where=str(site), why=(error.stderr or error.stdout).strip()[-300:],
                          remedy="Run `python -m pagefind --site` on the site to see more.") from None
    for path in sorted(path for pattern in UNUSED for path in (site / "pagefind").glob(pattern)):
        path.unlink()
    pages = _fragments(site / "pagefind" / "fragment")
    names = _numbered(site / "pagefind", library, {address: name for address, (name, _) in pages.items()})
    lists = _lists(library, names)
    for name, content in chain(lists, facet_files(library, large=large), spelling_files(words for _, words in pages.values())):
        write_atomically(site / "search" / name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def _fragments(folder: Path) -> dict[str, tuple[str, str]]:
    """Pagefind's name of each page and its words, by its address."""
    pages = {}
    for path in sorted(folder.glob("*.pf_fragment")):
        body = json.loads(gzip.decompress(path.read_bytes()).removeprefix(MARK))
        pages[body["url"].lstrip("/")] = path.stem, body["content"]
    return pages


def _numbered(folder: Path, library: Library, names: Mapping[str, str]) -> Mapping[str, str]:
    """Give Pagefind's pages numbers for names, in the order of the library: the new names by address.

    Pagefind calls a page by a hash of its content, and every search reads the list of all names. Hashes cannot be packed, numbers can: the
    list of 10,000 pages loses a third of its weight. Three signs of a hash of that list stay, so that no browser shows what it kept of
    an older site. Where the list is not written as expected, the names stay as they are.
    """
    order = {f"{brief.id}.html": number for number, brief in enumerate(library.briefs)}
    path = next(folder.glob("*.pf_meta"))
    listed = gzip.decompress(path.read_bytes())
    tag = hashlib.sha256(listed).hexdigest()[:3]
    ranked = sorted(names, key=lambda address: (order.get(address, len(order)), address))
    new = {names[address]: f"en_{tag}{_short(number)}" for number, address in enumerate(ranked)}
    written = NAME.sub(lambda found: b"j" + new.get(found[1].decode(), found[1].decode()).encode(), listed)
    if not set(new) <= {name.decode() for name in NAME.findall(listed)}:
        return names
    path.write_bytes(gzip.compress(written, mtime=0))
    for before, after in new.items():
        (folder / "fragment" / f"{before}.pf_fragment").rename(folder / "fragment" / f"{after}.pf_fragment")
    return {address: new[name] for address, name in names.items()}


def _short(number: int) -> str:
    """A number in four signs of 36."""
    return "".join(SIGNS[number // 36 ** place % 36] for place in (3, 2, 1, 0))


def _lists(library: Library, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for start in range(0, len(library.briefs), CHUNK):
        part = library.briefs[start:start + CHUNK]
        yield f"ids-{start // CHUNK}.json", [names.get(f"{brief.id}.html", "") for brief in part]
        yield f"briefs-{start // CHUNK}.json", [(f"{brief.id}.html", brief.title, about(brief)) for brief in part]


def about(brief: Brief) -> str:
    """What a list says of a brief below its title."""
    return " · ".join(filter(None, [label(brief.kind, "kinds"), brief.subject.name if brief.subject else "", day(brief.source.published),
                                    brief.source.publisher or ""]))
