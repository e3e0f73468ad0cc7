"""The Settings screen: each section keeps what was typed, checks it, stores it with history."""

import json
from datetime import date
from decimal import Decimal

import pytest

from domain.letters.catalogue import CATALOGUE
from domain.letters.wording import versions
from domain.services.dunning import procedures
from domain.services.settings import save_mapping
from ui.settings.screen import SettingsScreen


@pytest.fixture
def screen(wired, qtbot):
    made = SettingsScreen(wired)
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(1200, 680)
    made.show()
    return made


def test_every_section_shows_in_both_languages(screen, wired):
    for place in range(screen.list.count()):
        screen.list.setCurrentRow(place)
        assert screen._head.title.text()
        assert screen.list.item(place).text()
    wired.set_language("en")
    wired.set_language("zh")
    assert screen.list.item(0).text()


def test_the_company_is_kept_with_its_history(screen, wired):
    section = screen.section("company")
    assert section.editors["name"].text() == "苏州沐川精密配件有限公司"
    section.editors["bank"].setText("中国某银行苏州分行")
    section.editors["letter_prefix"].setText("沐")
    section.submit()

    company = wired.reader.company()
    assert (company.bank, company.letter_prefix) == ("中国某银行苏州分行", "沐")
    assert not screen.has_draft()
    newest = wired.reader.history(limit=1)[0]
    assert newest.kind == "settings.change"
    (change,) = wired.reader.changes_of(newest.operation_id)
    assert "中国某银行苏州分行" in change.after
    assert "中国某银行苏州分行" not in change.before


def test_an_empty_company_name_is_refused_beside_its_field(screen, wired):
    section = screen.section("company")
    section.editors["name"].setText(" ")
    section.editors["bank"].setText("X")

    section.submit()

    assert section.fields["name"].error()
    assert section.editors["bank"].text() == "X"
    assert wired.reader.company().name == "苏州沐川精密配件有限公司"


@pytest.mark.parametrize(
    "code,warned", [("", False), ("91320594MA1MUCHN3N", False), ("91320594MA1MUCHN3X", True)]
)
def test_a_wrong_check_digit_only_warns(screen, wired, code, warned):
    section = screen.section("company")
    section.editors["tax_id"].setText(code)
    assert section.warning.isHidden() != warned

    section.submit()

    assert wired.reader.company().tax_id == code


def test_what_was_typed_survives_a_change_of_the_book(screen, wired):
    section = screen.section("company")
    section.editors["bank"].setText("typed")
    section.touch()

    screen.refresh(screen.everything())

    assert section.editors["bank"].text() == "typed"
    assert screen.has_draft()
    assert screen.undo()
    assert section.editors["bank"].text() == ""


def test_general_choices_are_kept_and_the_limit_is_checked(screen, wired):
    section = screen.section("general")
    section.limit.setText("many")
    section.submit()
    assert section.fields["write_off_limit"].error()

    section.limit.setText("35.50")
    section.papers.set_value("en")
    section.submit()

    assert wired.reader.setting("write_off_limit") == 3550
    assert wired.reader.setting("language") == "en"


def test_the_look_and_the_language_are_the_windows_commands(screen, wired):
    asked = []
    wired.command.connect(asked.append)
    section = screen.section("general")

    section.look.chosen.emit("dark")
    section.window_language.chosen.emit("en")

    assert asked == ["look.dark", "language.en"]


def test_a_dunning_procedure_is_changed_and_another_added(screen, wired):
    section = screen.section("dunning")
    section.levels.rows[0].days.setText("10")
    section.minimum.setText("100")
    section.submit()
    section.add.click()
    section.code.setText("大客户")
    section.submit()

    known = procedures(wired.reader)
    assert [level.days for level in known["standard"].levels] == [10, 15, 30, 60, 90]
    assert known["standard"].minimum_minor == 10_000
    assert list(known) == ["standard", "大客户"]


def test_levels_have_fees_interest_and_reminders_before_the_due_date(screen, wired):
    section = screen.section("dunning")
    while len(section.levels.rows) > 2:
        section.less.click()
    early, late = section.levels.rows
    early.days.setText("-7")
    late.fee.setText("50")
    late.percent.setText("1.5")
    late.interest.setCurrentIndex(late.interest.findData("CN_SME_17"))
    late.after.setCurrentIndex(late.after.findData("sent"))
    section.submit()

    first, second = procedures(wired.reader)["standard"].levels
    assert (first.level, first.days) == (0, -7)
    assert (second.level, second.after, second.fee_minor) == (1, "sent", 5_000)
    assert (second.fee_percent, second.interest) == (Decimal("1.5"), "CN_SME_17")


@pytest.mark.parametrize("days", [("15", "7"), ("", "15"), ("x", "15")])
def test_levels_that_do_not_rise_are_refused(screen, wired, days):
    section = screen.section("dunning")
    for row, text in zip(section.levels.rows, days, strict=False):
        row.days.setText(text)

    section.submit()

    assert not section._levels_error.isHidden()
    assert wired.reader.setting("dunning_procedures") is None


