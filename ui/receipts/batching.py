"""Booking many lines in one act: which, how much, under way or not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from domain.services.bank import Booking
from ui.context import AppContext
from ui.marks import translate
from ui.receipts import acts
from ui.receipts.answers import Answers
from ui.receipts.batch import BatchBar, BatchPreview
from ui.receipts.plan import size_of
from ui.tasks import Task
from ui.widgets.button import Button


class Batching(QObject):
    """Owns the bar and the preview; what it books is what they show.

    Signals:
        booked: a batch is in the book.
        changed: it can be booked now, or no longer.
        asked: the bar's button was pressed.
    """

    booked = Signal()
    changed = Signal()
    asked = Signal()

    def __init__(self, ctx: AppContext, answers: Answers, show: Button, asker: QWidget) -> None:
        super().__init__(asker)
        self.ctx, self.answers, self._asker = ctx, answers, asker
        self.preview = BatchPreview(ctx)
        self.do = Button(name="receipts.batch.book", kind="primary", key="Ctrl+Enter")
        self.bar = BatchBar([show, self.do])
        self._task: Task | None = None
        self._busy = False
        self.bar.moved.connect(self._moved)
        self.do.clicked.connect(self.asked)
        self.preview.changed.connect(self.show_size)
        answers.staled.connect(self.show_size)
        answers.arrived.connect(self._arrived)
        ctx.runner.changed.connect(self._watch)

    @property
    def busy(self) -> bool:
        """Whether a batch is being booked."""
        return self._busy

    def found(self) -> list[Booking]:
        """Return what may be booked at the confidence asked for."""
        return self.answers.bookings(self.bar.confidence.value())

    def bookings(self) -> list[Booking]:
        """Return what would be booked: of the preview, where it is shown, what is ticked."""
        if not self.answers.fresh:
            return []
        found = self.found()
        if not self.preview.isVisible():
            return found
        keys = {one.key for one in found}
        return [one for one in self.preview.bookings() if one.key in keys]

    def read(self) -> None:
        """Show anew what would be booked."""
        if self.preview.isVisible():
            self.preview.read(self.found())
        self.show_size()

    def _moved(self, confidence: int) -> None:
        self.answers.lower_to(confidence)
        self.read()

    def _arrived(self) -> None:
        self.bar.start_from(self.answers.found.usual)
        self.read()

    def show_size(self) -> None:
        """Say how much it is."""
        bookings, fresh = self.bookings(), self.answers.fresh
        self.bar.show_size(size_of(bookings, self.answers.found.payments) if fresh else None)
        self.do.set_words(translate("Receipts", "Accept %n line(s)", None, len(bookings)))
        self.do.setEnabled(bool(bookings) and not self.busy)
        self.changed.emit()

    def book(self) -> None:
        """Book it, in the background."""
        bookings = self.bookings()
        if not bookings or self.busy:
            return

        def done(_result: object) -> None:
            self._settle()
            self.preview.left_out.clear()
            self.booked.emit()

        def failed(_error: object) -> bool:
            self._settle()
            self.answers.ask()
            return False

        self._busy = True
        sums = dict(size_of(bookings, self.answers.found.payments).sums)
        self._task = acts.book_many(self.ctx, bookings, sums, self._asker, done=done, failed=failed)
        self.show_size()

    def _settle(self) -> None:
        self._busy = False
        self.show_size()

    def _watch(self) -> None:
        """Notice a batch that was cancelled: no one is told of that."""
        task = self._task
        if not self._busy or task is None or task in self.ctx.runner.shown():
            return
        if task.cancel_asked.is_set():
            self._settle()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.preview.retranslate()
        self.bar.retranslate()
        self.show_size()
