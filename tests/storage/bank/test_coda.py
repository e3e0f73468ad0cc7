"""CODA: places, collective movements and their details, Belgian references."""

import time
from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from storage.bank import coda, found
from storage.files import reasons

IBAN = "BE68539007547034"


def record(kind, *fields, end=""):
    """Return a record with texts at places from 1, ``end`` at its last places."""
    line = list(kind.ljust(128))
    for place, text in fields:
        line[place - 1 : place - 1 + len(text)] = text
    if end:
        line[128 - len(end) :] = end
    return "".join(line)[:128]


def header(version="2"):
    return record("0", (2, "0000050325"), (12, "200"), (15, "05"), (35, "HAITANG"), end=version)


def opening(account=IBAN, structure="2", figure="0000000001000000", day="040325"):
    place = (19, "EUR") if structure == "0" else (40, "EUR")
    return record(
        "1",
        *((2, structure), (3, "007"), (6, account), place),
        *((43, figure), (59, day), (65, "HAITANG BV"), (126, "007")),
    )


def movement(sequence="0001", detail="0000", cents=1000, sign="0", more=(), level="0"):
    return record(
        "21" + sequence + detail,
        *((11, "REF BANK"), (32, f"{sign}{cents * 10:015}"), (48, "060325"), (54, "00150000")),
        *((62, "0"), (63, "INVOICE 7"), (116, "050325"), (122, "007"), (125, level)),
        *more,
    )


def other_side(sequence="0001", detail="0000", name="HAITANG TRADING", more=()):
    key = sequence + detail
    second = record("22" + key, (64, "CUSTOMER REF"), (99, "GEBABEBB"), *more)
    return [second, record("23" + key, (11, "BE12201702625236"), (45, "EUR"), (48, name))]


def closing(account=IBAN, figure="0000000001010000", day="050325"):
    return record("8", (2, "007"), (5, account), (39, "EUR"), (42, figure), (58, day))


def trailer(records, debits, credits, end="2"):
    return record("9", (17, f"{records:06}{debits * 10:015}{credits * 10:015}"), end=end)


def read(*lines, end="\r\n"):
    return coda.read(end.join(lines).encode("latin-1"), "a.cod")


def whole(*movements, balance="0000000001010000"):
    return read(header(), opening(), *movements, closing(figure=balance), trailer(0, 0, 0))


def lines(*movements):
    return whole(*movements).statements[0].lines


def rejections(file):
    return [(one.row, one.code) for one in file.rejected]


def refusal(content):
    with pytest.raises(FileUnreadable) as fault:
        coda.read(content, "a.cod")
    return fault.value.facts


def controls(file):
    notes = [note for one in file.statements for note in one.notes]
    return {note.facts["what"]: (note.facts["told"], note.facts["found"]) for note in notes}


def test_statement_with_a_movement():
    file = read(header(), opening(), movement(), *other_side(), closing(), trailer(5, 0, 1000))
    (one,) = file.statements
    assert (one.format, one.account, one.currency) == ("CODA", IBAN, "EUR")
    assert (one.number, one.owner) == ("007", "HAITANG BV")
    assert (one.opening, one.closing, one.adds_up) == (Decimal("1000.00"), Decimal("1010.00"), True)
    assert (one.from_on, one.to_on) == (date(2025, 3, 4), date(2025, 3, 5))
    assert (one.notes, file.rejected) == ((), ())
    (line,) = one.lines
    assert (line.row, line.amount) == (3, Decimal("10.00"))
    assert (line.booked_on, line.value_on) == (date(2025, 3, 5), date(2025, 3, 6))
    assert (line.name, line.account) == ("HAITANG TRADING", "BE12201702625236")
    assert (line.bank, line.reference) == ("GEBABEBB", "CUSTOMER REF")
    assert (line.text, line.serial, line.code) == ("INVOICE 7", "REF BANK", "00150000")
    assert line.raw.startswith("2100010000REF BANK")


@pytest.mark.parametrize(
    "structure,account,told",
    [
        ("0", "435000000080", "435000000080"),
        ("1", "NL-12345 6789", "NL-12345 6789"),
        ("2", IBAN, IBAN),
        ("3", "NL91ABNA0417164300", "NL91ABNA0417164300"),
    ],
)
def test_structures_of_accounts(structure, account, told):
    (one,) = read(header(), opening(account, structure), closing(account)).statements
    assert (one.account, one.currency) == (told, "EUR")


def test_version_1():
    third = record("2300010000", (11, "435000000080"), (48, "HAITANG TRADING"), (74, "STREET 1"))
    file = read(
        header("1"), opening("435000000080", "0"), movement(), third, closing("435000000080")
    )
    (one,) = file.statements
    assert (one.account, one.adds_up) == ("435000000080", True)
    assert (one.lines[0].name, one.lines[0].account) == ("HAITANG TRADING", "435000000080")


