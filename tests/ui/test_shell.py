"""The window: addresses, history, language at run time, date, search, closing."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from domain.changes import Changes
from ui.context import Notice
from ui.screens import SCREENS, spec_for
from ui.shell.history import History
from ui.shell.status import StatusBar
from ui.tasks import TaskRunner


def test_history_drops_what_lay_ahead():
    history = History()
    for address in ("customers", "customer/1", "customer/1", "invoice/2"):
        history.visit(address)
    assert history.go(-1) == "customer/1"
    history.visit("receipts")
    assert not history.can_go(1)
    assert history.go(-1) == "customer/1"
    assert history.go(-1) == "customers"
    assert not history.can_go(-1)


@pytest.mark.parametrize(
    "address,key",
    [
        ("customer/3", "customers"),
        ("invoice/7", "invoices"),
        ("invoices?state=overdue", "invoices"),
        ("receipt/1", "receipts"),
    ],
)
def test_each_kind_of_record_has_its_screen(address, key):
    assert spec_for(address).key == key


def test_before_a_book_is_open_there_is_no_navigation(shell):
    assert not shell._nav.isVisible()
    assert shell.windowTitle() == "清账"


def test_the_frame_tells_once_that_it_stands_on_the_screen(shell, qtbot):
    told = []
    shell.first_painted.connect(lambda: told.append(shell.isVisible()))
    with qtbot.waitSignal(shell.first_painted):
        shell.repaint()
    shell.repaint()
    qtbot.wait(20)
    assert told == [True]


class Windows(QObject):
    """Notes what shows as a window."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_no_part_of_the_status_bar_shows_as_a_window_of_its_own(themed, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    bar = StatusBar(TaskRunner(), "林会计")
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    bar.deleteLater()


def test_every_screen_opens_and_takes_its_number(desk):
    for place, entry in enumerate(SCREENS, start=1):
        act = desk._commands.acts[f"go.{entry.key}"]
        assert act.shortcut().toString() == f"Ctrl+{place % 10}"
        act.trigger()
        assert desk.current().key == entry.key


def test_records_open_by_address_and_back_returns(desk):
    desk.open("customer/1")
    desk.open("invoice/1")
    assert desk.current().address() == "invoice/1"
    desk.run("view.back")
    assert desk.current().address() == "customer/1"
    desk.run("view.forward")
    assert desk.current().address() == "invoice/1"


def test_an_unknown_address_changes_nothing(desk):
    desk.open("customer/1")
    desk.open("nonsense/5")
    assert desk.current().address() == "customer/1"


def test_the_language_flips_back_and_forth(desk):
    desk.go("invoices")
    words = desk.current().list.head.title
    assert words.text() == "应收发票"
    desk.set_language("en")
    assert words.text() == "Invoices"
    desk.set_language("zh")
    assert words.text() == "应收发票"


def test_another_date_reaches_every_screen(desk):
    desk.go("invoices")
    desk._set_as_of(date(2026, 7, 5))
    assert desk.current().list.list.model.where.as_of == date(2026, 7, 5)
    assert desk.current().list.list.model.rowCount() < 12
    assert "2026-07-05" in desk._top._as_of.text()


def test_a_hidden_screen_refreshes_when_it_is_shown(desk):
    desk.go("customers")
    customers = desk.current()
    desk.go("invoices")
    seen = []
    customers.refresh = seen.append
    desk.ctx.broadcast(Changes(documents=True))
    assert seen == []
    desk.go("customers")
    assert seen == [Changes(documents=True)]


def test_a_notice_offers_its_undo_by_name(desk, qtbot):
    undone = []
    desk.ctx.notify(Notice("已核销 3 张发票", "撤销", lambda: undone.append(1)))
    assert desk._notices.isVisible()
    desk.run("screen.undo")
    assert undone == [1]
    assert not desk._notices.isVisible()


def test_an_error_notice_stays_until_it_is_closed(desk):
    desk.ctx.notify(Notice("出错了", tone="error"))
    assert not desk._notices._timer.isActive()
    desk.escape()
    assert not desk._notices.isVisible()


def test_search_finds_customers_documents_amounts_and_acts(desk):
    from ui.shell.finding import find

    hits = find(desk.ctx.reader, "杭州", desk.ctx.as_of, "zh")
    assert [hit.group for hit in hits][:1] == ["customers"]
    assert find(desk.ctx.reader, "INV-2026", desk.ctx.as_of, "zh")[0].group == "documents"
    amount = find(desk.ctx.reader, "1,370.35", desk.ctx.as_of, "zh")
    assert [hit.group for hit in amount] == ["amounts"]
    assert [h.text for h in desk._top.search._act_hits("备份")] != []


def test_search_opens_what_is_chosen(desk, qtbot):
    search = desk._top.search
    search.setText("C0002")
    qtbot.waitUntil(lambda: search._popup is not None and search._popup.isVisible())
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.current().address() == "customer/2"
    assert not search._popup.isVisible()


def test_screens_come_back_as_they_were_left(desk, book, tmp_path):
    from tests.ui.conftest import TODAY, Unclosed
    from ui.context import OpenBook

    desk.go("invoices")
    desk.current().list.list.narrow(state="overdue")
    desk.keep_state()
    desk.books.close()
    again = OpenBook(book=Unclosed(book), path=tmp_path / "real.qz", name="沐川精密")
    desk.open_book(again, TODAY)
    assert desk.current().key == "invoices"
    assert desk.current().list.pills.value() == "overdue"


def test_closing_asks_while_something_typed_is_not_kept(desk, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.shell.ask.confirm", lambda *a, **k: bool(asked.append(1)))
    desk.go("invoices")
    desk.current().new_record()
    desk.current().form.number.setText("X-1")
    assert not desk.close()
    assert asked == [1]
    desk.current().form.number.clear()
    assert desk.close()


def test_the_panel_folds_and_stays_folded(desk):
    desk.go("invoices")
    assert desk._side.isVisible()
    desk.run("view.panel")
    assert not desk._side.isVisible()
    desk.go("customers")
    desk.go("invoices")
    assert not desk._side.isVisible()
    desk.current().new_record()
    assert desk._side.isVisible()


def test_every_act_has_a_name_and_no_key_is_taken_twice(desk):
    keys = {}
    for entry in SCREENS:
        desk.open(entry.key)
        for act in desk._commands.every():
            assert act.text()
            assert act.objectName()
        for act in [*desk._commands.acts.values(), *desk.current().acts]:
            key = act.shortcut().toString()
            if key:
                assert keys.setdefault((entry.key, key), act.objectName()) == act.objectName()


def test_whatever_a_person_acts_on_has_a_stable_name_and_says_it(desk):
    silent = []
    for address in ("customers", "customer/1", "invoices", "invoice/1"):
        desk.open(address)
        for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView):
            for widget in desk.findChildren(kind):
                if isinstance(widget, QHeaderView) or not widget.isVisible():
                    continue
                if widget.objectName().startswith("qt_"):
                    continue
                spoken = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                if not widget.objectName() or not spoken:
                    silent.append((address, type(widget).__name__, widget.objectName()))
    assert silent == []
