"""What is insured by buyer; limits, adverse information and confirmations start here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.changes import OperationResult
from domain.cover.deadlines import BuyerCover
from domain.cover.forms import ADVERSE, LIMIT, LimitTyped
from domain.cover.insurance import AdverseInformation, BuyerLimit, InsurancePolicy
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services import assignment, cover, papers
from domain.services.papers import Issued
from domain.services.records import take_back_record
from ui.context import AppContext, Notice
from ui.cover.forms import CustomerForm
from ui.cover.parts import amount, day, day_column, money_column, name_column, named, text_column
from ui.cover.register import RegisterPane, RegisterSpec
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText


def _currency(row: BuyerCover) -> str:
    return row.currency


def _key(row: BuyerCover) -> int:
    """Return a number of buyer, currency and policy that stays from reading to reading."""
    mark = f"{row.currency}/{row.policy.number if row.policy else ''}"
    return row.customer_id * 100_000 + sum(map(ord, mark)) % 100_000


_COLUMNS: Final = (
    name_column(lambda row: row),
    text_column(
        "policy",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Policy")),
        lambda row: row.policy.number if row.policy else None,
        width=118,
    ),
    text_column(
        "currency",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Currency")),
        _currency,
        kind="code",
        width=52,
    ),
    money_column(
        "limit", ("Cover", QT_TRANSLATE_NOOP("Cover", "Limit")), lambda row: row.limit, _currency
    ),
    money_column(
        "open",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Open")),
        lambda row: row.open,
        _currency,
        bold=True,
    ),
    money_column(
        "insured",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Insured")),
        lambda row: row.insured,
        _currency,
    ),
    money_column(
        "own", ("Cover", QT_TRANSLATE_NOOP("Cover", "Own risk")), lambda row: row.own, _currency
    ),
    money_column(
        "free",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Limit left")),
        lambda row: row.free,
        _currency,
        secondary=True,
    ),
    day_column(
        "stop",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Stop shipping from")),
        lambda row: row.stop_from,
    ),
)


def _facts(row: BuyerCover, language: str) -> Sequence[tuple[str, str]]:
    return (
        (translate("Cover", "Policy"), row.policy.number if row.policy else ""),
        (translate("Cover", "Limit"), amount(row.limit, row.currency) if row.policy else ""),
        (translate("Cover", "Open"), amount(row.open, row.currency)),
        (translate("Cover", "Overdue"), amount(row.overdue, row.currency) if row.overdue else ""),
        (translate("Cover", "Not covered"), amount(row.excluded, row.currency)),
        (translate("Cover", "Within the limit"), amount(row.covered, row.currency)),
        (translate("Cover", "Insured"), amount(row.insured, row.currency)),
        (translate("Cover", "Own risk"), amount(row.own, row.currency)),
        (translate("Cover", "Limit left"), amount(row.free, row.currency) if row.policy else ""),
        (translate("Cover", "Stop shipping from"), day(row.stop_from, language)),
    )


def _chips(row: BuyerCover, _language: str) -> Sequence[ChipText]:
    if not row.insured:
        return [ChipText(translate("Cover", "Not insured"), "neutral")]
    if row.own * 2 > row.open:
        return [ChipText(translate("Cover", "Mostly own risk"), "amber")]
    return [ChipText(translate("Cover", "Insured"), "green")]


SPEC: Final = RegisterSpec(
    name="cover.exposure",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Insured and own risk by buyer")),
    columns=_COLUMNS,
    read=cover.exposure,
    key=_key,
    heading=named,
    facts=_facts,
    chips=_chips,
    customer=lambda row: row.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Nothing is open")),
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Customers with open debts stand here.")),
    ),
)


class ExposurePane(RegisterPane):
    """Insured and own risk; adverse information and requests to confirm debts."""

    def __init__(self, ctx: AppContext, issued: Callable[[int], None]) -> None:
        super().__init__(ctx, SPEC)
        self._issued = issued
        self.adverse = self.add_form(
            CustomerForm(ctx, ADVERSE, name="cover.adverse", keep=_keep_adverse)
        )
        self.add_act(
            "adverse",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Adverse information…")),
            self._start_adverse,
            icon="triangle-alert",
            key="Alt+1",
        )
        self.add_act(
            "confirm",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Ask to confirm the debts")),
            self.confirm,
            icon="badge-check",
            key="Alt+2",
            needs=lambda _row: True,
        )

    def _start_adverse(self) -> None:
        found = self.current()
        form = self.adverse
        if isinstance(form, CustomerForm):
            form.start_for(None if found is None else found.customer_id, base="CNY")
            self.show_form(form)

    def confirm(self) -> None:
        """Number and keep the 确权申请函 of the current customer."""
        found, ctx = self.current(), self.ctx
        if found is None:
            return
        customer_id, today = found.customer_id, ctx.today

        def service(uow: UnitOfWork) -> OperationResult[list[Issued]]:
            values = assignment.confirmation_values(ctx.reader, customer_id, today)
            ids = [customer_id] * len(values)
            return papers.issue(uow, assignment.CONFIRMATION, values, ids, ctx.papers.render)

        ctx.act(
            service,
            asker=self,
            done=lambda result: self._issued(result.value[0].id),
            notice=translate("Cover", "Request to confirm kept"),
        )


def _keep_adverse(
    uow: UnitOfWork,
    value: AdverseInformation,
    *,
    customer_id: int,
    dated_on: date,
    **_more: object,
) -> OperationResult[int]:
    return cover.keep_adverse(uow, customer_id, value, dated_on)


# limits


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """A limit that stands, with whose it is; ``in_force`` on the day shown."""

    record: Record[BuyerLimit]
    code: str
    name: str
    name_en: str
    currency: str
    in_force: bool


def read_limits(reader: BookReader, as_of: date) -> list[LimitRow]:
    """Return the limits given up to a day, the newest first."""
    policies = {one.value.number: one.value for one in cover.insurance(reader).policies}
    given = [one for one in reader.records(BuyerLimit, up_to=as_of) if one.customer_id]
    # Records come by customer and day: the last one of a buyer and policy is left standing.
    latest = {(one.customer_id, one.value.policy): one.id for one in given}
    found = [
        _limit_row(
            reader,
            one,
            policies.get(one.value.policy),
            in_force=one.id in latest.values() and one.holds_on(as_of),
        )
        for one in given
    ]
    found.sort(key=lambda row: (row.record.dated_on, row.record.id), reverse=True)
    return found


def _limit_row(
    reader: BookReader,
    record: Record[BuyerLimit],
    policy: InsurancePolicy | None,
    *,
    in_force: bool,
) -> LimitRow:
    customer = reader.customer(record.customer_id or 0)
    return LimitRow(
        record=record,
        code=customer.code,
        name=customer.name,
        name_en=customer.name_en,
        currency=policy.currency if policy else reader.base_currency(),
        in_force=in_force and record.value.amount_minor > 0,
    )


_LIMITS: Final = (
    name_column(lambda row: row),
    text_column(
        "policy",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Policy")),
        lambda row: row.record.value.policy,
        width=120,
    ),
    money_column(
        "amount",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Limit")),
        lambda row: row.record.value.amount_minor,
        lambda row: row.currency,
        bold=True,
    ),
    text_column(
        "number",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Number")),
        lambda row: row.record.value.number,
        width=110,
    ),
    day_column(
        "from", ("Cover", QT_TRANSLATE_NOOP("Cover", "From")), lambda row: row.record.dated_on
    ),
    day_column("to", ("Cover", QT_TRANSLATE_NOOP("Cover", "To")), lambda row: row.record.ends_on),
)


def _limit_facts(row: LimitRow, language: str) -> Sequence[tuple[str, str]]:
    value = row.record.value
    return (
        (translate("Cover", "Policy"), value.policy),
        (translate("Cover", "Limit"), amount(value.amount_minor, row.currency)),
        (translate("Cover", "Number"), value.number),
        (translate("Cover", "From"), day(row.record.dated_on, language)),
        (translate("Cover", "To"), day(row.record.ends_on, language)),
        (translate("Cover", "Conditions"), value.conditions),
        (translate("Cover", "Kept by"), row.record.user),
    )


def _limit_chips(row: LimitRow, _language: str) -> Sequence[ChipText]:
    if not row.record.value.amount_minor:
        return [ChipText(translate("Cover", "Withdrawn"), "red")]
    if row.in_force:
        return [ChipText(translate("Cover", "In force"), "green")]
    return [ChipText(translate("Cover", "Ended"), "neutral")]


LIMITS: Final = RegisterSpec(
    name="cover.limits",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Limits of buyers")),
    columns=_LIMITS,
    read=read_limits,
    key=lambda row: row.record.id,
    heading=named,
    facts=_limit_facts,
    chips=_limit_chips,
    customer=lambda row: row.record.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "No limits yet")),
        (
            "Cover",
            QT_TRANSLATE_NOOP("Cover", "Enter the limits the insurer gave for each buyer."),
        ),
    ),
)


class LimitsPane(RegisterPane):
    """The insurer's limits; another one of a later day changes or withdraws."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, LIMITS)
        self.limit = CustomerForm(ctx, LIMIT, name="cover.limit", keep=_keep_limit)
        self.add_form(self.limit)
        self.new = self.add_act(
            "new",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Limit…")),
            self.start,
            icon="plus",
            key="Alt+1",
            kind="primary",
        )
        self.add_act(
            "take_back",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Take back")),
            self.take_back,
            icon="undo-2",
            key="Alt+2",
            needs=lambda _row: True,
        )

    def start(self) -> None:
        """Show the form of a limit for the current buyer, under the policy in force."""
        found, day_ = self.current(), self.ctx.as_of
        customer_id = None if found is None else found.record.customer_id

        def read(reader: BookReader) -> InsurancePolicy | None:
            held = reader.records(InsurancePolicy, firm=True)
            now = [one.value for one in held if one.holds_on(day_)]
            return now[-1] if now else None

        def here(policy: InsurancePolicy | None) -> None:
            base = policy.currency if policy else "CNY"
            self.limit.start_for(customer_id, base=base)
            if policy is not None:
                self.limit.propose(policy=policy.number, currency=policy.currency)
            self.show_form(self.limit)

        self.ctx.query(read, here, asker=self)

    def take_back(self) -> None:
        """Take the current limit back, as it should not be there."""
        found = self.current()
        if found is not None:
            ctx = self.ctx
            said = Notice(translate("Cover", "Limit taken back"))
            args = (take_back_record, BuyerLimit, found.record.id, ctx.today)
            ctx.act(*args, asker=self, notice=lambda _result: said)


def _keep_limit(
    uow: UnitOfWork,
    typed: LimitTyped,
    *,
    customer_id: int,
    dated_on: date,
    ends_on: date | None = None,
    **_more: object,
) -> OperationResult[int]:
    return cover.keep_limit(
        uow, typed.limit(), customer_id=customer_id, dated_on=dated_on, ends_on=ends_on
    )
