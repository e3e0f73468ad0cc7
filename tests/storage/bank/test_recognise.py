"""Files of every format by their content, and archives of them."""

import io
import os
import subprocess
import sys
import zipfile

import pytest

from domain.errors import FileUnreadable
from domain.reading.bank import from_json
from storage.bank import found, recognise
from storage.bank.recognise import is_bank, read_bank
from storage.files import reasons

TABLE = """交易日期,摘要,借方,贷方,余额
2026-04-10,货款,,500.00,1500.00
2026-04-11,退款,20.00,,1480.00
"""
SUMMARY = """#支付宝账务汇总查询
类型,收入（笔）,收入（+元）,支出（笔）,支出（-元）
在线支付,1,500.00,0,0.00
"""
FORMATS = {
    "camt": """<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>
<Acct><Id><IBAN>DE1</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">5.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-04-10</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>""",
    "MT940": ":20:1\n:25:DE1\n:28C:1/1\n:60F:C260401EUR0,00\n:61:2604100410C5,00NTRFX\n"
    ":62F:C260430EUR5,00\n-\n",
    "OFX": "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR"
    "<BANKACCTFROM><ACCTID>DE1</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT"
    "<DTPOSTED>20260410<TRNAMT>5.00<FITID>1</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>"
    "</BANKMSGSRSV1></OFX>",
    "QIF": "!Type:Bank\nD04/30/2026\nT5.00\n^\n",
    "table": TABLE,
}


@pytest.fixture
def file(tmp_path):
    def write(content, name="f.bin"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def _packed(members, **options):
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED, **options) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return page.getvalue()


def _refused(path, **options):
    with pytest.raises(FileUnreadable) as caught:
        read_bank(path, **options)
    return caught.value.facts


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_known_by_its_content(file, name):
    read = read_bank(file(FORMATS[name], "misnamed.pdf"))
    (statement,) = read.statements
    assert read.format.lower().startswith(name.lower())
    assert statement.lines[0].amount in (5, 500)
    assert is_bank(FORMATS[name].encode()) is True


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n",
        b"<html><body>no table</body></html>",
        b"<?xml version='1.0'?><other/>",
        b"just some words\nand more\n",
        b"\x00\x01\x02" * 99,
    ],
)
def test_what_nobody_knows_is_refused(file, content):
    assert _refused(file(content))["reason"] == found.NOT_RECOGNISED
    assert is_bank(content) is False


@pytest.mark.parametrize(
    "content, reason", [(b"", reasons.EMPTY), (b"PK\x03\x04cut", reasons.WORKBOOK_DAMAGED)]
)
def test_empty_and_damaged_files_say_so(file, content, reason):
    assert _refused(file(content))["reason"] == reason


def test_a_missing_file_says_so(tmp_path):
    assert _refused(tmp_path / "none.csv")["reason"] == reasons.MISSING


def test_other_tables_are_asked_about_with_their_headers(file):
    facts = _refused(file("发票号,客户名称,开票日期,价税合计\n1,海棠,2026-04-10,5.00\n"))
    assert (facts["reason"], facts["headers"][0]) == (found.NO_COLUMNS, "发票号")


def test_mapping_currency_and_encoding_reach_the_table(file):
    path = file("Wann;Wieviel\n10.04.26;-5,00\n".encode("utf-16-le"))
    mapping = from_json(
        {"kind": "bank", "columns": {"date": "Wann", "amount": "Wieviel"}, "sign": "signed"}
    )
    read = read_bank(path, mapping=mapping, currency="EUR", encoding="utf-16-le")
    assert (read.statements[0].debits, read.statements[0].currency) == (5, "EUR")
    assert read_bank(path, learned=[mapping]).statements[0].debits == 5


def test_the_order_of_days_reaches_a_format_that_asks_for_it(file):
    path = file("!Type:Bank\nD04/05/2026\nT5.00\n^\n")
    mapping = from_json({"kind": "bank", "date_order": "dmy"})
    assert read_bank(path, mapping=mapping).statements[0].lines[0].booked_on.month == 5


# -- archives


