"""Payments of other people with their right booking, where those files are at hand."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from domain.allocation import OpenItem
from domain.document import Kind
from domain.matching.engine import match_all, propose
from domain.matching.index import Index
from domain.matching.values import Claim, Known, Payer, Payment
from tests.domain.matching.ledger import minor, plain

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
CASE = DATA / "names" / "own_matching_case"
ORDERS = DATA / "receivables" / "classicmodels"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the files are not here")


def rows(path, encoding="utf-8-sig"):
    return list(csv.DictReader(path.read_text(encoding=encoding).splitlines()))


def claim(place, number, customer, amount, on, *, due=None, currency="CNY"):
    return Claim(
        item=OpenItem(
            id=place,
            document_id=place,
            kind=Kind.INVOICE if amount > 0 else Kind.CREDIT_NOTE,
            number=number,
            seq=1,
            parts=1,
            customer_id=customer,
            currency=currency,
            issued_on=on,
            due_on=due or on,
            amount=amount,
            open=amount,
        )
    )


@pytest.fixture
def case():
    """Return what is known of the payer-matching case, and its payments by number."""
    customers = rows(CASE / "customers.csv")
    ids = {row["客户编号"]: place for place, row in enumerate(customers, start=1)}
    payers = tuple(
        Payer(
            id=ids[row["客户编号"]],
            code=row["客户编号"],
            name=row["客户名称"],
            aliases=(row["简称"],) if row["简称"] else (),
            tax_id=row["统一社会信用代码"] or "",
        )
        for row in customers
    )
    claims = tuple(
        claim(
            place,
            row["发票号"],
            ids[row["客户编号"]],
            minor(row["价税合计"]),
            date.fromisoformat(row["开票日期"]),
            due=date.fromisoformat(row["到期日"]),
            currency=row["币种"],
        )
        for place, row in enumerate(rows(CASE / "invoices.csv"), start=1)
    )
    payments = {
        row["流水号"]: Payment(
            id=int(row["流水号"][1:]),
            on=date.fromisoformat(row["日期"]),
            minor=minor(row["金额"]),
            currency=row["币种"],
            name=row["付款方户名"],
            text=row["附言"],
        )
        for row in rows(CASE / "payments.csv", "gb18030")
    }
    return Known(payers=payers, claims=claims), payments


def test_every_payment_is_proposed_as_a_careful_bookkeeper_would_book_it(case):
    known, payments = case
    numbers = {one.item.id: one.item.number for one in known.claims}
    answers = {
        f"P{answer.payment_id}": answer for answer in match_all(Index(known), payments.values())
    }
    expected = json.loads((CASE / "expected_matches.json").read_text(encoding="utf-8"))["expected"]
    assert len(expected) == 10
    for one in expected:
        best = answers[one["payment"]].best
        parts = best.parts if best else ()
        told = {numbers[p.item_id]: plain(-p.minor if p.is_credit else p.minor) for p in parts}
        assert told == dict(map(tuple, one["to"])), one
    automatic = {name for name, a in answers.items() if a.best and a.best.is_automatic}
    assert automatic == {"P1", "P2", "P3", "P4", "P6", "P7", "P8"}


def test_its_side_conditions_hold_too(case):
    known, payments = case
    index = Index(known)
    answers = {f"P{answer.payment_id}": answer for answer in match_all(index, payments.values())}
    assert answers["P5"].best.ties == answers["P10"].best.ties == 1
    assert answers["P9"].proposals == ()
    assert answers["P8"].best.rest == 1
    left = {one.item.number: index.open(one.item.id) for one in known.claims}
    assert left["INV-2507"] == 1500
    fee = answers["P6"].proposals[1]
    assert (fee.parts[0].fee, fee.is_automatic) == (1500, False)
    index.take(answers["P5"].best.parts)
    assert propose(index, payments["P10"]).best.is_automatic


def test_payments_that_equal_one_order_of_their_customer_pay_it():
    customers = rows(ORDERS / "customers.csv")
    payers = tuple(
        Payer(id=int(r["customerNumber"]), code=r["customerNumber"], name=r["customerName"])
        for r in customers
    )
    claims = tuple(
        claim(
            place,
            row["orderNumber"],
            int(row["customerNumber"]),
            minor(row["total"]),
            date.fromisoformat(row["orderDate"]),
            currency="USD",
        )
        for place, row in enumerate(rows(ORDERS / "orders_with_totals.csv"), start=1)
    )
    payments = [
        Payment(
            id=place,
            on=date.fromisoformat(row["paymentDate"]),
            minor=minor(row["amount"]),
            currency="USD",
            text=row["checkNumber"],
            customer_id=int(row["customerNumber"]),
        )
        for place, row in enumerate(rows(ORDERS / "payments.csv"), start=1)
    ]
    equal = {
        payment.id: [
            one.item.id
            for one in claims
            if (one.item.customer_id, one.item.amount) == (payment.customer_id, payment.minor)
        ]
        for payment in payments
    }
    single = {payment for payment, orders in equal.items() if len(orders) == 1}
    assert len(single) == 250
    known = Known(payers=payers, claims=claims)
    for answer in match_all(Index(known), payments):
        best = answer.best
        assert best.is_automatic
        paid = [part.item_id for part in best.parts]
        if answer.payment_id in single:
            assert paid == equal[answer.payment_id]
        else:
            # The others are sums of two and more orders, to the cent.
            assert len(paid) > 1
        assert (best.rest, sum(part.difference + part.fee for part in best.parts)) == (0, 0)
