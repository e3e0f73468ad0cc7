"""The Settings screen: sections at the left, the one chosen at the right."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QWidget

from domain.changes import Changes
from ui.context import AppContext
from ui.marks import translate
from ui.screen import Screen
from ui.settings.company import CompanySection
from ui.settings.dunning import DunningSection
from ui.settings.general import GeneralSection
from ui.settings.grading import GradingSection
from ui.settings.history import HistorySection
from ui.settings.interest import InterestSection
from ui.settings.limits import LimitsSection
from ui.settings.mappings import MappingsSection
from ui.settings.matching import MatchingSection
from ui.settings.people import PeopleSection
from ui.settings.policy import PolicySection
from ui.settings.rates import RatesSection
from ui.settings.reference_rates import ReferenceRatesSection
from ui.settings.revaluation import RevaluationSection
from ui.settings.safety import SafetySection
from ui.settings.section import Section
from ui.settings.wording import WordingSection
from ui.widgets.basic import column, line, pane, row
from ui.widgets.head import ScreenHead

_SECTIONS: Final[tuple[type[Section], ...]] = (
    CompanySection,
    GeneralSection,
    PeopleSection,
    DunningSection,
    WordingSection,
    MatchingSection,
    PolicySection,
    GradingSection,
    LimitsSection,
    RatesSection,
    RevaluationSection,
    InterestSection,
    ReferenceRatesSection,
    MappingsSection,
    SafetySection,
    HistorySection,
)
#: A form is as wide as it reads well.
_NARROW: Final = 560
_READABLE: Final = 640


class SettingsScreen(Screen):
    """Sections are built when first shown and keep what was typed."""

    key = "settings"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._sections: dict[str, Section] = {}
        self._stale: set[str] = set()
        self.list = QListWidget()
        self.list.setObjectName("settings.sections")
        self.list.setProperty("role", "sections")
        self.list.setFixedWidth(184)
        self._stack = QStackedWidget()
        self._head = ScreenHead("settings")
        for _section in _SECTIONS:
            item = QListWidgetItem()
            # The style sheet alone is heeded only after the first change of theme.
            item.setSizeHint(QSize(0, 34))
            self.list.addItem(item)
        self.setLayout(column(self._head, row(self.list, line(vertical=True), self._stack, gap=0)))
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(lambda _place: self._show())

    def section(self, key: str) -> Section:
        """Return a section, building it on its first showing."""
        if key not in self._sections:
            made = next(one for one in _SECTIONS if one.key == key)(self.ctx)
            made.retranslate()
            self._sections[key] = made
            self._stack.addWidget(_page(made))
            made.load()
        return self._sections[key]

    def current(self) -> str:
        """Return the key of the section shown."""
        return _SECTIONS[max(0, self.list.currentRow())].key

    def _show(self) -> None:
        shown = self.section(self.current())
        self._stack.setCurrentIndex([*self._sections].index(self.current()))
        if self.current() in self._stale and not shown.dirty:
            shown.load()
        self._stale.discard(self.current())
        self._head.set_words(shown.title(), shown.about())

    # the frame

    def open_list(self, query: dict[str, str]) -> None:
        """Show a section: ``settings?section=rates``."""
        keys = [one.key for one in _SECTIONS]
        if query.get("section") in keys:
            self.list.setCurrentRow(keys.index(query["section"]))
            self.section(query["section"]).open(query)

    def refresh(self, changes: Changes) -> None:
        """Read again what is shown, unless something typed would be lost."""
        self._stale = set(self._sections)
        shown = self.section(self.current())
        if not shown.dirty:
            shown.load()
        self._stale.discard(self.current())

    def has_draft(self) -> bool:
        """Whether a section holds something that is not saved."""
        return any(one.dirty for one in self._sections.values())

    def undo(self) -> bool:
        """Take back what was typed in the section shown."""
        shown = self.section(self.current())
        if not shown.dirty:
            return False
        shown.load()
        return True

    def state(self) -> dict[str, Any]:
        """Remember the section."""
        return {"section": self.current()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what was remembered."""
        keys = [one.key for one in _SECTIONS]
        wanted = state.get("section", keys[0])
        self.list.setCurrentRow(keys.index(wanted) if wanted in keys else 0)

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Settings",
            "<p>What the book and the window are set to. Ctrl+Enter saves a section, Ctrl+Z takes "
            "back what was typed. Every change stands in the history with what was before.</p>",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.section(self.current()).submit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        for section in self._sections.values():
            section.retranslate()
            if not section.dirty:
                section.load()
        names = {
            "company": translate("Settings", "Company"),
            "general": translate("Settings", "General"),
            "people": translate("Settings", "People"),
            "dunning": translate("Settings", "Dunning"),
            "wording": translate("Settings", "Letter wording"),
            "matching": translate("Settings", "Matching rules"),
            "policy": translate("Policy", "Credit policy"),
            "grading": translate("Grading", "Grades and score cards"),
            "limits": translate("Limits", "Limits and approvals"),
            "rates": translate("Settings", "Exchange rates"),
            "revaluation": translate("Settings", "Revaluation"),
            "interest": translate("Settings", "Interest"),
            "reference_rates": translate("Settings", "Reference rates"),
            "mappings": translate("Settings", "Import mappings"),
            "safety": translate("Settings", "Backups and check"),
            "history": translate("Settings", "History"),
        }
        for place, section_kind in enumerate(_SECTIONS):
            item = self.list.item(place)
            if item is not None:
                item.setText(names[section_kind.key])
        self.list.setAccessibleName(translate("Navigation", "Settings"))
        self._show()


def _page(section: Section) -> QWidget:
    """Return a section on its pane: as wide as it reads well, or as wide as there is room."""
    if getattr(section, "wide", False):
        return pane(column(section, margins=(16, 14, 0, 0)))
    section.setMinimumWidth(_NARROW)
    section.setMaximumWidth(_READABLE)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(pane(row(section, None, margins=(16, 14, 16, 16))))
    return area
