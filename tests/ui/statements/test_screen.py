"""Statements: whom, what period, issued once, found again."""

from datetime import date

import pytest


@pytest.fixture
def screen(office, monkeypatch):
    monkeypatch.setattr("ui.statements.run_tab.confirm", lambda *_asked, **_how: True)
    office.go("statements")
    shown = office.current()
    shown.run_tab = shown.tab("run")
    shown.run = shown.run_tab.run
    shown.issue = shown.run_tab.issue
    shown.run.preset.setCurrentIndex(shown.run.preset.findData("last_month"))
    shown.run._preset_chosen()
    return shown


def _register(screen):
    return screen.tab("issued").register


def test_all_with_balance_or_movement_are_offered(screen):
    assert [one.code for one in screen.run.chosen()] == ["C0001", "C0002", "C0003"]
    assert screen.run.preview.count >= 1


def test_a_period_before_the_book_has_nobody(screen):
    screen.run.from_on.set_day(date(2020, 1, 1))
    screen.run.to_on.set_day(date(2020, 1, 31))
    screen.run.read()
    assert screen.run.chosen() == []
    assert not screen.run_tab.issue_act.isEnabled()


def test_an_end_before_the_beginning_is_said_at_its_field(screen):
    screen.run.from_on.set_day(date(2026, 11, 2))
    screen.run.to_on.set_day(date(2026, 11, 1))
    assert screen.run.terms() is None
    assert screen.run._fields["to"].error()


def test_movement_alone_counts_too(screen):
    screen.run.which.setCurrentIndex(screen.run.which.findData("moved"))
    screen.run.from_on.set_day(date(2026, 7, 1))
    screen.run.to_on.set_day(date(2026, 7, 1))
    screen.run.read()
    assert [one.code for one in screen.run.chosen()] == ["C0001"]


def test_issued_statements_are_kept_and_the_same_is_not_issued_twice(screen, office):
    screen.issue()
    assert len(screen.ctx.reader.papers(kind="statement")) == 3
    assert screen.current_key() == "issued"
    assert len(_register(screen).selected()) == 3
    screen.show_tab("run")
    screen.issue()
    assert len(screen.ctx.reader.papers(kind="statement")) == 3
    assert "·" in office.said[-1].text


def test_the_language_is_the_customers_own(screen):
    screen.issue()
    languages = {one.customer_name: one.language for one in _register(screen)._rows}
    assert languages["Acme Industrial GmbH"] == "en"
    assert languages["杭州临岸机电设备有限公司"] == "zh"


def test_an_address_opens_a_paper_in_the_register(screen, office):
    screen.issue()
    screen.show_tab("run")
    paper = screen.ctx.reader.papers(kind="statement")[-1]
    office.open(f"paper/{paper.id}")
    assert screen.current_key() == "issued"
    assert _register(screen).view.current_id() == paper.id
    assert _register(screen).preview.count >= 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_words_follow_the_language(screen, office, language):
    office.set_language(language)
    assert (screen.run.style_box.itemText(1) == "Open items") is (language == "en")
    office.set_language("zh")


def test_by_terms_each_gets_its_own_period_and_the_reason_where_none(screen):
    screen.run.preset.setCurrentIndex(screen.run.preset.findData("terms"))
    screen.run._preset_chosen()
    plan = screen.run.plan()
    assert {terms.to_on for _one, terms in plan} == {date(2026, 10, 31)}
    screen.issue()
    screen.show_tab("run")
    screen.run.read()
    assert screen.run.plan() == []
    assert all(screen.run._note(one) for one in screen.run.rows)


def test_a_slip_is_recorded_and_what_differs_settled(screen, office):
    screen.issue()
    screen.show_tab("replies")
    replies = screen.tab("replies")
    assert replies.model.rowCount() == 3
    replies.view.selectRow(0)
    sent = replies.current().sent
    replies.answer()
    form = replies.form
    form.answer.setCurrentIndex(form.answer.findData("differs"))
    form.submit()
    assert form.fields["differences"].error()
    (line,) = form._lines
    line.number.setText("INV-9")
    line.ours.set_minor(10_000)
    line.theirs.set_minor(9_000)
    form.submit()
    standing = next(one for one in replies._all if one.sent.paper_id == sent.paper_id)
    assert (standing.state, standing.open_gap) == ("differs", 1_000)
    screen.show_tab("differences")
    differences = screen.tab("differences")
    assert differences.model.rowCount() == 1
    differences.view.selectRow(0)
    differences.settle()
    differences.form.submit()
    assert differences.form.fields["how"].error()
    differences.form.how.setText("开红字")
    differences.form.submit()
    assert differences.model.rowCount() == 0


def test_an_agreed_slip_needs_who_signed(screen):
    screen.issue()
    screen.show_tab("replies")
    replies = screen.tab("replies")
    replies.view.selectRow(0)
    replies.answer()
    replies.form.submit()
    assert replies.form.fields["signed_by"].error()
    replies.form.signed.setText("王会计")
    replies.form.submit()
    assert [one.state for one in replies._all].count("agreed") == 1
    assert replies.form.isHidden()
