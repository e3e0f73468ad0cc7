"""Tells when a change makes a customer one to mind or to block."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from domain.changes import Changes
from domain.credit.check import CheckResult, Level
from domain.credit.exposure import Marks
from domain.ports import BookReader
from domain.services.credit_check import standings
from ui import credit_words
from ui.context import AppContext, Notice
from ui.marks import translate

#: With more customers touched, reading all is quicker.
_MANY: Final = 400
#: Waits until a row of changes is over, and lets the screens read first.
_PAUSE: Final = 900


class _Seen(NamedTuple):
    """A look: how far the facts reached, the standings read, the name of the first to tell."""

    marks: Marks
    found: dict[int, CheckResult]
    names: dict[int, str]


def _worse(before: Mapping[int, Level] | None, now: Mapping[int, CheckResult]) -> list[int]:
    """Return the customers whose standing became worse, the gravest first."""
    if before is None:
        return []
    found = [
        key for key, one in now.items() if one.verdict.rank > before.get(key, Level.PASSES).rank
    ]
    return sorted(found, key=lambda key: (-now[key].verdict.rank, key))


def name_of(reader: BookReader, customer_id: int) -> str:
    """Return a customer's code and name."""
    customer = reader.customer(customer_id)
    return f"{customer.code} {customer.name}"


class CreditWatch(QObject):
    """Works the standings out anew after changes, in the background, and compares.

    Nothing is kept but the standings seen last; the first look only remembers them.
    """

    def __init__(self, ctx: AppContext, pause: int = _PAUSE) -> None:
        super().__init__(ctx)
        self.ctx = ctx
        self._seen: dict[int, Level] | None = None
        self._marks = Marks()
        self._on = ctx.as_of
        self._delay = QTimer(self, singleShot=True, interval=pause)
        self._delay.timeout.connect(self.look)
        ctx.changed.connect(self._changed)
        ctx.as_of_changed.connect(self._forget)
        self._delay.start()

    def _changed(self, changes: Changes) -> None:
        ledger = changes.documents or changes.allocations or changes.bills
        if changes.settings:
            self._forget()
        elif ledger or changes.records or changes.customers or changes.disputes:
            self._delay.start()

    def _forget(self) -> None:
        """Another day is another standing: nothing became worse by looking at it."""
        self._seen = None
        self._delay.start()

    def look(self) -> None:
        """Read the standings that may have changed and tell whose became worse."""
        on, since, fresh = self.ctx.as_of, self._marks, self._seen is None
        self._on = on

        def read(reader: BookReader) -> _Seen:
            marks, ids = reader.touched(since)
            wanted = None if fresh else ids
            if wanted is not None and len(wanted) > _MANY:
                wanted = None
            found = {} if wanted == [] else standings(reader, on, wanted)
            names = {key: name_of(reader, key) for key in _worse(self._seen, found)[:1]}
            return _Seen(marks, found, names)

        def here(found: _Seen) -> None:
            if self._on == on:
                self._compare(found)

        self.ctx.query(read, here, asker=self)

    def _compare(self, now: _Seen) -> None:
        before, self._marks = self._seen, now.marks
        worse = _worse(before, now.found)
        self._seen = {
            **(before or {}),
            **{key: one.verdict for key, one in now.found.items()},
        }
        if worse:
            self._tell(now.found[worse[0]], now.names.get(worse[0], ""), worse)

    def _tell(self, one: CheckResult, name: str, worse: list[int]) -> None:
        told = credit_words.reasons(one, self.ctx.language)
        level = credit_words.verdict(one.verdict, self.ctx.language)
        said = translate("CreditCheck", "{name}: {verdict}. {reason}").format(
            name=name, verdict=level, reason=told[0][1] if told else ""
        )
        if len(worse) > 1:
            more = translate("CreditCheck", "And %n more customer(s).", None, len(worse) - 1)
            said = f"{said} {more}"
        address = f"customer/{worse[0]}/exposure" if len(worse) == 1 else "credit?tab=stops"
        ctx = self.ctx
        ctx.notify(Notice(said, translate("CreditCheck", "Show"), lambda: ctx.navigate(address)))
