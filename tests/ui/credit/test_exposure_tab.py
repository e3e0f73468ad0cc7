"""The exposure tab: components with their documents, orders, holds, overrides by its forms."""

from datetime import date

import pytest

from domain.credit.check import Level
from domain.credit.exposure import Part
from domain.services.credit_check import Asked, check_sale, exposures
from domain.services.exposure_lines import exposure_lines
from tests.ui.conftest import TODAY


@pytest.fixture
def tab(desk):
    desk.open("customer/1/exposure")
    return desk.current().page.shown_tab()


def cells(model, key):
    column = [one.key for one in model.columns].index(key)
    return [model.index(at, column).data() for at in range(model.rowCount())]


def take_order(tab, number="SO-77", amount="500.00"):
    tab.new_order()
    form = tab.order_form
    form.number.setText(number)
    form.amount.setText(amount)
    form.submit()
    return form


def test_the_components_add_up_to_the_exposure_and_say_why_it_is_blocked(tab):
    assert cells(tab.parts[0], "amount") == ["4,722.10", "4,722.10"]
    assert cells(tab.parts[0], "part") == ["逾期应收", "敞口"]
    assert tab.verdict.head.text() == "不能赊销"
    assert "逾期占应收的 100.0%" in tab.verdict.text()


def test_every_component_opens_to_documents_that_make_it_up(desk, tab):
    take_order(tab)
    reader = desk.ctx.reader
    found = {one.currency: one for one in exposures(reader, TODAY, customer_ids=[1])}["CNY"]
    lines = exposure_lines(reader, 1, TODAY)
    for part in Part:
        assert sum(one.amount for one in lines.get(part, ())) == found.part(part)
    tab.parts[1].setCurrentIndex(tab.parts[0].index(0, 0))
    assert set(cells(tab.lines[0], "part")) == {"逾期应收"}


def test_an_order_that_is_blocked_is_refused_beside_its_amount(desk, tab):
    form = take_order(tab)
    assert "SO-77" not in cells(tab.orders[0], "number")
    assert "未通过信用检查" in form.fields["amount"].error()
    assert desk.ctx.reader.order_states(TODAY) == []


def override(tab, ceiling="10000.00"):
    tab.give_override()
    form = tab.override_form
    form.ceiling.setText(ceiling)
    form.until.set_day(date(2026, 12, 31))
    form.texts["reason"].setText("老客户")
    form.texts["asked_by"].setText("销售")
    form.texts["allowed_by"].setText("经理")
    form.submit()
    return form


def test_an_override_lets_the_order_through_and_stays_in_view(tab):
    override(tab)
    take_order(tab)
    assert cells(tab.orders[0], "number") == ["SO-77"]
    assert cells(tab.stops[0], "what") == ["放行"]
    assert "经理 已放行至 2026-12-31" in tab.verdict.text()


def test_one_person_cannot_ask_for_and_give_an_override(tab):
    tab.give_override()
    form = tab.override_form
    form.until.set_day(date(2026, 12, 31))
    for name in ("reason", "asked_by", "allowed_by"):
        form.texts[name].setText("林会计")
    form.submit()
    assert "不能既申请又批准" in form.fields["allowed_by"].error()


def test_a_delivery_moves_an_order_to_what_is_to_be_invoiced(tab):
    override(tab)
    take_order(tab)
    tab.orders[1].setCurrentIndex(tab.orders[0].index(0, 0))
    tab.deliver()
    assert tab.deliver_form.amount.minor() == 50_000
    tab.deliver_form.amount.setText("200.00")
    tab.deliver_form.submit()
    assert cells(tab.orders[0], "delivered") == ["200.00"]
    assert {"未发货订单", "已发货未开票"} <= set(cells(tab.parts[0], "part"))


def test_an_order_is_closed_with_a_reason(tab, monkeypatch):
    override(tab)
    take_order(tab)
    tab.orders[1].setCurrentIndex(tab.orders[0].index(0, 0))
    monkeypatch.setattr("ui.shell.ask.ask_reason", lambda *_asked: "客户取消")
    tab.close_order()
    assert cells(tab.orders[0], "left") == ["—"]


def test_a_hold_is_put_on_and_released_by_another(desk, tab):
    tab.hold()
    form = tab.hold_form
    form.texts["reason"].setText("多次催收未付")
    form.texts["held_by"].setText("林会计")
    form.submit()
    assert cells(tab.stops[0], "what") == ["暂停接单和发货"]
    assert "自 2026-11-20 起暂停接单和发货" in tab.verdict.text()
    tab.stops[1].setCurrentIndex(tab.stops[0].index(0, 0))
    tab.release()
    release = tab.release_form
    release.reason.setText("已付清")
    release.by.setText("林会计")
    release.submit()
    assert "不能既申请又批准" in release.fields["released_by"].error()
    release.by.setText("经理")
    release.submit()
    assert cells(tab.stops[0], "state") == ["已结束"]
    blocked = check_sale(desk.ctx.reader, Asked(customer_id=1), TODAY)
    assert not any(one.startswith("hold") for one in blocked.blocks)


def test_a_ground_that_needs_proof_asks_for_it(tab):
    tab.hold()
    form = tab.hold_form
    form.texts["reason"].setText("经营恶化")
    form.ground.setCurrentIndex(3)
    form.submit()
    assert form.fields["proof"].error()


def test_escape_folds_the_form_away_and_a_typed_order_is_a_draft(desk, tab):
    tab.new_order()
    tab.order_form.number.setText("SO-1")
    assert desk.current().has_draft()
    assert tab.escape()
    assert not desk.current().has_draft()
    assert not tab.escape()


def test_the_list_shows_exposure_and_the_hold(desk, tab):
    override(tab)
    take_order(tab)
    row = desk.ctx.reader.customer_row(1, TODAY)
    assert row.exposure == row.balance + 50_000
    found = check_sale(desk.ctx.reader, Asked(customer_id=1), TODAY)
    assert (found.asked.exposure, found.verdict) == (row.exposure, Level.WARN)
