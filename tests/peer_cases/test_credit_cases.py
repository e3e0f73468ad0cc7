"""What other systems prove about credit limits and returned payments."""

from decimal import Decimal

import pytest

from domain.credit.check import CheckPolicy, Level
from domain.errors import CreditBlocked
from domain.policy import CreditPolicy
from domain.services import records, settlement
from tests.credit_desk import CreditDesk
from tests.desk import day


@pytest.fixture
def desk(tmp_path):
    opened = CreditDesk(tmp_path / "book.sqlite")
    yield opened
    opened.close()


def _shares(desk, **parts):
    """Let components have shares of the limit (percent), and nothing else block."""
    lenient = Decimal(100)
    check = CheckPolicy(
        part_limits={key: Decimal(share) for key, share in parts.items()},
        overdue_share_warn=lenient,
        overdue_share_block=lenient,
    )
    policy = CreditPolicy(check=check)
    records.keep_record(desk.uow(), policy, customer_id=None, dated_on=day("2026-01-01"))


def test_c75_no_limit_passes_zero_refuses_and_a_limit_is_compared(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-04")
    on = "2026-01-10"
    assert desk.ask("1000000.00", on).verdict is Level.PASSES
    desk.limit("0.00")
    assert desk.ask("1.00", on).blocks == ("limit.zero",)
    desk.allow("101.00", on, "2026-01-31")
    assert desk.ask("1.00", on).verdict is Level.WARN
    desk.limit("200.00")
    assert desk.ask("1.00", on).verdict is Level.PASSES
    assert desk.ask("150.00", on).blocks == ("limit.over",)


def test_c76_the_total_and_each_component_are_compared_and_named(desk):
    """550 as an order, then posted and overdue; then a second 550 due today."""
    desk.order("D1", "550.00", "2026-01-01")
    assert desk.parts("2026-01-05") == {"orders": "550.00", "total": "550.00"}
    desk.invoice("550.00", "2026-01-05", due="2026-01-06", order_number="D1")
    on = "2026-01-10"
    assert desk.parts(on) == {"overdue": "550.00", "total": "550.00"}
    _shares(desk)
    desk.limit("100.00")
    assert desk.ask(None, on).blocks == ("limit.over",)
    desk.limit("1100.00")
    assert desk.ask(None, on).blocks == ()
    _shares(desk, overdue="45.36")  # 498.96 of 1,100.00
    assert desk.ask(None, on).blocks == ("part_limit.over",)
    _shares(desk, not_due="27.27")  # 299.97 of 1,100.00
    desk.invoice("550.00", on, due=on)
    (named,) = [one for one in desk.ask(None, on).reasons if one.level is Level.BLOCK]
    assert (named.code, named.facts["part"]) == ("part_limit.over", "not_due")
    _shares(desk)
    desk.limit("900.00")
    (named,) = [one for one in desk.ask(None, on).reasons if one.level is Level.BLOCK]
    assert (named.code, named.facts["after"]) == ("limit.over", desk.money("1100.00").minor)
    with pytest.raises(CreditBlocked):
        desk.order("D2", "1.00", on)
    desk.allow("1101.00", on, "2026-01-31")
    desk.order("D2", "1.00", on)


def test_c79_a_returned_payment_is_a_risk_of_its_own_until_it_is_made_good(desk):
    invoice = desk.invoice("500.00", "2026-01-05", due="2026-02-04")
    receipt = desk.receipt("500.00", "2026-02-01", uses=[desk.use(invoice, "500.00")])
    settlement.return_receipt(desk.uow(), receipt, day("2026-02-03"), "退汇")
    assert desk.parts("2026-02-10") == {"returned": "500.00", "total": "500.00"}
    desk.receipt("500.00", "2026-02-11", uses=[desk.use(invoice, "500.00")])
    assert desk.parts("2026-02-11") == {}
