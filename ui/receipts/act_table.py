"""The acts of the receipts screen: words, keys and icons, in the order of the Record menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from ui.acts import Act
from ui.marks import QT_TRANSLATE_NOOP

#: Name of an act → words, key, icon.
_ACTS: Final = {
    "accept": (QT_TRANSLATE_NOOP("ReceiptActs", "Accept"), "Return", "check"),
    "next": (QT_TRANSLATE_NOOP("ReceiptActs", "Next"), "Space", ""),
    "split": (QT_TRANSLATE_NOOP("ReceiptActs", "Split"), "S", "split"),
    "amount": (QT_TRANSLATE_NOOP("ReceiptActs", "Amount"), "A", ""),
    "other": (QT_TRANSLATE_NOOP("ReceiptActs", "Non-trade"), "N", "ban"),
    "check": (QT_TRANSLATE_NOOP("ReceiptActs", "Check"), "M", ""),
    "hold": (QT_TRANSLATE_NOOP("ReceiptActs", "Keep the rest as advance"), "H", ""),
    "close": (QT_TRANSLATE_NOOP("ReceiptActs", "Discount, rest"), "D", ""),
    "customer": (QT_TRANSLATE_NOOP("ReceiptActs", "Another customer…"), "C", "users"),
    "undo": (QT_TRANSLATE_NOOP("ReceiptActs", "Undo"), "U", "undo-2"),
    "raw": (QT_TRANSLATE_NOOP("ReceiptActs", "Original row"), "W", ""),
    "note": (QT_TRANSLATE_NOOP("ReceiptActs", "Receipt note"), "R", "printer"),
    "return": (QT_TRANSLATE_NOOP("ReceiptActs", "Payment returned…"), "B", "undo-2"),
    "refund": (QT_TRANSLATE_NOOP("ReceiptActs", "Refund…"), "F", "hand-coins"),
    "void": (QT_TRANSLATE_NOOP("ReceiptActs", "Void…"), "Ctrl+Del", "ban"),
    "first": (QT_TRANSLATE_NOOP("ReceiptActs", "First proposal"), "1", ""),
    "second": (QT_TRANSLATE_NOOP("ReceiptActs", "Second proposal"), "2", ""),
    "third": (QT_TRANSLATE_NOOP("ReceiptActs", "Third proposal"), "3", ""),
    "fourth": (QT_TRANSLATE_NOOP("ReceiptActs", "Fourth proposal"), "4", ""),
    "preview": (
        QT_TRANSLATE_NOOP("ReceiptActs", "Preview what will be booked"),
        "P",
        "list-checks",
    ),
    "all": (QT_TRANSLATE_NOOP("ReceiptActs", "Allocate all, oldest first…"), "O", ""),
    "book": (QT_TRANSLATE_NOOP("ReceiptActs", "Book what is shown"), "Ctrl+Return", ""),
    "records": (QT_TRANSLATE_NOOP("ReceiptActs", "Records"), "L", "history"),
    "rules": (QT_TRANSLATE_NOOP("ReceiptActs", "Rules"), "Ctrl+Shift+R", "settings"),
}
#: Acts that choose a proposal, by its place.
CHOICES: Final = ("first", "second", "third", "fourth")
_MORE_KEYS: Final = {"accept": ("Return", "Enter"), "book": ("Ctrl+Return", "Ctrl+Enter")}


def make_acts(parent: QObject, run: Callable[[str], object]) -> dict[str, Act]:
    """Return all acts by name; ``run`` carries one out."""
    made = {}
    for name, (words, key, icon) in _ACTS.items():
        act = Act(
            parent,
            f"receipts.{name}",
            ("ReceiptActs", words),
            partial(run, name),
            key=key,
            icon=icon,
        )
        if name in _MORE_KEYS:
            act.setShortcuts([QKeySequence(one) for one in _MORE_KEYS[name]])
        made[name] = act
    return made
