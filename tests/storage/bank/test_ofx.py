"""OFX and QFX: headers that lie, tags that are never closed, and what is cut off."""

import time
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from domain.reading import codes
from storage.bank import found, ofx
from storage.files import reasons

HEADER = "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n"
FIRST = (
    "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250305120000.000[+8:CST]<TRNAMT>1130.00"
    "<FITID>A1<CHECKNUM>0<NAME>Haitang Trading &amp; Co<MEMO>Invoice  7\nand 8</STMTTRN>"
)
SECOND = "<STMTTRN><TRNTYPE>FEE<DTPOSTED>20250306<TRNAMT>-2.5<FITID>A2<NAME>Fee</STMTTRN>"

VERSION_2 = """<?xml version="1.0" encoding="UTF-8"?>
<?OFX OFXHEADER="200" VERSION="211"?>
<ofx><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY</CURDEF>
  <BANKACCTFROM><BANKID>1</BANKID><ACCTID>622200</ACCTID></BANKACCTFROM>
  <BANKTRANLIST><DTSTART>20250301</DTSTART><DTEND>20250331</DTEND>
    <STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20250305</DTPOSTED>
      <TRNAMT>1130.00</TRNAMT><FITID>A1</FITID><REFNUM>R7</REFNUM><CHECKNUM>12</CHECKNUM>
      <PAYEE><NAME>海棠示例商贸有限公司</NAME><CITY>Shenzhen</CITY></PAYEE>
      <BANKACCTTO><BANKID>102</BANKID><ACCTID>6217</ACCTID></BANKACCTTO>
      <MEMO><![CDATA[5 < 6 & 7]]></MEMO></STMTTRN>
  </BANKTRANLIST>
  <LEDGERBAL><BALAMT>+5,5</BALAMT><DTASOF>20250331</DTASOF></LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></ofx>"""


def sgml(*entries, currency="CNY", header=HEADER, kind="STMTRS", account="BANKACCTFROM"):
    return (
        f"{header}<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<{kind}><CURDEF>{currency}"
        f"<{account}><BANKID>1<ACCTID>622200</{account}>"
        f"<BANKTRANLIST><DTSTART>20250301<DTEND>20250331{''.join(entries)}</BANKTRANLIST>"
        f"<LEDGERBAL><BALAMT>1127.50<DTASOF>20250331</LEDGERBAL>"
        f"<AVAILBAL><BALAMT>9.00<DTASOF>20250331</AVAILBAL></{kind}></STMTTRNRS></BANKMSGSRSV1></OFX>"
    )


def entry(amount="1.00", posted="20250305", more=""):
    return f"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{posted}<TRNAMT>{amount}{more}</STMTTRN>"


def read(text, encoding="utf-8"):
    return ofx.read(text.encode(encoding), "a.ofx")


def lines(*entries, **more):
    return read(sgml(*entries, **more)).statements[0].lines


def amounts(*told):
    return [line.amount for line in lines(*(entry(one) for one in told))]


def rejections(*entries):
    return [(one.row, one.code) for one in read(sgml(*entries)).rejected]


def refusal(text):
    with pytest.raises(FileUnreadable) as fault:
        read(text)
    return fault.value.facts


def test_statement_of_version_1():
    (statement,) = read(sgml(FIRST, SECOND)).statements
    assert (statement.account, statement.currency, statement.format) == ("622200", "CNY", "OFX")
    assert (statement.opening, statement.closing) == (None, Decimal("1127.50"))
    assert (statement.credits, statement.debits) == (Decimal("1130.00"), Decimal("2.5"))
    assert (statement.from_on, statement.to_on) == (date(2025, 3, 1), date(2025, 3, 31))
    assert statement.notes == ()
    first, second = statement.lines
    assert (first.booked_on, first.at, first.amount) == (
        date(2025, 3, 5),
        "12:00:00",
        Decimal("1130.00"),
    )
    assert (first.name, first.text) == ("Haitang Trading & Co", "Invoice 7 and 8")
    assert (first.serial, first.code, first.reference) == ("A1", "CREDIT", "")
    assert first.raw == FIRST
    assert (second.row, second.booked_on, second.at) == (2, date(2025, 3, 6), "")


