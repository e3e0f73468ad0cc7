"""The reports that the Reports screen and ``report`` of the command line offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from domain.ageing import DEFAULT_LIMITS, parse_limits
from domain.errors import DomainError, NotFound
from domain.listing import ListFilter, Order
from domain.papers import AgeingRow
from domain.ports import BookReader
from domain.services.reports import ageing_report
from domain.sheets import Cell, Sheet
from ui.gallery_sheets import day, money, name, sheet

Build = Callable[[BookReader, Mapping[str, str], str, date], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: its name on the command line, its title, its parameters, how it is built.

    ``build(reader, params, language, today)`` returns an ``AgeingReport``, a ``Sheet``, or
    another printable value, which has pages but no table. ``needs`` names the parameters
    that it cannot do without.
    """

    name: str
    zh: str
    en: str
    params: tuple[str, ...]
    build: Build
    needs: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """Return the title in a language."""
        return self.zh if language == "zh" else self.en


_CONCENTRATION: Final = ("as_of", "currency", "by", "of")
_OPEN: Final = ("as_of", "customer", "currency")


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
        _figures("kpi", "应收关键指标", "Key figures", "as_of", "currency"),
        _figures("concentration", "集中度分析", "Concentration", *_CONCENTRATION),
        _figures("payment-behaviour", "付款习惯分析", "Payment behaviour", "as_of", "currency"),
        _figures("insurance-need", "信用保险需求评估", "Credit insurance need", "as_of"),
        _cover("insured-exposure", "信用保险敞口表", "Insured exposure"),
        _cover("insurance-deadlines", "信用保险期限表", "Deadlines of credit insurance"),
        _cover("declarations", "出运申报表", "Declarations of shipments"),
        _cover("guarantees", "保证期间登记簿", "Register of guarantees"),
        _legal("limitation", "诉讼时效提醒表", "Limitation clock", *_OPEN),
        _legal("legal-events", "时效事由登记簿", "Register of legal events", "as_of", "customer"),
        *(_risk(*one) for one in _RISKS),
        _assessment("assessment", "客户信用评估表", "Credit assessment"),
        _assessment("assessment-report", "“3+1”评估报告", "3+1 assessment report"),
        _file("credit-file", "客户信用档案", "Credit file", "as_of", "customer"),
        _file("site-visit", "实地考察记录", "Site visit report", "as_of", "customer"),
        _file("file-expiry", "证照与财务到期表", "Documents and accounts", "as_of"),
        _file("file-gaps", "信用档案缺项表", "Gaps in credit files", "as_of"),
        _policy("credit-policy", "信用管理制度", "Credit management rules"),
        _policy("policy-review", "季度信用政策评审报告", "Review of the credit policy"),
        _policy("monthly", "应收账款月报", "Receivables of the month"),
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
        elif key == "by":
            return value in ("", "customer", "group", "currency")
        elif key == "of":
            return value in ("", "balance", "sales")
    except (ValueError, DomainError):
        return False
    return True


def _customer(reader: BookReader, params: Mapping[str, str]) -> int | None:
    if not params.get("customer"):
        return None
    found = reader.find_customer(params["customer"])
    if found is None:
        raise NotFound(record=f"customer/{params['customer']}")
    return found


def _figures(name: str, zh: str, en: str, *params: str) -> Report:
    """Return a report of figures; what builds it is imported when it is asked for."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Sheet:
        from ui.gallery_figures import BUILDS

        return BUILDS[name](reader, values, language, day(values, today))

    return Report(name=name, zh=zh, en=en, params=params, build=build)


#: Reports of risk: name, title in Chinese and English, further parameters.
_RISKS: Final = (
    ("risk-map", "风险热力图", "Risk heat map"),
    ("risk-places", "地区 × 行业风险", "Risk by region and industry"),
    ("expected-loss", "预期损失", "Expected loss"),
    ("warnings", "早期预警清单", "Early warnings", "customer"),
    ("warning-review", "客户信用复核单", "Customer credit review", "customer"),
    ("warning-backtest", "预警回测", "Back-test of the warnings"),
)


def _risk(name: str, zh: str, en: str, *more: str) -> Report:
    """Return a report of risk; what builds it is imported when it is asked for."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Any:
        from ui.gallery_risk import BUILDS

        return BUILDS[name](reader, _customer(reader, values), language, day(values, today))

    return Report(name=name, zh=zh, en=en, params=("as_of", *more), build=build)


