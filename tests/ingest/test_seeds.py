"""A seed becomes a document, or one error says why not."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import SeedError
from generator.ingest import find_seeds, read_seed
from generator.models import blocks

TEXT = "Ostrel Foods lifts its forecast.\r\n\r\nThe shares rose 3 %.\r\n"


def seed(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    """A seed in the folder `seeds` of a library."""
    path = folder / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(path: Path, root: Path | None = None) -> str:
    """The message with which a seed is refused."""
    with pytest.raises(SeedError) as caught:
        read_seed(path, root)
    return caught.value.message


def test_a_seed_is_a_document(tmp_path):
    """Its id is its name, its path is told from the library's folder, and its sidecar is read."""
    path = seed(tmp_path, "spring/ostrel.txt")
    seed(tmp_path, "spring/ostrel.meta.yml", "title: Forecast up\n")
    document = read_seed(path, tmp_path / "seeds")
    assert (document.id, document.text, document.source.path, document.source.title, document.source.words) == (
        "ostrel", "Ostrel Foods lifts its forecast.\n\nThe shares rose 3 %.", "seeds/spring/ostrel.txt", "Forecast up", 10)


def test_offsets_are_code_points(tmp_path):
    """A character beyond the basic plane counts as one."""
    document = read_seed(seed(tmp_path, "x.txt", "🏭 rose\n\n𝟗 % up"))
    assert [(span.start, span.end, span.of(document.text)) for span in blocks(document.text)] == [(0, 6, "🏭 rose"), (8, 14, "𝟗 % up")]


def test_the_same_bytes_give_the_same_document(tmp_path):
    """Reading twice makes no difference."""
    path = seed(tmp_path, "x.txt")
    assert read_seed(path) == read_seed(path)


def test_seeds_are_found_in_order_without_sidecars_and_hidden_files(tmp_path):
    """Known endings count in any case; what is hidden, or belongs to a seed, is none."""
    for name in ("b.txt", "a.MD", "a.meta.yml", "a.review.yml", "c.doc", ".d.txt", ".git/e.txt", "deep/er/f.md"):
        seed(tmp_path, name)
    (tmp_path / "seeds" / "folder.txt").mkdir()
    assert [path.relative_to(tmp_path / "seeds").as_posix() for path in find_seeds(tmp_path / "seeds")] == ["a.MD", "b.txt", "deep/er/f.md"]


@pytest.mark.parametrize("content", [b"", b"\n \t\r\n", "\ufeff\u200b\u00a0".encode(), b"\x07\x0c"],
                         ids=["empty", "blanks", "unseen", "controls"])
def test_a_seed_without_text_is_refused(content, tmp_path):
    """Nothing to read is no document."""
    path = seed(tmp_path, "x.txt", content)
    assert refused(path, tmp_path / "seeds") == "seeds/x.txt: this seed holds no text. Put the document's text into it, or delete it."


def test_a_markdown_seed_of_front_matter_alone_is_refused(tmp_path):
    """A title is no text."""
    path = seed(tmp_path, "x.md", "---\ntitle: Up\n---\n")
    assert refused(path, tmp_path / "seeds") == "seeds/x.md: this seed holds no text. Put the document's text into it, or delete it."


def test_a_seed_that_is_too_long_is_refused(tmp_path):
    """A book is no document."""
    assert refused(seed(tmp_path, "x.txt", "a" * 1_000_001), tmp_path / "seeds") == (
        "seeds/x.txt: this seed holds 1,000,001 characters, more than the 1,000,000 characters that one document may have. "
        "Split it into several documents.")


def test_an_unknown_format_is_refused(tmp_path):
    """The message lists the formats."""
    path = seed(tmp_path, "x.wp5")
    assert refused(path, tmp_path / "seeds").startswith(
        "seeds/x.wp5: no reader for files that end in .wp5. Give the document as one of .txt, .md")


def test_a_seed_that_is_not_there_is_refused(tmp_path):
    """The path is shown as it was given."""
    assert refused(Path("nowhere/x.txt")) == (
        "nowhere/x.txt: this seed cannot be opened: No such file or directory. Check that the file exists and that you may read it.")


