"""BAI2: continuations, packed lines, funds types, implied decimals, trailers."""

import time
from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from storage.bank import bai2, found
from storage.files import reasons

HEAD = "01,BANK,FIRM,250306,0700,1,,,2/\n"
GROUP = "02,FIRM,BANK,1,250305,,USD,2/\n"
ACCOUNT = "03,12345,,010,100000,,,015,112750,,/\n"
IN = "16,195,13000,,SER1,CUST7,HAITANG TRADING, INVOICE 7/\n"
OUT = "16,698,250,Z,SER2,0,FEE/\n"
TAIL = "49,226000,4/\n98,226000,1,6/\n99,226000,1,8/\n"


def read(text):
    return bai2.read(text.encode(), "a.bai")


def account(*details, head=ACCOUNT, group=GROUP):
    return HEAD + group + head + "".join(details) + "49,0,0/\n98,0,0,0/\n99,0,0,0/\n"


def statement(*details, **more):
    (one,) = read(account(*details, **more)).statements
    return one


def rejections(text):
    return [(one.row, one.column, one.code) for one in read(text).rejected]


def refusal(text):
    with pytest.raises(FileUnreadable) as fault:
        read(text)
    return fault.value.facts["reason"]


def controls(text):
    notes = [note for one in read(text).statements for note in one.notes]
    return {note.facts["what"]: (note.facts["told"], note.facts["found"]) for note in notes}


def test_account_with_its_lines():
    file = read(HEAD + GROUP + ACCOUNT + IN + OUT + TAIL.replace("226", "226"))
    (one,) = file.statements
    assert (one.format, one.account, one.currency) == ("BAI2", "12345", "USD")
    assert (one.opening, one.closing, one.adds_up) == (Decimal("1000.00"), Decimal("1127.50"), True)
    assert (one.credits, one.debits) == (Decimal("130.00"), Decimal("2.50"))
    assert (one.from_on, one.to_on) == (date(2025, 3, 5), date(2025, 3, 5))
    assert (one.notes, file.rejected) == ((), ())
    first, second = one.lines
    assert (first.row, first.booked_on, first.value_on) == (4, date(2025, 3, 5), None)
    assert (first.serial, first.reference, first.code) == ("SER1", "CUST7", "195")
    assert first.text == "HAITANG TRADING, INVOICE 7"
    assert first.raw == IN.strip()
    assert (second.amount, second.reference) == (Decimal("-2.50"), "")


@pytest.mark.parametrize(
    "currency,told,value",
    [("USD", "12345", "123.45"), ("JPY", "12345", "12345"), ("KWD", "12345", "12.345")],
)
def test_decimals_are_those_of_the_currency(currency, told, value):
    head = f"03,1,{currency},010,-{told},,,015,+0,,/\n"
    one = statement(f"16,142,{told},,,,X/\n", head=head)
    assert (one.currency, one.opening, one.closing) == (currency, -Decimal(value), Decimal(0))
    assert one.lines[0].amount == Decimal(value)


def test_currency_of_account_then_group_then_dollars():
    assert statement(head="03,1,CAD,/\n").currency == "CAD"
    assert statement(head="03,1,,/\n", group=GROUP.replace("USD", "GBP")).currency == "GBP"
    assert statement(head="03,1/\n", group=GROUP.replace("USD", "")).currency == "USD"


@pytest.mark.parametrize(
    "code,sign",
    [
        *(("100", 1), ("399", 1), ("400", -1), ("699", -1)),
        *(("720", 1), ("760", -1), ("920", 1), ("960", -1)),
    ],
)
def test_code_tells_in_from_out(code, sign):
    assert statement(f"16,{code},100,,,,X/\n").lines[0].amount == sign


@pytest.mark.parametrize("code", ["010", "701", "900", "12", "1000", "abc", "", "１42"])
def test_other_codes_are_no_movements(code):
    assert rejections(account(f"16,{code},100,,,,X/\n", IN)) == [(4, "code", found.BAD_LINE)]


def test_words_only_are_no_movement():
    text = account("16,890,,,,,NOTE/\n", "16,890,0,,,,NOTE/\n", IN)
    assert rejections(text) == []
    assert len(read(text).statements[0].lines) == 1


