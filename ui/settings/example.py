"""A made-up letter to show wording with, before the book has anything overdue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from domain.capital import capital
from domain.customer import Company
from domain.letters import compose, long_date
from domain.money import grouped
from domain.papers import Addressee, DunningLetter, DunningLine

_ROWS: Final = (("INV-0871", 12_860_000, 4_000_000, 95), ("INV-1012", 7_430_000, 0, 54))


def example_letter(
    company: Company,
    language: str,
    level: int,
    wording: Mapping[str, Any],
    days: tuple[date, date],
) -> DunningLetter:
    """Return a letter of a level to nobody in particular, dated and payable on ``days``."""
    on, pay_by = days
    lines = tuple(_line(row, on, level) for row in _ROWS)
    total = sum(one.open for one in lines)
    customer = _customer(language)
    facts = {
        "company": company.name if language == "zh" else company.name_en or company.name,
        "customer": customer.name if language == "zh" else customer.name_en,
        "as_of": long_date(on, language),
        "pay_by": long_date(pay_by, language),
        "count": str(len(lines)),
        "sum": grouped(total, "CNY"),
        "currency": "CNY",
        "capital": capital(total),
        "days": str(max(one.days_overdue for one in lines)),
        "contact": company.contact,
        "phone": company.phone,
        "email": company.email,
    }
    title, salutation, opening, closing = compose(level, language, facts, wording)
    return DunningLetter(
        company=company,
        customer=customer,
        number="",
        language=language,
        level=level,
        currency="CNY",
        dated_on=on,
        as_of=on,
        pay_by=pay_by,
        title=title,
        salutation=salutation,
        opening=opening,
        closing=closing,
        lines=lines,
        principal=total,
        unapplied=0,
        interest=0,
        fees=0,
        total=total,
    )


def _line(row: tuple[str, int, int, int], on: date, level: int) -> DunningLine:
    number, amount, settled, late = row
    due = on - timedelta(days=late)
    return DunningLine(
        number=number,
        issued_on=due - timedelta(days=30),
        due_on=due,
        days_overdue=late,
        amount=amount,
        settled=settled,
        disputed=0,
        open=amount - settled,
        level=level,
    )


def _customer(language: str) -> Addressee:
    return Addressee(
        code="C0001",
        name="示例客户有限公司",
        name_en="Example Customer Ltd",
        address="示例市示例路 1 号" if language == "zh" else "1 Example Road, Example City",
        contact="财务部" if language == "zh" else "Accounts payable",
    )
