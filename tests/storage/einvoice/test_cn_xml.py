"""EInvoice, the XML of 数电票."""

from datetime import date
from decimal import Decimal

import pytest

from domain.einvoice import BUYER_TAX_ID, ELine, cross_check
from tests.storage.einvoice.samples import BLUE, BUYER, RED, SELLER, cn_red, cn_xml


def test_the_total_is_the_invoices_not_a_lines(one):
    line = "<IssuItemInformation><Amount>{0}</Amount><ComTaxAm>{1}</ComTaxAm>"
    line += "<TotaltaxIncludedAmount>{2}</TotaltaxIncludedAmount></IssuItemInformation>"
    lines = line.format("600.00", "78.00", "678.00") + line.format("400.00", "52.00", "452.00")

    invoice = one(cn_xml(lines=lines))

    assert (invoice.net, invoice.tax, invoice.gross) == (1000, 130, Decimal("1130.00"))
    assert [line.net for line in invoice.lines] == [600, 400]
    assert cross_check(invoice) == ()


def test_an_invoice_is_read_whole(one):
    invoice = one(cn_xml(words="壹仟壹佰叁拾圆整"))

    assert (invoice.syntax, invoice.number, invoice.currency) == ("CN EInvoice 0.32", BLUE, "CNY")
    assert (invoice.seller.name, invoice.seller.tax_id) == SELLER
    assert (invoice.buyer.name, invoice.buyer.tax_id) == BUYER
    assert invoice.buyer.account == "0000000000000000002"
    assert invoice.type_code == "增值税专用发票"
    assert invoice.words == "壹仟壹佰叁拾圆整"
    assert invoice.lines == (
        ELine(
            name="*电子元件*驱动板",
            quantity=Decimal(2),
            unit="块",
            price=Decimal(500),
            net=Decimal("1000.00"),
            tax=Decimal("130.00"),
            rate="0.13",
        ),
    )
    assert not invoice.is_credit


def test_the_day_is_that_of_the_request_else_that_of_the_file(one):
    assert one(cn_xml()).issued_on == date(2025, 3, 5)
    without = cn_xml().replace("<RequestTime>2025-03-05 23:59:59</RequestTime>", "")
    assert one(without).issued_on == date(2025, 3, 6)


@pytest.mark.parametrize(
    "declared,used", [("UTF-8", "utf-8"), ("GBK", "gbk"), ("UTF-8", "gbk"), ("GBK", "utf-8")]
)
def test_the_bytes_decide_about_the_encoding(one, declared, used):
    assert one(cn_xml(encoding=declared).encode(used)).buyer.name == BUYER[0]


def test_a_red_invoice_names_the_blue_one(one):
    red = one(cn_red())
    assert (red.number, red.is_credit, red.gross, red.amount) == (RED, True, -1130, -1130)
    assert red.reds == (BLUE,)


def test_the_remark_names_the_blue_one_where_no_element_does(one):
    remark = f"被红冲蓝字数电发票号码：{BLUE} 红字发票信息确认单编号：31010824091002615708"
    assert one(cn_xml(RED, "-1000.00", "-130.00", "-1130.00", remark=remark)).reds == (BLUE,)
    assert one(cn_xml(remark=remark)).reds == ()


def test_a_remark_gives_order_and_contract(one):
    invoice = one(cn_xml(remark="合同号HT-2025-018，订单号：SO-77"))
    assert (invoice.contract, invoice.order) == ("HT-2025-018", "SO-77")


def test_a_wrong_check_digit_of_the_buyer_is_a_note(one):
    invoice = one(cn_xml(buyer=(BUYER[0], "91110108JAD9BB98JX")))
    assert [(note.code, note.facts["tax_id"]) for note in invoice.notes] == [
        (BUYER_TAX_ID, "91110108JAD9BB98JX")
    ]
    assert one(cn_xml()).notes == ()


def test_several_invoices_in_one_file_are_all_read(read):
    both = "<Batch>" + (cn_xml() + cn_red()).replace(cn_xml()[:38], "") + "</Batch>"
    found = read(both)
    assert [(one.number, one.row) for one in found.invoices] == [(BLUE, 1), (RED, 2)]


@pytest.mark.parametrize("gross", ["1130.00.", "壹仟", "1.13E+03", "0x10", "NaN", "1130,00"])
def test_a_figure_that_is_none_refuses_the_invoice(read, gross):
    found = read(cn_xml(gross=gross))
    assert found.invoices == ()
    (refused,) = found.rejected
    assert (refused.code, refused.value) == ("einvoice.not_a_figure", gross)


def test_a_day_that_is_none_refuses_the_invoice(read):
    (refused,) = read(cn_xml(issued="2025-02-30")).rejected
    assert (refused.column, refused.code) == ("RequestTime", "date.impossible")
