"""The limitation clock and the register of events by `report`."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from domain.legal_event import Channel, EventKind, LegalEvent
from domain.limitation import add_years
from domain.services import legal
from storage.book import open_book
from tests.ui.cli.test_real_data import DATA, ledger

INVOICES = """number,customer,issue_date,due_date,currency,amount
A-1,Alpha,2023-10-20,2023-11-20,CNY,900.00
A-2,Alpha,2023-10-20,2023-11-20,CNY,800.00
B-1,Beta,2020-01-10,2020-02-09,CNY,500.00
B-2,Beta,2026-03-01,2026-03-31,USD,99.90
"""
RECEIPTS = """number,customer,date,currency,amount
R-1,Alpha,2025-03-05,CNY,100.00
"""
ALLOCATIONS = """receipt,invoice,amount,date
R-1,A-2,100.00,2025-03-06
"""


@pytest.fixture
def desk(book, table):
    for kind, text in (
        ("invoices", INVOICES),
        ("receipts", RECEIPTS),
        ("allocations", ALLOCATIONS),
    ):
        assert book("import", kind, table(text, f"{kind}.csv")).code == 0
    return book


def report(cli, folder, name, *params, lang="en"):
    """Return a report's rows as the CSV file has them: a dict by column each."""
    out = folder / f"{name}.csv"
    told = cli("report", name, *params, "--out", out, lang=lang)
    assert told.code == 0, told.err
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))


def test_the_nearest_last_safe_day_comes_first(desk, tmp_path):
    rows = report(desk, tmp_path, "limitation", "--param", "as_of=2026-06-01")
    told = [
        (row["Number"], row["Last safe day"], row["Days left"], row["Alert"], row["Last event"])
        for row in rows
    ]
    assert told == [
        ("B-1", "2023-02-09", "-1208", "Past", ""),
        ("A-1", "2026-11-20", "172", "Within 180 days", ""),
        ("A-2", "2028-03-05", "643", "", "Part payment 5 Mar 2025 R-1"),
        ("B-2", "2029-03-31", "1034", "", ""),
    ]
    assert [row["Open"] for row in rows] == ["500.00", "900.00", "700.00", "99.90"]


def test_before_the_allocation_its_payment_is_not_known(desk, tmp_path):
    rows = report(desk, tmp_path, "limitation", "--param", "as_of=2025-03-05", lang="zh")
    assert {row["单据号"]: row["最后安全日"] for row in rows} == {
        "B-1": "2023-02-09",
        "A-1": "2026-11-20",
        "A-2": "2026-11-20",
    }


def test_a_customer_or_a_currency_can_be_asked_for(desk, tmp_path):
    narrowed = [
        [row["Number"] for row in report(desk, tmp_path, "limitation", "--param", param)]
        for param in ("customer=Beta", "currency=USD")
    ]
    assert narrowed == [["B-1", "B-2"], ["B-2"]]


def test_the_page_says_that_it_is_no_advice(desk, tmp_path):
    from python_calamine import CalamineWorkbook

    for lang, advice in (("zh", "不构成法律意见"), ("en", "not legal advice")):
        for name in ("limitation", "legal-events"):
            out = tmp_path / f"{name}.xlsx"
            assert desk("report", name, "--out", out, lang=lang).code == 0
            rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
            assert any(advice in str(cell) for row in rows for cell in row), (name, lang)
            assert desk("report", name, "--out", tmp_path / "page.pdf", lang=lang).code == 0


def test_the_register_lists_what_was_recorded(desk, tmp_path):
    made = open_book(tmp_path / "book.qz")
    customer = made.reader.find_customer("Alpha")
    (item,) = [one for one in made.reader.open_items(date(2026, 6, 1)) if one.number == "A-1"]
    letter = LegalEvent(
        kind=EventKind.LETTER_DELIVERED,
        customer_id=customer,
        happened_on=date(2026, 5, 4),
        arrived_on=date(2026, 5, 6),
        channel=Channel.EMS,
        number="EA1",
        item_ids=(item.id,),
    )
    legal.record_event(made.unit_of_work("tester"), letter, date(2026, 6, 1))
    made.close()
    (row,) = report(desk, tmp_path, "legal-events", "--param", "as_of=2026-06-01")
    assert list(row.values())[2:] == [
        *("Letter delivered", "2026-05-04", "A-1", "EMS EA1", "arrived 6 May 2026"),
        *("", "Strong", ""),
    ]
    assert report(desk, tmp_path, "legal-events", "--param", "as_of=2026-05-03") == []
    rows = report(desk, tmp_path, "limitation", "--param", "as_of=2026-06-01")
    assert {row["Number"]: row["Last safe day"] for row in rows}["A-1"] == "2029-05-06"


@pytest.mark.skipif(not DATA.is_dir(), reason="the ledgers are not here")
def test_a_ledger_of_others_has_a_clock_for_each_open_item(cli, tmp_path):
    file = "WA_Fn-UseC_-Accounts-Receivable.csv"
    ledger(
        cli,
        "ibm",
        [(kind, file, f"ibm-{kind}") for kind in ("invoices", "receipts", "allocations")],
    )
    rows = report(cli, tmp_path, "limitation", "--param", "as_of=2012-12-31")
    assert len(rows) == 99
    assert sum(Decimal(row["Open"]) for row in rows) == Decimal("5725.06")
    days = [(date.fromisoformat(row["From"]), row["Last safe day"]) for row in rows]
    assert {last for _, last in days} == {add_years(start, 3).isoformat() for start, _ in days}
    assert [int(row["Days left"]) for row in rows] == sorted(int(row["Days left"]) for row in rows)
