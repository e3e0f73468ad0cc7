"""Bank files into the book: what is told of them, tables that have to be named, the records."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from domain.importing import ImportReport
from tests.ui.receipts.conftest import FIRST, OWN, pick, statement
from ui.receipts.taken_pane import Told, period_words
from ui.receipts.taking import Taken, is_wrong

NOVEMBER = [("2026-11-17", FIRST, "1103024809000712554", "500.00", "货款")]


@pytest.fixture
def screen(bank_office):
    bank_office.go("receipts")
    return bank_office.current()


def told(screen):
    """Return the rows of accounts that were taken in, without what was noticed of them."""
    rows = screen.desk.taken.model.rows()
    return [row for row in rows if isinstance(row, Told) and not row.problem]


def chips(screen, place):
    """Return the chips of a row of what was taken in."""
    column = next(one for one in screen.desk.taken.model.columns if one.key == "checks")
    return [chip.text for chip in column.chips(told(screen)[place])]


def test_a_file_is_taken_in_and_told(screen, bank_office, tmp_path):
    screen.take_files([statement(tmp_path / "icbc.csv", NOVEMBER)])
    pane = screen.desk.taken
    assert screen.desk.shows(pane)
    (row,) = told(screen)
    assert (row.account, row.opening, row.credits, row.closing) == (
        OWN,
        1_000_000,
        50_000,
        1_050_000,
    )
    assert chips(screen, 0) == ["平衡"]
    assert "1" in bank_office.said[-1].text
    assert screen.list.counts["todo"] == 1


def test_a_statement_that_does_not_add_up_is_flagged_and_taken_in(screen, tmp_path):
    screen.take_files([statement(tmp_path / "spoilt.csv", NOVEMBER, off="0.05")])
    (taken,) = screen.desk.taken.taken
    assert taken.report.accounts[0].adds_up is False
    assert is_wrong(taken)
    assert chips(screen, 0) == ["差 −0.05"]
    assert "不平" in screen.desk.taken._about.text()
    assert screen.list.counts["todo"] == 1
    screen._act["records"].trigger()
    assert screen.records.records.statements[0].adds_up is False


def test_a_balance_that_was_altered_is_flagged_though_the_ends_are_unknown(screen, tmp_path):
    head = "交易日期,交易时间,借方发生额,贷方发生额,余额,对方户名,交易流水号"
    rows = [
        "2026-11-17,10:00:00,,500.00,10500.00,甲公司,1",
        "2026-11-18,10:00:00,,80.00,10580.05,乙公司,2",
        "2026-11-19,10:00:00,20.00,,10560.00,丙公司,3",
    ]
    path = tmp_path / "altered.csv"
    path.write_text("\n".join([f"查询账号,{OWN}", head, *rows]) + "\n", encoding="gb18030")
    screen.take_files([path])
    (taken,) = screen.desk.taken.taken
    assert is_wrong(taken)
    assert chips(screen, 0) == ["数字不符"]
    assert taken.report.added == 3


def test_figures_that_do_not_add_up_read_as_off_by_the_difference(screen):
    from ui.receipts.taken_pane import sum_chip

    assert (sum_chip(5, "CNY").text, sum_chip(5, "CNY").tone) == ("差 0.05", "red")
    assert sum_chip(0, "CNY").tone == "green"
    assert sum_chip(None, "CNY").tone == "neutral"


def test_continuity_with_the_statement_before_is_told(screen, tmp_path):
    later = [("2026-11-18", FIRST, "1103024809000712554", "20.00", "货款")]
    gap = [("2026-11-19", FIRST, "1103024809000712554", "30.00", "货款")]
    screen.take_files([statement(tmp_path / "a.csv", NOVEMBER)])
    screen.take_files([statement(tmp_path / "b.csv", later, opening="10500.00")])
    assert chips(screen, 0) == ["平衡", "衔接"]
    screen.take_files([statement(tmp_path / "c.csv", gap, opening="99.00")])
    assert chips(screen, 0) == ["平衡", "与上期不衔接"]


def test_the_same_file_again_adds_nothing(screen, bank_office, tmp_path):
    path = statement(tmp_path / "icbc.csv", NOVEMBER)
    screen.take_files([path])
    screen.take_files([path])
    assert screen.list.counts["todo"] == 1
    assert bank_office.said[-1].text == "新增流水 0 笔 · 已有 1 笔"


def test_what_a_reader_noticed_stands_under_its_account(screen, tmp_path):
    screen.take_files([statement(tmp_path / "icbc.csv", NOVEMBER)])
    noticed = [row.problem for row in screen.desk.taken.model.rows() if isinstance(row, Told)]
    assert "文件没有写币种，按 CNY 读。" in noticed


def test_refused_rows_are_listed_with_their_reason(screen, tmp_path):
    rows = [*NOVEMBER, ("2026-11-18", "王建国", "", "20.00", "转账"), *NOVEMBER]
    path = statement(tmp_path / "icbc.csv", rows)
    text = path.read_text("gb18030").replace(",20.00,", ",二十左右,")
    path.write_text(text, encoding="gb18030")
    screen.take_files([path])
    refused = screen.desk.taken.refused
    assert refused.isVisibleTo(screen.desk.taken)
    (row,) = refused.texts.rows
    assert row[0] == "icbc.csv"
    assert "二十左右" in row


def test_one_bad_file_does_not_keep_the_others_out(screen, tmp_path):
    bad = tmp_path / "picture.csv"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    good = statement(tmp_path / "icbc.csv", NOVEMBER)
    screen.take_files([bad, good])
    first, second = screen.desk.taken.taken
    assert (first.report, bool(first.problem)) == (None, True)
    assert second.report.added == 1


def test_files_are_dropped_onto_the_screen(screen, tmp_path):
    path = statement(tmp_path / "icbc.csv", NOVEMBER)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none
    )
    screen.dropEvent(event)
    assert event.isAccepted()
    assert screen.list.counts["todo"] == 1


def test_ctrl_i_asks_for_bank_files_here(screen, bank_office, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "ui.receipts.screen.QFileDialog.getOpenFileNames",
        lambda *told: (asked.append(told), ([], ""))[1],
    )
    with qtbot.waitActive(bank_office):
        bank_office.activateWindow()
    screen.list.list.search.setFocus()
    qtbot.keyClick(screen.list.list.search, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    # Qt goes on believing that Ctrl is held until another key comes.
    qtbot.keyClick(screen.list.list.search, Qt.Key.Key_Escape)
    assert len(asked) == 1


def test_esc_leaves_what_was_taken_in(screen, tmp_path):
    screen.take_files([statement(tmp_path / "icbc.csv", NOVEMBER)])
    assert screen.escape()
    assert not screen.desk.shows(screen.desk.taken)


# a table that nobody knows


@pytest.fixture
def unknown(screen, tmp_path):
    """Return the screen with a table that has to be named."""
    path = tmp_path / "unknown.csv"
    path.write_text(
        "当日,进来的,出去的,谁付的,讲了什么\n"
        "2026-11-17,500.00,,杭州临岸机电设备有限公司,货款\n"
        "2026-11-18,,20.00,苏州供电公司,电费\n",
        encoding="utf-8",
    )
    screen.take_files([path])
    return screen


def choose(pane, **columns):
    for field, head in columns.items():
        box = pane._boxes[field]
        box.setCurrentIndex(box.findData(head))
    pane._edited()


def test_an_unknown_table_is_named_once_and_known_afterwards(unknown, bank_office, tmp_path):
    (one,) = unknown.desk.taken.taken
    assert one.unnamed is not None
    unknown.desk.taken.naming.click()
    pane = unknown.desk.naming
    assert unknown.desk.shows(pane)
    choose(pane, date="", credit="", debit="", name="", text="")
    assert pane.missing()
    assert not pane.do.isEnabled()
    choose(pane, date="当日", credit="进来的", debit="出去的", name="谁付的", text="讲了什么")
    pane.name.setText("小银行")
    assert pane.missing() == ()
    pane.submit()
    (again,) = unknown.desk.taken.taken
    assert again.report.added == 2
    assert list(bank_office.ctx.reader.saved_mappings("bank")) == ["小银行"]
    line = pick(unknown, FIRST)
    assert (line.amount, line.text) == (50_000, "货款")
    other = tmp_path / "later.csv"
    other.write_text(
        "当日,进来的,出去的,谁付的,讲了什么\n2026-11-20,70.00,,无锡锡禾传动科技有限公司,货款\n",
        encoding="utf-8",
    )
    unknown.take_files([other])
    assert unknown.desk.taken.taken[0].report.added == 1


def test_esc_leaves_the_naming_and_then_the_files(unknown):
    unknown.desk.taken.naming.click()
    assert unknown.escape()
    assert unknown.desk.shows(unknown.desk.taken)
    assert unknown.escape()
    assert not unknown.desk.shows(unknown.desk.taken)


# records


def test_statements_and_batches_stand_in_the_records(banked, bank_office, opened, monkeypatch):
    monkeypatch.setattr("ui.receipts.screen.confirm", lambda *_asked, **_how: True)
    pick(banked, FIRST, opened[1][0][0])
    banked.desk.accept()
    banked._act["records"].trigger()
    records = banked.records
    (kept,) = records.records.statements
    assert (kept.lines, kept.added, kept.adds_up) == (5, 5, True)
    booked = [one for one in records.records.batches if one.kind == "bank.match"]
    assert [(one.count, one.undone) for one in booked] == [(1, False)]
    assert sum(booked[0].sums.values()) > 0
    records.undo_asked.emit(booked[0])
    again = [one for one in records.records.batches if one.kind == "bank.match"]
    assert [one.undone for one in again] == [True]
    assert not again[0].can_undo
    assert banked.escape()
    assert banked._on_desk()


def test_the_head_names_our_accounts_with_the_age_of_their_data(banked):
    assert banked.head.about.text().endswith("1283 1 天前")


def test_the_status_bar_tells_the_age_of_the_bank_data(banked, bank_office):
    words = bank_office._status._import.text.text()
    assert words.startswith("银行导入")
    assert words.endswith("最旧 1 天前")


def test_the_navigation_counts_what_is_to_be_matched(banked, bank_office):
    bank_office._count()
    waiting = bank_office._nav._items["receipts"].count
    assert waiting == banked.list.counts["todo"] == 4


def test_a_report_without_statements_is_nothing_to_worry_about(tmp_path):
    report = ImportReport(
        kind="bank", file="x", read=0, added=0, updated=0, unchanged=0, rejected=()
    )
    assert not is_wrong(Taken(file=tmp_path, report=report))
    assert is_wrong(Taken(file=tmp_path, problem="?"))


@pytest.mark.parametrize(
    "first,last,language,words",
    [
        ("2026-11-17", "2026-11-20", "zh", "2026-11-17 – 11-20"),
        ("2026-11-17", "2026-11-20", "en", "17 Nov – 20 Nov 2026"),
        ("2026-11-20", "2026-11-20", "zh", "2026-11-20"),
        ("2025-12-29", "2026-01-02", "zh", "2025-12-29 – 2026-01-02"),
    ],
)
def test_periods_name_the_year_once(first, last, language, words):
    from datetime import date

    days = date.fromisoformat(first), date.fromisoformat(last)
    assert period_words(*days, language) == words
