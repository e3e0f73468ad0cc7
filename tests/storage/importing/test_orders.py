"""Tables of orders into a book: new ones, known ones brought up, the same twice."""

import csv
from datetime import date

import pytest

from domain.reading.columns import detect_kind
from storage.importing import take
from tests.credit_desk import CreditDesk

HEAD = ("订单号", "客户编号", "订单日期", "订单金额", "已交付金额", "订单状态", "币种")


@pytest.fixture
def desk(tmp_path):
    opened = CreditDesk(tmp_path / "book.sqlite")
    opened.folder = tmp_path
    yield opened
    assert opened.check() == []
    opened.close()


def bring(desk, *rows, head=HEAD, kind="orders"):
    path = desk.folder / "orders.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return take(desk.book, kind, path)


def told(report):
    return report.added, report.updated, report.unchanged, len(report.rejected)


def left(desk, on=date.max):
    return {
        one.order.number: (one.to_deliver, one.to_invoice)
        for one in desk.book.reader.order_states(on)
    }


ROW = ("SO-1", "C1", "2026-01-05", "1,000.00", "400.00", "执行中", "CNY")


def test_orders_become_exposure_and_the_same_file_changes_nothing(desk):
    assert told(bring(desk, ROW)) == (1, 0, 0, 0)
    assert desk.parts("2026-01-05") == {
        "orders": "600.00",
        "deliveries": "400.00",
        "total": "1000.00",
    }
    before = desk.facts()
    assert told(bring(desk, ROW)) == (0, 0, 1, 0)
    assert desk.facts() == before


def test_a_later_file_brings_an_order_up_from_its_day_of_delivery(desk):
    head = (*HEAD, "最近发货日期")
    bring(desk, (*ROW, ""), head=head)
    more = ("SO-1", "C1", "2026-01-05", "1,000.00", "1,000.00", "执行中", "CNY", "2026-02-10")
    assert told(bring(desk, more, head=head)) == (0, 1, 0, 0)
    assert left(desk, date(2026, 2, 9)) == {"SO-1": (600_00, 400_00)}
    assert left(desk, date(2026, 2, 10)) == {"SO-1": (0, 1000_00)}


def test_a_closed_order_has_nothing_left_to_deliver(desk):
    bring(desk, ("SO-1", "C1", "2026-01-05", "1,000.00", "400.00", "已关闭", "CNY"))
    assert left(desk) == {"SO-1": (0, 400_00)}


def test_an_order_that_the_check_would_block_is_taken_in_all_the_same(desk):
    desk.limit("100.00")
    assert told(bring(desk, ROW)) == (1, 0, 0, 0)
    assert desk.ask(None, "2026-01-05").blocks == ("limit.over",)


def test_rows_that_mean_nothing_or_two_things_are_refused_and_the_others_go_on(desk):
    report = bring(
        desk,
        ROW,
        ("SO-2", "C1", "2026-01-05", "0.00", "", "", "CNY"),
        ("SO-3", "C1", "", "10.00", "", "", "CNY"),
        ("SO-4", "C1", "2026-01-05", "10.00", "-1.00", "", "CNY"),
        ("SO-5", "C1", "2026-01-05", "10.00", "", "", "CNY"),
        ("SO-5", "C1", "2026-01-05", "20.00", "", "", "CNY"),
    )
    assert told(report) == (1, 0, 0, 5)
    assert [one.code for one in report.rejected] == [
        "amount.not_positive",
        "row.field_empty",
        "amount.not_positive",
        "number.ambiguous",
        "number.ambiguous",
    ]


def test_an_unknown_customer_is_made_and_told(desk):
    report = bring(desk, ("SO-1", "云杉贸易", "2026-01-05", "10.00", "", "", ""))
    assert report.created_customers == ("C0002",)
    assert desk.book.reader.order_states(date.max)[0].order.currency == "CNY"


def test_only_a_table_that_says_what_was_delivered_is_taken_for_orders():
    assert detect_kind(HEAD) == "orders"
    invoices = ("发票号码", "购方名称", "开票日期", "价税合计", "订单号")
    assert detect_kind(invoices) == "invoices"
