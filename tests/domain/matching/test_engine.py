"""What the rules make of one payment."""

import subprocess
import sys
from dataclasses import replace

import pytest

from domain.matching.engine import propose
from tests.domain.matching.conftest import NAME

OTHER = "宁波博远电子有限公司"


# -- designated by the text


@pytest.mark.parametrize(
    "text",
    [
        *("INV-2026-000478", "inv2026000478", "INV 478", "INV-0478", "2026-478", "2026478"),
        *("发票0478", "发票478", "尾号0478", "No.478", "0478", "478", "000478", "INV- 2026 000478"),
        *("ＩＮＶ－２０２６－０００４７８", "货款20260608 0478 电话13812345678"),
    ],
)
def test_an_invoice_is_found_by_any_spelling_of_its_number(ledger, text):
    ledger.owes("C1", "INV-2026-000478", "113.00")
    ledger.owes("C1", "INV-2026-000479", "113.00")
    assert ledger.books("113.00", text, NAME) == {"INV-2026-000478": "113.00"}


@pytest.mark.parametrize(
    "text",
    [
        "INV-2501、2502、2503",
        "2501/2502/2503",
        "INV2501-2503",
        "No.2501至2503",
        "发票2501，02，2503",
    ],
)
def test_a_list_or_range_of_numbers_pays_all_of_them(ledger, text):
    for number, amount in (("INV-2501", "100.00"), ("INV-2502", "50.00"), ("INV-2503", "7.00")):
        ledger.owes("C1", number, amount)
    ledger.owes("C1", "INV-2509", "157.00")
    booked = ledger.books("157.00", text, NAME)
    assert booked == {"INV-2501": "100.00", "INV-2502": "50.00", "INV-2503": "7.00"}


def test_the_end_of_a_long_tax_number_is_enough_beside_the_payer(ledger):
    ledger.owes("C1", "INV-1", "100.00", others=("26332000000000005187",))
    ledger.owes("C1", "INV-2", "60.00", others=("26332000000000005203",))
    assert ledger.books("160.00", "尾号5187 5203", NAME) == {"INV-1": "100.00", "INV-2": "60.00"}


def test_the_text_is_marked_where_it_names_a_document(ledger):
    ledger.owes("C1", "INV-2501", "100.00")
    (told,) = ledger.asks("100.00", "货款INV2501", NAME)
    assert told.marked("货款INV2501") == ["INV2501"]
    assert told.why("number") == {"number": "INV-2501", "written": "INV2501"}
    assert (told.rule, told.confidence, told.kinds) == ("numbers", 99, ["number", "name", "total"])


@pytest.mark.parametrize(
    "text", ["SO2605118", "订单SO2605-118", "合同HT-2026-018", "HT2026018 货款"]
)
def test_an_order_or_contract_pays_what_belongs_to_it(ledger, text):
    for number in ("INV-1", "INV-2"):
        ledger.owes("C1", number, "50.00", order="SO2605118", contract="HT-2026-018")
    ledger.owes("C1", "INV-3", "100.00")
    assert ledger.books("100.00", text, NAME) == {"INV-1": "50.00", "INV-2": "50.00"}


def test_a_statement_number_pays_its_items(ledger):
    for number in ("INV-1", "INV-2"):
        ledger.owes("C1", number, "50.00", statements=("DZ-202605-0012",))
    ledger.owes("C1", "INV-3", "50.00")
    assert ledger.books("100.00", "对账单DZ-202605-0012", NAME) == {
        "INV-1": "50.00",
        "INV-2": "50.00",
    }


def test_a_known_number_and_the_amount_are_enough_without_the_payer(ledger):
    ledger.owes("C1", "INV-2501", "100.00")
    assert ledger.books("100.00", "货款INV2501", "某某公司") == {"INV-2501": "100.00"}
    assert ledger.books("100.00", "货款2501") == {"INV-2501": "100.00"}


@pytest.mark.parametrize("text", ["货款501", "3楼501室", "货款2501元", "2501.00"])
def test_few_or_other_digits_are_not(ledger, text):
    ledger.owes("C1", "INV-2501", "100.00")
    assert ledger.books("100.00", text) is None


