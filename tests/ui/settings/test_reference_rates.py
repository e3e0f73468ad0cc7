"""The tables of reference rates in the settings, and entering a rate."""

from datetime import date
from decimal import Decimal

import pytest

from ui.settings.screen import SettingsScreen


@pytest.fixture
def section(wired, qtbot):
    screen = SettingsScreen(wired)
    qtbot.addWidget(screen)
    screen.retranslate()
    screen.open_list({"section": "reference_rates"})
    return screen.section("reference_rates")


def _choose(section, code):
    section.source.setCurrentIndex(section.source.findData(code))
    section.source.activated.emit(section.source.currentIndex())


def test_the_newest_rate_stands_first_with_how_far_it_is_known(section):
    assert list(section.table.texts.rows[0][:2]) == ["2025-05-20", "3.00"]
    assert "2025-07-21" in section.known.text()
    _choose(section, "ecb")
    assert list(section.table.texts.rows[0][:2]) == ["2026-07-01", "2.40"]
    _choose(section, "own")
    assert section.table.texts.rows == []


def test_a_rate_is_entered_and_extends_what_is_known(section, wired):
    section.on.set_day(date(2026, 11, 20))
    section.rate.setText("2.9%")
    section.note.setText("chinamoney.com.cn")
    section.submit()
    (one,) = wired.reader.reference_rates()
    assert (one.from_on, one.percent) == (date(2026, 11, 20), Decimal("2.9"))
    assert section.table.texts.rows[0][1] == "2.90"
    assert "chinamoney.com.cn" in section.table.texts.rows[0][2]
    assert "2026-12-19" in section.known.text()
    assert (section.rate.text(), section.dirty) == ("", False)
    assert len(wired.said) == 1


@pytest.mark.parametrize("typed", ["", "x", "-1", "100", "3,0", "1e1", "2.1234567"])
def test_what_is_no_percentage_is_told_beside_the_field(section, wired, typed):
    section.rate.setText(typed)
    section.submit()
    assert section.fields["rate"].error()
    assert wired.reader.reference_rates() == []


def test_a_day_that_is_unclear_is_told(section, wired):
    section.rate.setText("3")
    section.on.setText("31-31")
    section.submit()
    assert section.fields["date"].error()
    assert wired.reader.reference_rates() == []


def test_the_chosen_table_stays_when_the_language_changes(section, wired):
    _choose(section, "boe")
    wired.set_language("en")
    section.retranslate()
    assert section.source.currentText() == "Bank of England rate"
    assert section.table.texts.rows[0][1] == "3.75"
