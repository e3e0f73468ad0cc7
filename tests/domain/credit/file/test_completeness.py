"""How complete a file is and what of it grows old."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.credit.file.completeness import (
    FilePolicy,
    FileRecords,
    Item,
    ItemState,
    KeptAccounts,
    asked_for,
    completeness,
)
from domain.credit.file.contacts import Contact, CustomerAccount, Role
from domain.credit.file.contract import Contract
from domain.credit.file.credit_report import CreditReport
from domain.credit.file.expiry import Due, expiries
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.security import Security, SecurityType
from domain.credit.file.site_visit import SiteVisit
from domain.credit.file.size_class import BuyerType, SizeClass
from domain.policy import CreditPolicy
from domain.record import Attachment, AttachmentRow, Record
from domain.values import dumps, loads

DAY = date(2026, 11, 20)
POLICY = FilePolicy()


def kept(value, dated_on, ends_on=None, key=1):
    return Record(id=key, value=value, customer_id=1, dated_on=dated_on, ends_on=ends_on)


def _years(*years):
    return [kept(KeptAccounts(ended_on=date(y, 12, 31)), date(y, 12, 31), key=y) for y in years]


def _full():
    scan = Attachment(name="合同.pdf", customer_id=1, subject="record/9", dated_on=DAY)
    since = date(2026, 9, 1)
    return FileRecords(
        registry=[kept(RegistryFacts(status=RegistryStatus.EXISTING), since)],
        sizes=[kept(SizeClass(type=BuyerType.MEDIUM), since)],
        contacts=[
            kept(Contact(name="王", role=Role.FINANCE), since),
            kept(Contact(name="李", role=Role.BOSS), since),
        ],
        accounts=[kept(CustomerAccount(bank="工行", number="1"), since)],
        reports=[kept(CreditReport(provider="甲"), since)],
        visits=[kept(SiteVisit(visitor="周"), since)],
        contracts=[kept(Contract(number="HT"), since, key=9)],
        statements=_years(2023, 2024, 2025),
        files=[AttachmentRow(id=1, attachment=scan)],
        grade="A",
    )


def test_a_full_file_is_complete():
    found = completeness(_full(), DAY, POLICY)
    assert found.percent == 100
    assert found.missing == found.old == ()


def test_an_empty_file_lacks_what_everybody_must_bring():
    found = completeness(FileRecords(), DAY, POLICY)
    assert found.percent == 0
    assert found.missing == (
        Item.REGISTRY,
        Item.SIZE,
        Item.FINANCE_CONTACT,
        Item.ACCOUNT,
        Item.CONTRACT,
    )


def test_what_has_grown_old_does_not_count_and_is_named():
    full = _full()
    old = replace(
        full,
        registry=[kept(full.registry[0].value, DAY - timedelta(days=181))],
        visits=[kept(full.visits[0].value, date(2025, 11, 19))],
        reports=[kept(full.reports[0].value, date(2025, 11, 19))],
        statements=_years(2022, 2023, 2024),
    )
    found = completeness(old, DAY, POLICY)
    assert found.old == (Item.REGISTRY, Item.STATEMENTS, Item.REPORT, Item.VISIT)
    # 6 of 10 count.
    assert found.percent == 60
    just = replace(old, registry=[kept(full.registry[0].value, DAY - timedelta(days=180))])
    assert Item.REGISTRY not in completeness(just, DAY, POLICY).old


def test_a_contact_who_left_is_not_there():
    left = [kept(Contact(name="王", role=Role.FINANCE), date(2026, 1, 1), date(2026, 6, 1))]
    found = completeness(FileRecords(contacts=left), DAY, POLICY)
    assert dict(found.items)[Item.FINANCE_CONTACT] is ItemState.OLD


def test_two_years_of_accounts_are_not_three():
    found = completeness(replace(_full(), statements=_years(2024, 2025)), DAY, POLICY)
    assert found.missing == (Item.STATEMENTS,)
    assert found.percent == 90


@pytest.mark.parametrize(
    "grade,buyer,asked,spared",
    [
        ("A", None, Item.STATEMENTS, Item.SECURITY),
        ("D", None, Item.SECURITY, Item.REPORT),
        ("A", BuyerType.STATE_ORGAN, Item.CONTRACT, Item.STATEMENTS),
        ("A", BuyerType.INDIVIDUAL, Item.VISIT, Item.STATEMENTS),
        ("", None, Item.ACCOUNT, Item.VISIT),
        ("unknown", None, Item.ACCOUNT, Item.VISIT),
    ],
)
def test_grade_and_type_decide_what_is_asked_for(grade, buyer, asked, spared):
    found = asked_for(POLICY, grade, buyer)
    assert asked in found
    assert spared not in found


def test_nothing_asked_for_is_complete():
    none = FilePolicy(required=(), by_grade={})
    assert completeness(FileRecords(), DAY, none).percent == 100


def test_the_policy_comes_back_from_the_book_as_it_was():
    policy = CreditPolicy(file=FilePolicy(registry_days=90, by_grade={"A": (Item.VISIT,)}))
    assert loads(CreditPolicy, dumps(policy)) == policy


# what grows old


def _security(left, **more):
    value = Security(type=SecurityType.BANK_GUARANTEE, giver="某银行", **more)
    return kept(value, date(2026, 1, 1), DAY + timedelta(days=left), key=left + 1000)


@pytest.mark.parametrize(
    "left,step", [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-1, 0)]
)
def test_securities_are_listed_sixty_thirty_and_seven_days_before(left, step):
    found = expiries(1, FileRecords(securities=[_security(left)]), DAY, POLICY)
    assert [one.step for one in found] == ([] if step is None else [step])
    assert all(one.days_left == left for one in found)


def test_what_expired_long_ago_is_no_longer_listed():
    for left, count in ((-90, 1), (-91, 0)):
        found = expiries(1, FileRecords(securities=[_security(left)]), DAY, POLICY)
        assert len(found) == count


def test_checks_visits_and_accounts_are_listed_once_they_are_too_old():
    full = _full()
    assert expiries(1, full, DAY, POLICY) == []
    old = replace(
        full,
        registry=[kept(full.registry[0].value, date(2026, 5, 23))],
        visits=[kept(full.visits[0].value, date(2025, 11, 19))],
        statements=_years(2022, 2023, 2024),
    )
    found = expiries(1, old, DAY, POLICY)
    assert [(one.what, one.on) for one in found] == [
        (Due.STATEMENTS, date(2025, 12, 31)),
        (Due.REGISTRY, date(2026, 11, 19)),
        (Due.VISIT, date(2026, 11, 19)),
    ]


def test_only_the_newest_of_a_provider_and_of_a_check_counts():
    full = _full()
    renewed = replace(
        full,
        registry=[kept(full.registry[0].value, date(2024, 1, 1), key=5), *full.registry],
        reports=[kept(CreditReport(provider="甲"), date(2025, 10, 1), key=5), *full.reports],
    )
    assert expiries(1, renewed, DAY, POLICY) == []
    other = replace(full, reports=[kept(CreditReport(provider="乙"), date(2025, 10, 1))])
    assert [one.what for one in expiries(1, other, DAY, POLICY)] == [Due.REPORT]


def test_the_most_urgent_comes_first():
    found = FileRecords(securities=[_security(50), _security(-3), _security(5)])
    assert [one.days_left for one in expiries(1, found, DAY, POLICY)] == [-3, 5, 50]
