"""The reports that the Reports screen and ``report`` of the command line offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from domain.ageing import DEFAULT_LIMITS, parse_limits
from domain.errors import DomainError, NotFound
from domain.listing import ListFilter, Order
from domain.money import Money
from domain.papers import AgeingRow
from domain.ports import BookReader
from domain.services.reports import ageing_report
from domain.sheets import Cell, Sheet, SheetColumn

Build = Callable[[BookReader, Mapping[str, str], str, date], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: its name on the command line, its title, its parameters, how it is built.

    ``build(reader, params, language, today)`` returns an ``AgeingReport`` or a ``Sheet``.
    """

    name: str
    zh: str
    en: str
    params: tuple[str, ...]
    build: Build

    def title(self, language: str) -> str:
        """Return the title in a language."""
        return self.zh if language == "zh" else self.en


#: Column key → (zh, en, kind, width).
_COLUMNS: Final[dict[str, tuple[str, str, str, int]]] = {
    "code": ("客户编号", "Code", "text", 10),
    "name": ("客户名称", "Customer", "text", 28),
    "number": ("单据号", "Number", "text", 22),
    "issued_on": ("开票日期", "Issued", "date", 11),
    "due_on": ("到期日", "Due", "date", 11),
    "received_on": ("收款日期", "Received", "date", 11),
    "currency": ("币种", "Currency", "text", 6),
    "amount": ("金额", "Amount", "money", 14),
    "open": ("未收", "Open", "money", 14),
    "days_overdue": ("逾期天数", "Days overdue", "number", 8),
    "balance": ("余额", "Balance", "money", 14),
    "overdue": ("逾期", "Overdue", "money", 14),
    "unapplied": ("未核销", "Unapplied", "money", 14),
    "limit": ("信用额度", "Credit limit", "money", 14),
    "payer": ("付款方", "Payer", "text", 24),
    "reference": ("附言", "Reference", "text", 20),
    "order_number": ("订单号", "Order", "text", 14),
    "contract_number": ("合同号", "Contract", "text", 14),
    "description": ("摘要", "Description", "text", 20),
}


def gallery() -> dict[str, Report]:
    """Return the reports by name."""
    entries = (
        Report(
            name="ageing",
            zh="账龄分析表",
            en="Ageing",
            params=("as_of", "basis", "buckets", "currency", "sort"),
            build=_ageing_by("customer"),
        ),
        Report(
            name="ageing-items",
            zh="账龄明细表",
            en="Ageing by item",
            params=("as_of", "basis", "buckets", "customer", "currency", "sort"),
            build=_ageing_by("item"),
        ),
        Report(
            name="open-items",
            zh="未清项目表",
            en="Open items",
            params=("as_of", "customer", "currency"),
            build=_open_items,
        ),
        Report(
            name="customers",
            zh="客户余额表",
            en="Customer balances",
            params=("as_of",),
            build=_customers,
        ),
        Report(
            name="receipts",
            zh="收款明细表",
            en="Receipts",
            params=("as_of", "currency"),
            build=_receipts,
        ),
    )
    return {entry.name: entry for entry in entries}


def wrong_parameter(report: Report, params: Mapping[str, str]) -> str:
    """Return the first parameter that the report does not have or cannot use, else ""."""
    for key, value in params.items():
        if key not in report.params or not _usable(key, value):
            return f"{key}={value}"
    return ""


def _usable(key: str, value: str) -> bool:
    try:
        if key == "as_of" and value:
            date.fromisoformat(value)
        elif key == "buckets" and value:
            parse_limits(value)
        elif key == "basis":
            return value in ("", "due", "document")
        elif key == "sort":
            return value in ("", *_SORTS)
    except (ValueError, DomainError):
        return False
    return True


def _day(params: Mapping[str, str], today: date) -> date:
    return date.fromisoformat(params["as_of"]) if params.get("as_of") else today


def _customer(reader: BookReader, params: Mapping[str, str]) -> int | None:
    if not params.get("customer"):
        return None
    found = reader.find_customer(params["customer"])
    if found is None:
        raise NotFound(record=f"customer/{params['customer']}")
    return found


