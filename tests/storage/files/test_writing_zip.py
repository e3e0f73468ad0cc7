"""Zips are written whole or not at all, the same each time."""

import zipfile

import pytest

from storage.files.writing import write_zip


def test_the_same_files_make_the_same_zip(tmp_path):
    entries = [("册.pdf", b"%PDF" * 50), ("原件/01 合同.pdf", b"x")]
    for name in ("a.zip", "b.zip"):
        write_zip(tmp_path / "new" / name, iter(entries))
    first, second = ((tmp_path / "new" / name).read_bytes() for name in ("a.zip", "b.zip"))
    assert first == second
    with zipfile.ZipFile(tmp_path / "new" / "a.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == dict(entries)


def test_a_fault_on_the_way_leaves_nothing_behind(tmp_path):
    def entries():
        yield "a", b"1"
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write_zip(tmp_path / "a.zip", entries())
    assert list(tmp_path.iterdir()) == []
