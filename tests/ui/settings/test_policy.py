"""The credit policy in the settings: versions side by side, the draft, four eyes, the manual."""

from datetime import timedelta
from decimal import Decimal

import pytest

from domain.errors import BadPolicy
from domain.policies.shape import blocks, sections
from domain.policies.version import PolicyIssued
from domain.policy import policy_on
from domain.services import policies
from domain.services.settings import change_settings
from tests.ui.conftest import TODAY
from ui.settings.policy import PolicySection


@pytest.fixture
def section(wired, qtbot):
    wired.act(change_settings, {"people": ["林会计", "方静"]}, asker=None)
    wired.read_people()
    made = PolicySection(wired)
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(1000, 640)
    made.show()
    made.load()
    return made


@pytest.fixture
def printed(monkeypatch):
    sent = []
    monkeypatch.setattr("ui.settings.policy.print_pdf", lambda _ctx, pdf, _at: sent.append(pdf))
    return sent


def go_to(section, name):
    section.editor.list.setCurrentRow(section.editor._names.index(name))


def cell(section, *path):
    return section.editor._cells[path]


def type_over(edit, text):
    edit.setText(text)
    edit.textEdited.emit(text)


def draft(section, deposit="40", reason="C 级逾期上升"):
    section.edit_draft()
    go_to(section, "grades")
    type_over(cell(section, "grades", "c", "deposit"), deposit)
    section.reason.setText(reason)
    section.from_on.set_day(TODAY)
    section.submit()


def shown(table):
    return [tuple(row) for row in table.texts.rows]


def test_the_shipped_policy_stands_alone_at_first(section):
    assert shown(section.versions) == [("V0 · 程序默认", "", "执行中", "", "", "")]
    assert shown(section.table) == []
    assert not section.approve.isVisible()


def test_a_draft_is_compared_and_approved_by_another_person(section, wired):
    draft(section)
    assert shown(section.table) == [("信用等级", "信用等级表 · C · 定金比例", "30 %", "40 %")]
    section.approve_draft()
    assert "起草人不能批准" in section.problem.text()
    assert len(shown(section.versions)) == 1
    wired.set_user("方静")
    section.approve_draft()
    assert shown(section.versions)[0][:5] == (
        "V1", TODAY.isoformat(), "执行中", "林会计", "方静",
    )  # fmt: skip
    assert policy_on(wired.reader, TODAY).grades.c.deposit == Decimal("0.4")
    assert not section.approve.isVisible()


def test_what_is_no_value_is_marked_and_not_saved(section, wired):
    draft(section, deposit="viel")
    assert section.problem.isVisible()
    assert policies.draft_of(wired.reader) is None
    type_over(cell(section, "grades", "c", "deposit"), "40")
    section.submit()
    assert policies.draft_of(wired.reader) is not None


def test_a_draft_out_of_order_leads_to_the_parameter(section, wired):
    draft(section, deposit="-5")
    assert "定金比例" in section.problem.text()
    assert policies.draft_of(wired.reader) is None


def test_a_reason_and_a_day_are_asked_for(section, wired):
    draft(section, reason="  ")
    assert section.stack.currentIndex() == 1
    assert policies.draft_of(wired.reader) is None


def test_every_section_has_a_form_and_what_it_shows_is_what_is_kept(section):
    section.edit_draft()
    before = section.editor.policy
    assert set(section.editor._names) == set(sections(before))
    for name in section.editor._names:
        go_to(section, name)
        wanted = {
            one.path for block in blocks(before, name) for at in block.lines for one in at.cells
        }
        assert set(section.editor._cells) == wanted
        for made in list(section.editor._cells.values()):
            assert made.accessibleName()
            if hasattr(made, "textEdited"):
                made.textEdited.emit(made.text())
    assert section.editor.policy == before
    assert section.editor.is_clear


def test_lists_are_typed_in_words(section):
    section.edit_draft()
    go_to(section, "file")
    type_over(cell(section, "file", "required"), "工商登记、合同")
    assert [one.value for one in section.editor.policy.file.required] == ["registry", "contract"]
    type_over(cell(section, "file", "required"), "工商登记、不知道")
    assert not section.editor.is_clear


def test_a_table_grows_and_shrinks(section):
    section.edit_draft()
    go_to(section, "worklist")
    more = section.findChild(object, "settings.policy.worklist.urgency.add")
    more.click()
    assert len(section.editor.policy.worklist.urgency) == 5
    section.findChild(object, "settings.policy.worklist.urgency.remove").click()
    assert len(section.editor.policy.worklist.urgency) == 4


def test_a_draft_is_gone_on_with_and_taken_back(section, wired):
    draft(section)
    section.edit_draft()
    assert section.reason.text() == "C 级逾期上升"
    assert section.from_on.day() == TODAY
    go_to(section, "grades")
    assert cell(section, "grades", "c", "deposit").text() == "40"
    section.leave_form()
    section.discard_draft()
    assert policies.draft_of(wired.reader) is None
    assert shown(section.table) == []


def test_the_manual_is_issued_once_and_printed_again_as_a_copy(section, wired, printed):
    section.issue_manual()
    section.issue_manual()
    assert len(wired.reader.records(PolicyIssued, firm=True)) == 1
    first, again = printed
    assert first.startswith(b"%PDF")
    assert first != again


def test_words_follow_the_language(section, wired):
    draft(section)
    wired.set_language("en")
    section.retranslate()
    assert shown(section.table)[0][1:] == ("Table of grades · C · Deposit", "30 %", "40 %")


def test_the_error_names_what_it_is_about(section):
    from ui import wording

    error = BadPolicy(section="limits", row="step", field="LimitPolicy.step")
    assert "额度取整" in wording.error_text(error, "zh")
    assert "Limits in steps of" in wording.error_text(error, "en")


def test_a_version_may_take_effect_later(section, wired):
    draft(section)
    section.edit_draft()
    section.from_on.set_day(TODAY + timedelta(days=30))
    section.submit()
    wired.set_user("方静")
    section.approve_draft()
    assert [row[2] for row in shown(section.versions)] == ["待生效", "执行中"]
