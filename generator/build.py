"""All seeds -> the files of `briefs/`: what `briefs build`, `briefs check` and the MkDocs plugin share.

`plan` says what the folder should hold, without touching it; `write` makes it so.
"""

import json
import os
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pydantic import ValidationError

from generator.cache import Cache
from generator.config import Config, Options
from generator.errors import BriefsError, ConfigError, DocumentError, Failure
from generator.files import write_atomically
from generator.inventory import take
from generator.library import Library, library_of
from generator.models import Brief
from generator.pages import pages_of
from generator.pipeline import brief_of
from generator.render import MARK

SCHEMA_FILE = "brief.schema.json"
PARALLEL_FROM = 6
"""Fewer new documents than this are read in one process: starting others costs more than it gains."""

Progress = Callable[[int, int, str, bool], None]
"""Called after each document: how many are done, of how many, the seed's path, and whether it was read anew."""


@dataclass(frozen=True)
class Plan:
    """What a library's folder of briefs should hold: ``files`` by path relative to it; and what went wrong.

    ``library`` is all briefs taken together; ``notes`` are worth knowing and stop nothing; ``whole_texts`` is False where
    source texts are not published in full.
    """

    briefs: tuple[Brief, ...]
    library: Library
    files: dict[str, str]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...] = ()
    whole_texts: bool = True


@dataclass(frozen=True)
class Changes:
    """What `write` did, as paths relative to the folder of briefs."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def plan(config: Config, progress: Progress | None = None) -> Plan:
    """The briefs of all seeds, and the files made of them. A seed that fails keeps its last good brief.

    Raises:
        ConfigError: the folder of the seeds is not there, or the model is not installed.
    """
    if not config.seeds.is_dir():
        raise ConfigError("the folder of the seeds is not there", where=str(config.seeds),
                          remedy="Make it and put your documents into it, or name another as `seeds` in mkdocs.yml.")
    inventory = take(config)
    failures = list(inventory.failures)
    made: list[Brief] = []
    for seed, result in _briefs(list(inventory.seeds), config, progress):
        if isinstance(result, Brief):
            made.append(result)
            continue
        failures.append(result)
        last = _last_good(config.briefs / f"{seed.stem}.json")
        if last:
            made.append(last)
    briefs = tuple(sorted(made, key=lambda brief: brief.id))
    files = {f"{brief.id}.json": brief_json(brief) for brief in briefs}
    library = library_of(briefs)
    files |= {SCHEMA_FILE: schema_json()} | pages_of(library)
    return Plan(briefs=briefs, library=library, files=files, failures=tuple(sorted(failures, key=lambda failure: failure.document)),
                notes=(*inventory.notes, *_orphans(briefs)), whole_texts=config.options.publish_source == "full")


def _orphans(briefs: tuple[Brief, ...]) -> list[str]:
    return [f"{brief.source.path}: {len(brief.review.orphaned)} of its corrections have lost their item; `briefs check` says which."
            for brief in briefs if brief.review.orphaned]


def write(made: Plan, folder: Path) -> Changes:
    """Make ``folder`` hold the plan's files: write those that differ, remove generated ones that are no longer made."""
    written = tuple(name for name, content in sorted(made.files.items()) if write_atomically(folder / name, content))
    removed = tuple(surplus(made, folder))
    for name in removed:
        (folder / name).unlink()
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return Changes(written, removed)


def surplus(made: Plan, folder: Path) -> list[str]:
    """The files in a folder of briefs that the generator once made, briefs and pages that bear its mark, and the plan has no more."""
    others = (path for path in sorted(folder.rglob("*")) if path.relative_to(folder).as_posix() not in made.files)
    return [path.relative_to(folder).as_posix() for path in others if path.is_file() and _is_generated(path)]


def _is_generated(path: Path) -> bool:
    if path.suffix == ".json":
        return path.name == SCHEMA_FILE or _last_good(path) is not None
    return path.suffix == ".md" and MARK in path.read_text(encoding="utf-8", errors="replace")[:2000]


def brief_json(brief: Brief) -> str:
    """The JSON of a brief, as it is committed: one field a line, sorted as the contract lists them."""
    return json.dumps(brief.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=1) + "\n"


def schema_json() -> str:
    """The JSON Schema of a brief, made from the models."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Brief.model_json_schema(by_alias=True, mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _briefs(seeds: list[Path], config: Config, progress: Progress | None) -> Iterator[tuple[Path, Brief | Failure]]:
    """Each seed's brief or failure, in the order of the seeds."""
    cache = Cache(config.root / ".cache" / "briefs")
    keys = {seed: _key(cache, seed, config.options) for seed in seeds}
    known = {seed: brief for seed in seeds if (brief := cache.get(keys[seed]))}
    fresh = iter(_made([seed for seed in seeds if seed not in known], config))
    for number, seed in enumerate(seeds, start=1):
        result = known.get(seed) or next(fresh)
        if isinstance(result, Brief) and seed not in known:
            cache.put(keys[seed], result)
        if progress:
            progress(number, len(seeds), seed.relative_to(config.root).as_posix(), seed not in known)
        yield seed, result


def _key(cache: Cache, seed: Path, options: Options) -> str:
    try:
        return cache.key(seed, options)
    except OSError:
        return ""


def _made(seeds: list[Path], config: Config) -> Iterator[Brief | Failure]:
    jobs = [(seed, config.options, config.seeds) for seed in seeds]
    workers = min(config.options.workers or os.cpu_count() or 1, len(jobs))
    if workers < 2 or len(jobs) < PARALLEL_FROM:
        yield from map(_one, jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_one, jobs, chunksize=4)


def _one(job: tuple[Path, Options, Path]) -> Brief | Failure:
    """A seed's brief, or the record of its failure; a wrong configuration stops everything.

    A defect of this program is a failure of the document that showed it: it must not cost the others their briefs.
    """
    seed, options, root = job
    name = seed.relative_to(root.parent).as_posix()
    try:
        return brief_of(seed, options, root)
    except ConfigError:
        raise
    except BriefsError as error:
        return Failure.of(name, error)
    except Exception as error:
        return Failure.of(name, _defect(error, name))


def _defect(error: Exception, where: str) -> DocumentError:
    """What to tell of an error that nobody foresaw: where in the program it came up."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return DocumentError("the program failed on this document", where=where, why=f"{type(error).__name__}: {error} ({place})",
                         remedy="This is a defect of research-briefs: please report it with the document. The other documents are built.")


def _last_good(path: Path) -> Brief | None:
    try:
        return Brief.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
