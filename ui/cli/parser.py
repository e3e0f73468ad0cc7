"""What can be typed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from domain.ageing import parse_limits
from domain.errors import AgreedRateNeeded, DomainError
from domain.interest_modes import MODES, mode_from
from domain.reading.currencies import read_currency

KINDS = ("customers", "invoices", "receipts", "allocations", "orders", "bank", "einvoice", "auto")


def build_parser(version: str) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="main.py", description="Qingzhang 清账: the receivables desk. No command: the window."
    )
    parser.add_argument("--version", action="version", version=f"Qingzhang {version}")
    _add_common(parser, None, json=False)
    parser.add_argument(
        "--self-check", action="store_true", help="open a temporary book, print, load all, exit 0"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_book_commands(commands)
    _add_figure_commands(commands)
    _add_paper_commands(commands)
    for command in commands.choices.values():
        _add_common(command, argparse.SUPPRESS, json=argparse.SUPPRESS)
    return parser


def _add_common(parser: argparse.ArgumentParser, default: str | None, *, json: bool | str) -> None:
    """Add what may stand before or behind the command; behind it, a left-out one sets nothing."""
    parser.add_argument(
        "--book", type=Path, default=default, metavar="FILE", help="the book (default: your own)"
    )
    parser.add_argument(
        "--lang", choices=("zh", "en"), default=default, help="language (default: the book's)"
    )
    parser.add_argument(
        "--json", action="store_true", default=json, help="one JSON document on standard output"
    )


def _add_book_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    init = commands.add_parser("init", help="make an empty book")
    init.add_argument("--company", required=True, type=_filled, metavar="NAME")
    init.add_argument("--currency", default="CNY", type=_currency)
    init.add_argument(
        "--standard", choices=("cas", "small-cas", "ifrs", "other"), default="small-cas"
    )
    init.add_argument(
        "--seller-size", choices=("micro", "small", "medium", "large"), default="small"
    )
    demo = commands.add_parser("demo", help="make the sample book and open the window")
    demo.add_argument("--out", type=Path, metavar="FILE", help="only make it, here")
    demo.add_argument("--as-of", type=_day, metavar="D", help="the day the sample ends on")
    take = commands.add_parser("import", help="read a table into the book")
    take.add_argument("kind", type=_kind, metavar="KIND", help=", ".join(KINDS))
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help="a mapping of columns: a file, or a name saved in the book",
    )
    take.add_argument("--dry-run", action="store_true", help="say what would be done, do nothing")
    take.add_argument("--currency", type=_currency, metavar="C", help="where no column says")
    take.add_argument("--encoding", metavar="E", help="instead of recognising it")
    take.add_argument(
        "--allocate", action="store_true", help="then spread open receipts, oldest due first"
    )
    reconcile = commands.add_parser("reconcile", help="match unallocated money with documents")
    reconcile.add_argument("--apply", action="store_true", help="book the sure matches")
    reconcile.add_argument(
        "--min-confidence", type=_confidence, metavar="X", help="what is sure: 0.95, or 95"
    )
    take.add_argument("--rejected", type=Path, metavar="FILE", help="write rejected rows here")
    backup = commands.add_parser("backup", help="make a safety copy")
    backup.add_argument("folder", type=Path, metavar="DIR")
    restore = commands.add_parser("restore", help="restore a safety copy to a new file")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--to", type=Path, required=True, metavar="FILE")
    commands.add_parser("check", help="recompute and compare everything in the book")


def _add_figure_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ageing = commands.add_parser("ageing", help="ageing as it stood on a day")
    ageing.add_argument("--as-of", type=_day, required=True, metavar="D")
    ageing.add_argument("--basis", choices=("due", "document"), default="due")
    ageing.add_argument("--by", choices=("customer", "item"), default="customer")
    ageing.add_argument("--buckets", type=_limits, default=(30, 60, 90), metavar="30,60,90")
    ageing.add_argument("--out", type=Path, metavar="FILE.{pdf,xlsx,csv}")
    balance = commands.add_parser("balance", help="what a customer owes")
    balance.add_argument("--customer", required=True, metavar="CODE")
    balance.add_argument("--as-of", type=_day, metavar="D")
    _add_credit_check(commands)
    _add_interest(commands)
    warning = commands.add_parser("warning", help="early warning: what warns, or its back-test")
    warning.add_argument("what", choices=("run", "backtest"))
    warning.add_argument("--as-of", type=_day, metavar="D")
    warning.add_argument("--apply", action="store_true", help="run: open a review task for each")
    report = commands.add_parser("report", help="a report of the gallery")
    report.add_argument("name", nargs="?", metavar="NAME")
    report.add_argument("--list", action="store_true", help="name the reports")
    report.add_argument("--param", action="append", default=[], metavar="K=V", type=_pair)
    report.add_argument("--out", type=Path, metavar="FILE.{pdf,xlsx,csv}")


def _add_credit_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ask = commands.add_parser(
        "credit-check", help="may a customer buy on credit? exit 0: yes, 1: with care, or no"
    )
    ask.add_argument("--customer", required=True, metavar="CODE")
    ask.add_argument("--amount", default=None, metavar="A", help="of the sale, tax included")
    ask.add_argument("--currency", type=_currency, metavar="C", help="of the amount")
    ask.add_argument("--days", type=int, metavar="N", help="the term asked for")
    ask.add_argument("--deliver", action="store_true", help="a delivery, not an order")
    ask.add_argument("--as-of", type=_day, metavar="D")


def _add_interest(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    interest = commands.add_parser("interest", help="late-payment interest, segment by segment")
    interest.add_argument("--invoice", required=True, metavar="NUMBER")
    interest.add_argument("--as-of", type=_day, required=True, metavar="D")
    interest.add_argument(
        "--mode",
        type=_mode,
        metavar="MODE",
        help="such as CN_SALE_LPR_FLOAT:1.5, UK, US:18%%/year",
    )
    interest.add_argument("--year", type=int, choices=(365, 360), help="days of a year")
    interest.add_argument(
        "--count", choices=("tail", "both"), help="both: the due day counts too (两头都算)"
    )
    interest.add_argument("--from", type=_day, dest="from_on", metavar="D", help="not before D")
    interest.add_argument("--contract-on", type=_day, metavar="D", help="day of the contract")
    interest.add_argument(
        "--claim", action="store_true", help="post what is not claimed yet as a debit note"
    )


def _add_paper_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    dun = commands.add_parser("dun", help="dunning run: draft, or with --apply release")
    dun.add_argument("--as-of", type=_day, required=True, metavar="D")
    dun.add_argument("--apply", action="store_true", help="number, keep and print the letters")
    dun.add_argument("--procedure", metavar="CODE")
    dun.add_argument("--out", type=Path, metavar="DIR")
    statements = commands.add_parser("statements", help="customer statements")
    statements.add_argument("--to", type=_day, required=True, metavar="D")
    statements.add_argument("--from", type=_day, dest="from_on", metavar="D")
    statements.add_argument(
        "--style", choices=("activity", "open-item", "detailed"), default="activity"
    )
    statements.add_argument("--customer", metavar="CODE")
    statements.add_argument("--out", type=Path, metavar="DIR", help="number, keep and print them")
    evidence = commands.add_parser("evidence", help="what proves a claim, and its bundle")
    evidence.add_argument("--customer", required=True, metavar="CODE")
    evidence.add_argument(
        "--invoice", action="append", default=[], metavar="NUMBER", help="again for each; all open"
    )
    evidence.add_argument("--as-of", type=_day, metavar="D")
    evidence.add_argument("--out", type=Path, metavar="DIR", help="bind and write the bundle")
    evidence.add_argument("--zip", action="store_true", help="as one zip file")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-11-20") from error


def _kind(text: str) -> str:
    if text not in KINDS:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(KINDS)}")
    return text


def _confidence(text: str) -> int:
    """Read 0.95, 95 or 95% as 95."""
    try:
        value = float(text.rstrip("%"))
    except ValueError:
        value = -1
    percent = round(value * 100) if value <= 1 and "%" not in text else round(value)
    if not 0 <= percent <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no confidence like 0.95 or 95")
    return percent


def _filled(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it cannot be empty")
    return text.strip()


def _currency(text: str) -> str:
    found = read_currency(text) if len(text) == 3 and text.isascii() else None
    if found is None or found.value is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no currency code like CNY")
    return found.value


def _mode(text: str) -> str:
    """Check a way of computing interest; an agreed rate left out may be set in the book."""
    try:
        return mode_from(text).text
    except AgreedRateNeeded:
        return text
    except DomainError as error:
        known = ", ".join(MODES)
        raise argparse.ArgumentTypeError(f"{text!r} is none of {known}, or its rate") from error


def _limits(text: str) -> tuple[int, ...]:
    try:
        return parse_limits(text)
    except DomainError as error:
        raise argparse.ArgumentTypeError(f"{text!r} are no rising days like 30,60,90") from error


def _pair(text: str) -> tuple[str, str]:
    key, mark, value = text.partition("=")
    if not mark or not key:
        raise argparse.ArgumentTypeError(f"{text!r} is not K=V")
    return key, value
