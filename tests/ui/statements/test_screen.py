"""Statements: whom, what period, issued once, found again."""

from datetime import date

import pytest


@pytest.fixture
def screen(office, monkeypatch):
    monkeypatch.setattr("ui.statements.screen.confirm", lambda *_asked, **_how: True)
    office.go("statements")
    return office.current()


def test_all_with_balance_or_movement_are_offered(screen):
    assert [one.code for one in screen.run.chosen()] == ["C0001", "C0002", "C0003"]
    assert screen.run.preview.count >= 1


def test_a_period_before_the_book_has_nobody(screen):
    screen.run.from_on.set_day(date(2020, 1, 1))
    screen.run.to_on.set_day(date(2020, 1, 31))
    screen.run.read()
    assert screen.run.chosen() == []
    assert not screen.issue_act.isEnabled()


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
    assert screen.stack.currentWidget() is screen.register
    assert len(screen.register.selected()) == 3
    screen.show_tab("run")
    screen.issue()
    assert len(screen.ctx.reader.papers(kind="statement")) == 3
    assert "·" in office.said[-1].text


def test_the_language_is_the_customers_own(screen):
    screen.issue()
    languages = {one.customer_name: one.language for one in screen.register._rows}
    assert languages["Acme Industrial GmbH"] == "en"
    assert languages["杭州临岸机电设备有限公司"] == "zh"


def test_an_address_opens_a_paper_in_the_register(screen, office):
    screen.issue()
    screen.show_tab("run")
    paper = screen.ctx.reader.papers(kind="statement")[-1]
    office.open(f"paper/{paper.id}")
    assert screen.stack.currentWidget() is screen.register
    assert screen.register.view.current_id() == paper.id
    assert screen.register.preview.count >= 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_words_follow_the_language(screen, office, language):
    office.set_language(language)
    assert (screen.run.style_box.itemText(1) == "Open items") is (language == "en")
    office.set_language("zh")