@pytest.mark.parametrize("text", ["货款2501", "INV-2501"])
def test_a_number_without_the_payer_needs_the_amount(ledger, text):
    ledger.owes("C1", "INV-2501", "100.00")
    assert ledger.books("100.00", text) == {"INV-2501": "100.00"}
    told = ledger.asks("40.00", text)[0]
    assert (told.paid, told.automatic) == ({"INV-2501": "40.00"}, False)


def test_bare_digits_without_the_payer_need_it_to_the_cent(ledger):
    ledger.owes("C1", "INV-2501", "100.00")
    assert ledger.books("99.50", "货款2501") is None
    assert ledger.books("99.50", "INV-2501") == {"INV-2501": "99.50"}


def test_a_short_end_that_fits_two_is_a_tie(ledger):
    ledger.owes("C1", "INV-2025-000478", "100.00")
    ledger.owes("C1", "INV-2026-000478", "100.00")
    told = ledger.asks("100.00", "发票0478", NAME)[0]
    assert (told.automatic, told.ties) == (False, 1)
    assert ledger.asks("50.00", "发票0478", NAME)[0].automatic is False


def test_of_two_that_an_end_fits_the_amount_may_tell(ledger):
    ledger.owes("C1", "INV-2025-000478", "100.00")
    ledger.owes("C1", "INV-2026-000478", "60.00")
    assert ledger.books("60.00", "发票0478", NAME) == {"INV-2026-000478": "60.00"}


def test_a_number_of_another_customer_is_a_conflict(ledger):
    ledger.customer("C2", OTHER)
    ledger.owes("C2", "INV-2501", "100.00")
    ledger.owes("C1", "INV-2502", "100.00")
    told = ledger.asks("100.00", "INV-2501", NAME)
    assert [one.automatic for one in told] == [False] * len(told)
    assert {one.customer for one in told} == {"C1", "C2"}
    assert {one.why("conflict")["why"] for one in told[:2]} == {"payer", "number"}
    assert all(one.confidence <= 60 for one in told)


def test_a_number_that_is_settled_asks(ledger):
    ledger.owes("C1", "INV-2501", "100.00", open="0.00")
    ledger.owes("C1", "INV-2502", "100.00")
    told = ledger.asks("100.00", "INV-2501", NAME)
    assert not told[0].automatic
    assert told[0].why("conflict") == {"why": "settled", "written": "INV-2501"}
    assert told[0].confidence == 90


def test_a_number_of_ours_that_nobody_owes_asks(ledger):
    ledger.owes("C1", "INV-2502", "100.00")
    assert ledger.asks("100.00", "INV-9999", NAME)[0].why("conflict")["why"] == "unknown"
    assert ledger.books("100.00", "INV-9999", NAME) is None
    assert ledger.books("100.00", "GH-9999", NAME) == {"INV-2502": "100.00"}


@pytest.mark.parametrize("text", ["INV-2052", "INV-2503", "INV-250", "INV-25022"])
def test_a_slip_of_the_finger_is_forgiven_where_all_else_agrees(ledger, text):
    ledger.owes("C1", "INV-2502", "100.00")
    assert ledger.books("100.00", text, NAME) == {"INV-2502": "100.00"}


def test_a_named_invoice_may_be_paid_in_part(ledger):
    ledger.owes("C1", "INV-1001", "100.00")
    ledger.owes("C1", "INV-1002", "70.00")
    (told, *_) = ledger.asks("40.00", "INV-1001 部分货款", NAME)
    assert (told.rule, told.paid, told.automatic) == ("part", {"INV-1001": "40.00"}, True)


def test_a_part_that_is_all_of_another_document_asks(ledger):
    ledger.owes("C1", "INV-1001", "100.00")
    ledger.owes("C1", "INV-1002", "40.00")
    assert ledger.books("40.00", "INV-1001", NAME) is None


def test_of_several_named_a_part_is_spread_oldest_first_and_asked(ledger):
    ledger.owes("C1", "INV-1001", "100.00", due="2026-07-01")
    ledger.owes("C1", "INV-1002", "70.00", due="2026-06-01")
    told = ledger.asks("120.00", "INV-1001 1002", NAME)[0]
    assert (told.paid, told.automatic) == ({"INV-1002": "70.00", "INV-1001": "50.00"}, False)


