"""Sending from the register: drafts in a folder, texts on the clipboard, calendar, post."""

import email
from email.policy import default

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from domain.services import dunning
from tests.reports import reading
from tests.ui import fakes
from tests.ui.office import office

__all__ = ["office"]


@pytest.fixture
def register(office):
    """Release a run and return the register of letters with all of them selected."""
    ctx = office.ctx
    proposal = dunning.draft_run(ctx.reader, fakes.TODAY)
    drafts = dunning.draft_letters(ctx.reader, proposal)
    uow = ctx.book.unit_of_work("tester")
    dunning.release_run(uow, proposal, drafts, ctx.papers.render)
    office.open("collections?tab=sent")
    register = office.current().tab("sent").register
    register.view.selectAll()
    return register


def test_a_draft_of_each_letter_is_written_with_its_pages(office, register, tmp_path, monkeypatch):
    folder = tmp_path / "草稿"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    register.sending.mail()

    drafts = sorted(folder.glob("*.eml"))
    assert len(drafts) == len(register.selected()) > 0
    message = email.message_from_bytes(drafts[0].read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    (pages,) = message.iter_attachments()
    assert pages.get_content().startswith(b"%PDF-")
    assert str(len(drafts)) in office.said[-1].text


def test_short_texts_and_slips_go_to_the_clipboard(register):
    rows = register.selected()
    register.sending.short()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == len(rows)
    assert all(row.number in line for row, line in zip(rows, lines, strict=True))

    register.sending.slip()
    assert QApplication.clipboard().text().count("函号") == len(rows)


def test_deadlines_are_saved_as_a_calendar(register, tmp_path, monkeypatch):
    path = tmp_path / "期限.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    register.sending.calendar()
    text = path.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == len(register.selected())


def test_cover_sheets_and_letters_print_in_the_order_of_postcodes(register, monkeypatch):
    printed = []
    monkeypatch.setattr("ui.printing.print_pdf", lambda _ctx, pdf, _owner: printed.append(pdf))
    register.sending.cover()
    register.sending.postal()
    covers, letters = (reading.texts(pdf) for pdf in printed)
    assert len(covers) == len(register.selected())
    assert all("内件品名" in page or "Contents" in page for page in covers)
    assert len(letters) >= len(covers)
