"""A ledger played at random, compared on any day with a recomputation that knows no caches.

The machine acts through the services on a real book and keeps its own plain list of what
happened. Nothing it compares is read from the book's caches: balances and open amounts are
summed anew from that list in Python.
"""

import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.ageing import Buckets
from domain.errors import DomainError
from domain.services import posting, receipts
from domain.services.papers import statement_values
from tests.desk import Desk

START = date(2026, 1, 1)
DAYS = st.integers(0, 120).map(lambda n: START + timedelta(days=n))
AMOUNTS = st.integers(1, 30_000).map(lambda minor: f"{minor // 100}.{minor % 100:02}")
TERMS = st.sampled_from(["", "NET30", "COD", "30%@0+70%@45", "33%@10+33%@40+34%@70", "EOM30/25"])


@dataclass
class Fact:
    """A dated amount of an item: its posting, or an allocation of it."""

    item: int
    on: date
    minor: int


@dataclass
class Plain:
    """What happened, as a list: issued items and dated takings of them."""

    items: dict = field(default_factory=dict)
    takings: list = field(default_factory=list)

    def open(self, on):
        left = {key: row["amount"] for key, row in self.items.items() if row["issued_on"] <= on}
        for fact in self.takings:
            if fact.on <= on:
                left[fact.item] -= fact.minor
        return left

    def balances(self, on):
        sums = defaultdict(int)
        for row in self.items.values():
            if row["issued_on"] <= on:
                sums[row["customer"]] += row["amount"]
        return sums


