"""The Reports screen: parameters, pages, files, the line that ties."""

import csv
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication

from domain.papers import AgeingReport
from ui.gallery import gallery
from ui.reporting import making
from ui.reporting.screen import ReportsScreen


@pytest.fixture
def screen(wired, qtbot):
    made = ReportsScreen(wired)
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(1200, 680)
    made.show()
    return made


def test_the_gallery_opens_each_report_with_its_page(screen):
    for name, report in gallery().items():
        screen.open_record(name)
        if "customer" in report.needs:
            screen.params.customer.set_customer(1)
            screen.params._settle()

        assert screen.address() == f"report/{name}"
        assert screen.preview.pdf.startswith(b"%PDF-")
        assert screen._tie.text()
        screen.escape()


def test_the_line_above_the_page_ties_with_the_customer_list(screen, wired):
    screen.open_record("ageing")

    (cny,) = [total for total in screen._made.value.totals if total.currency == "CNY"]
    listed = wired.reader.customers.totals(making.ListFilter(as_of=wired.as_of))
    assert {one.currency: one.open for one in listed}["CNY"] == cny.balance
    assert making.ties(screen._made) is True
    wrong = making.Made(value=screen._made.value, rows=3, balances={"CNY": 1})
    assert making.ties(wrong) is False


def test_parameters_reach_the_report(screen, wired, qtbot):
    screen.open_record("ageing")
    panel = screen.params
    panel.as_of.set_day(date(2026, 7, 31))
    panel.basis.set_value("document")
    panel.buckets.setCurrentIndex(panel.buckets.findData("30,60,90,180"))
    panel.sort.setCurrentIndex(panel.sort.findData("balance"))
    panel.currency.setCurrentIndex(panel.currency.findData("CNY"))
    panel._settle()

    value = screen._made.value
    assert isinstance(value, AgeingReport)
    assert (value.as_of, value.basis, len(value.keys)) == (date(2026, 7, 31), "document", 7)
    assert [row.balance for row in value.rows] == sorted(
        (row.balance for row in value.rows), reverse=True
    )
    assert {row.currency for row in value.rows} == {"CNY"}
    assert making.ties(screen._made) is None


def test_concentration_is_asked_of_what_and_by_what(screen):
    screen.open_record("concentration")
    panel = screen.params
    of_balance = screen._made.value.rows
    panel.by.setCurrentIndex(panel.by.findData("group"))
    panel.of.setCurrentIndex(panel.of.findData("sales"))
    panel._settle()

    assert panel.by.isVisible()
    assert panel.values()["by"] == "group"
    assert panel.values()["of"] == "sales"
    of_sales = screen._made.value.rows
    assert (of_balance[0][4], of_sales[0][3]) == (Decimal("6715.90"), Decimal("6715.90"))
    assert (of_balance[0][5], of_sales[0][4]) == (Decimal("58.72"), Decimal("51.91"))
    screen.open_record("ageing")
    assert not panel.by.isVisible()


def test_own_limits_that_do_not_rise_are_told_beside_the_field(screen):
    screen.open_record("ageing")
    before = screen._made
    panel = screen.params
    panel.buckets.setCurrentIndex(panel.buckets.findData("own"))
    panel._show_own()
    panel.own.setText("60,30")
    panel._settle()
    assert panel._fields["own"].error()
    assert screen._made is before

    panel.own.setText("10, 20")
    panel._settle()

    assert panel._fields["own"].error() == ""
    assert screen._made.value.keys == ("not_due", "1-10", "11-20", "21+", "no_due_date")


def test_one_customer_is_picked_by_typing(screen, qtbot):
    screen.open_record("open-items")
    panel = screen.params
    panel.customer.setText("C0002")
    panel.customer._ask()
    panel._settle()

    assert {row[0] for row in screen._made.value.rows} == {"C0002"}


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_files_hold_all_rows(screen, wired, tmp_path, ending):
    screen.open_record("open-items")
    path = tmp_path / f"out.{ending}"

    screen.write(path)

    assert path.stat().st_size > 100
    assert any("out." in said for said in wired.said)
    if ending == "csv":
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        assert len(rows) > screen._made.rows


def test_copy_gives_plain_numbers_under_headers(screen):
    screen.open_record("ageing")

    screen.copy()

    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + screen._made.rows
    cells = lines[1].split("\t")
    assert all("," not in cell for cell in cells[2:])


def test_a_long_report_shows_its_first_rows_and_prints_all(screen, wired, monkeypatch, tmp_path):
    monkeypatch.setattr(making, "SHOWN", 2)
    screen.open_record("open-items")
    made = screen._made

    assert made.is_cut()
    handed = []
    screen._with_pages(handed.append)
    assert handed[0] != screen.preview.pdf
    assert handed[0].startswith(b"%PDF-")


def test_the_window_date_is_followed(screen, wired):
    screen.open_record("ageing")

    wired.set_as_of(date(2026, 8, 15))

    assert screen._made.value.as_of == date(2026, 8, 15)


def test_words_and_page_follow_the_language(screen, wired):
    screen.open_record("ageing")
    wired.set_language("en")
    assert screen._title.text() == "Ageing"
    assert screen._made.value.language == "en"
    wired.set_language("zh")
    assert screen._title.text() == "账龄分析表"


def test_what_was_set_is_remembered(screen, wired, qtbot):
    screen.open_record("ageing")
    screen.params.basis.set_value("document")
    state = screen.state()

    again = ReportsScreen(wired)
    qtbot.addWidget(again)
    again.retranslate()
    again.restore(state)

    assert again.address() == "report/ageing"
    assert again.params.basis.value() == "document"


def test_a_paper_about_one_customer_asks_for_it_and_has_no_table(screen):
    screen.open_record("credit-file")
    assert not screen.preview.pdf
    screen.params.customer.set_customer(1)
    screen.params._settle()
    assert screen.preview.pdf.startswith(b"%PDF-")
    assert screen._print.isEnabled()
    assert not screen._excel.isEnabled()
    screen.copy()
    screen.export_list()
