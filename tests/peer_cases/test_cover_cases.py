"""What other systems prove of insured limits and discounted invoices (C78, C81)."""

from domain.cover.assignment import Account, closing_entry, opening_entry
from domain.cover.insurance import split_limit
from tests.domain.cover.test_assignment import deal


def _lines(entry):
    return {line.account: line.minor for line in entry}


def test_c78_our_own_risk_is_the_total_limit_less_what_is_insured():
    assert split_limit(50, 0) == (50, 50)
    assert split_limit(50, 25) == (50, 25)
    assert split_limit(50, 100) == (100, 0)


def test_c81_two_invoices_are_discounted_for_their_sum():
    assert deal(20_000, 50_000).total_minor == 70_000


def test_c81_with_charges_the_bank_pays_400_and_the_customer_still_owes_500():
    entry = _lines(opening_entry(deal(50_000, fee=10_000)))
    assert entry == {Account.BANK: 40_000, Account.CHARGES: 10_000, Account.LOAN: -50_000}


def test_c81_not_paid_the_loan_is_repaid_and_the_receivable_is_unpaid():
    entry = _lines(closing_entry(deal(60_000, fee=10_000), paid=False))
    assert entry == {
        Account.LOAN: 60_000,
        Account.BANK: -60_000,
        Account.UNPAID: 60_000,
        Account.RECEIVABLE: -60_000,
    }
