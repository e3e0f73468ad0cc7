"""Commands that answer with figures: ageing, balance, report."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from domain.ageing import NO_DUE_DATE
from domain.errors import NotFound
from domain.forms import FormPaper, form_sheet
from domain.listing import CustomerRow, ItemRow
from domain.papers import AgeingReport, AgeingRow
from domain.ports import BookReader
from domain.services.reports import ageing_report
from domain.sheets import Sheet
from ui.cli import credit, words
from ui.cli.desk import Desk, WrongUsage, columns, iso, money
from ui.gallery import Report, gallery, wrong_parameter


def ageing(desk: Desk, args: argparse.Namespace) -> int:
    """Show or write ageing as it stood on a day."""
    if args.out:
        check_ending(args.out)
    with desk.book() as book:
        report = ageing_report(
            book.reader,
            args.as_of,
            limits=args.buckets,
            basis=args.basis,
            by=args.by,
            language=desk.language,
        )
        if args.out:
            write_report(desk, report, args.out)
    desk.answer(_ageing_document(report, args.out), lambda: _ageing_lines(desk, report))
    return 0


def write_report(desk: Desk, value: Any, path: Path) -> None:
    """Write a report as .pdf, .xlsx or .csv, by the name's ending."""
    if path.suffix.lower() == ".pdf":
        desk.ports.files.write_bytes(path, desk.ports.papers.render(value))
    else:
        desk.ports.files.write_sheet(desk.ports.papers.sheet_of(value), path)


def check_ending(path: Path) -> None:
    """Refuse an output file of a kind that is not written."""
    if path.suffix.lower() not in (".pdf", ".xlsx", ".csv"):
        raise WrongUsage(
            f"--out 的文件名须以 .pdf、.xlsx 或 .csv 结尾：{path}",
            f"--out takes a name ending in .pdf, .xlsx or .csv: {path}",
        )


def _ageing_document(report: AgeingReport, out: Path | None) -> dict[str, Any]:
    undated = any(total.buckets[-1] for total in report.totals)
    document = {
        "as_of": report.as_of.isoformat(),
        "basis": report.basis,
        "buckets": [key for key in report.keys if key != NO_DUE_DATE or undated],
        "rows": [_ageing_row(row, report) for row in report.rows],
        "totals": [
            {
                "currency": total.currency,
                **_sums(total, report),
                "items": total.items,
            }
            for total in report.totals
        ],
    }
    if out is not None:
        document["file"] = str(out)
    return document


def _ageing_row(row: AgeingRow, report: AgeingReport) -> dict[str, Any]:
    told: dict[str, Any] = {"customer": row.code, "name": row.name, "currency": row.currency}
    if report.by == "item":
        told |= {
            "number": row.number,
            "issue_date": iso(row.issued_on),
            "due_date": iso(row.due_on),
        }
    return {**told, **_sums(row, report), "items": row.items, "oldest_days": row.oldest_days}


def _sums(row: AgeingRow, report: AgeingReport) -> dict[str, str]:
    buckets = zip(report.keys, row.buckets, strict=True)
    return {
        "balance": money(row.balance, row.currency),
        "unapplied": money(row.unapplied, row.currency),
        **{key: money(minor, row.currency) for key, minor in buckets},
    }


def _ageing_lines(desk: Desk, report: AgeingReport) -> list[str]:
    words = {
        "not_due": desk.choose("未到期", "Not due"),
        NO_DUE_DATE: desk.choose("无到期日", "No due date"),
    }
    head = [
        desk.choose("客户", "Customer"),
        desk.choose("名称", "Name"),
        desk.choose("币种", "Ccy"),
        desk.choose("余额", "Balance"),
        desk.choose("未核销", "Unapplied"),
        *(words.get(key, key) for key in report.keys),
    ]
    total = desk.choose("合计", "Total")
    body = [[row.code, row.name, row.currency, *_sums(row, report).values()] for row in report.rows]
    body += [[total, "", row.currency, *_sums(row, report).values()] for row in report.totals]
    return columns([head, *body], right=frozenset(range(3, len(head))))


def balance(desk: Desk, args: argparse.Namespace) -> int:
    """Show what a customer owes: open items, unapplied money, exposure."""
    as_of = args.as_of or desk.today
    with desk.book() as book:
        customer_id = known_customer(book.reader, args.customer)
        row = book.reader.customer_row(customer_id, as_of)
        items = book.reader.open_items(as_of, customer_id=customer_id)
        owed = credit.exposure(book.reader, row, items, as_of)
    document = {
        "customer": row.code,
        "name": row.name,
        "as_of": as_of.isoformat(),
        "currencies": [_currency(code, items) for code in _codes(items)],
        "exposure": owed,
        "items": [_item(item) for item in items],
    }
    desk.answer(document, lambda: _balance_lines(desk, row, items) + credit.lines(desk, owed))
    return 0


