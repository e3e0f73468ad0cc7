"""Whole files to be kept in the book."""

import pytest

from domain.errors import AttachmentTooLarge, FileUnreadable
from storage.files.reading import read_bytes


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF\x00")
    assert read_bytes(path) == b"%PDF\x00"


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "no.pdf", tmp_path):
        with pytest.raises(FileUnreadable):
            read_bytes(path)


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path):
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert len(read_bytes(path)) == 50 * 1024 * 1024
    with path.open("ab") as file:
        file.write(b"x")
    with pytest.raises(AttachmentTooLarge):
        read_bytes(path)
