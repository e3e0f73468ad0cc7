"""What headers leave open is settled by the rows, or asked about."""

import pytest

from domain.reading.bank_guess import guess


def _guess(text, delimiter=",", **options):
    headers, *rows = [line.split(delimiter) for line in text.strip().splitlines()]
    return guess(headers, rows, delimiter=delimiter, **options)


def test_a_time_of_day_is_no_date():
    found = _guess("记账日期,交易时间,借方,贷方\n20250310,101500,,5.00\n20250311,090000,1.00,")
    assert (found.columns["date"], found.columns["time"]) == (("记账日期",), ("交易时间",))
    found = _guess("记账日期,交易时间,借方,贷方\n20250310,20250309 10:15:00,,5.00")
    assert (found.columns["date"], found.columns["value_date"]) == (("交易时间",), ("记账日期",))


def test_an_account_that_is_the_same_in_all_rows_is_ours():
    ours = _guess("Date;Amount;IBAN;Name\n2025-03-05;-1.00;DE1;A\n2025-03-06;2.00;DE1;B", ";")
    assert ours.columns["own_account"] == ("IBAN",)
    theirs = _guess("Date;Amount;IBAN;Name\n2025-03-05;-1.00;DE1;A\n2025-03-06;2.00;DE2;B", ";")
    assert (theirs.columns["account"], "own_account" in theirs.columns) == (("IBAN",), False)
    open_ = _guess("Date;Amount;IBAN;Name\n2025-03-05;-1.00;DE1;A", ";")
    assert not {"own_account", "account"} & set(open_.columns)


def test_several_cards_are_no_account():
    head = "交易日期,卡号后四位,存入,支出\n"
    assert (
        "own_account" not in _guess(head + "2025-03-05,1111,5.00,\n2025-03-06,2222,,1.00").columns
    )
    one = _guess(head + "2025-03-05,1111,5.00,\n2025-03-06,1111,,1.00")
    assert one.columns["own_account"] == ("卡号后四位",)


def test_a_payer_alone_is_the_other_side():
    found = _guess("交易日期,收入金额,付款人名称,付款账号\n2025-03-05,5.00,海棠,6222")
    assert (found.columns["name"], found.columns["account"]) == (("付款人名称",), ("付款账号",))


def test_totals_in_every_row_are_no_sides():
    found = _guess(
        "date,amount,credit,debit\n2025-03-05,-5.00,9.00,8.00\n2025-03-06,1.00,9.00,8.00"
    )
    assert (found.sign, "credit" in found.columns) == ("signed", False)


def test_sides_go_before_an_amount_and_a_direction():
    found = _guess(
        "交易日期,交易方向,借方,贷方,金额\n2025-03-05,贷,,5.00,5.00\n2025-03-06,借,1.00,,1.00"
    )
    assert (found.sign, "direction" in found.columns) == ("sides", False)


def test_a_kind_that_only_says_debit_and_credit_is_the_direction():
    found = _guess("Date,Type,Amount\n2025-03-05,DEBIT,5.00\n2025-03-06,CREDIT,1.00")
    assert (found.sign, found.columns["direction"]) == ("direction", ("Type",))


@pytest.mark.parametrize(
    "amounts, sign",
    [
        (("5.00", "-1.00"), "signed"),
        (("-5.00", "-1.00"), "signed"),
        (("+5.00", "+1.00"), "signed"),
        (("5.00", "1.00"), None),
    ],
)
def test_amounts_alone_show_their_sign_or_are_asked_about(amounts, sign):
    rows = "\n".join(f"2025-03-0{n},{amount}" for n, amount in enumerate(amounts, 1))
    found = _guess(f"交易日期,金额\n{rows}")
    assert found.sign == sign
    assert found.missing() == (() if sign else ("sign",))


@pytest.mark.parametrize(
    "rows, sign",
    [
        ("2025-03-05,5.00,105.00\n2025-03-06,1.00,106.00", "signed"),
        ("2025-03-05,5.00,105.00\n2025-03-06,1.00,104.00", "inverse"),
        ("2025-03-05,5.00,105.00\n2025-03-06,1.00,109.00", None),
        ("2025-03-05,5.00,105.00\n2025-03-06,5.00,110.00", "signed"),
        ("2025-03-06,5.00,110.00\n2025-03-05,5.00,105.00", "signed"),
        ("2025-03-05,5.00,105.00\n2025-03-06,5.00,100.00", "inverse"),
        ("2025-03-05,5.00,105.00\n2025-03-05,5.00,110.00", None),
    ],
)
def test_balances_that_follow_show_which_way_amounts_of_one_sign_went(rows, sign):
    assert _guess(f"交易日期,金额,余额\n{rows}").sign == sign


