"""From a folder of seeds to the files of a library, with documents that cannot become briefs among them."""

import json
from pathlib import Path

import jsonschema
import pytest

from generator.build import MARK, Plan, plan, schema_json, write
from generator.config import Config, load_config
from generator.errors import ConfigError
from generator.pipeline import brief_of
from tests.factory import TEXT, library


def built(folder: Path, **documents: str) -> tuple[Config, Plan]:
    config = load_config(library(folder, **documents))
    made = plan(config)
    write(made, config.briefs)
    return config, made


def messages(made: Plan) -> list[str]:
    return [failure.message for failure in made.failures]


def test_each_seed_becomes_markdown_and_json(tmp_path):
    """A seed NAME.txt gives NAME.md and NAME.json."""
    config, _ = built(tmp_path, orrin=TEXT)
    assert [(config.briefs / name).is_file() for name in ("orrin.json", "orrin.md")] == [True, True]


def test_a_second_build_writes_nothing(tmp_path):
    """What has not changed is not written, so that a server that watches the folder does not loop."""
    config, _ = built(tmp_path, orrin=TEXT)
    assert write(plan(config), config.briefs).written == ()


def test_the_cache_changes_no_byte(tmp_path):
    """A brief from the cache is the brief that would be made."""
    config, first = built(tmp_path, orrin=TEXT)
    assert plan(config).files == first.files


def test_a_brief_whose_seed_is_gone_is_removed(tmp_path):
    """Deleting a seed deletes its brief, and not a page that a person wrote."""
    config, _ = built(tmp_path, orrin=TEXT, other=TEXT)
    (config.briefs / "about.md").write_text("# About us\n", encoding="utf-8")
    (config.seeds / "other.txt").unlink()
    removed = write(plan(config), config.briefs).removed
    assert [name for name in removed if name.startswith("other")] == ["other.json", "other.md"]
    assert (config.briefs / "about.md").is_file()


def test_every_generated_page_bears_the_mark(tmp_path):
    """A page's front matter tells that a machine made it."""
    _, made = built(tmp_path, orrin=TEXT)
    assert [name for name, content in made.files.items() if name.endswith(".md") and MARK not in content[:2000]] == []


def test_briefs_validate_against_the_schema(tmp_path):
    """The JSON Schema that is published describes the JSON that is published."""
    config, _ = built(tmp_path, orrin=TEXT)
    jsonschema.validate(json.loads((config.briefs / "orrin.json").read_text(encoding="utf-8")), json.loads(schema_json()))


def test_a_bad_document_does_not_stop_the_others(tmp_path):
    """One failure, one brief."""
    config = load_config(library(tmp_path, orrin=TEXT, empty=""))
    made = plan(config)
    assert ([brief.id for brief in made.briefs], messages(made)) == (
        ["orrin"], ["seeds/empty.txt: this seed holds no text. Put the document's text into it, or delete it."])


def test_a_document_that_breaks_keeps_its_last_good_brief(tmp_path):
    """A failure loses nothing that was good before."""
    config, _ = built(tmp_path, orrin=TEXT)
    (config.seeds / "orrin.meta.yml").write_text("published: soon\n", encoding="utf-8")
    made = plan(config)
    assert ([brief.id for brief in made.briefs], len(made.failures)) == (["orrin"], 1)


def test_two_seeds_with_one_name_are_told(tmp_path):
    """Neither is built, because nobody can know which was meant."""
    config = load_config(library(tmp_path, orrin=TEXT))
    (config.seeds / "orrin.md").write_text(TEXT, encoding="utf-8")
    assert messages(plan(config)) == [
        "seeds/orrin.md, seeds/orrin.txt: several seeds have one name: each would become orrin.json. Rename all but one."]


def test_a_seed_with_the_name_of_a_page_is_told(tmp_path):
    """A brief must not replace the index."""
    config = load_config(library(tmp_path, index=TEXT))
    assert messages(plan(config)) == ["seeds/index.txt: this name is taken by a page of the site. Rename the seed."]


def test_a_file_that_no_reader_knows_is_noted(tmp_path):
    """A document of another format is not passed over in silence."""
    config = load_config(library(tmp_path, orrin=TEXT))
    (config.seeds / "report.pdf").write_bytes(b"%PDF")
    made = plan(config)
    assert (made.notes, made.failures) == (("seeds/report.pdf: not read. Documents end in .txt, .md.",), ())


def test_a_library_without_documents_is_noted(tmp_path):
    """An empty folder is told, because it empties the site."""
    config = load_config(library(tmp_path))
    config.seeds.mkdir()
    assert plan(config).notes == ("seeds: holds no documents. Put files that end in .txt or .md into it.",)


def test_a_sidecar_without_its_document_is_told(tmp_path):
    """A correction in a file with a slip in its name must not be lost unseen."""
    config = load_config(library(tmp_path, orrin=TEXT))
    (config.seeds / "orin.review.yml").write_text("status: reviewed\n", encoding="utf-8")
    assert messages(plan(config)) == ["seeds/orin.review.yml: this belongs to no document: no seed beside it has its name. "
                                      "Give it the name of its document, or delete it."]


def test_orphaned_corrections_are_noted(tmp_path):
    """A build tells that corrections no longer apply; `briefs check` says which."""
    config = load_config(library(tmp_path, orrin=TEXT))
    (config.seeds / "orrin.review.yml").write_text("drop: [risk-0000000000]\n", encoding="utf-8")
    assert plan(config).notes == ("seeds/orrin.txt: 1 of its corrections have lost their item; `briefs check` says which.",)


def test_a_link_out_of_the_seeds_is_told(tmp_path):
    """A link must not publish what lies elsewhere on the machine."""
    outside = tmp_path / "secret.txt"
    outside.write_text(TEXT, encoding="utf-8")
    config = load_config(library(tmp_path / "desk", orrin=TEXT))
    (config.seeds / "leak.txt").symlink_to(outside)
    assert messages(plan(config)) == [f"seeds/leak.txt: this is a link out of the folder of the seeds: it leads to {outside}. "
                                      "Copy the document into the folder instead of linking to it."]


def test_a_defect_costs_one_document_only(tmp_path, monkeypatch):
    """An error that nobody foresaw is the failure of the document that shows it, and says where it came up."""
    def broken(seed, options, root):
        if seed.stem == "odd":
            raise KeyError("unforeseen")
        return brief_of(seed, options, root)

    monkeypatch.setattr("generator.build.brief_of", broken)
    made = plan(load_config(library(tmp_path, orrin=TEXT, odd=TEXT)))
    assert [brief.id for brief in made.briefs] == ["orrin"]
    assert messages(made)[0].startswith("seeds/odd.txt: the program failed on this document: KeyError: 'unforeseen' (test_build.py:")


def test_without_the_folder_of_seeds_nothing_is_built(tmp_path):
    """A missing folder is a wrong configuration."""
    config = load_config(library(tmp_path))
    with pytest.raises(ConfigError) as caught:
        plan(config)
    assert caught.value.message == (f"{tmp_path / 'seeds'}: the folder of the seeds is not there. "
                                    "Make it and put your documents into it, or name another as `seeds` in mkdocs.yml.")
