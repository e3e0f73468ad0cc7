"""The customers: list, page, form."""

import pytest

from domain.customer import Customer
from tests.ui.conftest import TODAY
from ui.customers import data


@pytest.fixture
def screen(desk):
    desk.open("customers")
    return desk.current()


def test_the_list_counts_its_saved_filters(screen):
    words = screen.list.pills.findChildren(type(screen.list.pills._buttons["all"]))
    assert [button.accessibleName() for button in words] == ["全部 3", "有余额 3", "逾期 2"]


def test_the_page_shows_the_numbers_that_matter(desk):
    desk.open("customer/1")
    page = desk.current().page
    shown = [number.accessibleName() for number in page._numbers]
    row = desk.ctx.reader.customer_row(1, TODAY)
    assert shown[0] == f"余额 {row.balance / 100:,.2f}"
    assert shown[2].startswith("可用额度")


def test_buckets_and_money_on_account_make_the_balance(ctx):
    found = data.read_overview(ctx.reader, 1, None, TODAY)
    assert sum(found.ageing.buckets) - found.ageing.unapplied == found.ageing.balance


def test_the_months_explain_the_balance(ctx):
    found = data.read_overview(ctx.reader, 1, None, TODAY)
    billed = sum(one.billed for one in found.months)
    received = sum(one.received for one in found.months)
    assert found.before + billed - received == found.ageing.balance


def test_movements_end_in_the_balance(ctx):
    lines = data.read_movements(ctx.reader, 1, "CNY", TODAY, "all")
    assert lines[0].balance == ctx.reader.customer_row(1, TODAY).balance
    assert sum(one.debit - one.credit for one in lines) == lines[0].balance


def test_a_short_period_brings_the_rest_forward(ctx):
    from datetime import date

    later = date(2027, 8, 1)
    lines = data.read_movements(ctx.reader, 1, "CNY", later, "year")
    assert lines[-1].kind == "brought_forward"
    assert lines[0].balance == ctx.reader.customer_row(1, later).balance


@pytest.mark.parametrize("tab", ["overview", "movements", "details", "papers", "history"])
def test_every_tab_shows(desk, tab):
    desk.open("customer/1")
    desk.current().page.show_tab(tab)
    assert desk.current().page.tabs.value() == tab


def test_editing_keeps_the_history_and_offers_undo(desk):
    desk.open("customer/1")
    page = desk.current().page
    page.show_tab("details")
    page.form._edits["phone"].setText("0571-1234")
    assert desk.current().has_draft()
    desk.current()._save_form()
    assert desk.ctx.reader.customer(1).phone == "0571-1234"
    assert not desk.current().has_draft()
    page.show_tab("history")
    text = page._lists["history"][0].index(0, 3).data()
    assert "电话: 0571-1234" in text
    desk.run("screen.undo")
    assert desk.ctx.reader.customer(1).phone == ""


def test_a_code_in_use_is_told_beside_the_field(desk):
    desk.open("customer/new")
    form = desk.current().page.form
    form._edits["code"].setText("C0001")
    form._edits["name"].setText("新客户")
    form.save()
    assert "已被使用" in form.fields["code"].error()
    assert desk.ctx.reader.find_customer("新客户") is None


def test_a_new_customer_gets_the_next_code_and_its_page(desk):
    desk.go("customers")
    desk.run("screen.new")
    form = desk.current().page.form
    assert form._edits["code"].text() == "C0004"
    form._edits["name"].setText("苏州澄澜电气有限公司")
    form.save()
    assert desk.current().address() == "customer/4"


def test_fields_that_cannot_be_empty_say_so(desk):
    desk.open("customer/new")
    form = desk.current().page.form
    form._edits["terms"].setText("whenever")
    form.limit.setText("12x")
    form.save()
    assert form.fields["name"].error() == "此项必填"
    assert "付款条件" in form.fields["terms"].error()
    assert form.fields["credit_limit_minor"].error()


@pytest.mark.parametrize(
    "codes,following",
    [([], "C0001"), (["C0009", "C0010"], "C0011"), (["A-7", "A-12"], "A-13"), (["x"], "C0001")],
)
def test_the_next_code_follows_the_highest(codes, following):
    assert data.next_code(codes) == following


def test_a_form_hands_back_what_it_was_shown(ctx, qtbot):
    from ui.customers.form import CustomerForm

    form = CustomerForm(ctx)
    qtbot.addWidget(form)
    form.retranslate()
    customer = Customer(
        code="C9",
        name="名",
        aliases=("甲", "乙"),
        credit_limit_minor=0,
        currency="USD",
        language="en",
        terms="NET30",
        extra={"x": "y"},
    )
    form.show_customer(9, customer)
    assert form.value() == customer
    assert not form.has_draft()
