"""The signed papers of an invoice: kept, shown, taken away; the chip and the filter follow."""

import pytest

from domain.evidence.proof import Proof, scan_kind
from tests.ui import fakes


@pytest.fixture
def item(office):
    items = office.ctx.reader.open_items(fakes.TODAY, customer_id=1)
    return next(one for one in items if one.open > 0)


@pytest.fixture
def form(office, item):
    office.open(f"invoice/{item.id}")
    screen = office.current()
    screen.open_attach()
    return screen.attach_form


def test_a_scan_is_kept_with_what_it_is(office, item, form, tmp_path):
    path = tmp_path / "签收.jpg"
    path.write_bytes(b"\xff\xd8\xff jpg")
    form.submit()
    assert form.fields["files"].error()
    form.files.take([path])
    form.kind.setCurrentIndex(form.kind.findData(Proof.ACCEPTANCE.value))
    form.note.setText("李四验收")
    form.submit()
    (kept,) = office.ctx.reader.attachments(subject=f"invoice/{item.id}")
    assert scan_kind(kept) is Proof.ACCEPTANCE
    assert kept.attachment.note == "acceptance: 李四验收"
    assert not form.has_draft()
    assert form._lines.count() == 1


def test_a_file_taken_away_can_come_back(office, item, form, tmp_path):
    path = tmp_path / "签收.pdf"
    path.write_bytes(b"%PDF x")
    form.files.take([path])
    form.submit()
    (kept,) = office.ctx.reader.attachments(subject=f"invoice/{item.id}")
    form.take_away(kept)
    assert office.ctx.reader.attachments(subject=f"invoice/{item.id}") == []
    office.said[-1].run()
    assert len(office.ctx.reader.attachments(subject=f"invoice/{item.id}")) == 1


def test_the_filter_of_unproved_invoices_is_offered(office):
    office.open("invoices?state=no_proof")
    screen = office.current()
    assert screen.list.pills.value() == "no_proof"
    assert screen.list.list.model.where.state == "no_proof"
