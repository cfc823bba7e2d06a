"""Loads our translations and Qt's own, so that every text and standard button is in one language."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.assets import asset


class Language(StrEnum):
    """The languages of the screen; English is the language of the source."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


def install(application: QCoreApplication, language: Language = Language.CHINESE) -> list[QTranslator]:
    """Make `language` the one all texts are in from now on. The translators belong to `application`;
    windows that are already built keep their texts, so this runs before the first one."""
    remove(application)
    QLocale.setDefault(QLocale(language.value))
    if language is Language.ENGLISH:
        return []
    installed = [_load(application, file.stem, file.parent.as_posix()) for file in _catalogues(language)]
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed.append(_load(application, f"qtbase_{language}", qt))
    return installed


def spoken() -> Language:
    """The language installed last."""
    return Language.CHINESE if QLocale().language() == QLocale.Language.Chinese else Language.ENGLISH


def remove(application: QCoreApplication) -> None:
    """Take our translators out again; texts are then English."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()


def _catalogues(language: Language) -> list[Path]:
    return sorted(asset("i18n").glob(f"*_{language}.qm"))


def _load(application: QCoreApplication, name: str, folder: str) -> QTranslator:
    translator = QTranslator(application)
    if not translator.load(name, folder):
        raise FileNotFoundError(f"{folder}/{name}.qm")
    application.installTranslator(translator)
    return translator
