"""The Risk tab: charts, warnings, reviews from the keyboard, and the back-test."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.warning.task import Outcome, TaskState, tasks_on
from tests.ui.fakes import TODAY
from tests.ui.office import office

__all__ = ["office"]


@pytest.fixture
def tab(office):
    office.open("credit?tab=risk")
    return office.current().tab("risk")


def _tasks(office):
    return tasks_on(office.ctx.reader, TODAY)


def test_it_shows_what_warns_with_the_figures_it_rests_on(tab):
    row = tab.board.current()
    assert row.person.code in ("C0001", "C0002", "C0003")
    assert "÷" in tab.board.why.text()
    assert tab.board.model.rowCount() == len(tab.board.listed())


def test_the_heat_map_adds_up_and_a_cell_narrows_the_list(tab, qtbot):
    matrix = tab.views.matrix
    matrix.setFocus()
    filled = next(
        place
        for place in range(matrix.marks())
        if matrix._matrix.cells[place // 5][place % 5].count
    )
    every = tab.board.model.rowCount()
    matrix.current = filled
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    within = tab.views.customers()
    assert within
    assert all(one.person.customer_id in within for one in tab.board.listed())
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert tab.views.customers() is None
    assert tab.board.model.rowCount() == every


def test_arrows_move_between_cells_and_each_says_what_it_is(tab, qtbot):
    matrix = tab.views.matrix
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    assert matrix.current == 5
    assert "预期损失" in matrix.accessibleDescription()
    qtbot.keyClick(matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not QApplication.clipboard().pixmap().isNull()


def test_t_shows_the_numbers_as_a_table(tab):
    heads, rows = tab.views.matrix.table()
    assert len(heads) == 4
    assert rows
    heads, rows = tab.views.shares.table()
    assert rows[0][0]


def test_the_other_view_is_region_beside_industry(tab):
    tab.views.which.set_value("places")
    tab.views._show_matrix(clear=True)
    assert "地区" in tab.views.matrix.title()
    tab.views.by.set_value("region")
    tab.views._show_shares()
    assert tab.views.shares.marks() >= 1


def test_ctrl_n_opens_a_task_once_and_the_review_is_closed_with_its_outcome(tab, office):
    tab.new_record()
    (task,) = _tasks(office)
    assert task.state == TaskState.OPEN
    tab.new_record()
    assert len(_tasks(office)) == 1
    tab.take_act.trigger()
    assert _tasks(office)[0].state == TaskState.IN_REVIEW
    tab.close_act.trigger()
    form = tab.board.closing
    form.outcome.setCurrentIndex(form.outcome.findData(Outcome.FALSE_ALARM.value))
    form.submit()
    assert form._problem.text()
    form.note.setText("对方换了系统")
    assert tab.has_draft()
    form.submit()
    (task,) = _tasks(office)
    assert (task.state, task.outcome) == (TaskState.CLOSED, Outcome.FALSE_ALARM)
    assert not tab.has_draft()
    assert "误报" in tab.board.why.text()


def test_all_warnings_get_their_task_in_one_act(tab, office):
    count = tab.board.model.rowCount()
    tab.all_act.trigger()
    assert len(_tasks(office)) == count
    history = [row.kind for row in office.ctx.reader.history()]
    assert history.count("warning.open") == 1


def test_a_severity_alone_is_shown(tab):
    tab.board.pills.set_value("high")
    tab.board.show_again()
    assert {one.told.severity.value for one in tab.board.listed()} <= {"high"}


def test_the_back_test_stands_in_the_place_of_the_list_and_esc_leaves_it(tab):
    tab.measure_act.trigger()
    assert tab._right.currentWidget() is tab.measured
    assert tab.measured.table.texts.rowCount() == 5
    assert tab.measured._about.text()
    assert tab.escape()
    assert tab._right.currentWidget() is tab.board


def test_enter_opens_the_customer_and_ctrl_p_its_review_sheet(tab):
    went = []
    tab.ctx.navigated.connect(went.append)
    key = tab.board.current().person.customer_id
    tab.board.open_current()
    tab.print_list()
    assert went == [f"customer/{key}", f"report/warning-review/{key}"]


def test_every_text_follows_the_language(tab, office):
    office.set_language("en")
    assert tab.board.pills.findChildren(object)
    assert "÷" in tab.board.why.text()
    assert "Overdue" in tab.board.why.text() or "Exposure" in tab.board.why.text()
    assert tab.help_text().startswith("<p>Left")
