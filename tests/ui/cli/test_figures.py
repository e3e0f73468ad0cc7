"""ageing, balance and report: shapes and numbers."""

import csv
import io

import pytest

from tests.ui.cli.conftest import INVOICES


def test_ageing_answers_in_the_shape_of_the_contract(filled):
    told = filled("ageing", "--as-of", "2026-03-31", as_json=True).json

    alpha = {
        "currency": "CNY",
        "balance": "650.50",
        "unapplied": "0.00",
        "not_due": "0.00",
        "1-30": "250.50",
        "31-60": "400.00",
        "61-90": "0.00",
        "91+": "0.00",
        "no_due_date": "0.00",
        "items": 2,
    }
    beta = {
        **dict.fromkeys(alpha, "0.00"),
        "currency": "USD",
        "balance": "99.90",
        "1-30": "99.90",
        "items": 1,
    }
    assert told == {
        "as_of": "2026-03-31",
        "basis": "due",
        "buckets": ["not_due", "1-30", "31-60", "61-90", "91+"],
        "rows": [
            {"customer": "Alpha", "name": "Alpha", **alpha, "oldest_days": 55},
            {"customer": "Beta", "name": "Beta", **beta, "oldest_days": 28},
        ],
        "totals": [alpha, beta],
    }


def test_an_item_due_on_the_day_itself_is_not_overdue(filled):
    (row, _) = filled("ageing", "--as-of", "2026-03-12", as_json=True).json["rows"]

    assert (row["not_due"], row["31-60"]) == ("250.50", "400.00")


def test_an_item_without_a_due_date_has_its_own_bucket(book, table):
    book("import", "invoices", table("number,customer,issue_date,amount\n1,A,2026-01-01,5\n"))

    told = book("ageing", "--as-of", "2026-03-31", as_json=True).json

    assert told["buckets"][-1] == "no_due_date"
    assert told["rows"][0]["no_due_date"] == "5.00"


def test_ageing_by_document_date_by_item_and_in_own_buckets(filled):
    told = filled(
        *("ageing", "--as-of", "2026-03-31", "--basis", "document", "--by", "item"),
        *("--buckets", "60,120"),
        as_json=True,
    ).json

    assert told["buckets"] == ["not_due", "1-60", "61-120", "121+"]
    found = {row["number"]: (row["1-60"], row["61-120"]) for row in told["rows"]}
    assert found == {
        "INV-1": ("0.00", "400.00"),
        "INV-2": ("250.50", "0.00"),
        "INV-3": ("99.90", "0.00"),
    }


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
def test_ageing_is_written_as_a_file(filled, tmp_path, ending):
    out = tmp_path / f"ageing.{ending}"

    told = filled("ageing", "--as-of", "2026-03-31", "--out", out, as_json=True)

    assert told.json["file"] == str(out)
    head = out.read_bytes()[:5]
    assert head.startswith({"pdf": b"%PDF-", "xlsx": b"PK", "csv": b"\xef\xbb\xbf"}[ending])


def test_balance_answers_in_the_shape_of_the_contract(filled):
    told = filled("balance", "--customer", "Alpha", "--as-of", "2026-03-31", as_json=True).json
    added = {"total", "components", "components_by_currency", "unvalued"}
    told["exposure"] = {key: told["exposure"][key] for key in told["exposure"].keys() - added}

    assert told == {
        "customer": "Alpha",
        "name": "Alpha",
        "as_of": "2026-03-31",
        "currencies": [
            {
                "currency": "CNY",
                "open": "650.50",
                "overdue": "650.50",
                "unapplied": "0.00",
                "disputed": "0.00",
            }
        ],
        "exposure": {
            "currency": "CNY",
            "limit": None,
            "amount": "650.50",
            "by_currency": {"CNY": "650.50"},
        },
        "items": [
            {
                "number": "INV-1",
                "type": "invoice",
                "issue_date": "2026-01-05",
                "due_date": "2026-02-04",
                "days_overdue": 55,
                "currency": "CNY",
                "amount": "1000.00",
                "open": "400.00",
            },
            {
                "number": "INV-2",
                "type": "invoice",
                "issue_date": "2026-02-10",
                "due_date": "2026-03-12",
                "days_overdue": 19,
                "currency": "CNY",
                "amount": "250.50",
                "open": "250.50",
            },
        ],
    }


def test_balance_for_a_person_is_worded(filled):
    zh = filled("balance", "--customer", "Alpha", "--as-of", "2026-03-31", lang="zh").out
    en = filled("balance", "--customer", "Alpha", "--as-of", "2026-03-31").out

    assert "发票" in zh
    assert "未清 650.50" in zh
    assert "Invoice" in en


def test_every_report_of_the_gallery_is_written_in_every_form(filled, tmp_path):
    listed = filled("report", "--list", as_json=True).json["reports"]
    assert {"ageing", "open-items", "customers"} <= {one["name"] for one in listed}
    failed = []
    for one in listed:
        for ending in ("pdf", "xlsx", "csv"):
            out = tmp_path / f"{one['name']}.{ending}"
            asked = ("report", one["name"], "--param", "as_of=2026-03-31", "--out", out)
            told = filled(*asked)
            if told.code == 3:
                told = filled(*asked, "--param", "customer=Beta")
            if (told.code, out.exists()) != (0, True):
                failed.append((one["name"], ending))
    # A file and a form to be filled in by hand are pages and nothing else.
    pages = ("credit-file", "site-visit")
    assert failed == [(name, ending) for name in pages for ending in ("xlsx", "csv")]


def test_a_report_takes_its_parameters(filled, tmp_path):
    out = tmp_path / "items.csv"
    params = ("--param", "as_of=2026-03-31", "--param", "customer=Beta")

    filled("report", "open-items", *params, "--out", out)

    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert [row for row in rows if "INV-3" in row]
    assert not [row for row in rows if "INV-1" in row]


@pytest.mark.parametrize(
    "words",
    [
        ("nosuch", "--out", "x.pdf"),
        ("ageing",),
        ("ageing", "--out", "x.docx"),
        ("ageing", "--out", "x.pdf", "--param", "as_of=yesterday"),
        ("ageing", "--out", "x.pdf", "--param", "basis=moon"),
        ("ageing", "--out", "x.pdf", "--param", "buckets=90,30"),
        ("ageing", "--out", "x.pdf", "--param", "colour=red"),
        ("ageing", "--out", "x.pdf", "--param", "as_of"),
        (),
    ],
)
def test_a_report_asked_for_wrongly_is_wrong_usage(filled, words):
    answer = filled("report", *words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()


def test_figures_are_right_before_anything_happened(book, table):
    book("import", "invoices", table(INVOICES))

    assert book("ageing", "--as-of", "2025-12-31", as_json=True).json["totals"] == []