def known_customer(reader: BookReader, code: str) -> int:
    """Return the customer of a code or name.

    Raises:
        NotFound: no customer, or several have the name.
    """
    found = reader.find_customer(code)
    if found is None:
        raise NotFound(record=f"customer/{code}")
    return found


def _codes(items: list[ItemRow]) -> list[str]:
    return sorted({item.currency for item in items})


def _currency(code: str, items: list[ItemRow]) -> dict[str, str]:
    mine = [item for item in items if item.currency == code]
    late = [item for item in mine if item.open > 0 and (item.days_overdue or 0) > 0]
    return {
        "currency": code,
        "open": money(sum(item.open for item in mine if item.open > 0), code),
        "overdue": money(sum(item.open for item in late), code),
        "unapplied": money(-sum(item.open for item in mine if item.open < 0), code),
        "disputed": money(sum(item.disputed for item in mine), code),
    }


def _item(item: ItemRow) -> dict[str, Any]:
    return {
        "number": item.label,
        "type": item.kind,
        "issue_date": iso(item.issued_on),
        "due_date": iso(item.due_on),
        "days_overdue": max(item.days_overdue or 0, 0) if item.open > 0 else 0,
        "currency": item.currency,
        "amount": money(item.amount, item.currency),
        "open": money(item.open, item.currency),
    }


def _balance_lines(desk: Desk, row: CustomerRow, items: list[ItemRow]) -> list[str]:
    lines = [f"{row.code} {row.name}"]
    for code in _codes(items):
        sums = _currency(code, items)
        lines.append(
            desk.choose(
                f"{code} 未清 {sums['open']} 逾期 {sums['overdue']} 未核销 {sums['unapplied']}",
                f"{code} open {sums['open']} overdue {sums['overdue']}"
                f" unapplied {sums['unapplied']}",
            )
        )
    body = [
        [
            str(words.kind(cell, desk.language) if key == "type" else cell or "")
            for key, cell in _item(item).items()
        ]
        for item in items
    ]
    return lines + columns(body, right=frozenset({4, 6, 7}))


def report(desk: Desk, args: argparse.Namespace) -> int:
    """List the reports, or write one to a file."""
    known = gallery()
    if args.list:
        names = [
            {"name": entry.name, "title": entry.title(desk.language), "params": [*entry.params]}
            for entry in known.values()
        ]
        desk.answer(
            {"reports": names},
            lambda: columns([[entry.name, entry.title(desk.language)] for entry in known.values()]),
        )
        return 0
    _check_report(args, known)
    with desk.book() as book:
        value = known[args.name].build(book.reader, dict(args.param), desk.language, desk.today)
    _write_any(desk, value, args.out)
    desk.answer({"report": args.name, "file": str(args.out)}, lambda: [str(args.out)])
    return 0


def _check_report(args: argparse.Namespace, known: dict[str, Report]) -> None:
    if args.name not in known:
        names = ", ".join(known)
        raise WrongUsage(
            f"没有报表“{args.name or ''}”。可用：{names}",
            f"There is no report “{args.name or ''}”. There are: {names}",
        )
    if args.out is None:
        raise WrongUsage("请用 --out 指定输出文件", "Name the file to write with --out")
    check_ending(args.out)
    wrong = wrong_parameter(known[args.name], dict(args.param))
    if wrong:
        taken = ", ".join(known[args.name].params)
        raise WrongUsage(
            f"参数 {wrong} 无效。该报表的参数：{taken}",
            f"The parameter {wrong} is not understood. This report takes: {taken}",
        )


def _write_any(desk: Desk, value: Any, path: Path) -> None:
    if isinstance(value, FormPaper):
        if path.suffix.lower() == ".pdf":
            desk.ports.files.write_bytes(path, desk.ports.papers.render(value))
        else:
            desk.ports.files.write_sheet(form_sheet(value), path)
    elif isinstance(value, AgeingReport):
        write_report(desk, value, path)
    elif not isinstance(value, Sheet):
        if path.suffix.lower() != ".pdf":
            raise WrongUsage("这份文件只能输出为 .pdf", "This paper can be written as .pdf only")
        desk.ports.files.write_bytes(path, desk.ports.papers.render(value))
    elif path.suffix.lower() == ".pdf":
        desk.ports.files.write_bytes(path, desk.ports.papers.sheet_pdf(value))
    else:
        desk.ports.files.write_sheet(value, path)
