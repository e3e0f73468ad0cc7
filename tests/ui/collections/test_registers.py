"""Registers of promises, plans, disputes and limitation; the customer's collection log."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.collecting.plan import PaymentPlan
from domain.collecting.promise import Promise
from domain.collecting.talk import Outcome, Talk
from domain.credit.file.security import Security, SecurityType
from domain.disputes import Dispute, DisputeKind
from domain.letters.writing import listed
from domain.services import disputes
from domain.services.promises import keep_promise
from domain.services.records import keep_record
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


def test_a_plan_is_written_as_an_agreement_and_signed(office, overdue):
    office.open("customer/1/log/plans")
    plans = office.current().page.shown_tab().plans
    plans.add.click()
    plans.form.count.setText("3")
    plans.form.first.set_day(date(2026, 12, 31))
    plans.form._show_lines()
    plans.form.submit()
    plans.write_agreement()
    letters = office.current().page.shown_tab()
    assert letters.letter.currentData() == "repayment_agreement"
    assert letters.facts.tables()["plan"].count("\n") == 2
    letters.facts.fields["supply"].editor.setText("款到发货")
    letters.issue()
    assert [one.kind for one in office.ctx.reader.papers(customer_id=1)] == ["repayment_agreement"]
    office.open("customer/1/log/plans")
    plans.mark_signed(plans.current(), "李总")
    assert plans.waits.text() == "李总 已签"
    assert not plans.sign.isEnabled()
    (event,) = office.ctx.reader.legal_events(customer_id=1)
    assert event.event.kind == "instalment_plan"


def test_a_plan_is_over_what_its_agreement_lists_and_no_disputed_part(office, overdue):
    value = Dispute(
        item_id=overdue.id,
        amount=overdue.open - 100,
        kind=DisputeKind.QUALITY,
        reason="少一箱",
        opened_on=date(2026, 11, 1),
    )
    disputes.open_dispute(office.ctx.book.unit_of_work("tester"), value)
    office.open("customer/1/log/plans")
    plans = office.current().page.shown_tab().plans
    plans.add.click()
    chosen = plans.form.chosen()
    (mine,) = [one for one in chosen if one.id == overdue.id]
    assert (listed(mine), mine.open) == (100, overdue.open)
    assert plans.form.principal.minor() == sum(listed(one) for one in chosen)
    assert plans.form.principal.minor() < sum(one.open for one in chosen)


def test_a_plan_says_whose_consent_it_needs(office, overdue):
    value = Security(
        type=SecurityType.GUARANTEE, giver="示例保证人", debt_due_on=date(2026, 11, 30)
    )
    keep_record(
        office.ctx.book.unit_of_work("tester"),
        value,
        customer_id=1,
        dated_on=date(2026, 1, 1),
    )
    office.open("customer/1/log/plans")
    form = office.current().page.shown_tab().plans.form
    office.current().page.shown_tab().plans.add.click()
    form.first.set_day(date(2026, 12, 31))
    form._show_lines()
    assert "示例保证人" in form.needs.text()
    assert not form.fields["insurer_consent"].isVisibleTo(form)
    form.submit()
    (plan,) = office.ctx.reader.records(PaymentPlan)
    assert (plan.value.guarantor_consent, plan.value.waits_for) == ("needed", ("guarantor",))
    assert "尚缺保证人同意" in office.current().page.shown_tab().plans.waits.text()


def test_a_call_ends_in_a_talk_a_promise_and_a_dispute(office, overdue):
    office.open("customer/1/log/guide")
    guide = office.current().page.shown_tab().guide
    assert guide.paper().title == "催收通话提纲"
    assert guide.preview.count >= 1
    guide.talk.editors["person"].edit.setText("李经理")
    guide.talk.editors["text"].edit.setPlainText("下周先付")
    guide.talk.editors["outcome"].show_value(Outcome.PROMISED)
    guide.talk.submit()
    assert guide.side.currentWidget() is guide.promise
    told = guide.promise.value()
    assert (told.by, told.note, told.currency) == ("李经理", "下周先付", "CNY")
    guide.promise.editors["due_on"].edit.set_day(date(2026, 12, 24))
    guide.promise.submit()
    assert [one.value.by for one in office.ctx.reader.records(Promise)] == ["李经理"]
    assert [one.value.person for one in office.ctx.reader.records(Talk)] == ["李经理"]
    assert guide.side.currentWidget() is guide.talk
    chosen = []
    menu = guide.item_menu([overdue], chosen.append)
    menu.actions()[0].trigger()
    assert [one.id for one in chosen] == [overdue.id]
    guide._show_dispute(overdue, "尺寸超差")
    guide.dispute.submit()
    assert [one.reason for one in office.ctx.reader.disputes()] == ["尺寸超差"]


def test_the_overview_tells_the_log_and_the_next_step(office, overdue):
    _promise(office, 100, date(2026, 11, 15))
    office.open("customer/1/overview")
    side = office.current().page.overview.log
    heads = [side._lines.itemAt(at).widget().accessibleName() for at in range(side._lines.count())]
    assert any("付款承诺" in one and "失约" in one for one in heads)
    assert any("承诺未兑现" in one for one in heads)
    office.set_language("en")
    assert side.add.text()
    office.set_language("zh")


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
