"""The list of what is handed over: claims, papers, gaps, two signatures."""

from dataclasses import replace
from datetime import date

import pytest

from domain.customer import Company
from domain.papers import Addressee
from domain.recovery.paper import HandOverLine, HandOverPaper, HandOverPiece
from reports.render import pdf
from tests.reports.reading import by_pdfplumber, squeezed, text

PAPER = HandOverPaper(
    company=Company(name="沐川精密配件有限公司", name_en="Muchuan Parts"),
    customer=Addressee(code="C1", name="示例信用管理有限公司", contact="陈经理"),
    debtor=Addressee(code="C1", name="云启科技有限公司", name_en="Yunqi Tech"),
    number="移字〔2026〕第0001号",
    language="zh",
    currency="CNY",
    issued_on=date(2026, 7, 1),
    as_of=date(2026, 6, 30),
    party="agency",
    fee="按实际回款的 15%",
    lines=(
        HandOverLine(
            number="INV-1",
            issued_on=date(2026, 1, 5),
            due_on=date(2026, 2, 4),
            amount=100_000_00,
            open=80_000_00,
            score=63,
            missing="验收、催款送达",
        ),
    ),
    pieces=(
        HandOverPiece(number=1, title="合同", proves="买卖合同关系", pages=4),
        HandOverPiece(number=2, title="往来邮件", proves="催收经过", pages=0),
    ),
    gaps=(("验收单", "请客户在验收单上签字"),),
    total=80_000_00,
)


def test_the_list_says_what_whose_and_what_is_missing():
    said = squeezed(text(pdf(PAPER)))
    for words in (
        "移交清单",
        "云启科技有限公司",
        "示例信用管理有限公司",
        "捌万元整",
        "80,000.00",
        "63%",
        "按实际回款的15%",
        "另附",
        "请客户在验收单上签字",
        "移交方（盖章）",
        "接收方（签章）",
    ):
        assert words in said


def test_in_english_and_for_a_lawyer():
    english = replace(PAPER, language="en", party="lawyer", number="HO-2026-0001", gaps=())
    said = by_pdfplumber(pdf(english))
    assert "Yunqi Tech" in said
    assert "for legal action" in said
    assert "Table 3" not in said


@pytest.mark.parametrize("count", [40])
def test_a_long_list_goes_over_pages(count):
    lines = tuple(replace(PAPER.lines[0], number=f"INV-{n}") for n in range(count))
    said = text(pdf(replace(PAPER, lines=lines)))
    assert all(f"INV-{n}" in said for n in range(count))
