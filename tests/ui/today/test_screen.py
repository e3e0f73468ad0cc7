"""The Today screen: the worklist by value, keys, tiles, deadlines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.office import office

__all__ = ["office"]


@pytest.fixture
def screen(office):
    office.go("today")
    return office.current()


def test_the_window_opens_on_it_with_tasks_and_tiles(office):
    screen = office.current()
    assert screen.key == "today"
    assert screen.model.rowCount() > 0
    assert screen.strip.tiles["overdue"].accessibleName().startswith("已逾期")
    places = [screen.model.cached(key).place for key in range(1, screen.model.rowCount() + 1)]
    assert places == sorted(places)


def test_enter_and_the_letter_open_what_the_next_step_needs(screen, qtbot):
    screen.view.selectRow(0)
    address = screen.current().ranked.task.address
    went = []
    screen.ctx.navigated.connect(went.append)
    letter = Qt.Key.Key_C if screen.current().ranked.task.act == "call" else None
    screen.do()
    assert went == [address]
    if letter is not None:
        screen._typed("c")
        assert went == [address, address]


def test_a_task_done_goes_and_comes_back_with_undo(screen, office):
    before = screen.model.rowCount()
    screen.view.selectRow(0)
    screen._typed("x")
    assert screen.model.rowCount() == before - 1
    assert "1" in screen._said.text()
    office.said[-1].run()
    assert screen.model.rowCount() == before


def test_a_kind_alone_is_shown_and_copied_as_text(screen):
    kind = screen._work.ranked[0].task.kind.value
    screen.pills.set_value(kind)
    screen._show_rows()
    count = screen.model.rowCount()
    assert all(row.ranked.task.kind.value == kind for row in screen._rows())
    screen.view.clearSelection()
    screen.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == count + 1


def test_both_languages_word_every_reason(screen, office):
    for language in ("en", "zh"):
        office.set_language(language)
        for row in screen._rows():
            said = screen.model.columns[3].text(row, language)
            assert said
            assert "{" not in said
