"""The invoices: list, inspector, page, forms."""

import pytest

from domain.document import Kind
from tests.ui import fakes
from ui.invoices import columns
from ui.invoices.dispute import DisputeForm, SettleDisputeForm


@pytest.fixture
def screen(desk):
    desk.open("invoices?state=all")
    return desk.current()


def _words(chips):
    return [chip.text for chip in chips]


def test_chips_say_what_is_special(themed):
    part = fakes.item(1, amount=1000, open=400, level=2)
    assert _words(columns.chips(part)) == ["部分已收", "已催 2 级"]
    assert _words(columns.chips(fakes.item(1, status="void", open=0))) == ["已作废"]
    disputed = fakes.item(1, amount=1000, open=1000, disputed=300)
    assert _words(columns.chips(disputed)) == ["争议 3.00"]


def test_only_open_debits_are_late(themed):
    assert columns.late_days(fakes.item(1)) == 80
    assert columns.late_days(fakes.item(1, open=0)) is None
    assert columns.late_days(fakes.item(1, open=-5)) is None
    assert columns.late_days(fakes.item(1, days_overdue=0)) is None


def test_amounts_of_several_currencies_show_their_currency(screen):
    at = next(n for n, one in enumerate(screen.list.list.model.columns) if one.key == "currency")
    assert not screen.list.list.view.isColumnHidden(at)
    screen.list.list.narrow(currency="CNY")
    assert screen.list.list.view.isColumnHidden(at)


def test_the_inspector_follows_the_current_row(screen):
    view = screen.list.list.view
    view.selectRow(0)
    row = screen.list.list.model.row_at(0)
    assert screen.details.title.text() == row.label


def test_the_page_shows_the_chain_and_the_allocations(desk):
    paid = next(
        row
        for row in desk.ctx.reader.items.rows(range(1, 30), _all(desk)).values()
        if row.open != row.amount
    )
    desk.open(f"invoice/{paid.id}")
    page = desk.current().page
    assert page._used.rowCount() == 1
    assert page._title.text() == paid.label


def _all(desk):
    from domain.listing import ListFilter

    return ListFilter(as_of=desk.ctx.as_of)


def test_an_allocation_is_undone_from_the_page(desk):
    paid = next(
        row
        for row in desk.ctx.reader.items.rows(range(1, 30), _all(desk)).values()
        if row.open != row.amount
    )
    desk.open(f"invoice/{paid.id}")
    page = desk.current().page
    page._used_view.selectRow(0)
    page.reverse_selected()
    assert desk.ctx.reader.item(paid.id, desk.ctx.as_of).open == paid.amount
    assert page._used.row_at(0).reversed_on is not None


def test_a_document_is_entered_and_voided_by_name(desk, screen):
    before = desk.ctx.reader.items.count(_all(desk))
    desk.run("screen.new")
    form = screen.form
    form.customer.set_customer(2)
    form.amount.setText("1,000.00")
    form.number.setText("X-77")
    form.submit()
    assert desk.ctx.reader.items.count(_all(desk)) == before + 2
    desk.run("screen.undo")
    assert desk.ctx.reader.find_customer("C0002") == 2
    found = screen.list.list
    found.narrow(text="X-77", state="all")
    assert {found.model.row_at(row).status for row in range(found.model.rowCount())} == {"void"}


def test_unclear_fields_are_told_and_nothing_is_booked(desk, screen):
    before = desk.ctx.reader.items.count(_all(desk))
    desk.run("screen.new")
    form = screen.form
    form.amount.setText("12.345")
    form.terms.setText("someday")
    form.due.setText("31-31")
    form.customer.set_customer(None)
    form.submit()
    for key in ("customer", "amount", "terms", "due"):
        assert form.fields[key].error(), key
    assert form.amount.text() == "12.345"
    assert desk.ctx.reader.items.count(_all(desk)) == before


def test_a_number_in_use_is_told_beside_the_field(desk, screen):
    desk.run("screen.new")
    form = screen.form
    form.customer.set_customer(1)
    form.amount.setText("1")
    form.number.setText(desk.ctx.reader.item(1, desk.ctx.as_of).number)
    form.submit()
    assert "已经用过" in form.fields["number"].error()


