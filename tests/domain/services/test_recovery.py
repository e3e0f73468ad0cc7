"""Hand-overs and cases on a real book: limitation and interest follow, corrections too."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import BadEventDates, MissingField, NotFound
from domain.legal_event import EventKind
from domain.record import Attachment
from domain.recovery.court_case import CaseStep, CourtCase, Due, Route, Step
from domain.recovery.hand_over import HandOver, HandOverStep, Happened, Party
from domain.services import legal, recovery
from domain.services.interest import CustomerTerms, customer_terms, keep_customer_terms
from domain.services.records import take_back_record
from domain.services.worklist import worklist
from storage.integrity import check
from tests.desk import day

TODAY = date(2026, 11, 24)


@pytest.fixture
def invoice(desk):
    return desk.invoice("10000.00", "2026-02-01", due="2026-03-03", number="INV-1")


def _case(desk, invoice, route=Route.LAWSUIT, on="2026-11-01", **more):
    value = CourtCase(route=route, court="示例法院", claim=10_000_00, number="苏示1号")
    return recovery.keep_case(
        desk.uow(),
        value,
        customer_id=desk.first,
        dated_on=day(on),
        item_ids=[desk.item(invoice)],
        **more,
    ).value


def _step(desk, case_id, step, on, **more):
    due = more.pop("due_on", None)
    options = {key: more.pop(key) for key in ("files", "replaces_id") if key in more}
    value = CaseStep(step=step, due_on=day(due) if due else None, **more)
    return recovery.keep_case_step(
        desk.uow(), value, case_id=case_id, dated_on=day(on), today=TODAY, **options
    ).value


def _events(desk):
    return [row.event for row in desk.book.reader.legal_events(customer_id=desk.first)]


def _safe(desk):
    (found,) = legal.limited(desk.book.reader, TODAY)
    return found.conservative.on.isoformat()


def test_filing_a_suit_starts_the_limitation_anew(desk, invoice):
    assert _safe(desk) == "2029-03-03"
    case = _case(desk, invoice)
    _step(desk, case, Step.FILED, "2026-11-10")
    (event,) = _events(desk)
    assert (event.kind, event.number, event.item_ids) == (
        EventKind.LAWSUIT,
        "苏示1号",
        (desk.item(invoice),),
    )
    assert _safe(desk) == "2029-11-10"


@pytest.mark.parametrize(
    "step, kind",
    [
        (Step.ORDER_APPLIED, EventKind.PAYMENT_ORDER),
        (Step.PRESERVATION_APPLIED, EventKind.PRESERVATION),
        (Step.ARBITRATION_FILED, EventKind.ARBITRATION),
        (Step.CLAIM_FILED, EventKind.BANKRUPTCY_CLAIM),
    ],
)
def test_every_filing_is_an_event_of_its_kind(desk, invoice, step, kind):
    _step(desk, _case(desk, invoice), step, "2026-11-10")
    assert [event.kind for event in _events(desk)] == [kind]
    assert _safe(desk) == "2029-11-10"


def test_a_step_taken_back_takes_its_event_back(desk, invoice):
    step = _step(desk, _case(desk, invoice), Step.FILED, "2026-11-10")
    recovery.take_back_case_step(desk.uow(), step, TODAY)
    assert _events(desk) == []
    assert _safe(desk) == "2029-03-03"
    assert recovery.cases_on(desk.book.reader, TODAY)[0].steps == ()


def test_a_corrected_step_moves_its_event(desk, invoice):
    case = _case(desk, invoice)
    step = _step(desk, case, Step.FILED, "2026-11-10")
    _step(desk, case, Step.FILED, "2026-11-12", replaces_id=step)
    assert [event.happened_on for event in _events(desk)] == [day("2026-11-12")]
    assert len(recovery.cases_on(desk.book.reader, TODAY)[0].steps) == 1


def test_interest_stops_on_the_day_a_bankruptcy_is_accepted(desk, invoice):
    case = _case(desk, invoice, Route.BANKRUPTCY)
    step = _step(desk, case, Step.BANKRUPTCY_ACCEPTED, "2026-11-05")
    assert customer_terms(desk.book.reader, desk.first).bankrupt_on == day("2026-11-05")
    recovery.take_back_case_step(desk.uow(), step, TODAY)
    assert customer_terms(desk.book.reader, desk.first).bankrupt_on is None


def test_other_terms_of_interest_stay(desk, invoice):
    terms = CustomerTerms(mode="CN_CONTRACT:0.05%/day", buyer="large")
    keep_customer_terms(desk.uow(), desk.first, terms)
    case = _case(desk, invoice, Route.BANKRUPTCY)
    step = _step(desk, case, Step.BANKRUPTCY_ACCEPTED, "2026-11-05")
    assert customer_terms(desk.book.reader, desk.first).buyer == "large"
    keep_customer_terms(
        desk.uow(),
        desk.first,
        CustomerTerms(buyer="large", bankrupt_on=day("2026-11-06")),
    )
    recovery.take_back_case_step(desk.uow(), step, TODAY)
    assert customer_terms(desk.book.reader, desk.first).bankrupt_on == day("2026-11-06")


def test_a_filed_document_is_kept_and_proves_the_event(desk, invoice):
    entry = Attachment(name="受理通知书.pdf", customer_id=desk.first, dated_on=day("2026-11-10"))
    step = _step(
        desk, _case(desk, invoice), Step.FILED, "2026-11-10", files=[(entry, b"%PDF notice")]
    )
    (kept,) = desk.book.reader.attachments(subject=f"record/{step}")
    assert (kept.attachment.name, kept.attachment.customer_id) == ("受理通知书.pdf", desk.first)
    (event,) = _events(desk)
    assert event.file == "受理通知书.pdf"
    assert event.sha256 == kept.attachment.sha256
    assert check(desk.book) == []


def test_a_corrected_case_keeps_its_items_and_steps(desk, invoice):
    case = _case(desk, invoice)
    _step(desk, case, Step.FILED, "2026-11-10")
    value = CourtCase(route=Route.LAWSUIT, court="改正后的法院", claim=9_000_00)
    recovery.keep_case(
        desk.uow(), value, customer_id=desk.first, dated_on=day("2026-11-01"), replaces_id=case
    )
    (found,) = recovery.cases_on(desk.book.reader, TODAY)
    assert found.record.value.court == "改正后的法院"
    assert found.record.item_ids == (desk.item(invoice),)
    assert found.last is Step.FILED


def test_a_case_names_debits_of_its_customer(desk, invoice):
    second = desk.customer("C2")
    other = desk.invoice("5.00", "2026-02-01", customer=second, number="X")
    credit = desk.receipt("1.00", "2026-02-02")
    value = CourtCase(route=Route.LAWSUIT, court="x", claim=1)
    for items, error in (
        ([], MissingField),
        ([desk.item(other)], NotFound),
        ([desk.item(credit)], NotFound),
    ):
        with pytest.raises(error):
            recovery.keep_case(
                desk.uow(), value, customer_id=desk.first, dated_on=TODAY, item_ids=items
            )
    assert recovery.cases_on(desk.book.reader, TODAY) == []


def test_a_step_lies_between_the_case_and_today(desk, invoice):
    case = _case(desk, invoice)
    for on in ("2026-10-31", "2026-11-25"):
        with pytest.raises(BadEventDates):
            _step(desk, case, Step.FILED, on)
    with pytest.raises(MissingField):
        _step(desk, case, Step.HEARING, "2026-11-10")
    with pytest.raises(MissingField):
        _step(desk, case, Step.RECOVERED, "2026-11-10")


def test_todays_list_asks_for_what_is_ours_and_shows_every_day(desk, invoice):
    case = _case(desk, invoice, Route.PRESERVATION, on="2026-10-30")
    _step(desk, case, Step.PRESERVED, "2026-11-02")
    found = worklist(desk.book.reader, TODAY)
    tasks = [(one.task.reason, one.task.due_on) for one in found.ranked]
    assert ("court.sue_after_preservation", day("2026-12-02")) in tasks
    deadlines = [(one.reason, one.on, one.amount) for one in found.deadlines]
    assert ("court.sue_after_preservation", day("2026-12-02"), 10_000_00) in deadlines


def test_a_day_of_the_court_is_shown_and_asks_nothing_of_us(desk, invoice):
    case = _case(desk, invoice, Route.PAYMENT_ORDER)
    _step(desk, case, Step.ORDER_APPLIED, "2026-11-20")
    found = worklist(desk.book.reader, TODAY)
    assert not any(one.task.reason.startswith("court") for one in found.ranked)
    assert [one.on for one in found.deadlines if one.reason == "court.court_accepts"] == [
        day("2026-11-25")
    ]


def test_a_bankruptcy_known_by_the_terms_alone_asks_for_a_claim(desk, invoice):
    keep_customer_terms(desk.uow(), desk.first, CustomerTerms(bankrupt_on=day("2026-11-05")))
    found = worklist(desk.book.reader, TODAY)
    (task,) = [one.task for one in found.ranked if one.task.reason == "court.bankrupt"]
    assert (task.due_on, task.amount) == (day("2026-12-05"), 10_000_00)
    case = _case(desk, invoice, Route.BANKRUPTCY)
    _step(desk, case, Step.CLAIM_FILED, "2026-11-20")
    found = worklist(desk.book.reader, TODAY)
    assert not [one for one in found.ranked if one.task.reason == "court.bankrupt"]


def test_what_was_handed_over_stands_by_its_steps(desk, invoice):
    value = HandOver(party=Party.AGENCY, name="示例", amount=10_000_00, fee_percent=Decimal("12.5"))
    kept = recovery.keep_hand_over(
        desk.uow(),
        value,
        customer_id=desk.first,
        dated_on=day("2026-10-01"),
        item_ids=[desk.item(invoice)],
    ).value
    paid = HandOverStep(what=Happened.RECOVERED, amount=4_000_00)
    step = recovery.keep_hand_over_step(
        desk.uow(),
        paid,
        hand_over_id=kept,
        dated_on=day("2026-11-01"),
        customer_id=desk.first,
    ).value
    (found,) = recovery.hand_overs_on(desk.book.reader, TODAY, customer_id=desk.first)
    assert (found.recovered, found.fee, found.left) == (4_000_00, 500_00, 6_000_00)
    take_back_record(desk.uow(), HandOverStep, step, TODAY)
    (found,) = recovery.hand_overs_on(desk.book.reader, TODAY)
    assert found.recovered == 0
    with pytest.raises(MissingField):
        recovery.keep_hand_over_step(
            desk.uow(),
            HandOverStep(what=Happened.COST),
            hand_over_id=kept,
            dated_on=TODAY,
            customer_id=desk.first,
        )
    with pytest.raises(BadEventDates):
        recovery.keep_hand_over_step(
            desk.uow(),
            HandOverStep(what=Happened.NEWS),
            hand_over_id=kept,
            dated_on=day("2026-09-30"),
            customer_id=desk.first,
        )


def test_days_are_those_known_on_the_day_asked_for(desk, invoice):
    case = _case(desk, invoice, Route.PAYMENT_ORDER)
    _step(desk, case, Step.ORDER_APPLIED, "2026-11-02")
    _step(desk, case, Step.ORDER_ACCEPTED, "2026-11-05")
    (then,) = recovery.cases_on(desk.book.reader, day("2026-11-03"))
    (now,) = recovery.cases_on(desk.book.reader, TODAY)
    assert [one.due for one in then.days] == [Due.COURT_ACCEPTS]
    assert [one.due for one in now.days] == [Due.COURT_ISSUES]
