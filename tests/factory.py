"""Small briefs for tests, made from a sentence or two."""

from pathlib import Path

from generator.analysis import Analysis, Header
from generator.assemble import assemble
from generator.models import Brief, Document, Facts, Metric, Provenance, Quote, Risk, Source, Span

TEXT = ("Orrin Mills lifted revenue by 8% to 120 million euros in the first quarter.\n\n"
        "Chief executive Dana Brook said that demand will hold.\n\n"
        "Higher wool prices could squeeze margins.")


def span(words: str, text: str = TEXT) -> Span:
    """The first place of ``words`` in ``text``."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def document(text: str = TEXT, name: str = "orrin") -> Document:
    """A document that holds ``text``."""
    source = Source(path=f"seeds/{name}.txt", media_type="text/plain", sha256="0" * 64, words=len(text.split()))
    return Document(id=name, text=text, source=source)


PROVENANCE = Provenance(generator="research-briefs 0", model="none", seed_sha256="0" * 64, config_sha256="0" * 10)


def facts() -> Facts:
    """A metric, a quote and a risk of `TEXT`."""
    first, second, third = TEXT.split("\n\n")
    return Facts(
        metrics=(Metric(metric="revenue", label="revenue", entity="Orrin Mills", value=120_000_000, unit="EUR",
                        value_text="120 million euros", evidence=(span(first),)),),
        quotes=(Quote(speaker="Dana Brook", speaker_kind="person", kind="indirect", text="demand will hold", cue="said",
                      content=(span("demand will hold"),), evidence=(span(second),)),),
        risks=(Risk(category="operational", statement=third, status="possible", evidence=(span(third),)),),
    )


def brief(made: Facts | None = None, name: str = "orrin") -> Brief:
    """A brief of `TEXT`, as `assemble` makes it."""
    analysis = Analysis(document=document(name=name), doc=None, sentences=(), header=Header(title="Orrin Mills lifts revenue"))  # type: ignore[arg-type]
    return assemble(analysis, made or facts(), PROVENANCE)


def library(folder: Path, **documents: str) -> Path:
    """A library's folder with a seed per keyword; the path of its mkdocs.yml."""
    for name, text in documents.items():
        seed = folder / "seeds" / f"{name}.txt"
        seed.parent.mkdir(parents=True, exist_ok=True)
        seed.write_text(text, encoding="utf-8")
    (folder / "briefs").mkdir(exist_ok=True)
    config = folder / "mkdocs.yml"
    config.write_text("site_name: Test\ndocs_dir: briefs\nplugins: [briefs]\nstrict: true\n", encoding="utf-8")
    return config
