"""XML of strangers: read in whatever encoding it is, refused where it is dangerous."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileUnreadable
from storage.bank import found
from storage.files import reasons, xml

NAME = "海棠示例商贸有限公司（深圳）"


def document(declared="", name=NAME):
    head = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    return f"{head}<a><b>{name}</b></a>"


def refusal(content):
    with pytest.raises(FileUnreadable) as caught:
        xml.parse(content, "f.xml")
    return {key: value for key, value in caught.value.facts.items() if key != "path"}


@pytest.mark.parametrize(
    "declared,encoding,used",
    [
        ("UTF-8", "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
        ("utf-8", "utf-8-sig", "utf-8"),
        ("GBK", "gbk", "gb18030"),
        ("gb2312", "gb2312", "gb18030"),
        ("GB18030", "gb18030", "gb18030"),
        ("UTF-8", "gbk", "gb18030"),
        ("", "gbk", "gb18030"),
        ("GBK", "utf-8", "utf-8"),
        ("ISO-8859-1", "utf-8", "utf-8"),
        ("UTF-16", "utf-8", "utf-8"),
        ("utf-16", "utf-16", "utf-16-le"),
        ("utf-16", "utf-16-be", "utf-16-be"),
        ("utf-16", "utf-16-le", "utf-16-le"),
        ("", "utf-32", "utf-32-le"),
        ("Big5", "utf-8", "utf-8"),
        ("no-such-encoding", "utf-8", "utf-8"),
        ("punycode", "utf-8", "utf-8"),
    ],
)
def test_text_is_read_by_its_bytes(declared, encoding, used):
    text = document(declared, name="海棠示例商贸有限公司(深圳)")
    content = text.encode(encoding)
    assert xml.read_text(content, "f").encoding == used
    assert xml.text(xml.parse(content, "f"), "b") == "海棠示例商贸有限公司(深圳)"


def test_western_text_is_read_as_declared_or_not():
    for declared in ("ISO-8859-15", "windows-1252", "UTF-8"):
        content = document(declared, "Müller & Söhne".replace("&", "&amp;")).encode("cp1252")
        assert xml.text(xml.parse(content, "f"), "b") == "Müller & Söhne"


def test_short_name_in_gbk_is_not_mistaken_for_utf_8():
    content = document("GBK", "娄").encode("gbk")
    content.decode("utf-8")  # these two bytes are valid there as well
    assert xml.text(xml.parse(content, "f"), "b") == "娄"


@pytest.mark.parametrize(
    "declared,encoding,notes",
    [
        ("utf-8", "utf-8", []),
        ("utf-8", "gbk", [(found.ENCODING, {"told": "utf-8", "used": "gb18030"})]),
        ("gbk", "utf-8", [(found.ENCODING, {"told": "gbk", "used": "utf-8"})]),
        ("gbk", "gbk", []),
        ("utf-16", "utf-16", []),
        ("", "gbk", []),
    ],
)
def test_wrong_declaration_is_noted(declared, encoding, notes):
    assert list(xml.read_text(document(declared).encode(encoding), "f").notes()) == notes


def test_one_bad_byte_becomes_a_mark_and_costs_nothing_else():
    content = document("utf-8").encode().replace(b"</b>", b"\xff</b>")
    assert xml.text(xml.parse(content, "f"), "b") == NAME + "\ufffd"


@pytest.mark.parametrize(
    "content",
    [
        b"\n\n  <?xml version='1.0'?><a/>",
        b"\xef\xbb\xbf\r\n<a/>\r\n\x00\x00",
        b"<?xml version='1.1'?><a/>\x1a",
        b"<?xml version = '1.0' encoding = 'zlib' ?>\n<a>\x02</a>",
        b"<!-- " + b"x" * 9000 + b" --><a/>",
    ],
)
def test_what_stands_around_a_document_does_no_harm(content):
    assert xml.parse(content, "f").tag == "a"


def test_elements_bear_local_names():
    root = xml.parse(b'<p:a xmlns:p="urn:x" xmlns="urn:y"><p:b k="1"> c </p:b><b>d</b></p:a>', "f")
    assert (root.tag, [one.text for one in xml.children(root, "b")]) == ("a", [" c ", "d"])
    assert xml.text(root, "b") == "c"
    assert root[0].get("k") == "1"


def test_paths_of_names():
    root = xml.parse(b"<a><b/><b><c>1</c><c>2</c></b><b><c>3</c></b></a>", "f")
    assert [one.text for one in xml.children(root, "b", "c")] == ["1", "2", "3"]
    assert xml.child(root, "b", "c") is None
    assert xml.text(root, "b", "c") == xml.text(None, "b") == ""
    assert xml.child(root) is root
    assert xml.children(None, "b") == []


DEEP = b"<a>" * 100_000
ENTITIES = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'


@pytest.mark.parametrize(
    "content,kind,line",
    [
        (DEEP, "depth", 1),
        (b"\n\n" + b"<a>" * 300 + b"</a>" * 300, "depth", 3),
        (ENTITIES, "dtd", 1),
        (b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>', "dtd", 2),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "dtd", 1),
        (b"<a>&nbsp;</a>", "syntax", 1),
        (b'<a xmlns="' + b"x" * 5000 + b'"><b/></a>', "namespace", 1),
        (b"<b/>" * 4_000_001, "count", 1),
        (b"<a " + b'b="" ' * 4_000_001 + b"/>", "count", 1),
        (b"<a>\n<b>\n</a>", "syntax", 3),
        (b"<a/><a/>", "syntax", 1),
        (b"no xml", "syntax", 1),
        ("<!DOCTYPE html><html><body>会话已过期<br></body></html>".encode(), "html", 1),
        (b"<!doctype html>\n<HTML><p>", "html", 1),
        (b"<html><body/></html>", "html", 1),
    ],
)
def test_dangerous_and_broken_files_are_refused(content, kind, line):
    told = refusal(content)
    assert (told["reason"], told["found"]) == (reasons.BAD_XML, kind)
    assert told["line"] == line or kind == "count"


def test_too_large_and_empty_files_are_refused(monkeypatch):
    assert refusal(b" \n\xef\xbb\xbf")["reason"] == reasons.EMPTY
    monkeypatch.setattr(xml, "MAX_BYTES", 10)
    assert refusal(b"<a>12345678</a>") == {"reason": reasons.TOO_LARGE, "limit": 10}


@pytest.mark.parametrize(
    "head,name",
    [
        (b"<?xml version='1.0'?>\n<!-- <b> --><!-- x --><n:Invoice xmlns:n='u'", "Invoice"),
        (codecs.BOM_UTF8 + b"\n<Document>", "Document"),
        ("<?xml version='1.0' encoding='utf-16'?><中/>".encode("utf-16-le"), ""),
        ("<?xml version='1.0'?><Document/>".encode("utf-16"), "Document"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"<!-- " * 2000, ""),
        (b"<!-- --><" * 400 + b"!", ""),
        (b"a;b;c", ""),
        (b"", ""),
    ],
)
def test_root_is_named_by_the_first_bytes(head, name):
    assert xml.root_name(head) == name


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 90), st.integers(0, 30))
def test_any_bytes_are_read_or_refused(noise, place, cut):
    content = document("utf-8").encode()
    for tried in (noise, content[:place] + noise + content[place + cut :]):
        try:
            root = xml.parse(tried, "f")
        except FileUnreadable as error:
            assert error.facts["reason"]  # noqa: PT017 - either is right
        else:
            "".join(root.itertext()).encode()
