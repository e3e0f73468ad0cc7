"""Applying for credit, approving it, reviewing limits, stages, and who is at the desk."""

from dataclasses import replace
from datetime import date

import pytest

from domain.credit.approval import Decision, State
from domain.credit.limits import CreditLimit
from domain.credit.stages import RelationshipStage, Stage
from domain.papers import LetterPaper
from domain.policy import policy_on
from domain.services import approvals, limits
from domain.services.customers import edit_customer
from domain.services.settings import change_settings
from domain.services.stages import set_stage
from domain.values import loads
from tests.ui.fakes import TODAY

PEOPLE = ["周敏", "陈立", "方静", "林会计"]


@pytest.fixture
def desk(office, monkeypatch):
    """Return the window with four people and a customer's tab of limits."""
    monkeypatch.setattr("ui.credit.review.confirm", lambda *_asked, **_how: True)
    office.ctx.act(change_settings, {"people": PEOPLE}, asker=office)
    office.ctx.set_user("周敏")
    return office


def tab(desk, customer=2):
    desk.open(f"customer/{customer}/limits")
    return desk.current().page.shown_tab()


def apply_for(desk, amount="60000", customer=2, **typed):
    shown = tab(desk, customer)
    shown.apply()
    form = shown.form
    form.minor.setText(amount)
    form.reason.setText(typed.get("reason", "框架合同"))
    form.terms.setText(typed.get("terms", "NET30"))
    return form


def in_force(desk, customer=2):
    return limits.limit_on(desk.ctx.reader, customer, "CNY", TODAY).minor


def inbox(desk):
    desk.open("credit?tab=approvals")
    return desk.current().tab("approvals")


def test_an_application_goes_from_the_customer_through_the_inbox_into_force(desk):
    apply_for(desk).submit()
    assert in_force(desk) == 0
    assert desk.ctx.reader.customer(2).terms == "COD"
    for name in PEOPLE[1:]:
        shown = inbox(desk)
        desk.ctx.set_user(name)
        shown.pane.comment.setPlainText("已核")
        shown.decide(Decision.APPROVE)
    assert in_force(desk) == 6_000_000
    assert desk.ctx.reader.customer(2).terms == "NET30"
    (found,) = approvals.standings_of(desk.ctx.reader, 2)
    assert [step.value.who for step in found.steps] == PEOPLE[1:]
    assert desk.ctx.reader.history(limit=1)[0].user == "林会计"


def test_whoever_applied_is_told_beside_the_decision_that_he_does_not_decide(desk):
    apply_for(desk).submit()
    shown = inbox(desk)
    shown.decide(Decision.APPROVE)
    assert "周敏" in shown.pane.problem.text()
    assert approvals.standings_of(desk.ctx.reader)[0].level == 1


def test_a_rejection_needs_its_reason(desk):
    apply_for(desk).submit()
    shown = inbox(desk)
    desk.ctx.set_user("陈立")
    shown.decide(Decision.REJECT)
    assert shown.pane.fields["comment"].error()
    shown.pane.comment.setPlainText("经营异常名录")
    shown.decide(Decision.REJECT)
    assert approvals.standings_of(desk.ctx.reader)[0].state is State.REJECTED


def test_what_cannot_be_read_is_said_beside_its_field(desk):
    form = apply_for(desk, "many", reason=" ")
    form.top_up.setChecked(True)
    form.submit()
    assert all(form.fields[key].error() for key in ("minor", "reason", "ends_on"))
    assert approvals.standings_of(desk.ctx.reader) == []


def test_a_draft_is_gone_on_with(desk):
    apply_for(desk).draft.click()
    shown = tab(desk)
    shown.apply()
    assert shown.form.minor.minor() == 6_000_000
    shown.form.submit()
    (found,) = approvals.standings_of(desk.ctx.reader, 2)
    assert found.state is State.WAITING
    assert not shown.apply_act.isEnabled()


def test_the_approval_form_is_kept_as_a_paper(desk):
    apply_for(desk).submit()
    inbox(desk).issue_form()
    (paper,) = desk.ctx.reader.papers(kind="limit_approval")
    assert paper.number.endswith("审字〔2026〕第0001号")


def test_an_application_is_taken_back(desk):
    apply_for(desk).submit()
    inbox(desk).withdraw()
    assert approvals.standings_of(desk.ctx.reader) == []
    assert desk.ctx.reader.customer(2).terms == "30%@0+70%@60"


def test_the_review_books_what_was_typed_with_its_letters(desk):
    desk.ctx.set_user("陈立")
    desk.open("credit?tab=review")
    shown = desk.current().tab("review")
    (row,) = shown.rows()
    assert row.row.before == 1_000_000
    shown.model.typed.emit(row, 900_000)
    assert shown.rows()[0].after == 900_000
    shown.book()
    assert in_force(desk, 1) == 900_000
    (letter,) = desk.ctx.reader.papers(kind="limit_change")
    assert letter.customer_id == 1
    assert shown.typed == {}


def test_a_limit_can_be_kept_and_the_rule_taken_again(desk):
    desk.open("credit?tab=review")
    shown = desk.current().tab("review")
    ruled = shown.rows()[0].after
    shown.hold()
    assert not shown.rows()[0].changes
    shown.reset()
    assert shown.rows()[0].after == ruled


def test_a_review_of_another_day_is_to_look_at_only(desk):
    desk.open("credit?tab=review")
    shown = desk.current().tab("review")
    assert shown.book_act.isEnabled()
    desk.ctx.set_as_of(date(2026, 10, 1))
    assert not shown.book_act.isEnabled()


