"""Each rule of the check is broken on purpose and must be named; a sound book has no findings."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from domain.errors import BookDamaged
from domain.record import Attachment
from domain.services.records import attach
from storage.book import open_book
from storage.integrity import CHECKS, NAMED, check, rebuild_caches


@pytest.fixture
def story(desk):
    """A book with every kind of fact: paid, part paid, undone, voided, discounted, dunned."""
    desk.rate("EUR", "2026-01-01", "8")
    desk.levels(5)
    first = desk.invoice("100.00", "2026-01-05", number="A1", terms="30%@0+70%@60")
    second = desk.invoice("60.00", "2026-01-06", number="A2", due="2026-02-06", currency="EUR")
    third = desk.invoice("118.00", "2026-01-07", number="A3", terms="2/10 NET30", tax=1800)
    paid = desk.receipt("90.00", "2026-01-20", number="R1")
    euro = desk.receipt("60.00", "2026-01-21", number="R2", currency="EUR", rate="7.9")
    desk.allocate(paid, {first: "30.00"}, "2026-01-20")
    desk.allocate(euro, {second: "60.00"}, "2026-01-21")
    desk.undo("2026-01-25", debit=second)
    desk.allocate(euro, {second: "59.00"}, "2026-01-26")
    desk.receipt(
        "115.64", "2026-01-10", number="R3", uses=[desk.use(third, "115.64", discount="2.36")]
    )
    wrong = desk.credit_note("5.00", "2026-01-08", number="C1")
    desk.void(wrong, "2026-01-09")
    desk.dun("2026-04-01", release=True)
    scan = Attachment(name="a.pdf", customer_id=desk.first, dated_on=date(2026, 1, 5))
    attach(desk.uow(), scan, b"scan")
    return desk


def _harm(desk, *statements):
    """Change the book behind the program's back, triggers down for the moment."""
    path = desk.book.path
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def test_a_sound_book_has_no_findings(story):
    assert check(story.book) == []


def test_an_empty_book_has_no_findings(desk):
    assert desk.check() == []


A1 = "(SELECT id FROM document WHERE number = 'A1')"
_ITEM_A1 = f"(SELECT id FROM item WHERE document_id = {A1} AND seq = 1)"
HARMS = {
    "check.caches": ("UPDATE item SET open_minor = 1 WHERE id = " + _ITEM_A1, "A1"),
    "check.over_allocated": (
        f"UPDATE allocation SET debit_minor = 9000 WHERE debit_item_id = {_ITEM_A1}",
        "A1",
    ),
    "check.dates": (
        f"UPDATE allocation SET allocated_on = '2025-12-31' WHERE debit_item_id = {_ITEM_A1}",
        "A1",
    ),
    "check.sides": (
        f"UPDATE allocation SET credit_minor = credit_minor + 1 WHERE debit_item_id = {_ITEM_A1}",
        "A1",
    ),
    "check.reversals": (
        "UPDATE allocation SET debit_minor = debit_minor - 1 WHERE debit_minor = -6000",
        "allocation/",
    ),
    "check.documents": (f"UPDATE document SET amount_minor = 9999 WHERE id = {A1}", "A1"),
    "check.base_amounts": (
        "UPDATE allocation SET debit_base_minor = 99999 WHERE debit_minor = 5900",
        "A2",
    ),
    "check.numbers": ("UPDATE number_series SET last = 7 WHERE series = 'dunning_letter'", "dunn"),
    "check.history": (f"UPDATE document SET operation_id = 9999 WHERE id = {A1}", "document/"),
    "check.references": (f"UPDATE document SET customer_id = 77 WHERE id = {A1}", "document/"),
    "check.attachments": (
        "UPDATE attachment_content SET content = CAST('forged' AS BLOB)",
        "attachment/",
    ),
    "check.papers": ("UPDATE paper SET pdf = CAST('%PDF forged' AS BLOB)", "催字"),
}


