"""The reports of figures: their rows and foot, in both languages, and a ledger of others."""

import csv
import io
from collections import defaultdict
from datetime import datetime
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from tests.ui.cli.test_real_data import DATA, ledger

INVOICES = """number,customer,issue_date,due_date,currency,amount
A-1,Alpha,2026-01-10,2026-02-09,CNY,900.00
A-2,Alpha,2026-02-10,2026-03-12,CNY,800.00
A-3,Alpha,2026-03-10,2026-04-09,CNY,1000.00
B-1,Beta,2026-03-01,2026-05-20,CNY,500.00
B-2,Beta,2026-03-01,2026-03-31,USD,99.90
"""
RECEIPTS = """number,customer,date,currency,amount
R-1,Alpha,2026-02-14,CNY,900.00
R-2,Alpha,2026-03-17,CNY,800.00
R-3,Alpha,2026-03-31,CNY,400.00
R-4,Gamma,2026-03-31,CNY,50.00
"""
ALLOCATIONS = """receipt,invoice,amount,date
R-1,A-1,900.00,2026-02-14
R-2,A-2,800.00,2026-03-17
R-3,A-3,400.00,2026-03-31
"""
AS_OF = ("--param", "as_of=2026-03-31")


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


def cells(cli, folder, name, *params, lang="en"):
    """Return all rows of a report as the Excel file has them, title and foot too."""
    out = folder / f"{name}.xlsx"
    assert cli("report", name, *params, "--out", out, lang=lang).code == 0
    sheet = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0)
    return [[cell for cell in row if cell != ""] for row in sheet.to_python()]


def test_key_figures_by_month_and_currency(desk, tmp_path):
    rows = report(desk, tmp_path, "kpi", *AS_OF)

    assert [(row["Currency"], row["Month"]) for row in rows] == [
        ("CNY", "2026-01"),
        ("CNY", "2026-02"),
        ("CNY", "2026-03"),
        ("USD", "2026-03"),
    ]
    assert list(rows[2].values()) == [
        *("CNY", "2026-03", "1500.00", "1250.00", "1050.00", "1100.00", "0.00"),
        # 1,100 of 3,200 in 90 days; 1,100 of the 1,500 of March's 31 days
        *("30.94", "22.73", "30.94", "0.00"),
        *("100.00", "0.00", "", "0.00"),
    ]
    february = rows[1]
    assert (february["Open"], february["Overdue"], february["CEI %"]) == (
        "800.00",
        "0.00",
        "100.00",
    )


def test_what_is_overdue_costs_days_and_lowers_the_index(desk, tmp_path):
    (row,) = [
        row
        for row in report(
            desk, tmp_path, "kpi", "--param", "as_of=2026-04-30", "--param", "currency=CNY"
        )
        if row["Month"] == "2026-04"
    ]

    assert (row["Open"], row["Overdue"], row["Overdue %"]) == ("1100.00", "600.00", "54.55")
    assert Decimal(row["DSO"]) - Decimal(row["Best DSO"]) == Decimal(row["ADD"])
    # nothing was collected of the 600 that were there to be collected
    assert row["CEI %"] == "0.00"


def test_a_default_shows_from_its_91st_day(desk, tmp_path):
    def told(day):
        params = ("--param", f"as_of={day}", "--param", "currency=CNY")
        return report(desk, tmp_path, "kpi", *params)[-1]["Default %"]

    # A-3 was due on 9 April; 600 of 3,200 billed
    assert (told("2026-07-08"), told("2026-07-09")) == ("0.00", "18.75")


def test_no_more_than_24_months_are_shown_and_their_sums_stand_below(desk, tmp_path):
    params = ("--param", "as_of=2028-02-29", "--param", "currency=CNY")
    rows = report(desk, tmp_path, "kpi", *params)
    foot = cells(desk, tmp_path, "kpi", *params)[-1]

    assert (len(rows), rows[0]["Month"], rows[-1]["Month"]) == (24, "2026-03", "2028-02")
    assert foot == ["CNY", "Total", 1500.0, 1250.0]


def test_concentration_ranks_customers_and_tells_the_largest_together(desk, tmp_path):
    rows = report(desk, tmp_path, "concentration", *AS_OF)

    assert [list(row.values()) for row in rows] == [
        ["1", "Alpha", "Alpha", "CNY", "600.00", "54.55", "54.55"],
        ["2", "Beta", "Beta", "CNY", "500.00", "45.45", "100.00"],
        ["1", "Beta", "Beta", "USD", "99.90", "100.00", "100.00"],
    ]
    foot = cells(desk, tmp_path, "concentration", *AS_OF)[-7:]
    assert foot == [
        ["Credit balances (not in the shares)", "CNY", -50.0],
        ["Total", "CNY", 1100.0, 100.0],
        ["Top 1", "CNY", 600.0, 54.55],
        ["HHI 5,041 (high)", "CNY"],
        ["Total", "USD", 99.9, 100.0],
        ["Top 1", "USD", 99.9, 100.0],
        ["HHI 10,000 (high)", "USD"],
    ]


def test_concentration_of_what_was_billed_and_by_group(desk, tmp_path):
    params = (*AS_OF, "--param", "of=sales", "--param", "by=group", "--param", "currency=CNY")
    rows = report(desk, tmp_path, "concentration", *params)

    assert [(row["Name"], row["Amount"], row["Share %"]) for row in rows] == [
        ("Alpha", "2700.00", "84.38"),
        ("Beta", "500.00", "15.63"),
    ]


def test_concentration_by_currency_says_which_rate_is_missing(desk, tmp_path):
    told = desk(
        *("report", "concentration", *AS_OF, "--param", "by=currency"),
        *("--out", tmp_path / "out.csv"),
    )

    assert told.code != 0
    assert "USD" in told.err


