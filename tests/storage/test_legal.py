"""What the book keeps in law, and the clock's facts against a plain replay of the book."""

import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date, timedelta

import pytest

from domain.document import Kind
from domain.errors import DomainError, NotFound
from domain.legal_event import Channel, EventKind, LegalEvent
from domain.limitation import clock
from domain.services import legal
from storage.integrity import check
from tests.desk import day

TODAY = day("2026-06-30")
FULL = {
    "happened_on": day("2026-01-05"),
    "arrived_on": day("2026-01-08"),
    "channel": Channel.EMS,
    "number": "EA1",
    "signed_by": "收发室",
    "note": "两份",
    "file": "回执.pdf",
    "sha256": "ab" * 32,
}


def _keep(desk, *documents, **told):
    event = LegalEvent(
        **{"kind": EventKind.LETTER_DELIVERED, "customer_id": desk.first} | FULL | told,
        item_ids=tuple(desk.item(one) for one in documents),
    )
    return event, legal.record_event(desk.uow(), event, TODAY).value


def test_an_event_is_kept_as_it_was_told(desk):
    one = desk.invoice("10.00", "2023-10-20", due="2023-11-20", number="A")
    two = desk.invoice("10.00", "2023-10-20", terms="50%@30+50%@60", number="B")
    told, event_id = _keep(desk, one, two)
    (row,) = desk.book.reader.legal_events()
    assert row.id == event_id
    kept = {name: getattr(row.event, name) for name in told.__slots__ if name != "strength"}
    assert kept == {name: getattr(told, name) for name in told.__slots__ if name != "strength"}
    assert (row.event.strength, row.labels, row.user) == ("strong", ("A", "B (1/2)"), "tester")
    assert desk.book.reader.legal_events(customer_id=99) == []
    with desk.uow() as uow, pytest.raises(NotFound):
        uow.legal_event(99)
    assert check(desk.book) == []


