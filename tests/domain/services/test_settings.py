from datetime import date
from decimal import Decimal

import pytest

from domain.errors import RateMissing
from domain.services import settings


def test_a_setting_comes_back_and_only_changes_are_told(desk):
    values = {"write_off_limit": 200, "buckets": [30, 60], "language": "zh"}
    assert settings.change_settings(desk.uow(), values).value == 2
    assert desk.book.reader.setting("buckets") == [30, 60]
    assert desk.book.reader.setting("nothing", 7) == 7
    row = desk.book.reader.history(limit=1)[0]
    assert row.summary == {"keys": ["buckets", "write_off_limit"]}
    assert settings.change_settings(desk.uow(), values).value == 0


def test_a_rate_of_a_day_given_again_replaces_it(desk):
    day = date(2026, 1, 5)
    for rate in ("7.1", "7.2"):
        settings.add_rate(desk.uow(), "USD", day, Decimal(rate))
    with desk.uow() as uow:
        assert uow.rate("USD", day) == Decimal("7.2")
        assert uow.rate("USD", date(2026, 1, 4)) is None
        assert uow.rate("EUR", day) is None


@pytest.mark.parametrize("rate", ["0", "-1"])
def test_a_rate_is_above_zero(desk, rate):
    before = desk.facts()
    with pytest.raises(RateMissing):
        settings.add_rate(desk.uow(), "USD", date(2026, 1, 5), Decimal(rate))
    assert desk.facts() == before


def test_a_mapping_saved_again_is_replaced(desk):
    for value in ("a", "b"):
        settings.save_mapping(desk.uow(), "invoices", "ERP", value)
    assert desk.book.reader.saved_mappings("invoices") == {"ERP": "b"}
    assert desk.book.reader.saved_mappings("bank") == {}
