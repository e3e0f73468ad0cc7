"""The credit policy in the sample book: its first version and one that was tightened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.policies.shape import with_value
from domain.policies.version import PolicyDraft, PolicyReview, period_end
from domain.policy import CreditPolicy
from domain.ports import Book
from domain.sample.limits import PEOPLE
from domain.services import policies

_ACCOUNTS, _SALES, _CREDIT, _HEAD = PEOPLE
#: So many days ago the two versions took effect.
_FIRST: Final = 400
_SECOND: Final = 40
_CHANGES: Final = (
    (("grades", "c", "deposit"), Decimal("0.4")),
    (("limits", "cap_percent"), Decimal(15)),
    (("approvals", "second_from_minor"), 3_000_000),
)


def add_policy(book: Book, as_of: date) -> None:
    """Put two versions in force, and review the policy of the period before the last."""
    first = CreditPolicy(proposed_by=_CREDIT, reason="首次制定")
    first = with_value(first, ("versions", "review_days"), 15)
    base = _pass(book, first, 0, as_of - timedelta(days=_FIRST))
    second = replace(first, reason="C 级客户逾期上升，提高定金，降低单户上限和第二级审批起点")
    for path, value in _CHANGES:
        second = with_value(second, path, value)
    _pass(book, second, base, as_of - timedelta(days=_SECOND))
    end = period_end(period_end(as_of, 3), 3)
    review = PolicyReview(
        period_end=end, reviewed_by=_HEAD, changed=True, note="C 级客户逾期上升，拟收紧"
    )
    policies.review_policy(book.unit_of_work(_HEAD), review, end + timedelta(days=12))


def _pass(book: Book, policy: CreditPolicy, base_id: int, from_on: date) -> int:
    """Draft a version ten days before it takes effect, and approve it three days later."""
    drafted = from_on - timedelta(days=10)
    draft = PolicyDraft(policy=policy, base_id=base_id, from_on=from_on)
    kept = policies.keep_draft(book.unit_of_work(_CREDIT), draft, drafted).value
    approved = drafted + timedelta(days=3)
    return policies.approve_draft(book.unit_of_work(_HEAD), kept, _HEAD, approved).value
