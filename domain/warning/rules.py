"""The rules of early warning as data: what is measured, from where on it warns, what to do.

Every rule has up to two thresholds, *medium* and *high*; a value that reaches one (a
percentage: goes above it) warns. A rule that is off, or a threshold that is None, does not.
The defaults are starting values of the firm's to change; what they were worth on its own
book the back-test says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Rule(StrEnum):
    """What is watched: first of each customer, then of the firm as a whole."""

    PATTERN = "pattern"
    SLOWER = "slower"
    OVERDUE_SHARE = "overdue_share"
    PROMISES = "promises"
    UTILISATION = "utilisation"
    MANAGEMENT = "management"
    EVENT = "event"
    DSO = "dso"
    DEFAULT_RATE = "default_rate"
    FACILITY = "facility"
    SUPPLIERS = "suppliers"

    @property
    def is_of_firm(self) -> bool:
        """Whether it watches the firm, not a customer."""
        return self in _FIRM


_FIRM: Final = frozenset({Rule.DSO, Rule.DEFAULT_RATE, Rule.FACILITY, Rule.SUPPLIERS})


class Severity(StrEnum):
    """How urgent a warning is, most urgent first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for high, 1 medium, 2 low."""
        return list(Severity).index(self)


class Action(StrEnum):
    """What is proposed to be done."""

    REVIEW = "review"
    CALL = "call"
    HOLD = "hold"
    LOWER = "lower"
    INQUIRE = "inquire"
    CASH = "cash"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningRule:
    """One rule.

    Attributes:
        medium, high: thresholds; None: no such step.
        above: a value must go beyond a threshold; else reaching it is enough.
        also: a second measure that warns as well (percent for "slower").
        days: the window looked at, 0: the day itself.
        due_days: until when a high warning is to be reviewed; others have twice that.
    """

    rule: Rule
    medium: Decimal | None = None
    high: Decimal | None = None
    above: bool = False
    also: Decimal | None = None
    days: int = 0
    action: Action = Action.REVIEW
    due_days: int = 3
    on: bool = True

    def severity(self, value: Decimal) -> Severity | None:
        """Return how urgent a value is, None below all thresholds."""
        if not self.on:
            return None
        for step, threshold in ((Severity.HIGH, self.high), (Severity.MEDIUM, self.medium)):
            if threshold is None:
                continue
            if value > threshold or (value == threshold and not self.above):
                return step
        return None

    def threshold(self, severity: Severity) -> Decimal:
        """Return the threshold of a step."""
        found = self.high if severity == Severity.HIGH else self.medium
        return found if found is not None else Decimal(0)


def _rule(rule: Rule, medium: str, high: str, days: int, action: Action) -> WarningRule:
    return WarningRule(
        rule=rule,
        medium=Decimal(medium) if medium else None,
        high=Decimal(high) if high else None,
        above=rule in _SHARES,
        days=days,
        action=action,
    )


#: Percentages warn above their threshold: 20.00 % overdue is not yet, 20.01 % is.
_SHARES: Final = frozenset({Rule.OVERDUE_SHARE, Rule.UTILISATION, Rule.DEFAULT_RATE, Rule.FACILITY})
_ALL: Final = (
    _rule(Rule.PATTERN, "50", "70", 730, Action.REVIEW),
    replace(_rule(Rule.SLOWER, "10", "20", 365, Action.CALL), also=Decimal(30)),
    _rule(Rule.OVERDUE_SHARE, "20", "40", 0, Action.CALL),
    _rule(Rule.PROMISES, "", "2", 90, Action.HOLD),
    _rule(Rule.UTILISATION, "80", "100", 0, Action.LOWER),
    _rule(Rule.MANAGEMENT, "2", "", 365, Action.INQUIRE),
    _rule(Rule.EVENT, "", "1", 365, Action.HOLD),
    _rule(Rule.DSO, "3", "", 90, Action.REVIEW),
    _rule(Rule.DEFAULT_RATE, "1", "2", 365, Action.REVIEW),
    _rule(Rule.FACILITY, "", "90", 0, Action.CASH),
    _rule(Rule.SUPPLIERS, "", "1", 0, Action.CASH),
)
DEFAULTS: Final[Mapping[Rule, WarningRule]] = {one.rule: one for one in _ALL}


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningPolicy:
    """The rules that differ from the defaults, and how reviews go.

    Attributes:
        rules: rules that take the place of the default of the same name.
        quiet_days: a warning settled by a review is not opened again for so long, unless it
            has become more urgent.
        owner: who reviews where the customer has no owner.
    """

    rules: tuple[WarningRule, ...] = ()
    quiet_days: int = 30
    owner: str = ""

    def rule(self, rule: Rule) -> WarningRule:
        """Return a rule as it is in force."""
        return next((one for one in self.rules if one.rule == rule), DEFAULTS[rule])

    def spelled_out(self) -> WarningPolicy:
        """Return the same policy with every rule named, the defaults too."""
        return replace(self, rules=tuple(self.rule(one) for one in Rule))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A rule that warns on a day, of a customer or (None) the firm.

    ``value`` reached ``threshold``; ``facts`` are the figures it is explained by, by name
    as :mod:`domain.warning.words` has them. ``currency`` is that of the account it was
    found in, "" where it is of the customer as a whole.
    """

    rule: Rule
    customer_id: int | None
    severity: Severity
    value: Decimal
    threshold: Decimal
    facts: dict[str, str] = field(default_factory=dict)
    currency: str = ""


def alert(
    rule: WarningRule,
    customer_id: int | None,
    value: Decimal,
    facts: dict[str, str],
    currency: str = "",
) -> Alert | None:
    """Return the warning of a rule whose value reaches a threshold, else None."""
    severity = rule.severity(value)
    if severity is None:
        return None
    return Alert(
        rule=rule.rule,
        customer_id=customer_id,
        severity=severity,
        value=value,
        threshold=rule.threshold(severity),
        facts=facts,
        currency=currency,
    )


def worst(alerts: Iterable[Alert]) -> list[Alert]:
    """Return one warning for each customer and rule: the most urgent of its currencies.

    By urgency, customer and rule, those of the firm first.
    """
    found: dict[tuple[int, Rule], Alert] = {}
    for one in alerts:
        key = (one.customer_id or 0, one.rule)
        if key not in found or _urgency(one) < _urgency(found[key]):
            found[key] = one
    return sorted(found.values(), key=lambda one: (one.severity.rank, one.customer_id or 0))


def _urgency(one: Alert) -> tuple[int, Decimal, str]:
    return (one.severity.rank, -one.value, one.currency)
