"""The evidence of a customer: ticked invoices, preview, bundle, hand-over, case."""

import json
import zipfile

import pytest

from domain.record import Attachment
from domain.recovery.court_case import CourtCase, Step
from domain.recovery.hand_over import HandOver
from domain.services.records import attach
from domain.services.recovery import cases_on
from tests.ui import fakes
from ui.evidence.output import Wanted


@pytest.fixture
def pane(office):
    office.open("customer/1/log/evidence")
    return office.current().page.shown_tab().evidence


def _wanted(pane, tmp_path, *, zipped=False):
    return Wanted(
        customer_id=1, documents=tuple(pane.chosen()), parent=tmp_path / "out", zipped=zipped
    )


def test_what_is_overdue_is_ticked_and_previewed(pane, qtbot):
    rows = pane._rows()
    assert rows
    assert all(one.proof.due_on < fakes.TODAY for one in rows)
    assert pane.preview.pieces.texts.rowCount() > 0
    assert pane.preview._score.text().endswith("%")
    pane.view.clearSelection()
    qtbot.waitUntil(lambda: not pane.bundle.isEnabled())
    assert pane.preview._score.text() == ""


def test_the_bundle_is_written_with_its_list(office, pane, tmp_path):
    item = pane._rows()[0].proof.item_id
    entry = Attachment(
        name="送货单.pdf",
        customer_id=1,
        subject=f"invoice/{item}",
        note="delivery_note",
        dated_on=fakes.TODAY,
    )
    attach(office.ctx.book.unit_of_work("tester"), entry, b"%PDF-1.7 damaged")
    pane.output.write(_wanted(pane, tmp_path))
    (folder,) = (tmp_path / "out").iterdir()
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert told["bundle"]["pages"] > 0
    assert [one["problem"] for one in told["exhibits"] if one["kind"] == "delivery_note"] == [
        "damaged"
    ]
    assert "未能并入" in office.said[-1].text


def test_a_hand_over_is_kept_over_the_ticked_invoices(office, pane, tmp_path):
    ids = pane._items()
    pane.open_form("hand_over")
    form = pane.forms["hand_over"]
    owed = sum(one.proof.open for one in pane._rows())
    assert form.editors["amount"].value() == owed
    form.editors["name"].show_value("示例信用管理有限公司")
    form.submit()
    (kept,) = office.ctx.reader.records(HandOver)
    assert set(kept.item_ids) == set(ids)
    tab = office.current().current()
    assert [row.where() for row in tab.shown()] == ["示例信用管理有限公司"]
    tab.output.write_pack(kept, tmp_path)
    (packed,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(packed) as pack:
        names = pack.namelist()
    assert any("移字" in name for name in names)
    assert "往来明细账.xlsx" in names
    (paper,) = [one for one in office.ctx.reader.papers() if one.kind == "hand_over_list"]
    assert paper.total == owed


def test_a_case_is_begun_and_its_steps_follow(office, pane):
    pane.open_form("case")
    form = pane.forms["case"]
    form.submit()
    assert form.fields["court"].error()
    form.editors["court"].show_value("示例法院")
    form.submit()
    (kept,) = office.ctx.reader.records(CourtCase)
    tab = office.current().current()
    tab.new_record()
    step = tab.forms["case_step"]
    assert step.editors["step"].value() is Step.ORDER_APPLIED
    step.dated.set_day(kept.dated_on)
    step.submit()
    (case,) = cases_on(office.ctx.reader, fakes.TODAY)
    assert case.last is Step.ORDER_APPLIED
    assert tab.current().next is not None
    tab.take_back()
    assert office.said[-1].tone == "error"
    tab.take_step_back(case.steps[0])
    tab.take_back()
    assert cases_on(office.ctx.reader, fakes.TODAY) == []
    assert tab.stack.currentIndex() == 1


def test_the_words_follow_the_language(office, pane):
    office.set_language("en")
    assert pane.bundle.text().startswith("Evidence bundle")
    office.open("collections?tab=legal")
    assert "preservation" in office.current().current().help_text()