class Ledger(RuleBasedStateMachine):
    """Acts of a trading day in any order, on any date."""

    @initialize()
    def open_book(self):
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name) / "book.sqlite")
        self.desk.set(write_off_limit=5_000)
        self.customers = [self.desk.first, self.desk.customer("C2")]
        self.debits, self.credits, self.allocations = [], [], []
        self.plain = Plain()

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    # -- what the book is told

    @rule(amount=AMOUNTS, on=DAYS, terms=TERMS, who=st.integers(0, 1))
    def invoice(self, amount, on, terms, who):
        customer = self.customers[who]
        self.debits.append(self.desk.invoice(amount, on, terms=terms, customer=customer))
        self._learn()

    @rule(amount=AMOUNTS, on=DAYS, who=st.integers(0, 1))
    def receive(self, amount, on, who):
        self.credits.append(self.desk.receipt(amount, on, customer=self.customers[who]))
        self._learn()

    @rule(amount=AMOUNTS, on=DAYS, who=st.integers(0, 1))
    def credit(self, amount, on, who):
        self.credits.append(self.desk.credit_note(amount, on, customer=self.customers[who]))
        self._learn()

    @precondition(lambda self: self.credits)
    @rule(data=st.data(), on=DAYS)
    def allocate_oldest_first(self, data, on):
        credit = data.draw(st.sampled_from(self.credits))
        self._try(lambda: self.desk.allocate_oldest_first(credit, on))

    @precondition(lambda self: self.credits and self.debits)
    @rule(data=st.data(), on=DAYS, minor=st.integers(1, 20_000))
    def allocate(self, data, on, minor):
        credit, debit = (data.draw(st.sampled_from(x)) for x in (self.credits, self.debits))
        use = receipts.Use(item_id=self.desk.item(debit), minor=minor)
        self._try(lambda: self.desk.allocate(credit, [use], on))

    @precondition(lambda self: self.allocations)
    @rule(data=st.data(), on=DAYS)
    def undo_and_redo(self, data, on):
        """Undo, and allocate the same again: all that is open is as before."""
        row = data.draw(st.sampled_from(self.allocations))
        before = self._open_now()
        done = self._try(lambda: receipts.reverse_allocation(self.desk.uow(), [row[0]], on))
        if done and data.draw(st.booleans()):
            _, debit, credit, minor = row
            use = receipts.Use(item_id=debit, minor=minor)
            assert self._try(lambda: receipts.allocate(self.desk.uow(), credit, [use], on))
            assert self._open_now() == before

    @precondition(lambda self: self.debits + self.credits)
    @rule(data=st.data(), on=DAYS)
    def void(self, data, on):
        document = data.draw(st.sampled_from(self.debits + self.credits))
        self._try(lambda: posting.void(self.desk.uow(), document, on, "wrong"))

    @precondition(lambda self: self.debits + self.credits)
    @rule(data=st.data(), on=DAYS)
    def write_off(self, data, on):
        document = data.draw(st.sampled_from(self.debits + self.credits))
        self._try(lambda: self.desk.write_off(document, on))

    def _try(self, act):
        """Do what may be refused; what is refused changes nothing."""
        before = self.desk.facts()
        try:
            act()
        except DomainError:
            assert self.desk.facts() == before
            return False
        self._learn()
        return True

    def _learn(self):
        """Take over the new rows of items and allocations, never their caches."""
        with self.desk.book.reading.connect() as connection:
            for row in connection.exec_driver_sql(
                "SELECT id, customer_id, kind, issued_on, due_on, amount_minor FROM item"
            ):
                self.plain.items[row[0]] = {
                    "customer": row[1], "kind": row[2], "issued_on": date.fromisoformat(row[3]),
                    "due_on": date.fromisoformat(row[4]) if row[4] else None, "amount": row[5],
                }  # fmt: skip
            takings, self.allocations, undone = [], [], set()
            for row in connection.exec_driver_sql(
                "SELECT id, debit_item_id, credit_item_id, debit_minor, credit_minor,"
                " allocated_on, reverses_id FROM allocation ORDER BY id DESC"
            ):
                on = date.fromisoformat(row[5])
                takings += [Fact(row[1], on, row[3]), Fact(row[2], on, -row[4])]
                undone.add(row[6])
                if row[6] is None and row[0] not in undone:
                    self.allocations.append((row[0], row[1], row[2], row[3]))
            self.plain.takings = takings

    def _open_now(self):
        return self.plain.open(date.max)

    # -- what must hold on any day

    @invariant()
    def the_check_finds_nothing(self):
        if hasattr(self, "desk"):
            assert self.desk.check() == []

    @precondition(lambda self: hasattr(self, "desk"))
    @rule(on=DAYS | st.just(date(2027, 1, 1)), customer=st.none() | st.integers(0, 1))
    def any_day_is_as_recomputed(self, on, customer):
        wanted = None if customer is None else self.customers[customer]
        rows = self.desk.book.reader.ageing(on, customer_id=wanted)
        left = {key: minor for key, minor in self.plain.open(on).items() if minor}
        self._compare_ageing(rows, left, on, wanted)
        found = self.desk.book.reader.open_items(on, customer_id=wanted)
        mine = {k: m for k, m in left.items() if wanted in (None, self._of(k)["customer"])}
        assert {row.id: row.open for row in found} == mine

    def _of(self, item):
        return self.plain.items[item]

    def _compare_ageing(self, rows, left, on, wanted):
        balances, buckets = self.plain.balances(on), Buckets()
        codes = {customer: f"C{n}" for n, customer in enumerate(self.customers, start=1)}
        seen = set()
        for row in rows:
            customer = next(key for key, code in codes.items() if code == row.code)
            seen.add(customer)
            sums, unapplied = [0] * len(buckets.keys), 0
            for item, minor in left.items():
                known = self._of(item)
                if known["customer"] != customer:
                    continue
                if known["amount"] < 0:
                    unapplied -= minor
                    continue
                due = known["due_on"]
                sums[buckets.index(None if due is None else (on - due).days)] += minor
            assert list(row.buckets) == sums
            assert row.unapplied == unapplied
            assert row.balance == balances[customer] == sum(sums) - unapplied
        for customer in set(codes) - seen:
            assert wanted not in (None, customer) or balances[customer] == 0

    @precondition(lambda self: hasattr(self, "desk"))
    @rule(on=DAYS, days=st.integers(0, 60), style=st.sampled_from(["activity", "detailed"]))
    def statements_lead_from_balance_to_balance(self, on, days, style):
        start, reader = on - timedelta(days=days), self.desk.book.reader
        values = statement_values(
            reader, self.customers, to_on=on, issued_on=on, from_on=start, style=style
        )
        told = {value.customer.code: value for value in values}
        for n, customer in enumerate(self.customers, start=1):
            closing = self.plain.balances(on)[customer]
            value = told.get(f"C{n}")
            if value is None:
                assert closing == 0
                continue
            assert value.opening == self.plain.balances(start - timedelta(days=1))[customer]
            moved = value.debits - value.receipts - value.credits
            assert value.opening + moved == value.closing == closing
            assert sum(value.ageing.amounts) - value.unapplied == closing
            running = [line.balance for line in value.lines if line.debit or line.credit]
            assert not running or running[-1] == closing


TestLedger = Ledger.TestCase
TestLedger.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
