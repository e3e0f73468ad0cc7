"""The sample's signed papers, deliveries, a hand-over and cases before the courts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Final

from domain.evidence.proof import Proof, scan_note
from domain.legal_event import Channel
from domain.listing import CustomerRow, ItemRow, ListFilter, Order
from domain.ports import Book
from domain.record import Attachment
from domain.recovery.court_case import CaseStep, CourtCase, Route, Step
from domain.recovery.hand_over import HandOver, HandOverStep, Happened, Party
from domain.sample import days
from domain.sample.dice import Dice
from domain.services.legal import Delivery, record_delivery
from domain.services.records import File, attach_all
from domain.services.recovery import (
    keep_case,
    keep_case_step,
    keep_hand_over,
    keep_hand_over_step,
)

#: Ranks by overdue: whose invoices have their papers, whose letters arrived, who is where.
_PROVED: Final = 6
_DELIVERED: Final = (0, 1)
_AGENCY: Final = 7
_COURT: Final = "苏州市示例区人民法院"
#: Cases: rank, way, steps as (step, days ago, day it sets in days from then).
_CASES: Final = (
    (
        8,
        Route.PAYMENT_ORDER,
        ((Step.ORDER_APPLIED, 14, None), (Step.ORDER_ACCEPTED, 10, None)),
    ),
    (9, Route.PRESERVATION, ((Step.PRESERVATION_APPLIED, 16, None), (Step.PRESERVED, 13, None))),
    (
        10,
        Route.LAWSUIT,
        ((Step.FILED, 44, None), (Step.COST, 43, None), (Step.HEARING, 6, 24)),
    ),
    (
        11,
        Route.BANKRUPTCY,
        ((Step.BANKRUPTCY_ACCEPTED, 21, None), (Step.CLAIM_PERIOD, 18, 60)),
    ),
)


def add_recovery(book: Book, user: str, as_of: date) -> None:
    """Add what proves the claims on some customers, and what others do to recover them."""
    rows = _overdue(book, as_of)
    dice = Dice(f"recovery {as_of}")
    for rank, row in enumerate(rows[:_PROVED]):
        _papers(book, user, row, as_of, dice, whole=rank == 0)
    for rank in _DELIVERED:
        if rank < len(rows):
            _arrived(book, user, rows[rank], as_of)
    if len(rows) > _AGENCY:
        _handed_over(book, user, rows[_AGENCY], as_of)
    for rank, route, steps in _CASES:
        if rank < len(rows):
            _case(book, user, rows[rank], (route, steps), as_of)


def _overdue(book: Book, as_of: date) -> list[CustomerRow]:
    where = ListFilter(as_of=as_of, state="overdue")
    ids = book.reader.customers.ids(where, Order("overdue", descending=True))
    rows = book.reader.customers.rows(ids, where)
    home = book.reader.base_currency()
    return [rows[key] for key in ids if rows[key].currency == home]


def _debts(book: Book, row: CustomerRow, as_of: date) -> list[ItemRow]:
    items = book.reader.open_items(as_of, customer_id=row.id, currency=row.currency)
    return [one for one in items if one.open > 0 and (one.days_overdue or 0) > 0]


def _file(row: CustomerRow, subject: str, proof: Proof, named: tuple[str, str], on: date) -> File:
    """Return a made-up scan: a page that says what it stands for."""
    name, words = named
    entry = Attachment(
        name=name,
        customer_id=row.id,
        subject=subject,
        media_type="application/pdf",
        note=scan_note(proof),
        dated_on=on,
    )
    return entry, page(f"SAMPLE  {words}")


def _papers(
    book: Book, user: str, row: CustomerRow, as_of: date, dice: Dice, *, whole: bool
) -> None:
    """Keep signed delivery notes and more with the invoices; a few have none."""
    files: list[File] = []
    for one in _debts(book, row, as_of):
        subject, number = f"invoice/{one.id}", one.number
        if whole or dice.chance(700):
            named = (f"送货单 {number}.pdf", f"delivery note of {number}, signed")
            files.append(_file(row, subject, Proof.DELIVERY, named, one.issued_on))
        if whole or dice.chance(350):
            named = (f"验收单 {number}.pdf", f"acceptance of {number}, signed")
            files.append(_file(row, subject, Proof.ACCEPTANCE, named, one.issued_on))
        if whole:
            named = (f"发票 {number}.pdf", f"copy of invoice {number}")
            files.append(_file(row, subject, Proof.INVOICE, named, one.issued_on))
    if whole:
        named = ("年度供货合同.pdf", f"framework contract with {row.code}")
        signed = days.on_or_before(as_of - timedelta(days=700))
        files.append(_file(row, "", Proof.CONTRACT, named, signed))
    if files:
        attach_all(book.unit_of_work(user), files)


def _arrived(book: Book, user: str, row: CustomerRow, as_of: date) -> None:
    """Let the last letter to a customer arrive by EMS, with the proof of it."""
    letters = book.reader.papers(kind="dunning_letter", customer_id=row.id)
    sent = [one for one in letters if one.dated_on <= as_of - timedelta(days=4)]
    if not sent:
        return
    last = max(sent, key=lambda one: (one.dated_on, one.id))
    content = page(f"SAMPLE  EMS proof of delivery, letter to {row.code}")
    delivery = Delivery(
        channel=Channel.EMS,
        sent_on=last.dated_on,
        number=f"EX{row.id:09d}CS",
        arrived_on=last.dated_on + timedelta(days=3),
        signed_by="收发室",
        file="EMS 签收截图.pdf",
        sha256=sha256(content).hexdigest(),
        content=content,
    )
    record_delivery(book.unit_of_work(user), last.id, delivery, as_of)


def _handed_over(book: Book, user: str, row: CustomerRow, as_of: date) -> None:
    debts = _debts(book, row, as_of)
    if not debts:
        return
    on = days.on_or_before(as_of - timedelta(days=35))
    value = HandOver(
        party=Party.AGENCY,
        name="示例信用管理有限公司",
        amount=sum(one.open for one in debts),
        currency=row.currency,
        contact="陈经理",
        fee_percent=Decimal(15),
        terms="不成功不收费，不得代收款项",
    )
    ids = [one.id for one in debts]
    kept = keep_hand_over(
        book.unit_of_work(user), value, customer_id=row.id, dated_on=on, item_ids=ids
    )
    for ago, what, part, note in (
        (20, Happened.NEWS, 0, "已上门一次，财务负责人承诺月底安排"),
        (6, Happened.RECOVERED, 5, "直接汇入本公司账户"),
    ):
        step = HandOverStep(what=what, amount=value.amount // part if part else None, note=note)
        keep_hand_over_step(
            book.unit_of_work(user),
            step,
            hand_over_id=kept.value,
            dated_on=as_of - timedelta(days=ago),
            customer_id=row.id,
        )


def _case(
    book: Book,
    user: str,
    row: CustomerRow,
    case: tuple[Route, Sequence[tuple[Step, int, int | None]]],
    as_of: date,
) -> None:
    route, steps = case
    debts = _debts(book, row, as_of)
    if not debts:
        return
    begun = as_of - timedelta(days=max(ago for _step, ago, _ahead in steps))
    value = CourtCase(
        route=route,
        court=_COURT,
        claim=sum(one.open for one in debts),
        currency=row.currency,
        number=f"（{begun.year}）苏示 {row.id:04d} 号",
        lawyer="示例律师事务所",
    )
    kept = keep_case(
        book.unit_of_work(user),
        value,
        customer_id=row.id,
        dated_on=begun,
        item_ids=[one.id for one in debts],
    )
    for step, ago, ahead in steps:
        on = as_of - timedelta(days=ago)
        made = CaseStep(
            step=step,
            due_on=None if ahead is None else on + timedelta(days=ahead),
            amount=285_000 if step is Step.COST else None,
        )
        keep_case_step(book.unit_of_work(user), made, case_id=kept.value, dated_on=on, today=as_of)


def page(words: str) -> bytes:
    """Return a PDF of one page with a line of Latin letters: it stands for a scan."""
    text = words.encode("ascii", "replace").replace(b"(", b"[").replace(b")", b"]")
    drawn = b"BT /F 15 Tf 70 760 Td (" + text + b") Tj ET 60 700 475 90 re S"
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(parts) + 1,
        table,
    )
    return bytes(out)
