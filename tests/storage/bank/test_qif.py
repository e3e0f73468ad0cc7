"""QIF: sections, days without an order, figures of two styles, splits."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from domain.reading import codes
from storage.bank import found, qif
from storage.files import reasons


def read(text, encoding="utf-8", **more):
    return qif.read(text.encode(encoding), "a.qif", **more)


def bank(*records, kind="Bank"):
    return f"!Type:{kind}\n" + "".join(record + "\n^\n" for record in records)


def days(*told):
    (statement,) = read(bank(*(f"D{one}\nT1.00" for one in told))).statements
    return [line.booked_on for line in statement.lines]


def amounts(*told):
    (statement,) = read(bank(*(f"D2025-03-05\nT{one}" for one in told))).statements
    return [line.amount for line in statement.lines]


def rejections(text):
    return [(one.row, one.column, one.code) for one in read(text).rejected]


def refusal(text):
    with pytest.raises(FileUnreadable) as fault:
        read(text)
    return fault.value.facts["reason"]


def test_record_of_a_bank_account():
    text = "!Account\nNMain\nTBank\n^\n" + bank(
        "D2025-03-05\nU1,130.00\nT1,130.00\nCX\nN1044\n"
        "PHaitang  Trading\nMInvoice 7\nLSales\nAShenzhen"
    )
    (statement,) = read(text).statements
    assert (statement.format, statement.account, statement.currency) == ("QIF", "Main", "")
    assert (statement.opening, statement.closing, statement.adds_up) == (None, None, None)
    (line,) = statement.lines
    assert (line.row, line.booked_on, line.amount) == (6, date(2025, 3, 5), Decimal("1130.00"))
    assert (line.name, line.text) == ("Haitang Trading", "Invoice 7")
    assert (line.reference, line.code) == ("1044", "Sales")
    assert line.raw.startswith("D2025-03-05\nU1,130.00\n")


@pytest.mark.parametrize(
    "told,expected",
    [
        (["2025-03-05", "20250306", "2025/3/7"], ["2025-03-05", "2025-03-06", "2025-03-07"]),
        (["1/31/97", "2/ 1/98"], ["1997-01-31", "1998-02-01"]),
        (["1/31'04", "12/31'2004", "1/ 1' 5"], ["2004-01-31", "2004-12-31", "2005-01-01"]),
        (["31.12.2023", "01.02.2024"], ["2023-12-31", "2024-02-01"]),
        (["31/12/79", "1/2/80"], ["2079-12-31", "1980-02-01"]),
        (["23-10-2013", "11-10-2013"], ["2013-10-23", "2013-10-11"]),
        (["3/3/13", "8/15/13"], ["2013-03-03", "2013-08-15"]),
        (["15/3/24", "28/3/24", "3/4/24"], ["2024-03-15", "2024-03-28", "2024-04-03"]),
        (["5 Mar 2025"], ["2025-03-05"]),
    ],
)
def test_days_are_read_by_what_all_of_the_file_show(told, expected):
    assert [day.isoformat() for day in days(*told)] == expected


def test_days_that_can_be_read_in_two_ways_are_refused():
    text = bank("D3/5/2025\nT1.00", "D3/3/2025\nT2.00", "D4/5/25\nT3.00")
    file = read(text)
    assert [line.amount for line in file.statements[0].lines] == [Decimal("2.00")]
    assert [(one.row, one.code) for one in file.rejected] == [
        (2, codes.DATE_AMBIGUOUS),
        (8, codes.DATE_AMBIGUOUS),
    ]
    assert file.rejected[0].facts["readings"] == (date(2025, 5, 3), date(2025, 3, 5))


@pytest.mark.parametrize("told", [["25/03/24"], ["24/03/25", "24/03/26"], ["3/3/13"], ["3/5/13"]])
def test_short_years_may_stand_first(told):
    text = bank(*(f"D{one}\nT1.00" for one in told))
    assert [code for _, _, code in rejections(text)] == [codes.DATE_AMBIGUOUS] * len(told)
    assert len(read(text, order="dmy").statements[0].lines) == len(told)


def test_order_that_the_caller_or_the_file_tells():
    text = bank("D3/5/2025\nT1.00")
    assert read(text, order="dmy").statements[0].first_on == date(2025, 5, 3)
    assert read("!Option:MDY\n" + text).statements[0].first_on == date(2025, 3, 5)
    assert read("!Option:MDY\n" + text, order="dmy").statements[0].first_on == date(2025, 5, 3)


def test_contradicting_days_leave_only_those_that_read_one_way():
    file = read(bank("D31/1/2025\nT1.00", "D1/31/2025\nT2.00", "D1/2/2025\nT3.00"))
    assert [line.booked_on for line in file.statements[0].lines] == [date(2025, 1, 31)] * 2
    assert [one.code for one in file.rejected] == [codes.DATE_AMBIGUOUS]


@pytest.mark.parametrize(
    "told,code",
    [("31/2/2025", codes.DATE_IMPOSSIBLE), ("x", codes.DATE_UNREADABLE), ("", found.NO_DATE)],
)
def test_bad_day_costs_only_its_record(told, code):
    assert rejections(bank(f"D{told}\nT1.00", "D13/1/2025\nT2.00")) == [(2, "D", code)]


@pytest.mark.parametrize(
    "told,expected",
    [
        (["1,004.81", "-184.8", "25"], ["1004.81", "-184.80", "25"]),
        (["1.234,56", "-12,5", "7"], ["1234.56", "-12.5", "7"]),
        (["1,234.50", "1,234"], ["1234.50", "1234"]),
        (["12,50", "13,50", "-14,50"], ["12.50", "13.50", "-14.50"]),
        (["(5.00)", "0.00"], ["-5.00", "0"]),
    ],
)
def test_amounts_are_read_by_what_all_of_the_file_show(told, expected):
    assert amounts(*told) == [Decimal(one) for one in expected]


@pytest.mark.parametrize(
    "told,code",
    [
        ("1,234", codes.AMOUNT_AMBIGUOUS),
        ("NaN", codes.AMOUNT_UNREADABLE),
        ("1e999999", codes.AMOUNT_SCIENTIFIC),
        ("9" * 40, codes.AMOUNT_TOO_LARGE),
        ("1" + " " * 200 + "(", found.BAD_AMOUNT),
        ("", found.BAD_AMOUNT),
    ],
)
def test_bad_amount_costs_only_its_record(told, code):
    text = bank(f"D2025-03-05\nT{told}", "D2025-03-06\nT2")
    assert [(row, one) for row, _, one in rejections(text)] == [(2, code)]
    assert len(read(text).statements[0].lines) == 1


def test_two_figures_must_agree():
    assert rejections(bank("D2025-03-05\nU10.00\nT1.00")) == [(2, "T", found.BAD_AMOUNT)]
    (statement,) = read(bank("D2025-03-05\nU10.00")).statements
    assert statement.credits == Decimal("10.00")


def test_splits_say_what_for_and_count_nothing():
    record = (
        "D2025-03-05\nT67.50\nPT\nSPhone\nD1/1'2020\nEcredit\n$-15.00\nSPhone\nEnew\n$82.50\nMmemo"
    )
    (statement,) = read(bank(record)).statements
    (line,) = statement.lines
    assert (line.amount, line.booked_on, line.parts) == (Decimal("67.50"), date(2025, 3, 5), ())
    assert line.text == "memo credit new"


def test_section_belongs_to_the_account_named_alone_before_it():
    accounts = (
        "!Option:AutoSwitch\n!Account\nNFirst\nTBank\n^\nNSecond\nTCash\n^\n!Clear:AutoSwitch\n"
    )
    text = (
        accounts
        + bank("D2025-03-05\nT1.00")
        + "!Account\nNSecond\nTCash\n^\n"
        + bank("D2025-03-05\nT2.00", kind="Cash")
        + "!Account\nNFirst\n^\n"
        + bank("D2025-03-05\nT3.00", kind="CCard")
    )
    assert [(one.account, one.credits) for one in read(text).statements] == [
        ("", Decimal("1.00")),
        ("Second", Decimal("2.00")),
        ("First", Decimal("3.00")),
    ]


def test_lists_hold_no_money():
    lists = "### by hand\n" + "".join(
        bank(one, kind=kind)
        for kind, one in (("Cat", "Nfood\nE"), ("Memorized", "T-50.00\nPJoe"), ("Security", "NA"))
    )
    (statement,) = read(lists + bank("D2025-03-05\nT-1.00", kind="Oth A")).statements
    assert statement.debits == Decimal("1.00")
    assert refusal(lists) == found.NO_STATEMENT
    assert refusal("!Account\nNMain\n^\n") == found.NO_STATEMENT


def test_trades_are_neutral_lines():
    text = bank(
        "D2025-03-05\nNBuy\nYACME\nI10.00\nQ5\nT50.00\nMfirst",
        "D2025-03-06\nNStkSplit\nYACME\nQ20",
        kind="Invst",
    )
    (statement,) = read(text).statements
    assert (statement.credits, statement.debits) == (0, 0)
    assert [(one.is_neutral, one.amount, one.code, one.name) for one in statement.lines] == [
        (True, Decimal("50.00"), "Buy", "ACME"),
        (True, Decimal(0), "StkSplit", "ACME"),
    ]


def test_last_record_that_may_be_cut_is_refused():
    text = bank("D2025-03-05\nT1.00") + "D2025-03-06\nT-12"
    assert rejections(text) == [(5, "", found.CUT)]
    assert rejections(text + ".57\n") == []
    assert rejections(text + ".57\n^") == []


def test_a_lone_mark_ends_no_record():
    assert rejections("!Type:Bank\n^\n^^\n") == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_encodings(end):
    text = bank("D2025-03-05\nT1.00\nP海棠示例商贸有限公司").replace("\n", end)
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert read(text, encoding).statements[0].lines[0].name == "海棠示例商贸有限公司"


def test_bytes_of_no_encoding_are_seen_and_told():
    content = bank("D2025-03-05\nT1.00\nPHaitang", "D2025-03-06\nT1.00\nP海棠示例").encode()
    file = qif.read(content.replace(b"tang", b"\xff"), "a.qif")
    assert file.statements[0].lines[0].name == "Hai\ufffd"
    assert [note.code for note in file.statements[0].notes] == [found.ENCODING]


def test_nothing_and_too_much_are_refused():
    assert refusal("\n") == reasons.EMPTY
    assert refusal("D2025-03-05\nT1.00\n^\n") == found.NO_STATEMENT
    assert refusal("!Type:Bank\n" + "^\n" * 600_001) == reasons.TOO_LARGE


@pytest.mark.parametrize(
    "head,is_qif",
    [
        ("!Type:Bank\nD", True),
        ("### Comment\n\n!type:ccard\r\n", True),
        ("!Option:AutoSwitch\n!Account\n", True),
        ("<p>!Type:Bank</p>", False),
        ("Date,Amount\n!,1\n", False),
        ("", False),
    ],
)
def test_recognised_by_content(head, is_qif):
    assert qif.recognise(head.encode()) is is_qif
