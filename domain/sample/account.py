"""The life of one made-up customer: what it was sold, how it paid, what it contested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from domain.document import Item, Kind
from domain.money import Money, share
from domain.sample import days, goods
from domain.sample.dice import Dice
from domain.sample.events import (
    Cancelling,
    Closing,
    Event,
    Objection,
    Offset,
    Payment,
    Piece,
    Sale,
)
from domain.sample.firms import Firm
from domain.sample.habits import HABITS, first_part, payday
from domain.terms import discount_amount, parse_terms

#: Firms one of whose invoices was made out wrongly, voided and written anew.
_VOIDED: Final = frozenset({"C0002/9", "C0023/14", "C0033/7"})
#: The firm that is invoiced in two currencies.
_TWO_CURRENCIES: Final = "C0060"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What is still to be paid of an instalment, and the first day it may be."""

    sale: Sale
    item: Item
    left: int
    free_from: date
    contested: bool = False


class Account:
    """Plans everything of one customer up to a day; the same for the same firm and day."""

    def __init__(self, firm: Firm, as_of: date, months: list[date]) -> None:
        self.firm = firm
        self.events: list[Event] = []
        #: What is open in the end, by document and instalment.
        self.open: dict[tuple[str, int], Due] = {}
        self._as_of = as_of
        self._months = months
        self._dice = Dice(f"qingzhang/{firm.code}")
        self._habit = HABITS[firm.habit]
        self._rule = self._dice.upto(4)
        self._count = 0
        lost = firm.habit == "lost"
        self._stops = as_of - timedelta(days=self._dice.between(190, 320)) if lost else as_of
        self._intents: dict[tuple[date, str], list[Piece]] = {}

    def live(self) -> None:
        """Fill ``events`` and ``open``."""
        for sale in [*self._openings(), *self._sales()]:
            self._bill(sale)
        for (on, currency), pieces in sorted(self._intents.items()):
            self.events.append(self._payment(on, currency, tuple(pieces)))

    # -- selling

    def _openings(self) -> Iterator[Sale]:
        if self._starts() > self._months[0]:
            return
        for _ in range(self._dice.upto(3)):
            on = days.on_or_before(self._months[0] - timedelta(days=self._dice.between(3, 50)))
            sale = self._sale(on, Kind.OPENING)
            yield replace(sale, order_number="", tax_invoice="", numbered_by_tax=False)

    def _starts(self) -> date:
        """Return the first month with this customer; every ninth is a newcomer."""
        late = self.firm.place % 9 == 5
        return self._months[4 + self.firm.place % 8] if late else self._months[0]

    def _sales(self) -> Iterator[Sale]:
        for first in self._months:
            if first < self._starts():
                continue
            for on in self._days(first):
                if on <= min(self._as_of, self._stops + timedelta(days=25)):
                    yield self._sale(on, Kind.INVOICE)

    def _days(self, first: date) -> list[date]:
        """Return the days of a month's invoices; more than half fall on its last days."""
        thousandths = self.firm.pace * 1000 // 14 * goods.SEASON[first.month - 1] // 1000
        count = thousandths // 1000 + self._dice.chance(thousandths % 1000)
        working = days.of_month(first)
        late = working[-7:]
        return sorted(
            self._dice.pick(late if self._dice.chance(550) else working) for _ in range(count)
        )

    def _sale(self, on: date, kind: Kind) -> Sale:
        dice, firm = self._dice, self.firm
        currency = firm.currency
        if firm.code == _TWO_CURRENCIES and dice.chance(350):
            currency = "CNY"
        place = dice.upto(len(goods.GOODS))
        price = goods.GOODS[place][2] * dice.between(92, 108) // 100
        price = price // 7 if currency == "USD" else price // 5 * 5
        spread = dice.upto(101)
        wanted = firm.size * (30 + spread * spread // 40)
        wanted = wanted * 7 if currency != firm.currency else wanted
        quantity = max(wanted // price, 1)
        amount = quantity * price
        number = dice.between(1, 9999)
        self._count += 1
        return Sale(
            key=f"{firm.code}/{self._count}",
            customer=firm.place,
            kind=kind,
            on=on,
            amount=amount,
            currency=currency,
            terms=firm.terms,
            tax=share(amount, 13, 113) if firm.country == "CN" else 0,
            description=goods.described(place, quantity, firm.language),
            order_number=f"SO-{on.year}-{number:04d}",
            contract_number=f"LA-{on.year}-{firm.place:03d}" if firm.place % 3 else "",
            delivered_on=days.on_or_before(on - timedelta(days=dice.between(1, 6))),
            tax_invoice=self._tax_number(on) if firm.country == "CN" else "",
            numbered_by_tax=firm.place % 10 == 8,
        )

    def _tax_number(self, on: date) -> str:
        """Return twenty digits as electronic invoices of Jiangsu have them."""
        return f"{on.year % 100:02d}322{self._dice.between(10**7, 10**8 - 1):015d}"

    # -- what becomes of an invoice

    def _bill(self, sale: Sale) -> None:
        self.events.append(sale)
        if sale.key in _VOIDED and self._voided(sale):
            return
        items = parse_terms(sale.terms).items(sale.on, Money(sale.amount, sale.currency))
        dues = [Due(sale=sale, item=i, left=i.amount.minor, free_from=sale.on) for i in items]
        dues[-1] = self._corrected(dues[-1])
        if sale.kind is Kind.INVOICE and self._dice.chance(9):
            self._debit_note(sale)
        for due in dues:
            self._pay(due)

    def _voided(self, sale: Sale) -> bool:
        """Void the invoice and write it anew two days later, if there was time for it."""
        on = days.on_or_after(sale.on + timedelta(days=2))
        if on > self._as_of:
            return False
        self.events.append(Cancelling(about=sale.key, on=on, reason="开票抬头有误，作废重开"))
        self._count += 1
        key = f"{self.firm.code}/{self._count}x"
        self._bill(replace(sale, key=key, on=on, tax_invoice=self._tax_number(on)))
        return True

    def _corrected(self, due: Due) -> Due:
        """Let the customer contest or send back a part, now and then."""
        if self._dice.chance(26):
            return self._contest(due)
        if self._dice.chance(28):
            on = days.on_or_after(due.sale.on + timedelta(days=self._dice.between(8, 30)))
            return self._credit(due, on, due.left * self._dice.between(30, 120) // 1000)
        return due

    def _contest(self, due: Due) -> Due:
        dice = self._dice
        on = days.on_or_after(due.sale.on + timedelta(days=dice.between(6, 24)))
        ends = days.on_or_after(on + timedelta(days=dice.between(15, 65)))
        amount = due.left * dice.between(80, 400) // 1000 // 10 * 10
        given_in = dice.chance(500)
        words = goods.DISPUTES if self.firm.language == "zh" else goods.DISPUTES_EN
        kind, reason, note = dice.pick(words)
        if on > self._as_of or amount <= 0:
            return due
        about = Objection(
            key=due.sale.key,
            seq=due.item.seq,
            amount=amount,
            kind=kind,
            reason=reason,
            note=note,
            on=on,
        )
        self.events.append(about)
        due = replace(due, free_from=ends + timedelta(days=1), contested=True)
        if ends > self._as_of:
            return due
        after = self._credit(due, ends, amount) if given_in else due
        # The last event but one is the note; the last sets it against the instalment.
        last = self.events[-2]
        given = after.left < due.left
        credit = last.key if given and isinstance(last, Sale) else ""
        self.events.append(Closing(about=about, on=ends, credit=credit))
        return after

    def _credit(self, due: Due, on: date, amount: int) -> Due:
        """Post a credit note against an instalment."""
        if on > self._as_of or not 0 < amount < due.left:
            return due
        self._count += 1
        sale = due.sale
        note = Sale(
            key=f"{self.firm.code}/{self._count}c",
            customer=self.firm.place,
            kind=Kind.CREDIT_NOTE,
            on=on,
            amount=amount,
            currency=sale.currency,
            tax=share(amount, 13, 113) if self.firm.country == "CN" else 0,
            description=self._dice.pick(goods.CREDITS)
            if self.firm.language == "zh"
            else "Price allowance",
            about=sale.key,
        )
        piece = Piece(key=sale.key, seq=due.item.seq, minor=amount)
        self.events += [note, Offset(credit=note.key, piece=piece, on=on)]
        later = max(due.free_from, on + timedelta(days=1))
        return replace(due, left=due.left - amount, free_from=later, contested=True)

    def _debit_note(self, sale: Sale) -> None:
        on = days.on_or_after(sale.on + timedelta(days=self._dice.between(5, 20)))
        amount = self._dice.between(800, 9000) * 10
        if on > self._as_of:
            return
        zh = self.firm.language == "zh"
        self._count += 1
        note = Sale(
            key=f"{self.firm.code}/{self._count}d",
            customer=self.firm.place,
            kind=Kind.DEBIT_NOTE,
            on=on,
            amount=amount,
            currency=sale.currency,
            terms="NET30",
            tax=share(amount, 13, 113) if zh else 0,
            description=self._dice.pick(goods.DEBITS) if zh else "Freight",
            about=sale.key,
        )
        self._bill(note)

    # -- paying

    def _pay(self, due: Due) -> None:
        """Plan when and how an instalment is paid; what is not by the last day stays open."""
        dice, habit = self._dice, self._habit
        due_on = due.item.due_on or due.sale.on
        late = dice.around(habit.earliest, habit.latest)
        wanted = max(due_on + timedelta(days=late), due.free_from, self._months[0])
        on = payday(self._rule, wanted)
        never, partly, short = (
            dice.chance(chance) for chance in (habit.never, habit.partly, habit.short)
        )
        self.open[due.sale.key, due.item.seq] = due
        if never:
            return
        if self.firm.habit == "discount" and not due.contested and self._discounted(due):
            return
        if partly and due.left > 1_500_000:
            part = first_part(dice, due.left)
            self._intend(due, on, Piece(key=due.sale.key, seq=due.item.seq, minor=part))
            on = payday(self._rule, on + timedelta(days=dice.between(18, 55)))
        rest = self.open[due.sale.key, due.item.seq].left
        self._intend(due, on, self._last_piece(due, rest, short=short))

    def _last_piece(self, due: Due, rest: int, *, short: bool) -> Piece:
        """Return the piece that closes an instalment, some fen or a bank's fee too little."""
        missing = 0
        if due.sale.currency != self.firm.currency or self.firm.country == "CN":
            missing = self._dice.between(1, 95) if short else 0
        elif self._dice.chance(300):
            missing = self._dice.between(8, 18) * 100
        return Piece(key=due.sale.key, seq=due.item.seq, minor=rest - missing, write_off=missing)

    def _discounted(self, due: Due) -> bool:
        """Pay within the discount days, less the discount; three times in four."""
        tier = parse_terms(due.sale.terms).discount_on(due.sale.on, due.sale.on)
        if tier is None or due.sale.kind is not Kind.INVOICE or not self._dice.chance(750):
            return False
        early = tier.days - self._dice.between(0, 3)
        on = days.on_or_before(due.sale.on + timedelta(days=early))
        off = discount_amount(due.sale.amount, tier)
        piece = Piece(key=due.sale.key, seq=due.item.seq, minor=due.left - off, discount=off)
        self._intend(due, on, piece)
        return True

    def _intend(self, due: Due, on: date, piece: Piece) -> None:
        """Keep a piece for a day unless that day lies ahead or the firm no longer pays."""
        if on > self._as_of or (self.firm.habit == "lost" and on > self._stops):
            return
        self._intents.setdefault((on, due.sale.currency), []).append(piece)
        key = (piece.key, piece.seq)
        left = self.open[key].left - piece.minor - piece.discount - piece.write_off
        self.open[key] = replace(self.open[key], left=left)
        if left == 0:
            del self.open[key]

    def _payment(self, on: date, currency: str, pieces: tuple[Piece, ...]) -> Payment:
        firm = self.firm
        zh = firm.language == "zh"
        by_hand = zh and len(pieces) == 1 and self._dice.chance(25)
        return Payment(
            customer=firm.place,
            on=on,
            currency=currency,
            amount=sum(piece.minor for piece in pieces),
            pieces=pieces,
            method=self._dice.pick(goods.METHODS) if zh else "T/T",
            note="货款" if zh else "Payment",
            payer=firm.contact if by_hand else firm.name,
            payer_account="" if by_hand else firm.bank_account,
        )
