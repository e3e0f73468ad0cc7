"""Commands that make, fill and keep books: init, demo, import, backup, restore, check."""

from __future__ import annotations

import argparse
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from domain.customer import Company
from domain.errors import FileUnreadable, FileUnwritable, NothingToDo, TooManyDecimals
from domain.importing import AccountTold, ImportReport, Rejected
from domain.money import from_decimal
from domain.ports import Book
from domain.reading.headers import KINDS
from domain.services.receipts import allocate_all_oldest_first
from ui import check_words, import_words
from ui.cli.desk import Desk, WrongUsage, iso, money, silent
from ui.ports import Finding, NewBook


def init(desk: Desk, args: argparse.Namespace) -> int:
    """Make an empty book; refuses to overwrite."""
    new = NewBook(
        path=desk.book_path,
        company=Company(name=args.company),
        currency=args.currency,
        standard=args.standard,
        seller_size=args.seller_size,
        language=desk.language,
        starts_on=desk.today.replace(day=1),
    )
    desk.ports.store.create(new).close()
    document = {"book": str(desk.book_path), "company": args.company, "currency": args.currency}
    desk.answer(
        document, lambda: [desk.choose(f"已建立账套 {desk.book_path}", f"Made {desk.book_path}")]
    )
    return 0


def demo(desk: Desk, args: argparse.Namespace) -> int:
    """Make the sample book in a file."""
    as_of = args.as_of or desk.today
    desk.ports.store.make_sample(args.out, as_of, silent)
    document = {"book": str(args.out), "as_of": as_of.isoformat()}
    desk.answer(document, lambda: [desk.choose(f"已生成示例账套 {args.out}", f"Made {args.out}")])
    return 0


def take_in(desk: Desk, args: argparse.Namespace) -> int:
    """Read a table into the book; rejected rows are listed and nothing is lost."""
    if args.rejected:
        _check_rejected(desk, args)
    with desk.book() as book:
        report = desk.ports.importer.take(
            book,
            args.kind,
            args.file,
            mapping=_mapping(book, args.map, args.kind),
            dry_run=args.dry_run,
            currency=args.currency,
            encoding=args.encoding,
            progress=silent,
            user=desk.ports.user,
        )
        if not args.dry_run and report.added:
            desk.ports.store.settle(book)
        if not args.dry_run and args.allocate:
            _spread(desk, book)
    if args.rejected and report.rejected:
        reasons = [_why(row, desk.language) for row in report.rejected]
        desk.ports.importer.write_rejected(report, reasons, args.rejected)
    desk.answer(import_document(report, desk.language), lambda: _import_lines(desk, report, args))
    return 1 if report.rejected else 0


def _check_rejected(desk: Desk, args: argparse.Namespace) -> None:
    """Find out before the import that the rejected rows can be written."""
    if args.rejected.resolve() == args.file.resolve():
        raise WrongUsage(
            "--rejected 不能是被导入的文件", "--rejected cannot be the file that is imported"
        )
    if args.rejected.is_dir():
        raise FileUnwritable(path=str(args.rejected))
    desk.ports.files.make_folder(args.rejected.resolve().parent)


def _mapping(book: Book, named: Path | None, kind: str) -> Path | dict[str, Any] | None:
    """Return the mapping of ``--map``: a file, or one saved in the book under that name."""
    if named is None or named.exists():
        return named
    kinds = (*KINDS, "bank") if kind == "auto" else (kind,)
    for one in kinds:
        saved = book.reader.saved_mappings(one).get(str(named))
        if saved is not None:
            found: dict[str, Any] = json.loads(saved)
            return found
    raise FileUnreadable(path=str(named), reason="mapping_missing", name=str(named))


def _spread(desk: Desk, book: Book) -> None:
    try:
        booked = allocate_all_oldest_first(book.unit_of_work(desk.ports.user)).value
    except NothingToDo:
        booked = 0
    desk.say(desk.choose(f"核销 {booked} 笔", f"{booked} allocations booked"))


def import_document(report: ImportReport, language: str) -> dict[str, object]:
    """Return an import's outcome as the contract shapes it."""
    return {
        "kind": report.kind,
        "file": report.file,
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": [
            {
                "row": row.row,
                "column": row.column,
                "value": row.value,
                "code": row.code,
                "message": _why(row, language),
            }
            for row in report.rejected
        ],
        "created_customers": list(report.created_customers),
    } | ({"accounts": [_account(one) for one in report.accounts]} if report.accounts else {})


