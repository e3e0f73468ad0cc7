"""Runs one command and turns every error a user can cause into words and an exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from domain.errors import EnvironmentFault, QingzhangError
from ui import wording
from ui.cli import books, credit, evidence, figures, interest, matching, papers, warning
from ui.cli.desk import Desk, WrongUsage
from ui.ports import Ports

COMMANDS: Final[dict[str, Callable[[Desk, argparse.Namespace], int]]] = {
    "init": books.init,
    "demo": books.demo,
    "import": books.take_in,
    "reconcile": matching.reconcile,
    "ageing": figures.ageing,
    "balance": figures.balance,
    "credit-check": credit.credit_check,
    "interest": interest.interest,
    "warning": warning.warning,
    "dun": papers.dun,
    "statements": papers.statements,
    "evidence": evidence.evidence,
    "report": figures.report,
    "backup": books.backup,
    "restore": books.restore,
    "check": books.check,
}
#: Exit codes of the contract.
DONE, FINDINGS, USAGE, UNUSABLE, NO_BOOK = range(5)


def run(args: argparse.Namespace, ports: Ports, default_book: Path) -> int:
    """Run a parsed command and return its exit code."""
    desk = Desk(
        ports=ports,
        book_path=args.book or default_book,
        language=args.lang or "zh",
        as_json=args.json,
        chosen=bool(args.lang),
    )
    try:
        code = _run(desk, args)
        desk.out.flush()
    except BrokenPipeError:
        # The reader of our output went away (head, less): that is no fault of the work done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _run(desk: Desk, args: argparse.Namespace) -> int:
    """Run the command; whatever a user can cause becomes words and an exit code."""
    try:
        return COMMANDS[args.command](desk, args)
    except QingzhangError as error:
        return _refused(desk, error, NO_BOOK if args.command != "restore" else UNUSABLE)
    except WrongUsage as error:
        desk.say(desk.choose(*error.words))
        return USAGE
    except BrokenPipeError:
        raise
    except OSError as error:
        desk.say(desk.choose(f"磁盘或文件出错：{error}", f"A disk or file fault: {error}"))
        return UNUSABLE
    except KeyboardInterrupt:
        desk.say(desk.choose("已停止，未完成的操作已撤回。", "Stopped; unfinished work is undone."))
        return UNUSABLE


def _refused(desk: Desk, error: QingzhangError, no_book: int) -> int:
    message = wording.error_text(error, desk.language)
    desk.say(message)
    if desk.as_json:
        told = {"error": {"code": error.code, "message": message}}
        desk.out.write(json.dumps(told, ensure_ascii=False) + "\n")
    opening = isinstance(error, EnvironmentFault) and error.code.startswith("book.")
    return no_book if opening and error.code != "book.exists" else UNUSABLE
