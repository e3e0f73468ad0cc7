"""The style sheet: one template filled from a token table."""

from __future__ import annotations

import re
from typing import Final

from ui.theme.files import tinted_file
from ui.theme.tokens import Tokens

_TEMPLATE: Final = """
QWidget { color: @text; }
QMainWindow, QWidget#shell, QWidget#shell_top, QWidget#navigation { background: @window; }
QWidget[role="pane"], QStackedWidget[role="pane"] { background: @pane; }
QWidget[role="window"] { background: @window; }
QWidget[role="raised"] { background: @raised; }
QWidget[role="head"] { background: @head; }
QWidget[role="chrome"] { background: @chrome; }
QWidget[role="desk"] { background: @desk; }
QFrame[role="line"] { background: @border; border: 0; }
QFrame[role="hairline"] { background: @grid; border: 0; }
QFrame[role="box"] { background: @pane; border: 1px solid @border; border-radius: 4px; }
QFrame[role="popup"] { background: @pane; border: 1px solid @button; border-radius: 4px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 16px; font-weight: bold; }
QLabel[role="record"] { font-size: 18px; font-weight: bold; }
QLabel[role="number"] { font-size: 20px; font-weight: bold; }
QLabel[role="welcome"] { font-size: 24px; font-weight: bold; }
QLabel[role="heading"] { font-size: 12px; font-weight: bold; color: @text-2; }
QLabel[role="subhead"] { font-size: 16px; font-weight: bold; }
QLabel[role="label"] { color: @text-2; }
QLabel[role="small"] { font-size: 12px; color: @text-2; }
QLabel[role="hint"] { font-size: 12px; color: @text-3; }
QLabel[role="error"] { font-size: 12px; color: @red; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="link"] { color: @accent; }
QLabel[tone="red"] { color: @red; }
QLabel[tone="amber"] { color: @amber; }
QLabel[tone="green"] { color: @green; }
QLabel[tone="accent"] { color: @accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: @pane; border: 1px solid @field; border-radius: 4px; padding: 0 8px;
  min-height: 26px; selection-background-color: @accent; selection-color: @on-accent;
}
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateEdit:focus { border: 2px solid @accent; padding: 0 7px; min-height: 24px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 5px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: @window; color: @text-3; border-color: @border;
}
QLineEdit[error="true"], QComboBox[error="true"], QPlainTextEdit[error="true"] {
  border: 1px solid @red;
}
QLineEdit[error="true"]:focus, QComboBox[error="true"]:focus { border: 2px solid @red; }
QWidget[tall="true"] { min-height: 30px; }
QWidget[tall="true"]:focus { min-height: 28px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("@@chevron-down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
  background: @pane; border: 1px solid @button; outline: 0; padding: 4px;
  selection-background-color: @select; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 4px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 16px; }
QSpinBox::up-arrow { image: url("@@chevron-up"); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url("@@chevron-down"); width: 10px; height: 10px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 12px; height: 12px; border: 1px solid @field; background: @pane;
}
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked {
  background: @accent; border-color: @accent; image: url("@@check");
}
QRadioButton::indicator:checked { border: 4px solid @accent; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @text-3; }

QMenuBar { background: transparent; spacing: 0; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @select; }
QMenu { background: @pane; border: 1px solid @button; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 10px; min-height: 20px; border-radius: 4px; }
QMenu::item:selected { background: @select; color: @text; }
QMenu::item:disabled { color: @text-3; }
QMenu::separator { height: 1px; background: @grid; margin: 4px 6px; }
QMenu::icon { padding-left: 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url("@@check-text"); }
QToolTip { background: @raised; color: @text; border: 1px solid @button; padding: 4px 6px; }

QTableView {
  background: @pane; border: 0; outline: 0; gridline-color: @grid;
  selection-background-color: @select; selection-color: @text;
}
QHeaderView { background: @head; border: 0; }
QTableCornerButton::section { background: @head; border: 0; }
QHeaderView[role="plain"]::section {
  background: @head; color: @text-2; border: 0; border-bottom: 1px solid @border;
  padding: 0 8px; font-size: 12px; font-weight: normal;
}
QTableView[role="texts"]::item { padding: 0 8px; border-bottom: 1px solid @grid; }
QTableView[role="texts"]::item:selected { background: @select; }
QListView { background: @pane; border: 0; outline: 0; }
QListView[role="sections"] { background: @raised; padding: 8px; }
QListView[role="sections"]::item { min-height: 32px; padding: 0 8px; border-radius: 4px; }
QListView[role="sections"]::item:hover { background: @hover; }
QListView[role="sections"]::item:selected { background: @select; color: @accent; }

QScrollBar:vertical { background: transparent; width: 8px; margin: 1px; border: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 1px; border: 0; }
QScrollBar::handle { background: @button; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[role="pane"] { background: @pane; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QProgressBar {
  background: @border; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px;
  max-width: 96px; min-width: 96px;
}
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QCalendarWidget QWidget { background: @pane; alternate-background-color: @head; }
QCalendarWidget QAbstractItemView:enabled {
  color: @text; background: @pane; selection-background-color: @accent;
  selection-color: @on-accent; outline: 0;
}
QCalendarWidget QAbstractItemView:disabled { color: @text-3; }
QCalendarWidget QToolButton {
  color: @text; background: transparent; border: 0; padding: 4px 8px; border-radius: 4px;
}
QCalendarWidget QToolButton:hover { background: @hover; }
QDialog, QMessageBox, QWizard { background: @pane; }
QDialogButtonBox QPushButton, QMessageBox QPushButton, QWizard QPushButton {
  background: @pane; border: 1px solid @button; border-radius: 4px; min-height: 26px;
  padding: 0 14px; min-width: 64px;
}
QDialogButtonBox QPushButton:hover, QMessageBox QPushButton:hover { background: @hover; }
QDialogButtonBox QPushButton:default, QMessageBox QPushButton:default {
  background: @accent; color: @on-accent; border-color: @accent;
}
QDialogButtonBox QPushButton:focus, QMessageBox QPushButton:focus { border: 2px solid @accent; }
"""

_PICTURES: Final = {
    "chevron-down": ("chevron-down", "text-2"),
    "chevron-up": ("chevron-up", "text-2"),
    "check": ("check", "on-accent"),
    "check-text": ("check", "text"),
}


def style_sheet(tokens: Tokens) -> str:
    """Return the application's style sheet in a theme."""
    sheet = re.sub(r"@@([a-z-]+)", lambda match: _picture(tokens, match[1]), _TEMPLATE)
    return re.sub(r"@([a-z]+(?:-[a-z0-9]+)*)", lambda match: tokens.colours[match[1]], sheet)


def _picture(tokens: Tokens, name: str) -> str:
    """Write a tinted icon where the style sheet, which knows only files, can find it."""
    icon, token = _PICTURES[name]
    return tinted_file(icon, tokens.colours[token])
