"""What lies in the folder of the seeds: documents to read, and files that somebody will wonder about."""

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from generator.config import Config
from generator.errors import ConfigError, Failure, SeedError
from generator.ingest import READERS, SIDECARS, find_seeds

RESERVED = frozenset({"index", "companies", "people", "metrics", "risks", "quotes", "timeline", "topics", "search", "data", "method", "404",
                      "brief.schema"})
"""Names of pages that are not briefs."""


@dataclass(frozen=True)
class Inventory:
    """The seeds to read, what is wrong with others, and what is worth knowing."""

    seeds: tuple[Path, ...]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]


def take(config: Config) -> Inventory:
    """The inventory of a library's folder of seeds, which has to be there.

    Seeds that share a name, seeds with the name of a page, and sidecars without a document are failures; files of a format
    that no reader knows are notes.

    Raises:
        ConfigError: a folder below it cannot be looked into.
    """
    _refuse_closed(config)
    seeds = find_seeds(config.seeds)
    by_name: dict[str, list[Path]] = defaultdict(list)
    for seed in seeds:
        by_name[seed.stem.casefold()].append(seed)
    kept, failures = [], []
    for name, group in by_name.items():
        error = _refused(name, [_shown(seed, config) for seed in group])
        if error:
            failures.append(Failure.of(_shown(group[0], config), error))
        else:
            kept.extend(group)
    others = _others(config.seeds, set(seeds))
    stems = {(seed.parent, seed.stem) for seed in seeds}
    notes = []
    for path in others:
        if not path.name.endswith(SIDECARS):
            notes.append(f"{_shown(path, config)}: not read. Documents end in {', '.join(READERS)}.")
        elif (path.parent, _stem(path)) not in stems:
            failures.append(_lost(_shown(path, config)))
    if not seeds:
        notes.append(f"{config.options.seeds}: holds no documents. Put files that end in {' or '.join(READERS)} into it.")
    return Inventory(tuple(kept), tuple(failures), tuple(notes))


def _refused(name: str, group: list[str]) -> SeedError | None:
    if len(group) > 1:
        return SeedError("several seeds have one name", where=", ".join(group), why=f"each would become {Path(group[0]).stem}.json",
                         remedy="Rename all but one.")
    if name in RESERVED:
        return SeedError("this name is taken by a page of the site", where=group[0], remedy="Rename the seed.")
    return None


def _others(folder: Path, seeds: set[Path]) -> list[Path]:
    """The files that are no seeds, hidden ones and people's notes on the folder left out."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path not in seeds
                  and not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _refuse_closed(config: Config) -> None:
    """Stop at a folder that cannot be looked into: a search for files passes it in silence, and its briefs would be taken for left over."""
    errors: list[OSError] = []
    for _ in os.walk(config.seeds, onerror=errors.append):
        pass
    if errors:
        where, why = min((_shown(Path(error.filename), config), error.strerror or str(error)) for error in errors)
        raise ConfigError("this folder cannot be looked into", where=where, why=why,
                          remedy="Make it one that you may read, or move it out of the folder of the seeds.")


def _lost(where: str) -> Failure:
    return Failure.of(where, SeedError("this belongs to no document", where=where, why="no seed beside it has its name",
                                       remedy="Give it the name of its document, or delete it."))


def _stem(sidecar: Path) -> str:
    return next(sidecar.name.removesuffix(suffix) for suffix in SIDECARS if sidecar.name.endswith(suffix))


def _shown(path: Path, config: Config) -> str:
    return path.relative_to(config.root).as_posix()