def test_another_version_is_refused():
    assert refusal(header("5").encode()) == {
        "path": "a.cod",
        "reason": found.VERSION,
        "found": "5",
    }
    block = [header(), opening(), movement(), closing(), trailer(3, 0, 1000, "1")]
    file = read(header("5"), opening(), movement(), *block)
    assert rejections(file) == [(1, found.VERSION)]
    assert [len(one.lines) for one in file.statements] == [1]


def test_several_statements():
    block = [header(), opening(), movement(), closing(), trailer(3, 0, 1000, "1")]
    other = [header(), opening(figure="1000000000010000"), movement(sign="1", cents=5)]
    file = read(*block, *other, closing(figure="1000000000010050"), trailer(3, 5, 0))
    assert [one.adds_up for one in file.statements] == [True, True]
    assert file.statements[1].closing == Decimal("-10.05")
    assert controls(file) == {}


@pytest.mark.parametrize(
    "digits,value",
    [("0000000000012340", "12.34"), ("1000000000012345", "-12.345"), ("0000000000000000", "0")],
)
def test_figures_keep_a_third_decimal_only_where_it_is_one(digits, value):
    (line,) = lines(movement(more=[(32, digits)]))
    assert (line.amount, line.amount.as_tuple().exponent) == (
        Decimal(value),
        -3 if value.endswith("5") else -2,
    )


@pytest.mark.parametrize("kind", ["101", "102"])
def test_structured_communication_is_the_reference(kind):
    (line,) = lines(movement(more=[(62, "1" + kind + "090933755493")]), *other_side())
    assert (line.reference, line.text) == ("+++090/9337/55493+++", "")


def test_other_structured_communications_are_text():
    (line,) = lines(movement(more=[(62, "1127" + "06032510CREDITOR")]))
    assert (line.reference, line.text) == ("", "06032510CREDITOR")


def test_communication_is_one_field_cut_in_pieces():
    first = movement(more=[(63, "INVOICE".rjust(53, "."))])
    second = record("2200010000", (11, "S OF MARCH".ljust(53, "-")))
    third = record("2300010000", (83, "END"))
    (line,) = lines(first, second, third)
    assert line.text == "." * 46 + "INVOICES OF MARCH" + "-" * 43 + "END"


def test_information_tells_the_payer():
    told = [
        record("3100010001", (11, "REF BANK"), (40, "1001HAITANG TRADING")),
        record("3200010001", (11, "STREET 1"), (46, "1930 ZAVENTEM")),
        record("3100010002", (40, "0FREE WORDS")),
    ]
    (line,) = lines(movement(), *told)
    assert line.name == "HAITANG TRADING"
    assert line.text == "INVOICE 7 HAITANG TRADING STREET 1 1930 ZAVENTEM FREE WORDS"
    assert lines(movement(), *other_side(name="OWN"), *told)[0].name == "OWN"


def test_free_communication_is_left_out():
    assert rejections(whole(movement(), record("4", (33, "PRICES GO UP")))) == []


def test_details_of_a_collective_movement_are_its_parts():
    collective = [
        movement(cents=1000, level="1"),
        movement(detail="0001", cents=400),
        movement(detail="0002", cents=600, level="1"),
    ]
    (one,) = whole(*collective, movement("0002", cents=1, sign="1")).statements
    assert [line.amount for line in one.lines] == [Decimal("10.00"), Decimal("-0.01")]
    assert [part.amount for part in one.lines[0].parts] == [Decimal("4.00"), Decimal("6.00")]
    assert [part.row for part in one.lines[0].parts] == [4, 5]


def test_of_nested_collections_the_innermost_are_the_parts():
    nested = [
        movement(cents=1000, level="1"),
        movement(detail="0001", cents=700, level="2"),
        movement(detail="0002", cents=300),
        movement(detail="0003", cents=400, level="2"),
        movement(detail="0004", cents=300, level="1"),
    ]
    (line,) = lines(*nested)
    assert [part.amount for part in line.parts] == [Decimal(3), Decimal(4), Decimal(3)]


def test_details_that_do_not_add_up_stay_out():
    (line,) = lines(movement(level="1"), movement(detail="0001", cents=1), movement(detail="0002"))
    assert (line.amount, line.parts) == (Decimal("10.00"), ())


def test_collection_without_details_is_a_movement():
    assert [line.parts for line in lines(movement(level="1"), movement("0002", level="1"))] == [
        (),
        (),
    ]


