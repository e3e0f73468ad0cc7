"""Electronic invoices into the book."""

import pytest

from domain.errors import Cancelled, FileUnreadable
from storage.importing import take
from tests.storage.einvoice.samples import (
    BLUE,
    BUYER,
    PINYIN,
    RED,
    SELLER,
    cii,
    cn_xml,
    export_csv,
    export_row,
    export_xlsx,
    ofd_custom,
    packed,
    pdf,
    ubl,
)
from tests.storage.importing.einvoice_desk import books, counts, refused

__all__ = ["books"]

OTHER = "25312000000000000009"
ADDED, KNOWN, REFUSED = (1, 1, 0, 0, 0), (1, 0, 0, 1, 0), (1, 0, 0, 0, 1)
EURO = {"name": "Spruce GmbH", "tax_id": "DE123"}


def test_an_invoice_becomes_a_document_of_its_buyer(books):
    report = books.take(cn_xml(words="壹仟壹佰叁拾圆整", remark="合同号HT-2025-018"))

    assert counts(report) == ADDED
    assert (report.kind, report.created_customers) == ("einvoice", ("C0002",))
    columns = "number, kind, currency, issued_on, amount_minor, net_minor, tax_minor"
    assert books.documents(f"{columns}, contract_number, description") == [
        (
            *(BLUE, "invoice", "CNY", "2025-03-05", 113000, 100000, 13000),
            *("HT-2025-018", "合同号HT-2025-018"),
        )
    ]
    assert books.customers() == [("C0002", *BUYER)]
    customer = books.book.reader.customer(2)
    assert (customer.bank_account, customer.phone) == ("0000000000000000002", "021-00000000")


def test_the_import_is_one_operation_of_the_history(books):
    books.take(cn_xml(), user="Li")
    with books.book.reading.connect() as connection:
        sql = "SELECT kind, user FROM operation ORDER BY id DESC LIMIT 1"
        assert tuple(connection.exec_driver_sql(sql).one()) == ("import.einvoice", "Li")


def test_the_same_number_again_adds_nothing(books):
    books.take(cn_xml())
    before = books.facts()
    assert counts(books.take(cn_xml(), "another name.xml")) == KNOWN
    assert counts(books.take(ofd_custom(开票日期="2025年03月05日"), "a.ofd")) == KNOWN
    assert books.facts() == before


def test_the_same_number_with_other_figures_is_refused(books):
    books.take(cn_xml())
    report = books.take(cn_xml(net="900.00", tax="117.00", gross="1017.00"))
    facts = {"number": BLUE, "field": "amount", "book": "113000"}
    assert refused(report) == [(1, "number.taken", facts)]


def test_one_invoice_in_three_forms_is_one(books):
    files = {"a.xml": cn_xml(), "a.ofd": ofd_custom(), "a.pdf": pdf(), "copy.xml": cn_xml()}
    report = books.take(packed(files), "mail.zip")
    assert counts(report) == (3, 1, 0, 2, 0)
    assert books.customers() == [("C0002", *BUYER)]


def test_a_number_with_two_figures_in_one_file_is_refused_in_both(books):
    other = cn_xml(net="900.00", tax="117.00", gross="1017.00")
    report = books.take(
        packed({"a.xml": cn_xml(), "b.xml": other, "c.xml": cn_xml(OTHER)}), "a.zip"
    )
    assert counts(report) == (3, 1, 0, 0, 2)
    assert [(row, code) for row, code, _ in refused(report)] == [
        (1, "number.repeated"),
        (2, "number.repeated"),
    ]


