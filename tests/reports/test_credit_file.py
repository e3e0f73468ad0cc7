"""The credit file and the visit form on paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.credit.file.completeness import FilePolicy, FileRecords, completeness
from domain.credit.file.contract import Contract
from domain.credit.file.negative_event import EventType, NegativeEvent
from domain.credit.file.paper import credit_file_paper, visit_paper
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.security import Security, SecurityType
from domain.credit.file.site_visit import Orders, SiteVisit, Stock
from domain.customer import Customer
from domain.record import Attachment, AttachmentRow, Record
from reports.render import pdf
from tests.reports import reading, samples
from tests.reports.test_layout import assert_sound

DAY = date(2026, 11, 20)
CUSTOMER = Customer(
    code="C7",
    name="无锡示例传动有限公司",
    name_en="Wuxi Sample Drives",
    credit_limit_minor=40_000_000,
)


def kept(value, key=1, ends_on=None):
    return Record(id=key, value=value, customer_id=1, dated_on=date(2026, 5, 1), ends_on=ends_on)


def _visit(**more):
    return SiteVisit(
        visitor="周敏",
        staff=86,
        machines_running=Decimal("72.5"),
        stock=Stock.USUAL,
        orders=Orders.FULL,
        score=78,
        findings="产线满负荷。\n库存正常。",
        **more,
    )


def _records(files=1, events=1):
    scans = [
        AttachmentRow(
            id=n,
            attachment=Attachment(
                name=f"扫描件{n}.pdf",
                customer_id=1,
                subject="record/2",
                dated_on=DAY,
                sha256="ab" * 32,
                size=123_456,
            ),
        )
        for n in range(files)
    ]
    return FileRecords(
        registry=[kept(RegistryFacts(status=RegistryStatus.REVOKED, uscc="91110000600037341L"), 3)],
        visits=[kept(_visit())],
        contracts=[
            kept(Contract(number="HT-1", amount=123_456_789, payment_nodes="30% 甲\n70% 乙"), 2)
        ],
        securities=[kept(Security(type=SecurityType.GUARANTEE, debt_due_on=date(2026, 8, 31)), 4)],
        events=[
            kept(NegativeEvent(type=EventType.TAX, what="欠税公告" * 12), 10 + n)
            for n in range(events)
        ],
        files=scans,
    )


def _paper(language="zh", found=None):
    found = found or _records()
    return credit_file_paper(
        samples.FIRM,
        CUSTOMER,
        found,
        completeness(found, DAY, FilePolicy()),
        as_of=DAY,
        language=language,
        base="CNY",
        maker="林会计",
    )


def test_the_file_shows_what_is_known_what_is_odd_and_what_is_missing():
    text = reading.text(pdf(_paper())).replace("\n", "")
    for words in (
        "客户信用档案", "无锡示例传动有限公司", "截至 2026年11月20日", "档案完整度 20 %",
        "缺少：规模与类型、财务联系人、付款账户", "已过期：工商登记",
        "400,000.00 CNY", "91110000600037341L", "[吊销]",
        "登记状态不是存续、在业", "1,234,567.89 CNY", "缺少条款：", "2027-02-28", "72.5 %",
        "扫描件0.pdf", "abababababababab…", "123,456", "制表 林会计", "校验码",
    ):  # fmt: skip
        assert words in text, words


def test_the_file_in_english_is_english():
    text = reading.text(pdf(_paper("en"))).replace("\n", " ")
    for words in (
        "Credit file", "Wuxi Sample Drives", "File 20 % complete", "Licence revoked",
        "Guarantee period ends", "28 Feb 2027", "Usual",
    ):  # fmt: skip
        assert words in text, words


def test_an_empty_file_says_none_everywhere():
    text = reading.text(pdf(_paper(found=FileRecords())))
    assert text.count("无") >= 10


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rows", [0, 1, 25])
def test_files_are_sound(language, rows):
    value = _paper(language, _records(files=rows, events=rows))
    assert_sound(pdf(value))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_long_names_and_texts_do_not_clip(language):
    long = samples.LONG_ZH if language == "zh" else samples.LONG_EN
    value = _paper(language)
    to = replace(value.customer, name=long, name_en=long)
    facts = (*value.facts, (long[:30], long), ("A", "x" * 300))
    assert_sound(pdf(replace(value, customer=to, facts=facts)))


# the form


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_blank_form_is_sound_and_has_no_check_code(language):
    made = pdf(visit_paper(samples.FIRM, None, None, language=language))
    assert_sound(made)
    text = reading.text(made)
    assert ("实地考察记录" if language == "zh" else "Site visit report") in text
    assert ("校验码" if language == "zh" else "Check code") not in text
    assert len(reading.texts(made)) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_filled_form_shows_the_visit(language):
    long = samples.LONG_ZH if language == "zh" else samples.LONG_EN
    record = kept(_visit(place=long))
    value = visit_paper(samples.FIRM, CUSTOMER, record, language=language, photos=["厂门.jpg"])
    made = pdf(value)
    assert_sound(made)
    text = reading.text(made)
    for words in ("周敏", "86", "72.5 %", "78", "产线满负荷。", "厂门.jpg"):
        assert words in text
    ticked = {words for line in value.lines for words, on in line.choices if on}
    assert ticked == ({"正常", "饱满"} if language == "zh" else {"Usual", "Full"})