def test_a_stage_is_set_and_the_one_advised_by_one_act(desk):
    shown = tab(desk)
    shown.set_stage()
    shown.stage_form.stage.setCurrentIndex(1)
    shown.stage_form.deposit.setText("20")
    shown.stage_form.reason.setText("新客户")
    shown.stage_form.submit()
    assert shown.stage_form.fields["deposit"].error()
    shown.stage_form.deposit.setText("40%")
    shown.stage_form.submit()
    assert desk.ctx.reader.customer(2).terms == "40%@0+60%@15"
    value = RelationshipStage(stage=Stage.NET15, reason="x")
    desk.ctx.act(set_stage, 1, value, date(2026, 1, 1), asker=desk)
    desk.open("credit?tab=stages")
    stages = desk.current().tab("stages")
    assert stages.grid.select_where(lambda one: one.customer_id == 1)
    assert stages.grid.current_row().moves == "down"
    stages.set_advised()
    assert desk.ctx.reader.customer(1).terms == "30%@0+70%@15"


def test_the_customers_page_follows_the_limit_in_force(desk):
    value = CreditLimit(currency="CNY", minor=123_456_00, insured_minor=23_456_00)
    desk.ctx.act(limits.set_limit, value, customer_id=2, dated_on=TODAY, asker=desk)
    shown = tab(desk)
    assert shown.shown.limit.own_risk == 100_000_00
    assert desk.ctx.reader.customer_row(2, TODAY).limit_minor == 123_456_00
    assert shown.history.texts.rows[0][2] == "123,456.00"


def test_who_is_at_the_desk_is_chosen_and_remembered(desk, qtbot):
    assert desk.ctx.user == "周敏"
    assert desk._status.person.text() == "周敏"
    desk.run("book.person")
    menu = desk._status.person.findChild(object, "status.people")
    next(act for act in menu.actions() if act.text() == "方静").trigger()
    menu.close()
    assert (desk.ctx.user, desk.state.get("person")) == ("方静", "方静")
    desk.ctx.act(change_settings, {"people": ["周敏"]}, asker=desk)
    assert desk.ctx.user == desk.ports.user
    assert desk._status.person.text() == desk.ports.user


def test_names_are_kept_once_each(desk):
    desk.open("settings?section=people")
    section = desk.current().section("people")
    section.names.setPlainText(" 王 芳 \n\n周敏\n周敏")
    section.submit()
    assert desk.ctx.people == ("王 芳", "周敏")


def test_the_screens_speak_both_languages(desk):
    apply_for(desk).submit()
    for language in ("en", "zh"):
        desk.set_language(language)
        for name in ("approvals", "review", "stages"):
            desk.open(f"credit?tab={name}")
            assert desk.current().current().help_text()
        assert tab(desk).apply_act.text()


def test_the_policy_of_limits_is_kept_as_a_new_version(desk):
    desk.open("settings?section=limits")
    section = desk.current().section("limits")
    section.third.setText("40000")
    section.submit()
    assert not section.problem.isHidden()
    section.third.setText("300000")
    section.four_eyes.setChecked(False)
    section.equity.setText("1000000")
    section.submit()
    policy = policy_on(desk.ctx.reader, TODAY)
    assert policy.approvals.third_from_minor == 30_000_000
    assert not policy.approvals.four_eyes
    assert (policy.limits.own_equity_minor, policy.approved_by) == (100_000_000, "周敏")
    assert not section.dirty


def test_a_limit_is_lowered_at_once_but_not_raised(desk):
    shown = tab(desk, 1)
    shown.lower()
    shown.set_form.minor.setText("20000")
    shown.set_form.reason.setText("x")
    shown.set_form.submit()
    assert shown.set_form.fields["minor"].error()
    shown.set_form.minor.setText("0")
    shown.set_form.submit()
    assert in_force(desk, 1) == 0
    assert desk.ctx.reader.history(limit=1)[0].kind == "credit_limit.lower"


def test_the_letter_about_a_limit_and_taking_it_back(desk, monkeypatch):
    monkeypatch.setattr("ui.customers.limits.confirm", lambda *_asked, **_how: True)
    value = CreditLimit(currency="CNY", minor=800_000)
    desk.ctx.act(limits.set_limit, value, customer_id=1, dated_on=TODAY, asker=desk)
    tab(desk, 1).write_letter()
    (paper,) = desk.ctx.reader.papers(kind="limit_change")
    told = loads(LetterPaper, desk.ctx.reader.paper_value(paper.id))
    given = dict(told.given)
    assert (given["old_limit"], given["new_limit"]) == ("¥10,000.00", "¥8,000.00")
    assert told.deadlines == (("effective_on", TODAY),)
    shown = tab(desk, 1)
    shown.take_back()
    assert in_force(desk, 1) == 1_000_000
    assert not shown.back_act.isEnabled()


def test_the_whole_group_is_bounded_from_a_customers_page(desk):
    known = desk.ctx.reader.customer(2)
    desk.ctx.act(edit_customer, 2, replace(known, group="华东"), asker=desk)
    shown = tab(desk)
    shown.lower()
    shown.set_form.minor.setText("500000")
    shown.set_form.reason.setText("集团授信")
    shown.set_form.group.setChecked(True)
    shown.set_form.submit()
    found = limits.limit_on(desk.ctx.reader, 2, "CNY", TODAY)
    assert (found.minor, found.group, found.group_minor) == (None, "华东", 50_000_000)