@pytest.mark.parametrize(
    "changes,code,facts",
    [
        (
            {"gross": "1139.00"},
            "einvoice.net_tax",
            {"net": "1000.00", "tax": "130.00", "gross": "1139.00"},
        ),
        (
            {"words": "壹仟壹佰叁拾玖圆整"},
            "einvoice.capital",
            {"words": "壹仟壹佰叁拾玖圆整", "gross": "1130.00"},
        ),
        (
            {"lines": "<IssuItemInformation><Amount>999.00</Amount></IssuItemInformation>"},
            "einvoice.lines",
            {"part": "net", "told": "1000.00", "found": "999.00"},
        ),
    ],
)
def test_a_contradiction_is_refused_with_both_figures(books, changes, code, facts):
    report = books.take(cn_xml(**changes))
    assert refused(report) == [(1, code, facts)]
    assert report.rejected[0].facts["invoice"] == BLUE
    assert report.rejected[0].value == changes.get("gross", "1130.00")
    assert (books.documents(), books.customers()) == ([], [])


def test_what_somebody_else_sold_is_refused_by_name(books):
    report = books.take(cn_xml(seller=("白桦示例电子有限公司", "91110000600037341L")))
    facts = {"seller": "白桦示例电子有限公司", "tax_id": "91110000600037341L"}
    assert refused(report) == [(1, "einvoice.not_seller", facts)]
    assert books.customers() == []


def test_without_a_tax_number_of_ours_the_name_decides(books):
    books.be(name="云杉示例科技(上海)有限公司", tax_id="")
    assert counts(books.take(cn_xml())) == ADDED
    report = books.take(cn_xml(OTHER, seller=("别家", SELLER[1])))
    assert report.rejected[0].code == "einvoice.not_seller"


def test_numbers_of_other_sellers_do_no_harm_to_ours(books):
    foreign = cn_xml(net="1.00", tax="0.13", gross="1.13", seller=("别家", "91110000600037341L"))
    report = books.take(packed({"a.xml": foreign, "b.xml": cn_xml()}), "a.zip")
    assert [(row, code) for row, code, _ in refused(report)] == [(1, "einvoice.not_seller")]
    assert books.documents() == [(BLUE, "invoice", 113000)]


def test_a_buyer_is_known_by_the_tax_number_first(books):
    books.customer("K1", "旧名称有限公司", tax_id=BUYER[1])
    books.customer("K2", BUYER[0])
    assert books.take(cn_xml()).created_customers == ()
    assert books.documents("customer_id") == [(2,)]


@pytest.mark.parametrize(
    "name,aliases",
    [("海棠示例商贸有限公司", ()), ("海棠示例 商贸有限公司", ()), ("别名", (BUYER[0],))],
)
def test_a_buyer_without_known_number_is_known_by_name_or_alias(books, name, aliases):
    books.customer("K1", name, aliases=aliases)
    assert books.take(cn_xml()).created_customers == ()
    assert books.documents("customer_id") == [(2,)]


def test_a_namesake_with_another_tax_number_is_somebody_else(books):
    books.customer("K1", BUYER[0], tax_id="91110000802100433B")
    assert books.take(cn_xml()).created_customers == ("C0003",)


def test_two_customers_of_one_name_are_not_guessed_between(books):
    books.customer("K1", BUYER[0])
    books.customer("K2", BUYER[0])
    (_, code, facts) = refused(books.take(cn_xml()))[0]
    assert (code, facts) == ("customer.ambiguous", {"name": BUYER[0]})


def test_a_wrong_check_digit_is_kept_with_the_invoice_and_known_by_name(books):
    bad = (BUYER[0], "91110108JAD9BB98JX")
    assert counts(books.take(cn_xml(buyer=bad))) == ADDED
    assert books.take(cn_xml(OTHER)).created_customers == ()
    assert books.customers() == [("C0002", BUYER[0], "")]
    assert '"buyer_tax_id": "91110108JAD9BB98JX"' in books.documents("extra")[0][0]


def test_a_buyer_of_whom_only_the_number_is_told_bears_it_as_name(books):
    books.take(ofd_custom(), "a.ofd")
    assert books.customers() == [(BUYER[1], BUYER[1], BUYER[1])]
    assert books.take(cn_xml(OTHER)).created_customers == ()


def test_an_invoice_without_buyer_or_day_or_number_is_refused(books):
    assert refused(books.take(cn_xml(buyer=("", ""))))[0][1:] == (
        "row.field_empty",
        {"field": "customer"},
    )
    assert refused(books.take(cn_xml(number="")))[0][2] == {"field": "number"}


