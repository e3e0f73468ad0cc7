"""Reports of risk and warnings, and the customer's review sheet."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import NotFound
from domain.forms import FormPaper
from domain.services import warnings
from tests.ui.conftest import TODAY
from tests.ui.wired import wired
from ui.gallery import gallery
from ui.reporting import making

__all__ = ["wired"]
NAMES = ("risk-map", "risk-places", "expected-loss", "warnings", "warning-backtest")


def _made(reader, name, language="zh", **params):
    return gallery()[name].build(reader, params, language, TODAY)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_report_becomes_pages_and_a_list(book, wired, name, language):
    made = _made(book.reader, name, language)
    assert made.rows
    assert making.pages(wired.papers, made).startswith(b"%PDF")
    assert making.sheet(wired.papers, made).title


def test_heat_map_and_expected_loss_have_the_same_totals(book):
    heat, loss = _made(book.reader, "risk-map"), _made(book.reader, "expected-loss")
    assert heat.totals[0][-2:] == loss.totals[0][-2:]
    assert sum(row[-1] for row in heat.rows) == heat.totals[0][-1]
    (unrated,) = loss.rows
    assert unrated[:3] == ("未评级", Decimal("5.00"), Decimal("45.00"))


def test_the_review_sheet_says_what_warns_and_leaves_room_for_the_outcome(book, wired):
    day = date(2026, 11, 20)
    found = warnings.find_alerts(book.reader, day)
    warnings.open_tasks(book.unit_of_work("林会计"), found, day)
    made = _made(book.reader, "warning-review", customer="C0001")
    assert isinstance(made, FormPaper)
    said = " ".join(" ".join(row) for row in made.rows)
    for text in ("逾期占比", "待复核", "□ 误报", "2026年11月23日", "信用额度不得上调"):
        assert text in said
    assert making.pages(wired.papers, made).startswith(b"%PDF")
    english = _made(book.reader, "warning-review", "en", customer="C0001")
    assert english.title == "Customer credit review"


def test_a_review_sheet_of_nobody_is_the_list_and_of_a_stranger_an_error(book):
    assert _made(book.reader, "warning-review").title == "早期预警清单"
    with pytest.raises(NotFound):
        _made(book.reader, "warning-review", customer="nobody")
