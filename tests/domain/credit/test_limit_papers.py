"""The letter about a limit: both limits, from when, what follows, and no reasons."""

from datetime import date

import pytest

from domain.credit.limit_papers import NOTICE, LimitChange, letter_facts
from domain.letters.catalogue import letter_of
from domain.letters.writing import write
from storage.templates import TEMPLATES
from tests.domain.letters.letter_samples import facts

FROM = date(2026, 12, 1)


def letter(before=400_000_00, after=320_000_00, language="zh", **more):
    change = LimitChange(before=before, after=after, currency="CNY", effective_on=FROM, **more)
    given = letter_facts(change, "NET30", language)
    text = TEMPLATES.shipped(NOTICE, language)
    return write(letter_of(NOTICE), text, facts(NOTICE, language, full=False, **given), TEMPLATES)


def said(value):
    return "\n".join(block.text for block in value.body)


def test_a_cut_is_told_with_both_limits_and_without_reasons():
    text = said(letter())
    for words in ("¥400,000.00", "¥320,000.00（人民币叁拾贰万元整）", "自2026年12月1日起",
                  "NET30", "另行通知前有效", "付清超出部分"):  # fmt: skip
        assert words in text
    assert "逾期" not in text


@pytest.mark.parametrize(
    "before, after, words",
    [(100, 200, "赊销方式向我司订货"), (100, 0, "款到发货方式"), (100, None, "不设限额"),
     (None, 100, "不设限额")],
)  # fmt: skip
def test_the_wording_follows_the_direction(before, after, words):
    assert words in said(letter(before, after))


def test_the_letter_in_english():
    value = letter(language="en", ends_on=date(2027, 3, 31))
    assert value.title == "Notice of change of credit limit"
    for words in ("CNY 320,000.00", "In force until 31 March 2027", "payment in advance"):
        assert words in said(value)


def test_a_limit_asks_for_nothing():
    assert letter().total == 0
    assert letter().deadlines == (("effective_on", FROM),)
