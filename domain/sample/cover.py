"""Cover of the sample: a policy with its limits, a guarantee near its end, an assignment."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.cover.assignment import Assignment
from domain.cover.deadlines import InsuredDebt
from domain.cover.insurance import (
    AdverseInformation,
    BuyerLimit,
    Cause,
    CoverDebt,
    InsurancePolicy,
)
from domain.credit.file.security import GuaranteeType, Security, SecurityType
from domain.ports import Book, Render
from domain.sample.days import on_or_before
from domain.services import assignment, cover, cover_claims, records
from domain.services.cover_claims import Loss

_POLICY: Final = "SL-XB-2026-0088"
#: Limits in hundreds of yuan are round, from the largest buyer down.
_ROUND: Final = 5_000_000
_BUYERS: Final = 7
_GUARANTORS: Final = ("示例控股有限公司", "王示例")


def add_cover(book: Book, user: str, as_of: date, render: Render) -> None:
    """Enter the policy, limits for the largest buyers, two guarantees, one assignment."""
    debts = [one for one in book.reader.cover_debts(as_of) if one.currency == "CNY"]
    owed: dict[int, list[CoverDebt]] = {}
    for debt in debts:
        owed.setdefault(debt.customer_id, []).append(debt)
    buyers = sorted(owed, key=lambda key: (-sum(one.open for one in owed[key]), key))
    _insure(book, user, as_of, buyers[:_BUYERS], owed)
    _notify(book, user, as_of, render)
    _guarantee(book, user, as_of, buyers[2:4])
    _letter(book, user, as_of, buyers[4:5])
    for customer_id in buyers[5:]:
        if _assign(book, user, as_of, customer_id, render):
            break


def _insure(
    book: Book, user: str, as_of: date, buyers: list[int], owed: dict[int, list[CoverDebt]]
) -> None:
    from_on = (as_of - timedelta(days=300)).replace(day=1)
    policy = InsurancePolicy(
        insurer="示例信用保险股份有限公司",
        number=_POLICY,
        currency="CNY",
        insured_percent=Decimal(90),
        max_term_days=120,
        mep_days=30,
        noa_days=15,
        waiting_months=4,
        claim_window_months=6,
        declare_days=15,
        stop_ship_days=45,
        deductible_minor=200_000,
        maximum_minor=200_000_000,
        address="上海市示例路 88 号",
        contact="理赔部",
    )
    to_on = from_on.replace(year=from_on.year + 1) - timedelta(days=1)
    cover.keep_policy(book.unit_of_work(user), policy, dated_on=from_on, ends_on=to_on)
    for place, customer_id in enumerate(buyers, start=1):
        total = sum(one.open for one in owed[customer_id])
        top = max(_ROUND, (total * 4 // 5) // _ROUND * _ROUND)
        limit = BuyerLimit(policy=_POLICY, amount_minor=top, number=f"XE-{place:04d}")
        _limit(book, user, limit, customer_id, from_on)
        if place == 4:
            cut = BuyerLimit(policy=_POLICY, amount_minor=0, number=f"XE-{place:04d}-C")
            _limit(book, user, cut, customer_id, as_of - timedelta(days=40))
            known = AdverseInformation(what="被列为被执行人", source="中国执行信息公开网")
            uow = book.unit_of_work(user)
            cover.keep_adverse(uow, customer_id, known, as_of - timedelta(days=41))


def _notify(book: Book, user: str, as_of: date, render: Render) -> None:
    """Tell the insurer of the first buyer whose debts would be too late by now."""
    late: dict[int, list[InsuredDebt]] = {}
    for one in cover.deadlines(book.reader, as_of):
        if one.alert == 0:
            late.setdefault(one.cover.debt.customer_id, []).append(one)
    for customer_id, found in list(late.items())[:1]:
        on = on_or_before(min(one.days.notify_by for one in found) - timedelta(days=4))
        loss = Loss(
            customer_id=customer_id,
            item_ids=tuple(one.item_id for one in found),
            cause=Cause.PROTRACTED_DEFAULT,
            known_on=on - timedelta(days=10),
            measures="已停止发货，已寄发催款函",
        )
        draft = cover_claims.draft_notice(book.reader, loss, on)
        cover_claims.give_notice(book.unit_of_work(user), draft, render)


def _limit(book: Book, user: str, limit: BuyerLimit, customer_id: int, on: date) -> None:
    cover.keep_limit(book.unit_of_work(user), limit, customer_id=customer_id, dated_on=on)


def _guarantee(book: Book, user: str, as_of: date, buyers: list[int]) -> None:
    """One guarantee whose period ends soon, and one of which the kind was not stated."""
    kinds = (GuaranteeType.JOINT, None)
    for place, (customer_id, giver, kind) in enumerate(
        zip(buyers, _GUARANTORS, kinds, strict=False)
    ):
        matured = as_of - timedelta(days=160 - 70 * place)
        value = Security(
            type=SecurityType.GUARANTEE,
            amount=20_000_000 + 5_000_000 * place,
            number=f"BZ-{matured.year}-{place + 1:03d}",
            giver=giver,
            guarantee_type=kind,
            debts="主合同项下全部货款",
            debt_due_on=matured,
        )
        given = on_or_before(matured - timedelta(days=200))
        uow = book.unit_of_work(user)
        records.keep_record(uow, value, customer_id=customer_id, dated_on=given)


def _letter(book: Book, user: str, as_of: date, buyers: list[int]) -> None:
    for customer_id in buyers:
        value = Security(
            type=SecurityType.LETTER_OF_CREDIT,
            amount=18_000_000,
            number="LC-0026-118",
            giver="示例银行苏州分行",
            latest_shipment=as_of + timedelta(days=6),
        )
        records.keep_record(
            book.unit_of_work(user),
            value,
            customer_id=customer_id,
            dated_on=as_of - timedelta(days=30),
            ends_on=as_of + timedelta(days=27),
        )


def _assign(book: Book, user: str, as_of: date, customer_id: int, render: Render) -> bool:
    """Assign what of a customer is not due and undisputed; whether there was any."""
    on = on_or_before(as_of - timedelta(days=3))
    found = assignment.candidates(book.reader, customer_id, as_of)
    debts = [one.debt for one in found if not one.findings and one.debt.issued_on <= on]
    if not debts:
        return False
    deal = Assignment(
        assignee="示例商业保理有限公司",
        is_factor=True,
        recourse=True,
        contract_number=f"BL-{on.year}-017",
        contract_on=on,
        currency=debts[0].currency,
        advance_percent=Decimal(80),
        fee_minor=sum(one.open for one in debts) // 100,
        items=(),
        account="示例银行苏州分行 6222 0000 1234 5678",
    )
    kept = assignment.assign(book.unit_of_work(user), deal, customer_id, debts, on).value
    assignment.notify(book.unit_of_work(user), book.reader, kept, on, render)
    return True
