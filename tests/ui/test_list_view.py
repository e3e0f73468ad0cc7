"""The list pane: selection by id, footer, filter, columns, copy, export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.listing import Order
from ui.invoices.columns import columns
from ui.lists.pane import ListPane, ListSpec


@pytest.fixture
def make_pane(make_ctx, qtbot):
    def make(count):
        ctx = make_ctx(count)
        spec = ListSpec(
            name="invoices",
            query=lambda reader: reader.items,
            columns=columns(),
            order=Order("number"),
            noun=lambda: "张",
            title=lambda: "应收发票",
            total=lambda totals: totals.open,
            amount=lambda row: row.open,
        )
        pane = ListPane(ctx, spec)
        pane.retranslate()
        qtbot.addWidget(pane)
        pane.resize(1000, 600)
        pane.show()
        pane.start()
        return pane

    return make


def _foot(pane):
    return pane.footer.figures.accessibleName()


def _settled(qtbot):
    qtbot.wait(5)


def test_the_foot_shows_count_and_sum_of_the_filter(make_pane, qtbot):
    pane = make_pane(3)
    assert "3 张" in _foot(pane)
    assert "筛选合计 6.00" in _foot(pane)


def test_the_foot_adds_up_the_selection(make_pane, qtbot):
    pane = make_pane(3)
    pane.view.selectRow(1)
    _settled(qtbot)
    assert "已选 1" in _foot(pane)
    assert "选中合计 2.00" in _foot(pane)


def test_selecting_everything_takes_the_sum_of_the_filter(make_pane, qtbot):
    pane = make_pane(5_000)
    reads = len([c for c in pane.ctx.reader.items.calls if c[0] == "rows"])
    pane.view.selectAll()
    _settled(qtbot)
    assert "已选 5,000" in _foot(pane)
    assert len([c for c in pane.ctx.reader.items.calls if c[0] == "rows"]) == reads


def test_selection_far_away_is_read_to_be_summed(make_pane, qtbot):
    pane = make_pane(5_000)
    index = pane.model.index(4_999, 0)
    pane.model._rows.clear()
    pane.view.setCurrentIndex(index)
    _settled(qtbot)
    assert "选中合计 5,000.00" in _foot(pane)


def test_selection_follows_its_rows_through_a_new_order(make_pane, qtbot):
    pane = make_pane(1_000)
    pane.view.selectRow(2)
    pane.view.header.sort_asked.emit(1)
    assert pane.model.order == Order("number", descending=True)
    assert pane.view.selected_ids() == [3]
    assert pane.view.current_id() == 3


def test_selection_survives_a_refresh(make_pane, qtbot):
    pane = make_pane(1_000)
    pane.view.selectRow(2)
    pane.refresh()
    assert pane.view.selected_ids() == [3]


def test_typing_in_the_list_filters_it(make_pane, qtbot):
    pane = make_pane(1_000)
    pane.view.setFocus()
    qtbot.keyClicks(pane.view, "0000999")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    assert pane.search.text() == "0000999"


def test_an_empty_filter_offers_to_show_all(make_pane, qtbot):
    pane = make_pane(10)
    pane.narrow(text="nothing like this")
    assert pane.stack.currentWidget() is pane.empty
    assert "没有符合条件" in pane.empty._title.text()


def test_enter_opens_the_current_row(make_pane, qtbot):
    pane = make_pane(10)
    opened = []
    pane.chosen.connect(opened.append)
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened == [pane.view.current_id()]


def test_space_ticks_rows_and_the_arrows_keep_them(make_pane, qtbot):
    pane = make_pane(10)
    pane.view.setFocus()
    for key in ("Down", "Down", "Space", "Down", "Down", "Space", "Down"):
        qtbot.keyClick(pane.view, getattr(Qt.Key, f"Key_{key}"))
    assert len(pane.view.selected_ids()) == 2
    assert pane.view.current_id() == pane.view.selected_ids()[-1] + 1
    rect = pane.view.visualRect(pane.model.index(7, 1))
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert pane.view.selected_ids() == [8]


def test_a_click_on_the_box_adds_the_row(make_pane, qtbot):
    pane = make_pane(10)
    for row in (1, 3):
        rect = pane.view.visualRect(pane.model.index(row, 0))
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert pane.view.selected_ids() == [2, 4]


def test_copying_gives_a_header_row_and_plain_numbers(make_pane, qtbot):
    pane = make_pane(10)
    pane.view.selectRow(9)
    pane.copy()
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[0] == "单据号"
    assert "10.00" in line.split("\t")
    assert "2026-09-01" in line.split("\t")


def test_export_writes_what_is_shown(make_pane, qtbot, tmp_path):
    pane = make_pane(2_500)
    pane.view.widths.set_hidden("amount", hidden=True)
    pane.output.write(tmp_path / "list.xlsx")
    sheet, _path = pane.ctx.files.sheets[0]
    assert len(sheet.rows) == 2_500
    assert "金额" not in [one.title for one in sheet.columns]
    assert sheet.title == "应收发票"


def test_export_of_several_selected_rows_writes_only_them(make_pane, qtbot, tmp_path):
    pane = make_pane(50)
    for row in (3, 7):
        rect = pane.view.visualRect(pane.model.index(row, 0))
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    pane.output.write(tmp_path / "list.csv")
    assert len(pane.ctx.files.sheets[0][0].rows) == 2


def test_columns_come_back_as_they_were_left(make_pane, qtbot):
    pane = make_pane(5)
    pane.view.widths.set_hidden("issued_on", hidden=True)
    pane.view.header.resizeSection(1, 222)
    pane.view.header.moveSection(1, 2)
    pane.model.order = Order("amount", descending=True)
    kept = pane.state()
    again = make_pane(5)
    again.restore(kept)
    assert again.model.order == Order("amount", descending=True)
    assert "issued_on" in again.view.widths.hidden
    assert again.view.widths.width("number") == 222
    assert again.view.header.visualIndex(1) == 2


def test_in_a_narrow_window_secondary_columns_hide_and_the_name_keeps_its_place(make_pane, qtbot):
    pane = make_pane(5)
    pane.resize(620, 400)
    qtbot.wait(5)
    assert pane.view.isColumnHidden(3)
    name = next(at for at, one in enumerate(pane.model.columns) if one.key == "customer")
    assert pane.view.columnWidth(name) >= 120


def test_numbers_are_never_cut(make_pane, qtbot):
    pane = make_pane(5)
    from tests.ui import fakes

    pane.ctx.reader.items.made[1] = fakes.item(1, amount=10**16, open=10**16)
    pane.refresh()
    amount = next(at for at, one in enumerate(pane.model.columns) if one.key == "amount")
    assert pane.view.columnWidth(amount) > 150


def test_numbers_are_not_cut_after_a_change_of_language_either(make_pane):
    pane = make_pane(5)
    from tests.ui import fakes

    pane.ctx.reader.items.made[1] = fakes.item(1, number="26322000000058142119")
    pane.refresh()
    wide = pane.view.columnWidth(1)
    pane.retranslate()
    assert pane.view.columnWidth(1) == wide > 150


def test_tab_leaves_the_list(make_pane):
    assert not make_pane(3).view.tabKeyNavigation()


def test_columns_keep_what_their_rows_need_when_words_change(make_pane):
    pane = make_pane(30)
    before = {column.key: pane.view.widths.width(column.key) for column in columns()}

    pane.retranslate()

    assert {key: pane.view.widths.width(key) for key in before} == before
