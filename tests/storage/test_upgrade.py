"""Upgrades are proved with steps of the tests' own on a book with facts in it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from domain.errors import BookReadOnly, FileUnwritable, UpgradeFailed
from storage import engine as engines
from storage import migrations
from storage.backup import folder_of
from storage.book import SCHEMA_VERSION, open_book, read_header
from storage.integrity import check
from storage.migrations import STEPS, Step
from storage.upgrade import upgrade
from tests.storage.schema import statements

VERSIONS = Path(migrations.__file__).parent / "versions"
ROOT = Path(__file__).resolve().parents[2]


def add_region(op):
    """Keep the region of a customer, and the buyer's number on documents.

    The document table is rebuilt, which must not lose its items.
    """
    op.add_column("customer", sa.Column("region", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("document", recreate="always") as batch:
        batch.add_column(sa.Column("buyer_number", sa.Text(), nullable=True))
    op.execute(
        "CREATE UNIQUE INDEX uq_document_number ON document"
        " (number, kind, coalesce(reverses_id, 0))"
    )


def fill_region(op):
    """Take the region from the country."""
    op.execute("UPDATE customer SET region = country")
    op.execute("UPDATE document SET buyer_number = number")


def lose_an_item(op):
    """Lose an item on the way."""
    op.execute("DELETE FROM item WHERE id = 4")


def break_a_reference(op):
    """Send a document to a customer that is not there."""
    op.execute("UPDATE document SET customer_id = 99")


def change_an_amount(op):
    """Round amounts."""
    op.execute("UPDATE document SET amount_minor = 10100 WHERE number = 'A1'")


def fall_over(op):
    """Do half of the work."""
    op.execute("DELETE FROM item")
    op.create_table("half", sa.Column("id", sa.Integer))
    raise RuntimeError("power cut")


GOOD = (*STEPS, Step(2, add_region), Step(3, fill_region))


@pytest.fixture
def old(desk):
    """A closed book of the first version."""
    desk.invoice("100.00", "2026-01-05", number="A1", terms="30%@0+70%@60")
    desk.receipt("50.00", "2026-01-20", number="R1")
    desk.allocate_oldest_first(2, "2026-01-20")
    desk.invoice("10.00", "2026-01-21", number="A2")
    desk.book.close()
    return desk.book.path


def _rows(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_steps_are_numbered_without_a_gap_up_to_todays_version():
    assert [step.version for step in STEPS] == list(range(1, SCHEMA_VERSION + 1))


def test_every_module_of_a_version_is_a_listed_step():
    modules = sorted(path.stem for path in VERSIONS.glob("v*.py"))
    named = [step.run.__module__.rpartition(".")[2] for step in STEPS]
    assert modules == named
    assert [int(name[1:5]) for name in named] == [step.version for step in STEPS]


def test_every_step_tells_its_story():
    assert all(step.story.endswith(".") for step in STEPS)


def test_the_steps_make_the_tables_of_today(old, tmp_path):
    engine = engines.upgrading_engine(tmp_path / "stepped.sqlite")
    with engine.connect() as connection, connection.begin():
        for step in STEPS:
            step.run(Operations(MigrationContext.configure(connection)))
        engines.create_triggers(connection)
    engine.dispose()
    assert statements(tmp_path / "stepped.sqlite") == statements(old), (
        "tables changed: add a step (before the first release: python -m tests.storage.schema)"
    )


def test_a_book_of_today_is_left_as_it_is(old):
    before = old.read_bytes()
    assert upgrade(old, SCHEMA_VERSION) is None
    assert old.read_bytes() == before
    assert not folder_of(old).exists()


def test_an_old_book_is_brought_up_to_date_with_all_its_facts(old):
    facts = "SELECT number, amount_minor FROM document"
    items = "SELECT id, document_id, amount_minor, open_minor FROM item"
    before = (_rows(old, facts), _rows(old, items))
    copy = upgrade(old, 3, steps=GOOD)
    assert (_rows(old, facts), _rows(old, items)) == before
    assert read_header(old).version == 3
    assert _rows(old, "SELECT buyer_number FROM document") == [("A1",), ("R1",), ("A2",)]
    assert read_header(copy).version == 1
    assert "-auto" in copy.name


def test_the_history_tells_each_step(old):
    upgrade(old, 3, steps=GOOD)
    told = _rows(old, "SELECT kind, summary FROM operation ORDER BY id DESC LIMIT 2")
    assert [kind for kind, _ in told] == ["book.upgrade", "book.upgrade"]
    assert "Take the region from the country." in told[0][1]
    assert '"from": 2' in told[0][1]
    assert "Keep the region of a customer" in told[1][1]


def test_a_rebuilt_table_keeps_its_constraints_and_indexes(old):
    before = statements(old)
    upgrade(old, 3, steps=GOOD)
    after = statements(old)
    assert set(after) == set(before)
    assert {key for key in after if key[0] == "index" and after[key] != before[key]} == set()
    for name in ("ck_document_kind", "ck_document_net_tax", "fk_document_customer_id"):
        assert name in after["table", "document"]


def test_the_fact_triggers_stand_again_after_a_rebuilt_table(old):
    before = _rows(old, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    upgrade(old, 3, steps=GOOD)
    after = _rows(old, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    assert after == before
    connection = sqlite3.connect(old)
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="facts"):
        connection.execute("DELETE FROM document")


@pytest.mark.parametrize(
    "step, reason",
    [
        (lose_an_item, "control totals of item"),
        (break_a_reference, "broken references"),
        (change_an_amount, "control totals of document"),
        (fall_over, "power cut"),
    ],
)
def test_a_failing_step_leaves_the_book_byte_for_byte_and_a_copy(old, step, reason):
    before = old.read_bytes()
    with pytest.raises(UpgradeFailed) as caught:
        upgrade(old, 3, steps=(*STEPS, Step(2, add_region), Step(3, step)))
    assert reason in caught.value.facts["reason"]
    assert old.read_bytes() == before
    assert not old.with_name(old.name + "-wal").exists()
    copy = Path(caught.value.facts["backup"])
    assert _rows(copy, "SELECT COUNT(*) FROM document") == [(3,)]
    book = open_book(old)
    assert check(book) == []
    book.close()


def test_no_step_is_tried_without_a_safety_copy(old):
    folder_of(old).write_text("a file where the folder should be", encoding="utf-8")
    before = old.read_bytes()
    with pytest.raises((FileUnwritable, BookReadOnly)):
        upgrade(old, 3, steps=GOOD)
    assert old.read_bytes() == before


def test_steps_up_to_the_version_asked_for_are_run_and_no_more(old):
    upgrade(old, 2, steps=GOOD)
    assert read_header(old).version == 2
    upgrade(old, 3, steps=GOOD)
    assert read_header(old).version == 3


def test_opening_an_older_book_upgrades_it(old, monkeypatch):
    def harmless(op):
        """Change nothing."""

    monkeypatch.setattr("storage.book.SCHEMA_VERSION", 2)
    monkeypatch.setattr(
        "storage.upgrade.upgrade.__kwdefaults__", {"steps": (*STEPS, Step(2, harmless))}
    )
    book = open_book(old)
    assert book.reader.history(limit=1)[0].summary["step"] == "Change nothing."
    assert check(book) == []
    book.close()
    assert read_header(old).version == 2


_SLOW = """
import sys, time
from pathlib import Path
from storage.migrations import STEPS, Step
from storage.upgrade import upgrade
from storage.lock import BookLock

def slow(op):
    "Take long."
    op.execute("DELETE FROM item")
    op.execute("UPDATE document SET description = hex(zeroblob(200000))")
    print("half", flush=True)
    time.sleep(60)

BookLock(Path(sys.argv[1])).acquire()
upgrade(Path(sys.argv[1]), 2, steps=(*STEPS, Step(2, slow)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_upgrade_leaves_the_book_as_it_was(old):
    before = old.read_bytes()
    command = [sys.executable, "-c", _SLOW, str(old)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "half\n"
        time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert old.read_bytes() == before
    book = open_book(old)
    assert check(book) == []
    assert [row.open for row in book.reader.open_items(date(2026, 12, 31))] == [5000, 1000]
    book.close()
