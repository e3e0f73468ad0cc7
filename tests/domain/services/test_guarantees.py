"""Guarantees and letters of credit of the credit file: periods, acts, demands."""

from datetime import date

import pytest

from domain.cover.credit_letter import CreditStep
from domain.cover.guarantee import Deed, Liability, PeriodState
from domain.credit.file.security import GuaranteeType, Security, SecurityType
from domain.errors import BadPeriod, MissingField, NothingToDo
from domain.services import guarantees, records
from tests.desk import printed

GIVEN, MATURES = date(2026, 1, 10), date(2026, 6, 30)


def _guarantee(desk, *, replaces=None, ends=None, **more):
    values = {"giver": "张示例", "number": "BZ-1", "debt_due_on": MATURES}
    value = Security(type=SecurityType.GUARANTEE, **(values | more))
    kept = records.keep_record(
        desk.uow(),
        value,
        customer_id=desk.first,
        dated_on=GIVEN,
        ends_on=ends,
        replaces_id=replaces,
    )
    return kept.value


def _rows(desk, on):
    return guarantees.guarantees(desk.book.reader, on)


def test_a_guarantee_of_the_file_has_its_period_and_presses_near_its_end(desk):
    _guarantee(desk)
    _guarantee(desk, guarantee_type=GuaranteeType.JOINT, ends=date(2026, 9, 30))
    _guarantee(desk, debt_due_on=None)
    unknown, joint, ordinary = _rows(desk, date(2026, 9, 1))
    assert unknown.position is None
    assert joint.position.period.last_on == date(2026, 9, 30)
    assert (joint.position.liability, joint.position.alert) == (Liability.JOINT, 30)
    assert ordinary.position.period.last_on == date(2026, 12, 30)
    assert ordinary.position.assumed
    (near,) = guarantees.pressing(desk.book.reader, date(2026, 9, 1))
    assert near.record.id == joint.record.id


def test_only_the_act_of_its_kind_keeps_it_even_after_a_correction(desk):
    kept = _guarantee(desk, guarantee_type=GuaranteeType.JOINT)
    guarantees.record_act(desk.uow(), kept, Deed.SUED, date(2026, 7, 1))
    assert _rows(desk, date(2026, 8, 1))[0].position.state is PeriodState.RUNNING
    guarantees.record_act(desk.uow(), kept, Deed.DEMANDED, date(2026, 7, 10))
    _guarantee(desk, guarantee_type=GuaranteeType.JOINT, number="BZ-2", replaces=kept)
    assert _rows(desk, date(2026, 8, 1))[0].position.state is PeriodState.KEPT
    assert _rows(desk, date(2026, 7, 9))[0].position.state is PeriodState.RUNNING
    with pytest.raises(BadPeriod):
        guarantees.record_act(desk.uow(), kept, Deed.SUED, date(2026, 1, 9))


def test_a_demand_claims_what_is_overdue_up_to_the_cap(desk):
    kept = _guarantee(desk, guarantee_type=GuaranteeType.JOINT, amount=8_000_000)
    reader, on = desk.book.reader, date(2026, 7, 10)
    with pytest.raises(NothingToDo):
        guarantees.demand_value(reader, kept, on)
    desk.invoice("100000.00", "2026-05-01", due="2026-06-30")
    desk.invoice("5.00", "2026-07-01", due="2026-07-31")
    issued = guarantees.demand(desk.uow(), reader, kept, on, printed).value
    assert issued.value.number == "保字〔2026〕第0001号"
    assert issued.value.customer.name == "张示例"
    assert issued.value.total == 10_000_000
    words = "".join(block.text for block in issued.value.body)
    for part in ("连带责任保证", "第六百九十三条第二款", "2026年12月30日", "80,000.00"):
        assert part in words
    with pytest.raises(MissingField):
        guarantees.demand_value(reader, _guarantee(desk, giver=""), on)


def test_a_demand_claims_what_is_disputed_too(desk):
    kept = _guarantee(desk, guarantee_type=GuaranteeType.JOINT)
    document = desk.invoice("1000.00", "2026-05-01", due="2026-06-30")
    desk.dispute(document, "400.00", "2026-06-01")
    paper = guarantees.demand_value(desk.book.reader, kept, date(2026, 7, 10))
    assert paper.total == 100_000
    assert dict(paper.given)["claimed"] == "¥1,000.00"


def test_a_letter_of_credit_runs_from_shipment_to_presentation(desk):
    value = Security(type=SecurityType.LETTER_OF_CREDIT, latest_shipment=date(2026, 11, 30))
    kept = records.keep_record(
        desk.uow(), value, customer_id=desk.first, dated_on=GIVEN, ends_on=date(2026, 12, 15)
    ).value
    (before,) = guarantees.credit_letters(desk.book.reader, date(2026, 11, 1))
    assert (before.chain.step, before.chain.next_on) == (CreditStep.SHIP, date(2026, 11, 30))
    guarantees.record_act(desk.uow(), kept, Deed.SHIPPED, date(2026, 11, 20))
    (after,) = guarantees.credit_letters(desk.book.reader, date(2026, 11, 21))
    assert (after.chain.step, after.chain.next_on) == (CreditStep.PRESENT, date(2026, 12, 11))
    guarantees.record_act(desk.uow(), kept, Deed.PRESENTED, date(2026, 12, 1))
    (done,) = guarantees.credit_letters(desk.book.reader, date(2026, 12, 2))
    assert done.chain.step is CreditStep.PRESENTED
    assert _rows(desk, date(2026, 12, 2)) == []
