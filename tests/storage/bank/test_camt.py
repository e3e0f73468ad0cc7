"""ISO 20022 statements: what is told is taken, what is not is noted or refused by entry."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileUnreadable
from storage.bank import camt, found
from storage.files import reasons

OWN = "DE02120300000000202051"
SPACE = 'xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"'


def balance(code, amount, mark="CRDT", on="2025-03-01", currency="EUR"):
    told = f"<CdtDbtInd>{mark}</CdtDbtInd>" if mark else ""
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="{currency}">{amount}</Amt>{told}<Dt><Dt>{on}</Dt></Dt></Bal>'
    )


def entry(amount="10.00", mark="CRDT", more="<BookgDt><Dt>2025-03-10</Dt></BookgDt>"):
    return f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd>{more}</Ntry>'


def statement(*parts, account=f"<Acct><Id><IBAN>{OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct>"):
    return f"<Stmt><Id>S-1</Id>{account}{''.join(parts)}</Stmt>"


def message(*statements, box="BkToCstmrStmt", space=SPACE, header=""):
    return f"<Document {space}><{box}>{header}{''.join(statements)}</{box}></Document>"


def read(text, encoding="utf-8"):
    content = text.encode(encoding)
    assert camt.recognise(content[:4096])
    return camt.read(content, "f.xml")


def only(*parts, **more):
    (one,) = read(message(statement(*parts, **more))).statements
    return one


def told(problems):
    return [(one.code, dict(one.facts)) for one in problems]


def refused(text):
    (one,) = read(text).rejected
    return one.row, one.code, one.column, one.value


def test_statement_with_balances_and_entries():
    one = only(
        balance("OPBD", "100.00"),
        balance("CLBD", "95.50", on="2025-03-31"),
        entry("10.00"),
        entry("14.50", "DBIT"),
    )
    assert (one.format, one.account, one.currency, one.number) == ("camt.053", OWN, "EUR", "S-1")
    assert (one.opening, one.closing, one.adds_up) == (Decimal("100.00"), Decimal("95.50"), True)
    assert [line.amount for line in one.lines] == [Decimal("10.00"), Decimal("-14.50")]
    assert [line.row for line in one.lines] == [1, 2]
    assert (one.credits, one.debits) == (Decimal("10.00"), Decimal("14.50"))
    assert (one.from_on, one.to_on) == (date(2025, 3, 1), date(2025, 3, 31))
    assert one.notes == ()


@pytest.mark.parametrize(
    "box,element,kind",
    [
        ("BkToCstmrStmt", "Stmt", "camt.053"),
        ("BkToCstmrAcctRpt", "Rpt", "camt.052"),
        ("BkToCstmrDbtCdtNtfctn", "Ntfctn", "camt.054"),
        ("BkToCstmrStmtV01", "Stmt", "camt.053"),
        ("BkToCstmrAcctRptV01", "Rpt", "camt.052"),
        ("BkToCstmrDbtCdtNtfctnV01", "Ntfctn", "camt.054"),
    ],
)
def test_reports_and_notices_are_statements_too(box, element, kind):
    text = message(statement(entry()), box=box).replace("Stmt>", f"{element}>")
    (one,) = read(text.replace(f"BkToCstmr{element}>", f"{box}>")).statements
    assert (one.format, len(one.lines)) == (kind, 1)


def test_prefixes_and_envelopes_do_not_matter():
    inner = message(statement(entry())).replace("<", "<d:").replace("<d:/", "</d:")
    inner = inner.replace("xmlns=", "xmlns:d=")
    found_here = read(f"<Envelope><AppHdr><To/></AppHdr>{inner}</Envelope>")
    assert found_here.statements[0].lines[0].amount == Decimal("10.00")
    assert found_here.statements[0].lines[0].raw.startswith("<d:Ntry><d:Amt")


def test_several_statements_are_numbered_through():
    found_here = read(message(statement(entry(), entry("x")), statement(entry("2.00"))))
    assert [len(one.lines) for one in found_here.statements] == [1, 1]
    assert found_here.statements[1].lines[0].row == 3
    assert [one.row for one in found_here.rejected] == [2]


@pytest.mark.parametrize(
    "account,number",
    [
        ("<IBAN>DE02 1203 0000 0000 2020 51</IBAN>", OWN),
        ("<Othr><Id>6222000011</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>", "6222000011"),
        ("<PrtryAcct><Id>12-34</Id></PrtryAcct>", "12-34"),
        ("<BBAN>778899</BBAN>", "778899"),
        ("", ""),
    ],
)
def test_account_is_told_in_several_ways(account, number):
    assert only(entry(), account=f"<Acct><Id>{account}</Id></Acct>").account == number


def test_currency_is_the_accounts_else_that_of_balance_or_entry():
    bare = f"<Acct><Id><IBAN>{OWN}</IBAN></Id></Acct>"
    assert only(entry(), account=bare).currency == "EUR"
    assert only(balance("ITBD", "1", currency="CHF"), entry(), account=bare).currency == "CHF"
    assert only(account=bare).currency == ""


def test_opening_is_the_first_and_closing_the_last_of_several_balances():
    one = only(
        balance("CLBD", "2", on="2025-03-02"),
        balance("CLBD", "3", on="2025-03-03"),
        balance("OPBD", "2", on="2025-03-03"),
        balance("OPBD", "1", on="2025-03-02"),
        balance("CLAV", "9", on="2025-03-09"),
    )
    assert (one.opening, one.closing) == (1, 3)


def test_previous_closing_opens_where_nothing_else_does():
    assert only(balance("PRCD", "7.00", "DBIT")).opening == Decimal("-7.00")
    assert only(balance("PRCD", "7.00"), balance("OPBD", "8.00")).opening == Decimal("8.00")


def test_balance_without_mark_is_a_credit_with_a_note():
    one = only(balance("OPBD", "5", mark=""), balance("CLBD", "-5", mark=""))
    assert (one.opening, one.closing) == (5, -5)
    assert told(one.notes) == [(found.SIGN_TAKEN, {"count": 2})]


def test_unreadable_balance_is_noted_and_left_out():
    one = only(balance("OPBD", "1e5"), balance("CLBD", "-5"))
    assert (one.opening, one.closing, one.adds_up) == (None, None, None)
    assert told(one.notes) == [
        (found.BAD_AMOUNT, {"found": "OPBD CRDT 1e5"}),
        (found.BAD_AMOUNT, {"found": "CLBD CRDT -5"}),
    ]


def test_balance_in_another_currency_is_noted():
    one = only(balance("CLBD", "5", currency="SEK"))
    assert one.closing == 5
    facts = {"what": "currency", "told": "SEK", "found": "EUR"}
    assert told(one.notes) == [(found.CONTROL, facts)]


@pytest.mark.parametrize("amount", ["8.850", "0.00001", ".5", "12", "000012.10", "12."])
def test_decimals_stay_as_they_are(amount):
    assert only(entry(amount)).lines[0].amount == Decimal(amount)


@pytest.mark.parametrize(
    "amount",
    [
        *("12..34", "NaN", "Infinity", "1e999999", "-5.00", "1,50", "", ".", "٣.00", "0x1"),
        *("1" * 16, "9" * 5000, "0." + "1" * 9, "1 000"),
    ],
)
def test_other_figures_are_refused_one_by_one(amount):
    text = message(statement(entry(), entry(amount), entry("3.00")))
    assert refused(text) == (2, found.BAD_AMOUNT, "Amt", amount.strip()[:80])
    assert [line.amount for line in read(text).statements[0].lines] == [10, 3]


def test_entry_without_direction_is_refused():
    assert refused(message(statement(entry(mark="")))) == (1, found.BAD_LINE, "CdtDbtInd", "")
    assert refused(message(statement(entry(mark="C")))) == (1, found.BAD_LINE, "CdtDbtInd", "C")


def test_entry_in_no_currency_is_refused():
    text = message(statement(entry().replace('Ccy="EUR"', 'Ccy="EURO"')))
    assert refused(text) == (1, found.BAD_LINE, "Ccy", "EURO")


def test_nothing_has_no_sign():
    one = only(balance("CLBD", "0.00", "DBIT"), entry("0.00", "DBIT"))
    assert (str(one.lines[0].amount), str(one.closing)) == ("0.00", "0.00")


def test_reversal_keeps_its_mark():
    line = only(
        entry(mark="DBIT", more="<RvslInd>true</RvslInd><ValDt><Dt>2025-03-10</Dt></ValDt>")
    )
    assert (line.lines[0].amount, line.lines[0].is_reversal) == (Decimal("-10.00"), True)


@pytest.mark.parametrize(
    "written,day,at",
    [
        ("<Dt>2025-03-10</Dt>", date(2025, 3, 10), ""),
        ("<DtTm>2025-03-10T23:15:07.123+08:00</DtTm>", date(2025, 3, 10), "23:15:07"),
        ("<DtTm>2025-03-10T09:30Z</DtTm>", date(2025, 3, 10), "09:30"),
        ("<Dt>2025-03-10+01:00</Dt>", date(2025, 3, 10), ""),
        ("<Dt>20250310</Dt>", date(2025, 3, 10), ""),
        ("2025-03-10", date(2025, 3, 10), ""),
    ],
)
def test_booking_date_is_the_one_written(written, day, at):
    (line,) = only(entry(more=f"<BookgDt>{written}</BookgDt>")).lines
    assert (line.booked_on, line.at) == (day, at)


@pytest.mark.parametrize("written", ["20230231", "2025-13-01", "10.03.2025", "yesterday"])
def test_impossible_dates_refuse_their_entry(written):
    text = message(statement(entry(more=f"<BookgDt><Dt>{written}</Dt></BookgDt>")))
    assert refused(text) == (1, found.BAD_DATE, "BookgDt", written)


def test_value_date_stands_in_for_the_booking_date():
    one = only(entry(more="<ValDt><Dt>2025-03-11</Dt></ValDt>"), entry())
    assert [line.booked_on.day for line in one.lines] == [11, 10]
    assert told(one.notes) == [(found.DATE_TAKEN, {"count": 1})]


def test_placeholder_is_no_date():
    more = "<BookgDt><Dt>0001-01-01</Dt></BookgDt><ValDt><Dt>2025-03-11</Dt></ValDt>"
    assert only(entry(more=more)).lines[0].booked_on == date(2025, 3, 11)


@pytest.mark.parametrize(
    "parts,header,day",
    [
        (("<FrToDt><ToDtTm>2025-04-01T00:00:00</ToDtTm></FrToDt>",), "", date(2025, 4, 1)),
        ((balance("CLBD", "1", on="2025-04-02"),), "", date(2025, 4, 2)),
        (("<CreDtTm>2025-04-03T10:00:00</CreDtTm>",), "", date(2025, 4, 3)),
        ((), "<GrpHdr><CreDtTm>2025-04-04T10:00:00</CreDtTm></GrpHdr>", date(2025, 4, 4)),
    ],
)
def test_statements_date_stands_in_for_both(parts, header, day):
    text = message(statement(*parts, entry(more="")), header=header)
    (one,) = read(text).statements
    assert one.lines[0].booked_on == day
    assert (found.DATE_TAKEN, {"count": 1}) in told(one.notes)


def test_entry_without_any_date_is_refused():
    assert refused(message(statement(entry(more="")))) == (1, found.NO_DATE, "BookgDt", "")


@pytest.mark.parametrize(
    "status,count",
    [
        ("<Sts>BOOK</Sts>", 0),
        ("<Sts><Cd>BOOK</Cd></Sts>", 0),
        ("", 0),
        ("<Sts>PDNG</Sts>", 1),
        ("<Sts><Cd>INFO</Cd></Sts>", 1),
        ("<Sts><Prtry>X</Prtry></Sts>", 1),
    ],
)
def test_entries_not_booked_yet_are_included_and_noted(status, count):
    one = only(entry(more=f"{status}<BookgDt><Dt>2025-03-10</Dt></BookgDt>"))
    assert len(one.lines) == 1
    assert told(one.notes) == ([(found.PENDING, {"count": count})] if count else [])


SUMMARY = """<TxsSummry><TtlNtries><NbOfNtries>{0}</NbOfNtries><Sum>{1}</Sum>{2}</TtlNtries>
<TtlCdtNtries><Sum>{3}</Sum></TtlCdtNtries><TtlDbtNtries><Sum>{4}</Sum></TtlDbtNtries></TxsSummry>"""
OLD_NET = "<TtlNetNtryAmt>{}</TtlNetNtryAmt><CdtDbtInd>DBIT</CdtDbtInd>"
NEW_NET = "<TtlNetNtry><Amt>{}</Amt><CdtDbtInd>DBIT</CdtDbtInd></TtlNetNtry>"


@pytest.mark.parametrize("net", [OLD_NET, NEW_NET])
def test_totals_of_the_file_are_compared(net):
    entries = (entry("10.00"), entry("14.50", "DBIT"))
    right = SUMMARY.format("2", "24.5", net.format("4.5"), "10", "14.50")
    assert only(right, *entries).notes == ()
    wrong = SUMMARY.format("3", "25", net.format("4.00"), "10.01", "14")
    assert [dict(one.facts) for one in only(wrong, *entries).notes] == [
        {"what": "entries", "told": "3", "found": "2"},
        {"what": "sum", "told": "25", "found": "24.50"},
        {"what": "net", "told": "-4.00", "found": "-4.50"},
        {"what": "credits", "told": "10.01", "found": "10.00"},
        {"what": "debits", "told": "14", "found": "14.50"},
    ]


def test_refused_entry_shows_in_the_totals():
    one = only(
        "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries></TtlNtries></TxsSummry>", entry("x")
    )
    assert told(one.notes) == [
        (found.CONTROL, {"what": "entries", "told": "1", "found": "0"}),
    ]


def test_owner_and_period():
    account = f"<Acct><Id><IBAN>{OWN}</IBAN></Id><Ownr><Pty><Nm>海棠 商贸</Nm></Pty></Ownr></Acct>"
    period = "<FrToDt><FrDt>2025-03-01</FrDt><ToDt>2025-03-31</ToDt></FrToDt>"
    one = only(period, account=account)
    assert (one.owner, one.from_on, one.to_on) == ("海棠 商贸", date(2025, 3, 1), date(2025, 3, 31))
    named = f"<Acct><Id><IBAN>{OWN}</IBAN></Id><Nm>Own Ltd</Nm></Acct>"
    assert only(account=named).owner == "Own Ltd"


def test_raw_is_the_entry_as_it_stood():
    text = message(statement("\n  <Ntry>\n   <Amt>1</Amt>\n  </Ntry>", entry("2.00")))
    (line,) = read(text.replace("<Amt>1</Amt>", entry("1.00")[6:-7])).statements[0].lines[:1]
    assert line.raw == entry("1.00")
    hidden = message(statement("<!-- <Ntry >x</Ntry > -->", entry("1.00")))
    assert read(hidden).statements[0].lines[0].raw == ""


def test_gbk_that_calls_itself_utf_8_is_read_with_a_note():
    name = "<AddtlNtryInf>货款 海棠示例商贸有限公司</AddtlNtryInf>"
    text = message(statement(entry(more=f"<BookgDt><Dt>2025-03-10</Dt></BookgDt>{name}")))
    found_here = read('<?xml version="1.0" encoding="UTF-8"?>' + text, "gbk")
    assert found_here.encoding == "gb18030"
    (one,) = found_here.statements
    assert one.lines[0].text == "货款 海棠示例商贸有限公司"
    assert told(one.notes) == [(found.ENCODING, {"told": "utf-8", "used": "gb18030"})]


def test_damaged_characters_can_be_kept():
    text = message(statement(entry(more="<BookgDt><Dt>2025-03-10</Dt></BookgDt><X>海棠示例</X>")))
    content = text.encode().replace("例".encode(), b"\xed\xa0\x80")
    (line,) = camt.read(content, "f").statements[0].lines
    line.raw.encode()


@pytest.mark.parametrize(
    "text,reason",
    [
        (message(), found.NO_STATEMENT),
        ("<Document><Other/></Document>", found.NOT_RECOGNISED),
        ("<a>", reasons.BAD_XML),
        (f'<!DOCTYPE x [<!ENTITY y "z">]>{message(statement())}', reasons.BAD_XML),
    ],
)
def test_files_without_a_statement_are_refused(text, reason):
    with pytest.raises(FileUnreadable) as caught:
        camt.read(text.encode(), "f.xml")
    assert caught.value.facts["reason"] == reason


@pytest.mark.parametrize(
    "head,is_camt",
    [
        (message(statement()).encode(), True),
        (message(statement()).encode("utf-16"), True),
        (b'\xef\xbb\xbf\n<Document xmlns="urn:swift:xsd:$camt.053.002.02">', True),
        (
            b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>',
            False,
        ),
        (b"<Invoice>camt.053.001.02", False),
        (b"camt.053.001.02 BkToCstmrStmt", False),
        (b":20:X\n:25:Y\n", False),
        (b"", False),
    ],
)
def test_recognised_by_content(head, is_camt):
    assert camt.recognise(head) is is_camt


SAMPLE = message(
    statement(
        balance("OPBD", "100.00"),
        balance("CLBD", "110.00"),
        entry(more="<BookgDt><Dt>2025-03-10</Dt></BookgDt><NtryDtls><TxDtls/></NtryDtls>"),
    )
)
TOKENS = ["NaN", "1e999999", "9" * 300, "-1", "2023-02-31", "DBIT", "</Amt>", "<Ntry>", "&#0;", "é"]


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(SAMPLE)), st.integers(0, 30), st.sampled_from(TOKENS) | st.text(max_size=9)
)
def test_any_change_is_read_or_refused(place, cut, put):
    text = SAMPLE[:place] + put + SAMPLE[place + cut :]
    try:
        found_here = camt.read(text.encode("utf-8", "surrogatepass"), "f")
    except FileUnreadable:
        return
    for line in found_here.statements[0].lines:
        assert line.amount.is_finite()
        line.raw.encode()