@pytest.mark.parametrize(
    "act, table",
    [
        ("DELETE FROM {}", "legal_event"),
        ("UPDATE {} SET strength = 'strong'", "legal_event"),
        ("DELETE FROM {}", "legal_event_item"),
        ("UPDATE {} SET item_id = 9", "legal_event_item"),
    ],
)
def test_events_are_neither_changed_nor_deleted(desk, table, act):
    _keep(desk, desk.invoice("10.00", "2023-10-20", due="2023-11-20"))
    before = desk.facts()
    assert before[table]
    with (
        closing(sqlite3.connect(desk.book.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="are facts"),
    ):
        connection.execute(act.format(table))
    assert desk.facts() == before


@pytest.mark.parametrize(
    "wrong",
    [
        "kind = 'poster'",
        "strength = 'iron'",
        "channel = 'pigeon'",
        "arrived_on = '2026-01-01'",
        "returned_on = '2026-01-09'",
        "reverses_id = 1",
    ],
)
def test_the_tables_refuse_what_cannot_be(desk, wrong):
    _keep(desk, desk.invoice("10.00", "2023-10-20", due="2023-11-20"))
    column = wrong.split(" =")[0]
    with closing(sqlite3.connect(desk.book.path)) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(legal_event)")]
        kept = ", ".join(
            wrong.split("= ")[1] if name == column else name for name in names if name != "id"
        )
        into = ", ".join(name for name in names if name != "id")
        sql = f"INSERT INTO legal_event ({into}) SELECT {kept} FROM legal_event"
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            connection.execute(sql)


class Played:
    """Three years of a book played at random, with all that happens to debts."""

    def __init__(self, desk, seed):
        self.desk, self.chance = desk, random.Random(seed)  # noqa: S311
        self.customers = [desk.first, desk.customer("C2")]
        self.invoices, self.receipts, self.events = [], [], []
        on = date(2023, 1, 5)
        acts = (self.invoice, self.receive, self.receive, self.undo, self.credit, self.tell)
        for _ in range(120):
            on += timedelta(days=self.chance.choice((1, 5, 9, 20)))
            try:
                self.chance.choice(acts)(min(on, TODAY))
            except (DomainError, AssertionError, IndexError):
                continue

    def invoice(self, on):
        terms = self.chance.choice(("NET30", "", "30%@0+70%@45"))
        customer = self.chance.choice(self.customers)
        made = self.desk.invoice("100.00", on, customer=customer, terms=terms)
        self.invoices.append((made, customer))

    def receive(self, on):
        invoice, customer = self.chance.choice(self.invoices)
        item = self.chance.choice(self.desk.items(invoice))
        part = self.desk.items(invoice).index(item) + 1
        use = self.desk.use(invoice, self.chance.choice(("1.00", "20.00")), part=part)
        made = self.desk.receipt("30.00", on, customer=customer, uses=[use])
        self.receipts.append(made)

    def undo(self, on):
        self.desk.undo(on, credit=self.chance.choice(self.receipts))

    def credit(self, on):
        invoice, customer = self.chance.choice(self.invoices)
        note = self.desk.post(Kind.CREDIT_NOTE, "5.00", on, customer=customer)
        self.desk.allocate(note, {invoice: "5.00"}, on)

    def tell(self, on):
        invoice, customer = self.chance.choice(self.invoices)
        whole = self.chance.random() < 0.3
        told = LegalEvent(
            kind=self.chance.choice((EventKind.PROMISE_WRITTEN, EventKind.EXTENSION_REQUEST)),
            customer_id=customer,
            happened_on=on,
            signed_by=self.chance.choice(("", "李总")),
            item_ids=() if whole else (self.chance.choice(self.desk.items(invoice)),),
        )
        event_id = legal.record_event(self.desk.uow(), told, TODAY).value
        if self.chance.random() < 0.2:
            legal.take_back(self.desk.uow(), event_id, on)
        else:
            self.events.append(told)


def _naive(played, on):
    """Return {item: last safe day} by reading documents and allocations one by one."""
    desk, reader, found = played.desk, played.desk.book.reader, {}
    for invoice, customer in played.invoices:
        detail = reader.invoice_detail(invoice, on)
        paid = [
            row
            for row in detail.allocations
            if row.credit_kind == "receipt"
            and row.allocated_on <= on
            and (row.reversed_on is None or row.reversed_on > on)
        ]
        days = [desk.book.reader.item(row.credit_item_id, on).issued_on for row in paid]
        items = {row.id for row in detail.items}
        days += [
            told.happened_on
            for told in played.events
            if told.customer_id == customer
            and told.signed_by
            and told.happened_on <= on
            and _concerns(told, items, detail.row.issued_on)
        ]
        due = [row.due_on for row in detail.items if row.due_on]
        last = _three(max(due) if due else detail.row.issued_on)
        for one in sorted(days):
            last = max(last, _three(one)) if one <= last else last
        for row in detail.items:
            if row.issued_on <= on and row.open > 0:
                found[row.id] = last
    return found


def _concerns(told, items, issued_on):
    return told.item_ids[0] in items if told.item_ids else told.happened_on >= issued_on


def _three(on):
    return date(on.year + 3, on.month, 28 if (on.month, on.day) == (2, 29) else on.day)


@pytest.mark.parametrize("seed", range(4))
def test_the_clock_is_that_of_a_plain_replay_on_any_day(desk, seed):
    played = Played(desk, seed)
    kinds = defaultdict(int)
    for on in ("2023-06-01", "2024-02-29", "2025-01-15", "2026-06-30", "2030-01-01"):
        debts = desk.book.reader.limited_debts(day(on))
        found = {one.item_id: clock(one, day(on)).conservative.on for one in debts}
        assert found == _naive(played, day(on))
        for debt in debts:
            for event in debt.events:
                kinds[event.kind] += 1
    assert kinds[EventKind.PART_PAYMENT]
    assert kinds[EventKind.PROMISE_WRITTEN]
    one, customer = played.invoices[-1]
    narrow = desk.book.reader.limited_debts(TODAY, customer_id=customer, document_id=one)
    every = {debt.item_id: debt for debt in desk.book.reader.limited_debts(TODAY)}
    assert [every[debt.item_id] for debt in narrow] == narrow
    assert check(desk.book) == []
