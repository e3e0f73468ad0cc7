"""The reports of cover by `report`: exposure, deadlines, declarations, guarantees."""

from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from domain.cover.insurance import BuyerLimit
from domain.credit.file.security import Security, SecurityType
from domain.services import cover, records
from storage.book import open_book
from tests.domain.cover.cover_desk import END, START, policy
from tests.ui.cli.test_limitation import report

INVOICES = """number,customer,issue_date,due_date,currency,amount
A-1,Alpha,2026-01-05,2026-02-04,CNY,60000.00
A-2,Alpha,2026-02-10,2026-03-12,CNY,80000.00
B-1,Beta,2026-01-10,2026-02-09,CNY,500.00
"""
AS_OF = ("--param", "as_of=2026-04-01")


@pytest.fixture
def desk(book, table, tmp_path):
    assert book("import", "invoices", table(INVOICES, "invoices.csv")).code == 0
    made = open_book(tmp_path / "book.qz")
    alpha = made.reader.find_customer("Alpha")
    cover.keep_policy(made.unit_of_work("t"), policy(), dated_on=START, ends_on=END)
    limit = BuyerLimit(policy="P-1", amount_minor=10_000_000)
    cover.keep_limit(made.unit_of_work("t"), limit, customer_id=alpha, dated_on=START)
    value = Security(
        type=SecurityType.GUARANTEE, giver="Zhang", amount=1_000_000, debt_due_on=date(2026, 2, 4)
    )
    records.keep_record(made.unit_of_work("t"), value, customer_id=alpha, dated_on=START)
    made.close()
    return book


def test_exposure_adds_up_and_says_what_is_insured(desk, tmp_path):
    alpha, beta = report(desk, tmp_path, "insured-exposure", *AS_OF)
    assert (alpha["Open"], alpha["In the limit"], alpha["Insured"], alpha["Own risk"]) == (
        "140000.00",
        "100000.00",
        "90000.00",
        "50000.00",
    )
    assert (beta["Insured"], beta["Own risk"]) == ("0.00", "500.00")
    out = tmp_path / "exposure.xlsx"
    assert desk("report", "insured-exposure", *AS_OF, "--out", out).code == 0
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert [rows[-1][at] for at in (5, 8, 9)] == [140500.0, 90000.0, 50500.0]


def test_deadlines_name_the_next_step_the_nearest_first(desk, tmp_path):
    first, second = report(desk, tmp_path, "insurance-deadlines", *AS_OF)
    assert (first["Number"], first["Next step"], first["By"], first["Days left"]) == (
        "A-1",
        "Notify",
        "2026-05-05",
        "34",
    )
    assert (second["Number"], second["Claim by"]) == ("A-2", "2026-11-11")


def test_months_to_declare_and_guarantees_are_listed_in_both_languages(desk, tmp_path):
    rows = report(desk, tmp_path, "declarations", *AS_OF)
    assert [(row["Month"], row["To declare"], row["Declare by"]) for row in rows] == [
        ("2026-02", "80000.00", "2026-03-15"),
        ("2026-01", "60000.00", "2026-02-15"),
    ]
    (row,) = report(desk, tmp_path, "guarantees", *AS_OF, lang="zh")
    assert (row["保证人"], row["保证方式"], row["期间届满"]) == ("Zhang", "一般保证", "2026-08-04")
    assert row["期间内须"] == "对债务人起诉或仲裁"


def test_an_empty_book_gives_empty_reports(book, tmp_path):
    for name in ("insured-exposure", "insurance-deadlines", "declarations", "guarantees"):
        assert report(book, tmp_path, name, *AS_OF) == []
        assert book("report", name, "--out", tmp_path / f"{name}.pdf").code == 0
