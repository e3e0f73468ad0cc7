"""Who is not chased for a while, and money that came in and nobody booked."""

import pytest

from domain.collecting.plan import PaymentPlan, PlanLine
from domain.collecting.promise import Promise
from domain.credit.score_model import FEATURES
from domain.credit.scoring import Answer
from domain.dunning_holds import Hold
from domain.dunning_procedure import DunningChoice
from domain.dunning_records import DunningBlock, LeftOut
from domain.errors import MissingField, NotFound
from domain.recovery.court_case import CaseStep, CourtCase, Route, Step
from domain.recovery.hand_over import HandOver, HandOverStep, Happened, Party
from domain.services import assessments, dunning, dunning_acts, plans, records, recovery
from domain.services.assessments import AssessmentEntry
from domain.services.pending import pending_money
from tests.desk import day


@pytest.fixture
def late(desk):
    """Two invoices, both long overdue, and levels after 5 and 20 days."""
    desk.levels(5, 20)
    desk.a = desk.invoice("100.00", "2026-01-01", due="2026-02-01", number="A1")
    desk.b = desk.invoice("60.00", "2026-01-01", due="2026-02-02", number="B1")
    return desk


def _skip(desk, on, **more):
    proposal = dunning.draft_run(desk.book.reader, day(on), **more)
    (skipped,) = proposal.skipped
    return skipped


def test_a_blocked_customer_waits_to_the_last_day_of_the_block(late):
    value = DunningBlock(reason="talks", note="calls back in March")
    dunning_acts.block(
        late.uow(), value, day("2026-02-10"), customer_id=late.first, until=day("2026-02-20")
    )
    assert late.dun("2026-02-09") == {late.first: (1, "160.00")}
    skipped = _skip(late, "2026-02-20")
    assert (skipped.reason, skipped.until, skipped.detail) == (
        "blocked",
        day("2026-02-20"),
        "calls back in March",
    )
    assert late.dun("2026-02-21") == {late.first: (1, "160.00")}, "still one level, not two"


def test_one_blocked_invoice_leaves_the_others_chased(late):
    value = DunningBlock(reason="checking")
    item = late.item(late.a)
    kept = dunning_acts.block(
        late.uow(), value, day("2026-02-01"), customer_id=late.first, item_ids=[item]
    )
    letter = late.letters("2026-02-20")[late.first]
    assert letter.principal == 6_000
    assert [(one.row.number, one.hold.why) for one in letter.held] == [("A1", "blocked")]
    records.take_back_record(late.uow(), DunningBlock, kept.value, day("2026-02-20"))
    assert late.letters("2026-02-20")[late.first].principal == 16_000


def test_a_block_of_a_procedure_holds_all_who_follow_it(late):
    value = DunningBlock(reason="other", procedure="test")
    dunning_acts.block(late.uow(), value, day("2026-02-01"))
    assert late.skipped("2026-02-20") == {late.first: "blocked"}


def test_a_block_needs_a_reason_something_it_holds_and_an_end_after_its_beginning(late):
    on = day("2026-02-10")
    for value, more in (
        (DunningBlock(reason="whim"), {"customer_id": late.first}),
        (DunningBlock(reason="talks"), {}),
        (DunningBlock(reason="talks"), {"customer_id": late.first, "until": day("2026-02-09")}),
    ):
        with pytest.raises(MissingField):
            dunning_acts.block(late.uow(), value, on, **more)


def test_a_promise_pauses_and_once_broken_goes_on_one_level_higher(late):
    late.dun("2026-02-07", release=True)
    promise = Hold(
        why="promise", customer_id=late.first, until=day("2026-02-14"), resumes_higher=True
    )
    held = _skip(late, "2026-02-14", holds=[promise])
    assert held.reason == "waiting", "the next level was not due anyway"
    letter = late.letters("2026-02-15", holds=[promise])[late.first]
    assert (letter.level, letter.from_level, letter.resumed) == (2, 1, True)
    assert late.skipped("2026-02-15") == {late.first: "waiting"}


