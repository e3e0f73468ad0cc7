"""Headers of foreign files, the tables they belong to, and the fields they mean."""

import csv
from pathlib import Path

import pytest

from domain.reading import codes
from domain.reading.columns import detect_kind, guess_mapping, known_headers, missing_fields
from domain.reading.headers import KINDS, fields, is_bank, is_reason, key, ranks, unit
from domain.reading.mapping import Source

REAL = Path(__file__).parents[4] / "shared/data/receivables"

#: The fields of every table that commands.md names.
CONTRACT = {
    "customers": """code name name_en tax_id group country language currency terms credit_limit
        email phone address contact bank_account aliases""",
    "invoices": """number customer type issue_date due_date terms currency amount net tax order
        contract delivery_date description status""",
    "receipts": "number customer date currency amount method reference payer payer_account",
    "allocations": "receipt credit_note invoice amount date",
    "orders": "number customer date amount currency delivered status",
}


def _columns(text, kind):
    mapping = guess_mapping(text.split(","), kind)
    return {name: source.columns[0] for name, source in mapping.columns.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_found_under_its_own_name(kind):
    names = CONTRACT[kind].split()
    assert set(names) <= set(fields(kind))
    assert _columns(",".join(names), kind) == {name: name for name in names}
    spaced = [f" {name.upper().replace('_', ' ')} " for name in names]
    assert set(_columns(",".join(spaced), kind)) == set(names)


@pytest.mark.parametrize(
    "header,same",
    [
        ("Invoice No.", "invoiceno"),
        ("ＩＮＶＯＩＣＥ＿ＮＯ", "invoiceno"),
        ("發票號碼", "发票号码"),
        ("*开票 日期：", "开票日期"),
        ("金额（元）", "金额元"),
    ],
)
def test_headers_are_compared_without_case_spaces_and_marks(header, same):
    assert key(header) == same


def test_brackets_are_dropped_only_where_the_whole_is_unknown():
    assert ranks("金额（元）", "invoices")[0][0] == "amount"
    assert ranks("金额（含税）", "invoices")[0][0] == "amount"
    assert ranks("金额（不含税）", "invoices")[0][0] == "net"
    assert ranks("Amount (excl. VAT)", "invoices")[0][0] == "net"
    assert ranks("金额（不含税，元）", "invoices") == (("net", 0),)
    assert ranks("金额（不含税，元）", "receipts") == ()
    assert ranks("客户名称【全称】", "invoices")[0][0] == "customer_name"
    assert ranks("天气", "invoices") == ()


def test_brackets_name_scale_and_currency():
    assert unit("金额（万元）") == (10_000, "")
    assert unit("Amount (USD)") == (1, "USD")
    assert unit("金额（人民币：元）") == (1, "CNY")
    assert unit("金额(元)") == (1, "")
    assert unit("金额") == (1, "")
    mapping = guess_mapping(
        ["单据编号", "客户", "日期", "金额（万美元）", "税额（千元）"], "invoices"
    )
    assert mapping.scale == {"amount": 10_000, "tax": 1_000}
    assert mapping.constants == {"currency": "USD"}
    mapping = guess_mapping(["单据编号", "客户", "日期", "金额（万元）", "Net (USD)"], "invoices")
    assert mapping.scale == {"amount": 10_000}
    assert mapping.constants == {"currency": "USD"}


def test_amount_beside_a_gross_amount_is_net():
    found = _columns("发票号码,购买方名称,开票日期,金额,税额,价税合计", "invoices")
    assert found["amount"] == "价税合计"
    assert found["net"] == "金额"
    assert _columns("发票号,客户,日期,金额", "invoices")["amount"] == "金额"


def test_official_number_goes_before_code_and_number():
    headers = ["发票代码", "发票号码", "数电发票号码", "购买方名称", "开票日期", "价税合计"]
    pair = Source(("发票代码", "发票号码"), "join", "")
    assert guess_mapping(headers, "invoices").columns["number"] == Source(
        ("数电发票号码", pair), "first"
    )
    del headers[2]
    assert guess_mapping(headers, "invoices").columns["number"] == pair


def test_customer_is_the_code_where_code_and_name_both_stand():
    both = _columns("单据编号,客户编码,客户名称,业务日期,价税合计", "invoices")
    assert (both["customer"], both["customer_name"]) == ("客户编码", "客户名称")
    alone = _columns("单据编号,客户名称,业务日期,价税合计", "invoices")
    assert alone["customer"] == "客户名称"
    assert "customer_name" not in alone


def test_order_number_stands_in_for_a_missing_invoice_number():
    assert _columns("orderNumber,customer,orderDate,total", "invoices")["number"] == "orderNumber"
    both = _columns("invoice,order,customer,date,total", "invoices")
    assert (both["number"], both["order"]) == ("invoice", "order")


def test_missing_fields_are_named():
    mapping = guess_mapping(["发票号", "客户名称", "金额"], "invoices")
    assert missing_fields(mapping) == (
        (codes.MAPPING_FIELD_MISSING, {"field": "issue_date", "kind": "invoices"}),
    )
    assert missing_fields(guess_mapping(["receipt", "invoice", "amount"], "allocations")) == ()


@pytest.mark.parametrize(
    "headers,kind",
    [
        ("发票号,客户名称,开票日期,到期日,价税合计,备注", "invoices"),
        ("发票号,客户名称,金额", "invoices"),
        ("發票號,客戶名稱,金額", "invoices"),
        ("number,customer,issue_date,due_date,amount", "invoices"),
        ("单据编号,单据日期,客户,原币金额,到期日", "invoices"),
        ("客户编号,客户名称", "customers"),
        ("code,name,name_en,terms", "customers"),
        ("customer code,customer name,credit limit (USD)", "customers"),
        ("收款单号,客户,收款日期,收款金额", "receipts"),
        ("number,customer,date,amount,method", "receipts"),
        ("收款单号,发票号,核销金额,核销日期", "allocations"),
        ("credit_note,invoice,amount", "allocations"),
        ("交易日期,摘要,对方户名,对方账号,借方发生额,贷方发生额,余额", "bank"),
        ("交易时间,对方单位[ Payee ],转入金额(元),转出金额(元),余额", "bank"),
        ("no,name,amount", None),
        ("日期,客户,金额", None),
        ("orderNumber,productCode,quantityOrdered,priceEach", None),
        ("a,b,c", None),
        ("a,amount,c", None),
        ("", None),
    ],
)
def test_headers_tell_the_table(headers, kind):
    assert detect_kind(headers.split(",")) == kind


def test_reason_columns_are_no_fields():
    assert is_reason("#row")
    assert is_reason(" #Message")
    assert not is_reason("#")
    mapping = guess_mapping(["#row", "#column", "#code", "number", "customer"], "invoices")
    assert set(mapping.columns) == {"number", "customer"}


def test_known_headers_are_counted_once_each():
    assert known_headers(["发票号", "客户", "金额", "金额（元）", "天气"]) == 3
    assert known_headers([]) == 0
    assert not is_bank("客户")


@pytest.mark.skipif(not REAL.exists(), reason="the collected files are not here")
@pytest.mark.parametrize(
    "name,kind,expected",
    [
        (
            "ibm/WA_Fn-UseC_-Accounts-Receivable.csv",
            "invoices",
            (
                "number=invoiceNumber customer=customerID issue_date=InvoiceDate due_date=DueDate "
                "amount=InvoiceAmount"
            ),
        ),
        (
            "unicorn_inc/unicorn_inc.csv",
            "invoices",
            (
                "number=InvoiceNumber customer=CustomerName issue_date=InvoiceDate "
                "due_date=DueDate amount=BillTotal currency=Currency terms=CustomerTerms "
                "order=CustomerPoNumber status=Status"
            ),
        ),
        (
            "classicmodels/orders_with_totals.csv",
            "invoices",
            (
                "number=orderNumber customer=customerNumber issue_date=orderDate amount=total "
                "status=status"
            ),
        ),
        (
            "classicmodels/payments.csv",
            "receipts",
            "number=checkNumber customer=customerNumber date=paymentDate amount=amount",
        ),
        (
            "cumcm2020c_cn/output_invoice/E1.csv",
            "invoices",
            (
                "number=发票号码 customer=购方单位代号 issue_date=开票日期 net=金额 tax=税额 "
                "amount=价税合计 status=发票状态"
            ),
        ),
    ],
)
def test_collected_files_are_recognised(name, kind, expected):
    with (REAL / name).open(encoding="utf-8-sig", newline="") as stream:
        headers = next(csv.reader(stream))
    assert detect_kind(headers) == kind
    found = guess_mapping(headers, kind).columns
    assert {f"{field}={source.columns[0]}" for field, source in found.items()} == set(
        expected.split()
    )
