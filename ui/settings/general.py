"""Language and look of the window, language of papers, standard, small differences."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QComboBox

from domain.ports import BookReader
from domain.services.receipts import DEFAULT_WRITE_OFF_LIMIT
from ui import labels
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.settings.section import Section
from ui.theme import theme
from ui.widgets.basic import column, label, line, row
from ui.widgets.choice import Choice, Option
from ui.widgets.fields import AmountEdit, Field, unclear_amount

_STANDARDS: Final = {
    "small-cas": QT_TRANSLATE_NOOP("Welcome", "Small business CAS"),
    "cas": QT_TRANSLATE_NOOP("Welcome", "CAS"),
    "ifrs": QT_TRANSLATE_NOOP("Welcome", "IFRS"),
    "other": QT_TRANSLATE_NOOP("Welcome", "Other"),
}
_SIZES: Final = {
    "micro": QT_TRANSLATE_NOOP("Welcome", "Micro"),
    "small": QT_TRANSLATE_NOOP("Welcome", "Small"),
    "medium": QT_TRANSLATE_NOOP("Welcome", "Medium"),
    "large": QT_TRANSLATE_NOOP("Welcome", "Large"),
}
_LANGUAGES: Final = {"zh": "中文", "en": "English"}
_WIDTH: Final = 152


class GeneralSection(Section):
    """The window's own choices take effect at once; the book's are saved."""

    key = "general"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.window_language = Choice("segment", name="settings.general.language")
        self.look = Choice("segment", name="settings.general.look")
        self.papers = Choice("segment", name="settings.general.papers")
        self.standard = _combo("settings.general.standard")
        self.seller_size = _combo("settings.general.seller_size")
        self.limit = AmountEdit(name="settings.general.write_off_limit")
        self._base = label("", name="settings.general.currency")
        self._window_head, self._book_head = label("heading"), label("heading")
        self.fields = self._made_fields()
        window = [self.fields[name] for name in ("language", "look")]
        book = [self.fields[n] for n in ("base", "papers", "standard", "size", "write_off_limit")]
        self.setLayout(
            column(
                *(self._window_head, *window, 4, line(role="hairline"), 4, self._book_head, *book),
                *(self.problem, row(_WIDTH, self.save, None, gap=0), None),
                gap=8,
            )
        )
        self._wire()

    def _made_fields(self) -> dict[str, Field]:
        words = {
            "language": (self.window_language, QT_TRANSLATE_NOOP("Settings", "Language")),
            "look": (self.look, QT_TRANSLATE_NOOP("Settings", "Appearance")),
            "base": (self._base, QT_TRANSLATE_NOOP("Settings", "Book currency")),
            "papers": (self.papers, QT_TRANSLATE_NOOP("Settings", "Language of papers")),
            "standard": (self.standard, QT_TRANSLATE_NOOP("Settings", "Accounting standard")),
            "size": (self.seller_size, QT_TRANSLATE_NOOP("Settings", "Company size")),
            "write_off_limit": (
                self.limit,
                QT_TRANSLATE_NOOP("Settings", "Small write-offs up to"),
            ),
        }
        return {
            name: Field(
                editor,
                partial(translate, "Settings", source),
                label_width=_WIDTH,
                hint=self._hints().get(name),
            )
            for name, (editor, source) in words.items()
        }

    def _hints(self) -> dict[str, Any]:
        return {
            "papers": lambda: translate(
                "Settings", "For customers without a language of their own"
            ),
            "write_off_limit": lambda: translate(
                "Settings", "Larger differences are never written off while allocating"
            ),
        }

    def _wire(self) -> None:
        self.window_language.chosen.connect(lambda code: self.ctx.command.emit(f"language.{code}"))
        self.look.chosen.connect(lambda look: self.ctx.command.emit(f"look.{look}"))
        self.papers.chosen.connect(lambda _code: self.touch())
        for box in (self.standard, self.seller_size):
            box.activated.connect(lambda _place: self.touch())
        self.watch([self.limit])

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "General")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "The window's own choices and the book's")

    def load(self) -> None:
        """Show what the book has."""

        def read(reader: BookReader) -> dict[str, Any]:
            return {
                "language": reader.setting("language", "zh"),
                "standard": reader.setting("standard", "small-cas"),
                "seller_size": reader.setting("seller_size", "small"),
                "write_off_limit": reader.setting("write_off_limit", DEFAULT_WRITE_OFF_LIMIT),
                "base": reader.base_currency(),
            }

        self.ctx.query(read, self._show, asker=self)

    def _show(self, kept: dict[str, Any]) -> None:
        self.window_language.set_value(self.ctx.language)
        self.look.set_value(theme().choice)
        self.papers.set_value(str(kept["language"]))
        self.standard.setCurrentIndex(max(0, self.standard.findData(kept["standard"])))
        self.seller_size.setCurrentIndex(max(0, self.seller_size.findData(kept["seller_size"])))
        self._base.setText(labels.currency(kept["base"]))
        self.limit.currency = kept["base"]
        self.limit.set_minor(int(kept["write_off_limit"]))
        self.dirty = False

    def submit(self) -> None:
        """Keep the book's choices."""
        minor = self.limit.minor()
        wrong = minor is None or minor < 0
        if self.errors_shown({"write_off_limit": unclear_amount() if wrong else ""}):
            return
        self.keep(
            {
                "language": self.papers.value(),
                "standard": self.standard.currentData(),
                "seller_size": self.seller_size.currentData(),
                "write_off_limit": minor,
            }
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        languages = [Option(code, words) for code, words in _LANGUAGES.items()]
        self.window_language.set_options(languages)
        self.papers.set_options(languages)
        self.look.set_options(
            [
                Option("system", translate("Commands", "As the system")),
                Option("light", translate("Commands", "Light")),
                Option("dark", translate("Commands", "Dark")),
            ]
        )
        for box, options in ((self.standard, _STANDARDS), (self.seller_size, _SIZES)):
            kept = box.currentData()
            box.clear()
            for code, source in options.items():
                box.addItem(translate("Welcome", source), code)
            box.setCurrentIndex(max(0, box.findData(kept)))
        self._window_head.setText(translate("Settings", "Window, at once"))
        self._book_head.setText(translate("Settings", "Book"))
        self.window_language.set_value(self.ctx.language)
        super().retranslate()


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box
