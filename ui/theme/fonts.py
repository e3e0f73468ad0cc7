"""The interface font: the system's Chinese one, else the bundled Noto Sans SC."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

BASE: Final = 13
SMALL: Final = 12
TINY: Final = 11
#: System families to look for, each with the Latin face that goes before it.
_SYSTEM: Final = (
    ("Microsoft YaHei UI", "Segoe UI"),
    ("PingFang SC", "Helvetica Neue"),
)
_BUNDLED: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_BUNDLED_FAMILY: Final = "Noto Sans SC"


class Families(NamedTuple):
    """Families of text and of number cells; they differ only where digits are uneven."""

    text: tuple[str, ...]
    numbers: tuple[str, ...]


_chosen: list[Families] = []


def choose(folder: Path) -> Families:
    """Pick the families, loading the bundled files where the system has no Chinese face."""
    known = set(QFontDatabase.families())
    system = next(((latin, name) for name, latin in _SYSTEM if name in known), None)
    text: tuple[str, ...] = system or (_load_bundled(folder),)
    numbers = text if _even_digits(text) else (_load_bundled(folder), *text)
    _chosen[:] = [Families(text, numbers)]
    font.cache_clear()
    number_font.cache_clear()
    return _chosen[0]


def _load_bundled(folder: Path) -> str:
    for name in _BUNDLED:
        QFontDatabase.addApplicationFont(str(folder / name))
    return _BUNDLED_FAMILY


def _even_digits(families: tuple[str, ...]) -> bool:
    probe = QFont()
    probe.setFamilies(list(families))
    probe.setPixelSize(BASE)
    metrics = QFontMetricsF(probe)
    return len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


def _made(families: tuple[str, ...], size: int, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(list(families))
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def families() -> Families:
    """Return the chosen families; the application's default ones before :func:`choose`."""
    return _chosen[0] if _chosen else Families((QFont().family(),), (QFont().family(),))


@cache
def font(size: int = BASE, bold: bool = False) -> QFont:
    """Return the interface font at a pixel size."""
    return _made(families().text, size, bold)


@cache
def number_font(size: int = BASE, bold: bool = False) -> QFont:
    """Return the font of number cells: digits of equal width."""
    return _made(families().numbers, size, bold)
