"""What no version of the policy may contradict: its units, its tables, each section's own rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from domain.credit.assessment import check_assessment_policy
from domain.credit.grades import check_grades
from domain.credit.limit_policy import check_limit_policy
from domain.credit.working_assets import check_steps
from domain.errors import BadPolicy
from domain.policies.catalogue import ENTRIES, Unit
from domain.policies.shape import Block, Cell, blocks, sections, spelled_out
from domain.policy import CreditPolicy

#: Lowest and highest value of a parameter by its unit, both allowed.
_BOUNDS: Final[dict[Unit, tuple[int, int]]] = {
    Unit.SHARE: (0, 1),
    Unit.PERCENT: (0, 1000),
    Unit.MONEY: (0, 10**15),
    Unit.UNITS: (1, 10**13),
    Unit.DAYS: (0, 99_999),
    Unit.MONTHS: (1, 120),
    Unit.TIMES: (0, 100),
    Unit.POINTS: (0, 100),
    Unit.COUNT: (0, 10_000),
}


def check_policy(policy: CreditPolicy) -> None:
    """Refuse a policy that contradicts itself; nothing invalid is ever put in force.

    Raises:
        DomainError: the first rule it breaks, with section, line and field.
    """
    whole = spelled_out(policy)
    for section in sections(whole):
        for block in blocks(whole, section):
            _check_block(section, block)
    for check in SECTION_CHECKS:
        check(policy)


def _check_block(section: str, block: Block) -> None:
    for line in block.lines:
        for cell in line.cells:
            if not _in_range(cell):
                raise BadPolicy(section=section, row=line.key, field=cell.entry)
    for place, column in enumerate(block.columns):
        if column in ENTRIES and ENTRIES[column].rises:
            told = [(line.key, line.cells[place].value) for line in block.lines]
            for (_, before), (key, after) in pairwise(told):
                if after <= before:
                    raise BadPolicy(section=section, row=key, field=column)
    if block.grows and block.columns and not block.lines:
        raise BadPolicy(section=section, row=block.entry, field=block.entry)


def _in_range(cell: Cell) -> bool:
    entry = ENTRIES.get(cell.entry)
    if entry is None or entry.unit not in _BOUNDS:
        return True
    least, most = _BOUNDS[entry.unit]
    return all(least <= one <= most for one in _numbers(cell.value))


def _numbers(value: Any) -> Iterable[Decimal | int]:
    values = value if isinstance(value, tuple) else (value,)
    return [one for one in values if isinstance(one, Decimal | int)]


def _assessment(policy: CreditPolicy) -> None:
    check_grades(policy.grades)
    check_assessment_policy(policy.assessment)
    check_steps(policy.assessment.shares)


def _limits(policy: CreditPolicy) -> None:
    check_limit_policy(policy.limits, policy.approvals, policy.reviews)


def _versions(policy: CreditPolicy) -> None:
    if 12 % policy.versions.review_months:
        raise BadPolicy(section="versions", row="", field="VersionRules.review_months")


def _check(policy: CreditPolicy) -> None:
    """A stop begins where its warning does, or later."""
    check = policy.check
    for name in ("overdue_share", "overdue_days"):
        if getattr(check, f"{name}_block") < getattr(check, f"{name}_warn"):
            raise BadPolicy(section="check", row="", field=f"CheckPolicy.{name}_block")


def _warning(policy: CreditPolicy) -> None:
    """What is urgent is not below what is less so; exposures are divided by rising steps."""
    for rule in policy.warning.rules:
        if rule.medium is not None and rule.high is not None and rule.high < rule.medium:
            raise BadPolicy(section="warning", row=rule.rule.value, field="WarningRule.high")
    steps = policy.risk.steps
    if not steps or any(after <= before for before, after in pairwise(steps)):
        raise BadPolicy(section="risk", row="", field="RiskPolicy.steps")


#: The rules of each section's own.
SECTION_CHECKS: Final[tuple[Callable[[CreditPolicy], None], ...]] = (
    _versions,
    _assessment,
    _limits,
    _check,
    _warning,
)
