"""Early warning on the command line: what warns on a day, and what warnings were worth."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from domain.errors import NothingToDo
from domain.money import round_half_up
from domain.ports import BookReader
from domain.ports_warning import Person
from domain.services import warnings
from domain.warning import words
from domain.warning.backtest import EARLY, HORIZON, BackTest, Score
from domain.warning.rules import Alert
from ui.cli.desk import Desk, columns
from ui.warning_words import judge, percent

_COUNTS: Final = (
    *("failed", "watched", "early", "late", "missed"),
    *("right", "false", "undecided", "months", "flagged"),
)
_SHARES: Final = ("recall", "strict_recall", "precision", "month_precision", "flagged_share")


def warning(desk: Desk, args: argparse.Namespace) -> int:
    """Show what warns, or with ``backtest`` what warnings were worth."""
    return _backtest(desk, args) if args.what == "backtest" else _run(desk, args)


def _run(desk: Desk, args: argparse.Namespace) -> int:
    day = args.as_of or desk.today
    opened: int | None = None
    with desk.book() as book:
        found = warnings.find_alerts(book.reader, day)
        people = {person.customer_id: person for person in book.reader.people()}
        if args.apply:
            opened = _open(desk, book, found, people, day)
    document: dict[str, Any] = {
        "as_of": day.isoformat(),
        "alerts": [_alert(one, people, desk.language) for one in found],
    }
    if opened is not None:
        document["opened"] = opened
    desk.answer(document, lambda: _lines(desk, document))
    return 0


def _open(desk: Desk, book: Any, found: list[Alert], people: Mapping[int, Person], day: Any) -> int:
    owners = {person.customer_id: person.owner for person in people.values()}
    try:
        result = warnings.open_tasks(book.unit_of_work(desk.ports.user), found, day, owners)
    except NothingToDo:
        return 0
    return len(result.value.opened)


def _alert(one: Alert, people: Mapping[int, Person], language: str) -> dict[str, Any]:
    person = people.get(one.customer_id or 0)
    figures = (one.rule, one.value, one.threshold, one.facts, language)
    return {
        "severity": one.severity.value,
        "customer": person.code if person else None,
        "name": person.name if person else None,
        "rule": one.rule.value,
        "value": str(one.value),
        "threshold": str(one.threshold),
        "text": words.long(*figures),
    }


def _lines(desk: Desk, document: Mapping[str, Any]) -> list[str]:
    body = [
        [one["severity"], one["customer"] or "—", one["name"] or "—", one["rule"], one["text"]]
        for one in document["alerts"]
    ]
    lines = columns(body) if body else [desk.choose("没有预警", "No warnings")]
    if "opened" in document:
        count = document["opened"]
        lines.append(desk.choose(f"新开复核单 {count} 张", f"{count} review tasks opened"))
    return lines


def _backtest(desk: Desk, args: argparse.Namespace) -> int:
    with desk.book() as book:
        last = args.as_of or _last(book.reader) or desk.today
        found = warnings.back_test(book.reader, last)
    desk.answer(_measured(found), lambda: _measured_lines(desk, found))
    return 0


def _last(reader: BookReader) -> Any:
    return reader.last_date()


def _measured(found: BackTest) -> dict[str, Any]:
    return {
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat(),
        "accounts": found.accounts,
        "early_days": EARLY,
        "horizon_days": HORIZON,
        "rules": [_score(score) for score in found.scores],
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "rule": score.rule,
        **{name: getattr(score, name) for name in _COUNTS},
        **{name: _told(getattr(score, name)) for name in _SHARES},
    }


def _told(value: Fraction | None) -> str | None:
    if value is None:
        return None
    hundredths = round_half_up(100 * value.numerator, value.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _measured_lines(desk: Desk, found: BackTest) -> list[str]:
    head = [
        desk.choose("规则", "Rule"),
        desk.choose("违约户", "Failed"),
        desk.choose("提前 90 天预警", "Warned 90 days before"),
        desk.choose("召回率", "Recall"),
        desk.choose("命中", "Right"),
        desk.choose("误报", "False"),
        desk.choose("未定", "Undecided"),
        desk.choose("精确率", "Precision"),
    ]
    body = [
        [
            judge(score.rule, desk.language),
            f"{score.failed}",
            f"{score.early}/{score.watched}",
            percent(score.recall),
            f"{score.right}",
            f"{score.false}",
            f"{score.undecided}",
            percent(score.precision),
        ]
        for score in found.scores
    ]
    return columns([head, *body], right=frozenset(range(1, len(head))))
