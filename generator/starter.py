"""`briefs new`: the files that a library begins with."""

from pathlib import Path

from generator.errors import ConfigError
from generator.files import write_atomically

CONFIGURATION = """\
site_name: {name}
# site_url: https://briefs.example.org/   # where the site will stand; feeds and the sitemap need it
# repo_url: https://example.org/desk/briefs  # where "report an error" leads
docs_dir: briefs
site_dir: site
strict: true
plugins:
  - briefs:
      seeds: seeds
"""
IGNORED = "/site/\n/.cache/\n"
SEED = """\
Northlight Ferries lifts half-year revenue by 6%

Northlight Ferries said on 14 August 2025 that revenue rose 6% to 212 million euros in the first half of 2025, helped by new \
summer routes.

The company warned that higher fuel costs could weigh on its margins in the second half.

Northlight Ferries is invented: this document shows what a brief is made of. Delete it when you add your own.
"""
FILES = {
    "mkdocs.yml": CONFIGURATION,
    ".gitignore": IGNORED,
    "seeds/northlight-ferries-half-year.txt": SEED,
    "seeds/northlight-ferries-half-year.meta.yml": "publisher: An invented example\npublished: 2025-08-14\n",
}


def start(folder: Path) -> list[Path]:
    """Write the first files of a library into ``folder`` and say which.

    Raises:
        ConfigError: the folder holds a library, or is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise ConfigError("this is a file, not a folder", where=str(folder), remedy="Name a folder that does not exist yet.")
    if (folder / "mkdocs.yml").exists():
        raise ConfigError("there is a library here already", where=str(folder / "mkdocs.yml"),
                          remedy="Name a folder that does not exist yet.")
    if (folder.resolve().parent / "mkdocs.yml").exists():
        raise ConfigError("this is inside a library", where=str(folder.resolve().parent), remedy="Name a folder outside of it.")
    name = folder.resolve().name.replace("-", " ").capitalize()
    for path, content in FILES.items():
        write_atomically(folder / path, content.replace("{name}", name))
    (folder / "briefs").mkdir(exist_ok=True)
    return [folder / path for path in FILES]
