"""Where a person is in the calendar: a day, an item of it, or a half hour of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.followups.records import ItemKey
from ui.followups.periods import clamped


class Cursor(QObject):
    """One for all views and lists of the page, so that changing the view loses nobody their place.

    `minute` counts from midnight and is None where no time of day is meant.
    """

    changed = Signal()

    def __init__(self, day: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self.key: ItemKey | None = None
        self.minute: int | None = None

    def go(self, day: date, key: ItemKey | None = None, minute: int | None = None) -> None:
        """Go to a day, an item of a day or a half hour of a day."""
        wanted = (clamped(day), key, minute)
        if wanted != (self.day, self.key, self.minute):
            self.day, self.key, self.minute = wanted
            self.changed.emit()
