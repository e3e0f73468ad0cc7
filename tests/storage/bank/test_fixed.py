"""Characters, lines, days and figures of plain text; and readers that bear anything."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.bank import BankFile
from domain.errors import FileUnreadable
from domain.reading import codes
from storage.bank import aeb43, bai2, coda, fixed, found, ofx, qif
from storage.files import reasons

HOSTILE = [
    *(b"NaN", b"Infinity", b"1e999999", b"9" * 40, b"-", b"1,234", b"1.234,56", b"31/02/2024"),
    *(b"20240231", b"310224", b"000000", b"\xff", b"\0", b"\xa3\xb1", "１²".encode(), b"^\n"),
    *(b"<", b">", b"<STMTTRN>", b"</STMTTRN>", b"<!--", b"]]>", b"&#0;", b"/", b",", b"88,"),
    *(b"\n", b"\r", b"\x1a", b"\x85", b"!Type:Bank\n", b"21", b"22", b"0", b"1", b"9"),
]
SEEDS = {
    ofx: b"OFXHEADER:100\nCHARSET:1252\n\n<OFX><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1"
    b"</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>POS<DTPOSTED>20250305<TRNAMT>-1.00"
    b"<CURRENCY><CURSYM>EUR</CURRENCY><NAME>A &amp; B</STMTTRN></BANKTRANLIST>"
    b"<LEDGERBAL><BALAMT>5.00</LEDGERBAL></STMTRS></OFX>",
    qif: b"!Account\nNMain\n^\n!Type:Bank\nD3/25'2025\nT1,000.00\nPA\nSCat\nEx\n$1.00\n^\n"
    b"D1/31/25\nT-5\n^\n!Type:Invst\nD2025-03-05\nNBuy\nT5\n^\n",
    bai2: b"01,A,B,250306,0700,1,,,2/\n02,A,B,1,250305,,USD,2/\n03,1,,010,100,,,015,200,,/\n"
    b"16,195,100,V,250306,,S,C,TEXT/\n88,MORE/\n16,475,5,D,1,0,5,S,C,X/\n49,1,2/\n98,1,1,3/\n"
    b"99,1,1,4/\n",
    coda: b"\n".join(
        [
            b"0000005032520005".ljust(127) + b"2",
            b"12007BE68539007547034                  EUR0000000001000000040325HAITANG".ljust(128),
            (b"2100010000REF".ljust(31) + b"0000000000010000060325001500000TEXT").ljust(115)
            + b"05032500710 0",
            b"2200010000MORE".ljust(128),
            (b"2100010001REF".ljust(31) + b"0000000000010000060325001500000TEXT").ljust(115)
            + b"05032500710 0",
            b"8007BE68539007547034                  EUR0000000001010000050325".ljust(128),
            b"9               000004000000000000000000000000010000".ljust(127) + b"2",
        ]
    ),
    aeb43: b"110081539800014144522503012503312000000001000009783HAITANG\n"
    b"22    0901250305250306024082000000000010000000001044000000000000INV 7\n2301WORDS\n"
    b"330081539800014144520000000000000000000000100000000001000200000000101000978\n"
    b"88999999999999999999000004\n",
}
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 40),
        st.sampled_from(HOSTILE) | st.binary(max_size=3),
    ),
    min_size=1,
    max_size=6,
)


def check(file):
    assert isinstance(file, BankFile)
    for statement in file.statements:
        assert statement.credits - statement.debits == sum(
            line.amount for line in statement.counted()
        )
        for line in statement.lines:
            assert line.amount.is_finite()
            assert line.row > 0
            assert "\0" not in f"{line.name}{line.text}{line.raw}{line.reference}"
            f"{line}".encode()


def figures(file):
    """Return all figures of lines and balances; a missing balance is none."""
    balances = {one for part in file.statements for one in (part.opening, part.closing)}
    return {line.amount for part in file.statements for line in part.lines} | balances | {None}


@pytest.mark.parametrize("reader", SEEDS, ids=lambda reader: reader.FORMAT)
def test_seed_is_whole(reader):
    file = reader.read(SEEDS[reader], "f")
    assert reader.recognise(SEEDS[reader])
    assert file.rejected == ()
    assert all(statement.lines for statement in file.statements)


@pytest.mark.parametrize("reader", SEEDS, ids=lambda reader: reader.FORMAT)
@settings(max_examples=60)
@given(changes=CHANGES)
def test_damaged_file_is_read_or_refused(reader, changes):
    content = SEEDS[reader]
    for place, length, piece in changes:
        start = place % (len(content) + 1)
        content = content[:start] + piece + content[start + length :]
    reader.recognise(content[:4096])
    with suppress(FileUnreadable):
        check(reader.read(content, "f"))


@pytest.mark.parametrize("reader", SEEDS, ids=lambda reader: reader.FORMAT)
def test_cut_file_tells_no_figure_that_the_whole_has_not(reader):
    content = SEEDS[reader]
    known = figures(reader.read(content, "f"))
    for length in range(len(content)):
        with suppress(FileUnreadable):
            assert figures(reader.read(content[:length], "f")) <= known, length


@pytest.mark.parametrize("reader", SEEDS, ids=lambda reader: reader.FORMAT)
def test_only_its_own_format_is_recognised(reader):
    others = [content for other, content in SEEDS.items() if other is not reader]
    pages = [b"<html><body>", b'<?xml version="1.0"?><Document>', b"date,amount\n2025-03-05,1\n"]
    pages += [
        b":20:REF\n:25:ACC\n:60F:C250305EUR1,00\n",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"",
        b"\0" * 99,
    ]
    assert [one for one in (*others, *pages) if reader.recognise(one)] == []


def test_bytes_decide_about_the_encoding():
    assert fixed.read_plain("海棠".encode(), "f", "cp1252").notes == (
        (found.ENCODING, {"told": "cp1252", "used": "utf-8"}),
    )
    assert fixed.read_plain("海棠示例商贸".encode("gb18030"), "f").encoding == "gb18030"
    assert fixed.read_plain("Ж".encode("koi8-r"), "f", "koi8-r") == ("Ж", "koi8-r", ())
    text, encoding, notes = fixed.read_plain(b"a\x81\x82\x83b\x80", "f")
    assert (text[0], encoding, len(notes)) == ("a", "cp1252", 1)


def test_western_text_keeps_its_places():
    assert fixed.read_western("ÉÀ".encode("cp1252"), "f") == ("ÉÀ", "cp1252", ())
    assert fixed.read_western("ñó".encode("cp850"), "f") == ("ñó", "cp850", ())
    assert fixed.read_western(b"a\x81b\xb0\0c\x1a", "f").text == "a\ufffdb°\ufffdc"
    assert fixed.read_western(b"a\x81b\xb0", "f").notes[0].code == found.ENCODING


def test_size_is_limited():
    for read in (fixed.read_plain, fixed.read_western):
        with pytest.raises(FileUnreadable) as fault:
            read(b"a" * (fixed.MAX_BYTES + 1), "f")
        assert fault.value.facts == {
            "path": "f",
            "reason": reasons.TOO_LARGE,
            "limit": fixed.MAX_BYTES,
        }


def test_lines_end_in_three_ways_and_nowhere_else():
    assert fixed.lines_of("a\r\nb\rc\nd\x0be\u2028f", "f") == ["a", "b", "c", "d\x0be\u2028f"]
    assert fixed.lines_of("aaabbbc", "f", 3) == ["aaa", "bbb", "c"]
    assert fixed.lines_of("aaa\nbbbc", "f", 3) == ["aaa", "bbbc"]


@pytest.mark.parametrize(
    "digits,order,day",
    [
        ("250305", "ymd", date(2025, 3, 5)),
        ("050325", "dmy", date(2025, 3, 5)),
        ("790101", "ymd", date(2079, 1, 1)),
        ("800101", "ymd", date(1980, 1, 1)),
        ("250231", "ymd", None),
        ("2503", "ymd", None),
        ("²50305", "ymd", None),
        ("+50305", "ymd", None),
    ],
)
def test_day_of_six_digits(digits, order, day):
    assert fixed.read_day(digits, order) == day


@pytest.mark.parametrize(
    "digits,places,value",
    [
        ("0012345", 2, "123.45"),
        ("12345", 0, "12345"),
        ("9" * 15, 0, "9" * 15),
        ("9" * 16, 0, None),
        ("-1", 2, None),
        ("1 2", 2, None),
        ("１", 2, None),
        ("", 2, None),
    ],
)
def test_figure_with_implied_decimals(digits, places, value):
    assert fixed.minor_figure(digits, places) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text,style,value",
    [
        ("12.5", None, "12.5"),
        ("+1,234.5678", None, "1234.5678"),
        ("1.234", "comma", "1234"),
        ("1,234", "point", "1234"),
        ("12,5", "comma", "12.5"),
    ],
)
def test_written_figure(text, style, value):
    assert fixed.written_figure(text, style).value == Decimal(value)


@pytest.mark.parametrize(
    "text,style,code",
    [
        ("1,234", None, codes.AMOUNT_AMBIGUOUS),
        ("12.50", "comma", codes.AMOUNT_AMBIGUOUS),
        ("1.23456", "point", codes.AMOUNT_TOO_MANY_DECIMALS),
        ("1" * 65, None, found.BAD_AMOUNT),
    ],
)
def test_figure_that_cannot_be_read(text, style, code):
    assert fixed.written_figure(text, style).problem.code == code
