"""Records and attachments: kept as said, replaced when wrong, taken back, never lost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

import pytest
from sqlalchemy.exc import IntegrityError

from domain.errors import AlreadyReversed, AttachmentTooLarge, BadPeriod, MissingField, NotFound
from domain.record import Attachment
from domain.services import records
from storage.integrity import check

MAY = date(2026, 5, 1)
JUNE = date(2026, 6, 1)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    KIND: ClassVar[str] = "test_visit"

    note: str
    colour: Colour = Colour.RED
    parts: tuple[Part, ...] = ()
    pair: tuple[str, int] = ("", 0)
    seen_on: date | None = None
    scores: dict[str, Decimal] | None = None


def _keep(desk, value, **more):
    more.setdefault("customer_id", desk.first)
    more.setdefault("dated_on", MAY)
    return records.keep_record(desk.uow(), value, **more).value


def test_a_value_of_any_shape_comes_back_as_it_was(desk):
    value = Visit(
        note="三台机器停着",
        colour=Colour.BLUE,
        parts=(Part(name="a", share=Decimal("0.25")),),
        pair=("x", 3),
        seen_on=JUNE,
        scores={"k": Decimal("1.50")},
    )
    record_id = _keep(desk, value, ends_on=JUNE)
    found = desk.book.reader.record(Visit, record_id)
    assert found.value == value
    assert (found.dated_on, found.ends_on, found.user) == (MAY, JUNE, "tester")
    assert found.holds_on(MAY)
    assert found.holds_on(JUNE)
    assert not found.holds_on(date(2026, 6, 2))


def test_a_replaced_record_no_longer_stands_and_is_not_lost(desk):
    first = _keep(desk, Visit(note="wrong"))
    second = _keep(desk, Visit(note="right"), replaces_id=first)
    assert [one.value.note for one in desk.book.reader.records(Visit)] == ["right"]
    assert desk.book.reader.record(Visit, first).value.note == "wrong"
    assert not desk.book.reader.record_stands(first)
    with pytest.raises(AlreadyReversed):
        _keep(desk, Visit(note="late"), replaces_id=first)
    told = desk.book.reader.history(entity="test_visit", entity_id=second)
    assert "wrong" in told[0].before
    assert "right" in told[0].after


def test_a_record_taken_back_stands_no_longer_and_once_is_enough(desk):
    kept = _keep(desk, Visit(note="not ours"))
    records.take_back_record(desk.uow(), Visit, kept, JUNE)
    assert desk.book.reader.records(Visit) == []
    with pytest.raises(AlreadyReversed):
        records.take_back_record(desk.uow(), Visit, kept, JUNE)
    with pytest.raises(NotFound):
        records.take_back_record(desk.uow(), Visit, 99, JUNE)


def test_records_are_found_by_customer_day_item_and_firm(desk):
    other = desk.customer("C2")
    invoice = desk.invoice("100.00", "2026-01-05")
    item = desk.book.reader.open_items(MAY, customer_id=desk.first)[0]
    assert item.document_id == invoice
    _keep(desk, Visit(note="may"))
    _keep(desk, Visit(note="june"), dated_on=JUNE, item_ids=[item.id])
    _keep(desk, Visit(note="other"), customer_id=other)
    _keep(desk, Visit(note="firm"), customer_id=None)
    reader = desk.book.reader

    def notes(**where):
        return [one.value.note for one in reader.records(Visit, **where)]

    assert notes(customer_id=desk.first) == ["may", "june"]
    assert notes(customer_id=desk.first, up_to=MAY) == ["may"]
    assert notes(item_id=item.id) == ["june"]
    assert notes(firm=True) == ["firm"]
    assert len(notes()) == 4
    assert reader.records(Visit, item_id=item.id)[0].item_ids == (item.id,)


def test_rows_of_records_are_facts(desk):
    _keep(desk, Visit(note="x"))
    with desk.book.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql("UPDATE record SET value = '{}'")


def test_an_attachment_is_kept_with_its_hash_and_equal_contents_once(desk):
    entry = Attachment(name="合同.pdf", customer_id=desk.first, dated_on=MAY, source="客户")
    first = records.attach(desk.uow(), entry, b"scan").value
    second = records.attach(desk.uow(), entry, b"scan").value
    reader = desk.book.reader
    row = reader.attachments(customer_id=desk.first)[0]
    assert row.attachment.size == 4
    assert row.attachment.sha256.startswith("59ad1b2f")
    assert reader.attachment_content(second) == b"scan"
    with desk.book.reading.connect() as connection:
        kept = connection.exec_driver_sql("SELECT COUNT(*) FROM attachment_content").scalar()
    assert kept == 1
    records.detach(desk.uow(), first, JUNE)
    assert [one.id for one in reader.attachments()] == [second]
    assert reader.attachment_content(first) == b"scan"
    with pytest.raises(AlreadyReversed):
        records.detach(desk.uow(), first, JUNE)
    with pytest.raises(MissingField):
        records.attach(desk.uow(), entry, b"")
    assert check(desk.book) == []


def _scan(name="合同.pdf"):
    return Attachment(name=name, customer_id=None, dated_on=MAY)


def test_files_are_kept_with_a_record_and_follow_the_one_that_replaces_it(desk):
    first = _keep(desk, Visit(note="wrong"), files=[(_scan(), b"scan"), (_scan("图.png"), b"x")])
    second = _keep(desk, Visit(note="right"), replaces_id=first)
    reader = desk.book.reader
    assert reader.attachments(subject=f"record/{first}") == []
    rows = reader.attachments(subject=f"record/{second}")
    assert [one.attachment.name for one in rows] == ["合同.pdf", "图.png"]
    assert check(desk.book) == []


def test_a_record_taken_back_is_kept_again_with_its_files(desk):
    first = _keep(desk, Visit(note="x"), ends_on=JUNE, files=[(_scan(), b"scan")])
    records.take_back_record(desk.uow(), Visit, first, JUNE)
    again = records.keep_again(desk.uow(), Visit, first).value
    found = desk.book.reader.record(Visit, again)
    assert (found.value, found.ends_on) == (Visit(note="x"), JUNE)
    assert len(desk.book.reader.attachments(subject=f"record/{again}")) == 1


def test_a_period_ends_after_it_begins(desk):
    before = desk.facts()
    with pytest.raises(BadPeriod):
        _keep(desk, Visit(note="x"), dated_on=JUNE, ends_on=MAY)
    assert desk.facts() == before


def test_a_file_too_large_keeps_nothing_of_the_record(desk):
    before = desk.facts()
    with pytest.raises(AttachmentTooLarge) as refused:
        _keep(desk, Visit(note="x"), files=[(_scan(), bytes(records.MAX_SIZE + 1))])
    assert refused.value.facts == {"name": "合同.pdf", "size": 51, "limit": 50}
    assert desk.facts() == before


def test_several_files_are_attached_in_one_act_or_not_at_all(desk):
    scan = Attachment(name="a.pdf", customer_id=desk.first, dated_on=MAY)
    empty = Attachment(name="b.pdf", customer_id=desk.first, dated_on=MAY)
    before = desk.facts()
    with pytest.raises(MissingField):
        records.attach_all(desk.uow(), [(scan, b"x"), (empty, b"")])
    assert desk.facts() == before
    result = records.attach_all(desk.uow(), [(scan, b"x"), (empty, b"y")])
    assert len(result.value) == 2
    assert len(desk.book.reader.attachments(customer_id=desk.first)) == 2


def test_a_detached_file_comes_back_whole(desk):
    scan = Attachment(name="a.pdf", customer_id=desk.first, dated_on=MAY, source="客户")
    kept = records.attach(desk.uow(), scan, b"scan").value
    (row,) = desk.book.reader.attachments()
    records.detach(desk.uow(), kept, JUNE)
    again = records.attach_again(desk.uow(), row).value
    (back,) = desk.book.reader.attachments()
    assert back.id == again
    assert back.attachment == row.attachment
    assert desk.book.reader.attachment_content(again) == b"scan"