def _ageing_by(by: str) -> Build:
    def build(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Any:
        limits = parse_limits(params["buckets"]) if params.get("buckets") else DEFAULT_LIMITS
        report = ageing_report(
            reader,
            _day(params, today),
            limits=limits,
            basis=params.get("basis") or "due",
            by=by,
            language=language,
            customer_id=_customer(reader, params),
            currency=params.get("currency") or None,
            printed_at=today.isoformat(),
            maker=params.get("maker", ""),
        )
        order = _SORTS.get(params.get("sort", ""))
        return report if order is None else replace(report, rows=tuple(order(report.rows)))

    return build


#: Order of the rows of ageing; "code" is how they come.
_SORTS: Final[dict[str, Callable[[Sequence[AgeingRow]], list[AgeingRow]] | None]] = {
    "code": None,
    "overdue": lambda rows: sorted(rows, key=lambda row: -row.overdue()),
    "balance": lambda rows: sorted(rows, key=lambda row: -row.balance),
    "oldest": lambda rows: sorted(rows, key=lambda row: -row.oldest_days),
}


def _open_items(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Sheet:
    as_of = _day(params, today)
    rows = reader.open_items(
        as_of, customer_id=_customer(reader, params), currency=params.get("currency") or None
    )
    keys = "code name number issued_on due_on days_overdue currency amount open description"
    cells = [
        (
            row.customer_code,
            _name(row, language),
            row.label,
            row.issued_on,
            row.due_on,
            max(row.days_overdue or 0, 0) if row.open > 0 else None,
            row.currency,
            _money(row.amount, row.currency),
            _money(row.open, row.currency),
            row.description,
        )
        for row in rows
    ]
    return _sheet(reader, ("未清项目表", "Open items"), keys, cells, language, as_of)


def _customers(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Sheet:
    as_of = _day(params, today)
    where = ListFilter(as_of=as_of)
    ids = reader.customers.ids(where, Order("code"))
    rows = reader.customers.rows(ids, where)
    keys = "code name currency limit balance overdue unapplied days_overdue"
    cells: list[Sequence[Cell]] = []
    for customer_id in ids:
        row = rows[customer_id]
        limit = None if row.limit_minor is None else _money(row.limit_minor, row.currency)
        sums = (_money(m, row.currency) for m in (row.balance, row.overdue, row.unapplied))
        name = _name(row, language)
        cells.append((row.code, name, row.currency, limit, *sums, row.oldest_days or None))
        for code, minor in row.others:
            cells.append((row.code, name, code, None, _money(minor, code), None, None, None))
    return _sheet(reader, ("客户余额表", "Customer balances"), keys, cells, language, as_of)


def _receipts(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Sheet:
    as_of = _day(params, today)
    where = ListFilter(as_of=as_of, currency=params.get("currency") or None)
    ids = reader.receipts.ids(where, Order("received_on"))
    rows = reader.receipts.rows(ids, where)
    keys = "received_on number code name payer currency amount unapplied reference"
    cells = [
        (
            row.received_on,
            row.number,
            row.customer_code,
            _name(row, language),
            row.payer,
            row.currency,
            _money(row.amount, row.currency),
            _money(row.unapplied, row.currency),
            row.reference,
        )
        for row in (rows[i] for i in ids)
    ]
    return _sheet(reader, ("收款明细表", "Receipts"), keys, cells, language, as_of)


def _name(row: Any, language: str) -> str:
    english = getattr(row, "customer_name_en", "") or getattr(row, "name_en", "")
    name = getattr(row, "customer_name", "") or row.name
    return str(english if language == "en" and english else name)


def _money(minor: int, currency: str) -> Any:
    return Money(minor, currency).amount


def _sheet(
    reader: BookReader,
    titles: tuple[str, str],
    keys: str,
    rows: Sequence[Sequence[Cell]],
    language: str,
    as_of: date,
) -> Sheet:
    zh = language == "zh"
    columns = tuple(
        SheetColumn(title=chinese if zh else english, kind=kind, width=width)
        for chinese, english, kind, width in (_COLUMNS[key] for key in keys.split())
    )
    note = f"截至 {as_of}" if zh else f"As of {as_of}"
    return Sheet(
        title=titles[0] if zh else titles[1],
        company=reader.company().name,
        note=note,
        language=language,
        columns=columns,
        rows=rows,
    )
