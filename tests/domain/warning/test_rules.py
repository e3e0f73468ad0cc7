"""Rules as data: thresholds, what they measure, and what wins."""

from datetime import date
from decimal import Decimal

import pytest

from domain.figures.kpi import kpis
from domain.figures.month_ends import MonthEnd
from domain.values import dumps, loads
from domain.warning import words
from domain.warning.debts import Account, Debt
from domain.warning.measures import (
    CustomerSigns,
    FirmSigns,
    account_alerts,
    customer_alerts,
    firm_alerts,
    percent,
    slowness,
)
from domain.warning.positions import FirmPosition
from domain.warning.rules import (
    DEFAULTS,
    Rule,
    Severity,
    WarningPolicy,
    WarningRule,
    worst,
)

TODAY = date(2026, 6, 30)
DAY = TODAY.toordinal()
POLICY = WarningPolicy()


def _customer(**signs):
    found = customer_alerts(CustomerSigns(customer_id=7, currency="CNY", **signs), TODAY, POLICY)
    return [(alert.rule, alert.severity, alert.value) for alert in found]


def _overdue(late, not_due):
    debts = [Debt(DAY - 60, DAY - 30, late, late), Debt(DAY - 10, DAY + 20, not_due, not_due)]
    found = account_alerts(Account(7, "CNY", debts), DAY, POLICY)
    return [(one.severity, one.value) for one in found if one.rule == Rule.OVERDUE_SHARE]


@pytest.mark.parametrize(
    "late, not_due, wanted",
    [
        (2000, 8000, []),
        (2001, 7999, [(Severity.MEDIUM, Decimal("20.01"))]),
        (4000, 6000, [(Severity.MEDIUM, Decimal("40.00"))]),
        (4001, 5999, [(Severity.HIGH, Decimal("40.01"))]),
        (0, 10_000, []),
    ],
)
def test_an_overdue_share_warns_above_twenty_and_forty_percent(late, not_due, wanted):
    assert _overdue(late, not_due) == wanted


def test_a_limit_warns_above_eighty_and_a_hundred_percent():
    assert _customer(exposure=80_000, limit=100_000) == []
    assert _customer(exposure=80_010, limit=100_000) == [
        (Rule.UTILISATION, Severity.MEDIUM, Decimal("80.01"))
    ]
    assert _customer(exposure=43_715_000, limit=40_000_000) == [
        (Rule.UTILISATION, Severity.HIGH, Decimal("109.29"))
    ]
    assert _customer(exposure=1, limit=0)[0][1] == Severity.HIGH
    assert _customer(exposure=0, limit=0) == []
    assert _customer(exposure=99, limit=None) == []


def test_two_broken_promises_within_ninety_days_warn_and_older_ones_do_not():
    recent, older = date(2026, 4, 2), date(2026, 4, 1)
    assert _customer(broken=(recent, TODAY)) == [(Rule.PROMISES, Severity.HIGH, Decimal(2))]
    assert _customer(broken=(older, TODAY)) == []


def test_two_changes_of_management_in_a_year_warn_and_any_negative_event():
    assert _customer(changes=(date(2025, 9, 1), date(2026, 2, 1))) == [
        (Rule.MANAGEMENT, Severity.MEDIUM, Decimal(2))
    ]
    assert _customer(changes=(date(2024, 9, 1), date(2026, 2, 1))) == []
    assert _customer(events=((date(2026, 6, 1), "enforced"),)) == [
        (Rule.EVENT, Severity.HIGH, Decimal(1))
    ]


def _took(*days):
    """Return invoices of NET30 paid after so many days, two weeks apart, and one still open."""
    issued = [DAY - 300 + 14 * n for n in range(len(days))]
    debts = [Debt(on, on + 30, 100, 0, on + n, 1) for on, n in zip(issued, days, strict=True)]
    return [*debts, Debt(DAY - 5, DAY + 25, 100, 100)]


def _slower(*days):
    found = account_alerts(Account(7, "CNY", _took(*days)), DAY, POLICY)
    return [(one.severity, one.value) for one in found if one.rule == Rule.SLOWER]


def test_paying_slower_than_twelve_months_is_told_in_days_and_percent():
    found = slowness(_took(30, 30, 30, 40, 44, 48), DAY, 365)
    assert (found.newest, found.usual, found.days, found.percent) == (44, 37, 7, 19)
    assert slowness(_took(30, 30, 30, 40, 44), DAY, 365) is None


def test_paying_slower_warns_by_ten_days_or_thirty_percent_and_twice_that_is_high():
    assert _slower(*[30] * 9, 40, 40, 40) == []
    assert _slower(*[40] * 6, 60, 60, 60) == [(Severity.MEDIUM, Decimal(13))]
    assert _slower(*[32] * 12, 80, 80, 80)[0][0] == Severity.HIGH
    assert _slower(*[10] * 12, 31, 31, 40)[0] == (Severity.MEDIUM, Decimal(19))
    # Slower, but still before the due day: nothing to worry about.
    assert _slower(*[5] * 12, 20, 20, 20) == []


