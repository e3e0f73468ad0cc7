"""Dunning procedures: levels with their days and charges, and which procedure an item follows.

A procedure is a ladder. Levels from 1 on are demands and follow one another; none is left
out. Levels 0 and below come before the due date: they only say that a payment is near, and
are passed by once it is late. A level's days count from the due date, or from the day the
level before was sent.

Which procedure: that of the invoice, else of the customer, else of its grade, else the
book's first one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from domain.errors import BadProcedure
from domain.interest_modes import mode_from
from domain.money import round_half_up

if TYPE_CHECKING:
    from domain.record import Record

#: What the days of a level count from.
AFTER_DUE: Final = "due"
AFTER_SENT: Final = "sent"
#: Interest as it is set for the customer, else for the book, else as the law proposes.
OWN_MODE: Final = "own"
#: More levels than anyone writes letters for, and the longest wait between two.
MOST_LEVELS: Final = 9
_MOST_DAYS: Final = 3650


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the procedure.

    Attributes:
        days: after the due date (negative: before), or after the level before was sent.
        pay_days: given to pay, from the letter's date.
        fee_minor: charged once for a letter that raises something to this level, in the
            procedure's currency.
        fee_percent: of the original amount of each item raised to this level.
        interest: "" claims none; "own" as set for the customer; else a mode as
            :mod:`domain.interest_modes` writes it.
        channel: how the letter usually goes out, a ``legal_event.Channel`` or "".
    """

    level: int
    days: int
    pay_days: int = 7
    after: str = AFTER_DUE
    fee_minor: int = 0
    fee_percent: Decimal = Decimal(0)
    interest: str = ""
    channel: str = ""

    def fee_of(self, original: int) -> int:
        """Return the fee in percent of an item's original amount, in minor units.

        Worked (C13): 15 % of 100.00 is 15.00, whatever was charged before.
        """
        numerator, denominator = self.fee_percent.as_integer_ratio()
        return round_half_up(original * numerator, denominator * 100)


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """Ordered levels, the smallest sum worth a letter and the days between two letters.

    Both limits are inclusive: a debt of exactly ``minimum_minor`` is chased, and
    a letter may follow exactly ``interval_days`` after the last. ``currency`` is that of
    the smallest sum and of fixed fees; "" takes the figures in the letter's own.
    """

    code: str
    levels: tuple[Level, ...]
    minimum_minor: int = 0
    interval_days: int = 7
    currency: str = ""

    @cached_property
    def _by_number(self) -> dict[int, Level]:
        return {level.level: level for level in self.levels}

    @property
    def last(self) -> int:
        """The number of its last level."""
        return self.levels[-1].level

    def at(self, number: int) -> Level:
        """Return the level of a number; of one it has no longer, the nearest below."""
        found = self._by_number.get(number)
        if found is None:
            below = [level for level in self.levels if level.level <= number]
            found = below[-1] if below else self.levels[0]
        return found

    def next_level(
        self, sent: int | None, days_overdue: int, days_since: int | None = None
    ) -> Level | None:
        """Return the level after ``sent`` when its days are reached; None at the end.

        Args:
            sent: the highest level sent; None or 0: no demand yet.
            days_overdue: negative before the due date.
            days_since: since ``sent`` was sent.
        """
        before = -MOST_LEVELS if sent is None else sent
        for level in self.levels:
            if level.level <= before or (level.level < 1 and days_overdue > 0):
                continue
            if level.level < 1 and not self._is_latest_before_due(level, days_overdue):
                continue
            counted = days_overdue
            if level.after == AFTER_SENT and days_since is not None:
                counted = days_since
            return level if counted >= level.days and _timely(level, days_overdue) else None
        return None

    def _is_latest_before_due(self, level: Level, days_overdue: int) -> bool:
        """Whether no later reminder before the due date has its days reached as well."""
        later = self._by_number.get(level.level + 1)
        return later is None or later.level > 0 or later.days > days_overdue


def _timely(level: Level, days_overdue: int) -> bool:
    """A demand is never made before the day after the due date."""
    return level.level < 1 or days_overdue > 0


DEFAULT_PROCEDURE: Final = Procedure(
    code="standard",
    levels=(
        Level(1, 7),
        Level(2, 15),
        Level(3, 30, interest=OWN_MODE),
        Level(4, 60, interest=OWN_MODE),
        Level(5, 90, interest=OWN_MODE),
    ),
)


def procedure_from(value: Mapping[str, Any]) -> Procedure:
    """Build a procedure from its stored form; what is missing keeps its default."""
    levels = tuple(_level_from(one) for one in value["levels"])
    return Procedure(
        code=value["code"],
        levels=levels,
        minimum_minor=value.get("minimum_minor", 0),
        interval_days=value.get("interval_days", 7),
        currency=value.get("currency", ""),
    )


def _level_from(value: Mapping[str, Any]) -> Level:
    known = {part.name for part in fields(Level)}
    plain = {key: part for key, part in value.items() if key in known}
    plain["fee_percent"] = Decimal(str(value.get("fee_percent", 0)))
    return Level(**plain)


