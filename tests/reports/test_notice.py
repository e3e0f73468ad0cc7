"""Notices: what is set off or moved, for whom, and who signs."""

from dataclasses import replace
from datetime import date

import pytest

from domain.customer import Customer
from domain.notices import SET_OFF, TRANSFER, SettledLine, notice
from domain.services.papers import addressee
from reports.render import pdf
from tests.reports import reading, samples

DEBTOR = Customer(
    code="C7", name="无锡禾示例传动有限公司", name_en="Wuxi Sample Drives Co., Ltd.",
    address="无锡市示例路 1 号", postcode="214000",
)  # fmt: skip
OTHER = {"zh": "南通示例船舶有限公司", "en": "Nantong Sample Marine Co., Ltd."}


def _lines(count):
    return tuple(
        SettledLine(
            number=f"INV-2026-{n:06d}",
            issued_on=date(2026, 1, 5),
            due_on=date(2026, 2, 5),
            amount=10_000 + n,
            settled=4_000,
            left=6_000 + n,
        )
        for n in range(1, count + 1)
    )


def _notice(kind, language="zh", count=3, **more):
    made = notice(
        kind,
        samples.ShippedBook(),
        company=samples.FIRM,
        customer=(DEBTOR, addressee(DEBTOR)),
        language=language,
        currency="CNY",
        lines=_lines(count),
        effective_on=date(2026, 11, 20),
        issued_on=date(2026, 11, 18),
        values={"on": date(2026, 11, 20), **more},
    )
    return replace(made, number="抵字〔2026〕第0001号")


def test_a_set_off_names_both_debts_the_article_and_the_sum_in_words():
    text = reading.text(pdf(_notice(SET_OFF, payable="采购发票 88")))
    for words in (
        "债务抵销通知书", "第五百六十八条", "采购发票 88", "120.00", "壹佰贰拾元整",
        "INV-2026-000003", "60.03", "2026年11月20日", "回执",
    ):  # fmt: skip
        assert words in text.replace("\n", "")
    assert "收款账户" not in text


def test_an_agreed_set_off_names_its_agreement():
    text = reading.text(pdf(_notice(SET_OFF, payable="P", agreement="抵销协议 9")))
    assert "（依据：抵销协议9）" in text.replace("\n", "").replace(" ", "")


def test_a_transfer_is_signed_by_three():
    made = _notice(TRANSFER, agreement="三方 7", other=OTHER["zh"])
    text = reading.text(pdf(made)).replace("\n", "")
    for words in ("债务转移协议", "第五百五十一条", "债权人", "原债务人", "新债务人", OTHER["zh"]):
        assert words in text
    assert "回执" not in text


def test_english_notices():
    text = reading.text(pdf(_notice(SET_OFF, "en", payable="PI-88")))
    for words in ("Notice of Set-off", "Article 568", "PI-88", "CNY 120.00", "Reply slip"):
        assert words in text
    text = reading.text(pdf(_notice(TRANSFER, "en", agreement="T-7", other=OTHER["en"])))
    for words in ("Agreement on Transfer of Debt", "New debtor", "Nantong Sample Marine"):
        assert words in text


@pytest.mark.parametrize("count, pages", [(1, 1), (12, 2), (200, 6)])
def test_pages_follow_the_number_of_lines(count, pages):
    assert len(reading.texts(pdf(_notice(SET_OFF, count=count, payable="P")))) == pages
