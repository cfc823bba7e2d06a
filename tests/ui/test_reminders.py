"""Reminders in the window: told once, opened by a click, silent where they are switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.lists import write_setting
from tests.builders import databases
from tests.builders.appointments import meeting
from tests.builders.databases import Founded
from tests.builders.plans import SetClock
from tests.ui.desks import real_desk
from ui.desk import Desk
from ui.messages import Messages
from ui.reminders import Reminding

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    with databases.fresh(request, tmp_path) as made:
        yield made


@pytest.fixture
def desk(branch: Founded, messages: Messages) -> Iterator[Desk]:
    branch.store.clock = SetClock(NOON)
    with branch.change() as work:
        write_setting(work, "opening-hours", [[["00:00", "24:00"]]] * 7)
    meeting(branch, NOON + timedelta(minutes=10), title="晨会", place="二楼")
    with real_desk(branch, messages) as made:
        yield made


class Tray:
    """The system's notifications, as far as they are used."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.messageClicked = self.activated = self
        self.clicked: list[Callable[[], None]] = []

    def connect(self, slot: Callable[[], None]) -> None:
        self.clicked.append(slot)

    def showMessage(self, title: str, text: str, _icon: object, _ms: int) -> None:
        self.shown.append((title, text))


def test_without_a_tray_it_is_a_toast_told_once(desk: Desk, messages: Messages, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reminding = Reminding(desk, window)
    reminding.look()
    qtbot.waitUntil(lambda: bool(messages.history), timeout=5000)
    told = messages.history[-1]
    at = (NOON + timedelta(minutes=10)).astimezone().strftime("%H:%M")
    assert (told.text, told.detail) == (f"{at} 晨会", "二楼")
    opened: list[tuple[str, object]] = []
    desk.navigation.wanted.connect(lambda page, subject: opened.append((page, subject)))
    told.actions[0].run()
    assert opened[0][0] == "followups"
    reminding.look()
    qtbot.waitUntil(lambda: reminding.pause > 0, timeout=5000)
    assert len(messages.history) == 1


def test_with_a_tray_a_click_opens_what_it_is_about(desk: Desk, messages: Messages, qtbot: QtBot) -> None:
    window, tray = QWidget(), Tray()
    qtbot.addWidget(window)
    reminding = Reminding(desk, window, tray=tray)  # type: ignore[arg-type]
    reminding.look()
    qtbot.waitUntil(lambda: bool(tray.shown), timeout=5000)
    assert tray.shown[0][1] == "二楼"
    opened: list[str] = []
    desk.navigation.wanted.connect(lambda page, _subject: opened.append(page))
    tray.clicked[0]()
    assert opened == ["followups"]
    assert not messages.history


def test_switched_off_nothing_is_asked(desk: Desk, messages: Messages, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk.screen.choose_reminders(False)
    reminding = Reminding(desk, window)
    reminding.look()
    assert (reminding.pause, desk.tasks.is_busy) == (60_000, False)
    assert not messages.history
