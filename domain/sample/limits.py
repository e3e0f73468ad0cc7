"""Limits in the sample book: applications on their way, a review a quarter ago, stages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain.credit.approval import Decision
from domain.credit.limits import CreditLimit
from domain.credit.review import LimitReview, ReviewLine
from domain.credit.stages import RelationshipStage, Stage
from domain.ports import Book, Render
from domain.sample import days
from domain.services import limit_review
from domain.services.approvals import Request, Word, apply, decide, draft_application
from domain.services.limits import set_limit
from domain.services.stages import set_stage

#: Who works with the sample book: accounts, sales, credit control, management.
PEOPLE: Final = ("林会计", "周敏", "陈立", "方静")
_SALES, _LEVELS = PEOPLE[1], (PEOPLE[2], PEOPLE[0], PEOPLE[3])
_YES, _NO, _BACK = Decision.APPROVE, Decision.REJECT, Decision.RETURN
#: How many days before the last one the review was, and whose limits it changed.
_REVIEWED: Final = 85
_CHANGED: Final = 7
#: Customers whose limits other pictures of the sample tell of.
_KEPT: Final = frozenset({"C0001", "C0006", "C0034"})


class _Case(NamedTuple):
    """An application: of whom, how many days ago, for what, and what its levels said."""

    code: str
    ago: int
    minor: int
    reason: str
    words: tuple[tuple[int, Decision, str], ...] = ()
    terms: str = ""
    top_up_days: int = 0


_CASES: Final = (
    _Case("C0022", 96, 26_000_000, "年度框架合同，月均采购上升", ((2, _YES, "存续，无异常"),
          (4, _YES, "年报齐全"), (5, _YES, "同行评价良好"))),
    _Case("C0028", 71, 12_000_000, "新增模具订单", ((1, _YES, ""), (3, _YES, ""))),
    _Case("C0030", 52, 4_500_000, "交货周期延长", ((2, _YES, "额度使用平稳"),)),
    _Case("C0007", 44, 12_000_000, "申请提高额度", ((3, _NO, "近期付款明显变慢"),)),
    _Case("C0044", 30, 3_000_000, "展会备货，临时提高", ((1, _YES, "展会合同已核"),), "", 45),
    _Case("C0033", 18, 18_000_000, "季度集中提货", ((1, _YES, ""), (4, _YES, "现金流正常"))),
    _Case("C0012", 9, 15_000_000, "尚无额度，客户要求授信", ((2, _YES, "存续，注册资本已实缴"),),
          "NET30"),
    _Case("C0025", 7, 24_000_000, "包装线改造项目", ((1, _YES, ""), (3, _YES, "速动比率 1.1"))),
    _Case("C0051", 4, 8_000_000, "科研仪器首年合作", ((2, _BACK, "请补近三年财务报表"),), "NET30"),
    _Case("C0038", 3, 4_000_000, "轨道交通备件", (), "NET60"),
    _Case("C0048", 1, 5_000_000, "双十二备货，临时提高", (), "", 40),
)  # fmt: skip
#: Customer, days ago, stage: what they deal on already.
_STAGES: Final = (
    ("C0032", 240, Stage.NET30),
    ("C0050", 200, Stage.NET30),
    ("C0035", 260, Stage.NET30),
    ("C0044", 300, Stage.NET30),
)


def add_limits(book: Book, as_of: date, render: Render) -> None:
    """Add what the credit desk did with limits up to a day."""
    _insure(book, as_of)
    for code, ago, stage in _STAGES:
        value = RelationshipStage(stage=stage, who=_LEVELS[0], reason="付款记录良好，进入下一阶段")
        on = days.on_or_before(as_of - timedelta(days=ago))
        set_stage(book.unit_of_work(_LEVELS[0]), _id(book, code), value, on)
    _review(book, days.on_or_before(as_of - timedelta(days=_REVIEWED)), render)
    for case in _CASES:
        _apply(book, case, as_of)


def _insure(book: Book, as_of: date) -> None:
    """Grant the same limit again to a customer abroad, half of it insured."""
    customer_id = _id(book, "C0055")
    customer = book.reader.customer(customer_id)
    minor = customer.credit_limit_minor or 0
    value = CreditLimit(
        currency=customer.currency,
        minor=minor,
        insured_minor=minor // 2,
        approver=_LEVELS[2],
        reason="出口信用保险批复",
    )
    on = days.on_or_before(as_of - timedelta(days=150))
    set_limit(book.unit_of_work(_LEVELS[2]), value, customer_id=customer_id, dated_on=on)


def _review(book: Book, on: date, render: Render) -> None:
    """Book the review of a quarter ago: a few limits changed, the rest left as they were."""
    reader = book.reader
    lines: list[ReviewLine] = []
    changed = 0
    for row in limit_review.draft_review(reader, on):
        moves = row.outcome.percent != 0 and row.code not in _KEPT and changed < _CHANGED
        changed += moves
        lines.append(row.line(None if moves else row.before, "" if moves else "维持"))
    if not lines:
        return
    since = limit_review.quarter_before(on)
    review = LimitReview(who=_LEVELS[0], from_on=since, lines=tuple(lines))
    letters = limit_review.notices_of(reader, lines, on)
    limit_review.book_review(book.unit_of_work(_LEVELS[0]), review, on, letters, render)


def _apply(book: Book, case: _Case, as_of: date) -> None:
    customer_id = _id(book, case.code)
    on = days.on_or_before(as_of - timedelta(days=case.ago))
    ends = on + timedelta(days=case.top_up_days) if case.top_up_days else None
    currency = book.reader.customer(customer_id).currency or book.reader.base_currency()
    asked = Request(
        customer_id=customer_id,
        currency=currency,
        minor=case.minor,
        top_up=ends is not None,
        ends_on=ends,
        terms=case.terms,
        reason=case.reason,
    )
    value = draft_application(book.reader, asked, _SALES, on)
    application = apply(book.unit_of_work(_SALES), value, customer_id, on).value
    _decide(book, application, on, case.words, as_of)


def _decide(
    book: Book,
    application: int,
    on: date,
    words: Sequence[tuple[int, Decision, str]],
    as_of: date,
) -> None:
    for who, (after, decision, comment) in zip(_LEVELS, words, strict=False):
        day = min(on + timedelta(days=after), as_of)
        word = Word(who=who, decision=decision, comment=comment)
        decide(book.unit_of_work(who), application, word, day)


def _id(book: Book, code: str) -> int:
    found = book.reader.find_customer(code)
    if found is None:
        raise LookupError(code)
    return found
