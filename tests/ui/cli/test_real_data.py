"""Three ledgers of other people, through the importer and the command line, to the cent."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "receivables"
MAPPINGS = Path(__file__).resolve().parents[2] / "data" / "mappings"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the ledgers are not here")


def ledger(cli, folder, steps):
    """Make a book in dollars of a ledger: (kind, file, mapping, more words) each."""
    assert cli("init", "--company", folder, "--currency", "USD").code == 0
    for kind, file, mapping, *more in steps:
        words = ("import", kind, DATA / folder / file, "--map", MAPPINGS / f"{mapping}.json")
        told = cli(*words, *more, as_json=True)
        assert (told.code, told.json["rejected"]) == (0, [])
        assert told.json["added"] == told.json["read"]


def totals(cli, on, currency="USD"):
    told = cli("ageing", "--as-of", on, as_json=True).json
    (row,) = [one for one in told["totals"] if one["currency"] == currency]
    keys = ("not_due", "1-30", "31-60", "61-90", "91+", "no_due_date", "items")
    return row["balance"], row["unapplied"], *(row[key] for key in keys)


def largest(cli, on, count, currency="USD"):
    rows = cli("ageing", "--as-of", on, as_json=True).json["rows"]
    mine = [row for row in rows if row["currency"] == currency]
    mine.sort(key=lambda row: (-float(row["balance"]), row["customer"]))
    return [(row["name"], row["items"], row["balance"]) for row in mine[:count]]


def test_ibm(cli):
    file = "WA_Fn-UseC_-Accounts-Receivable.csv"
    kinds = ("invoices", "receipts", "allocations")
    ledger(cli, "ibm", [(kind, file, f"ibm-{kind}") for kind in kinds])

    assert totals(cli, "2012-12-31") == (
        *("5725.06", "0.00", "4936.32", "788.74", "0.00", "0.00", "0.00", "0.00"),
        99,
    )
    assert largest(cli, "2012-12-31", 10) == [
        ("4640-FGEJI", 3, "236.38"),
        ("5573-KSOIA", 3, "230.29"),
        ("7841-HROAQ", 3, "212.01"),
        ("0688-XNJRO", 5, "192.13"),
        ("3831-FXWYK", 3, "179.97"),
        ("3569-VJWXS", 3, "157.66"),
        ("9725-EZTEJ", 2, "157.56"),
        ("5529-TBPGK", 3, "156.04"),
        ("8976-AMJEO", 2, "152.65"),
        ("8102-ABPKQ", 2, "148.71"),
    ]
    rows = cli("ageing", "--as-of", "2012-12-31", as_json=True).json["rows"]
    assert len([row for row in rows if row["balance"] != "0.00"]) == 61
    assert totals(cli, "2012-10-31")[0] == "5926.23"
    assert totals(cli, "2012-11-30")[0] == "5809.21"
    assert cli("check").code == 0


@pytest.mark.parametrize(
    "invoices,buckets",
    [
        ("unicorn-invoices", ("13645.38", "5466.03", "5977.31", "4123.40", "39537.28", "0.00")),
        (
            "unicorn-invoices-undated",
            ("12883.70", "2034.57", "4704.42", "4123.40", "39537.28", "5466.03"),
        ),
    ],
)
def test_unicorn(cli, invoices, buckets):
    file = "unicorn_inc.csv"
    steps = [
        ("invoices", file, invoices),
        ("receipts", file, "unicorn-receipts"),
        ("allocations", file, "unicorn-allocations"),
    ]
    ledger(cli, "unicorn_inc", steps)

    assert totals(cli, "2025-06-30") == ("68749.40", "0.00", *buckets, 69)
    cad = totals(cli, "2025-06-30", "CAD")
    assert cad == ("172.03", "0.00", "0.00", "0.00", "172.03", "0.00", "0.00", "0.00", 1)
    assert largest(cli, "2025-06-30", 3) == [
        ("LogicNest", 19, "32109.50"),
        ("Code Catalyst", 9, "5466.03"),
        ("Integrity Investments", 4, "4942.93"),
    ]
    assert totals(cli, "2025-09-30")[0] == "495396.08"
    assert totals(cli, "2025-09-30", "CAD")[0] == "4324.89"


def test_classicmodels(cli):
    ledger(
        cli,
        "classicmodels",
        [
            ("invoices", "orders_with_totals.csv", "classicmodels-orders"),
            ("receipts", "payments.csv", "classicmodels-payments", "--allocate"),
        ],
    )

    assert totals(cli, "2004-12-31") == (
        *("30853.77", "73701.28", "64435.97", "40119.08", "0.00", "0.00", "0.00", "0.00"),
        4,
    )
    assert [entry[::2] for entry in largest(cli, "2004-12-31", 3)] == [
        ("353", "49705.52"),
        ("282", "31835.36"),
        ("144", "23014.17"),
    ]
    assert cli("check").code == 0
