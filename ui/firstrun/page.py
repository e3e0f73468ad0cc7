"""The welcome page: language first, then a new book, the sample, or existing data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.firstrun.form import NewBookForm
from ui.marks import translate
from ui.ports import Ports
from ui.shell.books import Books
from ui.widgets.basic import column, label, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.steps import Step


class WelcomePage(QScrollArea):
    """What the window shows without a book.

    Signals:
        language_chosen: "zh" or "en".
    """

    language_chosen = Signal(str)

    def __init__(self, ports: Ports, books: Books, language: str) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = label("welcome")
        self._words = label("label")
        self._languages = Choice("segment", name="welcome.language")
        self._languages.set_options([Option("zh", "中文"), Option("en", "English")])
        self._languages.set_value(language)
        self._languages.chosen.connect(self.language_chosen)
        self._form = NewBookForm(ports, books)
        self.setFocusProxy(self._form)
        self._sample_title = label("subhead")
        self._sample_words = label("label", wrap=True)
        self._sample = Button(name="welcome.sample", key="Alt+S")
        self._sample.setShortcut("Alt+S")
        self._sample.clicked.connect(books.open_sample)
        self._data_title = label("strong")
        self._steps = [
            Step("welcome.open", "folder-open", books.ask_open),
            Step("welcome.restore", "history", books.ask_restore),
        ]
        self._recent = [
            Step(f"welcome.recent.{place}", "book-open", run, words)
            for place, (words, run) in enumerate(books.recent()[:3])
        ]
        self._build()
        self.retranslate(language)

    def _build(self) -> None:
        left = _box(self._form)
        sample = _box(
            _stack(self._sample_title, self._sample_words, row(self._sample, None), gap=10)
        )
        data = _box(_stack(self._data_title, *self._recent, *self._steps, None, gap=4))
        left.setMaximumWidth(560)
        right = column(sample, data, gap=16)
        head = row(column(self._title, self._words, gap=6), None, self._languages)
        boxes = row(left, right, gap=16)
        boxes.setStretch(0, 560)
        boxes.setStretch(1, 384)
        inner = QWidget()
        inner.setLayout(column(head, 24, boxes))
        inner.setMaximumWidth(960)
        beside = row(None, inner, None, margins=(16, 0, 16, 0), gap=0)
        beside.setStretch(1, 1000)
        outside = pane(beside, role="window")
        whole = pane(column(40, outside, None, None), role="window")
        self.setWidget(whole)

    def retranslate(self, language: str) -> None:
        """Set every text in the current language."""
        self._languages.set_value(language)
        self._languages.setAccessibleName(translate("Welcome", "Language"))
        self._title.setText(translate("Welcome", "Welcome to Qingzhang"))
        self._words.setText(
            translate(
                "Welcome", "The receivables desk. No network; your books stay on your computer."
            )
        )
        self._form.retranslate(language)
        self._sample_title.setText(translate("Welcome", "Open the sample book"))
        self._sample_words.setText(
            translate(
                "Welcome",
                "A made-up company with customers, open invoices and receipts to allocate. "
                "Try anything; your own books are not touched.",
            )
        )
        self._sample.set_words(translate("Welcome", "Open the sample"))
        self._data_title.setText(translate("Welcome", "Already have data"))
        self._steps[0].set_words(
            translate("Welcome", "Open a book file"), translate("Welcome", ".qz file, Ctrl+O")
        )
        self._steps[1].set_words(
            translate("Welcome", "Restore a backup"),
            translate("Welcome", "Choose one, see what it holds, then restore it"),
        )


def _box(inside: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "box")
    frame.setLayout(column(inside, margins=(24, 22, 24, 22)))
    return frame


def _stack(*parts: object, gap: int) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(*parts, gap=gap))
    return holder
