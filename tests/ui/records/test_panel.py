"""Records of any kind in the window: added, corrected, taken back, with their files."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt

from domain.fields import FieldSpec, RecordForm, Said, Shape, State
from tests.ui.conftest import TODAY
from ui.records.panel import RecordPanel


class Mood(StrEnum):
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    KIND: ClassVar[str] = "test_probe"

    name: str
    mood: Mood | None = None
    worth: int | None = None
    currency: str = ""
    share: Decimal | None = None
    staff: int | None = None
    seen_on: date | None = None
    sealed: bool = False
    note: str = ""


def _states(record, on):
    return [] if record.holds_on(on) else [Said(state=State.BAD, words=("已过期", "Expired"))]


def _remarks(value):
    said = Said(state=State.NEAR, words=("人手很少", "Few hands"))
    return [said] if value.staff is not None and value.staff < 3 else []


PROBE = RecordForm(
    kind=Probe,
    words=("抽查", "Probe"),
    dated=("抽查日", "Probed on"),
    ends=("有效至", "Valid until"),
    usual_end=lambda on: on.replace(year=on.year + 1),
    states=_states,
    remarks=_remarks,
    fields=(
        FieldSpec(key="name", words=("名称", "Name"), needed=True, width=90),
        FieldSpec(
            key="mood",
            words=("印象", "Mood"),
            shape=Shape.CHOICE,
            choices={Mood.FAIR: ("好", "Fair"), Mood.POOR: ("差", "Poor")},
            width=60,
        ),
        FieldSpec(
            key="worth",
            words=("价值", "Worth"),
            shape=Shape.AMOUNT,
            currency="currency",
            least=0,
            width=90,
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(
            key="share",
            words=("比例", "Share"),
            shape=Shape.DECIMAL,
            unit=("%", "%"),
            least=0,
            most=100,
            width=60,
        ),
        FieldSpec(key="staff", words=("人数", "Staff"), shape=Shape.WHOLE, least=0),
        FieldSpec(key="seen_on", words=("所见日", "Seen on"), shape=Shape.DATE),
        FieldSpec(key="sealed", words=("已封存", "Sealed"), shape=Shape.YES_NO),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)


@pytest.fixture
def panel(wired, qtbot):
    made = RecordPanel(wired, PROBE, name="probe")
    qtbot.addWidget(made)
    made.retranslate()
    made.show_customer(1)
    made.resize(1000, 600)
    made.show()
    return made


def _type(panel, **texts):
    for key, text in texts.items():
        panel.edit.editors[key].widget.setText(text)


def _kept(panel):
    return panel.ctx.reader.records(Probe, customer_id=1)


def test_a_record_is_typed_and_kept_in_every_shape(panel):
    panel.add_one()
    _type(panel, name="甲", worth="1,234.5", share="62.5%", staff="1,200", seen_on="2026-11-02")
    panel.edit.editors["mood"].widget.setCurrentIndex(2)
    panel.edit.editors["currency"].widget.setCurrentIndex(2)
    panel.edit.editors["sealed"].widget.setChecked(True)
    panel.edit.editors["note"].widget.setPlainText("一\n二")
    panel.edit.submit()
    (record,) = _kept(panel)
    assert record.value == Probe(
        name="甲",
        mood=Mood.POOR,
        worth=123450,
        currency="USD",
        share=Decimal("62.5"),
        staff=1200,
        seen_on=date(2026, 11, 2),
        sealed=True,
        note="一\n二",
    )
    assert (record.dated_on, record.ends_on) == (TODAY, date(2027, 11, 20))
    assert panel.ctx.said == ["抽查已保存"]
    assert panel.current().record == record


def test_what_cannot_be_read_is_told_beside_its_field_and_nothing_is_kept(panel):
    panel.add_one()
    _type(panel, worth="-5", share="101", staff="1.5", seen_on="yesterday")
    panel.edit.ends.setText("2026-01-01")
    panel.edit.submit()
    told = {key: field.error() for key, field in panel.edit.fields.items() if field.error()}
    assert set(told) == {"name", "worth", "share", "staff", "seen_on", "ends_on"}
    assert told["share"] == "不超过 100"
    assert _kept(panel) == []
    assert panel.has_draft()


def test_an_odd_value_is_remarked_while_one_types(panel):
    panel.add_one()
    _type(panel, name="甲", staff="2")
    assert panel.edit.remarks.text() == "人手很少"
    _type(panel, staff="20")
    assert panel.edit.remarks.isHidden()


def test_a_record_is_corrected_and_its_files_go_on_with_it(panel, tmp_path):
    scan = tmp_path / "扫描件.pdf"
    scan.write_bytes(b"%PDF scan")
    panel.add_one()
    _type(panel, name="甲")
    panel.edit.files.take([scan])
    panel.edit.submit()
    panel.change()
    _type(panel, name="乙")
    panel.edit.submit()
    row = panel.current()
    assert row.record.value.name == "乙"
    assert [one.attachment.name for one in row.files] == ["扫描件.pdf"]
    assert panel.ctx.reader.attachment_content(row.files[0].id) == b"%PDF scan"
    assert panel.model.rowCount() == 1


def test_a_record_taken_back_can_be_kept_again(panel, qtbot):
    panel.add_one()
    _type(panel, name="甲")
    panel.edit.submit()
    notices = []
    panel.ctx.noticed.connect(notices.append)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert _kept(panel) == []
    notices[0].run()
    assert [one.value.name for one in _kept(panel)] == ["甲"]


def test_the_list_shows_fields_files_and_how_a_record_stands(panel):
    panel.add_one()
    _type(panel, name="甲", worth="5")
    panel.edit.dated.set_day(date(2024, 1, 1))
    panel.edit.ends.set_day(date(2025, 1, 1))
    panel.edit.submit()
    row, columns = panel.current(), panel.model.columns
    texts = {one.words(): one.text(row, "zh") for one in columns}
    assert texts == {
        "抽查日": "2024-01-01",
        "名称": "甲",
        "印象": "—",
        "价值": "5.00",
        "比例": "—",
        "有效至": "2025-01-01",
        "附件": "—",
        "状态": "已过期",
    }
    assert "已过期" in panel.inspector._chips.accessibleName()


def test_what_is_typed_stays_while_another_line_is_looked_at(panel):
    panel.add_one()
    _type(panel, name="甲")
    panel.close_form()
    panel.add_one()
    assert panel.edit.editors["name"].value() == "甲"


def test_a_file_too_large_for_the_book_is_refused_with_its_size(panel, tmp_path):
    big = tmp_path / "big.pdf"
    with big.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    panel.add_one()
    _type(panel, name="甲")
    panel.edit.files.take([big])
    panel.edit.submit()
    assert "51 MB" in panel.edit.problem.text()
    assert "50 MB" in panel.edit.problem.text()
    assert _kept(panel) == []
