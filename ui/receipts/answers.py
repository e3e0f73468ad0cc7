"""Proposals for all money still to be matched, worked out in the background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from domain.matching.values import Answer, Payment
from domain.ports import Progress
from domain.quiet import without_collecting
from domain.services import matching
from domain.services.bank import Booking
from ui.context import AppContext
from ui.marks import translate
from ui.tasks import Task

#: Work that takes longer than this is shown in the status bar.
_SHOWN_MS = 700


@dataclass(frozen=True, slots=True)
class Found:
    """What one search came to, the confidence it was made with and the book's own."""

    answers: Mapping[int, Answer] = field(default_factory=dict)
    payments: Mapping[int, Payment] = field(default_factory=dict)
    automatic: int = matching.DEFAULT_AUTOMATIC
    usual: int = matching.DEFAULT_AUTOMATIC


class Answers(QObject):
    """Asks again after every change; what was found before stays until the new is here.

    Signals:
        arrived: proposals of the book as it stands are here.
        staled: the book has changed; they are being worked out again.
    """

    arrived = Signal()
    staled = Signal()

    def __init__(self, ctx: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.found = Found()
        self.fresh = False
        self.known = False
        self._task: Task | None = None
        self._asked = 0
        self._lowest = 100
        self._slow = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._slow.timeout.connect(self._show_work)

    def answer(self, key: int | None) -> Answer | None:
        """Return the proposals for an inflow, None where there are none (yet)."""
        return None if key is None else self.found.answers.get(key)

    def table(self) -> Mapping[int, Answer] | None:
        """Return all proposals, None while nothing is known at all."""
        return self.found.answers if self.known else None

    def bookings(self, confidence: int) -> list[Booking]:
        """Return what may be booked without a person, at a confidence or above."""
        return matching.automatic(self.found.answers, confidence)

    def lower_to(self, confidence: int) -> None:
        """Let less sure matches be booked many at once; asks again where that needs it."""
        self._lowest = confidence
        if confidence < self.found.automatic:
            self.ask()

    def ask(self) -> None:
        """Work them out for the book as it stands; a search under way is given up."""
        self.fresh = False
        self._asked += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.staled.emit()
        self._run()

    def _run(self) -> None:
        mark, as_of, reader = self._asked, self.ctx.as_of, self.ctx.reader
        lowest = self._lowest

        def job(report: Progress) -> Found:
            policy = matching.policy_of(reader)
            usual = policy.automatic
            policy = replace(policy, automatic=min(usual, lowest))
            with without_collecting():
                answers = matching.answers(reader, as_of, policy=policy, progress=report)
                payments = {one.id: one for one in reader.payments(as_of)} if answers else {}
            return Found(answers, payments, policy.automatic, usual)

        def here(found: Found) -> None:
            if mark == self._asked:
                self._take(found)

        self._slow.start()
        # Without words the status bar keeps quiet; they come when it takes long.
        task = self.ctx.work(job, here, asker=self, title="")
        self._task = None if self.fresh else task

    def _show_work(self) -> None:
        if self._task is not None and not self.fresh:
            self._task.title = translate("Receipts", "Looking for matches")
            self.ctx.runner.changed.emit()

    def _take(self, found: Found) -> None:
        self._slow.stop()
        self._task = None
        self.found, self.fresh, self.known = found, True, True
        self.arrived.emit()
