"""Packed files that lie about their size."""

import zipfile

import pytest

from domain.errors import FileUnreadable
from storage.einvoice.packed import Budget, Packed
from tests.storage.einvoice.samples import packed


def reason(content, name="a.xml", budget=None):
    with pytest.raises(FileUnreadable) as fault:
        Packed(content, "a.zip", budget).read(name)
    return fault.value.facts["reason"]


def test_files_are_read_by_name():
    archive = Packed(packed({"a.xml": "<a/>", "d/b.xml": "<b/>"}), "a.zip")
    assert archive.names == ("a.xml", "d/b.xml")
    assert archive.read("d/b.xml") == b"<b/>"


def test_a_file_that_unpacks_without_end_is_refused():
    assert reason(packed({"a.xml": b" " * (70 << 20)})) == "archive_too_large"
    assert reason(packed({"a.xml": b" " * (2 << 20)})) == "archive_too_large"


def test_files_together_have_a_limit():
    content = packed({"a.xml": b"<a/>", "b.xml": b"<b/>"})
    budget = Budget(left=6)
    archive = Packed(content, "a.zip", budget)
    assert archive.read("a.xml") == b"<a/>"
    with pytest.raises(FileUnreadable, match="archive_too_large"):
        archive.read("b.xml")


def test_too_many_files_are_refused():
    assert reason(packed({f"{n}.xml": "" for n in range(5001)})) == "archive_too_large"


def test_an_endless_list_of_files_is_refused_unread():
    content = bytearray(packed({"a.xml": "<a/>"}))
    at = content.rfind(b"PK\x05\x06")
    content[at + 12 : at + 16] = (1 << 30).to_bytes(4, "little")
    assert reason(bytes(content)) == "archive_too_large"


def test_the_list_for_huge_files_is_refused():
    content = packed({"a.xml": "<a/>"})
    at = content.rfind(b"PK\x05\x06")
    longer = content[:at] + b"PK\x06\x07" + bytes(16) + content[at:]
    assert reason(longer) == "archive_too_large"


@pytest.mark.parametrize("cut", [4, 30, -1, -30])
def test_a_cut_file_is_damaged(cut):
    assert reason(packed({"a.xml": "<a/>" * 9})[:cut]) == "archive_damaged"


def test_a_protected_file_is_told():
    content = bytearray(packed({"a.xml": "<a/>"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + place] |= 1
    assert reason(bytes(content)) == "encrypted"


def test_an_unknown_way_of_packing_is_damaged():
    content = bytearray(packed({"a.xml": "<a/>"}))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.find(mark) + place] = zipfile.ZIP_LZMA + 80
    assert reason(bytes(content)) == "archive_damaged"
