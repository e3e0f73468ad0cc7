"""import bank, reconcile: statements taken in, matched, booked."""

import pytest

STATEMENT = """账号：6222000055556666,,,,,,
交易时间,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,交易流水号
2026-03-02 09:10:11,,1000.00,11000.00,Alpha,622200001111,货款 INV-1,S0001
2026-03-03 10:00:00,200.00,,10800.00,Rent Co,622200002222,房租,S0002
2026-03-04 10:00:00,,500.00,11300.00,Beta,622200003333,INV-3 part,S0003
2026-03-05 10:00:00,,77.00,11377.00,Stranger,622200009999,?,S0004
"""
INVOICES = """number,customer,issue_date,due_date,currency,amount
INV-1,Alpha,2026-01-05,2026-02-04,CNY,1000.00
INV-2,Alpha,2026-01-06,2026-02-05,CNY,300.00
INV-3,Beta,2026-01-07,2026-02-06,CNY,800.00
"""


@pytest.fixture
def banked(book, table):
    book("import", "invoices", table(INVOICES, "invoices.csv"))
    return book


def test_a_statement_is_told_account_by_account(banked, table):
    file = table(STATEMENT, "bank.csv")
    answer = banked("import", "bank", file, as_json=True)
    assert answer.code == 0
    told = answer.json
    assert (told["read"], told["added"], told["unchanged"], told["rejected"]) == (4, 4, 0, [])
    assert told["accounts"] == [
        {
            "account": "6222000055556666",
            "currency": "CNY",
            "opening": "10000.00",
            "closing": "11377.00",
            "lines": 4,
            "credits": "1577.00",
            "debits": "200.00",
            "first": "2026-03-02",
            "last": "2026-03-05",
            "adds_up": True,
        }
    ]
    again = banked("import", "bank", file, as_json=True).json
    assert (again["added"], again["unchanged"]) == (0, 4)


def test_a_statement_is_recognised_by_itself(banked, table):
    told = banked("import", "auto", table(STATEMENT, "x.txt", "gb18030"), as_json=True).json
    assert (told["kind"], told["added"]) == ("bank", 4)


def test_what_is_no_statement_changes_nothing(banked, table):
    answer = banked("import", "bank", table("a,b\n1,2\n", "x.csv"), as_json=True)
    assert answer.code == 3
    assert "error" in answer.json


def test_reconcile_proposes_and_books_what_is_sure(banked, table):
    banked("import", "bank", table(STATEMENT, "bank.csv"))
    proposed = banked("reconcile", as_json=True)
    assert proposed.code == 0
    rows = {row["line"]: row for row in proposed.json["proposals"]}
    assert set(rows) == {"S0001", "S0003", "S0004"}
    assert rows["S0001"]["allocations"] == [{"invoice": "INV-1", "amount": "1000.00"}]
    assert rows["S0003"]["allocations"] == [{"invoice": "INV-3", "amount": "500.00"}]
    assert rows["S0004"]["allocations"] == []
    assert proposed.json["applied"] == 0
    assert banked("balance", "--customer", "Alpha", as_json=True).json["currencies"][0]["open"] == (
        "1300.00"
    )

    done = banked("reconcile", "--apply", as_json=True).json
    assert (done["applied"], done["left"]) == (2, 1)
    opened = banked("balance", "--customer", "Alpha", as_json=True).json["currencies"][0]
    assert (opened["open"], opened["unapplied"]) == ("300.00", "0.00")
    again = banked("reconcile", "--apply", as_json=True).json
    assert (again["applied"], again["left"]) == (0, 1)
    assert banked("check").code == 0


def test_a_receipt_in_the_book_is_matched_too(banked, table):
    receipts = "number,customer,date,amount,reference\nR-1,Alpha,2026-03-01,300.00,INV-2\n"
    banked("import", "receipts", table(receipts, "receipts.csv"))
    (row,) = banked("reconcile", as_json=True).json["proposals"]
    assert (row["line"], row["receipt"]) == (None, "R-1")
    assert row["allocations"] == [{"invoice": "INV-2", "amount": "300.00"}]


def test_no_amount_alone_is_ever_booked(banked, table):
    """Even with the lowest confidence asked for."""
    text = STATEMENT.replace("Alpha", "Nobody").replace("货款 INV-1", "转账")
    banked("import", "bank", table(text, "bank.csv"))
    done = banked("reconcile", "--apply", "--min-confidence", "0.01", as_json=True).json
    booked = {row["line"] for row in done["proposals"] if row["automatic"]}
    assert "S0001" not in booked


@pytest.mark.parametrize("typed", ["2", "x", "-1", "101%"])
def test_a_confidence_is_a_share(book, typed):
    answer = book("reconcile", "--min-confidence", typed)
    assert answer.code == (0 if typed == "2" else 2)
