"""What limits put on today's list: decisions, reviews, ends."""

from datetime import date, timedelta

from domain.credit.limits import CreditLimit
from domain.services import limits
from domain.services.approvals import Request, apply, draft_application
from domain.services.worklist import worklist

DAY = date(2026, 6, 1)


def test_an_application_waits_on_the_list_until_it_is_decided(desk):
    asked = Request(customer_id=desk.first, currency="CNY", minor=50_000_00, reason="新")
    value = draft_application(desk.book.reader, asked, "周敏", DAY)
    assert worklist(desk.book.reader, DAY).ranked == ()
    apply(desk.uow(), value, desk.first, DAY)
    (found,) = worklist(desk.book.reader, DAY).ranked
    assert found.task.reason == "approval.waits"
    assert found.task.due_on == DAY + timedelta(days=5)
    assert found.task.address == "credit?tab=approvals&number=CA-2026-0001"
    assert found.task.facts["levels"] == 3


def test_limits_never_reviewed_are_one_task_and_limits_that_end_are_deadlines(desk):
    for number in (2, 3):
        desk.customer(f"C{number}", credit_limit_minor=100_00)
    value = CreditLimit(currency="CNY", minor=20_00, top_up=True)
    ends = DAY + timedelta(days=30)
    limits.set_limit(desk.uow(), value, customer_id=desk.first, dated_on=DAY, ends_on=ends)
    found = worklist(desk.book.reader, DAY)
    (task,) = [one.task for one in found.ranked]
    assert (task.reason, task.amount, task.facts) == ("limit.review", 200_00, {"count": 2})
    (deadline,) = found.deadlines
    assert (deadline.on, deadline.amount, deadline.reason) == (ends, 20_00, "limit.ends")
    assert worklist(desk.book.reader, DAY - timedelta(days=1)).deadlines == ()
