"""The program in its order: a seed goes through `STAGES`, one document at a time.

    seeds/NAME.txt -> ingest -> analyse -> extract -> assemble -> review -> publish -> briefs/NAME.json

`build` runs it for all seeds; `library`, `render` and `site` follow, over all briefs.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator import __version__
from generator.analyse import analyse, model_name
from generator.analysis import Analysis
from generator.assemble import assemble
from generator.config import Options
from generator.corrections import read_review, review_of
from generator.extract import extract
from generator.ingest import read_seed
from generator.models import Brief, Document, Facts, Provenance
from generator.publish import withhold
from generator.review import apply


@dataclass(frozen=True)
class Work:
    """A document on its way: what each stage has added so far."""

    seed: Path
    root: Path | None
    options: Options
    document: Document | None = None
    analysis: Analysis | None = None
    facts: Facts | None = None
    brief: Brief | None = None


def _ingest(work: Work) -> Work:
    return replace(work, document=read_seed(work.seed, work.root))


def _analyse(work: Work) -> Work:
    assert work.document
    return replace(work, analysis=analyse(work.document, work.options.model))


def _extract(work: Work) -> Work:
    assert work.analysis
    return replace(work, facts=extract(work.analysis))


def _assemble(work: Work) -> Work:
    assert work.document and work.analysis and work.facts
    provenance = Provenance(generator=f"research-briefs {__version__}", model=model_name(work.options.model),
                            seed_sha256=work.document.source.sha256, config_sha256=work.options.digest())
    return replace(work, brief=assemble(work.analysis, work.facts, provenance))


def _review(work: Work) -> Work:
    assert work.brief
    path = review_of(work.seed)
    where = path.relative_to(work.root.parent).as_posix() if work.root else path.name
    return replace(work, brief=apply(work.brief, read_review(path, where), where))


def _publish(work: Work) -> Work:
    assert work.brief
    return replace(work, brief=withhold(work.brief, work.options.publish_source))


STAGES: tuple[tuple[str, Callable[[Work], Work]], ...] = (
    ("ingest", _ingest),
    ("analyse", _analyse),
    ("extract", _extract),
    ("assemble", _assemble),
    ("review", _review),
    ("publish", _publish),
)


def brief_of(seed: Path, options: Options, root: Path | None = None) -> Brief:
    """The brief of one seed.

    Args:
        seed: the file.
        options: the library's options.
        root: the folder of the seeds, where there is one.

    Raises:
        BriefsError: the document cannot become a brief.
    """
    work = Work(seed=seed, root=root, options=options)
    for _, stage in STAGES:
        work = stage(work)
    assert work.brief
    return work.brief