def test_a_foreign_document_asks_for_the_rate(desk, screen):
    desk.run("screen.new")
    form = screen.form
    form.customer.set_customer(1)
    assert not form.fields["rate"].isVisibleTo(form)
    form.customer.set_customer(3)
    assert form.currency.currentData() == "USD"
    assert form.fields["rate"].isVisibleTo(form)


def test_a_dispute_is_opened_and_settled(desk, screen):
    screen.list.list.narrow(state="open")
    screen.list.list.view.selectRow(0)
    item = screen.list.list.model.row_at(0)
    screen.open_dispute()
    form = screen.disputes.form(DisputeForm)
    form.submit()
    assert form.fields["reason"].error()
    form.reason.setText("12 件尺寸超差")
    form.kind.setCurrentIndex(form.kind.findData("quality"))
    form.submit()
    assert desk.ctx.reader.item(item.id, desk.ctx.as_of).disputed == item.open
    (one,) = desk.ctx.reader.disputes(open_on=desk.ctx.as_of)
    assert (one.kind, one.owner, (one.due_on - one.opened_on).days) == ("quality", "林会计", 20)
    screen.disputes.run("settle", one.id)
    settle = screen.disputes.form(SettleDisputeForm)
    settle.outcome.setCurrentIndex(settle.outcome.findData("rejected"))
    settle.submit()
    assert settle.fields["text"].error()
    settle.text.setPlainText("与签收单相符")
    settle.submit()
    assert desk.ctx.reader.disputes(open_on=desk.ctx.as_of) == []
    assert desk.ctx.reader.item(item.id, desk.ctx.as_of).disputed == 0


def test_what_is_conceded_goes_on_to_its_credit_note(desk, screen):
    screen.list.list.narrow(state="open")
    screen.list.list.view.selectRow(0)
    item = screen.list.list.model.row_at(0)
    screen.open_dispute()
    form = screen.disputes.form(DisputeForm)
    form.amount.set_minor(10_000)
    form.reason.setText("按旧价目")
    form.submit()
    (one,) = desk.ctx.reader.disputes(open_on=desk.ctx.as_of)
    screen.disputes.run("settle", one.id)
    settle = screen.disputes.form(SettleDisputeForm)
    settle.outcome.setCurrentIndex(settle.outcome.findData("part_accepted"))
    settle.submit()
    assert settle.fields["conceded"].error()
    settle.conceded.set_minor(4_000)
    settle.submit()
    assert screen.side.currentWidget() is screen.form
    assert screen.form.amount.minor() == 4_000
    assert not screen.form.kind.isEnabled()
    screen.form.submit()
    after = desk.ctx.reader.item(item.id, desk.ctx.as_of)
    assert (after.open, after.disputed) == (item.open - 4_000, 0)
    (ended,) = desk.ctx.reader.disputes(item_id=item.id)
    assert (ended.conceded, ended.credited, len(ended.credits)) == (4_000, 4_000, 1)
    assert screen.form.kind.isEnabled()


def test_voiding_asks_for_a_reason(desk, screen, monkeypatch):
    screen.list.list.narrow(text="", state="open")
    asked = []
    monkeypatch.setattr("ui.invoices.screen.ask_reason", lambda *a: asked.append(a) or "开错了")
    view = screen.list.list.view
    row = next(
        n
        for n in range(screen.list.list.model.rowCount())
        if (one := screen.list.list.model.row_at(n)).open == one.amount and one.parts == 1
    )
    view.selectRow(row)
    number = screen.list.list.model.row_at(row).number
    screen.ask_void()
    assert number in asked[0][1]
    screen.list.list.narrow(text=number, state="all")
    assert screen.list.list.model.row_at(0).status == "void"


def test_escape_closes_the_form_then_the_page(desk, screen):
    desk.open("invoice/1")
    screen.new_record()
    desk.escape()
    assert screen.side.currentWidget() is screen.details
    desk.escape()
    assert screen.address() == "invoices"


def test_an_address_filters_the_list(desk):
    desk.open("invoices?state=overdue&customer=1")
    where = desk.current().list.list.model.where
    assert (where.state, where.customer_id) == ("overdue", 1)
    desk.current().list.list.tags.dropped.emit("customer_id")
    assert desk.current().list.list.model.where.customer_id is None


def test_every_kind_has_a_word(themed):
    from ui import labels

    assert all(labels.kind(kind) != kind.value for kind in Kind)
