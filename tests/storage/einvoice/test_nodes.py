"""Texts, figures and dates of XML."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from storage.einvoice.nodes import Unreadable, day_of, figure_of, loose_figure, parse


@pytest.mark.parametrize(
    "written,value",
    [("1.5", "1.5"), ("-0.10", "-0.10"), ("+3", "3"), (".5", "0.5"), ("7.", "7"), ("", None)],
)
def test_figures(written, value):
    assert figure_of(written, "Amount") == (None if value is None else Decimal(value))


@pytest.mark.parametrize("written", ["1,5", "1 000", "1e3", "NaN", "--1", "٣", "²", "0" * 30, "."])
def test_what_is_no_figure_is_refused(written):
    with pytest.raises(Unreadable) as fault:
        figure_of(written, "Amount")
    assert (fault.value.column, fault.value.code) == ("Amount", "einvoice.not_a_figure")


@pytest.mark.parametrize(
    "written,value",
    [("¥1,234.50", "1234.50"), ("￥１２", "12"), ("1,234,567", "1234567"), (" -5.00 ", "-5.00")],
)
def test_chinese_figures_may_bear_signs_and_separators(written, value):
    assert loose_figure(written, "gross") == Decimal(value)


@pytest.mark.parametrize("written", ["1,23", "12,34.5", "1,234.567"])
def test_separators_in_wrong_places_are_no_figure(written):
    with pytest.raises(Unreadable):
        loose_figure(written, "gross")


@pytest.mark.parametrize(
    "written",
    [
        *("2026-01-31", "2026-01-31Z", "2026-01-31-12:00", "20260131", "202601310930"),
        *("20260131093000", "2026-01-31 23:59:59", "2026年01月31日", "2026/1/31"),
    ],
)
def test_days(written):
    assert day_of(written, "IssueDate") == date(2026, 1, 31)


@pytest.mark.parametrize("written", ["202601", "31/01/26x", "0000-00-00", "2026-13-01"])
def test_what_is_no_day_is_refused(written):
    with pytest.raises(Unreadable) as fault:
        day_of(written, "IssueDate")
    assert fault.value.rejection(4).row == 4


def test_endless_tags_are_refused_before_they_are_read():
    with pytest.raises(FileUnreadable, match="too_large"):
        parse(b"<a>" + b"<b/>" * 2_000_000 + b"</a>", "a.xml")
