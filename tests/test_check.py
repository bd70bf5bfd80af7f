"""`briefs check` compares what is committed with what the seeds give."""

from generator.build import plan, write
from generator.check import check
from generator.config import load_config
from tests.factory import TEXT, library


def fresh(folder):
    config = load_config(library(folder, orrin=TEXT))
    write(plan(config), config.briefs)
    return config


def test_a_fresh_library_has_no_problems(tmp_path):
    """What was just built is fresh; that nobody has read it is a note."""
    config = fresh(tmp_path)
    report = check(plan(config), config.briefs)
    assert (report.problems, report.notes) == ((), ("1 of 1 briefs are not reviewed by a person yet.",))


def test_a_missing_file_is_told(tmp_path):
    """A file that was not committed is named."""
    config = fresh(tmp_path)
    (config.briefs / "orrin.md").unlink()
    assert check(plan(config), config.briefs).problems == (f"{config.briefs / 'orrin.md'}: is missing. Run `briefs build` and commit it.",)


def test_an_edited_file_is_told(tmp_path):
    """An edit by hand would be lost, so it is told where corrections go."""
    config = fresh(tmp_path)
    page = config.briefs / "orrin.md"
    page.write_text(page.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert check(plan(config), config.briefs).problems == (
        f"{page}: is not what the seeds give. Run `briefs build` and commit it; corrections go into the review file.",)


def test_a_brief_without_a_seed_is_told(tmp_path):
    """A brief whose seed was deleted has to go, too."""
    config = fresh(tmp_path)
    library(tmp_path, other=TEXT)
    write(plan(config), config.briefs)
    (config.seeds / "other.txt").unlink()
    problems = check(plan(config), config.briefs).problems
    assert f"{config.briefs / 'other.json'}: has no seed any more. Run `briefs build` and commit its removal." in problems


def test_an_orphaned_correction_is_told(tmp_path):
    """A correction without its item fails the check."""
    config = fresh(tmp_path)
    (config.seeds / "orrin.review.yml").write_text("drop: [risk-0000000000]\n", encoding="utf-8")
    write(plan(config), config.briefs)
    assert check(plan(config), config.briefs).problems == (
        "seeds/orrin.txt: a correction has lost its item: drop: risk-0000000000. "
        "Point it to the new item in the review file, or delete it.",)


def test_a_failed_document_is_told(tmp_path):
    """A document that cannot become a brief fails the check with its own message."""
    config = fresh(tmp_path)
    (config.seeds / "empty.txt").write_text("", encoding="utf-8")
    assert check(plan(config), config.briefs).problems[0].startswith("seeds/empty.txt: this seed holds no text.")


def test_review_can_be_required(tmp_path):
    """With `require_review`, a brief that nobody has read is a problem."""
    config = fresh(tmp_path)
    assert check(plan(config), config.briefs, require_review=True).problems == (
        "orrin: not reviewed yet. Read the brief, then set `status: reviewed` in its review file.",)
