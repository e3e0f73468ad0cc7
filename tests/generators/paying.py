"""How the firms of a made-up book pay: each way with its bank line and its right booking."""

from dataclasses import replace
from datetime import date, timedelta

from domain.allocation import spread
from domain.matching.values import Payment
from domain.terms import discount_amount, parse_terms
from tests.generators import texts
from tests.generators.firms import as_bank_writes
from tests.generators.ledger import BATCH, Line, all_open


class Paying:
    """One firm's June."""

    def __init__(self, making, firm):
        self.making = making
        self.dice = making.dice
        self.firm = firm
        self.bills = making.bills[firm.id]

    def live(self):
        dice = self.dice
        days = sorted(dice.upto(28) for _ in range(dice.pick((0, 1, 1, 1, 2, 2, 3))))
        for day in days:
            self.on = BATCH + timedelta(days=day)
            bills = self._payable(self.bills)
            if bills:
                self._pay(bills)

    def pay_for(self, other, on):
        """Pay a bill of this firm and one of another with one transfer of their parent."""
        self.on = on
        owing = [self.bills, self.making.bills[other.id]]
        chosen = [b for bills in owing for b in self._payable(bills)[:1]]
        if len(chosen) == 2:
            self._book("family", chosen, all_open(chosen), payer=self.firm.parent)

    def _payable(self, bills):
        found = [b for b in bills if b.amount > 0 and b.left and b.on < self.on]
        return sorted(found, key=lambda b: (b.items[0].due_on, b.on, b.number))

    def _pay(self, bills):
        act, roll = self._single, self.dice.upto(100)
        plan = (
            (16, self._several),
            (26, self._month),
            (30, self._everything),
            (36, self._part),
            (39, self._cents),
            (41, self._too_much),
            (45, self._with_credit),
            (46, self._twice),
            (48, self._prepaid),
            (50, self._on_account),
            (53, self._by_order),
        )
        for upto, found in plan:
            if roll < upto:
                act = found
                break
        if self.firm.currency != "CNY" and self.dice.chance(500):
            act = self._less_fee
        elif "/" in bills[-1].terms and self.dice.chance(600):
            act = self._discounted
        if act(bills) is False:
            self._single(bills)

    # -- the ways firms pay; False: not possible with what is open

    def _single(self, bills):
        bill = bills[0] if self.dice.chance(700) else self.dice.pick(bills)
        item = next(item for item in bill.items if item.open)
        whole = len(bill.items) == 1 or self.dice.chance(200)
        self._book("single", [bill], all_open([bill]) if whole else {item.id: item.open})
        return True

    def _several(self, bills):
        if len(bills) < 2:
            return False
        count = min(self.dice.between(2, 4), len(bills))
        chosen = bills[:count]
        if self.dice.chance(300):
            chosen = list(
                {id(b): b for b in (self.dice.pick(bills) for _ in range(count))}.values()
            )
        self._book("several" if len(chosen) > 1 else "single", chosen, all_open(chosen))
        return True

    def _month(self, bills):
        before = [b for b in bills if b.on < BATCH]
        if not self.firm.facts["monthly"] or not before:
            return False
        month = self.dice.pick(before).on.month
        chosen = [b for b in before if b.on.month == month]
        words = self.dice.pick(
            (f"{month}月货款", f"{month}月份", f"2026年{month}月", f"2026{month:02d}货款")
        )
        if self.dice.chance(400):
            words = f"对账单{chosen[0].statement}"
        if len(chosen) == 1 and self.dice.chance(500):
            words = ""
        self._book("month", chosen, all_open(chosen), instead=words)
        return True

    def _everything(self, bills):
        self._book("all", bills, all_open(bills))
        return True

    def _part(self, bills):
        bill = bills[0]
        if bill.left < 20_000 or len(bill.items) > 1:
            return False
        minor = bill.left * self.dice.between(30, 70) // 100 // 10_000 * 10_000 or bill.left // 2
        if self._is_exact(minor):
            return False
        self._book("part", [bill], {bill.items[0].id: minor}, more=self.dice.pick(("部分货款", "")))
        if self.dice.chance(700) and self.on < date(2026, 6, 25):
            self.on += timedelta(days=3)
            self._book("rest", [bill], all_open([bill]), more=self.dice.pick(("尾款", "余款", "")))
        return True

    def _cents(self, bills):
        bill = bills[0]
        off = self.dice.between(1, 100) * (1 if self.dice.chance(500) else -1)
        if len(bill.items) > 1 or bill.left < 20_000:
            return False
        paid = bill.left - off
        self._book(
            "cents", [bill], {bill.items[0].id: min(paid, bill.left)}, paid=paid, closes=True
        )
        return True

    def _too_much(self, bills):
        bill = bills[0]
        paid = bill.left + self.dice.between(500, 20_000)
        self._book("over", [bill], all_open([bill]), paid=paid)
        return True

    def _with_credit(self, bills):
        credits = [b for b in self.bills if b.amount < 0 and b.left and b.on < self.on]
        chosen = bills[: self.dice.between(1, 2)]
        paid = sum(b.left for b in chosen) - sum(b.left for b in credits)
        if not credits or paid <= 0:
            return False
        words = self.dice.pick(("扣红字", "扣退货", "已扣减", "", credits[0].number))
        self._book(
            "credit", [*chosen, *credits], all_open([*chosen, *credits]), paid=paid, more=words
        )
        return True

    def _twice(self, bills):
        bill = bills[0]
        self._book("single", [bill], all_open([bill]))
        first = self.making.lines[-1]
        self.making.lines.append(Line(first.payment, "twice", None, customer_id=self.firm.id))
        return True

    def _prepaid(self, bills):
        minor = self.making._amount() // 3 + 7
        self._line("prepaid", minor, self._text([], self.dice.pick(texts.PREPAID), minor), None)
        return True

    def _on_account(self, bills):
        total = sum(b.left for b in bills)
        minor = total * self.dice.between(40, 80) // 100 // 100_000 * 100_000
        if minor < 100_000 or self._is_exact(minor):
            return False
        pairs = spread([item for b in bills for item in b.items if item.open], minor)
        parts = {item.id: taken for item, taken in pairs}
        self._line("on account", minor, self._text([], "", minor), parts)
        self._lower(bills, parts)
        return True

    def _is_exact(self, minor):
        """Say whether some document is just this: nobody would book it as a part of another."""
        bills = [b for b in self.bills if b.on <= self.on]
        return minor in {b.left for b in bills} | {item.open for b in bills for item in b.items}

    def _by_order(self, bills):
        bill = bills[0]
        number = bill.order or (bill.contract and f"合同{bill.contract}")
        if not number:
            return False
        chosen = [bill]
        if not bill.order:
            chosen = [b for b in bills if b.contract == bill.contract]
        self._book("by order", chosen, all_open(chosen), instead=number)
        return True

    def _discounted(self, bills):
        for bill in reversed(bills):
            tier = parse_terms(bill.terms).discount_on(bill.on, self.on)
            if tier is not None and bill.left == bill.amount:
                off = discount_amount(bill.amount, tier)
                item = bill.items[0].id
                parts = {item: bill.left - off}
                self._book("discount", [bill], parts, closes=True, discounts={item: off})
                return True
        return False

    def _less_fee(self, bills):
        bill = bills[0]
        fee = self.dice.pick((500, 1000, 1500, 2000, 2500, 3500))
        if bill.left < 20 * fee or len(bill.items) > 1:
            return False
        told = self.dice.chance(300)
        words = "" if told else self.dice.pick((*texts.LESS, ""))
        parts = {bill.items[0].id: bill.left - fee}
        self._book("fee", [bill], parts, more=words, closes=True, charges=fee if told else 0)
        return True

    # -- booking and writing

    def _book(self, kind, bills, parts, *, paid=None, closes=False, discounts=None, **words):
        debits = {item.id for b in bills if b.amount > 0 for item in b.items}
        minor = paid
        if minor is None:
            minor = sum(taken if item in debits else -taken for item, taken in parts.items())
        charges, payer = words.pop("charges", 0), words.pop("payer", "")
        numbers = [b.number for b in bills if b.amount > 0]
        text = self._text(numbers, words.get("more", ""), minor, words.get("instead"))
        line = self._line(kind, minor, text, parts, charges=charges, discounts=discounts)
        if payer:
            line.payment = replace(line.payment, name=payer, account="")
        self._lower(bills, parts, closes=closes)

    def _lower(self, bills, parts, *, closes=False):
        for bill in bills:
            for place, item in enumerate(bill.items):
                taken = parts.get(item.id, 0)
                if taken and closes:
                    taken = abs(item.open)
                bill.items[place] = item.after(taken) if taken else item
            bill.left = sum(abs(item.open) for item in bill.items)

    def _text(self, numbers, more, minor, instead=None):
        dice, level = self.dice, self.making.level
        spelled = instead or ""
        if instead is None and numbers and not dice.chance(level.silent):
            if dice.chance(level.wrong):
                numbers = [texts.mistyped(numbers[0], dice), *numbers[1:]]
            spelled = self.making.spelling.several(numbers)
        write = texts.english if self.firm.kind == "en" else texts.chinese
        return write(dice, level, numbers=spelled, on=self.on, minor=minor, more=more)

    def _line(self, kind, minor, text, parts, *, charges=0, discounts=None):
        name, account, text = self._payer(text)
        payment = Payment(
            id=0,
            on=self.on,
            minor=minor,
            currency=self.firm.currency,
            name=name,
            account=account,
            text=text,
            charges=charges,
        )
        line = Line(payment, kind, parts, discounts or {}, self.firm.id)
        self.making.lines.append(line)
        return line

    def _payer(self, text):
        """Return who the bank says paid, with the firm's name in the text where another did."""
        firm, dice = self.firm, self.dice
        account = "" if dice.chance(self.making.level.no_account) else firm.account
        if firm.kind == "shop" and dice.chance(700):
            if not firm.is_owner_learned or dice.chance(300):
                text = f"{firm.short} {text}" if dice.chance(800) else f"代{firm.name}付{text}"
            return firm.owner, account and firm.owner_account, text
        if firm.parent and dice.chance(500):
            return firm.parent.replace("（", "(").replace("）", ")"), "", text
        return as_bank_writes(firm, dice, self.making.level.bent), account, text