@pytest.mark.parametrize("code", HARMS)
def test_each_harm_is_named_with_its_record(story, code):
    statement, ref = HARMS[code]
    _harm(story, statement)
    found = {finding.code: finding for finding in check(story.book)}
    assert code in found
    assert any(ref in named for named in found[code].refs)
    assert found[code].facts["count"] >= 1


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE document SET currency = 'USD' WHERE number = 'A1'",
        "UPDATE item SET issued_on = '2026-01-04' WHERE document_id = 1",
        "UPDATE item SET parts = 3 WHERE document_id = 1",
        "UPDATE item SET base_minor = NULL WHERE document_id = 1 AND seq = 1",
        "DELETE FROM item WHERE document_id = 1",
    ],
)
def test_items_that_do_not_fit_their_document_are_named(story, harm):
    _harm(story, harm)
    found = {finding.code: finding.refs for finding in check(story.book)}
    assert "A1" in found["check.documents"]


def test_a_voiding_that_does_not_mirror_is_named(story):
    _harm(story, "UPDATE document SET amount_minor = 400 WHERE kind = 'void'")
    assert "check.reversals" in {finding.code for finding in check(story.book)}


def test_a_change_of_last_date_is_a_wrong_cache(story):
    _harm(story, f"UPDATE item SET changed_on = '2027-01-01' WHERE id = {_ITEM_A1}")
    (finding,) = check(story.book)
    assert (finding.code, finding.refs) == ("check.caches", ("A1",))


def test_missing_triggers_are_named(story):
    with closing(sqlite3.connect(story.book.path)) as connection:
        connection.execute("DROP TRIGGER tr_document_delete")
    (finding,) = check(story.book)
    assert (finding.code, finding.refs) == ("check.triggers", ("tr_document_delete",))


def test_a_torn_page_is_named_and_nothing_else_is_trusted(story):
    story.book.close()
    data = bytearray(story.book.path.read_bytes())
    page = int.from_bytes(data[16:18], "big")
    with closing(sqlite3.connect(story.book.path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_item_changed'"
        ).fetchone()
    data[(root - 1) * page + 8 : root * page] = b"\xff" * (page - 8)
    story.book.path.write_bytes(data)
    book = open_book(story.book.path)
    assert "check.pages" in {finding.code for finding in check(book)}
    book.close()


def test_a_finding_names_some_and_counts_all(desk):
    for n in range(NAMED + 5):
        desk.invoice("1.00", "2026-01-05", number=f"N{n:02}")
    _harm(desk, "UPDATE item SET open_minor = 99")
    (finding,) = desk.check()
    assert len(finding.refs) == NAMED
    assert finding.facts["count"] == NAMED + 5


def test_caches_are_rebuilt_from_the_facts_and_the_history_tells(story):
    before = story.facts()["item"]
    _harm(story, "UPDATE item SET open_minor = 0, changed_on = issued_on")
    assert check(story.book) != []
    assert rebuild_caches(story.book, "tester") > 0
    assert check(story.book) == []
    assert story.facts()["item"] == before
    assert story.book.reader.history(limit=1)[0].kind == "book.rebuild"


def test_a_lost_or_changed_attachment_is_named_and_never_handed_out(story):
    _harm(story, "UPDATE attachment_content SET content = CAST('sca_' AS BLOB)")
    with pytest.raises(BookDamaged):
        story.book.reader.attachment_content(1)
    _harm(story, "DELETE FROM attachment_content")
    found = {finding.code: finding for finding in check(story.book)}
    assert found["check.attachments"].refs == ("attachment/1",)


def test_rebuilding_a_sound_book_does_nothing(story):
    before = story.facts()
    assert rebuild_caches(story.book, "tester") == 0
    assert story.facts() == before


def test_every_rule_has_a_harm():
    codes = {rule.__name__.removeprefix("check_") for rule in CHECKS}
    harmed = {code.removeprefix("check.") for code in HARMS} | {"pages", "triggers", "bills"}
    assert codes - harmed == {"over_allocation"}
    assert harmed - codes == {"over_allocated"}
