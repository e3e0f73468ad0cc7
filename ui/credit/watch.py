"""Tells when a change makes a customer one to mind or to block."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from domain.changes import Changes
from domain.credit.check import CheckResult, Level
from domain.ports import BookReader
from domain.services.credit_check import standings
from ui import credit_words
from ui.context import AppContext, Notice
from ui.marks import translate

#: Waits until a row of changes is over, and lets the screens read first.
_PAUSE: Final = 900


class CreditWatch(QObject):
    """Works the standings out anew after changes, in the background, and compares.

    Nothing is kept but the standings seen last; the first look only remembers them.
    """

    def __init__(self, ctx: AppContext, pause: int = _PAUSE) -> None:
        super().__init__(ctx)
        self.ctx = ctx
        self._seen: dict[int, Level] | None = None
        self._on = ctx.as_of
        self._delay = QTimer(self, singleShot=True, interval=pause)
        self._delay.timeout.connect(self.look)
        ctx.changed.connect(self._changed)
        ctx.as_of_changed.connect(self._forget)
        self._delay.start()

    def _changed(self, changes: Changes) -> None:
        ledger = changes.documents or changes.allocations or changes.bills
        if ledger or changes.records or changes.customers or changes.disputes:
            self._delay.start()

    def _forget(self) -> None:
        """Another day is another standing: nothing became worse by looking at it."""
        self._seen = None
        self._delay.start()

    def look(self) -> None:
        """Read the standings and tell whose became worse."""
        on = self._on = self.ctx.as_of

        def read(reader: BookReader) -> tuple[dict[int, CheckResult], dict[int, str]]:
            found = standings(reader, on)
            return found, {one.customer_id: f"{one.code} {one.name}" for one in reader.debtors()}

        def here(found: tuple[dict[int, CheckResult], dict[int, str]]) -> None:
            if self._on == on:
                self._compare(*found)

        self.ctx.query(read, here, asker=self)

    def _compare(self, found: dict[int, CheckResult], names: dict[int, str]) -> None:
        before, self._seen = self._seen, {key: one.verdict for key, one in found.items()}
        if before is None:
            return
        worse = [
            key
            for key, one in found.items()
            if one.verdict.rank > before.get(key, Level.PASSES).rank
        ]
        worse.sort(key=lambda key: (-found[key].verdict.rank, key))
        if worse:
            self._tell(found[worse[0]], names.get(worse[0], ""), worse)

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
