"""Exposure in balance, orders from a file, and the credit check, as the command line tells them."""

import csv

import pytest


@pytest.fixture
def limited(filled, tmp_path):
    """Return the command line over a book in which Alpha has a limit and an order."""

    def bring(kind, *rows):
        path = tmp_path / f"{kind}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return filled("import", kind, str(path), as_json=True).json

    bring("customers", ("code", "name", "credit_limit"), ("Alpha", "Alpha", "1000.00"))
    orders = (
        ("number", "customer", "date", "amount", "delivered", "status"),
        ("SO-1", "Alpha", "2026-03-01", "200.00", "50.00", "open"),
    )
    assert bring("orders", *orders)["added"] == 1
    assert bring("orders", *orders)["unchanged"] == 1
    return filled


def test_balance_adds_exposure_by_component(limited):
    told = limited("balance", "--customer", "Alpha", "--as-of", "2026-03-31", as_json=True).json
    exposure = told["exposure"]
    assert exposure["amount"] == "650.50"
    assert exposure["by_currency"] == {"CNY": "650.50"}
    assert exposure["limit"] == "1000.00"
    assert exposure["total"] == "850.50"
    assert exposure["components"] == {
        "not_due": "0.00",
        "overdue": "650.50",
        "returned": "0.00",
        "orders": "150.00",
        "deliveries": "50.00",
        "bills": "0.00",
        "unapplied": "0.00",
        "deposits": "0.00",
    }
    lines = limited("balance", "--customer", "Alpha", "--as-of", "2026-03-31", lang="zh").out
    assert "未发货订单" in lines


def ask(desk, *more, **how):
    asked = ("credit-check", "--customer", "Alpha", "--as-of", "2026-03-31", *more)
    return desk(*asked, **{"as_json": True, **how})


def test_the_check_says_no_with_its_reasons_and_exit_code(limited):
    answer = ask(limited, "--amount", "50,000", "--days", "60")
    assert answer.code == 1
    told = answer.json
    assert (told["verdict"], told["asked"], told["after"]) == ("block", "50000.00", "50850.50")
    assert told["reasons"][0]["code"] == "limit.over"
    assert "49,850.50 CNY" in told["reasons"][0]["message"]


def test_the_check_passes_a_customer_who_owes_nothing(filled, tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("code,name\nNew,New\n", encoding="utf-8")
    filled("import", "customers", str(path))
    answer = filled("credit-check", "--customer", "New", "--amount", "1.00", as_json=True)
    assert (answer.code, answer.json["verdict"]) == (0, "pass")


def test_the_check_in_words(limited):
    answer = ask(limited, "--amount", "50,000", as_json=False, lang="zh")
    assert "不能赊销" in answer.out
    assert "超出信用额度" in answer.out


def test_an_amount_that_cannot_be_read_is_wrong_usage(limited):
    assert ask(limited, "--amount", "much").code == 2
    assert ask(limited, "--amount", "-5").code == 2
