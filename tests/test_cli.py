"""The command as a person meets it: exit codes, what goes where, and messages."""

import json

import pytest
from typer.testing import CliRunner

from generator import __version__
from generator.build import schema_json
from generator.cli import app, main
from tests.factory import TEXT, library

run = CliRunner().invoke


@pytest.fixture
def seed(tmp_path):
    path = tmp_path / "orrin.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_extract_prints_json(seed):
    """One file and no folder: the brief goes to standard output, and nothing else does."""
    result = run(app, ["extract", str(seed), "--format", "json"])
    assert (result.exit_code, json.loads(result.stdout)["id"], result.stderr) == (0, "orrin", "")


def test_extract_writes_one_file_per_document(seed, tmp_path):
    """With --output, each document gives NAME.json, and standard output stays empty."""
    result = run(app, ["extract", str(seed), "--output", str(tmp_path / "out")])
    assert (result.exit_code, result.stdout, (tmp_path / "out" / "orrin.json").is_file()) == (0, "", True)


def test_extract_goes_on_after_a_bad_document(seed, tmp_path):
    """The good document is written, the bad one told, and the exit code is 1."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00")
    result = run(app, ["extract", str(bad), str(seed), "--output", str(tmp_path / "out")])
    assert (result.exit_code, (tmp_path / "out" / "orrin.json").is_file()) == (1, True)
    assert result.stderr == (f"{bad}: this seed is not a text: byte 0 is NUL, as in programs and pictures. "
                             "Save the document as UTF-8 text.\n")


def test_build_without_a_site(tmp_path):
    """`--no-site` makes the briefs alone, for a pull request."""
    config = library(tmp_path, orrin=TEXT)
    result = run(app, ["build", "--no-site", "--config-file", str(config)])
    assert (result.exit_code, (tmp_path / "briefs" / "orrin.json").is_file(), (tmp_path / "site").exists()) == (0, True, False)


def test_check_tells_what_is_missing(tmp_path):
    """Before a build nothing is there, and check says so with exit code 1."""
    result = run(app, ["check", "--config-file", str(library(tmp_path, orrin=TEXT))])
    assert (result.exit_code, "brief.schema.json: is missing" in result.stderr) == (1, True)


def test_eval_prints_the_figures(seed):
    """Annotated documents give a line of figures a kind on standard output; here the one person is right."""
    note = {"people": [{"name": "Dana Brook", "role": "chief executive"}]}
    seed.with_suffix(".json").write_text(json.dumps(note), encoding="utf-8")
    result = run(app, ["eval", str(seed.parent), "--format", "json"])
    assert (result.exit_code, json.loads(result.stdout)["scores"]["people"]["full"]["hits"]) == (0, 1)


def test_schema_is_the_models(capsys):
    """The schema goes to standard output."""
    assert run(app, ["schema"]).stdout == schema_json()


def test_version():
    """--version prints the version."""
    assert run(app, ["--version"]).stdout == f"briefs {__version__}\n"


@pytest.mark.parametrize("command", ["build", "serve", "extract", "check", "eval", "new", "schema"])
def test_help_shows_an_example(command):
    """Every command's help shows how it is used."""
    assert f"Example: briefs {command}" in run(app, [command, "--help"]).stdout


@pytest.mark.parametrize(("arguments", "message"), [
    (["build", "--config-file", "none/mkdocs.yml"],
     "briefs: none/mkdocs.yml: there is no mkdocs.yml here. Run the command in the folder of a library, or name it with --config-file.\n"),
    (["extract", "a.txt", "b.txt"],
     "briefs: several documents were given and no place to put their briefs. Add --output FOLDER.\n"),
])
def test_wrong_usage_exits_with_2(arguments, message, monkeypatch, capsys):
    """A wrong configuration or command line is told in one line, with exit code 2."""
    monkeypatch.setattr("sys.argv", ["briefs", *arguments])
    with pytest.raises(SystemExit) as caught:
        main()
    assert (caught.value.code, capsys.readouterr().err) == (2, message)


def test_a_bad_option_names_the_ones_there_are(tmp_path, monkeypatch, capsys):
    """An unknown option of the plugin is a wrong configuration."""
    config = library(tmp_path, orrin=TEXT)
    config.write_text(config.read_text().replace("[briefs]", "[briefs: {sedes: x}]"), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["briefs", "check", "--config-file", str(config)])
    with pytest.raises(SystemExit) as caught:
        main()
    assert (caught.value.code, capsys.readouterr().err) == (
        2, f"briefs: {config}: `sedes` is not an option of the plugin briefs. "
           "The options are seeds, model, workers, publish_source; see README.md.\n")


def test_a_place_that_cannot_be_written_is_told(tmp_path, monkeypatch, capsys):
    """What the machine refuses is told in one line like everything else."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["briefs", "new", str(tmp_path / "file" / "desk")])
    with pytest.raises(SystemExit) as caught:
        main()
    assert (caught.value.code, capsys.readouterr().err) == (
        2, f"briefs: {tmp_path / 'file' / 'desk'}: the machine refuses: Not a directory. "
           "Check that this is the right place, that you may write there, and that the disk is not full.\n")


def test_an_address_that_is_none_is_told(tmp_path, monkeypatch, capsys):
    """A wrong address is a wrong command line."""
    monkeypatch.setattr("sys.argv", ["briefs", "serve", "--address", "here", "--config-file", str(library(tmp_path, orrin=TEXT))])
    with pytest.raises(SystemExit) as caught:
        main()
    assert (caught.value.code, capsys.readouterr().err) == (
        2, "briefs: --address: this is not an address: it is 'here'. Write host:port, such as 127.0.0.1:8000.\n")


def test_new_inside_a_library_is_refused(tmp_path):
    """A library within a library would be read twice."""
    library(tmp_path, orrin=TEXT)
    result = run(app, ["new", str(tmp_path / "seeds2")])
    assert (result.exception.what, (tmp_path / "seeds2").exists()) == ("this is inside a library", False)


def test_a_second_build_prints_no_document(tmp_path):
    """What comes from the cache is not news."""
    arguments = ["build", "--no-site", "--config-file", str(library(tmp_path, orrin=TEXT))]
    run(app, arguments)
    assert run(app, arguments).stderr == "1 brief, 0 files changed.\n"


def test_new_starts_a_library_that_builds(tmp_path):
    """A new library builds at once, and is not written over."""
    folder = tmp_path / "desk"
    assert run(app, ["new", str(folder)]).exit_code == 0
    assert run(app, ["build", "--no-site", "--config-file", str(folder / "mkdocs.yml")]).exit_code == 0
    assert isinstance(run(app, ["new", str(folder)]).exception, Exception)
