"""Red invoices and credit notes against the invoices they correct."""

import pytest

from storage.importing import take
from tests.storage.einvoice.samples import (
    BLUE,
    BUYER,
    RED,
    cii,
    cn_red,
    cn_xml,
    export_csv,
    export_row,
    packed,
    red_row,
    ubl,
)
from tests.storage.importing.einvoice_desk import books, counts, refused

__all__ = ["books"]

SECOND = "25312000000000000003"
PART = {"net": "-400.00", "tax": "-52.00", "gross": "-452.00"}
REST = {"net": "-600.00", "tax": "-78.00", "gross": "-678.00"}
EURO = {"name": "Spruce GmbH", "tax_id": "DE123"}


def joins(books):
    with books.book.reading.connect() as connection:
        sql = "SELECT debit_minor, allocated_on FROM allocation ORDER BY id"
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def test_a_red_invoice_is_set_against_the_blue_one(books):
    books.take(cn_xml())
    report = books.take(cn_red())
    assert counts(report) == (1, 1, 0, 0, 0)
    assert (books.left(BLUE), books.left(RED, "credit_note")) == ("0.00", "0.00")
    assert joins(books) == [(113000, "2025-04-01")]


@pytest.mark.parametrize("first,second", [(cn_xml(), cn_red()), (cn_red(), cn_xml())])
def test_the_order_of_the_two_does_not_matter(books, first, second):
    books.take(packed({"1.xml": first, "2.xml": second}), "a.zip")
    assert (books.left(BLUE), books.left(RED, "credit_note")) == ("0.00", "0.00")


def test_a_blue_invoice_that_comes_later_is_joined_then(books):
    books.take(cn_red())
    assert books.left(RED, "credit_note") == "-1130.00"
    assert counts(books.take(cn_xml())) == (1, 1, 0, 0, 0)
    assert (books.left(BLUE), books.left(RED, "credit_note")) == ("0.00", "0.00")


def test_a_red_invoice_read_again_finds_a_blue_one_that_came_by_another_way(books):
    books.take(cn_red())
    path = books.folder / "a.csv"
    table = "number,customer,issue_date,amount\n{},{},2025-03-05,1130.00\n"
    path.write_text(table.format(BLUE, BUYER[0]), "utf-8")
    take(books.book, "invoices", path)
    assert books.left(BLUE) == "1130.00"

    assert counts(books.take(cn_red())) == (1, 0, 1, 0, 0)
    assert books.left(BLUE) == "0.00"
    assert counts(books.take(cn_red())) == (1, 0, 0, 1, 0)


def test_the_export_joins_its_own_rows(books):
    rows = [red_row(**PART), export_row(发票状态="已红冲-部分")]
    books.take(export_csv(rows), "export.csv")
    assert (books.left(BLUE), books.left(RED, "credit_note")) == ("678.00", "0.00")


def test_several_red_ones_may_come_to_the_blue_one_and_no_further(books):
    books.take(cn_xml())
    assert counts(books.take(cn_red(**PART))) == (1, 1, 0, 0, 0)
    report = books.take(cn_red(SECOND))
    facts = {"number": BLUE, "amount": 113000, "credited": 45200, "requested": 113000}
    assert refused(report) == [(1, "einvoice.red_exceeds", facts | {"currency": "CNY"})]
    assert counts(books.take(cn_red(SECOND, **REST))) == (1, 1, 0, 0, 0)
    assert books.left(BLUE) == "0.00"


def test_red_ones_of_one_file_are_counted_together(books):
    files = {"1.xml": cn_xml(), "2.xml": cn_red(**PART), "3.xml": cn_red(SECOND)}
    report = books.take(packed(files), "a.zip")
    assert [(one.row, one.code) for one in report.rejected] == [(3, "einvoice.red_exceeds")]
    assert books.left(BLUE) == "678.00"


def test_a_blue_one_smaller_than_its_red_ones_is_refused(books):
    books.take(cn_red())
    report = books.take(cn_xml(net="900.00", tax="117.00", gross="1017.00"))
    facts = {"number": BLUE, "amount": 101700, "credited": 113000, "requested": 0}
    assert refused(report) == [(1, "einvoice.red_exceeds", facts | {"currency": "CNY"})]
    assert books.documents() == [(RED, "credit_note", -113000)]


def test_credit_notes_written_by_hand_count_as_well(books):
    books.take(cn_xml())
    note = books.credit_note("700.00", "2025-03-20", customer=2)
    books.allocate(note, {books.id_of(BLUE): "700.00"}, "2025-03-20")
    report = books.take(cn_red())
    assert [(code, facts["credited"]) for _, code, facts in refused(report)] == [
        ("einvoice.red_exceeds", 70000)
    ]


