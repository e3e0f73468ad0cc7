"""The Credit tab of documents and accounts."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.security import Security, SecurityType
from domain.services import records
from tests.ui.conftest import TODAY
from ui.credit_file.due_tab import DueTab, waiting
from ui.gallery import gallery


@pytest.fixture
def tab(wired, qtbot):
    def keep(value, customer_id, on, ends_on=None):
        uow = wired.book.unit_of_work("林会计")
        records.keep_record(uow, value, customer_id=customer_id, dated_on=on, ends_on=ends_on)

    keep(RegistryFacts(status=RegistryStatus.EXISTING), 1, date(2026, 1, 1))
    for left in (5, 40):
        value = Security(type=SecurityType.BANK_GUARANTEE, giver="示例银行")
        keep(value, 2, date(2026, 1, 1), TODAY + timedelta(days=left))
    made = DueTab(wired)
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(1000, 500)
    made.show()
    made.refresh(_everything())
    return made


def _everything():
    from domain.changes import Changes

    return Changes(records=True, customers=True)


def _texts(tab):
    rows = [tab.due.cached(tab.due.id_at(place)) for place in range(tab.due.rowCount())]
    return [
        (one.customer.code, *(column.text(one, "zh") for column in tab.due.columns[3:]))
        for one in rows
    ]


def test_what_runs_out_is_listed_the_most_urgent_first(tab):
    assert _texts(tab) == [
        ("C0001", "工商登记待复核", "核查于 2026-01-01", "已过 143 天"),
        ("C0002", "担保到期", "银行保函 示例银行", "剩 5 天"),
        ("C0002", "担保到期", "银行保函 示例银行", "剩 40 天"),
    ]


def test_pills_narrow_the_list_and_count(tab):
    names = [button.accessibleName() for button in tab.pills._buttons.values()]
    assert names == ["全部 3", "已过期 1", "7 天内 1", "30 天内 1", "档案缺项 1"]
    tab.pills.set_value("week")
    tab._show_pill()
    assert [one[-1] for one in _texts(tab)] == ["剩 5 天"]
    tab.pills.set_value("gaps")
    tab._show_pill()
    assert tab.stack.currentIndex() == 1
    (key,) = [tab.gaps.id_at(place) for place in range(tab.gaps.rowCount())]
    assert "已过期：工商登记" in tab.gaps.columns[-1].text(tab.gaps.cached(key), "zh")


def test_nothing_to_show_says_so(tab, wired):
    tab.refresh(_everything())
    tab.pills.set_value("month")
    wired.set_as_of(date(2020, 1, 1))
    tab.refresh(_everything())
    assert tab.stack.currentIndex() == 2


def test_a_line_opens_the_part_of_the_file(tab, wired):
    opened = []
    wired.navigated.connect(opened.append)
    tab.due_view.chosen.emit(2)
    tab.gap_view.chosen.emit(1)
    assert opened == ["customer/2/file/security", "customer/1/file"]


def test_the_count_beside_the_tab_is_what_is_past_or_due_in_a_week(tab, wired):
    assert waiting(wired.reader, wired) == 2


def test_the_list_is_copied_and_written_as_numbers_and_dates(tab, wired, tmp_path):
    tab.due_view.selectAll()
    tab.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].split("\t")[:3] == ["2026-06-30", "C0001", "杭州临岸机电设备有限公司"]
    for pill, words in (("all", "银行保函 示例银行"), ("gaps", "付款账户")):
        tab.pills.set_value(pill)
        out = tmp_path / f"{pill}.csv"
        tab.write(out)
        assert words in out.read_text(encoding="utf-8-sig")


def test_the_credit_screen_shows_it_in_both_languages(office):
    office.open("credit?tab=due")
    assert office.current().tabs.accessibleName() == "信用"
    office.set_language("en")
    assert office.current().current().about() == "What of the credit files runs out or lacks"


@pytest.mark.parametrize("name", ["file-expiry", "file-gaps"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_gallery_has_them_as_tables(tab, wired, name, language):
    sheet = gallery()[name].build(wired.reader, {}, language, TODAY)
    assert len(sheet.rows) == {"file-expiry": 3, "file-gaps": 1}[name]
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)
