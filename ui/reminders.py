"""C7: reminders on the desktop, by the system's notifications where there are any, else as a toast in the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app.errors import UserError
from app.followups.reminding import Reminder, Reminders, reminders
from app.states import Permission
from ui.desk import Desk
from ui.messages import Action, Tone

FIRST_MS: Final = 3_000
LONGEST_MS: Final = 3_600_000
"""A clock that was set, or a computer that slept, is noticed within an hour."""
TOLD_MOST: Final = 2_000


class Reminding(QObject):
    """Looks once a minute in working time and rests outside it; the question is put beside the clerk's work.

    A click on a notification opens what it is about. Nothing is told twice while the program runs.
    """

    def __init__(self, desk: Desk, window: QWidget, *, tray: QSystemTrayIcon | None = None) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._told: set[str] = set()
        self._open: Callable[[], None] = self._show_window
        self._tray = tray
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        if tray is not None:
            tray.messageClicked.connect(self._on_clicked)
            tray.activated.connect(lambda _why: self._show_window())

    def start(self) -> None:
        """Begin, if this person has a calendar at all."""
        if self._desk.tasks.actor.may(Permission.PLAN_FOLLOWUPS):
            self._timer.start(FIRST_MS)

    def look(self) -> None:
        """Ask what is due; where it is switched off on this computer only the timer runs on."""
        if not self._desk.screen.reminds:
            self._timer.start(60_000)
            return
        told = frozenset(self._told)
        self._desk.tasks.search(
            self, lambda work: reminders(work, work.now(), told), self._on_found, self._on_refused
        )

    @property
    def pause(self) -> int:
        """Milliseconds to the next look; 0 while one is under way."""
        return self._timer.interval() if self._timer.isActive() else 0

    def _on_found(self, answer: Reminders) -> None:
        if len(self._told) > TOLD_MOST:
            self._told.clear()
        for reminder in answer.found:
            self._told.add(reminder.name)
            self._tell(reminder)
        ahead = answer.next_at - datetime.now(UTC)
        self._timer.start(round(min(max(ahead.total_seconds() * 1000, FIRST_MS), LONGEST_MS)))

    def _on_refused(self, _error: UserError) -> None:
        """Out of reach or locked: the window says so already."""
        self._timer.start(60_000)

    def _tell(self, reminder: Reminder) -> None:
        if reminder.key is None and not reminder.overdue:
            return
        title, text = self._words(reminder)
        opens = lambda: self._go(reminder)  # noqa: E731 - kept for the click
        if self._tray is not None:
            self._open = opens
            self._tray.showMessage(title, text, self._window.windowIcon(), 10_000)
            return
        where = Action(text=self.tr("Open"), run=opens)
        self._desk.messages.say(title, where, tone=Tone.INFO, seconds=60, detail=text)

    def _on_clicked(self) -> None:
        self._open()

    def _words(self, reminder: Reminder) -> tuple[str, str]:
        if reminder.at is None:
            title = self.tr("%n follow-up(s) left from the days before", "", reminder.overdue)
            return title, self.tr("%n due today", "", reminder.today)
        at = reminder.at.astimezone().strftime("%H:%M")
        title = f"{at} {reminder.customer_name or reminder.title}"
        text = reminder.title if reminder.customer_name else ""
        return title, " · ".join(part for part in (text, reminder.place) if part)

    def _go(self, reminder: Reminder) -> None:
        self._show_window()
        if reminder.key is None:
            self._desk.navigation.open("today")
        else:
            self._desk.navigation.open("followups", (reminder.key, reminder.on))

    def _show_window(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def system_tray(window: QWidget) -> QSystemTrayIcon | None:
    """The icon the system shows notifications for; None where it has no such place."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return None
    tray = QSystemTrayIcon(window.windowIcon(), window)
    tray.setToolTip("BranchDesk")
    tray.show()
    return tray
