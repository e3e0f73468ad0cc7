"""May I sell: the dialog, the Credit screen's list, the invoice form's note, the watch."""

from dataclasses import replace
from datetime import date

import pytest

from domain.document import Kind
from domain.money import Money
from domain.services import customers, posting, receipts
from tests.ui.conftest import TODAY
from ui.credit.check_dialog import CheckDialog
from ui.credit.watch import CreditWatch


def _uow(ctx):
    return ctx.book.unit_of_work("林会计")


@pytest.fixture
def dialog(desk):
    desk.open("customer/2/overview")
    desk.run("credit.check")
    return desk.findChild(CheckDialog, "credit.check")


def test_the_dialog_takes_the_customer_of_the_page_and_answers_while_typing(dialog):
    assert dialog.customer.customer_id == 2
    dialog.amount.set_minor(50_000_00)
    dialog.days.setText("60")
    dialog.ask()
    assert dialog.verdict.figures["after"].accessibleName().startswith("加上本次")
    assert "逾期占应收" in dialog.verdict.text()


def test_without_a_customer_it_says_what_to_do(desk):
    desk.open("invoices")
    desk.run("credit.check")
    found = desk.findChild(CheckDialog, "credit.check")
    found.customer.set_customer(None)
    found.ask()
    assert not found.verdict.isVisibleTo(found)
    assert "先选客户" in found._hint.text()


def test_the_dialog_opens_the_exposure_and_speaks_both_languages(desk, dialog):
    dialog._open()
    assert desk.current().page.tabs.value() == "exposure"
    desk.set_language("en")
    assert dialog.windowTitle() == "May I sell?"
    assert dialog.verdict.head.text() == "Not on credit"


@pytest.fixture
def stops(desk):
    desk.open("credit?tab=stops")
    return desk.current().current()


def test_the_credit_screen_lists_who_is_blocked_and_why(desk, stops):
    assert stops.model.rowCount() == 2
    stops.view.setCurrentIndex(stops.model.index(0, 0))
    assert stops._reasons.count() == 1
    stops.view.chosen.emit(1)
    assert desk.current().key == "customers"


def test_the_pills_narrow_the_list(stops):
    stops.open({"state": "hold"})
    assert stops.model.rowCount() == 0
    assert stops.stack.currentWidget() is stops.empty
    stops.open({"state": "all"})
    assert stops.model.rowCount() == 2
    assert stops.stack.currentWidget() is not stops.empty
    assert stops._title.text()
    assert stops.state() == {"state": "all"}


def test_the_invoice_form_tells_of_a_blocked_customer_and_posts_all_the_same(desk):
    desk.open("invoices")
    desk.current().new_record()
    form = desk.current().form
    form.customer.set_customer(1)
    form.amount.setText("100.00")
    form.credit._read()
    assert form.credit.isVisibleTo(form)
    assert "仍可过账" in form.credit._head.text()
    before = desk.ctx.reader.customer_row(1, TODAY).balance
    form.submit()
    assert desk.ctx.reader.customer_row(1, TODAY).balance == before + 10_000


def test_a_credit_note_is_not_asked_about(desk):
    desk.open("invoices")
    desk.current().new_record()
    form = desk.current().form
    form.customer.set_customer(1)
    form.kind.setCurrentIndex(form.kind.findData(Kind.CREDIT_NOTE.value))
    assert not form.credit.isVisibleTo(form)


@pytest.fixture
def watch(ctx):
    """Return a watch over a book in which the second customer has paid everything."""
    while debits := ctx.reader.open_debits(2, "CNY"):
        money = receipts.ReceiptEntry(
            customer_id=2, received_on=date(2026, 11, 1), amount=Money(debits[0].open, "CNY")
        )
        use = receipts.Use(item_id=debits[0].id, minor=debits[0].open)
        receipts.record_receipt(_uow(ctx), money, [use])
    found = CreditWatch(ctx)
    found.look()
    ctx.said = []
    ctx.noticed.connect(ctx.said.append)
    return found


def test_a_change_that_blocks_a_customer_is_told_once(ctx, watch):
    known = ctx.reader.customer(2)
    customers.edit_customer(_uow(ctx), 2, replace(known, credit_limit_minor=0))
    watch.look()
    assert ctx.said == []
    entry = posting.Entry(
        kind=Kind.INVOICE, customer_id=2, issued_on=TODAY, amount=Money(10_000, "CNY")
    )
    posting.post(_uow(ctx), entry)
    watch.look()
    watch.look()
    (notice,) = ctx.said
    assert notice.text.startswith("C0002 无锡锡禾传动科技有限公司：不能赊销。信用额度为 0")
    opened = []
    ctx.navigated.connect(opened.append)
    notice.run()
    assert opened == ["customer/2/exposure"]


def test_another_day_tells_nothing(ctx, watch):
    ctx.set_as_of(date(2027, 6, 1))
    watch.look()
    assert ctx.said == []
