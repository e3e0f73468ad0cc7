"""SWIFT statements: figures, dates and signs, and what becomes of what cannot be read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileUnreadable
from storage.bank import found, mt940
from storage.files import reasons

OWN = "DE02120300000000202051"
HEAD = (":20:STMT", f":25:{OWN}", ":28C:17/1", ":60F:C250301EUR100,00")
LINE = ":61:2503100311C10,50NTRFREF-1//B-1"


def text(*lines, head=HEAD, tail=(":62F:C250331EUR110,50", "-")):
    return "\r\n".join((*head, *lines, *tail))


def read(content):
    return mt940.read(content.encode() if isinstance(content, str) else content, "f.sta")


def statements(content):
    return read(content).statements


def line(*lines, **more):
    (one,) = statements(text(*lines, **more))
    assert len(one.lines) == 1
    return one.lines[0]


def told(one):
    return [(note.code, dict(note.facts)) for note in one.notes]


def test_statement_of_one_message():
    file = read(text(LINE, ":86:Invoice 17"))
    (one,) = file.statements
    assert (file.format, file.encoding, file.rejected) == ("MT940", "utf-8", ())
    assert (one.account, one.currency, one.number) == (OWN, "EUR", "17/1")
    assert (one.opening, one.closing, one.adds_up) == (Decimal("100.00"), Decimal("110.50"), True)
    assert (one.from_on, one.to_on) == (date(2025, 3, 1), date(2025, 3, 31))
    (entry,) = one.lines
    assert (entry.row, entry.amount, entry.currency) == (5, Decimal("10.50"), "EUR")
    assert (entry.value_on, entry.booked_on) == (date(2025, 3, 10), date(2025, 3, 11))
    assert (entry.code, entry.reference, entry.serial) == ("NTRF", "REF-1", "B-1")
    assert entry.text == "Invoice 17"
    assert entry.raw == f"{LINE}\n:86:Invoice 17"
    assert one.notes == ()


@pytest.mark.parametrize(
    "written,amount",
    [
        ("10,50", "10.50"),
        ("10,5", "10.5"),
        ("10,", "10"),
        ("10", "10"),
        ("000000000010,50", "10.50"),
        ("0,00", "0.00"),
        ("0,00001", "0.00001"),
        ("10.50", "10.50"),
        ("1.234,56", "1234.56"),
        ("12.345.678,9", "12345678.9"),
        ("999999999999999,99", "999999999999999.99"),
    ],
)
def test_figures(written, amount):
    assert line(f":61:250310C{written}NTRFNONREF").amount == Decimal(amount)
    balance = f":60F:D250301EUR{written}"
    (one,) = statements(text(head=(f":25:{OWN}", balance)))
    assert one.opening == -Decimal(amount)


@pytest.mark.parametrize("written", ["1.234", "1,2,3", "1.2.3", ",", ".", "1" * 16, "9" * 5000])
def test_figures_that_are_none_or_unclear_refuse_their_line(written):
    file = read(text(LINE, f":61:250310C{written}NTRFNONREF", LINE))
    (one,) = file.rejected
    assert (one.row, one.code, one.column, one.value) == (6, found.BAD_AMOUNT, "61", written[:80])
    assert len(file.statements[0].lines) == 2


@pytest.mark.parametrize(
    "mark,amount,is_reversal",
    [
        ("C", 10, False),
        ("D", -10, False),
        ("RC", -10, True),
        ("RD", 10, True),
        ("CR", 10, False),
        ("DR", -10, False),
        ("CN", 10, False),
        ("RCR", -10, True),
        ("RDN", 10, True),
        ("C ", 10, False),
    ],
)
def test_marks_and_letters_of_the_currency(mark, amount, is_reversal):
    one = line(f":61:2503100310{mark}10,00NTRFNONREF")
    assert (one.amount, one.is_reversal) == (amount, is_reversal)


@pytest.mark.parametrize("mark,amount", [("EC", 10), ("ED", -10)])
def test_expected_movements_are_pending(mark, amount):
    (one,) = statements(text(f":61:2503100310{mark}10,00NTRFNONREF"))
    assert one.lines[0].amount == amount
    assert told(one) == [(found.PENDING, {"count": 1})]


@pytest.mark.parametrize(
    "written,value_on,booked_on",
    [
        ("2503100311", date(2025, 3, 10), date(2025, 3, 11)),
        ("2412310102", date(2024, 12, 31), date(2025, 1, 2)),
        ("2501011231", date(2025, 1, 1), date(2024, 12, 31)),
        ("2503010229", date(2025, 3, 1), date(2024, 2, 29)),
        ("9912311231", date(1999, 12, 31), date(1999, 12, 31)),
        ("2502300301", date(2025, 2, 28), date(2025, 3, 1)),
        ("2402300301", date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_dates_of_value_and_entry(written, value_on, booked_on):
    (one,) = statements(text(f":61:{written}C10,50NTRFNONREF"))
    assert (one.lines[0].value_on, one.lines[0].booked_on) == (value_on, booked_on)
    assert one.notes == ()


@pytest.mark.parametrize("entry", ["", "    ", "1345", "0231"])
def test_value_date_stands_in_for_a_missing_entry_date(entry):
    (one,) = statements(text(f":61:250310{entry}C10,50NTRFNONREF"))
    assert one.lines[0].booked_on == date(2025, 3, 10)
    assert told(one) == [(found.DATE_TAKEN, {"count": 1})]


@pytest.mark.parametrize("value", ["250231", "251301", "250100", "000000"])
def test_impossible_value_date_refuses_its_line(value):
    (one,) = read(text(f":61:{value}0310C10,50NTRFNONREF")).rejected
    assert (one.code, one.value) == (found.BAD_DATE, value)


@pytest.mark.parametrize("broken", ["", "250310", "250310X10,50NTRF", "NTRFNONREF", "٢٥٠٣١٠C1,"])
def test_broken_line_is_refused_alone(broken):
    file = read(text(f":61:{broken}", ":86:words of it", LINE, ":86:next"))
    (one,) = file.rejected
    assert (one.row, one.code, one.value) == (5, found.BAD_LINE, broken)
    assert [entry.text for entry in file.statements[0].lines] == ["next"]


def test_identical_lines_both_stay():
    (one,) = statements(text(LINE, ":86:Coffee", LINE, ":86:Coffee"))
    assert [entry.amount for entry in one.lines] == [Decimal("10.50")] * 2


@pytest.mark.parametrize(
    "written,code,reference,serial",
    [
        ("NTRFNONREF//B1", "NTRF", "", "B1"),
        ("NTRF29-07-2025 10:05//B1", "NTRF", "29-07-2025 10:05", "B1"),
        ("FMSC01916//NONREF", "FMSC", "01916", ""),
        ("S05168790452", "S051", "68790452", ""),
        ("NOV NONREF", "NOV", "", ""),
        (" NRTIKREF+//2016", "NRTI", "", "2016"),
        ("NSTON", "NSTO", "", ""),
        ("", "", "", ""),
        ("NTRFEREF//", "NTRF", "", ""),
    ],
)
def test_kind_and_references(written, code, reference, serial):
    one = line(f":61:2503100310C10,50{written}")
    assert (one.code, one.reference, one.serial) == (code, reference, serial)


def test_what_stands_beneath_a_line_is_its_text_unless_more_is_said():
    assert line(LINE, "911-TRANSFER").text == "911-TRANSFER"
    assert line(LINE, "911-TRANSFER", ":86:rent").text == "rent"


def test_dutch_accounts_stand_beneath_or_as_reference():
    assert line(LINE, "NL70ABNA0987654321").account == "NL70ABNA0987654321"
    one = line(":61:2503100310D10,50NOVBNL47INGB9999999999")
    assert (one.account, one.reference) == ("NL47INGB9999999999", "")
    old = line(":61:250310D000000000010,50N0440121470966      W.P. Jansen")
    assert (old.account, old.name, old.reference) == ("0121470966", "W.P. Jansen", "")
    card = line(":61:250310D000000000010,50N030NONREF          SHOP AMERSFOORT")
    assert (card.account, card.name, card.reference) == ("", "SHOP AMERSFOORT", "")


def test_charges_are_told_beneath():
    assert line(LINE, "/OCMT/EUR11,00//CHGS/EUR0,50/").charges == Decimal("0.50")
    assert line(LINE, "/CHGS/USD0,50/").charges == 0
    assert line(LINE, ":86:020?00X?20/CHGS/EUR1,25/").charges == Decimal("1.25")


def test_line_wrapped_by_the_bank_is_put_together():
    one = line(":61:2503100310CR", "10,50N062NONREF", ":", "86:166?00CREDIT?20SVWZ+Rent")
    assert (one.amount, one.code, one.text) == (Decimal("10.50"), "N062+166", "Rent")


def test_several_fields_86_belong_to_one_line():
    assert line(LINE, ":86:one", ":86:two").text == "one two"
    assert line(LINE, ":NS:01one", "02two", "15Payer Ltd").name == "Payer Ltd"


def test_words_behind_the_closing_balance_are_nobodys():
    (one,) = statements(text(LINE, ":86:mine", tail=(":62F:C250331EUR110,50", ":86:SUM/1", "-")))
    assert [entry.text for entry in one.lines] == ["mine"]


BLOCK = "{1:F01BANKDEFFXXXX0000000000}{2:O9400000000000000000N}{3:}{4:"


@pytest.mark.parametrize(
    "join",
    [
        "\n-\n",
        "\n",
        f"\n-}}{{5:}}\n{BLOCK}\n",
        "\n-XXX\n0000 01BANKNL2AXXXX00001\n940 00\n",
        "\n-\nBANKNL2A\n940\nBANKNL2A\n",
        "\n\x03\n\x01\n:940:\n",
    ],
)
def test_every_message_is_a_statement(join):
    first = text(LINE, ":86:a", tail=(":62F:C250331EUR110,50",))
    second = text(LINE, ":86:b", tail=(":62F:C250331EUR110,50",))
    both = statements(first + join + second)
    assert [one.lines[0].text for one in both] == ["a", "b"]
    assert [one.adds_up for one in both] == [True, True]


def test_pages_of_one_statement_are_statements():
    first = text(LINE, tail=(":62M:C250331EUR110,50", "-"))
    second = text(LINE, head=(*HEAD[:3], ":60M:C250331EUR110,50"), tail=(":62F:C250331EUR121,",))
    both = statements(f"{first}\n{second}")
    assert [(one.opening, one.closing) for one in both] == [
        (100, Decimal("110.50")),
        (Decimal("110.50"), 121),
    ]
    assert [told(one) for one in both] == [[], []]
    assert told(statements(first)[0]) == [(found.CUT, {})]


def test_accounts_in_one_message_are_statements():
    lines = (LINE, ":62F:C250331EUR110,50", ":25:OTHER", ":60F:C250301USD1,", ":62F:C250301USD1,")
    both = statements(text(*lines, tail=()))
    assert [(one.account, one.currency) for one in both] == [(OWN, "EUR"), ("OTHER", "USD")]


def test_wrapped_time_and_dash_do_not_end_a_message():
    wrapped = line(LINE, ":86:166?00X?20SVWZ+paid at 12-09-2025T16", ":20:37 thanks")
    assert wrapped.text == "paid at 12-09-2025T16:20:37 thanks"
    assert line(LINE, ":86:Period 01-01 -", "-", "end").text == "Period 01-01 - - end"
    (one,) = statements(text(LINE, ":86:Period -", "-"))
    assert one.closing == Decimal("110.50")


def test_statement_without_closing_is_cut():
    (one,) = statements(text(LINE, tail=()))
    assert told(one) == [(found.CUT, {})]
    (first, second) = statements(text(LINE, tail=("-",)) + "\n" + text(LINE))
    assert (told(first), told(second)) == ([(found.CUT, {})], [])


@pytest.mark.parametrize(
    "written,account,currency",
    [
        (OWN, OWN, ""),
        (f"{OWN} EUR", OWN, "EUR"),
        (f"{OWN}EUR", OWN, "EUR"),
        ("50880050/0194777100888", "50880050/0194777100888", ""),
        ("50880050/0194777100EUR", "50880050/0194777100EUR", "EUR"),
        ("1291.99.348EUR", "1291.99.348EUR", "EUR"),
        ("BANKNL/12 ABC", "BANKNL/12 ABC", ""),
        ("6222000000000000011", "6222000000000000011", ""),
    ],
)
def test_account_with_or_without_currency(written, account, currency):
    (one,) = statements(f":20:X\n:25:{written}\n{LINE}")
    assert (one.account, one.currency) == (account, currency)
    assert one.lines[0].currency == currency


def test_balance_without_currency_is_in_that_of_the_statement():
    (one,) = statements(text(LINE, tail=(":62F:C250331110,50",)))
    assert (one.currency, one.closing, one.adds_up) == ("EUR", Decimal("110.50"), True)


def test_balance_in_another_currency_is_noted():
    (one,) = statements(text(LINE, tail=(":62F:C250331USD110,50",)))
    assert (one.currency, one.closing) == ("EUR", Decimal("110.50"))
    assert told(one) == [(found.CONTROL, {"what": "currency", "told": "USD", "found": "EUR"})]


def test_nothing_has_no_sign():
    assert str(line(":61:250310D0,00NTRFNONREF").amount) == "0.00"


def test_unreadable_balance_is_noted():
    (one,) = statements(text(LINE, tail=(":62F:C2503EUR110,50",)))
    assert one.closing is None
    assert told(one) == [(found.BAD_LINE, {"found": ":62F:C2503EUR110,50"})]


REPORT = (":20:X", f":25:{OWN}", ":28C:1/1", ":34F:PLND0,00", ":13D:2503101815+0100")


def test_interim_report_takes_its_currency_from_its_limits_and_compares_totals():
    lines = (":61:2503100310C10,50NTRFNONREF", ":86:a", ":61:2503100310D0,50NTRFNONREF")
    right = (":90D:1PLN0,50", ":90C:1PLN10,5", "-")
    (one,) = statements(text(*lines, head=REPORT, tail=right))
    assert (one.format, one.currency, one.notes) == ("MT942", "PLN", ())
    assert (one.opening, one.closing) == (None, None)
    wrong = (":90D:1PLN2,30", ":90C:9PLN10,50", ":86:none's")
    (one,) = statements(text(*lines, head=REPORT, tail=wrong))
    facts = {"what": "debits", "told": "2.30", "found": "0.50"}
    assert told(one) == [(found.CONTROL, facts)]


@pytest.mark.parametrize(
    "encoding,used", [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16-le")]
)
def test_chinese_names_in_any_encoding(encoding, used):
    content = text(LINE, ":86:货款 HT-2025-018 海棠示例商贸有限公司").encode(encoding)
    file = read(content)
    assert file.encoding == used
    assert file.statements[0].lines[0].text == "货款 HT-2025-018 海棠示例商贸有限公司"


def test_western_and_central_european_names():
    (one,) = statements(text(LINE, ":86:Müller & Söhne").encode("cp1252"))
    assert one.lines[0].text == "Müller & Söhne"
    file = read(text(LINE, ":86:śśżź").encode("cp1250"))
    assert (file.encoding, file.statements[0].lines[0].text) == ("cp1250", "śśżź")
    assert told(file.statements[0]) == [(found.ENCODING, {"told": "", "used": "cp1250"})]


def test_bad_byte_is_shown():
    (one,) = statements(text(LINE, ":86:海棠示例商贸", LINE, ":86:x").encode() + b"\xff")
    one.lines[0].raw.encode()
    assert one.lines[0].text == "海棠示例商贸"


@pytest.mark.parametrize(
    "content,reason",
    [
        (b"", reasons.EMPTY),
        (b"\r\n\r\n", reasons.EMPTY),
        (b"1\n2\n3\n", found.NO_STATEMENT),
        (b":20:X\n", found.NO_STATEMENT),
        (b"\n" * 1_000_001 + b":", reasons.TOO_LARGE),
    ],
)
def test_files_without_a_statement_are_refused(content, reason):
    with pytest.raises(FileUnreadable) as caught:
        read(content)
    assert caught.value.facts["reason"] == reason


def test_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(mt940, "MAX_BYTES", 100)
    with pytest.raises(FileUnreadable) as caught:
        read(text(LINE))
    assert caught.value.facts["limit"] == 100


@pytest.mark.parametrize(
    "head,is_mt940",
    [
        (text(LINE).encode(), True),
        (text(LINE).encode("utf-16"), True),
        (f"{BLOCK}\n{text(LINE)}".encode(), True),
        (b"BANKNL2A\n940\nBANKNL2A\n:20:BANK\n:25:1\n", True),
        (b"\x01\n:940:\n:20:X\n:28:1\n", True),
        (LINE.encode(), True),
        (b":60F:C140829EUR000000000147,64", True),
        (b":20:X\n", False),
        (b"a;:61:250310C1,;b\n", False),
        (b"!Type:Bank\nD01/02/2025\n", False),
        (b"OFXHEADER:100\n<OFX>", False),
        (b"<Document>", False),
        (b"", False),
    ],
)
def test_recognised_by_content(head, is_mt940):
    assert mt940.recognise(head) is is_mt940


@pytest.mark.parametrize(
    "content",
    [
        ":61:",
        ":86:166?00",
        ":61:250310C1,\n:86:",
        ":61:250310C1,\n:NS:",
        ":25:\n:60F:\n:62F:",
        ":90C:\n:34F:\n:61:250310C1,",
        "{4::20:X\n:25:A\n-}{5:",
        ":61:250310C1,NTRF//\n:86:166?",
        ":61:250310C1,\n:86:/EREF/\n:\n",
        ":61:250310C1,\n:86:OD: NAAM:",
    ],
)
def test_stumps_are_read_or_refused(content):
    try:
        read(content)
    except FileUnreadable as error:
        assert error.facts["reason"] == found.NO_STATEMENT  # noqa: PT017 - either is right


SAMPLE = text(LINE, ":86:166?00X?20EREF+1?21SVWZ+Rent?32Payer", LINE, ":86:/REMI/x/NAME/y")
TOKENS = [
    "NaN",
    "1e999999",
    "9" * 300,
    "250231",
    "RC",
    "-",
    "\n:61:",
    "\n:20:",
    "\n{1:",
    "?20",
    "é",
]


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(SAMPLE)),
    st.integers(0, 30),
    st.sampled_from(TOKENS) | st.text(max_size=9),
)
def test_any_change_is_read_or_refused(place, cut, put):
    content = SAMPLE[:place] + put + SAMPLE[place + cut :]
    try:
        file = mt940.read(content.encode("utf-8", "surrogatepass"), "f")
    except FileUnreadable:
        return
    for entry in file.statements[0].lines:
        assert entry.amount.is_finite()
        entry.raw.encode()
