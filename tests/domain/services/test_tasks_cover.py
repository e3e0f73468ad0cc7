"""The worklist knows what cover asks for: notices, guarantors, declarations, their days."""

from datetime import date

from domain.cover.insurance import BuyerLimit
from domain.credit.file.security import GuaranteeType, Security, SecurityType
from domain.services import cover, records
from domain.services.worklist import worklist
from domain.worklist.task import TaskKind
from tests.domain.cover.cover_desk import END, START, policy


def _tasks(desk, on):
    found = worklist(desk.book.reader, on)
    return {
        one.task.reason: one.task for one in found.ranked if one.task.kind is TaskKind.COVER
    }, found.deadlines


def test_an_insured_debt_near_its_day_is_a_task_for_the_insured_amount(desk):
    cover.keep_policy(desk.uow(), policy(), dated_on=START, ends_on=END)
    limit = BuyerLimit(policy="P-1", amount_minor=10_000_000)
    cover.keep_limit(desk.uow(), limit, customer_id=desk.first, dated_on=START)
    desk.invoice("60000.00", "2026-01-05", due="2026-02-04", number="A")
    early, _ = _tasks(desk, date(2026, 2, 3))
    assert list(early) == ["insurance.declare"]
    assert early["insurance.declare"].due_on == date(2026, 2, 15)
    near, days = _tasks(desk, date(2026, 4, 25))
    task = near["insurance.notify"]
    assert (task.amount, task.due_on, task.facts["number"]) == (
        5_400_000,
        date(2026, 5, 5),
        "A",
    )
    assert [(one.reason, one.on) for one in days if one.reason.startswith("insurance")] == [
        ("insurance.notify", date(2026, 5, 5))
    ]
    missed, _ = _tasks(desk, date(2026, 5, 6))
    assert "insurance.missed" in missed


def test_a_guarantor_is_to_be_held_before_the_period_ends(desk):
    value = Security(
        type=SecurityType.GUARANTEE,
        giver="张示例",
        amount=5_000_000,
        guarantee_type=GuaranteeType.JOINT,
        debt_due_on=date(2026, 1, 31),
    )
    records.keep_record(desk.uow(), value, customer_id=desk.first, dated_on=START)
    found, _ = _tasks(desk, date(2026, 7, 1))
    assert found["guarantee.demand"].due_on == date(2026, 7, 31)
    lost, _ = _tasks(desk, date(2026, 8, 1))
    assert "guarantee.lost" in lost
