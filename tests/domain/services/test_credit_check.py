"""Exposure and the check over a real book: orders, deliveries, holds, leave, returned payments."""

import pytest

from domain.credit.check import Level
from domain.credit.check_parts import SecurityPart, StagePart
from domain.credit.exposure import Marks, Part
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.grades import GradePolicy
from domain.credit.holds import Ground, Scope
from domain.credit.limits import CreditLimit
from domain.credit.score_model import FEATURES
from domain.credit.scoring import Answer
from domain.errors import (
    AlreadyReversed,
    CreditBlocked,
    DuplicateNumber,
    EndsTooEarly,
    MissingField,
    NotFound,
    SamePerson,
    WrongSign,
)
from domain.policy import CreditPolicy
from domain.services import credit_orders, records, settlement
from domain.services.assessments import AssessmentEntry, keep_assessment
from domain.services.credit_check import group_exposures, standings
from domain.services.exposure_lines import exposure_lines
from tests.credit_desk import CreditDesk
from tests.desk import day


@pytest.fixture
def desk(tmp_path):
    opened = CreditDesk(tmp_path / "book.sqlite")
    yield opened
    opened.close()


# -- exposure by component


def test_every_component_is_told_and_none_counts_twice(desk):
    desk.invoice("1000.00", "2026-01-05", due="2026-02-04", number="F1")
    desk.invoice("400.00", "2026-02-20", due="2026-03-22", order_number="SO-1", number="F2")
    desk.receipt("150.00", "2026-02-25")
    desk.order("SO-1", "1000.00", "2026-02-01", delivered="600.00")
    assert desk.parts("2026-03-01") == {
        "not_due": "400.00",
        "overdue": "1000.00",
        "orders": "400.00",
        "deliveries": "200.00",
        "unapplied": "150.00",
        "total": "1850.00",
    }


def test_posting_the_invoice_of_an_order_leaves_the_total_as_it_was(desk):
    desk.order("SO-1", "1000.00", "2026-02-01")
    assert desk.parts("2026-03-01") == {"orders": "1000.00", "total": "1000.00"}
    desk.deliver("SO-1", "1000.00", "2026-03-02")
    assert desk.parts("2026-03-01") == {"orders": "1000.00", "total": "1000.00"}
    assert desk.parts("2026-03-02") == {"deliveries": "1000.00", "total": "1000.00"}
    invoice = desk.invoice("1000.00", "2026-03-05", due="2026-04-04", order_number="SO-1")
    assert desk.parts("2026-03-05") == {"not_due": "1000.00", "total": "1000.00"}
    desk.void(invoice, "2026-03-06")
    assert desk.parts("2026-03-06") == {"deliveries": "1000.00", "total": "1000.00"}


def test_an_invoice_named_by_the_order_counts_as_one_that_names_it(desk):
    desk.order("SO-1", "1000.00", "2026-02-01")
    desk.invoice("300.00", "2026-02-05", due="2026-04-04", number="F9")
    credit_orders.name_invoices(desk.uow(), desk.first, "SO-1", ("F9",), day("2026-02-06"))
    assert desk.parts("2026-02-06") == {
        "not_due": "300.00",
        "orders": "700.00",
        "total": "1000.00",
    }


def test_another_customers_order_number_and_currency_are_its_own(desk):
    other = desk.customer("C2")
    desk.order("SO-1", "100.00", "2026-02-01")
    desk.invoice("100.00", "2026-02-05", order_number="SO-1", customer=other)
    desk.invoice("100.00", "2026-02-05", order_number="SO-1", currency="USD", number="U1")
    assert desk.parts()["orders"] == "100.00"


def test_a_closed_order_is_exposure_no_longer(desk):
    desk.order("SO-1", "100.00", "2026-02-01")
    with pytest.raises(MissingField):
        credit_orders.close_order(desk.uow(), desk.first, "SO-1", day("2026-02-03"), " ")
    credit_orders.close_order(desk.uow(), desk.first, "SO-1", day("2026-02-03"), "取消")
    assert desk.parts("2026-02-02")["total"] == "100.00"
    assert desk.parts("2026-02-03") == {}


def test_bills_passed_on_stay_exposure_until_they_mature(desk):
    invoice = desk.invoice("500.00", "2026-05-01", due="2026-05-31")
    bill = desk.receive(desk.new_bill("500.00"), uses={invoice: "500.00"})
    desk.happen("endorsed", bill, "2026-07-01", party="供应商")
    assert desk.parts("2026-07-01") == {"bills": "500.00", "total": "500.00"}
    assert desk.parts("2026-11-21") == {}


