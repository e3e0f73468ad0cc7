"""Buttons that show their icon, their word and their key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.acts import Act
from ui.theme import fonts, icons, theme
from ui.widgets.paint import cap_width, paint_cap, paint_focus

#: kind → height, side padding.
_KINDS: Final = {
    "outline": (28, 12),
    "primary": (28, 12),
    "flat": (28, 8),
    "small": (22, 8),
    "small-primary": (22, 8),
    "link": (22, 2),
    "icon": (28, 6),
}


class Button(QPushButton):
    """A button in the look of the desk.

    ``kind``: outline, primary (one per pane), flat, small, small-primary, link, icon
    (no word; the accessible name and tooltip carry it).
    """

    def __init__(
        self,
        text: str = "",
        *,
        name: str,
        kind: str = "outline",
        icon: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self._kind, self._icon, self._key = kind, icon, key
        self._token = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme().changed.connect(self.update)

    @classmethod
    def of(
        cls, act: Act, *, kind: str = "outline", icon: bool = True, show_key: bool = True
    ) -> Button:
        """Return a button of an act: same word, icon, key and state."""
        name = f"{act.objectName()}.button"
        button = cls(name=name, kind=kind, icon=act.icon_name if icon else "")
        button.clicked.connect(act.trigger)

        def follow() -> None:
            button.set_key(act.key_text() if show_key else "")
            button.set_words(act.plain_text())
            button.setEnabled(act.isEnabled())

        act.changed.connect(follow)
        follow()
        return button

    def set_words(self, text: str, tip: str = "") -> None:
        """Set the word (or, on a bare icon, the name and tooltip)."""
        if self._kind == "icon":
            key = f" ({self._key})" if self._key else ""
            self.setToolTip(tip or f"{text}{key}")
        else:
            self.setText(text)
            self.setToolTip(tip)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Set the key shown in the button."""
        self._key = key
        self.updateGeometry()

    def set_icon(self, name: str, token: str = "") -> None:
        """Set the icon and, where it differs from the word's, its colour token."""
        self._icon, self._token = name, token
        self.update()

    def set_kind(self, kind: str) -> None:
        """Change the weight of the button."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def _small(self) -> bool:
        return self._kind.startswith("small") or self._kind == "link"

    def _shown_key(self) -> str:
        return "" if self._kind in ("icon", "link") else self._key

    def _font_size(self) -> int:
        return fonts.SMALL if self._small() else fonts.BASE

    def sizeHint(self) -> QSize:
        """Measure word, icon and key."""
        height, padding = _KINDS[self._kind]
        width = 2.0 * padding
        if self._icon:
            width += self._icon_size() + (6 if self.text() else 0)
        if self.text() and self._kind != "icon":
            metrics = QFontMetricsF(fonts.font(self._font_size()))
            width += metrics.horizontalAdvance(self.text())
        if self._shown_key():
            width += cap_width(self._shown_key()) + 6
        return QSize(round(width + 0.5), height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def _icon_size(self) -> int:
        return 16 if self._kind == "icon" else 14

    def _colours(self) -> tuple[QColor | None, QColor | None, str]:
        """Return ground, outline and the token of the ink."""
        colours = theme()
        filled = self._kind in ("primary", "small-primary")
        if not self.isEnabled():
            line = None if self._kind in ("flat", "icon", "link") else colours.colour("border")
            return None, line, "text-3"
        if filled:
            active = self.isDown() or self.underMouse()
            return colours.colour("accent-hover" if active else "accent"), None, "on-accent"
        flat = self._kind in ("flat", "icon", "link")
        ground = None if flat else colours.colour("pane")
        if self.isDown() or self.isChecked():
            ground = colours.colour("select")
        elif self.underMouse() and self._kind != "link":
            ground = colours.colour("hover")
        line = None if self._kind in ("flat", "icon", "link") else colours.colour("button")
        return ground, line, "accent" if self._kind == "link" else "text"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, word, key and focus."""
        painter = QPainter(self)
        ground, line, ink = self._colours()
        radius = 3 if self._small() else 4
        rect = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
        if line is not None or ground is not None:
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_inside(painter, ink)
        if self.hasFocus():
            paint_focus(painter, rect, radius)

    def _paint_inside(self, painter: QPainter, ink: str) -> None:
        colours = theme()
        middle = self.height() / 2
        spare = self.width() - self.sizeHint().width()
        left = _KINDS[self._kind][1] + max(0.0, spare / 2)
        if self._icon:
            size = self._icon_size()
            square = QRectF(left, middle - size / 2, size, size)
            icons.paint(painter, self._icon, colours.hex(self._token or ink), square)
            left += size + 6
        if self._kind == "icon":
            return
        painter.setFont(fonts.font(self._font_size()))
        painter.setPen(colours.colour(ink))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, width + 2, self.height()), int(flags), self.text())
        if self._shown_key():
            strong = ink == "on-accent"
            line = colours.colour(ink if strong else "button")
            token = ink if strong else "text-3"
            paint_cap(
                painter, left + width + 6, middle, self._shown_key(), colours.colour(token), line
            )