def test_all_statements_of_an_archive_are_read(file):
    content = _packed({"a.csv": TABLE, "b.sta": FORMATS["MT940"], "c/": "", ".hidden": "x"})
    read = read_bank(file(content))
    assert [statement.format for statement in read.statements] == ["table", "MT940"]


def test_a_summary_beside_the_details_is_no_statement(file):
    content = _packed({"汇总.csv": SUMMARY.encode("gbk"), "明细.csv": TABLE.encode("gbk")})
    (statement,) = read_bank(file(content)).statements
    assert statement.credits == 500
    (note,) = [note for note in statement.notes if note.code == found.MEMBER]
    assert (note.facts["name"], note.facts["reason"]) == ("汇总.csv", found.NO_COLUMNS)


def test_refused_rows_say_of_which_file_they_are(file):
    content = _packed({"a.csv": TABLE, "b.csv": TABLE + "2026-04-12,x,,abc,\n"})
    (one,) = read_bank(file(content)).rejected
    assert (one.row, one.facts["file"]) == (4, "b.csv")


def test_an_archive_in_an_archive_is_left_alone(file):
    inner = _packed({"a.csv": TABLE})
    assert _refused(file(_packed({"a.zip": inner})))["reason"] == found.NOT_RECOGNISED
    read = read_bank(file(_packed({"a.zip": inner, "b.csv": TABLE})))
    assert len(read.statements) == 1


def test_an_archive_without_statements_is_not_recognised(file):
    assert _refused(file(_packed({"a": b"%PDF", "b": b"%PDF"})))["reason"] == found.NOT_RECOGNISED
    assert _refused(file(_packed({})))["reason"] in (found.NOT_RECOGNISED, reasons.NOT_A_TABLE)


def test_archives_that_hold_too_much_are_refused(file, monkeypatch):
    many = _packed({f"{n}.csv": "x" for n in range(201)})
    assert _refused(file(many))["what"] == "files"
    bomb = _packed({"a.csv": b"0" * (64 << 20)}, compresslevel=9)
    assert _refused(file(bomb))["what"] == "ratio"
    monkeypatch.setattr(recognise, "_MAX_UNPACKED", 1000)
    big = _packed({f"{n}.csv": os.urandom(600) for n in range(2)})
    facts = _refused(file(big))
    assert (facts["reason"], facts["what"]) == (found.ARCHIVE, "size")


def test_an_archive_that_understates_its_size_is_cut_off(file, monkeypatch):
    content = bytearray(_packed({"a.csv": b"1,2\n" * 2000}))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (10).to_bytes(4, "little")
    facts = _refused(file(bytes(content)))
    assert facts["reason"] in (reasons.WORKBOOK_DAMAGED, found.NOT_RECOGNISED)


def test_a_locked_archive_says_so(file):
    content = bytearray(_packed({"a.csv": TABLE}))
    content[6] |= 1
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    assert _refused(file(bytes(content)))["reason"] == reasons.ENCRYPTED


def test_a_broken_member_breaks_the_archive(file):
    content = bytearray(_packed({"a.csv": TABLE * 50}))
    content[60:90] = b"\xff" * 30
    assert _refused(file(bytes(content)))["reason"] == reasons.WORKBOOK_DAMAGED


# -- what the import asks


@pytest.mark.parametrize(
    "headers, told",
    [
        (["交易日期", "借方", "贷方", "余额"], True),
        (["Date", "Description", "Amount", "Balance"], True),
        (["发票号", "客户名称", "开票日期", "价税合计"], False),
        (["收款日期", "客户名称", "金额"], False),
        ([], False),
    ],
)
def test_headers_of_a_bank(headers, told):
    assert is_bank(headers) is told


def test_a_table_cut_off_in_the_middle_is_known(file):
    assert is_bank(("某银行\n" + TABLE).encode("gb18030")[:80])
    assert not is_bank(_packed({"a.csv": TABLE}))
    assert not is_bank("发票号,客户名称,金额\n1,海棠,5.00\n".encode())


def test_formats_are_imported_when_a_file_is_read():
    code = "import storage.bank.recognise, sys; print([m for m in sys.modules if 'camt' in m])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
