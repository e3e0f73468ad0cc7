"""Dunning through any course of events: never twice, never skipping, never when covered."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.dunning import SentLevel, propose
from domain.dunning_holds import Hold
from domain.dunning_procedure import Level, Procedure
from domain.listing import ItemRow

START = date(2026, 1, 1)
AMOUNTS = st.integers(1, 5_000)


def _row(key, due, amount):
    return ItemRow(
        id=key, document_id=key, kind="invoice", number=f"N{key}", seq=1, parts=1, customer_id=1,
        customer_code="C1", customer_name="甲", currency="CNY", issued_on=START, due_on=due,
        amount=amount, open=amount, days_overdue=None, status="open",
    )  # fmt: skip


class Chasing(RuleBasedStateMachine):
    """One customer: invoices, payments, advances, disputes, holds, and runs on rising days."""

    @initialize(
        days=st.lists(st.integers(-20, 60), min_size=1, max_size=5, unique=True),
        interval=st.integers(0, 10),
        minimum=st.integers(0, 300),
    )
    def begin(self, days, interval, minimum):
        days = sorted(days)
        early = sum(1 for one in days if one < 0)
        levels = tuple(Level(n - early + 1, one) for n, one in enumerate(days))
        self.procedure = Procedure(
            code="t", levels=levels, interval_days=interval, minimum_minor=minimum
        )
        self.today = START
        self.rows = {}
        self.credit = 0
        self.pending = 0
        self.holds = []
        self.sent = []
        self.runs = []

    @rule(late=st.integers(-30, 100), amount=AMOUNTS)
    def invoice(self, late, amount):
        key = len(self.rows) + 1
        self.rows[key] = _row(key, self.today - timedelta(days=late), amount)

    @rule(days=st.integers(1, 40))
    def wait(self, days):
        self.today += timedelta(days=days)

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), part=AMOUNTS)
    def pay(self, data, part):
        key = data.draw(st.sampled_from(sorted(self.rows)))
        row = self.rows[key]
        self.rows[key] = replace(row, open=max(row.open - part, 0))

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), part=st.integers(0, 5_000))
    def dispute(self, data, part):
        key = data.draw(st.sampled_from(sorted(self.rows)))
        row = self.rows[key]
        self.rows[key] = replace(row, disputed=min(part, row.open))

    @rule(minor=st.integers(0, 8_000))
    def advance(self, minor):
        self.credit = minor

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), days=st.integers(0, 30), higher=st.booleans())
    def hold(self, data, days, higher):
        key = data.draw(st.sampled_from(sorted(self.rows)))
        until = self.today + timedelta(days=days)
        self.holds.append(Hold(why="promise", item_id=key, until=until, resumes_higher=higher))

    @rule()
    def run(self):
        rows = [
            replace(row, days_overdue=(self.today - row.due_on).days)
            for row in self.rows.values()
            if row.open
        ]
        if self.credit:
            free = _row(0, None, -self.credit)
            rows.append(replace(free, kind="receipt", due_on=None))
        highest = {}
        for one in self.sent:
            if one.item_id not in highest or highest[one.item_id].level < one.level:
                highest[one.item_id] = one
        proposal = propose(
            rows, list(highest.values()), self.procedure, self.today, holds=self.holds
        )
        for letter in proposal.letters:
            self._send(letter, highest)

    def _send(self, letter, highest):
        held = {one.item_id for one in self.holds if one.holds_on(self.today)}
        last = max((one.sent_on for one in self.sent), default=None)
        assert last is None or (self.today - last).days >= self.procedure.interval_days
        assert letter.principal > letter.unapplied, "chased though covered"
        assert letter.principal - letter.unapplied >= self.procedure.minimum_minor
        assert letter.principal == sum(item.claim for item in letter.items)
        assert any(item.raised for item in letter.items)
        for item in letter.items:
            assert item.row.id not in held
            assert item.claim > 0
            late = (item.row.days_overdue or 0) > 0
            assert late == (item.level > 0)
            if item.raised:
                self._raise(item, highest.get(item.row.id))

    def _raise(self, item, before):
        sent = before.level if before else None
        demands = [level.level for level in self.procedure.levels if level.level > 0]
        if item.level > 0:
            following = [level for level in demands if level > max(sent or 0, 0)]
            assert item.level == following[0], "a level was left out"
        level = SentLevel(
            item_id=item.row.id,
            customer_id=1,
            currency="CNY",
            level=item.level,
            sent_on=self.today,
            paper_number="DL",
        )
        assert (level.item_id, level.level) not in {(s.item_id, s.level) for s in self.sent}
        self.sent.append(level)

    @invariant()
    def levels_rise(self):
        by_item = {}
        for one in self.sent:
            assert one.level > by_item.get(one.item_id, -99)
            by_item[one.item_id] = one.level


TestChasing = Chasing.TestCase
TestChasing.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