def test_a_rest_stays_credit(ledger):
    ledger.owes("C1", "INV-1001", "100.00")
    told = ledger.asks("110.00", "INV-1001", NAME)[0]
    assert (told.paid, told.rest, told.automatic) == ({"INV-1001": "100.00"}, "10.00", True)
    ledger.owes("C1", "INV-1002", "70.00")
    told = ledger.asks("110.00", "INV-1001", NAME)[0]
    assert (told.paid, told.rest, told.automatic) == ({"INV-1001": "100.00"}, "10.00", False)


def test_a_list_the_bank_cut_off_is_completed_by_the_sum(ledger):
    for number, amount in (("INV-1001", "100.00"), ("INV-1002", "70.13"), ("INV-1003", "5.50")):
        ledger.owes("C1", number, amount)
    assert ledger.books("105.50", "INV-1001、10", NAME) == {
        "INV-1001": "100.00",
        "INV-1003": "5.50",
    }


def test_credit_notes_are_put_against_what_is_named(ledger):
    for number, amount in (("INV-2503", "8000.00"), ("INV-2504", "2260.50"), ("CN-1", "-500.00")):
        ledger.owes("C1", number, amount)
    told = ledger.asks("9760.50", "2503/2504扣红字", NAME)[0]
    assert told.automatic
    assert told.paid == {"INV-2503": "8000.00", "INV-2504": "2260.50", "CN-1": "-500.00"}


# -- instalments


def test_an_instalment_is_paid_before_later_ones_of_the_same_amount(ledger):
    ledger.owes("C1", "INV-1001", ["50.00", "50.00"], due=["2026-05-01", "2026-07-01"])
    assert ledger.books("50.00", "INV-1001", NAME) == {"INV-1001#1": "50.00"}
    assert ledger.books("50.00", "货款", NAME) == {"INV-1001#1": "50.00"}


def test_one_of_several_instalments_or_all_of_them_may_be_paid(ledger):
    ledger.owes("C1", "INV-1001", ["30.00", "70.00"], due=["2026-05-01", "2026-07-01"])
    assert ledger.books("70.00", "INV-1001", NAME) == {"INV-1001#2": "70.00"}
    both = {"INV-1001#1": "30.00", "INV-1001#2": "70.00"}
    assert ledger.books("100.00", "INV-1001", NAME) == both
    assert ledger.books("100.00", "货款", NAME) == both


# -- by payer and amount


def test_the_only_document_of_the_amount_is_paid(ledger):
    ledger.owes("C1", "INV-1", "100.37")
    ledger.owes("C1", "INV-2", "57.00")
    (told, *_) = ledger.asks("100.37", "货款", NAME)
    assert (told.rule, told.paid, told.automatic) == ("amount", {"INV-1": "100.37"}, True)


def test_an_amount_alone_never_books(ledger):
    ledger.owes("C1", "INV-1", "100.37")
    for name in ("", "某某公司"):
        (told,) = ledger.asks("100.37", "货款", name)
        assert (told.paid, told.automatic) == ({"INV-1": "100.37"}, False)
        assert told.confidence <= 30


def test_two_of_the_same_amount_are_a_tie_and_the_older_is_offered_first(ledger):
    ledger.owes("C1", "INV-2", "100.00", due="2026-06-30")
    ledger.owes("C1", "INV-1", "100.00", due="2026-05-31")
    told = ledger.asks("100.00", "货款", NAME)
    assert [(one.paid, one.automatic, one.ties) for one in told[:2]] == [
        ({"INV-1": "100.00"}, False, 1),
        ({"INV-2": "100.00"}, False, 1),
    ]


def test_the_only_set_that_adds_up_is_paid(ledger):
    for number, amount in (("INV-1", "100.10"), ("INV-2", "70.21"), ("INV-3", "5.50")):
        ledger.owes("C1", number, amount)
    told = ledger.asks("105.60", "货款", NAME)[0]
    assert (told.rule, told.automatic) == ("subset", True)
    assert told.paid == {"INV-1": "100.10", "INV-3": "5.50"}


