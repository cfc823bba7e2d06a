"""What a long job is handed: progress to report, a flag to heed, and the two doors to the store."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.work import Work

T = TypeVar("T")
REPORTS_APART = 0.05  # seconds


class JobCancelledError(Exception):
    """Raised inside a job by `Job.check` after somebody cancelled it."""


class Job(QObject):
    """One long job, seen from inside; its methods may be called in the worker's thread."""

    progressed = Signal(float, str)

    def __init__(
        self,
        read: Callable[[Callable[[Any], Any]], Any],
        change: Callable[[Callable[[Any], Any]], Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._change = change
        self._cancelled = threading.Event()
        self._reported = 0.0

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def check(self) -> None:
        """Raise `JobCancelledError` if the job is to stop; call it between two pieces of work."""
        if self.is_cancelled:
            raise JobCancelledError

    def report(self, fraction: float, text: str = "") -> None:
        """Tell how far it is, 0 to 1; cheap enough for every row. Raises `JobCancelledError`."""
        self.check()
        now = time.monotonic()
        if fraction >= 1.0 or now - self._reported >= REPORTS_APART:
            self._reported = now
            self.progressed.emit(fraction, text)

    def read(self, fn: Callable[[Work], T]) -> T:
        """One read transaction, in this thread."""
        answer: T = self._read(fn)
        return answer

    def change(self, fn: Callable[[Work], T]) -> T:
        """One transaction in the writing thread; returns when it is committed. Saves of the clerk
        go in between two of them, so keep each to a second or so."""
        answer: T = self._change(fn)
        return answer
