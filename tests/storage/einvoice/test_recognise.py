"""What a file is shows in its content."""

import pytest
import xlsxwriter

from domain.errors import FileUnreadable
from storage.einvoice.recognise import holds_einvoice, is_einvoice
from tests.storage.einvoice.samples import (
    BLUE,
    CHINESE,
    PINYIN,
    RED,
    cii,
    cn_red,
    cn_xml,
    export_csv,
    export_row,
    export_xlsx,
    ofd_attached,
    ofd_custom,
    packed,
    pdf,
    ubl,
    zugferd_1,
)

INVOICES = {
    "einvoice": cn_xml().encode(),
    "gbk": cn_xml(encoding="GBK").encode("gbk"),
    "utf16": cn_xml(encoding="UTF-16").encode("utf-16"),
    "pinyin": PINYIN.encode("gbk"),
    "chinese": CHINESE.encode(),
    "chinese_gbk": CHINESE.encode("gb18030"),
    "ubl": ubl().encode(),
    "note": ubl(is_note=True).encode(),
    "cii": cii().encode(),
    "zugferd": zugferd_1().encode(),
    "ofd": ofd_attached(),
    "custom": ofd_custom(),
    "pdf": pdf({"factur-x.xml": cii().encode()}),
    "zip": packed({"a.xml": cn_xml()}),
}
OTHERS = {
    "camt": b"<?xml version='1.0'?><Document xmlns='urn:iso:20022:camt.053'/>",
    "page": b"<!DOCTYPE html><html><body>session expired</body></html>",
    "text": b"number,amount\nF-1,2.00\n",
    "empty": b"",
    "zip": packed({"a.txt": "x"}),
    "workbook": export_xlsx([export_row()]),
}


@pytest.mark.parametrize("name", INVOICES)
def test_invoices_are_known_by_their_first_bytes_and_whole(read, tmp_path, name):
    content = INVOICES[name]
    assert is_einvoice(content[:4096])
    assert len(read(content, "unnamed").invoices) == 1
    assert holds_einvoice(tmp_path / "unnamed")


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_none(tmp_path, name):
    (tmp_path / "file").write_bytes(OTHERS[name])
    assert not is_einvoice(OTHERS[name][:4096])
    assert not holds_einvoice(tmp_path / "file")


def test_a_missing_file_holds_none(tmp_path):
    assert not holds_einvoice(tmp_path / "nowhere")
    assert not holds_einvoice(tmp_path)


@pytest.mark.parametrize(
    "root",
    ["FatturaElettronica", "SCRDMCCBDACIOMessageStructure", "testSet"],
)
def test_other_electronic_documents_are_refused_by_name(read, root):
    with pytest.raises(FileUnreadable) as fault:
        read(f'<p:{root} xmlns:p="urn:x"><a/>{ubl().partition("?>")[2]}</p:{root}>')
    assert (fault.value.facts["reason"], fault.value.facts["found"]) == ("einvoice_other", root)


@pytest.mark.parametrize(
    "content,name,found",
    [
        ("<Invoice><Other/></Invoice>", "a.xml", "Invoice"),
        (packed({"a.txt": "x"}), "a.zip", "zip"),
        (OTHERS["camt"], "a.xml", "Document"),
    ],
)
def test_a_file_without_an_invoice_is_refused(read, content, name, found):
    with pytest.raises(FileUnreadable) as fault:
        read(content, name)
    assert (fault.value.facts["reason"], fault.value.facts["found"]) == ("einvoice_none", found)


def test_a_packed_file_holds_many_each_at_its_place(read):
    files = {
        "1/blue.xml": cn_xml(),
        "1/blue.pdf": pdf(),
        "2/red.xml": cn_red(),
        "readme.txt": "x",
        "3/old.ofd": ofd_attached(),
        "4/facture.pdf": pdf({"factur-x.xml": cii().encode()}),
    }
    found = read(packed(files), "a.zip")
    assert found.syntax == "ZIP"
    told = [(one.row, one.book_number) for one in found.invoices]
    assert told == [(1, BLUE), (3, RED), (5, "03100190011110011939"), (6, "F-1")]
    assert found.rejected == ()


def test_what_cannot_be_read_of_a_packed_file_is_told_by_name(read):
    files = {
        "good.xml": cn_xml(),
        "broken.xml": "<EInvoice>",
        "page.pdf": pdf(),
        "total.xml": cn_xml(gross="many"),
    }
    found = read(packed(files), "a.zip")
    assert [one.number for one in found.invoices] == [BLUE]
    assert [(one.row, one.code, one.value) for one in found.rejected] == [
        (2, "einvoice.no_invoice", "broken.xml"),
        (3, "einvoice.no_invoice", "page.pdf"),
        (4, "einvoice.not_a_figure", "many"),
    ]


def test_a_packed_bomb_refuses_the_whole_file(read):
    inner = packed({"OFD.xml": "<OFD/>", "Doc_0/Attachs/original_invoice.xml": b" " * (9 << 20)})
    with pytest.raises(FileUnreadable) as fault:
        read(packed({"a.xml": cn_xml(), "b.ofd": inner}), "a.zip")
    assert fault.value.facts["reason"] == "archive_too_large"
    assert fault.value.facts["path"].endswith("a.zip")


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_in_a_pdf_is_refused(read, layers):
    content = pdf({"factur-x.xml": b"<a>" + b" " * (70 << 20)}, layers=layers)
    assert len(content) < 1 << 20
    with pytest.raises(FileUnreadable, match="too_large"):
        read(content, "a.pdf")


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE EInvoice SYSTEM "http://127.0.0.1:9/x.dtd"><EInvoice/>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><EInvoice>&x;</EInvoice>',
        '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><Invoice>&y;</Invoice>',
        "<a>" * 100_000,
    ],
)
def test_hostile_xml_is_refused(read, content):
    with pytest.raises(FileUnreadable):
        read(content)


def test_a_workbook_of_an_export_is_read_as_one(read):
    assert [one.number for one in read(export_xlsx([export_row()]), "a").invoices] == [BLUE]
    assert [one.number for one in read(export_csv([export_row()]), "b").invoices] == [BLUE]


def test_an_empty_workbook_holds_none(read, tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet()
    with pytest.raises(FileUnreadable, match="empty"):
        read((tmp_path / "a.xlsx").read_bytes(), "b.xlsx")
