"""The manual, the review pack and the month: what their pages say, in both languages."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.forms import FormPaper, FormTable, FormText
from domain.money import grouped
from domain.policies.shape import with_value
from domain.policies.version import PolicyDraft
from domain.policy import CreditPolicy
from domain.services import policies
from reports.render import pdf
from tests.reports import reading
from tests.ui.conftest import TODAY
from ui.gallery import gallery
from ui.manual_words import chapters


@pytest.fixture
def second(book):
    policy = CreditPolicy(proposed_by="陈立", reason="C 级逾期上升")
    policy = with_value(policy, ("limits", "cap_percent"), Decimal("12.5"))
    policy = with_value(policy, ("approvals", "second_from_minor"), 3_000_050)
    draft = PolicyDraft(policy=policy, base_id=0, from_on=date(2026, 8, 1))
    kept = policies.keep_draft(book.unit_of_work("陈立"), draft, date(2026, 7, 20)).value
    policies.approve_draft(book.unit_of_work("方静"), kept, "方静", date(2026, 7, 21))
    return book.reader


def made(reader, name, language="zh", as_of=TODAY):
    found = gallery()[name].build(reader, {"as_of": as_of.isoformat()}, language, TODAY)
    assert isinstance(found, FormPaper)
    return found


def articles(paper):
    return "\n".join(one.text for one in paper.blocks if isinstance(one, FormText))


def test_the_articles_have_the_figures_of_the_version(second):
    paper = made(second, "credit-policy")
    told = articles(paper)
    assert "应收账款总额）的 12.5 %" in told
    assert "额度达到 30,000.50 CNY 的须经第二级审批" in told
    assert "第 V1 版，自 2026年8月1日 起执行" in told
    assert dict(paper.blocks[0].rows)["批准"] == "方静"
    before = articles(made(second, "credit-policy", as_of=date(2026, 7, 31)))
    assert "额度达到 50,000.00 CNY 的" in before
    assert "From 30,000.50 CNY on a second level" in articles(made(second, "credit-policy", "en"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_place_of_the_manual_is_left_open(book, language):
    paper = made(book.reader, "credit-policy", language)
    assert not re.search(r"[{}]", articles(paper))
    titles = [one.title for one in chapters(language)]
    assert len(titles) == 8
    said = [one.title for one in paper.blocks if isinstance(one, FormText) and one.title]
    assert len(said) == len(titles)
    annexes = [one for one in paper.blocks if isinstance(one, FormTable)]
    assert len(annexes) > 10


def test_both_languages_have_the_same_chapters_articles_and_places():
    place = re.compile(r"\{[^}]*\}")
    for zh, en in zip(chapters("zh"), chapters("en"), strict=True):
        for first, other in zip(zh.articles, en.articles, strict=True):
            assert sorted(place.findall(first)) == sorted(place.findall(other)), first


def test_articles_are_numbered_through(book):
    paper = made(book.reader, "credit-policy")
    told = re.findall("^第([一二三四五六七八九十]+)条", articles(paper), re.MULTILINE)
    assert told[:3] == ["一", "二", "三"]
    assert told[9:12] == ["十", "十一", "十二"]
    assert told[19:21] == ["二十", "二十一"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["credit-policy", "policy-review", "monthly"])
def test_pages_are_drawn_without_overlaps(second, name, language):
    found = pdf(made(second, name, language))
    assert reading.overlaps(reading.glyphs(found)) == []


def test_an_issued_manual_has_its_number_and_a_copy_says_so(second):
    paper = replace(made(second, "credit-policy"), number="信制字〔2026〕第0001号")
    first = reading.text(pdf(paper)).replace(" ", "")
    again = reading.text(pdf(replace(paper, copy=True))).replace(" ", "")
    assert "信制字〔2026〕第0001号" in first
    assert "副本" not in first
    assert "副本" in again


def test_the_pack_leaves_out_what_the_book_cannot_tell_and_says_why(book):
    told = articles(made(book.reader, "policy-review"))
    for words in (
        "没有发出催款函",
        "没有到期的付款承诺",
        "没有核销",
        "没有额度评审",
        "没有放行记录",
        "没有发出预警",
    ):
        assert words in told
    english = articles(made(book.reader, "policy-review", "en"))
    assert "No letters were sent in the period." in english


def test_the_pack_tells_figures_of_the_quarter(book):
    paper = made(book.reader, "policy-review")
    assert paper.subject == "2026-07-01 – 2026-09-30"
    (trend,) = [one for one in paper.blocks if one.title == "关键指标走势" and one.note == "CNY"]
    assert [row[0] for row in trend.rows] == ["2026-09-30"]


def test_the_month_tells_balance_and_risks(book):
    paper = made(book.reader, "monthly")
    summary = next(one for one in paper.blocks if one.title == "本月概况")
    named = {row[0]: row[1:] for row in summary.rows}
    owed = sum(one.open for one in book.reader.open_items(TODAY) if one.currency == "CNY")
    assert named["余额"][0] == grouped(owed, "CNY")
    assert set(named) >= {"逾期", "收款", "DSO"}
