"""Books with bank lines whose right booking is known, the same for the same seed.

Firms buy from March to June and pay in June in the ways firms pay; a line's ``parts``
are what a careful bookkeeper would allocate, None where nothing is to be allocated
(strangers, prepayments, money that came twice).
"""

from datetime import timedelta

from domain.document import Kind
from domain.matching.values import Known, Payment, Policy
from domain.sample.dice import Dice
from tests.generators import texts
from tests.generators.firms import Maker, digits, person, stranger
from tests.generators.ledger import (
    BATCH,
    END,
    LEVELS,
    START,
    Bill,
    Line,
    Made,
    claim_of,
    items_of,
    learned_of,
    payer_of,
    styled,
    with_id,
)
from tests.generators.paying import Paying


def make(seed, *, firms=150, level="middle", strangers=60, bills=5):
    """Return a book of so many firms.

    ``strangers`` is how many lines of others come, per mille of the firms; ``bills`` the
    most documents of a common firm (one in forty has many more).
    """
    making = _Making(Dice(f"matching {seed} {level} {firms}"), LEVELS[level], bills)
    return making.make(firms, strangers)


class _Making:
    def __init__(self, dice, level, most):
        self.dice = dice
        self.level = level
        self.most = most
        self.spelling = texts.Spelling(dice, level)
        self.bills = {}
        self.lines = []
        self._contracts = 0

    def make(self, count, strangers):
        firms = Maker(self.dice).make(count)
        everything = [bill for firm in firms for bill in self._bills(firm)]
        self._number(sorted(everything, key=lambda bill: (bill.on, bill.firm.id)))
        for bill in everything:
            self.bills.setdefault(bill.firm.id, []).append(bill)
        claims = tuple(claim_of(bill, item) for bill in everything for item in bill.items)
        for firm in firms:
            Paying(self, firm).live()
        self._families(firms)
        for _ in range(count * strangers // 1000 + 1):
            self._stranger()
        known = Known(
            payers=tuple(payer_of(firm) for firm in firms),
            claims=claims,
            learned=tuple(
                one for firm in firms if firm.is_owner_learned for one in learned_of(firm)
            ),
            policy=Policy(),
        )
        return Made(known, self._in_order())

    def _in_order(self):
        self.lines.sort(key=lambda line: line.payment.on)
        for place, line in enumerate(self.lines, start=1):
            line.payment = with_id(line.payment, place)
        return self.lines

    # -- what is owed

    def _bills(self, firm):
        dice = self.dice
        count = dice.between(12, 35) if dice.chance(25) else 1 + dice.upto(self.most)
        same = self._amount() if dice.chance(60) else 0
        firm.facts["terms"] = dice.pick(
            ("NET30",) * 6 + ("EOM30", "NET60", "2/10 NET30", "30%@0+70%@60")
        )
        firm.facts["monthly"] = firm.facts["terms"] == "EOM30" or dice.chance(100)
        firm.facts["contract"] = dice.chance(250)
        firm.facts["orders"] = dice.chance(300)
        bills = []
        for _ in range(count):
            on = START + timedelta(days=dice.upto((END - START).days))
            terms = "NET30" if firm.kind == "shop" else firm.facts["terms"]
            bills.append(Bill(firm, on, same or self._amount(), terms=terms))
        if dice.chance(120) and max(bill.amount for bill in bills) > 50_000:
            on = START + timedelta(days=dice.upto(90))
            bills.append(Bill(firm, on, -dice.between(5_000, 40_000), Kind.CREDIT_NOTE, ""))
        return bills

    def _amount(self):
        dice = self.dice
        size = dice.pick((30_000, 300_000, 300_000, 3_000_000, 20_000_000))
        minor = dice.between(size // 6, size)
        roll = dice.upto(100)
        if roll < 12:
            return max(minor // 100_000, 1) * 100_000
        return max(minor // 10_000, 1) * 10_000 if roll < 30 else minor

    def _number(self, bills):
        style = self.dice.upto(5)
        counts = {}
        ids = iter(range(1, 10 * len(bills)))
        start = self.dice.between(150, 9000)
        for bill in bills:
            kind = bill.kind
            counts[kind] = counts.get(kind, start) + 1
            bill.number = styled(style, bill, counts[kind])
            self._more_numbers(bill, style, counts[kind])
            bill.items = list(items_of(bill, ids))
            bill.left = abs(bill.amount)

    def _more_numbers(self, bill, style, count):
        firm, dice = bill.firm, self.dice
        if style != 4 and dice.chance(400):
            bill.tax = f"2633200000{digits(dice, 10)}"
        if firm.facts["orders"] and bill.amount > 0:
            bill.order = f"SO{bill.on:%y%m}{count % 1000:03d}"
        if firm.facts["contract"]:
            if "contract_number" not in firm.facts or dice.chance(300):
                self._contracts += 1
                firm.facts["contract_number"] = f"HT-2026-{self._contracts:03d}"
            bill.contract = firm.facts["contract_number"]
        if firm.facts["monthly"] and bill.on < BATCH:
            bill.statement = f"DZ-{bill.on:%Y%m}-{firm.id:04d}"

    def _families(self, firms):
        """Let some parents pay for two branches with one transfer."""
        families = {}
        for firm in firms:
            if firm.parent:
                families.setdefault(firm.parent, []).append(firm)
        for branches in families.values():
            if len(branches) > 1 and self.dice.chance(700):
                Paying(self, branches[0]).pay_for(branches[1], BATCH + timedelta(days=27))

    # -- lines of others

    def _stranger(self):
        dice = self.dice
        text, name = dice.pick(texts.OTHER)
        on = BATCH + timedelta(days=dice.upto(28))
        minor = self._amount()
        who = name.format(
            bank="中国工商银行股份有限公司某某支行",
            city=dice.pick(("杭州", "苏州", "合肥")),
            firm=stranger(dice),
            person=person(dice),
        )
        if dice.chance(300):
            text = f"{text} {texts.noise(dice, on, minor)}".strip()
        payment = Payment(
            id=0, on=on, minor=minor, currency="CNY", name=who, account=digits(dice, 16), text=text
        )
        self.lines.append(Line(payment, "stranger"))
