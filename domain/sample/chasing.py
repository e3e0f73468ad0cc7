"""Dunning in the sample book: procedures, reasons found out, and who is not to be chased."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from domain.dunning import Proposal, ProposedLetter
from domain.dunning_procedure import OWN_MODE
from domain.dunning_records import OVERDUE_REASONS, DunningBlock, OverdueReason
from domain.ports import Book
from domain.sample.dice import Dice
from domain.services import dunning, dunning_acts

#: Smallest debt worth a letter.
_MINIMUM: Final = 100_000
#: Why the sample's letters went out where nobody had asked.
UNREASONED: Final = "电话未接通，先行发函"
#: The firm's ladder, and a gentler one for customers it does not want to lose.
PROCEDURES: Final[list[dict[str, Any]]] = [
    {
        "code": "standard",
        "levels": [
            {"level": 1, "days": 7, "pay_days": 7, "channel": "email"},
            {"level": 2, "days": 15, "pay_days": 7, "channel": "email"},
            {"level": 3, "days": 30, "pay_days": 10, "interest": OWN_MODE, "channel": "ems"},
            {"level": 4, "days": 60, "pay_days": 7, "interest": OWN_MODE, "channel": "ems"},
            {"level": 5, "days": 90, "pay_days": 7, "interest": OWN_MODE, "channel": "ems"},
        ],
        "minimum_minor": _MINIMUM,
        "interval_days": 7,
        "currency": "CNY",
    },
    {
        "code": "重点客户",
        "levels": [
            {"level": 1, "days": 15, "pay_days": 10, "channel": "email"},
            {"level": 2, "days": 30, "pay_days": 10, "channel": "post"},
            {"level": 3, "days": 30, "pay_days": 7, "after": "sent", "interest": OWN_MODE},
        ],
        "minimum_minor": 500_000,
        "interval_days": 14,
        "currency": "CNY",
    },
]
_BLOCKS: Final = (
    ("talks", "销售总监正在协商，双方约定下周对账", 12),
    ("legal", "已移交法务，等待立案", None),
)


def tell_reasons(
    book: Book, user: str, proposal: Proposal, letters: Sequence[ProposedLetter]
) -> None:
    """Keep why some of the customers of a run had not paid, as asked by telephone."""
    dice = Dice(f"reasons {proposal.as_of}")
    for letter in letters:
        if letter.asks_reason and dice.chance(600):
            reason = OverdueReason(code=dice.pick(OVERDUE_REASONS[:5]))
            dunning_acts.tell_reason(
                book.unit_of_work(user), reason, proposal.as_of, customer_id=letter.customer_id
            )


def add_blocks(book: Book, user: str, as_of: date) -> None:
    """Keep two customers with small old debts from being chased: for a while, and for good."""
    letters = [one for one in dunning.draft_run(book.reader, as_of).letters if one.level > 1]
    ranked = sorted(letters, key=lambda letter: letter.principal)
    for letter, (reason, note, days) in zip(ranked[1:3], _BLOCKS, strict=False):
        dunning_acts.block(
            book.unit_of_work(user),
            DunningBlock(reason=reason, note=note),
            as_of - timedelta(days=3),
            customer_id=letter.customer_id,
            until=None if days is None else as_of + timedelta(days=days),
        )