def test_more_than_one_way_to_add_up_asks(ledger):
    for number, amount in (("INV-1", "100.00"), ("INV-2", "200.00"), ("INV-3", "300.00")):
        ledger.owes("C1", number, amount)
    told = ledger.asks("300.00", "货款", NAME)
    assert {tuple(one.paid) for one in told[:2]} == {("INV-3",), ("INV-1", "INV-2")}
    assert [one.automatic for one in told[:2]] == [False, False]
    assert told[0].ties == 1
    assert ledger.books("300.00", "INV-3", NAME) == {"INV-3": "300.00"}


def test_the_oldest_ones_are_likelier_than_any_others(ledger):
    for n in range(1, 13):
        ledger.owes("C1", f"INV-{n}", f"{100 + n * 7}.{n:02d}", due=f"2026-05-{n:02d}")
    told = ledger.asks("342.06", "货款", NAME)[0]
    assert list(told.paid) == ["INV-1", "INV-2", "INV-3"]
    assert told.automatic


def test_of_equal_amounts_no_two_are_the_right_ones(ledger):
    for n in range(1, 5):
        ledger.owes("C1", f"INV-{n}", "5000.37", due=f"2026-05-{n:02d}")
    told = ledger.asks("10000.74", "货款", NAME)[0]
    assert (list(told.paid), told.automatic) == (["INV-1", "INV-2"], False)
    assert len(ledger.books("20001.48", "货款", NAME)) == 4


def test_a_month_named_is_paid_as_a_whole(ledger):
    for n, issued in enumerate(("2026-04-03", "2026-05-04", "2026-05-20", "2026-06-02"), start=1):
        ledger.owes("C1", f"INV-{n}", "100.00", issued=issued)
    assert ledger.books("200.00", "5月货款", NAME) == {"INV-2": "100.00", "INV-3": "100.00"}
    assert ledger.books("200.00", "上月货款", NAME) == {"INV-2": "100.00", "INV-3": "100.00"}
    assert ledger.books("200.00", "货款", NAME) is None


def test_a_long_search_gives_up_and_says_so(ledger):
    for n in range(40):
        ledger.owes("C1", f"INV-{n}", f"{2**n // 100}.{2**n % 100:02d}")
    answer = propose(ledger.index(), ledger.payment("99999999.99", "货款", NAME))
    assert answer.gave_up
    assert ledger.told(answer)[0].rule == "oldest"


def test_money_may_come_before_its_invoice(ledger):
    ledger.owes("C1", "INV-1", "11302.37", issued="2026-06-20")
    assert ledger.books("11302.37", "货款", NAME, on="2026-06-10") == {"INV-1": "11302.37"}
    ledger.owes("C1", "INV-2", "11302.37", issued="2026-07-20")
    assert ledger.books("11302.37", "货款", NAME, on="2026-06-10") is None


def test_a_round_sum_before_its_invoice_asks(ledger):
    ledger.owes("C1", "INV-1", "50000.00", issued="2026-06-20")
    assert ledger.books("50000.00", "货款", NAME, on="2026-06-10") is None


# -- less something


def test_a_discount_is_taken_until_its_last_day(ledger):
    ledger.owes("C1", "INV-1", "1000.00", issued="2026-06-01", terms="2/10 NET30")
    told = ledger.asks("980.00", "货款", NAME, on="2026-06-11")[0]
    assert (told.rule, told.paid, told.discount, told.automatic) == (
        "discount",
        {"INV-1": "980.00"},
        {"INV-1": "20.00"},
        True,
    )
    assert ledger.books("980.00", "货款", NAME, on="2026-06-12") is None


def test_discounts_of_several_named_are_added_up(ledger):
    ledger.owes("C1", "INV-1001", "1000.00", issued="2026-06-01", terms="2/10 NET30")
    ledger.owes("C1", "INV-1002", "500.00", issued="2026-06-05", terms="2/10 NET30")
    told = ledger.asks("1470.00", "INV-1001/1002", NAME)[0]
    assert told.discount == {"INV-1001": "20.00", "INV-1002": "10.00"}
    assert told.automatic
    told = ledger.asks("1480.00", "INV-1001/1002", NAME)[0]
    assert told.discount == {"INV-1001": "20.00"}