def test_a_firms_own_book_raises_its_account_by_debit():
    head = "日期,摘要,借方,贷方,余额\n"
    rows = "2025-03-05,a,50,,150\n2025-03-06,b,,20,130\n2025-03-07,c,5,,135"
    assert _guess(head + rows).columns["credit"] == ("借方",)
    rows = "2025-03-05,a,50,,50\n2025-03-06,b,,20,70\n2025-03-07,c,5,,65"
    assert _guess(head + rows).columns["credit"] == ("贷方",)


def test_accounts_and_holders_of_many_are_those_of_the_other_side():
    found = _guess("日期,账号,户名,收入,支出\n2025-03-05,11111,甲,5,\n2025-03-06,22222,乙,,1")
    assert (found.columns["account"], found.columns["name"]) == (("账号",), ("户名",))


CARD = "交易日期,入账日期,交易摘要,交易金额,入账金额\n"


def test_a_card_counts_purchases_as_positive():
    rows = "2025-03-05,2025-03-06,消费 超市,5.00,5.00\n2025-03-06,2025-03-06,还款,-9.00,-9.00"
    found = _guess(CARD + rows)
    assert (found.sign, found.columns["amount"]) == ("inverse", ("入账金额",))
    turned = "2025-03-05,2025-03-06,消费 超市,-5.00,-5.00\n2025-03-06,2025-03-06,还款,9.00,9.00"
    assert _guess(CARD + turned).sign == "signed"


def test_a_card_without_repayments_is_asked_about():
    rows = "2025-03-05,2025-03-06,超市,5.00,5.00\n2025-03-06,2025-03-06,加油,9.00,9.00"
    assert _guess(CARD + rows).sign is None
    assert _guess("Date,Description,Amount\n2025-03-05,SHOP,5.00", is_card=True).sign is None


def test_an_account_with_balances_is_no_card_whatever_it_speaks_of():
    rows = "2025-03-05,信用卡还款,-5.00,95.00\n2025-03-06,货款,9.00,104.00"
    assert _guess(f"交易日期,摘要,金额,余额\n{rows}", is_card=True).sign == "signed"


def test_a_card_that_begins_its_texts_with_what_happened_tells_by_them():
    rows = "2025-03-05,2025-03-06,消费 超市,5.00,5.00\n2025-03-06,2025-03-06,还款 网银,9.00,9.00"
    found = _guess(CARD + rows)
    assert (found.sign, found.columns["direction"]) == ("direction", ("交易摘要",))
    assert "消费" in found.words["out"]


def test_a_card_that_hides_it_is_asked_about():
    rows = "2025-03-05,SHOP,5.00\n2025-03-06,REFUND SHOP,-9.00"
    assert _guess(f"Date,Description,Amount\n{rows}").sign is None
    rows = "2025-03-05,SHOP,-5.00\n2025-03-06,REFUND SHOP,9.00"
    assert _guess(f"Date,Description,Amount\n{rows}").sign == "signed"


@pytest.mark.parametrize(
    "text, delimiter, style, order",
    [
        ("交易日期,金额\n2025-03-05,-5", ",", "point", None),
        ("Datum;Betrag\n03.04.24;-5,5", ";", "comma", "dmy"),
        ("Datum;Betrag\n03.04.2024;-5", ";", None, "dmy"),
        ("Date,Amount\n03/14/2024,-5.00", ",", "point", "mdy"),
        ("Date,Amount\n14/03/2024,-5.00", ",", "point", "dmy"),
        ("Date,Amount\n03/04/2024,-5.00", ",", "point", None),
    ],
)
def test_decimals_and_days_by_the_look_of_the_file(text, delimiter, style, order):
    found = _guess(text, delimiter)
    assert (found.amount_style, found.date_order) == (style, order)


def test_what_a_wallet_counts_in_yuan():
    found = _guess("支付宝交易号,完成时间,商家实收（元）\n1,2025-03-05 10:00:00,5.00")
    assert (found.sign, found.constants) == ("signed", {"currency": "CNY"})


def test_headers_are_kept_to_know_the_file_again():
    found = _guess("交易日期,摘要,借方,贷方,\n2025-03-05,x,,5.00,")
    assert found.headers == ("交易日期", "摘要", "借方", "贷方")
    assert found.fits(["贷方", "借方", "摘要", "交易日期"])