@pytest.mark.parametrize(
    "funds,value_on",
    [
        *(("", None), ("0", None), ("1", None), ("2", None), ("Z", None), ("z", None)),
        *(("S,100,200,300", None), ("V,250307,1200", date(2025, 3, 7)), ("V,,", None)),
        *(("D,3,0,100,1,200,3,300", None), ("D,0", None)),
    ],
)
def test_funds_are_passed_over(funds, value_on):
    (line,) = statement(f"16,195,600,{funds},SER,CUST,A,B/\n").lines
    assert (line.serial, line.reference, line.text) == ("SER", "CUST", "A,B")
    assert line.value_on == value_on
    head = f"03,1,USD,040,5,,{funds},010,100,2,{funds},015,200,,/\n"
    assert (statement(head=head).opening, statement(head=head).closing) == (1, 2)


def test_summary_goes_on_in_further_lines():
    head = "03,1,USD,040,5,,,010,100,,,/\n88,045,5,,,015,200,,,/\n88,072,,,,074,000,,/\n"
    assert (statement(head=head).opening, statement(head=head).closing) == (1, 2)
    head = "03,1,USD,,,,,010,100,,,015/\n88,200,,/\n"
    assert (statement(head=head).opening, statement(head=head).closing) == (1, 2)


@pytest.mark.parametrize(
    "detail,words",
    [
        ("16,195,1,,S,C,ONE/\n88,TWO/\n88,THREE\n", ("S", "C", "ONE TWO THREE")),
        ("16,195,1,,S/\n88,C,TEXT\n", ("S", "C", "TEXT")),
        ("16,195,1,,,,/\n88,TEXT, MORE\n", ("", "", "TEXT, MORE")),
        ("16,195,1,,S,/\n88,TEXT ALONE\n", ("S", "", "TEXT ALONE")),
        ("16,195,1/\n88,TEXT\n", ("", "", "TEXT")),
        ("16,195,1,,S,C,FIRST\n  half of it /\n", ("S", "C", "FIRST half of it")),
        ("16,195,1,,S,C,A/B C/D/\n", ("S", "C", "A/B C/D")),
        ("16,195,1,,S,C,PAID 1/ 16,50 EUR/\n", ("S", "C", "PAID 1/ 16,50 EUR")),
    ],
)
def test_text_goes_on_in_further_lines(detail, words):
    (line,) = statement(detail).lines
    assert (line.serial, line.reference, line.text) == words


def test_line_filled_to_its_end_cuts_a_word():
    first = "16,195,1,,S,C,INVOICE".ljust(76, ".") + "CLIE"
    assert statement(first + "\n88,NT/\n").lines[0].text.endswith("CLIENT")
    text = account("16,195,1,,S,C,CLIE\n88,NT/\n")
    assert read(text.replace("1,,,2/", "1,18,,2/")).statements[0].lines[0].text == "CLIENT"


def test_packed_lines_are_taken_apart():
    packed = (HEAD + GROUP).replace("\n", "   ") + "\n" + (ACCOUNT + IN + OUT).replace("\n", " ")
    file = read(packed + "\n" + TAIL.replace("\n", "  "))
    assert (len(file.statements[0].lines), file.statements[0].notes) == (2, ())


def test_each_group_bears_its_day():
    second = GROUP.replace("250305", "250306") + ACCOUNT + OUT
    assert [
        one.first_on for one in read(HEAD + GROUP + ACCOUNT + IN + second + TAIL).statements
    ] == [
        date(2025, 3, 5),
        date(2025, 3, 6),
    ]


@pytest.mark.parametrize("status", ["2", "4"])
def test_groups_of_deletions_and_tests_are_refused(status):
    bad = GROUP.replace(",1,", f",{status},") + ACCOUNT + IN
    text = HEAD + bad + GROUP + ACCOUNT + OUT + TAIL
    assert rejections(text) == [(2, "status", found.BAD_LINE)]
    assert read(text).statements[0].debits == Decimal("2.50")
    summed = HEAD + bad + "98,5,0,3/\n" + GROUP + ACCOUNT + OUT + "98,0,1,0/\n99,5,2,0/\n"
    assert "file.sum" not in controls(summed)
    assert refusal(HEAD + bad + TAIL) == found.NO_STATEMENT


