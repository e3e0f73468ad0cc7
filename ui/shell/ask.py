"""The few questions the frame asks: closing with work under way, a program error."""

from __future__ import annotations

import traceback

from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QWidget

from ui.marks import translate
from ui.tasks import TaskRunner
from ui.widgets.basic import column, label, row
from ui.widgets.button import Button


def confirm(parent: QWidget, title: str, text: str, act: str, *, danger: bool = False) -> bool:
    """Ask before something that cannot be taken back; False keeps everything."""
    box = QMessageBox(parent)
    box.setObjectName("confirm")
    box.setWindowTitle(title)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    box.setText(title)
    box.setInformativeText(text)
    do = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep if danger else QMessageBox.StandardButton.NoButton)
    if not danger:
        do.setDefault(True)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is do


def may_close(parent: QWidget, runner: TaskRunner, draft: bool) -> bool:
    """Ask before closing over work under way or typed but unsaved fields."""
    tasks = runner.shown()
    if tasks:
        title = translate("Ask", "Work is still under way")
        text = translate("Ask", "{task}. Closing stops it; what is already booked stays.")
        act = translate("Ask", "Stop it and close")
        return confirm(parent, title, text.format(task=tasks[0].title), act, danger=True)
    if draft:
        title = translate("Ask", "Something typed is not saved yet")
        text = translate("Ask", "Closing loses what was typed. The book itself is not affected.")
        return confirm(parent, title, text, translate("Ask", "Close without saving"), danger=True)
    return True


def show_crash(parent: QWidget, error: BaseException) -> None:
    """Say calmly that the program failed, where the report is, and that the book is safe."""
    report = None
    ports = getattr(parent, "ports", None)
    if ports is not None:
        report = ports.bug(error)
    box = QMessageBox(parent)
    box.setObjectName("crash")
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("Ask", "Program error"))
    box.setText(translate("Ask", "The program made a mistake. The act was not carried out."))
    said = translate(
        "Ask", "The book is as before. A report without customer data was kept: {file}"
    )
    box.setInformativeText(said.format(file="-" if report is None else str(report)))
    box.setDetailedText("".join(traceback.format_exception(error)))
    box.exec()


def ask_reason(parent: QWidget, title: str, text: str, act: str) -> str:
    """Ask for the reason of a destructive act; "" keeps everything."""
    box = QDialog(parent)
    box.setObjectName("reason")
    box.setWindowTitle(title)
    edit = QLineEdit()
    edit.setObjectName("reason.text")
    edit.setAccessibleName(translate("Ask", "Reason"))
    edit.setPlaceholderText(translate("Ask", "Reason, kept in the history"))
    do = Button(name="reason.do", kind="primary", key="Enter")
    do.set_words(act)
    do.setEnabled(False)
    keep = Button(name="reason.cancel", key="Esc")
    keep.set_words(translate("Ask", "Keep it"))
    edit.textChanged.connect(lambda typed: do.setEnabled(bool(typed.strip())))
    edit.returnPressed.connect(do.click)
    do.clicked.connect(box.accept)
    keep.clicked.connect(box.reject)
    words = label("label", text, wrap=True)
    parts = (label("subhead", title), words, edit, row(None, keep, do))
    box.setLayout(column(*parts, margins=(20, 18, 20, 16), gap=12))
    box.setMinimumWidth(440)
    return edit.text().strip() if box.exec() == QDialog.DialogCode.Accepted else ""
