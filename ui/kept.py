"""How the window looked when it was closed: kept in memory while it is open, on the disk at its end."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray

from app import settings
from app.errors import UserError

log = logging.getLogger(__name__)


class Layout:
    """States of windows, splitters and tables by name, as Qt saved them; lives in the device's settings."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._states = dict(settings.load(file)[0].layout)
        self._changed: dict[str, str] = {}

    def text(self, name: str) -> str:
        """A kept word, such as the page shown last; empty where nothing is kept."""
        return self._states.get(name, "")

    def keep_text(self, name: str, text: str) -> None:
        """Remember a word until the next `save`."""
        self._states[name] = text
        self._changed[name] = text

    def state(self, name: str) -> QByteArray:
        """A kept state; empty where nothing is kept."""
        return QByteArray.fromBase64(QByteArray(self.text(name).encode()))

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember a state until the next `save`."""
        self.keep_text(name, state.toBase64().toStdString())

    def save(self) -> None:
        """Write what changed. A disk that refuses costs the look of the window and nothing else."""
        if not self._changed:
            return
        changed, self._changed = self._changed, {}
        try:
            settings.change(self._file, lambda known: replace(known, layout={**known.layout, **changed}))
        except UserError as error:
            log.info("the look of the window was not kept: %s", error.code)
