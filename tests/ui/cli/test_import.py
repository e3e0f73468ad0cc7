"""import: the four tables, their report, mappings, rejected rows, the same file twice."""

import json

import pytest

from tests.ui.cli.conftest import ALLOCATIONS, INVOICES, RECEIPTS

CUSTOMERS = "code,name,terms,credit_limit\nK1,Alpha,NET30,5000.00\nK2,Beta,EOM30,\n"


def test_import_answers_in_the_shape_of_the_contract(book, table):
    file = table(INVOICES + "INV-4,Alpha,soon,,CNY,5.00\n")

    answer = book("import", "invoices", file, as_json=True)

    assert answer.code == 1
    assert answer.json == {
        "kind": "invoices",
        "file": str(file),
        "read": 4,
        "added": 3,
        "updated": 0,
        "unchanged": 0,
        "rejected": [
            {
                "row": 5,
                "column": "issue_date",
                "value": "soon",
                "code": "date.unreadable",
                "message": "This is not a full date the program can read. Write it as 2025-03-05.",
            }
        ],
        "created_customers": ["Alpha", "Beta"],
    }


def test_messages_follow_the_book_unless_a_language_is_named(book, table):
    file = table(INVOICES + "INV-4,Alpha,soon,,CNY,5.00\n")

    said = book("import", "invoices", file, "--dry-run", lang=None, as_json=True)

    assert said.json["rejected"][0]["message"].startswith("无法识别的日期")


@pytest.mark.parametrize(
    "kind,text",
    [
        ("customers", CUSTOMERS),
        ("invoices", INVOICES),
        ("receipts", RECEIPTS),
        ("receipts", "customer,date,amount\nAlpha,2026-03-01,5.00\nAlpha,2026-03-01,5.00\n"),
    ],
)
def test_the_same_file_twice_changes_nothing(book, table, kind, text):
    file = table(text)
    first = book("import", kind, file, as_json=True).json

    again = book("import", kind, file, as_json=True)

    assert again.code == 0
    assert (again.json["added"], again.json["updated"]) == (0, 0)
    assert again.json["unchanged"] == first["added"] == first["read"]


def test_the_same_allocations_twice_change_nothing(filled, table):
    before = filled("balance", "--customer", "Alpha", "--as-of", "2026-12-31").out

    again = filled("import", "allocations", table(ALLOCATIONS), as_json=True).json

    assert (again["added"], again["unchanged"]) == (0, 1)
    assert filled("balance", "--customer", "Alpha", "--as-of", "2026-12-31").out == before


def test_a_dry_run_counts_and_changes_nothing(book, table):
    file = table(INVOICES)

    told = book("import", "auto", file, "--dry-run", as_json=True)

    assert (told.code, told.json["added"]) == (0, 3)
    assert book("ageing", "--as-of", "2026-12-31", as_json=True).json["rows"] == []


def test_corrected_rejected_rows_import_alone(book, table, tmp_path):
    file = table(INVOICES + "INV-4,Beta,2026-02-30,,CNY,5.00\nINV-5,Beta,2026-02-20,,CNY,6.00\n")
    rejected = tmp_path / "out" / "rejected.csv"
    assert book("import", "invoices", file, "--rejected", rejected).code == 1
    text = rejected.read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 2
    rejected.write_text(text.replace("2026-02-30", "2026-02-28"), encoding="utf-8")

    again = book("import", "invoices", rejected, as_json=True)

    assert (again.code, again.json["read"], again.json["added"]) == (0, 1, 1)


def test_one_bad_row_loses_no_other(book, table):
    rows = [f"N{n},C{n},2026-01-{1 + n % 28:02d},,CNY,{n}.00" for n in range(1, 101)]
    rows[49] = "N50,C50,2026-01-01,,CNY,twelve"
    file = table("number,customer,issue_date,due_date,currency,amount\n" + "\n".join(rows))

    told = book("import", "invoices", file, as_json=True).json

    assert (told["read"], told["added"]) == (100, 99)
    assert [(one["row"], one["value"]) for one in told["rejected"]] == [(51, "twelve")]


def test_cells_that_begin_like_formulas_come_back_as_text(book, table, tmp_path):
    names = ["=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0"]
    lines = [f'X{n},"{name}"' for n, name in enumerate(names)]
    file = table("客户编号,客户名称\n" + "\n".join(lines))
    assert book("import", "customers", file).code == 0
    for ending in ("csv", "xlsx"):
        out = tmp_path / f"list.{ending}"
        assert book("report", "customers", "--out", out).code == 0
        again = tmp_path / f"{ending}.qz"
        book("init", "--company", "B", book=again)

        told = book("import", "customers", out, "--dry-run", book=again, as_json=True)

        assert told.json["read"] in (0, len(names))
    for n, name in enumerate(names):
        shown = book("balance", "--customer", f"X{n}", as_json=True).json
        assert shown["name"] == name


