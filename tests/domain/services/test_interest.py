"""Interest on invoices of a book, what decides its way, and claiming it once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.document import ClaimKind, Kind
from domain.errors import (
    AgreedRateNeeded,
    BadInterestMode,
    InterestClaimed,
    InterestModeNeeded,
    NoInterest,
    NotFound,
    NothingToDo,
    RateMissing,
)
from domain.interest_modes import Count
from domain.reference_rates import Source
from domain.services import interest, settlement, undoing
from domain.services.interest import Asked, CustomerTerms
from domain.services.receipts import ReceiptEntry

FLOAT = Asked(mode="CN_SALE_LPR_FLOAT:1.5")
DAILY = Asked(mode="CN_CONTRACT:0.01%/day")


def _on(text):
    return date.fromisoformat(text)


def _interest(desk, document, as_of, asked=None):
    return interest.interest_on(desk.book.reader, document, _on(as_of), asked)


def _claim(desk, document, to_on, asked=DAILY, **more):
    return interest.claim_interest(desk.uow(), document, _on(to_on), asked, **more)


def _codes(found):
    return [one.code for one in found.found.cautions]


@pytest.fixture
def sale(desk):
    return desk.invoice("100000.00", "2024-06-01", due="2024-06-30")


# reading the book


def test_the_worked_vector_from_a_book(desk, sale):
    found = _interest(desk, sale, "2025-06-30", FLOAT)
    assert [one.amount for one in found.found.segments] == [29_774, 125_281, 268_808, 51_781]
    assert (found.found.total, found.claimed, found.claimed_to) == (475_644, 0, None)


def test_a_payment_counts_from_the_day_the_money_came(desk, sale):
    """The receipt of 31 December is allocated on 20 January only."""
    paid = desk.receipt("40000.00", "2024-12-31")
    desk.allocate(paid, {sale: "40000.00"}, "2025-01-20")
    steps = _interest(desk, sale, "2025-06-30", DAILY).found.segments
    assert [(one.start.isoformat(), one.principal) for one in steps] == [
        ("2024-07-01", 10_000_000),
        ("2025-01-01", 6_000_000),
    ]


def test_an_allocation_that_was_undone_never_counted(desk, sale):
    paid = desk.receipt("40000.00", "2024-07-31", uses=[desk.use(sale, "40000.00")])
    desk.undo("2024-12-01", debit=sale, credit=paid)
    (whole,) = _interest(desk, sale, "2025-06-30", DAILY).found.segments
    assert whole.principal == 10_000_000


def test_credit_notes_and_write_offs_lower_the_principal(desk, sale):
    note = desk.credit_note("30000.00", "2024-08-31")
    desk.allocate(note, {sale: "30000.00"}, "2024-08-31")
    found = _interest(desk, sale, "2024-09-10", DAILY).found
    assert [(one.days, one.principal) for one in found.segments] == [
        (62, 10_000_000),
        (10, 7_000_000),
    ]


def test_a_voided_invoice_bears_no_interest(desk, sale):
    desk.void(sale, "2024-09-01")
    assert _interest(desk, sale, "2025-06-30", DAILY).found.total == 0
    with pytest.raises(NothingToDo):
        _claim(desk, sale, "2025-06-30")


def test_instalments_run_each_from_its_due_date(desk):
    document = desk.invoice("1000.00", "2026-01-01", terms="30%@0+70%@60")
    found = _interest(desk, document, "2026-03-12", Asked(mode="CN_CONTRACT:1%/day")).found
    assert [(one.instalment, one.days, one.amount) for one in found.segments] == [
        ("1/2", 70, 21_000),
        ("2/2", 10, 7_000),
    ]


def test_a_debt_taken_over_is_not_counted_twice(desk, sale):
    other = desk.customer("C2")
    settlement.transfer(
        desk.uow(), [desk.use(sale, "100000.00")], other, _on("2024-12-31"), "agreement"
    )
    (old,) = _interest(desk, sale, "2025-06-30", DAILY).found.segments
    moved = next(
        row.document_id for row in desk.book.reader.open_items(_on("2025-06-30"), customer_id=other)
    )
    (new,) = _interest(desk, moved, "2025-06-30", DAILY).found.segments
    assert (old.end, new.start) == (_on("2025-01-01"), _on("2025-01-01"))
    assert old.days + new.days == 365


def test_credits_claims_and_unknown_documents_are_refused(desk, sale):
    with pytest.raises(NoInterest):
        _interest(desk, desk.credit_note("1.00", "2026-01-01"), "2026-02-01", DAILY)
    with pytest.raises(NoInterest):
        _interest(desk, _claim(desk, sale, "2025-06-30").value, "2026-02-01", DAILY)
    with pytest.raises(NotFound):
        _interest(desk, 4_711, "2026-02-01", DAILY)


# which way


def test_the_way_is_asked_for_else_the_customers_else_the_books(desk, sale):
    interest.keep_policy(desk.uow(), "CN_SALE_LPR_FIXED:1.3", 360, Count.BOTH)
    found = _interest(desk, sale, "2025-06-30").found.mode
    assert (found.text, found.year, found.count) == ("CN_SALE_LPR_FIXED:1.3", 360, Count.BOTH)
    terms = CustomerTerms(mode="CN_CONTRACT:日万分之二")
    interest.keep_customer_terms(desk.uow(), desk.first, terms)
    assert _interest(desk, sale, "2025-06-30").found.mode.text == "CN_CONTRACT:0.02%/day"
    asked = Asked(mode="CN_LPR_1X", year=365, count=Count.TAIL)
    found = _interest(desk, sale, "2025-06-30", asked)
    assert found.found.total == 317_096
    assert "proposed" not in _codes(found)


def test_a_year_of_360_days_for_the_book_leaves_the_foreign_laws_alone(desk):
    interest.keep_policy(desk.uow(), "", 360, Count.TAIL)
    document = desk.invoice("5000.00", "2025-03-01", due="2025-03-31", currency="GBP", rate="9")
    assert _interest(desk, document, "2025-07-10", Asked(mode="UK")).found.total == 24_640
    asked = Asked(mode="UK", year=360)
    assert _interest(desk, document, "2025-07-10", asked).found.mode.year == 365
    asked = Asked(mode="US:18%/year", year=360)
    assert _interest(desk, document, "2025-05-15", asked).found.total == 11_250


@pytest.mark.parametrize(
    "country,buyer,size,mode",
    [
        ("", "", "small", "CN_SALE_LPR_FLOAT:1.5"),
        ("cn", "small", "small", "CN_SALE_LPR_FLOAT:1.5"),
        ("中国", "large", "medium", "CN_SME_17"),
        ("CN", "public", "micro", "CN_SME_17"),
        ("CN", "public", "large", "CN_SALE_LPR_FLOAT:1.5"),
        ("GB", "", "small", "UK"),
        ("DE", "", "small", "EU"),
        ("FR", "", "small", "EU:10"),
    ],
)
def test_the_proposal_follows_the_debtors_country(desk, country, buyer, size, mode):
    desk.set(seller_size=size)
    customer = desk.customer("C9", country=country)
    if buyer:
        interest.keep_customer_terms(desk.uow(), customer, CustomerTerms(buyer=buyer))
    document = desk.invoice("100.00", "2025-01-01", due="2025-01-31", customer=customer)
    found = _interest(desk, document, "2025-02-28")
    assert found.found.mode.text == mode
    assert "proposed" in _codes(found)


@pytest.mark.parametrize("country,currency", [("US", "USD"), ("JP", "CNY"), ("", "USD")])
def test_where_no_law_can_be_told_the_way_is_asked_for(desk, country, currency):
    customer = desk.customer("C9", country=country)
    document = desk.invoice(
        "100.00", "2025-01-01", due="2025-01-31", customer=customer, currency=currency, rate="7"
    )
    with pytest.raises(InterestModeNeeded):
        _interest(desk, document, "2025-02-28")
    assert interest.interest_so_far(desk.book.reader, document, _on("2025-02-28")) is None


def test_a_bare_code_takes_the_rate_that_is_set_with_it(desk, sale):
    with pytest.raises(AgreedRateNeeded):
        _interest(desk, sale, "2025-06-30", Asked(mode="US"))
    interest.keep_customer_terms(desk.uow(), desk.first, CustomerTerms(mode="US:1%/month"))
    assert _interest(desk, sale, "2025-06-30", Asked(mode="US")).found.mode.text == "US:1%/month"
    with pytest.raises(AgreedRateNeeded):
        _interest(desk, sale, "2025-06-30", Asked(mode="CN_CONTRACT"))


def test_a_bankruptcy_freezes_the_customers_interest(desk, sale):
    terms = CustomerTerms(bankrupt_on=_on("2024-07-11"))
    interest.keep_customer_terms(desk.uow(), desk.first, terms)
    assert interest.customer_terms(desk.book.reader, desk.first) == terms
    found = _interest(desk, sale, "2025-06-30", DAILY)
    assert (found.found.total, _codes(found)) == (10_000, ["bankrupt"])


def test_what_is_set_is_checked_kept_in_the_history_and_taken_back(desk):
    with pytest.raises(BadInterestMode):
        interest.keep_policy(desk.uow(), "LPR", 365, Count.TAIL)
    interest.keep_customer_terms(desk.uow(), desk.first, CustomerTerms(buyer="large"))
    (newest,) = desk.book.reader.history(limit=1)
    (change,) = desk.book.reader.changes_of(newest.operation_id)
    assert (newest.kind, "large" in change.after) == ("interest.terms", True)
    interest.keep_customer_terms(desk.uow(), desk.first, CustomerTerms())
    assert desk.book.reader.setting("interest_customers") == {}


def test_article_17_says_when_its_conditions_are_not_known(desk, sale):
    asked = Asked(mode="CN_SME_17")
    assert _codes(_interest(desk, sale, "2025-06-30", asked)) == ["sme_conditions"]
    interest.keep_customer_terms(desk.uow(), desk.first, CustomerTerms(buyer="public"))
    assert _codes(_interest(desk, sale, "2025-06-30", asked)) == []


def test_money_not_allocated_yet_is_told(desk, sale):
    desk.receipt("30000.00", "2024-12-31")
    (told,) = _interest(desk, sale, "2025-06-30", DAILY).found.cautions
    assert (told.code, told.facts["amount"]) == ("unapplied", 3_000_000)


# reference rates


def test_a_rate_that_is_entered_is_used_and_replaces_its_day(desk):
    document = desk.invoice("36500.00", "2025-08-01", due="2025-09-21")
    for percent in ("9.99", "2.90"):
        interest.add_reference_rate(
            desk.uow(), Source.LPR, _on("2025-09-22"), Decimal(percent), "chinamoney.com.cn"
        )
    second, first = desk.book.reader.history(limit=2)
    assert (first.summary["rate"], "before" in first.summary) == ("9.99", False)
    assert (second.summary["rate"], second.summary["before"]) == ("2.90", "9.99")
    (row,) = desk.book.reader.reference_rates()
    assert (row.percent, row.note, row.entered) == (Decimal("2.90"), "chinamoney.com.cn", True)
    found = _interest(desk, document, "2025-10-01", Asked(mode="CN_LPR_1X"))
    assert (found.found.total, _codes(found)) == (2_900, [])


def test_a_rate_below_zero_is_refused(desk):
    with pytest.raises(RateMissing):
        interest.add_reference_rate(desk.uow(), Source.OWN, _on("2026-01-01"), Decimal(-1))


# claiming


def test_a_claim_is_a_debit_note_that_names_invoice_period_and_basis(desk, sale):
    note = _claim(desk, sale, "2025-06-30", FLOAT).value
    with desk.uow() as uow:
        document = uow.document(note)
        number = uow.document(sale).number
    assert (document.kind, document.claim) == (Kind.DEBIT_NOTE, ClaimKind.INTEREST)
    assert document.amount.minor == 475_644
    assert (document.issued_on, document.items[0].due_on) == (_on("2025-06-30"),) * 2
    assert document.reference == number
    for words in (number, "2024年7月1日至2025年6月30日", "LPR的1.5倍", "÷365，算头不算尾"):
        assert words in document.description
    assert desk.open(sale) == "100000.00"
    assert desk.check() == []


def test_the_words_are_the_customers(desk):
    customer = desk.customer("C5", language="en", country="GB")
    document = desk.invoice(
        "5000.00", "2025-03-01", due="2025-03-31", customer=customer, currency="GBP", rate="9"
    )
    note = _claim(desk, document, "2025-07-10", None, issued_on=_on("2025-07-15")).value
    with desk.uow() as uow:
        told = uow.document(note)
    assert (told.issued_on, told.amount.minor) == (_on("2025-07-15"), 24_640)
    assert "1 April 2025 to 10 July 2025" in told.description
    assert "with the fixed sum of GBP 70.00" in told.description


def test_a_period_is_claimed_once_and_the_next_goes_on_from_the_day_after(desk, sale):
    first = _claim(desk, sale, "2024-12-31").value
    with pytest.raises(InterestClaimed) as told:
        _claim(desk, sale, "2024-12-31")
    assert told.value.facts["to"] == _on("2024-12-31")
    second = _claim(desk, sale, "2025-06-30").value
    assert (desk.open(first), desk.open(second)) == ("1840.00", "1810.00")
    found = _interest(desk, sale, "2025-06-30", DAILY)
    assert (found.claimed, found.claimed_to) == (365_000, _on("2025-06-30"))
    assert found.found.total == 365_000


def test_a_later_claim_in_another_way_does_not_reach_back(desk, sale):
    _claim(desk, sale, "2024-12-31", FLOAT)
    left = interest.unclaimed(desk.book.reader, sale, _on("2025-06-30"), DAILY)
    assert (left.segments[0].start, left.total) == (_on("2025-01-01"), 181_000)


def test_the_fixed_sum_is_claimed_with_the_first_period_only(desk):
    document = desk.invoice("5000.00", "2025-03-01", due="2025-03-31", currency="GBP", rate="9")
    first = _claim(desk, document, "2025-04-30", Asked(mode="UK")).value
    second = _claim(desk, document, "2025-07-10", Asked(mode="UK")).value
    assert (desk.open(first), desk.open(second)) == ("122.40", "124.01")


def test_nothing_late_is_nothing_to_claim(desk, sale):
    with pytest.raises(NothingToDo):
        _claim(desk, sale, "2024-06-30")
    desk.receipt("100000.00", "2024-07-10", uses=[desk.use(sale, "100000.00")])
    assert desk.open(_claim(desk, sale, "2024-08-31").value) == "100.00"
    with pytest.raises(NothingToDo):
        _claim(desk, sale, "2024-09-30")


def test_a_voided_claim_can_be_made_again(desk, sale):
    done = _claim(desk, sale, "2024-12-31")
    undoing.undo_operation(desk.uow(), done.operation_id, _on("2025-01-05"))
    assert _interest(desk, sale, "2024-12-31", DAILY).claims == ()
    assert desk.open(_claim(desk, sale, "2024-12-31").value) == "1840.00"
    assert desk.check() == []


def test_a_claim_that_would_come_out_otherwise_today_is_told(desk, sale):
    note = _claim(desk, sale, "2024-12-31").value
    assert _codes(_interest(desk, sale, "2025-06-30", DAILY)) == []
    paid = desk.receipt("50000.00", "2024-09-30")
    desk.allocate(paid, {sale: "50000.00"}, "2025-02-01")
    (told,) = _interest(desk, sale, "2025-06-30", DAILY).found.cautions
    assert told.code == "claim_differs"
    assert (told.facts["claimed"], told.facts["now"]) == (184_000, 138_000)
    assert desk.open(note) == "1840.00"


def test_interest_claimed_is_paid_before_principal_in_the_statutory_order(desk, sale):
    """2.9: costs 500.00, interest 4,756.44, then 24,743.56 of the principal."""
    note = _claim(desk, sale, "2025-06-30", FLOAT).value
    entry = ReceiptEntry(
        customer_id=desk.first, received_on=_on("2025-06-30"), amount=desk.money("30000.00")
    )
    settlement.receive_by_statute(desk.uow(), entry, settlement.Claims(costs=50_000))
    assert (desk.open(note), desk.open(sale)) == ("0.00", "75256.44")


def test_a_refused_claim_leaves_nothing_behind(desk, sale):
    _claim(desk, sale, "2024-12-31")
    before = desk.facts()
    for day, asked in (("2024-12-31", DAILY), ("2025-06-30", Asked(mode="US"))):
        with pytest.raises((InterestClaimed, AgreedRateNeeded)):
            _claim(desk, sale, day, asked)
    assert desk.facts() == before


def test_what_a_claim_was_computed_with_is_kept(desk, sale):
    asked = replace(DAILY, count=Count.BOTH, year=360, contract_on=_on("2024-01-01"))
    _claim(desk, sale, "2024-07-10", asked)
    (one,) = desk.book.reader.interest_claims(sale)
    assert (one.from_on, one.to_on) == (_on("2024-06-30"), _on("2024-07-10"))
    assert (one.asked.mode.year, one.asked.mode.count) == (360, Count.BOTH)
    assert one.asked.contract_on == _on("2024-01-01")
    assert one.amount == 11_000


def test_the_page_shows_nothing_before_anything_is_late(desk, sale):
    reader = desk.book.reader
    assert interest.interest_so_far(reader, sale, _on("2024-06-30")) is None
    assert interest.interest_so_far(reader, sale, _on("2025-06-30")).found.total == 475_644
