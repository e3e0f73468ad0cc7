"""The Cover tab: registers read, acts kept, papers issued, lists written."""

from datetime import timedelta
from decimal import Decimal

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.cover.claims import ClaimState
from domain.cover.deadlines import Step
from domain.cover.guarantee import Deed, PeriodState
from domain.cover.insurance import BuyerLimit, InsurancePolicy
from domain.credit.file.security import GuaranteeType, Security, SecurityType
from domain.customer import Customer
from domain.document import Kind
from domain.money import Money
from domain.record import Attachment
from domain.services import cover, customers, posting, records
from tests.domain.cover.cover_desk import policy
from tests.ui.conftest import TODAY
from ui.cover.tab import CoverTab, waiting

FROM, TO = TODAY - timedelta(days=300), TODAY + timedelta(days=60)


def _buyer(ctx):
    return ctx.reader.find_customer("COV")


def _invoice(ctx, number, due, minor):
    entry = posting.Entry(
        kind=Kind.INVOICE,
        customer_id=_buyer(ctx),
        number=number,
        issued_on=due - timedelta(days=30),
        due_on=due,
        amount=Money(minor, "CNY"),
    )
    posting.post(ctx.book.unit_of_work("t"), entry)


@pytest.fixture
def tab(wired, qtbot):
    """Return the tab over a book with a policy, a limit and two insured debts."""
    uow = wired.book.unit_of_work
    customers.add_customer(uow("t"), Customer(code="COV", name="南京示例电机有限公司"))
    cover.keep_policy(uow("t"), policy(), dated_on=FROM, ends_on=TO)
    limit = BuyerLimit(policy="P-1", amount_minor=900_000_000, number="L-1")
    cover.keep_limit(uow("t"), limit, customer_id=_buyer(wired), dated_on=FROM)
    _invoice(wired, "COV-1", TODAY - timedelta(days=80), 6_000_000)
    _invoice(wired, "COV-2", TODAY - timedelta(days=10), 4_000_000)
    made = CoverTab(wired)
    wired.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(1200, 640)
    made.show()
    made.refresh(None)
    return made


def _part(tab, key):
    tab.show_part(key)
    return tab.current()


def _select(part, number):
    for at in range(part.model.rowCount()):
        row = part.model.row_at(at)
        if number == row.cover.debt.number:
            part.view.select_id(part.spec.key(row))
            return row
    raise AssertionError(number)


def _act(part, name):
    return next(one for one in part.acts if one.objectName() == f"{part.spec.name}.{name}")


def test_deadlines_are_listed_the_nearest_first_and_counted(tab, wired):
    part = tab.current()
    numbers = [part.model.row_at(at).cover.debt.number for at in range(part.model.rowCount())]
    assert numbers.index("COV-1") < numbers.index("COV-2")
    row = _select(part, "COV-1")
    assert (row.days_left, row.alert) == (10, 14)
    assert waiting(wired.reader, wired) == sum(
        part.model.row_at(at).alert is not None for at in range(part.model.rowCount())
    )
    assert not _act(part, "claim").isEnabled()


def test_a_notice_is_issued_and_shown_ready_to_be_printed(tab, wired):
    part = tab.current()
    _select(part, "COV-1")
    _act(part, "notify").trigger()
    part.notice.editors["measures"].show_value("已停止发货")
    part.notice.submit()
    assert tab.current_key() == "papers"
    papers = wired.reader.papers(kind="loss_notice")
    assert [one.number for one in papers] == ["损字〔2026〕第0001号"]
    again = _part(tab, "deadlines")
    assert _select(again, "COV-1").days.step is Step.WAIT
    assert _act(again, "claim").isEnabled()
    assert not _act(again, "notify").isEnabled()


def _claimed(tab):
    part = tab.current()
    _select(part, "COV-1")
    _act(part, "notify").trigger()
    part.notice.submit()
    part = _part(tab, "deadlines")
    _select(part, "COV-1")
    _act(part, "claim").trigger()
    part.claim.submit()
    return _part(tab, "claims")


def test_a_claim_goes_from_the_deadline_to_its_payment_and_pack(tab, wired, tmp_path):
    entry = Attachment(name="签收单.jpg", customer_id=_buyer(wired), dated_on=FROM)
    records.attach(wired.book.unit_of_work("t"), entry, b"jpg")
    part = _claimed(tab)
    assert part.model.rowCount() == 1
    row = part.current()
    assert row.position.record.value.indemnity_minor == 5_400_000
    _act(part, "step").trigger()
    part.step.editors["state"].show_value(ClaimState.PAID)
    part.step.editors["amount_minor"].show_value(5_400_000)
    part.step.submit()
    _act(part, "recovery").trigger()
    part.recovery.editors["amount_minor"].show_value(1_000_000)
    part.recovery.submit()
    tab.refresh(None)
    row = part.current()
    assert (row.position.state, row.position.to_insurer) == (ClaimState.PAID, 900_000)
    file = tmp_path / "pack.pdf"
    part.write_pack(row.id, file)
    assert len(pypdf.PdfReader(file).pages) >= 2
    assert "签收单.jpg" in wired.said[-1]


