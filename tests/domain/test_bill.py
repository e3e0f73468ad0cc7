"""What a bill is, what may happen to it, its deadlines, its exposure, its discount."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bill import (
    ALLOWED,
    LEADS_TO,
    SAFE_BANKS,
    TRANSFERS,
    Bill,
    BillEvent,
    BillState,
    EventKind,
    allowed,
    check_bill,
    check_event,
    deadlines,
    discount,
    exposure,
    is_safe,
    latest_due,
    present_by,
    standing,
    state_of,
    until,
)
from domain.bill_number import BillKind
from domain.errors import (
    AmountTooLarge,
    BadBillDates,
    BadBillNumber,
    BadBillPart,
    BillNotAllowed,
    BillNotTransferable,
    BillTooEarly,
    DomainError,
    MissingField,
    WrongSign,
)
from domain.money import Money

ISSUED, DUE = date(2026, 5, 20), date(2026, 11, 20)
BILL = Bill(
    kind=BillKind.COMMERCIAL,
    number="2" + "102100099996" + "20260520" + "00012345" + "7",
    part="1-50000000",
    amount=Money(50_000_000, "CNY"),
    issued_on=ISSUED,
    due_on=DUE,
    acceptor="苏州沐川精密配件有限公司",
    customer_id=1,
)
E = EventKind


def events(*kinds, on=ISSUED, days=()):
    """Return events of kinds, a day after each other or on the days given."""
    return [
        BillEvent(kind=kind, on=date.fromisoformat(days[at]) if days else on, id=at + 1)
        for at, kind in enumerate(kinds)
    ]


# -- what may be registered


def test_a_bill_of_six_months_is_registered():
    assert check_bill(BILL) is BILL
    assert latest_due(ISSUED) == DUE


@pytest.mark.parametrize(
    "changed, error",
    [
        ({"number": ""}, MissingField),
        ({"acceptor": ""}, MissingField),
        ({"number": BILL.number[:29]}, BadBillNumber),
        ({"number": "0" + BILL.number[1:]}, BadBillNumber),
        ({"amount": Money(0, "CNY")}, WrongSign),
        ({"amount": Money(10**11 + 1, "CNY"), "part": ""}, AmountTooLarge),
        ({"amount": Money(49_999_999, "CNY")}, BadBillPart),
        ({"part": "x"}, BadBillPart),
        ({"due_on": DUE + timedelta(days=1)}, BadBillDates),
        ({"due_on": ISSUED - timedelta(days=1)}, BadBillDates),
    ],
)
def test_what_is_surely_wrong_is_refused(changed, error):
    with pytest.raises(error):
        check_bill(replace(BILL, **changed))


def test_a_bill_of_before_2023_ran_up_to_a_year_and_months_end_with_the_month():
    assert latest_due(date(2022, 12, 31)) == date(2023, 12, 31)
    assert latest_due(date(2023, 1, 1)) == date(2023, 7, 1)
    assert latest_due(date(2026, 8, 31)) == date(2027, 2, 28)


# -- states


def test_each_event_leads_to_its_state():
    chain = events(E.RECEIVED, E.PLEDGED, E.RELEASED, E.PRESENTED, E.PAID)
    states = [state_of(chain[: at + 1]) for at in range(len(chain))]
    assert states == ["in_hand", "pledged", "in_hand", "presented", "paid"]


def test_an_undone_event_never_was_and_a_withdrawn_bill_stays_known():
    chain = events(E.RECEIVED, E.ENDORSED)
    undone = BillEvent(kind=E.UNDONE, on=ISSUED, id=3, reverses_id=2)
    assert state_of([*chain, undone]) is BillState.IN_HAND
    gone = BillEvent(kind=E.UNDONE, on=ISSUED, id=4, reverses_id=1)
    assert state_of([*chain, undone, gone]) is BillState.WITHDRAWN
    assert state_of([]) is None


def test_what_happened_later_is_not_known_on_a_day():
    chain = events(E.RECEIVED, E.ENDORSED, days=("2026-06-01", "2026-07-01"))
    assert state_of(until(chain, date(2026, 6, 30))) is BillState.IN_HAND
    assert state_of(until(chain, date(2026, 7, 1))) is BillState.ENDORSED
    assert state_of(until(chain, date(2026, 5, 31))) is None


@pytest.mark.parametrize("kind", TRANSFERS)
def test_a_bill_marked_not_transferable_is_not_passed_on(kind):
    marked = replace(BILL, not_transferable=True)
    with pytest.raises(BillNotTransferable):
        check_event(marked, events(E.RECEIVED), kind, ISSUED)
    assert kind not in allowed(marked, BillState.IN_HAND)


def test_only_a_bill_with_a_range_is_split():
    assert E.SPLIT in allowed(BILL, BillState.IN_HAND)
    assert E.SPLIT not in allowed(replace(BILL, part="0"), BillState.IN_HAND)


def test_what_is_offered_depends_on_the_day():
    hand = BillState.IN_HAND
    assert E.DISCOUNTED in allowed(BILL, hand, date(2026, 11, 19))
    assert E.DISCOUNTED not in allowed(BILL, hand, DUE)
    assert E.ENDORSED in allowed(BILL, hand, date(2026, 11, 30))
    assert allowed(BILL, hand, date(2026, 12, 1)) == (E.PRESENTED, E.SPLIT)


def test_it_is_not_passed_on_after_the_days_of_presentation_nor_discounted_once_due():
    chain = events(E.RECEIVED)
    check_event(BILL, chain, E.ENDORSED, date(2026, 11, 30))
    with pytest.raises(BillNotTransferable):
        check_event(BILL, chain, E.ENDORSED, date(2026, 12, 1))
    check_event(BILL, chain, E.DISCOUNTED, date(2026, 11, 19))
    with pytest.raises(BillNotTransferable):
        check_event(BILL, chain, E.DISCOUNTED, DUE)


def test_events_are_not_dated_before_the_last_one_or_before_issue():
    chain = events(E.RECEIVED, days=("2026-06-01",))
    with pytest.raises(BillTooEarly) as error:
        check_event(BILL, chain, E.PRESENTED, date(2026, 5, 31))
    assert error.value.facts["earliest"] == date(2026, 6, 1)
    with pytest.raises(BillTooEarly):
        check_event(BILL, [], E.RECEIVED, date(2026, 5, 19))


@given(st.lists(st.tuples(st.sampled_from(E), st.integers(0, 20)), max_size=25))
def test_whatever_is_tried_only_allowed_events_get_through_in_order_of_days(tries):
    chain = []
    for kind, days in tries:
        on = ISSUED + timedelta(days=days)
        before = state_of(chain)
        try:
            check_event(BILL, chain, kind, on)
        except DomainError:
            assert kind not in ALLOWED[before] or not chain or on < chain[-1].on
            continue
        assert kind in ALLOWED[before]
        chain.append(BillEvent(kind=kind, on=on, id=len(chain) + 1))
        assert state_of(chain) is LEADS_TO[kind]
    assert [event.on for event in chain] == sorted(event.on for event in chain)
    assert not chain or chain[0].kind is E.RECEIVED


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_undoing_the_last_event_gives_the_state_before_it(turns):
    chain, states = events(E.RECEIVED), [BillState.IN_HAND]
    for forward in turns:
        key = len(chain) + 1
        if forward or len(states) == 1:
            kind = E.PLEDGED if states[-1] is BillState.IN_HAND else E.RELEASED
            chain.append(BillEvent(kind=kind, on=ISSUED, id=key))
            states.append(LEADS_TO[kind])
        else:
            last = standing(chain)[-1]
            chain.append(BillEvent(kind=E.UNDONE, on=ISSUED, id=key, reverses_id=last.id))
            states.pop()
        assert state_of(chain) is states[-1]
        assert len(standing(chain)) == len(states)


def test_every_state_but_the_last_ones_leads_somewhere():
    ends = {state for state, kinds in ALLOWED.items() if not kinds}
    assert ends == {BillState.PAID, BillState.SPLIT, BillState.WITHDRAWN}
    assert set(ALLOWED) == {*BillState, None}


# -- deadlines


def test_it_is_presented_within_ten_days_after_maturity():
    assert present_by(DUE) == date(2026, 11, 30)


def test_the_holder_tells_within_3_days_and_has_6_months_and_2_years():
    days = ("2026-06-01", "2026-08-21", "2026-08-31")
    chain = events(E.RECEIVED, E.PRESENTED, E.REFUSED, days=days)
    found = deadlines(replace(BILL, due_on=date(2026, 8, 20)), chain)
    assert found.notify_by == date(2026, 9, 3)
    assert found.recourse_by == date(2027, 2, 28)
    assert found.acceptor_by == date(2028, 8, 20)


def test_a_bill_that_came_back_gives_3_months():
    days = ("2026-06-01", "2026-07-01", "2026-11-25")
    chain = events(E.RECEIVED, E.ENDORSED, E.REFUSED, days=days)
    assert deadlines(BILL, chain).recourse_by == date(2027, 2, 25)


def test_presented_too_late_only_drawer_and_acceptor_are_left():
    days = ("2026-06-01", "2026-12-01", "2026-12-02")
    found = deadlines(BILL, events(E.RECEIVED, E.PRESENTED, E.REFUSED, days=days))
    assert (found.notify_by, found.recourse_by) == (None, None)
    assert found.acceptor_by == date(2028, 11, 20)


def test_a_bill_that_was_not_refused_has_no_deadlines():
    assert deadlines(BILL, events(E.RECEIVED, E.PRESENTED)) is None


# -- exposure


@pytest.mark.parametrize("kind", [E.ENDORSED, E.DISCOUNTED])
def test_a_firms_bill_stays_in_exposure_until_its_due_date(kind):
    chain = events(E.RECEIVED, kind, days=("2026-06-01", "2026-07-01"))
    assert exposure(BILL, chain, date(2026, 6, 30)) == 0
    assert exposure(BILL, chain, date(2026, 7, 1)) == 50_000_000
    assert exposure(BILL, chain, DUE) == 50_000_000
    assert exposure(BILL, chain, DUE + timedelta(days=1)) == 0


@pytest.mark.parametrize("last", [E.PAID, E.REFUSED, E.RETURNED])
def test_paid_refused_or_given_back_it_leaves_the_exposure(last):
    days = ("2026-06-01", "2026-07-01", "2026-08-01")
    assert exposure(BILL, events(E.RECEIVED, E.ENDORSED, last, days=days), DUE) == 0


def test_banks_of_the_list_are_safe_others_and_firms_are_not():
    bank = replace(BILL, kind=BillKind.BANK, acceptor="中国工商银行股份有限公司杭州分行")
    city = replace(bank, acceptor="临岸农村商业银行")
    company = replace(BILL, acceptor="工商银行工会服务公司")
    finance = replace(bank, acceptor="某集团财务有限公司", acceptor_bank="中国工商银行")
    assert is_safe(bank)
    assert not any(map(is_safe, (city, company, finance)))
    chain = events(E.RECEIVED, E.ENDORSED)
    assert exposure(bank, chain, ISSUED) == 0
    assert exposure(city, chain, ISSUED) == 50_000_000
    assert exposure(city, chain, ISSUED, [*SAFE_BANKS, "临岸农村商业银行"]) == 0
    assert exposure(bank, chain, ISSUED, [""]) == 50_000_000


# -- discount


def test_500000_at_2_1_percent_for_120_days_costs_3500():
    done = discount(50_000_000, date(2026, 11, 20), date(2026, 7, 23), Decimal("2.1"))
    assert (done.days, done.cost, done.proceeds) == (120, 350_000, 49_650_000)


def test_by_365_days_and_with_three_days_more():
    on, due = date(2026, 7, 23), date(2026, 11, 20)
    assert discount(50_000_000, due, on, Decimal("2.1"), basis=365).cost == 345_205
    assert discount(50_000_000, due, on, Decimal("2.1"), extra_days=3).cost == 358_750


def test_the_cost_of_a_year_is_told_of_the_money_received():
    done = discount(50_000_000, date(2026, 11, 20), date(2026, 7, 23), Decimal("2.1"))
    # 3,500 / 496,500 × 365 / 120 = 2.1442 %
    assert done.yearly() == Decimal("2.14")
    assert discount(100, DUE, ISSUED, Decimal(0)).yearly() == 0


@pytest.mark.parametrize("on", [DUE, DUE + timedelta(days=1)])
def test_a_due_bill_is_not_discounted(on):
    with pytest.raises(BadBillDates):
        discount(100, DUE, on, Decimal(2))


@pytest.mark.parametrize("rate", ["-1", "250"])
def test_a_rate_that_leaves_nothing_is_refused(rate):
    with pytest.raises(WrongSign):
        discount(100, DUE, ISSUED, Decimal(rate))


@given(
    st.integers(1, 10**11),
    st.integers(1, 180),
    st.decimals(0, 30, places=4),
    st.sampled_from([360, 365]),
)
def test_interest_is_rounded_half_up_once_and_the_rest_is_received(face, days, rate, basis):
    due = ISSUED + timedelta(days=days)
    done = discount(face, due, ISSUED, rate, basis=basis)
    exact = Decimal(face) * rate * days / 100 / basis
    assert abs(done.cost - exact) <= Decimal("0.5000001")
    assert done.cost + done.proceeds == face


def test_what_a_bills_state_does_not_allow_names_the_act():
    with pytest.raises(BillNotAllowed) as error:
        check_event(BILL, events(E.RECEIVED), E.PAID, DUE)
    assert error.value.facts["act"] == "paid"
