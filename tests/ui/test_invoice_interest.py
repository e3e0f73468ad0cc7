"""Interest on the page of an invoice: one line, only where something was late."""

from datetime import date

from domain.services.interest import claim_interest, interest_so_far
from tests.ui import fakes
from ui.invoices.facts import fact_lines, interest_line


def _lines(desk, item_id, language="zh"):
    reader = desk.ctx.reader
    item = reader.item(item_id, fakes.TODAY)
    interest = interest_so_far(reader, item.document_id, fakes.TODAY)
    detail = reader.invoice_detail(item.document_id, fakes.TODAY)
    return [value for _name, value in fact_lines(detail, item, language, interest)]


def _shown(desk):
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in desk.current().page._facts.findChildren(QLabel)]


def test_the_page_shows_interest_with_its_basis(desk):
    item = desk.ctx.reader.open_items(fakes.TODAY, customer_id=2)[0]
    desk.open(f"invoice/{item.id}")
    (told,) = [text for text in _shown(desk) if "LPR的1.5倍" in text]
    assert "CNY" in told.splitlines()[0]
    assert "不构成法律意见" in told
    assert told in _lines(desk, item.id)


def test_before_the_due_day_there_is_no_line(desk):
    item = desk.ctx.reader.open_items(fakes.TODAY, customer_id=2)[0]
    desk.ctx.set_as_of(item.issued_on)
    desk.open(f"invoice/{item.id}")
    assert [text for text in _shown(desk) if "LPR" in text] == []


def test_what_is_claimed_is_told_beside_it(desk):
    item = desk.ctx.reader.open_items(fakes.TODAY, customer_id=2)[0]
    uow = desk.ctx.book.unit_of_work("tester")
    claim_interest(uow, item.document_id, date(2026, 11, 1))
    found = interest_so_far(desk.ctx.reader, item.document_id, fakes.TODAY)
    first = interest_line(found, "en").splitlines()[0]
    assert " · " in first
    assert found.claimed > 0


def test_an_invoice_whose_law_is_not_known_shows_nothing(desk):
    item = desk.ctx.reader.open_items(fakes.TODAY, customer_id=3)[0]
    assert item.currency == "USD"
    assert not any("LPR" in line for line in _lines(desk, item.id))


def test_interest_is_claimed_from_the_page_and_the_button_goes(desk, monkeypatch):
    monkeypatch.setattr("ui.invoices.page.confirm", lambda *_asked, **_how: True)
    item = desk.ctx.reader.open_items(fakes.TODAY, customer_id=2)[0]
    desk.open(f"invoice/{item.id}")
    page = desk.current().page
    assert page._claim.isVisibleTo(page)
    page.claim()
    found = interest_so_far(desk.ctx.reader, item.document_id, fakes.TODAY)
    assert found.claimed == found.found.total
    page.reload()
    assert not page._claim.isVisibleTo(page)