def test_the_due_date_is_the_files_else_the_customers_terms(books):
    books.customer("K1", BUYER[0], terms="NET30")
    books.take(cn_xml())
    books.be(**EURO)
    books.take(ubl())
    with books.book.reading.connect() as connection:
        sql = "SELECT due_on FROM item ORDER BY id"
        assert list(connection.exec_driver_sql(sql).scalars()) == ["2025-04-04", "2026-03-02"]


def test_an_amount_in_another_currency_is_booked_at_the_days_rate(books):
    books.be(**EURO)
    books.rate("EUR", "2026-01-01", "7.8")
    books.take(ubl())
    assert books.documents("currency, amount_minor, base_minor") == [("EUR", 11900, 92820)]


def test_void_ones_are_known_as_void(books):
    rows = [export_row(), export_row(OTHER, 发票状态="已作废")]
    assert counts(books.take(export_csv(rows), "export.csv")) == (2, 2, 0, 0, 0)
    assert books.documents() == [
        (BLUE, "invoice", 113000),
        (OTHER, "invoice", 113000),
        (OTHER, "void", -113000),
    ]
    assert (books.left(BLUE), books.left(OTHER)) == ("1130.00", "0.00")


def test_a_known_invoice_becomes_void_once(books):
    books.take(export_csv([export_row()]), "a.csv")
    void = export_csv([export_row(发票状态="已作废")])
    assert counts(books.take(void, "b.csv")) == (1, 0, 1, 0, 0)
    assert counts(books.take(void, "b.csv")) == KNOWN
    assert books.left(BLUE) == "0.00"


def test_what_is_allocated_is_not_voided(books):
    books.take(export_csv([export_row(), export_row(OTHER)]), "a.csv")
    blue = books.id_of(BLUE)
    credit = books.receipt("100.00", "2026-07-20", customer=2)
    books.allocate(credit, {blue: "100.00"}, "2026-07-20")
    rows = [export_row(发票状态="已作废"), export_row(OTHER, 发票状态="已作废")]
    report = books.take(export_csv(rows), "b.csv")
    assert counts(report) == (2, 0, 1, 0, 1)
    assert refused(report) == [(2, "document.still_allocated", {"number": BLUE})]
    assert books.left(BLUE) == "1030.00"


def test_what_the_platform_says_of_a_blue_one_is_kept_with_it(books):
    books.take(export_csv([export_row(发票状态="已红冲-全额")]), "a.csv")
    assert '"state": "red_full"' in books.documents("extra")[0][0]
    assert books.left(BLUE) == "1130.00"


def test_lines_of_an_export_are_added_up(books):
    rows = [
        export_row(net="600.00", tax="78.00", gross="678.00"),
        export_row(net="400.00", tax="52.00", gross="452.00"),
    ]
    assert counts(books.take(export_xlsx(rows, [export_row()]), "export.xlsx")) == ADDED
    assert books.documents("amount_minor, net_minor, tax_minor") == [(113000, 100000, 13000)]


def test_an_invoice_known_from_a_table_of_invoices_is_known_and_completed(books):
    old = export_row("", 发票代码="031001900111", 发票号码="10011939")
    path = books.folder / "export.csv"
    path.write_text(export_csv([old, export_row()]), encoding="utf-8")
    assert take(books.book, "invoices", path).added == 2
    assert counts(books.take(path.read_bytes(), "b.csv")) == (2, 0, 2, 0, 0)
    assert books.documents("description")[0] == ("*电子元件*驱动板",)
    assert counts(books.take(path.read_bytes(), "b.csv")) == (2, 0, 0, 2, 0)


def test_older_invoices_bear_code_and_number(books):
    assert counts(books.take(PINYIN.encode("gbk"))) == ADDED
    assert books.documents("number, order_number") == [("03100190011110011939", "SO-2019-7")]


def test_net_and_tax_that_are_a_cent_off_are_not_kept(books):
    books.take(cn_xml(gross="1130.01", lines=""))
    assert books.documents("amount_minor, net_minor, tax_minor") == [(113001, None, None)]