def test_a_broken_promise_raises_once_only(late):
    late.levels(5, 20, 60)
    late.dun("2026-02-07", release=True)
    promise = Hold(
        why="promise", customer_id=late.first, until=day("2026-02-14"), resumes_higher=True
    )
    proposal = dunning.draft_run(late.book.reader, day("2026-02-15"), holds=[promise])
    drafts = dunning.draft_letters(late.book.reader, proposal)
    said = dunning.Release(unreasoned="told")
    dunning.release_run(late.uow(), proposal, drafts, lambda _v: b"%PDF", said=said)
    assert late.letters("2026-02-16", holds=[promise]) == {}


def _promise(desk, made, due, amount="160.00", **more):
    value = Promise(amount=desk.money(amount).minor, currency="CNY", due_on=day(due))
    records.keep_record(desk.uow(), value, customer_id=desk.first, dated_on=day(made), **more)


def test_a_promise_kept_in_the_book_pauses_until_its_day_and_its_grace(late):
    _promise(late, "2026-02-08", "2026-02-14")
    skipped = _skip(late, "2026-02-15")
    assert (skipped.reason, skipped.until) == ("promise", day("2026-02-15"))
    letter = late.letters("2026-02-16")[late.first]
    assert (letter.level, letter.resumed) == (1, False), "its level was due anyway"


def test_a_broken_promise_raises_what_would_have_waited(late):
    late.dun("2026-02-07", release=True)
    _promise(late, "2026-02-08", "2026-02-10")
    assert late.skipped("2026-02-11") == {late.first: "waiting"}
    letter = late.letters("2026-02-12")[late.first]
    assert (letter.level, letter.from_level, letter.resumed) == (2, 1, True)


def test_who_broke_the_last_promise_is_not_held_back_by_the_next(late):
    _promise(late, "2026-02-07", "2026-02-08")
    _promise(late, "2026-02-12", "2026-02-28")
    assert late.letters("2026-02-13")[late.first].principal == 16_000


def test_a_promise_for_one_invoice_holds_that_one_alone(late):
    _promise(late, "2026-02-08", "2026-02-28", "100.00", item_ids=[late.item(late.a)])
    assert late.letters("2026-02-20")[late.first].principal == 6_000


def test_a_plan_pauses_while_it_performs_and_in_default_chasing_goes_on(late):
    plan = PaymentPlan(
        currency="CNY",
        principal=10_000,
        lines=(
            PlanLine(due_on=day("2026-03-01"), principal=5_000),
            PlanLine(due_on=day("2026-04-01"), principal=5_000),
        ),
    )
    items = [late.item(late.a)]
    plans.agree_plan(late.uow(), late.first, plan, day("2026-02-10"), items)
    letter = late.letters("2026-02-20")[late.first]
    assert [one.hold.why for one in letter.held] == ["plan"]
    assert late.letters("2026-03-20")[late.first].principal == 16_000


def test_what_a_person_takes_out_is_told_with_its_reason_and_kept_with_the_run(late):
    other = late.customer("C2")
    late.invoice("50.00", "2026-01-01", due="2026-02-01", customer=other)
    out = LeftOut(customer_id=late.first, currency="CNY", reason="talks", note="visit on Friday")
    proposal = dunning.draft_run(late.book.reader, day("2026-02-20"), left_out=[out])
    assert [(one.reason, one.detail) for one in proposal.skipped] == [
        ("left_out", "visit on Friday")
    ]
    drafts = dunning.draft_letters(late.book.reader, proposal)
    said = dunning.Release(left_out=(out,))
    dunning.release_run(late.uow(), proposal, drafts, lambda _v: b"%PDF", said=said)
    (run,) = late.book.reader.dunning_runs()
    assert run.letters == 1
    assert run.value["left_out"][0]["detail"] == "visit on Friday"
    assert run.value["skipped"][0]["reason"] == "left_out"


def test_one_item_taken_out_stays_out_of_the_letter_only(late):
    out = LeftOut(customer_id=late.first, currency="CNY", item_ids=(late.item(late.b),))
    assert late.letters("2026-02-20", left_out=[out])[late.first].principal == 10_000