def test_statement_of_version_2_reads_the_same():
    (statement,) = read(VERSION_2).statements
    assert (statement.account, statement.closing) == ("622200", Decimal("5.5"))
    (line,) = statement.lines
    assert (line.name, line.account, line.bank) == ("海棠示例商贸有限公司", "6217", "102")
    assert (line.text, line.reference) == ("5 < 6 & 7", "R7")
    assert statement.notes == ()


def test_several_statements_and_a_card():
    file = read(sgml(FIRST) + sgml(SECOND, header="", kind="CCSTMTRS", account="CCACCTFROM"))
    assert [len(one.lines) for one in file.statements] == [1, 1]
    assert [line.row for one in file.statements for line in one.lines] == [1, 2]


def test_of_an_investment_account_only_cash_is_read():
    trade = "<BUYMF><INVBUY><INVTRAN><FITID>9<MEMO>Buy</INVTRAN><TOTAL>-673.0</INVBUY></BUYMF>"
    cash = f"<INVBANKTRAN>{FIRST}<SUBACCTFUND>CASH</INVBANKTRAN>"
    (statement,) = read(
        sgml(trade, cash, kind="INVSTMTRS", account="INVACCTFROM").replace(
            "BANKTRANLIST", "INVTRANLIST"
        )
    ).statements
    assert (statement.account, statement.credits) == ("622200", Decimal("1130.00"))


def test_entries_and_lists_that_are_not_closed_end_where_the_next_begins():
    open_entry = FIRST.removesuffix("</STMTTRN>")
    text = sgml(open_entry, SECOND.removesuffix("</STMTTRN>")).replace("</BANKTRANLIST>", "")
    file = read(text.replace("<LEDGERBAL>", "</BANKTRANLIST><LEDGERBAL>"))
    assert [line.amount for line in file.statements[0].lines] == [
        Decimal("1130.00"),
        Decimal("-2.5"),
    ]
    assert file.statements[0].lines[0].raw == open_entry


def test_payee_that_is_not_closed_swallows_nothing():
    (line,) = lines("<STMTTRN><PAYEE><NAME>A<CITY>B<DTPOSTED>20250305<TRNAMT>1<MEMO>C</STMTTRN>")
    assert (line.name, line.amount, line.text) == ("A", Decimal(1), "C")


def test_balance_ends_an_entry_that_is_not_closed():
    text = sgml(FIRST.removesuffix("</STMTTRN>")).replace("</BANKTRANLIST>", "")
    (statement,) = read(text).statements
    assert (statement.credits, statement.closing) == (Decimal("1130.00"), Decimal("1127.50"))


def test_pending_entries_are_left_to_the_statement_that_books_them():
    pending = "<STMTTRNP><TRNTYPE>DEBIT<DTTRAN>20250307<TRNAMT>-9.00<NAME>Hotel</STMTTRNP>"
    assert [line.row for line in lines(FIRST, pending, SECOND)] == [1, 2]


