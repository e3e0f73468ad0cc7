"""Policies, limits and debts as values, for tests of cover."""

from datetime import date
from decimal import Decimal

from domain.cover.insurance import BuyerLimit, CoverDebt, Insurance, InsurancePolicy
from domain.record import Record

START, END = date(2026, 1, 1), date(2026, 12, 31)


def policy(**more):
    values = {
        "insurer": "示例财产保险股份有限公司",
        "number": "P-1",
        "currency": "CNY",
        "insured_percent": Decimal(90),
        "max_term_days": 90,
        "mep_days": 60,
        "noa_days": 30,
        "waiting_months": 5,
        "claim_window_months": 6,
        "declare_days": 15,
    }
    return InsurancePolicy(**(values | more))


def record(value, *, customer=None, on=START, until=None, key=1, items=()):
    return Record(
        id=key, value=value, customer_id=customer, dated_on=on, ends_on=until, item_ids=items
    )


def limit(amount, on=START, *, until=None, customer=7, key=1, number="P-1"):
    value = BuyerLimit(policy=number, amount_minor=amount, number=f"L-{key}")
    return record(value, customer=customer, on=on, until=until, key=key)


def insurance(*limits, adverse=(), **terms):
    return Insurance([record(policy(**terms), until=END)], limits, adverse)


def debt(number=1, open_minor=10_000_000, shipped="2026-02-01", due="2026-03-03", **more):
    values = {
        "item_id": number,
        "document_id": number,
        "number": f"INV-{number}",
        "customer_id": 7,
        "code": "C7",
        "name": "无锡禾示例传动有限公司",
        "name_en": "",
        "country": "CN",
        "currency": "CNY",
        "amount": open_minor,
        "open": open_minor,
        "disputed": 0,
        "issued_on": date.fromisoformat(shipped),
        "shipped_on": date.fromisoformat(shipped),
        "due_on": date.fromisoformat(due) if due else None,
    }
    return CoverDebt(**(values | more))
