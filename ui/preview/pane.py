"""The preview pane: a toolbar over the page, pages drawn in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from domain.errors import QingzhangError
from ui import labels
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.preview.view import PageView
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button

#: Drawing pages waits for nobody: neither lists nor a batch being saved.
LANE: Final = "preview"
#: Points per inch, and the pixels that 100 % gives them.
POINTS: Final = 72
PIXELS: Final = 96
ZOOMS: Final = (50, 75, 100, 125, 150, 200)
#: Sharper pictures than this are scaled up: a page of 20 MB would stall the paint.
_MAX_DPI: Final = 300


@dataclass(eq=False)
class _Shown:
    """The PDF shown: its pages' sizes in points, as far as they are known."""

    pdf: bytes = b""
    count: int = 0
    page: int = 0
    sizes: dict[int, QSizeF] = field(default_factory=dict)


class PagePreview(QWidget):
    """Shows the pages of one PDF.

    Signals:
        shown: other pages are shown.
        failed: making them failed (``QingzhangError``); the reason stands on the desk.
    """

    shown = Signal()
    failed = Signal(object)

    def __init__(
        self,
        ctx: AppContext,
        name: str,
        *,
        lead: Sequence[QWidget] = (),
        extra: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName(name)
        self._shown = _Shown()
        self._zoom: int | str = "page"
        self._asked = 0
        self._drawn = 0
        self._from_end = False
        self._redraw = QTimer(self, singleShot=True, interval=60)
        self._redraw.timeout.connect(self._draw)
        self.view = PageView(f"{name}.page")
        self._back = Button(name=f"{name}.previous", kind="icon", icon="chevron-left")
        self._next = Button(name=f"{name}.next", kind="icon", icon="chevron-right")
        self._place = label(name=f"{name}.place")
        self._fit = Button(name=f"{name}.zoom", kind="flat")
        self._build(lead, extra)
        self._wire()
        self.setFocusProxy(self.view)

    def _build(self, lead: Sequence[QWidget], extra: Sequence[QWidget]) -> None:
        divider = line(vertical=True)
        divider.setFixedHeight(20)
        bar = row(
            *lead,
            *(self._back, self._place, self._next, divider, self._fit, None, *extra),
            margins=(8, 0, 8, 0),
            gap=4,
        )
        self.bar = pane(bar, role="raised", height=39)
        self.setLayout(column(self.bar, line(), self.view))

    def _wire(self) -> None:
        self._back.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        self._fit.clicked.connect(self._offer_zooms)
        self.view.turned.connect(self.turn)
        self.view.jumped.connect(lambda side: self.go_to(0 if side < 0 else self.count - 1))
        self.view.zoomed.connect(self._step_zoom)
        self.view.resized.connect(self._refit)

    # what is shown

    @property
    def pdf(self) -> bytes:
        """The PDF shown, empty while there is none."""
        return self._shown.pdf

    @property
    def count(self) -> int:
        """How many pages it has."""
        return self._shown.count

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._shown.page

    def show_made(self, make: Callable[[], bytes], waiting: str = "") -> None:
        """Make a PDF in the background and show it; what is shown stays until then.

        Only the last one asked for arrives.
        """
        self._asked += 1
        mark = self._asked
        if not self.pdf and waiting:
            self.view.say(waiting)

        def job(_report: Callable[[int, int], None]) -> tuple[bytes, int]:
            if mark != self._asked:
                return b"", 0
            pdf = make()
            return pdf, self.ctx.papers.page_count(pdf)

        def here(made: tuple[bytes, int]) -> None:
            if mark == self._asked:
                self._take(*made)

        self.ctx.runner.run(
            job,
            done=here,
            failed=lambda error: self._failed(error, mark),
            asker=self,
            lane=LANE,
        )

    def show_pdf(self, pdf: bytes) -> None:
        """Show a finished PDF."""
        self.show_made(lambda: pdf)

    def say(self, words: str) -> None:
        """Show words in place of pages."""
        self._asked += 1
        self._shown = _Shown()
        self.view.say(words)
        self._show_place()
        self.shown.emit()

    def _take(self, pdf: bytes, count: int) -> None:
        same = pdf == self.pdf
        page = min(self.page, max(0, count - 1)) if same else 0
        self._shown = _Shown(pdf=pdf, count=count, page=page)
        self.view.to_top()
        self._show_place()
        self._draw()
        self.shown.emit()

    def _failed(self, error: Exception, mark: int) -> None:
        if mark != self._asked:
            return
        if not isinstance(error, QingzhangError):
            self.ctx.runner.crashed.emit(error)
            return
        self.say(labels.error_text(error, self.ctx.language))
        self.failed.emit(error)

    # pages

    def turn(self, step: int) -> None:
        """Show the next or the page before, when there is one."""
        self.go_to(self.page + step, from_end=step < 0)

    def go_to(self, page: int, *, from_end: bool = False) -> None:
        """Show a page."""
        if 0 <= page < self.count and page != self.page:
            self._shown.page = page
            self._from_end = from_end
            self.view.to_top()
            self._show_place()
            self._draw()

    def _show_place(self) -> None:
        count = self.count
        said = translate("Preview", "Page {page} of {count}")
        self._place.setText(said.format(page=self.page + 1, count=count) if count else "")
        self._back.setEnabled(self.page > 0)
        self._next.setEnabled(self.page + 1 < count)
        self._fit.setEnabled(count > 0)
        self._show_zoom()

    # drawing

    def _scale(self, size: QSizeF) -> float:
        """Return pixels per point."""
        if isinstance(self._zoom, int):
            return self._zoom * PIXELS / 100 / POINTS
        room = self.view.room()
        wide = max(60.0, room.width()) / size.width()
        if self._zoom == "width":
            # The bar that a long page needs takes its share of the room.
            bar = self.view.verticalScrollBar().sizeHint().width()
            return max(60.0, room.width() - bar) / size.width()
        return min(wide, max(60.0, room.height()) / size.height())

    def _draw(self) -> None:
        """Draw the page at the size that the zoom asks for."""
        shown = self._shown
        if not shown.count:
            return
        self._drawn += 1
        mark, page, size = self._drawn, shown.page, shown.sizes.get(shown.page)
        ratio = self.devicePixelRatioF()
        dpi = POINTS if size is None else round(self._scale(size) * ratio * POINTS)
        dpi = min(max(dpi, 24), _MAX_DPI)

        def here(pictures: list[bytes]) -> None:
            if mark == self._drawn and shown is self._shown and pictures:
                self._show_picture(shown, page, pictures[0])

        self.ctx.runner.run(
            lambda _report: self.ctx.papers.pictures(shown.pdf, dpi, [page]),
            done=here,
            failed=lambda error: self._failed(error, self._asked),
            asker=self,
            lane=LANE,
        )

    def _show_picture(self, shown: _Shown, page: int, picture: bytes) -> None:
        drawn = QPixmap()
        drawn.loadFromData(picture)
        first = page not in shown.sizes
        if first:
            shown.sizes[page] = QSizeF(drawn.width(), drawn.height())
        size = shown.sizes[page]
        scale = self._scale(size)
        target = QSizeF(size.width() * scale, size.height() * scale)
        self.view.show_page(drawn, target, from_end=self._from_end)
        self._show_zoom()
        if first:
            self._draw()
        else:
            self._from_end = False

    def _refit(self) -> None:
        if self.count:
            self._redraw.start()

    # zoom

    def set_zoom(self, zoom: int | str) -> None:
        """Set "width", "page" or per cent."""
        self._zoom = zoom
        self._show_zoom()
        self._draw()

    @property
    def zoom(self) -> int | str:
        """What the user chose: "width", "page" or per cent."""
        return self._zoom

    def percent(self) -> int:
        """Return the size shown in per cent of the paper's own."""
        if isinstance(self._zoom, int):
            return self._zoom
        size = self._shown.sizes.get(self.page)
        return 0 if size is None else round(self._scale(size) * POINTS * 100 / PIXELS)

    def _step_zoom(self, step: int) -> None:
        now = self.percent()
        wanted = [z for z in ZOOMS if (z > now if step > 0 else z < now)]
        if wanted:
            self.set_zoom(wanted[0] if step > 0 else wanted[-1])

    def _offer_zooms(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        entries: list[tuple[int | str, str]] = [
            ("page", translate("Preview", "Whole page")),
            ("width", translate("Preview", "Page width")),
        ]
        entries += [(zoom, f"{zoom} %") for zoom in ZOOMS]
        for zoom, words in entries:
            entry = QAction(words, menu, checkable=True, checked=zoom == self._zoom)
            entry.triggered.connect(lambda _on=False, zoom=zoom: self.set_zoom(zoom))
            group.addAction(entry)
            menu.addAction(entry)
        menu.popup(self._fit.mapToGlobal(QPoint(0, self._fit.height() + 2)))

    def _show_zoom(self) -> None:
        words = {
            "page": translate("Preview", "Whole page"),
            "width": translate("Preview", "Page width"),
        }.get(str(self._zoom), "")
        percent = self.percent()
        shown = f"{percent} %" if percent else ""
        self._fit.set_words(" ".join(part for part in (words, shown) if part))

    # paper and file

    def print_now(self) -> None:
        """Print the pages shown."""
        from ui.printing import print_pdf

        if self.pdf:
            print_pdf(self.ctx, self.pdf, self)

    def save_as(self, name: str, pdf: bytes = b"") -> None:
        """Ask where to save the pages shown (or those given), as PDF."""
        pages = pdf or self.pdf
        if not pages:
            return
        kinds = translate("Preview", "PDF pages (*.pdf)")
        title = translate("Preview", "Save as PDF")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, f"{name}.pdf", kinds)
        if chosen:
            save_pdf(self.ctx, Path(chosen), pages, self)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._back.set_words(translate("Preview", "Previous page"))
        self._next.set_words(translate("Preview", "Next page"))
        self.view.setAccessibleName(translate("Preview", "Page preview"))
        self._show_place()


def save_pdf(ctx: AppContext, path: Path, pdf: bytes, asker: QWidget) -> None:
    """Write a PDF in the background and say where it is."""
    target = path if path.suffix else path.with_suffix(".pdf")
    said = translate("Preview", "Saved as {name}").format(name=target.name)
    ctx.work(
        lambda _report: ctx.files.write_bytes(target, pdf),
        lambda _none: ctx.notify(Notice(said)),
        asker=asker,
        title=translate("Preview", "Saving"),
    )


def file_name(text: str) -> str:
    """Return a document's number as a file name that every system takes."""
    return "".join("-" if char in '\\/:*?"<>|' else char for char in text).strip() or "paper"