def test_a_void_blue_one_has_nothing_to_correct(books):
    books.take(export_csv([export_row(发票状态="已作废")]), "a.csv")
    report = books.take(export_csv([red_row()]), "b.csv")
    assert [(code, facts["amount"]) for _, code, facts in refused(report)] == [
        ("einvoice.red_exceeds", 0)
    ]


def test_of_a_paid_invoice_only_what_is_open_is_joined(books):
    books.take(cn_xml())
    credit = books.receipt("1000.00", "2025-03-20", customer=2)
    books.allocate(credit, {books.id_of(BLUE): "1000.00"}, "2025-03-20")
    books.take(cn_red())
    assert (books.left(BLUE), books.left(RED, "credit_note")) == ("0.00", "-1000.00")


def test_a_join_that_was_undone_stays_undone(books):
    books.take(cn_xml())
    books.take(cn_red())
    books.undo("2025-04-02", debit=books.id_of(BLUE))
    for content in (cn_red(), cn_xml(), packed({"1.xml": cn_xml(), "2.xml": cn_red()})):
        assert books.take(content, "again").updated == 0
    assert (books.left(BLUE), books.left(RED, "credit_note")) == ("1130.00", "-1130.00")


def test_instalments_are_joined_oldest_first(books):
    books.customer("K1", BUYER[0], terms="50%@10+50%@60")
    books.take(cn_xml())
    books.take(cn_red(**PART))
    assert books.left(BLUE) == ["113.00", "565.00"]


def test_a_red_one_of_another_customer_is_refused(books):
    books.take(cn_xml())
    books.customer("K1", "白桦示例电子有限公司")
    report = books.take(cn_red(buyer=("白桦示例电子有限公司", "")))
    facts = {"number": BLUE, "field": "customer", "book": ""}
    assert refused(report) == [(1, "einvoice.blue_differs", facts)]


def test_a_red_one_of_an_unknown_buyer_is_the_customers_of_the_blue_one(books):
    books.take(cn_xml())
    report = books.take(cn_red(buyer=("海棠示例商贸（更名）有限公司", "")))
    assert (counts(report), report.created_customers) == ((1, 1, 0, 0, 0), ())
    assert books.left(BLUE) == "0.00"


def test_a_red_one_whose_blue_one_is_unknown_waits(books):
    assert counts(books.take(cn_red())) == (1, 1, 0, 0, 0)
    assert books.documents("kind, extra")[0][1].startswith(f'{{"corrects": "{BLUE}"')


def test_european_credit_notes_work_alike(books):
    books.be(**EURO)
    books.take(ubl("F-1"))
    books.take(ubl("C-1", is_note=True, blue="F-1", issued="2026-02-10"))
    assert (books.left("F-1"), books.left("C-1", "credit_note")) == ("0.00", "0.00")
    report = books.take(ubl("C-2", is_note=True, blue="F-1", issued="2026-02-11"))
    assert [code for _, code, _ in refused(report)] == ["einvoice.red_exceeds"]


def test_a_credit_note_may_bear_the_number_of_its_invoice(books):
    books.be(**EURO)
    books.take(packed({"1.xml": ubl("S-1"), "2.xml": ubl("S-1", is_note=True, blue="S-1")}), "a")
    assert books.documents() == [("S-1", "invoice", 11900), ("S-1", "credit_note", -11900)]
    assert books.left("S-1") == "0.00"


def test_a_credit_note_over_two_invoices_takes_the_older_first(books):
    books.be(**EURO)
    books.take(packed({"1.xml": ubl("F-1"), "2.xml": ubl("F-2", due="")}), "a.zip")
    two = "".join(
        f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{number}</cbc:ID>"
        "</cac:InvoiceDocumentReference></cac:BillingReference>"
        for number in ("F-1", "F-2")
    )
    values = {"net": "150.00", "tax": "28.50", "gross": "178.50", "reference": two}
    books.take(ubl("C-1", is_note=True, **values))
    assert (books.left("F-1"), books.left("F-2")) == ("0.00", "59.50")


def test_a_note_in_another_currency_is_refused(books):
    books.be(**EURO)
    books.take(ubl("F-1"))
    report = books.take(ubl("C-1", is_note=True, blue="F-1").replace("EUR", "USD"))
    facts = {"number": "F-1", "field": "currency", "book": "EUR"}
    assert refused(report) == [(1, "einvoice.blue_differs", facts)]


def test_a_corrected_invoice_does_not_stand_beside_the_one_it_replaces(books):
    books.be(**EURO)
    books.take(ubl("F-0"))
    report = books.take(cii("F-1", type_code="384"))
    assert refused(report) == [(1, "einvoice.replaces", {"number": "F-0"})]
    books.void(books.id_of("F-0"), "2026-02-01")
    assert counts(books.take(cii("F-1", type_code="384"))) == (1, 1, 0, 0, 0)
