"""Older Chinese invoices: pinyin, Chinese tags."""

from datetime import date
from decimal import Decimal

import pytest

from domain.einvoice import EStatus, cross_check
from tests.storage.einvoice.samples import BLUE, BUYER, CHINESE, PINYIN, SELLER


def test_pinyin(one):
    invoice = one(PINYIN.encode("gbk"))
    assert (invoice.code, invoice.number) == ("031001900111", "10011939")
    assert invoice.book_number == "03100190011110011939"
    assert invoice.issued_on == date(2019, 7, 18)
    assert (invoice.net, invoice.tax, invoice.gross) == (100, 13, 113)
    assert (invoice.seller.name, invoice.seller.tax_id) == SELLER
    assert (invoice.buyer.name, invoice.buyer.tax_id) == BUYER
    assert invoice.order == "SO-2019-7"
    assert [(line.name, line.quantity, line.net) for line in invoice.lines] == [("驱动板", 2, 100)]
    assert cross_check(invoice) == ()


def test_chinese_tags(one):
    invoice = one(CHINESE)
    assert (invoice.number, invoice.issued_on) == (BLUE, date(2025, 3, 5))
    assert (invoice.net, invoice.gross) == (1000, Decimal("1130.00"))
    assert (invoice.seller.name, invoice.seller.tax_id) == SELLER
    assert (invoice.buyer.name, invoice.buyer.tax_id) == BUYER
    assert cross_check(invoice) == ()


def test_a_missing_total_is_net_and_tax(one):
    invoice = one(CHINESE.replace("<价税合计>¥1,130.00</价税合计>", ""))
    assert invoice.gross == 1130


def test_the_amounts_of_lines_are_not_those_of_the_invoice(one):
    text = CHINESE.replace("<合计税额>¥130.00</合计税额>", "")
    assert one(text).tax is None


def test_amounts_with_the_tax_in_them_are_no_net_amounts(one):
    text = PINYIN.replace("<BZ>", "<HSBZ>1</HSBZ><BZ>").replace(
        "<XMJE>100.00</XMJE>", "<XMJE>113.00</XMJE>"
    )
    invoice = one(text.encode("gbk"))
    assert invoice.lines[0].net is None
    assert cross_check(invoice) == ()


def test_a_red_one_names_code_and_number_of_the_blue_one(one):
    text = PINYIN.replace("<BZ>", "<YFP_DM>031001900111</YFP_DM><YFP_HM>10011938</YFP_HM><BZ>")
    for figure in ("113.00", "100.00", "13.00"):
        text = text.replace(f">{figure}<", f">-{figure}<")
    invoice = one(text.encode("gbk"))
    assert invoice.is_credit
    assert invoice.reds == ("03100190011110011938",)
    assert cross_check(invoice) == ()


@pytest.mark.parametrize("mark,status", [("Y", EStatus.VOID), ("N", EStatus.NORMAL)])
def test_a_mark_tells_void_ones(one, mark, status):
    text = PINYIN.replace("<BZ>", f"<ZFBZ>{mark}</ZFBZ><BZ>")
    assert one(text.encode("gbk")).status is status


def test_several_in_one_file_stay_apart(read):
    body = CHINESE.partition("?>")[2]
    second = body.replace(BLUE, "25312000000000000009").replace("1,130.00", "1,130.05")
    found = read(f"<列表>{body}{second}</列表>")
    assert [(one.number[-1], str(one.gross)) for one in found.invoices] == [
        ("1", "1130.00"),
        ("9", "1130.05"),
    ]


def test_quantities_that_are_none_do_no_harm(one):
    assert one(CHINESE.replace("<数量>2</数量>", "<数量>两块</数量>")).lines[0].quantity is None