@pytest.mark.parametrize(
    "told,value",
    [
        ("-12.50", "-12.50"),
        ("+00000000000115.8331", "115.8331"),
        ("12,5", "12.5"),
        ("-80,25", "-80.25"),
        ("7.", "7"),
        ("1.500", "1.500"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("12 345,67", "12345.67"),
    ],
)
def test_amount(told, value):
    assert amounts(told) == [Decimal(value)]


def test_amounts_of_a_file_tell_what_its_commas_mean():
    assert amounts("1.234,50", "1.234", "-7,5") == [
        Decimal("1234.50"),
        Decimal(1234),
        Decimal("-7.5"),
    ]
    assert amounts("1,234.50", "1,234") == [Decimal("1234.50"), Decimal(1234)]


@pytest.mark.parametrize(
    "told,code",
    [
        ("1,234", codes.AMOUNT_AMBIGUOUS),
        ("$120", found.BAD_AMOUNT),
        ("", found.BAD_AMOUNT),
        ("NaN", found.BAD_AMOUNT),
        ("Infinity", found.BAD_AMOUNT),
        ("1e999999", found.BAD_AMOUNT),
        ("12-3", codes.AMOUNT_UNREADABLE),
        ("9" * 80, found.BAD_AMOUNT),
        ("１２", found.BAD_AMOUNT),
        ("1\x00", found.BAD_AMOUNT),
    ],
)
def test_amount_that_cannot_be_read_costs_only_its_entry(told, code):
    assert rejections(entry("1"), entry(told), entry("2")) == [(2, code)]
    assert amounts("1", told, "2") == [Decimal(1), Decimal(2)]


@pytest.mark.parametrize(
    "told,day,at",
    [
        ("20250305", date(2025, 3, 5), ""),
        ("20250305235959", date(2025, 3, 5), "23:59:59"),
        ("202503052359", date(2025, 3, 5), "23:59:00"),
        ("20250305000000.000[-5:EST]", date(2025, 3, 5), ""),
        ("2025030523595900[-5:EST]", date(2025, 3, 5), "23:59:59"),
        ("2025-03-05", date(2025, 3, 5), ""),
        ("2025-03-05T10:00:00", date(2025, 3, 5), ""),
    ],
)
def test_date_is_the_one_written(told, day, at):
    (line,) = lines(entry(posted=told))
    assert (line.booked_on, line.at) == (day, at)


@pytest.mark.parametrize("told", ["20250231", "00000000", "05/03/2025", "45721", "2025030"])
def test_date_that_does_not_exist_costs_only_its_entry(told):
    assert rejections(entry(posted=told), FIRST) == [(1, found.BAD_DATE)]


def test_entry_without_a_date_bears_the_day_its_money_was_there():
    taken = entry(posted="", more="<DTAVAIL>20250309")
    (statement,) = read(sgml(taken, FIRST)).statements
    assert statement.lines[0].booked_on == date(2025, 3, 9)
    assert [(note.code, note.facts) for note in statement.notes] == [
        (found.DATE_TAKEN, {"count": 1})
    ]
    assert rejections(entry(posted="")) == [(1, found.NO_DATE)]


def test_currency_of_the_amount_and_the_one_it_was_before():
    own = entry(more="<CURRENCY><CURRATE>7.1<CURSYM>usd</CURRENCY><MEMO>a")
    before = entry(more="<ORIGCURRENCY><CURRATE>7.1<CURSYM>USD</ORIGCURRENCY><MEMO>b")
    assert [(line.currency, line.text) for line in lines(own, before)] == [
        ("USD", "a"),
        ("CNY", "b"),
    ]
    assert "<CURSYM>USD" in lines(before)[0].raw


def test_long_name_completes_a_short_one():
    assert lines(entry(more="<NAME>Haitang Tra<EXTDNAME>Haitang Trading Ltd"))[0].name == (
        "Haitang Trading Ltd"
    )
    assert lines(entry(more="<NAME>Haitang<EXTDNAME>POS 12"))[0].name == "Haitang"


def test_entry_that_deletes_another_is_left_to_a_person():
    deleted = entry(more="<CORRECTFITID>A1<CORRECTACTION>DELETE")
    assert rejections(FIRST, deleted) == [(2, found.BAD_LINE)]


def test_the_same_entry_twice_counts_twice():
    assert [line.serial for line in lines(FIRST, FIRST)] == ["A1", "A1"]


@pytest.mark.parametrize(
    "told,shown",
    [
        ("A &lt;B&gt; &#38; &#x43; &eacute;", "A <B> & C é"),
        ("R&D &unknown; &#0; &#xD800; AT&T;", "R&D &unknown; &#0; &#xD800; AT&T;"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("a\x07b", "a\ufffdb"),
    ],
)
def test_characters_of_a_name(told, shown):
    assert lines(entry(more=f"<NAME>{told}"))[0].name == shown


def test_comments_are_no_data():
    text = (
        sgml(FIRST)
        .replace("<TRNAMT>", "<!-- <TRNAMT>5.00 --><TRNAMT>")
        .replace("<CURDEF>CNY", "<CURDEF>CNY <!-- yuan -->")
    )
    (statement,) = read(text).statements
    assert (statement.currency, statement.credits) == ("CNY", Decimal("1130.00"))
    (statement,) = read(sgml(FIRST, "<!-- ", SECOND)).statements
    assert [line.row for line in statement.lines] == [1]
    assert [note.code for note in statement.notes] == [found.CUT]


@pytest.mark.parametrize(
    "header,encoding,used,told",
    [
        (HEADER, "utf-8", "utf-8", "cp1252"),
        (HEADER, "gb18030", "gb18030", "cp1252"),
        (HEADER.replace("1252", "NONE"), "utf-8", "utf-8", "ascii"),
        (HEADER.replace("CHARSET:1252", "CHARSET:936"), "gb18030", "gbk", None),
        (HEADER.replace("USASCII", "UTF-8").replace("1252", "NONE"), "utf-8", "utf-8", None),
        (HEADER.replace("USASCII", "UTF-8").replace("1252", "NONE"), "gb18030", "gb18030", "utf-8"),
        ("", "utf-16", "utf-16-le", None),
    ],
)
def test_bytes_decide_about_the_encoding(header, encoding, used, told):
    text = sgml(entry(more="<NAME>海棠示例商贸有限公司"), header=header)
    file = read(text, encoding)
    assert file.statements[0].lines[0].name == "海棠示例商贸有限公司"
    assert file.encoding == used
    assert [note.facts for note in file.statements[0].notes] == (
        [{"told": told, "used": used}] if told else []
    )


def test_western_text_is_read_as_told():
    file = read(sgml(entry(more="<NAME>Café Müller’s “Zoë”")), "cp1252")
    assert (file.statements[0].lines[0].name, file.statements[0].notes) == (
        "Café Müller’s “Zoë”",
        (),
    )


def test_file_that_ends_within_an_entry():
    text = sgml(FIRST, SECOND)
    file = read(text[: text.index("-2.5") + 2])
    assert [(one.row, one.code) for one in file.rejected] == [(2, found.CUT)]
    assert [line.row for line in file.statements[0].lines] == [1]
    assert [note.code for note in file.statements[0].notes] == [found.CUT]


def test_balance_that_cannot_be_read_is_told():
    (statement,) = read(sgml(FIRST).replace("1127.50", "n/a")).statements
    assert statement.closing is None
    assert [(note.code, note.facts) for note in statement.notes] == [
        (found.BAD_AMOUNT, {"found": "n/a"})
    ]


def test_document_type_and_entities_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "&b;&b;">]>' + sgml(FIRST, header="")
    assert refusal(bomb)["reason"] == reasons.BAD_XML
    assert refusal(sgml(FIRST) + "\n<!entity a SYSTEM 'file:///etc/passwd'>")["line"] > 1


def test_what_holds_no_statement_is_refused():
    assert refusal("this is no such file")["reason"] == found.NO_STATEMENT
    assert refusal("<OFX><SIGNONMSGSRSV1><SONRS></SONRS></SIGNONMSGSRSV1></OFX>") == {
        "path": "a.ofx",
        "reason": found.NO_STATEMENT,
        "format": "OFX",
    }
    assert refusal(" \r\n")["reason"] == reasons.EMPTY


@pytest.mark.parametrize(
    "head,is_ofx",
    [
        (sgml(), True),
        ("<OFX>\n<CREDITCARDMSGSRSV1>", True),
        ('<?xml version="1.0"?><?OFX OFXHEADER="200"?>', True),
        ("\ufeffOFXHEADER : 100", True),
        ("<html><body>How to read OFX files</body></html>", False),
        ('<?xml version="1.0"?><Document><BkToCstmrStmt/></Document>', False),
        ("Date,Payee,OFX\n", False),
        ("", False),
    ],
)
def test_recognised_by_content(head, is_ofx):
    assert ofx.recognise(head.encode()) is is_ofx
    assert ofx.recognise(head.encode("utf-16")) is is_ofx


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<![CDATA[", "<A>", "<STMTRS", "<PAYEE>", "&#", "</STMTTRN>", "<NAME>x<", "<A  "],
)
def test_repetition_costs_no_time(piece):
    started = time.process_time()
    text = sgml(FIRST).replace("<FITID>", piece * 100_000 + "<FITID>")
    with suppress(FileUnreadable):
        read(text)
    assert time.process_time() - started < 5


def test_endless_entries_are_refused():
    assert refusal("<OFX><STMTRS>" + "<STMTTRN>" * 400_001)["reason"] == reasons.TOO_LARGE
