"""Registers of promises, plans, disputes and limitation; the customer's collection log."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.collecting.promise import Promise
from domain.disputes import Dispute, DisputeKind
from domain.services import disputes
from domain.services.promises import keep_promise
from tests.ui import fakes
from ui.invoices.dispute import SettleDisputeForm


@pytest.fixture
def overdue(office):
    """Return an overdue item of the first customer."""
    items = office.ctx.reader.open_items(fakes.TODAY, customer_id=1)
    return next(one for one in items if (one.days_overdue or 0) > 0)


def _promise(office, amount, due):
    value = Promise(amount=amount, currency="CNY", due_on=due)
    keep_promise(
        office.ctx.book.unit_of_work("tester"),
        value,
        dated_on=date(2026, 11, 1),
        customer_id=1,
    )


def test_a_promise_stands_in_the_register_and_opens_its_customer(office):
    _promise(office, 50_000, fakes.TODAY)
    office.open("collections?tab=promises")
    tab = office.current().current()
    assert [row.one.state for row in tab.shown()] == ["due"]
    assert tab.model.columns[-1].chips(tab.shown()[0])[0].text == "今日到期"
    tab.open_current()
    assert office.current().key == "customers"
    assert office.current().page.tabs.value() == "log"


def test_a_promise_is_typed_in_the_log(office):
    office.open("customer/1/log")
    log = office.current().page.shown_tab()
    log.show_part("promises")
    log.promises.add_one()
    form = log.promises.edit
    form.submit()
    assert form.fields["amount"].error()
    form.editors["amount"].edit.set_minor(123_400)
    form.editors["due_on"].edit.set_day(date(2026, 12, 24))
    form.submit()
    (one,) = office.ctx.reader.records(Promise)
    assert (one.value.amount, one.value.currency) == (123_400, "CNY")
    assert log.promises.model.rowCount() == 1


def test_a_plan_is_agreed_with_its_lines_shown(office, overdue):
    office.open("customer/1/log")
    log = office.current().page.shown_tab()
    log.show_part("plans")
    log.plans.add.click()
    form = log.plans.form
    assert form.principal.minor() >= overdue.open
    form.count.setText("3")
    form.first.set_day(date(2026, 12, 31))
    form._show_lines()
    assert form.lines.texts.rowCount() == 3
    form.submit()
    (plan,) = [log.plans.model.cached(key) for key in log.plans.view.selected_ids()]
    assert [one.line.due_on for one in plan.standing.lines] == [
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
    ]
    assert plan.standing.state == "performing"
    office.open("collections?tab=plans")
    assert office.current().current().model.rowCount() == 1


def test_a_plan_without_invoices_is_refused_at_its_field(office, overdue):
    office.open("customer/1/log")
    log = office.current().page.shown_tab()
    log.show_part("plans")
    log.plans.add.click()
    form = log.plans.form
    for at in range(form.items.count()):
        form.items.item(at).setCheckState(Qt.CheckState.Unchecked)
    form.submit()
    assert form.fields["items"].error()


def test_a_dispute_is_settled_from_its_register(office, overdue):
    value = Dispute(
        item_id=overdue.id,
        amount=overdue.open,
        kind=DisputeKind.QUALITY,
        reason="Bore",
        opened_on=date(2026, 10, 2),
    )
    disputes.open_dispute(office.ctx.book.unit_of_work("tester"), value)
    office.open("collections?tab=disputes")
    tab = office.current().current()
    assert [one.state for one in tab.shown()] == ["late"]
    assert tab.help_text()
    tab.run("settle")
    form = office.current().disputes.form(SettleDisputeForm)
    form.outcome.setCurrentIndex(form.outcome.findData("withdrawn"))
    form.submit()
    office.open("collections?tab=disputes")
    assert office.current().current().shown() == []
    tab.pills.chosen.emit("settled")


def test_limitation_lists_what_is_owed_the_nearest_first(office):
    office.open("collections?tab=limitation")
    tab = office.current().current()
    left = [row.days_left for row in tab.shown()]
    assert left
    assert left == sorted(left)


@pytest.mark.parametrize("tab", ["promises", "plans", "disputes", "limitation"])
def test_empty_registers_say_what_belongs_there(office, tab):
    office.set_language("en")
    office.open(f"collections?tab={tab}")
    shown = office.current().current()
    title, text = shown._register.empty()
    assert title
    assert text
    assert shown.help_text().startswith("<p>")
    office.set_language("zh")
