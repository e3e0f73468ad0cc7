"""Set-off, transfer and refund from the invoices, revaluation from the settings."""

from datetime import date
from decimal import Decimal

import pytest

from domain.document import Kind
from domain.money import Money
from domain.services.posting import Entry, post
from domain.services.settings import add_rate
from tests.ui import fakes
from tests.ui.office import office
from ui.settings.revaluation import RevaluationSection

__all__ = ["office"]


@pytest.fixture
def screen(office):
    office.open("invoices?state=open")
    return office.current()


def _pick(screen, *, currency="CNY"):
    """Make the first open debit of a currency the current row, and return it."""
    pane = screen.list.list
    pane.narrow(currency=currency, state="open")
    row = next(n for n in range(pane.model.rowCount()) if pane.model.row_at(n).open > 0)
    pane.view.selectRow(row)
    return pane.model.row_at(row)


def test_a_set_off_needs_what_we_owe_and_issues_its_notice(office, screen):
    item = _pick(screen)
    screen.open_settle("set_off")
    form = screen.settle_form
    assert form.amount.minor() == item.open
    form.submit()
    assert form.fields["payable"].error()
    form.payable.setText("采购发票 88")
    form.agreement.setText("抵销协议 1")
    form.submit()
    reader = office.ctx.reader
    assert reader.open_item(item.id).open == 0
    (paper,) = reader.papers(kind="set_off_notice")
    assert paper.customer_id == item.customer_id
    assert reader.paper_pdf(paper.id).startswith(b"%PDF")
    assert office.current().key == "statements"


def test_a_typed_amount_settles_that_much(office, screen):
    item = _pick(screen)
    screen.open_settle("set_off")
    form = screen.settle_form
    form.paper.setChecked(False)
    form.payable.setText("P")
    form.agreement.setText("A")
    form.amount.setText("0.01")
    form.submit()
    assert office.ctx.reader.open_item(item.id).open == item.open - 1
    office.said[-1].run()
    assert office.ctx.reader.open_item(item.id).open == item.open


def test_more_than_is_open_is_refused_beside_the_amount(office, screen):
    item = _pick(screen)
    screen.open_settle("set_off")
    form = screen.settle_form
    form.payable.setText("P")
    form.agreement.setText("A")
    form.amount.set_minor(item.open + 1)
    form.submit()
    assert form.fields["amount"].error()
    assert office.ctx.reader.open_item(item.id).open == item.open


def test_a_debt_is_transferred_to_another_customer(office, screen):
    item = _pick(screen)
    other = next(n for n in (1, 2, 3) if n != item.customer_id)
    screen.open_settle("transfer")
    form = screen.settle_form
    form.submit()
    assert form.fields["customer"].error()
    assert form.fields["agreement"].error()
    form.customer.set_customer(other)
    form.agreement.setText("三方协议 7")
    form.submit()
    reader = office.ctx.reader
    moved = [one for one in reader.open_debits(other, item.currency) if one.kind == "transfer"]
    assert [(one.open, one.due_on) for one in moved] == [(item.open, item.due_on)]
    assert reader.papers(kind="transfer_notice")


def test_only_an_open_credit_is_refunded(office, screen):
    _pick(screen)
    said = len(office.said)
    screen.open_settle("refund")
    assert len(office.said) == said + 1
    assert screen.side.currentWidget() is screen.details


def test_the_form_speaks_both_languages(office, screen):
    _pick(screen)
    for act in ("set_off", "transfer"):
        screen.open_settle(act)
        for language in ("en", "zh"):
            office.ctx.set_language(language)
            screen.settle_form.retranslate()
            assert screen.settle_form.do.text()


def test_a_revaluation_is_drafted_booked_and_reversed(office, qtbot):
    ctx = office.ctx
    section = RevaluationSection(ctx)
    qtbot.addWidget(section)
    section.retranslate()
    section.on.set_day(fakes.TODAY)
    section.load()
    assert section.problem.text()  # dollars are open, and no rate is known
    entry = Entry(
        kind=Kind.INVOICE,
        customer_id=3,
        issued_on=date(2026, 10, 5),
        amount=Money(10_000, "USD"),
        rate=Decimal("7.1"),
    )
    post(ctx.book.unit_of_work("t"), entry)
    add_rate(ctx.book.unit_of_work("t"), "USD", date(2026, 10, 31), Decimal("7.05"))
    section.load()
    (posting,) = section._draft.postings
    assert (posting.open, posting.change) == (10_000, -500)
    assert section._draft.without_rate  # those booked without a rate are told, not guessed
    section.submit()
    (run,) = ctx.reader.revaluations()
    assert run.valued - run.booked == -500
    section.reverse_last()
    (run,) = ctx.reader.revaluations()
    assert run.reversed_on is not None
    for language in ("en", "zh"):
        ctx.set_language(language)
        section.retranslate()
