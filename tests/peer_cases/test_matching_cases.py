"""What other systems prove about matching money with documents. The numbers are theirs."""

import pytest

from domain.matching.engine import propose
from domain.matching.learning import learn
from domain.matching.values import Policy
from tests.domain.matching.ledger import Ledger

NAME = "杭州云启科技有限公司"


@pytest.fixture
def ledger():
    made = Ledger()
    made.customer("C1", NAME)
    return made


def owing(ledger, *amounts, first=1001):
    for place, amount in enumerate(amounts):
        ledger.owes("C1", f"INV-{first + place}", amount, due=f"2026-05-{place + 1:02d}")


def test_c34_what_is_left_of_a_receipt_goes_to_the_next_document(ledger):
    owing(ledger, "100.00", "150.00")
    told = ledger.asks("180.00", "往来款", NAME)[0]
    assert (told.paid, told.automatic) == ({"INV-1001": "100.00", "INV-1002": "80.00"}, False)


@pytest.mark.parametrize(
    "paid, documents, used, rest",
    [
        ("10.00", ["10.00"], {"INV-1001": "10.00"}, "0.00"),
        ("3.00", ["10.00"], {"INV-1001": "3.00"}, "0.00"),
        ("10.00", ["10.00", "-10.00"], {"INV-1001": "10.00"}, "0.00"),
        ("20.00", ["10.00", "-10.00"], {"INV-1001": "10.00"}, "10.00"),
        ("5.00", ["10.00", "-5.00"], {"INV-1001": "10.00", "INV-1002": "-5.00"}, "0.00"),
        ("10.00", ["10.00", "-10.00", "-5.00"], {"INV-1001": "10.00"}, "0.00"),
    ],
)
def test_c39_the_set_that_leaves_least_is_chosen(ledger, paid, documents, used, rest):
    """There an amount of 0 or below asks too; here money that came in is above 0."""
    owing(ledger, *documents)
    told = ledger.asks(paid, "货款", NAME)[0]
    assert (told.paid, told.rest) == (used, rest)


def test_c39_ours_differs_credit_notes_alone_are_no_payment(ledger):
    """There 0.00 joins +10 and -10; here credits are set against debits without a payment."""
    owing(ledger, "10.00", "-10.00")
    assert ledger.asks("0.00", "货款", NAME) == []


@pytest.mark.parametrize(
    "again",
    [
        {"text": "滨江项目货款", "name": "李某"},
        {"name": "李某", "account": "6222000000000000099"},
        {"name": "王示例"},
    ],
)
def test_c43_after_one_manual_match_the_next_with_the_same_key_finds_the_customer(ledger, again):
    owing(ledger, "300.00")
    first = ledger.payment("500.00", "滨江项目", "王示例", account="6222000000000000099")
    assert propose(ledger.index(), first).best is None
    for one in learn(first, 1):
        ledger.learns(one.kind, one.key, "C1")
    told = ledger.asks("300.00", again.pop("text", "货款"), **again)[0]
    assert (told.customer, told.paid) == ("C1", {"INV-1001": "300.00"})


def test_c48_after_undoing_one_of_two_it_is_matched_again(ledger):
    owing(ledger, "100.00", "100.00")
    assert ledger.books("200.00", "货款", NAME) == {"INV-1001": "100.00", "INV-1002": "100.00"}
    index = ledger.index()
    index.used(2, 10_000)
    told = ledger.told(propose(index, ledger.payment("100.00", "货款", NAME)))[0]
    assert (told.paid, told.automatic) == ({"INV-1001": "100.00"}, True)


def test_c49_what_one_undone_receipt_leaves_open_is_all_it_is_offered(ledger):
    owing(ledger, "100.00", "100.00")
    index = ledger.index()
    index.used(1, 5000)
    index.used(2, 10_000)
    told = ledger.told(propose(index, ledger.payment("50.00", "货款", NAME)))[0]
    assert (told.paid, told.automatic) == ({"INV-1001": "50.00"}, True)


