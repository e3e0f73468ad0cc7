"""Late-payment interest: the worked vectors, the edges, and what holds for any debt."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.document import ClaimKind, Kind
from domain.errors import DueDateNeeded, NoInterest, ReferenceRateMissing
from domain.interest import LateDebt, LateItem, Payment, Question, compute
from domain.interest_modes import Count, Per, mode_from
from domain.reference_rates import KnownRate, Rates, Source

_DAY = timedelta(days=1)


def _on(text):
    return date.fromisoformat(text) if text else None


def _item(due, minor, payments=(), **more):
    paid = tuple(Payment(_on(on), part) for on, part in payments)
    return LateItem(
        **{"id": 1, "seq": 1, "parts": 1} | more, due_on=_on(due), amount=minor, payments=paid
    )


def _debt(due, minor, *payments, **more):
    known = {"issued_on": _on(due), "currency": "CNY", "kind": Kind.INVOICE}
    known |= {"document_id": 7, "number": "INV-7", "customer_id": 1}
    return LateDebt(**known | {"items": (_item(due, minor, payments),)} | more)


def _ask(debt, as_of, mode, *, rates=None, year=365, count=Count.TAIL, **more):
    wanted = replace(mode_from(mode), year=year, count=count)
    question = Question(as_of=_on(as_of), mode=wanted, **more)
    return compute(debt, question, rates or Rates())


def _lines(found):
    return [
        (one.start.isoformat(), one.end.isoformat(), one.days, one.principal, one.amount)
        for one in found.segments
    ]


def _codes(found):
    return [one.code for one in found.cautions]


SALE = _debt("2024-06-30", 10_000_000)
PAID = "2025-06-30"


# the worked vectors


def test_the_lpr_following_its_changes_segment_by_segment():
    found = _ask(SALE, PAID, "CN_SALE_LPR_FLOAT:1.5")
    assert _lines(found) == [
        ("2024-07-01", "2024-07-22", 21, 10_000_000, 29_774),
        ("2024-07-22", "2024-10-21", 91, 10_000_000, 125_281),
        ("2024-10-21", "2025-05-20", 211, 10_000_000, 268_808),
        ("2025-05-20", "2025-07-01", 42, 10_000_000, 51_781),
    ]
    rates = [one.rate.percent for one in found.segments]
    assert rates == [Decimal(text) for text in ("5.175", "5.025", "4.650", "4.500")]
    assert (found.amount, found.total, found.fixed) == (475_644, 475_644, 0)
    assert found.cautions == ()


@pytest.mark.parametrize(
    "mode,year,total",
    [
        ("CN_SALE_LPR_FLOAT:1.5", 365, 475_644),
        ("CN_SALE_LPR_FLOAT:1.5", 360, 482_251),
        ("CN_SALE_LPR_FLOAT:1.3", 365, 412_225),
        ("CN_SALE_LPR_FLOAT:1.0", 365, 317_096),
        ("CN_LPR_1X", 365, 317_096),
        ("CN_SALE_LPR_FIXED:1.5", 365, 517_500),
        ("CN_SALE_LPR_FIXED:1.5", 360, 524_688),
        ("CN_SALE_LPR_FIXED:1.3", 365, 448_500),
        ("CN_SME_17", 365, 1_825_000),
        ("CN_SME_17", 360, 1_825_000),
        ("CN_CONTRACT:0.05%/day", 365, 1_825_000),
        ("CN_LOAN_4X", 365, 1_380_000),
        ("CN_JUDGMENT_DOUBLE", 365, 638_750),
    ],
)
def test_the_same_year_by_every_chinese_mode(mode, year, total):
    assert _ask(SALE, PAID, mode, year=year).total == total


def test_article_17_for_90_days():
    assert _ask(_debt("2025-08-01", 10_000_000), "2025-10-30", "CN_SME_17").total == 450_000


def test_the_eu_reads_the_rate_again_each_half_year_and_adds_40_euros():
    found = _ask(_debt("2025-05-01", 1_000_000, currency="EUR"), "2026-02-15", "EU")
    assert [(one.days, str(one.rate), one.amount) for one in found.segments] == [
        (60, "11.15%/year", 18_329),
        (184, "10.15%/year", 51_167),
        (46, "10.15%/year", 12_792),
    ]
    assert (found.amount, found.fixed, found.total) == (82_288, 4_000, 86_288)
    assert _codes(found) == ["unverified"]


def test_the_uk_rate_is_frozen_when_the_debt_became_late():
    found = _ask(_debt("2025-03-31", 500_000, currency="GBP"), "2025-07-10", "UK")
    assert _lines(found) == [("2025-04-01", "2025-07-11", 101, 500_000, 17_640)]
    assert (str(found.segments[0].rate), found.fixed) == ("12.75%/year", 7_000)
    assert _codes(found) == []


@pytest.mark.parametrize(
    "due,rate",
    [
        ("2023-06-29", "11.5"),
        ("2023-06-30", "13"),
        ("2024-12-30", "13.25"),
        ("2024-12-31", "12.75"),
        ("2025-06-30", "12.25"),
        ("2022-06-30", "9.25"),
        ("2019-01-31", "8.75"),
    ],
)
def test_late_in_which_half_year_decides_the_uk_rate(due, rate):
    found = _ask(_debt(due, 100_000, currency="GBP"), "2026-03-01", "UK")
    assert {one.rate.percent for one in found.segments} == {Decimal(rate)}


@pytest.mark.parametrize(
    "minor,fixed", [(99_999, 4_000), (100_000, 7_000), (999_999, 7_000), (1_000_000, 10_000)]
)
def test_the_uk_fixed_sum_goes_by_the_size_of_the_debt(minor, fixed):
    assert _ask(_debt("2025-03-31", minor, currency="GBP"), "2025-04-01", "UK").fixed == fixed


@pytest.mark.parametrize(
    "mode,year,total",
    [("US:18%/year", 365, 22_192), ("US:18%/year", 360, 22_500), ("US:1.5%/month", 365, 22_500)],
)
def test_the_american_rate_by_its_unit_and_year(mode, year, total):
    found = _ask(_debt("2025-03-31", 1_000_000, currency="USD"), "2025-05-15", mode, year=year)
    assert (found.segments[0].days, found.total) == (45, total)


def test_ones_own_table_is_followed_and_never_warned_of():
    own = [
        KnownRate(source=Source.OWN, from_on=_on(day), percent=Decimal(percent), entered=True)
        for day, percent in (("2026-01-01", "10"), ("2026-02-01", "12"))
    ]
    found = _ask(_debt("2026-01-21", 365_000), "2026-02-10", "OWN", rates=Rates(own))
    assert [(one.days, one.amount) for one in found.segments] == [(10, 1_000), (10, 1_200)]
    assert found.cautions == ()


# days and principal


def test_nothing_runs_up_to_the_due_day():
    for as_of in ("2024-06-29", "2024-06-30"):
        for count in Count:
            found = _ask(SALE, as_of, "CN_SME_17", count=count)
            assert (found.segments, found.total) == ((), 0)


def test_one_day_late_is_one_day():
    assert _lines(_ask(SALE, "2024-07-01", "CN_SME_17")) == [
        ("2024-07-01", "2024-07-02", 1, 10_000_000, 5_000)
    ]


def test_both_ends_counted_adds_the_due_day():
    found = _ask(SALE, PAID, "CN_SME_17", count=Count.BOTH)
    assert (found.segments[0].start, found.segments[0].days) == (_on("2024-06-30"), 366)
    assert found.total == 1_830_000


def test_what_was_paid_on_the_due_day_is_not_late_by_either_count():
    debt = _debt("2024-06-30", 10_000_000, ("2024-06-30", 10_000_000))
    for count in Count:
        assert _ask(debt, PAID, "CN_SME_17", count=count).total == 0
    part = _debt("2024-06-30", 10_000_000, ("2024-06-30", 9_000_000))
    found = _ask(part, PAID, "CN_SME_17", count=Count.BOTH)
    assert _lines(found) == [("2024-06-30", "2025-07-01", 366, 1_000_000, 183_000)]


def test_part_payments_step_the_principal_down_on_the_day_after():
    debt = _debt("2024-06-30", 10_000_000, ("2024-12-31", 4_000_000), ("2024-09-30", 1_000_000))
    assert _lines(_ask(debt, PAID, "CN_SME_17")) == [
        ("2024-07-01", "2024-10-01", 92, 10_000_000, 460_000),
        ("2024-10-01", "2025-01-01", 92, 9_000_000, 414_000),
        ("2025-01-01", "2025-07-01", 181, 5_000_000, 452_500),
    ]


def test_interest_that_has_run_stays_when_the_principal_is_paid():
    debt = _debt("2024-06-30", 10_000_000, ("2024-07-10", 10_000_000))
    assert _ask(debt, "2024-07-10", "CN_SME_17").total == 50_000
    assert _ask(debt, "2026-07-10", "CN_SME_17").total == 50_000


def test_each_instalment_runs_from_its_own_due_date():
    items = (
        _item("2025-01-31", 100_000, parts=2),
        _item("2025-02-28", 100_000, id=2, seq=2, parts=2),
    )
    found = _ask(_debt("2025-01-01", 0, items=items), "2025-03-10", "CN_SME_17")
    assert [(one.instalment, one.days) for one in found.segments] == [("1/2", 38), ("2/2", 10)]
    assert found.total == 1_900 + 500


def test_a_debt_taken_over_runs_from_the_taking_over():
    debt = _debt("2024-06-30", 10_000_000, kind=Kind.TRANSFER, issued_on=_on("2025-01-31"))
    found = _ask(debt, "2025-02-10", "CN_SALE_LPR_FIXED:1.5")
    assert (found.segments[0].start, found.segments[0].days) == (_on("2025-02-01"), 10)
    assert found.segments[0].rate.percent == Decimal("5.175")


def test_earlier_days_are_left_out_when_claimed_before():
    found = _ask(SALE, PAID, "CN_SALE_LPR_FLOAT:1.5", since=_on("2025-01-01"))
    assert [one.start.isoformat() for one in found.segments] == ["2025-01-01", "2025-05-20"]
    first = _ask(SALE, "2024-12-31", "CN_SME_17").total
    assert first + _ask(SALE, PAID, "CN_SME_17", since=_on("2025-01-01")).total == 1_825_000


def test_the_fixed_sum_goes_with_the_period_in_which_the_debt_became_late():
    debt = _debt("2025-03-31", 500_000, currency="GBP")
    assert _ask(debt, "2025-07-10", "UK", since=_on("2025-04-01")).fixed == 7_000
    assert _ask(debt, "2025-07-10", "UK", since=_on("2025-04-02")).fixed == 0


def test_bankruptcy_stops_interest_with_its_day():
    found = _ask(SALE, PAID, "CN_SME_17", stops_on=_on("2024-07-11"))
    assert (found.segments[-1].end, found.total) == (_on("2024-07-11"), 50_000)
    assert _codes(found) == ["bankrupt"]
    assert _codes(_ask(SALE, "2024-07-10", "CN_SME_17", stops_on=_on("2024-07-11"))) == []


def test_without_a_due_date_the_law_gives_one_or_it_is_refused():
    items = (_item("", 1_000_000),)
    debt = _debt("2025-03-01", 0, items=items, currency="EUR", delivered_on=_on("2025-03-11"))
    found = _ask(debt, "2025-04-20", "EU")
    assert (found.segments[0].start, _codes(found)) == (_on("2025-04-11"), ["due_by_law"])
    assert _ask(debt, "2025-04-20", "CN_SME_17").segments[0].start == _on("2025-03-12")
    with pytest.raises(DueDateNeeded):
        _ask(replace(debt, delivered_on=None), "2025-04-20", "CN_SME_17")


def test_claims_and_credits_bear_no_interest():
    with pytest.raises(NoInterest):
        _ask(replace(SALE, claim=ClaimKind.INTEREST), PAID, "CN_SME_17")
    with pytest.raises(NoInterest):
        _ask(replace(SALE, kind=Kind.CREDIT_NOTE), PAID, "CN_SME_17")


def test_a_voided_debt_bears_none():
    assert _ask(replace(SALE, voided=True), PAID, "CN_SME_17").total == 0


def test_a_table_that_does_not_reach_back_is_told():
    with pytest.raises(ReferenceRateMissing):
        _ask(_debt("2015-01-31", 100), "2016-01-31", "CN_LPR_1X")
    with pytest.raises(ReferenceRateMissing):
        _ask(_debt("2022-03-31", 100, currency="EUR"), "2022-05-31", "EU")


# cautions


def test_a_rate_beyond_the_last_known_day_warns_until_it_is_entered():
    debt = _debt("2025-06-30", 10_000_000)
    assert _codes(_ask(debt, "2025-07-21", "CN_LPR_1X")) == []
    found = _ask(debt, "2025-07-22", "CN_LPR_1X")
    assert found.cautions[0].facts == {"source": "lpr", "until": _on("2025-07-21")}
    entered = KnownRate(
        source=Source.LPR, from_on=_on("2025-09-22"), percent=Decimal("2.9"), entered=True
    )
    later = _ask(debt, "2025-10-10", "CN_LPR_1X", rates=Rates([entered]))
    assert (_codes(later), len(later.segments)) == ([], 2)
    # Frozen at the breach, later rates do not matter.
    assert _codes(_ask(debt, "2026-10-10", "CN_SALE_LPR_FIXED:1.5")) == []


def test_an_agreed_rate_over_the_yardsticks_warns_and_is_not_cut():
    found = _ask(SALE, PAID, "CN_CONTRACT:0.05%/day")
    above, loss = found.cautions
    assert (above.code, str(above.facts["limit"])) == ("above_4_lpr", "13.8%/year")
    assert (loss.code, loss.facts["loss"]) == ("above_loss", 317_096)
    assert found.total == 1_825_000
    assert _codes(_ask(SALE, PAID, "CN_CONTRACT:13.8%/year")) == ["above_loss"]
    assert _codes(_ask(SALE, PAID, "CN_CONTRACT:4%/year")) == []


def test_130_percent_of_the_loss_is_inclusive():
    debt = _debt("2024-07-22", 36_500_000)
    assert _codes(_ask(debt, "2024-08-21", "CN_CONTRACT:4.355%/year")) == []
    assert _codes(_ask(debt, "2024-08-21", "CN_CONTRACT:4.356%/year")) == ["above_loss"]


def test_article_17_raises_an_agreed_rate_to_the_lpr_at_contract():
    contract = _on("2023-09-01")
    low = _ask(SALE, PAID, "CN_SME_17:3%/year", contract_on=contract)
    assert (str(low.segments[0].rate), _codes(low)) == ("3.45%/year", ["raised_to_lpr"])
    high = _ask(SALE, PAID, "CN_SME_17:6%/year", contract_on=contract)
    assert (str(high.segments[0].rate), _codes(high)) == ("6%/year", [])


def test_a_loan_is_held_against_four_times_the_lpr():
    assert _codes(_ask(SALE, PAID, "CN_LOAN_4X")) == ["contract_day", "loan_ceiling"]
    agreed = _ask(SALE, PAID, "CN_LOAN_4X:24%/year", contract_on=_on("2024-01-05"))
    assert (agreed.total, _codes(agreed)) == (2_400_000, ["above_4_lpr"])


def test_a_fixed_sum_in_another_currency_is_left_out_and_told():
    found = _ask(_debt("2025-03-31", 500_000, currency="USD"), "2025-07-10", "UK")
    assert (found.fixed, _codes(found)) == (0, ["fixed_elsewhere"])


def test_the_doubled_part_after_a_judgment_says_what_it_is():
    assert _codes(_ask(SALE, PAID, "CN_JUDGMENT_DOUBLE")) == ["judgment_start"]
    since = _ask(SALE, PAID, "CN_JUDGMENT_DOUBLE", since=_on("2025-06-21"))
    assert (since.total, _codes(since)) == (17_500, ["judgment_only"])


# what holds for any debt

DUE = date(2023, 1, 5)
MODES = (
    "CN_SALE_LPR_FLOAT:1.5",
    "CN_SALE_LPR_FIXED:1.3",
    "CN_SME_17",
    "EU",
    "UK",
    "US:1.5%/month",
    "CN_CONTRACT:9.99%/year",
)
_payments = st.lists(
    st.tuples(st.integers(-40, 900), st.integers(1, 4_000_000)), min_size=0, max_size=6
)
_CASES = st.fixed_dictionaries(
    {
        "minor": st.integers(1, 10**9),
        "payments": _payments,
        "late": st.integers(0, 1200),
        "mode": st.sampled_from(MODES),
        "year": st.sampled_from([365, 360]),
        "count": st.sampled_from(list(Count)),
    }
)


def _some(case):
    """Return the debt of a case; payments never take more than there is."""
    left, kept = case["minor"], []
    for after, wanted in case["payments"]:
        part = min(wanted, left)
        left -= part
        if part:
            kept.append(Payment(DUE + after * _DAY, part))
    item = replace(_item(DUE.isoformat(), case["minor"]), payments=tuple(kept))
    return _debt(DUE.isoformat(), 0, items=(item,), currency="EUR")


def _late(case, debt, late, **more):
    known = {"year": case["year"], "count": case["count"]}
    return _ask(debt, (DUE + late * _DAY).isoformat(), case["mode"], **known, **more)


@given(_CASES)
def test_segments_partition_the_days_on_which_something_was_late(case):
    debt, late = _some(case), case["late"]
    found = _late(case, debt, late)
    covered = [one.start + n * _DAY for one in found.segments for n in range(one.days)]
    days = [DUE + n * _DAY for n in range(1, late + 1)]
    owing = [day for day in days if debt.items[0].principal(day) > 0]
    if case["count"] is Count.BOTH and owing:
        owing = [DUE, *owing]
    assert covered == owing
    assert found.amount == sum(one.amount for one in found.segments)
    assert found.total == found.amount + found.fixed


@given(_CASES)
def test_every_segment_is_within_half_a_cent_of_its_days_added_up(case):
    debt = _some(case)
    for one in _late(case, debt, case["late"]).segments:
        inside = [max(one.start + n * _DAY, DUE + _DAY) for n in range(one.days)]
        assert {debt.items[0].principal(day) for day in inside} == {one.principal}
        period = {Per.DAY: 1, Per.MONTH: 30, Per.YEAR: case["year"]}[one.rate.per]
        exact = Fraction(one.principal * one.days) * Fraction(one.rate.percent) / (100 * period)
        assert abs(one.amount - exact) <= Fraction(1, 2)


@given(_CASES)
def test_more_days_are_never_less_interest(case):
    debt = _some(case)
    now, next_day = (_late(case, debt, case["late"] + n) for n in (0, 1))
    assert 0 <= now.amount <= next_day.amount
    assert now.total <= next_day.total


@given(_CASES, st.randoms(use_true_random=False))
def test_the_order_of_the_payments_does_not_matter(case, order):
    debt = _some(case)
    mixed = list(debt.items[0].payments)
    order.shuffle(mixed)
    other = replace(debt, items=(replace(debt.items[0], payments=tuple(mixed)),))
    assert _late(case, debt, case["late"]) == _late(case, other, case["late"])


@given(_CASES, st.integers(0, 1200))
def test_two_periods_have_the_days_and_the_fixed_sum_of_the_whole(case, cut):
    debt, late = _some(case), case["late"]
    cut = min(cut, late)
    whole, before = _late(case, debt, late), _late(case, debt, cut)
    # Days that the first period does not have begin the second one.
    after = _late(case, debt, late, since=DUE + (cut + 1) * _DAY) if cut else whole
    days = [sum(one.days for one in part.segments) for part in (before, after, whole)]
    assert days[0] + days[1] == days[2]
    assert before.fixed + after.fixed == whole.fixed
