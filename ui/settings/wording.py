"""Wording of dunning letters per level and language, with the letter beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from domain.customer import Company
from domain.dunning_procedure import Procedure
from domain.letters import (
    DEFAULT_WORDING,
    PLACEHOLDERS,
    BadWording,
    UnknownPlaceholder,
    check_wording,
)
from domain.ports import BookReader
from domain.services.dunning import procedures
from ui.context import AppContext
from ui.marks import translate
from ui.preview.pane import PagePreview
from ui.settings.example import example_letter
from ui.settings.section import Section, edit
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.fields import Field, needed

_PARTS: Final = ("title", "salutation", "opening", "closing")


class WordingSection(Section):
    """The four parts of a letter at the left, the letter itself at the right."""

    key = "wording"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._own: dict[str, Any] = {}
        self._company = Company(name="")
        self._levels = 3
        self.language = Choice("segment", name="settings.wording.language")
        self.level = QComboBox()
        self.level.setObjectName("settings.wording.level")
        self.title_ = edit("settings.wording.title")
        self.salutation = edit("settings.wording.salutation")
        self.opening = _paragraphs("settings.wording.opening")
        self.closing = _paragraphs("settings.wording.closing")
        self.default = Button(name="settings.wording.default", icon="undo-2")
        self.state_ = label("small", name="settings.wording.state")
        self._names = label("hint", name="settings.wording.names", wrap=True)
        self.preview = PagePreview(ctx, "settings.wording.preview")
        self._delay = QTimer(self, singleShot=True, interval=400)
        self._delay.timeout.connect(self._draw)
        self._quiet = False
        self.fields = {
            "title": Field(self.title_, lambda: translate("Settings", "Title"), above=True),
            "salutation": Field(
                self.salutation, lambda: translate("Settings", "Salutation"), above=True
            ),
            "opening": Field(
                self.opening, lambda: translate("Settings", "Before the list"), above=True
            ),
            "closing": Field(
                self.closing, lambda: translate("Settings", "After the list"), above=True
            ),
        }
        self._build()
        self._wire()

    def _build(self) -> None:
        self.level.setFixedWidth(120)
        head = row(self.language, self.level, None, self.state_, gap=8)
        foot = row(self.save, self.default, None)
        form = column(
            *(head, *self.fields.values(), self._names, self.problem, foot, None),
            margins=(0, 0, 16, 0),
            gap=8,
        )
        left = pane(form)
        left.setFixedWidth(440)
        self.setLayout(row(left, line(vertical=True), self.preview, gap=0))

    def _wire(self) -> None:
        self.language.chosen.connect(lambda _code: self._fill())
        self.level.activated.connect(lambda _place: self._fill())
        self.default.clicked.connect(self._back_to_default)
        self.watch([self.title_, self.salutation, self.opening, self.closing])

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

    def load(self) -> None:
        """Read the book's own wording."""

        def read(reader: BookReader) -> tuple[Any, Company, dict[str, Procedure]]:
            return reader.setting("letter_wording"), reader.company(), procedures(reader)

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: tuple[Any, Company, dict[str, Procedure]]) -> None:
        own, self._company, known = found
        self._own = dict(own or {})
        self._levels = max(3, *(len(one.levels) for one in known.values()))
        self._list_levels()
        self._fill()

    def _list_levels(self) -> None:
        kept = self.level.currentData()
        self.level.clear()
        for number in range(1, self._levels + 1):
            said = translate("Settings", "Level {number}").format(number=number)
            self.level.addItem(said, str(number))
        self.level.setCurrentIndex(max(0, self.level.findData(kept)))

    def _place(self) -> tuple[str, str]:
        return self.language.value() or "zh", str(self.level.currentData() or "1")

    def _parts_of(self, language: str, level: str) -> Mapping[str, Any]:
        levels = {**DEFAULT_WORDING[language], **self._own.get(language, {})}
        return levels[level] if level in levels else levels[max(levels, key=int)]

    def _fill(self) -> None:
        language, level = self._place()
        parts = self._parts_of(language, level)
        self._quiet = True
        self.title_.setText(parts["title"])
        self.salutation.setText(parts["salutation"])
        self.opening.setPlainText("\n\n".join(parts["opening"]))
        self.closing.setPlainText("\n\n".join(parts["closing"]))
        for editor in (self.title_, self.salutation):
            editor.setCursorPosition(0)
        self._quiet = False
        self.dirty = False
        own = level in self._own.get(language, {})
        said = translate("Settings", "Your own wording") if own else ""
        self.state_.setText(said or translate("Settings", "Default wording"))
        self.default.setEnabled(own)
        self.errors_shown({})
        self._draw()

    def _typed(self) -> dict[str, Any]:
        return {
            "title": self.title_.text().strip(),
            "salutation": self.salutation.text().strip(),
            "opening": _split(self.opening.toPlainText()),
            "closing": _split(self.closing.toPlainText()),
        }

    def _draw(self) -> None:
        if not self._check(self._typed()):
            return
        language, level = self._place()
        wording = {language: {level: self._typed()}}
        ctx, company, on = self.ctx, self._company, self.ctx.as_of
        due = on + timedelta(days=7)

        def make() -> bytes:
            return ctx.papers.render(
                example_letter(company, language, int(level), wording, (on, due))
            )

        self.preview.show_made(make, translate("Settings", "Drawing the letter…"))

    # keeping

    def _check(self, parts: dict[str, Any]) -> bool:
        """Show what is wrong beside its field; True when the wording can be used."""
        errors = {name: needed() for name in _PARTS if not parts[name]}
        for name in _PARTS:
            errors[name] = errors.get(name, "") or _problem(name, parts[name])
        for name, field in self.fields.items():
            field.set_error(errors[name])
        return not any(errors.values())

    def submit(self) -> None:
        """Keep this level's wording."""
        parts = self._typed()
        if not self._check(parts):
            return
        language, level = self._place()
        own = {code: dict(levels) for code, levels in self._own.items()}
        own.setdefault(language, {})[level] = parts
        self.keep({"letter_wording": own}, self.load)

    def _back_to_default(self) -> None:
        language, level = self._place()
        own = {code: dict(levels) for code, levels in self._own.items()}
        own.get(language, {}).pop(level, None)
        kept = {code: levels for code, levels in own.items() if levels}
        self.keep({"letter_wording": kept or None}, self.load)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.language.set_options([Option("zh", "中文"), Option("en", "English")])
        self.default.set_words(translate("Settings", "Back to the default"))
        names = " ".join(f"{{{name}}}" for name in sorted(PLACEHOLDERS))
        said = translate("Settings", "An empty line begins a paragraph. Filled in: {names}")
        self._names.setText(said.replace("{names}", names))
        self._list_levels()
        self.preview.retranslate()
        if self._company.name and not self.dirty:
            self._fill()


def _paragraphs(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(96)
    return made


def _split(text: str) -> list[str]:
    parts = [part.strip().replace("\n", "") for part in text.split("\n\n")]
    return [part for part in parts if part]


def _problem(name: str, part: Any) -> str:
    """Return what is wrong with one part, "" for nothing."""
    filled: dict[str, Any] = {"title": "x", "salutation": "x", "opening": [], "closing": []}
    try:
        check_wording({"zh": {"1": {**filled, name: part}}})
    except UnknownPlaceholder as error:
        said = translate("Settings", "{name} is not a name that letters can fill in")
        return said.replace("{name}", f"{{{error.facts.get('name', '')}}}")
    except BadWording:
        return translate("Settings", "A curly bracket is not closed")
    return ""