def test_group_without_a_day_takes_the_days_of_value():
    group = GROUP.replace("250305", "")
    text = account("16,195,1,V,250307,,S,C/\n", IN, group=group)
    assert rejections(text) == [(5, "date", found.NO_DATE)]
    (one,) = read(text).statements
    assert one.first_on == date(2025, 3, 7)
    assert (found.DATE_TAKEN, {"count": 1}) in [(note.code, note.facts) for note in one.notes]
    impossible = account(IN, group=GROUP.replace("250305", "250231"))
    assert rejections(impossible) == [(4, "date", found.BAD_DATE)]


@pytest.mark.parametrize("told", ["", "1.00", "NaN", "1e5", "9" * 18, "９", "--5"])
def test_bad_amount_costs_only_its_line(told):
    text = account(f"16,195,{told},,S,C,X/\n", IN)
    assert rejections(text) == [(4, "amount", found.BAD_AMOUNT)]
    assert [line.serial for line in read(text).statements[0].lines] == ["SER1"]


def test_thousands_with_commas_are_refused():
    assert rejections(account("16,195,1,000,,S,C,X/\n", IN)) == [(4, "funds", found.BAD_LINE)]


def test_balance_that_cannot_be_read_is_told():
    one = statement(head="03,1,USD,010,1.00,,,015,200,,/\n")
    assert (one.opening, one.closing) == (None, 2)
    assert (one.notes[0].code, one.notes[0].facts) == (found.BAD_AMOUNT, {"found": "1.00"})


def test_trailers_are_checked():
    text = HEAD + GROUP + ACCOUNT + IN + OUT + TAIL
    assert controls(text) == {}
    assert controls(text.replace("49,226000,4", "49,226001,5")) == {
        "account.sum": ("226001", "226000"),
        "account.records": ("5", "4"),
        "group.sum": ("226000", "226001"),
    }
    assert controls(text.replace("98,226000,1,6", "98,226000,2,7")) == {
        "group.parts": ("2", "1"),
        "group.records": ("7", "6"),
    }
    assert controls(text.replace("99,226000,1,8", "99,226000,1,9")) == {"file.records": ("9", "8")}


def test_file_that_ends_within_a_record():
    whole = HEAD + GROUP + ACCOUNT + IN
    cut = whole + "16,195,13"
    assert rejections(cut) == [(5, "16", found.CUT)]
    (one,) = read(cut).statements
    assert (len(one.lines), [note.code for note in one.notes]) == (1, [found.CUT])
    assert rejections(whole) == []
    assert [note.code for note in read(whole).statements[0].notes] == [found.CUT]


def test_line_without_an_account_is_refused():
    behind = account(IN).replace("98,", OUT + "98,")
    assert rejections(behind) == [(6, "16", found.BAD_LINE)]
    assert rejections(HEAD + GROUP + IN + ACCOUNT + OUT + TAIL) == [(3, "16", found.BAD_LINE)]
    assert rejections("hello\n" + account(IN)) == [(1, "", found.BAD_LINE)]


def test_nothing_and_too_much_are_refused():
    assert refusal("") == reasons.EMPTY
    assert refusal(HEAD + GROUP + TAIL) == found.NO_STATEMENT
    assert refusal(HEAD + "\n" * 600_001) == reasons.TOO_LARGE


@pytest.mark.parametrize("piece", ["/ ", "/ 03,", "88,\n", ",", "/ 16,142,1", "D,999,"])
def test_repetition_costs_no_time(piece):
    started = time.process_time()
    one = statement("16,195,1,,S,C,X" + piece * 100_000 + "\n")
    assert len(one.lines) >= 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "head,is_bai2",
    [
        (HEAD, True),
        ("\n01,A,B,250306,", True),
        ("01,Alpha,Beta,gamma,delta\n", False),
        ("Date,Amount\n01,1,2\n", False),
        ("01/02/2025,1.00", False),
        ("", False),
    ],
)
def test_recognised_by_content(head, is_bai2):
    assert bai2.recognise(head.encode()) is is_bai2
