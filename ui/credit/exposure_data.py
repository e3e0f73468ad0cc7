"""What the exposure tab shows, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.credit.check import CheckResult
from domain.credit.exposure import LESSENS, Exposure, Part
from domain.credit.holds import CreditHold, CreditRelease, HoldState, states
from domain.credit.orders import OrderState
from domain.credit.overrides import CreditOverride
from domain.ports import BookReader
from domain.record import Record
from domain.services.credit_check import Asked, check_sale, exposures
from domain.services.exposure_lines import ExposureLine, exposure_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """A component in one currency, signed as it counts; without a part: the total."""

    id: int
    part: Part | None
    currency: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A document of a component, numbered for its list."""

    id: int
    line: ExposureLine

    @property
    def currency(self) -> str:
        """The document's currency, as money cells ask for it."""
        return self.line.currency


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """An order as its list shows it."""

    state: OrderState

    @property
    def currency(self) -> str:
        """The order's currency, as money cells ask for it."""
        return self.state.order.currency


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRow:
    """A hold, or leave to sell in spite of the check; ``id`` of leave is negative."""

    id: int
    currency: str
    hold: HoldState | None = None
    leave: Record[CreditOverride] | None = None
    in_force: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposurePage:
    """A customer's exposure on a day."""

    code: str
    result: CheckResult
    parts: tuple[PartRow, ...]
    lines: dict[Part, list[ExposureLine]]
    orders: tuple[OrderRow, ...]
    stops: tuple[StopRow, ...]

    def lines_of(self, row: PartRow) -> list[LineRow]:
        """Return the documents of a component in its currency, all of them for the total."""
        wanted = list(Part) if row.part is None else [row.part]
        found = [
            line
            for part in wanted
            for line in self.lines.get(part, ())
            if line.currency == row.currency
        ]
        return [LineRow(id=at, line=line) for at, line in enumerate(found, start=1)]


def read_exposure(reader: BookReader, customer_id: int, on: date) -> ExposurePage:
    """Read everything of the tab."""
    result = check_sale(reader, Asked(customer_id=customer_id), on)
    found = exposures(reader, on, customer_ids=[customer_id])
    orders = reader.order_states(on, customer_ids=[customer_id])
    return ExposurePage(
        code=reader.customer(customer_id).code,
        result=result,
        parts=tuple(_parts(found, result.asked.currency)),
        lines=exposure_lines(reader, customer_id, on),
        orders=tuple(OrderRow(state=one) for one in _newest_open_first(orders)),
        stops=tuple(_stops(reader, customer_id, on, result.asked.currency)),
    )


def _parts(found: Sequence[Exposure], currency: str) -> list[PartRow]:
    """Return the components with something in them, the total behind those of each currency."""
    rows: list[PartRow] = []
    ordered = sorted(found, key=lambda one: (one.currency != currency, one.currency))
    for one in ordered:
        for part in Part:
            minor = one.part(part)
            if minor:
                signed = -minor if part in LESSENS else minor
                rows.append(
                    PartRow(id=len(rows) + 1, part=part, currency=one.currency, amount=signed)
                )
        total = PartRow(id=len(rows) + 1, part=None, currency=one.currency, amount=one.total)
        rows.append(total)
    return rows


def _newest_open_first(orders: Sequence[OrderState]) -> list[OrderState]:
    """Return orders with something left first, the newest first."""
    return sorted(orders, key=lambda one: (one.left > 0, one.order.ordered_on), reverse=True)


def _stops(reader: BookReader, customer_id: int, on: date, currency: str) -> list[StopRow]:
    found = states(
        reader.records(CreditHold, customer_id=customer_id, up_to=on),
        reader.records(CreditRelease, customer_id=customer_id, up_to=on),
        on,
    )
    held = [
        StopRow(id=one.hold.id, currency=currency, hold=one, in_force=one.release is None)
        for one in found
    ]
    given = [
        StopRow(id=-one.id, currency=one.value.currency, leave=one, in_force=one.holds_on(on))
        for one in reversed(reader.records(CreditOverride, customer_id=customer_id, up_to=on))
    ]
    return sorted(held + given, key=lambda one: not one.in_force)
