"""What the rules measure: of an account, of a customer, of the firm; as of one day.

The same functions serve the nightly run and the back-test, so that what is measured is what
warns. Percentages are rounded half up to a hundredth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from domain.figures.kpi import Kpi
from domain.money import round_half_up
from domain.warning.debts import Account, Debt, open_of, overdue_on
from domain.warning.pattern import Pattern, pattern
from domain.warning.positions import FirmPosition
from domain.warning.rules import Alert, Rule, Severity, WarningPolicy, WarningRule, alert

#: The newest payments that are compared, and how many a comparison needs.
NEWEST: Final = 3
COMPARED: Final = 6


def percent(part: int, whole: int) -> Decimal:
    """Return a share in percent, half up to a hundredth: 1 of 3 is 33.33; of nothing 0."""
    return Decimal(round_half_up(10_000 * part, whole)).scaleb(-2) if whole else Decimal(0)


def account_alerts(account: Account, day: int, policy: WarningPolicy) -> list[Alert]:
    """Return what warns in how an account pays. Without anything open nothing does."""
    opened = [debt for debt in account.debts if debt.open]
    if not opened:
        return []
    found = (
        _by_pattern(account, day, policy.rule(Rule.PATTERN)),
        _by_slowness(account, day, policy.rule(Rule.SLOWER)),
        _by_overdue(account, opened, day, policy.rule(Rule.OVERDUE_SHARE)),
    )
    return [one for one in found if one is not None]


def _by_pattern(account: Account, day: int, rule: WarningRule) -> Alert | None:
    found = pattern(account.debts, day) if rule.on else None
    if found is None:
        return None
    value = Decimal(found.total)
    return alert(rule, account.customer_id, value, _pattern_facts(found), account.currency)


def _pattern_facts(found: Pattern) -> dict[str, str]:
    told = {
        "habit": found.habit,
        "season": found.season,
        "late_now": found.late_now,
        "shift": found.shift,
        "newest": found.newest,
        "unpaid": found.unpaid,
        "rising": found.rising,
        "earlier": found.earlier,
        "stuck": found.stuck,
        "silent": found.silent,
        "gap": found.gap,
        "parts": found.parts,
    }
    facts = {name: str(value) for name, value in told.items() if value is not None}
    return {**facts, "signs": ",".join(f"{sign}:{n}" for sign, n in found.points.items())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slowness:
    """How long the newest payments took beside twelve months, days rounded half up.

    ``days`` more than usual, ``percent`` of the usual; ``late`` whether they were late at all.
    """

    newest: int
    usual: int
    days: int
    percent: int
    late: bool


def slowness(debts: Iterable[Debt], day: int, days: int) -> Slowness | None:
    """Return how long the three newest payments took beside all of a window, None below six.

    Worked: six invoices paid after 30, 30, 30, 40, 44 and 48 days: the newest three 44, all
    37 days: 7 days more, 19 %.
    """
    paid = sorted((debt for debt in debts if day - days < debt.paid <= day), key=_by_payment)
    if len(paid) < COMPARED:
        return None
    took = [debt.paid - debt.issued for debt in paid]
    newest, count, total = sum(took[-NEWEST:]), len(took), sum(took)
    more = newest * count - total * NEWEST
    return Slowness(
        newest=round_half_up(newest, NEWEST),
        usual=round_half_up(total, count),
        days=round_half_up(more, NEWEST * count),
        percent=round_half_up(100 * more, NEWEST * total) if total else 0,
        late=sum(debt.paid - debt.due for debt in paid[-NEWEST:]) > 0,
    )


def _by_payment(debt: Debt) -> tuple[int, int]:
    return debt.paid, debt.due


def _by_slowness(account: Account, day: int, rule: WarningRule) -> Alert | None:
    found = slowness(account.debts, day, rule.days) if rule.on else None
    if found is None or not found.late or found.days <= 0:
        return None
    names = ("newest", "usual", "days", "percent")
    facts = {name: str(getattr(found, name)) for name in names}
    warned = alert(rule, account.customer_id, Decimal(found.days), facts, account.currency)
    if warned is None and rule.also is not None and found.percent >= rule.also:
        return Alert(
            rule=rule.rule,
            customer_id=account.customer_id,
            severity=Severity.MEDIUM,
            value=Decimal(found.days),
            threshold=rule.threshold(Severity.MEDIUM),
            facts=facts,
            currency=account.currency,
        )
    return warned


def _by_overdue(
    account: Account, opened: Sequence[Debt], day: int, rule: WarningRule
) -> Alert | None:
    overdue, total = overdue_on(opened, day), open_of(opened)
    facts = {"overdue": str(overdue), "open": str(total), "currency": account.currency}
    return alert(rule, account.customer_id, percent(overdue, total), facts, account.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSigns:
    """What else is known of a customer on a day; amounts in ``currency``.

    ``broken`` are the days of promises not kept, ``changes`` of legal representative or
    shareholders, ``events`` serious ones with the code of what they were. ``limit`` None:
    none was set.
    """

    customer_id: int
    currency: str = ""
    exposure: int = 0
    limit: int | None = None
    broken: Sequence[date] = ()
    changes: Sequence[date] = ()
    events: Sequence[tuple[date, str]] = ()


def customer_alerts(signs: CustomerSigns, day: date, policy: WarningPolicy) -> list[Alert]:
    """Return what warns in what else is known of a customer."""
    found = (
        _by_limit(signs, policy.rule(Rule.UTILISATION)),
        _by_count(signs, signs.broken, day, policy.rule(Rule.PROMISES)),
        _by_count(signs, signs.changes, day, policy.rule(Rule.MANAGEMENT)),
        _by_event(signs, day, policy.rule(Rule.EVENT)),
    )
    return [one for one in found if one is not None]


def _by_limit(signs: CustomerSigns, rule: WarningRule) -> Alert | None:
    """Warn of a limit nearly used up; a limit of zero is used up by any exposure."""
    if signs.limit is None or signs.exposure <= 0:
        return None
    facts = {
        "exposure": str(signs.exposure),
        "limit": str(signs.limit),
        "currency": signs.currency,
    }
    # Without any credit the whole exposure is too much: told as 999.99 %.
    value = percent(signs.exposure, signs.limit) if signs.limit else Decimal("999.99")
    return alert(rule, signs.customer_id, value, facts, signs.currency)


def _by_count(
    signs: CustomerSigns, days: Sequence[date], day: date, rule: WarningRule
) -> Alert | None:
    within = sorted(on for on in days if 0 <= (day - on).days < rule.days)
    if not within:
        return None
    facts = {"count": str(len(within)), "days": str(rule.days), "last": within[-1].isoformat()}
    return alert(rule, signs.customer_id, Decimal(len(within)), facts)


def _by_event(signs: CustomerSigns, day: date, rule: WarningRule) -> Alert | None:
    within = sorted(event for event in signs.events if 0 <= (day - event[0]).days < rule.days)
    if not within:
        return None
    on, what = within[-1]
    facts = {"count": str(len(within)), "last": on.isoformat(), "what": what}
    return alert(rule, signs.customer_id, Decimal(len(within)), facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmSigns:
    """What is known of the firm on a day: key figures by month, oldest first, and its position."""

    currency: str
    kpis: Sequence[Kpi] = field(default_factory=tuple)
    position: FirmPosition | None = None


def firm_alerts(signs: FirmSigns, policy: WarningPolicy) -> list[Alert]:
    """Return what warns in the firm's own figures."""
    found = (
        _by_dso(signs, policy.rule(Rule.DSO)),
        _by_default(signs, policy.rule(Rule.DEFAULT_RATE)),
        _by_facility(signs, policy.rule(Rule.FACILITY)),
        _by_suppliers(signs, policy.rule(Rule.SUPPLIERS)),
    )
    return [one for one in found if one is not None]


