"""The collection log as a line of time beside a customer's overview, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from domain.ports import BookReader
from domain.services.collection_log import LogEntry, NextStep, collection_log, next_step
from ui.context import AppContext
from ui.customers import log_words as words
from ui.marks import translate
from ui.theme import icons, theme
from ui.widgets.basic import Chips, CutLabel, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.facts import Facts

_WIDTH = 304
_DOT = 22
#: As many entries as a person looks at; the rest stands in the log's own tab.
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Found:
    entries: list[LogEntry]
    step: NextStep


class LogSide(QWidget):
    """What happened, the newest first; below it the next step."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.setObjectName("customer.log")
        self.ctx = ctx
        self.customer_id: int | None = None
        self._found: _Found | None = None
        self._title = label("heading")
        self.add = Button(name="customer.log.add", kind="small", icon="plus", key="Ctrl+L")
        self._lines = column(gap=0)
        self._nothing = label("label", wrap=True)
        self._next_title = label("heading")
        self._next = Facts()
        self.whole = Button(name="customer.log.whole", kind="link")
        self._build()
        self.add.clicked.connect(lambda: self._go("guide"))
        self.whole.clicked.connect(lambda: self._go("talks"))

    def _build(self) -> None:
        head = pane(row(self._title, None, self.add, margins=(16, 0, 12, 0)), height=39)
        lines = pane(
            column(self._nothing, self._lines, None, margins=(16, 8, 12, 8)), role="raised"
        )
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(lines)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = pane(
            column(
                row(self._next_title, None, self.whole),
                6,
                self._next,
                margins=(16, 10, 12, 12),
            ),
            role="raised",
        )
        self.setFixedWidth(_WIDTH)
        layout = column(head, line(), self.area, line(), foot)
        layout.setStretchFactor(self.area, 1)
        self.setLayout(layout)

    def _go(self, part: str) -> None:
        if self.customer_id is not None:
            self.ctx.navigate(f"customer/{self.customer_id}/log/{part}")

    # showing

    def show_customer(self, customer_id: int) -> None:
        """Read and show a customer's log as of the window's date."""
        self.customer_id = customer_id
        day = self.ctx.as_of

        def read(reader: BookReader) -> _Found:
            entries = collection_log(reader, customer_id, day, most=_MOST)
            return _Found(entries, next_step(reader, customer_id, day))

        def here(found: _Found) -> None:
            if self.customer_id == customer_id:
                self._show(found)

        self.ctx.query(read, here, asker=self)

    def _show(self, found: _Found) -> None:
        self._found = found
        while (old := self._lines.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        language = self.ctx.language
        for place, entry in enumerate(found.entries):
            last = place == len(found.entries) - 1
            self._lines.addWidget(LogLine(self.ctx, entry, language, last=last))
        self._nothing.setVisible(not found.entries)
        step = found.step
        facts = [
            (translate("Log", "Suggested"), words.suggestion(step, language)),
            (translate("Log", "Planned"), words.planned(step, language)),
            (translate("Log", "Limitation"), words.limitation(step.limited, language)),
            (translate("Log", "Served at"), words.service(step)),
        ]
        self._next.show_facts([(name, text) for name, text in facts if text])

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Log", "Collection log"))
        self.add.set_words(translate("Log", "Note a talk"))
        self.whole.set_words(translate("Log", "Whole log"))
        self._next_title.setText(translate("Log", "Next step"))
        self._nothing.setText(translate("Log", "Nothing was said or sent yet."))
        self.area.setAccessibleName(translate("Log", "Collection log"))
        if self._found is not None:
            self._show(self._found)


class LogLine(QWidget):
    """One entry: icon in its ring, what, when, and what is to be said; Enter opens it."""

    def __init__(self, ctx: AppContext, entry: LogEntry, language: str, *, last: bool) -> None:
        super().__init__()
        self._ctx, self._entry, self._last = ctx, entry, last
        self._icon = words.icon(entry)
        what = words.headline(entry, language)
        chip = words.chip(entry, language)
        when, said = words.when(entry, language), words.about(entry, language)
        chips = Chips([chip] if chip else [])
        told = CutLabel()
        told.setText(when)
        lines = [row(label("heading", what), chips, None, told, gap=6)]
        if said:
            lines.append(row(label("label", said, wrap=True)))
        self.setLayout(column(*lines, margins=(_DOT + 9, 3, 0, 7), gap=1))
        self.setAccessibleName(f"{when} {what} {chip.text if chip else ''} {said}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.update)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what the entry is about."""
        super().mouseReleaseEvent(event)
        self._ctx.navigate(self._entry.address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ctx.navigate(self._entry.address)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in its ring, the line to the next one, and the focus."""
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("border"), 1))
        if not self._last:
            painter.drawLine(QPointF(11, 25), QPointF(11, self.height()))
        painter.setBrush(colours.colour("pane"))
        painter.drawEllipse(QRectF(0.5, 2.5, 21, 21))
        icons.paint(painter, self._icon, colours.hex("text-2"), QRectF(4.5, 6.5, 13, 13))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