def _assessment(name: str, zh: str, en: str) -> Report:
    """Return a page of one customer's assessment, or without one the list of all grades."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Any:
        from ui.gallery_assessment import BUILDS

        return BUILDS[name](reader, _customer(reader, values), language, day(values, today))

    return Report(name=name, zh=zh, en=en, params=("as_of", "customer"), build=build)


def _policy(name: str, zh: str, en: str) -> Report:
    """Return a page about the policy or for the boss; what builds it is imported when asked for."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Any:
        from ui.gallery_policy import BUILDS

        return BUILDS[name](reader, language, day(values, today))

    return Report(name=name, zh=zh, en=en, params=("as_of",), build=build)


def _legal(name: str, zh: str, en: str, *params: str) -> Report:
    """Return a report of the limitation clock; what builds it is imported when asked for."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Sheet:
        from ui.gallery_legal import BUILDS

        customer_id, as_of = _customer(reader, values), day(values, today)
        return BUILDS[name](reader, customer_id, values.get("currency", ""), language, as_of)

    return Report(name=name, zh=zh, en=en, params=params, build=build)


def _file(name: str, zh: str, en: str, *params: str) -> Report:
    """Return a report of credit files; what builds it is imported when it is asked for."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Any:
        from ui.gallery_file import BUILDS

        asked = (_customer(reader, values), day(values, today), values.get("maker", ""))
        return BUILDS[name](reader, asked, language)

    needs = ("customer",) if name == "credit-file" else ()
    return Report(name=name, zh=zh, en=en, params=params, build=build, needs=needs)


def _cover(name: str, zh: str, en: str) -> Report:
    """Return a report of cover; what builds it is imported when asked for."""

    def build(reader: BookReader, values: Mapping[str, str], language: str, today: date) -> Sheet:
        from ui.gallery_cover import BUILDS

        return BUILDS[name](reader, language, day(values, today))

    return Report(name=name, zh=zh, en=en, params=("as_of",), build=build)


def _ageing_by(by: str) -> Build:
    def build(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Any:
        limits = parse_limits(params["buckets"]) if params.get("buckets") else DEFAULT_LIMITS
        report = ageing_report(
            reader,
            day(params, today),
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
    as_of = day(params, today)
    rows = reader.open_items(
        as_of, customer_id=_customer(reader, params), currency=params.get("currency") or None
    )
    keys = "code name number issued_on due_on days_overdue currency amount open description"
    cells = [
        (
            row.customer_code,
            name(row, language),
            row.label,
            row.issued_on,
            row.due_on,
            max(row.days_overdue or 0, 0) if row.open > 0 else None,
            row.currency,
            money(row.amount, row.currency),
            money(row.open, row.currency),
            row.description,
        )
        for row in rows
    ]
    return sheet(reader, ("未清项目表", "Open items"), keys, cells, language, as_of)


def _customers(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Sheet:
    as_of = day(params, today)
    where = ListFilter(as_of=as_of)
    ids = reader.customers.ids(where, Order("code"))
    rows = reader.customers.rows(ids, where)
    keys = "code name currency limit balance overdue unapplied days_overdue"
    cells: list[Sequence[Cell]] = []
    for customer_id in ids:
        row = rows[customer_id]
        limit = None if row.limit_minor is None else money(row.limit_minor, row.currency)
        sums = (money(m, row.currency) for m in (row.balance, row.overdue, row.unapplied))
        called = name(row, language)
        cells.append((row.code, called, row.currency, limit, *sums, row.oldest_days or None))
        for code, minor in row.others:
            cells.append((row.code, called, code, None, money(minor, code), None, None, None))
    return sheet(reader, ("客户余额表", "Customer balances"), keys, cells, language, as_of)


def _receipts(reader: BookReader, params: Mapping[str, str], language: str, today: date) -> Sheet:
    as_of = day(params, today)
    where = ListFilter(as_of=as_of, currency=params.get("currency") or None)
    ids = reader.receipts.ids(where, Order("received_on"))
    rows = reader.receipts.rows(ids, where)
    keys = "received_on number code name payer currency amount unapplied reference"
    cells = [
        (
            row.received_on,
            row.number,
            row.customer_code,
            name(row, language),
            row.payer,
            row.currency,
            money(row.amount, row.currency),
            money(row.unapplied, row.currency),
            row.reference,
        )
        for row in (rows[i] for i in ids)
    ]
    return sheet(reader, ("收款明细表", "Receipts"), keys, cells, language, as_of)
