"""The credit check: may this customer buy for this amount on this many days?

Pass, warn or block, with every reason, its figures and the rule it breaks. The check knows
only its :class:`CheckInput`: what the book does not hold yet is None there and decides
nothing. Nothing of a result is kept; it is made anew whenever it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.credit.exposure import Part
from domain.credit.file.registry import RegistryStatus, blocks
from domain.credit.holds import CreditHold, Scope
from domain.credit.overrides import CreditOverride
from domain.money import round_half_up
from domain.record import Record


class Level(StrEnum):
    """How grave a finding is; also the verdict, which is that of the gravest."""

    PASSES = "pass"
    WARN = "warn"
    BLOCK = "block"

    @property
    def rank(self) -> int:
        """Return 0 for pass, 1 for warn, 2 for block."""
        return _LEVELS.index(self)


_LEVELS: Final = tuple(Level)


class Rule(StrEnum):
    """What the check looks at."""

    LIMIT = "limit"
    PART_LIMIT = "part_limit"
    GROUP_LIMIT = "group_limit"
    OVERDUE_SHARE = "overdue_share"
    OVERDUE_DAYS = "overdue_days"
    RETURNED = "returned"
    TERM = "term"
    STAGE = "stage"
    HOLD = "hold"
    COVER = "cover"
    DISPUTE = "dispute"
    REGISTRY = "registry"
    UNVALUED = "unvalued"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPolicy:
    """Thresholds of the check; every "warn" and "block" begins above its figure.

    Attributes:
        near_limit: share of the limit (percent) from which on a sale is warned of.
        part_limits: highest share of the limit (percent) that a component may come to.
        overdue_share_warn, overdue_share_block: overdue of what is billed, in percent.
        overdue_days_warn, overdue_days_block: age of the oldest invoice.
        without_limit: verdict for a customer that no limit was set for.
        stage_days: longest term by stage (stages of the relationship, 0 to 4).
    """

    near_limit: Decimal = Decimal(80)
    part_limits: dict[str, Decimal] = field(default_factory=dict)
    overdue_share_warn: Decimal = Decimal(20)
    overdue_share_block: Decimal = Decimal(40)
    overdue_days_warn: int = 15
    overdue_days_block: int = 60
    without_limit: Level = Level.PASSES
    stage_days: tuple[int, ...] = (0, 0, 15, 30, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInput:
    """Everything the check looks at, amounts in minor units of ``currency``.

    Attributes:
        amount: what is asked for, 0 for the customer's standing as it is.
        days: the term asked for; None: not said.
        exposure: all of it before the sale; ``parts`` its components.
        limit: None: none was set. ``unlimited``: expressly without a limit.
        withheld: why the limit is 0: "pending", "rejected" or "expired"; "": so granted.
        group, group_limit, group_exposure: the group it belongs to and its common limit.
        billed, late, oldest_days: invoices open, what of them is late, age of the oldest.
        grade, max_days: the grade (None: not assessed) and the longest term it allows.
        stage: of a new customer, None for others.
        cover_ended_on: last day of a security or insurance that has ended.
        registry: the state in the register of companies; None: not known.
        unvalued: currencies that could not be counted for want of a rate.
        scope: what is asked for: an order, or a delivery.
    """

    on: date
    currency: str
    amount: int = 0
    days: int | None = None
    exposure: int = 0
    parts: Mapping[Part, int] = field(default_factory=dict)
    limit: int | None = None
    withheld: str = ""
    group: str = ""
    group_limit: int | None = None
    group_exposure: int = 0
    unlimited: bool = False
    billed: int = 0
    late: int = 0
    oldest_days: int = 0
    returned: int = 0
    disputed: int = 0
    grade: str | None = None
    max_days: int | None = None
    stage: int | None = None
    holds: tuple[Record[CreditHold], ...] = ()
    overrides: tuple[Record[CreditOverride], ...] = ()
    cover_ended_on: date | None = None
    registry: RegistryStatus | None = None
    unvalued: tuple[str, ...] = ()
    scope: Scope = Scope.ORDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One finding: how grave, which rule, in which case of it, with its figures.

    ``case`` and ``facts`` are worded by the program; amounts are minor units.
    """

    level: Level
    rule: Rule
    case: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Return what wordings and overrides call it: "limit.over"."""
        return f"{self.rule}.{self.case}" if self.case else self.rule.value


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The verdict with its reasons, the gravest first, and the figures it rests on.

    ``override`` is the leave that lifts its blocks; ``blocks`` what would block without.
    """

    verdict: Level
    reasons: tuple[Reason, ...]
    asked: CheckInput
    override: Record[CreditOverride] | None = None
    blocks: tuple[str, ...] = ()

    @property
    def after(self) -> int:
        """Return the exposure with what is asked for."""
        return self.asked.exposure + self.asked.amount


