"""The language of the window at run time: Qt's own words and the program's."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES: Final = ("zh", "en")
_NAMES: Final = {"zh": "zh_CN", "en": "en"}
_FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "i18n"
_installed: list[QTranslator] = []


def guess() -> str:
    """Return the system's language where it is English, Chinese otherwise."""
    system = QLocale.system()
    english = system.language() == QLocale.Language.English and system.name() != "C"
    return "en" if english else "zh"


def install(language: str) -> None:
    """Make a language the one that ``translate`` answers in."""
    for old in _installed:
        QCoreApplication.removeTranslator(old)
    _installed.clear()
    QLocale.setDefault(QLocale(_NAMES[language]))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _load(f"qtbase_{_NAMES[language]}", qt_folder)
    _load(f"qingzhang_{_NAMES[language]}", str(_FOLDER))


def _load(name: str, folder: str) -> None:
    translator = QTranslator(QCoreApplication.instance())
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
