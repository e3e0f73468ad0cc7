"""Changing what the firm decides about limits, approvals and reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.changes import Changes, OperationResult
from domain.credit.limit_policy import check_limit_policy
from domain.policy import CreditPolicy, policy_on
from domain.ports import UnitOfWork
from domain.services.records import add_record


def change_limit_policy(uow: UnitOfWork, sections: CreditPolicy, on: date) -> OperationResult[int]:
    """Put the limits, approvals and reviews of ``sections`` in force from a day.

    The other sections stay as they are in the policy of that day.

    Raises:
        BadLimitPolicy: a figure that cannot be.
    """
    check_limit_policy(sections.limits, sections.approvals, sections.reviews)
    with uow:
        new = replace(
            policy_on(uow, on),
            limits=sections.limits,
            approvals=sections.approvals,
            reviews=sections.reviews,
            approved_by=sections.approved_by,
        )
        operation = uow.begin("credit_policy.keep", {"dated_on": on.isoformat()})
        kept = add_record(uow, new, customer_id=None, dated_on=on)
        uow.commit()
    changes = Changes(records=True, settings=True)
    return OperationResult(value=kept, operation_id=operation, changes=changes)
