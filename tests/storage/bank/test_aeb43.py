"""AEB43: places, words in pieces, currencies by number, totals."""

import time
from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from storage.bank import aeb43, found
from storage.files import reasons

ACCOUNT = "008153980001414452"
REFERENCES = "0" * 12 + "INV 7".ljust(16)


def opening(sign="2", cents=100000, currency="978", owner="HAITANG SL"):
    return f"11{ACCOUNT}250301250331{sign}{cents:014}{currency}3{owner:<26}"


def movement(cents=1000, sign="2", day="250305", value="250306", refs=REFERENCES):
    return f"22    0901{day}{value}02408{sign}{cents:014}0000001044{refs}"


def trailer(debits=(0, 0), credits=(1, 1000), closing="200000000101000", account=ACCOUNT):
    sums = "".join(f"{count:05}{cents:014}" for count, cents in (debits, credits))
    return f"33{account}{sums}{closing}978"


def end(records):
    return f"88{'9' * 18}{records:06}"


def read(*lines, mark="\r\n", encoding="utf-8"):
    return aeb43.read(mark.join(line.ljust(80) for line in lines).encode(encoding), "a.n43")


def whole(*movements):
    return read(opening(), *movements, trailer())


def lines(*movements):
    return whole(*movements).statements[0].lines


def rejections(file):
    return [(one.row, one.code) for one in file.rejected]


def refusal(content):
    with pytest.raises(FileUnreadable) as fault:
        aeb43.read(content, "a.n43")
    return fault.value.facts["reason"]


def controls(file):
    notes = [note for one in file.statements for note in one.notes]
    return {note.facts["what"]: (note.facts["told"], note.facts["found"]) for note in notes}


def test_account_with_a_movement():
    file = read(opening(), movement(), "2301PAGO FACTURA 7", trailer(), end(4))
    (one,) = file.statements
    assert (one.format, one.account, one.currency) == ("AEB43", ACCOUNT, "EUR")
    assert (one.opening, one.closing, one.adds_up) == (Decimal("1000.00"), Decimal("1010.00"), True)
    assert (one.from_on, one.to_on) == (date(2025, 3, 1), date(2025, 3, 31))
    assert (one.owner, one.notes, file.rejected) == ("HAITANG SL", (), ())
    (line,) = one.lines
    assert (line.row, line.amount) == (2, Decimal("10.00"))
    assert (line.booked_on, line.value_on) == (date(2025, 3, 5), date(2025, 3, 6))
    assert (line.text, line.reference) == ("PAGO FACTURA 7", "INV 7")
    assert (line.serial, line.code) == ("0000001044", "02408")
    assert line.raw == movement().rstrip() + "\n2301PAGO FACTURA 7"


def test_text_is_one_field_cut_in_pieces():
    text = (
        "TRANSFERENCIA DE HAITANG TRADING POR LAS FACTURAS DE MARZO Y ABRIL DE 2025, NUMEROS 7 Y 8"
    )
    pieces = [
        f"23{place // 76 + 1:02}{text[place : place + 76]}" for place in range(0, len(text), 76)
    ]
    assert len(pieces) == 2
    assert lines(movement(), *pieces)[0].text == text


def test_debit_and_overdrawn_account():
    file = read(
        opening("1", 500),
        movement(1098, "1"),
        trailer((1, 1098), (0, 0), "100000000001598"),
    )
    (one,) = file.statements
    assert (one.opening, one.closing) == (Decimal("-5.00"), Decimal("-15.98"))
    assert (one.debits, one.adds_up, one.notes) == (Decimal("10.98"), True, ())


@pytest.mark.parametrize(
    "number,currency",
    [("978", "EUR"), ("840", "USD"), ("036", "AUD"), ("156", "CNY"), ("999", "999")],
)
def test_currency_by_its_number(number, currency):
    (one,) = read(opening(currency=number), movement(), trailer()).statements
    assert (one.currency, one.lines[0].currency) == (currency, currency)


def test_figure_in_another_currency_is_kept():
    (line,) = lines(movement(), "2401840" + f"{1130:014}")
    assert (line.amount, line.currency) == (Decimal("10.00"), "EUR")
    assert "2401840" in line.raw