def _account(one: AccountTold) -> dict[str, object]:
    """Return what a bank statement says as the contract shapes it."""
    return {
        "account": one.account,
        "currency": one.currency,
        "opening": None if one.opening is None else _figure(one.opening, one.currency),
        "closing": None if one.closing is None else _figure(one.closing, one.currency),
        "lines": one.lines,
        "credits": _figure(one.credits, one.currency),
        "debits": _figure(one.debits, one.currency),
        "first": iso(one.first_on),
        "last": iso(one.last_on),
        "adds_up": one.adds_up,
    }


def _figure(amount: Decimal, currency: str) -> str:
    """Write a bank's figure with the currency's decimals, more where the bank gave more."""
    try:
        return money(from_decimal(amount, currency).minor, currency)
    except TooManyDecimals:
        return str(amount)


def _why(row: Rejected, language: str) -> str:
    return import_words.text(row.code, row.facts, language)


def _import_lines(desk: Desk, report: ImportReport, args: argparse.Namespace) -> list[str]:
    zh = (
        f"读取 {report.read} 行：新增 {report.added}，更新 {report.updated}，"
        f"未变 {report.unchanged}，退回 {len(report.rejected)}"
    )
    en = (
        f"{report.read} rows read: {report.added} added, {report.updated} updated, "
        f"{report.unchanged} unchanged, {len(report.rejected)} rejected"
    )
    lines = [desk.choose(zh, en)]
    if report.created_customers:
        names = ", ".join(report.created_customers[:20])
        lines.append(desk.choose(f"新建客户：{names}", f"Customers created: {names}"))
    lines += [_account_line(desk, one) for one in report.accounts]
    for row in report.rejected:
        place = desk.choose(f"第 {row.row} 行 {row.column}", f"Row {row.row} {row.column}")
        lines.append(f"{place} [{row.value}] {_why(row, desk.language)}")
    if args.dry_run:
        lines.append(desk.choose("试读，账套没有改动。", "Dry run: the book is unchanged."))
    return lines


def _account_line(desk: Desk, one: AccountTold) -> str:
    told, name = _account(one), one.account or "?"
    sums = f"{told['opening'] or '?'} + {told['credits']} − {told['debits']} = "
    sums += f"{told['closing'] or '?'} {one.currency}"
    flag = "" if one.adds_up is not False else desk.choose("（不平）", " (does not add up)")
    zh = f"账户 {name}：{told['first']} 至 {told['last']}，{one.lines} 笔，{sums}{flag}"
    en = f"Account {name}: {told['first']} to {told['last']}, {one.lines} lines, "
    return desk.choose(zh, f"{en}{sums}{flag}")


def backup(desk: Desk, args: argparse.Namespace) -> int:
    """Make a safety copy in a folder."""
    with desk.book() as book:
        made: Path = desk.ports.store.backup(book, args.folder)
    desk.answer({"backup": str(made)}, lambda: [str(made)])
    return 0


def restore(desk: Desk, args: argparse.Namespace) -> int:
    """Restore a safety copy to a new file."""
    desk.ports.store.restore(args.file, args.to)
    desk.answer({"restored": str(args.to)}, lambda: [str(args.to)])
    return 0


def check(desk: Desk, _args: argparse.Namespace) -> int:
    """Recompute and compare everything the book derives."""
    with desk.book() as book:
        findings = desk.ports.store.check(book)
    document = {
        "ok": not findings,
        "findings": [
            {"code": found.code, "message": _finding(desk, found), "refs": list(found.refs)}
            for found in findings
        ],
    }
    good = desk.choose("账套完好，全部核对一致。", "The book is sound; everything ties.")
    desk.answer(
        document,
        lambda: [_finding_line(desk, found) for found in findings] if findings else [good],
    )
    return 1 if findings else 0


def _finding(desk: Desk, found: Finding) -> str:
    return check_words.text(found.code, found.facts, desk.language)


def _finding_line(desk: Desk, found: Finding) -> str:
    refs = ", ".join(found.refs)
    return f"{found.code}: {_finding(desk, found)}" + (f" [{refs}]" if refs else "")
