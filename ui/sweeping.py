"""Collects reference cycles between two events of the UI thread, and nowhere else.

Python's collector runs wherever an allocation happens to trigger it: in a worker, where a widget must
not die, or inside a paint event, where a dying window tears the painter down (a segmentation fault,
reproduced with a closed form and an open one).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # milliseconds
LIMITS = (2_000, 10, 10)  # new objects; sweeps of the young; sweeps of the middle-aged


class Sweeper(QObject):
    """Takes the collector over while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """What exists now stays for good, so that no sweep looks at it again."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give the collector back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def sweep(self) -> int:
        """Collect the oldest generation that is due; returns how many objects went."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > LIMITS[generation]:
                return gc.collect(generation)
        return 0
