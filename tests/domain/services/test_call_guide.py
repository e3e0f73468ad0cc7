from datetime import date

from domain.collecting.call_guide import guide_form
from domain.collecting.promise import Promise
from domain.collecting.talk import Channel, Outcome, Talk
from domain.credit.file.contacts import Contact, Role
from domain.credit.file.contract import Contract
from domain.disputes import Outcome as Decision
from domain.services.call_guide import call_guide, guide_paper
from domain.services.collection_log import LogKind, collection_log, next_step
from domain.services.promises import keep_promise
from domain.services.records import keep_record

DAY = date(2026, 11, 20)


def keep(desk, value, on, **more):
    return keep_record(
        desk.uow(), value, customer_id=desk.first, dated_on=date.fromisoformat(on), **more
    ).value


def late(desk):
    invoice = desk.invoice("52180.00", "2026-09-15", due="2026-10-15", number="INV-1")
    desk.invoice("100.00", "2026-11-15", due="2026-12-15", number="INV-2")
    return invoice


def text_of(paper):
    return "\n".join(" | ".join(row) for row in paper.rows)


def test_the_guide_asks_for_what_is_overdue_and_undisputed_less_money_on_account(desk):
    desk.dispute(late(desk), "12180.00", "2026-10-21")
    desk.receipt("1000.00", "2026-11-01")
    guide = call_guide(desk.book.reader, desk.first, DAY)
    assert [(x.number, x.days, x.claimed) for x in guide.items] == [("INV-1", 36, 4_000_000)]
    assert (guide.unapplied, guide.claimed, guide.stage) == (100_000, 3_900_000, "friendly")
    said = text_of(guide_paper(desk.book.reader, desk.first, DAY, "zh", caller="林会计"))
    assert "CNY 39,000.00" in said
    assert "我是清账示范公司的林会计" in said
    assert "36 天" in said


def test_whom_to_call_stands_by_what_they_decide_and_who_left_is_left_out(desk):
    late(desk)
    keep(desk, Contact(name="Sun", role=Role.WAREHOUSE), "2026-01-01")
    keep(desk, Contact(name="Li", role=Role.FINANCE, mobile="13800000000"), "2026-01-01")
    gone = date(2026, 6, 30)
    keep(desk, Contact(name="Old", role=Role.FINANCE), "2026-01-01", ends_on=gone)
    guide = call_guide(desk.book.reader, desk.first, DAY)
    assert [one.name for one in guide.people] == ["Li", "Sun"]


def test_after_a_broken_promise_the_opening_names_it(desk):
    late(desk)
    value = Promise(amount=5_000_000, currency="CNY", due_on=date(2026, 11, 9))
    keep_promise(desk.uow(), value, customer_id=desk.first, dated_on=date(2026, 11, 1))
    desk.receipt("20000.00", "2026-11-08")
    guide = call_guide(desk.book.reader, desk.first, DAY)
    assert guide.stage == "broken"
    page = guide_form(guide, desk.book.reader.company(), "en", "Lin")
    assert "You promised payment for 9 Nov 2026; 30,000.00 of it has not come" in text_of(page)


def test_a_customer_who_owes_nothing_has_a_guide_too(desk):
    guide = call_guide(desk.book.reader, desk.first, DAY)
    assert (guide.items, guide.claimed) == ((), 0)
    for language in ("zh", "en"):
        page = guide_form(guide, desk.book.reader.company(), language, "Lin")
        assert page.blocks
        assert "{" not in text_of(page)


def test_the_line_of_time_tells_all_of_it_the_newest_first(desk):
    invoice = late(desk)
    talk = Talk(channel=Channel.PHONE, outcome=Outcome.PROMISED, person="Li", text="next week")
    keep(desk, talk, "2026-11-01")
    value = Promise(amount=5_000_000, currency="CNY", due_on=date(2026, 11, 9))
    keep_promise(desk.uow(), value, customer_id=desk.first, dated_on=date(2026, 11, 1))
    dispute = desk.dispute(invoice, "100.00", "2026-10-21")
    desk.close_dispute(dispute, "2026-10-30", Decision.REJECTED)
    desk.receipt("500.00", "2026-11-12")
    found = collection_log(desk.book.reader, desk.first, DAY)
    assert [(one.kind, one.on.isoformat()) for one in found] == [
        (LogKind.RECEIPT, "2026-11-12"),
        (LogKind.PROMISE_FAILED, "2026-11-11"),
        (LogKind.TALK, "2026-11-01"),
        (LogKind.PROMISE, "2026-11-01"),
        (LogKind.DISPUTE_DECIDED, "2026-10-30"),
        (LogKind.DISPUTE, "2026-10-21"),
    ]
    assert found[1].amount == 5_000_000 - 0
    earlier = collection_log(desk.book.reader, desk.first, date(2026, 10, 29))
    assert [(one.kind, one.code) for one in earlier] == [(LogKind.DISPUTE, "open")]


def test_the_next_step_is_the_letter_a_run_would_propose(desk):
    late(desk)
    desk.levels(3, 15, 30)
    keep(desk, Contract(number="HT-1", service_address="杭州市示例路 1 号"), "2026-01-01")
    step = next_step(desk.book.reader, desk.first, DAY)
    assert (step.letter.level, step.letter.principal) == (1, 5_218_000)
    assert step.limited.conservative.on == date(2029, 10, 15)
    assert (step.service_address, step.contract) == ("杭州市示例路 1 号", "HT-1")
    value = Promise(amount=5_218_000, currency="CNY", due_on=date(2026, 11, 25))
    keep_promise(desk.uow(), value, customer_id=desk.first, dated_on=DAY)
    step = next_step(desk.book.reader, desk.first, DAY)
    assert (step.letter, step.skipped.reason) == (None, "promise")
