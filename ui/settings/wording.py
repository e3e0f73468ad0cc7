"""Texts of letters: choose one, write at the left, see the page at the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QStackedWidget

from domain.customer import Company
from domain.errors import QingzhangError
from domain.letters.catalogue import CATALOGUE, letter_of
from domain.letters.example import example
from domain.letters.wording import LetterWording, check_text, default_text, versions
from domain.ports import BookReader
from domain.record import Record
from domain.services.letters import keep_wording
from ui import labels
from ui import letter_words as words
from ui.context import AppContext
from ui.marks import translate
from ui.preview.pane import PagePreview
from ui.settings.section import Section
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.fields import Field, needed

_LEFT: Final = 470


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A letter's texts: the default one and the firm's own, newest first."""

    key: str
    language: str
    default: str
    own: list[Record[LetterWording]]
    company: Company

    def in_force(self) -> str:
        return (self.own[0].value.text if self.own else "") or self.default


class WordingSection(Section):
    """The text of one letter in one language, with the page it makes and its versions."""

    key = "wording"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._found: _Found | None = None
        self.letter = QComboBox()
        self.letter.setObjectName("settings.wording.letter")
        self.letter.setMaxVisibleItems(len(CATALOGUE))
        self.language = Choice("segment", name="settings.wording.language")
        self.language.set_options([Option("zh", "中文"), Option("en", "English")])
        self.text = QPlainTextEdit()
        self.text.setObjectName("settings.wording.text")
        self.text.setTabChangesFocus(True)
        self.names = _reading("settings.wording.names")
        self.history = QComboBox()
        self.history.setObjectName("settings.wording.history")
        self.tabs = Choice("tab", name="settings.wording.tabs")
        self.shown = QStackedWidget()
        self.default = Button(name="settings.wording.default", icon="undo-2")
        self.state_ = label("small", name="settings.wording.state")
        self.preview = PagePreview(ctx, "settings.wording.preview")
        self._delay = QTimer(self, singleShot=True, interval=400)
        self._delay.timeout.connect(self._draw)
        self._quiet = False
        self.fields = {
            "text": Field(self.text, lambda: translate("Settings", "Text"), above=True),
        }
        self._build()
        self._wire()

    def _build(self) -> None:
        self.shown.addWidget(self.fields["text"])
        self.shown.addWidget(self.names)
        head = row(self.letter, self.language, None, gap=8)
        under = row(self.tabs, None, self.state_, gap=8)
        foot = row(self.save, self.default, None, self.history, gap=8)
        form = column(head, under, self.shown, self.problem, foot, margins=(0, 0, 16, 12), gap=8)
        self.letter.setFixedWidth(300)
        self.history.setFixedWidth(170)
        left = pane(form)
        left.setFixedWidth(_LEFT)
        self.setLayout(row(left, line(vertical=True), self.preview, gap=0))

    def _wire(self) -> None:
        self.language.chosen.connect(lambda _code: self.load())
        self.letter.activated.connect(lambda _place: self._chosen())
        self.tabs.chosen.connect(self._show_tab)
        self.history.activated.connect(lambda _place: self._show_version())
        self.default.clicked.connect(self._back_to_default)
        self.watch([self.text])

    def touch(self) -> None:
        """Draw the letter with what is typed."""
        if not self._quiet:
            super().touch()
            self._delay.start()

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Letter wording")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "Letters already issued keep their words")

    # showing

    def open_letter(self, key: str, language: str) -> None:
        """Show the text of a letter."""
        self.letter.setCurrentIndex(max(0, self.letter.findData(key)))
        self._chosen(language)

    def _chosen(self, language: str = "") -> None:
        self._offer_languages(language or self.language.value() or "zh")
        self.load()

    def _offer_languages(self, wanted: str) -> None:
        known = letter_of(self._place()[0]).languages
        self.language.setEnabled(len(known) > 1)
        self.language.set_value(wanted if wanted in known else known[0])

    def _place(self) -> tuple[str, str]:
        key = str(self.letter.currentData() or "dunning_1")
        language = self.language.value() or "zh"
        known = letter_of(key).languages
        return key, language if language in known else known[0]

    def load(self) -> None:
        """Read the texts of the letter chosen."""
        key, language = self._place()

        def read(reader: BookReader) -> _Found:
            return _Found(
                key=key,
                language=language,
                default=default_text(reader, key, language),
                own=versions(reader, key, language),
                company=reader.company(),
            )

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: _Found) -> None:
        if (found.key, found.language) != self._place():
            return
        self._found = found
        self._put(found.in_force())
        self.dirty = False
        own = bool(found.own and found.own[0].value.text)
        said = translate("Settings", "Your own wording") if own else ""
        self.state_.setText(said or translate("Settings", "Default wording"))
        self.default.setEnabled(own)
        self._show_names()
        self._show_history()
        self.errors_shown({})
        self._draw()

    def _put(self, text: str) -> None:
        self._quiet = True
        self.text.setPlainText(text)
        self._quiet = False

    def _show_names(self) -> None:
        key, spoken = self._place()[0], self.ctx.language
        letter = letter_of(key)
        width = max(map(len, letter.names())) + 8
        must = set(letter.mentions)
        lines = [f"{'{{ ' + one + ' }}':<{width}}{self._meaning(one, must)}" for one in _names(key)]
        lines += ["", *_marks()]
        tables = sorted(letter.places())
        lines += [f"{'[' + one + ']':<{width}}{words.table(one, spoken)}" for one in tables]
        self.names.setPlainText("\n".join(lines))

    def _meaning(self, name: str, must: set[str]) -> str:
        said = words.fact(name, self.ctx.language)
        mark = translate("Settings", "must be used")
        return f"{said} · {mark}" if name in must else said

    def _show_history(self) -> None:
        found = self._found
        if found is None:
            return
        self.history.clear()
        self.history.addItem(translate("Settings", "In force"), found.in_force())
        for one in found.own:
            said = f"{one.dated_on.isoformat()} {one.user}".strip()
            self.history.addItem(said, one.value.text or found.default)
        self.history.addItem(translate("Settings", "Default wording"), found.default)

    def _show_version(self) -> None:
        """Put a version in the place of the text; it is kept when it is saved."""
        self._put(str(self.history.currentData() or ""))
        self.touch()

    def _show_tab(self, key: str) -> None:
        self.shown.setCurrentIndex(1 if key == "names" else 0)

    # drawing

    def _draw(self) -> None:
        found = self._found
        if found is None or not self._check():
            return
        make = partial(_page, self.ctx, found, self.text.toPlainText())
        self.preview.show_made(make, translate("Settings", "Drawing the letter…"))

    def _check(self) -> bool:
        """Show what is wrong under the text; True when it can be used."""
        error = "" if self.text.toPlainText().strip() else needed()
        try:
            check_text(self.ctx.reader.templates, self._place()[0], self.text.toPlainText())
        except QingzhangError as fault:
            error = error or labels.error_text(fault, self.ctx.language)
        self.fields["text"].set_error(error)
        return not error

    # keeping

    def submit(self) -> None:
        """Keep this text as the firm's own."""
        if self._check():
            self._keep(self.text.toPlainText())

    def _back_to_default(self) -> None:
        self._keep("")

    def _keep(self, text: str) -> None:
        key, language = self._place()

        def done(_result: object) -> None:
            self.dirty = False
            self.load()

        self.ctx.act(
            keep_wording,
            self.ctx.reader.templates,
            LetterWording(letter=key, language=language, text=text),
            self.ctx.today,
            asker=self,
            notice=translate("Settings", "Saved"),
            done=done,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.default.set_words(translate("Settings", "Back to the default"))
        text = Option("text", translate("Settings", "Text"))
        names = Option("names", translate("Settings", "Names and marks"))
        self.tabs.set_options([text, names])
        self.tabs.setAccessibleName(translate("Settings", "Text"))
        self.letter.setAccessibleName(translate("Settings", "Letter"))
        self.history.setAccessibleName(translate("Settings", "Versions"))
        kept = self.letter.currentData()
        self.letter.clear()
        for one in CATALOGUE:
            self.letter.addItem(words.letter(one.key, self.ctx.language), one.key)
        self.letter.setCurrentIndex(max(0, self.letter.findData(kept or "dunning_1")))
        self._offer_languages(self.language.value() or "zh")
        self.preview.retranslate()
        if self._found is not None:
            self._show_names()


def _page(ctx: AppContext, found: _Found, text: str) -> bytes:
    """Draw the example; called in the background."""
    made = example(ctx.reader.templates, found.key, found.language, text, found.company, ctx.as_of)
    return ctx.papers.render(made)


def _names(key: str) -> list[str]:
    """Return the names of a letter: those it must use first."""
    letter = letter_of(key)
    return sorted(letter.names(), key=lambda name: (name not in letter.mentions, name))


def _marks() -> list[str]:
    """Return the marks of a text and what they do."""
    return [
        "# " + translate("Settings", "title"),
        "## " + translate("Settings", "heading"),
        "> " + translate("Settings", "line at the margin"),
        "- " + translate("Settings", "item of a list"),
        "+ " + translate("Settings", "enclosure"),
        "[ ] " + translate("Settings", "answer on the reply slip"),
        "[sign: A | B] " + translate("Settings", "who signs"),
        "{% if name %} … {% else %} … {% endif %} " + translate("Settings", "only where known"),
        translate("Settings", "An empty line ends a paragraph."),
    ]


def _reading(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return made
