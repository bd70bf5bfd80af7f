"""Files are whole or not there."""

import pytest

from generator.files import write_atomically


def test_a_file_is_written_with_its_folders(tmp_path):
    """The first time it changes, the second time it does not."""
    path = tmp_path / "a" / "b" / "x.json"
    assert (write_atomically(path, "Größe\n"), write_atomically(path, "Größe\n"), path.read_bytes()) == (True, False, "Größe\n".encode())


def test_what_stands_there_already_is_not_touched(tmp_path):
    """A watching server sees no change."""
    path = tmp_path / "x"
    write_atomically(path, b"1")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    write_atomically(path, "1")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_change_replaces_the_file(tmp_path):
    """Others may read it, and nothing else is left in the folder."""
    path = tmp_path / "x"
    write_atomically(path, "old")
    write_atomically(path, "new")
    assert ([(found.name, found.read_text()) for found in tmp_path.iterdir()], path.stat().st_mode & 0o777) == ([("x", "new")], 0o644)


def test_a_failed_write_leaves_the_old_file_alone(tmp_path, monkeypatch):
    """A full disk, an interrupt: the old file stays, and no half of the new one."""
    path = tmp_path / "x"
    write_atomically(path, "old")
    monkeypatch.setattr("pathlib.Path.chmod", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, "new")
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("x", "old")]


def test_a_long_name_of_wide_characters_is_written(tmp_path):
    """The file that is written first has a name that fits too."""
    path = tmp_path / ("🏭" * 60 + ".json")
    assert write_atomically(path, "x")


def test_text_that_is_no_text_is_refused_before_anything_is_written(tmp_path):
    """Half a character has no bytes."""
    with pytest.raises(UnicodeEncodeError):
        write_atomically(tmp_path / "x", "\ud800")
    assert list(tmp_path.iterdir()) == []
