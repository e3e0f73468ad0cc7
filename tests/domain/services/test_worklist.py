"""Today's worklist over the real book: who is chased, and who is left in peace."""

from datetime import date

from domain.collecting.promise import Promise
from domain.collecting.talk import Channel, Outcome, Talk
from domain.credit.limits import CreditLimit
from domain.dunning_records import DunningBlock
from domain.recovery.hand_over import HandOver, Party
from domain.services import dunning_acts, papers, recovery
from domain.services.limits import set_limit
from domain.services.promises import keep_promise
from domain.services.records import keep_record, take_back_record
from domain.services.worklist import mark_tasks, worklist
from domain.worklist.task import TaskMark
from tests.desk import printed

DAY = date(2026, 3, 20)


#: What the firm is reminded of whatever happens.
_ALWAYS = ("policy.review", "statement.due")


def _ranked(desk, day=DAY):
    found = worklist(desk.book.reader, day).ranked
    return [one for one in found if one.task.reason not in _ALWAYS]


def _told(desk, day=DAY):
    return [(one.task.kind.value, one.task.reason, one.task.amount) for one in _ranked(desk, day)]


def test_an_overdue_customer_is_chased_and_then_reminded_again(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    assert _told(desk) == [("chase", "chase.first", 10_000)]
    assert _told(desk, date(2026, 2, 5)) == []


def test_money_that_only_waits_to_be_allocated_is_matched_not_chased(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    desk.receipt("100.00", "2026-03-19")
    (only,) = _told(desk)
    assert only[0] == "match"
    assert only[2] == 10_000


def test_who_promised_is_left_in_peace_until_the_day_and_called_then(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    value = Promise(amount=10_000, currency="CNY", due_on=date(2026, 3, 25))
    keep_promise(desk.uow(), value, dated_on=date(2026, 3, 10), customer_id=desk.first)
    assert _told(desk) == []
    assert _told(desk, date(2026, 3, 25)) == [("promise", "promise.due", 10_000)]
    assert _told(desk, date(2026, 3, 27)) == [("promise", "promise.broken", 10_000)]
    assert _told(desk, date(2026, 5, 1)) == [("chase", "chase.first", 10_000)]


def test_the_next_step_of_the_last_talk_comes_on_its_day(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    talk = Talk(
        channel=Channel.PHONE,
        outcome=Outcome.IN_PROCESS,
        next_step="问总部审批",
        next_on=date(2026, 3, 22),
    )
    keep_record(desk.uow(), talk, customer_id=desk.first, dated_on=date(2026, 3, 18))
    assert _told(desk) == []
    assert _told(desk, date(2026, 3, 22)) == [("chase", "talk.next", 10_000)]


def test_a_dispute_is_settled_and_only_the_rest_is_chased(desk):
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    desk.dispute(invoice, "30.00", "2026-03-01")
    assert sorted(_told(desk)) == [
        ("chase", "chase.first", 7_000),
        ("dispute", "dispute.open", 3_000),
    ]


def test_a_debt_near_its_limitation_is_a_task_and_a_deadline(desk):
    desk.invoice("100.00", "2023-03-01", due="2023-04-01")
    work = worklist(desk.book.reader, DAY)
    reasons = {one.task.reason for one in work.ranked}
    assert "limitation.near" in reasons
    assert [(one.on, one.reason) for one in work.deadlines] == [
        (date(2026, 4, 1), "limitation.ends")
    ]


def test_a_task_put_off_is_hidden_until_its_day_and_can_be_taken_back(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    (one,) = _ranked(desk)
    mark = mark_tasks(desk.uow(), one.task, "put_off", DAY, date(2026, 3, 23)).value
    hidden = worklist(desk.book.reader, DAY)
    assert (_ranked(desk), hidden.put_off, hidden.done) == ([], 1, 0)
    assert len(_ranked(desk, date(2026, 3, 23))) == 1
    take_back_record(desk.uow(), TaskMark, mark, DAY)
    assert len(_ranked(desk)) == 1


def test_statements_due_and_silent_ones_are_tasks(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-12-31")

    def told(day):
        found = worklist(desk.book.reader, day).ranked
        return [
            (one.task.reason, one.task.amount)
            for one in found
            if one.task.reason.startswith("statement.")
        ]

    assert told(DAY) == [("statement.due", 10_000)]
    values = papers.statement_values(
        desk.book.reader, [desk.first], to_on=date(2026, 2, 28), issued_on=date(2026, 3, 2)
    )
    papers.issue(desk.uow(), "statement", values, [desk.first], printed)
    assert told(DAY) == [("statement.silent", 10_000)]
    assert told(date(2026, 3, 17)) == []


def test_what_is_above_a_limit_is_for_someone_to_decide(desk):
    desk.invoice("100.00", "2026-03-05", due="2026-05-05")
    limit = CreditLimit(currency="CNY", minor=6_000)
    set_limit(desk.uow(), limit, customer_id=desk.first, dated_on=date(2026, 3, 1), ends_on=None)
    assert ("limit", "limit.over", 4_000) in _told(desk)


def test_what_is_blocked_or_with_a_lawyer_is_no_call_to_make(desk):
    first = desk.invoice("100.00", "2026-01-01", due="2026-01-31", number="INV-1")
    second = desk.invoice("60.00", "2026-01-01", due="2026-01-31", number="INV-2")
    assert _told(desk) == [("chase", "chase.first", 16_000)]
    value = HandOver(party=Party.LAWYER, name="示例律师事务所", amount=10_000)
    recovery.keep_hand_over(
        desk.uow(),
        value,
        customer_id=desk.first,
        dated_on=date(2026, 3, 1),
        item_ids=[desk.item(first)],
    )
    assert _told(desk) == [("chase", "chase.first", 6_000)]
    block = DunningBlock(reason="checking")
    dunning_acts.chase_item(
        desk.uow(), desk.first, desk.item(second), date(2026, 3, 1), block=block
    )
    assert _told(desk) == []
