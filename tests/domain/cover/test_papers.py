"""What an insurer is told of a loss: facts, debts with their shipments, computation, pack."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.cover.claims import Evidence, InsuranceClaim
from domain.cover.insurance import Cause
from domain.cover.papers import (
    LossFacts,
    computation_table,
    debts_table,
    enclosed_table,
    loss_table,
)
from domain.letters.catalogue import letter_of
from domain.letters.writing import LetterFacts, write
from domain.money import Money
from domain.papers import Addressee
from reports.render import pdf
from storage.templates import TEMPLATES
from tests.domain.cover.cover_desk import debt, policy
from tests.domain.letters.letter_samples import DEBTOR
from tests.reports import reading, samples
from tests.reports.test_layout import assert_sound

BUYER = Addressee(code="C7", name="无锡禾示例传动有限公司", name_en="Wuxi Sample Drives Ltd",
                  country="CN")  # fmt: skip
INSURER = Addressee(code="", name="示例财产保险股份有限公司", name_en="Sample Insurance Co., Ltd.")
ON = date(2026, 4, 20)
TOLD = LossFacts(
    policy=policy(deductible_minor=200_000),
    buyer=BUYER,
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


def _debts(count=2):
    return [
        debt(n, 6_000_000, "2026-01-03", "2026-02-01")._replace(
            number=f"INV-2026-{n:06d}", issued_on=date(2026, 1, 1)
        )
        for n in range(1, count + 1)
    ]  # fmt: skip


def letter(key, language="zh", count=2):
    """Return a letter to the insurer with its tables."""
    debts = _debts(count)
    facts = LetterFacts(
        company=samples.firm(language),
        customer=DEBTOR,
        addressee=INSURER,
        language=language,
        currency="CNY",
        dated_on=ON,
        values={
            "policy": "P-1",
            "buyer": BUYER.name,
            "cause": "商业风险：拖欠",
            "amount": Money(6_000_000 * count, "CNY"),
            "notified_on": date(2026, 4, 1),
            "indemnity": Money(CLAIMED.indemnity_minor, "CNY"),
        },
        tables={
            "loss_facts": loss_table(TOLD, language),
            "debts": debts_table(debts, ON, language, "CNY"),
            "computation": computation_table(CLAIMED, language),
            "enclosed": enclosed_table({Evidence.FORM}, language),
        },
        total=6_000_000 * count,
    )
    made = write(letter_of(key), TEMPLATES.shipped(key, language), facts, TEMPLATES)
    return replace(made, number="损字〔2026〕第0001号")


def test_a_loss_is_told_with_its_policy_limit_and_cause_and_what_is_none():
    told = dict(loss_table(TOLD, "zh").rows)
    assert told["保险单号"] == "P-1"
    assert told["限额及编号"] == "¥80,000.00（人民币捌万元整）（L-77）"
    assert told["致损原因"] == "商业风险：拖欠"
    assert (told["争议"], told["担保"], told["减损措施"]) == ("无", "无", "暂停供货")
    assert dict(loss_table(TOLD, "en").rows)["Buyer"] == "Wuxi Sample Drives Ltd"


def test_the_debts_of_a_loss_add_up_and_tell_their_shipments():
    table = debts_table(_debts(), ON, "zh", "CNY")
    assert table.rows[0] == (
        "1", "INV-2026-000001", "2026-01-01", "2026-01-03", "2026-02-01",
        "60,000.00", "—", "60,000.00", "78",
    )  # fmt: skip
    assert table.sums[5:8] == ("120,000.00", "—", "120,000.00")


def test_the_computation_goes_from_what_is_unpaid_to_the_indemnity():
    table = computation_table(CLAIMED, "en")
    assert table.rows == (
        ("Unpaid", "120,000.00"),
        ("Less credits, set-off and receipts", "−20,000.00"),
        ("Loss", "100,000.00"),
        ("Loss within the limit", "80,000.00"),
        ("Insured share 90 %", "72,000.00"),
        ("Less deductible", "−2,000.00"),
    )
    assert table.sums == ("Indemnity applied for", "70,000.00")


def test_the_maximum_of_a_policy_stands_as_a_step_of_its_own():
    cut = replace(CLAIMED, indemnity_minor=5_000_000)
    assert computation_table(cut, "zh").rows[-1] == ("调整：保单最高赔偿限额", "−20,000.00")


def test_the_pack_lists_every_document_and_which_is_enclosed():
    states = {row[1]: row[2] for row in enclosed_table({Evidence.FORM}, "zh").rows}
    assert len(states) == len(Evidence)
    assert (states["索赔申请书"], states["权益转让书"]) == ("随附", "另行补交")


@pytest.mark.parametrize(
    "key, words",
    [
        ("loss_notice", ("可能损失通知书", "P-1", "商业风险：拖欠", "L-77", "第二十一条")),
        ("insurance_claim", ("索赔申请书", "损失计算", "100,000.00", "70,000.00", "权益转让书")),
    ],
)
def test_each_letter_names_its_ground_its_sum_and_has_no_slip(key, words):
    text = reading.squeezed(reading.text(pdf(letter(key))))
    for part in (*words, "INV-2026-000002", "120,000.00"):
        assert part in text
    assert letter(key).answers == ()


@pytest.mark.parametrize("key", ["loss_notice", "insurance_claim"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_many_debts_go_over_several_pages_with_one_total(key, language):
    data = pdf(letter(key, language, count=60))
    assert_sound(data)
    pages = reading.texts(data)
    assert len(pages) > 1
    assert sum("3,600,000.00" in page for page in pages[1:]) == 1
