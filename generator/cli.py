"""The command `briefs`. A command parses; the work is done elsewhere.

Data goes to standard output, messages to standard error. Exit codes: 0 fine, 1 something is wrong with the documents or
briefs, 2 wrong usage or configuration.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from generator import __version__
from generator.build import Progress, brief_json, plan, schema_json, write
from generator.check import check as check_briefs
from generator.config import Options, load_config
from generator.errors import BriefsError, ConfigError, Failure
from generator.evaluate.report import as_json, lines
from generator.evaluate.scores import evaluate
from generator.files import write_atomically
from generator.pipeline import brief_of
from generator.site.commands import build_site, serve_site
from generator.starter import start

app = typer.Typer(no_args_is_help=True, add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False,
                  context_settings={"help_option_names": ["-h", "--help"]})
errors = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)

ConfigFile = Annotated[Path, typer.Option("--config-file", "-f", help="The library's mkdocs.yml.")]
DEFAULT_CONFIG = Path("mkdocs.yml")


def _version(show: bool) -> None:
    if show:
        typer.echo(f"briefs {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False) -> None:
    """Documents in, grounded analyst briefs and a searchable website out."""


@app.command()
def build(config_file: ConfigFile = DEFAULT_CONFIG,
          site: Annotated[bool, typer.Option("--site/--no-site", help="Whether to build the website, too.")] = True) -> None:
    """Make briefs/ from seeds/, and site/ from both.

    Example: briefs build
    """
    config = load_config(config_file)
    with _progress() as progress:
        if site:
            outcome = build_site(config_file, progress)  # which tells of failures as it meets them
            made, changes = outcome.made, outcome.changes
        else:
            made = plan(config, progress)
            changes = write(made, config.briefs)
            _tell(failure.message for failure in made.failures)
    _tell(made.notes)
    _summary(len(made.briefs), len(changes.written), len(made.failures))
    if site:
        errors.print(f"The site is in {config.site}: open {config.site / 'index.html'}, or run `briefs serve`.")
    raise typer.Exit(1 if made.failures else 0)


@app.command()
def serve(config_file: ConfigFile = DEFAULT_CONFIG,
          address: Annotated[str, typer.Option("--address", "-a", help="Host and port to listen on.")] = "127.0.0.1:8000") -> None:
    """Build the site, show it at an address of this machine, and build it again when a seed changes.

    Example: briefs serve --address 127.0.0.1:8080
    """
    serve_site(config_file, address)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Documents to read.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder for one NAME.json per file.")] = None,
    format: Annotated[Literal["json"], typer.Option("--format", help="The form of the briefs.")] = "json",  # noqa: A002, ARG001
    model: Annotated[str, typer.Option("--model", help="Name of an installed spaCy pipeline.")] = Options().model,
) -> None:
    """Print the brief of a document, or write the briefs of several into a folder.

    Example: briefs extract report.txt --format json | python -m json.tool
    """
    if output is None and len(files) > 1:
        raise ConfigError("several documents were given and no place to put their briefs", remedy="Add --output FOLDER.")
    failures = []
    for path in files:
        try:
            text = brief_json(brief_of(path, Options(model=model)))
        except ConfigError:
            raise
        except BriefsError as error:
            failures.append(Failure.of(str(path), error))
            continue
        if output:
            write_atomically(output / f"{path.stem}.json", text)
        else:
            sys.stdout.write(text)
    _tell(failure.message for failure in failures)
    raise typer.Exit(1 if failures else 0)


@app.command()
def check(config_file: ConfigFile = DEFAULT_CONFIG,
          reviewed: Annotated[bool, typer.Option("--reviewed", help="Fail where nobody has reviewed a brief.")] = False) -> None:
    """Tell whether briefs/ is what seeds/ gives, grounded, and free of orphaned corrections. Nothing is written.

    Example: briefs check --reviewed
    """
    config = load_config(config_file)
    with _progress() as progress:
        report = check_briefs(plan(config, progress), config.briefs, reviewed)
    _tell((*report.problems, *report.notes))
    if not report.problems:
        errors.print("All briefs are fresh and grounded.")
    raise typer.Exit(1 if report.problems else 0)


@app.command(name="eval")
def evaluate_(
    folder: Annotated[Path, typer.Argument(help="Documents, each with its annotation NAME.json beside it.")],
    slips: Annotated[bool, typer.Option("--errors", "-e", help="Also tell every item that is missed, wrong or not annotated.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option("--format", help="For people, or for machines.")] = "text",  # noqa: A002
    model: Annotated[str, typer.Option("--model", help="Name of an installed spaCy pipeline.")] = Options().model,
) -> None:
    """Measure how right the briefs of annotated documents are; docs/evaluation.md shows how to annotate one.

    Example: briefs eval annotated/ --errors
    """
    options = Options(model=model)
    evaluation = evaluate(folder, lambda path: brief_of(path, options))
    if format == "json":
        sys.stdout.write(as_json(evaluation, slips))
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines(evaluation, slips))


@app.command()
def new(folder: Annotated[Path, typer.Argument(help="Where the library shall be; it must not hold one yet.")]) -> None:
    """Start a library of one's own: a folder with mkdocs.yml, a place for documents, and a first one.

    Example: briefs new desk && cd desk && briefs serve
    """
    for path in start(folder):
        errors.print(f"made {path}")
    errors.print(f"Put your documents into {folder / 'seeds'}, then run `briefs serve` in {folder}.")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a brief.

    Example: briefs schema > brief.schema.json
    """
    sys.stdout.write(schema_json())


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal, a line per document that is read anew elsewhere."""
    if not errors.is_terminal:
        yield lambda done, total, name, new: errors.print(f"[{done}/{total}] {name}") if new else None
        return
    with Bar(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=errors, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total, name, _: bar.update(task, completed=done, total=total, description=Path(name).name[:40])


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        errors.print(line)


def _summary(briefs: int, written: int, failed: int) -> None:
    counts = [_counted(briefs, "brief"), f"{_counted(written, 'file')} changed"]
    errors.print(", ".join([*counts, f"{_counted(failed, 'document')} failed"] if failed else counts) + ".")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def main() -> None:
    """The entry point: runs the command, and tells of an error in one line."""
    try:
        app()
    except BriefsError as error:
        errors.print(f"briefs: {error.message}")
        sys.exit(error.exit_code)
    except OSError as error:
        errors.print(f"briefs: {_refused(error).message}")
        sys.exit(ConfigError.exit_code)


def _refused(error: OSError) -> ConfigError:
    """What the machine does not let us do, in the words of every other message."""
    return ConfigError("the machine refuses", where=str(error.filename or ""), why=error.strerror or str(error),
                       remedy="Check that this is the right place, that you may write there, and that the disk is not full.")


if __name__ == "__main__":
    main()