@pytest.mark.parametrize(
    "content,code",
    [
        (
            cii(test="<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>"),
            "einvoice.no_claim",
        ),
        (cii(type_code="325"), "einvoice.no_claim"),
        (ubl("C-1", "-119.00", net="-100.00", tax="-19.00", is_note=True), "einvoice.sign"),
        (ubl().replace("EUR", "XXX"), "currency.unknown"),
        (ubl().replace('"EUR"', '""').replace("EUR", ""), "row.field_empty"),
        (ubl(gross="119.001", tax="19.001", payable="119.001"), "amount.too_many_decimals"),
        (ubl(due="<cbc:DueDate>2026-01-30</cbc:DueDate>"), "document.due_before_issue"),
    ],
)
def test_what_cannot_be_booked_is_refused(books, content, code):
    books.be(**EURO)
    report = books.take(content)
    assert [one[1] for one in refused(report)] == [code]
    assert books.documents() == []


def test_a_debit_note_stays_one(books):
    books.be(**EURO)
    books.take(cii(type_code="383"))
    assert books.documents() == [("F-1", "debit_note", 11900)]


def test_what_an_invoice_says_was_prepaid_is_set_against_it(books):
    books.be(**EURO)
    books.take(ubl(prepaid="19.00", payable="100.00"))
    assert books.documents() == [("F-1", "invoice", 11900), ("F-1", "opening", -1900)]
    assert books.left("F-1") == "100.00"
    assert counts(books.take(ubl(prepaid="19.00", payable="100.00"))) == KNOWN
    assert books.left("F-1") == "100.00"


def test_money_that_is_in_the_book_is_not_counted_twice_as_prepaid(books):
    books.be(**EURO)
    cherry = books.customer("K1", "Cherry AG")
    books.receipt("19.00", "2026-01-10", customer=cherry, currency="EUR")
    books.take(ubl(prepaid="19.00", payable="100.00"))
    assert [kind for _, kind, _ in books.documents()] == ["receipt", "invoice"]
    assert books.left("F-1") == "119.00"


def test_a_dry_run_counts_and_changes_nothing(books):
    before = books.facts()
    report = books.take(cn_xml(), dry_run=True)
    assert (counts(report), report.created_customers) == (ADDED, ("C0002",))
    assert books.facts() == before


def test_refused_ones_can_be_corrected_and_read_as_a_table(books):
    report = books.take(cn_xml(gross="1139.00"))
    cells = dict(zip(report.headers, report.rejected_cells[0], strict=True))
    assert (cells["number"], cells["amount"], cells["customer_name"]) == (BLUE, "1139.00", BUYER[0])


def test_stopping_changes_nothing(books):
    before = books.facts()

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        books.take(cn_xml(), progress=stop)
    assert books.facts() == before


def test_a_file_without_invoices_changes_nothing(books):
    with pytest.raises(FileUnreadable):
        books.take("<order/>")
    assert books.documents() == []


@pytest.mark.parametrize(
    "name,content",
    [
        ("a.xml", cn_xml()),
        ("a.zip", packed({"a.xml": cn_xml()})),
        ("a.ofd", ofd_custom()),
        ("a.csv", export_csv([export_row()])),
        ("a.xlsx", export_xlsx([export_row()], [export_row()])),
    ],
)
@pytest.mark.parametrize("kind", ["einvoice", "auto"])
def test_imports_find_electronic_invoices_by_themselves(books, kind, name, content):
    path = books.folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = take(books.book, kind, path)
    assert (report.kind, report.added) == ("einvoice", 1)


def test_other_tables_stay_what_they_were(books):
    path = books.folder / "a.csv"
    path.write_text("number,customer,issue_date,amount\nF-1,Alpha,2026-01-05,10.00\n", "utf-8")
    assert take(books.book, "auto", path).kind == "invoices"


def test_a_red_number_alone_is_no_invoice(books):
    assert counts(books.take(cn_xml(RED, "-1.00", "-0.13", "-1.13"))) == ADDED
    assert books.documents() == [(RED, "credit_note", -113)]
