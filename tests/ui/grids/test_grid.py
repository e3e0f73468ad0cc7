"""Grids: boxes of their own, headings, notes, amounts typed in place."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column, check_column
from ui.widgets.fields import AmountEdit


@dataclass
class Row:
    name: str
    minor: int
    ticked: bool = True
    why: str = ""
    currency: str = "CNY"


def columns():
    return [
        check_column(),
        Column(key="name", title=("T", "Name"), get=lambda one: one.name, stretch=True),
        Column(key="minor", title=("T", "Amount"), get=lambda one: one.minor, kind="money"),
        Column(key="rest", title=("T", "Rest"), get=lambda one: one.minor, kind="money"),
    ]


def state(one):
    return Qt.CheckState.Checked if one.ticked else Qt.CheckState.Unchecked


@pytest.fixture
def grid(themed, qtbot, qtmodeltester):
    rules = Rules(
        checked=state,
        editable=lambda _one: True,
        edits="minor",
        note=lambda one: one.why,
        note_from="minor",
        name=lambda one: one.name,
    )
    model = GridModel(columns(), lambda: "zh", rules)
    view = GridView(model, lambda: "zh", name="t.grid")
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    model.show_rows([Group("g", "Group", "1.00"), Row("a", 100), Row("b", 200, why="not now")])
    qtmodeltester.check(model)
    return view


def test_arrows_pass_over_headings(grid):
    assert grid.select_first()
    assert grid.current_row().name == "a"
    grid.step(-1)
    assert grid.current_row().name == "a"
    grid.step(1)
    assert grid.current_row().name == "b"


def test_space_and_a_click_tick_the_box(grid, qtbot):
    heard = []
    grid.rows.toggled.connect(heard.append)
    grid.setFocus()
    grid.select_first()
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    box = grid.visualRect(grid.rows.index(2, 0)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert [one.name for one in heard] == ["a", "b"]


def test_an_amount_is_typed_in_place(grid, qtbot):
    heard = []
    grid.rows.typed.connect(lambda one, minor: heard.append((one.name, minor)))
    grid.select_first()
    assert grid.edit_current()
    editor = grid.findChild(AmountEdit, "t.grid.amount")
    editor.setText("0.70")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: heard == [("a", 70)])


def test_nonsense_changes_nothing_and_nothing_means_none(grid, qtbot):
    heard = []
    grid.rows.typed.connect(lambda one, minor: heard.append(minor))
    grid.select_first()
    for text in ("twelve", ""):
        grid.edit_current()
        editor = grid.findChild(AmountEdit, "t.grid.amount")
        editor.setText(text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: grid.state() == grid.State.NoState)
    assert heard == [None]


def test_a_note_stands_in_place_of_the_amounts(grid):
    assert grid.rows.data(grid.rows.index(2, 2)) == "not now"
    assert grid.columnSpan(2, 2) == 2
    assert grid.columnSpan(1, 2) == 1


def test_copied_rows_are_plain_numbers_without_headings(grid, qapp):
    assert grid.copy() == 2
    lines = qapp.clipboard().text().splitlines()
    assert lines[0] == "Name\tAmount\tRest"
    assert lines[1] == "a\t1.00\t1.00"