def check(asked: CheckInput, policy: CheckPolicy) -> CheckResult:
    """Return whether the sale passes, with every reason.

    Worked: limit 200.00, exposure 100.00: a sale of 1.00 passes, one of 150.00 is blocked
    (250.00 over 200.00); limit 0: any sale is blocked; no limit set: any passes.
    """
    found = [
        *_limits(asked, policy),
        *_payment(asked, policy),
        *_term(asked, policy),
        *_standing(asked),
    ]
    blocks = tuple(sorted({one.code for one in found if one.level is Level.BLOCK}))
    leave = _leave(asked, blocks) if blocks else None
    if leave is not None:
        found = [_lifted(one) for one in found] + [_told(leave)]
    found.sort(key=lambda one: -one.level.rank)
    verdict = max((one.level for one in found), key=lambda level: level.rank, default=Level.PASSES)
    return CheckResult(
        verdict=verdict, reasons=tuple(found), asked=asked, override=leave, blocks=blocks
    )


# -- limit and components


def _limits(asked: CheckInput, policy: CheckPolicy) -> Iterable[Reason]:
    after = asked.exposure + asked.amount
    if asked.unvalued:
        yield Reason(level=Level.WARN, rule=Rule.UNVALUED, facts={"currencies": asked.unvalued})
    yield from _group_limit(asked)
    if asked.unlimited:
        return
    if asked.limit is None:
        if policy.without_limit is not Level.PASSES:
            yield Reason(level=policy.without_limit, rule=Rule.LIMIT, case="none")
        return
    facts = {"limit": asked.limit, "exposure": asked.exposure, "after": after}
    if asked.limit == 0 and after > 0:
        case = asked.withheld or "zero"
        yield Reason(level=Level.BLOCK, rule=Rule.LIMIT, case=case, facts=facts)
    elif after > asked.limit:
        over = {**facts, "over": after - asked.limit}
        yield Reason(level=Level.BLOCK, rule=Rule.LIMIT, case="over", facts=over)
    elif after * 100 > asked.limit * policy.near_limit:
        near = {**facts, "share": percent(after, asked.limit), "near": policy.near_limit}
        yield Reason(level=Level.WARN, rule=Rule.LIMIT, case="near", facts=near)
    yield from _part_limits(asked, policy)


def _group_limit(asked: CheckInput) -> Iterable[Reason]:
    after = asked.group_exposure + asked.amount
    if asked.group_limit is None or after <= asked.group_limit:
        return
    facts: dict[str, object] = {
        "group": asked.group,
        "limit": asked.group_limit,
        "exposure": asked.group_exposure,
        "after": after,
        "over": after - asked.group_limit,
    }
    yield Reason(level=Level.BLOCK, rule=Rule.GROUP_LIMIT, case="over", facts=facts)


def _part_limits(asked: CheckInput, policy: CheckPolicy) -> Iterable[Reason]:
    """Components have a share of the limit each; what is asked for would be an order."""
    for name, share in policy.part_limits.items():
        part = Part(name)
        most = round_half_up(int((asked.limit or 0) * share * 100), 10_000)
        minor = asked.parts.get(part, 0) + (asked.amount if part is Part.ORDERS else 0)
        if minor > most:
            facts = {"part": part.value, "amount": minor, "most": most, "share": share}
            yield Reason(level=Level.BLOCK, rule=Rule.PART_LIMIT, case="over", facts=facts)


def percent(part: int, whole: int) -> Decimal:
    """Return a share in percent with one decimal, rounded half up; 0 of nothing."""
    return Decimal(round_half_up(part * 1000, whole)).scaleb(-1) if whole else Decimal(0)


# -- how it pays


