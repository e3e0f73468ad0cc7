"""Risk levels and the firm's own position are kept by hand on the Credit screen."""

from decimal import Decimal

import pytest

from domain.services import warnings
from domain.warning.positions import FirmPosition, RiskLevel, Scope
from domain.warning.rules import Rule
from tests.ui.fakes import TODAY
from tests.ui.office import office
from ui.records import history

__all__ = ["office"]


@pytest.fixture
def tab(office):
    office.open("credit?tab=facts")
    return office.current().tab("facts")


def _type(panel, **texts):
    panel.add_one()
    for key, text in texts.items():
        panel.edit.editors[key].widget.setText(text)


def test_a_level_is_typed_kept_and_bounded(tab, office):
    panel = tab.current()
    _type(panel, name="机械", level="8")
    scope = panel.edit.editors["scope"].widget
    scope.setCurrentIndex(scope.findText("行业"))
    panel.edit.submit()
    assert panel.edit.fields["level"].error() == "不超过 7"
    panel.edit.editors["level"].widget.setText("5")
    panel.edit.submit()
    (kept,) = office.ctx.reader.records(RiskLevel, firm=True)
    assert kept.value == RiskLevel(scope=Scope.INDUSTRY, name="机械", level=5)
    assert panel.model.rowCount() == 1


def test_the_own_position_warns_of_the_firm_in_the_books_currency(tab, office):
    tab.show_part(FirmPosition.KIND)
    _type(tab.current(), facility="1000000", used="950000")
    tab.current().edit.submit()
    found = warnings.find_alerts(office.ctx.reader, TODAY)
    (firm,) = [one for one in found if one.rule is Rule.FACILITY]
    assert firm.value == Decimal("95.00")
    assert firm.facts["currency"] == "CNY"


def test_the_history_words_what_changed_in_each_kind():
    assert history.described("risk_level.keep").words == ("风险等级", "Risk level")
    assert history.described("promise.keep") is not None