def test_a_fee_the_bank_told_closes_the_document(ledger):
    ledger.owes("C1", "INV-1001", "1200.00", currency="USD")
    told = ledger.asks("1185.00", "INV-1001", NAME, currency="USD", charges="15.00")[0]
    assert (told.paid, told.fee, told.automatic) == (
        {"INV-1001": "1185.00"},
        {"INV-1001": "15.00"},
        True,
    )


def test_a_fee_above_its_limit_asks_though_the_bank_told_it(ledger):
    ledger.owes("C1", "INV-1001", "1200.00", currency="USD")
    told = ledger.asks("1149.00", "INV-1001", NAME, currency="USD", charges="51.00")[0]
    assert (told.fee, told.automatic) == ({"INV-1001": "51.00"}, False)


def test_money_that_is_a_customers_already_pays_no_other(ledger):
    ledger.customer("C2", OTHER, group="云启")
    ledger.payers["C1"] = replace(ledger.payers["C1"], group="云启")
    ledger.owes("C2", "INV-1001", "100.37")
    told = ledger.asks("100.37", "INV-1001", customer="C1")[0]
    assert (told.customer, told.automatic) == ("C2", False)
    assert ledger.books("100.37", "INV-1001", NAME) == {"INV-1001": "100.37"}


@pytest.mark.parametrize("text", ["INV-1001 LESS CHGS", "INV-1001"])
def test_a_fee_nobody_told_is_only_proposed(ledger, text):
    ledger.owes("C1", "INV-1001", "1200.00", currency="USD")
    part, fee, *_ = ledger.asks("1185.00", text, NAME, currency="USD")
    assert (part.rule, part.paid, part.fee, part.automatic) == (
        "part",
        {"INV-1001": "1185.00"},
        {},
        True,
    )
    assert part.why("fee")["minor"] == 1500
    assert (fee.rule, fee.fee, fee.automatic) == ("difference", {"INV-1001": "15.00"}, False)


def test_at_home_a_fee_needs_words(ledger):
    ledger.owes("C1", "INV-1001", "1200.00")
    assert [one.fee for one in ledger.asks("1185.00", "INV-1001", NAME)] == [{}]
    assert ledger.asks("1185.00", "INV-1001扣手续费", NAME)[1].fee == {"INV-1001": "15.00"}


@pytest.mark.parametrize("paid, closed", [("99.00", True), ("98.99", False)])
def test_a_difference_is_closed_up_to_the_limit(ledger, paid, closed):
    ledger.owes("C1", "INV-1001", "100.00")
    told = ledger.asks(paid, "INV-1001", NAME)[0]
    assert told.difference == ({"INV-1001": "1.00"} if closed else {})
    assert (told.rule, told.automatic) == ("difference" if closed else "part", True)


def test_a_cent_too_much_stays_credit(ledger):
    ledger.owes("C1", "INV-2510", "99999.99")
    ledger.owes("C1", "INV-2511", "5.00")
    told = ledger.asks("100000.00", "INV-2510", NAME)[0]
    assert (told.paid, told.rest, told.automatic) == ({"INV-2510": "99999.99"}, "0.01", True)


# -- what a person decides


def test_an_advance_is_proposed_not_booked(ledger):
    ledger.owes("C1", "INV-1", "777.00")
    told = ledger.asks("2500.00", "预付款", NAME)
    assert (told[0].rule, told[0].rest, told[0].automatic) == ("advance", "2500.00", False)
    assert ledger.asks("2500.00", "预付款", "松砺示例有限公司") == []


def test_what_fits_nothing_is_offered_oldest_first_and_as_an_advance(ledger):
    ledger.owes("C1", "INV-2", "100.00", due="2026-06-30")
    ledger.owes("C1", "INV-1", "100.00", due="2026-05-31")
    told = ledger.asks("130.00", "往来款", NAME)
    assert [(one.rule, one.paid, one.rest) for one in told] == [
        ("oldest", {"INV-1": "100.00", "INV-2": "30.00"}, "0.00"),
        ("advance", {}, "130.00"),
    ]
    assert not any(one.automatic for one in told)