@pytest.mark.parametrize(("name", "shown"), [
    (b"a\nb.txt", r"seeds/a\nb.txt"), (b"a\xffb.txt", r"seeds/a\udcffb.txt"), ("a\u202eb.txt".encode(), r"seeds/a\u202eb.txt"),
], ids=["a line end", "not UTF-8", "a bidi mark"])
def test_a_name_that_cannot_be_shown_is_refused(name, shown, tmp_path):
    """It is told in escapes, so that the message is a line of text."""
    path = seed(tmp_path, os.fsdecode(name))
    assert refused(path, tmp_path / "seeds") == (
        f"{shown}: this seed's name cannot be shown: it holds control characters, invisible marks, or bytes that are not UTF-8. Rename it.")


def test_a_name_that_is_too_long_is_refused(tmp_path):
    """The files that are made from a seed have longer names."""
    path = seed(tmp_path, "€" * 80 + ".txt")
    assert refused(path, tmp_path / "seeds").endswith(": this seed's name is too long: it has more than 200 bytes. Rename it.")


def test_a_name_may_have_blanks_and_any_letters(tmp_path):
    """What can be shown may stand in a name."""
    assert read_seed(seed(tmp_path, "Überblick 🏭 (1).txt")).id == "Überblick 🏭 (1)"


REMEDY = "Copy the document into the folder instead of linking to it."


@pytest.mark.parametrize("name", ["x.txt", "x.meta.yml"])
def test_a_link_out_of_the_seeds_is_refused(name, tmp_path):
    """Neither a seed nor its sidecar may come from elsewhere."""
    target = tmp_path / "secret"
    target.write_text("title: Up")
    if name != "x.txt":
        seed(tmp_path, "x.txt")
    (tmp_path / "seeds").mkdir(exist_ok=True)
    (tmp_path / "seeds" / name).symlink_to(target)
    assert refused(tmp_path / "seeds" / "x.txt", tmp_path / "seeds") == (
        f"seeds/{name}: this is a link out of the folder of the seeds: it leads to {target}. {REMEDY}")


def test_a_folder_linked_from_elsewhere_is_refused(tmp_path):
    """It is found, so that its documents are not passed over in silence."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "more").symlink_to(tmp_path / "elsewhere")
    assert [refused(path, tmp_path / "seeds") for path in find_seeds(tmp_path / "seeds")] == [
        f"seeds/more: this is a link out of the folder of the seeds: it leads to {tmp_path / 'elsewhere'}. {REMEDY}"]


@pytest.mark.parametrize(("target", "why"), [("gone.txt", "No such file or directory"), ("x.txt", "Too many levels of symbolic links")])
def test_a_link_to_nothing_is_refused(target, why, tmp_path):
    """It is found, and told."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "x.txt").symlink_to(target)
    assert [refused(path, tmp_path / "seeds") for path in find_seeds(tmp_path / "seeds")] == [
        f"seeds/x.txt: this seed cannot be opened: {why}. Check that the file exists and that you may read it."]


def test_a_link_within_the_seeds_is_followed(tmp_path):
    """A second name for a document of the library is the library's affair."""
    seed(tmp_path, "x.txt")
    (tmp_path / "seeds" / "y.txt").symlink_to("x.txt")
    assert read_seed(tmp_path / "seeds" / "y.txt", tmp_path / "seeds").id == "y"


@given(raw=st.one_of(st.binary(max_size=200), st.text().map(str.encode), st.text(max_size=50).map(lambda text: text.encode("utf-16"))),
       name=st.sampled_from(["x.txt", "x.md"]), meta=st.one_of(st.none(), st.binary(max_size=60)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_a_document_or_an_error(raw, name, meta, tmp_path):
    """Whatever stands in a seed and its sidecar: a document whose blocks cover its text, or a message, and nothing else."""
    path = seed(tmp_path, name, raw)
    sidecar = path.with_name("x.meta.yml")
    sidecar.unlink(missing_ok=True)
    if meta is not None:
        sidecar.write_bytes(meta)
    try:
        document = read_seed(path, tmp_path / "seeds")
    except SeedError as error:
        assert error.message.startswith(("seeds/x.txt", "seeds/x.md", "seeds/x.meta.yml")) and "\n" not in error.message and error.remedy
    else:
        assert "\n\n".join(span.of(document.text) for span in blocks(document.text)) == document.text != ""