def test_a_customer_with_nothing_open_does_not_warn():
    debts = _took(*[30] * 9, 90, 90, 90)[:-1]
    assert account_alerts(Account(7, "CNY", debts), DAY, POLICY) == []


def _month(n, open_, *, defaulted=0, billed=1000):
    return MonthEnd(
        month=date(2026, n, 1),
        on=date(2026, n + 1, 1)
        .replace(day=1)
        .__class__.fromordinal(date(2026, n + 1, 1).toordinal() - 1),
        billed=billed,
        received=0,
        balance=open_,
        open=open_,
        not_due=open_,
        defaulted=defaulted,
    )


def test_days_sales_outstanding_that_rise_three_months_in_a_row_warn():
    rising = kpis([_month(n, 1000 + 300 * n) for n in range(1, 7)], 24)
    found = firm_alerts(FirmSigns(currency="CNY", kpis=rising), POLICY)
    assert [(one.rule, one.customer_id) for one in found] == [(Rule.DSO, None)]
    flat = kpis([_month(n, 1000) for n in range(1, 7)], 24)
    assert firm_alerts(FirmSigns(currency="CNY", kpis=flat), POLICY) == []


def test_the_default_rate_warns_above_the_target():
    ends = [_month(n, 1000, defaulted=15 if n == 3 else 0) for n in range(1, 4)]
    found = firm_alerts(FirmSigns(currency="CNY", kpis=kpis(ends, 24)), POLICY)
    assert [one.rule for one in found] == []
    ends = [_month(n, 1000, defaulted=45 if n == 3 else 0) for n in range(1, 4)]
    (one,) = firm_alerts(FirmSigns(currency="CNY", kpis=kpis(ends, 24)), POLICY)
    assert (one.rule, one.severity, one.value) == (
        Rule.DEFAULT_RATE,
        Severity.MEDIUM,
        Decimal("1.50"),
    )


def test_our_own_bank_facility_and_delayed_payments_warn():
    position = FirmPosition(currency="CNY", facility=1000, used=901, delayed_payments=1)
    found = firm_alerts(FirmSigns(currency="CNY", position=position), POLICY)
    assert [(one.rule, one.value) for one in found] == [
        (Rule.FACILITY, Decimal("90.10")),
        (Rule.SUPPLIERS, Decimal(1)),
    ]
    calm = FirmPosition(currency="CNY", facility=1000, used=900)
    assert firm_alerts(FirmSigns(currency="CNY", position=calm), POLICY) == []


def test_a_policy_replaces_a_rule_and_can_switch_it_off():
    own = WarningPolicy(rules=(WarningRule(rule=Rule.OVERDUE_SHARE, high=Decimal(5)),))
    assert own.rule(Rule.OVERDUE_SHARE).high == 5
    assert own.rule(Rule.DSO) == DEFAULTS[Rule.DSO]
    off = WarningPolicy(rules=(WarningRule(rule=Rule.OVERDUE_SHARE, high=Decimal(5), on=False),))
    debts = [Debt(DAY - 60, DAY - 30, 100, 100)]
    assert account_alerts(Account(7, "CNY", debts), DAY, off) == []
    assert loads(WarningPolicy, dumps(own)) == own


def test_the_most_urgent_of_a_customers_currencies_is_told():
    def share(currency, late):
        debts = [Debt(DAY - 60, DAY - 30, late, late), Debt(DAY, DAY + 30, 100, 100)]
        return account_alerts(Account(7, currency, debts), DAY, POLICY)

    found = worst([*share("CNY", 40), *share("USD", 90)])
    assert [(one.currency, one.severity) for one in found] == [("USD", Severity.HIGH)]


def test_a_share_is_rounded_half_up_to_a_hundredth():
    assert percent(1, 3) == Decimal("33.33")
    assert percent(1, 800) == Decimal("0.13")
    assert percent(5, 0) == 0


def test_every_rule_has_words_in_both_languages():
    for rule in Rule:
        assert words.rule(rule, "zh") != words.rule(rule, "en")
        assert words.action(DEFAULTS[rule].action, "zh")
    facts = {"exposure": "43715000", "limit": "40000000", "currency": "CNY"}
    figures = (Rule.UTILISATION, Decimal("109.29"), Decimal(100), facts)
    assert words.long(*figures, "zh") == (
        "敞口 CNY 437,150.00 ÷ 额度 CNY 400,000.00 = 109.3 %，高于阈值 100 %。"
    )
    assert words.short(*figures, "en") == "109.3 %"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", list(Rule))
def test_a_warning_kept_by_an_older_version_still_reads(rule, language):
    assert isinstance(words.short(rule, Decimal(1), Decimal(1), {}, language), str)
    assert isinstance(words.long(rule, Decimal(1), Decimal(1), {}, language), str)