def stored(procedure: Procedure) -> dict[str, Any]:
    """Return a procedure as the book keeps it; :func:`procedure_from` reads it."""
    levels = []
    for level in procedure.levels:
        plain = {part.name: getattr(level, part.name) for part in fields(Level)}
        levels.append({**plain, "fee_percent": str(level.fee_percent)})
    return {
        "code": procedure.code,
        "levels": levels,
        "minimum_minor": procedure.minimum_minor,
        "interval_days": procedure.interval_days,
        "currency": procedure.currency,
    }


def numbered(days: Sequence[tuple[int, str]]) -> list[int]:
    """Return the numbers of levels by their days and what these count from.

    The reminders before the due date end with 0: of -14, -3, 7 and 30 days they are
    -1, 0, 1 and 2.
    """
    early = sum(1 for count, after in days if after == AFTER_DUE and count < 0)
    return [place - early + 1 for place in range(len(days))]


def check_procedure(procedure: Procedure) -> Procedure:
    """Return a procedure that can be followed.

    Raises:
        BadProcedure: no name, no levels or too many, days that do not rise, a limit or fee
            below zero, reminders before the due date that count from anything else.
        BadInterestMode, AgreedRateNeeded: a level's interest is not a way to compute it.
    """
    if not procedure.code.strip():
        raise BadProcedure(reason="name")
    if not 0 < len(procedure.levels) <= MOST_LEVELS:
        raise BadProcedure(reason="levels", most=MOST_LEVELS)
    if procedure.minimum_minor < 0 or not 0 <= procedure.interval_days <= _MOST_DAYS:
        raise BadProcedure(reason="limits")
    wanted = numbered([(level.days, level.after) for level in procedure.levels])
    if [level.level for level in procedure.levels] != wanted:
        raise BadProcedure(reason="order")
    before: int | None = None
    for level in procedure.levels:
        _check_level(level, before)
        before = level.days if level.after == AFTER_DUE else before
    return procedure


def _check_level(level: Level, before: int | None) -> None:
    facts = {"level": level.level}
    counted_from_due = level.after == AFTER_DUE
    if level.after not in (AFTER_DUE, AFTER_SENT) or abs(level.days) > _MOST_DAYS:
        raise BadProcedure(reason="days", **facts)
    if not counted_from_due and level.days < 0:
        raise BadProcedure(reason="days", **facts)
    if counted_from_due and before is not None and level.days <= before:
        raise BadProcedure(reason="rising", **facts)
    if not 0 < level.pay_days <= _MOST_DAYS:
        raise BadProcedure(reason="pay_days", **facts)
    if level.fee_minor < 0 or not 0 <= level.fee_percent <= 100:
        raise BadProcedure(reason="fee", **facts)
    if level.level < 1 and (level.fee_minor or level.fee_percent or level.interest):
        raise BadProcedure(reason="before_due", **facts)
    if level.interest not in ("", OWN_MODE):
        mode_from(level.interest)


# which procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningChoice:
    """A record: from its day on, this procedure is followed.

    By invoices where the record names items, else by its customer, else by the customers of
    ``grade``. ``procedure`` "" goes back to what applies without a choice.
    """

    KIND: ClassVar[str] = "dunning_choice"

    procedure: str
    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The procedures of a book and who follows which.

    ``default`` is its company default; codes that no procedure has are passed over.
    """

    procedures: Mapping[str, Procedure]
    default: str
    by_item: Mapping[int, str] = field(default_factory=dict)
    by_customer: Mapping[int, str] = field(default_factory=dict)
    by_grade: Mapping[str, str] = field(default_factory=dict)
    grades: Mapping[int, str] = field(default_factory=dict)

    def of_customer(self, customer_id: int) -> Procedure:
        """Return the procedure a customer's letters follow: its limits and intervals."""
        grade = self.grades.get(customer_id)
        codes = (
            self.by_customer.get(customer_id),
            self.by_grade.get(grade) if grade else None,
            self.default,
        )
        return self._first(codes)

    def of_item(self, item_id: int, own: Procedure) -> Procedure:
        """Return the procedure whose levels an item rises through; ``own`` is its customer's."""
        code = self.by_item.get(item_id)
        return self.procedures.get(code, own) if code else own

    def _first(self, codes: Iterable[str | None]) -> Procedure:
        for code in codes:
            if code and code in self.procedures:
                return self.procedures[code]
        return self.procedures[self.default]


def one_for_all(procedure: Procedure) -> Choices:
    """Return choices of a book where everyone follows one procedure."""
    return Choices(procedures={procedure.code: procedure}, default=procedure.code)


def choices_from(
    procedures: Mapping[str, Procedure],
    default: str,
    records: Iterable[Record[DunningChoice]],
    grades: Mapping[int, str],
    day: date,
) -> Choices:
    """Return who follows what on a day: of several choices the one dated last."""
    by_item: dict[int, str] = {}
    by_customer: dict[int, str] = {}
    by_grade: dict[str, str] = {}
    ordered = sorted(records, key=lambda one: (one.dated_on, one.id))
    for one in ordered:
        if not one.holds_on(day):
            continue
        code = one.value.procedure
        if one.item_ids:
            by_item.update(dict.fromkeys(one.item_ids, code))
        elif one.customer_id is not None:
            by_customer[one.customer_id] = code
        elif one.value.grade:
            by_grade[one.value.grade] = code
    return Choices(
        procedures=procedures,
        default=default,
        by_item=by_item,
        by_customer=by_customer,
        by_grade=by_grade,
        grades=grades,
    )
