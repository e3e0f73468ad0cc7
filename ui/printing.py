"""Printing finished PDF pages on the user's printer, page pictures at its resolution."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from domain.errors import FileUnwritable
from domain.ports import Progress
from ui.context import AppContext
from ui.marks import translate

#: Sharp on a laser printer, and small enough for its memory.
DPI = 300


def print_pdf(ctx: AppContext, pdf: bytes, parent: QWidget) -> None:
    """Ask for a printer and send the pages in the background."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    count = ctx.papers.page_count(pdf)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, count)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    first, last = printer.fromPage() or 1, printer.toPage() or count
    ctx.work(
        lambda progress: _send(ctx, pdf, printer, range(first - 1, last), progress),
        lambda _none: ctx.notify(translate("Printing", "Sent to the printer")),
        asker=parent,
        title=translate("Printing", "Printing"),
    )


def _send(ctx: AppContext, pdf: bytes, printer: QPrinter, pages: range, progress: Progress) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise FileUnwritable(path=printer.printerName())
    try:
        for done, page in enumerate(pages):
            progress(done, len(pages))
            if done:
                printer.newPage()
            picture = QImage.fromData(ctx.papers.pictures(pdf, DPI, [page])[0])
            painter.drawImage(QRectF(painter.viewport()), picture)
    finally:
        painter.end()