def _by_dso(signs: FirmSigns, rule: WarningRule) -> Alert | None:
    """Warn when DSO has risen so many month ends in a row; only whole months are compared."""
    told = [kpi.dso for kpi in signs.kpis if kpi.end.is_whole]
    rises = 0
    for newer, older in zip(reversed(told), reversed(told[:-1]), strict=False):
        if newer is None or older is None or newer <= older:
            break
        rises += 1
    if not rises:
        return None
    first, last = told[-1 - rises], told[-1]
    facts = {"count": str(rises), "from": _tenths(first), "to": _tenths(last)}
    return alert(rule, None, Decimal(rises), facts, signs.currency)


def _tenths(value: Fraction | None) -> str:
    """Return days to a tenth, half up."""
    found = value or Fraction(0)
    return str(Decimal(round_half_up(found.numerator * 10, found.denominator)).scaleb(-1))


def _by_default(signs: FirmSigns, rule: WarningRule) -> Alert | None:
    rate = signs.kpis[-1].default_rate if signs.kpis else None
    if rate is None:
        return None
    value = percent(rate.numerator, rate.denominator * 100)
    return alert(rule, None, value, {"rate": str(value)}, signs.currency)


def _by_facility(signs: FirmSigns, rule: WarningRule) -> Alert | None:
    position = signs.position
    if position is None or not position.facility:
        return None
    facts = {
        "used": str(position.used),
        "facility": str(position.facility),
        "currency": position.currency,
    }
    value = percent(position.used, position.facility)
    return alert(rule, None, value, facts, position.currency)


def _by_suppliers(signs: FirmSigns, rule: WarningRule) -> Alert | None:
    position = signs.position
    if position is None:
        return None
    count = position.delayed_payments + int(position.reserve_drawn)
    facts = {"count": str(position.delayed_payments), "reserve": str(int(position.reserve_drawn))}
    return alert(rule, None, Decimal(count), facts)
