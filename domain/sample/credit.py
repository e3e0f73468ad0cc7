"""Orders, a hold and a leave of the sample: what is sold and not invoiced, and who may buy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.credit.check import Level
from domain.credit.holds import CreditHold, Ground, Scope
from domain.credit.orders import OpenOrder
from domain.credit.overrides import CreditOverride
from domain.money import Money
from domain.ports import Book, Render
from domain.sample.dice import Dice
from domain.services import credit_holds, letters
from domain.services.credit_check import Asked, check_sale, standings
from domain.services.letter_facts import known_facts
from domain.services.records import add_record

_SEED: Final = "credit-orders"
#: Orders of the sample, and how many days ago they were taken.
_ORDERS: Final = 26
_DAYS: Final = 40
#: Shares of an order delivered, in percent.
_DELIVERED: Final = (0, 0, 0, 40, 60, 100)
_HOLDER: Final = "林会计"
_SALES: Final = "许佳"
_BOSS: Final = "沐川"


def add_credit(book: Book, user: str, as_of: date, render: Render) -> None:
    """Add orders not invoiced, one customer on hold and one leave that runs."""
    dice = Dice(_SEED)
    people = sorted(standings(book.reader, as_of).items())
    buying = [(key, result) for key, result in people if result.asked.exposure > 0]
    with book.unit_of_work(user) as uow:
        uow.begin("import.orders", {"file": "销售订单.xlsx"})
        for place in range(_ORDERS):
            customer_id, result = buying[dice.between(0, len(buying) - 1)]
            order = _order(dice, place, result.asked.currency, as_of)
            add_record(uow, order, customer_id=customer_id, dated_on=order.ordered_on)
        uow.commit()
    _hold(book, user, as_of, render)
    _allow(book, user, as_of)


def _order(dice: Dice, place: int, currency: str, as_of: date) -> OpenOrder:
    ordered_on = as_of - timedelta(days=dice.between(1, _DAYS))
    amount = dice.between(60, 900) * 100_00
    share = _DELIVERED[dice.between(0, len(_DELIVERED) - 1)]
    return OpenOrder(
        number=f"SO-{ordered_on:%y%m}-{place + 101}",
        currency=currency,
        amount=amount,
        ordered_on=ordered_on,
        expected_on=ordered_on + timedelta(days=dice.between(15, 60)),
        delivered=amount * share // 100,
    )


def _blocked(book: Book, as_of: date) -> list[int]:
    """Return the blocked customers, the most overdue first."""
    found = standings(book.reader, as_of)
    blocked = [key for key, result in found.items() if result.verdict is Level.BLOCK]
    return sorted(blocked, key=lambda key: (-found[key].asked.oldest_days, key))


def _hold(book: Book, user: str, as_of: date, render: Render) -> None:
    """Put the customer that is furthest overdue on hold, and tell it so."""
    blocked = _blocked(book, as_of)
    if not blocked:
        return
    value = CreditHold(
        reason="多次催收未付，最后通知已过期限",
        scope=Scope.BOTH,
        ground=Ground.FIRST,
        clause="7.2",
        cure="付清全部逾期款，或提供银行保函",
        cure_by=as_of + timedelta(days=14),
        held_by=_HOLDER,
    )
    on = as_of - timedelta(days=6)
    kept = credit_holds.hold(book.unit_of_work(user), blocked[0], value, on).value
    known = known_facts(book.reader, "supply_hold", kept, on, "zh")
    letter = letters.draft(
        book.reader,
        "supply_hold",
        known.customer_id,
        dated_on=on,
        values=known.values,
        items=known.items,
        language="zh",
    )
    letters.issue_letter(book.unit_of_work(user), letter, known.customer_id, render)


def _allow(book: Book, user: str, as_of: date) -> None:
    """Give leave to the blocked customer with the largest exposure within its own."""
    blocked = _blocked(book, as_of)
    if len(blocked) < 2:
        return
    key = blocked[len(blocked) // 2]
    amount = Money(200_000_00, "CNY")
    result = check_sale(book.reader, Asked(customer_id=key, amount=amount), as_of)
    value = CreditOverride(
        ceiling=result.after,
        currency=result.asked.currency,
        reason="年末备货，客户承诺月底付款",
        asked_by=_SALES,
        allowed_by=_BOSS,
    )
    on = as_of - timedelta(days=2)
    until = as_of + timedelta(days=28)
    credit_holds.allow(book.unit_of_work(user), key, value, on, until)
