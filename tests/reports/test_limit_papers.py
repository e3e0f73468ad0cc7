"""The form of an application for a limit, with its signature boxes."""

from dataclasses import replace
from datetime import date

import pytest

from domain.credit.approval import ApprovalStep, CreditApplication, Decision, standing
from domain.credit.limit_papers import approval_form
from domain.credit.limit_policy import LimitPolicy
from domain.credit.methods import Known, propose
from domain.record import Record
from domain.values import dumps, loads
from reports.render import pdf
from tests.reports import reading, samples
from tests.reports.test_layout import assert_sound

DAY = date(2026, 11, 20)


def said(value):
    return reading.squeezed(reading.text(pdf(value)))


def form(language="zh", steps=(), **more):
    legs = propose(
        Known(currency="CNY", monthly_purchases=90_000_00, term_days=30, clean_peak=120_400_00,
              own_receivables=3_885_422_50),
        LimitPolicy(),
    )  # fmt: skip
    value = CreditApplication(
        number="CA-2026-0007", applicant="周敏", currency="CNY", minor=100_000_00,
        insured_minor=60_000_00, terms="NET30", terms_before="COD", reason="新客户首单",
        new_customer=True, before_minor=0, levels=3, proposed_minor=legs.minor, legs=legs.legs,
        applied_on=date(2026, 11, 16), **more,
    )  # fmt: skip
    record = Record(id=1, value=value, customer_id=1, dated_on=value.applied_on)
    kept = [
        Record(
            id=10 + n,
            value=ApprovalStep(application_id=1, number=value.number, level=n, who=who,
                               decision=decision, comment=comment, minor=minor),
            customer_id=1,
            dated_on=date(2026, 11, 16 + n),
        )
        for n, (who, decision, comment, minor) in enumerate(steps, start=1)
    ]  # fmt: skip
    made = approval_form(
        standing(record, kept),
        company=samples.firm(language),
        customer=samples.CUSTOMER if language == "zh" else samples.CUSTOMER_EN,
        language=language,
        issued_on=DAY,
    )
    return replace(made, number="沐审字〔2026〕第0001号" if language == "zh" else "LA-2026-0001")


YES = Decision.APPROVE


def test_the_form_shows_every_leg_and_leaves_boxes_to_sign():
    text = said(form())
    for words in ("信用额度审批表", "CA-2026-0007", "周敏", "108,000.00", "150,500.00",
                  "777,084.50", "缺少：有形净资产", "建议额度108,000.00", "一级：工商信息",
                  "二级：财务", "三级：口碑", "尚未批准", "自担额度"):  # fmt: skip
        assert words in text, words


def test_the_form_shows_who_said_what_and_what_was_granted():
    steps = (
        ("陈立", YES, "存续，无异常", None),
        ("方静", YES, "", 80_000_00),
        ("林会计", YES, "", None),
    )
    text = said(form(steps=steps))
    for words in ("存续，无异常", "2026年11月19日", "批准额度", "80,000.00"):
        assert words in text
    rejected = said(form(steps=(("陈立", Decision.REJECT, "经营异常", None),)))
    assert "否决" in rejected
    assert "尚未批准" in rejected


def test_the_form_in_english():
    text = reading.text(pdf(form("en")))
    for words in ("Credit Limit Approval", "Payment record", "Missing: tangible net worth",
                  "1 Registry", "Not granted yet"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_long_texts_stay_on_the_page_and_apart(language):
    long = samples.LONG_ZH if language == "zh" else samples.LONG_EN
    steps = ((long, YES, long * 4, 10**15), ("B", YES, "", None))
    full = replace(form(language, steps), reason=long * 4, applicant=long)
    for value in (full, form(language)):
        assert_sound(pdf(value))


def test_a_form_reads_back_as_it_was_issued():
    value = form(steps=(("陈立", YES, "好", 1),))
    assert loads(type(value), dumps(value)) == value