def test_allocate_spreads_open_receipts_oldest_first(book, table):
    book("import", "invoices", table(INVOICES))

    told = book("import", "receipts", table(RECEIPTS, "r.csv"), "--allocate")

    assert told.code == 0
    assert "1 allocations booked" in told.err
    items = book("balance", "--customer", "Alpha", "--as-of", "2026-04-01", as_json=True).json
    assert [(one["number"], one["open"]) for one in items["items"]] == [
        ("INV-1", "400.00"),
        ("INV-2", "250.50"),
    ]


FOREIGN = "Belegnr;Kunde X;am;Summe\n1;Alpha;03/04/2026;1.234,50\n"
MAPPING = {
    "kind": "invoices",
    "columns": {
        "number": "Belegnr",
        "customer": "Kunde X",
        "issue_date": "am",
        "amount": "Summe",
    },
    "constants": {"currency": "EUR", "terms": "NET30"},
    "date_order": "dmy",
}


def _check_foreign(cli):
    (row,) = cli("ageing", "--as-of", "2026-04-30", "--by", "item", as_json=True).json["rows"]
    assert (row["number"], row["issue_date"], row["due_date"]) == ("1", "2026-04-03", "2026-05-03")
    assert (row["currency"], row["balance"]) == ("EUR", "1234.50")


def test_a_mapping_file_reads_foreign_columns(book, table):
    mapping = table(json.dumps(MAPPING), "map.json")

    assert book("import", "invoices", table(FOREIGN), "--map", mapping).code == 0

    _check_foreign(book)


def test_a_mapping_saved_in_the_book_is_named_without_a_file(book, table, tmp_path):
    import main
    from domain.services.settings import save_mapping

    ports, _ = main.wire()
    opened = ports.store.open(tmp_path / "book.qz", lambda _a, _b: None)
    save_mapping(opened.unit_of_work("t"), "invoices", "Kunde X", json.dumps(MAPPING))
    opened.close()

    assert book("import", "auto", table(FOREIGN), "--map", "Kunde X").code == 0

    _check_foreign(book)


@pytest.mark.parametrize(
    "content,said",
    [
        (None, "no mapping"),
        ("{", "is not understood"),
        ('{"kind": "dreams"}', "is not understood"),
        (json.dumps({**MAPPING, "columns": {"number": "Nowhere"}}), "no column “Nowhere”"),
        ('{"kind": "receipts"}', "for a table of Receipts"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told_and_nothing_is_changed(book, table, content, said):
    name = "nosuch" if content is None else table(content, "map.json")

    answer = book("import", "invoices", table(FOREIGN), "--map", name)

    assert (answer.code, answer.out) == (3, "")
    assert said in answer.err


def test_rejected_rows_never_overwrite_the_file_read(book, table):
    file = table(INVOICES)

    assert book("import", "invoices", file, "--rejected", file).code == 2

    assert file.read_text(encoding="utf-8") == INVOICES


def test_an_unwritable_place_for_rejected_rows_stops_before_the_import(book, table, tmp_path):
    assert book("import", "invoices", table(INVOICES), "--rejected", tmp_path).code == 3

    assert book("ageing", "--as-of", "2026-12-31", as_json=True).json["rows"] == []


def test_two_codes_of_one_name_are_two_customers(book, table):
    file = table("code,name\nX1,=1+1\nX2,\t=1+1\nX3,'=1+1\n")

    answer = book("import", "customers", file, as_json=True).json

    assert (answer["added"], answer["unchanged"]) == (3, 0)


def test_a_code_replaces_the_one_made_up_for_a_name(book, table):
    book("import", "invoices", table(INVOICES))

    answer = book("import", "customers", table("code,name\nK1,Alpha\n"), as_json=True).json
    again = book("import", "customers", table("code,name\nK1,Alpha\n"), as_json=True).json

    assert (answer["added"], answer["updated"]) == (0, 1)
    assert again["unchanged"] == 1
    assert book("balance", "--customer", "K1", as_json=True).json["name"] == "Alpha"


def test_a_yen_customer_without_a_currency_column_has_no_decimals(book, table):
    book("import", "customers", table("code,name,currency\nJ1,Tokyo,JPY\n"))

    rows = "number,customer,issue_date,amount\nY1,J1,2026-01-05,1234\nY2,J1,2026-01-05,12.34\n"
    answer = book("import", "invoices", table(rows), as_json=True).json

    assert answer["added"] == 1
    assert [row["code"] for row in answer["rejected"]] == ["amount.too_many_decimals"]
    assert book("balance", "--customer", "J1", as_json=True).json["items"][0]["amount"] == "1234"
