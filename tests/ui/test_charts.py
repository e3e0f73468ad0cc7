from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.ageing import Buckets
from domain.listing import MonthRow
from ui.charts.ageing import AgeingBar
from ui.charts.months import MonthsChart, nice_top


@pytest.fixture
def bar(themed, qtbot):
    chart = AgeingBar("test.ageing")
    qtbot.addWidget(chart)
    chart.resize(800, 78)
    keys = Buckets((30, 60, 90, 180)).keys
    chart.show_amounts(keys, (100, 0, 300, 0, 0, 0, 0), "CNY")
    chart.show()
    return chart


def test_an_empty_bucket_without_due_date_is_left_out(bar):
    assert bar.marks() == 6


def test_every_mark_says_range_amount_and_share(bar):
    assert bar.mark_text(0) == "未到期 1.00 (25.0 %)"
    assert bar.mark_text(2) == "31–60 天 3.00 (75.0 %)"
    assert "未到期 1.00" in bar.accessibleDescription()


def test_the_numbers_stand_behind_t(bar, qtbot):
    heads, rows = bar.table()
    assert len(heads) == len(rows[0]) == 3
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_T)
    assert bar.findChildren(object, "test.ageing.table")


def test_the_picture_goes_to_the_clipboard(bar, qtbot):
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not QGuiApplication.clipboard().pixmap().isNull()


def test_arrows_move_between_marks(bar, qtbot):
    bar.setFocus()
    for _turn in range(3):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.current == 2
    assert bar.accessibleDescription() == "31–60 天 3.00 (75.0 %)"


def test_nothing_owed_draws_an_empty_bar(bar):
    bar.show_amounts(Buckets((30,)).keys, (0, 0, 0, 0), "CNY")
    assert not bar.grab().isNull()


@pytest.mark.parametrize(
    "highest,top", [(0, 4), (3, 4), (4, 4), (5, 8), (17, 20), (41, 80), (199, 200), (201, 400)]
)
def test_the_axis_ends_at_a_round_number(highest, top):
    assert nice_top(highest) == top


def test_the_months_draw_and_speak(themed, qtbot):
    chart = MonthsChart("test.months")
    qtbot.addWidget(chart)
    rows = [MonthRow(month=date(2025, 1 + n, 1), billed=n * 10**8, received=0) for n in range(12)]
    chart.show_months(rows, "CNY", "zh")
    chart.resize(900, 132)
    assert not chart.grab().isNull()
    assert chart.mark_text(1) == "2025-02：开票 1,000,000.00，回款 0.00"
