"""How interest is computed, for the book and for a customer, in the settings."""

from datetime import date

import pytest

from domain.interest_modes import MODES
from domain.services.interest import CustomerTerms, customer_terms
from ui.settings.screen import SettingsScreen


@pytest.fixture
def section(wired, qtbot):
    screen = SettingsScreen(wired)
    qtbot.addWidget(screen)
    screen.retranslate()
    screen.show()
    screen.open_list({"section": "interest"})
    return screen.section("interest")


def _choose(box, code):
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def _shown(section):
    return {name for name, field in section.fields.items() if field.isVisibleTo(section)}


def test_every_mode_can_be_chosen_and_the_rest_follows(section):
    codes = {section.mode.itemData(place) for place in range(section.mode.count())}
    assert codes == {"", *MODES}
    assert _shown(section) == {"customer", "mode", "year", "count"}
    _choose(section.mode, "CN_SALE_LPR_FIXED")
    assert section.behind.text() == "1.5"
    assert "behind" in _shown(section)
    _choose(section.mode, "UK")
    assert "behind" not in _shown(section)


def test_the_books_way_is_kept(section, wired):
    _choose(section.mode, "CN_SALE_LPR_FLOAT")
    section.behind.setText("1.3")
    section.year.set_value("360")
    section.count.set_value("both")
    section.submit()
    kept = {"mode": "CN_SALE_LPR_FLOAT:1.3", "year": 360, "count": "both"}
    assert wired.reader.setting("interest") == kept
    assert not section.dirty
    section.load()
    assert (section.behind.text(), section.year.value()) == ("1.3", "360")


def test_a_customers_terms_are_kept_and_listed(section, wired):
    section.customer.set_customer(1)
    assert _shown(section) == {"customer", "mode", "buyer", "bankrupt"}
    _choose(section.mode, "CN_CONTRACT")
    section.behind.setText("日万分之五")
    _choose(section.buyer, "large")
    section.bankrupt.set_day(date(2026, 10, 1))
    section.submit()
    assert customer_terms(wired.reader, 1) == CustomerTerms(
        mode="CN_CONTRACT:0.05%/day", buyer="large", bankrupt_on=date(2026, 10, 1)
    )
    (row,) = section.table.texts.rows
    assert row[0].startswith("C0001")
    assert list(row[1:]) == ["CN_CONTRACT:0.05%/day", row[2], "2026-10-01"]
    assert section.behind.text() == "0.05%/day"


@pytest.mark.parametrize("behind", ["", "18", "x"])
def test_a_rate_without_its_unit_is_told_beside_the_field(section, wired, behind):
    _choose(section.mode, "US")
    section.behind.setText(behind)
    section.submit()
    assert section.fields["behind"].error()
    assert wired.reader.setting("interest") is None


def test_a_customer_that_is_not_found_and_an_unclear_day_are_told(section, wired):
    section.customer.setText("nobody")
    section.submit()
    assert section.fields["customer"].error()
    section.customer.set_customer(1)
    section.bankrupt.setText("31-31")
    section.submit()
    assert section.fields["bankrupt"].error()
    assert wired.reader.setting("interest_customers") is None