def test_a_returned_payment_is_told_apart_until_it_is_paid_again(desk):
    invoice = desk.invoice("800.00", "2026-01-05", due="2026-02-04")
    receipt = desk.receipt("500.00", "2026-02-01", uses=[desk.use(invoice, "500.00")])
    settlement.return_receipt(desk.uow(), receipt, day("2026-02-10"), "退票")
    assert desk.parts("2026-02-09") == {"overdue": "300.00", "total": "300.00"}
    assert desk.parts("2026-02-10") == {
        "overdue": "300.00",
        "returned": "500.00",
        "total": "800.00",
    }
    desk.receipt("500.00", "2026-02-20", uses=[desk.use(invoice, "500.00")])
    assert desk.parts("2026-02-20")["returned"] == "300.00"
    assert desk.parts("2026-02-20")["total"] == "300.00"


def test_all_customers_at_once_are_what_each_is_alone(desk):
    others = [desk.customer(f"X{n}") for n in range(4)]
    for n, one in enumerate(others):
        desk.invoice(f"{100 + n}.00", "2026-01-05", due="2026-02-04", customer=one)
        desk.order(f"S{n}", f"{10 + n}.00", "2026-01-06", customer=one)
    desk.receipt("30.00", "2026-01-20", customer=others[0])
    together = desk.book.reader.exposures(day("2026-03-01"))
    alone = [
        found
        for one in sorted(others)
        for found in desk.book.reader.exposures(day("2026-03-01"), customer_ids=[one])
    ]
    assert together == alone
    by_customer = standings(desk.book.reader, day("2026-03-01"))
    assert by_customer[others[3]].asked.exposure == desk.money("116.00").minor


# -- the check


def test_fifty_thousand_on_sixty_days_is_blocked_with_its_figures(desk):
    desk.limit("100000.00")
    desk.invoice("60000.00", "2026-01-05", due="2026-03-06")
    result = desk.ask("50000.00", "2026-03-01", days=60)
    assert result.verdict is Level.BLOCK
    assert result.blocks == ("limit.over",)
    assert result.after == desk.money("110000.00").minor
    assert result.reasons[0].facts["over"] == desk.money("10000.00").minor
    assert desk.ask("40000.00", "2026-03-01", days=60).verdict is Level.WARN
    assert desk.ask("20000.00", "2026-03-01", days=30).verdict is Level.PASSES
    (told,) = desk.ask("20000.00", "2026-03-01", days=60).reasons
    assert (told.code, told.facts["most"]) == ("term.unrated", 30)


def test_an_order_that_would_be_blocked_is_refused_and_an_invoice_is_not(desk):
    desk.limit("100.00")
    with pytest.raises(CreditBlocked) as told:
        desk.order("SO-1", "100.01", "2026-03-01")
    assert told.value.facts["blocks"] == "limit.over"
    assert desk.book.reader.order_states(day("2026-03-01")) == []
    desk.invoice("100.01", "2026-03-01")
    assert desk.parts()["total"] == "100.01"


def test_leave_lets_the_order_through_up_to_its_ceiling_and_day(desk):
    desk.limit("100.00")
    desk.allow("150.00", "2026-03-01", "2026-03-31")
    desk.order("SO-1", "150.00", "2026-03-10")
    with pytest.raises(CreditBlocked):
        desk.order("SO-2", "0.01", "2026-03-11")
    assert desk.ask(None, "2026-03-31").verdict is Level.WARN
    assert desk.ask(None, "2026-04-01").verdict is Level.BLOCK


def test_a_new_order_of_a_number_that_is_known_is_refused(desk):
    desk.order("SO-1", "100.00", "2026-03-01")
    with pytest.raises(DuplicateNumber):
        desk.order("SO-1", "100.00", "2026-03-02")
    with pytest.raises(MissingField):
        desk.order(" ", "1.00", "2026-03-02")
    with pytest.raises(WrongSign):
        desk.order("SO-2", "0.00", "2026-03-02")
    with pytest.raises(NotFound):
        desk.deliver("SO-9", "1.00", "2026-03-02")
    with pytest.raises(WrongSign):
        desk.deliver("SO-1", "-1.00", "2026-03-02")


