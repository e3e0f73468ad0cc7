"""Customers whose way of paying is known, month by month, the same for the same seed.

Most pay as ever: steadily, habitually late, or later in one season of the year. Some get
worse over months and then pay no more (``failing``); some get worse and recover; a few stop
from one day to the next (``sudden``): nobody can foresee those, and they count as missed.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.sample.dice import Dice
from domain.warning.debts import AccountHistory, DebtHistory, Move

START = date(2022, 1, 1)
END = date(2025, 12, 31)
#: Kind → how many of a thousand; of those that fail one in fifteen is sudden.
KINDS = {
    "steady": 403,
    "habitual": 190,
    "seasonal": 110,
    "disorderly": 60,
    "recovering": 60,
    "failing": 165,
    "sudden": 12,
}
_TERMS = (30, 30, 45, 60)


@dataclass
class Payer:
    """A customer with its truth: ``stops`` is the due day from which it pays no more."""

    kind: str
    history: AccountHistory
    stops: date | None = None


def make(seed, count=300):
    """Return so many customers with three to four years of invoices, each kind as it should be."""
    return [
        _Life(Dice(f"payers {seed} {n}"), n + 1, _kind((2 * n + 1) * 500 // count)).live()
        for n in range(count)
    ]


def _kind(permille):
    """Return the kind at a place among a thousand."""
    total = 0
    for kind, share in KINDS.items():
        total += share
        if permille < total:
            return kind
    raise ValueError(permille)


class _Life:
    def __init__(self, dice, customer_id, kind):
        self.dice = dice
        self.id = customer_id
        self.kind = kind
        self.term = dice.pick(_TERMS)
        self.habit = {"habitual": dice.between(12, 40), "disorderly": dice.between(5, 20)}.get(
            self.kind, dice.between(-3, 9)
        )
        self.noise = dice.between(12, 22) if self.kind == "disorderly" else dice.between(1, 7)
        self.monthly = dice.pick((1, 1, 2, 2, 3, 4, 6))
        self.size = dice.between(300_000, 9_000_000)
        self.begin = START + timedelta(days=dice.upto(300))
        self.turn = START + timedelta(days=dice.between(560, 1230))
        self.length = dice.between(120, 330)
        self.worst = dice.between(45, 85) if self.kind == "failing" else dice.between(18, 55)
        self.shape = dice.pick((1, 1, 2))
        self.season = dice.between(1, 12)
        self.later = dice.between(10, 25)
        self.runs = dice.pick((0, 0, 1, 2))

    @property
    def stops(self):
        if self.kind == "failing":
            return self.turn + timedelta(days=self.length)
        return self.turn if self.kind == "sudden" else None

    def live(self):
        debts, day = [], self.begin
        while day <= END:
            buying = self.stops is None or day <= self.stops + timedelta(days=45)
            chance = 1000 * self.monthly // 22
            if buying and day.weekday() < 5 and self.dice.chance(chance):
                debts.append(self._debt(day))
            day += timedelta(days=1)
        debts.sort(key=lambda debt: debt.due)
        return Payer(self.kind, AccountHistory(self.id, "CNY", debts), self.stops)

    def _debt(self, on):
        due = on + timedelta(days=self.term)
        minor = self.size * self.dice.between(40, 160) // 100
        moves = self._moves(on, due, minor)
        return DebtHistory(on.toordinal(), due.toordinal(), minor, moves)

    def _moves(self, on, due, minor):
        strain = self._strain(due)
        if self.stops is not None and due >= self.stops:
            # Of what it no longer pays, a little still comes.
            if not self.dice.chance(80):
                return ()
            paid, part = self._payday(due + timedelta(days=60), on), minor // 4
            return (Move(paid, part, paid),) if paid <= END.toordinal() else ()
        late = self.habit + self._noise() + strain
        if self.dice.chance(8):
            late += self.dice.between(15, 50)  # an invoice that lay about somewhere
        paid = self._payday(due + timedelta(days=late), on)
        known = paid + (self.dice.between(0, 6) if self.dice.chance(300) else 0)
        partly = self.dice.chance(40 + 4 * strain if strain > 0 else 40)
        if partly:
            rest = self._payday(date.fromordinal(paid) + timedelta(days=12 + strain // 2), on)
            half, last = minor // 2, max(rest, known)
            moves = (Move(known, half, paid), Move(last, minor - half, rest))
        else:
            moves = (Move(known, minor, paid),)
        return tuple(move for move in moves if move.known <= END.toordinal())

    def _noise(self):
        return self.dice.around(-2 * self.noise, 2 * self.noise)

    def _strain(self, due):
        """Return by how many days the firm pays later than it would."""
        if self.kind == "seasonal":
            apart = min((due.month - self.season) % 12, (self.season - due.month) % 12)
            return self.later if apart <= 1 else 0
        if self.kind not in ("failing", "recovering"):
            return 0
        gone = (due - self.turn).days
        if gone < 0:
            return 0
        if gone <= self.length:
            return self.worst * gone**self.shape // self.length**self.shape
        if self.kind == "recovering":
            return max(self.worst - self.worst * (gone - self.length) // 90, 0)
        return self.worst

    def _payday(self, day, on):
        day = max(day, on + timedelta(days=1))
        if self.runs == 1:
            day += timedelta(days=(4 - day.weekday()) % 7)
        elif self.runs == 2 and day.day not in (10, 25):
            day += timedelta(days=(10 - day.day) % 15)
        return day.toordinal()
