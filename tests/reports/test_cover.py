"""Pages about cover: what each names, what is ticked, who seals, what the slip asks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.cover import papers as compose
from domain.cover.assignment import Assignment
from domain.cover.claims import Evidence, InsuranceClaim
from domain.cover.guarantee import Guarantee, Liability
from domain.cover.insurance import Cause
from domain.cover.paper import CoverLine
from domain.cover.papers import Frame, LossFacts
from domain.papers import Addressee
from reports.render import pdf
from tests.domain.cover.cover_desk import policy
from tests.reports import reading, samples

DEBTOR = Addressee(
    code="C7", name="无锡禾示例传动有限公司", name_en="Wuxi Sample Drives Co., Ltd.",
    address="无锡市示例路 1 号", postcode="214000", country="CN",
)  # fmt: skip
INSURER = Addressee(code="", name="示例财产保险股份有限公司", name_en="Sample Insurance Co., Ltd.")
TOLD = LossFacts(
    policy=policy(deductible_minor=200_000),
    cause=Cause.PROTRACTED_DEFAULT,
    known_on=date(2026, 3, 1),
    limit=8_000_000,
    limit_number="L-77",
    letters="2026-03-01 催字〔2026〕第0001号",
    measures="暂停供货",
)
CLAIMED = InsuranceClaim(
    number="",
    policy="P-1",
    cause=Cause.PROTRACTED_DEFAULT,
    currency="CNY",
    gross_minor=12_000_000,
    deductions_minor=2_000_000,
    limit_minor=8_000_000,
    insured_percent=Decimal(90),
    deductible_minor=200_000,
    indemnity_minor=7_000_000,
)
DEAL = Assignment(
    assignee="示例商业保理有限公司",
    is_factor=True,
    recourse=True,
    contract_number="BL-9",
    contract_on=date(2026, 4, 1),
    currency="CNY",
    advance_percent=Decimal(80),
    fee_minor=1,
    items=(),
    account="示例银行 6222 0000",
)


def _frame(language="zh", recipient=INSURER, count=2):
    lines = tuple(
        CoverLine(
            number=f"INV-2026-{n:06d}",
            issued_on=date(2026, 1, 1),
            shipped_on=date(2026, 1, 3),
            due_on=date(2026, 2, 1),
            amount=6_000_000,
            settled=0,
            open=6_000_000,
            days_overdue=78,
        )
        for n in range(1, count + 1)
    )
    return Frame(
        company=samples.firm(language),
        recipient=recipient,
        debtor=DEBTOR,
        language=language,
        currency="CNY",
        issued_on=date(2026, 4, 20),
        lines=lines,
    )


def _read(value):
    return reading.squeezed(reading.text(pdf(replace(value, number="损字〔2026〕第0001号"))))


def _all(language):
    frame, debtor = _frame(language), _frame(language, DEBTOR)
    guarantor = _frame(language, Addressee(code="", name="张示例"))
    joint = Guarantee(liability=Liability.JOINT, matures_on=date(2026, 2, 1), cap=8_000_000)
    claim = compose.claim_form(
        frame,
        TOLD,
        CLAIMED,
        notified_on=date(2026, 4, 1),
        notice="损字〔2026〕第0001号",
        present={Evidence.FORM},
    )
    return {
        "loss": compose.loss_notice(frame, TOLD),
        "claim": claim,
        "guarantee": compose.guarantee_demand(guarantor, joint, contract="BZ-3", pay_days=7),
        "assignment": compose.assignment_notice(debtor, DEAL, contracts="HT-1"),
        "confirmation": compose.confirmation_request(debtor, date(2026, 4, 20), 30),
    }


@pytest.mark.parametrize(
    "kind, words",
    [
        ("loss", ("可能损失通知书", "P-1", "商业风险：拖欠", "L-77", "暂停供货", "第二十一条")),
        (
            "claim",
            ("索赔申请书", "损失计算", "100,000.00", "72,000.00", "70,000.00", "权益转让书"),
        ),
        (
            "guarantee",
            ("要求承担保证责任通知书", "连带责任保证", "2026年8月1日", "80,000.00", "收款账户"),
        ),
        (
            "assignment",
            ("应收账款债权转让通知书", "第七百六十四条", "6222", "有追索权", "回执", "无抵销"),
        ),
        ("confirmation", ("应收账款确权申请函", "第十六条", "2026年5月20日", "回执")),
    ],
)
def test_each_paper_names_its_ground_its_sum_and_what_it_asks(kind, words):
    text = _read(_all("zh")[kind])
    for part in (*words, "INV-2026-000002", "120,000.00"):
        assert part in text


def test_the_papers_read_in_english_too():
    titles = {
        "loss": "Notice of Possible Loss",
        "claim": "Application for Indemnity",
        "guarantee": "Demand under Guarantee",
        "assignment": "Notice of Assignment of Receivables",
        "confirmation": "Request to Confirm Receivables",
    }
    for kind, value in _all("en").items():
        text = _read(value)
        assert reading.squeezed(titles[kind]) in text
        assert "120,000.00" in text


def test_an_assignment_leaves_room_for_two_seals_and_an_insurer_gets_no_slip():
    papers = _all("zh")
    assert _read(papers["assignment"]).count("（盖章）") == 2
    assert "回执" not in _read(papers["loss"])
    assert papers["loss"].slip == ()


def test_many_debts_go_over_several_pages_with_one_total():
    value = compose.loss_notice(_frame(count=60), TOLD)
    data = pdf(replace(value, number="损字〔2026〕第0001号"))
    pages = reading.texts(data)
    assert len(pages) > 1
    assert sum("3,600,000.00" in page for page in pages) == 1