def test_c52_a_receipt_of_too_much_and_one_with_a_deduction(ledger):
    owing(ledger, "100.00")
    told = ledger.asks("110.00", "INV-1001", NAME)[0]
    assert (told.paid, told.rest) == ({"INV-1001": "100.00"}, "10.00")
    ledger.policy = Policy(difference_limit=500)
    told = ledger.asks("95.00", "INV-1001", NAME)[0]
    assert (told.paid, told.difference) == ({"INV-1001": "95.00"}, {"INV-1001": "5.00"})


def test_c53_the_second_document_is_offered_what_the_first_leaves(ledger):
    """Of the first only 70.00 is open; were 100.00 open of the second, that would be exact."""
    owing(ledger, "100.00", "150.00")
    index = ledger.index()
    index.used(1, 3000)
    told = ledger.told(propose(index, ledger.payment("100.00", "往来款", NAME)))[0]
    assert (told.rule, told.paid) == ("oldest", {"INV-1001": "70.00", "INV-1002": "30.00"})


@pytest.mark.parametrize("limit, matched", [(5, False), (10, True), (11, True)])
def test_c55_a_small_overpayment_is_matched_within_the_limit(limit, matched):
    """Invoice 50, receipt 50.10. There the 0.10 is given up; here it stays credit."""
    ledger = Ledger(difference_limit=limit)
    ledger.customer("C1", NAME)
    owing(ledger, "50.00", "70.00")
    told = ledger.asks("50.10", "INV-1001", NAME)[0]
    assert (told.paid, told.rest) == ({"INV-1001": "50.00"}, "0.10")
    assert told.automatic is matched


@pytest.mark.parametrize("limit, matched", [(0, False), (500, False), (999, False), (1000, True)])
def test_c57_ours_differs_the_limit_is_an_amount_not_a_percentage(limit, matched):
    """Invoice 1,000, receipt 990: there 1 % is allowed, here 10.00; both limits inclusive."""
    ledger = Ledger(difference_limit=limit)
    ledger.customer("C1", NAME)
    owing(ledger, "1000.00")
    told = ledger.asks("990.00", "货款", NAME)[0]
    assert told.automatic is matched
    assert told.difference == ({"INV-1001": "10.00"} if matched else {})


def test_c57_an_overpayment_of_a_named_document_is_matched_without_a_limit(ledger):
    owing(ledger, "990.00")
    told = ledger.asks("1000.00", "INV-1001", NAME)[0]
    assert (told.paid, told.rest, told.automatic) == ({"INV-1001": "990.00"}, "10.00", True)


def test_c58_a_number_in_the_text_is_the_document(ledger):
    owing(ledger, "100.00", "100.00")
    assert ledger.books("100.00", "INV-1002", NAME) == {"INV-1002": "100.00"}


def test_c58_without_a_text_the_combination_is_found(ledger):
    owing(ledger, "100.00", "200.00", "300.00")
    all_three = {"INV-1001": "100.00", "INV-1002": "200.00", "INV-1003": "300.00"}
    assert ledger.books("600.00", "", NAME) == all_three


@pytest.mark.parametrize("text, matched", [("1001", True), ("001", False), ("01", False)])
def test_c58_only_four_digits_and_more_count(ledger, text, matched):
    owing(ledger, "100.00")
    assert (ledger.books("100.00", text) is not None) is matched


def test_c58_a_named_document_is_paid_in_part(ledger):
    owing(ledger, "100.00")
    assert ledger.books("40.00", "INV-1001", NAME) == {"INV-1001": "40.00"}


def test_c58_a_named_document_is_closed_within_the_limit_though_the_payer_is_unknown():
    ledger = Ledger(difference_limit=500)
    ledger.customer("C1", NAME)
    owing(ledger, "100.00")
    told = ledger.asks("95.00", "INV-1001")[0]
    assert (told.paid, told.difference, told.automatic) == (
        {"INV-1001": "95.00"},
        {"INV-1001": "5.00"},
        True,
    )


def test_c60_never_more_than_is_open(ledger):
    owing(ledger, "600.00")
    told = ledger.asks("700.00", "INV-1001", NAME)[0]
    assert (told.paid, told.rest) == ({"INV-1001": "600.00"}, "100.00")
    assert ledger.books("600.00", "INV-1001", NAME) == {"INV-1001": "600.00"}