def test_a_saved_draft_is_gone_on_with_and_ends_with_the_release(late):
    out = LeftOut(customer_id=99, currency="CNY")
    first = dunning_acts.save_draft(late.uow(), day("2026-02-20"), "test", [out]).value
    second = dunning_acts.save_draft(
        late.uow(), day("2026-02-21"), "test", [out], replaces_id=first
    ).value
    draft = dunning_acts.open_draft(late.book.reader)
    assert (draft.id, draft.value.number, draft.value.left_out) == (second, "DR-2026-0001", (out,))
    proposal = dunning.draft_run(late.book.reader, draft.value.as_of, left_out=draft.value.left_out)
    drafts = dunning.draft_letters(late.book.reader, proposal)
    said = dunning.Release(draft_id=second)
    dunning.release_run(late.uow(), proposal, drafts, lambda _v: b"%PDF", said=said)
    assert dunning_acts.open_draft(late.book.reader) is None


# money in the bank


def test_money_in_the_bank_of_a_known_payer_stops_the_letter(late):
    late.money_in_bank("160.00", "2026-02-18", name="Customer C1")
    skipped = _skip(late, "2026-02-20")
    assert (skipped.reason, skipped.money) == ("pending", 16_000)


def test_money_in_the_bank_that_covers_a_part_is_set_off(late):
    late.money_in_bank("60.00", "2026-02-18", name="Customer C1")
    letter = late.letters("2026-02-20")[late.first]
    assert (letter.principal, letter.pending, letter.total) == (16_000, 6_000, 10_000)


def test_money_of_nobody_in_particular_counts_for_no_one(late):
    late.money_in_bank("160.00", "2026-02-18", name="Someone Else Ltd")
    assert pending_money(late.book.reader, day("2026-02-20")) == {}
    assert late.dun("2026-02-20") == {late.first: (1, "160.00")}


def test_an_unknown_payer_who_names_the_invoice_is_known_by_it(late):
    number = late.invoice("777.00", "2026-01-01", due="2026-02-01", number="INV-2026-004711")
    late.money_in_bank("777.00", "2026-02-18", name="王五", text="货款 INV-2026-004711")
    assert number
    assert pending_money(late.book.reader, day("2026-02-20")) == {(late.first, "CNY"): 77_700}


# which procedure


def test_the_most_specific_procedure_wins(late):
    late.procedure({"days": 19}, code="gentle")
    late.procedure({"days": 1}, code="strict")
    uow, on = late.uow, day("2026-02-01")
    assert late.letters("2026-02-07")[late.first].items[0].procedure == "test"
    dunning_acts.choose_procedure(uow(), DunningChoice(procedure="gentle", grade="A"), on)
    graded = {late.first: "A"}
    assert late.letters("2026-02-07", grades=graded) == {}
    dunning_acts.choose_procedure(
        uow(), DunningChoice(procedure="strict"), on, customer_id=late.first
    )
    letter = late.letters("2026-02-07", grades=graded)[late.first]
    assert {item.procedure for item in letter.items} == {"strict"}
    dunning_acts.choose_procedure(
        uow(),
        DunningChoice(procedure="gentle"),
        on,
        customer_id=late.first,
        item_ids=[late.item(late.a)],
    )
    letter = late.letters("2026-02-07", grades=graded)[late.first]
    assert [(item.row.number, item.procedure) for item in letter.items] == [("B1", "strict")]


def test_a_grade_comes_from_the_customers_assessment(late):
    answers = tuple(Answer(indicator=one.code, points=5) for one in FEATURES.indicators)
    entry = AssessmentEntry(
        customer_id=late.first, made_on=day("2026-01-10"), model="features", answers=answers
    )
    assessments.keep_assessment(late.uow(), entry)
    grade = assessments.grade_on(late.book.reader, day("2026-02-07"))[late.first].grade
    late.procedure({"days": 19}, code="gentle")
    choice = DunningChoice(procedure="gentle", grade=grade.value)
    assert late.letters("2026-02-07")
    dunning_acts.choose_procedure(late.uow(), choice, day("2026-02-01"))
    assert late.letters("2026-02-07") == {}