def test_a_customer_and_a_grade_follow_a_procedure_of_their_own(screen, wired):
    section = screen.section("dunning")
    section.add.click()
    section.code.setText("温和")
    section.submit()
    section.customer.set_customer(1)
    section.follow.click()
    section.grade.setText("A")
    section.follow.click()
    assert [code for _who, code in section._followers] == ["温和", "温和"]
    section.grade.setText("A")
    section.unfollow.click()
    assert len(section._followers) == 1
    section.first.click()
    assert next(iter(procedures(wired.reader))) == "温和"


def _own(wired, key="dunning_1", language="zh"):
    return versions(wired.reader, key, language)


def test_wording_is_kept_shown_and_taken_back(screen, wired):
    section = screen.section("wording")
    assert section.preview.pdf.startswith(b"%PDF-")
    shipped = section.text.toPlainText()
    section.text.setPlainText(shipped.replace("付款提醒函", "温馨提示函"))
    section.submit()
    assert "温馨提示函" in _own(wired)[0].value.text
    assert section.default.isEnabled()

    section.default.click()

    assert section.text.toPlainText() == shipped
    assert [one.value.text == "" for one in _own(wired)] == [True, False]
    assert not section.default.isEnabled()


def test_an_earlier_version_can_be_taken_up_again(screen, wired):
    section = screen.section("wording")
    shipped = section.text.toPlainText()
    for title in ("甲函", "乙函"):
        section.text.setPlainText(shipped.replace("付款提醒函", title))
        section.submit()
    # In force, the two versions, the default.
    assert section.history.count() == 4

    section.history.setCurrentIndex(2)
    section._show_version()
    assert "甲函" in section.text.toPlainText()
    assert section.dirty
    section.submit()

    assert "甲函" in _own(wired)[0].value.text


@pytest.mark.parametrize(
    "text, said",
    [
        ("# 函\n\n{{ nobody }}{{ amount }}{{ pay_by }}", "nobody"),
        ("# 函\n\n{{ custmer }}{{ amount }}{{ pay_by }}", "customer"),
        ("# 函\n\n{{ amount }}", "pay_by"),
        ("# 函\n\n{{ amount", "3"),
        ("# 函\n\n{{ amount.__class__ }}", "__class__"),
        ("# 函\n\n{amount}{{ pay_by }}", "{{ name }}"),
        ("{{ amount }}{{ pay_by }}", "#"),
        ("# 函\n\n{{ amount }}{{ pay_by }}\n\n[plan]", "5"),
        ("", ""),
    ],
)
def test_wording_that_letters_cannot_fill_is_told_under_the_text(screen, wired, text, said):
    section = screen.section("wording")
    section.text.setPlainText(text)

    section.submit()

    assert section.fields["text"].error()
    assert said in section.fields["text"].error()
    assert _own(wired) == []


def test_every_letter_and_language_is_drawn(screen, wired):
    section = screen.section("wording")
    for one in CATALOGUE:
        for language in one.languages:
            section.open_letter(one.key, language)
            assert section.fields["text"].error() == ""
            assert section.preview.pdf.startswith(b"%PDF-")
            assert all(name in section.names.toPlainText() for name in one.mentions)


def test_rates_are_added_and_listed(screen, wired):
    section = screen.section("rates")
    section.currency.setCurrentIndex(section.currency.findData("USD"))
    section.on.set_day(date(2026, 11, 1))
    section.rate.setText("-7")
    section.submit()
    assert section.fields["rate"].error()

    section.rate.setText("7.1234")
    section.submit()

    (kept,) = wired.reader.rates()
    assert (kept.currency, kept.quoted_on, kept.rate) == (
        "USD",
        date(2026, 11, 1),
        Decimal("7.1234"),
    )
    assert section.table.texts.rows[0][2] == "7.1234"
    assert section.rate.text() == ""


def test_mappings_are_listed_written_and_removed(screen, wired, tmp_path):
    value = json.dumps({"kind": "invoices", "columns": {"number": "No", "amount": ["a", "b"]}})
    save_mapping(wired.book.unit_of_work("t"), "invoices", "月报", value)
    section = screen.section("mappings")
    section.load()
    assert section.table.texts.rows[0][1] == "月报"
    section.write_to(tmp_path / "m.json")
    assert json.loads((tmp_path / "m.json").read_text(encoding="utf-8")) == json.loads(value)

    section.drop.click()

    assert wired.reader.saved_mappings("invoices") == {}
    assert not section.drop.isEnabled()


def test_a_backup_goes_to_the_folder_chosen(screen, wired, tmp_path):
    section = screen.section("safety")
    section.use_folder(tmp_path / "safe")
    before = section._last.text()

    section.now.click()

    assert len(list((tmp_path / "safe").glob("*.qz"))) == 1
    assert section._last.text() != before


def test_the_check_tells_its_verdict_and_its_findings(screen, wired, book):
    section = screen.section("safety")
    section.check.click()
    assert section._verdict.property("tone") == "green"

    with book.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE item SET open_minor = 1 WHERE id = 1")
    section.check.click()

    assert section._verdict.property("tone") == "red"
    assert "余额缓存" in section.findings.texts.rows[0][0]


def test_the_history_shows_before_and_after(screen, wired):
    company = screen.section("company")
    company.editors["phone"].setText("0512-5555 0199")
    company.submit()
    section = screen.section("history")
    section.load()

    assert section.operations.texts.rows[0][1] == "林会计"
    found = [row for row in section.changes.texts.rows if "0512-5555 0199" in row[3]]
    assert found