def _payment(asked: CheckInput, policy: CheckPolicy) -> Iterable[Reason]:
    if asked.late > 0 and asked.billed > 0:
        level = _above(
            Decimal(asked.late * 100) / asked.billed,
            policy.overdue_share_warn,
            policy.overdue_share_block,
        )
        if level is not Level.PASSES:
            most = _threshold(level, policy.overdue_share_warn, policy.overdue_share_block)
            facts = {
                "late": asked.late,
                "billed": asked.billed,
                "share": percent(asked.late, asked.billed),
                "most": most,
            }
            yield Reason(level=level, rule=Rule.OVERDUE_SHARE, facts=facts)
        level = _above(asked.oldest_days, policy.overdue_days_warn, policy.overdue_days_block)
        if level is not Level.PASSES:
            most = _threshold(level, policy.overdue_days_warn, policy.overdue_days_block)
            facts = {"days": asked.oldest_days, "most": most}
            yield Reason(level=level, rule=Rule.OVERDUE_DAYS, facts=facts)
    if asked.returned > 0:
        facts = {"amount": asked.returned}
        yield Reason(level=Level.WARN, rule=Rule.RETURNED, facts=facts)
    if asked.disputed > 0:
        facts = {"amount": asked.disputed}
        yield Reason(level=Level.WARN, rule=Rule.DISPUTE, facts=facts)


def _above(value: Decimal | int, warn: Decimal | int, block: Decimal | int) -> Level:
    if value > block:
        return Level.BLOCK
    return Level.WARN if value > warn else Level.PASSES


def _threshold(level: Level, warn: object, block: object) -> object:
    return block if level is Level.BLOCK else warn


# -- the term asked for


def _term(asked: CheckInput, policy: CheckPolicy) -> Iterable[Reason]:
    """The grade's and the stage's longest term; a sale paid before delivery has none."""
    if asked.days is None or asked.days == 0:
        return
    if asked.max_days is not None and asked.days > asked.max_days:
        facts = {"days": asked.days, "most": asked.max_days, "grade": asked.grade or ""}
        case = "prepaid" if asked.max_days == 0 else "over"
        # Nobody has judged a customer without a grade: that is told, and blocks nothing.
        level = Level.WARN if asked.grade is None else Level.BLOCK
        case = "unrated" if asked.grade is None else case
        yield Reason(level=level, rule=Rule.TERM, case=case, facts=facts)
    if asked.stage is None or asked.stage >= len(policy.stage_days):
        return
    most = policy.stage_days[asked.stage]
    if asked.days > most:
        facts = {"days": asked.days, "most": most, "stage": asked.stage}
        case = "prepaid" if most == 0 else "over"
        yield Reason(level=Level.BLOCK, rule=Rule.STAGE, case=case, facts=facts)


# -- standing


def _standing(asked: CheckInput) -> Iterable[Reason]:
    for one in asked.holds:
        stops = one.value.scope in (Scope.BOTH, asked.scope)
        level = Level.BLOCK if stops else Level.WARN
        facts = {"since": one.dated_on, "reason": one.value.reason, "hold": one.id}
        yield Reason(level=level, rule=Rule.HOLD, case=one.value.scope.value, facts=facts)
    if asked.registry is not None and blocks(asked.registry):
        facts = {"status": asked.registry.value}
        yield Reason(level=Level.BLOCK, rule=Rule.REGISTRY, facts=facts)
    if asked.cover_ended_on is not None:
        facts = {"ended": asked.cover_ended_on}
        yield Reason(level=Level.WARN, rule=Rule.COVER, facts=facts)


# -- leave


def _leave(asked: CheckInput, blocks: tuple[str, ...]) -> Record[CreditOverride] | None:
    """Return the leave that covers all blocks and the exposure with what is asked for."""
    after = asked.exposure + asked.amount
    return next((one for one in asked.overrides if _covers(one, asked, blocks, after)), None)


def _covers(
    leave: Record[CreditOverride], asked: CheckInput, blocks: tuple[str, ...], after: int
) -> bool:
    given = leave.value
    if not leave.holds_on(asked.on) or given.currency != asked.currency:
        return False
    known = not given.blocks or set(blocks) <= set(given.blocks)
    return known and after <= given.ceiling


def _lifted(reason: Reason) -> Reason:
    if reason.level is not Level.BLOCK:
        return reason
    return Reason(level=Level.WARN, rule=reason.rule, case=reason.case, facts=reason.facts)


def _told(leave: Record[CreditOverride]) -> Reason:
    facts = {
        "ceiling": leave.value.ceiling,
        "until": leave.ends_on,
        "by": leave.value.allowed_by,
        "reason": leave.value.reason,
    }
    return Reason(level=Level.WARN, rule=Rule.OVERRIDE, facts=facts)