def test_single_detail_lends_its_words():
    detail = movement(detail="0001", level="1", more=[(63, "MARCH    ")])
    (line,) = lines(movement(level="1"), detail, *other_side(detail="0001"))
    assert (line.parts, line.name, line.text) == ((), "HAITANG TRADING", "INVOICE 7 MARCH")


def test_returned_payment_is_a_reversal():
    assert lines(movement(sign="1"), *other_side(more=[(113, "2")]))[0].is_reversal
    assert not lines(movement(), *other_side())[0].is_reversal


@pytest.mark.parametrize(
    "place,text,code",
    [
        (32, "2", found.BAD_AMOUNT),
        (33, "00000000001A000", found.BAD_AMOUNT),
        (33, " " * 15, found.BAD_AMOUNT),
        (116, "310225", found.BAD_DATE),
        (116, "ABCDEF", found.BAD_DATE),
    ],
)
def test_bad_movement_costs_only_itself(place, text, code):
    file = whole(movement(more=[(place, text)]), movement("0002"))
    assert rejections(file) == [(3, code)]
    assert len(file.statements[0].lines) == 1


def test_movement_without_a_day_bears_its_day_of_value():
    (one,) = whole(movement(more=[(116, "000000")])).statements
    assert one.first_on == date(2025, 3, 6)
    assert (found.DATE_TAKEN, {"count": 1}) in [(note.code, note.facts) for note in one.notes]
    undated = [movement(more=[(116, "      "), (48, "000000")])]
    assert rejections(whole(*undated)) == [(3, found.NO_DATE)]


def test_records_without_their_movement_are_refused():
    file = whole(*other_side(), movement(detail="0001"), movement("0002"), "X")
    assert rejections(file) == [
        (3, found.BAD_LINE),
        (4, found.BAD_LINE),
        (7, found.BAD_LINE),
        (5, found.BAD_LINE),
    ]
    assert len(file.statements[0].lines) == 1
    bad = [movement(level="1", more=[(32, "X")]), movement(detail="0001")]
    assert rejections(whole(*bad)) == [(3, found.BAD_AMOUNT), (4, found.BAD_LINE)]


def test_trailer_and_closing_are_checked():
    file = read(header(), opening(), movement(), closing("BE99"), trailer(4, 1, 999))
    assert controls(file) == {
        "account": ("BE99", IBAN),
        "records": ("4", "3"),
        "debits": ("0.01", "0"),
        "credits": ("9.99", "10.00"),
    }


@pytest.mark.parametrize("count", [3, 4])
def test_file_that_ends_early_is_told(count):
    file = read(*[header(), opening(), movement(), closing(), trailer(3, 0, 1000)][:count])
    (one,) = file.statements
    assert [note.code for note in one.notes] == [found.CUT]
    assert one.closing == (Decimal("1010.00") if count == 4 else None)


def test_line_cut_within_a_figure_is_refused():
    file = read(header(), opening(), movement(), movement("0002")[:40])
    assert rejections(file) == [(4, found.BAD_AMOUNT)]


def test_lines_may_lack_their_blank_ends_or_all_line_ends():
    block = [header(), opening(), movement(), closing(), trailer(3, 0, 1000)]
    for file in (read(*(line.rstrip() for line in block)), read(*block, end="")):
        assert [line.amount for line in file.statements[0].lines] == [Decimal("10.00")]
        assert file.statements[0].notes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
def test_letters_of_western_languages_move_no_place(encoding):
    first = movement(more=[(63, "ÉÀÈ CAFÉ ÀÉ")])
    text = "\n".join([header(), opening(), first, *other_side(name="MÜLLER"), closing()])
    file = coda.read(text.encode(encoding), "a.cod")
    (line,) = file.statements[0].lines
    assert (line.text, line.name) == ("ÉÀÈ CAFÉ ÀÉ", "MÜLLER")
    assert (line.booked_on, file.encoding) == (date(2025, 3, 5), encoding)


def test_nothing_and_too_much_are_refused():
    assert refusal(b"\x1a")["reason"] == reasons.EMPTY
    assert refusal(header().encode())["reason"] == found.NO_STATEMENT
    assert refusal(b"x\n" * 600_001)["reason"] == reasons.TOO_LARGE


def test_many_records_of_one_movement_cost_no_time():
    started = time.process_time()
    told = [record("3100010001", (40, "0A"))] * 50_000
    details = [movement(detail=f"{place:04}", cents=1) for place in range(1, 1001)]
    assert len(lines(movement(), *details, *told)[0].parts) == 1000
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "head,is_coda",
    [
        (header(), True),
        ("\r\n" + header("1"), True),
        ("0" * 128, False),
        ("00000,05,2025\n", False),
        ("", False),
    ],
)
def test_recognised_by_content(head, is_coda):
    assert coda.recognise(head.encode()) is is_coda