@pytest.mark.parametrize("text", ["退款", "还借款", "利息"])
def test_money_for_something_else_is_not_booked_by_its_amount(ledger, text):
    ledger.owes("C1", "INV-1", "100.37")
    assert ledger.books("100.37", text, NAME) is None


def test_another_currency_is_not_booked(ledger):
    ledger.owes("C1", "INV-1001", "100.00", currency="USD")
    for text in ("INV-1001", "货款"):
        assert ledger.books("100.00", text, NAME) is None


def test_a_similar_name_books_only_an_exact_odd_amount(ledger):
    ledger.owes("C1", "INV-1", "1234.56")
    ledger.owes("C1", "INV-2", "800.00")
    assert ledger.books("1234.56", "货款", "杭州云其科技有限公司") == {"INV-1": "1234.56"}
    assert ledger.books("2034.56", "货款", "杭州云其科技有限公司") is None
    ledger.customer("C2", "杭州云齐科技有限公司")
    assert ledger.books("1234.56", "货款", "杭州云其科技有限公司") is None


def test_a_parent_pays_for_a_branch_or_for_several(ledger):
    parent = "砚岭示例（集团）股份有限公司"
    for code, city in (("C2", "北京"), ("C3", "上海")):
        ledger.customer(code, f"{parent}{city}分公司", group=parent)
    ledger.owes("C2", "INV-2510", "99.99")
    ledger.owes("C3", "INV-2511", "50.01")
    assert ledger.books("99.99", "INV-2510", parent) == {"INV-2510": "99.99"}
    assert ledger.books("150.00", "INV-2510 2511", parent) == {
        "INV-2510": "99.99",
        "INV-2511": "50.01",
    }
    told = ledger.asks("150.00", "货款", parent)[0]
    assert (len(told.paid), told.automatic) == (2, False)
    assert "group" in told.kinds


def test_conflicting_evidence_of_the_payer_asks(ledger):
    ledger.customer("C2", OTHER)
    ledger.owes("C1", "INV-1001", "100.37")
    ledger.owes("C2", "INV-1002", "57.00")
    for text in ("货款", "INV-1001"):
        assert ledger.books("100.37", text, OTHER, account="571900000001") is None


def test_a_person_pays_for_a_shop_named_in_the_text(ledger):
    ledger.customer("C2", "丹枫示例餐饮店", aliases=("丹枫餐饮",))
    ledger.owes("C2", "INV-2508", "333.33")
    ledger.owes("C2", "INV-2509", "333.34")
    both = {"INV-2508": "333.33", "INV-2509": "333.34"}
    assert ledger.books("666.67", "丹枫餐饮 2508 2509", "张示例") == both
    assert ledger.books("666.67", "丹枫餐饮货款", "张示例") == both
    assert ledger.books("666.67", "货款", "张示例") is None


def test_nothing_is_made_of_nothing(ledger):
    ledger.owes("C1", "INV-1", "100.00")
    assert ledger.asks("0.00", "INV-1", NAME) == []
    assert ledger.asks("123.45") == []


def test_a_stricter_policy_books_less(ledger):
    ledger.policy = type(ledger.policy)(automatic=99)
    ledger.owes("C1", "INV-1001", "100.37")
    ledger.owes("C1", "INV-1002", "57.00")
    assert ledger.books("100.37", "INV-1001", NAME) == {"INV-1001": "100.37"}
    assert ledger.books("40.00", "INV-1001", NAME) is None


def test_the_library_of_likenesses_is_loaded_only_when_it_is_needed():
    code = "import sys, domain.matching.engine; print('rapidfuzz' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_no_more_than_asked_for_is_shown(ledger):
    for n in range(1, 8):
        ledger.owes("C1", f"INV-{n}", "100.00")
    told = ledger.asks("100.00", "货款", NAME)
    assert [one.rule for one in told] == ["amount"] * 3
    assert told[0].ties >= 6
