"""The page of today on a real store with a few customers, driven by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.access.actor import Actor
from app.customers.cards import open_card
from app.customers.records import Card
from app.followups.planning import NewFollowUp, plan_followup
from app.registration.walkin import WalkIn, register
from app.states import ContactWay
from app.work import utc_now
from tests.builders.databases import Founded
from tests.ui.conftest import Screen
from ui.changes import Changes
from ui.desk import Desk, Navigation
from ui.messages import Messages
from ui.tasks import Tasks
from ui.theme import theme
from ui.today.lines import Line
from ui.today.page import TodayPage

MATTER = "问候"
PHONES = count(13_800_138_000)


@dataclass
class Morning:
    """The page as a clerk has it before them, and the store behind it."""

    page: TodayPage
    founded: Founded
    qtbot: QtBot
    messages: Messages
    navigation: Navigation
    opened: list[tuple[str, object]] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def planned(self, name: str, *, late: int = 0, **more: Any) -> UUID:
        """A customer with a contact planned by hand for today, or for days ago."""
        with At(self.founded, -late), self.founded.change() as work:
            walk_in = WalkIn(phone=str(next(PHONES)), name=name, **more)
            customer_id = register(work, walk_in, anyway=True).customer_id
            plan = NewFollowUp(
                customer_id=customer_id, way=ContactWay.CALL, matter=MATTER, due_on=work.today()
            )
            plan_followup(work, plan)
        return customer_id

    def card(self, customer_id: UUID) -> Card:
        with self.founded.read() as work:
            return open_card(work, customer_id)

    def show(self, *names: str) -> None:
        """Wait for the lines of these customers, with the focus on the list."""
        self.page.show()
        self.page.activateWindow()
        self.qtbot.waitExposed(self.page)
        self.wait_for(lambda: all(any(line.name == name for line in self.lines) for name in names))
        self.page.focus_first()
        self.wait_for(self.page.list.hasFocus)

    @property
    def lines(self) -> list[Line]:
        return self.page.sheet.lines

    def line(self, name: str) -> Line:
        """The line of what was planned for a customer."""
        return next(
            line
            for line in self.lines
            if line.name == name and line.item is not None and line.item.title == MATTER
        )

    def go_to(self, name: str) -> None:
        """Choose a line and wait until its panel is filled."""
        line = self.line(name)
        self.page.list.go_to(line.key)
        panel = self.page.panel
        self.wait_for(lambda: panel.item is not None and panel.item.key == line.key)
        self.wait_for(lambda: bool(panel.grid.buttons) and not self.page.desk.tasks.is_busy)

    def type(self, text: str) -> None:
        """Keys for ASCII; Chinese comes from the input method, whose Enter takes the candidate."""
        for part in _runs(text):
            target = QApplication.focusWidget()
            assert isinstance(target, QWidget)
            if part.isascii():
                self.qtbot.keyClicks(target, part)
                continue
            QApplication.sendEvent(target, QInputMethodEvent("pin yin", []))
            self.qtbot.keyClick(target, Qt.Key.Key_Return)
            chosen = QInputMethodEvent()
            chosen.setCommitString(part)
            QApplication.sendEvent(target, chosen)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget()
        assert isinstance(target, QWidget)
        self.qtbot.keyClick(target, key, modifier)

    def undo(self) -> None:
        """The button of the newest message."""
        self.messages.history[-1].actions[0].run()

    def wait_for(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=5000)


class At:
    """The store as it was so many days off."""

    def __init__(self, founded: Founded, days: int) -> None:
        self._store, self._days = founded.store, days

    def __enter__(self) -> None:
        self._store.clock = lambda: utc_now() + timedelta(days=self._days)

    def __exit__(self, *_: object) -> None:
        self._store.clock = utc_now


def _runs(text: str) -> list[str]:
    """Keys one by one, for the focus may move; Chinese as it is chosen."""
    runs: list[str] = []
    for sign in text:
        if runs and not runs[-1].isascii() and not sign.isascii():
            runs[-1] += sign
        else:
            runs.append(sign)
    return runs


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Pages are tried on one engine; the use cases below them on both."""
    from tests.builders import databases

    with databases.fresh(request, tmp_path) as made:
        yield made


MakeMorning = Callable[[Actor], Morning]


@pytest.fixture
def make_morning(
    branch: Founded, qtbot: QtBot, qapp: QApplication, messages: Messages
) -> Iterator[MakeMorning]:
    made: list[tuple[TodayPage, Tasks]] = []

    def make(actor: Actor) -> Morning:
        tasks = Tasks(branch.store, actor, refuse=messages.refuse)
        changes = Changes()
        changes.follow(branch.store)
        desk = Desk(
            tasks=tasks, messages=messages, changes=changes, navigation=Navigation(), theme=theme(),
            screen=Screen(),
        )  # fmt: skip
        page = TodayPage(desk)
        page.resize(1266, 690)
        qtbot.addWidget(page)
        morning = Morning(
            page=page, founded=branch, qtbot=qtbot, messages=messages, navigation=desk.navigation
        )
        desk.navigation.wanted.connect(lambda name, subject: morning.opened.append((name, subject)))
        desk.navigation.counted.connect(lambda _name, number: morning.counts.append(number))
        made.append((page, tasks))
        return morning

    yield make
    for page, tasks in made:
        page.hide()
        tasks.close()


@pytest.fixture
def morning(make_morning: MakeMorning, branch: Founded) -> Morning:
    return make_morning(branch.actor)