def test_a_choice_dated_later_applies_from_its_day_and_can_be_taken_back(late):
    late.procedure({"days": 1}, code="strict")
    choice = DunningChoice(procedure="strict")
    dunning_acts.choose_procedure(late.uow(), choice, day("2026-03-01"), customer_id=late.first)
    back = DunningChoice(procedure="")
    dunning_acts.choose_procedure(late.uow(), back, day("2026-04-01"), customer_id=late.first)
    used = [
        late.letters(on)[late.first].items[0].procedure
        for on in ("2026-02-20", "2026-03-01", "2026-04-01")
    ]
    assert used == ["test", "strict", "test"]
    with pytest.raises(NotFound):
        dunning_acts.choose_procedure(
            late.uow(), DunningChoice(procedure="none"), day("2026-02-01"), customer_id=late.first
        )


def test_days_after_the_level_before_was_sent(desk):
    desk.procedure({"days": 5}, {"days": 10, "after": "sent"})
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    desk.dun("2026-03-01", release=True)
    assert desk.skipped("2026-03-10") == {desk.first: "waiting"}
    assert desk.dun("2026-03-11") == {desk.first: (2, "100.00")}


def test_a_limit_in_another_currency_is_compared_at_the_days_rate(desk):
    desk.procedure({"days": 1}, minimum_minor=100_000, currency="CNY")
    desk.invoice("150.00", "2026-01-01", due="2026-02-01", currency="USD", rate="7.10")
    assert desk.dun("2026-02-02") == {desk.first: (1, "150.00")}, "no rate, nothing forgotten"
    desk.rate("USD", "2026-02-01", "6.60")
    assert desk.skipped("2026-02-02") == {desk.first: "below_minimum"}
    desk.rate("USD", "2026-02-02", "6.70")
    assert desk.dun("2026-02-02") == {desk.first: (1, "150.00")}


def test_what_is_with_a_lawyer_is_not_chased_until_it_comes_back(late):
    value = HandOver(party=Party.LAWYER, name="示例律师事务所", amount=10_000)
    handed = recovery.keep_hand_over(
        late.uow(),
        value,
        customer_id=late.first,
        dated_on=day("2026-02-10"),
        item_ids=[late.item(late.a)],
    ).value
    assert late.dun("2026-02-09") == {late.first: (1, "160.00")}
    letter = late.letters("2026-02-20")[late.first]
    assert [(one.row.number, one.hold.why) for one in letter.held] == [("A1", "legal")]
    assert letter.principal == 6_000
    recovery.keep_hand_over_step(
        late.uow(),
        HandOverStep(what=Happened.RETURNED),
        hand_over_id=handed,
        customer_id=late.first,
        dated_on=day("2026-02-21"),
    )
    assert late.letters("2026-02-21")[late.first].principal == 16_000


def test_what_is_in_court_is_not_chased_until_the_case_ends(late):
    items = [late.item(late.a), late.item(late.b)]
    value = CourtCase(route=Route.LAWSUIT, court="示例法院", claim=16_000)
    case = recovery.keep_case(
        late.uow(), value, customer_id=late.first, dated_on=day("2026-02-10"), item_ids=items
    ).value
    assert late.skipped("2026-02-20") == {late.first: "legal"}
    recovery.keep_case_step(
        late.uow(),
        CaseStep(step=Step.WITHDRAWN),
        case_id=case,
        dated_on=day("2026-02-21"),
        today=day("2026-02-21"),
    )
    assert late.dun("2026-02-21") == {late.first: (1, "160.00")}


def test_one_invoice_is_kept_from_being_chased_and_chased_again_in_one_act_each(late):
    item, on = late.item(late.a), day("2026-02-10")

    def say(**more):
        dunning_acts.chase_item(late.uow(), late.first, item, on, **more)
        return late.letters("2026-02-20")[late.first]

    letter = say(block=DunningBlock(reason="checking"), until=day("2026-02-25"))
    assert [(one.row.number, one.hold.until) for one in letter.held] == [("A1", day("2026-02-25"))]
    say(block=DunningBlock(reason="talks"))
    reader = late.book.reader
    assert dunning_acts.item_block(reader, late.first, item, on).value.reason == "talks"
    assert say().principal == 16_000
    assert dunning_acts.item_block(reader, late.first, item, on) is None
    with pytest.raises(NotFound):
        say(procedure="none such")
    with pytest.raises(MissingField):
        say(block=DunningBlock(reason="talks"), until=day("2026-02-09"))
