"""The command `briefs`. A command parses; the work is done elsewhere."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.build import brief_json
from generator.config import Options
from generator.errors import BriefsError
from generator.files import write_atomically
from generator.pipeline import brief_of

app = typer.Typer(no_args_is_help=True, add_completion=True)


@app.callback()
def _root() -> None:
    """Documents in, grounded analyst briefs and a searchable site out."""


@app.command()
def extract(files: list[Path], output: Annotated[Path | None, typer.Option()] = None,
            format: Annotated[str, typer.Option()] = "json") -> None:  # noqa: A002, ARG001 - the option's name
    """Extract the brief of each FILE."""
    failed = False
    for path in files:
        try:
            text = brief_json(brief_of(path, Options()))
        except BriefsError as error:
            typer.echo(error.message, err=True)
            failed = True
            continue
        if output:
            write_atomically(output / f"{path.stem}.json", text)
        else:
            sys.stdout.write(text)
    raise typer.Exit(1 if failed else 0)


def main() -> None:
    """The entry point."""
    app()


if __name__ == "__main__":
    main()
