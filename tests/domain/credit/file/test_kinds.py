"""The kinds of a credit file: their rules by worked cases."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.file import credit_report, registry, security, site_visit, size_class
from domain.credit.file.contacts import ACCOUNT as ACCOUNT_FORM
from domain.credit.file.contacts import CONTACT, Contact, CustomerAccount, Role
from domain.credit.file.contract import (
    CONTRACT,
    POINTS,
    Burden,
    Clause,
    Contract,
    Forum,
    Penalty,
    check_clauses,
    nodes_share,
)
from domain.credit.file.credit_report import CreditReport
from domain.credit.file.forms import FORMS, form_of
from domain.credit.file.negative_event import EventType, NegativeEvent, Severity, in_force
from domain.credit.file.registry import REGISTRY, RegistryFacts, RegistryStatus
from domain.credit.file.security import SECURITY, GuaranteeType, Security, SecurityType
from domain.credit.file.size_class import BuyerType
from domain.errors import BadTaxNumber, MissingField, OutOfRange
from domain.fields import State, check, facts, written
from domain.record import Record

MAY = date(2026, 5, 1)


def kept(value, dated_on=MAY, ends_on=None, key=1):
    return Record(id=key, value=value, customer_id=1, dated_on=dated_on, ends_on=ends_on)


def said(found):
    return [one.words[0] for one in found]


# registry


@pytest.mark.parametrize(
    "status,blocked",
    [
        ("existing", False),
        ("operating", False),
        ("revoked", True),
        ("cancelled", True),
        ("moved_out", True),
        ("abnormal", True),
        ("serious", True),
    ],
)
def test_only_firms_that_exist_or_operate_get_credit(status, blocked):
    assert registry.blocks(RegistryStatus(status)) is blocked


def test_a_wrong_credit_code_is_refused_with_the_one_that_was_meant():
    good = RegistryFacts(status=RegistryStatus.EXISTING, uscc="91110000600037341L")
    check(REGISTRY, good)
    check(REGISTRY, RegistryFacts(status=RegistryStatus.EXISTING, register_number="HRB 1"))
    wrong = RegistryFacts(status=RegistryStatus.EXISTING, uscc="9111OOOO600037341L")
    with pytest.raises(BadTaxNumber) as refused:
        check(REGISTRY, wrong)
    assert refused.value.facts["meant"] == "91110000600037341L"


def test_the_latest_check_of_the_register_holds():
    first = kept(RegistryFacts(status=RegistryStatus.EXISTING))
    later = kept(RegistryFacts(status=RegistryStatus.REVOKED), date(2026, 6, 1), key=2)
    assert registry.latest([later, first], MAY) is first
    assert registry.latest([first, later], date(2026, 7, 1)) is later
    assert registry.latest([first], date(2026, 1, 1)) is None


# size


@pytest.mark.parametrize(
    "code,type_",
    [
        ("11110000000000000X", BuyerType.STATE_ORGAN),
        ("121200004013590816", BuyerType.INSTITUTION),
        ("92110000MA00000000", BuyerType.INDIVIDUAL),
        ("51100000500000000X", BuyerType.OTHER),
        ("91110000600037341L", None),
        ("", None),
    ],
)
def test_a_credit_code_proves_organs_and_institutions_but_no_size(code, type_):
    assert size_class.proposed(code) is type_


# reports


def test_a_report_counts_for_twelve_months_unless_it_says_otherwise():
    report = kept(CreditReport(provider="信用机构"), date(2024, 2, 29))
    assert credit_report.valid_until(report) == date(2025, 2, 28)
    shorter = kept(CreditReport(provider="信用机构"), MAY, date(2026, 8, 1))
    assert credit_report.valid_until(shorter) == date(2026, 8, 1)


def test_the_newest_valid_report_with_a_limit_caps_ours():
    old = kept(CreditReport(provider="甲", recommended=500), date(2025, 1, 1), key=1)
    valid = kept(CreditReport(provider="乙", recommended=300), date(2026, 1, 1), key=2)
    silent = kept(CreditReport(provider="丙"), date(2026, 4, 1), key=3)
    assert credit_report.external_limit([old, valid, silent], MAY) is valid
    assert credit_report.external_limit([old], MAY) is None


# securities


def _guarantee(**more):
    return Security(type=SecurityType.GUARANTEE, **more)


@pytest.mark.parametrize(
    "due,agreed,last",
    [
        # Civil Code 692: nothing agreed, or agreed to end on or before maturity: six months.
        ("2026-08-31", None, "2027-02-28"),
        ("2026-08-31", "2026-08-31", "2027-02-28"),
        ("2026-08-31", "2026-06-30", "2027-02-28"),
        ("2026-08-31", "2028-08-31", "2028-08-31"),
        ("2026-01-15", None, "2026-07-15"),
        (None, "2026-12-31", "2026-12-31"),
        (None, None, None),
    ],
)
def test_a_guarantee_period_not_agreed_is_six_months_from_maturity(due, agreed, last):
    day = date.fromisoformat
    value = _guarantee(debt_due_on=day(due) if due else None)
    record = kept(value, date(2026, 1, 1), day(agreed) if agreed else None)
    assert security.last_day(record) == (day(last) if last else None)


def test_a_guarantee_that_does_not_say_its_kind_is_a_general_one():
    assert security.guarantee_type(_guarantee()) is GuaranteeType.GENERAL
    joint = _guarantee(guarantee_type=GuaranteeType.JOINT)
    assert security.guarantee_type(joint) is GuaranteeType.JOINT
    assert security.guarantee_type(Security(type=SecurityType.PLEDGE)) is None
    assert any("一般保证" in one for one in said(SECURITY.remarks(_guarantee())))


@pytest.mark.parametrize(
    "amount,contract,excess",
    [(2_500_000, 10_000_000, 500_000), (2_000_000, 10_000_000, 0), (2_500_000, None, 0)],
)
def test_a_deposit_above_a_fifth_of_the_contract_is_none_for_the_excess(amount, contract, excess):
    value = Security(type=SecurityType.DEPOSIT, amount=amount, contract_amount=contract)
    assert security.deposit_excess(value) == excess
    assert bool(SECURITY.remarks(value)) is bool(excess)


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_a_prepayment_has_no_excess_and_a_deposit_never_more_than_itself(amount, contract):
    prepaid = Security(type=SecurityType.PREPAYMENT, amount=amount, contract_amount=contract)
    assert security.deposit_excess(prepaid) == 0
    deposit = Security(type=SecurityType.DEPOSIT, amount=amount, contract_amount=contract)
    assert 0 <= security.deposit_excess(deposit) <= amount


def test_what_is_in_force_in_a_currency_is_what_is_secured():
    records = [
        kept(Security(type=SecurityType.BANK_GUARANTEE, amount=100), MAY, date(2026, 6, 1)),
        kept(Security(type=SecurityType.PREPAYMENT, amount=10, currency="USD"), MAY, key=2),
        kept(Security(type=SecurityType.TITLE_RETENTION, amount=1000), MAY, key=3),
    ]
    assert security.secured(records, date(2026, 6, 1), "CNY", "CNY") == 100
    assert security.secured(records, date(2026, 6, 2), "CNY", "CNY") == 0
    assert security.secured(records, date(2026, 6, 2), "USD", "CNY") == 10
    assert security.secured(records, date(2026, 4, 30), "USD", "CNY") == 0


# contracts


def test_the_points_of_the_clauses_make_a_hundred():
    assert sum(POINTS.values()) == 100


def test_a_contract_is_scored_by_its_clauses_and_the_missing_ones_are_named():
    value = Contract(
        number="HT-1",
        payment_nodes="30% 签约后 7 日内\n70% 货到 60 天",
        penalty=Penalty.DAILY_RATE,
        penalty_rate=Decimal("0.05"),
        signed=True,
    )
    checked = check_clauses(value)
    assert checked.score == 65
    assert checked.missing == (Clause.FORUM, Clause.SERVICE, Clause.TITLE)
    assert "缺少条款：争议解决（管辖或仲裁）、送达地址、所有权保留。" in said(
        CONTRACT.remarks(value)
    )


def test_what_makes_collecting_harder_is_named():
    value = Contract(
        number="HT-2",
        invoice_first=True,
        retention=Decimal(5),
        no_assignment=True,
        forum=Forum.THEIR_COURT,
    )
    assert check_clauses(value).burdens == tuple(Burden)


@pytest.mark.parametrize(
    "text,share",
    [
        ("30% 签约\n70 % 货到 60 天", 100),
        ("３0％ 签约".replace("３", "3"), 30),
        ("30% 签约\n余款货到", None),
        ("", None),
        ("12.5% 甲\n87.5% 乙\n", 100),
    ],
)
def test_payment_nodes_add_up_where_every_line_has_its_share(text, share):
    assert nodes_share(text) == share


def test_nodes_that_do_not_make_the_whole_are_remarked():
    value = Contract(number="HT", payment_nodes="30% 签约\n60% 货到")
    assert "付款节点合计 90 %，不是 100 %。" in said(CONTRACT.remarks(value))


# the rest


def test_events_count_until_they_are_over_the_serious_ones_first():
    amber = kept(NegativeEvent(type=EventType.TAX, what="欠税"), MAY, date(2026, 6, 1))
    red = kept(
        NegativeEvent(type=EventType.STOPPED, what="停产", severity=Severity.RED),
        date(2026, 5, 20),
        key=2,
    )
    assert in_force([amber, red], date(2026, 6, 1)) == [red, amber]
    assert in_force([amber, red], date(2026, 6, 2)) == [red]


def test_odd_numbers_are_remarked_and_kept():
    odd = Contact(name="王", role=Role.FINANCE, mobile="12345")
    assert CONTACT.remarks(odd)
    for good in ("13812345678", "138 1234 5678", "+49 170 1234567", ""):
        assert not CONTACT.remarks(Contact(name="王", role=Role.FINANCE, mobile=good))
    assert ACCOUNT_FORM.remarks(CustomerAccount(bank="工行", number="1", bank_code="102100099990"))
    assert not ACCOUNT_FORM.remarks(
        CustomerAccount(bank="工行", number="1", bank_code="102100099996")
    )


def test_a_value_outside_its_description_is_refused():
    with pytest.raises(OutOfRange):
        check(site_visit.VISIT, site_visit.SiteVisit(visitor="周", score=101))
    with pytest.raises(OutOfRange):
        check(site_visit.VISIT, site_visit.SiteVisit(visitor="周", staff=-1))
    with pytest.raises(MissingField):
        check(site_visit.VISIT, site_visit.SiteVisit(visitor=""))


def test_a_record_reads_as_labels_and_words_in_both_languages():
    value = Security(
        type=SecurityType.GUARANTEE,
        amount=123_456,
        giver="张三",
        guarantee_type=GuaranteeType.JOINT,
        debt_due_on=date(2026, 8, 31),
    )
    told = facts(SECURITY, kept(value), "en", "CNY")
    assert told == [
        ("From", "1 May 2026"),
        ("Kind", "Guarantee"),
        ("Amount", "1,234.56 CNY"),
        ("Given by", "张三"),
        ("Kind of guarantee", "Joint and several"),
        ("Maturity of the debt", "31 Aug 2026"),
        ("Guarantee period ends", "28 Feb 2027 (not agreed: six months from maturity)"),
    ]
    assert facts(SECURITY, kept(value), "zh", "CNY")[1] == ("担保种类", "保证")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.KIND)
def test_every_description_fits_its_kind(form):
    names = {one.name for one in fields(form.kind)}
    assert {spec.key for spec in form.fields} == names
    assert form_of(form.kind.KIND) is form
    for spec in form.fields:
        assert all(spec.words)
        assert bool(spec.hint[0]) == bool(spec.hint[1])
        if spec.currency:
            assert spec.currency in names
        for pair in (spec.choices or {}).values():
            assert all(pair)
        usual = form.usual(spec.key)
        assert written(spec, usual, "zh") in ("", "否", written(spec, usual, "zh"))
    assert all(form.about)
    assert State.GOOD.value == "green"


@pytest.mark.parametrize(
    "shipped,expires,last",
    [
        # UCP 600, 14 c: 21 days after shipment, but not after the expiry.
        ("2026-06-01", "2026-12-31", "2026-06-22"),
        ("2026-12-20", "2026-12-31", "2026-12-31"),
        ("2026-06-01", None, "2026-06-22"),
        (None, "2026-12-31", None),
    ],
)
def test_papers_are_presented_within_21_days_and_before_the_letter_expires(shipped, expires, last):
    day = date.fromisoformat
    value = Security(
        type=SecurityType.LETTER_OF_CREDIT, latest_shipment=day(shipped) if shipped else None
    )
    record = kept(value, date(2026, 1, 1), day(expires) if expires else None)
    assert security.presentation_end(record) == (day(last) if last else None)
