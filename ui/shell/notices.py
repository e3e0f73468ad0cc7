"""Short notices at the foot of the content, each with the act that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui.marks import translate
from ui.widgets.basic import label, row, set_tone
from ui.widgets.button import Button

if TYPE_CHECKING:
    # Types only: loaded after the first paint.
    from ui.context import Notice

SHOWN_MS: Final = 8_000


class NoticeBar(QFrame):
    """One line over the content: gone after 8 seconds or with Esc; an error stays."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("notice")
        self.setProperty("role", "popup")
        self._over = over
        self._notice: Notice | None = None
        self._text = label(name="notice.text", wrap=True)
        self._act = Button(name="notice.act", kind="link")
        self._close = Button(name="notice.close", kind="icon", icon="x")
        self.setLayout(row(self._text, self._act, self._close, margins=(12, 3, 4, 3), gap=12))
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._act.clicked.connect(self._run)
        self._close.clicked.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self._text.setText(notice.text)
        set_tone(self._text, "red" if notice.tone == "error" else "")
        self._act.set_words(notice.action)
        self._act.setVisible(bool(notice.action))
        self._close.set_words(translate("Shell", "Close"))
        self._place()
        self.show()
        self.raise_()
        if notice.tone == "error":
            self._timer.stop()
        else:
            self._timer.start()

    def run_action(self) -> bool:
        """Run the act of the notice shown, for Ctrl+Z; False when there is none."""
        if self.isVisible() and self._notice is not None and self._notice.run is not None:
            self._run()
            return True
        return False

    def _run(self) -> None:
        notice = self._notice
        self.hide()
        if notice is not None and notice.run is not None:
            notice.run()

    def _place(self) -> None:
        self._text.setWordWrap(False)
        widest = max(200, self._over.width() - 32)
        needed = self.sizeHint().width()
        if needed > widest:
            self._text.setWordWrap(True)
        width = min(needed, widest)
        self.resize(width, max(36, self.heightForWidth(width), self.sizeHint().height()))
        self.move(QPoint(16, self._over.height() - self.height() - 44))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the content changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