def test_several_accounts():
    file = read(opening(), movement(), trailer(), opening(), trailer(credits=(0, 0)), end(5))
    assert [len(one.lines) for one in file.statements] == [1, 0]
    assert controls(file) == {}


def test_references_of_zeros_are_none():
    assert lines(movement(refs="0" * 28))[0].reference == ""
    assert lines(movement(refs="REF1".ljust(12) + "REF2".ljust(16)))[0].reference == "REF1 REF2"


@pytest.mark.parametrize(
    "bad,code",
    [
        (movement(sign="3"), found.BAD_AMOUNT),
        (movement().replace("00001000", "0000 000"), found.BAD_AMOUNT),
        (movement()[:40], found.BAD_AMOUNT),
        (movement(day="250231"), found.BAD_DATE),
        (movement(day="25O305"), found.BAD_DATE),
        (movement(day="000000", value="000000"), found.NO_DATE),
        ("99 WHAT IS THIS", found.BAD_LINE),
    ],
)
def test_bad_record_costs_only_itself(bad, code):
    file = whole(bad, movement())
    assert rejections(file) == [(2, code)]
    assert [line.row for line in file.statements[0].lines] == [3]


def test_movement_without_a_day_bears_its_day_of_value():
    (one,) = whole(movement(day="000000")).statements
    assert one.first_on == date(2025, 3, 6)
    assert [(note.code, note.facts) for note in one.notes] == [(found.DATE_TAKEN, {"count": 1})]


def test_records_without_an_account_are_refused():
    file = read(movement(), opening(), "2301WORDS", movement(), trailer(), movement(), end(6))
    assert rejections(file) == [(1, found.BAD_LINE), (3, found.BAD_LINE), (6, found.BAD_LINE)]
    assert len(file.statements[0].lines) == 1


def test_totals_are_checked():
    file = read(opening(), movement(), trailer((1, 5), (1, 999), account="9" * 18), end(9))
    assert controls(file) == {
        "account": ("9" * 18, ACCOUNT),
        "entries": ("2", "1"),
        "debits": ("0.05", "0"),
        "credits": ("9.99", "10.00"),
        "records": ("9", "3"),
    }


def test_account_without_its_totals_is_cut():
    (one,) = read(opening(), movement()).statements
    assert (one.closing, [note.code for note in one.notes]) == (None, [found.CUT])


def test_balances_that_cannot_be_read_are_told():
    (one,) = read(opening("3"), movement(), trailer(closing="2x" + "0" * 13)).statements
    assert (one.opening, one.closing) == (None, None)
    assert [note.code for note in one.notes] == [found.BAD_AMOUNT, found.BAD_AMOUNT]


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", ""])
def test_line_ends(mark):
    file = read(opening(), movement(), trailer(), end(3), mark=mark)
    assert (len(file.statements[0].lines), file.statements[0].notes) == (1, ())


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
def test_letters_of_western_languages_move_no_place(encoding):
    file = read(opening(owner="IÑAKI Y ÁÉ"), movement(), "2301AÑO", trailer(), encoding=encoding)
    assert (file.statements[0].owner, file.statements[0].lines[0].text) == ("IÑAKI Y ÁÉ", "AÑO")
    assert file.encoding == encoding


def test_end_mark_of_old_systems_is_nothing():
    content = "\r\n".join([opening(), movement(), trailer(), end(3), "\x1a"]).encode()
    assert aeb43.read(content, "a.n43").rejected == ()


def test_nothing_and_too_much_are_refused():
    assert refusal(b" ") == reasons.EMPTY
    assert refusal(movement().encode()) == found.NO_STATEMENT
    assert refusal(b"11\n" * 600_001) == reasons.TOO_LARGE


def test_many_lines_cost_no_time():
    started = time.process_time()
    assert len(lines(*[movement()] * 20_000)) == 20_000
    assert len(lines(movement(), *["2301WORDS"] * 20_000)) == 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "head,is_aeb43",
    [
        (opening(), True),
        ("\ufeff" + opening("1"), True),
        ("11" + "0" * 48, False),
        ("1,1,2025\n", False),
        ("", False),
    ],
)
def test_recognised_by_content(head, is_aeb43):
    assert aeb43.recognise(head.encode()) is is_aeb43