def test_payment_behaviour_by_customer(desk, tmp_path):
    rows = report(desk, tmp_path, "payment-behaviour", "--param", "as_of=2026-12-31", lang="zh")

    assert rows == [
        {
            "客户编号": "Alpha",
            "客户名称": "Alpha",
            "币种": "CNY",
            "类型": "笔数不足",
            "常付星期": "",
            "常付日": "",
            "已付笔数": "2",
            "中位数": "5.0",
            "平均": "5.0",
            "加权": "5.0",
            "MAD": "0.0",
            "趋势": "",
            "异常笔数": "",
        }
    ]
    foot = cells(desk, tmp_path, "payment-behaviour", "--param", "as_of=2026-12-31", lang="zh")[-1]
    assert foot == ["合计", "CNY", 2.0, 5.0, 5.0]


def test_insurance_need_tells_four_tests(desk, tmp_path):
    rows = report(desk, tmp_path, "insurance-need", *AS_OF)

    assert [(row["Test"], row["Met"], row["Actual"]) for row in rows] == [
        ("1", "no", "3200.00"),
        ("2", "yes", "84.38"),
        ("2", "yes", "100.00"),
        ("2", "yes", "7363"),
        ("3", "yes", "1"),
        ("4", "yes", "80"),
        ("4", "no", "37.81"),
    ]
    assert rows[4]["Which"] == "USD"
    foot = cells(desk, tmp_path, "insurance-need", *AS_OF)[-2:]
    assert foot == [["3 of 4 tests met"], ["Foreign documents without a rate, in no amount: 1"]]


@pytest.mark.parametrize("name", ["kpi", "concentration", "payment-behaviour", "insurance-need"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reports_of_an_empty_book_are_written(book, tmp_path, name, lang):
    for ending in ("pdf", "xlsx", "csv"):
        out = tmp_path / f"out.{ending}"
        assert book("report", name, "--out", out, lang=lang).code == 0
        assert out.stat().st_size > 20


@pytest.mark.parametrize("lang,said", [("zh", "截至 2026-03-31"), ("en", "As of 2026-03-31")])
def test_titles_and_notes_follow_the_language(desk, tmp_path, lang, said):
    titles = {
        "kpi": ("应收关键指标", "Key figures"),
        "concentration": ("集中度分析", "Concentration"),
        "payment-behaviour": ("付款习惯分析", "Payment behaviour"),
        "insurance-need": ("信用保险需求评估", "Credit insurance need"),
    }
    for name, pair in titles.items():
        (title, *_), (note, *_), *_ = cells(desk, tmp_path, name, *AS_OF, lang=lang)

        assert title == pair[lang == "en"]
        assert said in note


@pytest.mark.parametrize("params", ["by=colour", "of=moon", "basis=due", "customer=Alpha"])
def test_a_parameter_it_does_not_know_is_wrong_usage(desk, tmp_path, params):
    told = desk("report", "concentration", "--param", params, "--out", tmp_path / "out.csv")

    assert told.code == 2


# a ledger of other people


@pytest.fixture
def ibm(cli):
    if not DATA.is_dir():
        pytest.skip("the ledgers are not here")
    file = "WA_Fn-UseC_-Accounts-Receivable.csv"
    kinds = ("invoices", "receipts", "allocations")
    ledger(cli, "ibm", [(kind, file, f"ibm-{kind}") for kind in kinds])
    with (DATA / "ibm" / file).open(encoding="utf-8") as lines:
        return [
            {
                "customer": row["customerID"],
                "amount": Decimal(row["InvoiceAmount"]),
                "late": (_day(row["SettledDate"]) - _day(row["DueDate"])).days,
                "paid": _day(row["SettledDate"]),
            }
            for row in csv.DictReader(lines)
        ]


def _day(written):
    return datetime.strptime(written, "%m/%d/%Y").date()  # noqa: DTZ007


def test_countback_of_a_real_ledger(cli, ibm, tmp_path):
    rows = report(cli, tmp_path, "kpi", "--param", "as_of=2012-12-31")

    told = [(row["Month"], row["Billed"], row["Open"], row["Countback"]) for row in rows[-3:]]
    assert told == [
        ("2012-10", "6623.76", "5926.23", "27.74"),
        ("2012-11", "6535.49", "5809.21", "26.67"),
        ("2012-12", "6493.87", "5725.06", "27.33"),
    ]
    assert (rows[-1]["Balance"], rows[-1]["Overdue"], rows[-1]["Overdue %"]) == (
        "5725.06",
        "788.74",
        "13.78",
    )
    for row in rows[-3:]:
        alone = report(cli, tmp_path, "kpi", "--param", f"as_of={_month_end(row['Month'])}")[-1]
        assert alone == row


def _month_end(month):
    return f"{month}-{'30' if month == '2012-11' else '31'}"


def test_days_late_of_a_real_ledger(cli, ibm, tmp_path):
    params = ("--param", "as_of=2013-12-31")
    rows = report(cli, tmp_path, "payment-behaviour", *params)
    (*_, count, mean, weighted) = cells(cli, tmp_path, "payment-behaviour", *params)[-1]

    year = [row for row in ibm if _day("12/31/2012") < row["paid"] <= _day("12/31/2013")]
    by_customer = defaultdict(list)
    for row in year:
        by_customer[row["customer"]].append(row["late"])
    assert {row["Code"]: int(row["Paid"]) for row in rows} == {
        customer: len(late) for customer, late in by_customer.items()
    }
    late = sum(row["amount"] * max(row["late"], 0) for row in year)
    assert count == len(year)
    assert weighted == float(round(late / sum(row["amount"] for row in year), 1))
    assert mean == float(round(Decimal(sum(row["late"] for row in year)) / len(year), 1))