def test_leave_needs_two_persons_a_reason_and_an_end(desk):
    with pytest.raises(SamePerson):
        desk.allow("1.00", "2026-03-01", "2026-03-31", asked_by="Li Na", allowed_by=" li na")
    with pytest.raises(MissingField):
        desk.allow("1.00", "2026-03-01", None)
    with pytest.raises(MissingField):
        desk.allow("1.00", "2026-03-01", "2026-03-31", reason="")
    with pytest.raises(EndsTooEarly):
        desk.allow("1.00", "2026-03-01", "2026-02-28")
    with pytest.raises(WrongSign):
        desk.allow("0.00", "2026-03-01", "2026-03-31")


# -- holds


def test_a_hold_blocks_orders_until_another_releases_it(desk):
    hold = desk.hold("2026-03-01", scope=Scope.BOTH)
    assert desk.ask("1.00", "2026-02-28").verdict is Level.PASSES
    assert desk.ask("1.00", "2026-03-01").blocks == ("hold.both",)
    with pytest.raises(SamePerson):
        desk.release(hold, "2026-03-05", by="财务")
    with pytest.raises(EndsTooEarly):
        desk.release(hold, "2026-02-05")
    desk.release(hold, "2026-03-05")
    assert desk.ask("1.00", "2026-03-04").verdict is Level.BLOCK
    assert desk.ask("1.00", "2026-03-05").verdict is Level.PASSES
    with pytest.raises(AlreadyReversed):
        desk.release(hold, "2026-03-06")


def test_a_hold_by_law_needs_its_proof_or_clause(desk):
    with pytest.raises(MissingField) as told:
        desk.hold("2026-03-01", ground=Ground.INSECURITY)
    assert told.value.facts["field"] == "proof"
    desk.hold("2026-03-01", ground=Ground.INSECURITY, proof="法院公告：财产被查封")
    with pytest.raises(MissingField) as told:
        desk.hold("2026-03-01", ground=Ground.FIRST)
    assert told.value.facts["field"] == "clause"


def test_a_sale_in_another_currency_is_compared_in_the_limits(desk):
    desk.limit("1000.00")
    desk.rate("USD", "2026-01-01", "7.10")
    assert desk.ask("100.00", "2026-03-01", currency="USD").after == desk.money("710.00").minor
    result = desk.ask("100.00", "2026-03-01", currency="EUR")
    assert [one.code for one in result.reasons] == ["unvalued"]


def test_a_group_is_its_customers_together_in_the_books_currency(desk):
    for code, currency in (("G1", "CNY"), ("G2", "USD")):
        one = desk.customer(code, group="沐川集团")
        desk.invoice("100.00", "2026-01-05", customer=one, currency=currency, number=code)
    desk.rate("USD", "2026-01-01", "7.10")
    found = group_exposures(desk.book.reader, day("2026-01-05"))
    assert {name: one.total for name, one in found.items()} == {"沐川集团": 810_00}


def test_the_grade_bounds_the_term(desk):
    answers = tuple(Answer(indicator=one.code, points=4) for one in FEATURES.indicators)
    entry = AssessmentEntry(
        customer_id=desk.first, made_on=day("2026-01-05"), model="features", answers=answers
    )
    keep_assessment(desk.uow(), entry)
    (graded,) = desk.book.reader.graded(day("2026-01-05"), [desk.first])
    most = GradePolicy().rule(graded.grade).max_term_days
    assert desk.ask("1.00", "2026-01-05", days=most).verdict is Level.PASSES
    result = desk.ask("1.00", "2026-01-05", days=most + 1)
    assert result.blocks == ("term.over",)
    assert result.reasons[0].facts["grade"] == graded.grade


# -- what has changed


def test_only_the_customers_whose_facts_grew_are_read_again(desk):
    reader, other = desk.book.reader, desk.customer("C2")
    marks, _ = reader.touched(Marks())

    def since():
        nonlocal marks
        marks, found = reader.touched(marks)
        return found

    assert since() == []
    invoice = desk.invoice("100.00", "2026-01-05")
    assert since() == [desk.first]
    money = desk.receipt("100.00", "2026-01-06")
    since()
    desk.allocate(money, {invoice: "100.00"}, "2026-01-06")
    assert since() == [desk.first]
    desk.limit("5.00", customer=other)
    assert since() == [other]
    desk.order("SO-1", "1.00", "2026-01-07", customer=other)
    assert since() == [other]
    undone = desk.invoice("7.00", "2026-01-08")
    dispute = desk.dispute(undone, "7.00", "2026-01-08")
    since()
    desk.close_dispute(dispute, "2026-01-09")
    assert since() == [desk.first]
    records.keep_record(desk.uow(), CreditPolicy(), customer_id=None, dated_on=day("2026-01-01"))
    assert since() is None
    assert set(standings(reader, day("2026-01-09"), [other])) == {other}


