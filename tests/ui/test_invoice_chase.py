"""How one invoice is chased is said on the Invoices screen, and shown again there."""

from domain.dunning_records import DunningBlock
from domain.services import dunning_acts
from tests.ui.fakes import TODAY
from tests.ui.office import office

__all__ = ["office"]


def _form(office):
    screen = office.current()
    screen.open_chase()
    return screen, screen.chase_form


def test_an_invoice_is_not_chased_until_a_day_and_then_chased_again(office):
    office.open("invoices")
    screen = office.current()
    model = screen.list.list.model
    key = next(
        model.id_at(at) for at in range(model.rowCount()) if model.cached(model.id_at(at)).open > 0
    )
    screen.list.list.view.select_id(key)
    item = model.cached(key)
    screen, form = _form(office)
    assert form.state.text() == "随客户一并催收"
    assert form.fields["why"].isHidden()
    form.how.setCurrentIndex(form.how.findText("暂不催收"))
    form.until.setText("1 1")
    form.submit()
    assert form.fields["until"].error()
    form.until.setText("2027-01-31")
    form.note.setText("等质检报告")
    form.submit()
    kept = dunning_acts.item_block(office.ctx.reader, item.customer_id, key, TODAY)
    assert kept.value == DunningBlock(reason="talks", note="等质检报告")
    assert kept.ends_on.isoformat() == "2027-01-31"
    _, form = _form(office)
    assert form.state.text().endswith("至 2027-01-31")
    assert form.note.text() == "等质检报告"
    form.how.setCurrentIndex(0)
    form.submit()
    assert dunning_acts.item_block(office.ctx.reader, item.customer_id, key, TODAY) is None
