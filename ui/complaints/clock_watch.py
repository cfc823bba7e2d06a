"""Every minute: mark what the clocks of open tickets have reached, and tell whom they call, in working time."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

import ui.complaints.labels  # noqa: F401 - marks and clocks are named there
from app.complaints.due import Notice, is_sweep_due, notices, sweep
from app.errors import UserError
from app.states import MarkKind, Permission
from app.work import Work
from ui.desk import Desk
from ui.labels import label
from ui.messages import Action, Tone

FIRST_MS: Final = 5_000
PAUSE_MS: Final = 60_000
TOLD_ONE_BY_ONE: Final = 3
MATTER_MOST: Final = 40


class ClockWatch(QObject):
    """Nothing is told twice while the program runs; what was missed before it began is on the list of today."""

    def __init__(self, desk: Desk, window: QWidget, *, tray: QSystemTrayIcon | None = None) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._tray = tray
        self._told: frozenset[UUID] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin, if the complaint desk is open to this person."""
        may = self._desk.tasks.actor.may
        if may(Permission.TAKE_TICKETS) or may(Permission.HANDLE_TICKETS):
            self._timer.start(FIRST_MS)

    def look(self) -> None:
        """Ask first: a change is begun only when a clock has reached something."""
        self._desk.tasks.read(self, is_sweep_due, self._on_asked, self._on_refused)

    def _on_asked(self, is_due: bool) -> None:
        if is_due:
            self._desk.tasks.change(self, sweep, lambda _count: self._ask_for_notices(), self._on_refused)
        else:
            self._ask_for_notices()

    def _ask_for_notices(self) -> None:
        told = self._told or frozenset()

        def ask(work: Work) -> tuple[Notice, ...]:
            return notices(work, told)

        self._desk.tasks.read(self, ask, self._on_found, self._on_refused)

    def _on_found(self, found: tuple[Notice, ...]) -> None:
        if self._told is not None and self._desk.screen.reminds:
            for notice in found[:TOLD_ONE_BY_ONE]:
                self._tell(notice)
        self._told = (self._told or frozenset()) | {notice.mark_id for notice in found}
        self._timer.start(PAUSE_MS)

    def _on_refused(self, _error: UserError) -> None:
        """Out of reach or locked: the window says so already."""
        self._timer.start(PAUSE_MS)

    def _tell(self, notice: Notice) -> None:
        clock = "" if notice.clock is None else label(notice.clock)
        title = " ".join(part for part in (notice.number, clock, label(notice.kind)) if part)
        text = " · ".join(part for part in (notice.name, notice.matter[:MATTER_MOST]) if part)
        if self._tray is not None and not self._window.isActiveWindow():
            self._tray.showMessage(title, text, self._window.windowIcon(), 10_000)
        is_late = notice.kind in (MarkKind.BREACHED, MarkKind.HEADQUARTERS)
        look = Action(
            text=QCoreApplication.translate("complaints", "Look at it"),
            run=lambda: self._desk.navigation.open("complaints", notice.ticket_id),
        )
        tone = Tone.WARNING if is_late else Tone.INFO
        self._desk.messages.say(title, look, tone=tone, seconds=60, detail=text)
