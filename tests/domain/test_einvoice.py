"""What the figures of an electronic invoice must say together, and who is who."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capital import capital
from domain.einvoice import (
    UBL_CREDIT,
    EInvoice,
    ELine,
    Party,
    cross_check,
    is_seller,
    is_wrong_code,
    name_key,
    no_claim,
    note_buyer,
    tax_key,
)

ONE = EInvoice(
    syntax="CN EInvoice",
    number="25312000000000000001",
    issued_on=None,
    currency="CNY",
    gross=Decimal("1130.00"),
    net=Decimal("1000.00"),
    tax=Decimal("130.00"),
)
MONEY = st.integers(1, 10**12).map(lambda minor: Decimal(minor).scaleb(-2))


def told(**changes):
    return [(one.code, dict(one.facts)) for one in cross_check(replace(ONE, **changes))]


def codes(**changes):
    return [code for code, _ in told(**changes)]


def line(net, tax=None):
    return ELine(net=Decimal(net), tax=None if tax is None else Decimal(tax))


def test_figures_that_agree_are_no_finding():
    assert told() == []
    assert told(gross=None) == told(net=None) == told(tax=None) == []


@pytest.mark.parametrize("gross,wrong", [("1130.01", False), ("1129.99", False), ("1130.02", True)])
def test_net_and_tax_are_gross_to_a_cent(gross, wrong):
    facts = {"net": Decimal("1000.00"), "tax": Decimal("130.00"), "gross": Decimal(gross)}
    assert told(gross=Decimal(gross)) == ([("einvoice.net_tax", facts)] if wrong else [])


@pytest.mark.parametrize(
    "words",
    [
        *("壹仟壹佰叁拾圆整", "壹仟壹佰叁拾元整", "人民币壹仟壹佰叁拾元正", "ⓧ壹仟壹佰叁拾圆整"),
        *("⊗ 壹仟壹佰叁拾圆整", "（负数）壹仟壹佰叁拾圆整", "(负数)壹仟壹佰叁拾圆整"),
    ],
)
def test_the_amount_in_words_is_read_as_platforms_write_it(words):
    assert codes(words=words) == []


@pytest.mark.parametrize("words", ["壹仟壹佰肆拾圆整", "壹佰壹拾叁圆整", "约壹仟圆", "1130"])
def test_words_that_differ_or_cannot_be_read_are_told(words):
    assert told(words=words) == [("einvoice.capital", {"words": words, "gross": ONE.gross})]


@given(MONEY, MONEY)
def test_words_prove_their_own_figure_and_no_other(gross, other):
    words = capital(int(gross * 100)).removeprefix("人民币").replace("元", "圆")
    assert codes(gross=gross, net=None, words=words) == []
    expected = [] if gross == other else ["einvoice.capital"]
    assert codes(gross=other, net=None, words=words) == expected


@given(MONEY, MONEY, MONEY)
def test_a_changed_total_is_always_found(net, tax, changed):
    found = codes(net=net, tax=tax, gross=changed)
    assert found == ([] if abs(net + tax - changed) <= Decimal("0.01") else ["einvoice.net_tax"])


def test_lines_add_up_to_net_and_tax():
    assert codes(lines=(line("600.00", "78.00"), line("400.00", "52.00"))) == []
    assert told(lines=(line("600.00", "78.00"), line("400.00", "51.00"))) == [
        ("einvoice.lines", {"part": "tax", "told": Decimal("130.00"), "found": Decimal("129.00")})
    ]
    assert told(lines=(line("600.00"),))[0][1]["found"] == 600


def test_lines_without_amounts_prove_nothing():
    assert codes(lines=(ELine(name="Board"),)) == []
    assert codes(lines=(line("600.00"), ELine(name="Board"))) == []


def test_allowances_and_charges_stand_between_lines_and_net():
    whole = {"line_total": Decimal("1020.00"), "allowances": Decimal("50.00")}
    assert codes(**whole, charges=Decimal("30.00"), lines=(line("1020.00"),)) == []
    assert told(**whole) == [
        ("einvoice.totals", {"told": Decimal("1000.00"), "found": Decimal("970.00")})
    ]


def test_what_is_payable_is_gross_less_prepaid_and_rounded():
    prepaid = Decimal("30.30")
    assert codes(prepaid=prepaid, payable=Decimal("1099.70")) == []
    assert codes(prepaid=prepaid, rounding=Decimal("0.30"), payable=Decimal(1100)) == []
    assert told(prepaid=prepaid, payable=Decimal(1130)) == [
        ("einvoice.payable", {"told": Decimal(1130), "found": Decimal("1099.70")})
    ]


def test_credit_notes_lower_the_debt_whatever_their_sign():
    red = replace(ONE, gross=-ONE.gross, is_credit=True)
    note = replace(ONE, is_credit=True, type_code="381")
    assert (ONE.amount, red.amount, note.amount) == (1130, -1130, -1130)
    assert replace(ONE, gross=None).amount is None
    rest = replace(ONE, gross=None, payable=Decimal(100), prepaid=Decimal(30))
    assert rest.amount == 130


@pytest.mark.parametrize(
    "syntax,type_code,gross,wrong",
    [
        ("CN EInvoice", "", "-10.00", False),
        ("CN EInvoice", "", "10.00", True),
        ("UBL Invoice", "380", "-10.00", False),
        ("UBL Invoice", "381", "10.00", False),
        ("UBL Invoice", "381", "-10.00", True),
        (UBL_CREDIT, "", "10.00", False),
        (UBL_CREDIT, "381", "-10.00", True),
    ],
)
def test_a_sign_that_would_turn_a_credit_note_around_is_told(syntax, type_code, gross, wrong):
    one = EInvoice(
        syntax=syntax,
        number="1",
        issued_on=None,
        currency="CNY",
        gross=Decimal(gross),
        is_credit=True,
        type_code=type_code,
    )
    assert [problem.code for problem in cross_check(one)] == (["einvoice.sign"] if wrong else [])


def test_the_book_keeps_the_code_before_the_number():
    assert ONE.book_number == "25312000000000000001"
    old = replace(ONE, code="031001900111", number="10011939")
    assert old.book_number == "03100190011110011939"
    assert replace(old, number="03100190011110011939").book_number == old.book_number


def test_tests_and_pro_forma_invoices_are_owed_by_nobody():
    assert no_claim(ONE) == ()
    assert no_claim(replace(ONE, is_test=True))[0].facts == {"type": "test"}
    assert no_claim(replace(ONE, type_code="325"))[0].facts == {"type": "325"}


@pytest.mark.parametrize(
    "code,wrong",
    [
        ("91110000600037341L", False),
        ("９１１１００００６０００３７３４１ｌ", False),
        ("91110000600037341K", True),
        ("91110000802100433I", True),
        ("N2110108MF20101239", False),
        ("11010519491231002X", False),
        ("DE123456789", False),
        ("91110000600037341", False),
        ("", False),
    ],
)
def test_check_digits_of_credit_codes(code, wrong):
    assert is_wrong_code(code) is wrong
    assert bool(note_buyer(Party(tax_id=code))) is wrong


def test_names_and_numbers_are_compared_without_their_dress():
    assert name_key("云杉（上海） 有限公司") == name_key("云杉(上海)有限公司")
    assert name_key("Müller & Co.") == name_key("MÜLLER CO")
    assert tax_key("nl 8200.98.395.b.01") == "NL820098395B01"


SELLER = Party(name="云杉（上海）有限公司", tax_id="91110000600037341L")


@pytest.mark.parametrize(
    "party,name,tax_id,ours",
    [
        (SELLER, "Another name", "91110000600037341l", True),
        (SELLER, "云杉(上海)有限公司", "", True),
        (SELLER, "云杉(上海)有限公司", "91110000802100433B", False),
        (SELLER, "Another name", "", False),
        (Party(name=SELLER.name), SELLER.name, "91110000600037341L", True),
        (Party(tax_id="201/113", tax_ids=("201/113", "DE 123")), "", "DE123", True),
        (Party(), "", "", False),
        (Party(), "", "DE123", False),
    ],
)
def test_the_tax_number_tells_the_seller_else_the_name(party, name, tax_id, ours):
    assert is_seller(party, name, tax_id) is ours