# -- what the credit file says


def _keep(desk, value, on, until=None):
    records.keep_record(
        desk.uow(),
        value,
        customer_id=desk.first,
        dated_on=day(on),
        ends_on=day(until) if until else None,
    )


def test_a_deposit_comes_off_once_also_when_its_money_stands_unapplied(desk):
    desk.invoice("1000.00", "2026-01-05")
    _keep(desk, SecurityPart(type="deposit", amount=200_00, currency="CNY"), "2026-01-06")
    assert desk.parts("2026-01-05")["total"] == "1000.00"
    assert desk.parts("2026-01-06")["deposits"] == "200.00"
    assert desk.parts("2026-01-06")["total"] == "800.00"
    desk.receipt("150.00", "2026-01-07")
    assert desk.parts("2026-01-07")["deposits"] == "50.00"
    lines = exposure_lines(desk.book.reader, desk.first, day("2026-01-07"))
    assert [one.amount for one in lines[Part.DEPOSITS]] == [50_00]
    assert desk.parts("2026-01-07")["total"] == "800.00"
    desk.receipt("60.00", "2026-01-08")
    assert "deposits" not in desk.parts("2026-01-08")
    assert desk.parts("2026-01-08")["total"] == "790.00"


def test_cover_that_ended_is_told_until_another_begins(desk):
    guarantee = SecurityPart(type="bank_guarantee", amount=1_00, currency="CNY")
    _keep(desk, guarantee, "2026-01-01", "2026-09-30")
    assert desk.ask("1.00", "2026-09-30").reasons == ()
    (told,) = desk.ask("1.00", "2026-10-01").reasons
    assert (told.code, told.facts["ended"]) == ("cover", day("2026-09-30"))
    _keep(desk, guarantee, "2026-10-05", "2027-09-30")
    assert desk.ask("1.00", "2026-10-05").reasons == ()


def test_a_firm_struck_off_and_a_term_beyond_the_stage_are_blocked(desk):
    _keep(desk, RegistryFacts(status=RegistryStatus.EXISTING), "2026-01-01")
    _keep(desk, StagePart(stage=2), "2026-01-01")
    assert desk.ask("1.00", "2026-02-01", days=15).verdict is Level.PASSES
    assert desk.ask("1.00", "2026-02-01", days=30).blocks == ("stage.over",)
    _keep(desk, RegistryFacts(status=RegistryStatus.REVOKED), "2026-03-01")
    assert desk.ask("1.00", "2026-03-01").blocks == ("registry",)


# -- limits granted


def _grant(desk, on, until=None, **value):
    limit = CreditLimit(**{"currency": "CNY", "approver": "经理", "reason": "评审", **value})
    group = bool(value.get("group"))
    return records.keep_record(
        desk.uow(),
        limit,
        customer_id=None if group else desk.first,
        dated_on=day(on),
        ends_on=day(until) if until else None,
    )


def test_the_limit_granted_counts_and_none_when_it_has_expired(desk):
    desk.limit("1.00")
    _grant(desk, "2026-01-01", "2026-06-30", minor=500_00)
    assert desk.ask("400.00", "2026-06-30").verdict is Level.PASSES
    assert desk.ask("500.01", "2026-06-30").blocks == ("limit.over",)
    assert desk.ask("0.01", "2026-07-01").blocks == ("limit.expired",)
    _grant(desk, "2026-08-01", unlimited=True)
    assert desk.ask("99999.00", "2026-08-01").verdict is Level.PASSES


def test_the_limit_of_a_group_bounds_its_customers_together(desk):
    first, second = (desk.customer(code, group="沐川集团") for code in ("G1", "G2"))
    _grant(desk, "2026-01-01", minor=1000_00, group="沐川集团")
    desk.invoice("700.00", "2026-01-05", customer=second)
    assert desk.ask("300.00", "2026-01-06", customer=first).verdict is Level.PASSES
    result = desk.ask("300.01", "2026-01-06", customer=first)
    assert result.blocks == ("group_limit.over",)
    assert result.reasons[0].facts["after"] == 1000_01
    desk.invoice("300.01", "2026-01-06", customer=first, number="G")
    found = standings(desk.book.reader, day("2026-01-06"))
    assert found[second].blocks == ("group_limit.over",)
