"""Scans stand in the book beside what they prove, and go on with what takes its place."""

import hashlib
from datetime import date

import pytest

from domain.errors import AttachmentTooLarge
from domain.legal_event import Channel, EventKind, LegalEvent
from domain.services import legal, papers, records
from domain.services.legal import Delivery, Reply
from domain.services.statements import Slip, answer_statement
from domain.statement_reply import Answer, Cause, Difference
from storage.integrity import check
from tests.desk import day, printed

TODAY = date(2026, 6, 30)
SCAN = b"%PDF-1.7 signed"
HASH = hashlib.sha256(SCAN).hexdigest()


def _statement(desk):
    desk.invoice("1000.00", "2026-05-01", due="2026-05-31", number="INV-1")
    values = papers.statement_values(
        desk.book.reader, [desk.first], to_on=day("2026-05-31"), issued_on=day("2026-06-01")
    )
    issued = papers.issue(desk.uow(), "statement", values, [desk.first], printed)
    return issued.value[0].id


def _kept(desk, subject):
    return [
        (row.attachment.name, desk.book.reader.attachment_content(row.id))
        for row in desk.book.reader.attachments(subject=subject)
    ]


def test_an_event_keeps_its_scan_in_the_same_transaction(desk):
    invoice = desk.invoice("1000.00", "2026-05-01", due="2026-05-31", number="INV-1")
    event = LegalEvent(
        kind=EventKind.PROMISE_WRITTEN,
        customer_id=desk.first,
        happened_on=day("2026-06-05"),
        item_ids=(desk.item(invoice),),
        file="承诺书.pdf",
        sha256=HASH,
    )
    done = legal.record_event(desk.uow(), event, TODAY, content=SCAN)
    assert _kept(desk, f"legal_event/{done.value}") == [("承诺书.pdf", SCAN)]
    (row,) = desk.book.reader.attachments(subject=f"legal_event/{done.value}")
    assert (row.attachment.sha256, row.attachment.customer_id) == (HASH, desk.first)
    told = [one.entity for one in desk.book.reader.changes_of(done.operation_id)]
    assert "attachment" in told
    assert check(desk.book) == []


def test_a_delivery_told_again_takes_its_scan_along(desk):
    paper = _statement(desk)
    sent = Delivery(
        channel=Channel.EMS,
        sent_on=day("2026-06-02"),
        number="E1",
        file="ems.jpg",
        sha256=HASH,
        content=SCAN,
    )
    first = legal.record_delivery(desk.uow(), paper, sent, TODAY).value
    arrived = Delivery(
        channel=Channel.EMS,
        sent_on=day("2026-06-02"),
        number="E1",
        arrived_on=day("2026-06-04"),
        file="ems.jpg",
        sha256=HASH,
    )
    second = legal.record_delivery(desk.uow(), paper, arrived, TODAY).value
    assert _kept(desk, f"legal_event/{second}") == [("ems.jpg", SCAN)]
    assert _kept(desk, f"legal_event/{first}") == []


def test_a_reply_slip_keeps_its_scan_whatever_it_answers(desk):
    paper = _statement(desk)
    reply = Reply(
        signed_on=day("2026-06-10"), signed_by="李", file="slip.pdf", sha256=HASH, content=SCAN
    )
    event = legal.record_reply(desk.uow(), paper, reply, TODAY).value
    assert _kept(desk, f"legal_event/{event}") == [("slip.pdf", SCAN)]
    slip = Slip(
        came_on=day("2026-06-11"),
        answer=Answer.DIFFERS,
        differences=(
            Difference(
                paper_id=paper,
                number="INV-1",
                ours=100000,
                theirs=0,
                cause=Cause.OTHER,
                currency="CNY",
            ),
        ),
        file="slip.pdf",
        sha256=HASH,
        content=SCAN,
    )
    answer_statement(desk.uow(), paper, slip, TODAY)
    names = [row.attachment.name for row in desk.book.reader.attachments(customer_id=desk.first)]
    assert "slip.pdf" in names


def test_a_scan_too_large_is_refused_before_anything_is_kept(desk, monkeypatch):
    monkeypatch.setattr(records, "MAX_SIZE", 4)
    event = LegalEvent(
        kind=EventKind.LAWSUIT, customer_id=desk.first, happened_on=day("2026-06-05"), file="x.pdf"
    )
    with pytest.raises(AttachmentTooLarge):
        legal.record_event(desk.uow(), event, TODAY, content=SCAN)
    assert desk.book.reader.legal_events(customer_id=desk.first) == []
