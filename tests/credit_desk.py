"""A desk with orders, holds and leave: amounts as text, days ISO text."""

from dataclasses import replace

from domain.credit.exposure import Part
from domain.credit.holds import CreditHold
from domain.credit.orders import OpenOrder
from domain.credit.overrides import CreditOverride
from domain.money import plain
from domain.services import credit_holds, credit_orders, customers
from domain.services.credit_check import Asked, check_sale, exposures
from tests.bill_desk import BillDesk
from tests.desk import day


class CreditDesk(BillDesk):
    """A desk that asks before it sells."""

    def limit(self, amount, *, customer=None):
        """Set the limit of the master data, None for none."""
        key = customer or self.first
        with self.uow() as uow:
            known = uow.customer(key)
        minor = None if amount is None else self.money(amount).minor
        customers.edit_customer(self.uow(), key, replace(known, credit_limit_minor=minor))

    def order(self, number, amount, on, *, customer=None, currency=None, days=None, **more):
        money = self.money(amount, currency)
        value = OpenOrder(
            number=number,
            currency=money.currency,
            amount=money.minor,
            ordered_on=day(on),
            delivered=self.money(more.pop("delivered", "0"), currency).minor,
            **more,
        )
        who = customer or self.first
        return credit_orders.take_order(self.uow(), who, value, days=days).value

    def deliver(self, number, amount, on, *, customer=None):
        minor = self.money(amount).minor
        return credit_orders.deliver(
            self.uow(), customer or self.first, number, minor, day(on)
        ).value

    def hold(self, on, *, customer=None, **more):
        value = CreditHold(**{"reason": "逾期", "held_by": "财务", **more})
        return credit_holds.hold(self.uow(), customer or self.first, value, day(on)).value

    def release(self, hold_id, on, by="经理"):
        return credit_holds.release(self.uow(), hold_id, "已付清", by, day(on)).value

    def allow(self, ceiling, on, until, *, customer=None, **more):
        money = self.money(ceiling)
        value = CreditOverride(
            ceiling=money.minor,
            currency=money.currency,
            **{"reason": "老板同意", "asked_by": "销售", "allowed_by": "财务", **more},
        )
        end = day(until) if until else None
        return credit_holds.allow(self.uow(), customer or self.first, value, day(on), end).value

    def parts(self, on="2999-12-31", *, customer=None, currency=None):
        """Return {component: amount} of a customer in a currency, with the total."""
        wanted = currency or self.base
        for one in exposures(self.book.reader, day(on), customer_ids=[customer or self.first]):
            if one.currency == wanted:
                said = {
                    part.value: plain(one.parts[part], wanted) for part in Part if one.part(part)
                }
                return {**said, "total": plain(one.total, wanted)}
        return {}

    def ask(self, amount, on, *, days=None, customer=None, currency=None, **more):
        """Return the check's result."""
        money = self.money(amount, currency) if amount else None
        asked = Asked(customer_id=customer or self.first, amount=money, days=days, **more)
        return check_sale(self.book.reader, asked, day(on))