def test_a_policy_is_entered_with_all_its_terms(wired, qtbot):
    made = CoverTab(wired)
    qtbot.addWidget(made)
    made.retranslate()
    made.refresh(None)
    part = _part(made, "policies")
    made.new_record()
    typed = {
        "number": "P-9",
        "insurer": "示例保险",
        "insured_percent": Decimal(85),
        "max_term_days": 90,
        "mep_days": 30,
        "noa_days": 15,
        "waiting_months": 4,
        "claim_window_months": 6,
        "declare_days": 15,
    }
    for key, value in typed.items():
        part.edit.editors[key].show_value(value)
    part.edit.submit()
    assert part.edit.fields["ends_on"].error()
    part.edit.ends.set_day(TODAY + timedelta(days=364))
    part.edit.submit()
    (kept,) = wired.reader.records(InsurancePolicy, firm=True)
    assert (kept.value.currency, kept.value.deductible_minor) == ("CNY", 0)
    assert kept.value.insured_percent == Decimal(85)


def test_a_limit_needs_a_customer_and_can_be_taken_back(tab, wired):
    part = _part(tab, "limits")
    assert part.model.rowCount() == 1
    part.start()
    part.limit.customer.set_customer(None)
    part.limit.editors["amount_minor"].show_value(0)
    part.limit.submit()
    assert part.limit.fields["customer"].error()
    part.limit.customer.set_customer(_buyer(wired))
    part.limit.submit()
    tab.refresh(None)
    assert part.model.rowCount() == 2
    assert not part.current().in_force or part.model.row_at(1).in_force is False
    part.view.select_id(part.model.row_at(0).record.id)
    part.take_back()
    tab.refresh(None)
    assert part.model.rowCount() == 1
    assert part.current().in_force


def test_adverse_information_stops_shipping_and_debts_are_asked_to_be_confirmed(tab, wired):
    part = _part(tab, "exposure")
    rows = [part.model.row_at(at) for at in range(part.model.rowCount())]
    mine = next(row for row in rows if row.code == "COV")
    part.view.select_id(part.spec.key(mine))
    _act(part, "adverse").trigger()
    part.adverse.editors["what"].show_value("被执行人")
    part.adverse.submit()
    part.confirm()
    assert wired.reader.papers(kind="confirm_receivable")
    assert tab.current_key() == "papers"


def test_a_month_is_kept_as_declared_and_its_list_written(tab, wired, tmp_path):
    part = _part(tab, "declarations")
    row = part.current()
    assert row.waiting_count >= 1
    file = tmp_path / "declared.csv"
    part.write_month(row, file)
    assert "COV-" in file.read_text(encoding="utf-8-sig")
    part.declare()
    tab.refresh(None)
    again = next(
        part.model.row_at(at)
        for at in range(part.model.rowCount())
        if part.model.row_at(at).month == row.month
    )
    assert (again.waiting_count, again.declared) == (0, row.waiting)


def _secure(ctx, **more):
    value = Security(giver="张示例", **more)
    uow = ctx.book.unit_of_work("t")
    records.keep_record(
        uow, value, customer_id=_buyer(ctx), dated_on=FROM, ends_on=more.pop("ends", None)
    )


def test_a_guarantee_is_demanded_and_kept_once_the_demand_arrived(tab, wired):
    _secure(
        wired,
        type=SecurityType.GUARANTEE,
        guarantee_type=GuaranteeType.JOINT,
        debt_due_on=TODAY - timedelta(days=150),
        amount=5_000_000,
    )
    part = _part(tab, "guarantees")
    assert part.current().position.alert is not None
    part.demand()
    assert wired.reader.papers(kind="guarantee_demand")
    part = _part(tab, "guarantees")
    _act(part, "deed").trigger()
    part.deed.editors["deed"].show_value(Deed.DEMANDED)
    part.deed.submit()
    tab.refresh(None)
    assert part.current().position.state is PeriodState.KEPT


def test_receivables_are_assigned_ticked_and_the_debtor_notified(tab, wired):
    _invoice(wired, "COV-3", TODAY + timedelta(days=20), 2_000_000)
    part = _part(tab, "assignments")
    tab.new_record()
    form = part.assign
    form.customer.set_customer(_buyer(wired))
    assert "COV-3" in [one.debt.number for one in form.ticked()] or form.debts.count() > 0
    for at in range(form.debts.count()):
        wanted = "COV-3" in form.debts.item(at).text()
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        form.debts.item(at).setCheckState(state)
    form.editors["assignee"].show_value("示例商业保理有限公司")
    form.editors["contract_number"].show_value("BL-1")
    form.editors["advance_percent"].show_value(Decimal(80))
    form.submit()
    tab.refresh(None)
    row = part.current()
    assert (row.record.value.total_minor, row.advance) == (2_000_000, 1_600_000)
    part.notify()
    assert wired.reader.papers(kind="assignment_notice")
    part = _part(tab, "assignments")
    _act(part, "end").trigger()
    part.end.editors["paid"].show_value(True)
    part.end.submit()
    tab.refresh(None)
    assert part.current().paid


def test_lists_are_copied_and_exported_and_every_register_shows_in_both_languages(
    tab, wired, tmp_path
):
    part = tab.current()
    tab.copy()
    assert "COV-" in QApplication.clipboard().text()
    part.write(tmp_path / "list.csv")
    assert "COV-1" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    from ui import language

    language.install("en")
    wired.set_language("en")
    tab.retranslate()
    for key in ("exposure", "limits", "policies", "claims", "guarantees", "letters", "papers"):
        tab.show_part(key)
        assert tab.current_key() == key
    assert tab.pills.accessibleName() == "Insurance and other cover"


def test_acts_of_hidden_registers_do_not_answer_and_escape_leaves_a_form(tab):
    first = tab.current()
    second = _part(tab, "limits")
    assert not any(act.isEnabled() for act in first.acts)
    assert second.new.isEnabled()
    second.start()
    assert tab.escape()
    assert not tab.escape()
