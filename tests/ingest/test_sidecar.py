"""A sidecar says what is known of a document from outside its text."""

from pathlib import Path

import pytest

from generator.errors import SeedError
from generator.ingest.content import Meta
from generator.ingest.sidecar import parse_meta, read_sidecar, sidecar_of
from tests.cases import cases

CASES = cases("ingest", "sidecar")
WHERE = Path("seeds/x.meta.yml")
REMEDY = "Write one `key: value` a line, and quote a value that holds a colon."


def outcome(raw: str | bytes, folder: Path) -> dict[str, str] | str:
    """What a sidecar of these bytes says, or the message that refuses it."""
    path = folder / "x.meta.yml"
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    try:
        return read_sidecar(path, WHERE).model_dump(mode="json", exclude_none=True)
    except SeedError as error:
        return error.message


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_sidecar_is_understood_or_refused_by_line(case, tmp_path):
    """Each text gives its meta data, or one message with file, line, reason and remedy."""
    assert outcome(case["raw"], tmp_path) == case.get("meta", case.get("error"))


def test_no_sidecar_says_nothing(tmp_path):
    """A seed needs no sidecar."""
    assert read_sidecar(tmp_path / "none.meta.yml", WHERE) == Meta()


def test_a_sidecar_in_another_encoding_is_refused_by_line(tmp_path):
    """The message names the first byte that is not UTF-8."""
    assert outcome("title: Up\nauthor: José\n".encode("latin-1"), tmp_path) == (
        "seeds/x.meta.yml:2: this sidecar is not UTF-8: byte 21 is 0xe9. Save it as UTF-8 text.")


def test_a_sidecar_that_is_a_folder_is_refused(tmp_path):
    """What cannot be opened is told as such."""
    (tmp_path / "x.meta.yml").mkdir()
    with pytest.raises(SeedError) as caught:
        read_sidecar(tmp_path / "x.meta.yml", WHERE)
    assert caught.value.message == (
        "seeds/x.meta.yml: this sidecar cannot be opened: Is a directory. Make it a file that you may read, or delete it.")


@pytest.mark.parametrize("raw", ["[" * 19_000, "- " * 9_000, "{a: " * 4_000], ids=["lists", "dashes", "mappings"])
def test_deep_nesting_is_refused(raw, tmp_path):
    """YAML that is nested without end gives a message and no crash."""
    assert outcome(raw, tmp_path).startswith("seeds/x.meta.yml:1: this ")


def test_a_novel_is_no_meta_data(tmp_path):
    """A file that is too long is refused before it is parsed."""
    assert outcome("title: x\n" * 1_000_000, tmp_path) == (
        "seeds/x.meta.yml:1: this is not YAML: it holds 9,000,000 characters, more than 20,000. "
        "Write one `key: value` a line, and quote a value that holds a colon.")


def test_lines_count_from_where_the_meta_data_begin():
    """Front matter begins on the second line of its file."""
    with pytest.raises(SeedError) as caught:
        parse_meta("title: Up\nheadline: Up", Path("seeds/x.md"), line=2)
    assert caught.value.where == "seeds/x.md:3"


def test_the_sidecar_stands_beside_its_seed():
    """It has the seed's name with another ending."""
    assert sidecar_of(Path("seeds/a/x.y.txt")) == Path("seeds/a/x.y.meta.yml")


def test_a_sidecar_goes_before_front_matter():
    """Values of the first are kept, and those that it lacks are taken from the second."""
    assert Meta(title="A").over(Meta(title="B", author="C")) == Meta(title="A", author="C")
