"""Payments returned by the bank, credits paid back, receipts in the order of the law."""

import pytest

from domain.listing import ListFilter
from tests.ui import fakes
from tests.ui.receipts.conftest import FIRST, pick, statement


def _answer(screen, text):
    screen.panel.ask.field.setText(text)
    screen.panel.ask.answer()


def _state(screen, key):
    return screen.ctx.reader.inflow(key, fakes.TODAY).state


def test_a_bank_line_that_took_money_back_finds_its_receipt(banked, opened, tmp_path):
    whole = opened[1][0][1]
    pick(banked, FIRST, opened[1][0][0])
    item = banked.panel.draft.lines()[0].id
    banked.desk.accept()
    assert banked.ctx.reader.open_item(item).open == 0
    row = ("2026-11-20", FIRST, "1103024809000712554", f"-{whole}", "退汇")
    banked.take_files([statement(tmp_path / "back.csv", [row])])
    banked.escape()
    banked.list.show_state("other")
    line = pick(banked, FIRST, "退汇")
    banked._run("return")
    _answer(banked, "")
    assert banked.ctx.reader.open_item(item).open == 0  # no reason, nothing booked
    _answer(banked, "账号有误")
    assert banked.ctx.reader.open_item(item).open > 0
    where = ListFilter(as_of=fakes.TODAY, state="other")
    assert banked.ctx.reader.inflows.count(where) == 1  # the electricity alone
    assert banked.ctx.reader.inflow(line.key, fakes.TODAY).amount < 0
    assert banked.ctx.reader.customer_row(1, fakes.TODAY).returned_on is not None


@pytest.fixture
def screen(office):
    office.go("receipts")
    return office.current()


def _enter(screen, amount):
    screen.new_record()
    screen.form.customer.set_customer(1)
    screen.form.amount.setText(amount)


def test_a_credit_is_paid_back_and_the_notice_takes_it_back(screen, office):
    _enter(screen, "123.45")
    screen.form._tell()
    screen.panel.draft.toggle_all()
    screen.form.submit()
    screen.list.show_state("todo")
    screen.list.list.view.selectRow(0)
    document = screen.panel.case.source.document_id
    left = screen.panel.case.source.available
    assert left == 12_345
    screen._run("refund")
    _answer(screen, "BK-9")
    assert screen.ctx.reader.receipt(document, fakes.TODAY).unapplied == 0
    office.said[-1].run()
    assert screen.ctx.reader.receipt(document, fakes.TODAY).unapplied == 12_345


def test_money_pays_costs_and_interest_before_the_principal(screen):
    reader = screen.ctx.reader
    before = sum(item.open for item in reader.open_debits(1, "CNY"))
    _enter(screen, "100.00")
    assert not screen.form.fields["costs"].isVisibleTo(screen.form)
    screen.form.statute.setChecked(True)
    assert screen.form.fields["costs"].isVisibleTo(screen.form)
    screen.form.costs.setText("30.00")
    screen.form.interest.setText("25.00")
    screen.form.submit()
    after = sum(item.open for item in reader.open_debits(1, "CNY"))
    assert before - after == 4_500  # what costs and interest left of 100.00
    assert not screen.form.statute.isChecked()


def test_an_unclear_claim_is_told_and_nothing_is_booked(screen):
    before = screen.ctx.reader.history(limit=1)[0].operation_id
    _enter(screen, "100.00")
    screen.form.statute.setChecked(True)
    screen.form.costs.setText("soon")
    screen.form.submit()
    assert screen.form.fields["costs"].error()
    assert screen.ctx.reader.history(limit=1)[0].operation_id == before
